"""The start page: a field to search, words to try, the strongest figures, what the corpus is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Entity, EntityKind, RelationKind
from graph.queries import neighbours, projects_of
from index.generations import Generation
from webapp.asking import Asked
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.links import search_url
from webapp.quotes import Quote, quote
from webapp.strength import outcomes_of, projects_behind, varied
from webapp.views.project import project_dates
from webapp.wording import write_period

_LEDGER, _TALLY, _LATEST, _DOCUMENTS, _SKIPPED = 6, 8, 5, 8, 10


@dataclass(frozen=True, slots=True)
class Try:
    """A search to try."""

    query: str
    url: str


@dataclass(frozen=True, slots=True)
class Strong:
    """A strong figure with the work behind it."""

    metric: Metric
    project: Ref | None
    people: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A thing and how often it counts; `share` is of the list's largest, in per cent."""

    ref: Ref
    count: int
    share: int


@dataclass(frozen=True, slots=True)
class Latest:
    """A project of the last years."""

    project: Ref
    when: str
    best: Metric | None


@dataclass(frozen=True, slots=True)
class DocumentTally:
    """A document and how many things it names."""

    place: Place
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that could not be read."""

    path: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything that the start page shows."""

    tries: tuple[Try, ...]
    shown: Strong | None
    """The figure beside the search field."""
    shown_quote: Quote | None
    strongest: tuple[Strong, ...]
    technologies: tuple[Tally, ...]
    people: tuple[Tally, ...]
    latest: tuple[Latest, ...]
    """The projects that ended last, those that go on first."""
    documents: tuple[DocumentTally, ...]
    """Counted in things read from them."""
    counts: Mapping[str, int]
    """Kind → how many."""
    skipped: tuple[SkippedFile, ...]
    skipped_total: int


def home(generation: Generation, corpus: Corpus, asked: Asked) -> HomePage:
    """Return the start page."""
    return _overview(corpus)


@lru_cache(maxsize=2)
def _overview(corpus: Corpus) -> HomePage:
    """Return the start page of a generation; it asks of every entity, so it is worked out once."""
    kg = corpus.kg
    chosen = varied(kg, kg.entities(EntityKind.OUTCOME), _LEDGER + 1, later=lambda outcome: _is_minor(corpus, outcome))
    strongest = [_strong(corpus, outcome) for outcome in chosen]
    # The figure beside the field shows what the whole is about: one of a story, with its sentence.
    first = next((place for place, strong in enumerate(strongest) if strong.project is not None), None)
    shown = strongest.pop(first) if first is not None and len(strongest) > 1 else None
    skipped = corpus.report.skipped
    return HomePage(
        tries=_tries(corpus),
        shown=shown,
        shown_quote=None if shown is None else quote(corpus, corpus.proof(kg.entity(shown.metric.outcome.id))),
        strongest=tuple(strongest[:_LEDGER]),
        technologies=_tallied(corpus, [(e, _uses(corpus, e)) for e in kg.entities(EntityKind.TECHNOLOGY)]),
        people=_people_and_employers(corpus),
        latest=_latest(corpus),
        documents=_documents(corpus),
        counts={kind.value: corpus.counts.get(kind, 0) for kind in EntityKind},
        skipped=tuple(SkippedFile(s.path, s.reason, s.remedy) for s in skipped[:_SKIPPED]),
        skipped_total=len(skipped),
    )


def _is_minor(corpus: Corpus, outcome: Entity) -> int:
    """Return how far back a figure stands: with a story first, then without, invented ones last."""
    return 2 * corpus.is_fictional(outcome) + (not projects_behind(corpus.kg, outcome))


def _strong(corpus: Corpus, outcome: Entity) -> Strong:
    metric = corpus.metric(outcome)
    assert metric is not None
    projects = projects_behind(corpus.kg, outcome)
    if not projects:
        return Strong(metric, None, ())
    people = [n.other for n in neighbours(corpus.kg, projects[0].id, RelationKind.WORKED_ON) if n.direction == "in"]
    return Strong(metric, corpus.ref(projects[0]), tuple(corpus.ref(person) for person in people[:2]))


def _uses(corpus: Corpus, technology: Entity) -> int:
    return len(projects_of(corpus.kg, technology.id))


def _tallied(corpus: Corpus, counted: list[tuple[Entity, int]], most: int = _TALLY) -> tuple[Tally, ...]:
    ordered = sorted(counted, key=lambda item: (-item[1], item[0].name.casefold(), item[0].id))[:most]
    largest = max((count for _, count in ordered), default=0) or 1
    return tuple(Tally(corpus.ref(e), count, round(100 * count / largest)) for e, count in ordered if count)


def _people_and_employers(corpus: Corpus) -> tuple[Tally, ...]:
    kinds = (EntityKind.PERSON, EntityKind.EMPLOYER)
    counted = [(e, len(projects_of(corpus.kg, e.id)) or 1) for kind in kinds for e in corpus.kg.entities(kind)]
    people = _tallied(corpus, [pair for pair in counted if pair[0].kind is EntityKind.PERSON])
    rest = max(_TALLY - len(people), 4)
    return people[: _TALLY - 2] + _tallied(corpus, [p for p in counted if p[0].kind is EntityKind.EMPLOYER], rest)


def _latest(corpus: Corpus) -> tuple[Latest, ...]:
    dated = []
    for project in corpus.kg.entities(EntityKind.PROJECT):
        dates = project_dates(corpus, project)
        if dates is not None:
            last = dates.end or dates.start
            dated.append((dates.is_current, 0 if last is None else last.last_month, project, dates))
    dated.sort(key=lambda one: (not one[0], -one[1], one[2].id))
    found = []
    for _, _, project, dates in dated[:_LATEST]:
        outcomes = outcomes_of(corpus.kg, project.id)
        best = corpus.metric(outcomes[0]) if outcomes else None
        found.append(Latest(corpus.ref(project), write_period(dates), best))
    return tuple(found)


def _documents(corpus: Corpus) -> tuple[DocumentTally, ...]:
    found = []
    for document_id, document in corpus.kg.documents.items():
        things = {mark.entity_id for mark in corpus.marks.get(document_id, ())}
        found.append(DocumentTally(corpus.place(document.span(0, 0)), document.title, len(things)))
    return tuple(sorted(found, key=lambda tally: (-tally.count, tally.place.document_id))[:_DOCUMENTS])


def _tries(corpus: Corpus) -> tuple[Try, ...]:
    """Queries that find something here: from practices, technologies and employers with the most projects."""
    kg = corpus.kg

    def most_used(kind: EntityKind) -> list[str]:
        ranked = sorted(kg.entities(kind), key=lambda e: (-len(projects_of(kg, e.id)), e.id))
        return [entity.name for entity in ranked if projects_of(kg, entity.id)]

    practices, technologies = most_used(EntityKind.PRACTICE), most_used(EntityKind.TECHNOLOGY)
    employers = most_used(EntityKind.EMPLOYER)
    queries = []
    if any("migration" in name.casefold() for name in practices):
        queries.append("migrations at scale")
    queries += [f"{name} at scale" for name in practices[:1] if not queries]
    queries += [f"tech:{_quoted(name)} has:metric" for name in technologies[:1]]
    queries += [name for name in practices[:3] if "migration" not in name.casefold()][:1]
    queries += [f"employer:{_quoted(name)} has:star" for name in employers[:1]]
    return tuple(Try(query, search_url(query)) for query in queries[:4])


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name.casefold() if name.isascii() and name.isalpha() else name
