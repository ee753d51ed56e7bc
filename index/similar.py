"""Finds stories like a story: by the things, the experiences and the words that both tell, the rarer the more. Knows no engine."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from math import log

from index.collection import Collection
from index.query_words import FUNCTION_WORDS

_WORDS_OF_A_STORY = 24
"""So many of a story's rarest words are compared."""
_WEIGHTS = {"entity": 1.0, "experience": 0.6, "word": 0.25}
"""A shared technology says more than a shared experience, that more than a shared word."""
_LEAST = 2
"""Things that must be shared: one alone is chance."""
_REASONS = 6


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that two stories share."""

    kind: str
    """`entity`, `experience` or `word`."""
    value: str
    """The entity's id, the concept's id, or the word's stem."""
    weight: float


@dataclass(frozen=True, slots=True)
class Similar:
    """A story that is like another, and why."""

    story: str
    score: float
    shared: tuple[Shared, ...]
    """What weighs most first; at most six."""


class SimilarStories:
    """Compares the stories of one generation."""

    def __init__(self, collection: Collection) -> None:
        self._of_story: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for number, record in enumerate(collection.records):
            if record.story is None or not record.is_passage:
                continue
            told = self._of_story[record.story]
            told.update(("entity", key) for key in (*record.technology, *record.practice))
            told.update(("experience", key) for key in set(record.experience))
            told.update(("word", word) for word in set(collection.bodies[number].stems)
                        if len(word) > 3 and word.isalpha() and word not in FUNCTION_WORDS)  # fmt: skip
        self._stories: dict[tuple[str, str], list[str]] = defaultdict(list)
        for story in sorted(self._of_story):
            for feature in self._of_story[story]:
                self._stories[feature].append(story)

    def like(self, story: str, limit: int = 5) -> list[Similar]:
        """Return up to `limit` stories that share at least two things with a story, most alike first, then by id."""
        telling = [(kind, value, self._weight(kind, value)) for kind, value in self._telling(story)]
        counts: Counter[str] = Counter()
        scores: dict[str, float] = defaultdict(float)
        for kind, value, weight in telling:
            others = self._stories[kind, value]
            counts.update(others)
            for other in others:
                scores[other] += weight
        found = nsmallest(
            limit,
            (
                (-round(score, 4), other)
                for other, score in scores.items()
                if counts[other] >= _LEAST and other != story
            ),
        )
        return [
            Similar(other, -negative, tuple(_heaviest(
                Shared(kind, value, weight) for kind, value, weight in telling if (kind, value) in self._of_story[other]
            )))
            for negative, other in found
        ]  # fmt: skip

    def _weight(self, kind: str, value: str) -> float:
        """Return what it is worth that a story shares a thing: the rarer, the more."""
        return round(_WEIGHTS[kind] * log(len(self._of_story) / len(self._stories[kind, value])), 4)

    def _telling(self, story: str) -> list[tuple[str, str]]:
        """Return what a story is compared by: its things and experiences, and its rarest words that others have too."""
        features = [
            f for f in self._of_story.get(story, ()) if 1 < len(self._stories[f]) <= max(2, len(self._of_story) // 2)
        ]
        words = sorted((f for f in features if f[0] == "word"), key=lambda f: (len(self._stories[f]), f))
        return sorted(f for f in features if f[0] != "word") + words[:_WORDS_OF_A_STORY]


def _heaviest(reasons: Iterable[Shared]) -> list[Shared]:
    return sorted(reasons, key=lambda each: (-each.weight, each.kind, each.value))[:_REASONS]
