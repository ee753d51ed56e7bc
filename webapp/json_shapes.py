"""The JSON that other programs rely on; the command line and the web API share it.

Shapes only: nothing here reads files, searches or decides. Every number that is whole is written without a fraction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from graph.documents import Span
from graph.experience import experience_of
from graph.finding import Finding
from graph.model import Entity, EntityKind, Json, KnowledgeGraph, Relation
from graph.queries import Neighbour, neighbours
from index.results import EntityRef, Hit, SearchResponse
from index.told import ToldExperience
from webapp.json_parts import attributes_of, entity_ref_json, entity_url, evidence_json, place_url
from webapp.json_reading import extract_json
from webapp.naming import Named

__all__ = ["check_json", "entity_json", "extract_json", "graph_json", "path_json", "path_page_json", "search_json"]

FORMAT_VERSION = 1
"""Of `export --format json`; grows when a key changes its meaning or goes."""


# ---------------------------------------------------------------- search


def search_json(response: SearchResponse, kg: KnowledgeGraph) -> dict[str, Json]:
    """Return a search's answer; `hits` are ranked, `entities` are those that the query names.

    A hit's `text` is cut from the graph's own document, so that it is what stands there.
    """
    return {
        "query": response.query,
        "interpretation": [
            {"text": i.text, "as": i.kind, "field": i.field, "value": i.value, "alias": i.alias, "weight": i.weight}
            for i in response.interpretation
        ],
        "total": response.total,
        "took_ms": round(response.took_ms, 3),
        "suggestion": response.suggestion,
        "hits": [_hit_json(hit, kg) for hit in response.hits],
        "entities": [
            {"id": e.id, "type": e.kind, "name": e.name, "alias": e.alias, "url": entity_url(e.id)}
            for e in response.entities
        ],
        "facets": {
            facet.name: [{"value": v.value, "label": v.label, "count": v.count} for v in facet.values]
            for facet in response.facets
        },
    }


def _hit_json(hit: Hit, kg: KnowledgeGraph) -> dict[str, Json]:
    return {
        "id": hit.id,
        "type": hit.type,
        "title": hit.title,
        "score": round(hit.score, 6),
        "document": hit.span.document_id,
        "start": hit.span.start,
        "end": hit.span.end,
        "text": kg.documents[hit.span.document_id].quote(hit.span),
        "url": place_url(hit.span),
        "story": hit.story,
        "also": [{"document": s.document_id, "start": s.start, "end": s.end} for s in hit.also],
        "entities": [_named(ref) for ref in hit.entities],
        "why": [
            {"field": w.field, "term": w.term, "matched_by": w.matched_by, "weight": round(w.weight, 6)}
            for w in hit.why
        ],
    }


def _named(ref: EntityRef) -> Json:
    return {"id": ref.id, "type": ref.kind, "name": ref.name}


# ---------------------------------------------------------------- one entity, a path


def entity_json(kg: KnowledgeGraph, entity_id: str, told: Sequence[ToldExperience] = ()) -> dict[str, Json]:
    """Return one entity with its facts and relations, a project's also with the experiences `told` in its story.

    Raises KeyError where no entity has this id.
    """
    entity = kg.entity(entity_id)
    return {
        "id": entity.id,
        "type": entity.kind.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "attributes": {**attributes_of(entity), **experience_json(kg, entity_id)},
        "evidence": evidence_json(kg, entity.evidence),
        "relations": [_neighbour_json(kg, neighbour) for neighbour in neighbours(kg, entity_id)],
        **({"experiences": [_told_json(kg, one) for one in told]} if entity.kind is EntityKind.PROJECT else {}),
    }


def _told_json(kg: KnowledgeGraph, told: ToldExperience) -> Json:
    return {"id": told.concept_id, "name": told.name, "evidence": evidence_json(kg, told.evidence)}


def experience_json(kg: KnowledgeGraph, entity_id: str) -> dict[str, Json]:
    """Return `{"experience": […]}`: each person's months with an entity, overlaps counted once; empty where nothing is dated.

    `at_least` says that the work goes on, so that the months count up to the latest date that the documents name.
    """
    found: list[Json] = [
        {
            "person": experience.person_id,
            "months": experience.months,
            "last_used": None if experience.last_used is None else str(experience.last_used),
            "at_least": experience.is_current,
        }
        for experience in experience_of(kg, entity_id)
    ]
    return {"experience": found} if found else {}


def _neighbour_json(kg: KnowledgeGraph, neighbour: Neighbour) -> Json:
    relation = neighbour.relation
    return {
        "type": relation.kind.value,
        "direction": neighbour.direction,
        "other": entity_ref_json(neighbour.other),
        "period": None if relation.period is None else relation.period.to_json(),
        "confidence": relation.confidence,
        "evidence": evidence_json(kg, relation.evidence),
    }


def path_json(kg: KnowledgeGraph, paths: Iterable[Sequence[Relation]]) -> dict[str, Json]:
    """Return paths as lists of hops, in the order given; `source` and `target` are ids, as the relation points."""
    return {
        "paths": [
            [
                {
                    "source": hop.source_id,
                    "type": hop.kind.value,
                    "target": hop.target_id,
                    "evidence": evidence_json(kg, hop.evidence),
                }
                for hop in path
            ]
            for path in paths
        ]
    }


def path_page_json(
    kg: KnowledgeGraph, start: Named, goal: Named, paths: Iterable[Sequence[Relation]]
) -> dict[str, Json]:
    """Return `path_json` with both ends; an end is null where it is not known, its `candidates` where a name means several."""
    ends: dict[str, Json] = {
        end.parameter: None if end.ref is None else entity_ref_json(kg.entity(end.ref.id)) for end in (start, goal)
    }
    candidates: dict[str, Json] = {
        end.parameter: [entity_ref_json(kg.entity(one.ref.id)) for one in end.candidates] for end in (start, goal)
    }
    return {**ends, "candidates": candidates, **path_json(kg, paths)}


# ---------------------------------------------------------------- check


def check_json(findings: Sequence[Finding]) -> dict[str, Json]:
    """Return findings in their order, and how many there are of each code."""
    counts = Counter(finding.code for finding in findings)
    return {
        "findings": [
            {
                "code": finding.code,
                "message": finding.message,
                "document": finding.document,
                "line": finding.line,
                "start": finding.start,
                "end": finding.end,
                "remedy": finding.remedy,
                "paste": [{"when": paste.when, "lines": paste.lines} for paste in finding.paste],
            }
            for finding in findings
        ],
        "counts": {code: counts[code] for code in sorted(counts)},
    }


# ---------------------------------------------------------------- export


def graph_json(kg: KnowledgeGraph) -> dict[str, Json]:
    """Return the whole graph: documents (without their text), entities, relations, stories; all in order of id."""
    return {
        "format": "careergraph",
        "version": FORMAT_VERSION,
        "documents": [
            {"id": d.id, "title": d.title, "media_type": d.media_type, "sha256": d.sha256, "characters": len(d.text)}
            for _, d in sorted(kg.documents.items())
        ],
        "entities": [_exported_entity(kg, entity) for entity in kg.entities()],
        "relations": [_exported_relation(kg, relation) for relation in kg.relations()],
        "stories": [
            {
                "project": project_id,
                "document": telling.span.document_id,
                "start": telling.span.start,
                "end": telling.span.end,
                "parts": _parts_json(telling.parts),
            }
            for project_id, tellings in sorted(kg.tellings.items())
            for telling in tellings
        ],
    }


def _exported_entity(kg: KnowledgeGraph, entity: Entity) -> Json:
    return {
        **entity_ref_json(entity),
        "aliases": list(entity.aliases),
        "attributes": attributes_of(entity),
        "confidence": entity.confidence,
        "evidence": evidence_json(kg, entity.evidence),
        "merges": [{"names": list(merge.names), "reason": merge.reason} for merge in entity.merges],
    }


def _exported_relation(kg: KnowledgeGraph, relation: Relation) -> Json:
    return {
        "source": relation.source_id,
        "type": relation.kind.value,
        "target": relation.target_id,
        "period": None if relation.period is None else relation.period.to_json(),
        "confidence": relation.confidence,
        "evidence": evidence_json(kg, relation.evidence),
    }


def _parts_json(parts: Mapping[str, Sequence[Span]]) -> Json:
    return {part: [{"start": span.start, "end": span.end} for span in spans] for part, spans in sorted(parts.items())}
