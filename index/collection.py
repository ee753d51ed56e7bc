"""All records of a generation in memory, as sets of record numbers (Python integers as bitsets). Knows no engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from graph.documents import Span
from index.analyzers import cut_text, stem, words
from index.figures import FigureScale
from index.number_sets import Flags, bits_of, flags_of, numbers_in
from index.records import SearchRecord
from index.schema import FACETS, facet_values


class Apart(NamedTuple):
    """Hits, repeats told from others."""

    alone: Flags
    """The records that are shown for themselves."""
    together: Flags
    """Those of which two or more are in the same set of repeats: each set is shown once."""
    hits: int
    """How many are shown."""


class Collection:
    """Records by number, with what filters, facets and folding need of them."""

    def __init__(self, records: Sequence[SearchRecord]) -> None:
        self.records = tuple(sorted(records, key=lambda record: record.id))
        self.size = len(self.records)
        self.numbers = {record.id: number for number, record in enumerate(self.records)}
        self.all = (1 << self.size) - 1
        self.passages = self.where(lambda record: record.is_passage)
        self.with_figures = self.where(lambda record: bool(record.figures))
        self.scale = FigureScale(figure for record in self.records for figure in record.figures)
        seen: dict[str, str] = {}
        self.title_stems = tuple(_stems_kept(words(record.title), seen) for record in self.records)
        nothing = cut_text("", seen)
        self.bodies = tuple(cut_text(r.body, seen) if r.is_passage else nothing for r in self.records)
        """Stems of the title and, of passages, the text cut into words, by record number: no search cuts them again."""
        self._same_words: dict[int, int] = {}
        """Passage → the first passage that has the same words, itself or another."""
        self._repeats = self._find_repeats()
        self.group = np.full(self.size, -1, dtype=np.intp)
        """Record number → which set of repeats it is in; -1: none."""
        for group, members in enumerate(self._repeats):
            self.group[numbers_in(members)] = group
        self.apart = lru_cache(maxsize=8)(self._find_apart)
        self.repeat_of = {number: bits for bits in self._repeats for number in numbers_in(bits)}
        """Record number → the set of repeats that it is in."""
        self.facets = {spec.name: self._facet(spec.name) for spec in FACETS}
        """Facet → value → the records that have it."""

    def where(self, condition: Callable[[SearchRecord], bool]) -> int:
        """Return the records that meet a condition."""
        return bits_of((n for n, record in enumerate(self.records) if condition(record)), self.size)

    def _facet(self, name: str) -> dict[str, int]:
        members: dict[str, list[int]] = defaultdict(list)
        for number, record in enumerate(self.records):
            for value in facet_values(record, name):
                members[value].append(number)
        return {value: bits_of(found, self.size) for value, found in members.items()}

    def having(self, facet: str, values: Iterable[str]) -> int:
        """Return the records that have any of these values."""
        found = 0
        for value in values:
            found |= self.facets[facet].get(value, 0)
        return found

    def _find_repeats(self) -> tuple[int, ...]:
        """Sets of records that show the same stretch of text or the same words, two or more each.

        Passages among passages, entities among those of their kind; one of each set is shown.
        """
        groups = _Groups(self.size)
        self._join_same_words(groups)
        self._join_overlaps(groups)
        return tuple(bits_of(members, self.size) for members in groups.found())

    def told_alike(self, number: int) -> list[SearchRecord]:
        """Return the other passages in a record's set of repeats that have exactly its words."""
        own = self._same_words.get(number)
        return [
            self.records[other]
            for other in numbers_in(self.repeat_of.get(number, 0))
            if own is not None and other != number and self._same_words.get(other) == own
        ]

    def count(self, bits: int) -> int:
        """Return how many hits these records come to, repeats shown once."""
        return self.apart(bits).hits

    def _find_apart(self, bits: int) -> Apart:
        """Return which records are shown for themselves, and which with others of their set of repeats as one."""
        found = flags_of(bits, self.size)
        members = np.bincount(self.group[found & (self.group >= 0)], minlength=len(self._repeats))
        # No set (-1) is no repeat.
        is_shared = np.append(members > 1, False)
        together = found & is_shared[self.group]
        alone = found & ~together
        return Apart(alone, together, int(np.count_nonzero(alone)) + int(np.count_nonzero(is_shared)))

    def _join_same_words(self, groups: _Groups) -> None:
        first: dict[tuple[str, ...], int] = {}
        for number, record in enumerate(self.records):
            if record.is_passage and (key := self.bodies[number].words):
                self._same_words[number] = first.setdefault(key, number)
                groups.join(first[key], number)

    def _join_overlaps(self, groups: _Groups) -> None:
        places: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)
        for number, record in enumerate(self.records):
            kind = "passage" if record.is_passage else record.kind
            places[kind, record.location.document_id].append((record.location, number))
        for found in places.values():
            found.sort()
            reach, holder = -1, -1
            for span, number in found:
                if span.start < reach:
                    groups.join(holder, number)
                if span.end > reach:
                    reach, holder = span.end, number


def _stems_kept(found: Iterable[str], seen: dict[str, str]) -> tuple[str, ...]:
    """Return the stems of words, each string held in memory once."""
    return tuple(seen.setdefault(stemmed, stemmed) for stemmed in map(stem, found))


class _Groups:
    """Numbers joined into groups (union–find)."""

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))

    def leader(self, number: int) -> int:
        while self._leader[number] != number:
            self._leader[number] = self._leader[self._leader[number]]
            number = self._leader[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.leader(one), self.leader(other)))
        self._leader[high] = low

    def found(self) -> list[list[int]]:
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._leader)):
            members[self.leader(number)].append(number)
        return [group for _, group in sorted(members.items()) if len(group) > 1]
