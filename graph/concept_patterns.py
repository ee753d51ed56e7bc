"""Matches patterns of word stems within one sentence of a text. Knows nothing of what the concepts are that they tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.roots import root

WINDOW = 4
"""So many other words may stand among those of a pattern."""

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
class FoundConcept:
    """A concept that is told at `start`–`end` of a text."""

    concept_id: str
    start: int
    end: int


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


class PatternIndex:
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


# ---------------------------------------------------------------- words


def query_words(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of the words that `asked` counts."""
    return [(token.start, token.end) for token in tokens_of(text, 0, len(text)) if not token.is_small]


def sentence_ends(text: str) -> list[int]:
    """Return where the sentences of a text end, list items and table rows among them; the last ends with the text."""
    return [*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]


def sentences_of(text: str) -> Iterable[list[Token]]:
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
