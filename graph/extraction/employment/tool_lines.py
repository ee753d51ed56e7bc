"""Knows the lines of tools and skills among jobs, which head no post: a page's tags side by side, and what ends a post's text.

Asked by entries.py before it gathers heads; what may be part of a head is said in entry_lines.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from graph.documents import BlockKind, SectionKind
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.vocabulary import Vocabularies


def without_ends_of_posts(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Return lines in which the tools and skills between a post's sentences and the next post's dates head nothing.

    Posts begin with their dates where the first line of a section of jobs is dates alone, and so is another after sentences.
    """
    kept = list[HeadLine]()
    lines = [_as_end(line, lines[place - 1] if place else None) for place, line in enumerate(lines)]
    for kind, of_section in groupby(lines, key=lambda line: line.section):
        section = list(of_section)
        kept += section if kind is not SectionKind.EXPERIENCE else _without_ends(section)
    return kept


def _as_end(line: HeadLine, above: HeadLine | None) -> HeadLine:
    """Return a line that is a year and a full stop right below a sentence as the end of that sentence: "No accidents since", "2020."."""
    if above is None or not above.is_prose or line.gap or line.pieces or not line.text.rstrip().endswith("."):
        return line
    return line if line.period is None or line.period.lasts else replace(line, period=None, is_prose=True)


def _without_ends(section: list[HeadLine]) -> list[HeadLine]:
    below = section[1:] if section[0].block.kind is BlockKind.HEADING else section
    if len(below) < 5 or not _is_dates_alone(below[0]) or any(line.block.kind is BlockKind.HEADING for line in below):
        return section
    ends = set(_ends(section))
    return [replace(line, pieces=(), is_prose=True) if place in ends else line for place, line in enumerate(section)]


def _ends(section: Sequence[HeadLine]) -> Iterator[int]:
    """Yield the places of undated lines that stand between a sentence and the dates of the next post."""
    waiting: list[int] = []
    told = False
    for place, line in enumerate(section):
        if _is_dates_alone(line):
            is_followed = place + 1 < len(section) and bool(section[place + 1].pieces)
            yield from waiting if is_followed else ()
            waiting, told = [], False
        elif line.is_prose or (line.pieces and all(piece.kind is PieceKind.OTHER for piece in line.pieces)):
            waiting, told = [], True
        elif told and line.period is None:
            waiting.append(place)


def _is_dates_alone(line: HeadLine) -> bool:
    return line.period is not None and not line.pieces


# ---------------------------------------------------------------- tags


def without_chips(lines: Sequence[HeadLine], vocabularies: Vocabularies) -> list[HeadLine]:
    """Return the lines; two neighbours or more, each of which is a technology and nothing else, are what a page shows as tags: no heads."""
    chips = [_is_chip(line, vocabularies) for line in lines]
    return [
        replace(line, is_prose=True)
        if chips[place] and any(chips[max(0, place - 1) : place] + chips[place + 1 : place + 2])
        else line
        for place, line in enumerate(lines)
    ]


def _is_chip(line: HeadLine, vocabularies: Vocabularies) -> bool:
    if len(line.pieces) != 1 or line.period is not None or line.gap or line.block.kind is not BlockKind.PARAGRAPH:
        return False
    return vocabularies.technologies.is_term(line.text)
