"""The graph as search records: one for each passage and each entity. Knows nothing of Whoosh or queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from graph.concept_patterns import FoundConcept
from graph.concept_vocabulary import load_concepts
from graph.concepts import DIRECTION_CONCEPTS, ConceptFinder
from graph.documents import Document, Span
from graph.model import Entity, EntityKind, Evidence, KnowledgeGraph, Measures, RelationKind
from graph.passages import Passage, cut_passages
from graph.technology_classes import TechnologyClasses, load_technology_classes
from graph.units import Units
from graph.vocabulary import load_vocabularies
from index.analyzers import SEPARATOR
from index.figures import Figure
from index.ties import Ties

PASSAGE_KINDS = ("story", "section", "bullet")
"""Kinds of record that are a stretch of a document; every other kind is an entity's."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing that a search can find."""

    id: str
    """`passage:DOCUMENT#START-END`, or the entity's id."""
    kind: str
    """story, section or bullet; or the entity's kind."""
    title: str
    body: str
    """The passage's text; of an entity its names and quotes."""
    location: Span
    """What a hit shows: the passage, or the entity's best evidence."""
    headings: tuple[str, ...] = ()
    """The headings above, and the names of those whose work it is, where the passage doesn't say them."""
    names: tuple[str, ...] = ()
    """Every name and alias of the entities named inside: "k8s" finds "Kubernetes"."""
    concepts: tuple[str, ...] = ()
    """Categories, broader terms and classes of what is named inside; a class with its aliases, joined by SEPARATOR."""
    experience: tuple[str, ...] = ()
    """Ids of the concepts of working life that it tells, and of wider ones, once for each sentence that tells them."""
    told: tuple[tuple[str, int, int], ...] = ()
    """Where the text tells such a concept: id, and offsets in the text of its words."""
    entity_ids: tuple[str, ...] = ()
    """What the passage names, in order of appearance."""
    story: str | None = None
    """The project that it tells."""
    person: tuple[str, ...] = ()
    employer: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    technology: tuple[str, ...] = ()
    practice: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    """metric: holds a figure; result: one that is a result; star: a story told in its parts."""
    figures: tuple[Figure, ...] = ()
    """The outcomes inside that carry a number; they are compared when a generation opens."""
    month: int | None = None
    """Months since year 0 at which the work ended or last went on: 9999 × 12 where it still does."""
    first_month: int | None = None
    """Months since year 0 at which it began."""

    @property
    def is_passage(self) -> bool:
        """Whether this is a stretch of a document, not an entity."""
        return self.kind in PASSAGE_KINDS

    @property
    def context_ids(self) -> tuple[str, ...]:
        """Entities by which it can be found: those named inside, then those whose work it is."""
        return tuple(dict.fromkeys((*self.entity_ids, *self.person, *self.employer, *self.project)))

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> SearchRecord:
        """Return the record that `to_json` wrote. Raises TypeError or KeyError where it did not."""
        plain: dict[str, Any] = {k: tuple(value) if isinstance(value, list) else value for k, value in values.items()}
        plain["location"] = Span(**values["location"])
        plain["told"] = tuple(tuple(place) for place in values["told"])
        plain["figures"] = tuple(Figure(**{**figure, "words": tuple(figure["words"])}) for figure in values["figures"])
        return cls(**plain)


_Taken: TypeAlias = Mapping[str, list[Span]]
"""Document → the places at which entities of one kind are shown already."""
Cutter: TypeAlias = Callable[[KnowledgeGraph, Document], Sequence[Passage]]


def make_records(
    kg: KnowledgeGraph,
    units: Units | None = None,
    cut: Cutter = cut_passages,
    finder: ConceptFinder | None = None,
    classes: TechnologyClasses | None = None,
) -> list[SearchRecord]:
    """Return one record for each passage and each entity, by id. Vocabularies are the packaged ones unless given."""
    ties = Ties(kg, units or load_vocabularies().units)
    finder = finder or load_concepts()
    classes = classes or load_technology_classes()
    records = [
        _passage_record(kg, ties, finder, classes, document, passage)
        for document in kg.documents.values()
        for passage in cut(kg, document)
        if kg.documents[passage.span.document_id].quote(passage.span).strip()
    ]
    taken: dict[EntityKind, _Taken] = defaultdict(lambda: defaultdict(list))
    for entity in kg.entities():
        record = _entity_record(kg, ties, classes, entity, taken[entity.kind])
        taken[entity.kind][record.location.document_id].append(record.location)
        records.append(record)
    unique = {record.id: record for record in records}
    return [unique[key] for key in sorted(unique)]


def _passage_record(
    kg: KnowledgeGraph,
    ties: Ties,
    finder: ConceptFinder,
    classes: TechnologyClasses,
    document: Document,
    passage: Passage,
) -> SearchRecord:
    inside = ties.inside(passage.span)
    story = passage.project_id if passage.project_id is not None and passage.project_id in kg else None
    projects = _unique([story] if story else [], _of_kind(kg, inside, EntityKind.PROJECT))
    people = _unique(_of_kind(kg, inside, EntityKind.PERSON), _into(ties, projects, RelationKind.WORKED_ON))
    if not people:
        people = ties.authors.get(document.id, ())
    employers = _unique(
        _of_kind(kg, inside, EntityKind.EMPLOYER),
        _out(ties, projects, RelationKind.AT_EMPLOYER),
        _out(ties, _of_kind(kg, inside, EntityKind.ROLE), RelationKind.AT_EMPLOYER),
    )
    outcomes = [kg.entity(key) for key in _of_kind(kg, inside, EntityKind.OUTCOME)]
    context = [kg.entity(key).name for key in (*people, *employers, *projects) if key not in inside]
    first, last = ties.months_of(_unique(projects, _of_kind(kg, inside, EntityKind.ROLE)))
    told = finder.told(document.quote(passage.span))
    return SearchRecord(
        id=f"passage:{document.id}#{passage.span.start}-{passage.span.end}",
        kind=passage.kind,
        title=passage.title or document.title,
        body=document.quote(passage.span),
        location=passage.span,
        headings=_unique(passage.headings, context),
        names=_names(kg, inside),
        concepts=_concepts(kg, classes, inside),
        experience=_experience(finder, told, outcomes),
        told=tuple((found.concept_id, found.start, found.end) for found in told),
        entity_ids=tuple(inside),
        story=story,
        person=people,
        employer=employers,
        project=projects,
        technology=_of_kind(kg, inside, EntityKind.TECHNOLOGY),
        practice=_of_kind(kg, inside, EntityKind.PRACTICE),
        document=(document.id,),
        has=_has(kg, outcomes, passage),
        figures=tuple(ties.figures[outcome.id] for outcome in outcomes if outcome.id in ties.figures),
        month=last,
        first_month=first,
    )


def _entity_record(
    kg: KnowledgeGraph, ties: Ties, classes: TechnologyClasses, entity: Entity, taken: _Taken
) -> SearchRecord:
    best = _best_evidence(ties, entity, taken)
    near = _unique(
        [target for key in RelationKind for target in ties.out.get((entity.id, key), [])],
        [source for key in RelationKind for source in ties.into.get((entity.id, key), [])],
    )
    around = [key for key in near if key in kg]
    quotes = list(dict.fromkeys(evidence.quote for evidence in entity.evidence))[:12]
    is_result = entity.measure is not None and entity.measure.measures is Measures.RESULT

    def tied(kind: EntityKind) -> tuple[str, ...]:
        return (entity.id,) if entity.kind is kind else _of_kind(kg, around, kind)

    projects = tied(EntityKind.PROJECT)
    stories = projects if entity.kind in (EntityKind.PROJECT, EntityKind.OUTCOME) else ()
    first, last = ties.months_of(_unique([entity.id], projects))
    return SearchRecord(
        id=entity.id,
        kind=entity.kind.value,
        title=entity.name,
        body="\n".join(dict.fromkeys((entity.name, *entity.aliases, *quotes))),
        location=best.span,
        headings=tuple(kg.entity(key).name for key in projects if entity.kind is EntityKind.OUTCOME),
        names=(entity.name, *entity.aliases),
        concepts=_concepts(kg, classes, [entity.id]),
        entity_ids=(entity.id,),
        story=stories[0] if stories else None,
        person=_unique(tied(EntityKind.PERSON), _into(ties, projects, RelationKind.WORKED_ON)),
        employer=_unique(tied(EntityKind.EMPLOYER), _out(ties, projects, RelationKind.AT_EMPLOYER)),
        project=projects,
        technology=tied(EntityKind.TECHNOLOGY),
        practice=tied(EntityKind.PRACTICE),
        document=tuple(sorted({evidence.span.document_id for evidence in entity.evidence})),
        has=("metric", "result") if is_result else ("metric",) if entity.measure is not None else (),
        figures=(ties.figures[entity.id],) if entity.id in ties.figures else (),
        month=last,
        first_month=first,
    )


def _best_evidence(ties: Ties, entity: Entity, taken: _Taken) -> Evidence:
    """Return the evidence that shows an entity best: nobody else's place, in a story, written out, first."""

    def order(evidence: Evidence) -> tuple[bool, bool, bool, Span]:
        span = evidence.span
        is_taken = any(span.overlaps(other) for other in taken.get(span.document_id, []))
        in_story = any(telling.contains(span) for telling in ties.tellings.get(span.document_id, []))
        return (is_taken, not in_story, not evidence.quote.strip(), span)

    return min(entity.evidence[:50], key=order)


def _has(kg: KnowledgeGraph, outcomes: Sequence[Entity], passage: Passage) -> tuple[str, ...]:
    found = ["metric"] if outcomes else []
    if any(outcome.measure is not None and outcome.measure.measures is Measures.RESULT for outcome in outcomes):
        found.append("result")
    tellings = kg.tellings.get(passage.project_id or "", ())
    if any(len(telling.parts) > 1 and telling.span.overlaps(passage.span) for telling in tellings):
        found.append("star")
    return tuple(found)


def _names(kg: KnowledgeGraph, entity_ids: Iterable[str]) -> tuple[str, ...]:
    unnamed = (EntityKind.OUTCOME, EntityKind.DOCUMENT)
    found = [kg.entity(key) for key in entity_ids if kg.entity(key).kind not in unnamed]
    return _unique([name for entity in found for name in (entity.name, *entity.aliases)])


def _concepts(kg: KnowledgeGraph, classes: TechnologyClasses, entity_ids: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []
    for key in entity_ids:
        attributes = kg.entity(key).attributes
        category = attributes.get("category")
        kinds = classes.of(key, category if isinstance(category, str) else None)
        found += [SEPARATOR.join((each.name, *each.aliases)) for each in kinds]
        broader = attributes.get("broader")
        above = [*broader] if isinstance(broader, list) else [broader]
        for value in (attributes.get("category"), attributes.get("domain"), *above):
            if isinstance(value, str) and value:
                # A broader term may be written as an id, `technology:message-broker`.
                found.append(kg.entity(value).name if value in kg else value.rpartition(":")[2].replace("-", " "))
    return _unique(found)


_TOLD_AT_MOST = 3
"""So often one concept counts in a passage; what is said four times is said."""


def _experience(finder: ConceptFinder, told: Sequence[FoundConcept], outcomes: Sequence[Entity]) -> tuple[str, ...]:
    """Return what a passage tells, wider concepts included; the direction of its figures is told by them."""
    counts: dict[str, int] = defaultdict(int)
    for found in told:
        for key in finder.with_wider([found.concept_id]):
            counts[key] += 1
    for outcome in outcomes:
        direction = "none" if outcome.measure is None else outcome.measure.direction
        if (raised := DIRECTION_CONCEPTS.get(direction)) is not None and raised in finder.concepts:
            counts[raised] += 1
    return tuple(key for key in sorted(counts) for _ in range(min(_TOLD_AT_MOST, counts[key])))


def _of_kind(kg: KnowledgeGraph, entity_ids: Iterable[str], kind: EntityKind) -> tuple[str, ...]:
    return tuple(key for key in entity_ids if kg.entity(key).kind is kind)


def _out(ties: Ties, entity_ids: Iterable[str], kind: RelationKind) -> list[str]:
    return [target for key in entity_ids for target in ties.out.get((key, kind), [])]


def _into(ties: Ties, entity_ids: Iterable[str], kind: RelationKind) -> list[str]:
    return [source for key in entity_ids for source in ties.into.get((key, kind), [])]


def _unique(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for group in groups for value in group))
