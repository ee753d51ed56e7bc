"""Which words speak for an experience though they don't tell it alone, and how much: of the patterns that tell it or ask for it, and listed.

The lists are vocabularies/cues.yaml, which concept_vocabulary.py loads. A word is the better a cue the fewer other experiences have it. Finds nothing in texts;
index/other_words/slots.py does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from math import log, sqrt

from graph.concept_patterns import Pattern
from graph.synonyms import Row

FIELD = "field:"
"""So begins the key of a field: words of one subject, each of which speaks for it and asks for it."""
MOST = 100
"""So many cues of an experience count, the best."""
COMMON = 0.12
"""Of all experiences: a word of the patterns of more of them speaks for none."""


SURE = 0.4
"""A word that speaks for an experience at least so much may be meant to ask for it."""
GUESSES = 3
FIELDS = 3
LISTED = 1.0
"""What a listed word says at least, before it is weighed by how many experiences have it."""


class Cues:
    """The cues of all experiences of a vocabulary, each read when it is first asked for."""

    def __init__(
        self, patterns: Iterable[Pattern], listed: Mapping[str, Iterable[Row]], products: Set[Row] = frozenset()
    ) -> None:
        self._products = products
        self._listed = {key: frozenset(rows) for key, rows in listed.items()}
        self._slots: dict[str, list[tuple[frozenset[Row], int]]] = defaultdict(list)
        for pattern in patterns:
            self._slots[pattern.concept_id] += [(slot, len(pattern.slots)) for slot in pattern.slots]
        self._in: Counter[Row] = Counter()
        self._in_fields: Counter[Row] = Counter()
        for key in self._slots.keys() | self._listed.keys():
            if key.startswith(FIELD):
                self._in_fields.update(self._listed[key])
                continue
            self._in.update({row for slot, _ in self._slots[key] for row in slot} | self._listed.get(key, frozenset()))
        self._of_word: dict[str, list[str]] = defaultdict(list)
        self._fields_of_word: dict[str, list[str]] = defaultdict(list)
        for key in self._listed:
            for row in self._listed[key]:
                if len(row) == 1:
                    (self._fields_of_word if key.startswith(FIELD) else self._of_word)[row[0]].append(key)
        self._known: dict[str, Mapping[Row, float]] = {}

    def of(self, concept_id: str) -> Mapping[Row, float]:
        """Return stems in a row → how much they speak for an experience, between 0 and 1."""
        known = self._known.get(concept_id)
        if known is None:
            known = self._known[concept_id] = self._read(concept_id)
        return known

    def spoken_for(self, stems: Iterable[str]) -> list[tuple[str, float]]:
        """Return the experiences for which a word speaks most, with how much, best first; none for a word of many."""
        return self._best_for(stems, self._of_word, GUESSES)

    def fields_of(self, stems: Iterable[str]) -> list[tuple[str, float]]:
        """Return the fields that a word is of, with how much it speaks for them, best first."""
        return self._best_for(stems, self._fields_of_word, FIELDS)

    def by_row(self) -> Mapping[Row, tuple[tuple[str, float], ...]]:
        """Return stems in a row → all experiences and fields for which they speak, with how much."""
        found: dict[Row, list[tuple[str, float]]] = defaultdict(list)
        for key in sorted(self._slots.keys() | self._listed.keys()):
            for row, weight in self.of(key).items():
                found[row].append((key, weight))
        return {row: tuple(speaking) for row, speaking in found.items()}

    def _best_for(self, stems: Iterable[str], of_word: Mapping[str, list[str]], most: int) -> list[tuple[str, float]]:
        found: dict[str, float] = {}
        for stem in stems:
            for key in of_word.get(stem, ()):
                weight = self.of(key).get((stem,), 0.0)
                if weight >= SURE:
                    found[key] = max(weight, found.get(key, 0.0))
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:most]

    def _read(self, concept_id: str) -> Mapping[Row, float]:
        if concept_id.startswith(FIELD):
            return {row: 1.0 / sqrt(self._in_fields[row]) for row in sorted(self._listed[concept_id])}
        many = max(2, len(self._slots))
        found: dict[Row, float] = defaultdict(float)
        for slot, beside in self._slots.get(concept_id, ()):
            for row in slot:
                # Alone it tells all; of a slot with many alternatives each says little.
                found[row] += (1.0 if beside == 1 else 1.0 / sqrt(beside)) / sqrt(sqrt(len(slot)))
        for row in self._listed.get(concept_id, ()):
            found[row] += LISTED
        cues: dict[Row, float] = {}
        for row, weight in found.items():
            share = self._in[row] / many
            # A list of products would speak for each experience that any of them was part of.
            if row not in self._products and (share <= COMMON or row in self._listed.get(concept_id, ())):
                cues[row] = min(1.0, weight) * log(1 / share) / log(many)
        listed = self._listed.get(concept_id, frozenset())
        best = sorted(cues.keys() - listed, key=lambda row: (-cues[row], row))[:MOST]
        return {row: cues[row] for row in (*sorted(listed & cues.keys()), *best)}
