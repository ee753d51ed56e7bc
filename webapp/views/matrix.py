"""The matrix: projects, people or employers against the technologies and practices that the words tie to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Entity, EntityKind, Evidence
from index.generations import Generation
from webapp.asking import Asked
from webapp.choices import (
    Choice,
    address,
    by_name,
    choice_of,
    entity_choice,
    links_of,
    paged,
)
from webapp.corpus import Corpus, Ref
from webapp.csv_text import Cell as CsvCell
from webapp.json_parts import place_url
from webapp.matrix_table import COLUMNS, ROWS, SHARED, SORTS, Ties, Wanted, arranged, is_filtered, read_wanted
from webapp.pages import PageLink, pager_links
from webapp.wording import KIND_WORDS, counted

ROWS_A_PAGE, COLUMNS_A_PAGE = 50, 80
_CSV_ROWS, _CSV_COLUMNS = 5_000, 1_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What ties a row to a column: how many places say so, and the way to the surest of them."""

    count: int
    shade: str
    """n1 for one place, n2 for two or three, n3 for more."""
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Head:
    """A column."""

    ref: Ref
    rows: int
    """In how many rows it has something."""
    sort_url: str
    sorted: bool
    first: bool
    """Whether another kind begins here."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `cells` has a place for each column."""

    ref: Ref
    total: int
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Columns of one kind."""

    kind: str
    label: str
    width: int


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """Everything that the page shows."""

    title: str
    rows_word: str
    row_word: str
    columns_word: str
    rows: tuple[Row, ...]
    heads: tuple[Head, ...]
    bands: tuple[Band, ...]
    rows_total: int
    columns_total: int
    untied: int
    """Rows of this kind that nothing is tied to under these filters."""
    rows_shown: str
    """"Rows 51–100 of 240", where they don't fit on one page."""
    columns_shown: str
    rows_by: tuple[PageLink, ...]
    columns_by: tuple[PageLink, ...]
    sorts: tuple[PageLink, ...]
    by: Ref | None
    """The column that the rows are sorted by."""
    choices: tuple[Choice, ...]
    row_text: str
    column_text: str
    kept: tuple[tuple[str, str], ...]
    """What the form carries along: name, value."""
    filtered: bool
    all_url: str
    csv_url: str
    pager: tuple[PageLink, ...]
    columns_pager: tuple[PageLink, ...]


def matrix_page(generation: Generation, corpus: Corpus, asked: Asked) -> MatrixPage:
    """Return the matrix. Raises BadValueError for a value that can't be used."""
    wanted = read_wanted(corpus, asked)
    number, columns_number = asked.number("page", 1), asked.number("columns_page", 1)
    found, rows, columns, totals, widths = arranged(corpus, wanted)
    shown_rows = rows[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE]
    shown_columns = columns[(columns_number - 1) * COLUMNS_A_PAGE : columns_number * COLUMNS_A_PAGE]
    values = wanted.values
    here = values | {"columns_page": columns_number if columns_number > 1 else ""}
    kind = EntityKind(wanted.rows)
    return MatrixPage(
        title=f"{ROWS[wanted.rows].capitalize()} and what they {_VERBS[wanted.columns]}",
        rows_word=ROWS[wanted.rows],
        row_word=KIND_WORDS[wanted.rows][0],
        columns_word="technologies and practices" if wanted.columns == "both" else COLUMNS[wanted.columns],
        rows=tuple(_row(corpus, found, row, shown_columns, totals[row.id]) for row in shown_rows),
        heads=_heads(corpus, wanted, shown_columns, widths),
        bands=_bands(shown_columns),
        rows_total=len(rows),
        columns_total=len(columns),
        untied=0 if is_filtered(wanted) else corpus.counts.get(kind, 0) - len(rows),
        rows_shown=_range("Rows", number, ROWS_A_PAGE, len(rows)),
        columns_shown=_range("Columns", columns_number, COLUMNS_A_PAGE, len(columns)),
        rows_by=links_of("/matrix", values | {"by": ""}, "rows", ROWS, wanted.rows, "project"),
        columns_by=links_of("/matrix", values | {"by": ""}, "columns", COLUMNS, wanted.columns, "technology"),
        sorts=links_of("/matrix", values | {"by": ""}, "sort", SORTS, "" if wanted.by else wanted.sort, "most"),
        by=corpus.ref(corpus.kg.entity(wanted.by)) if wanted.by else None,
        choices=_choices(corpus, wanted),
        row_text=wanted.row,
        column_text=wanted.column,
        kept=tuple((name, str(values[name])) for name in ("rows", "columns", "sort", "by") if values[name]),
        filtered=is_filtered(wanted),
        all_url=address("/matrix", {name: values[name] for name in ("rows", "columns", "sort")}),
        csv_url=address("/matrix", values, format="csv"),
        pager=pager_links(number, -(-len(rows) // ROWS_A_PAGE), paged("/matrix", here)),
        columns_pager=pager_links(
            columns_number, -(-len(columns) // COLUMNS_A_PAGE), paged("/matrix", values, "columns_page")
        ),
    )


_VERBS = {"technology": "used", "practice": "applied", "both": "used and applied"}


def matrix_csv(corpus: Corpus, asked: Asked) -> list[list[CsvCell]]:
    """Return the whole table as the filters leave it, in its order: counts of places, empty where nothing is said."""
    wanted = read_wanted(corpus, asked)
    found, rows, columns, _, _ = arranged(corpus, wanted)
    columns = columns[:_CSV_COLUMNS]
    table: list[list[CsvCell]] = [[KIND_WORDS[wanted.rows][0], "id", *(column.name for column in columns)]]
    for row in rows[:_CSV_ROWS]:
        counts = [len(found[row.id, column.id]) if (row.id, column.id) in found else None for column in columns]
        table.append([row.name, row.id, *counts])
    return table


# ---------------------------------------------------------------- what is asked


def _choices(corpus: Corpus, wanted: Wanted) -> tuple[Choice, ...]:
    people, employers = by_name(corpus, EntityKind.PERSON), by_name(corpus, EntityKind.EMPLOYER)
    return (
        entity_choice("person", "Person", people, wanted.person, "anyone"),
        entity_choice("employer", "Employer", employers, wanted.employer, "any"),
        choice_of("shared", "Columns with", SHARED, wanted.shared, "any row"),
    )


# ---------------------------------------------------------------- the table


def _heads(corpus: Corpus, wanted: Wanted, columns: Sequence[Entity], widths: Counter[str]) -> tuple[Head, ...]:
    found, before = [], None
    for column in columns:
        url = address("/matrix", wanted.values, by="" if wanted.by == column.id else column.id)
        found.append(
            Head(corpus.ref(column), widths[column.id], url, wanted.by == column.id, column.kind is not before)
        )
        before = column.kind
    return tuple(found)


def _bands(columns: Sequence[Entity]) -> tuple[Band, ...]:
    widths = Counter(column.kind.value for column in columns)
    return tuple(Band(kind, KIND_WORDS[kind][1], widths[kind]) for kind in ("technology", "practice") if widths[kind])


def _row(corpus: Corpus, found: Ties, row: Entity, columns: Sequence[Entity], total: int) -> Row:
    return Row(corpus.ref(row), total, tuple(_cell(found.get((row.id, c.id)), row, c) for c in columns))


def _cell(proofs: Sequence[Evidence] | None, row: Entity, column: Entity) -> Cell | None:
    if not proofs:
        return None
    count = len(proofs)
    shade = "n1" if count == 1 else "n2" if count <= 3 else "n3"
    words = f" {counted(count, 'place')[len(f'{count:,}') + 1 :]}: {column.name} in {row.name}"
    return Cell(count, shade, words, place_url(proofs[0].span))


def _range(word: str, number: int, size: int, total: int) -> str:
    if total <= size:
        return ""
    first, last = (number - 1) * size + 1, min(number * size, total)
    return f"{word} {first}–{last} of {total:,}" if first <= total else f"No more {word.lower()}; there are {total:,}"
