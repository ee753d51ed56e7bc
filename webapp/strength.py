"""Which outcomes to show first: those that say most of the work. Used where a page has room for a few only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

import networkx as nx

from graph.model import Entity, EntityKind, KnowledgeGraph, Measures, RelationKind
from graph.queries import others

_TELLING = {
    Measures.RESULT: 2.0, Measures.SCALE: 1.0, Measures.DURATION: 0.4, Measures.TEAM: 0.2, Measures.BASELINE: 0.0,
}  # fmt: skip
"""A result says more of the work than its scale, and that more than how long it took."""


_Said = tuple[float, tuple[str, str] | None, float]
"""What an outcome says whatever it stands beside, its like (dimension, unit), its size; no like without a size."""


def strongest_first(outcomes: Iterable[Entity]) -> list[Entity]:
    """Return outcomes by what they say: results before scale, changes before levels, then by size among their like."""
    listed = {outcome.id: outcome for outcome in outcomes}
    return [listed[key] for key in _ranked({key: _said(outcome) for key, outcome in listed.items()})]


def strongest_ids(kg: KnowledgeGraph, ids: Iterable[str]) -> list[str]:
    """Return ids of outcomes in the order of `strongest_first`, quickly: a common technology's projects have thousands."""
    if (every := _saying.get(kg.nx)) is None:
        every = _saying[kg.nx] = {outcome.id: _said(outcome) for outcome in kg.entities(EntityKind.OUTCOME)}
    return _ranked({key: every[key] for key in ids})


_saying: WeakKeyDictionary[nx.MultiDiGraph[str], Mapping[str, _Said]] = WeakKeyDictionary()
"""Graph → what each of its outcomes says; a graph never changes."""


def _said(outcome: Entity) -> _Said:
    measure = outcome.measure
    if measure is None:
        return -1.0, None, 0.0
    strength = _TELLING[measure.measures] + outcome.confidence
    if measure.direction != "none" or measure.dimension == "ratio":
        strength += 0.5
    if measure.before is not None and measure.after is not None:
        strength += 0.4
    if measure.size is None:
        return strength, None, 0.0
    return strength, (measure.dimension, measure.unit), abs(measure.size)


def _ranked(said: Mapping[str, _Said]) -> list[str]:
    groups: dict[tuple[str, str] | None, list[tuple[float, float, str]]] = defaultdict(list)
    for key, (strength, like, size) in said.items():
        groups[like].append((strength, size, key))
    ranked = [(-strength, key) for strength, _, key in groups.pop(None, [])]
    for found in groups.values():
        shares = _shares(sorted([size for _, size, _ in found]))
        ranked += [(-(strength + shares[size]), key) for strength, size, key in found]
    return [key for _, key in sorted(ranked)]


def _shares(ordered: Sequence[float]) -> dict[float, float]:
    """Return size → which share of its like it exceeds, half of those that are equal counted in."""
    return {size: (bisect_left(ordered, size) + bisect_right(ordered, size)) / 2 / len(ordered) for size in {*ordered}}


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
