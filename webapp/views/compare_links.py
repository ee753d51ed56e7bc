"""What a comparison looks at: for each kind, the things that a person, project, technology or practice is tied to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, islice
from weakref import WeakKeyDictionary

import networkx as nx

from graph.model import Entity, EntityKind, Evidence, KnowledgeGraph, RelationKind
from graph.steps import name_order, steps_of
from webapp.corpus import Corpus

Step = tuple[RelationKind, str]
"""A relation, and the direction in which it is followed."""

_WORK: Step = (RelationKind.WORKED_ON, "out")
_USED_BY: Mapping[EntityKind, Step] = {
    EntityKind.TECHNOLOGY: (RelationKind.USES, "in"),
    EntityKind.PRACTICE: (RelationKind.APPLIES, "in"),
}


def _used(kind: EntityKind) -> tuple[tuple[str, str, tuple[Step, ...]], ...]:
    projects = _USED_BY[kind]
    return (
        ("projects", "Projects", (projects,)),
        ("people", "People", (projects, (RelationKind.WORKED_ON, "in"))),
        ("employers", "Employers", (projects, (RelationKind.AT_EMPLOYER, "out"))),
        ("technologies", "Technologies used with it", (projects, (RelationKind.USES, "out"))),
        ("practices", "Practices applied with it", (projects, (RelationKind.APPLIES, "out"))),
    )


COMPARED: Mapping[EntityKind, tuple[tuple[str, str, tuple[Step, ...]], ...]] = {
    EntityKind.PERSON: (
        ("technologies", "Technologies", (_WORK, (RelationKind.USES, "out"))),
        ("practices", "Practices", (_WORK, (RelationKind.APPLIES, "out"))),
        ("employers", "Employers", ((RelationKind.WORKS_AT, "out"),)),
        ("projects", "Projects", (_WORK,)),
        ("institutions", "Studied at", ((RelationKind.STUDIED_AT, "out"),)),
        ("credentials", "Credentials", ((RelationKind.HOLDS, "out"),)),
    ),
    EntityKind.PROJECT: (
        ("technologies", "Technologies", ((RelationKind.USES, "out"),)),
        ("practices", "Practices", ((RelationKind.APPLIES, "out"),)),
        ("people", "People", ((RelationKind.WORKED_ON, "in"),)),
        ("employers", "Employers", ((RelationKind.AT_EMPLOYER, "out"),)),
    ),
    EntityKind.TECHNOLOGY: _used(EntityKind.TECHNOLOGY),
    EntityKind.PRACTICE: _used(EntityKind.PRACTICE),
}
"""Kind that can be compared → its sections: key, title, the relations that lead there."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where a step leads, in the two forms that can be gone through quickly."""

    stated: Mapping[str, tuple[str, ...]]
    """Entity id → ids at the other end, each as often as places state it."""
    in_order: Mapping[str, tuple[str, ...]]
    """Entity id → ids at the other end, each once, in order."""


_ends: WeakKeyDictionary[nx.MultiDiGraph[str], dict[Step, _Ends]] = WeakKeyDictionary()
"""Graph → step → where it leads; a graph never changes, and the steps are those of the tables above."""


def _ends_of(kg: KnowledgeGraph, step: Step) -> _Ends:
    known = _ends.setdefault(kg.nx, {})
    if step not in known:
        steps = steps_of(kg, *step)
        known[step] = _Ends(
            {node: tuple(chain.from_iterable([other] * stated for other, stated in to)) for node, to in steps.items()},
            {node: tuple(sorted(other for other, _ in to)) for node, to in steps.items()},
        )
    return known[step]


LOOKED_AT = 6
"""Places among which the one to show is chosen; a thing that all use has thousands."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What one side is tied to by some steps."""

    places: Mapping[str, int]
    """Entity id → how many places say so on the last step: for a person's technology, in the projects that used it.
    In no order: thousands, of which few are shown."""
    before: frozenset[str]
    """Where the last step starts."""
    last: Step

    def evidence(self, kg: KnowledgeGraph, key: str) -> tuple[Evidence, ...]:
        """Return the first few of those places, none for what is not tied; asked of the few things that are shown."""
        if key not in self.places:
            return ()
        kind, direction = self.last
        around = kg.inward(key) if direction == "out" else kg.outward(key)
        back = _ends_of(kg, (kind, "in" if direction == "out" else "out")).in_order[key]
        # A thing that all use has thousands behind it; one side may have a dozen.
        near = back if len(back) <= len(self.before) else sorted(self.before)
        stating = (node for node in near if node in self.before and kind in around.get(node, ()))
        found: list[Evidence] = []
        for node in islice(stating, LOOKED_AT):
            found += around[node][kind]["relation"].evidence[:LOOKED_AT]
        return tuple(found[:LOOKED_AT])


def ties_of(kg: KnowledgeGraph, entity_id: str, steps: Sequence[Step]) -> Ties:
    """Return what the relations of `steps` lead to, one after the other."""
    places = Counter([entity_id])
    before: frozenset[str] = frozenset()
    for step in steps:
        before, stated = frozenset(places), _ends_of(kg, step).stated
        places = Counter(chain.from_iterable([stated[node] for node in before if node in stated]))
        places.pop(entity_id, None)
    return Ties(places, before, steps[-1])


def best_stated(kg: KnowledgeGraph, keys: Sequence[str], sides: tuple[Ties, Ties], most: int | None) -> list[str]:
    """Return ids in the order of how many places say that either side is tied to them, then of names; `most` of them."""
    order = name_order(kg)
    of_a, of_b = (side.places for side in sides)
    ranked = [(-of_a.get(key, 0) - of_b.get(key, 0), order[key], key) for key in keys]
    chosen = sorted(ranked) if most is None else nsmallest(most, ranked)
    return [key for _, _, key in chosen]


def outcomes_behind(kg: KnowledgeGraph, entity: Entity) -> frozenset[str]:
    """Return ids of what a side's projects achieved: its own for a person, those that used it, itself for a project."""
    achieved: Step = (RelationKind.ACHIEVED, "out")
    if entity.kind is EntityKind.PROJECT:
        return frozenset(_ends_of(kg, achieved).in_order.get(entity.id, ()))
    step = _WORK if entity.kind is EntityKind.PERSON else _USED_BY[entity.kind]
    return frozenset(ties_of(kg, entity.id, (step, achieved)).places)


def likely_others(corpus: Corpus, entity: Entity, most: int = 10) -> list[Entity]:
    """Return things of the same kind that one may want to compare with: those that share most, then the best connected."""
    kg = corpus.kg
    scores: Counter[str] = Counter()
    for shared in _around(kg, entity.id):
        near = [e for e in _around(kg, shared) if kg.entity(e).kind is entity.kind and e != entity.id]
        for other in near:
            # What few share says more than what all do.
            scores[other] += 1000 // (len(near) + 1)
    scores.update({alike.id: 0 for alike in kg.entities(entity.kind) if alike.id != entity.id})
    ranked = sorted(scores, key=lambda key: (-scores[key], -kg.nx.degree(key), key))
    return [kg.entity(key) for key in ranked[:most]]


def _around(kg: KnowledgeGraph, node: str) -> list[str]:
    found = {*kg.outward(node), *kg.inward(node)}
    return sorted(other for other in found if kg.entity(other).kind is not EntityKind.DOCUMENT)
