"""Questions to the graph: neighbours, paths, co-occurrence, names. Pure reading; no order depends on hashing."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import chain
from weakref import WeakKeyDictionary

import networkx as nx

from graph.model import Entity, EntityKind, KnowledgeGraph, Relation, RelationKind
from graph.steps import beside_projects


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A relation seen from one of its ends."""

    relation: Relation
    direction: str
    """`out` where the asked entity is the source, else `in`."""
    other: Entity


def neighbours(kg: KnowledgeGraph, entity_id: str, kind: RelationKind | None = None) -> list[Neighbour]:
    """Return the relations of an entity, of one kind or all, by kind, direction, name and id of the other end.

    Raises KeyError where no entity has this id.
    """
    kg.entity(entity_id)
    found = []
    for direction, around in (("out", kg.outward(entity_id)), ("in", kg.inward(entity_id))):
        for other, edges in around.items():
            if kind is None:
                found += [Neighbour(data["relation"], direction, kg.entity(other)) for data in edges.values()]
            elif kind in edges:
                found.append(Neighbour(edges[kind]["relation"], direction, kg.entity(other)))
    return sorted(found, key=lambda n: (n.relation.kind, n.direction, n.other.name.casefold(), n.other.id))


def relations_there(kg: KnowledgeGraph, entity_id: str) -> set[tuple[str, str]]:
    """Return which (kind, direction) of relation an entity has: one look, where asking for each kind takes many.

    Raises KeyError where no entity has this id.
    """
    outward = {(kind, "out") for edges in kg.outward(entity_id).values() for kind in edges}
    return outward | {(kind, "in") for edges in kg.inward(entity_id).values() for kind in edges}


def others(kg: KnowledgeGraph, entity_id: str, kind: RelationKind, direction: str) -> list[Entity]:
    """Return the entities at the other end of one kind of relation, `direction` "out" or "in", by name.

    Raises KeyError where no entity has this id.
    """
    around = kg.outward(entity_id) if direction == "out" else kg.inward(entity_id)
    found = [kg.entity(other) for other, edges in around.items() if kind in edges]
    return found if len(found) < 2 else sorted(found, key=lambda e: (e.name.casefold(), e.id))


def projects_of(kg: KnowledgeGraph, entity_id: str) -> list[Entity]:
    """Return the projects tied to an entity by any relation (itself, if it is one), by name."""
    entity = kg.entity(entity_id)
    if entity.kind is EntityKind.PROJECT:
        return [entity]
    found = [e for e in _around(kg, entity_id) if e.kind is EntityKind.PROJECT]
    return sorted(found, key=lambda e: (e.name.casefold(), e.id))


def _around(kg: KnowledgeGraph, entity_id: str) -> list[Entity]:
    """Return everything that any relation joins to an entity, each once, in no particular order."""
    return [kg.entity(other) for other in _ids_around(kg, entity_id)]


def _ids_around(kg: KnowledgeGraph, entity_id: str) -> dict[str, None]:
    return dict.fromkeys((*kg.outward(entity_id), *kg.inward(entity_id)))


def cooccurring(kg: KnowledgeGraph, entity_id: str, kind: EntityKind) -> list[tuple[Entity, int]]:
    """Return entities of `kind` that share projects with this one, and how many projects; most first, then by id."""
    beside = beside_projects(kg, kind)
    near = (entity_id,) if kg.entity(entity_id).kind is EntityKind.PROJECT else _ids_around(kg, entity_id)
    counts = Counter(chain.from_iterable(beside.get(key, ()) for key in near))
    found = sorted((-n, key) for key, n in counts.items() if key != entity_id)
    return [(kg.entity(key), -negative) for negative, key in found]


def paths(kg: KnowledgeGraph, start: str, goal: str, limit: int = 3, max_hops: int = 4) -> list[list[Relation]]:
    """Return up to `limit` short simple paths between two entities, cheapest first, as lists of relations.

    An edge costs 1 + log(degree of the node that it leads into), so that a path through a thing that everything
    touches ("Python") loses to a telling one. Documents are no stepping stones, but may be an end. Ties are broken by
    ids. Raises KeyError where an end is unknown; an entity has no path to itself.
    """
    kg.entity(start), kg.entity(goal)
    way = _Way(kg, start, goal)
    found: list[list[Relation]] = []
    queue: list[tuple[float, tuple[str, ...], float]] = [(0.0, (start,), 0.0)]
    seen_per_node: Counter[str] = Counter()
    while queue and len(found) < limit:
        _, route, cost = heappop(queue)
        here = route[-1]
        if here == goal and len(route) > 1:
            found.append([_strongest(kg, a, b) for a, b in itertools.pairwise(route)])
            continue
        seen_per_node[here] += 1
        # A node need not be left more often than paths are wanted: the cheapest ways to it come first.
        if seen_per_node[here] > limit * 4:
            continue
        for other, toll in way.steps(here):
            ahead = way.least(other, max_hops - len(route))
            if ahead < math.inf and other not in route:
                # Rounded, so that sums that are equal but for their order tie, and ids decide.
                heappush(queue, (round(cost + toll + ahead, 9), (*route, other), cost + toll))
    return found


class _Way:
    """What a path to one goal costs, from anywhere, in so many hops: known exactly, so that the search goes straight on."""

    def __init__(self, kg: KnowledgeGraph, start: str, goal: str) -> None:
        self._kg, self._goal, self._net = kg, goal, _net_of(kg)
        documents = (end for end in (start, goal) if kg.entity(end).kind is EntityKind.DOCUMENT)
        self._special = tuple(dict.fromkeys((goal, *documents)))
        """What costs or is reached otherwise than for other paths."""
        self._steps: dict[str, Sequence[tuple[str, float]]] = {}
        self._known: dict[tuple[str, int], float] = {}
        # Backwards from the goal for two hops: forwards, the last two would look at nearly everything there is.
        self._one = dict.fromkeys((node for node, _ in self.steps(goal)), 1.0)
        self._two = dict(self._one)
        for middle in self._one:
            through = 1.0 + self._toll(middle)
            for node, _ in self.steps(middle):
                self._two[node] = min(self._two.get(node, math.inf), through)

    def steps(self, node: str) -> Sequence[tuple[str, float]]:
        """Return where a path may go on to from a node, with the cost: no documents but at its ends; in order of id."""
        if node not in self._steps:
            found = self._net.steps[node]
            if ends := [e for e in self._special if e in self._kg.outward(node) or e in self._kg.inward(node)]:
                kept = ((other, toll) for other, toll in found if other not in ends)
                found = tuple(sorted((*kept, *((end, self._toll(end)) for end in ends))))
            self._steps[node] = found
        return self._steps[node]

    def _toll(self, node: str) -> float:
        return 1.0 if node == self._goal else self._net.tolls[node]

    def least(self, node: str, hops: int) -> float:
        """Return the least that a way from a node to the goal costs in at most so many hops; infinite where none is."""
        if node == self._goal:
            return 0.0
        if hops <= 2:
            return {2: self._two, 1: self._one}.get(hops, {}).get(node, math.inf)
        if (node, hops) not in self._known:
            ways = (toll + self.least(other, hops - 1) for other, toll in self.steps(node))
            self._known[node, hops] = min(ways, default=math.inf)
        return self._known[node, hops]


@dataclass(frozen=True, slots=True)
class _Net:
    """The graph as paths see it."""

    steps: Mapping[str, tuple[tuple[str, float], ...]]
    """Entity id → (id, toll) of all that it is joined to but documents, in order of id."""
    tolls: Mapping[str, float]
    """What it costs to enter an entity."""


_nets: WeakKeyDictionary[nx.MultiDiGraph[str], _Net] = WeakKeyDictionary()
"""Graph → its net: worked out by the first path that is asked for, since a graph never changes."""


def _net_of(kg: KnowledgeGraph) -> _Net:
    if (net := _nets.get(kg.nx)) is None:
        tolls = {node: 1.0 + math.log(max(1, degree)) for node, degree in kg.nx.degree()}
        things = {entity.id for entity in kg.entities() if entity.kind is not EntityKind.DOCUMENT}
        steps: dict[str, tuple[tuple[str, float], ...]] = {}
        for node in kg.nx:
            around = {*kg.outward(node), *kg.inward(node)} & things
            steps[node] = tuple((other, tolls[other]) for other in sorted(around))
        net = _nets[kg.nx] = _Net(steps, tolls)
    return net


def _strongest(kg: KnowledgeGraph, a: str, b: str) -> Relation:
    edges: list[Relation] = [data["relation"] for data in (kg.nx.get_edge_data(a, b) or {}).values()]
    edges += [data["relation"] for data in (kg.nx.get_edge_data(b, a) or {}).values()]
    return min(edges, key=lambda r: (-r.confidence, r.kind, r.source_id))


def find_by_name(kg: KnowledgeGraph, name: str) -> list[Entity]:
    """Return the entities whose id, name or alias this is, case aside, by id.

    A document is found by its path; by its title only where nothing else has that name, since a résumé's title is
    its author's name.
    """
    if name in kg:
        return [kg.entity(name)]
    found = _names_of(kg).get(name.casefold().strip(), [])
    things = [e for e in found if e.kind is not EntityKind.DOCUMENT]
    return things or list(found)


_names: WeakKeyDictionary[nx.MultiDiGraph[str], Mapping[str, Sequence[Entity]]] = WeakKeyDictionary()
"""Graph → casefolded name or alias → the entities that have it, by id."""


def _names_of(kg: KnowledgeGraph) -> Mapping[str, Sequence[Entity]]:
    if (found := _names.get(kg.nx)) is None:
        listed: dict[str, list[Entity]] = {}
        for entity in kg.entities():
            for name in dict.fromkeys((entity.name.casefold(), *(alias.casefold() for alias in entity.aliases))):
                listed.setdefault(name, []).append(entity)
        found = _names[kg.nx] = listed
    return found
