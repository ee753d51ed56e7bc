"""The words by which pages speak of kinds, relations, formats and dates. No markup and no look-ups in the graph."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import DateRange, Entity, PartialDate, RelationKind
from graph.periods import period_from

KIND_WORDS: Mapping[str, tuple[str, str]] = {
    "person": ("Person", "People"),
    "employer": ("Employer", "Employers"),
    "role": ("Role", "Roles"),
    "project": ("Project", "Projects"),
    "technology": ("Technology", "Technologies"),
    "practice": ("Practice", "Practices"),
    "outcome": ("Outcome", "Outcomes"),
    "institution": ("Institution", "Institutions"),
    "credential": ("Credential", "Credentials"),
    "document": ("Document", "Documents"),
}
"""Kind → one, many."""

RELATION_TITLES: Mapping[tuple[RelationKind, str], str] = {
    (RelationKind.WORKED_ON, "out"): "Projects",
    (RelationKind.WORKED_ON, "in"): "People who worked on it",
    (RelationKind.ACHIEVED, "out"): "Outcomes",
    (RelationKind.ACHIEVED, "in"): "Achieved by",
    (RelationKind.USES, "out"): "Technologies used",
    (RelationKind.USES, "in"): "Projects that used it",
    (RelationKind.APPLIES, "out"): "Practices applied",
    (RelationKind.APPLIES, "in"): "Projects that applied it",
    (RelationKind.WORKS_AT, "out"): "Employers",
    (RelationKind.WORKS_AT, "in"): "People who worked here",
    (RelationKind.HELD_ROLE, "out"): "Roles held",
    (RelationKind.HELD_ROLE, "in"): "Held by",
    (RelationKind.AT_EMPLOYER, "out"): "At",
    (RelationKind.AT_EMPLOYER, "in"): "Roles and projects here",
    (RelationKind.PART_OF, "out"): "Part of",
    (RelationKind.PART_OF, "in"): "Parts",
    (RelationKind.STUDIED_AT, "out"): "Studied at",
    (RelationKind.STUDIED_AT, "in"): "People who studied here",
    (RelationKind.HOLDS, "out"): "Credentials",
    (RelationKind.HOLDS, "in"): "Held by",
    (RelationKind.MENTIONED_IN, "out"): "Documents that name it",
    (RelationKind.MENTIONED_IN, "in"): "Named in this document",
}
"""(relation, direction as seen from the page's entity) → heading; also the order of the groups on a page."""

RELATION_VERBS: Mapping[tuple[RelationKind, str], str] = {
    (RelationKind.WORKED_ON, "out"): "worked on",
    (RelationKind.WORKED_ON, "in"): "is the work of",
    (RelationKind.ACHIEVED, "out"): "achieved",
    (RelationKind.ACHIEVED, "in"): "was achieved by",
    (RelationKind.USES, "out"): "used",
    (RelationKind.USES, "in"): "was used by",
    (RelationKind.APPLIES, "out"): "applied",
    (RelationKind.APPLIES, "in"): "was applied by",
    (RelationKind.WORKS_AT, "out"): "worked at",
    (RelationKind.WORKS_AT, "in"): "employed",
    (RelationKind.HELD_ROLE, "out"): "held the role",
    (RelationKind.HELD_ROLE, "in"): "was held by",
    (RelationKind.AT_EMPLOYER, "out"): "was at",
    (RelationKind.AT_EMPLOYER, "in"): "was the place of",
    (RelationKind.PART_OF, "out"): "is part of",
    (RelationKind.PART_OF, "in"): "has the part",
    (RelationKind.STUDIED_AT, "out"): "studied at",
    (RelationKind.STUDIED_AT, "in"): "taught",
    (RelationKind.HOLDS, "out"): "holds",
    (RelationKind.HOLDS, "in"): "is held by",
    (RelationKind.MENTIONED_IN, "out"): "is named in",
    (RelationKind.MENTIONED_IN, "in"): "names",
}
"""(relation, direction in which it is read) → the words between its two ends."""

MEDIA_TYPES: Mapping[str, str] = {
    "text/plain": "Plain text",
    "text/markdown": "Markdown",
    "text/html": "HTML",
    "application/yaml": "YAML",
    "application/json": "JSON",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "text/csv": "CSV",
    "application/x-linkedin-export": "LinkedIn export",
    "application/x-tex": "LaTeX",
}

MEASURES_WORDS: Mapping[str, str] = {
    "result": "what came of the work",
    "scale": "how large the work was",
    "duration": "how long it took",
    "team": "how many people did it",
    "baseline": "how things were before",
}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def kind_word(kind: str) -> str:
    """Return a kind as one reads it before a name: "Technology"."""
    return KIND_WORDS.get(kind, (kind.capitalize(), kind))[0]


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 place", "3 places"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def write_date(date: PartialDate) -> str:
    """Return a date as precise as it was written: "2019", "Mar 2019", "4 Mar 2019"."""
    if date.month is None:
        return str(date.year)
    month = f"{_MONTHS[date.month - 1]} {date.year}"
    return month if date.day is None else f"{date.day} {month}"


def write_period(period: DateRange | None) -> str:
    """Return a period for people, or an empty text where nothing is known.

    >>> write_period(DateRange(PartialDate(2019, 3), None, is_current=True))
    'Mar 2019 – present'
    """
    if period is None:
        return ""
    start = "" if period.start is None else write_date(period.start)
    end = "present" if period.is_current else "" if period.end is None else write_date(period.end)
    if start and end:
        return start if start == end else f"{start} – {end}"
    return start or (f"until {end}" if end else "")


def latest_first(dates: DateRange | None) -> tuple[int, int]:
    """Return the key that sorts the latest first and what is undated last."""
    if dates is None:
        return (1, 0)
    end = 10**6 if dates.is_current else dates.end.last_month if dates.end else 0
    start = dates.start.first_month if dates.start else 0
    return (-end or -start, -start)


def period_of(entity: Entity) -> DateRange | None:
    """Return an entity's period: its own, else the one that its attributes `start` and `end` spell."""
    if entity.period is not None:
        return entity.period
    return period_from(entity.attributes.get("start"), entity.attributes.get("end"))
