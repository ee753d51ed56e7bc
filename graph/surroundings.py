"""What lies around an entity, with kinds and relations switched off; and which things belong together. Draws nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import networkx as nx

from graph.model import EntityKind, KnowledgeGraph, Relation, RelationKind

MOST_DRAWN = 60
"""Entities of a picture: with more, nobody reads it."""
_SEED = 20_240_229
"""Any fixed number does: the same graph gives the same communities."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two entities that belong together, `near_id` being the one closer to the centre (or first by id)."""

    near_id: str
    far_id: str
    relations: tuple[Relation, ...]
    """What joins them, strongest first; for an implied link the two relations by way of `via_id`."""
    via_id: str | None = None
    """The hidden entity that both are joined to, where nothing joins them directly."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies within some steps of an entity."""

    center_id: str
    hops: dict[str, int]
    """Entity id → steps from the centre; nearest and best connected first."""
    links: tuple[Link, ...]
    omitted: tuple[str, ...]
    """Ids that fell to the limit, nearest and best connected first."""


@dataclass(frozen=True, slots=True)
class _Filter:
    kinds: frozenset[EntityKind]
    relations: frozenset[RelationKind]


def surroundings(
    kg: KnowledgeGraph,
    center_id: str,
    hops: int = 2,
    without_kinds: Collection[EntityKind] = (),
    without_relations: Collection[RelationKind] = (),
    limit: int = MOST_DRAWN,
) -> Surroundings:
    """Return what lies within `hops` steps of an entity, at most `limit` entities with it.

    What a hidden kind stood between stays joined: an implied link says by way of what. Documents are no stepping
    stones; a document's own surroundings are what it mentions. Raises KeyError for an unknown id.
    """
    kg.entity(center_id)
    hidden = _Filter(frozenset(without_kinds), frozenset(without_relations))
    distance, frontier = {center_id: 0}, [center_id]
    for step in range(1, hops + 1):
        reached = {other for node in frontier for other, _, _ in _reachable(kg, node, center_id, hidden)}
        frontier = sorted(reached - distance.keys())
        distance.update(dict.fromkeys(frontier, step))
    ranked = sorted(distance, key=lambda node: (distance[node], -kg.nx.degree(node), node))
    kept = {node: distance[node] for node in ranked[:limit]}
    return Surroundings(center_id, kept, tuple(_links(kg, kept, center_id, hidden)), tuple(ranked[limit:]))


def _edges(kg: KnowledgeGraph, node: str, center_id: str, hidden: _Filter) -> Iterator[tuple[str, Relation]]:
    """Yield (other end, relation) for what may be followed from a node."""
    edges = [(target, data) for _, target, data in kg.nx.out_edges(node, data=True)]
    edges += [(source, data) for source, _, data in kg.nx.in_edges(node, data=True)]
    for other, data in edges:
        relation: Relation = data["relation"]
        is_mention = relation.kind is RelationKind.MENTIONED_IN
        if relation.kind not in hidden.relations and other != node and (not is_mention or _is_document(kg, center_id)):
            yield other, relation


def _is_document(kg: KnowledgeGraph, entity_id: str) -> bool:
    return kg.entity(entity_id).kind is EntityKind.DOCUMENT


def _reachable(
    kg: KnowledgeGraph, node: str, center_id: str, hidden: _Filter
) -> Iterator[tuple[str, tuple[Relation, ...], str | None]]:
    """Yield (id, relations, by way of) for each entity that is one step away, hidden ones being stepped through."""
    for other, relation in _edges(kg, node, center_id, hidden):
        if _is_document(kg, other) and other != center_id:
            continue
        if kg.entity(other).kind not in hidden.kinds or other == center_id:
            yield other, (relation,), None
            continue
        for further, second in _edges(kg, other, center_id, hidden):
            is_shown = kg.entity(further).kind not in hidden.kinds or further == center_id
            if further != node and is_shown and (not _is_document(kg, further) or further == center_id):
                yield further, (relation, second), other


def _links(kg: KnowledgeGraph, kept: dict[str, int], center_id: str, hidden: _Filter) -> Iterator[Link]:
    direct: dict[tuple[str, str], list[Relation]] = {}
    implied: dict[tuple[str, str], tuple[tuple[Relation, ...], str]] = {}
    for node in kept:
        for other, relations, via in _reachable(kg, node, center_id, hidden):
            if other not in kept or (kept[node], node) > (kept[other], other):
                continue
            pair = (node, other)
            if via is None:
                direct.setdefault(pair, []).append(relations[0])
            elif kept[node] != kept[other]:
                # Within one step all would be joined with all: what a hidden project used, for example.
                best = implied.get(pair)
                if best is None or via < best[1]:
                    implied[pair] = (relations, via)
    for pair in sorted(direct):
        yield Link(*pair, tuple(sorted(direct[pair], key=lambda r: (-r.confidence, r.kind, r.source_id))))
    for pair in sorted(implied.keys() - direct.keys()):
        yield Link(*pair, *implied[pair])


def communities(kg: KnowledgeGraph) -> tuple[tuple[str, ...], ...]:
    """Return the entities in groups that hang together more than with the rest, the largest group first.

    Louvain's method with a fixed seed, documents left out; within a group the best connected stand first. What nothing
    is joined to belongs to no group.
    """
    number = {entity.id: place for place, entity in enumerate(kg.entities()) if entity.kind is not EntityKind.DOCUMENT}
    # Plain numbers: the order of a set of texts changes from run to run.
    plain: nx.Graph[int] = nx.Graph()
    for relation in kg.relations():
        if relation.kind is not RelationKind.MENTIONED_IN:
            pair = number[relation.source_id], number[relation.target_id]
            weight = plain.get_edge_data(*pair, default={"weight": 0.0})["weight"] + relation.confidence
            plain.add_edge(*pair, weight=weight)
    if not plain:
        return ()
    name = {place: key for key, place in number.items()}
    found = nx.community.louvain_communities(plain, weight="weight", seed=_SEED)
    groups = [
        tuple(name[place] for place in sorted(group, key=lambda place: (-plain.degree(place), name[place])))
        for group in found
    ]
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))
