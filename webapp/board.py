"""Every figure of a generation with its scale, its strength, and who and what stands behind it. Used by the outcomes' page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Entity, EntityKind, Measure
from graph.ties import other_end, tied_to
from webapp.corpus import Corpus
from webapp.scales import Scale, scale_of, value_on
from webapp.strength import projects_behind, strongest_first
from webapp.wording import period_of


@dataclass(frozen=True, slots=True, eq=False)
class BoardItem:
    """An outcome with what it can be filtered and sorted by."""

    outcome: Entity
    measure: Measure
    scale: Scale
    value: float
    strength: int
    """0 for the strongest of the corpus."""
    project: Entity | None
    people: tuple[str, ...]
    """Ids of those who worked on the project; without one, of the only person whom its document names."""
    tied: frozenset[str]
    """Ids of people, employers, technologies and projects behind it."""
    age: int
    """Less for what ended later; 0 for what has no date."""


@lru_cache(maxsize=2)
def board_items(corpus: Corpus) -> tuple[BoardItem, ...]:
    """Return every figure, strongest first; asked of every outcome, so it is worked out once a generation."""
    found = []
    for place, outcome in enumerate(strongest_first(corpus.kg.entities(EntityKind.OUTCOME))):
        if outcome.measure is None:
            continue
        projects = projects_behind(corpus.kg, outcome)
        scale = scale_of(outcome.measure)
        people = _people(corpus, outcome, projects)
        found.append(BoardItem(
            outcome, outcome.measure, scale, value_on(scale, outcome.measure), place,
            projects[0] if projects else None, people, frozenset({*people, *_tied(corpus, projects)}),
            _age(projects[0] if projects else None),
        ))  # fmt: skip
    return tuple(found)


def _people(corpus: Corpus, outcome: Entity, projects: Sequence[Entity]) -> tuple[str, ...]:
    if projects:
        return tuple(relation.source_id for relation in tied_to(corpus.kg, projects[0].id, EntityKind.PERSON))
    named = _named_in(corpus, outcome.evidence[0].span.document_id)
    return tuple(named) if len(named) == 1 else ()


@lru_cache(maxsize=4096)
def _named_in(corpus: Corpus, document_id: str) -> frozenset[str]:
    return frozenset(m.entity_id for m in corpus.marks.get(document_id, ()) if m.kind is EntityKind.PERSON)


def _tied(corpus: Corpus, projects: Sequence[Entity]) -> set[str]:
    kinds = (EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.TECHNOLOGY)
    found = {project.id for project in projects}
    for project in projects:
        found |= {other_end(r, project.id) for kind in kinds for r in tied_to(corpus.kg, project.id, kind)}
    return found


@lru_cache(maxsize=2)
def ids_behind(corpus: Corpus) -> frozenset[str]:
    """Return the ids of everything that stands behind any figure."""
    return frozenset(one for item in board_items(corpus) for one in item.tied)


@lru_cache(maxsize=2)
def scale_keys(corpus: Corpus) -> tuple[str, ...]:
    """Return the keys of all scales that any figure stands on."""
    return tuple(sorted({item.scale.key for item in board_items(corpus)}))


def sorted_items(items: Sequence[BoardItem], sort: str) -> list[BoardItem]:
    """Return figures in the order of `sort`: strength, size, date or project."""
    if sort == "size":
        return sorted(items, key=lambda item: (item.scale, -abs(item.value), item.strength))
    if sort == "date":
        return sorted(items, key=lambda item: (item.age, item.strength))
    if sort == "project":
        return sorted(
            items, key=lambda i: (i.project is None, i.project.name.casefold() if i.project else "", i.strength)
        )
    return sorted(items, key=lambda item: item.strength)


def _age(project: Entity | None) -> int:
    period = None if project is None else period_of(project)
    if period is None:
        return 0
    last = period.end or period.start
    return -1_000_000 if period.is_current else 0 if last is None else -last.last_month
