"""The forms that export_lots.py draws from: how a résumé looks once it came out of a file, a profile, a macro package or a site.

In plain forms T is a title or degree, C a house or school, L a place, D dates, F and G their ends, B the bullets; `|` is the drawn separator,
`→` sets what follows at the right edge, `⇥` is a tab. In LaTeX and HTML parts stand as `«T»`.
"""

from __future__ import annotations

from collections.abc import Mapping

Forms = Mapping[str, str]

NAMES: Forms = {
    "plain": "{N}\n{P}\n{M}", "capitals": "{X}\n{P}\n{M}", "spaced": "{spaced}\n{P}\n{M}", "apart": "{N}\n\n{P}\n\n{M}", "trade beside": "{N} – {P}\n{M}", "trade below a bar": "{N} | {P}\n{M}",
    "contact first": "{M}\n\n{N}\n{P}", "curriculum": "CURRICULUM VITAE\n\n{N}\n{M}", "of": "Curriculum Vitae – {N}\n\n{M}", "label": "Name: {N}\n{M}", "bars": "{N}\n{M} | Varnsk | quill.example", "no trade": "{N}\n{M}",
    "contact lines": "{N}\n{P}\n\nHafenweg 3\n12345 Varnsk\n{M}", "edge": "{N}→{M}\n{P}→Varnsk",
}  # fmt: skip
SECTIONS: Forms = {
    "capitals": "{X}\n", "close": "{X}", "title": "{H}\n", "title close": "{H}", "label": "{H}:\n", "spaced": "{spaced}\n", "wide": "{wide}\n", "lower": "{low}\n", "rule": "{H}\n{rule}", "double": "{X}\n{double}",
    "long rule": "{X}\n____________________________________________", "rule beside": "{H} ____________________________", "framed": "--- {H} ---\n", "square": "■ {H}\n", "number": "{i}. {H}\n", "roman": "{roman}. {X}\n", "dots": "{X}\n........................................\n",
    "brackets": "[ {H} ]\n", "arrow": "» {H}\n", "slashes": "// {H}\n", "indented": "        {X}\n", "pipe": "| {H}\n", "picture": "💼 {H}\n", "icon": "\uf0b1 {X}\n", "rule above": "----------------------------------------\n{X}\n", "hash": "## {H}\n", "equals": "== {H} ==\n",
}  # fmt: skip
SEPARATORS = (
    ", ",
    " | ",
    " – ",
    " - ",
    " · ",
    " • ",
    " // ",
    " / ",
    "⇥",
    "    ",
    " ∙ ",
    " ♦ ",
    " — ",
    " ~ ",
    " ▪ ",
    "; ",
)
POSTS: Forms = {
    name: name.replace("/", "\n")
    for name in (
        "{C}→{D}/{T}", "{T}→{D}/{C}", "{C}, {L}→{D}/{T}", "{T}, {C}→{D}", "{C}→{L}/{T}→{D}", "{T}→{D}/{C}→{L}", "{D}/{T}/{C}, {L}", "{D}/{C}/{T}", "{T}/{C}/{D}", "{C}/{T}/{D}", "{T}|{C}|{D}", "{C}|{T}|{D}", "{D}|{T}|{C}", "{D}|{C}|{T}", "{T}|{C}/{D}", "{C}|{T}/{D}",
        "{T}|{C}|{L}/{D}", "{T}/{C}|{D}", "{T}/{C}|{L}|{D}", "{C}|{L}/{T}|{D}", "{D}⇥{T}/⇥{C}, {L}", "{D}⇥{T}, {C}", "{D}⇥{C}, {L}/⇥{T}", "{D}    {T}, {C}", "{D}    {C}/               {T}", "{D}: {T}, {C}", "{T} ({D})/{C}", "{T}, {C} ({D})", "{C} ({D})/{T}", "{C} ({L})/{T}/{D}",
        "{T}/{C}, {L}/{D}", "{D}/{T}|{C}", "{D}|{L}/{T}/{C}", "{XC}→{D}/{T}", "{XC}/{T}|{D}", "{XT}/{C}|{D}", "{XT}|{XC}/{D}", "{T}/{C}/{L}/{D}", "{C}/{L}/{T}/{D}", "{F} –/{G}/{T}/{C}", "{D}/{XC}, {L}/{T}", "{T}//{C}//{D}", "{C}, {L}//{T}|{D}",
    )
}  # fmt: skip
GROUPS: Forms = {
    "house above": "{C}, {L}\n{one}→{D1}\n{B1}\n{two}→{D2}\n{B2}", "house, span": "{C}→{D}\n{one} ({D1})\n{B1}\n{two} ({D2})\n{B2}", "below": "{C}\n{one}\n{D1}\n{B1}\n\n{two}\n{D2}\n{B2}", "bars": "{C} | {L}\n{one} | {D1}\n{B1}\n{two} | {D2}\n{B2}",
    "no bullets": "{C}\n{one}, {D1}\n{two}, {D2}", "dates first": "{C}, {L}\n{D1}⇥{one}\n{B1}\n{D2}⇥{two}\n{B2}",
}  # fmt: skip
BETWEEN: Forms = {"nothing": "", "blank": "\n", "duties": "{duties}\n", "blank duties": "\n{duties}\n"}
BULLETS: Forms = {
    "bullet": "• ", "dash": "- ", "square": "▪ ", "arrow": "➢ ", "o": "o ", "o low": "o\t", "section": "§ ", "star": "* ", "en dash": "– ", "tab": "•\t", "indented": "    • ", "glued": "•", "private": "\uf0b7 ", "private tab": "\uf0a7\t", "ring": "○ ", "check": "✓ ", "bare": "", "alone": "•\n", "pointer": "► ", "dot": "· ",
    "diamond": "❖ ", "double angle": "» ", "large": "● ", "minus": "− ",
}  # fmt: skip
STUDIES: Forms = {
    name: name.replace("/", "\n")
    for name in (
        "{T}/{C}/{D}", "{C}/{T}/{D}", "{D}/{T}/{C}", "{T}, {C}→{D}", "{C}→{D}/{T}", "{T}→{D}/{C}, {L}", "{D}⇥{T}, {C}", "{D}⇥{T}/⇥{C}, {L}", "{D}: {T}, {C}", "{T} ({D})/{C}", "{T}|{C}|{D}", "{C}|{T}|{D}", "{D}|{T}|{C}", "{T}, {C}, {L}, {D}", "{C}, {L}/{T}|{D}", "{T}|{C}/{D}", "{T}, {C} ({D})", "• {T}, {C}, {D}", "{D}    {T}, {C}",
    )
}  # fmt: skip
WORKS: Forms = {
    "colon": "{N}: {S} ({T})",
    "line": "{N}\n{S}\n{T}",
    "bullet": "• {N} – {S} ({T})",
    "bar": "{N} | {T}\n{S}",
    "brackets": "{N} ({T})\n{S}",
}
ORDERS: Mapping[str, tuple[str, ...]] = {
    "usual": ("about", "experience", "education", "skills", "languages", "hobbies"), "studies first": ("education", "experience", "skills", "works", "languages"), "skills first": ("about", "skills", "experience", "works", "education"),
    "side bar first": ("skills", "languages", "hobbies", "about", "experience", "education"), "full": ("personal", "experience", "education", "courses", "skills", "languages", "hobbies", "references"), "works last": ("about", "experience", "education", "works", "references"),
    "personal last": ("experience", "education", "courses", "languages", "personal"), "languages between": ("about", "experience", "languages", "education", "hobbies", "works"),
}  # fmt: skip
BREAKS: Forms = {
    "none": "", "none again": "", "feed": "\f", "name and page": "{N} – {page} 2", "page": "{page} 2", "of": "2/2", "page of": "{page} 2 / 2", "name": "\f{N}", "footer": "{M} | {page} 1", "said so": "Lebenslauf {N}                    2",
}  # fmt: skip
PROFILE_POSTS: Forms = {
    "full-time": "{T}\n{C} · Full-time\n{D} · {len}\n{L} · On-site\n\n{B}", "plain": "{T}\n{C}\n{D} · {len}\n{L}\n{B}", "pdf": "{C}\n{T}\n{D} ({long})\n{L}\n{B}", "pdf bare": "{C}\n{T}\n{D} ({long})\n{B}", "logo": "{C} logo\n{T}\n{C} · Full-time\n{D} · {len}\n{L}\n{B}",
    "doubled": "{T}\n{T}\n{C} · Part-time\n{C} · Part-time\n{D} · {len}\n{D} · {len}\n{L}\n{L}\n{B}", "labels": "{T}\nCompany Name\n{C}\nDates Employed\n{D}\nEmployment Duration\n{len}\nLocation\n{L}\n{B}", "skills": "{T}\n{C} · Contract\n{D} · {len}\n{B}\nSkills: {K}",
    "hybrid": "{T}\n{C}\n{D} · {len}\n{L} · Hybrid\n{B}\nSkills: Teamwork · Planning · +3 skills", "indeed": "{T}\n{C} - {L}\n{F} to {G}\n{B}", "xing": "{len}, {D}\n{T}\n{C}\n{B}", "xing ringed": "{D}\n\n{len}\n\n{T}\n\n{C}\n\n{B}", "hh": "{D}\n{long}\n{C}\n{L}\n{T}\n{B}",
}  # fmt: skip
PROFILE_STUDIES: Forms = {
    "plain": "{C}\n{T}\n{D}", "pdf": "{C}\n{T} · ({D})", "doubled": "{C}\n{C}\n{T}\n{T}\n{D}\n{D}", "labels": "{C}\nDegree Name\n{T}\nDates attended or expected graduation\n{D}", "logo": "{C} logo\n{C}\n{T}\n{D}", "skills": "{C}\n{T}\n{D}\nGrade: First\nActivities and societies: Rowing", "indeed": "{T}\n{C} - {L}\n{D}",
}  # fmt: skip
PROFILE_HEADS: Forms = {
    "web": "{N}\n{P}\nVarnsk · Contact info\n500+ connections\n\nAbout\n{A}", "pdf side": "Contact\nrosa@quill.example\n\nTop Skills\nPlanning\nTeamwork\n\nLanguages\nDanish (Limited Working)\n\n{N}\n{P}\nVarnsk\n\nSummary\n{A}", "pdf": "{N}\n{P}\nVarnsk\n\nContact\nrosa@quill.example\n\nTop Skills\nPlanning\n\nSummary\n{A}",
    "short": "{N}\n{P}", "pronouns": "{N} (She/Her)\n{P} at {C}\nVarnsk\n\nAbout\n{A}",
}  # fmt: skip
PROFILE_TAILS: Forms = {
    "none": "", "certificates": "\n\nLicenses & certifications\nFirst Aid\nRed Gull\nIssued Mar 2021 · Expires Mar 2024", "skills": "\n\nSkills\nPlanning\n12 endorsements\nTeamwork\nEndorsed by 3 colleagues", "page": "\n\nPage 1 of 2", "interests": "\n\nInterests\nCompanies\nSchools",
    "volunteering": "\n\nLanguages\nEnglish\nNative or bilingual proficiency",
}  # fmt: skip
FIELDS: Forms = {
    "tab": "{k}⇥{v}", "colon": "{k}: {v}", "spaced colon": "{k} : {v}", "columns": "{k:40}{v}", "below": "{k}\n{v}", "row": "| {k} | {v} |", "bullet": "• {k}: {v}", "bold": "**{k}:** {v}", "colon tab": "{k}:⇥{v}",
}  # fmt: skip
FIELD_LABELS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (("Dates", "Occupation or position held", "Name and address of employer", "Main activities and responsibilities"), ("Dates", "Title of qualification awarded", "Name and type of organisation providing education and training")),
    "de": (("Zeitraum", "Beruf oder Funktion", "Name und Adresse des Arbeitgebers", "Wichtigste Tätigkeiten und Zuständigkeiten"), ("Zeitraum", "Bezeichnung der erworbenen Qualifikation", "Name und Art der Bildungs- oder Ausbildungseinrichtung")),
    "fr": (("Dates", "Fonction ou poste occupé", "Nom et adresse de l'employeur", "Principales activités et responsabilités"), ("Dates", "Intitulé du certificat ou diplôme délivré", "Nom et type de l'établissement d'enseignement ou de formation")),
    "es": (("Fechas", "Profesión o cargo desempeñado", "Nombre y dirección de la empresa o empleador", "Funciones y responsabilidades principales"), ("Fechas", "Cualificación obtenida", "Nombre y tipo del centro de estudios")),
    "pt": (("Datas", "Função ou cargo ocupado", "Nome e morada do empregador", "Principais actividades e responsabilidades"), ("Datas", "Designação da qualificação atribuída", "Nome e tipo da organização de ensino ou formação")),
    "it": (("Date", "Lavoro o posizione ricoperti", "Nome e indirizzo del datore di lavoro", "Principali attività e responsabilità"), ("Date", "Titolo della qualifica rilasciata", "Nome e tipo d'organizzazione erogatrice dell'istruzione e formazione")),
    "pl": (("Okres zatrudnienia", "Stanowisko", "Nazwa i adres pracodawcy", "Główne obowiązki"), ("Okres nauki", "Uzyskany tytuł", "Nazwa uczelni")),
    "short en": (("Period", "Position", "Company", "Duties"), ("Period", "Degree", "School")),
    "short de": (("Zeitraum", "Position", "Firma", "Aufgaben"), ("Zeitraum", "Abschluss", "Schule")),
    "short fr": (("Période", "Poste", "Entreprise", "Missions"), ("Période", "Diplôme", "Établissement")),
    "short es": (("Período", "Puesto", "Empresa", "Funciones"), ("Período", "Título", "Centro")),
    "short pt": (("Período", "Cargo", "Empresa", "Atividades"), ("Período", "Curso", "Instituição")),
    "short it": (("Periodo", "Ruolo", "Azienda", "Mansioni"), ("Periodo", "Titolo", "Istituto")),
    "short nl": (("Periode", "Functie", "Werkgever", "Taken"), ("Periode", "Diploma", "School")),
    "short sv": (("Period", "Befattning", "Arbetsgivare", "Arbetsuppgifter"), ("Period", "Examen", "Skola")),
    "short tr": (("Tarih", "Pozisyon", "Şirket", "Görevler"), ("Tarih", "Bölüm", "Okul")),
    "short ru": (("Период", "Должность", "Компания", "Обязанности"), ("Период", "Степень", "Учебное заведение")),
    "short cs": (("Období", "Pozice", "Zaměstnavatel", "Náplň práce"), ("Období", "Titul", "Škola")),
}  # fmt: skip
"""Tongue → labels of a post (dates, title, house, duties) and of a study (dates, degree, school)."""
