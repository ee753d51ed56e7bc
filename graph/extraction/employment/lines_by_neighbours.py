"""Reads a line of a head anew by the lines right above and below it: a house before its country, a company above a post and dates.

Called by nested_heads.py, which does so with bullets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.documents import BlockKind, SectionKind
from graph.extraction.employment.entry_houses import with_house_apart
from graph.extraction.employment.line_contents import says
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_companylike


def read_by_neighbours(lines: Sequence[HeadLine], place: int) -> HeadLine:
    """Return the line at a place, changed where its neighbours tell what it holds."""
    line = lines[place]
    changed = line
    if place and line.period is not None and _begins_with_dates_of(lines[place - 1], line):
        changed = replace(line, pieces=(), is_prose=False)
    if line.section is not SectionKind.EXPERIENCE:
        return changed
    if _names_company_by_place(lines, place):
        first, *others = line.pieces
        changed = replace(line, pieces=(replace(first, kind=PieceKind.NAME), *others))
    apart = _house_before_country(lines, place)
    return changed if apart is None else apart


_OPENS_LINE = re.compile(r"[\s*_(\[`]*")
_REMARK_BEHIND = re.compile(r"[*_`)\]]*\s?(?:[(·•|;,–—.\n]|$)")


def _begins_with_dates_of(above: HeadLine, line: HeadLine) -> bool:
    """Return whether a line begins with the years of the post in the heading right above, and remarks on it: "*2019 – 2021* · tidal power"."""
    is_below = above.block.kind is BlockKind.HEADING and above.period is None and line.gap <= 1
    if not is_below or line.block.kind is not BlockKind.PARAGRAPH or line.section is not SectionKind.EXPERIENCE:
        return False
    period = line.period
    if period is None or not period.lasts or "nt" not in says(above):
        return False
    opening = _OPENS_LINE.match(line.text)
    if opening is None or line.start + opening.end() < period.start:
        return False
    if _REMARK_BEHIND.match(line.text, period.end - line.start) is None:
        return False
    return not any(piece.kind in (PieceKind.NAME, PieceKind.TITLE) for piece in line.pieces)


def _names_company_by_place(lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether ordinary words with a town stand right above a post and its dates: "The Heads of Post, Gouda, NL"."""
    line, following = lines[place], lines[place + 1 : place + 3]
    kinds = [piece.kind for piece in line.pieces]
    if kinds != [PieceKind.GENERIC, PieceKind.PLACE] or line.period is not None or len(following) < 2:
        return False
    if line.block.kind is BlockKind.LIST_ITEM or any(other.gap > 0 for other in following):
        return False
    return says(following[0]) == "t" and following[1].period is not None and following[1].period.lasts


_LIKE_HOUSE = re.compile(r"\b[A-ZÀ-Þ]{3,}\b|\A(?:[A-ZÀ-Þ][\w’'&-]*\s){2,}[A-ZÀ-Þ][\w’'-]*\Z")


def _house_before_country(lines: Sequence[HeadLine], place: int) -> HeadLine | None:
    """Return a head "Seegras IUT, Germany (2020-2022)" above a post alone as company and place; None for a town in its country.

    A house is known by its words, or has three of them or a word in capitals, which towns seldom have.
    """
    line = lines[place]
    if len(line.pieces) != 1 or line.period is None or "," not in line.pieces[0].text:
        return None
    whole = line.pieces[0]
    name, _, land = whole.text.partition(",")
    if whole.kind is not PieceKind.PLACE or "," in land or line.block.kind is BlockKind.LIST_ITEM:
        return None
    if is_place(name) or not (is_companylike(name) or _LIKE_HOUSE.search(name) is not None):
        return None
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or below.gap > 1 or below.period is not None or says(below) != "t" or len(below.pieces) != 1:
        return None
    above = lines[place - 1] if place else None
    if above is not None and line.gap <= 1 and says(above) in ("n", "nt") and not above.is_prose:
        return None
    return with_house_apart(line, 0)
