"""Finds the experiences of working life that a text tells or asks for, by the patterns of concept_patterns.py.

concept_vocabulary.py loads them. A concept is no entity of the graph: it is a way in which people look for stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.concept_patterns import WINDOW, FoundConcept, Pattern, PatternIndex, sentences_of, tokens_of

DIRECTION_CONCEPTS: Mapping[str, str] = {"decrease": "went-down", "increase": "went-up"}
"""Direction of a figure → the concept that it tells."""


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
class AskedConcept:
    """A concept that a query asks for."""

    concept_id: str
    places: frozenset[int]
    """Of the words that ask for it, as `query_words` counts them from 0."""
    is_phrase: bool
    """Whether several words ask for it together, none of them alone."""


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
        self._says = PatternIndex(says)
        self._asks = PatternIndex(asks)
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
        for sentence in sentences_of(text):
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
