"""The timeline: jobs and projects as bars, by person or employer, and the years of technologies; a table says the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.model import DateRange, Entity, EntityKind, RelationKind
from graph.queries import others
from index.generations import Generation
from webapp.asking import Asked
from webapp.choices import Choice, address, by_name, choice_of, entity_asked, entity_choice, links_of, one_of, paged
from webapp.corpus import Corpus, Place, Ref
from webapp.pages import Listing, PageLink, page_of
from webapp.pictures_timeline import Period, Years, draw_years, years_around
from webapp.technology_years import TechnologyRow, technology_rows
from webapp.wording import counted, period_of, write_period

GROUPS_A_PAGE, ROWS_IN_GROUP, ROWS_ALONE, TECHNOLOGIES_A_PAGE = 6, 20, 60, 40
_UNDATED = 12

BY: Mapping[str, str] = {"person": "person", "employer": "employer", "technology": "technology"}
SHOW: Mapping[str, str] = {"roles": "jobs", "projects": "projects"}


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A job or project with its dates as they were written."""

    ref: Ref
    at: tuple[Ref, ...]
    """Employers, or people where the page goes by employer."""
    when: str
    note: str
    """How precise it is."""
    place: Place


@dataclass(frozen=True, slots=True)
class TimeGroup:
    """One person's or employer's time."""

    ref: Ref
    url: str
    picture: Years | None
    rows: Listing[TimeRow]
    undated: Listing[Ref]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Everything that the page shows."""

    by: str
    at_word: str
    bys: tuple[PageLink, ...]
    choices: tuple[Choice, ...]
    kept: tuple[tuple[str, str], ...]
    filtered: bool
    all_url: str
    years: str
    """"2009 – 2024": what the lines reach over."""
    groups: tuple[TimeGroup, ...]
    groups_total: int
    technologies: Listing[TechnologyRow]
    picture: Years | None
    """Of the technologies."""
    pager: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """A job or project, and what it belongs to."""

    entity: Entity
    period: DateRange | None
    people: tuple[str, ...]
    employers: tuple[str, ...]


def timeline_page(generation: Generation, corpus: Corpus, asked: Asked) -> TimelinePage:
    """Return the timeline. Raises BadValueError for a value that can't be used."""
    by = one_of(asked, "by", BY, "person")
    values = {
        "by": "" if by == "person" else by,
        "person": entity_asked(corpus, asked, "person", EntityKind.PERSON),
        "employer": entity_asked(corpus, asked, "employer", EntityKind.EMPLOYER),
        "show": one_of(asked, "show", ("", *SHOW)),
    }
    number = asked.number("page", 1)
    years = _years(corpus)
    groups: Listing[TimeGroup] = Listing((), 0)
    technologies: Listing[TechnologyRow] = Listing((), 0)
    picture = None
    if by == "technology" and years is not None:
        found = technology_rows(corpus, values["person"], values["employer"])
        technologies = page_of(found, number, TECHNOLOGIES_A_PAGE, paged("/timeline", values))
        picture = draw_years([p for lane, row in enumerate(technologies.items) for p in row.periods(lane)], years)
    elif years is not None:
        groups = _groups(corpus, by, values, number, years)
    return TimelinePage(
        by=by,
        at_word="Person" if by == "employer" else "Employer",
        bys=links_of("/timeline", values | {"show": ""}, "by", BY, by, "person"),
        choices=_choices(corpus, by, values),
        kept=(("by", by),) if by != "person" else (),
        filtered=bool(values["person"] or values["employer"] or values["show"]),
        all_url=address("/timeline", {"by": values["by"]}),
        years="" if years is None else f"{years[0]} – {years[1]}",
        groups=groups.items,
        groups_total=groups.total,
        technologies=technologies,
        picture=picture,
        pager=technologies.pager or groups.pager,
    )


def _choices(corpus: Corpus, by: str, values: Mapping[str, str]) -> tuple[Choice, ...]:
    people, employers = by_name(corpus, EntityKind.PERSON), by_name(corpus, EntityKind.EMPLOYER)
    found = (
        entity_choice("person", "Person", people, values["person"], "anyone"),
        entity_choice("employer", "Employer", employers, values["employer"], "any"),
    )
    return (
        found if by == "technology" else (*found, choice_of("show", "Show", SHOW, values["show"], "jobs and projects"))
    )


# ---------------------------------------------------------------- what is dated


@lru_cache(maxsize=2)
def _dated(corpus: Corpus) -> tuple[_Dated, ...]:
    """Return every job and project, and each employment that no job stands for; worked out once a generation."""
    kg = corpus.kg
    found = []
    for role in kg.entities(EntityKind.ROLE):
        people = others(kg, role.id, RelationKind.HELD_ROLE, "in")
        found.append(
            _Dated(role, period_of(role), _ids(people), _ids(others(kg, role.id, RelationKind.AT_EMPLOYER, "out")))
        )
    for project in kg.entities(EntityKind.PROJECT):
        people = others(kg, project.id, RelationKind.WORKED_ON, "in")
        employers = others(kg, project.id, RelationKind.AT_EMPLOYER, "out")
        found.append(_Dated(project, period_of(project), _ids(people), _ids(employers)))
    return tuple(found)


def _ids(entities: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(entity.id for entity in entities)


@lru_cache(maxsize=2)
def _years(corpus: Corpus) -> tuple[int, int] | None:
    return years_around(one.period for one in _dated(corpus) if one.period is not None)


# ---------------------------------------------------------------- groups


def _groups(
    corpus: Corpus, by: str, values: Mapping[str, str], number: int, years: tuple[int, int]
) -> Listing[TimeGroup]:
    gathered: dict[str, list[_Dated]] = {}
    kind = {"roles": EntityKind.ROLE, "projects": EntityKind.PROJECT}.get(values["show"])
    for one in _dated(corpus):
        fits = (not values["person"] or values["person"] in one.people) and (
            not values["employer"] or values["employer"] in one.employers
        )
        if not fits or (kind is not None and one.entity.kind is not kind):
            continue
        for owner in one.people if by == "person" else one.employers:
            gathered.setdefault(owner, []).append(one)
    only = values[by]
    owners = sorted(
        (corpus.kg.entity(owner) for owner in gathered if only in ("", owner)),
        # Who has dates comes first: there is something to see.
        key=lambda e: (not any(_is_drawn(one) for one in gathered[e.id]), e.name.casefold(), e.id),
    )
    alone = len(owners) == 1
    url = paged("/timeline", values)
    shown = page_of(owners, 1 if alone else number, GROUPS_A_PAGE, url)
    groups = tuple(
        _group(corpus, owner, gathered[owner.id], by, values, number if alone else 0, years) for owner in shown.items
    )
    return Listing(groups, shown.total, None, groups[0].rows.pager if alone and groups else shown.pager)


def _group(
    corpus: Corpus, owner: Entity, dated: Sequence[_Dated], by: str, values: Mapping[str, str], number: int,
    years: tuple[int, int],
) -> TimeGroup:  # fmt: skip
    """Return one group; `number` is the page of its rows where it stands alone, else 0."""
    url = address("/timeline", values, **{by: owner.id})
    drawn = sorted((one for one in dated if _is_drawn(one)), key=_latest_first)
    undated = sorted((one.entity for one in dated if not _is_drawn(one)), key=lambda e: (e.name.casefold(), e.id))
    size = ROWS_ALONE if number else ROWS_IN_GROUP
    shown = page_of(drawn, number or 1, size, paged("/timeline", values))
    rows = tuple(_row(corpus, one, by) for one in shown.items)
    periods = [
        Period(lane, _label(corpus, one), one.entity.kind.value, one.period, row.place.url, f"{row.ref.name}: {row.when}{row.note}")
        for lane, (one, row) in enumerate(zip(shown.items, rows, strict=True))
        if one.period is not None
    ]  # fmt: skip
    refs = tuple(corpus.ref(entity) for entity in undated[: ROWS_ALONE if number else _UNDATED])
    return TimeGroup(
        ref=corpus.ref(owner),
        url=url,
        picture=draw_years(periods, years),
        rows=Listing(rows, shown.total, url if shown.total > len(rows) and not number else None, shown.pager),
        undated=Listing(refs, len(undated)),
    )


def _is_drawn(one: _Dated) -> bool:
    return one.period is not None and (one.period.start is not None or one.period.end is not None)


def _latest_first(one: _Dated) -> tuple[int, int, str]:
    period = one.period
    assert period is not None
    first, last = period.start or period.end, period.end or period.start
    assert first is not None and last is not None
    end = 10**6 if period.is_current else last.last_month
    return (-end, -first.first_month, one.entity.id)


def _label(corpus: Corpus, one: _Dated) -> str:
    name = corpus.ref(one.entity).name
    if one.entity.kind is EntityKind.PROJECT or not one.employers:
        return name
    employer = corpus.kg.entity(one.employers[0]).name
    return name if employer in name else f"{name}, {employer}"


def _row(corpus: Corpus, one: _Dated, by: str) -> TimeRow:
    other = one.people if by == "employer" else one.employers
    return TimeRow(
        corpus.ref(one.entity),
        tuple(corpus.ref(corpus.kg.entity(key)) for key in other[:3]),
        write_period(one.period),
        _precision(one.period),
        corpus.place(corpus.proof(one.entity).span),
    )


def _precision(period: DateRange | None) -> str:
    """Return what a period leaves open, in words; empty where it is known to the month."""
    if period is None:
        return ""
    notes = []
    if period.start is None:
        notes.append("start not stated")
    elif period.end is None and not period.is_current:
        notes.append("end not stated")
    years = sum(date is not None and date.month is None for date in (period.start, period.end))
    if years and period.start == period.end:
        notes.append("some time in that year")
    elif years:
        notes.append(f"{counted(years, 'date')} to the year only")
    return f", {' and '.join(notes)}" if notes else ""
