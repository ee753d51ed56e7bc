"""What lies where in the documents, who is tied to whom, and when: looked up once, asked for each search record."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.documents import Span
from graph.model import DateRange, Entity, EntityKind, KnowledgeGraph, RelationKind
from graph.sentences import split_sentences
from graph.units import Units
from index.figures import Figure, figure_of

STILL = 9999 * 12
"""The month at which work ends that still goes on."""


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    entity_id: str


class Ties:
    """Everything of one graph that records ask for."""

    def __init__(self, kg: KnowledgeGraph, units: Units) -> None:
        self._kg = kg
        self._months: dict[str, tuple[int, int] | None] = {}
        self.figures = _figures(kg, units)
        places: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
        self.out: dict[tuple[str, RelationKind], list[str]] = defaultdict(list)
        self.into: dict[tuple[str, RelationKind], list[str]] = defaultdict(list)
        for entity in kg.entities():
            if entity.kind is not EntityKind.DOCUMENT:
                for evidence in entity.evidence:
                    places[evidence.span.document_id].add((evidence.span.start, evidence.span.end, entity.id))
        for relation in kg.relations():
            self.out[relation.source_id, relation.kind].append(relation.target_id)
            self.into[relation.target_id, relation.kind].append(relation.source_id)
            if relation.kind is RelationKind.MENTIONED_IN:
                continue
            for evidence in relation.evidence:
                for end in (relation.source_id, relation.target_id):
                    places[evidence.span.document_id].add((evidence.span.start, evidence.span.end, end))
        self.places = {key: [_Place(*place) for place in sorted(found)] for key, found in places.items()}
        self.starts = {key: [place.start for place in found] for key, found in self.places.items()}
        self.tellings: dict[str, list[Span]] = defaultdict(list)
        for told in kg.tellings.values():
            for telling in told:
                self.tellings[telling.span.document_id].append(telling.span)
        self.authors = self._authors(kg)

    def _authors(self, kg: KnowledgeGraph) -> dict[str, tuple[str, ...]]:
        """Return whose each document is: the one person whom it mentions; absent where it mentions none or several."""
        found: dict[str, tuple[str, ...]] = {}
        for paper in kg.entities(EntityKind.DOCUMENT):
            named = self.into.get((paper.id, RelationKind.MENTIONED_IN), [])
            people = tuple(key for key in named if kg.entity(key).kind is EntityKind.PERSON)
            if len(people) == 1:
                found[paper.evidence[0].span.document_id] = people
        return found

    def inside(self, span: Span) -> list[str]:
        """Return the entities with evidence inside `span`, in order of appearance."""
        places = self.places.get(span.document_id, [])
        first = bisect_left(self.starts.get(span.document_id, []), span.start)
        found: dict[str, None] = {}
        for place in places[first:]:
            if place.start >= span.end:
                break
            if place.end <= span.end:
                found.setdefault(place.entity_id)
        return list(found)

    def months_of(self, entity_ids: Iterable[str]) -> tuple[int | None, int | None]:
        """Return the first and the last month (since year 0) of the work of these projects, roles and others; STILL at most."""
        spans = [span for key in entity_ids if (span := self._lasted(key)) is not None]
        return min((first for first, _ in spans), default=None), max((last for _, last in spans), default=None)

    def _lasted(self, entity_id: str) -> tuple[int, int] | None:
        if entity_id not in self._months:
            entity = self._kg.entity(entity_id)
            spans = [_span_of(entity.period)]
            if spans == [None] and entity.kind is EntityKind.PROJECT:
                spans = [_span_of(role.period) for role in self._roles_behind(entity)]
            known = [span for span in spans if span is not None]
            self._months[entity_id] = (min(f for f, _ in known), max(last for _, last in known)) if known else None
        return self._months[entity_id]

    def _roles_behind(self, project: Entity) -> list[Entity]:
        """Return the roles that a project's people held at its employers: its time where it names none itself."""
        employers = set(self.out.get((project.id, RelationKind.AT_EMPLOYER), ()))
        return [
            self._kg.entity(role)
            for person in self.into.get((project.id, RelationKind.WORKED_ON), ())
            for role in self.out.get((person, RelationKind.HELD_ROLE), ())
            if employers.intersection(self.out.get((role, RelationKind.AT_EMPLOYER), ()))
        ]


def _span_of(period: DateRange | None) -> tuple[int, int] | None:
    if period is None or not (period.is_current or period.end or period.start):
        return None
    last = period.end or period.start
    end = STILL if period.is_current or last is None else last.last_month
    return (end if period.start is None else period.start.first_month), end


def _figures(kg: KnowledgeGraph, units: Units) -> dict[str, Figure]:
    """Return the comparable figure of each outcome that has one, with the words of the sentence in which it stands."""
    sentences = {key: split_sentences(document) for key, document in kg.documents.items()}
    starts = {key: [sentence.start for sentence in found] for key, found in sentences.items()}
    figures: dict[str, Figure] = {}
    for outcome in kg.entities(EntityKind.OUTCOME):
        place = outcome.evidence[0].span
        around = bisect_right(starts[place.document_id], place.start) - 1
        told = kg.documents[place.document_id].quote(sentences[place.document_id][around]) if around >= 0 else ""
        if (figure := figure_of(outcome, units, told)) is not None:
            figures[outcome.id] = figure
    return figures
