"""Writes invented posts, studies and works in the layouts of plain text, LaTeX and HTML, and tells which are read wholly.

The layouts of Markdown are those of layouts.py; the forms of each format stand in format_forms.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import fill

from benchmarks.written.format_forms import (
    BULLETS,
    HTML_PAGES,
    HTML_POSTS,
    HTML_STUDIES,
    HTML_TABLES,
    HTML_WORKS,
    LATEX_PAGES,
    LATEX_POSTS,
    LATEX_STUDIES,
    LATEX_WORKS,
    SECTION_HEADS,
    TEXT_POSTS,
    TEXT_STUDIES,
    TEXT_TABLES,
    TEXT_WORKS,
    Form,
)
from benchmarks.written.layouts import POSTS, STUDIES, WORKS, Entry, Tried, posts_in, reading_of, studies_in, works_in
from graph.resolution.readings import DocumentReading

_WIDTH = 76
_PLACES = ("Varnsk", "Bonn, Germany", "Leeds, UK")
_LONGER = (
    "Held the weekly review with the colleagues of the harbour office, and kept its list of open questions short",
    "Explained to four teams why the old reports were late, and agreed with them on an order in which to move",
)
_TOP = "ROSA QUILL\nrosa@quill.example | Varnsk\n"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry in one format."""

    file: str
    entries: tuple[Entry, ...]
    pages: Callable[[Sequence[Entry]], Iterator[tuple[str, str]]]
    read: Callable[[DocumentReading], list[str]]


def text_pages(
    section: str, forms: Sequence[Form], tables: Sequence[Form], each: int, entries: Sequence[Entry]
) -> Iterator[tuple[str, str]]:
    """Yield pages of plain text: each form under `each` of the ways to write a section's head and its bullets, in turn."""
    heads, bullets = list(SECTION_HEADS.items()), list(BULLETS.items())
    for number, form in enumerate((*forms, *tables)):
        for turn in range(each):
            head = heads[(number + 3 * turn) % len(heads)]
            bullet = bullets[(number + 5 * turn) % len(bullets)]
            written = [_text_entry(form.entry, bullet[1], entry) for entry in entries]
            told = form.before + form.between.join(written)
            page = "\n".join(
                (_TOP, _headed(head[1], section), told, "", _headed(head[1], "Languages"), "English, Danish\n")
            )
            yield f"{form.entry} [{head[0]}, {bullet[0]}]", page


def _headed(head: str, title: str) -> str:
    return head.format(
        title=title, caps=title.upper(), spaced=" ".join(title.upper()), rule="-" * len(title), double="=" * len(title)
    )


def _text_entry(form: str, bullet: str, entry: Entry) -> str:
    words = _parts(entry)
    items = [line.removeprefix("- ") for line in words["B"].splitlines()]
    if "→" in bullet:
        bullet, items = bullet.replace("→", ""), [fill(item, _WIDTH, subsequent_indent="  ") for item in items]
    words["B"] = "\n".join(bullet + item for item in items)
    return "\n".join(_at_edge(line) for line in form.format(**words).splitlines())


def _at_edge(line: str) -> str:
    """Return a line whose part behind "→" stands at the right edge, or behind a tab where that is "⇥"."""
    left, arrow, right = line.partition("→")
    return f"{left}{' ' * max(4, _WIDTH - len(left) - len(right))}{right}" if arrow else line.replace("⇥", "\t")


def _parts(entry: Entry) -> dict[str, str]:
    """Return an entry's parts, with place L, dates' ends F and G, letters in capitals X of its house or name, Y of its title."""
    place = _PLACES[len(entry["found"]) % len(_PLACES)]
    start, _, end = entry["D"].partition(" – ")
    body = "\n".join((entry.get("B", ""), *(f"- {line}" for line in _LONGER))) if "B" in entry else ""
    capitals = entry.get("C", entry.get("N", "")).upper()
    return dict(entry) | {"L": place, "F": start, "G": end or start, "B": body, "X": capitals, "Y": entry["T"].upper()}


def marked_pages(
    section: str,
    forms: Sequence[Form],
    pages: Mapping[str, str],
    item: str,
    escapes: Mapping[str, str],
    entries: Sequence[Entry],
) -> Iterator[tuple[str, str]]:
    """Yield pages of LaTeX or HTML: each form in each of the pages that it may stand in."""
    for form in forms:
        for name, page in pages.items():
            if form.page in ("", name):
                told = form.between.join(_marked_entry(form, item, escapes, entry) for entry in entries)
                yield (
                    f"{form.entry} [{name}]",
                    page.replace("{section}", section).replace("{told}", form.before + told + form.after),
                )


def _marked_entry(form: Form, item: str, escapes: Mapping[str, str], entry: Entry) -> str:
    words = _parts(entry)
    for part, text in words.items():
        for sign, written in escapes.items():
            text = text.replace(sign, written)
        words[part] = text
    words["B"] = "\n".join(
        (form.item or item).replace("{}", line.removeprefix("- ")) for line in words["B"].splitlines()
    )
    words["I"] = "".join(f"<span>{tool}</span>" for tool in words["T"].split(", "))
    words["J"] = "".join(f"<li>{tool}</li>" for tool in words["T"].split(", "))
    written = form.entry
    for part, text in words.items():
        written = written.replace(f"«{part}»", text)
    return written


_TEX = {"&": r"\&", "%": r"\%", " – ": " -- "}
_HTML = {"&": "&amp;"}
_LATEX_ITEM, _HTML_ITEM = r"\item {}", "<li>{}</li>"

KINDS: Mapping[str, Kind] = {
    "text posts": Kind("page.txt", POSTS, partial(text_pages, "Experience", TEXT_POSTS, TEXT_TABLES, 4), posts_in),
    "text studies": Kind("page.txt", STUDIES, partial(text_pages, "Education", TEXT_STUDIES, TEXT_TABLES, 2), studies_in),
    "text works": Kind("page.txt", WORKS, partial(text_pages, "Projects", TEXT_WORKS, (), 2), works_in),
    "latex posts": Kind("page.tex", POSTS, partial(marked_pages, "Experience", LATEX_POSTS, LATEX_PAGES, _LATEX_ITEM, _TEX), posts_in),
    "latex studies": Kind("page.tex", STUDIES, partial(marked_pages, "Education", LATEX_STUDIES, LATEX_PAGES, _LATEX_ITEM, _TEX), studies_in),
    "latex works": Kind("page.tex", WORKS, partial(marked_pages, "Projects", LATEX_WORKS, LATEX_PAGES, _LATEX_ITEM, _TEX), works_in),
    "html posts": Kind("page.html", POSTS, partial(marked_pages, "Experience", (*HTML_POSTS, *HTML_TABLES), HTML_PAGES, _HTML_ITEM, _HTML), posts_in),
    "html studies": Kind("page.html", STUDIES, partial(marked_pages, "Education", (*HTML_STUDIES, *HTML_TABLES), HTML_PAGES, _HTML_ITEM, _HTML), studies_in),
    "html works": Kind("page.html", WORKS, partial(marked_pages, "Projects", HTML_WORKS, HTML_PAGES, _HTML_ITEM, _HTML), works_in),
}  # fmt: skip


def unread(kind: Kind, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each layout (one of `every`) with what was read instead of its entries; None where they are read, and nothing else."""
    wanted = sorted(entry["found"].casefold() for entry in kind.entries)
    for number, (name, page) in enumerate(kind.pages(kind.entries)):
        if number % every == 0:
            found = sorted(kind.read(reading_of(kind.file, page)))
            yield name, None if [one.casefold() for one in sorted(found, key=str.casefold)] == wanted else found


TRIED: Mapping[str, Tried] = {name: partial(unread, kind) for name, kind in KINDS.items()}
"""Kind → the layouts, one of so many, each with what was read instead of it or None."""
