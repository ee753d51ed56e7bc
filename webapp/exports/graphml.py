"""The graph as GraphML, for Gephi, yEd, networkx and their like: evidence and aliases are JSON in an attribute."""

from __future__ import annotations

import json
import re

import networkx as nx

from graph.model import Json, KnowledgeGraph
from webapp.json_parts import attributes_of, evidence_json

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold, not even escaped (https://www.w3.org/TR/xml/#charsets)."""


def write_graphml(kg: KnowledgeGraph) -> str:
    """Return the graph as GraphML; nodes have their entity's id, edges their relation's kind as key."""
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in kg.entities():
        plain = {name: value for name, value in attributes_of(entity).items() if isinstance(value, str | int | float)}
        net.add_node(_clean(entity.id), **_written({
            **{f"a_{name}": value for name, value in plain.items()},
            "type": entity.kind.value,
            "name": entity.name,
            "aliases": _packed(list(entity.aliases)),
            "confidence": float(entity.confidence),
            "evidence": _packed(evidence_json(kg, entity.evidence)),
        }))  # fmt: skip
    for relation in kg.relations():
        period: Json = None if relation.period is None else relation.period.to_json()
        net.add_edge(_clean(relation.source_id), _clean(relation.target_id), key=relation.kind.value, **_written({
            "type": relation.kind.value,
            "confidence": float(relation.confidence),
            "period": None if period is None else _packed(period),
            "evidence": _packed(evidence_json(kg, relation.evidence)),
        }))  # fmt: skip
    return "\n".join([*nx.generate_graphml(net), ""])


def _written(values: dict[str, Json]) -> dict[str, str | float | bool]:
    """Return what GraphML can say of values: nothing of what is not known; numbers alike, since an attribute has one type."""
    found: dict[str, str | float | bool] = {}
    for name, value in values.items():
        if isinstance(value, bool):
            found[name] = value
        elif isinstance(value, int | float):
            found[name] = float(value)
        elif isinstance(value, str):
            found[name] = _clean(value)
    return found


def _packed(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
