"""The matrix before it is a page: what a URL asks of it, its cells, and rows and columns in their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Entity, EntityKind, Evidence
from graph.ties import ties
from webapp.asking import Asked
from webapp.choices import entity_asked, one_of, text_asked
from webapp.corpus import Corpus
from webapp.wording import period_of

ROWS: Mapping[str, str] = {"project": "projects", "person": "people", "employer": "employers"}
COLUMNS: Mapping[str, str] = {"technology": "technologies", "practice": "practices", "both": "both"}
SORTS: Mapping[str, str] = {"most": "most places first", "name": "A to Z", "date": "latest first"}
SHARED: Mapping[str, str] = {"2": "2 rows or more", "3": "3 rows or more", "5": "5 rows or more"}
"""How many rows a column has to have."""

Ties = Mapping[tuple[str, str], tuple[Evidence, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a URL asks of the matrix."""

    rows: str
    columns: str
    sort: str
    by: str
    person: str
    employer: str
    shared: str
    row: str
    column: str

    @property
    def values(self) -> dict[str, str | int]:
        """The values for an address, without those that are defaults."""
        return {
            "rows": "" if self.rows == "project" else self.rows,
            "columns": "" if self.columns == "technology" else self.columns,
            "sort": "" if self.sort == "most" else self.sort,
            "by": self.by, "person": self.person, "employer": self.employer, "shared": self.shared,
            "row": self.row, "column": self.column,
        }  # fmt: skip


def read_wanted(corpus: Corpus, asked: Asked) -> Wanted:
    """Return what a URL asks. Raises BadValueError for a value that can't be used."""
    columns = one_of(asked, "columns", COLUMNS, "technology")
    kinds = kinds_of(columns)
    return Wanted(
        rows=one_of(asked, "rows", ROWS, "project"),
        columns=columns,
        sort=one_of(asked, "sort", SORTS, "most"),
        by=entity_asked(corpus, asked, "by", *kinds),
        person=entity_asked(corpus, asked, "person", EntityKind.PERSON),
        employer=entity_asked(corpus, asked, "employer", EntityKind.EMPLOYER),
        shared=one_of(asked, "shared", ("", *SHARED)),
        row=text_asked(asked, "row"),
        column=text_asked(asked, "column"),
    )


def kinds_of(columns: str) -> tuple[EntityKind, ...]:
    """Return the kinds that stand in the columns."""
    return (EntityKind.TECHNOLOGY, EntityKind.PRACTICE) if columns == "both" else (EntityKind(columns),)


def is_filtered(wanted: Wanted) -> bool:
    """Return whether anything but the order is asked for."""
    return bool(wanted.person or wanted.employer or wanted.shared or wanted.row or wanted.column)


# ---------------------------------------------------------------- the table


@lru_cache(maxsize=16)
def _ties(corpus: Corpus, rows: str, columns: str, wanted: tuple[str, ...]) -> Ties:
    """Return what ties rows to columns; kept, since paging and sorting ask for the same again."""
    if not wanted:
        tables = _whole(corpus)
        if (rows, columns) not in tables:
            tables[rows, columns] = ties(corpus.kg, EntityKind(rows), kinds_of(columns))
        return tables[rows, columns]
    return ties(corpus.kg, EntityKind(rows), kinds_of(columns), wanted)


@lru_cache(maxsize=2)
def _whole(corpus: Corpus) -> dict[tuple[str, str], Ties]:
    """Return the tables of all projects, to be filled by the first that asks for one: there are but nine."""
    return {}


@lru_cache(maxsize=16)
def arranged(corpus: Corpus, wanted: Wanted) -> tuple[Ties, list[Entity], list[Entity], Counter[str], Counter[str]]:
    """Return the cells, rows and columns in their order, each row's places and each column's rows; kept for paging."""
    kg = corpus.kg
    through = tuple(one for one in (wanted.person, wanted.employer) if one)
    found = _ties(corpus, wanted.rows, wanted.columns, through)
    only = {"person": wanted.person, "employer": wanted.employer}.get(wanted.rows, "")
    row_text, column_text = wanted.row.casefold(), wanted.column.casefold()
    if only or row_text or column_text:
        names = {key: kg.entity(key).name.casefold() for key in {key for pair in found for key in pair}}
        found = {
            (row, column): proofs
            for (row, column), proofs in found.items()
            if (not only or row == only) and row_text in names[row] and column_text in names[column]
        }
    if wanted.shared:
        widths = Counter(column for _, column in found)
        found = {pair: proofs for pair, proofs in found.items() if widths[pair[1]] >= int(wanted.shared)}
    sums = _sums(found)
    rows, columns = [kg.entity(key) for key in sums.rows], [kg.entity(key) for key in sums.columns]
    return (
        found,
        _sorted_rows(found, rows, sums, wanted),
        _sorted_columns(columns, sums, wanted),
        sums.rows,
        sums.widths,
    )


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the cells come to."""

    rows: Counter[str]
    """Row id → places."""
    columns: Counter[str]
    """Column id → places."""
    widths: Counter[str]
    """Column id → rows that have it."""


def _sums(found: Ties) -> _Sums:
    rows: dict[str, int] = defaultdict(int)
    columns: dict[str, int] = defaultdict(int)
    for (row, column), proofs in found.items():
        places = len(proofs)
        rows[row] += places
        columns[column] += places
    return _Sums(Counter(rows), Counter(columns), Counter(column for _, column in found))


def _sorted_rows(found: Ties, rows: Sequence[Entity], sums: _Sums, wanted: Wanted) -> list[Entity]:
    by_name = sorted(rows, key=lambda e: (e.name.casefold(), e.id))
    if wanted.by:
        return sorted(by_name, key=lambda e: (-len(found.get((e.id, wanted.by), ())), -sums.rows[e.id]))
    if wanted.sort == "most":
        return sorted(by_name, key=lambda e: -sums.rows[e.id])
    return sorted(by_name, key=_lateness) if wanted.sort == "date" else by_name


def _lateness(entity: Entity) -> int:
    """Return less for what ended later; 0 for what has no date."""
    period = period_of(entity)
    if period is None:
        return 0
    if period.is_current:
        return -1_000_000
    last = period.end or period.start
    return 0 if last is None else -last.last_month


def _sorted_columns(columns: Sequence[Entity], sums: _Sums, wanted: Wanted) -> list[Entity]:
    by_name = sorted(columns, key=lambda e: (e.name.casefold(), e.id))
    if wanted.sort != "name":
        # What most rows share stands first: there rows can be compared.
        by_name.sort(key=lambda e: (-sums.widths[e.id], -sums.columns[e.id]))
    return sorted(by_name, key=lambda e: e.kind is not EntityKind.TECHNOLOGY)
