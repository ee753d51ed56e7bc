"""Finds the experiences of working life that a text tells or asks for: patterns of word stems within one sentence.

The vocabulary is vocabularies/concepts.yaml. A concept is no entity of the graph: it is a way in which people look for stories.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.errors import VocabularyError
from graph.gazetteer import stem
from graph.vocabulary import read_vocabulary_file

WINDOW = 4
"""So many other words may stand among those of a pattern."""
MAX_SLOTS = 5
CONCEPTS_FILE = "concepts.yaml"

DIRECTION_CONCEPTS: Mapping[str, str] = {"decrease": "went-down", "increase": "went-up"}
"""Direction of a figure → the concept that it tells."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n\s*\n|\n\s*[-*•–#|>]")
_SMALL = frozenset(
    """
    a an and are as at be been being but by can could did do does for from had has have he her hers him his how i if in into is it
    its me my of on or our ours she should so some such than that the their them then there these they this those to too was we
    were what when where which who whom whose why will with within would you your us am also just very much any all each
    i'd i've we've we'd i'm didn't
    """.split()
)
"""Words that count for nothing but inside "on call"; "not", "no", "up" and "out" are none of them, since they turn the meaning."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the vocabulary."""

    id: str
    name: str
    broader: tuple[str, ...]
    line: int
    """Of the vocabulary's file, from 1."""


@dataclass(frozen=True, slots=True)
class FoundConcept:
    """A concept that is told at `start`–`end` of a text."""

    concept_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AskedConcept:
    """A concept that a query asks for."""

    concept_id: str
    places: frozenset[int]
    """Of the words that ask for it, as `query_words` counts them from 0."""
    is_phrase: bool
    """Whether several words ask for it together, none of them alone."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    concept_id: str
    slots: tuple[frozenset[tuple[str, ...]], ...]
    """Of each slot the alternatives, each a row of one to four stems."""


@dataclass(frozen=True, slots=True)
class _Token:
    stem: str
    start: int
    end: int
    count: int
    """How many words that are not small stand up to here, itself included."""
    is_small: bool


class ConceptFinder:
    """The vocabulary, ready for look-up; equal only to itself."""

    def __init__(self, concepts: Iterable[Concept], says: Iterable[_Pattern], asks: Iterable[_Pattern]) -> None:
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concepts}
        self._says = _Index(says)
        self._asks = _Index(asks)
        self._wider = {key: self._closure(key) for key in self.concepts}

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values, from which `concepts_from_json` makes it again without reading YAML."""
        slots: dict[frozenset[tuple[str, ...]], int] = {}

        def rows(patterns: Iterable[_Pattern]) -> list[list[Any]]:
            return [[p.concept_id, [slots.setdefault(slot, len(slots)) for slot in p.slots]] for p in patterns]

        said, asked = rows(self._says.patterns), rows(self._asks.patterns)
        concepts = [[c.id, c.name, list(c.broader), c.line] for c in self.concepts.values()]
        listed = [sorted(" ".join(words) for words in slot) for slot in slots]
        return {"concepts": concepts, "slots": listed, "says": said, "asks": asked}

    def told(self, text: str, only: Iterable[str] | None = None) -> list[FoundConcept]:
        """Return the concepts that a text tells, each once a sentence at its first place there, in order of place and id.

        With `only` those concepts alone are looked for, which is much quicker.
        """
        told: list[FoundConcept] = []
        numbers = None if only is None else self._says.of(only)
        for sentence in _sentences(text):
            first: dict[str, FoundConcept] = {}
            for found in self._says.find(sentence, WINDOW, numbers):
                known = first.get(found.concept_id)
                if known is None or (found.start, found.end) < (known.start, known.end):
                    first[found.concept_id] = found
            told += first.values()
        return sorted(told, key=lambda f: (f.start, f.end, f.concept_id))

    def asked(self, text: str) -> list[AskedConcept]:
        """Return what a query asks for, the most words first."""
        tokens = _tokens(text, 0, len(text))
        numbers = [token.count - 1 for token in tokens]
        best: dict[str, AskedConcept] = {}
        for index in (self._asks, self._says):
            for key, met, slots in index.places(tokens, len(tokens)):
                places = frozenset(numbers[place] for place in met if not tokens[place].is_small)
                found = AskedConcept(key, places, slots > 1)
                known = best.get(key)
                if known is None or (len(places), slots > 1) > (len(known.places), known.is_phrase):
                    best[key] = found
        return sorted(best.values(), key=lambda a: (-len(a.places), min(a.places), a.concept_id))

    def with_wider(self, concept_ids: Iterable[str]) -> tuple[str, ...]:
        """Return concepts with all that are broader, each once, in order."""
        return tuple(dict.fromkeys(wide for key in concept_ids for wide in (key, *self._wider[key])))

    def _closure(self, key: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        waiting = list(self.concepts[key].broader)
        while waiting:
            wide = waiting.pop(0)
            if wide not in found and wide != key:
                found[wide] = None
                waiting.extend(self.concepts[wide].broader)
        return tuple(found)


class _Index:
    """Patterns by the stems of their anchor: the slot with the fewest alternatives, since it is met least often."""

    def __init__(self, patterns: Iterable[_Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._firsts = [tuple(frozenset(words[0] for words in slot) for slot in p.slots) for p in self.patterns]
        self._anchored: dict[str, list[int]] = defaultdict(list)
        self._of_concept: dict[str, list[int]] = defaultdict(list)
        for number, pattern in enumerate(self.patterns):
            self._of_concept[pattern.concept_id].append(number)
        for number, firsts in enumerate(self._firsts):
            sizes = [len(first) for first in firsts]
            for word in sorted(firsts[sizes.index(min(sizes))]):
                self._anchored[word].append(number)

    def of(self, concept_ids: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the patterns of these concepts."""
        return tuple(number for key in concept_ids for number in self._of_concept.get(key, ()))

    def find(
        self, tokens: Sequence[_Token], window: int, numbers: Sequence[int] | None = None
    ) -> Iterable[FoundConcept]:
        """Yield each pattern's narrowest place in a sentence; with `numbers`, of these patterns alone."""
        for pattern, met in self._met(tokens, numbers):
            places = _narrowest(tokens, met, len(pattern.slots) + window)
            if places is not None:
                yield FoundConcept(pattern.concept_id, tokens[places[0]].start, tokens[places[1]].end)

    def places(self, tokens: Sequence[_Token], window: int) -> Iterable[tuple[str, frozenset[int], int]]:
        """Yield (concept id, places of its words, slots) of the patterns that a query's words meet."""
        for pattern, met in self._met(tokens):
            if _narrowest(tokens, met, len(pattern.slots) + window) is not None:
                places = frozenset(place + n for place, _, size in met for n in range(size))
                yield pattern.concept_id, places, len(pattern.slots)

    def _met(
        self, tokens: Sequence[_Token], numbers: Sequence[int] | None = None
    ) -> Iterable[tuple[_Pattern, list[tuple[int, int, int]]]]:
        """Yield the patterns all of whose slots are met, with (place, slot, words) of each word that meets one."""
        stems = {token.stem for token in tokens}
        if numbers is None:
            numbers = sorted({number for word in stems for number in self._anchored.get(word, ())})
        for number in numbers:
            if any(first.isdisjoint(stems) for first in self._firsts[number]):
                continue
            pattern = self.patterns[number]
            met = [
                (place, slot, size)
                for slot, first in enumerate(self._firsts[number])
                for place, token in enumerate(tokens)
                if token.stem in first and (size := _size_at(tokens, place, pattern.slots[slot]))
            ]
            if len({slot for _, slot, _ in met}) == len(pattern.slots):
                yield pattern, sorted(met)


def _size_at(tokens: Sequence[_Token], place: int, slot: frozenset[tuple[str, ...]]) -> int:
    """Return how many words at `place` make an alternative of a slot; 0 where none does."""
    if (tokens[place].stem,) in slot:
        return 1
    for size in (2, 3, 4):
        if tuple(token.stem for token in tokens[place : place + size]) in slot:
            return size
    return 0


def _narrowest(tokens: Sequence[_Token], met: Sequence[tuple[int, int, int]], widest: int) -> tuple[int, int] | None:
    """Return the first and last place of the narrowest stretch in which every slot has a word of its own; None if too wide."""
    slots = {slot for _, slot, _ in met}
    best: tuple[int, int] | None = None
    for place, slot, size in met:
        last = place + size - 1
        taken, missing = {place}, slots - {slot}
        for other, other_slot, other_size in met:
            if other_slot in missing and other >= place and other not in taken:
                missing.discard(other_slot)
                taken.add(other)
                last = max(last, other + other_size - 1)
        if missing or tokens[last].count - tokens[place].count >= widest:
            continue
        if best is None or last - place < best[1] - best[0]:
            best = (place, last)
    return best


def query_words(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of the words that `asked` counts."""
    return [(token.start, token.end) for token in _tokens(text, 0, len(text)) if not token.is_small]


def _sentences(text: str) -> Iterable[list[_Token]]:
    start = 0
    for end in (*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)):
        if end > start and (tokens := _tokens(text, start, end)):
            yield tokens
        start = end


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    found: list[_Token] = []
    count = 0
    for match in _WORD.finditer(text, start, end):
        word = match.group().casefold().replace("’", "'")
        is_small = word in _SMALL
        count += not is_small
        found.append(_Token(stem(word.removesuffix("'s")), match.start(), match.end(), count, is_small))
    return found


# ---------------------------------------------------------------- the vocabulary


@lru_cache(maxsize=1)
def load_concepts() -> ConceptFinder:
    """Return the packaged concepts. Raises VocabularyError with file and line for a malformed entry."""
    data = read_vocabulary_file(CONCEPTS_FILE)
    if not isinstance(data, dict) or not isinstance(data.get("concepts"), list):
        raise VocabularyError("a mapping with `classes` and `concepts` is expected", path=CONCEPTS_FILE, line=1)
    classes = {
        str(name): [str(word) for word in words]
        for name, words in (data.get("classes") or {}).items()
        if name != "__line__"
    }
    concepts, says, asks = list[Concept](), list[_Pattern](), list[_Pattern]()
    for entry in data["concepts"]:
        concept = _concept(entry)
        concepts.append(concept)
        says += [_pattern(concept, str(text), classes) for text in entry.get("says") or ()]
        asks += [_pattern(concept, str(text), classes) for text in entry.get("asks") or ()]
    _check(concepts)
    return ConceptFinder(concepts, says, asks)


def concepts_from_json(values: Mapping[str, Any]) -> ConceptFinder:
    """Return the concepts that `to_json` wrote. Raises KeyError, IndexError, TypeError or ValueError for anything else."""
    slots = [frozenset(tuple(words.split(" ")) for words in slot) for slot in values["slots"]]

    def patterns(rows: Iterable[Sequence[Any]]) -> list[_Pattern]:
        return [_Pattern(key, tuple(slots[number] for number in numbers)) for key, numbers in rows]

    concepts = [Concept(key, name, tuple(broader), line) for key, name, broader, line in values["concepts"]]
    return ConceptFinder(concepts, patterns(values["says"]), patterns(values["asks"]))


def _concept(entry: object) -> Concept:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not isinstance(entry.get("name"), str):
        raise VocabularyError("each concept is a mapping with `id` and `name`", path=CONCEPTS_FILE, line=None)
    line = int(entry["__line__"])
    unknown = set(entry) - {"id", "name", "broader", "asks", "says", "__line__"}
    if unknown:
        raise VocabularyError(f"unknown key {sorted(unknown)[0]!r}", path=CONCEPTS_FILE, line=line)
    return Concept(entry["id"], entry["name"], tuple(entry.get("broader") or ()), line)


def _check(concepts: Sequence[Concept]) -> None:
    known = {concept.id for concept in concepts}
    seen: set[str] = set()
    for concept in concepts:
        if concept.id in seen:
            raise VocabularyError(f"a second concept {concept.id!r}", path=CONCEPTS_FILE, line=concept.line)
        seen.add(concept.id)
        for wide in concept.broader:
            if wide not in known:
                raise VocabularyError(f"no concept {wide!r} to be broader", path=CONCEPTS_FILE, line=concept.line)


def _pattern(concept: Concept, text: str, classes: Mapping[str, Sequence[str]]) -> _Pattern:
    slots = []
    for slot in text.split():
        words: list[str] = []
        for alternative in slot.split("|"):
            if alternative.startswith("<"):
                if alternative[1:-1] not in classes:
                    raise VocabularyError(f"no class {alternative}", path=CONCEPTS_FILE, line=concept.line)
                words += classes[alternative[1:-1]]
            else:
                words.append(alternative)
        rows = {_stems_of(word) for word in words} - {()}
        if rows:
            slots.append(frozenset(rows))
    if not 1 <= len(slots) <= MAX_SLOTS:
        message = f"a pattern has 1 to {MAX_SLOTS} telling words, not {text!r}"
        raise VocabularyError(message, path=CONCEPTS_FILE, line=concept.line)
    return _Pattern(concept.id, tuple(slots))


def _stems_of(alternative: str) -> tuple[str, ...]:
    found = _tokens(alternative.replace("_", " "), 0, len(alternative))
    return tuple(token.stem for token in found) if any(not token.is_small for token in found) else ()
