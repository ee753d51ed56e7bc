"""Puts pages together by lot: how the page begins, what a title looks like, how a work is told, what stands at the end, marked or as plain text.

The other grids try each form of one thing beside the usual forms of all others; here forms meet that nobody thought of together.
A mix is read when each work is found by its title, and nothing else is taken for one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from benchmarks.likeness import SIMILAR, likeness, words
from benchmarks.written.layouts import Entry, Tried, reading_of
from benchmarks.written.mixed_works import WORKS
from graph.model import EntityKind

Forms = Mapping[str, str]
MIXES = 900
"""Pages of each kind."""
_NEXT = "Quillmark"
"""The work that pages of one lead to."""
_ITEMS = re.compile(r"(-|\d\.) ")


@dataclass(frozen=True, slots=True)
class Mix:
    """The forms that pages of one kind are put together from; each is drawn by lot."""

    pages: Forms
    """How a page begins; `{}` where its works stand."""
    titles: Forms
    told: Forms
    tails: Forms
    ends: Forms
    works: int = 3


_ENDS = {
    "nothing": "", "contact": "\n\n## Contact\n\nrosa@quill.example\n", "skills": "\n\n## Skills\n\n- Python, SQL\n- Facilitation\n",
    "hobbies": "\n\n## Other\n\nI like tide mills.\n", "talks": "\n\n## Talks\n\n- Tides and tools, Hull 2022\n",
}  # fmt: skip
NOTES = Mix(
    pages={
        "nothing": "{}", "STAR": "# STAR stories\n\n{}", "interview": "# Interview stories\n\nNotes for the next round.\n\n{}", "person": "# Rosa Quill\n\n{}",
        "portfolio": "# Portfolio\n\nA few things I am proud of.\n\n{}", "cases": "# Case studies\n\n{}", "brag": "# Brag document 2023\n\n{}",
        "front matter": "---\ntitle: Stories\nlayout: page\n---\n\n{}", "impact": "# Impact stories\n\n> Short versions; ask me for more.\n\n{}",
        "achievements": "# Key achievements\n\n{}", "write-ups": "# Project write-ups\n\nEach of these was done at work; names of clients are left out.\n\n{}",
    },
    titles={
        "heading": "## {N}", "deeper": "### {N}", "number": "## {i}. {N}", "story": "## Story {i}: {N}", "bold": "**{N}**", "bold number": "**{i}. {N}**",
        "item": "- {N}", "bold item": "- **{N}**", "numbered item": "{i}. {N}", "bold numbered item": "{i}. **{N}**", "story label": "**Story {i}:** {N}",
        "title label": "**Title:** {N}", "below a count": "## Story {i}\n\n**{N}**", "picture": "## 🚀 {N}", "with themes": "## {N}\n\n*Ownership, bias for action*",
        "ruled": "---\n\n## {N}", "theme": "## Leadership\n\n### {N}",
    },
    told={
        "bold": "**Situation:** {S}\n\n**Task:** {K}\n\n**Action:** {A}\n\n**Result:** {R}", "headings": "#### Situation\n\n{S}\n\n#### Task\n\n{K}\n\n#### Action\n\n{A}\n\n#### Result\n\n{R}",
        "items": "- **Situation:** {S}\n- **Task:** {K}\n- **Action:** {A}\n- **Result:** {R}", "letters": "**S** – {S}\n\n**T** – {K}\n\n**A** – {A}\n\n**R** – {R}",
        "plain": "Situation: {S}\n\nTask: {K}\n\nAction: {A}\n\nResult: {R}", "prose": "{S} {K} {A} {R}", "two paragraphs": "{S} {K}\n\n{A} {R}", "bullets": "- {S}\n- {A}\n- {R}",
        "italic": "*Problem:* {S}\n\n*Approach:* {A}\n\n*Impact:* {R}", "rows": "| | |\n|---|---|\n| **Situation** | {S} |\n| **Action** | {A} |\n| **Result** | {R} |",
        "nested": "- Situation\n  - {S}\n- Action\n  - {A}\n- Result\n  - {R}", "learned": "**Situation:** {S}\n\n**Action:** {A}\n\n**Result:** {R}\n\n**What I learned:** Ask the clerks first.",
    },
    tails={"nothing": "", "tech": "\n\n**Tech:** {T}", "stack": "\n\n*Stack: {T}*", "skills": "\n\n**Skills shown:** ownership, communication"},
    ends=_ENDS | {"questions": "\n\n## Questions to ask them\n\n- How do you plan?\n- Who is on call?\n"},
)  # fmt: skip
CASES = Mix(
    pages={
        "nothing": "{}", "kicker": "Case study\n\n{}", "way back": "← Back to work\n\n{}", "menu": "Rosa Quill\nWork\nAbout\nContact\n\n{}",
    },
    titles={
        "title": "# {N}", "case": "# Case study: {N}", "subtitle": "# {N}\n\nA tool for small harbours.", "subheading": "# {N}\n\n## A tool for small harbours",
        "byline": "# {N}\n\nBy Rosa Quill, March 2021", "what it is": "# {N} — a tool for small harbours", "client": "# {N}\n\nClient: Tarnwick Lines",
        "facts": "# {N}\n\n- **Role:** Product designer\n- **Duration:** 4 months\n- **Tools:** {T}", "fact line": "# {N}\n\nProduct designer · 4 months · {T}",
        "fact labels": "# {N}\n\nRole\nProduct designer\n\nDuration\n4 months\n\nTools\n{T}", "figures": "# {N}\n\n40%\nfewer calls\n\n3x\nfaster",
    },
    told={
        f"{words[0]}, {mark}": "\n\n".join(form.format(h=word, t=part) for word, part in zip(words, ("{S}", "{K} {A}", "{R}"), strict=True))
        for words in (("The problem", "What I did", "Results"), ("Challenge", "Solution", "Impact"), ("Overview", "Process", "Outcome"),
                      ("01 Background", "02 Approach", "03 Results"), ("🎯 Goal", "🔨 Build", "📈 Impact"), ("What was the problem?", "How did we solve it?", "Did it work?"))
        for mark, form in (("headings", "## {h}\n\n{t}"), ("bold", "**{h}**\n\n{t}"), ("labels", "**{h}:** {t}"))
    },
    tails={"nothing": "", "learned": "\n\n## What I learned\n\nAsk the clerks first."},
    ends={"nothing": "", "next": "\n\nNext project\nQuillmark", "contact": "\n\nGet in touch\nrosa@quill.example", "links": "\n\n## Links\n\n- [Slides](https://z.example)"},
    works=1,
)  # fmt: skip
PAGES = Mix(
    pages={
        "nothing": "{}", "name": "# Rosa Quill\n\nService designer and engineer in Hull.\n\n{}", "said hello": "Hello, I am Rosa. I make tools for small harbours and hospitals.\n\n{}",
        "what I do": "# What I do\n\nThree pieces, newest first.\n\n{}", "work": "# Work\n\n{}", "at a house": "# Work at Tarnwick Lines\n\n{}",
        "menu": "Rosa Quill\nWork\nAbout\nContact\n\n{}", "about": "# Rosa Quill\n\n## About\n\nI make tools for small harbours.\n\n{}",
        "review": "# Performance summary, first half\n\nPrepared for my lead.\n\n{}", "year": "# Initiatives 2022\n\n{}",
    },
    titles={
        "heading": "## {N}", "deeper": "### {N}", "bold": "**{N}**", "link": "### [{N}](https://x.example/{i})", "year": "## {N} (2021)", "year below": "## {N}\n\n2021",
        "client below": "## {N}\n\nTarnwick Lines", "role below": "## {N}\n\n*Product designer, 2021*", "tags below": "## {N}\n\nUX · Research", "subtitle": "## {N}\n\n### A tool for small harbours",
    },
    told={
        "paragraph": "{S} {A} {R}", "two": "{S}\n\n{A} {R}", "bullets": "- {S}\n- {A}\n- {R}", "both": "{S}\n\n- {A}\n- {R}", "deed first": "{A} {S}", "deed": "{A} {R}",
        "first person": "I saw that something was wrong. {S} {A} {R}", "bold result": "{A}\n\n**{R}**", "card": "{S} {A}\n\n40%\nfewer calls",
    },
    tails={"nothing": "", "tools": "\n\n{T}", "link": "\n\n[Read more](/x)"},
    ends=_ENDS | {"about": "\n\n## About me\n\nI like tide mills and long trains.\n"},
)  # fmt: skip


def _page(mix: Mix, draw: random.Random) -> tuple[str, str, Sequence[Entry], str]:
    """Return a mix's name, its file's name, the works that it tells, and its text."""
    forms = [draw.choice(list(table)) for table in (mix.pages, mix.titles, mix.told, mix.tails, mix.ends)]
    page, title, told, tail, end = forms
    kind, ending = draw.choice(list(WORKS)), draw.choice(("md", "md", "txt"))
    works = WORKS[kind] if mix.works > 1 else (draw.choice(WORKS[kind]),)
    entries = (_entry(mix.titles[title], mix.told[told] + mix.tails[tail], work, i) for i, work in enumerate(works, 1))
    text = mix.pages[page].replace("{}", "\n\n".join(entries)) + mix.ends[end] + "\n"
    name = f"{page} / {title} / {told} / {tail} / {end}, {kind}, {ending}"
    return name, f"page.{ending}", works, text if ending == "md" else unmarked(text)


def _entry(title: str, told: str, work: Entry, number: int) -> str:
    """Return a work as it is told; below a bullet what is told stands within it."""
    below = told.format(i=number, **work)
    if (mark := _ITEMS.match(title.format(i=number, **work))) is not None:
        pad = " " * (len(mark.group()))
        below = "\n".join(pad + line if line else line for line in below.split("\n"))
    return title.format(i=number, **work) + "\n\n" + below


def unmarked(text: str) -> str:
    """Return Markdown as it comes out when somebody pastes it as plain text."""
    bare = re.sub(r"(?m)^(?:#{1,6} |> ?|---\n|\|[-| ]+\|\n)|\*\*|`", "", text)
    bare = re.sub(r"\[([^\]\n]*)\]\([^)\n]*\)", r"\1", bare)
    bare = re.sub(r"\*([^*\n]+)\*", r"\1", bare)
    return re.sub(r"(?m)^(\s*)- ", r"\1• ", bare)


def _tried(mix: Mix, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each mix (one of `every`) with the names of the works that were read; None where they are those that it tells."""
    draw = random.Random(1)
    for number in range(MIXES):
        name, file, works, text = _page(mix, draw)
        if number % every == 0:
            reading = reading_of(file, text)
            found = sorted({m.key: m.name for m in reading.of(EntityKind.PROJECT)}.values())
            yield name, None if _are_told(found, [work["N"] for work in works]) else found


def _are_told(found: Sequence[str], told: Sequence[str]) -> bool:
    """Return whether the found names are those told, one to one; a page's link to the next work may name that."""
    left = list(told)
    for name in found:
        like = next((title for title in left if likeness(words(name), words(title)) >= SIMILAR), None)
        if like is not None:
            left.remove(like)
        elif name != _NEXT:
            return False
    return not left


TRIED: Mapping[str, Tried] = {
    "notes": partial(_tried, NOTES), "cases": partial(_tried, CASES), "pages": partial(_tried, PAGES),
}  # fmt: skip
"""Kind → the mixes, one of so many, each with what was read instead of it or None."""
