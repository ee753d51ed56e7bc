"""Reads what each sentence of a passage tells of a query's words: in its own words, by experiences, by cues. Ranks nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import exp
from typing import TypeAlias

from graph.concept_patterns import sentence_ends
from graph.synonyms import Row
from index.analyzers import parts_of
from index.collection import Collection
from index.other_words.slots import Slots, Speaking

NEIGHBOUR = 0.6
"""What the sentence before or after tells, of what the sentence itself does."""
ELSEWHERE = 0.25
"""What the rest of the passage tells."""
WHOLE = 0.1
"""What is added for all that the passage tells, wherever it does: of two sentences alike the one among its like."""
COMPACT = (0.6, 0.9, 1.0, 1.0, 0.9, 0.7, 0.5)
"""What an experience tells by the number of words over which it is told. A single word may be a mere name, and over many
words those of a pattern may stand together by chance."""

CUE = 1.0
"""How quickly cues of an experience add up."""
STRICT = 0.6
"""How sure a pattern makes it: cues beside it make it surer."""
FURTHER = 0.2
"""What a further way of telling the same adds."""

Telling: TypeAlias = Mapping[int, float]
"""Slot → how much a sentence tells of it."""


class SentenceReader:
    """Reads the passages of one generation."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._layout = lru_cache(maxsize=4096)(self._make_layout)

    def score(self, number: int, slots: Slots) -> float:
        """Return what the best sentence tells, with its neighbours' and the whole passage's help."""
        sentences = self._tellings(number, slots)
        many = range(len(slots.words))
        whole = [max((told.get(slot, 0.0) for told in sentences.values()), default=0.0) for slot in many]
        by_figure = {slot: told_by.get(number, 0.0) for slot, told_by in slots.figures}
        best = sum(by_figure.values())
        for place, told in sentences.items():
            around = [sentences[near] for near in (place - 1, place + 1) if near in sentences]
            here = 0.0
            for slot in many:
                near = NEIGHBOUR * max((other.get(slot, 0.0) for other in around), default=0.0)
                here += (
                    max(told.get(slot, 0.0), near, ELSEWHERE * whole[slot], by_figure.get(slot, 0.0))
                    + WHOLE * whole[slot]
                )
            best = max(best, here)
        return best

    def _tellings(self, number: int, slots: Slots) -> Mapping[int, Telling]:
        """Return what each sentence of a passage tells; those that tell nothing are left out."""
        words: dict[int, dict[int, float]] = defaultdict(dict)
        record, stems = self._collection.records[number], self._collection.bodies[number].stems
        ends, sentence_of = self._layout(number)
        cues: dict[int, dict[str, dict[Row, float]]] = defaultdict(lambda: defaultdict(dict))
        for place, row in slots.found_in(stems):
            if row in slots.rows:
                _note(words[sentence_of[place]], slots.rows[row])
            for key, weight in slots.cues.get(row, ()):
                cues[sentence_of[place]][key][row] = weight
        strict: dict[tuple[int, str], float] = {}
        for key, start, end in record.told:
            if key in slots.concepts:
                wide = min(len(record.body[start:end].split()), len(COMPACT))
                told = (bisect_right(ends, start), key)
                strict[told] = max(strict.get(told, 0.0), COMPACT[wide - 1])
        soft = {(place, key): sure(sum(rows.values())) for place, of in cues.items() for key, rows in of.items()}
        speaking: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
        for told in strict.keys() | soft.keys():
            place, key = told
            share = 1 - (1 - STRICT * strict.get(told, 0.0)) * (1 - soft.get(told, 0.0))
            for slot, value in slots.concepts[key]:
                speaking[place][slot].append(value * share)
        for place, by_slot in words.items():
            for slot, value in by_slot.items():
                speaking[place][slot].append(value)
        return {
            place: {slot: _together(values) for slot, values in by_slot.items()} for place, by_slot in speaking.items()
        }

    def _make_layout(self, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return where a passage's sentences end, and of each of its words the sentence."""
        body = self._collection.records[number].body
        ends = tuple(sentence_ends(body))
        return ends, tuple(bisect_right(ends, part.start) for part in parts_of(body))

    def width(self, number: int, wanted: Sequence[frozenset[str]]) -> int | None:
        """Return over how many words one sentence of a passage has all these, where they are fewest; None where none has."""
        _, sentence_of = self._layout(number)
        last: dict[int, int] = {}
        best: int | None = None
        for place, each in enumerate(self._collection.bodies[number].stems):
            for slot, own in enumerate(wanted):
                if each in own:
                    last[slot] = place
            first = min(last.values()) if len(last) == len(wanted) else None
            if first is not None and sentence_of[first] == sentence_of[place]:
                best = min(place - first + 1, best or place - first + 1)
        return best


def _together(values: list[float]) -> float:
    """Return what several ways of telling one thing tell: the best, and of each further one the less."""
    values.sort(reverse=True)
    return sum(value * FURTHER**place for place, value in enumerate(values[:4]))


def sure(much: float) -> float:
    """Return how sure cues make that an experience is told: the more, the surer, never wholly."""
    return 0.8 * (1 - exp(-CUE * much))


def _note(known: dict[int, float], told: Iterable[tuple[int, float]] | Speaking, share: float = 1.0) -> None:
    for slot, value in told:
        known[slot] = max(value * share, known.get(slot, 0.0))
