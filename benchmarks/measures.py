"""What a list of hits is worth beside judged places: nDCG, recall, reciprocal rank. Pure arithmetic on spans and grades.

What counts, for any engine alike:

- Judged places that lie in one passage are one *target* with the best of their grades: a passage can be listed but once.
- A hit finds a target where one of the hit's spans covers at least half of one of the target's quotes.
- A hit gains the best grade among the targets that it finds first; all of them count as found and gain nothing later.
- The ideal list has the targets one by one, best first. So no list exceeds 1, and the list of exactly those passages has 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

from graph.documents import Span

DEPTH = 10
"""Hits that are looked at: one page of results."""
_ENOUGH = 0.5
"""Of a quote: less is a neighbour's tail."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a passage holds of the judged places."""

    quotes: tuple[Span, ...]
    grade: int


@dataclass(frozen=True, slots=True)
class Score:
    """One query's measures, each 0–1."""

    ndcg: float
    recall: float
    """Share of the targets found in the first DEPTH hits."""
    reciprocal_rank: float
    """1 / rank of the first hit that finds anything."""


def make_targets(places: Iterable[tuple[Span, int]], passages: Sequence[Span]) -> list[Target]:
    """Return the judged (quote, grade) pairs by the passage that holds most of each quote, best first."""
    quotes: dict[Span, list[tuple[Span, int]]] = defaultdict(list)
    for quote, grade in places:
        holder = max(passages, key=lambda passage: _overlap(passage, quote), default=quote)
        quotes[holder if _overlap(holder, quote) else quote].append((quote, grade))
    targets = [
        Target(tuple(quote for quote, _ in held), max(grade for _, grade in held))
        for _, held in sorted(quotes.items(), key=lambda item: (item[0].document_id, item[0].start))
    ]
    return sorted(targets, key=lambda target: -target.grade)


def score_hits(hits: Sequence[Sequence[Span]], targets: Sequence[Target]) -> Score:
    """Return what a ranked list is worth; each hit is given by its spans. Without targets only the empty list is right."""
    if not targets:
        right = 0.0 if hits else 1.0
        return Score(right, right, right)
    gained, found = gains(hits[:DEPTH], targets)
    ideal = [target.grade for target in targets[:DEPTH]]
    first = next((rank for rank, grade in enumerate(gained, start=1) if grade), None)
    return Score(
        ndcg=discounted(gained) / discounted(ideal),
        recall=found / len(targets),
        reciprocal_rank=0.0 if first is None else 1 / first,
    )


def gains(hits: Sequence[Sequence[Span]], targets: Sequence[Target]) -> tuple[list[int], int]:
    """Return the grade that each hit gains, 0 where it finds nothing new, and how many targets were found."""
    left = list(targets)
    gained = []
    for spans in hits:
        found = [target for target in left if any(finds(span, quote) for span in spans for quote in target.quotes)]
        left = [target for target in left if target not in found]
        gained.append(max((target.grade for target in found), default=0))
    return gained, len(targets) - len(left)


def finds(span: Span, quote: Span) -> bool:
    """Return whether a hit's span covers at least half of a quote."""
    return _overlap(span, quote) >= _ENOUGH * len(quote)


def discounted(grades: Sequence[int]) -> float:
    """Return the discounted cumulative gain: 2^grade - 1, divided by log2(rank + 1).

    >>> round(discounted([3, 0, 1]), 3)
    7.5
    """
    return float(sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1)))


def _overlap(one: Span, other: Span) -> int:
    if one.document_id != other.document_id:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))
