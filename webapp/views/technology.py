"""What the page of a technology or practice adds: projects that used it, what came of them, what stood beside it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.experience import experience_of, write_months
from graph.model import Entity, EntityKind, RelationKind
from graph.queries import Neighbour, cooccurring, neighbours, others
from graph.steps import name_order, steps_of
from webapp.corpus import Corpus, Metric, Ref
from webapp.pages import Listing, first_of
from webapp.quotes import Quote, quote
from webapp.strength import outcomes_of, strongest_ids
from webapp.views.project import project_when
from webapp.wording import counted, write_date

_PROJECTS, _RESULTS, _TOGETHER, _CHIPS = 15, 12, 6, 12


@dataclass(frozen=True, slots=True)
class UseRow:
    """A project that used it."""

    project: Ref
    people: tuple[Ref, ...]
    when: str
    how_sure: str
    best: Metric | None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What came of a project that used it."""

    metric: Metric
    project: Ref


@dataclass(frozen=True, slots=True)
class Spell:
    """How long one person worked with a thing, overlapping periods counted once."""

    person: Ref
    length: str
    """"4 years 10 months"; "at least …" where it goes on."""
    last: str
    """When it was last; empty where it goes on."""


@dataclass(frozen=True, slots=True)
class Together:
    """What the same projects used too."""

    ref: Ref
    count: int
    share: int


@dataclass(frozen=True, slots=True)
class TechnologyPart:
    """What the page of a technology or practice shows beside its places."""

    projects: Listing[UseRow]
    used_word: str
    """"used" or "applied"."""
    first_quote: Quote | None
    results: Listing[ResultRow]
    together: tuple[Together, ...]
    people: tuple[Ref, ...]
    employers: tuple[Ref, ...]
    spells: tuple[Spell, ...]
    """By person, longest first."""
    places: int
    documents: int


def technology_part(corpus: Corpus, entity: Entity) -> TechnologyPart:
    """Return what the page of a technology or practice shows beside its places."""
    kg = corpus.kg
    kind = RelationKind.USES if entity.kind is EntityKind.TECHNOLOGY else RelationKind.APPLIES
    uses = [n for n in neighbours(kg, entity.id, kind) if n.direction == "in"]
    uses.sort(key=lambda n: (-len(n.relation.evidence), n.other.name.casefold(), n.other.id))
    url = corpus.ref(entity).url
    shown = first_of(uses, _PROJECTS, f"{url}?group={kind.value}-in")
    surest = max(uses, key=lambda n: (n.relation.confidence, len(n.relation.evidence), n.other.id), default=None)
    return TechnologyPart(
        projects=Listing(tuple(_use(corpus, use) for use in shown.items), shown.total, shown.more_url),
        used_word="used" if kind is RelationKind.USES else "applied",
        first_quote=None if surest is None else quote(corpus, surest.relation.evidence[0], surest.relation.confidence),
        results=_results(corpus, [use.other for use in uses]),
        together=_together(corpus, entity),
        people=_refs(corpus, uses, RelationKind.WORKED_ON, "in"),
        employers=_refs(corpus, uses, RelationKind.AT_EMPLOYER, "out"),
        spells=spells_of(corpus, entity),
        places=len(entity.evidence),
        documents=len({proof.span.document_id for proof in entity.evidence}),
    )


def spells_of(corpus: Corpus, entity: Entity) -> tuple[Spell, ...]:
    """Return how long each person worked with an entity, longest first; at most twelve."""
    found = []
    for experience in experience_of(corpus.kg, entity.id, most=_CHIPS):
        length = write_months(experience.months)
        last = "" if experience.is_current or experience.last_used is None else write_date(experience.last_used)
        person = corpus.ref(corpus.kg.entity(experience.person_id))
        found.append(Spell(person, f"at least {length}" if experience.is_current else length, last))
    return tuple(found)


def _use(corpus: Corpus, use: Neighbour) -> UseRow:
    project, relation = use.other, use.relation
    outcomes = outcomes_of(corpus.kg, project.id)
    sure = "stated" if relation.confidence >= 0.75 else "nearby, less certain"
    return UseRow(
        corpus.ref(project),
        tuple(corpus.ref(e) for e in others(corpus.kg, project.id, RelationKind.WORKED_ON, "in")),
        project_when(corpus, project),
        f"{sure}, {counted(len(relation.evidence), 'place')}",
        corpus.metric(outcomes[0]) if outcomes else None,
    )


def _results(corpus: Corpus, projects: list[Entity]) -> Listing[ResultRow]:
    achieved = steps_of(corpus.kg, RelationKind.ACHIEVED, "out")
    owners = {outcome: project for project in projects for outcome, _ in achieved.get(project.id, ())}
    rows = [
        ResultRow(metric, corpus.ref(owners[key]))
        for key in strongest_ids(corpus.kg, owners)[:_RESULTS]
        if (metric := corpus.metric(corpus.kg.entity(key))) is not None
    ]
    return Listing(tuple(rows), len(owners))


def _together(corpus: Corpus, entity: Entity) -> tuple[Together, ...]:
    found = []
    for kind in (EntityKind.TECHNOLOGY, EntityKind.PRACTICE):
        near = cooccurring(corpus.kg, entity.id, kind)[:_TOGETHER]
        largest = max((count for _, count in near), default=1)
        found += [Together(corpus.ref(other), count, round(100 * count / largest)) for other, count in near]
    return tuple(found)


def _refs(corpus: Corpus, uses: list[Neighbour], kind: RelationKind, direction: str) -> tuple[Ref, ...]:
    steps, order = steps_of(corpus.kg, kind, direction), name_order(corpus.kg)
    found = {key for use in uses for key, _ in steps.get(use.other.id, ())}
    return tuple(corpus.ref(corpus.kg.entity(key)) for key in sorted(found, key=order.__getitem__)[:_CHIPS])
