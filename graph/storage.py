"""Saves a built graph as canonical JSON and loads it again; no pickle. Equal graphs give equal bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from graph.documents import Block, BlockKind, Document, Span
from graph.errors import StorageError
from graph.model import (
    DateRange,
    Entity,
    EntityKind,
    Evidence,
    KnowledgeGraph,
    Measure,
    Measures,
    Merge,
    PartialDate,
    Relation,
    RelationKind,
    Telling,
)
from graph.questions import Question
from graph.report import BuildReport, BuildResult, DocumentSummary, Skipped
from graph.surroundings import communities

FILES = ("graph.json", "documents.json", "report.json")
FORMAT = 2
"""Raised whenever the files change their shape."""


def save(result: BuildResult, folder: Path) -> None:
    """Write graph.json, documents.json and report.json into an existing folder."""
    kg = result.kg
    graph = {
        "format": FORMAT,
        "entities": [_entity_out(entity) for entity in kg.entities()],
        "relations": [_relation_out(relation) for relation in kg.relations()],
        # Worked out here, once, so that no page has to wait for it.
        "communities": result.communities or communities(kg),
        "tellings": {key: [_telling_out(t) for t in tellings] for key, tellings in sorted(kg.tellings.items())},
    }
    documents = [_document_out(kg.documents[key]) for key in sorted(kg.documents)]
    for name, content in zip(FILES, (graph, documents, _report_out(result.report)), strict=True):
        (folder / name).write_text(canonical(content), encoding="utf-8")


def load(folder: Path) -> BuildResult:
    """Return what `save` wrote. Raises StorageError where a file is missing, damaged or of another format."""
    try:
        graph, documents, report = (json.loads((folder / name).read_text(encoding="utf-8")) for name in FILES)
        if graph["format"] != FORMAT:
            raise StorageError(
                f"made by another version (format {graph['format']}); run `careergraph build` again", path=str(folder)
            )
        groups = tuple(tuple(group) for group in graph["communities"])
        return BuildResult(_graph_in(graph, documents), _report_in(report), groups)
    except StorageError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StorageError(
            f"the saved graph can't be read ({type(error).__name__}: {error}); run `careergraph build` again",
            path=str(folder),
        ) from error


def canonical(content: Any) -> str:
    """Return JSON with sorted keys and no spaces, the same for equal values."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False) + "\n"


# ---------------------------------------------------------------- out


def _span_out(span: Span) -> list[Any]:
    return [span.document_id, span.start, span.end]


def _evidence_out(evidence: Evidence) -> list[Any]:
    # The quote is the document's text at the span: not stored twice.
    return [*_span_out(evidence.span), evidence.rule]


def _period_out(period: DateRange | None) -> list[Any] | None:
    if period is None:
        return None
    return [*(None if d is None else [d.year, d.month, d.day] for d in (period.start, period.end)), period.is_current]


def _measure_out(measure: Measure | None) -> dict[str, Any] | None:
    if measure is None:
        return None
    return {name: getattr(measure, name) for name in Measure.__slots__} | {"measures": measure.measures.value}


def _entity_out(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "attributes": dict(entity.attributes),
        "evidence": [_evidence_out(evidence) for evidence in entity.evidence],
        "measure": _measure_out(entity.measure),
        "period": _period_out(entity.period),
        "confidence": entity.confidence,
        "merges": [[m.entity_id, list(m.names), m.reason] for m in entity.merges],
    }


def _relation_out(relation: Relation) -> dict[str, Any]:
    return {
        "source": relation.source_id,
        "target": relation.target_id,
        "kind": relation.kind.value,
        "evidence": [_evidence_out(evidence) for evidence in relation.evidence],
        "confidence": relation.confidence,
        "period": _period_out(relation.period),
    }


def _telling_out(telling: Telling) -> dict[str, Any]:
    return {
        "span": _span_out(telling.span),
        "parts": {part: [_span_out(s) for s in spans] for part, spans in telling.parts.items()},
    }


def _document_out(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "media_type": document.media_type,
        "title": document.title,
        "text": document.text,
        "metadata": dict(document.metadata),
        "sha256": document.sha256,
        "pages": list(document.pages),
        "blocks": [[b.kind.value, b.span.start, b.span.end, b.level, b.key] for b in document.blocks],
    }


def _report_out(report: BuildReport) -> dict[str, Any]:
    return {
        "documents": [[d.document_id, d.title, dict(d.counts)] for d in report.documents],
        "skipped": [[s.path, s.reason, s.remedy] for s in report.skipped],
        "findings": list(report.findings),
        "merges": [[m.entity_id, list(m.names), m.reason] for m in report.merges],
        "kept_apart": [list(ids) for ids in report.kept_apart],
        "hidden": [list(pair) for pair in report.hidden],
        "questions": [
            [q.text, q.competency, list(q.practices), list(q.words), list(q.figures)] for q in report.questions
        ],
    }


# ---------------------------------------------------------------- in


def _graph_in(graph: Mapping[str, Any], stored: list[Mapping[str, Any]]) -> KnowledgeGraph:
    documents = {entry["id"]: _document_in(entry) for entry in stored}
    nxg: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entry in graph["entities"]:
        nxg.add_node(entry["id"], entity=_entity_in(entry, documents))
    for entry in graph["relations"]:
        relation = Relation(
            entry["source"],
            entry["target"],
            RelationKind(entry["kind"]),
            tuple(_evidence_in(item, documents) for item in entry["evidence"]),
            entry["confidence"],
            _period_in(entry["period"]),
        )
        nxg.add_edge(relation.source_id, relation.target_id, key=entry["kind"], relation=relation)
    tellings = {
        key: tuple(
            Telling(key, Span(*t["span"]), {part: tuple(Span(*s) for s in spans) for part, spans in t["parts"].items()})
            for t in told
        )
        for key, told in graph["tellings"].items()
    }
    return KnowledgeGraph(nxg, documents, tellings)


def _document_in(entry: Mapping[str, Any]) -> Document:
    blocks = tuple(
        Block(BlockKind(kind), Span(entry["id"], start, end), level, key)
        for kind, start, end, level, key in entry["blocks"]
    )
    return Document(
        entry["id"],
        entry["media_type"],
        entry["title"],
        entry["text"],
        blocks,
        entry["metadata"],
        entry["sha256"],
        tuple(entry["pages"]),
    )


def _evidence_in(item: list[Any], documents: Mapping[str, Document]) -> Evidence:
    span = Span(item[0], item[1], item[2])
    return Evidence(span, documents[span.document_id].quote(span), item[3])


def _period_in(item: list[Any] | None) -> DateRange | None:
    if item is None:
        return None
    start, end = (None if d is None else PartialDate(*d) for d in item[:2])
    return DateRange(start, end, item[2])


def _entity_in(entry: Mapping[str, Any], documents: Mapping[str, Document]) -> Entity:
    measure = entry["measure"]
    return Entity(
        id=entry["id"],
        kind=EntityKind(entry["kind"]),
        name=entry["name"],
        evidence=tuple(_evidence_in(item, documents) for item in entry["evidence"]),
        aliases=tuple(entry["aliases"]),
        attributes=entry["attributes"],
        measure=None if measure is None else Measure(**{**measure, "measures": Measures(measure["measures"])}),
        period=_period_in(entry["period"]),
        confidence=entry["confidence"],
        merges=tuple(Merge(m[0], tuple(m[1]), m[2]) for m in entry["merges"]),
    )


def _report_in(report: Mapping[str, Any]) -> BuildReport:
    return BuildReport(
        documents=tuple(DocumentSummary(*entry) for entry in report["documents"]),
        skipped=tuple(Skipped(*entry) for entry in report["skipped"]),
        findings=tuple(report["findings"]),
        merges=tuple(Merge(m[0], tuple(m[1]), m[2]) for m in report["merges"]),
        kept_apart=tuple(tuple(ids) for ids in report.get("kept_apart", ())),
        hidden=tuple((document_id, quote) for document_id, quote in report.get("hidden", ())),
        questions=tuple(
            Question(text, competency, tuple(practices), tuple(words), tuple(figures))
            for text, competency, practices, words, figures in report.get("questions", ())
        ),
    )
