"""Plain BM25, the yardstick of search quality: stemmed words, any of them, and nothing that careergraph knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from benchmarks.plain_stems import plain_stem, plain_stems
from index.analyzers import words
from index.query import FUNCTION_WORDS

_K1 = 1.2
_B = 0.75
"""The usual values, as Lucene and Whoosh have them (Robertson and Zaragoza, 2009)."""


class Bm25:
    """BM25 over texts given in order."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counts = [Counter(plain_stems(text)) for text in texts]
        self._lengths = [counts.total() for counts in self._counts]
        self._mean_length = sum(self._lengths) / max(1, len(texts))
        self._holders = Counter(word for counts in self._counts for word in counts)

    def best(self, query: str, limit: int) -> list[int]:
        """Return the numbers of the best texts that hold a content word of the query; of equals, the earlier first."""
        asked = {plain_stem(word) for word in words(query) if word not in FUNCTION_WORDS} or set(plain_stems(query))
        scores = [(self._score(number, asked), number) for number in range(len(self._counts))]
        found = sorted((pair for pair in scores if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))
        return [number for _, number in found[:limit]]

    def _score(self, number: int, asked: set[str]) -> float:
        counts, score = self._counts[number], 0.0
        norm = _K1 * (1 - _B + _B * self._lengths[number] / self._mean_length)
        for word in sorted(asked & counts.keys()):
            holders = self._holders[word]
            rarity = log(1 + (len(self._counts) - holders + 0.5) / (holders + 0.5))
            score += rarity * counts[word] * (_K1 + 1) / (counts[word] + norm)
        return score
