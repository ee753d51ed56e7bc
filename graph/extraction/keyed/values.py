"""Says what the values of a column of keyed records look like: dates, titles of posts, names, schools, technologies, prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.documents import Block
from graph.extraction.dates.dates import find_periods, is_present
from graph.extraction.heads.places import is_place
from graph.extraction.heads.study_forms import degree_pattern, institution_pattern
from graph.extraction.heads.words import is_generic, is_proper_name, is_title
from graph.extraction.keyed.records import RecordGroup
from graph.extraction.quantities.quantities import find_quantities, may_hold_figure
from graph.extraction.reading import Reading

_TAG = re.compile(r"</?[a-zA-Z]{1,8}(?:\s[^<>\n]{0,200})?/?>")
_MOST = 60
"""Records looked at; what holds of so many holds of the rest."""
_LONGEST_NAME = 14
"""Words."""


@dataclass(frozen=True, slots=True)
class Column:
    """The values that records of a group have for one key. Each share is of the records that have the key at all, 0 to 1."""

    key: str
    """The key as written; empty for the records' own names where these are keys."""
    share: float
    """Of all records, those that have it."""
    distinct: bool
    """No value stands twice."""
    dates: float
    ranges: float
    titles: float
    names: float
    schools: float
    degrees: float
    technologies: float
    figures: float
    short: float
    prose: float
    listed: float
    """More than one value."""
    capital: float
    """Begins with a capital, or in a script that has none."""


def columns_of(reading: Reading, group: RecordGroup) -> list[Column]:
    """Return the columns of a group in the order in which its records have them, their names first."""
    records = group.records[:_MOST]
    found: list[Column] = []
    names = [(reading.quote(record.name),) for record in records if record.name is not None]
    if names:
        found.append(_column(reading, "", names, len(records)))
    keys = dict.fromkeys(key for record in records for key in record.columns)
    for key in keys:
        values = [_values(reading, record.columns[key]) for record in records if key in record.columns]
        found.append(_column(reading, key, values, len(records)))
    return found


def _values(reading: Reading, blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(words_in(reading, block) for block in blocks)


def words_in(reading: Reading, block: Block) -> str:
    """Return a field's value without quotes, lines joined."""
    words = reading.quote(block.span).strip("\"' \t\r\n")
    return " ".join((_TAG.sub(" ", words) if "<" in words else words).split())


def _column(reading: Reading, key: str, rows: Sequence[tuple[str, ...]], records: int) -> Column:
    vocabularies = reading.vocabularies
    schools, (degrees, _) = institution_pattern(vocabularies.degrees), degree_pattern(vocabularies.degrees)

    def share(fits: Callable[[str], bool]) -> float:
        return sum(len(row) == 1 and fits(row[0]) for row in rows) / len(rows)

    return Column(
        key=key,
        share=len(rows) / records,
        distinct=len(set(rows)) == len(rows),
        dates=share(is_date),
        ranges=share(_is_range),
        titles=share(lambda v: is_title(v, vocabularies.roles) or is_title(v.partition(", ")[0], vocabularies.roles)),
        names=share(lambda v: is_name_of_somebody(reading, _ACQUIRED.sub("", v) if " by " in v else v)),
        schools=share(lambda v: len(v) < 120 and schools.search(v) is not None),
        degrees=share(lambda v: degrees.match(v) is not None),
        technologies=sum(lists_technologies(reading, row) for row in rows) / len(rows),
        figures=share(lambda v: is_figure(reading, v)),
        short=share(lambda v: 1 <= len(v.split()) <= _LONGEST_NAME and not v.endswith((".", "!")) and "://" not in v),
        prose=sum(sum(len(v.split()) for v in row) >= 6 for row in rows) / len(rows),
        listed=sum(len(row) > 1 for row in rows) / len(rows),
        capital=sum(bool(row[0]) and not row[0][0].islower() for row in rows) / len(rows),
    )


_ACQUIRED = re.compile(r",\s{1,2}(?:now )?(?:acquired|bought|owned|taken over) by [^\n]{2,60}$")


def is_date(value: str) -> bool:
    """Return whether a value is a date or period and nothing else of weight: "2019–2022", "since May 2020"."""
    if is_present(value):
        return True
    found = find_periods(value) if len(value) <= 60 else []
    return bool(found) and sum(p.end - p.start for p in found) * 2 >= len(value.strip())


def _is_range(value: str) -> bool:
    if not is_date(value) or is_present(value):
        return False
    period = find_periods(value)[0].range
    return period.is_current or (period.start != period.end and period.end is not None)


def is_name_of_somebody(reading: Reading, value: str) -> bool:
    """Return whether a value is a name that may be an employer's or client's, what stands in brackets behind it aside."""
    bare, *behind = (part.strip() for part in re.split(r"\s[(|·]", value))
    if len(behind) == 1 and " · " in value and is_proper_name(behind[0]) and bare[:1].islower() and bare.isalpha():
        return True  # "triptic · Utrecht": a house in small letters and its town.
    if not bare or is_date(bare) or is_place(bare) or is_title(bare, reading.vocabularies.roles):
        return False
    return is_proper_name(bare) and bare[:1].isupper() and not is_generic(bare, reading.vocabularies)


def lists_technologies(reading: Reading, row: Sequence[str]) -> bool:
    """Return whether values are technologies: most of a list's, or most words of one line such as "Swift, Core Data"."""
    items = [item for value in row for item in re.split(r"[,;/|·•+]", value) if item.strip()] if row else []
    if not items or max(len(item.split()) for item in items) > 5:
        return False
    find = reading.vocabularies.technologies.find
    return 2 * sum(bool(find(item)) for item in items) >= len(items)


def is_figure(reading: Reading, value: str) -> bool:
    """Return whether a value is a figure with few words around: "-83 %", "from 2 a week to 25 a day"."""
    if len(value.split()) > 10 or is_date(value) or not may_hold_figure(value, reading.vocabularies.units):
        return False
    return bool(find_quantities(value, reading.vocabularies.units))
