"""Ranks passages for a query that no passage answers in its own words: by experiences, synonyms and words, sentence by sentence.

Knows the collection and which records hold a term; parses nothing, and says nothing of facets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TypeAlias

from graph.concepts import ConceptFinder, sentence_ends
from graph.synonyms import Row, Synonyms
from index.analyzers import parts_of, stem
from index.collection import Collection, numbers_in
from index.matching import Matcher
from index.query import Named, Need, Node, SearchQuery, Told, Word, words_of
from index.query_words import FUNCTION_WORDS, LIGHT_WORDS
from index.schema import EXPERIENCE, HEADINGS, TEXT_STEMS, TITLE

CANDIDATES = 200
"""So many passages are looked at sentence by sentence."""
OWN = 0.8
SYNONYM = 1.0
CONCEPT = 1.0
WHOLE = 0.1
"""What a synonym tells of what its word does."""
WIDER = 0.5
"""What a narrower experience tells of a wider one that is asked for."""
HEADING = 0.3
"""What stands above a passage, of what stands in it."""
NEIGHBOUR = 0.6
"""What the sentence before or after tells, of what the sentence itself does."""
ELSEWHERE = 0.25
"""What the rest of the passage tells."""
LEAST = 0.3
"""Of the best score: what is weaker is no answer."""
COMPACT = (0.6, 1.0, 1.0, 0.9, 0.7, 0.5, 0.3)
"""What an experience tells by the number of words over which it is told; a single word tells as much as two."""

Found: TypeAlias = dict[int, dict[int, float]]
"""Sentence → slot → how much it tells; -1 is what stands above."""


@dataclass(frozen=True, slots=True)
class _Slots:
    """What a query asks for, word by word."""

    words: tuple[frozenset[str], ...]
    """Of each content word its stems."""
    values: Mapping[Row, tuple[tuple[int, float], ...]]
    """Stems in a row → the slots for which they speak, and how much."""
    concepts: Mapping[str, tuple[tuple[int, float], ...]]
    """Concept → likewise."""


class OtherWords:
    """Answers for one generation."""

    def __init__(
        self, collection: Collection, matcher: Matcher, finder: ConceptFinder, synonyms: Synonyms
    ) -> None:
        self._collection, self._matcher, self._finder, self._synonyms = collection, matcher, finder, synonyms
        self._passages = max(1, collection.passages.bit_count())
        self._layout = lru_cache(maxsize=4096)(self._make_layout)
        self._narrower: dict[str, list[str]] = defaultdict(list)
        for key in finder.concepts:
            for wide in finder.with_wider([key])[1:]:
                self._narrower[wide].append(key)

    def applies(self, query: SearchQuery) -> bool:
        """Return whether a query asks in plain words that no passage holds together."""
        content = [clause for clause in query.clauses if clause.need in (Need.MUST, Need.SHOULD)]
        if not content or query.modifiers or not all(_is_plain(clause.node) for clause in content):
            return False
        if any(clause.need is Need.MUST for clause in content):
            return False
        told = self._collection.passages
        for word in (word for clause in content for word in words_of(clause.node)):
            if word.text not in LIGHT_WORDS:
                told &= self._matcher.bits(word)
        return not told

    def best(self, query: SearchQuery) -> list[tuple[int, float]]:
        """Return (record number, score) of the passages that tell what is asked, best first, ties by number."""
        slots = self._slots(query)
        if not slots.concepts and not any(self._text_bits((each,)) for own in slots.words for each in own):
            # Names of things and trades that are nowhere: what is only near them is no answer.
            return []
        rough = self._rough(slots)
        chosen = sorted(rough, key=lambda number: (-rough[number], number))[:CANDIDATES]
        scored = [(number, self._score(number, slots)) for number in chosen]
        scored.sort(key=lambda pair: (-pair[1], pair[0]))
        return [(number, score) for number, score in scored if score > 0 and score >= LEAST * scored[0][1]]

    # ------------------------------------------------------------ what is asked

    def _slots(self, query: SearchQuery) -> _Slots:
        words: list[frozenset[str]] = []
        values: dict[Row, list[tuple[int, float]]] = defaultdict(list)
        concepts: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for clause in query.clauses:
            if clause.need is not Need.SHOULD:
                continue
            node = clause.node
            asked = [word for word in words_of(node) if word.text not in FUNCTION_WORDS and word.text not in LIGHT_WORDS]
            if not asked:
                asked = [word for word in words_of(node)]
            first = len(words)
            for word in asked:
                slot = len(words)
                own = self._stems(word)
                words.append(own)
                for row, value in self._rows(own):
                    values[row].append((slot, value))
            if isinstance(node, Told):
                places = range(first, len(words))
                stands = node.is_phrase or bool(self._matcher.bits(node))
                alone = set() if stands else self._finder.asked_by_a_word(node.source)
                for key, share in node.concepts:
                    if not stands and key not in alone:
                        continue
                    for told, part in ((key, 1.0), *((narrow, WIDER) for narrow in self._narrower.get(key, ()))):
                        value = CONCEPT * share * part * self._rarity(self._matcher.engine.term_bits(EXPERIENCE, key))
                        if value:
                            concepts[told] += [(slot, value) for slot in places]
        for places, row in self._phrases(query, words):
            for other, value in self._rows_for(row):
                values[other] += [(slot, value) for slot in places]
        return _Slots(
            tuple(words),
            {row: tuple(found) for row, found in values.items()},
            {key: tuple(found) for key, found in concepts.items()},
        )

    def _stems(self, word: Word) -> frozenset[str]:
        """Return a word's stems; of a slip, which stands nowhere and means nothing, those of the word that it is near."""
        own = frozenset(stem(part) for part in word.parts)
        if self._matcher.bits(word) or self._synonyms.of((stem(word.text),)) or self._finder.knows(word.text):
            return own
        better = self._matcher.lexicon.mend(word.text)
        return own if better is None else frozenset(_stems(better))

    def _rows(self, own: frozenset[str]) -> Iterable[tuple[Row, float]]:
        for each in own:
            if bits := self._text_bits((each,)):
                yield (each,), OWN * self._rarity(bits)
        for each in own:
            yield from self._rows_for((each,))

    def _rows_for(self, row: Row) -> Iterable[tuple[Row, float]]:
        """Yield what may stand for a row of stems, with what it tells: the less, the more passages hold any of it."""
        found = {other: bits for other in self._synonyms.of(row) if (bits := self._text_bits(other))}
        together = 0
        for bits in found.values():
            together |= bits
        for other in found:
            yield other, SYNONYM * self._rarity(together)

    def _phrases(self, query: SearchQuery, slots: Sequence[frozenset[str]]) -> Iterable[tuple[list[int], Row]]:
        """Yield the rows of several of the query's words that have synonyms, with the slots of those words that have one."""
        said = _stems(query.text)
        for first in range(len(said)):
            for last in range(first + 2, min(len(said), first + self._synonyms.longest) + 1):
                row = said[first:last]
                places = [place for place, own in enumerate(slots) if own.intersection(row)]
                if places and self._synonyms.of(row):
                    yield places, row

    def _text_bits(self, row: Row) -> int:
        bits = self._collection.passages
        for each in row:
            bits &= self._matcher.engine.term_bits(TEXT_STEMS, each)
        return bits

    def _rarity(self, bits: int) -> float:
        many = (bits & self._collection.passages).bit_count()
        return log(1 + self._passages / (many + 2)) if many else 0.0

    # ------------------------------------------------------------ what is told

    def _rough(self, slots: _Slots) -> dict[int, float]:
        """Return of each passage that may answer the sum of what it tells somewhere."""
        found: dict[int, dict[int, float]] = defaultdict(dict)

        def add(bits: int, told: Sequence[tuple[int, float]]) -> None:
            for number in numbers_in(bits & self._collection.passages):
                known = found[number]
                for slot, value in told:
                    known[slot] = max(value, known.get(slot, 0.0))

        for row, told in slots.values.items():
            add(self._text_bits(row), told)
        for key, told in slots.concepts.items():
            add(self._matcher.engine.term_bits(EXPERIENCE, key), told)
        return {number: sum(known.values()) for number, known in found.items()}

    def _score(self, number: int, slots: _Slots) -> float:
        found: Found = defaultdict(dict)

        def note(sentence: int, told: Iterable[tuple[int, float]], share: float) -> None:
            known = found[sentence]
            for slot, value in told:
                known[slot] = max(value * share, known.get(slot, 0.0))

        record = self._collection.records[number]
        ends, of_word = self._layout(number)
        stems = self._collection.body_stems[number]
        rows = slots.values
        for place, word in enumerate(stems):
            if (word,) in rows:
                note(of_word[place], rows[word,], 1.0)
        for row, told in rows.items():
            if len(row) > 1:
                for place in range(len(stems) - len(row) + 1):
                    if stems[place] == row[0] and stems[place : place + len(row)] == row:
                        note(of_word[place], told, 1.0)
        for key, start, end in record.told:
            if key in slots.concepts:
                wide = len(record.body[start:end].split())
                note(bisect_right(ends, start), slots.concepts[key], COMPACT[min(wide, len(COMPACT)) - 1])
        above = {word for heading in (record.title, *record.headings) for word in _stems(heading)}
        for row, told in rows.items():
            if above.issuperset(row):
                note(-1, told, HEADING)
        return _together(found, len(slots.words))

    def _make_layout(self, number: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return where a passage's sentences end, and of each of its words the sentence."""
        body = self._collection.records[number].body
        ends = tuple(sentence_ends(body))
        return ends, tuple(bisect_right(ends, part.start) for part in parts_of(body))


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(part.text) for part in parts_of(text))


def _is_plain(node: Node) -> bool:
    if isinstance(node, Told):
        return all(_is_plain(member) for member in node.members)
    return (isinstance(node, Word) and not node.exact) or (
        isinstance(node, Named) and all(key.startswith("practice:") for key in node.entity_ids)
    )


def _together(found: Found, slots: int) -> float:
    """Return what the best sentence tells, with its neighbours' and the whole passage's help."""
    whole = [max((told.get(slot, 0.0) for told in found.values()), default=0.0) for slot in range(slots)]
    best = 0.0
    for sentence, told in found.items():
        before, after = found.get(sentence - 1, {}) if sentence > 0 else {}, found.get(sentence + 1, {})
        here = 0.0
        for slot in range(slots):
            near = NEIGHBOUR * max(before.get(slot, 0.0), after.get(slot, 0.0))
            own = max(told.get(slot, 0.0), near)
            here += max(own, ELSEWHERE * whole[slot]) + WHOLE * whole[slot]
        best = max(best, here)
    return best
