"""The pieces of which the JSON shapes are made: links, numbers, figures, evidence. The whole ones: json_shapes.py."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from graph.documents import Span
from graph.model import Entity, Evidence, Json, KnowledgeGraph, Measure

# ---------------------------------------------------------------- links


def entity_url(entity_id: str) -> str:
    """Return the path of an entity's page."""
    return f"/entity/{quote(entity_id, safe=':')}"


def place_url(span: Span) -> str:
    """Return the path of a document's page that marks and lands on `span`."""
    return f"/document/{quote(span.document_id)}?at={span.start}-{span.end}#c{span.start}-{span.end}"


# ---------------------------------------------------------------- parts


def number(value: float | None) -> Json:
    """Return a whole value as an int, any other as it is.

    >>> number(97.0), number(63.2), number(None)
    (97, 63.2, None)
    """
    return int(value) if value is not None and float(value).is_integer() else value


def measure_json(measure: Measure) -> dict[str, Json]:
    """Return an outcome's figure; `value` is `[low, high]` for a range and None where zero is claimed in words."""
    value: Json = number(measure.value)
    if measure.low is not None and measure.high is not None:
        value = [number(measure.low), number(measure.high)]
    return {
        "label": measure.label,
        "value": value,
        "unit": measure.unit,
        "comparator": measure.comparator,
        "direction": measure.direction,
        "before": number(measure.before),
        "after": number(measure.after),
        "period": measure.period,
        "measures": measure.measures.value,
    }


def line_of(kg: KnowledgeGraph, span: Span) -> int | None:
    """Return the line on which `span` starts, from 1; None where its document is not part of the graph."""
    document = kg.documents.get(span.document_id)
    return None if document is None else document.line_of(span.start)


def page_of(kg: KnowledgeGraph, span: Span) -> int | None:
    """Return the page on which `span` starts, from 1; None where its document has no pages."""
    document = kg.documents.get(span.document_id)
    return None if document is None else document.page_of(span.start)


def evidence_json(kg: KnowledgeGraph, evidence: Iterable[Evidence]) -> list[Json]:
    """Return the places and words that a fact was read from; `page` only where the document has pages."""
    return [
        {
            "document": proof.span.document_id,
            "line": line_of(kg, proof.span),
            **({} if (page := page_of(kg, proof.span)) is None else {"page": page}),
            "start": proof.span.start,
            "end": proof.span.end,
            "quote": proof.quote,
            "rule": proof.rule,
        }
        for proof in evidence
    ]


def attributes_of(entity: Entity) -> dict[str, Json]:
    """Return an entity's attributes, with an outcome's figure, and `start` and `end` where it has a period."""
    found = dict(sorted(entity.attributes.items()))
    if entity.measure is not None:
        found |= measure_json(entity.measure)
    if entity.period is not None:
        found |= entity.period.to_json()
    return found


def entity_ref_json(entity: Entity) -> dict[str, Json]:
    """Return an entity as others point to it."""
    return {"id": entity.id, "type": entity.kind.value, "name": entity.name}
