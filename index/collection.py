"""All records of a generation in memory, as sets of record numbers (Python integers as bitsets). Knows no engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence, Sized
from functools import lru_cache
from itertools import compress, count

from graph.documents import Span
from index.analyzers import cut_text, stem, words
from index.figures import FigureScale
from index.records import SearchRecord
from index.schema import FACETS, facet_values


def bits_of(numbers: Iterable[int], size: int) -> int:
    """Return the set of these numbers below `size` as one integer."""
    if isinstance(numbers, Sized) and len(numbers) < size // _FEW:
        octets = bytearray(size // 8 + 1)
        for number in numbers:
            octets[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(octets, "little")
    digits = bytearray(b"0") * (size + 1)
    for number in numbers:
        digits[~number] = _ONE
    return int(digits, 2)


def flags_of(bits: int, size: int) -> bytes:
    """Return a set of numbers below `size` as one byte for each number, 1 for those in it."""
    return format(bits, f"0{size}b").encode("ascii")[::-1].translate(_FLAGS)


def numbers_in(bits: int) -> list[int]:
    """Return the numbers in a set, ascending."""
    many = bits.bit_count()
    if many * _DENSE > bits.bit_length():
        first = (bits & -bits).bit_length() - 1
        return list(compress(count(first), format(bits >> first, "b").encode("ascii")[::-1].translate(_FLAGS)))
    found: list[int] = []
    for place, byte in enumerate(bits.to_bytes(bits.bit_length() // 8 + 1, "little")):
        if byte:
            found += [place * 8 + number for number in _NUMBERS_IN[byte]]
    return found


_ONE = ord("1")
_FEW = 32
"""Fewer than one in so many numbers are quicker set one by one in octets than as digits, all of which are then read."""
_FLAGS = bytes(byte == _ONE for byte in range(256))
_DENSE = 24
"""With more than one in so many numbers, reading the set digit by digit is quicker than octet by octet."""
_NUMBERS_IN = tuple(tuple(n for n in range(8) if byte >> n & 1) for byte in range(256))


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
        self._repeated = 0
        for members in self._repeats:
            self._repeated |= members
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
        alone, groups, _ = self.apart(bits)
        return alone.bit_count() + len(groups)

    def _find_apart(self, bits: int) -> tuple[int, tuple[tuple[int, ...], ...], list[int]]:
        """Return the records that are shown for themselves, those of each set of repeats shown as one, the first's numbers."""
        groups: list[tuple[int, ...]] = []
        joined = 0
        for repeat in self._repeats if bits & self._repeated else ():
            shared = bits & repeat
            if shared and shared & (shared - 1):
                joined |= shared
                groups.append(tuple(numbers_in(shared)))
        alone = bits & ~joined
        return alone, tuple(groups), numbers_in(alone)

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
