"""The forms in which people tell pieces of work: notes for interviews, case studies, brag documents, portfolios, achievements of posts.

A layout is a page with a place for the entries, and the form of an entry. stories.py reads what is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from string import Formatter

from benchmarks.written.layouts import Entry

ENTRIES: tuple[Entry, ...] = (
    {"N": "Ferry booking rewrite", "T": "Go, PostgreSQL", "B": "`Go` `PostgreSQL`", "C": "Tarnwick Lines", "P": "Senior Backend Engineer",
     "D": "2021", "U": "https://rosa.example/ferry-booking", "W": "A booking service for small harbours",
     "Q": "Tell me about a time when you fixed something that was broken",
     "S": "Bookings failed whenever clerks saved at the same moment.", "K": "I had to make saving safe before the summer season.",
     "A": "I rewrote the booking service and moved the seats into one transaction.", "R": "Failed bookings fell by 30%.",
     "m": "Failed bookings per day", "b": "90", "a": "60", "figures": "30", "table": "60<90"},
    {"N": "Ward rota forecast", "T": "Python, Redis", "B": "`Python` `Redis`", "C": "Corrin Hospital Trust", "P": "Data Engineer",
     "D": "2019", "U": "https://rosa.example/rota-forecast", "W": "Fair rotas for the wards of a hospital",
     "Q": "Describe a situation in which you had to win others over",
     "S": "Rotas were drawn on paper, and nurses swapped shifts by telephone.", "K": "My task was to plan fair rotas that the wards would accept.",
     "A": "I built a forecast of sick days with the head nurses.", "R": "Time spent on rotas dropped by 70%.",
     "m": "Hours spent on rotas", "b": "40", "a": "12", "figures": "70", "table": "12<40"},
    {"N": "Claims triage", "T": "Scala, Kafka", "B": "`Scala` `Kafka`", "C": "Oda & Finch", "P": "Platform Engineer",
     "D": "2017", "U": "https://rosa.example/claims-triage", "W": "Sorting of insurance claims by urgency",
     "Q": "When did you work under pressure?",
     "S": "Urgent claims waited behind simple ones.", "K": "We needed to find the urgent ones on arrival.",
     "A": "I designed the rules and led their introduction.", "R": "Waiting time fell by 45%.",
     "m": "Days until a decision", "b": "11", "a": "6", "figures": "45", "table": "6<11"},
)  # fmt: skip
PARTS = {"S": "situation", "K": "task", "A": "action", "R": "result"}


@dataclass(frozen=True, slots=True)
class Layout:
    """A page, with `{}` where its entries stand, and what one entry looks like there."""

    name: str
    page: str
    form: str
    between: str = "\n\n"
    entries: int = 3
    """How many entries the page has."""
    parts: str = ""
    """Fields that are to be read as parts of the story."""
    house: str = ""
    """The employer of all entries, where the page says it."""
    works: bool = True
    """Whether its entries are pieces of work at all."""

    def text(self) -> str:
        """Return the document."""
        told = (self.form.format(i=number, **entry) for number, entry in enumerate(self._told(), 1))
        return self.page.replace("{}", self.between.join(told))

    def wanted(self) -> list[str]:
        """Return what has to be read, as `found_in` writes it."""
        return sorted(self._line(entry) for entry in self._told()) if self.works else []

    def holds(self, field: str) -> bool:
        """Return whether an entry's form has a place for `field`."""
        return any(name == field for _, name, _, _ in Formatter().parse(self.form))

    def _told(self) -> Sequence[Entry]:
        return ENTRIES[: self.entries]

    def _line(self, entry: Entry) -> str:
        tools = entry["T"].split(", ") if self.holds("T") or self.holds("B") else ()
        figures = [entry[kind] for kind, field in (("figures", "R"), ("table", "a")) if self.holds(field)]
        house = entry["C"] if self.holds("C") else self.house
        name = entry["N"] if self.holds("N") else "-"
        return " | ".join((name, ", ".join(sorted(tools)), ", ".join(sorted(figures)), house, self.parts))


# ---------------------------------------------------------------- notes for interviews

STAR_PAGE = "# STAR stories\n\n{}\n"
STAR_HEADS: Mapping[str, str] = {
    "h2": "## {N}", "h3": "### {N}", "number": "## {i}. {N}", "story": "## Story {i}: {N}", "bold": "**{N}**", "bold number": "**{i}. {N}**",
    "house": "## {N} ({C}, {D})", "dash house": "## {N} — {C}", "question": "## {Q}", "question, h3": "## {Q}\n\n### {N}",
    "question, bold": "## {Q}\n\n**{N}**", "question in quotes": '### "{Q}"', "bold question": "**{Q}**", "Q, A": "**Q: {Q}**",
    "story label": "**Story:** {N}", "title label": "Title: {N}",
}  # fmt: skip
STAR_PARTS: Mapping[str, str] = {
    "bold": "**Situation:** {S}\n\n**Task:** {K}\n\n**Action:** {A}\n\n**Result:** {R}",
    "bold tight": "**Situation:** {S}\n**Task:** {K}\n**Action:** {A}\n**Result:** {R}",
    "bold outside": "**Situation**: {S}  \n**Task**: {K}  \n**Action**: {A}  \n**Result**: {R}",
    "bold dash": "**Situation** – {S}\n\n**Task** – {K}\n\n**Action** – {A}\n\n**Result** – {R}",
    "bold line": "**Situation**\n\n{S}\n\n**Task**\n\n{K}\n\n**Action**\n\n{A}\n\n**Result**\n\n{R}",
    "bold line tight": "**Situation**\n{S}\n\n**Task**\n{K}\n\n**Action**\n{A}\n\n**Result**\n{R}",
    "headings": "#### Situation\n\n{S}\n\n#### Task\n\n{K}\n\n#### Action\n\n{A}\n\n#### Result\n\n{R}",
    "bold items": "- **Situation:** {S}\n- **Task:** {K}\n- **Action:** {A}\n- **Result:** {R}",
    "items": "- Situation: {S}\n- Task: {K}\n- Action: {A}\n- Result: {R}",
    "numbers": "1. Situation: {S}\n2. Task: {K}\n3. Action: {A}\n4. Result: {R}",
    "plain": "Situation: {S}\n\nTask: {K}\n\nAction: {A}\n\nResult: {R}",
    "italic": "*Situation:* {S}\n\n*Task:* {K}\n\n*Action:* {A}\n\n*Result:* {R}",
    "letters": "S: {S}\n\nT: {K}\n\nA: {A}\n\nR: {R}",
    "bold letters": "**S:** {S}\n\n**T:** {K}\n\n**A:** {A}\n\n**R:** {R}",
    "letter items": "- **S** – {S}\n- **T** – {K}\n- **A** – {A}\n- **R** – {R}",
    "letters in words": "**S**ituation: {S}\n\n**T**ask: {K}\n\n**A**ction: {A}\n\n**R**esult: {R}",
    "rows": "| | |\n|---|---|\n| **Situation** | {S} |\n| **Task** | {K} |\n| **Action** | {A} |\n| **Result** | {R} |",
    "rows below heads": "| Part | Notes |\n|---|---|\n| Situation | {S} |\n| Task | {K} |\n| Action | {A} |\n| Result | {R} |",
    "nested": "- Situation\n  - {S}\n- Task\n  - {K}\n- Action\n  - {A}\n- Result\n  - {R}",
    "situation and task": "**Situation/Task:** {S} {K}\n\n**Action:** {A}\n\n**Result:** {R}",
    "with learning": "**Situation:** {S}\n\n**Task:** {K}\n\n**Action:** {A}\n\n**Result:** {R}\n\n**Learning:** Ask the clerks first.",
    "CAR": "**Context:** {S}\n\n**Action:** {A}\n\n**Result:** {R}",
    "prose": "{S} {K} {A} {R}",
    "quote": "> **Situation:** {S}\n>\n> **Task:** {K}\n>\n> **Action:** {A}\n>\n> **Result:** {R}",
}  # fmt: skip
STAR_FACTS: Mapping[str, tuple[str, str]] = {
    "alone": ("", ""), "tools below": ("", "**Tech:** {T}"), "tools item": ("", "- Tools: {T}"), "role": ("**Role:** {P}, {C}", ""),
    "italic facts": ("*{P}, {C}, {D}*", ""), "house, themes": ("**Company:** {C}\n**Themes:** ownership, conflict", ""),
    "themes": ("*Good for: leadership, conflict, failure*", ""), "tags": ("`leadership` `conflict`", "Tech: {T}"),
}  # fmt: skip


def star_notes() -> Iterator[Layout]:
    """Yield the layouts of stories in four parts, one below the other."""
    for (head, above), (parts, told), (facts, (before, after)) in product(
        STAR_HEADS.items(), STAR_PARTS.items(), STAR_FACTS.items()
    ):
        plain_facts = head not in ("house", "dash house") or facts in ("alone", "tools below", "themes")
        if (
            facts == "alone" or parts in ("bold", "bold items", "headings", "plain", "prose") or head == "h2"
        ) and plain_facts:
            form = "\n\n".join(filter(None, (above, before, told, after)))
            yield Layout(
                f"{head}: {parts}, {facts}", STAR_PAGE, form, parts=_labelled(told) if parts != "prose" else ""
            )
    head_row = "| {} | Situation | Task | Action | Result |\n|---|---|---|---|---|\n"
    for name in ("Story", "Title", "#", "Question"):
        cell = {"#": "{i}", "Question": "{Q}"}.get(name, "{N}")
        page = STAR_PAGE.replace("{}", head_row.replace("{}", name) + "{}")
        yield Layout(f"table by {name}", page, f"| {cell} | {{S}} | {{K}} | {{A}} | {{R}} |", "\n", parts="SKAR")


def _labelled(form: str) -> str:
    return "".join(part for part in PARTS if f"{{{part}}}" in form)


# ---------------------------------------------------------------- case studies

STUDY_PAGES: Mapping[str, tuple[str, str, str]] = {
    "one": ("{}\n", "# {N}", "##"), "one below a picture": ("{}\n", "# {N}\n\n![Cover](cover.png)\n\n*{W}*", "##"),
    "one of case study": ("{}\n", "# Case study: {N}", "##"), "several": ("# Case studies\n\n{}\n", "## {N}", "###"),
    "of a person": ("# Rosa Quill\n\nProduct designer in Hull.\n\n## Case studies\n\n{}\n\n## Contact\n\nrosa@quill.example\n", "### {N}", "####"),
    "of selected work": ("# Rosa Quill\n\n## Selected work\n\n{}\n\n## About me\n\nI like tide mills.\n", "### {i}. {N}", "####"),
}  # fmt: skip
STUDY_FACTS: Mapping[str, str] = {
    "none": "", "lines": "**Role:** {P}  \n**Client:** {C}  \n**Timeline:** {D}  \n**Tools:** {T}",
    "plain lines": "Role: {P}\nClient: {C}\nYear: {D}\nTools: {T}", "items": "- **Role:** {P}\n- **Client:** {C}\n- **Team:** design, development\n- **Tools:** {T}",
    "plain items": "- Role: {P}\n- Company: {C}\n- Tech: {T}", "bars": "**Role:** {P} | **Client:** {C} | **Tools:** {T}",
    "dots": "*{P} · {C} · {D}*\n\n*{T}*", "table": "| Role | Client | Timeline | Tools |\n|---|---|---|---|\n| {P} | {C} | {D} | {T} |",
    "rows": "| | |\n|---|---|\n| **Role** | {P} |\n| **Client** | {C} |\n| **Tools** | {T} |", "badges": "{B}", "line for": "{P} at {C}, {D}",
    "headings": "# Role\n\n{P}\n\n# Client\n\n{C}\n\n# Tools\n\n{T}", "bold above": "**Role**\n{P}\n\n**Client**\n{C}\n\n**Tools**\n{T}",
    "quote": "> **Client:** {C}\n> **Tools:** {T}",
}  # fmt: skip
STUDY_PARTS: Mapping[str, tuple[str, str, str]] = {
    "problem": ("Problem", "Approach", "Result"), "the problem": ("The problem", "What I did", "The result"),
    "challenge": ("Challenge", "Solution", "Impact"), "context": ("Context", "Process", "Outcome"), "background": ("Background", "My role", "Results"),
    "overview": ("Overview", "Design process", "Results & learnings"), "numbers": ("1. Problem", "2. Solution", "3. Outcome"),
    "pictures": ("🔍 Problem", "🛠️ Solution", "📈 Impact"),
}  # fmt: skip
PART_MARKS: Mapping[str, str] = {
    "heading": "{level} {label}\n\n{told}", "bold line": "**{label}**\n\n{told}", "bold": "**{label}:** {told}", "plain": "{label}: {told}",
    "item": "- **{label}:** {told}",
}  # fmt: skip
STUDY_RESULTS: Mapping[str, str] = {
    "sentence": "{R}", "items": "- {R}\n- Clerks stopped calling the help desk at night.", "bold item": "- **{R}**",
    "table": "| Metric | Before | After |\n|---|---|---|\n| {m} | {b} | {a} |",
}  # fmt: skip


def case_studies() -> Iterator[Layout]:
    """Yield the layouts of case studies: a title, facts, and two to four parts."""
    for (page, (text, head, level)), (facts, fact), (labels, words) in product(
        STUDY_PAGES.items(), STUDY_FACTS.items(), STUDY_PARTS.items()
    ):
        for (mark, part), (result, last) in product(PART_MARKS.items(), STUDY_RESULTS.items()):
            usual = facts in ("none", "lines") and result == "sentence"
            if not (usual or (labels == "problem" and mark == "heading" and (result == "sentence" or facts == "none"))):
                continue
            if mark in ("bold", "plain", "item") and result != "sentence":
                continue
            told = [part.replace("{level}", level).replace("{label}", word).replace("{told}", field)
                    for word, field in zip(words, ("{S}", "{A}", last), strict=True)]  # fmt: skip
            joint = "\n" if mark == "item" else "\n\n"
            form = "\n\n".join(filter(None, (head, fact.replace("# ", f"{level} "), joint.join(told))))
            known = labels not in ("background", "overview")
            yield Layout(f"{page}: {facts}, {labels}, {mark}, {result}", text, form, entries=1 if page.startswith("one") else 3,
                         parts="SAR" if known and result == "sentence" else "")  # fmt: skip


# ---------------------------------------------------------------- brag documents

BRAG_PAGES: Mapping[str, tuple[str, str]] = {
    "quarters": ("# Brag document 2023\n\n{}\n", "## Q{i} 2023\n\n"), "quarter": ("# Brag document\n\n## Q3 2023\n\n{}\n", ""),
    "projects": ("# Brag document – Rosa Quill\n\n## Goals for next year\n\n- Learn to delegate\n\n## Projects\n\n{}\n", ""),
    "impact": ("# Accomplishments 2023\n\n## Impact\n\n{}\n\n## Mentoring\n\n- Met two juniors each week\n", ""),
    "months": ("# What I did in 2023\n\n{}\n", "## {i} May\n\n"), "value": ("# Hype doc\n\n## Customer first\n\n{}\n", ""),
    "year": ("# Work log\n\n## 2023\n\n### H1\n\n{}\n", ""), "wins": ("# Wins\n\n{}\n", ""),
}  # fmt: skip
BRAG_FORMS: Mapping[str, str] = {
    "bold colon": "- **{N}**: {A} {R}", "bold inside": "- **{N}:** {A} {R}", "bold dash": "- **{N}** — {A} {R}", "bold point": "- **{N}.** {A} {R}",
    "colon": "- {N}: {A} {R}", "dash": "- {N} – {A} {R}", "box": "- [x] **{N}**: {A} {R}", "number": "{i}. **{N}**: {A} {R}",
    "nested": "- **{N}**\n  - {A}\n  - {R}", "nested plain": "- {N}\n  - {A}\n  - {R}", "nested impact": "- **{N}**\n  - What: {A}\n  - Impact: {R}",
    "nested tools": "- **{N}** ({T})\n  - {A}\n  - {R}", "link": "- [{N}]({U}): {A} {R}", "bold link": "- **[{N}]({U})** – {A} {R}",
    "heading, items": "### {N}\n\n- {A}\n- {R}", "heading, text": "### {N}\n\n{A} {R}", "deep heading": "#### {N}\n\n- {A}\n- {R}",
    "heading, labels": "### {N}\n\n**Goal:** {K}\n\n**What I did:** {A}\n\n**Impact:** {R}",
    "heading, label items": "### {N}\n\n- **Goal:** {K}\n- **What I did:** {A}\n- **Impact:** {R}\n- **Tech:** {T}",
    "heading, label lines": "### {N}\nRole: {P}\nImpact: {R}\nTech: {T}", "bold, items": "**{N}**\n\n- {A}\n- {R}", "bold, items tight": "**{N}**\n- {A}\n- {R}",
    "bold, tools": "**{N}** ({T})\n- {A}\n- {R}", "bold, text": "**{N}**\n\n{A} {R}", "project label": "**Project:** {N}\n**Impact:** {R}\n**Tech:** {T}",
    "project items": "- **Project:** {N}\n  - **My part:** {A}\n  - **Impact:** {R}", "heading of project": "### Project: {N}\n\n{A} {R}",
    "heading, headings": "### {N}\n\n#### What I did\n\n- {A}\n\n#### Impact\n\n- {R}", "impact in brackets": "- **{N}** (impact: {R}) {A}",
}  # fmt: skip


def brag_documents() -> Iterator[Layout]:
    """Yield the layouts of lists of what somebody is proud of."""
    for (page, (text, section)), (name, form) in product(BRAG_PAGES.items(), BRAG_FORMS.items()):
        tight = form.startswith(("- ", "{i}.")) and not section
        yield Layout(f"{page}: {name}", text, section + form, "\n" if tight else "\n\n")
    for page in ("quarter", "projects", "impact", "wins"):
        for head, row in (
            ("Project | What I did | Impact", "{N} | {A} | {R}"),
            ("Date | Project | Impact | Tech", "{D} | {N} | {R} | {T}"),
        ):
            table = f"| {head} |\n|{'---|' * (head.count('|') + 1)}\n{{}}"
            yield Layout(f"{page}: table {head}", BRAG_PAGES[page][0].replace("{}", table), f"| {row} |", "\n")


# ---------------------------------------------------------------- portfolios

PORTFOLIO_SECTIONS = (
    "Projects",
    "Work",
    "Portfolio",
    "Selected work",
    "Things I've built",
    "Featured projects",
    "What I've made",
    "Open source",
)
PORTFOLIO_FORMS: Mapping[str, str] = {
    "item link": "- [{N}]({U}) — {W} ({T})", "item link colon": "- [{N}]({U}): {W}. Built with {T}.", "item bold": "- **{N}** – {W}. *{T}*",
    "item bold link": "- **[{N}]({U})** - {W} | {T}", "item bold colon": "- **{N}:** {W}", "item tools first": "- **{N}** (*{T}*): {W}", "item plain": "- {N}: {W} ({T})",
    "bold dash": "**{N}** – {W}", "bold below": "**{N}**\n{W}\n{T}", "definition": "{N}\n: {W} ({T})", "bold definition": "**{N}**\n: {W}",
    "picture above": "![{N}]({U}/cover.png)\n\n### {N}\n\n{W}.\n\n{B}", "picture below": "### {N}\n\n![Screenshot]({U}/shot.png)\n\n{W}.\n\n**Tech:** {T}",
    "badges": "### {N}\n\n![Go](https://img.shields.io/badge/x-blue)\n\n{W}.\n\n[Live]({U}) · [Code]({U}/code)", "tags": "### {N}\n\n{B}\n\n{W}.",
    "quote": "### [{N}]({U})\n\n> {W}\n\n`{T}`", "linked picture": "[![{N}]({U}/cover.png)]({U})\n\n**{N}**\n\n{W}.", "rule": "### {N}\n\n{W}.\n\n{T}\n\n---",
    "items below": "### {N}\n\n- **What:** {W}\n- **Tech:** {T}\n- **Link:** [{N}]({U})", "bold items below": "**[{N}]({U})**\n\n- {W}\n- Tech: {T}",
    "details": "<details>\n<summary>{N}</summary>\n\n{W}.\n\nTech: {T}\n\n</details>", "html heading": '<h3 align="center">{N}</h3>\n<p>{W}.</p>\n<p>Tech: {T}</p>',
    "dated": "### {N} ({D})\n\n*{P}, {C}*\n\n{W}.", "for": "### {N} · {C}\n\n{W}.\n\n{T}", "metrics": "### {N}\n\n{W}.\n\n- {R}\n- Stack: {T}",
    "linked row": "**{N}** | [Live]({U}) | [GitHub]({U}/code)\n\n{W}.\n\n*{T}*", "year first": "- {D} – **{N}**: {W}", "number": "{i}. **{N}** — {W} ({T})",
    "nested": "- **{N}**\n  - {W}\n  - Tech: {T}\n  - [Code]({U})", "emoji": "- 🚢 **{N}** - {W}", "parts": "### {N}\n\n**Problem:** {S}\n\n**Solution:** {A}\n\n**Stack:** {T}",
}  # fmt: skip
PORTFOLIO_TABLES: Mapping[str, str] = {
    "Project | Description | Tech": "{N} | {W} | {T}", "Name | Link | Stack": "{N} | [Link]({U}) | {T}", "Project | Tech | Link | Description": "[{N}]({U}) | {T} | [Code]({U}) | {W}",
    " | Project | About": "![]({U}/p.png) | **{N}** | {W}", "Year | Project | Role | Client": "{D} | {N} | {P} | {C}", "Project | Impact": "**{N}** | {R}",
}  # fmt: skip


def portfolios() -> Iterator[Layout]:
    """Yield the layouts of pages that show somebody's work."""
    for section, (name, form) in product(PORTFOLIO_SECTIONS, PORTFOLIO_FORMS.items()):
        yield Layout(
            f"{section}: {name}", _portfolio(section), form, "\n" if form.startswith(("- ", "{i}.")) else "\n\n"
        )
    for section, (head, row) in product(PORTFOLIO_SECTIONS[:4], PORTFOLIO_TABLES.items()):
        table = f"| {head} |\n|{'---|' * (head.count('|') + 1)}\n{{}}"
        yield Layout(f"{section}: table {head}", _portfolio(section).replace("{}", table), f"| {row} |", "\n")


def _portfolio(section: str) -> str:
    return f"# Hi, I'm Rosa Quill 👋\n\nI build software for harbours.\n\n## {section}\n\n{{}}\n\n## Contact\n\nrosa@quill.example\n"


# ---------------------------------------------------------------- what was achieved at a post

POST_HEADS: Mapping[str, str] = {
    "h3": "### Senior Backend Engineer — Tarnwick Lines\n*2019 – 2021*", "two lines": "### Tarnwick Lines\n**Senior Backend Engineer** | Jan 2019 – Dec 2021",
    "bold": "**Tarnwick Lines**, Hull — *Senior Backend Engineer*\nJan 2019 – Dec 2021",
}  # fmt: skip
POST_GROUPS: Mapping[str, str] = {
    "": "", "sentence": "I look after the booking systems of 40 harbours.\n\n", "label": "Key projects:\n\n", "bold label": "**Key projects**\n\n",
    "heading": "#### Key projects\n\n", "achievements": "**Selected achievements:**\n", "italic": "*Highlights*\n\n", "duties": "- Look after the booking systems\n- Review the work of juniors\n\n**Projects**\n\n",
}  # fmt: skip
POST_FORMS: Mapping[str, str] = {
    "bold colon": "- **{N}:** {A} {R}", "bold dash": "- **{N}** – {A} {R}", "bold point": "- **{N}.** {A} {R}", "colon": "- {N}: {A} {R}",
    "bold tools": "- **{N}** ({T}): {A} {R}", "tools behind": "- **{N}**: {A} {R} *[{T}]*", "italic": "- *{N}*: {A} {R}", "nested": "- **{N}**\n  - {A}\n  - {R}",
    "nested tools": "- {N} ({T})\n  - {A}\n  - {R}", "bold label": "**Project: {N}**\n- {A}\n- {R}", "label": "Project: {N}\nTechnologies: {T}\n- {A}\n- {R}",
    "heading": "#### {N}\n\n- {A}\n- {R}", "key heading": "#### Key project: {N}\n\n{A} {R}\n\nTech: {T}", "bold line": "**{N}**\n\n- {A}\n- {R}\n- Tech: {T}",
    "bold bar": "**{N}** | *{T}*\n- {A}\n- {R}", "number": "{i}. **{N}** – {A} {R}", "h5": "##### Project {i}: {N}\n\n{A} {R}", "italic line": "*{N}*\n- {A}\n- {R}",
}  # fmt: skip


def achievements() -> Iterator[Layout]:
    """Yield the layouts of named pieces of work below a post."""
    for (head, post), (group, lead), (name, form) in product(
        POST_HEADS.items(), POST_GROUPS.items(), POST_FORMS.items()
    ):
        page = f"# Rosa Quill\n\n## Experience\n\n{post}\n\n{lead}{{}}\n\n## Education\n\nBSc in Physics, University of Hull, 2012 – 2015\n"
        yield Layout(
            f"{head}, {group or 'bare'}: {name}",
            page,
            form,
            "\n" if form.startswith(("- ", "{i}.")) else "\n\n",
            house="Tarnwick Lines",
        )


# ---------------------------------------------------------------- lists of what is no work

NO_WORK: Mapping[str, tuple[str, ...]] = {
    "Publications": ("Quill, R. and Adeyo, T. *Tides of Small Harbours*. Journal of Coastal Systems, 2021.", "**Seats in One Transaction**, Proceedings of HARBOURCONF, 2019"),
    "Talks": ('"Seats in one transaction" – HarbourConf, Hull, 2019', "**Why rotas fail**, Varnsk Meetup, May 2020"),
    "Awards": ("Engineer of the Year, Tarnwick Lines, 2021", "**First prize** – Varnsk food fair, 2018"),
    "Certifications": ("AWS Certified Developer – Associate (2022)", "**Professional Scrum Master I**, Scrum.org, 2019"),
    "Courses": ("Machine Learning – Coursera, 2020", "**Databases**: University of Hull, 2014"),
    "Volunteering": ("Sea Scouts, Hull: teach knots on Saturdays", "**Food bank** – drive the van twice a month"),
    "Skills": ("**Languages:** Go, Python, Scala", "Databases: PostgreSQL, Redis"), "Interests": ("**Rowing**: with the Varnsk rowing club", "Tide mills"),
    "Languages": ("**English**: native", "Danish – fluent"), "Mentoring": ("**Ines Adeyo** – met every second week", "Two juniors of the team"),
    "Feedback": ('"Rosa is calm when all burns." — Tam Orrin, head of operations', "**Tam Orrin:** would work with her again"), "Contact": ("**Email:** rosa@quill.example", "Phone: 01482 000000"),
    "Goals for next year": ("**Delegate more**: let the juniors lead", "Speak at a conference"), "Values": ("**Kindness** – people before tickets", "Curiosity: ask why"),
}  # fmt: skip
NO_WORK_MARKS: Mapping[str, str] = {
    "items": "- {}",
    "paragraphs": "{}\n",
    "headings": "### {}\n",
    "rows": "| {} |",
    "numbers": "1. {}",
}


def lists_of_no_work() -> Iterator[Layout]:
    """Yield the layouts of sections that have the look of works."""
    for (section, lines), (mark, form) in product(NO_WORK.items(), NO_WORK_MARKS.items()):
        head = f"| {section} |\n|---|\n" if mark == "rows" else ""
        told = "\n".join(form.format(line.replace("**", "") if mark == "headings" else line) for line in lines)
        yield Layout(
            f"{section}: {mark}",
            f"# Rosa Quill\n\nSenior Backend Engineer\n\n## {section}\n\n{head}{told}\n\n## Location\n\nHull\n",
            "",
            works=False,
        )


KINDS: Mapping[str, Callable[[], Iterable[Layout]]] = {
    "notes": star_notes, "studies": case_studies, "brag": brag_documents, "portfolios": portfolios, "posts": achievements, "no work": lists_of_no_work,
}  # fmt: skip
