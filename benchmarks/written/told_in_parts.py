"""The forms in which people tell pieces of work part by part: notes for interviews and case studies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from benchmarks.written.story_layouts import PARTS, Layout

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
