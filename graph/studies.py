"""Who took which degree where: an institution lists the degrees of everybody, the documents say whose each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.documents import Span
from graph.model import DateRange, Entity, EntityKind, Json, KnowledgeGraph, RelationKind
from graph.periods import period_from
from graph.queries import Neighbour, neighbours


@dataclass(frozen=True, slots=True)
class Study:
    """What one person studied at one institution, and where that is said."""

    person: Entity | None
    """None where no person is tied to the documents that tell of it."""
    institution: Entity
    degree: str
    """In the text's own words, empty where it names none."""
    field: str
    honours: str
    period: DateRange | None
    facts: Mapping[str, Json]
    """The degree as the graph keeps it; empty where none is named."""
    places: tuple[Span, ...]
    """At least one."""


def studies_at(kg: KnowledgeGraph, institution: Entity) -> list[Study]:
    """Return the studies at an institution, the latest first, undated last.

    A degree is that of the person whose document names it; who is said to have studied there and took no degree that a
    text names has a study without one.
    """
    tied = [near for near in neighbours(kg, institution.id, RelationKind.STUDIED_AT) if near.direction == "in"]
    degrees = _by_document(institution)
    found = [study for near in tied for study in _of_one(institution, near, degrees, len(tied) == 1)]
    documents = {document for near in tied for document in _documents(near)}
    if len(tied) != 1:
        for degree in _degrees(institution):
            places = _places(degree)
            if documents.isdisjoint(span.document_id for span in places):
                found.append(_study(None, institution, degree, places or (institution.evidence[0].span,)))
    return sorted(found, key=_lateness)


def studies_of(kg: KnowledgeGraph, person: Entity) -> list[Study]:
    """Return what a person studied anywhere, the latest first, undated last."""
    mine: list[Study] = []
    for near in neighbours(kg, person.id, RelationKind.STUDIED_AT):
        if near.direction == "out" and near.other.kind is EntityKind.INSTITUTION:
            school = near.other
            others_there = kg.nx.in_degree(school.id) > 1
            found = _of_one(school, Neighbour(near.relation, "in", person), _by_document(school), not others_there)
            mine += found
    return sorted(mine, key=_lateness)


_Told = Mapping[str, list[tuple[int, Mapping[str, Json], Span]]]
"""Document → number of the degree, the degree, and where it is named there; one named nowhere counts where the institution is."""


def _by_document(institution: Entity) -> _Told:
    found: dict[str, list[tuple[int, Mapping[str, Json], Span]]] = {}
    for number, degree in enumerate(_degrees(institution)):
        for span in _places(degree) or (institution.evidence[0].span,):
            found.setdefault(span.document_id, []).append((number, degree, span))
    return found


def _of_one(institution: Entity, near: Neighbour, told: _Told, is_alone: bool) -> list[Study]:
    """Return the studies of one person, `near`, at an institution; nobody else's where there are others."""
    documents = sorted(told) if is_alone else sorted(_documents(near))
    own: dict[int, tuple[Mapping[str, Json], list[Span]]] = {}
    for document in documents:
        for number, degree, span in told.get(document, ()):
            own.setdefault(number, (degree, []))[1].append(span)
    studies = [_study(near.other, institution, degree, tuple(places)) for _, (degree, places) in sorted(own.items())]
    if studies:
        return studies
    said = tuple(proof.span for proof in near.relation.evidence)
    return [Study(near.other, institution, "", "", "", near.relation.period, {}, said)]


def _documents(near: Neighbour) -> set[str]:
    return {proof.span.document_id for proof in near.relation.evidence}


def _study(person: Entity | None, institution: Entity, degree: Mapping[str, Json], places: tuple[Span, ...]) -> Study:
    period = period_from(degree.get("start"), degree.get("end"))
    if period is not None and period.start is None and period.end is not None:
        period = DateRange(period.end, period.end)  # a single date beside a degree is that of its award
    words = [str(degree.get(key) or "") for key in ("degree", "field", "honours")]
    return Study(person, institution, words[0], words[1], words[2], period, degree, places)


def _degrees(institution: Entity) -> list[Mapping[str, Json]]:
    listed = institution.attributes.get("degrees")
    return [degree for degree in listed if isinstance(degree, dict)] if isinstance(listed, list) else []


def _places(degree: Mapping[str, Json]) -> tuple[Span, ...]:
    listed = degree.get("said")
    found = []
    for place in listed if isinstance(listed, list) else []:
        if isinstance(place, dict):
            document, start, end = place.get("document"), place.get("start"), place.get("end")
            if isinstance(document, str) and isinstance(start, int) and isinstance(end, int):
                found.append(Span(document, start, end))
    return tuple(found)


def _lateness(study: Study) -> tuple[bool, int, str, str]:
    last = None if study.period is None else study.period.end or study.period.start
    month = 10**6 if study.period is not None and study.period.is_current else 0 if last is None else last.last_month
    return (month == 0, -month, study.institution.name, study.degree)
