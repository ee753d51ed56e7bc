"""Looks up which of many spans overlap or hold a place, without going through them all. Knows nothing of what they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

from graph.documents import Span

Item = TypeVar("Item")


class SpanIndex(Generic[Item]):
    """Items by their spans; answers keep the order in which the items were given."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        self._rows = sorted(
            ((span, number, item) for number, (span, item) in enumerate(items)), key=lambda row: row[0].start
        )
        self._starts = [span.start for span, _, _ in self._rows]
        # The farthest end so far: once it lies before a place, no earlier span reaches that place.
        self._reach = list(accumulate((span.end for span, _, _ in self._rows), max))

    def touches(self, span: Span) -> bool:
        """Return whether any item's span shares at least one character with `span`."""
        place = bisect_left(self._starts, span.end) - 1
        while place >= 0 and self._reach[place] > span.start:
            if self._rows[place][0].end > span.start:
                return True
            place -= 1
        return False

    def overlapping(self, span: Span) -> list[Item]:
        """Return the items whose spans share at least one character with `span`, or are empty within it."""
        found: list[tuple[int, Item]] = []
        place = bisect_left(self._starts, span.end) - 1
        while place >= 0 and self._reach[place] >= span.start:
            other, number, item = self._rows[place]
            if other.end > span.start:
                found.append((number, item))
            place -= 1
        if len(found) > 1:
            found.sort(key=_by_number)
        return [item for _, item in found]


_by_number = itemgetter(0)
