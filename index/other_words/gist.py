"""What a text is about as a whole: how much its words speak for each experience and each field, all of them together.

A word alone is of many experiences; "pages", "forever" and "load" together are of few, and so are the words that a passage has
instead of them. Two texts are alike where the same experiences stand out. Ranks nothing; other_words.py does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import sqrt
from typing import TypeAlias

import numpy as np

from graph.cues import Cues
from graph.synonyms import Row
from index.number_sets import Numbers, Scores, places_in
from index.query_words import FUNCTION_WORDS, LIGHT_WORDS

LONGEST = 4
"""Words of a row that speaks."""
OWN = 0.5
"""What a word tells of itself, beside what it speaks for."""
TOLD = 1.0
"""What a pattern tells that a passage meets: little, since many are met by chance."""
ITSELF = "="
"""So begins the key of a word itself."""
LEADING = 8
"""So many of what a query is about choose the passages to look at."""
KEPT = 40
"""So many of what a text is about are kept, the most."""
LOOKED = 4000
"""So many places of words are counted to choose passages, the rarest words first."""

Gist: TypeAlias = Mapping[str, float]
"""Experience, field or stem → how much a text is about it; the squares add up to 1."""


class Gists:
    """What texts are about, for one generation."""

    def __init__(self, cues: Cues, holding: Callable[[Row], int], rarity: Callable[[int], float], size: int) -> None:
        self._holding, self._size = holding, size
        self._speaking = cues.by_row()
        self._rows: dict[str, list[tuple[Row, float]]] = defaultdict(list)
        for row, speaking in self._speaking.items():
            for key, weight in speaking:
                self._rows[key].append((row, weight))
        self._around = lru_cache(maxsize=512)(self._holders)
        self._rare = lru_cache(maxsize=8192)(lambda row: rarity(holding(row)) if holding(row) else rarity(1))

    def of(self, stems: Row, told: Iterable[str] = ()) -> Gist:
        """Return what a text is about, by the stems of its words and the experiences that its patterns tell."""
        found: dict[str, float] = defaultdict(float)
        for _, row in _rows_in(stems, self._speaking):
            rare = self._rare(row)
            for key, weight in self._speaking[row]:
                found[key] += weight * rare
        for stem in stems:
            if stem not in FUNCTION_WORDS and stem not in LIGHT_WORDS:
                found[ITSELF + stem] += OWN * self._rare((stem,))
        for key in told:
            found[key] += TOLD
        # What stands out counts most: squared.
        best = nlargest(KEPT, ((much * much, key) for key, much in found.items()))
        length = sqrt(sum(much * much for much, _ in best)) or 1.0
        return {key: much / length for much, key in best}

    def knows(self, row: Row) -> bool:
        """Return whether stems in a row speak for anything."""
        return row in self._speaking

    def near(self, gist: Gist) -> Scores:
        """Return of each record roughly how much it holds words for what a text is most about; 0 where it doesn't."""
        found = np.zeros(self._size)
        for key, much in leading(gist):
            numbers, values = self._around(key)
            found[numbers] += much * values
        return found

    def asking(self, key: str, words: Sequence[Iterable[str]]) -> list[int]:
        """Return which words of a query speak for one thing, the one that does most first."""
        found = {
            slot: max((dict(self._speaking.get((stem,), ())).get(key, 0.0) for stem in stems), default=0.0)
            for slot, stems in enumerate(words)
        }
        return sorted((slot for slot, weight in found.items() if weight), key=lambda slot: (-found[slot], slot))

    def places(self, stems: Row) -> Iterator[tuple[int, Row, str, float]]:
        """Yield (place, row, thing, how much) wherever a text's words speak for something."""
        for place, row in _rows_in(stems, self._speaking):
            for key, weight in self._speaking[row]:
                if weight:
                    yield place, row, key, weight

    def _holders(self, key: str) -> tuple[Numbers, Scores]:
        """Return the passages that hold words for one thing, and how much each does.

        The rarest words first, until so many places are counted: the common ones, which say least, would make a large
        store slow.
        """
        held = [
            (bits, value * self._rare(row)) for row, value in self._rows.get(key, ()) if (bits := self._holding(row))
        ]
        if key.startswith(ITSELF):
            held.append((self._holding((key[1:],)), OWN * self._rare((key[1:],))))
        found = np.zeros(self._size)
        looked = 0
        for many, value, bits in sorted((bits.bit_count(), value, bits) for bits, value in held):
            looked += many
            if looked > LOOKED:
                break
            found[places_in(bits)] += value
        numbers = np.flatnonzero(found)
        return numbers, found[numbers]


def leading(gist: Gist) -> list[tuple[str, float]]:
    """Return what a text is most about, best first."""
    return nlargest(LEADING, gist.items(), key=lambda pair: (pair[1], pair[0]))


def likeness(one: Gist, other: Gist) -> float:
    """Return how much two texts are about the same, 0–1."""
    return sum(much * other.get(key, 0.0) for key, much in one.items())


def _rows_in(stems: Row, known: Mapping[Row, object]) -> Iterator[tuple[int, Row]]:
    for first in range(len(stems)):
        for last in range(first + 1, min(len(stems), first + LONGEST) + 1):
            if stems[first:last] in known:
                yield first, stems[first:last]
