"""The years of technologies: who used each how long and when, from the dates of projects and of the jobs around them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar

from graph.experience import Experience, experience_of, write_months
from graph.model import DateRange, EntityKind, RelationKind
from graph.queries import others
from webapp.corpus import Corpus, Ref
from webapp.pictures_timeline import Period
from webapp.wording import write_date, write_period


@dataclass(frozen=True, slots=True)
class Source:
    """A project or job whose dates tell when something was used."""

    is_drawing: ClassVar[bool] = True
    period: DateRange
    is_certain: bool
    """Whether it is the project's own time; a job's time only surrounds it."""
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class PersonYears:
    """How long one person worked with it, overlaps counted once."""

    person: Ref
    length: str
    last: str
    sources: tuple[Ref, ...]
    more: int


@dataclass(frozen=True, slots=True)
class TechnologyRow:
    """A technology and the time it was used."""

    ref: Ref
    months: int
    """Of everybody together."""
    people: tuple[PersonYears, ...]
    drawn: tuple[Source, ...]

    def periods(self, lane: int) -> list[Period]:
        """Return what to draw on a lane: the uncertain first, so that the certain lies above."""
        first = min(self.drawn, key=_begin, default=None)
        return [
            Period(lane, self.ref.name if s is first else "", "technology", s.period, s.url, s.words, s.is_certain)
            for s in sorted(self.drawn, key=lambda source: source.is_certain)
        ]


def _begin(source: Source) -> int:
    date = source.period.start or source.period.end
    return 0 if date is None else date.first_month


_PEOPLE, _SOURCES, _BARS = 12, 3, 12


def technology_rows(corpus: Corpus, person: str, employer: str) -> tuple[TechnologyRow, ...]:
    """Return the technologies with a dated use, longest first; of one person, and of work at one employer, if given."""
    return _rows(corpus, person, employer) if person or employer else _all_rows(corpus)


@lru_cache(maxsize=2)
def _all_rows(corpus: Corpus) -> tuple[TechnologyRow, ...]:
    """Return those of everybody, which ask of every project; worked out once a generation."""
    return _rows(corpus, "", "")


def _rows(corpus: Corpus, person: str, employer: str) -> tuple[TechnologyRow, ...]:
    found = []
    for technology_id, experiences in _experiences(corpus):
        kept = [
            e
            for e in experiences
            if person in ("", e.person_id)
            and (not employer or any(_is_at(corpus, s.source_id, employer) for s in e.stretches))
        ]
        if kept:
            found.append(_row(corpus, technology_id, kept, employer))
    return tuple(sorted(found, key=lambda row: (-row.months, row.ref.name.casefold(), row.ref.id)))


@lru_cache(maxsize=2)
def _experiences(corpus: Corpus) -> tuple[tuple[str, tuple[Experience, ...]], ...]:
    technologies = corpus.kg.entities(EntityKind.TECHNOLOGY)
    return tuple((one.id, tuple(experience_of(corpus.kg, one.id))) for one in technologies)


@lru_cache(maxsize=4096)
def _employers(corpus: Corpus, source_id: str) -> frozenset[str]:
    return frozenset(e.id for e in others(corpus.kg, source_id, RelationKind.AT_EMPLOYER, "out"))


def _is_at(corpus: Corpus, source_id: str, employer: str) -> bool:
    return employer in _employers(corpus, source_id)


def _row(corpus: Corpus, technology_id: str, experiences: list[Experience], employer: str) -> TechnologyRow:
    sources = {
        s.source_id: s
        for e in experiences
        for s in e.stretches
        if not employer or _is_at(corpus, s.source_id, employer)
    }
    return TechnologyRow(
        corpus.ref(corpus.kg.entity(technology_id)),
        sum(e.months for e in experiences),
        tuple(_person(corpus, e) for e in experiences[:_PEOPLE]),
        tuple(_fewer([source for key in sorted(sources) if (source := _source(corpus, key)) is not None])),
    )


def _fewer(sources: list[Source]) -> list[Source]:
    """Return sources as they are where they are few; where they are many, those that overlap as one."""
    if len(sources) <= _BARS:
        return sources
    joined: list[tuple[Source, int]] = []
    for source in sorted(sources, key=lambda s: (s.is_certain, _begin(s), s.url)):
        before = joined[-1] if joined else None
        if before is None or before[0].is_certain != source.is_certain or _begin(source) > _finish(before[0]) + 1:
            joined.append((source, 1))
        else:
            later = max(before[0], source, key=_finish)
            period = DateRange(before[0].period.start or source.period.start, later.period.end, later.period.is_current)
            joined[-1] = (replace(before[0], period=period), before[1] + 1)
    return [s if n == 1 else replace(s, words=f"{n} pieces of work, {write_period(s.period)}") for s, n in joined]


def _finish(source: Source) -> int:
    date = source.period.end or source.period.start
    return 10**6 if source.period.is_current else 0 if date is None else date.last_month


def _person(corpus: Corpus, experience: Experience) -> PersonYears:
    length = write_months(experience.months)
    last = "" if experience.is_current or experience.last_used is None else write_date(experience.last_used)
    sources = [corpus.ref(corpus.kg.entity(key)) for key in dict.fromkeys(s.source_id for s in experience.stretches)]
    return PersonYears(
        corpus.ref(corpus.kg.entity(experience.person_id)),
        f"at least {length}" if experience.is_current else length,
        last,
        tuple(sources[:_SOURCES]),
        max(0, len(sources) - _SOURCES),
    )


def _source(corpus: Corpus, source_id: str) -> Source | None:
    entity = corpus.kg.entity(source_id)
    if entity.period is None:
        return None
    certain = entity.kind is EntityKind.PROJECT
    ref = corpus.ref(entity)
    tail = "" if certain else "; the project itself is not dated, this is the job around it"
    place = corpus.place(corpus.proof(entity).span)
    return Source(entity.period, certain, place.url, f"{ref.name}: {write_period(entity.period)}{tail}")
