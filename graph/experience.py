"""How long and how recently somebody worked with a thing: periods united, so that overlaps count once. Pure reading of the graph.

Nothing here knows today's date: a period that is still open counts up to the latest date that any document names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import networkx as nx

from graph.model import DateRange, Entity, EntityKind, KnowledgeGraph, PartialDate, RelationKind
from graph.queries import neighbours, others


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time at a thing, and where that is known from."""

    first_month: int
    """Months since year 0."""
    last_month: int
    """The last month that counts, itself included."""
    is_current: bool
    source_id: str
    """The project that is dated itself, or the role during which its work was done."""


@dataclass(frozen=True, slots=True)
class Experience:
    """What a person's dated work with a thing comes to."""

    person_id: str
    months: int
    """Calendar months on which it was done, each counted once."""
    last_used: PartialDate | None
    """The last month or year of it; None where nothing is dated."""
    is_current: bool
    """Whether it goes on, so that `months` is the least that it can be."""
    stretches: tuple[Stretch, ...]


def experience_of(
    kg: KnowledgeGraph, entity_id: str, people: Collection[str] | None = None, most: int | None = None
) -> list[Experience]:
    """Return each person's experience with a technology, practice, employer or project, longest first, then by id.

    For a person: that person's whole working time. People without a dated period are left out. A project counts with
    its own dates, else with the roles that its people held at its employer. With `people`, theirs alone is looked for.
    Who shows the `most` longest alone says so. Raises KeyError for an unknown id.
    """
    entity = kg.entity(entity_id)
    dated: dict[str, list[_Dated]] = {}
    for person, one in _dated(kg, entity, people):
        if people is None or person in people:
            dated.setdefault(person, []).append(one)
    lengths = ((-_months_in([one.ends for one in listed]), person) for person, listed in dated.items())
    longest = sorted(length for length in lengths if length[0])[:most]
    return [_united(person, -negative, dated[person]) for negative, person in longest]


def is_dated(kg: KnowledgeGraph, project: Entity) -> bool:
    """Return whether anything says when a project was: itself, its ties, or a job of its people at its employer."""
    if project.period is not None or any(near.relation.period is not None for near in neighbours(kg, project.id)):
        return True
    return any(True for _ in _of_project(kg, project))


@dataclass(frozen=True, slots=True)
class _Dated:
    """Something dated: its period, the id that says so, and its first and last month where it has a start."""

    period: DateRange
    source_id: str
    ends: tuple[int, int] | None


def _dated_by(kg: KnowledgeGraph, period: DateRange, source_id: str) -> _Dated:
    return _Dated(period, source_id, _months(period, latest_month(kg)))


def _dated(kg: KnowledgeGraph, entity: Entity, people: Collection[str] | None) -> Iterable[tuple[str, _Dated]]:
    """Yield (person id, what is dated) for everything dated that ties a person to an entity."""
    if entity.kind is EntityKind.PERSON:
        for role in others(kg, entity.id, RelationKind.HELD_ROLE, "out"):
            if role.period is not None:
                yield entity.id, _dated_by(kg, role.period, role.id)
    elif entity.kind is EntityKind.EMPLOYER:
        for near in neighbours(kg, entity.id, RelationKind.AT_EMPLOYER):
            if near.other.kind is EntityKind.ROLE and near.other.period is not None:
                for person in others(kg, near.other.id, RelationKind.HELD_ROLE, "in"):
                    yield person.id, _dated_by(kg, near.other.period, near.other.id)
    else:
        projects = [entity] if entity.kind is EntityKind.PROJECT else _projects_with(kg, entity, people)
        for project in projects:
            yield from _of_project(kg, project)


def _projects_with(kg: KnowledgeGraph, entity: Entity, people: Collection[str] | None) -> list[Entity]:
    if people is not None:
        theirs = {p.id: p for person in people for p in others(kg, person, RelationKind.WORKED_ON, "out")}
        return [project for key, project in sorted(theirs.items()) if kg.nx.has_edge(key, entity.id)]
    found = [kg.entity(key) for key in kg.inward(entity.id) if kg.entity(key).kind is EntityKind.PROJECT]
    return sorted(found, key=lambda project: (project.name.casefold(), project.id))


_worked: WeakKeyDictionary[nx.MultiDiGraph[str], dict[str, tuple[tuple[str, _Dated], ...]]] = WeakKeyDictionary()
"""Graph → project → what is dated of it: looked for once, since a graph never changes and many pages ask for years."""


def _of_project(kg: KnowledgeGraph, project: Entity) -> Iterable[tuple[str, _Dated]]:
    known = _worked.setdefault(kg.nx, {})
    if project.id not in known:
        known[project.id] = tuple(_looked_up(kg, project))
    return known[project.id]


def _looked_up(kg: KnowledgeGraph, project: Entity) -> Iterable[tuple[str, _Dated]]:
    people = others(kg, project.id, RelationKind.WORKED_ON, "in")
    if project.period is not None and project.period.start is not None:
        for person in people:
            yield person.id, _dated_by(kg, project.period, project.id)
        return
    employers = {e.id for e in others(kg, project.id, RelationKind.AT_EMPLOYER, "out")}
    for person in people:
        for role in others(kg, person.id, RelationKind.HELD_ROLE, "out"):
            at = {e.id for e in others(kg, role.id, RelationKind.AT_EMPLOYER, "out")}
            if role.period is not None and at & employers:
                yield person.id, _dated_by(kg, role.period, role.id)


_horizons: WeakKeyDictionary[nx.MultiDiGraph[str], int] = WeakKeyDictionary()
"""Graph → its horizon: a graph never changes, and a page asks for the experience of many things."""


def latest_month(kg: KnowledgeGraph) -> int:
    """Return the latest month that any dated thing names, in months since year 0; 0 where nothing is dated."""
    if kg.nx not in _horizons:
        # Not kg.entities(): that sorts, and of a greatest no order matters.
        periods = [p for _, data in kg.nx.nodes(data=True) if (p := data["entity"].period) is not None]
        dates = [date for period in periods for date in (period.start, period.end) if date is not None]
        _horizons[kg.nx] = max((date.first_month for date in dates), default=0)
    return _horizons[kg.nx]


def _months(period: DateRange, horizon: int) -> tuple[int, int] | None:
    """Return (first, last) month of a period. A year alone stands for its middle, so that "2017–2020" is three years."""
    if period.start is None:
        return None
    first = period.start.first_month if period.start.month else period.start.year * 12 + 6
    if period.is_current:
        return first, max(first, horizon)
    end = period.end or period.start
    if end.month:
        return first, max(first, end.first_month)
    # The month before the middle: a year's two halves make twelve months, not thirteen.
    return (first, max(first, end.year * 12 + 5)) if end != period.start else (end.year * 12, end.year * 12 + 11)


def _months_in(ends: Iterable[tuple[int, int] | None]) -> int:
    """Return how many months lie in any of several stretches."""
    months, reached = 0, -1
    for first, last in sorted(pair for pair in ends if pair is not None):
        if last > reached:
            months += last - max(first, reached + 1) + 1
            reached = last
    return months


def _united(person_id: str, months: int, dated: Sequence[_Dated]) -> Experience:
    stretches: list[Stretch] = []
    last: tuple[int, PartialDate] | None = None
    for one in dated:
        if one.ends is None:
            continue
        stretches.append(Stretch(one.ends[0], one.ends[1], one.period.is_current, one.source_id))
        end = one.period.end or one.period.start
        if end is not None and (last is None or end.last_month > last[0]):
            last = (end.last_month, end)
    stretches.sort(key=lambda s: (s.first_month, s.last_month, s.source_id))
    is_current = any(s.is_current for s in stretches)
    return Experience(person_id, months, None if last is None else last[1], is_current, tuple(dict.fromkeys(stretches)))


def write_months(months: int) -> str:
    """Return a length of time in words.

    >>> write_months(58), write_months(12), write_months(5)
    ('4 years 10 months', '1 year', '5 months')
    """
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' if years != 1 else ''}"] if years else []
    parts += [f"{rest} month{'s' if rest != 1 else ''}"] if rest or not years else []
    return " ".join(parts)
