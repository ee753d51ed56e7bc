"""Every figure of a generation with its scale, its strength, and who and what stands behind it. Used by the outcomes' page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Entity, EntityKind, Measure, Measures
from graph.ties import other_end, tied_to
from webapp.choices import by_name
from webapp.corpus import Corpus
from webapp.scales import Scale, scale_of, value_on
from webapp.strength import projects_behind, strongest_first
from webapp.wording import period_of

_BEHIND = (EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.TECHNOLOGY)
"""Of these are the things behind a figure, besides its projects."""


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
    found = {project.id for project in projects}
    for project in projects:
        found |= {other_end(r, project.id) for kind in _BEHIND for r in tied_to(corpus.kg, project.id, kind)}
    return found


@dataclass(frozen=True, slots=True, eq=False)
class BoardScale:
    """The figures that share a scale, in each order that one can ask for."""

    scale: Scale
    work: Mapping[str, Sequence[BoardItem]]
    """Order → what the work came to, how large it was, how long it took."""
    before: Mapping[str, Sequence[BoardItem]]
    """Order → how things were before the work."""


@lru_cache(maxsize=2)
def board_scales(corpus: Corpus) -> tuple[BoardScale, ...]:
    """Return every scale that any figure stands on, in the board's order; sorted in all ways once a generation."""
    work: dict[Scale, list[BoardItem]] = {}
    before: dict[Scale, list[BoardItem]] = {}
    for item in board_items(corpus):
        work.setdefault(item.scale, [])
        before.setdefault(item.scale, [])
        side = before if item.measure.measures is Measures.BASELINE else work
        side[item.scale].append(item)
    return tuple(
        BoardScale(scale, _in_all_orders(work[scale]), _in_all_orders(before[scale])) for scale in sorted(work)
    )


def _in_all_orders(items: Sequence[BoardItem]) -> Mapping[str, Sequence[BoardItem]]:
    return {sort: tuple(sorted_items(items, sort)) for sort in SORTS}


@lru_cache(maxsize=2)
def entities_behind(corpus: Corpus) -> Mapping[EntityKind, Sequence[Entity]]:
    """Return kind → the people, employers and technologies that stand behind any figure, by name."""
    behind = {one for item in board_items(corpus) for one in item.tied}
    return {kind: tuple(entity for entity in by_name(corpus, kind) if entity.id in behind) for kind in _BEHIND}


SORTS: Mapping[str, str] = {
    "strength": "strongest first", "size": "largest first", "date": "latest first", "project": "by project"
}  # fmt: skip
"""Order → its words."""


def sorted_items(items: Sequence[BoardItem], sort: str) -> list[BoardItem]:
    """Return figures in one of `SORTS`."""
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
