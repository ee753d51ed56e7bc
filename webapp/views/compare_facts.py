"""The plain facts of two things, row by row, each value with a link to what says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.experience import experience_of, write_months
from graph.model import Entity, EntityKind, RelationKind
from graph.queries import others
from graph.steps import steps_of
from webapp.corpus import Corpus
from webapp.views.person import employments_of
from webapp.views.project import PARTS, best_telling, project_when
from webapp.wording import counted, write_date


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value and the way to what says it."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of both sides; empty where nothing says it."""

    label: str
    a: tuple[FactValue, ...]
    b: tuple[FactValue, ...]


_MOST = 6
Facts = dict[str, tuple[FactValue, ...]]


def fact_rows(corpus: Corpus, a: Entity, b: Entity) -> tuple[FactRow, ...]:
    """Return the facts of two things of one kind, those that neither has left out."""
    of_a, of_b = (_FACTS[a.kind](corpus, side) for side in (a, b))
    return tuple(
        FactRow(label, of_a[label][:_MOST], of_b[label][:_MOST]) for label in of_a if of_a[label] or of_b[label]
    )


def _person(corpus: Corpus, person: Entity) -> Facts:
    url = corpus.ref(person).url
    employments = employments_of(corpus, person)
    working = tuple(
        FactValue(f"{'at least ' if e.is_current else ''}{write_months(e.months)}", f"{url}#h-emp")
        for e in experience_of(corpus.kg, person.id)[:1]
    )
    latest = tuple(
        FactValue(", ".join(part for part in (e.title, e.employer.name if e.employer else "", e.period) if part), e.place.url)
        for e in employments[:1]
    )  # fmt: skip
    projects = others(corpus.kg, person.id, RelationKind.WORKED_ON, "out")
    return {
        "Working time": working,
        "Latest employment": tuple(value for value in latest if value.text),
        "Employments": _count(len(employments), "employment", f"{url}#h-emp"),
        "Projects": _count(len(projects), "project", f"{url}?group=worked_on-out"),
        "Named in": _count(len({p.span.document_id for p in person.evidence}), "document", f"{url}?group=places"),
    }


def _project(corpus: Corpus, project: Entity) -> Facts:
    url = corpus.ref(project).url
    telling = best_telling(corpus, project)
    when = project_when(corpus, project)
    told: tuple[FactValue, ...] = ()
    words: tuple[FactValue, ...] = ()
    if telling is not None:
        place = corpus.place(telling.span).url
        letters = ", ".join(name for name, _ in PARTS if telling.parts.get(name))
        told = (FactValue(letters or "not divided into parts", place),)
        words = (FactValue(counted(len(corpus.kg.documents[telling.span.document_id].quote(telling.span).split()), "word"), place),)  # fmt: skip
    return {
        "When": (FactValue(when, corpus.place(corpus.proof(project).span).url),) if when else (),
        "Parts told": told,
        "Length of the fullest telling": words,
        "Told in": _count(len(corpus.kg.tellings.get(project.id, ())), "place", f"{url}?group=places"),
        "Outcomes": _count(
            len(others(corpus.kg, project.id, RelationKind.ACHIEVED, "out")), "figure", f"{url}?group=achieved-out"
        ),
    }


def _used(corpus: Corpus, thing: Entity) -> Facts:
    url = corpus.ref(thing).url
    kind = RelationKind.USES if thing.kind is EntityKind.TECHNOLOGY else RelationKind.APPLIES
    uses = steps_of(corpus.kg, kind, "in").get(thing.id, ())
    spells = []
    for spell in experience_of(corpus.kg, thing.id, most=_MOST):
        person = corpus.ref(corpus.kg.entity(spell.person_id))
        length = write_months(spell.months)
        last = "" if spell.is_current or spell.last_used is None else f", last in {write_date(spell.last_used)}"
        spells.append(FactValue(f"{person.name}: {'at least ' if spell.is_current else ''}{length}{last}", person.url))
    category = thing.attributes.get("category") or thing.attributes.get("domain")
    return {
        "Category": (FactValue(str(category), url),) if category else (),
        "Projects": _count(len(uses), "project", f"{url}?group={kind.value}-in"),
        "Years": tuple(spells),
        "Named in": _count(len(thing.evidence), "place", f"{url}?group=places"),
    }


_FACTS: Mapping[EntityKind, Callable[[Corpus, Entity], Facts]] = {
    EntityKind.PERSON: _person,
    EntityKind.PROJECT: _project,
    EntityKind.TECHNOLOGY: _used,
    EntityKind.PRACTICE: _used,
}


def _count(number: int, one: str, url: str) -> tuple[FactValue, ...]:
    return (FactValue(counted(number, one), url),) if number else ()
