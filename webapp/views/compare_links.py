"""What a comparison looks at: for each kind, the things that a person, project, technology or practice is tied to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

import networkx as nx
import numpy as np
from numpy.typing import NDArray

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
    """Where a step leads from everywhere: an item of each array for each relation."""

    sources: NDArray[np.intp]
    """Numbers of entities, by their ids' order, as are `targets`."""
    targets: NDArray[np.intp]
    stated: NDArray[np.intp]
    """How many places state it."""
    back: Mapping[str, tuple[str, ...]]
    """Id at the other end → ids from which the step leads there, in order."""


class _Net:
    """The relations of one graph, as a comparison goes through them: thousands at once."""

    def __init__(self, kg: KnowledgeGraph) -> None:
        self.ids = sorted(kg.nx)
        self.numbers = {key: number for number, key in enumerate(self.ids)}
        self._ends: dict[Step, _Ends] = {}

    def ends(self, kg: KnowledgeGraph, step: Step) -> _Ends:
        """Return where a step leads: looked up once, since a graph never changes."""
        if step not in self._ends:
            joined = [
                (self.numbers[node], self.numbers[other], stated)
                for node, to in steps_of(kg, *step).items()
                for other, stated in to
            ]
            back: dict[str, list[str]] = {}
            for source, target, _ in sorted(joined):
                back.setdefault(self.ids[target], []).append(self.ids[source])
            sources, targets, stated = np.array(joined, dtype=np.intp).reshape(-1, 3).T
            self._ends[step] = _Ends(sources, targets, stated, {key: tuple(found) for key, found in back.items()})
        return self._ends[step]


_nets: WeakKeyDictionary[nx.MultiDiGraph[str], _Net] = WeakKeyDictionary()


def _net_of(kg: KnowledgeGraph) -> _Net:
    if (net := _nets.get(kg.nx)) is None:
        net = _nets[kg.nx] = _Net(kg)
    return net


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
        back = _net_of(kg).ends(kg, self.last).back[key]
        # A thing that all use has thousands behind it; one side may have a dozen.
        near = back if len(back) <= len(self.before) else sorted(self.before)
        stating = (node for node in near if node in self.before and kind in around.get(node, ()))
        found: list[Evidence] = []
        for node in islice(stating, LOOKED_AT):
            found += around[node][kind]["relation"].evidence[:LOOKED_AT]
        return tuple(found[:LOOKED_AT])


def ties_of(kg: KnowledgeGraph, entity_id: str, steps: Sequence[Step]) -> Ties:
    """Return what the relations of `steps` lead to, one after the other."""
    net = _net_of(kg)
    own = net.numbers[entity_id]
    reached = np.array([own])
    counts: NDArray[Any] = np.zeros(len(net.ids))
    for step in steps:
        before, ends = reached, net.ends(kg, step)
        starts = np.zeros(len(net.ids), dtype=np.bool_)
        starts[before] = True
        led = starts[ends.sources]
        counts = np.bincount(ends.targets[led], ends.stated[led], len(net.ids))
        counts[own] = 0
        reached = counts.nonzero()[0]
    places = {
        net.ids[number]: int(stated) for number, stated in zip(reached.tolist(), counts[reached].tolist(), strict=True)
    }
    return Ties(places, frozenset([net.ids[number] for number in before.tolist()]), steps[-1])


def best_stated(kg: KnowledgeGraph, keys: Sequence[str], sides: tuple[Ties, Ties], most: int | None) -> list[str]:
    """Return ids in the order of how many places say that either side is tied to them, then of names; `most` of them."""
    order = name_order(kg)
    of_a, of_b = (side.places for side in sides)
    ranked = [(-of_a.get(key, 0) - of_b.get(key, 0), order[key], key) for key in keys]
    chosen = sorted(ranked) if most is None else nsmallest(most, ranked)
    return [key for _, _, key in chosen]


def outcomes_behind(kg: KnowledgeGraph, entity: Entity) -> frozenset[str]:
    """Return ids of what a side's projects achieved: its own for a person, those that used it, itself for a project."""
    steps: tuple[Step, ...] = ((RelationKind.ACHIEVED, "out"),)
    if entity.kind is not EntityKind.PROJECT:
        steps = (_WORK if entity.kind is EntityKind.PERSON else _USED_BY[entity.kind], *steps)
    return frozenset(ties_of(kg, entity.id, steps).places)


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
