"""All records of a generation in memory, as sets of record numbers (Python integers as bitsets). Knows no engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from graph.documents import Span
from index.analyzers import words
from index.figures import FigureScale
from index.records import SearchRecord
from index.schema import FACETS, facet_values


def bits_of(numbers: Iterable[int], size: int) -> int:
    """Return the set of these numbers below `size` as one integer."""
    flags = bytearray(size // 8 + 1)
    for number in numbers:
        flags[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(flags, "little")


def numbers_in(bits: int) -> list[int]:
    """Return the numbers in a set, ascending."""
    return [place for place, digit in enumerate(bin(bits)[:1:-1]) if digit == "1"]


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
        self._repeats = self._find_repeats()
        self.repeat_of = {number: bits for bits in self._repeats for number in numbers_in(bits)}
        """Record number → the set of repeats that it is in."""
        self.facets = {spec.name: self._facet(spec.name) for spec in FACETS}

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

    def repeats_of(self, number: int) -> list[SearchRecord]:
        """Return the other records in a record's set of repeats."""
        return [self.records[n] for n in numbers_in(self.repeat_of.get(number, 0)) if n != number]

    def count(self, bits: int) -> int:
        """Return how many hits these records come to, repeats shown once."""
        return self.counts(bits, {"": bits})[""]

    def counts(self, bits: int, sets: Mapping[str, int]) -> dict[str, int]:
        """Return how many hits the records of each set come to within `bits`, repeats shown once."""
        repeats = [shared for repeat in self._repeats if (shared := bits & repeat).bit_count() > 1]
        found: dict[str, int] = {}
        for value, members in sets.items():
            within = bits & members
            extra = sum(max(0, (within & repeat).bit_count() - 1) for repeat in repeats)
            found[value] = within.bit_count() - extra
        return found

    def _join_same_words(self, groups: _Groups) -> None:
        first: dict[tuple[str, ...], int] = {}
        for number, record in enumerate(self.records):
            if record.is_passage and (key := words(record.body)):
                groups.join(first.setdefault(key, number), number)

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
