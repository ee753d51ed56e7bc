"""Questions to the graph: neighbours, paths, co-occurrence, matrix, ego network. Pure reading; no order depends on hashing."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Collection, Iterator
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


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows × columns with the number of places that tie them."""

    rows: tuple[Entity, ...]
    columns: tuple[Entity, ...]
    counts: dict[tuple[str, str], int]
    """(row id, column id) → count of evidence; absent where nothing ties them."""


@dataclass(frozen=True, slots=True)
class EgoNetwork:
    """The surroundings of one entity, `hops[id]` steps away."""

    center_id: str
    hops: dict[str, int]
    relations: tuple[Relation, ...]
    omitted: tuple[str, ...]
    """Ids that fell to the limit, nearest first."""


def neighbours(kg: KnowledgeGraph, entity_id: str, kind: RelationKind | None = None) -> list[Neighbour]:
    """Return the relations of an entity, of one kind or all, by kind, direction, name and id of the other end.

    Raises KeyError where no entity has this id.
    """
    kg.entity(entity_id)
    found = [Neighbour(d["relation"], "out", kg.entity(t)) for _, t, d in kg.nx.out_edges(entity_id, data=True)]
    found += [Neighbour(d["relation"], "in", kg.entity(s)) for s, _, d in kg.nx.in_edges(entity_id, data=True)]
    kept = [n for n in found if kind is None or n.relation.kind is kind]
    return sorted(kept, key=lambda n: (n.relation.kind, n.direction, n.other.name.casefold(), n.other.id))


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


def matrix(kg: KnowledgeGraph, rows: EntityKind, columns: EntityKind) -> Matrix:
    """Return how often the documents tie each entity of one kind to each of another.

    Kinds that no relation joins are tied through the projects that both belong to.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for relation in kg.relations():
        ends = {
            kg.entity(relation.source_id).kind: relation.source_id,
            kg.entity(relation.target_id).kind: relation.target_id,
        }
        if rows in ends and columns in ends:
            counts[ends[rows], ends[columns]] += len(relation.evidence)
    if not counts:
        for project in kg.entities(EntityKind.PROJECT):
            near = neighbours(kg, project.id)
            left = {n.other.id for n in near if n.other.kind is rows}
            right = {n.other.id: len(n.relation.evidence) for n in near if n.other.kind is columns}
            counts.update({(a, b): count for a in sorted(left) for b, count in sorted(right.items())})

    def ordered(place: int) -> tuple[Entity, ...]:
        totals: Counter[str] = Counter()
        for pair, count in counts.items():
            totals[pair[place]] += count
        return tuple(kg.entity(key) for key, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0])))

    return Matrix(ordered(0), ordered(1), dict(sorted(counts.items())))


def ego_network(
    kg: KnowledgeGraph, entity_id: str, hops: int = 1, kinds: Collection[EntityKind] | None = None, limit: int = 60
) -> EgoNetwork:
    """Return what lies within `hops` steps of an entity, at most `limit` entities, nearest and best connected first.

    Documents are no stepping stones and no members. Raises KeyError where no entity has this id.
    """
    kg.entity(entity_id)
    allowed = set(kinds) if kinds is not None else set(EntityKind) - {EntityKind.DOCUMENT}
    distance, frontier = {entity_id: 0}, [entity_id]
    for step in range(1, hops + 1):
        reached = sorted({other for node in frontier for other in _linked(kg, node)} - distance.keys())
        frontier = [node for node in reached if kg.entity(node).kind in allowed]
        distance.update(dict.fromkeys(frontier, step))
    ranked = sorted(distance, key=lambda node: (distance[node], -kg.nx.degree(node), node))
    kept = set(ranked[:limit])
    inside = tuple(r for r in kg.relations() if r.source_id in kept and r.target_id in kept)
    return EgoNetwork(entity_id, {node: distance[node] for node in ranked[:limit]}, inside, tuple(ranked[limit:]))


def _linked(kg: KnowledgeGraph, node: str) -> Iterator[str]:
    for other in (*kg.nx.successors(node), *kg.nx.predecessors(node)):
        if kg.entity(other).kind is not EntityKind.DOCUMENT:
            yield other


def paths(kg: KnowledgeGraph, start: str, goal: str, limit: int = 3, max_hops: int = 4) -> list[list[Relation]]:
    """Return up to `limit` short simple paths between two entities, cheapest first, as lists of relations.

    An edge costs 1 + log(degree of the node that it leads into), so that a path through a thing that everything
    touches ("Python") loses to a telling one. Documents are no stepping stones, but may be an end. Ties are broken by
    ids. Raises KeyError where an end is unknown; an entity has no path to itself.
    """
    kg.entity(start), kg.entity(goal)
    left = _hops_to(kg, start, goal, max_hops)
    found: list[list[Relation]] = []
    # An edge costs 1 at least, so that the hops left are never more than what a path still costs (A*).
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
        near = {node for node in _steps_from(kg, here, goal) if node in left and len(route) + left[node] <= max_hops}
        for other in sorted(near - set(route)):
            toll = 0.0 if other == goal else math.log(max(1, kg.nx.degree(other)))
            so_far = cost + 1 + toll
            heappush(queue, (so_far + left[other], (*route, other), so_far))
    return found


def _hops_to(kg: KnowledgeGraph, start: str, goal: str, most: int) -> dict[str, int]:
    """Return how many hops each node is from `goal`, those within `most` of it."""
    distance, frontier = {goal: 0}, [goal]
    for step in range(1, most + 1):
        reached = {other for node in frontier for other in _steps_from(kg, node, start)} - distance.keys()
        distance.update(dict.fromkeys(reached, step))
        frontier = list(reached)
    return distance


def _steps_from(kg: KnowledgeGraph, node: str, end: str) -> Iterator[str]:
    """Yield what a path may go on to from a node; a document only where the path ends there."""
    for other in (*kg.nx.successors(node), *kg.nx.predecessors(node)):
        if other == end or kg.entity(other).kind is not EntityKind.DOCUMENT:
            yield other


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
