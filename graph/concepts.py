"""Finds the experiences of working life that a text tells or asks for: patterns of word stems within one sentence.

concept_vocabulary.py loads the patterns. A concept is no entity of the graph: it is a way in which people look for stories.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.roots import root

WINDOW = 4
"""So many other words may stand among those of a pattern."""

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
    near: tuple[str, ...] = ()
    """Concepts that stories often tell instead; either stands for the other."""
    is_trade: bool = False
    """Whether it is a kind of work rather than something that happens in any: a lone word that stands nowhere asks for none."""


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
class Pattern:
    """Words that tell a concept where all of them stand near each other in one sentence."""

    concept_id: str
    slots: tuple[frozenset[tuple[str, ...]], ...]
    """Of each slot the alternatives, each a row of one to four stems."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, by its stem."""

    stem: str
    start: int
    end: int
    count: int
    """How many words that are not small stand up to here, itself included."""
    is_small: bool


class ConceptFinder:
    """The vocabulary, ready for look-up; equal only to itself."""

    def __init__(
        self,
        concepts: Iterable[Concept],
        says: Iterable[Pattern],
        asks: Iterable[Pattern],
        cues: Mapping[str, Sequence[tuple[str, ...]]],
        products: Iterable[tuple[str, ...]] = (),
        technologies: Iterable[str] = (),
        matters: Iterable[Sequence[str]] = (),
    ) -> None:
        self.cues = cues
        """Concept → stems in a row that speak for it without telling it alone (cues.py)."""
        self.products = frozenset(products)
        """Stems in a row that name a technology and are no ordinary words: "MySQL" speaks for no migration."""
        self.technologies = frozenset(technologies)
        """Names of technologies, folded; those that are ordinary words, too, as they are written. Who asks for one means itself."""
        self.matters = tuple(map(tuple, matters))
        """The names of each matter that only they tell: "rugby" is no other coaching. None is an experience."""
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concepts}
        self._says = _Index(says)
        self._asks = _Index(asks)
        self._wider = {key: self._closure(key) for key in self.concepts}
        self._near: dict[str, dict[str, None]] = defaultdict(dict)
        for concept in self.concepts.values():
            for other in concept.near:
                self._near[concept.id][other] = self._near[other][concept.id] = None
        self._known = {part for pattern in self.patterns for slot in pattern.slots for row in slot for part in row}

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns by which texts tell concepts, and those by which queries ask for them."""
        return *self._says.patterns, *self._asks.patterns

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values, from which `concepts_from_json` makes it again without reading YAML."""
        slots: dict[frozenset[tuple[str, ...]], int] = {}

        def rows(patterns: Iterable[Pattern]) -> list[list[Any]]:
            return [[p.concept_id, [slots.setdefault(slot, len(slots)) for slot in p.slots]] for p in patterns]

        said, asked = rows(self._says.patterns), rows(self._asks.patterns)
        concepts = [[c.id, c.name, list(c.broader), c.line, list(c.near), c.is_trade] for c in self.concepts.values()]
        named = [sorted(" ".join(words) for words in slot) for slot in slots]
        cues = {key: [" ".join(row) for row in listed] for key, listed in self.cues.items()}
        products = sorted(" ".join(row) for row in self.products)
        return {
            "concepts": concepts,
            "slots": named,
            "says": said,
            "asks": asked,
            "cues": cues,
            "products": products,
            "technologies": sorted(self.technologies),
            "matters": self.matters,
        }

    def told(self, text: str, only: Iterable[str] | None = None, window: int = WINDOW) -> list[FoundConcept]:
        """Return the concepts that a text tells, each once a sentence at its first place there, in order of place and id.

        With `only` those concepts alone are looked for, which is much quicker. `window` other words may stand between:
        fewer find less, and more surely.
        """
        told: list[FoundConcept] = []
        numbers = None if only is None else self._says.of(only)
        for sentence in _sentences(text):
            first: dict[str, FoundConcept] = {}
            for found in self._says.find(sentence, window, numbers):
                known = first.get(found.concept_id)
                if known is None or (found.start, found.end) < (known.start, known.end):
                    first[found.concept_id] = found
            told += first.values()
        return sorted(told, key=lambda f: (f.start, f.end, f.concept_id))

    def asked(self, text: str) -> list[AskedConcept]:
        """Return what a query asks for, the most words first."""
        tokens = tokens_of(text, 0, len(text))
        numbers = [token.count - 1 for token in tokens]
        best: dict[str, AskedConcept] = {}
        for index in (self._asks, self._says):
            for key, met, slots in index.places(tokens, len(tokens)):
                places = frozenset(numbers[place] for place in met if not tokens[place].is_small)
                if not places:
                    # "Why do we": a row of small words alone, at which no word of the query could be taken.
                    continue
                found = AskedConcept(key, places, slots > 1)
                known = best.get(key)
                if known is None or (len(places), slots > 1) > (len(known.places), known.is_phrase):
                    best[key] = found
        return sorted(best.values(), key=lambda a: (-len(a.places), min(a.places), a.concept_id))

    def asked_by_a_word(self, word: str) -> set[str]:
        """Return the concepts for which a lone word asks though no document may hold it.

        Not those that it only tells, nor trades: "tensorflow" and "photography" ask for themselves.
        """
        tokens = tokens_of(word, 0, len(word))
        met = {key for key, _, _ in self._asks.places(tokens, len(tokens))}
        return {key for key in met if not self.concepts[key].is_trade}

    def knows(self, word: str) -> bool:
        """Return whether a word stands in any pattern, in whatever form: then it is none that is misspelt."""
        return all(token.stem in self._known for token in tokens_of(word, 0, len(word)))

    def with_wider(self, concept_ids: Iterable[str]) -> tuple[str, ...]:
        """Return concepts with all that are broader, each once, in order."""
        return tuple(dict.fromkeys(wide for key in concept_ids for wide in (key, *self._wider[key])))

    def near(self, concept_id: str) -> tuple[str, ...]:
        """Return the concepts that stories often tell instead of one, whichever of the two lists the other."""
        return tuple(self._near.get(concept_id, ()))

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

    def __init__(self, patterns: Iterable[Pattern]) -> None:
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

    def of(self, concept_ids: Iterable[str]) -> frozenset[int]:
        """Return the numbers of the patterns of these concepts."""
        return frozenset(number for key in concept_ids for number in self._of_concept.get(key, ()))

    def find(
        self, tokens: Sequence[Token], window: int, numbers: frozenset[int] | None = None
    ) -> Iterable[FoundConcept]:
        """Yield each pattern's narrowest place in a sentence; with `numbers`, of these patterns alone."""
        for pattern, met in self._met(tokens, numbers):
            places = _narrowest(tokens, met, len(pattern.slots) + window)
            if places is not None:
                yield FoundConcept(pattern.concept_id, tokens[places[0]].start, tokens[places[1]].end)

    def places(self, tokens: Sequence[Token], window: int) -> Iterable[tuple[str, frozenset[int], int]]:
        """Yield (concept id, places of its words, slots) of the patterns that a query's words meet."""
        for pattern, met in self._met(tokens):
            if _narrowest(tokens, met, len(pattern.slots) + window) is not None:
                places = frozenset(place + n for place, _, size in met for n in range(size))
                yield pattern.concept_id, places, len(pattern.slots)

    def _met(
        self, tokens: Sequence[Token], numbers: frozenset[int] | None = None
    ) -> Iterable[tuple[Pattern, list[tuple[int, int, int]]]]:
        """Yield the patterns all of whose slots are met, with (place, slot, words) of each word that meets one."""
        stems = {token.stem for token in tokens}
        anchored = {number for word in stems for number in self._anchored.get(word, ())}
        for number in sorted(anchored if numbers is None else anchored & numbers):
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


def _size_at(tokens: Sequence[Token], place: int, slot: frozenset[tuple[str, ...]]) -> int:
    """Return how many words at `place` make an alternative of a slot; 0 where none does."""
    if (tokens[place].stem,) in slot:
        return 1
    for size in (2, 3, 4):
        if tuple(token.stem for token in tokens[place : place + size]) in slot:
            return size
    return 0


def _narrowest(tokens: Sequence[Token], met: Sequence[tuple[int, int, int]], widest: int) -> tuple[int, int] | None:
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
    return [(token.start, token.end) for token in tokens_of(text, 0, len(text)) if not token.is_small]


def sentence_ends(text: str) -> list[int]:
    """Return where the sentences of a text end, list items and table rows among them; the last ends with the text."""
    return [*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]


def _sentences(text: str) -> Iterable[list[Token]]:
    start = 0
    for end in sentence_ends(text):
        if end > start and (tokens := tokens_of(text, start, end)):
            yield tokens
        start = end


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words that begin and end between two places of a text."""
    found: list[Token] = []
    count = 0
    for match in _WORD.finditer(text, start, end):
        word = match.group().casefold().replace("’", "'")
        is_small = word in _SMALL
        count += not is_small
        found.append(Token(root(word.removesuffix("'s")), match.start(), match.end(), count, is_small))
    return found
