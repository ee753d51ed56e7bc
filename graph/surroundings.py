"""What lies around an entity, with kinds and relations switched off; and which things belong together. Draws nothing."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
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


Near = Mapping[str, Sequence[tuple[str, Relation]]]
"""Entity id → (other end, relation) of everything that it is joined to, mentions in documents apart."""


def neighbourhoods(kg: KnowledgeGraph) -> Near:
    """Return what each entity is joined to; who asks for many surroundings works it out once."""
    near: dict[str, list[tuple[str, Relation]]] = {node: [] for node in kg.nx}
    for source, target, data in kg.nx.edges(data=True):
        relation: Relation = data["relation"]
        if relation.kind is not RelationKind.MENTIONED_IN and source != target:
            near[source].append((target, relation))
            near[target].append((source, relation))
    return near


def surroundings(
    kg: KnowledgeGraph,
    center_id: str,
    hops: int = 2,
    without_kinds: Collection[EntityKind] = (),
    without_relations: Collection[RelationKind] = (),
    limit: int = MOST_DRAWN,
    near: Near | None = None,
) -> Surroundings:
    """Return what lies within `hops` steps of an entity, at most `limit` entities with it.

    What a hidden kind stood between stays joined: an implied link says by way of what. Documents are no stepping
    stones; a document's own surroundings are what it mentions. `near` is `neighbourhoods(kg)`, if at hand. Raises
    KeyError for an unknown id.
    """
    if kg.entity(center_id).kind is EntityKind.DOCUMENT:
        near = _with_mentions(kg, center_id, neighbourhoods(kg) if near is None else near)
    view = _View(
        kg,
        neighbourhoods(kg) if near is None else near,
        center_id,
        frozenset(without_kinds),
        frozenset(without_relations),
    )
    distance, frontier, crossed = {center_id: 0}, [center_id], set[str]()
    for step in range(1, hops + 1):
        reached: set[str] = set()
        for node in frontier:
            for other, _ in view.edges(node):
                if not view.is_hidden(other):
                    reached.add(other)
                elif other not in crossed:
                    # Whom it joins is reached now or was before: no hidden thing is crossed twice.
                    crossed.add(other)
                    reached.update(further for further, _ in view.edges(other) if not view.is_hidden(further))
        frontier = sorted(reached - distance.keys())
        distance.update(dict.fromkeys(frontier, step))
    ranked = sorted(distance, key=lambda node: (distance[node], -len(view.near[node]), node))
    kept = {node: distance[node] for node in ranked[:limit]}
    return Surroundings(center_id, kept, tuple(_links(view, kept)), tuple(ranked[limit:]))


def _with_mentions(kg: KnowledgeGraph, document_id: str, near: Near) -> Near:
    """Return the neighbourhoods with those of one document."""
    mentions: dict[str, list[tuple[str, Relation]]] = {document_id: []}
    for source, _, data in kg.nx.in_edges(document_id, data=True):
        mentions[document_id].append((source, data["relation"]))
        mentions[source] = [*near[source], (document_id, data["relation"])]
    return {**near, **mentions}


@dataclass(frozen=True, slots=True)
class _View:
    """The graph as the switches leave it."""

    kg: KnowledgeGraph
    near: Near
    center_id: str
    kinds: frozenset[EntityKind]
    relations: frozenset[RelationKind]

    def edges(self, node: str) -> Sequence[tuple[str, Relation]]:
        near = self.near[node]
        return [edge for edge in near if edge[1].kind not in self.relations] if self.relations else near

    def is_hidden(self, node: str) -> bool:
        return bool(self.kinds) and node != self.center_id and self.kg.entity(node).kind in self.kinds


def _links(view: _View, kept: Mapping[str, int]) -> Iterator[Link]:
    direct: dict[tuple[str, str], list[Relation]] = {}
    across: dict[str, list[tuple[str, Relation]]] = {}
    for node in kept:
        for other, relation in view.edges(node):
            if other in kept and (kept[node], node) < (kept[other], other):
                direct.setdefault((node, other), []).append(relation)
            elif other not in kept and view.is_hidden(other):
                across.setdefault(other, []).append((node, relation))
    implied: dict[tuple[str, str], tuple[tuple[Relation, ...], str]] = {}
    for via in sorted(across):
        for (node, first), (other, second) in itertools.permutations(across[via], 2):
            # Within one step all would be joined with all: what a hidden project used, for example.
            if kept[node] < kept[other]:
                implied.setdefault((node, other), ((first, second), via))
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
