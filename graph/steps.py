"""What each kind of relation joins, as ids and counts: looked up once for a graph. For questions that go through thousands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from weakref import WeakKeyDictionary

import networkx as nx

from graph.model import EntityKind, KnowledgeGraph

Steps = Mapping[str, tuple[tuple[str, int], ...]]
"""Entity id → (id at the other end, how many places state it), in the graph's order."""

_steps: WeakKeyDictionary[nx.MultiDiGraph[str], Mapping[tuple[str, str], Steps]] = WeakKeyDictionary()
"""Graph → (relation's kind, direction) → its steps; a graph never changes."""


def steps_of(kg: KnowledgeGraph, kind: str, direction: str) -> Steps:
    """Return where one kind of relation leads, `direction` "out" or "in"; entities that have none are left out."""
    if (found := _steps.get(kg.nx)) is None:
        found = _steps[kg.nx] = _all_steps(kg)
    return found.get((kind, direction), {})


def _all_steps(kg: KnowledgeGraph) -> Mapping[tuple[str, str], Steps]:
    listed: dict[tuple[str, str], dict[str, list[tuple[str, int]]]] = {}
    for node in kg.nx:
        for direction, around in (("out", kg.outward(node)), ("in", kg.inward(node))):
            for other, edges in around.items():
                for kind, data in edges.items():
                    steps = listed.setdefault((str(kind), direction), {})
                    steps.setdefault(node, []).append((other, len(data["relation"].evidence)))
    return {key: {node: tuple(found) for node, found in steps.items()} for key, steps in listed.items()}


_orders: WeakKeyDictionary[nx.MultiDiGraph[str], Mapping[str, int]] = WeakKeyDictionary()


def name_order(kg: KnowledgeGraph) -> Mapping[str, int]:
    """Return entity id → its place in the order of names, case aside, then of ids."""
    if (found := _orders.get(kg.nx)) is None:
        ordered = sorted(kg.entities(), key=lambda entity: (entity.name.casefold(), entity.id))
        found = _orders[kg.nx] = {entity.id: place for place, entity in enumerate(ordered)}
    return found


_joined: WeakKeyDictionary[nx.MultiDiGraph[str], dict[EntityKind, Mapping[str, Collection[str]]]] = WeakKeyDictionary()


def beside_projects(kg: KnowledgeGraph, kind: EntityKind) -> Mapping[str, Collection[str]]:
    """Return project id → ids of the entities of a kind that any relation joins to it, each once."""
    kinds = _joined.setdefault(kg.nx, {})
    if kind not in kinds:
        wanted = {entity.id for entity in kg.entities(kind)}
        projects = (project.id for project in kg.entities(EntityKind.PROJECT))
        kinds[kind] = {
            key: tuple(one for one in dict.fromkeys((*kg.outward(key), *kg.inward(key))) if one in wanted)
            for key in projects
        }
    return kinds[kind]
