"""Whoosh: writes buckets of records, answers which records hold a term, and scores a compiled query by BM25F.

The only module besides schema.py and analyzers.py that knows Whoosh. Knows no grammar, facets or ranking.
"""

from __future__ import annotations

import threading
import weakref
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias

from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.filedb.filestore import FileStorage
from whoosh.matching import Matcher
from whoosh.query import Phrase
from whoosh.reading import IndexReader, MultiReader, TermNotFound
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from index.collection import Collection, bits_of, numbers_in
from index.records import SearchRecord
from index.schema import EXACT, FIELDS, field_values, make_schema

_Postings: TypeAlias = tuple["array[int]", "array[float]"]

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
    """Write these records as one Whoosh index with one segment into an existing empty folder."""
    ix = FileStorage(str(folder)).create_index(make_schema())
    writer = ix.writer(limitmb=64)
    for record in sorted(records, key=lambda record: record.id):
        writer.add_document(**field_values(record))
    writer.commit(optimize=True)
    ix.close()


class WhooshEngine:
    """Answers from the buckets of one generation.

    Safe to share between threads: Whoosh's readers, which are not, are used by one at a time.
    """

    def __init__(self, buckets: Sequence[Path], collection: Collection) -> None:
        readers = [FileStorage(str(folder), readonly=True).open_index().reader() for folder in buckets]
        self._lock = threading.RLock()
        self._size = collection.size
        self._numbers: list[int] = []
        self._searcher: Searcher | None = None
        self._readers: list[tuple[int, IndexReader]] = []
        """Each bucket's reader, with the number of documents before it."""
        if readers:
            reader = MultiReader(readers)
            lengths = {f"{spec.name}_B": spec.length_penalty for spec in FIELDS}
            self._searcher = Searcher(reader, weighting=BM25F(**lengths))
            bases = accumulate((each.doc_count_all() for each in readers), initial=0)
            self._readers = list(zip(bases, readers, strict=False))
            stored = (reader.stored_fields(number)["record"] for number in reader.all_doc_ids())
            self._numbers = [collection.numbers[record_id] for record_id in stored]
            # Readers close when the last request that holds this generation lets go of it, never under its feet.
            weakref.finalize(self, _close, readers)
        self._place_of = {number: place for place, number in enumerate(self._numbers)}
        self._norms = {spec.name: self._read_norms(spec.name, spec.length_penalty) for spec in FIELDS}
        self._postings = lru_cache(maxsize=1024)(self._read_postings)
        self.term_bits = lru_cache(maxsize=4096)(self._term_bits)
        self.phrase_bits = lru_cache(maxsize=256)(self._phrase_bits)
        self.rarity = lru_cache(maxsize=4096)(self._rarity)

    def _read_postings(self, field: str, term: str) -> _Postings:
        """Return the records that hold a term, with BM25F's scores. A generation never changes, so they are kept."""
        numbers, scores = array("I"), array("d")
        idf, norms = self.rarity(field, term), self._norms[field]
        with self._lock:
            for base, reader in self._readers:
                try:
                    matcher = reader.postings(field, term)
                except TermNotFound:
                    continue
                for ids, weights in _blocks(matcher):
                    for place, weight in zip(ids, weights, strict=True):
                        number = self._numbers[base + place]
                        numbers.append(number)
                        scores.append(idf * weight * (_K1 + 1) / (weight + norms[number]))
        return numbers, scores

    def _read_norms(self, field: str, penalty: float) -> array[float]:
        """Return of each record what BM25F adds to a weight for the length of a field."""
        found = array("d", [_K1] * self._size)
        if self._searcher is None or not penalty:
            return found
        average = self._searcher.avg_field_length(field) or 1
        for base, reader in self._readers:
            for place in range(reader.doc_count_all()):
                length = reader.doc_field_length(place, field, 1) or 1
                found[self._numbers[base + place]] = _K1 * ((1 - penalty) + penalty * length / average)
        return found

    def _term_bits(self, field: str, term: str) -> int:
        """Return the records that hold a term (in the form in which the field keeps it)."""
        return bits_of(self._postings(field, term)[0], self._size)

    def _phrase_bits(self, phrase: tuple[str, ...]) -> int:
        """Return the records that hold these words in a row."""
        if self._searcher is None:
            return 0
        with self._lock:
            places = list(self._searcher.docs_for_query(Phrase(EXACT, list(phrase))))
        return bits_of((self._numbers[place] for place in places), self._size)

    def _rarity(self, field: str, term: str) -> float:
        """Return the inverse document frequency of a term."""
        if self._searcher is None:
            return 0.0
        with self._lock:
            return float(self._searcher.idf(field, term))

    def words(self) -> dict[str, int]:
        """Return every word of the corpus as written (folded) and in how many records it stands."""
        if self._searcher is None:
            return {}
        found: dict[str, int] = {}
        with self._lock:
            reader: IndexReader = self._searcher.reader()
            for term, info in reader.iter_field(EXACT):
                found[term.decode("utf-8")] = int(info.doc_frequency())
        return found

    def best(
        self, leaves: Sequence[Leaf], phrases: Sequence[tuple[str, ...]], allowed: int, limit: int | None
    ) -> list[tuple[int, float]]:
        """Return the `limit` best of the allowed records with their BM25F scores, best first; None: all that score.

        At most MAX_LEAVES leaves are scored. Records that hold none of them are not returned. A record's score is the
        sum of its terms', as Whoosh's `Or` adds them; adding up kept postings is five times faster than its collectors.
        """
        totals: dict[int, float] = defaultdict(float)
        for leaf in leaves[:MAX_LEAVES]:
            numbers, scores = self._postings(leaf.field, leaf.term)
            for number, score in zip(numbers, scores, strict=True):
                totals[number] += leaf.weight * score
        for phrase in phrases:
            # As much as its words apart: that they stand in a row was required already.
            weight = sum(self.rarity(EXACT, word) for word in phrase)
            for number in numbers_in(self.phrase_bits(phrase)):
                totals[number] += weight
        permitted = allowed.to_bytes(self._size // 8 + 1, "little")
        found = ((-score, number) for number, score in totals.items() if permitted[number >> 3] >> (number & 7) & 1)
        best = sorted(found) if limit is None else nsmallest(limit, found)
        return [(number, -score) for score, number in best]


def _blocks(matcher: Matcher) -> Iterator[tuple[Sequence[int], Sequence[float]]]:
    """Yield (documents, weights) of a term, block by block.

    Asked one by one, as Whoosh's own collectors do, postings take ten times as long. The names behind the underscore are
    those of the pinned Whoosh 2.7.4, which gets no more releases; a test compares the scores with Whoosh's own.
    """
    if not isinstance(matcher, W3LeafMatcher):
        while matcher.is_active():
            yield (matcher.id(),), (matcher.weight(),)
            matcher.next()
        return
    while matcher.is_active():
        matcher.id(), matcher.weight()  # what loads a block
        yield matcher._ids, matcher._weights
        matcher._next_block()


def _close(readers: Iterable[IndexReader]) -> None:
    for reader in readers:
        reader.close()
