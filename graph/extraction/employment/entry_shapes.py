"""Tells titles that no list knows by their place: from the company beside them, and from the order in which other entries stand.

"Strategische Einkäuferin / Klöppel AG, Bremke / 2014 – 2020" has a title because the other name is a company's; "Zugbegleitung /
Nordtal / 2012 – 2014" because the entries around it begin with their titles. Called by entries.py; knows no holdings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extraction.employment.entry_heads import Head, goes_on, heads_of, reach_of, with_small_titles
from graph.extraction.employment.job_sections import among_jobs
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.study_forms import degree_pattern
from graph.extraction.heads.words import IS_STUDY, LEGAL_SUFFIX, is_companylike
from graph.extraction.reading import Reading

_MOST_WORDS = 7


def with_titles_by_shape(lines: Sequence[HeadLine], reading: Reading) -> list[HeadLine]:
    """Return the lines, with sections of two jobs or more made such, and pieces made titles where the shape of the entries says so."""
    lines = among_jobs(lines, reading, reach_of(reading))
    lines = with_small_titles(lines, reading.vocabularies)
    heads = list(heads_of(lines, reach_of(reading), reading.vocabularies))
    by_words = [_title_place(head) for head in heads if len(head.parts) == 2]
    by_company = [_by_company(head) for head in heads if len(head.parts) == 2]
    by_order = [company if place is None else place for place, company in zip(by_words, by_company, strict=True)]
    known = [place for place in by_order if place is not None]
    usual = 0 if known.count(0) > 2 * known.count(1) else 1 if known.count(1) > 2 * known.count(0) else None
    degree, _ = degree_pattern(reading.vocabularies.degrees)
    changed = list(lines)
    for head in heads:
        if len(head.parts) != 2 or any(part.kind is PieceKind.TITLE for part in head.parts):
            continue
        if any(degree.match(part.text) for part in head.parts) or _has_post_below(lines, head):
            continue
        place = _by_company(head)
        place = usual if place is None else place
        if place == 1 and head.parts[1].joint == "," and 1 not in by_words:
            continue  # "Iceflower Ltd, York": where no post stands behind its company, a town does.
        on_one_line = len(head.parts) == 2 and any(
            set(head.parts) <= set(lines[number].pieces) for number in head.lines
        )
        if (
            place is None
            or not _may_be_title(head.parts[place], on_one_line)
            or not _may_be_company(head.parts[1 - place])
        ):
            continue
        kind = PieceKind.PLACE if _is_town_above_title(lines, head, head.parts[place]) else PieceKind.TITLE
        for number in head.lines:
            changed[number] = _titled(changed[number], head.parts[place], kind)
    return changed


def _title_place(head: Head) -> int | None:
    """Return which of the two parts is the title by its words."""
    kinds = [part.kind is PieceKind.TITLE for part in head.parts]
    return kinds.index(True) if sum(kinds) == 1 else None


def _by_company(head: Head) -> int | None:
    """Return which part is the title because the other alone is written as a company's name."""
    if head.parts[1].joint == "at":
        return 0
    legal = [LEGAL_SUFFIX.search(part.text) is not None for part in head.parts]
    if sum(legal) == 1:
        return 1 - legal.index(True)
    like = [is_companylike(part.text) for part in head.parts]
    return 1 - like.index(True) if sum(like) == 1 else None


_HOUSE = re.compile(
    r"(?:University|College|Institute|Academy|Hospital|Bank|Foundation|Ministry)$|^(?:University|Ministry|Institute) of "
)
"""Names that no order of entries makes titles of."""


def _may_be_title(part: Piece, on_one_line: bool) -> bool:
    return (
        1 <= len(part.text.split()) <= _MOST_WORDS
        and (part.text[:1].isupper() or on_one_line)
        and LEGAL_SUFFIX.search(part.text) is None
        and not part.text.rstrip().endswith((".", ":", "!", "?"))
        and not any(char.isdigit() for char in part.text)
        and part.joint != "at"
        and _HOUSE.search(part.text) is None
        and IS_STUDY.match(part.text) is None
        and _UNIT.match(part.text) is None
    )


_UNIT = re.compile(
    r"(?:Department|Dept\.?|Faculty|School|Institute|Division|Section|Centre|Center|Lehrstuhl|Institut|Fakultät) (?:of|for|für|de)\b"
)
"""Parts of a house, which are no posts."""


def _may_be_company(part: Piece) -> bool:
    return part.kind is PieceKind.NAME or LEGAL_SUFFIX.search(part.text) is not None


def _is_town_above_title(lines: Sequence[HeadLine], head: Head, part: Piece) -> bool:
    """Return whether a name beside the dates below a company is its town, as a post alone follows: "2015 – 2019 • Vicenza", "Fitter"."""
    last = head.lines[-1]
    line, after = lines[last], lines[last + 1] if last + 1 < len(lines) else None
    if line.period is None or line.pieces != (part,) or after is None or after.period is not None:
        return False
    return [piece.kind for piece in after.pieces] == [PieceKind.TITLE] and goes_on(line, after, 1)


def _has_post_below(lines: Sequence[HeadLine], head: Head) -> bool:
    """Return whether a house and where it is stand on the first line, and the post begins the next: "Acme | Wexmoor", "Fitter | 2015 – 2019"."""
    if len(head.lines) < 2 or not set(head.parts) <= set(lines[head.lines[0]].pieces):
        return False
    below = lines[head.lines[1]]
    return bool(below.pieces) and below.pieces[0].kind is PieceKind.TITLE and not below.of(PieceKind.NAME)


def _titled(line: HeadLine, part: Piece, kind: PieceKind = PieceKind.TITLE) -> HeadLine:
    if part not in line.pieces:
        return line
    pieces = tuple(replace(piece, kind=kind) if piece == part else piece for piece in line.pieces)
    return replace(line, pieces=pieces)
