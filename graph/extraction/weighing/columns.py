"""Columns of numbers over the lines of a page, one number a line: made from lines, moved by lines, added up over the lines below."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.extraction.weighing.lines import Line

Column: TypeAlias = NDArray[np.float64]
"""One number for each line, in order."""
Ends: TypeAlias = NDArray[np.int64]
"""For each line the number of the line behind the last one of what stands below it."""

DEPTH = 60
"""Lines below one that are looked at."""


def column(lines: Sequence[Line], of: Callable[[Line], float]) -> Column:
    """Return what `of` says of each line."""
    return np.array([of(line) for line in lines], dtype=np.float64)


def moved(values: Column, offset: int) -> Column:
    """Return for each line the value of the line `offset` lines below it, -1 where there is none.

    >>> moved(np.array([5.0, 6.0, 7.0]), 1).tolist(), moved(np.array([5.0, 6.0]), -1).tolist()
    ([6.0, 7.0, -1.0], [-1.0, 5.0])
    """
    found = np.full(len(values), -1.0)
    if 0 < offset < len(values):
        found[:-offset] = values[offset:]
    elif -len(values) < offset < 0:
        found[-offset:] = values[:offset]
    return found


def added_up(values: Column, ends: Ends) -> Column:
    """Return for each line the sum over the lines below it, up to its end.

    >>> added_up(np.array([1.0, 2.0, 3.0]), np.array([3, 2, 3])).tolist()
    [5.0, 0.0, 0.0]
    """
    sums = np.concatenate(([0.0], np.cumsum(values)))
    found: Column = sums[ends] - sums[np.arange(1, len(values) + 1)]
    return found


def ends_at(is_end: Sequence[bool]) -> Ends:
    """Return for each line the next one below that is an end, at most DEPTH lines on.

    >>> ends_at([True, False, False, True, False]).tolist()
    [3, 3, 3, 5, 5]
    """
    ends, following = np.zeros(len(is_end), dtype=np.int64), len(is_end)
    for number in range(len(is_end) - 1, -1, -1):
        ends[number] = min(following, number + 1 + DEPTH)
        if is_end[number]:
            following = number
    return ends


def ends_at_like(values: Sequence[Hashable]) -> Ends:
    """Return for each line the next one below of the same value, at most DEPTH lines on.

    >>> ends_at_like("abab").tolist()
    [2, 3, 4, 4]
    """
    following: dict[Hashable, int] = {}
    ends = np.zeros(len(values), dtype=np.int64)
    for number in range(len(values) - 1, -1, -1):
        ends[number] = min(following.get(values[number], len(values)), number + 1 + DEPTH)
        following[values[number]] = number
    return ends
