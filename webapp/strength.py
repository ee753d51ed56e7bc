"""Which outcomes to show first: those that say most of the work. Used where a page has room for a few only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable

from graph.model import Entity, EntityKind, KnowledgeGraph, Measure, Measures, RelationKind
from graph.queries import others

_TELLING = {
    Measures.RESULT: 2.0, Measures.SCALE: 1.0, Measures.DURATION: 0.4, Measures.TEAM: 0.2, Measures.BASELINE: 0.0,
}  # fmt: skip
"""A result says more of the work than its scale, and that more than how long it took."""


def strongest_first(outcomes: Iterable[Entity]) -> list[Entity]:
    """Return outcomes by what they say: results before scale, changes before levels, then by size among their like."""
    listed = list(outcomes)
    sizes: dict[tuple[str, str], list[float]] = defaultdict(list)
    for outcome in listed:
        if outcome.measure is not None and outcome.measure.size is not None:
            sizes[_likes(outcome.measure)].append(abs(outcome.measure.size))
    ordered = {key: sorted(found) for key, found in sizes.items()}
    return sorted(listed, key=lambda outcome: (-_strength(outcome, ordered), outcome.id))


def _likes(measure: Measure) -> tuple[str, str]:
    return measure.dimension, measure.unit


def _strength(outcome: Entity, sizes: dict[tuple[str, str], list[float]]) -> float:
    measure = outcome.measure
    if measure is None:
        return -1.0
    strength = _TELLING[measure.measures] + outcome.confidence
    if measure.direction != "none" or measure.dimension == "ratio":
        strength += 0.5
    if measure.before is not None and measure.after is not None:
        strength += 0.4
    if measure.size is not None:
        like = sizes[_likes(measure)]
        size = abs(measure.size)
        strength += (bisect_left(like, size) + bisect_right(like, size)) / 2 / len(like)
    return strength


def varied(
    kg: KnowledgeGraph, outcomes: Iterable[Entity], most: int, later: Callable[[Entity], int] = lambda outcome: 0
) -> list[Entity]:
    """Return the strongest outcomes, one of a project and two of a dimension at most, so that a few show the breadth.

    Those with a higher `later` come only where there are too few others.
    """
    chosen: list[Entity] = []
    projects: set[str] = set()
    dimensions: dict[str, int] = defaultdict(int)
    for outcome in sorted(strongest_first(outcomes), key=later):
        dimension = "" if outcome.measure is None else outcome.measure.dimension
        tied = {project.id for project in projects_behind(kg, outcome)}
        if tied & projects or dimensions[dimension] >= 2:
            continue
        chosen.append(outcome)
        projects |= tied
        dimensions[dimension] += 1
        if len(chosen) == most:
            break
    return chosen


def projects_behind(kg: KnowledgeGraph, outcome: Entity) -> list[Entity]:
    """Return the projects that achieved an outcome, by name."""
    return [e for e in others(kg, outcome.id, RelationKind.ACHIEVED, "in") if e.kind is EntityKind.PROJECT]


def outcomes_of(kg: KnowledgeGraph, project_id: str) -> list[Entity]:
    """Return what a project achieved, strongest first."""
    return strongest_first(others(kg, project_id, RelationKind.ACHIEVED, "out"))
