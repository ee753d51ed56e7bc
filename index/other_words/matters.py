"""Knows the matters that only their own names tell, and which of them a query names though no passage does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from graph.synonyms import Row
from index.analyzers import parts_of, stem


class Matters:
    """The matters of one generation."""

    def __init__(self, matters: Iterable[Sequence[str]], holding: Callable[[Row], int]) -> None:
        self._holding = holding
        self._names: dict[Row, list[Row]] = defaultdict(list)
        for matter in matters:
            rows = [tuple(stem(part.text) for part in parts_of(name)) for name in matter]
            for row in rows:
                self._names[row] += rows
        self._longest = max(map(len, self._names), default=0)

    def absent(self, stems: Row) -> bool:
        """Return whether a query's stems name a matter none of whose names any passage holds."""
        return any(
            not any(map(self._holding, names))
            for first in range(len(stems))
            for last in range(first + 1, min(len(stems), first + self._longest) + 1)
            if (names := self._names.get(stems[first:last]))
        )
