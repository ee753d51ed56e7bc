"""Every fact as a row of CSV, once for each place that states it: for spreadsheets, in which no text becomes a formula."""

from __future__ import annotations

from graph.model import Entity, Evidence, KnowledgeGraph
from webapp.csv_text import Cell, write_csv
from webapp.json_parts import line_of, number

HEAD: tuple[Cell, ...] = (
    "source", "source_type", "source_name", "relation", "target", "target_type", "target_name", "figure", "value", "unit",
    "from", "until", "confidence", "document", "line", "start", "end", "quote", "rule",
)  # fmt: skip


def write_facts_csv(kg: KnowledgeGraph) -> str:
    """Return the facts: what the documents name (without relation and target), then how it is tied, in order of id."""
    rows: list[list[Cell]] = [list(HEAD)]
    for entity in kg.entities():
        rows += [
            [*_named(entity), None, None, None, None, *_figure(entity), entity.confidence, *_place(kg, proof)]
            for proof in entity.evidence
        ]
    for relation in kg.relations():
        source, target = kg.entity(relation.source_id), kg.entity(relation.target_id)
        start = None if relation.period is None or relation.period.start is None else str(relation.period.start)
        until = None if relation.period is None else relation.period.end_text
        ends = [*_named(source), relation.kind.value, *_named(target), *_figure(target)[:3], start, until]
        rows += [[*ends, relation.confidence, *_place(kg, proof)] for proof in relation.evidence]
    return write_csv(rows)


def _named(entity: Entity) -> list[Cell]:
    return [entity.id, entity.kind.value, entity.name]


def _figure(entity: Entity) -> list[Cell]:
    measure, period = entity.measure, entity.period
    figure: list[Cell] = [None, None, None]
    if measure is not None:
        size = number(measure.size)
        figure = [measure.text, size if isinstance(size, int | float) else None, measure.unit]
    start = None if period is None or period.start is None else str(period.start)
    return [*figure, start, None if period is None else period.end_text]


def _place(kg: KnowledgeGraph, proof: Evidence) -> list[Cell]:
    span = proof.span
    return [span.document_id, line_of(kg, span), span.start, span.end, proof.quote, proof.rule]
