"""Questions to the graph: neighbours, paths, co-occurrence, names. Pure reading; no order depends on hashing."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass
from heapq import heappop, heappush

from graph.model import Entity, EntityKind, KnowledgeGraph, Relation, RelationKind


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
    outward = ((t, data["relation"]) for _, t, data in kg.nx.out_edges(entity_id, data=True))
    inward = ((s, data["relation"]) for s, _, data in kg.nx.in_edges(entity_id, data=True))
    found = [Neighbour(r, "out", kg.entity(other)) for other, r in outward if kind is None or r.kind is kind]
    found += [Neighbour(r, "in", kg.entity(other)) for other, r in inward if kind is None or r.kind is kind]
    return sorted(found, key=lambda n: (n.relation.kind, n.direction, n.other.name.casefold(), n.other.id))


def others(kg: KnowledgeGraph, entity_id: str, kind: RelationKind, direction: str) -> list[Entity]:
    """Return the entities at the other end of one kind of relation, `direction` "out" or "in", by name."""
    return [n.other for n in neighbours(kg, entity_id, kind) if n.direction == direction]


def projects_of(kg: KnowledgeGraph, entity_id: str) -> list[Entity]:
    """Return the projects tied to an entity by any relation (itself, if it is one), by name."""
    entity = kg.entity(entity_id)
    if entity.kind is EntityKind.PROJECT:
        return [entity]
    found = {n.other.id: n.other for n in neighbours(kg, entity_id) if n.other.kind is EntityKind.PROJECT}
    return sorted(found.values(), key=lambda e: (e.name.casefold(), e.id))


def cooccurring(kg: KnowledgeGraph, entity_id: str, kind: EntityKind) -> list[tuple[Entity, int]]:
    """Return entities of `kind` that share projects with this one, and how many projects; most first, then by id."""
    counts: Counter[str] = Counter()
    for project in projects_of(kg, entity_id):
        near = {n.other.id for n in neighbours(kg, project.id) if n.other.kind is kind}
        counts.update(near - {entity_id})
    return [(kg.entity(key), count) for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


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
        self._kg, self._ends, self._goal = kg, (start, goal), goal
        self._steps: dict[str, tuple[tuple[str, float], ...]] = {}
        self._known: dict[tuple[str, int], float] = {}
        self._tolls = {goal: 1.0}
        # Backwards from the goal for two hops: forwards, the last two would look at nearly everything there is.
        self._one = dict.fromkeys((node for node, _ in self.steps(goal)), 1.0)
        self._two = dict(self._one)
        for middle in self._one:
            through = 1.0 + self._toll(middle)
            for node, _ in self.steps(middle):
                self._two[node] = min(self._two.get(node, math.inf), through)

    def steps(self, node: str) -> tuple[tuple[str, float], ...]:
        """Return where a path may go on to from a node, with the cost: no documents but at its ends; in order of id."""
        if node not in self._steps:
            around = {*self._kg.nx.successors(node), *self._kg.nx.predecessors(node)}
            kept = (
                other
                for other in around
                if other in self._ends or self._kg.nx.nodes[other]["entity"].kind is not EntityKind.DOCUMENT
            )
            self._steps[node] = tuple((other, self._toll(other)) for other in sorted(kept))
        return self._steps[node]

    def _toll(self, node: str) -> float:
        # A degree is counted edge by edge: once is enough for what everything touches.
        if node not in self._tolls:
            self._tolls[node] = 1.0 + math.log(max(1, self._kg.nx.degree(node)))
        return self._tolls[node]

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
    wanted = name.casefold().strip()
    found = [e for e in kg.entities() if wanted in (e.name.casefold(), *(alias.casefold() for alias in e.aliases))]
    things = [e for e in found if e.kind is not EntityKind.DOCUMENT]
    return things or found
