"""Reads lines of a pasted profile by their place: company, post, then dates with their length, "May 2019 - June 2021 (2 years 2 months)".

So LinkedIn prints and shows profiles: several posts may stand below one company, a post's town stands below its dates.
Called by entries.py, which reads the lines as heads; profile_heads.py does the same for headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.documents import BlockKind, SectionKind
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind

_LENGTH = re.compile(
    r"\w(?:\s\(|\s·\s)\d{1,2}\s[^\W\d_]{2,9}\.?(?:\s(?:(?:und|e|y|et|i|en)\s)?\d{1,2}\s[^\W\d_]{2,9}\.?)?\)?$"
)
_FEWEST = 2
"""Dates with their lengths; a single one is no profile's manner."""
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Entry:
    """Places of the lines of one post."""

    dates: int
    post: int
    company: int | None
    """None where the post belongs to the company above."""
    town: int | None


def with_profile_lines(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Return the lines; those of a profile's entries say company, post, dates and town by their place, what stands between is told."""
    if sum(map(_lasts, lines)) < _FEWEST:
        return list(lines)
    if not any(
        _lasts(line) and line.section is SectionKind.EXPERIENCE for line in lines
    ):  # Pasted without its heading.
        lines = [_among_jobs(line) for line in lines]
    dated = [place for place, line in enumerate(lines) if line.period is not None and _is_of_jobs(line)]
    if not all(_lasts(lines[place]) for place in dated):
        return list(lines)
    entries = [entry for place in dated if (entry := _entry(lines, place)) is not None]
    if len(entries) < len(dated) or all(entry.company is None for entry in entries[:1]):
        return list(lines)
    if _titles_come_first(lines, entries):
        entries = [_turned(entry) for entry in entries]
    made = list(lines)
    heads = set[int]()
    for entry in entries:
        top = entry.post if entry.company is None else min(entry.post, entry.company)
        heads.update(range(top, entry.dates + 1))
        made[top + 1 : entry.dates + 1] = [replace(line, gap=0) for line in made[top + 1 : entry.dates + 1]]
        made[entry.post] = _as_one(made[entry.post], PieceKind.TITLE)
        if entry.company is not None:
            made[entry.company] = _as_one(made[entry.company], PieceKind.NAME)
        made[top] = replace(made[top], gap=2)
        if entry.town is not None:
            heads.add(entry.town)
            made[entry.town] = _as_one(made[entry.town], PieceKind.PLACE)
    return [
        line if place in heads or place < dated[0] or not _is_of_jobs(line) else replace(line, is_prose=True)
        for place, line in enumerate(made)
    ]


def _titles_come_first(lines: Sequence[HeadLine], entries: Sequence[_Entry]) -> bool:
    """Return whether more upper lines than lower ones are titles: a page has "Cook", "Acme" where paper has "Acme", "Cook"."""
    pairs = [
        (entry.company, entry.post) for entry in entries if entry.company is not None and entry.company < entry.post
    ]
    titles = [(_is_title(lines[upper]), _is_title(lines[lower])) for upper, lower in pairs]
    return sum(upper and not lower for upper, lower in titles) > sum(lower and not upper for upper, lower in titles)


def _is_title(line: HeadLine) -> bool:
    return bool(line.pieces) and line.pieces[0].kind is PieceKind.TITLE


def _turned(entry: _Entry) -> _Entry:
    """Return an entry whose upper line is the post, its lower one the company."""
    if entry.company is None or entry.company > entry.post:
        return entry
    return replace(entry, post=entry.company, company=entry.post)


def _among_jobs(line: HeadLine) -> HeadLine:
    return replace(line, section=SectionKind.EXPERIENCE) if line.section is SectionKind.OTHER else line


def _is_of_jobs(line: HeadLine) -> bool:
    is_paragraph = line.block.kind is BlockKind.PARAGRAPH and line.section is SectionKind.EXPERIENCE
    return is_paragraph and not line.is_prose


def _lasts(line: HeadLine) -> bool:
    """Return whether a line is dates with both ends and how long they lasted, nothing else."""
    if line.period is None or not line.period.lasts or len(line.pieces) != 1 or line.section not in _OF_JOBS:
        return False
    return line.pieces[0].kind is PieceKind.ASIDE and _LENGTH.search(line.text) is not None


_OF_JOBS = frozenset({SectionKind.EXPERIENCE, SectionKind.OTHER})


def _entry(lines: Sequence[HeadLine], dates: int) -> _Entry | None:
    """Return the entry whose dates stand at a place; None if no post stands above them."""
    above = _above(lines, dates)
    if above is None:
        return None
    town = _town(lines, dates)
    if _has_form(lines[above]):  # "Cook", "Acme · Full-time", "May 2019 - June 2021 · 2 yrs 2 mos"
        post = _above(lines, above)
        return None if post is None or lines[above].gap else _Entry(dates, post, above, town)
    company = None if lines[above].gap else _above(lines, above)
    if company is not None and not _may_be_company(lines, company):
        company = None
    return _Entry(dates, above, company, town)


def _above(lines: Sequence[HeadLine], place: int) -> int | None:
    """Return the place of the next line above that names something; asides and the town of all posts may stand between."""
    place -= 1
    while place >= 0 and lines[place].pieces and all(p.kind in _BETWEEN for p in lines[place].pieces):
        if lines[place].period is not None:
            return None
        place -= 1
    if place < 0 or not _is_of_jobs(lines[place]) or lines[place].period is not None or not lines[place].pieces:
        return None
    is_short = len(lines[place].text.split()) <= _MOST_WORDS and not lines[place].text.endswith((".", ":", ";"))
    return place if is_short else None


_BETWEEN = frozenset({PieceKind.ASIDE, PieceKind.PLACE})


def _has_form(line: HeadLine) -> bool:
    """Return whether a line is a name and the form of the employment: "Acme · Full-time", "Acme Lab, Tarn University · Contract"."""
    behind = [piece for piece in line.pieces[1:] if piece.joint != ","]
    return bool(behind) and all(piece.kind is PieceKind.ASIDE and piece.joint == "|" for piece in behind)


def _may_be_company(lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether a line above a post begins an entry: behind an empty line, below a heading, or before the whole time there.

    Where no empty lines are left, a name alone does below what ends a sentence or was no text.
    """
    is_first = place == 0 or lines[place - 1].block.kind is BlockKind.HEADING
    if not is_first and [piece.kind for piece in lines[place].pieces] == [PieceKind.NAME]:
        is_first = not lines[place - 1].is_prose or lines[place - 1].text.endswith((".", "!", ")"))
    is_whole = bool(lines[place + 1].pieces) and all(p.kind is PieceKind.ASIDE for p in lines[place + 1].pieces)
    return is_first or is_whole or lines[place].gap > 0


def _town(lines: Sequence[HeadLine], dates: int) -> int | None:
    """Return the place of the town right below the dates, which no list need know; a title or company below would have dates below it."""
    place = dates + 1
    if place >= len(lines) or lines[place].gap or not _is_of_jobs(lines[place]) or lines[place].period is not None:
        return None
    line = lines[place]
    if not line.pieces or line.text.endswith(".") or any(p.kind not in _OF_TOWN for p in line.pieces):
        return None
    before_next = place + 1 >= len(lines) or lines[place + 1].gap or lines[place + 1].is_prose
    is_known = any(piece.kind is PieceKind.PLACE for piece in line.pieces) or _has_form(line)
    ahead = [other.period is not None and _is_of_jobs(other) for other in lines[place + 1 : place + 4]]
    return place if is_known or before_next or not any(ahead) else None


_OF_TOWN = frozenset({PieceKind.PLACE, PieceKind.NAME, PieceKind.ASIDE, PieceKind.OTHER})


def _as_one(line: HeadLine, kind: PieceKind) -> HeadLine:
    """Return a line as one piece of that kind, without the form of the employment behind it."""
    pieces = line.pieces
    if _has_form(line):
        pieces = tuple(piece for piece in pieces if piece.joint != "|" or piece is pieces[0])
    start, end = pieces[0].start, max(piece.end for piece in pieces)
    return replace(line, pieces=(Piece(kind, line.text[start - line.start : end - line.start], start, end, ""),))
