"""Reads headings of a profile by their place: company, then post, as headings of one level, then dates with their length in brackets.

So LinkedIn writes profiles, which converters make headings of: "#### Acme", "#### Cook", "May 2019 - June 2021 (2 years 2 months)".
Called by entries.py, which reads the lines as heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.documents import BlockKind, SectionKind
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind


def with_profile_heads(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Return the lines; those of a profile's entries say company, post and dates by their place, the others there tell of the work.

    A post whose heading stands alone above its dates belongs to the company of the entry before.
    """
    if not any(map(_lasts_as_in_profiles, lines)):
        return list(lines)
    made = list(lines)
    gone: set[int] = set()
    began = False
    for place, line in enumerate(lines):
        if not _lasts_as_in_profiles(line) or not place or not _is_heading(lines[place - 1]):
            continue
        post = place - 1
        above = _heading_above(lines, post)
        if above is None and not began:
            continue
        began = True
        made[post] = _as_one(lines[post], PieceKind.TITLE, gap=1 if above is not None else 2)
        if above is not None:
            made[above + 1 : post] = [replace(other, gap=1) for other in made[above + 1 : post]]
            made[above] = _as_one(lines[above], PieceKind.NAME, gap=2)
            if above and _runs_on(lines[above - 1], lines[above]):
                made[above - 1] = _joined(lines[above - 1], lines[above])
                gone.add(above)
        made[place] = replace(line, gap=min(line.gap, 1))
        _tell(made, place + 1)
    return [line for place, line in enumerate(made) if place not in gone]


def _is_heading(line: HeadLine) -> bool:
    return (
        line.block.kind is BlockKind.HEADING
        and line.section is SectionKind.EXPERIENCE
        and line.period is None
        and not line.is_prose
        and not line.text.rstrip().endswith((":", "."))
    )


def _lasts_as_in_profiles(line: HeadLine) -> bool:
    """Return whether a line is dates with both ends and how long they lasted in brackets, nothing else."""
    if line.section is not SectionKind.EXPERIENCE or line.period is None or not line.period.lasts or line.is_prose:
        return False
    return line.block.kind is BlockKind.PARAGRAPH and _LENGTH.search(line.text) is not None and len(line.pieces) == 1


_LENGTH = re.compile(r"\w\s\(\d{1,2}\s[^()\n]{2,24}\)$")


def _heading_above(lines: Sequence[HeadLine], post: int) -> int | None:
    """Return the place of the company's heading above a post's, of the same level; the whole time there may stand between."""
    place = post - 1
    while place >= 0 and lines[place].pieces and all(piece.kind is PieceKind.ASIDE for piece in lines[place].pieces):
        place -= 1
    if place < 0 or not _is_heading(lines[place]) or lines[place].block.level != lines[post].block.level:
        return None
    return place


def _as_one(line: HeadLine, kind: PieceKind, gap: int) -> HeadLine:
    """Return a heading as one piece of that kind; a post's as deeper than its company's."""
    bare = line.text.strip(" *_-–")
    start = line.start + line.text.index(bare)
    if kind is PieceKind.NAME:
        bare = _SHORT_FORM.sub("", bare)
    pieces = (Piece(kind, bare, start, start + len(bare), ""),)
    level = line.block.level + (kind is PieceKind.TITLE)
    return replace(line, block=replace(line.block, level=level), pieces=pieces, gap=gap)


_SHORT_FORM = re.compile(r"\s\([A-ZÀ-Þ]{2,8}\)$")
"""Behind a name, its initials in brackets."""


_OPEN_END = re.compile(r"\s(?:e|y|et|und|and|&|of|de|da|do|di|du|for|für|-|–)$")


def _runs_on(line: HeadLine, below: HeadLine) -> bool:
    """Return whether a heading ends in a word that its name cannot end in, so that it goes on in the heading below."""
    same = _is_heading(line) and line.block.level == below.block.level and below.gap <= 1
    return same and _OPEN_END.search(line.text.rstrip(" *_")) is not None


def _joined(line: HeadLine, below: HeadLine) -> HeadLine:
    first, last = line.text.strip(" *_"), _as_one(below, PieceKind.NAME, 0).pieces[0]
    start = line.start + line.text.index(first)
    name = f"{first.rstrip(' -–')} {last.text}"
    return replace(line, pieces=(Piece(PieceKind.NAME, name, start, last.end, ""),), gap=2)


def _tell(made: list[HeadLine], place: int) -> None:
    """Set the lines below an entry's dates as told text, up to the next heading; the first may be its town."""
    first = place
    while place < len(made) and made[place].block.kind is not BlockKind.HEADING:
        line = made[place]
        if line.period is not None and _lasts_as_in_profiles(line):
            return
        is_town = place == first and bool(line.pieces) and all(p.kind is PieceKind.PLACE for p in line.pieces)
        if not is_town:
            made[place] = replace(line, is_prose=True)
        place += 1
