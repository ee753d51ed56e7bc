"""Finds the words by which a passage answers words of a query that it doesn't hold: what is named and marked. Ranks nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from index.analyzers import parts_of
from index.collection import Collection
from index.other_words.gist import ITSELF, Gist, Gists, leading
from index.other_words.sentence_tellings import sure
from index.other_words.slots import Slots
from index.query_words import FUNCTION_WORDS

WEAK = 0.25
"""Of what the words tell that tell most: what tells less is neither shown nor marked."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a passage that stand for a word of the query."""

    source: str
    """The query's word, as written."""
    start: int
    """Offset in the passage's text."""
    end: int
    value: float
    """How much they tell."""
    about: str = ""
    """The experience or field for which both speak; empty where they are the word's synonym or another form of it."""


class SaidWords:
    """Answers for one generation."""

    def __init__(self, collection: Collection, gists: Gists, gist: Callable[[int], Gist]) -> None:
        self._collection, self._gists, self._gist = collection, gists, gist

    def said(self, slots: Slots, gist: Gist, numbers: Iterable[int]) -> dict[int, list[Said]]:
        """Return, of each passage, the words by which it answers words of the query that it doesn't hold, by place."""
        found: dict[int, list[Said]] = {}
        for number in numbers:
            body = self._collection.records[number].body
            said = [*self._said(slots, number), *self._alike(slots, gist, number)]
            # "Not" counts, but shows a reader nothing.
            found[number] = _telling(
                each for each in said if body[each.start : each.end].casefold() not in FUNCTION_WORDS
            )
        return found

    def _alike(self, slots: Slots, gist: Gist, number: int) -> Iterable[Said]:
        """Yield the words by which a passage is about the same, each for the word of the query that speaks most for it."""
        body, stems = self._collection.records[number].body, tuple(self._collection.bodies[number].stems)
        gists, places = self._gists, parts_of(body)
        about = self._gist(number)
        shared: dict[str, tuple[int, float]] = {}
        for key, much in leading(gist):
            asking = gists.asking(key, slots.words) if key in about else []
            if asking and slots.words[asking[0]].isdisjoint(stems):
                shared[key] = (asking[0], much)
        for place, row, key, value in gists.places(stems) if shared else ():
            if key in shared:
                slot, much = shared[key]
                yield Said(
                    slots.sources[slot],
                    places[place].start,
                    places[place + len(row) - 1].end,
                    much * value,
                    _about(key),
                )

    def _said(self, slots: Slots, number: int) -> Iterable[Said]:
        body, stems = self._collection.records[number].body, self._collection.bodies[number].stems
        places, missing = parts_of(body), [own.isdisjoint(stems) for own in slots.words]
        for place, row in slots.found_in(stems):
            for slot, value in slots.rows.get(row, ()):
                if missing[slot]:
                    yield Said(slots.sources[slot], places[place].start, places[place + len(row) - 1].end, value)
            for key, weight in slots.cues.get(row, ()):
                for slot, value in slots.concepts[key]:
                    if missing[slot] and value:
                        end = places[place + len(row) - 1].end
                        yield Said(slots.sources[slot], places[place].start, end, value * sure(weight), key)


def _about(key: str) -> str:
    return "" if key.startswith(ITSELF) else key


def _telling(said: Iterable[Said]) -> list[Said]:
    """Return what is said once for each place and word of the query, by place, without what tells little beside the rest.

    Of several things that a word speaks for the one is named for which it speaks most.
    """
    alike: dict[tuple[int, int, str], list[Said]] = defaultdict(list)
    for each in said:
        alike[each.start, each.end, each.source].append(each)
    once = [
        replace(max(of_one, key=lambda each: (each.value, each.about)), value=sum(each.value for each in of_one))
        for _, of_one in sorted(alike.items())
    ]
    least = WEAK * max((each.value for each in once), default=0.0)
    return [each for each in once if each.value >= least]
