"""What an employer's page adds: who held which job when, the projects there with their best figure, what was used."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Entity, EntityKind, RelationKind
from graph.queries import neighbours, others
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.pages import Listing, first_of
from webapp.strength import outcomes_of, varied
from webapp.views.person import Used, used_in
from webapp.views.project import project_when
from webapp.wording import latest_first, period_of, write_period

_PROJECTS, _STRONGEST = 20, 5


@dataclass(frozen=True, slots=True)
class Post:
    """A job held here, or that somebody worked here without a title."""

    title: str
    """Empty where the text gives none."""
    role: Ref | None
    people: tuple[Ref, ...]
    period: str
    place: Place


@dataclass(frozen=True, slots=True)
class ProjectHere:
    """A project done here."""

    project: Ref
    people: tuple[Ref, ...]
    when: str
    best: Metric | None


@dataclass(frozen=True, slots=True)
class EmployerPart:
    """What an employer's page shows beside its relations."""

    location: str
    posts: tuple[Post, ...]
    projects: Listing[ProjectHere]
    technologies: tuple[Used, ...]
    practices: tuple[Used, ...]
    strongest: tuple[Metric, ...]


def employer_part(corpus: Corpus, employer: Entity) -> EmployerPart:
    """Return what an employer's page shows beside its relations."""
    kg = corpus.kg
    projects = [e for e in others(kg, employer.id, RelationKind.AT_EMPLOYER, "in") if e.kind is EntityKind.PROJECT]
    outcomes = [outcome for project in projects for outcome in outcomes_of(kg, project.id)]
    all_projects = f"{corpus.ref(employer).url}?group=at_employer-in"
    return EmployerPart(
        location=str(employer.attributes.get("location") or ""),
        posts=_posts(corpus, employer),
        projects=first_of([_project(corpus, project) for project in projects], _PROJECTS, all_projects),
        technologies=used_in(corpus, projects, RelationKind.USES),
        practices=used_in(corpus, projects, RelationKind.APPLIES),
        strongest=tuple(corpus.metrics(varied(kg, outcomes, _STRONGEST))),
    )


def _posts(corpus: Corpus, employer: Entity) -> tuple[Post, ...]:
    """Jobs, then people whose job nobody names; the latest first, undated last."""
    kg = corpus.kg
    found, covered = [], set()
    for near in neighbours(kg, employer.id, RelationKind.AT_EMPLOYER):
        role = near.other
        if role.kind is not EntityKind.ROLE:
            continue
        people = others(kg, role.id, RelationKind.HELD_ROLE, "in")
        covered |= {person.id for person in people}
        dates = period_of(role) or near.relation.period
        title = str(role.attributes.get("title") or "")
        place = corpus.place(near.relation.evidence[0].span)
        post = Post(title, corpus.ref(role), tuple(map(corpus.ref, people)), write_period(dates), place)
        found.append((latest_first(dates), post))
    for near in neighbours(kg, employer.id, RelationKind.WORKS_AT):
        if near.other.id not in covered:
            dates, place = near.relation.period, corpus.place(near.relation.evidence[0].span)
            found.append((latest_first(dates), Post("", None, (corpus.ref(near.other),), write_period(dates), place)))
    return tuple(post for _, post in sorted(found, key=lambda one: (one[0], one[1].title, one[1].place.text)))


def _project(corpus: Corpus, project: Entity) -> ProjectHere:
    outcomes = outcomes_of(corpus.kg, project.id)
    people = others(corpus.kg, project.id, RelationKind.WORKED_ON, "in")
    best = corpus.metric(outcomes[0]) if outcomes else None
    return ProjectHere(corpus.ref(project), tuple(map(corpus.ref, people)), project_when(corpus, project), best)
