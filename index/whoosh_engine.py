"""Whoosh: writes buckets of records, answers which records hold a term, and scores a compiled query by BM25F.

The only module besides schema.py, analyzers.py and postings.py that knows Whoosh. Knows no grammar, facets or ranking.
"""

from __future__ import annotations

import re
import threading
import weakref
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import IndexReader

from index.analyzers import fold
from index.collection import Collection
from index.number_sets import Flags, Numbers, Scores, best_of, bits_of, bits_of_flags, flags_of, numbers_in, places_in
from index.postings import Postings, read_postings, write_postings
from index.records import SearchRecord
from index.schema import CONCEPTS, EXACT, FIELDS, WORD_FIELDS, exact_text, field_values, make_schema

_K1 = 1.2
"""BM25's saturation by frequency; Whoosh's own."""
MAX_LEAVES = 24
"""Terms of a compiled query; more cost time and tell little."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One term to score by."""

    field: str
    term: str
    weight: float


def write_bucket(folder: Path, records: Iterable[SearchRecord]) -> None:
    """Write these records as one Whoosh index with one segment into an existing empty folder, and its postings flat."""
    ix = FileStorage(str(folder)).create_index(make_schema())
    writer = ix.writer(limitmb=64)
    for record in sorted(records, key=lambda record: record.id):
        writer.add_document(**field_values(record))
    writer.commit(optimize=True)
    reader = ix.reader()
    write_postings(folder, reader, [spec.name for spec in FIELDS])
    reader.close()
    ix.close()


class WhooshEngine:
    """Answers from the buckets of one generation.

    Safe to share between threads: Whoosh's readers, which are not, are used by one at a time.
    """

    def __init__(self, buckets: Sequence[Path], collection: Collection) -> None:
        self._readers: list[IndexReader] = [
            FileStorage(str(folder), readonly=True).open_index().reader() for folder in buckets
        ]
        # Readers close when the last request that holds this generation lets go of it, never under its feet.
        weakref.finalize(self, _close, self._readers)
        self._lock = threading.RLock()
        self._size, self._records = collection.size, collection.records
        self._buckets: list[Postings] = [read_postings(folder) for folder in buckets]
        self._numbers = [
            np.fromiter(map(collection.numbers.__getitem__, each.documents), dtype=np.intp) for each in self._buckets
        ]
        """Of each bucket, Whoosh's number of a document → the record's number."""
        self._places = [known[each.places] for known, each in zip(self._numbers, self._buckets, strict=True)]
        """Of each bucket, the record's number of each posting, so that no search has to look it up."""
        self._place_of = {
            n: (at, place) for at, known in enumerate(self._numbers) for place, n in enumerate(known.tolist())
        }
        """Record's number → its bucket, and Whoosh's number there."""
        self._norms = {spec.name: self._make_norms(spec.name, spec.length_penalty) for spec in FIELDS}
        self._postings = lru_cache(maxsize=256)(self._read_postings)
        self.term_bits = lru_cache(maxsize=4096)(self._term_bits)
        self.bits_of_any = lru_cache(maxsize=1024)(self._bits_of_any)
        self.phrase_bits = lru_cache(maxsize=256)(self._phrase_bits)
        self.rarity = lru_cache(maxsize=4096)(self._rarity)

    def _make_norms(self, field: str, penalty: float) -> Scores:
        """Return of each record what BM25F adds to a weight for the length of a field."""
        found = np.full(self._size, _K1)
        if not self._size or not penalty:
            return found
        average = sum(each.fields[field].total for each in self._buckets) / self._size or 1
        for numbers, bucket in zip(self._numbers, self._buckets, strict=True):
            lengths = np.asarray(bucket.fields[field].lengths)
            found[numbers] = _K1 * ((1 - penalty) + penalty * lengths / average)
        return found

    def _read_postings(self, field: str, term: str) -> tuple[Numbers, Scores]:
        """Return the records that hold a term, and how often each does."""
        found = [
            (places[here[0] : here[1]], bucket.weights[here[0] : here[1]])
            for places, bucket in zip(self._places, self._buckets, strict=True)
            if (here := bucket.fields[field].terms.get(term)) is not None
        ]
        if not found:
            return np.empty(0, dtype=np.intp), np.empty(0)
        numbers, weights = zip(*found, strict=True)
        return np.concatenate(numbers), np.concatenate(weights).astype(np.float64)

    def add_scores(self, leaf: Leaf, among: Flags, totals: Scores) -> None:
        """Add a term's BM25F scores to the totals of those records that hold it and are flagged in `among`."""
        numbers, weights = self._postings(leaf.field, leaf.term)
        kept = among[numbers]
        numbers, weights = numbers[kept], weights[kept]
        share = leaf.weight * self.rarity(leaf.field, leaf.term) * (_K1 + 1)
        totals[numbers] += share * weights / (weights + self._norms[leaf.field][numbers])

    def _term_bits(self, field: str, term: str) -> int:
        """Return the records that hold a term (in the form in which the field keeps it)."""
        numbers, _ = self._postings(field, term)
        return bits_of(numbers, self._size) if len(numbers) else 0

    def _bits_of_any(self, fields: tuple[str, ...], term: str) -> int:
        """Return the records that hold a term in any of these fields: one set, made at once."""
        flags = np.zeros(self._size, dtype=np.bool_)
        for field in fields:
            flags[self._postings(field, term)[0]] = True
        return bits_of_flags(flags)

    def has(self, field: str, term: str) -> bool:
        """Return whether any record holds a term."""
        return any(term in bucket.fields[field].terms for bucket in self._buckets)

    def holds(self, field: str, term: str, number: int) -> bool:
        """Return whether one record holds a term."""
        at, place = self._place_of[number]
        bucket = self._buckets[at]
        start, end = bucket.fields[field].terms.get(term, (0, 0))
        # Whoosh numbers a term's documents upwards.
        found = start + int(np.searchsorted(bucket.places[start:end], place))
        return found < end and bucket.places[found] == place

    def _phrase_bits(self, phrase: tuple[str, ...]) -> int:
        """Return the records that hold these words in a row."""
        candidates = -1
        for word in phrase:
            candidates &= self.term_bits(EXACT, word)
        by_bucket: dict[int, list[int]] = defaultdict(list)
        for number in self._maybe_in_a_row(phrase, numbers_in(candidates) if candidates > 0 else ()):
            bucket, place = self._place_of[number]
            by_bucket[bucket].append(place)
        found: list[int] = []
        with self._lock:
            for bucket, places in by_bucket.items():
                in_a_row = _in_a_row(self._readers[bucket], phrase, sorted(places))
                found += self._numbers[bucket][list(in_a_row)].tolist()
        return bits_of(found, self._size)

    def _maybe_in_a_row(self, phrase: tuple[str, ...], numbers: Iterable[int]) -> Iterator[int]:
        """Yield those of some records whose letters don't rule the phrase out: of most, Whoosh need not be asked."""
        # Of a word with marks or digits several forms are indexed; and what stands between two words may be one's "'s".
        is_plain = all(word.isascii() and word.isalpha() for word in phrase)
        pattern = re.compile(r"s?[\W_]+".join(phrase)) if is_plain else None
        for number in numbers:
            text = exact_text(self._records[number])
            if pattern is None or pattern.search(fold(text).replace("'", "").replace("’", "")):
                yield number

    def _rarity(self, field: str, term: str) -> float:
        """Return the inverse document frequency of a term, as Whoosh counts it."""
        return log(self._size / (self._frequency(field, term) + 1)) + 1 if self._size else 0.0

    def _frequency(self, field: str, term: str) -> int:
        found = (bucket.fields[field].terms.get(term, (0, 0)) for bucket in self._buckets)
        return sum(end - start for start, end in found)

    def words(self) -> dict[str, int]:
        """Return every word of the corpus as written (folded) and in how many records it stands."""
        found: dict[str, int] = defaultdict(int)
        for bucket in self._buckets:
            for term, (start, end) in bucket.fields[EXACT].terms.items():
                found[term] += end - start
        return dict(sorted(found.items()))

    def best(
        self,
        leaves: Sequence[Leaf],
        phrases: Sequence[tuple[str, ...]],
        allowed: int,
        limit: int | None,
        sure: Mapping[int, float],
    ) -> list[tuple[int, float]]:
        """Return the `limit` best of the allowed records with their BM25F scores, best first; None: all that score.

        At most MAX_LEAVES leaves are scored. Records that hold none of them are not returned. A record's score is the
        sum of its terms', as Whoosh's `Or` adds them, and of what it scores besides (`sure`).
        """
        if not allowed:
            return []
        among = flags_of(allowed, self._size)
        totals = np.zeros(self._size)
        for number, score in sure.items():
            if among[number]:
                totals[number] = score
        for leaf in leaves[:MAX_LEAVES]:
            # A kind of thing counts where the word is not said.
            unsaid = allowed & ~self.bits_of_any(WORD_FIELDS, leaf.term) if leaf.field == CONCEPTS else None
            self.add_scores(leaf, among if unsaid is None else flags_of(unsaid, self._size), totals)
        for phrase in phrases:
            # As much as its words apart: that they stand in a row was required already.
            weight = sum(self.rarity(EXACT, word) for word in phrase)
            totals[places_in(self.phrase_bits(phrase) & allowed)] += weight
        best = best_of(totals, limit)
        return list(zip(best.tolist(), totals[best].tolist(), strict=True))


def _in_a_row(reader: IndexReader, phrase: Sequence[str], places: Sequence[int]) -> Iterator[int]:
    """Yield those of a bucket's documents (ascending; all hold all words) in which the words follow one another."""
    matchers = [reader.postings(EXACT, word) for word in phrase]
    for place in places:
        ends: set[int] | None = None
        for matcher in matchers:
            matcher.skip_to(place)
            here = matcher.value_as("positions")
            ends = set(here) if ends is None else {position for position in here if position - 1 in ends}
        if ends:
            yield place


def _close(readers: Iterable[IndexReader]) -> None:
    for reader in readers:
        reader.close()
