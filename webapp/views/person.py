"""What a person's page adds: employments with dates, projects with their best figure, what was used and achieved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.experience import experience_of, write_months
from graph.model import DateRange, Entity, RelationKind
from graph.queries import neighbours, others
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.pages import Listing, first_of
from webapp.pictures import Timeline, draw_timeline
from webapp.strength import outcomes_of, varied
from webapp.views.project import project_when
from webapp.views.studies import StudyView, education_of
from webapp.wording import latest_first, period_of, write_date, write_period

_PROJECTS, _TOOLS, _STRONGEST = 20, 10, 5


@dataclass(frozen=True, slots=True)
class Employment:
    """One holding of one job."""

    title: str
    """Empty where the text gives none."""
    employer: Ref | None
    role: Ref | None
    period: str
    place: Place
    dates: DateRange | None


@dataclass(frozen=True, slots=True)
class PersonProject:
    """A project of the person."""

    project: Ref
    when: str
    employers: tuple[Ref, ...]
    best: Metric | None


@dataclass(frozen=True, slots=True)
class Used:
    """Something used, with the number of projects; `share` is of the list's largest, in per cent."""

    ref: Ref
    count: int
    share: int
    spell: str
    """"5 years 10 months, last in May 2023"; empty where nothing is dated."""


@dataclass(frozen=True, slots=True)
class PersonPart:
    """What a person's page shows beside its relations."""

    headline: str
    location: str
    named: bool
    working_time: str
    """Of all dated roles, overlaps counted once; empty where none is dated."""
    employments: tuple[Employment, ...]
    timeline: Timeline | None
    projects: Listing[PersonProject]
    technologies: tuple[Used, ...]
    practices: tuple[Used, ...]
    strongest: tuple[Metric, ...]
    education: tuple[StudyView, ...]


def person_part(corpus: Corpus, person: Entity) -> PersonPart:
    """Return what a person's page shows beside its relations."""
    kg = corpus.kg
    projects = others(kg, person.id, RelationKind.WORKED_ON, "out")
    employments = employments_of(corpus, person)
    outcomes = [outcome for project in projects for outcome in outcomes_of(kg, project.id)]
    all_projects = f"{corpus.ref(person).url}?group=worked_on-out"
    today = date.today()
    rows = [(e.employer.name if e.employer else e.title, e.dates) for e in employments]
    return PersonPart(
        headline=str(person.attributes.get("headline") or ""),
        location=str(person.attributes.get("location") or ""),
        named=person.attributes.get("named") is not False,
        working_time=_working_time(corpus, person),
        employments=employments,
        timeline=draw_timeline([(label, d) for label, d in rows if d is not None], today.year * 12 + today.month - 1),
        projects=first_of([_project(corpus, project) for project in projects], _PROJECTS, all_projects),
        technologies=used_in(corpus, projects, RelationKind.USES, person),
        practices=used_in(corpus, projects, RelationKind.APPLIES, person),
        strongest=tuple(corpus.metrics(varied(kg, outcomes, _STRONGEST))),
        education=education_of(corpus, person),
    )


def _working_time(corpus: Corpus, person: Entity) -> str:
    for experience in experience_of(corpus.kg, person.id):
        length = write_months(experience.months)
        return f"at least {length}" if experience.is_current else length
    return ""


def employments_of(corpus: Corpus, person: Entity) -> tuple[Employment, ...]:
    """Roles held, then employers without a role; the latest first, undated last."""
    kg = corpus.kg
    found, covered = [], set()
    for near in neighbours(kg, person.id, RelationKind.HELD_ROLE):
        role = near.other
        employers = others(kg, role.id, RelationKind.AT_EMPLOYER, "out")
        covered |= {employer.id for employer in employers}
        dates = period_of(role) or near.relation.period
        title = role.attributes.get("title")
        found.append(Employment(
            str(title) if title else "" if "title" in role.attributes else role.name,
            corpus.ref(employers[0]) if employers else None,
            corpus.ref(role), write_period(dates), corpus.place(near.relation.evidence[0].span), dates,
        ))  # fmt: skip
    for near in neighbours(kg, person.id, RelationKind.WORKS_AT):
        if near.other.id not in covered:
            dates = near.relation.period
            place = corpus.place(near.relation.evidence[0].span)
            found.append(Employment("", corpus.ref(near.other), None, write_period(dates), place, dates))
    return tuple(sorted(found, key=lambda e: (*latest_first(e.dates), e.title, e.place.document_id, e.place.line)))


def _project(corpus: Corpus, project: Entity) -> PersonProject:
    outcomes = outcomes_of(corpus.kg, project.id)
    employers = others(corpus.kg, project.id, RelationKind.AT_EMPLOYER, "out")
    return PersonProject(
        corpus.ref(project),
        project_when(corpus, project),
        tuple(corpus.ref(employer) for employer in employers),
        corpus.metric(outcomes[0]) if outcomes else None,
    )


def used_in(
    corpus: Corpus, projects: Sequence[Entity], kind: RelationKind, person: Entity | None = None
) -> tuple[Used, ...]:
    """Return what projects used or applied most; with a person also how long and how lately that person did."""
    counts = Counter(e.id for project in projects for e in others(corpus.kg, project.id, kind, "out"))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_TOOLS]
    largest = ordered[0][1] if ordered else 1
    return tuple(
        Used(corpus.ref(corpus.kg.entity(k)), n, round(100 * n / largest), _spell(corpus, person, k))
        for k, n in ordered
    )


def _spell(corpus: Corpus, person: Entity | None, used: str) -> str:
    """Return how long and how lately a person used something, in words; overlapping periods count once."""
    if person is None:
        return ""
    found = next(iter(experience_of(corpus.kg, used, (person.id,))), None)
    if found is None:
        return ""
    if found.is_current or found.last_used is None:
        return f"at least {write_months(found.months)}"
    return f"{write_months(found.months)}, last in {write_date(found.last_used)}"
