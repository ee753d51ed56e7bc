"""The graph as JSON-LD: schema.org's words where it has them, evidence as Web Annotation selectors. Its context is inside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from graph.model import Entity, EntityKind, Evidence, Json, KnowledgeGraph, RelationKind
from webapp.commands.terminal import json_text
from webapp.json_parts import attributes_of

_OWN = "urn:careergraph:"
CONTEXT: dict[str, Json] = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "cg": f"{_OWN}term:",
    "name": "schema:name",
    "alternateName": "schema:alternateName",
    "evidence": "cg:evidence",
}
"""Every prefix and word that the document uses; nothing has to be fetched to read it."""
TYPES: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "schema:Person",
    EntityKind.EMPLOYER: "schema:Organization",
    EntityKind.ROLE: "schema:OrganizationRole",
    EntityKind.PROJECT: "schema:Project",
    EntityKind.TECHNOLOGY: "schema:DefinedTerm",
    EntityKind.PRACTICE: "schema:DefinedTerm",
    EntityKind.OUTCOME: "schema:QuantitativeValue",
    EntityKind.INSTITUTION: "schema:EducationalOrganization",
    EntityKind.CREDENTIAL: "schema:EducationalOccupationalCredential",
    EntityKind.DOCUMENT: "schema:DigitalDocument",
}
PROPERTIES: Mapping[RelationKind, str] = {
    RelationKind.WORKS_AT: "schema:worksFor",
    RelationKind.STUDIED_AT: "schema:alumniOf",
    RelationKind.HOLDS: "schema:hasCredential",
    RelationKind.PART_OF: "schema:isPartOf",
    RelationKind.MENTIONED_IN: "schema:subjectOf",
}
"""Relations for which schema.org has a word; the others have our own."""


def write_json_ld(kg: KnowledgeGraph) -> str:
    """Return the graph as JSON-LD: a node for each entity, and a statement with its evidence for each relation."""
    ties: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    statements: list[Json] = []
    for relation in kg.relations():
        word = PROPERTIES.get(relation.kind, f"cg:{relation.kind.value}")
        target: Json = {"@id": iri(relation.target_id)}
        ties[relation.source_id][word].append(target)
        statements.append({
            "@type": "rdf:Statement",
            "rdf:subject": {"@id": iri(relation.source_id)},
            "rdf:predicate": {"@id": word},
            "rdf:object": target,
            "cg:confidence": relation.confidence,
            **({} if relation.period is None else _period(relation.period.to_json())),
            "evidence": _selected(relation.evidence),
        })  # fmt: skip
    nodes: list[Json] = [_node(entity, ties.get(entity.id, {})) for entity in kg.entities()]
    return json_text({"@context": CONTEXT, "@graph": [*nodes, *statements]})


def iri(entity_id: str) -> str:
    """Return the IRI of an entity.

    >>> iri("technology:c++")
    'urn:careergraph:technology:c%2B%2B'
    """
    return f"{_OWN}{quote(entity_id, safe=':/-._~')}"


def _node(entity: Entity, ties: Mapping[str, list[Json]]) -> Json:
    plain = {
        f"cg:{name}": value for name, value in attributes_of(entity).items() if isinstance(value, str | int | float)
    }
    return {
        "@id": iri(entity.id),
        "@type": [TYPES[entity.kind], f"cg:{entity.kind.value}"],
        "name": entity.name,
        **({"alternateName": list(entity.aliases)} if entity.aliases else {}),
        **plain,
        "cg:confidence": entity.confidence,
        **ties,
        "evidence": _selected(entity.evidence),
    }


def _period(period: Mapping[str, Json]) -> dict[str, Json]:
    return {f"cg:{end}": value for end, value in period.items() if value is not None}


def _selected(evidence: Iterable[Evidence]) -> list[Json]:
    """Return evidence as https://www.w3.org/TR/annotation-model/ points to words: their place, and the words themselves."""
    return [
        {
            "@type": "oa:SpecificResource",
            "oa:hasSource": proof.span.document_id,
            "oa:hasSelector": [
                {"@type": "oa:TextPositionSelector", "oa:start": proof.span.start, "oa:end": proof.span.end},
                {"@type": "oa:TextQuoteSelector", "oa:exact": proof.quote},
            ],
            "cg:rule": proof.rule,
        }
        for proof in evidence
    ]
