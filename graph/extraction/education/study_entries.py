"""Says where a section of education begins its next study: what stands before never belongs to what stands behind.

A study is a row of a table, a bullet, a heading with what is below it, or the lines from dates to dates. Pairs nothing: see education.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.documents import BlockKind, SectionKind
from graph.extraction.education.date_lines import A_YEAR, is_dates_alone
from graph.extraction.education.degrees import degrees_of
from graph.extraction.education.institutions import institution_by_place, institutions_of
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.reading import Reading

_FEWEST = 2
"""Studies of one shape that tell how a section parts them."""
_MARKS = " \t*_•–-"


def studies_in(reading: Reading, lines: Sequence[HeadLine]) -> list[range]:
    """Return the places of each study's lines among `lines`, in order; none of a section that does not tell how it parts them."""
    found = list[range]()
    for run in _sections(lines):
        for part in _headed(reading, lines, run):
            shapes = (_rows(lines, part), _items(lines, part), _dated(lines, part))
            starts = next((starts for starts in shapes if len(starts) >= _FEWEST), [])
            if part != run and (not starts or _names_study(reading, lines, part.start)):
                starts = [part.start]
            found += _joined(reading, lines, _parts(starts, part.stop))
    return found


def _parts(starts: Sequence[int], end: int) -> list[range]:
    return [range(start, following) for start, following in pairwise([*starts, end])]


def _names_study(reading: Reading, lines: Sequence[HeadLine], place: int) -> bool:
    line = lines[place]
    return line.period is not None or bool(
        institutions_of(reading, line, place) or degrees_of(reading, line, is_study=True)
    )


def _sections(lines: Sequence[HeadLine]) -> Iterator[range]:
    """Yield the places of each run of lines of a section of education, fields and the section's own title aside."""
    place = 0
    while place < len(lines):
        start = place
        while place < len(lines) and _is_listed(lines[place]):
            place += 1
        if place > start:
            is_title = lines[start].block.kind is BlockKind.HEADING and lines[start].period is None
            yield range(start + (is_title and place - start > 1), place)
        place += place == start


def _is_listed(line: HeadLine) -> bool:
    return line.section is SectionKind.EDUCATION and line.block.kind is not BlockKind.FIELD


def _headed(reading: Reading, lines: Sequence[HeadLine], run: range) -> list[range]:
    """Return the parts of a section that headings of one level begin; the whole where it begins with no heading."""
    heads = [place for place in run if lines[place].block.kind is BlockKind.HEADING]
    if not heads or heads[0] != run.start:
        return [run]
    level = min(lines[place].block.level for place in heads)
    starts = [
        p for p in heads if lines[p].block.level == level and (p == run.start or lines[p - 1].block.level != level)
    ]
    return _parts(starts, run.stop) if len(starts) >= _FEWEST and starts[0] == run.start else [run]


def _rows(lines: Sequence[HeadLine], run: range) -> list[int]:
    """Return the rows of a table."""
    return [place for place in run if lines[place].block.kind is BlockKind.TABLE_ROW]


def _items(lines: Sequence[HeadLine], run: range) -> list[int]:
    """Return the first lines of bullets that stand in no other bullet, where nothing but a heading stands above."""
    items = [place for place in run if lines[place].block.kind is BlockKind.LIST_ITEM]
    if not items or any(lines[place].block.kind is not BlockKind.HEADING for place in range(run.start, items[0])):
        return []
    level = min(lines[place].block.level for place in items)
    return [
        place
        for place in items
        if lines[place].block.level == level and lines[place].block is not lines[place - 1].block
    ]


def _dated(lines: Sequence[HeadLine], run: range) -> list[int]:
    """Return the lines that begin with dates, those behind a line of dates alone, or those with dates, by how the section begins and ends."""
    if _begins_dated(lines[run.start]):
        return [place for place in run if _begins_dated(lines[place])]
    alone = [place for place in run if is_dates_alone(lines[place])]
    if alone and alone[-1] == run[-1]:
        return [run.start, *(place + 1 for place in alone[:-1])]
    if alone or lines[run.start].period is None:
        return []
    return [place for place in run if lines[place].period is not None]


def _begins_dated(line: HeadLine) -> bool:
    bare = line.text.lstrip(_MARKS)
    if line.period is None:
        return A_YEAR.match(bare) is not None
    return line.period.start - line.start <= len(line.text) - len(bare)


def _joined(reading: Reading, lines: Sequence[HeadLine], parts: Sequence[range]) -> list[range]:
    """Return the parts, one of those that are no study without the one before.

    "- Tarn University", "- BSc Physics": a school without degree, and what was studied there; or a further degree without dates.
    """
    joined = list[range]()
    needs_degree = needs_school = False
    for part in parts:
        is_school = any(institutions_of(reading, lines[at], at) for at in part)
        is_degree = any(degrees_of(reading, lines[at], is_study=True) for at in part)
        is_dated = any(lines[at].period is not None or A_YEAR.search(lines[at].text) for at in part)
        begins = bool(degrees_of(reading, lines[part.start], is_study=True))
        is_whole = is_school or any(_names_school_by_place(reading, lines[at], at) for at in part)
        is_of_above = is_degree and not is_whole and (not is_dated or (needs_degree and begins))
        is_of_above = is_of_above or (needs_school and is_school and not is_degree)
        if joined and is_of_above:
            joined[-1] = range(joined[-1].start, part.stop)
        else:
            joined.append(part)
            needs_degree, needs_school = is_school and not is_degree, is_degree and not is_school and not is_dated
    return joined


def _names_school_by_place(reading: Reading, line: HeadLine, place: int) -> bool:
    degrees = degrees_of(reading, line, is_study=True)
    return bool(degrees and institution_by_place(reading, line, place, degrees))
