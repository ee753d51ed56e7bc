"""Puts pages of a portfolio together by lot: what stands above the works, how each is told and in which order, what stands below.

A page is read when each work is found by its title with its technologies, and nothing else is taken for a work.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from benchmarks.likeness import SIMILAR, likeness, words
from benchmarks.written import portfolio_lot_forms as forms
from benchmarks.written.layouts import Entry, Tried, reading_of, works_in
from benchmarks.written.portfolio_lot_forms import Forms
from benchmarks.written.portfolio_lot_works import SETS

LOTS = 600
"""Pages of each kind."""
Drawn = Mapping[str, str]
"""Dimension → the name of its form."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page: the tables that its parts are drawn from, and how they are put together."""

    ending: str
    tables: Mapping[str, Forms]
    write: Callable[[Drawn, Sequence[Entry]], str]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its forms, the works that it tells, and its text."""

    drawn: Drawn
    file: str
    works: Sequence[Entry]
    text: str

    @property
    def wanted(self) -> list[tuple[str, str]]:
        """Each work with its technologies as they are read, where its page names them."""
        told = self.drawn["tools"] != "none"
        return [(work["N"], ", ".join(sorted(work["T"].split(", "))) if told else "") for work in self.works]


def pages_of(kind: Kind, every: int = 1) -> Iterator[Page]:
    """Yield the pages of a kind, one of `every`."""
    draw = random.Random(1)
    for number in range(LOTS):
        drawn = {dimension: draw.choice(list(table)) for dimension, table in kind.tables.items()}
        works = [_told(work, place) for place, work in enumerate(SETS[drawn["trade"]], 1)]
        if number % every == 0:
            yield Page(drawn, f"page.{kind.ending}", works, kind.write(drawn, works))


def read_page(page: Page) -> list[tuple[str, str]]:
    """Return each work that is read, with its technologies."""
    reading = reading_of(page.file, page.text)
    found = [tuple(one.rsplit(" | ", 1)) for one in works_in(reading)]
    return sorted((one[0], one[1]) for one in found)


def are_told(found: Sequence[tuple[str, str]], wanted: Sequence[tuple[str, str]]) -> bool:
    """Return whether the found works are those wanted, one to one."""
    left = list(found)
    for name, tools in wanted:
        like = next((one for one in left if one[1] == tools and likeness(words(one[0]), words(name)) >= SIMILAR), None)
        if like is None:
            return False
        left.remove(like)
    return not left


def _told(work: Entry, place: int) -> Entry:
    """Return a work's words with its place among the works, its title in capitals, and its tools in every form."""
    tools = work["T"].split(", ")
    more = {
        "i": str(place),
        "X": work["N"].upper(),
        "TL": "\n".join(tools),
        "TD": " · ".join(tools),
        "TB": " | ".join(tools),
        "TS": "  ".join(tools),
        "TI": "\n".join(f"- {tool}" for tool in tools),
        "TH": " ".join(f"#{tool.replace(' ', '')}" for tool in tools),
        "TA": " and ".join(filter(None, (", ".join(tools[:-1]), tools[-1]))),
        "TC": " ".join(f"`{tool}`" for tool in tools),
        "TG": " ".join(f"![{tool}](https://img.shields.io/badge/x-blue)" for tool in tools),
        "TE": "".join(f"<li>{tool}</li>" for tool in tools),
        "TP": "".join(f"<span>{tool}</span>" for tool in tools),
        "TO": " ".join(f"<code>{tool}</code>" for tool in tools),
    }
    return dict(work) | more


def _filled(form: str, work: Entry) -> str:
    for part, said in work.items():
        form = form.replace("{" + part + "}", said)
    return form


def _parts(kind: Mapping[str, Forms], drawn: Drawn, work: Entry) -> list[str]:
    """Return the parts of a work in the order drawn, without those that are empty."""
    dimensions = {"f": "facts", "b": "body", "t": "tools", "l": "links"}
    order = (dimensions[letter] for letter in kind["order"][drawn["order"]] if letter in dimensions)
    told = [kind["title"][drawn["title"]], *(kind[part][drawn[part]] for part in order)]
    return [_filled(part, work) for part in told if part]


def _shown(kind: Mapping[str, Forms], drawn: Drawn, works: Sequence[Entry], gap: str, between: str) -> str:
    """Return a page of parts, each apart from the next."""
    cards = between.join(gap.join(_parts(kind, drawn, work)) for work in works)
    around = (kind["top"][drawn["top"]], kind["section"][drawn["section"]], cards)
    below = (kind["after"][drawn[part]] for part in dict.fromkeys(("after", "end")) if drawn["after"] != drawn["end"])
    return "\n\n".join(part for part in (*around, *below) if part) + "\n"


def _pasted(drawn: Drawn, works: Sequence[Entry]) -> str:
    text = _shown(PASTED, drawn, works, forms.GAPS[drawn["gap"]], forms.BREAKS[drawn["gap"]])
    return text.replace("\n- ", "\n• ")


def _marked(drawn: Drawn, works: Sequence[Entry]) -> str:
    return _shown(MARKED, drawn, works, "\n\n", "\n\n---\n\n" if drawn["break"] == "rule" else "\n\n")


def _listed(drawn: Drawn, works: Sequence[Entry]) -> str:
    form = forms.LISTED[drawn["title"]].replace("{o}", forms.LISTED_TOOLS[drawn["tools"]])
    return _around(drawn, "\n".join(_filled(form, work) for work in works))


def _tabled(drawn: Drawn, works: Sequence[Entry]) -> str:
    head, row = drawn["title"], forms.TABLES[drawn["title"]]
    rows = [f"| {head} |", "|" + "---|" * (head.count("|") + 1), *(f"| {_filled(row, work)} |" for work in works)]
    return _around(drawn, "\n".join(rows))


def _around(drawn: Drawn, told: str) -> str:
    parts = (MARKED["top"][drawn["top"]], MARKED["section"][drawn["section"]], told, MARKED["after"][drawn["after"]])
    return "\n\n".join(part for part in parts if part) + "\n"


def _site(drawn: Drawn, works: Sequence[Entry]) -> str:
    cards = (forms.HTML_CARDS[drawn["card"]].replace("{}", "\n".join(_parts(HTML, drawn, work))) for work in works)
    told = "\n".join(_filled(card, work) for card, work in zip(cards, works, strict=True))
    section = forms.HTML_SECTIONS[drawn["section"]].replace("{h}", forms.HTML_HEADS[drawn["head"]])
    page = section.replace("{}", told) + "\n" + forms.HTML_AFTER[drawn["after"]]
    return forms.HTML_PAGES[drawn["top"]].replace("{}", page)


_TRADES: Forms = {trade: trade for trade in SETS}
_BODY_MARKED = forms.BODIES | {
    "labelled": "**Problem:** {S}\n\n**Solution:** {A}\n\n**Result:** {R}",
    "questions": "#### The problem\n\n{S}\n\n#### What I did\n\n{A}\n\n#### Outcome\n\n{R}",
}
PASTED: Mapping[str, Forms] = {
    "top": forms.PASTED_TOPS, "section": forms.PASTED_SECTIONS, "title": forms.PASTED_TITLES, "facts": forms.PASTED_FACTS, "body": forms.BODIES, "tools": forms.PASTED_TOOLS,
    "links": forms.PASTED_LINKS, "order": forms.ORDERS, "gap": forms.GAPS, "after": forms.PASTED_AFTER, "end": forms.PASTED_AFTER, "trade": _TRADES,
}  # fmt: skip
MARKED: Mapping[str, Forms] = {
    "top": forms.MARKED_TOPS, "section": forms.MARKED_SECTIONS, "title": forms.MARKED_TITLES, "facts": forms.MARKED_FACTS, "body": _BODY_MARKED, "tools": forms.MARKED_TOOLS,
    "links": forms.MARKED_LINKS, "order": forms.ORDERS, "break": {"blank": "", "rule": ""}, "after": forms.MARKED_AFTER, "end": forms.MARKED_AFTER, "trade": _TRADES,
}  # fmt: skip
_LISTS: Mapping[str, Forms] = {name: MARKED[name] for name in ("top", "section", "after", "trade")}
HTML: Mapping[str, Forms] = {
    "top": forms.HTML_PAGES, "section": forms.HTML_SECTIONS, "head": forms.HTML_HEADS, "card": forms.HTML_CARDS, "title": forms.HTML_TITLES, "facts": forms.HTML_FACTS, "body": forms.HTML_BODIES,
    "tools": forms.HTML_TOOLS, "links": forms.HTML_LINKS, "order": forms.ORDERS, "after": forms.HTML_AFTER, "trade": _TRADES,
}  # fmt: skip
KINDS: Mapping[str, Kind] = {
    "pasted": Kind("txt", PASTED, _pasted), "marked": Kind("md", MARKED, _marked), "lists": Kind("md", _LISTS | {"title": forms.LISTED, "tools": forms.LISTED_TOOLS}, _listed),
    "tables": Kind("md", _LISTS | {"title": forms.TABLES, "tools": {"named": ""}}, _tabled), "sites": Kind("html", HTML, _site),
}  # fmt: skip


def _tried(kind: Kind, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each page (one of `every`) with what was read; None where that is what it tells."""
    for page in pages_of(kind, every):
        found = read_page(page)
        told = are_told(found, page.wanted)
        yield " / ".join(page.drawn.values()), None if told else [" | ".join(one) for one in found]


TRIED: Mapping[str, Tried] = {name: partial(_tried, kind) for name, kind in KINDS.items()}
"""Kind → the pages, one of so many, each with what was read instead of it or None."""
