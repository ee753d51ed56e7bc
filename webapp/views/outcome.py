"""What an outcome's page adds: the figure large, before and after drawn, its sentence within the story, its like."""

from __future__ import annotations

from dataclasses import dataclass

from graph.documents import Span
from graph.model import Entity, EntityKind, Measure, RelationKind
from graph.queries import others
from graph.sentences import sentence_ends
from webapp.corpus import Corpus, Metric, Place, Ref, capitalized
from webapp.pictures import BeforeAfter, draw_before_after
from webapp.proofs import best_first, block_at, sentence_around
from webapp.quotes import Quote, quote
from webapp.strength import projects_behind, strongest_first
from webapp.wording import MEASURES_WORDS

_LIKE, _TOOLS, _AROUND = 6, 10, 300


@dataclass(frozen=True, slots=True)
class LikeOutcome:
    """An outcome of the same dimension."""

    metric: Metric
    project: Ref | None


@dataclass(frozen=True, slots=True)
class OutcomePart:
    """What an outcome's page shows beside its relations."""

    metric: Metric
    title: str
    projects: tuple[Ref, ...]
    people: tuple[Ref, ...]
    bars: BeforeAfter | None
    sentence: Quote
    before_words: str
    """The sentence before it, where one stands in the same block."""
    after_words: str
    also: tuple[Quote, ...]
    """The same figure said elsewhere."""
    also_total: int
    read_as: tuple[tuple[str, str], ...]
    """How the figure was understood: (what, value)."""
    with_tools: tuple[Ref, ...]
    like: tuple[LikeOutcome, ...]
    place: Place


def outcome_part(corpus: Corpus, outcome: Entity) -> OutcomePart:
    """Return what an outcome's page shows; `outcome` has a measure."""
    assert outcome.measure is not None
    metric = corpus.metric(outcome)
    assert metric is not None
    projects = projects_behind(corpus.kg, outcome)
    best, *also = best_first(corpus.kg.documents, outcome.evidence)
    before, after = _around(corpus, best.span)
    return OutcomePart(
        metric=metric,
        title=capitalized(outcome.measure.label or outcome.name),
        projects=tuple(corpus.ref(project) for project in projects),
        people=_all(corpus, projects, RelationKind.WORKED_ON, "in"),
        bars=draw_before_after(outcome.measure),
        sentence=quote(corpus, best, outcome.confidence),
        before_words=before,
        after_words=after,
        also=tuple(quote(corpus, proof) for proof in also[:5]),
        also_total=len(also),
        read_as=_read_as(outcome, outcome.measure),
        with_tools=(
            *_all(corpus, projects, RelationKind.USES, "out"), *_all(corpus, projects, RelationKind.APPLIES, "out")
        )[:_TOOLS],
        like=_like(corpus, outcome, outcome.measure),
        place=metric.place,
    )  # fmt: skip


def _all(corpus: Corpus, projects: list[Entity], kind: RelationKind, direction: str) -> tuple[Ref, ...]:
    found = {e.id: e for project in projects for e in others(corpus.kg, project.id, kind, direction)}
    return tuple(corpus.ref(entity) for entity in found.values())


def _around(corpus: Corpus, span: Span) -> tuple[str, str]:
    """Return the sentences before and after, where they stand in the same block and are not too long."""
    document = corpus.kg.documents[span.document_id]
    start, end = sentence_around(document, span)
    block = block_at(document, span.start)
    if block is None:
        return "", ""
    sentences = sentence_ends(document.text, block.span.start, block.span.end)
    before = [document.text[a:b] for a, b in sentences if b <= start]
    after = [document.text[a:b] for a, b in sentences if a >= end]
    return (before[-1] if before and len(before[-1]) <= _AROUND else ""), (
        after[0] if after and len(after[0]) <= _AROUND else ""
    )


def _read_as(outcome: Entity, measure: Measure) -> tuple[tuple[str, str], ...]:
    rows = [("Written", measure.text), ("Measures", MEASURES_WORDS[measure.measures.value])]
    if measure.unit:
        rows.append(("Unit", measure.unit.replace("_", " ")))
    if measure.dimension:
        rows.append(("Dimension", measure.dimension))
    if measure.direction != "none":
        rows.append(("Direction", {"decrease": "▼ reduced", "increase": "▲ raised"}[measure.direction]))
    return (*rows, ("Rule", outcome.evidence[0].rule), ("Certainty", f"{outcome.confidence:.2f}"))


def _like(corpus: Corpus, outcome: Entity, measure: Measure) -> tuple[LikeOutcome, ...]:
    """Outcomes of the same unit first, then of the same dimension; strongest first."""
    same = [
        e
        for e in corpus.kg.entities(EntityKind.OUTCOME)
        if e.id != outcome.id
        and e.measure is not None
        and e.measure.dimension == measure.dimension
        and e.measure.size is not None
    ]
    ranked = sorted(strongest_first(same), key=lambda e: e.measure is None or e.measure.unit != measure.unit)
    found = []
    for other in ranked[:_LIKE]:
        metric, behind = corpus.metric(other), projects_behind(corpus.kg, other)
        if metric is not None:
            found.append(LikeOutcome(metric, corpus.ref(behind[0]) if behind else None))
    return tuple(found)
