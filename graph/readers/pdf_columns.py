"""Puts a PDF page of two columns, laid out with spaces, into reading order: left column first, then the right one.

A column is no table, and no strip of dates beside entries: both sides must be text of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import SectionKind
from graph.readers.text_lines import ends_sentence, holds_date, is_figure
from graph.section_titles import kind_of_title, load_section_titles

_GUTTER = 3
"""Spaces between columns; one more than stands between words of justified text."""
_MIN_LINES = 5
"""Lines of text that each side must have."""
_MIN_PROSE = 8
_PROSE_LENGTH = 28
"""Without section titles on both sides, columns of prose: that many lines, that long on average."""
_MAX_DATES = 0.4
"""A side with more lines that hold dates, or figures alone, is a strip beside the other."""
_SLACK = 2
"""Places by which lines of one column may begin apart: letters differ in width."""


def in_reading_order(lines: Sequence[str]) -> list[str]:
    """Return a page's lines, those of two columns one column after the other, a blank line between."""
    found = _find_columns(lines)
    if found is None:
        return list(lines)
    above, within, below = lines[: found.first], lines[found.first : found.last], lines[found.last :]
    left = [line[: found.gutter].rstrip() for line in within]
    right = [line[found.gutter :].rstrip() for line in within]
    return [*above, *_trimmed(left), "", *_trimmed(right), "", *in_reading_order(below)]


@dataclass(frozen=True, slots=True)
class _Columns:
    first: int
    last: int
    gutter: int
    """Place at which the right column begins."""


def _find_columns(lines: Sequence[str]) -> _Columns | None:
    starts: Counter[int] = Counter()
    for line in lines:
        starts.update(_starts_behind_gaps(line))
    # The place with most beginnings at it and right behind it; of equals the leftmost.
    places = sorted(starts, key=lambda place: (-sum(starts[place + more] for more in range(_SLACK + 1)), place))
    for place in places[:6]:
        if sum(starts[place + more] for more in range(_SLACK + 1)) < _MIN_LINES:
            break
        for first, last in _ranges(lines, place):
            if _are_columns(lines[first:last], place):
                return _Columns(first, last, place)
    return None


def _starts_behind_gaps(line: str) -> list[int]:
    """Return the places at which words stand behind a gap, or behind the empty left column."""
    found = []
    gap = 0
    for place, character in enumerate(line):
        if character == " ":
            gap += 1
        else:
            if gap >= _GUTTER and place > _GUTTER:
                found.append(place)
            gap = 0
    return found


def _ranges(lines: Sequence[str], place: int) -> list[tuple[int, int]]:
    """Return where lines follow each other none of which crosses the gutter before `place`; the longest first."""
    found: list[tuple[int, int]] = []
    first = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or lines[number][place - _GUTTER + 1 : place].strip() or _is_cut(lines[number], place):
            if number > first:
                found.append((first, number))
            first = number + 1
    return sorted((_without_edges(lines, *edges, place) for edges in found), key=lambda edges: edges[0] - edges[1])


def _is_cut(line: str, place: int) -> bool:
    """Return whether a gutter at `place` would cut through a word."""
    return place < len(line) and line[place] != " " and line[place - 1] != " "


def _without_edges(lines: Sequence[str], first: int, last: int, place: int) -> tuple[int, int]:
    """Return a range without what stands above the first and below the last line of the right column, on the left alone.

    A short line at the left above both columns is the page's title; below them, what stands on the left belongs to it.
    """
    while first < last and not lines[first][place:].strip():
        first += 1
    return first, last


def _are_columns(lines: Sequence[str], place: int) -> bool:
    left = [line[:place].strip() for line in lines if line[:place].strip()]
    right = [line[place:].strip() for line in lines if line[place:].strip()]
    if min(len(left), len(right)) < _MIN_LINES or _is_strip(left) or _is_strip(right):
        return False
    titles = load_section_titles()
    if all(any(kind_of_title(words, titles) is not SectionKind.OTHER for words in side) for side in (left, right)):
        return True
    return all(len(s) >= _MIN_PROSE and sum(map(len, s)) >= _PROSE_LENGTH * len(s) for s in (left, right))


def _is_strip(side: Sequence[str]) -> bool:
    beside = sum(1 for words in side if is_figure(words) or (holds_date(words) and len(words) < 30))
    return beside > _MAX_DATES * len(side)


def _trimmed(column: Sequence[str]) -> list[str]:
    """Return a column without its margin and without blank lines at its ends."""
    margin = min((len(line) - len(line.lstrip()) for line in column if line), default=0)
    bare = [line[margin:] for line in column]
    joined = [line for number, line in enumerate(bare) if line or not _runs_on(bare, number)]
    while joined and not joined[0]:
        joined.pop(0)
    while joined and not joined[-1]:
        joined.pop()
    return joined


def _runs_on(lines: Sequence[str], number: int) -> bool:
    """Return whether a blank line stands within a sentence, where the other column has lines between two of this one."""
    above = lines[number - 1].strip() if number else ""
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    return bool(above) and below[:1].islower() and not ends_sentence(above)
