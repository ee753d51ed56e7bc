"""Reads what a query asks for word by word: the word itself, what may stand for it, and the experiences that it asks for.

Knows which passages hold a term, so that what is rare says more. Ranks nothing; other_words.py does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TypeAlias

from graph.concepts import ConceptFinder
from graph.cues import Cues
from graph.synonyms import Row, Synonyms
from index.analyzers import parts_of, stem
from index.matching import Matcher
from index.other_words.gist import Gists
from index.other_words.matters import Matters
from index.query import Need, SearchQuery, Sized, Told, Word, asked_words, words_of
from index.query_words import FUNCTION_WORDS, LIGHT_WORDS
from index.schema import EXPERIENCE, TEXT_STEMS

LONGEST_NAME = 3
"""Words of a technology's name in a query."""
OWN = 0.7
"""What a query's own word tells. Less than its synonyms: who asks in other words than the text's has it by chance there."""
SYNONYM = 0.8
CONCEPT = 1.6
"""What an experience tells, for each word that asks for it."""
WIDER = 0.5
"""What a narrower experience tells of a wider one that is asked for."""
NEAR = 0.6
"""What an experience tells of one near it. Measured: at 0.8 it outranks what is asked for."""

FIELD = 0.9
"""What the words of a subject tell of one of them."""
GUESSED = 0.8
"""What an experience tells for a word that stands nowhere and doesn't ask for it but speaks for it in texts."""

Speaking: TypeAlias = tuple[tuple[int, float], ...]
"""The slots for which something speaks, and how much it tells."""


@dataclass(frozen=True, slots=True)
class Slots:
    """A query by its content words, each a slot to be filled."""

    sources: tuple[str, ...]
    """Of each slot the word, as written."""
    words: tuple[frozenset[str], ...]
    """Of each slot the stems."""
    rows: Mapping[Row, Speaking]
    """Stems in a row → what they speak for."""
    starting: Mapping[str, tuple[Row, ...]]
    """Stem → the rows that begin with it."""
    concepts: Mapping[str, Speaking]
    """Concept → what it speaks for."""
    asked: frozenset[str]
    """Concepts for which words ask, whatever passages hold of them."""
    asking: int
    """How many of the words ask so."""
    is_strange: bool
    """Whether a word is nowhere in the corpus or the vocabularies: a thing or trade of which nothing is known here."""
    is_of_absent_thing: bool
    """Whether a technology or matter is named that the corpus doesn't know: nothing tells it in other words."""
    cues: Mapping[Row, tuple[tuple[str, float], ...]]
    """Stems in a row → the concepts for which they speak, and how much."""
    figures: tuple[tuple[int, Mapping[int, float]], ...] = ()
    """(Slot, passage number → how much its figures tell of it)."""

    def found_in(self, stems: Row) -> Iterator[tuple[int, Row]]:
        """Yield (place, row) wherever one of the rows stands in a text's stems, in order of place."""
        for place, word in enumerate(stems):
            for row in self.starting.get(word, ()):
                if stems[place : place + len(row)] == row:
                    yield place, row


@lru_cache(maxsize=2)  # the generations of a server have one vocabulary
def _cues_of(finder: ConceptFinder) -> Cues:
    return Cues(finder.patterns, finder.cues, finder.products)


class SlotReader:
    """Reads queries for one generation."""

    def __init__(self, matcher: Matcher, finder: ConceptFinder, synonyms: Synonyms) -> None:
        self._matcher, self._finder, self._synonyms = matcher, finder, synonyms
        self._all = matcher.collection.passages
        self._many = self._all.bit_count()
        self._rarest = log(1 + self._many / 3)
        """What a word tells that a single passage holds."""
        self.holding = lru_cache(maxsize=4096)(self._holding)
        self._weighed = lru_cache(maxsize=1024)(self._weigh)
        self._matters = Matters(finder.matters, self.holding)
        self._cues = _cues_of(finder)
        self.gists = Gists(self._cues, self.holding, self.rarity, matcher.collection.size)
        self._narrower: dict[str, list[str]] = defaultdict(list)
        for key in finder.concepts:
            for wide in finder.with_wider([key])[1:]:
                self._narrower[wide].append(key)

    def read(self, query: SearchQuery) -> Slots:
        """Return the slots of a query's content words."""
        words: list[frozenset[str]] = []
        sources: list[str] = []
        rows: dict[Row, list[tuple[int, float]]] = defaultdict(list)
        concepts: dict[str, list[tuple[int, float]]] = defaultdict(list)
        figures: list[tuple[int, Mapping[int, float]]] = []
        is_strange = False
        for clause in query.of(Need.SHOULD):
            first = len(words)
            asked = _content_words(asked_words(clause.node))
            is_strange |= any(self._is_strange(word) for word in asked)
            words += map(self._stems, asked)
            sources += (word.source for word in asked)
            for slot in range(first, len(words)):
                for row, value in self._own_and_others(words[slot]):
                    rows[row].append((slot, value))
            members = clause.node.members if isinstance(clause.node, Sized) else (clause.node,)
            for told in (member for member in members if isinstance(member, Told)):
                for key, value, wanting in self._told(told):
                    concepts[key] += [(first + place, value) for place, word in enumerate(asked) if word in wanting]
            if isinstance(clause.node, Sized) and clause.node.kind.name:
                of_kind = self._matcher.measured.of_kind(clause.node.kind)
                value = CONCEPT * log(1 + self._many / (len(of_kind) + 2))
                told_by = {number: value * strength for number, strength in of_kind.items() if self._all >> number & 1}
                figures += [(slot, told_by) for slot in range(first, len(words))]
        for slots, row in self._phrases(query, words):
            for other, value in self._others(row):
                rows[other] += [(slot, value) for slot in slots]
        asking = [(key, slot) for key, told in concepts.items() for slot, value in told if value]
        asking_slots = {slot for _, slot in asking}
        self._add_near(concepts)
        for slot, own in enumerate(words):
            if slot not in asking_slots and not self.any_of(own):
                for key, weight in self._cues.spoken_for(own):
                    concepts[key].append((slot, CONCEPT * GUESSED * weight * self._rarest))
            for key, weight in self._cues.fields_of(own):
                concepts[key].append((slot, CONCEPT * FIELD * weight * self._rarest))
        cues = self._cues_of(concepts)
        starting: dict[str, list[Row]] = defaultdict(list)
        for row in rows.keys() | cues.keys():
            starting[row[0]].append(row)
        return Slots(
            sources=tuple(sources),
            words=tuple(words),
            rows={row: tuple(found) for row, found in rows.items()},
            starting={word: tuple(found) for word, found in starting.items()},
            concepts={key: tuple(found) for key, found in concepts.items()},
            figures=tuple(figures),
            asked=frozenset(key for key, _ in asking),
            asking=len(asking_slots),
            is_strange=is_strange,
            is_of_absent_thing=self._matters.absent(stems_of(query.text)) or self._names_absent_technology(query),
            cues=cues,
        )

    def _names_absent_technology(self, query: SearchQuery) -> bool:
        words = [word for clause in query.of(Need.SHOULD) for word in asked_words(clause.node)]
        absent = [not self._matcher.bits(word) for word in words]
        return any(
            any(absent[first:last]) and self._names_technology(words[first:last])
            for first in range(len(words))
            for last in range(first + 1, min(len(words), first + LONGEST_NAME) + 1)
        )

    def _names_technology(self, words: Sequence[Word]) -> bool:
        names = {" ".join(word.text for word in words), " ".join(word.source for word in words)}
        return not names.isdisjoint(self._finder.technologies)

    def is_known(self, query: SearchQuery) -> bool:
        """Return whether a passage holds any of the query's words as they are written."""
        words = (word for clause in query.of(Need.SHOULD) for word in asked_words(clause.node))
        return any(self._matcher.bits(word) & self._all for word in words)

    def is_misspelt(self, query: SearchQuery) -> bool:
        """Return whether a word of a query is a slip: then it was meant to be one of the corpus's own."""
        words = (word for clause in query.of(Need.SHOULD) for word in asked_words(clause.node))
        return any(self._meant(word) is not None for word in words)

    def knows(self, word: str) -> bool:
        """Return whether the vocabularies know a word: then it is none that is misspelt, whatever passages hold."""
        row = (stem(word),)
        return bool(self._synonyms.of(row)) or self.gists.knows(row) or self._finder.knows(word)

    def _holding(self, row: Row) -> int:
        """Return the passages whose texts hold all these stems."""
        bits = self._all
        for each in row:
            bits &= self._matcher.engine.term_bits(TEXT_STEMS, each)
        return bits

    def any_of(self, stems: Iterable[str]) -> int:
        """Return the passages whose texts hold any of these stems."""
        bits = 0
        for each in stems:
            bits |= self.holding((each,))
        return bits

    def telling(self, concept_id: str) -> int:
        """Return the passages that tell an experience."""
        return self._all & self._matcher.engine.term_bits(EXPERIENCE, concept_id)

    def _stems(self, word: Word) -> frozenset[str]:
        meant = self._meant(word)
        return frozenset(map(stem, word.parts)) if meant is None else frozenset(stems_of(meant))

    def _is_strange(self, word: Word) -> bool:
        return (
            word.text.isalpha() and not self._matcher.bits(word) and not self.knows(word.text) and not self._meant(word)
        )

    def _meant(self, word: Word) -> str | None:
        """Return the corpus's word near one that stands nowhere and means nothing; None for any other word."""
        if self._matcher.bits(word) or self.knows(word.text):
            return None
        return self._matcher.lexicon.mend(word.text)

    def _told(self, node: Told) -> Iterable[tuple[str, float, frozenset[Word]]]:
        """Yield the experiences for which words ask, and narrower ones, with what each tells and the words that ask."""
        stands = node.is_phrase or bool(self._matcher.bits(node))
        alone = set() if stands else self._finder.asked_by_a_word(node.source)
        for (key, _), places in zip(node.concepts, node.asking, strict=True):
            if stands or key in alone:
                own = frozenset(word for place in places for word in words_of(node.members[place]))
                value = CONCEPT * self._rarest
                yield key, value, own
                for narrow in self._narrower.get(key, ()):
                    yield narrow, WIDER * value, own

    def _add_near(self, concepts: dict[str, list[tuple[int, float]]]) -> None:
        """Add the experiences near those that are asked for themselves: no query asks for them, but stories tell them instead."""
        whole = CONCEPT * self._rarest
        asked = [(key, slot) for key, told in concepts.items() for slot, value in told if value >= whole]
        for key, slot in asked:
            for near in self._finder.near(key):
                concepts[near].append((slot, NEAR * whole))

    def _cues_of(self, concepts: Iterable[str]) -> dict[Row, tuple[tuple[str, float], ...]]:
        """Return the cues of concepts that any passage holds."""
        found: dict[Row, list[tuple[str, float]]] = defaultdict(list)
        for key in concepts:
            for row, weight in self._weighed(key):
                found[row].append((key, weight))
        return {row: tuple(speaking) for row, speaking in found.items()}

    def _weigh(self, concept_id: str) -> tuple[tuple[Row, float], ...]:
        """Return the cues of a concept that any passage holds, each with what it says here: the less, the more passages do."""
        held = ((row, weight, self.holding(row)) for row, weight in self._cues.of(concept_id).items())
        return tuple((row, weight * self.rarity(bits) / self._rarest) for row, weight, bits in held if bits)

    def _own_and_others(self, own: frozenset[str]) -> Iterable[tuple[Row, float]]:
        for each in sorted(own):
            if bits := self.holding((each,)):
                yield (each,), OWN * self.rarity(bits)
        for each in sorted(own):
            yield from self._others((each,))

    def _others(self, row: Row) -> Iterable[tuple[Row, float]]:
        """Yield what may stand for a row of stems, with what it tells: the less, the more passages hold any of it."""
        found = {other: bits for other in self._synonyms.of(row) if (bits := self.holding(other))}
        together = 0
        for bits in found.values():
            together |= bits
        for other in found:
            yield other, SYNONYM * self.rarity(together)

    def _phrases(self, query: SearchQuery, words: Sequence[frozenset[str]]) -> Iterable[tuple[list[int], Row]]:
        """Yield the rows of several of the query's words that have synonyms, with the slots of those words that have one."""
        said = stems_of(query.text)
        for first in range(len(said)):
            for last in range(first + 2, min(len(said), first + self._synonyms.longest) + 1):
                row = said[first:last]
                slots = [slot for slot, own in enumerate(words) if own.intersection(row)]
                if slots and self._synonyms.of(row):
                    yield slots, row

    def rarity(self, bits: int) -> float:
        """Return what a word tells that these passages hold: the fewer, the more; 0 where none does."""
        many = bits.bit_count()
        return log(1 + self._many / (many + 2)) if many else 0.0


def _content_words(words: Iterable[Word]) -> list[Word]:
    """Return the words that say what, or all where none does."""
    found = list(words)
    return [word for word in found if word.text not in FUNCTION_WORDS and word.text not in LIGHT_WORDS] or found


def stems_of(text: str) -> Row:
    """Return the stems of a text's words, in order."""
    return tuple(stem(part.text) for part in parts_of(text))
