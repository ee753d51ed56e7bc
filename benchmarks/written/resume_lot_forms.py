"""The forms that the parts of a résumé take; a page draws one of each. Knows nobody's words: those are in resume_lot_words.py."""

from __future__ import annotations

from collections.abc import Mapping

Forms = Mapping[str, str]

HEADS: Forms = {
    "heading": "# {name}", "calling below": "# {name}\n\n**{calling}**", "calling heading": "# {name}\n## {calling}", "dash": "# {name} – {calling}",
    "letters": "# {name}, {letters}", "pronouns": "# {name} (she/her)", "caps": "{NAME}\n{CALLING}", "first line": "{name}\n{place}\nrosa@quill.example | 555 0100",
    "bars": "# {name}\n\n{place} | [mail](mailto:a@b.example) | [site](https://x.example)", "emoji": "# {name}\n\n📍 {place}  \n📧 a@b.example",
    "labels": "# {name}\n\n- **Email:** a@b.example\n- **Phone:** 555 0100\n- **Location:** {place}", "contact section": "# {name}\n\n## Contact\n\n- a@b.example\n- {place}",
    "badges": "# {name}\n\n![x](https://img.example/a-blue) ![y](https://img.example/b-red)", "front matter": "---\ntitle: Resume of {name}\nlayout: page\n---",
    "résumé of": "# Résumé: {name}", "curriculum": "# Curriculum Vitae\n\n**{name}**", "underlined": "{name}\n============\n\n*{calling}*", "bold": "**{name}**  \n{calling}, {place}",
    "name label": "# Curriculum Vitae\n\nName: {name}\nAddress: {place}\nEmail: a@b.example", "html": "<h1 align=\"center\">{name}</h1>\n<p align=\"center\">{calling} · {place}</p>",
    "quote": "# {name}\n\n> {calling} in {place}", "table": "# {name}\n\n| | |\n|---|---|\n| Email | a@b.example |\n| City | {place} |",
}  # fmt: skip
SUMMARIES: Forms = {
    "none": "", "section": "{h}Summary\n\n{summary}", "profile": "{h}Profile\n\n{summary}", "bare": "{summary}", "quote": "> {summary}", "objective": "{h}Objective\n\n{summary}",
    "bullets": "{h}Highlights\n\n- {summary}\n- Speaks three languages", "about": "{h}About me\n\n{summary}", "italic": "*{summary}*",
}  # fmt: skip
MARKS: Forms = {
    "h2": "## {}", "h1": "# {}", "h3": "### {}", "caps": "## {CAPS}", "bold": "**{}**", "bold caps": "**{CAPS}**", "ruled": "---\n\n## {}", "underlined": "{}\n----------",
    "emoji": "## 💼 {}", "colon": "## {}:", "bar": "## ▎{}", "bold heading": "## **{}**",
}  # fmt: skip
"""How a section's title is marked."""
TITLES: Mapping[str, tuple[str, ...]] = {
    "posts": ("Experience", "Work Experience", "Professional Experience", "Employment History", "Employment", "Career History", "Work History", "Where I have worked",
              "Relevant Experience", "Positions", "Professional Background"),
    "works": ("Projects", "Selected Projects", "Personal Projects", "Side Projects", "Key Projects", "Notable Projects", "Things I have built", "Project Experience"),
    "studies": ("Education", "Academic Background", "Education & Qualifications", "Education and Training", "Academic Qualifications", "Studies", "Degrees"),
    "skills": ("Skills", "Technical Skills", "Core Competencies", "Key Skills", "Skills & Tools", "Expertise"),
}  # fmt: skip
ORDERS: Mapping[str, tuple[str, ...]] = {
    "usual": ("posts", "works", "studies", "skills"), "skills first": ("skills", "posts", "works", "studies"), "studies first": ("studies", "posts", "works", "skills"),
    "works first": ("works", "posts", "skills", "studies"), "no works": ("posts", "studies", "skills"), "studies, works": ("studies", "works", "posts", "skills"),
}  # fmt: skip
DATES: Forms = {
    "months": "{b} {y} – {B} {Y}", "hyphen": "{b} {y} - {B} {Y}", "long": "{M} {y} – {N} {Y}", "to": "{M} {y} to {N} {Y}", "numbers": "{m:02}/{y} - {n:02}/{Y}", "points": "{m:02}.{y} – {n:02}.{Y}",
    "iso": "{y}-{m:02} – {Y}-{n:02}", "years": "{y} – {Y}", "tight years": "{y}-{Y}", "duration": "{b} {y} - {B} {Y} (4 yrs 2 mos)", "comma": "{M}, {y} – {N}, {Y}", "short": "{b}. {y}–{B}. {Y}",
    "apostrophe": "{b} '{z} – {B} '{Z}", "em": "{b} {y}—{B} {Y}", "arrow": "{b} {y} → {B} {Y}",
}  # fmt: skip
NOWS = ("Present", "present", "Now", "Current", "today", "Present")
POSTS: Forms = {
    "h3 title at": "### {T} at {C}\n*{D}*", "h3 title, house": "### {T}, {C}\n\n{D}, {P}", "h3 house — title": "### {C} — {T}\n*{D}*", "h3 house": "### {C}\n**{T}** | {D}",
    "h3 title": "### {T}\n**{C}** | {P} | *{D}*", "h3 house dates": "### {C} ({D})\n*{T}*", "h3 bars": "### {T} | {C} | {D}", "h3 house, date line": "### {C}\n*({D})*<br/>\n**{T}**",
    "h3 h4 h5": "### {C}\n#### {T}\n##### {D}", "h3 h5 h5": "### {C} - {T}\n\n##### {D}\n\n##### {P}", "bold house": "**{C}**, {P}  \n*{T}*, {D}", "bold title": "**{T}**  \n{C}, {P}  \n{D}",
    "bold both": "**{T}**, **{C}** ({D})", "bold title dash": "**{T}** – {C} – {P} – {D}", "h2 house": "## {C}  \n**{T}** ({D})", "item": "- **{T}**, {C}, {D}", "code dates": "### {T} @ {C}\n`{D}` `{P}`",
    "plain lines": "{T}\n{C}\n{D}", "plain house first": "{C}, {P}\n{T}\n{D}", "dates first": "{D}\n{T}, {C}, {P}", "dates colon": "**{D}**: {T}, {C}", "date heading": "### {D}\n**{T}**, {C}, {P}",
    "right": "{C}{gap}{P}\n{T}{gap}{D}", "right dates": "{T}, {C}{gap}{D}", "caps house": "{CC}, {P}\n{T}, {D}", "caps right": "{CC}{gap}{D}\n{T}", "tab": "{T}\t{D}\n{C}\t{P}",
    "labels": "Company: {C}\nPosition: {T}\nDuration: {D}", "bold labels": "**Employer:** {C}  \n**Title:** {T}  \n**Dates:** {D}", "pipes": "{C} | {T} | {P} | {D}", "brackets": "{T} ({C}), {D}",
    "dotted": "{T} · {C} · {D}", "profile site": "{T}\n{C} · Full-time\n{D} · 4 yrs\n{P}", "html right": "### {T} <span style=\"float:right\">{D}</span>\n{C}, {P}", "link": "### [{C}](https://x.example), {P}\n**{T}**, {D}",
    "column": "{D}    {CC}, {T}", "for": "### {T} for {C}, {D}", "slash": "### {T} / {C}\n{D} / {P}", "remote": "### {C} · {T}\n{D} | Remote", "quote": "### {T}\n> {C}, {P} · {D}",
    "bold dates apart": "**{C}**\n\n**{T}**\n\n**{D}**", "freelance": "### {C} - {T} (Freelance)\n\n{D}", "table": "| {T} | {C} | {D} |\n|---|---|---|", "italics": "_{T}_, _{C}_  \n_{D}_",
    "dept": "### {T}, {C}\n{P} | {D}", "emoji": "### 🏢 {C}\n**{T}**  \n📅 {D}  \n📍 {P}", "h3 bold": "### **{T}**\n### **{C}**\n{D}", "dates at end": "### {C}\n{T}\n\n{P}\n\n{D}",
}  # fmt: skip
PROMOTIONS: Forms = {
    "h3 bold": "### {C}\n\n**{T}** | {D}\n\n{X}\n\n**{T2}** | {D2}\n\n{X2}", "h3 h4": "### {C}, {P}\n\n#### {T}\n*{D}*\n\n{X}\n\n#### {T2}\n*{D2}*\n\n{X2}",
    "total": "### {C} ({Y1} – {Y2})\n\n**{T}** ({D})\n\n{X}\n\n**{T2}** ({D2})\n\n{X2}", "plain": "{C}\n{T}, {D}\n{X}\n\n{T2}, {D2}\n{X2}", "all at once": "### {C}\n**{T}**, {D}  \n**{T2}**, {D2}\n\n{X}\n{X2}",
    "dash": "## {C} – {P}\n\n### {T} – {D}\n\n{X}\n\n### {T2} – {D2}\n\n{X2}", "caps": "{CC}{gap}{P}\n\n{T}{gap}{D}\n{X}\n\n{T2}{gap}{D2}\n{X2}", "items": "**{C}**\n\n- {T} ({D})\n- {T2} ({D2})\n\n{X}\n{X2}",
}  # fmt: skip
"""One house with two posts; X and X2 are what they tell."""
BETWEEN: Forms = {
    "none": "", "house": "{about}", "italic house": "*{about}*", "quote": "> {about}", "tech": "**Tech:** {tools}", "plain tech": "Technologies used: {tools}", "stack italics": "*Stack: {tools}*", "link": "[{C}](https://x.example)",
    "place": "{P}", "italic place": "_{P}_", "team": "Team of six, reporting to the director.", "tech item": "- Tools: {tools}", "code": "`{tools}`", "responsible": "Responsible for the daily work and its plan.", "company label": "About the company: {about}",
}  # fmt: skip
TELLINGS: Forms = {
    "bullets": "- {deed}\n- {routine}", "stars": "* {routine}\n* {deed}", "dots": "• {deed}\n• {routine}", "dashes": "– {deed}\n– {routine}", "sentence": "{deed}. {routine}.", "first person": "I was the first hire here. {routine}.",
    "achievements": "{routine}.\n\n**Key achievements:**\n- {deed}", "both labels": "Responsibilities:\n- {routine}\n\nAchievements:\n- {deed}", "both headings": "#### Responsibilities\n- {routine}\n\n#### Achievements\n- {deed}",
    "lead-ins": "- **Delivery:** {deed}\n- **Daily work:** {routine}", "nested": "- Main tasks\n  - {routine}\n  - {deed}", "paragraph, bullets": "{routine}.\n\n- {deed}", "semicolons": "- {deed};\n- {routine}.", "numbered": "1. {deed}\n2. {routine}",
    "nothing": "", "loose bullets": "- {deed}\n\n- {routine}", "circle": "o {deed}\no {routine}", "duties": "**Duties:** {routine}. {deed}.", "themes": "**People**\n- {routine}\n\n**Change**\n- {deed}", "arrow": "➤ {deed}\n➤ {routine}",
}  # fmt: skip
WITHIN: Forms = {
    "none": "", "headings": "#### {N}\n{S}\n- {R}\n- Tools: {U}", "bold": "**{N}** – {S} {R} *({U})*", "item": "- **{N}**: {S} {R}\n  - *{U}*", "label": "**Project: {N}**\n\n{S} {R}\n\n*Tools: {U}*",
    "labels": "Project: {N}\nDescription: {S}\nTechnologies: {U}\nResult: {R}", "projects list": "**Projects:**\n\n- {N}: {S} {R} ({U})", "selected": "Selected projects:\n- **{N}** ({U}) – {S} {R}", "numbered": "**Project 1: {N}**\n- {S}\n- {R}\n- Tech Stack: {U}",
    "projects heading": "#### Projects\n\n##### {N}\n\n{S}\n\n- {R}\n- **Technologies:** {U}", "bold nested": "- **{N}**\n  - {S}\n  - {R}\n  - Tech: {U}", "bars": "**{N}** | {U}\n- {S}\n- {R}", "notable": "**Notable project – {N}:** {S} {R} Tools: {U}.",
    "client": "**Client:** Norvik Bank  \n**Project:** {N}  \n**Tools:** {U}\n\n- {S}\n- {R}", "heading dash": "#### Project – {N}\n\n{S} {R}\n\n**Environment:** {U}",
}  # fmt: skip
"""A work with a name, told within the first post."""
WORKS: Forms = {
    "h3": "### {N}\n\n{S} {R}\n\n**Tech:** {U}", "h3 bullets": "### {N}\n- {S}\n- {R}\n- Tools: {U}", "h3 italics": "### {N}\n*{U}* | 2022\n\n- {S}\n- {R}", "bold dash": "**{N}** – {S} {R} ({U})", "item": "- **{N}**: {S} {R} *{U}*",
    "link item": "- [{N}](https://x.example) - {S} {R} Built with {U}.", "bold bar": "**{N}** | *{U}* | [code](https://x.example)\n- {S}\n- {R}", "h3 bar": "### {N} | {U}\n\n- {S}\n- {R}", "labels": "**Project:** {N}\n**Description:** {S}\n**Result:** {R}\n**Tools:** {U}",
    "plain": "{N}\n{S} {R}\nTools: {U}", "caps": "{NN}\n• {S}\n• {R}\n• Tools used: {U}", "plain colon": "{N}: {S} {R} ({U})", "numbered": "1. **{N}**\n   - {S}\n   - {R}\n   - {U}", "dated": "### {N} (2021)\n{S}\n\n{R}\n\n`{U}`",
    "right": "{N}{gap}2022\n- {S}\n- {R}\n- {U}", "nested": "- {N}\n  - {S}\n  - {R}\n  - Technologies: {U}", "role": "### {N}\n*Lead, 2022*\n\n{S} {R}\n\nTools: {U}", "h4": "#### {N}\n{S}  \n{R}  \n_Tools_: {U}", "result label": "### {N}\n{S}\n\n- **Tools:** {U}\n- **Impact:** {R}",
    "emoji": "### 🚀 {N}\n{S}\n- {R}\n- 🛠 {U}", "link heading": "### [{N}](https://x.example)\n> {S}\n\n{R}\n\n**Stack**: {U}", "year first": "2022  {N}. {S} {R} Tools: {U}.", "tail": "**{N}** (2022)\\\n{S} {R}\\\n*{U}*",
}  # fmt: skip
STUDIES: Forms = {
    "h3 in": "### {G} in {F}\n{O}, {A}–{Z}", "h3 school": "### {O}\n**{G} {F}** | {A} – {Z}", "item": "- {G} {F}, {O}, {A} - {Z}", "bold item": "- **{G} in {F}**, {O} ({A} – {Z})", "bold lines": "**{O}**  \n{G}, {F}  \n{A} – {Z}",
    "plain": "{G} {F}\n{O}\n{A} - {Z}", "dates first": "{A} – {Z}\n{G} in {F}, {O}", "right": "{O}{gap}{A} – {Z}\n{G} in {F}", "bars": "{G} in {F} | {O} | {Z}", "thesis": "### {G} {F}, {O}\n*{A} – {Z}*\n\nThesis: *On small harbours*",
    "honours": "**{G} {F}**, {O}, {A} – {Z}  \nFirst class honours, GPA 3.8/4.0", "courses": "### {O}\n{G} in {F}, {A} – {Z}\n\n- Relevant coursework: Statistics, Ethics, Writing\n- Minor in Music", "from": "- {G} in {F} from {O}\n- GPA: 8.5 out of 10, {A}-{Z}",
    "expected": "**{O}**, {G} in {F} (expected June {Z})", "labels": "Degree: {G} in {F}\nInstitution: {O}\nYear: {Z}", "caps": "{OO}\n{G}, {F}, {A} – {Z}", "nested": "- **{O}** ({A} – {Z})\n  - {G}, {F}", "colon": "- {A}-{Z}: {G} {F}, {O}",
    "rows": "| {G} {F} | {O} | {A} – {Z} |",
    "society": "### {G} {F} – {O}\n{A} – {Z}\n\nTreasurer of the rowing club; Dean's list 2010.", "supervisor": "**{G} in {F}** — {O} — {A}–{Z}\n- Supervisor: Prof. Ida Kron\n- Grade: 1.3",
}  # fmt: skip
SKILLS: Forms = {
    "items": "- **{k}:** {v}\n- **{k2}:** {v2}", "plain": "{k}: {v}\n{k2}: {v2}", "one line": "{v}, {v2}", "bars": "{v} | {v2}", "list": "- {v}\n- {v2}", "headings": "### {k}\n{v}\n\n### {k2}\n{v2}", "table": "| Area | Skills |\n|---|---|\n| {k} | {v} |\n| {k2} | {v2} |",
    "bold lines": "**{k}**  \n{v}\n\n**{k2}**  \n{v2}", "levels": "- {k} (expert): {v}\n- {k2} (good): {v2}", "code": "`{v}` `{v2}`", "nested": "- {k}\n  - {v}\n- {k2}\n  - {v2}", "years": "- {v} (5 years)\n- {v2} (2 years)",
}  # fmt: skip
EXTRAS: Forms = {
    "certificate": "{h}Certifications\n\n- {certificate}", "paper": "{h}Publications\n\n- {paper}", "helping": "{h}Volunteering\n\n- {helping}", "languages": "{h}Languages\n\n- English (native)\n- French (B2)", "hobbies": "{h}Interests\n\nRowing, tide mills and choir.",
    "references": "{h}References\n\nAvailable on request.", "award": "{h}Awards\n\n- Employee of the year, 2019", "courses": "{h}Courses\n\n- Writing for busy people, Open Shelf Academy, 2021", "members": "{h}Memberships\n\n- Member, Society of Small Things, since 2016",
    "referee": "{h}Referees\n\n- Ida Kron (former manager), ida@b.example", "talks": "{h}Talks\n\n- “Small and slow”, Hull Forum, 2021", "certificate prose": "{h}Licences\n\n{certificate}",
}  # fmt: skip
ENDS: Forms = {
    "none": "", "rule": "---", "updated": "*Last updated: March 2024*", "page": "Page 1 of 1", "print": "[Download as PDF](https://x.example/cv.pdf)", "request": "References available upon request.", "consent": "I agree to the processing of my data for recruitment.", "made": "<!-- made with a template -->",
    "copyright": "© 2024 {name}", "contact": "{h}Contact\n\na@b.example",
}  # fmt: skip
