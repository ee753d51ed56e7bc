"""Puts pages of stories together by lot: who tells them, at whom and as what, and how each is told; asks for all of it and how it is tied.

A page is read when people, employers, posts and works are those that it tells, each work is tied to its employer, tools and figures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.annotations import Annotation, Employment, Figure, Place, dimension_of
from benchmarks.scoring import score_document
from benchmarks.tally import DocumentScore
from benchmarks.written.layouts import Entry, Tried, reading_of
from benchmarks.written.mixes import unmarked
from benchmarks.written.story_lot_forms import CASES, NOTES, PAPERS, Lot, Where
from benchmarks.written.story_lot_words import TELLERS, Teller
from graph.model import Measures

PAGES = 900
"""Of each kind."""
ASKED = ("people", "employers", "employments", "projects", "outcome-project links", "uses", "project-employer links")
"""The rows without a fault in a page that is read."""
_KINDS = ("N", "D", "O")
"""What titles are: a name, a deed, a phrase of the writer's own."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page put together by lot."""

    forms: Mapping[str, str]
    """Dimension → form."""
    file: str
    text: str
    annotation: Annotation


def draw_page(lot: Lot, draw: random.Random) -> Drawn:
    """Return the next page of a lot."""
    tables = {
        "head": lot.heads, "teller": lot.tellers, "where": lot.wheres, "title": lot.titles, "told": lot.told, "figures": lot.figures,
        "tools": lot.tools, "around": lot.around, "end": lot.ends, "trade": TELLERS,
    }  # fmt: skip
    forms = {name: draw.choice(list(table)) for name, table in tables.items()}
    forms["titles"], forms["format"] = draw.choice(_KINDS), draw.choice(("md", "md", "txt"))
    teller, count = TELLERS[forms["trade"]], 1 if lot.works == 1 else draw.choice((2, 3))
    first = draw.randrange(len(teller.works)) if lot.works == 1 else 0
    works = [{**teller.facts, **work, "H": work[forms["titles"]]} for work in teller.works[first : first + count]]
    forms["count"] = str(count)
    text, figures = _page(lot, forms, teller, works)
    if forms["format"] == "txt":
        text = unmarked(text)
    return Drawn(forms, f"page.{forms['format']}", text, _annotation(lot, forms, teller, works, figures, text))


def _page(lot: Lot, forms: Mapping[str, str], teller: Teller, works: Sequence[Entry]) -> tuple[str, list[str]]:
    """Return a page's text, and for each work the words in which its figure stands."""
    where, facts = lot.wheres[forms["where"]], {**teller.facts, "H": works[0]["H"]}
    top, _, foot = lot.tellers[forms["teller"]].partition("||")
    named = " – {P}" if forms["teller"] == "nobody" and len(forms["told"]) % 2 else ""
    blocks = [lot.heads[forms["head"]].replace("{I}", named), top, where.page]
    blocks = [block.format(**facts) for block in blocks if block]
    figures = []
    for number, work in enumerate(works, 1):
        story, figure = _story(lot, forms, where, work, number)
        blocks.append(story)
        figures.append(figure)
    blocks += [block.format(**facts) for block in (lot.ends[forms["end"]], where.foot, foot) if block]
    return "\n\n".join(blocks) + "\n", figures


def _story(lot: Lot, forms: Mapping[str, str], where: Where, work: Entry, number: int) -> tuple[str, str]:
    """Return a story as it is told, and the words in which its figure stands."""
    beside = lot.figures[forms["figures"]]
    if "{B}" in beside and not work["B"]:
        beside = "\n\n**Impact:** {R}"
    told = {
        **work,
        "S": where.said.format(**work) + work["S"],
        "R": work["W"] if beside else work["R"],
        "i": str(number),
    }
    head = (lot.titles[forms["title"]] + where.title if where.title or lot.works > 1 else "").format(**told)
    body = lot.told[forms["told"]].format(**told)
    if head.endswith(".**"):
        body = f"{head} {body}" if not body.startswith(("-", "*", "#", "|")) else f"{head}\n\n{body}"
        head = ""
    below = "\n\n".join(part for part in (where.below.format(**work), body) if part)
    below += (
        beside.format(**work) + lot.tools[forms["tools"]].format(**work) + lot.around[forms["around"]].format(**told)
    )
    if re.match(r"\d\. ", head):  # What is told of a numbered item stands within it.
        below = "\n".join(f"   {line}" if line else line for line in below.split("\n"))
    row = next((line for line in beside.splitlines() if "{B}" in line), "")
    return "\n\n".join(part for part in (head, below) if part), (row or "{R}").format(**work)


def _annotation(
    lot: Lot, forms: Mapping[str, str], teller: Teller, works: Sequence[Entry], figures: Sequence[str], text: str
) -> Annotation:
    """Return what is to be read of a page."""
    where, facts = lot.wheres[forms["where"]], teller.facts
    house = facts["C"] if "{C}" in where.text else None
    told = [(work, figure if figure in text else _bare(figure)) for work, figure in zip(works, figures, strict=True)]
    names = {work["H"] for work in works}
    tools = {tool: None for work in works for tool in work["X"].split(", ")}
    return Annotation(
        path=Path("page"), document="page", person=facts["P"] if facts["P"] in text else None,
        employers=(Place(house),) if house else (), employments=(_employment(where, facts),) if house else (), education=(),
        projects=tuple(Place(work["H"], (work["N"],)) for work in works), technologies=tuple(map(Place, tools)),
        figures=(*(_figure(work, quote) for work, quote in told), *_durations(works[0], text)), not_figures=(),
        uses=frozenset((work["H"], tool) for work in works for tool in work["X"].split(", ")),
        at_employer=frozenset((name, house) for name in names) if house else frozenset(),
    )  # fmt: skip


def _bare(figure: str) -> str:
    return unmarked(figure).strip()


def _employment(where: Where, facts: Entry) -> Employment:
    has_post = "{T}" in where.text
    years = "{Y}" in where.text and where.ends
    end = facts["Z"] if "{Z}" in where.text else "present"
    return Employment(
        employer=facts["C"], title=facts["T"] if has_post else None, start=facts["Y"] if years else None, end=end if years else None,
        title_optional=not has_post, dates_optional=not years, optional=not has_post,
    )  # fmt: skip


def _figure(work: Entry, quote: str) -> Figure:
    value = float(work["E"].strip("%$€").replace(",", ""))
    unit = work["U"]
    return Figure(
        quote=quote, value=value, unit=unit, dimension=dimension_of(unit) if unit in ("USD", "EUR") else "any", direction="none", before=None, after=None,
        measures=Measures.RESULT, project=work["H"],
    )  # fmt: skip


def _durations(work: Entry, text: str) -> tuple[Figure, ...]:
    """Return how long a case took, where its facts say it."""
    if "4 months" not in text:
        return ()
    return (Figure("4 months", 4, "months", "any", "none", None, None, Measures.DURATION, work["H"], optional=True),)


def score_page(page: Drawn) -> DocumentScore:
    """Return the counts and faults of a page's reading."""
    return score_document(page.annotation, reading_of(page.file, page.text))


def _tried(lot: Lot, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each page (one of `every`) with the faults in it; None where it has none."""
    draw = random.Random(1)
    for number in range(PAGES):
        page = draw_page(lot, draw)
        if number % every == 0:
            faults = [
                f"{'-' if f.is_missed else '+'} {f.row}: {f.text}" for f in score_page(page).faults if f.row in ASKED
            ]
            yield " / ".join(page.forms.values()), faults or None


TRIED: Mapping[str, Tried] = {
    "notes": partial(_tried, NOTES), "papers": partial(_tried, PAPERS), "cases": partial(_tried, CASES),
}  # fmt: skip
"""Kind → the pages, one of so many, each with the faults in its reading or None."""
