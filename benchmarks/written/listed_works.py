"""The forms in which people list pieces of work: brag documents, portfolios, achievements of posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from benchmarks.written.story_layouts import Layout

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
