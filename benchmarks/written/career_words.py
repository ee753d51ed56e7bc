"""Holds what careers.py writes: frames of a post, invented houses, titles, remarks, and careers written out. All are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FRAMES: Mapping[str, str] = {
    "h3 T, C / D": "### {T}, {C}\n*{D}*",
    "h3 T at C / D": "### {T} at {C}\n\n{D}",
    "h3 T | C | D": "### {T} | {C} | {D}",
    "h3 C / bold T | D": "### {C}\n**{T}** | {D}",
    "h3 T / bold C · D": "### {T}\n\n**{C}** · {D}",
    "bold T / C, Leeds / D": "**{T}**  \n{C}, Leeds  \n{D}",
    "bold C — T (D)": "**{C}** — {T} ({D})",
    "D / T / C": "{D}  \n**{T}**  \n*{C}*",
}
HOUSES: Sequence[str] = (
    "ferrystack", "kelp.io", "Tern Labs, Inc.", "Lindgren, Moss & Partners", "Moss + Vane", "42Harbours", "7 Seas Catering",
    "Juniper", "Beacon", "KLX", "N.O.V.", "University of Varnsk", "Ministry of Transport", "St. Alda's Primary School",
    "Klinik am See", "Varnsk City Council", "The Copper Kettle", "eTide", "Tideway (formerly Oarlink)", "Bank of Hulm",
    "Nordlys AB", "Quillworks GmbH & Co. KG", "Yoke!", "HMS Quiver", "Save the Eels", "Dr. Abela & Daughters", "Green Door Bakery",
)  # fmt: skip
TITLES: Sequence[str] = (
    "Staff Nurse", "Registered Nurse (ICU)", "Teacher of Mathematics", "Year 4 Class Teacher", "Sous Chef", "Head Chef", "Apprentice Electrician",
    "Associate Solicitor", "Senior Associate, Litigation", "Category Buyer", "Buyer / Planner", "Software Engineer II", "Engineer, Level 3",
    "VP of Engineering", "Director of Product, Payments", "Head of People & Culture", "Product Manager - Growth", "Product Manager (Growth)",
    "UX/UI Designer", "Full-Stack Developer", "DevOps/SRE Engineer", "Co-Founder & CTO", "Founder", "Freelance Illustrator", "Summer Intern",
    "Marketing Intern", "Working Student", "Volunteer", "Postdoctoral Researcher", "PhD Candidate", "Teaching Assistant", "Warehouse Operative",
    "Sergeant", "Barista", "Trainee", "Data Scientist, Search & Ranking", "Principal Engineer — Platform", "Member of Technical Staff", "Werkstudent", "Board Member",
)  # fmt: skip
PERIODS: Mapping[str, str] = {
    "2019 – 2021": "2019 | 2021", "2019-2021": "2019 | 2021", "2019": "2019 | 2019", "since 2019": "2019 | present", "2019 – present": "2019 | present",
    "Jan 2019 to Jul 2021": "2019-01 | 2021-07", "01/2019 – 07/2021": "2019-01 | 2021-07", "2019-01 – 2021-07": "2019-01 | 2021-07",
    "Jan. 2019–July 2021": "2019-01 | 2021-07", "January 2019 - July 2021 (2 yrs 7 mos)": "2019-01 | 2021-07",
    "Jan 2019 – Jul 2021 · 2 yrs 7 mos": "2019-01 | 2021-07", "Jan ’19 – Jul ’21": "2019-01 | 2021-07", "Summer 2019": "2019 | 2019",
    "2019/01 – 2021/07": "2019-01 | 2021-07", "01.2019 – 07.2021": "2019-01 | 2021-07", "2019–21": "2019 | 2021", "From 2019 to 2021": "2019 | 2021",
    "Jan 2019 – Current": "2019-01 | present", "2019 → 2021": "2019 | 2021", "[2019 – 2021]": "2019 | 2021", "March 2020": "2020-03 | 2020-03",
    "2019 - ": "2019 | None", "Jan 2019 —": "2019-01 | None",
}  # fmt: skip
ABROAD: Sequence[tuple[str, str, str, str, str]] = (
    ("Berufserfahrung", "Projektleiterin", "Quellgrund GmbH", "März 2017 – Oktober 2019", "Umbau von drei Filialen geleitet"),
    ("Berufserfahrung", "Elektriker", "Stadtwerke Hulm", "03/2017 bis 10/2019", "Wartung von 40 Anlagen"),
    ("Expérience professionnelle", "Infirmière", "Clinique des Ormes", "mars 2017 – octobre 2019", "Soins de 30 patients"),
    ("Expérience professionnelle", "Chef de projet", "Marelle", "de mars 2017 à octobre 2019", "Pilotage de 4 équipes"),
    ("Experiencia laboral", "Cocinera", "Casa Olmedo", "marzo 2017 – octubre 2019", "Preparación de menús para 200 personas"),
    ("Experiencia profesional", "Ingeniero de software", "Talamar S.L.", "marzo de 2017 - octubre de 2019", "Desarrollo del portal de clientes"),
    ("Experiência profissional", "Engenheira de software", "Vale Azul", "março de 2017 – outubro de 2019", "Desenvolvimento do portal"),
    ("Esperienza professionale", "Responsabile acquisti", "Molini Ferrante S.p.A.", "marzo 2017 – ottobre 2019", "Gestione di 40 fornitori"),
    ("Werkervaring", "Inkoper", "Van der Zanden", "maart 2017 – oktober 2019", "Contracten met 20 leveranciers"),
    ("Doświadczenie zawodowe", "Programista", "Zielona Fala", "marzec 2017 – październik 2019", "Rozwój portalu klientów"),
    ("Опыт работы", "Инженер-программист", "ООО «Ладья»", "март 2017 – октябрь 2019", "Разработка портала"),
    ("Arbetslivserfarenhet", "Systemutvecklare", "Nordlys AB", "mars 2017 – oktober 2019", "Utveckling av kundportalen"),
    ("Erhvervserfaring", "Sygeplejerske", "Hulm Sygehus", "marts 2017 – oktober 2019", "Pleje af 30 patienter"),
)  # fmt: skip
REMARKS: Sequence[str] = (
    "Leeds, UK", "Remote", "Hybrid", "Berlin, Germany (remote)", "Full-time", "Contract", "Part-time", "Full-time · Remote", "Internship",
    "acquired by Vane Group", "formerly Oarlink", "Payments team", "Platform Engineering", "Series B fintech, 120 people",
    "A marketplace for used boats.", "Team of 6", "Reporting to the CTO", "https://oda.com", "[oda.com](https://oda.com)",
     "**Technologies:** Go, Kafka, PostgreSQL", "Tech stack: Go, Kafka", "parental leave cover", "2 yrs 7 mos",
)  # fmt: skip
SLOTS: Mapping[str, str] = {
    "h3 T, C / D | R": "### {T}, {C}\n{D} | {R}",
    "h3 T, C (R) / D": "### {T}, {C} ({R})\n*{D}*",
    "h3 C (R) / bold T | D": "### {C} ({R})\n**{T}** | {D}",
    "h3 T | C | R | D": "### {T} | {C} | {R} | {D}",
    "bold T / C · R / D": "**{T}**  \n{C} · {R}  \n{D}",
    "h3 T / bold C / D / R": "### {T}\n\n**{C}**\n\n{D}\n\n{R}",
    "h3 T at C / R / D": "### {T} at {C}\n\n{R}\n\n*{D}*",
    "h3 C / R / h4 T / D": "### {C}\n\n{R}\n\n#### {T}\n\n{D}",
    "bold C, R / T, D": "**{C}, {R}**\n*{T}*, {D}",
    "h3 logo C / R / bold T | D": "### ![logo](img/logo.png) {C}\n{R}\n\n**{T}** | {D}",
    "logo bold T, C | R / D": "![{C}](img/logo.png) **{T}**, {C} | {R}  \n{D}",
    "bold T — C — D / italic R": "**{T} — {C}** — {D}\n*{R}*",
    "h3 C / italic R / bold T (D)": "### {C}\n*{R}*\n\n**{T}** ({D})",
    "h3 T (R) / C, D": "### {T} ({R})\n**{C}**, {D}",
}
WITHOUT_DATES: Mapping[str, str] = {
    "h3 T, C": "### {T}, {C}", "h3 T at C": "### {T} at {C}", "h3 T @ C": "### {T} @ {C}", "h3 T | C": "### {T} | {C}", "h3 T — C": "### {T} — {C}",
    "h3 C — T": "### {C} — {T}", "h3 C / bold T": "### {C}\n**{T}**", "h3 T / bold C": "### {T}\n**{C}**", "bold T, C": "**{T}**, {C}",
    "bold T / italic C": "**{T}**\n*{C}*", "bold C: T": "**{C}**: {T}", "h3 C / h4 T": "### {C}\n\n#### {T}", "h3 T (C)": "### {T} ({C})",
    "h3 T / C": "### {T}\n\n{C}", "bold T at C": "**{T} at {C}**",
}  # fmt: skip

_A, _B = (
    "- Built the billing service in Go\n- Cut failed payments by 30%",
    "- Answered tickets of 400 customers\n- Wrote the handbook",
)
_ODA = [
    "Oda & Finch | Engineering Manager | 2021-02 | present",
    "Oda & Finch | Senior Backend Engineer | 2019-01 | 2021-02",
]
_THREE = [*_ODA, "Brightkelp | Support Technician | 2015 | 2018"]
_KELP = f"### Brightkelp\n**Support Technician** | 2015 – 2018\n\n{_B}"
_M, _S = "Engineering Manager", "Senior Backend Engineer"
_DM, _DS, _DD = "Feb 2021 – Present", "Jan 2019 – Feb 2021", "Jan 2019 – Present"
_MOVE = [f"Oda & Finch | {_M} | 2019-01 | present"]
PROMOTIONS: Sequence[tuple[str, str, Sequence[str]]] = (
    ("h3 C / h4 T / D", f"### Oda & Finch\n\n#### {_M}\n{_DM}\n\n{_A}\n\n#### {_S}\n{_DS}\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C / h4 T (D)", f"### Oda & Finch\n\n#### {_M} ({_DM})\n\n{_A}\n\n#### {_S} ({_DS})\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C D / h4 T D", f"### Oda & Finch ({_DD})\n\n#### {_M} ({_DM})\n\n{_A}\n\n#### {_S} ({_DS})\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C / D / h4 T | D", f"### Oda & Finch\n*{_DD}*\n\n#### {_M} | {_DM}\n\n{_A}\n\n#### {_S} | {_DS}\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C / bold T D", f"### Oda & Finch\n\n**{_M}** ({_DM})\n\n{_A}\n\n**{_S}** ({_DS})\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C, town / bold T / D", f"### Oda & Finch, Leeds\n\n**{_M}**\n*{_DM}*\n\n{_A}\n\n**{_S}**\n*{_DS}*\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C / italic D / bold T D", f"### Oda & Finch\n*{_DD}*\n\n**{_M}**, {_DM}\n\n{_A}\n\n**{_S}**, {_DS}\n\n{_B}\n\n{_KELP}", _THREE),
    ("bold C D / italic T D", f"**Oda & Finch** ({_DD})\n\n*{_M}* ({_DM})\n\n{_A}\n\n*{_S}* ({_DS})\n\n{_B}\n\n{_KELP}", _THREE),
    ("bold C / T D", f"**Oda & Finch**\n\n{_M}, {_DM}\n\n{_A}\n\n{_S}, {_DS}\n\n{_B}\n\n{_KELP}", _THREE),
    ("bold C / both T D, then bullets", f"**Oda & Finch**  \n{_M}, {_DM}  \n{_S}, {_DS}\n\n{_A}\n\n{_KELP}", _THREE),
    ("h3 C / both bold T D, then bullets", f"### Oda & Finch\n\n**{_M}** | {_DM}  \n**{_S}** | {_DS}\n\n{_A}\n\n{_KELP}", _THREE),
    ("h3 C / bullets T (D) with bullets", "### Oda & Finch\n\n"
     f"- **{_M}** ({_DM})\n  - Built the billing service in Go\n- **{_S}** ({_DS})\n  - Cut failed payments by 30%\n\n{_KELP}", _THREE),
    ("h3 C D / bullets D: T", f"### Oda & Finch ({_DD})\n\n- {_DM}: {_M}\n- {_DS}: {_S}\n\n{_KELP}", _THREE),
    ("h3 C / bullets T, D", f"### Oda & Finch\n\n- {_M}, {_DM}\n- {_S}, {_DS}\n\n{_KELP}", _THREE),
    ("bullet C / bullets T D", f"- **Oda & Finch**\n  - {_M}, {_DM}\n  - {_S}, {_DS}\n- **Brightkelp**\n  - Support Technician, 2015 – 2018", _THREE),
    ("bullet C D / bullets T D", f"- **Oda & Finch** ({_DD})\n  - *{_M}* ({_DM})\n    - Built the billing service in Go\n  - *{_S}* ({_DS})\n    - Cut failed payments by 30%\n"
     "- **Brightkelp** (2015 – 2018)\n  - *Support Technician* (2015 – 2018)\n    - Wrote the handbook", _THREE),
    ("h3 T, C for each", f"### {_M}, Oda & Finch\n{_DM}\n\n{_A}\n\n### {_S}, Oda & Finch\n{_DS}\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 T — C, then T — same", f"### {_M} — Oda & Finch\n{_DM}\n\n{_A}\n\n### {_S} — Oda & Finch\n{_DS}\n\n{_B}\n\n{_KELP}", _THREE),
    ("linkedin", f"Oda & Finch\n3 yrs 2 mos\n\n{_M}\nFull-time\n{_DM} · 1 yr 1 mo\nLeeds, England\n\n{_A}\n\n{_S}\n{_DS} · 2 yrs 2 mos\nLeeds, England\n\n{_B}\n\n"
     "Support Technician\nBrightkelp · Full-time\n2015 – 2018 · 3 yrs\nLeeds, England", _THREE),
    ("linkedin with spaces", f"Oda & Finch  \nFull-time · 3 yrs 2 mos  \nLeeds, England\n\n{_M}  \n{_DM} · 1 yr 1 mo\n\n{_A}\n\n{_S}  \n{_DS} · 2 yrs 2 mos\n\n{_B}\n\n{_KELP}", _THREE),
    ("T → T, C", f"### {_S} → {_M}, Oda & Finch\n{_DD}\n\n{_A}", [f"Oda & Finch | {_S} → {_M} | 2019-01 | present"]),
    ("C / T → T", f"### Oda & Finch\n**{_S} → {_M}** | {_DD}\n\n{_A}", [f"Oda & Finch | {_S} → {_M} | 2019-01 | present"]),
    ("promoted in brackets", f"### {_M} (promoted from {_S}), Oda & Finch\n{_DD}\n\n{_A}", _MOVE),
    ("promoted in a bullet", f"### {_M}, Oda & Finch\n{_DD}\n\n- Promoted from {_S} in February 2021\n- Cut failed payments by 30%", _MOVE),
    ("previously below", f"### {_M}, Oda & Finch\n{_DM}\n\n{_A}\n\n*Previously: {_S} ({_DS})*\n\n{_KELP}", _THREE),
    ("h3 C / table of T and D", f"### Oda & Finch\n\n| Role | Dates |\n|---|---|\n| {_M} | {_DM} |\n| {_S} | {_DS} |\n\n{_KELP}", _THREE),
    ("h3 C / D T lines", f"### Oda & Finch\n\n{_DM}  \n**{_M}**\n\n{_A}\n\n{_DS}  \n**{_S}**\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C | town | D / bold T | D", f"### Oda & Finch | Leeds | {_DD}\n\n**{_M}** | {_DM}\n\n{_A}\n\n**{_S}** | {_DS}\n\n{_B}\n\n{_KELP}", _THREE),
    ("h2 C / h3 T / D", f"## Work\n\n## Oda & Finch\n\n### {_M}\n*{_DM}*\n\n{_A}\n\n### {_S}\n*{_DS}*\n\n{_B}\n\n## Brightkelp\n\n### Support Technician\n*2015 – 2018*\n\n{_B}", _THREE),
    ("h3 C / about / h4 T D", f"### Oda & Finch\n\nA marketplace for used boats.\n\n#### {_M} ({_DM})\n\n{_A}\n\n#### {_S} ({_DS})\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C link / h4 T D", f"### [Oda & Finch](https://oda.example)\n\n#### {_M}, {_DM}\n\n{_A}\n\n#### {_S}, {_DS}\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C / italic T / italic D", f"### Oda & Finch\n\n*{_M}*  \n*{_DM}*\n\n{_A}\n\n*{_S}*  \n*{_DS}*\n\n{_B}\n\n{_KELP}", _THREE),
    ("h3 C, T D line and then", f"### Oda & Finch — {_M} ({_DM}), {_S} ({_DS})\n\n{_A}\n\n{_KELP}", _THREE),
    ("h3 C: T / D; T / D", f"### Oda & Finch\n{_M} ({_DM}); {_S} ({_DS})\n\n{_A}\n\n{_KELP}", _THREE),
)  # fmt: skip
_LEAD = "Vane Consulting | Senior Consultant | 2017-03 | 2020-05"
_TECH = "Brightkelp | Support Technician | 2015 | 2018"
_D = "March 2017 – May 2020"
CLIENTS: Sequence[tuple[str, str, Sequence[str]]] = (
    ("Client line", f"### Senior Consultant, Vane Consulting\n{_D}\n\nClient: Hulm Bank\n\n{_A}\n\n{_KELP}", [_LEAD, _TECH]),
    ("bold Client line", f"### Senior Consultant, Vane Consulting\n{_D}\n\n**Client:** Hulm Bank\n\n{_A}\n\n{_KELP}", [_LEAD, _TECH]),
    ("Clients line", f"### Senior Consultant | Vane Consulting | {_D}\n\nClients: Hulm Bank, Tern Energy, Moss Rail\n\n{_A}\n\n{_KELP}", [_LEAD, _TECH]),
    ("h4 Client: for each", f"### Vane Consulting\n**Senior Consultant** | {_D}\n\n#### Client: Hulm Bank\n\n{_A}\n\n#### Client: Tern Energy\n\n{_B}\n\n{_KELP}", [_LEAD, _TECH]),
    ("h4 client for each", f"### Senior Consultant, Vane Consulting\n{_D}\n\n#### Hulm Bank\n\n{_A}\n\n#### Tern Energy\n\n{_B}\n\n{_KELP}", [_LEAD, _TECH]),
    ("h4 client with dates", f"### Senior Consultant, Vane Consulting\n{_D}\n\n#### Hulm Bank (2017 – 2018)\n\n{_A}\n\n#### Tern Energy (2018 – 2020)\n\n{_B}\n\n{_KELP}", [_LEAD, _TECH]),
    ("bold client for each", f"### Senior Consultant, Vane Consulting\n{_D}\n\n**Hulm Bank**\n\n{_A}\n\n**Tern Energy**\n\n{_B}\n\n{_KELP}", [_LEAD, _TECH]),
    ("bold project for each", f"### Senior Consultant, Vane Consulting\n{_D}\n\n**Project: Ledger move (Hulm Bank)**\n\n{_A}\n\n**Project: Meter portal**\n\n{_B}\n\n{_KELP}", [_LEAD, _TECH]),
    ("h4 project for each", f"### Senior Consultant, Vane Consulting\n{_D}\n\n#### Ledger move\n\n{_A}\n\n#### Meter portal\n\n{_B}\n\n{_KELP}", [_LEAD, _TECH]),
    ("bullet client: deeds", f"### Senior Consultant, Vane Consulting\n{_D}\n\n- **Hulm Bank**: built the billing service\n- **Tern Energy**: moved the meter portal\n\n{_KELP}", [_LEAD, _TECH]),
    ("bullet client with bullets", f"### Senior Consultant, Vane Consulting\n{_D}\n\n- Hulm Bank\n  - Built the billing service\n- Tern Energy\n  - Moved the meter portal\n\n{_KELP}", [_LEAD, _TECH]),
    ("C (client: X)", f"### Senior Consultant, Vane Consulting (client: Hulm Bank)\n{_D}\n\n{_A}\n\n{_KELP}", [_LEAD, _TECH]),
    ("C (Client: X) / T", f"### Vane Consulting (Client: Hulm Bank)\n**Senior Consultant** | {_D}\n\n{_A}\n\n{_KELP}", [_LEAD, _TECH]),
    ("C – Client: X", f"### Senior Consultant, Vane Consulting – Client: Hulm Bank\n{_D}\n\n{_A}\n\n{_KELP}", [_LEAD, _TECH]),
    ("C | Client: X | D", f"**Vane Consulting** | Client: Hulm Bank | {_D}  \n*Senior Consultant*\n\n{_A}\n\n{_KELP}", [_LEAD, _TECH]),
    ("T at X via C", f"### Senior Consultant at Hulm Bank via Vane Consulting\n{_D}\n\n{_A}\n\n{_KELP}", ["Hulm Bank | Senior Consultant | 2017-03 | 2020-05", _TECH]),
    ("T, X (via C)", f"### Senior Consultant, Hulm Bank (via Vane Consulting)\n{_D}\n\n{_A}\n\n{_KELP}", ["Hulm Bank | Senior Consultant | 2017-03 | 2020-05", _TECH]),
    ("X (contract via C) / T", f"### Hulm Bank (contract via Vane Consulting)\n**Senior Consultant** | {_D}\n\n{_A}\n\n{_KELP}", ["Hulm Bank | Senior Consultant | 2017-03 | 2020-05", _TECH]),
    ("X through C / T", f"### Senior Consultant, Hulm Bank (through Vane Consulting)\n{_D}\n\n{_A}\n\n{_KELP}", ["Hulm Bank | Senior Consultant | 2017-03 | 2020-05", _TECH]),
    ("X (client of C)", f"### Senior Consultant, Hulm Bank (client of Vane Consulting)\n{_D}\n\n{_A}\n\n{_KELP}", ["Hulm Bank | Senior Consultant | 2017-03 | 2020-05", _TECH]),
    ("freelance, no house", f"### Freelance Web Developer\n{_D}\n\n{_A}\n\n{_KELP}", [_TECH]),
    ("freelance, clients", f"### Freelance Web Developer\n{_D}\n\nClients include Hulm Bank and Tern Energy.\n\n{_A}\n\n{_KELP}", [_TECH]),
    ("self-employed", f"### Web Developer, Self-employed\n{_D}\n\n{_A}\n\n{_KELP}", [_TECH]),
    ("own studio", f"### Founder & Designer, Quill Studio (self-employed)\n{_D}\n\n{_A}\n\n{_KELP}", ["Quill Studio | Founder & Designer | 2017-03 | 2020-05", _TECH]),
    ("career break", f"### Career break\n{_D}\n\nTravelled and cared for family.\n\n{_KELP}", [_TECH]),
    ("Career Break, parental", f"### Career Break: Parental Leave\n{_D}\n\n{_KELP}", [_TECH]),
    ("parental leave bold", f"**Parental leave** ({_D})\n\n{_KELP}", [_TECH]),
    ("sabbatical", f"### Sabbatical | {_D}\n\nTravelled through Patagonia.\n\n{_KELP}", [_TECH]),
    ("Elternzeit", f"## Berufserfahrung\n\n### Elternzeit\n{_D}\n\n{_KELP}", [_TECH]),
    ("military", f"### Sergeant, Royal Tarn Army\n{_D}\n\n{_A}\n\n{_KELP}", ["Royal Tarn Army | Sergeant | 2017-03 | 2020-05", _TECH]),
    ("military service", f"### Military Service\n{_D}\n\n{_KELP}", [_TECH]),
    ("volunteering", f"## Volunteering\n\n### Volunteer Coordinator, Save the Eels\n{_D}\n\n{_A}\n\n## Experience\n\n{_KELP}", ["Save the Eels | Volunteer Coordinator | 2017-03 | 2020-05", _TECH]),
    ("internship heading", f"## Internships\n\n### Marketing Intern, Hulm Bank\n{_D}\n\n{_A}\n\n## Experience\n\n{_KELP}", ["Hulm Bank | Marketing Intern | 2017-03 | 2020-05", _TECH]),
    ("Technologies between", f"### Senior Consultant, Vane Consulting\n{_D}\n\n**Technologies:** Go, Kafka\n\n{_A}\n\n**Achievements:**\n\n{_B}\n\n{_KELP}", [_LEAD, _TECH]),
    ("Responsibilities", f"### Senior Consultant, Vane Consulting\n{_D}\n\n#### Responsibilities\n\n{_A}\n\n#### Key achievements\n\n{_B}\n\n{_KELP}", [_LEAD, _TECH]),
    ("labels in bullets", f"### Vane Consulting\n- **Role:** Senior Consultant\n- **Dates:** {_D}\n- **Location:** Leeds\n\n{_A}\n\n### Brightkelp\n- **Role:** Support Technician\n- **Dates:** 2015 – 2018\n- **Location:** Hull\n\n{_B}", [_LEAD, _TECH]),
    ("labels in lines", f"### Vane Consulting\n**Role:** Senior Consultant  \n**Period:** {_D}  \n**Location:** Leeds\n\n{_A}\n\n### Brightkelp\n**Role:** Support Technician  \n**Period:** 2015 – 2018\n\n{_B}", [_LEAD, _TECH]),
    ("labels, post above", f"### Senior Consultant\n**Company:** Vane Consulting  \n**Duration:** {_D}\n\n{_A}\n\n### Support Technician\n**Company:** Brightkelp  \n**Duration:** 2015 – 2018\n\n{_B}", [_LEAD, _TECH]),
)  # fmt: skip
_T3 = (
    ("2019", "2021", "Senior Backend Engineer", "Oda & Finch"),
    ("2015", "2018", "Support Technician", "Brightkelp"),
    ("2012", "2014", "Teaching Assistant", "University of Varnsk"),
)
_THREE_LISTED = [f"{c} | {t} | {a} | {b}" for a, b, t, c in _T3]


def _listed(form: str, between: str = "\n") -> str:
    return between.join(form.format(A=a, B=b, T=t, C=c, D=f"{a} – {b}") for a, b, t, c in _T3)


_ITEMS = (
    "{D}: {T}, {C}", "{D}: {T} at {C}", "{D} — {T}, {C}", "**{D}**: {T}, {C}", "**{D}** {T}, {C}", "{T}, {C} ({D})", "{T} at {C}, {D}", "**{T}**, {C}, {D}",
    "**{T}** at {C} ({D})", "**{C}**, {T} ({D})", "**{C}**: {T} ({D})", "{C} – {T} – {D}", "{T} | {C} | {D}", "{T} @ {C} ({A}-{B})", "{D} {C}, {T}", "{D} | {C} | {T}",
    "**{T}** – *{C}* – {D}", "*{D}* · **{T}** · {C}", "{A}-{B} {T} bei {C}", "{T} ({C}, {D})", "[{C}](https://x.example) — {T} ({D})", "{T} for {C}, {D}", "`{D}` {T}, {C}", "{T} with {C} from {A} to {B}",
    "{T}, {C}, Leeds, {D}", "{T}, {C}, Leeds, UK ({D})",
)  # fmt: skip
_ROWS = (
    ("Dates | Title | Company", "{D} | {T} | {C}"), ("Company | Role | Period", "{C} | {T} | {D}"), ("Role | Company | Dates", "**{T}** | {C} | {D}"),
    ("From | To | Position | Employer", "{A} | {B} | {T} | {C}"), ("Years | Where | What", "{D} | {C} | {T}"), ("Period | Job", "{D} | {T}, {C}"),
    ("Company | Position | Start | End", "{C} | {T} | {A} | {B}"), (" | ", "**{D}** | **{T}**, {C}"), (" | ", "{D} | **{T}**<br>{C}"), ("Role | Company | Location | Dates", "{T} | {C} | Leeds | {D}"),
)  # fmt: skip


def _table(head: str, row: str) -> str:
    dashes = " | ".join("---" for _ in head.split("|"))
    return f"| {head} |\n| {dashes} |\n{_listed(f'| {row} |')}"


_LED = "### Engineering Manager, Ternline\n2021 – present\n\n" + _A + "\n\n"
_TERN = "Ternline | Engineering Manager | 2021 | present"
_EARLIER = ["Oda & Finch | Senior Backend Engineer | 2019 | 2021", "Brightkelp | Support Technician | 2015 | 2018"]
_UNDATED = ["Oda & Finch | Senior Backend Engineer | None | None", "Brightkelp | Support Technician | None | None"]
_LIST_HEADS = ("## Experience", "## Earlier experience", "## Timeline")
LISTS: Sequence[tuple[str, str, Sequence[str]]] = (
    *((f"{head}: - {item}", f"{head}\n\n{_listed('- ' + item)}", _THREE_LISTED) for item in _ITEMS for head in _LIST_HEADS),
    *((f"paragraphs: {item}", _listed(item, "\n\n"), _THREE_LISTED) for item in _ITEMS),
    *((f"lines: {item}", _listed(item, "  \n"), _THREE_LISTED) for item in _ITEMS),
    *((f"table: {head}: {row}", _table(head, row), _THREE_LISTED) for head, row in _ROWS),
    *(
        (f"html: {item}", f"<ul>\n{_listed(item)}\n</ul>", _THREE_LISTED)
        for item in (
            "<li><strong>{D}</strong> <a href='https://x.example'>{C}</a><br/><strong>{T}</strong></li>", "<li><b>{T}</b>, {C} <i>{D}</i></li>",
            "<li><strong>{D}</strong><br>{T}<br>{C}</li>", "<li>{D}: <b>{T}</b>, {C}</li>", "<li><a href='https://x.example'>{C}</a> ({D})<br>{T}</li>",
        )
    ),
    ("Earlier: T at C (D), …", _LED + "Earlier: Senior Backend Engineer at Oda & Finch (2019–2021), Support Technician at Brightkelp (2015–2018).", [_TERN, *_EARLIER]),
    ("Earlier: T, C, D; …", _LED + "**Earlier:** Senior Backend Engineer, Oda & Finch, 2019–2021; Support Technician, Brightkelp, 2015–2018", [_TERN, *_EARLIER]),
    ("Earlier roles: T, C (D) · …", _LED + "Earlier roles: Senior Backend Engineer, Oda & Finch (2019–2021) · Support Technician, Brightkelp (2015–2018)", [_TERN, *_EARLIER]),
    ("h3 Earlier / line", _LED + "### Earlier\n\nSenior Backend Engineer, Oda & Finch (2019–2021); Support Technician, Brightkelp (2015–2018)", [_TERN, *_EARLIER]),
    ("h3 Earlier / bullets", _LED + "### Earlier roles\n\n- Senior Backend Engineer, Oda & Finch (2019–2021)\n- Support Technician, Brightkelp (2015–2018)", [_TERN, *_EARLIER]),
    ("Previously: T at C, T at C", _LED + "Previously: Senior Backend Engineer at Oda & Finch, Support Technician at Brightkelp.", [_TERN, *_UNDATED]),
    ("Earlier: A at X, B at Y", _LED + "Earlier: Senior Backend Engineer at Oda & Finch; Support Technician at Brightkelp", [_TERN, *_UNDATED]),
    ("Other: bullets T at C", _LED + "### Other positions\n\n- Senior Backend Engineer at Oda & Finch\n- Support Technician at Brightkelp", [_TERN, *_UNDATED]),
)  # fmt: skip
_SAYS: Sequence[tuple[str, str]] = (
    ("I worked as a senior backend engineer at Oda & Finch from 2019 to 2021.", "senior backend engineer | 2019 | 2021"),
    ("From 2019 to 2021 I was a senior backend engineer at Oda & Finch.", "senior backend engineer | 2019 | 2021"),
    ("Between 2019 and 2021, I led the payments team at Oda & Finch.", "None | 2019 | 2021"),
    ("I was head chef at Oda & Finch (2019–2021).", "head chef | 2019 | 2021"),
    ("I am currently a staff nurse at Oda & Finch, where I have worked since 2019.", "staff nurse | 2019 | present"),
    ("Since 2019 I have been working as a buyer for Oda & Finch.", "buyer | 2019 | present"),
    ("I have been teaching maths at Oda & Finch since 2019.", "None | 2019 | present"),
    ("I joined Oda & Finch in 2019 as a junior electrician and left in 2021.", "junior electrician | 2019 | 2021"),
    ("I joined Oda & Finch as a junior electrician in 2019.", "junior electrician | 2019 | None"),
    ("In 2019 I became head of design at Oda & Finch.", "head of design | 2019 | None"),
    ("I'm a product designer at Oda & Finch.", "product designer | None | None"),
    ("I work as a lawyer at Oda & Finch.", "lawyer | None | None"),
    ("Currently: Product Designer at Oda & Finch.", "Product Designer | None | None"),
    ("Now: Product Designer @ Oda & Finch", "Product Designer | None | None"),
    ("Product Designer at Oda & Finch since 2019.", "Product Designer | 2019 | present"),
    ("I currently lead the data team at [Oda & Finch](https://oda.example).", "None | None | None"),
    ("I'm Rosa, a data scientist at Oda & Finch.", "data scientist | None | None"),
    ("Previously, I was a teacher at Oda & Finch for three years.", "teacher | None | None"),
    ("Before that, I spent two years at Oda & Finch as a barista.", "barista | None | None"),
    ("After university I started at Oda & Finch as a trainee (2019–2021).", "trainee | 2019 | 2021"),
    ("I co-founded Oda & Finch in 2019 and was its CTO until 2021.", "CTO | 2019 | 2021"),
    ("My last job was as a support technician at Oda & Finch, from January 2019 until July 2021.", "support technician | 2019-01 | 2021-07"),
    ("I served as interim CFO of Oda & Finch from 2019 to 2021.", "interim CFO | 2019 | 2021"),
    ("During my studies I worked part-time as a barista at Oda & Finch (2019–2021).", "barista | 2019 | 2021"),
)  # fmt: skip
SAYINGS: Sequence[tuple[str, str, Sequence[str]]] = tuple(
    (f"{head or 'top'}: {said}", f"{head}\n\n{said} I like boats and old maps." if not said.endswith("Finch") else f"{head}\n\n{said}", [f"Oda & Finch | {found}"] if found != "None | None | None" else [])
    for said, found in _SAYS
    for head in ("", "## About me", "## Experience")
)  # fmt: skip
