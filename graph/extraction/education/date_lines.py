"""Says of lines of dates alone among studies whether they stand above the studies that they date, or below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import BlockKind, SectionKind
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind

A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year as studies have it, no part of a longer number."""
_BELOW = 3
"""Lines behind the first of a study in which its dates stand: school, place and these."""


def is_dates_alone(line: HeadLine) -> bool:
    """Return whether a line holds dates and nothing beside them but a place, an aside or what is in brackets."""
    if line.period is None or line.is_prose:
        return False
    return all(piece.kind in (PieceKind.PLACE, PieceKind.ASIDE) or piece.joint == "(" for piece in line.pieces)


def dates_stand_above(lines: Sequence[HeadLine]) -> list[bool | None]:
    """Return for each line whether the dates of its section of education stand above studies; None where that is not known.

    The first study tells: its section begins with a line of dates alone, or has one behind degree and school.
    """
    told: list[bool | None] = []
    is_above, is_first = None, True
    for place, line in enumerate(lines):
        if line.section is not SectionKind.EDUCATION:
            is_above, is_first = None, True
        elif is_first and not (line.block.kind is BlockKind.HEADING and _is_title(lines, place)):
            is_above, is_first = _first_study_has_dates_above(lines, place), False
        told.append(is_above)
    return told


def _is_title(lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether a heading is the first line of its section, without dates: "Education"."""
    return lines[place].period is None and (place == 0 or lines[place - 1].section is not SectionKind.EDUCATION)


def _first_study_has_dates_above(lines: Sequence[HeadLine], place: int) -> bool | None:
    if is_dates_alone(lines[place]):
        return True
    if lines[place].period is not None or lines[place].is_prose:
        return None
    following = lines[place + 1 : place + 1 + _BELOW]
    return False if any(is_dates_alone(line) for line in following) else None
