"""Says in what order the entries of a document state dates, post and house, where several of them have a line for each.

Called by entries.py before its lines are gathered; decides about no employment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import BlockKind, SectionKind
from graph.extraction.employment.line_contents import says
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind

_LEAST = 2
"""Entries of one shape that make it the document's order."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the entries of a document have in common."""

    dates_lead: bool
    """Dates alone on a line stand above post and house: what stands above them is of the entry before."""
    house_below_post: bool
    """The house has the line below the post's."""


def order_of(lines: Sequence[HeadLine]) -> Order:
    """Return the order in which the entries among jobs state their parts."""
    leading = below = 0
    for place, line in enumerate(lines):
        if not is_dates_alone(line):
            continue
        above, under = _shape(lines[max(0, place - 2) : place]), _shape(lines[place + 1 : place + 3])
        is_led = under in ("tn", "nt") and _stand_together(lines[place : place + 3])
        is_closed = above in ("tn", "nt") and place > 1 and _stand_together(lines[place - 2 : place + 1])
        leading += is_led - is_closed
        below += (is_led and under == "tn") or (is_closed and above == "tn")
    return Order(leading >= _LEAST, below >= _LEAST)


def is_dates_alone(line: HeadLine) -> bool:
    """Return whether a line among jobs holds nothing but a span of time."""
    is_plain = line.block.kind is not BlockKind.LIST_ITEM and line.section is SectionKind.EXPERIENCE
    return is_plain and line.period is not None and line.period.lasts and not line.pieces and not line.is_prose


def _shape(pair: Sequence[HeadLine]) -> str:
    """Return a letter for each of two lines: of a post alone, or of a house, with its town or without."""
    return "".join(_letter(line) for line in pair)


def _letter(line: HeadLine) -> str:
    said = says(line) if not line.is_prose and line.period is None else ""
    if said == "t":
        return "t" if len(line.pieces) == 1 else ""
    return "n" if said == "n" and line.pieces[0].kind is PieceKind.NAME and len(line.pieces) < 4 else ""


def _stand_together(run: Sequence[HeadLine]) -> bool:
    return all(line.gap == 0 and line.block.kind is not BlockKind.LIST_ITEM for line in run[1:])
