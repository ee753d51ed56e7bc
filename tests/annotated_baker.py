"""A few words about an invented baker, with what annotates them and what may have been read from them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from benchmarks.annotations import Annotation, Employment, Figure, Place, dimension_of
from graph.documents import Document, Span
from graph.model import EntityKind, Json, Measure, Measures, Mention, MentionRelation, RelationKind
from graph.resolution.readings import DocumentReading

TEXT = "Baker at Crumb Ltd, 2019 - 2021. Sourdough line: waste fell by 40% with SAP, 3 ovens. Page 2 of 3."


def document(text: str = TEXT) -> Document:
    return Document("baker.txt", "text/plain", "Baker", text, ())


def annotation(**changes: object) -> Annotation:
    base = Annotation(
        path=Path("baker.yaml"),
        document="baker.txt",
        person=None,
        employers=(Place("Crumb Ltd"),),
        employments=(Employment("Crumb Ltd", "Baker", "2019", "2021"),),
        education=(),
        projects=(Place("Sourdough line", quotes=("Sourdough line",)),),
        technologies=(Place("SAP"),),
        figures=(figure("fell by 40%", 40, "percent", direction="decrease"),),
        not_figures=("Page 2 of 3",),
        uses=frozenset({("Sourdough line", "SAP")}),
        at_employer=frozenset({("Sourdough line", "Crumb Ltd")}),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def figure(quote: str, value: float | tuple[float, float], unit: str, **more: object) -> Figure:
    base = Figure(quote, value, unit, dimension_of(unit), "none", None, None, Measures.RESULT, "Sourdough line")
    return replace(base, **more)  # type: ignore[arg-type]


def mention(kind: EntityKind, text: str, key: str = "", name: str = "", **facts: Json) -> Mention:
    start = TEXT.index(text)
    span = Span("baker.txt", start, start + len(text))
    return Mention(kind, key or text, name or text, text, span, "test", 0.9, attributes=facts)


def outcome(text: str, value: float, unit: str = "percent", dimension: str = "share", **more: object) -> Mention:
    measure = Measure(text, unit, dimension, value=value)
    return replace(mention(EntityKind.OUTCOME, text), measure=replace(measure, **more))  # type: ignore[arg-type]


def tie(source: Mention, kind: RelationKind, target: Mention) -> MentionRelation:
    return MentionRelation(source.identity, kind, target.identity, target.span, "test", 0.9)


def reading(*mentions: Mention, relations: tuple[MentionRelation, ...] = ()) -> DocumentReading:
    return DocumentReading(document(), (), mentions, relations)


PROJECT = mention(EntityKind.PROJECT, "Sourdough line")
EMPLOYER = mention(EntityKind.EMPLOYER, "Crumb Ltd", key="crumb", name="Crumb")
ROLE = mention(EntityKind.ROLE, "Baker", employer="crumb", title="Baker", start="2019", end="2021")
SAP = mention(EntityKind.TECHNOLOGY, "SAP")
WASTE = outcome("40%", 40, direction="decrease")
