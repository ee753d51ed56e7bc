"""Reads studies whose school is a heading that no word tells as one, by the headings around it: school above, degree and dates below.

Called by education.py; pairs nothing with what stands farther off.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.documents import BlockKind, SectionKind
from graph.extraction.degrees import Degree, degrees_of
from graph.extraction.head_pieces import PieceKind
from graph.extraction.headlines import HeadLine
from graph.extraction.institutions import Institution, institutions_of
from graph.extraction.reading import Reading

_FEWEST = 2
"""Entries of one shape that tell where the school stands."""


def schools_by_heading(reading: Reading, lines: Sequence[HeadLine]) -> dict[int, Institution]:
    """Return place → school of the headings among studies that no word tells, if another of their shape is a school's.

    "### Centro Ourinhos", "**Sistemas** | 02/2020 - 08/2023" beside "### Escola Barão", "**Ensino Médio** | 2017 - 2019".
    """
    places = [place for place, line in enumerate(lines[:-1]) if _heads_study(line, lines[place + 1])]
    if len(places) < _FEWEST or any(degrees_of(reading, lines[place], is_study=True) for place in places):
        return {}
    known = [place for place in places if institutions_of(reading, lines[place], place)]
    found: dict[int, Institution] = {}
    for place in places if known else ():
        line, below = lines[place], lines[place + 1]
        if place in known or institutions_of(reading, below, place + 1) or line.pieces[0].kind is not PieceKind.NAME:
            continue
        names = [piece for piece in line.pieces if piece.kind is not PieceKind.PLACE]
        is_whole = all(piece.kind is PieceKind.NAME and piece.joint in ("", "|") for piece in names)
        span = reading.document.span(names[0].start, names[-1 if is_whole else 0].end)
        period = None if below.period is None else below.period.range
        school = Institution(" ".join(reading.quote(span).split()), span, "school by its place", 0.8, place, period)
        if not degrees_of(reading, below, is_study=True):
            studied = below.pieces[0]
            where = reading.document.span(studied.start, studied.end)
            school.degrees.append(Degree("", "", " ".join(studied.text.split()), period, None, where))
        found[place] = school
    return found


def _heads_study(line: HeadLine, below: HeadLine) -> bool:
    """Return whether a heading among studies stands right above a line of what was studied, and when."""
    is_head = line.block.kind is BlockKind.HEADING and line.section is SectionKind.EDUCATION and line.period is None
    if not is_head or not line.pieces or line.block.level < 2 or below.block.kind is BlockKind.HEADING:
        return False
    return below.period is not None and below.gap <= 1 and bool(below.pieces) and not below.is_prose
