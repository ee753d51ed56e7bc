"""Builds small graphs for tests: documents from text, evidence from the words quoted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from graph.documents import Document, Span
from graph.model import Entity, EntityKind, Evidence, KnowledgeGraph, Relation, RelationKind, Telling


def document_of(document_id: str, text: str, **metadata: str) -> Document:
    """Return a plain-text document without blocks."""
    return Document(document_id, "text/plain", document_id, text, (), metadata, sha256="00")


def proof(document: Document, quote: str, rule: str = "by-hand") -> Evidence:
    """Return the first place where the document says `quote`; it must."""
    start = document.text.index(quote)
    return Evidence(Span(document.id, start, start + len(quote)), quote, rule)


def entity_of(entity_id: str, name: str, *evidence: Evidence, **facts: Any) -> Entity:
    """Return an entity whose kind is the first part of its id."""
    return Entity(entity_id, EntityKind(entity_id.partition(":")[0]), name, evidence, **facts)


def relation_of(source: str, kind: str, target: str, *evidence: Evidence, **facts: Any) -> Relation:
    """Return a relation of this kind."""
    return Relation(source, target, RelationKind(kind), evidence, **facts)


def graph_of(
    documents: Iterable[Document],
    entities: Iterable[Entity],
    relations: Iterable[Relation] = (),
    tellings: Mapping[str, tuple[Telling, ...]] | None = None,
) -> KnowledgeGraph:
    """Return the knowledge graph of these."""
    network: nx.MultiDiGraph = nx.MultiDiGraph()
    for entity in entities:
        network.add_node(entity.id, entity=entity)
    for relation in relations:
        network.add_edge(relation.source_id, relation.target_id, key=relation.kind.value, relation=relation)
    return KnowledgeGraph(network, {document.id: document for document in documents}, tellings or {})
