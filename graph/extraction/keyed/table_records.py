"""Gathers the rows of tables with a header into groups of like records, as records.py does those of YAML and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from graph.documents import Block, BlockKind, Document, Span
from graph.extraction.keyed.records import KeyedRecord, RecordGroup
from graph.readers.csv_cells import rows_of

ROWS = "rows"
"""The pattern of the groups of tables."""
CELL = re.compile(r"(?:(?<=\| )|^)(?:[^|\s]++|[^\S\n]++(?!\s*(?:\||$)))*+(?=\s*(?:\||$))")
"""A cell of a row of a table, without the bars beside it."""


def table_groups(document: Document) -> list[RecordGroup]:
    """Return a group for each table with a header, of its rows that have a cell for each column."""
    groups = []
    for labels, rows in groupby(document.blocks, key=lambda b: b.key if b.kind is BlockKind.TABLE_ROW else ""):
        records = [record for block in rows if labels and (record := _record(document, block)) is not None]
        if records:
            groups.append(RecordGroup(ROWS, tuple(records)))
    return groups


def row_path(block: Block) -> str:
    """Return the path of the record that a table's row is."""
    return f"{ROWS}[{block.span.start}]"


def cells_of(document: Document, block: Block) -> Iterator[tuple[str, Block]]:
    """Yield (label, cell) of a table's row as fields, in order; nothing where cells and labels differ in number."""
    labels = [label.strip(" *_") for label in block.key.split("|")]
    cells = _cells_of_csv(document, block) if document.media_type == "text/csv" else _cells_of_row(document, block)
    if len(cells) != len(labels):
        return
    for label, (start, end) in zip(labels, cells, strict=True):
        span = Span(block.span.document_id, start, end)
        yield label, Block(BlockKind.FIELD, span, 0, f"{row_path(block)}.{label.casefold()}")


def _cells_of_row(document: Document, block: Block) -> list[tuple[int, int]]:
    cells = CELL.finditer(document.quote(block.span))
    return [(block.span.start + cell.start(), block.span.start + cell.end()) for cell in cells]


def _cells_of_csv(document: Document, block: Block) -> list[tuple[int, int]]:
    """Return the cells of the whole line around a row: the row itself begins with its first value."""
    text = document.text
    start = text.rfind("\n", 0, block.span.start) + 1
    end = text.find("\n", block.span.end)
    rows = rows_of(text[start : len(text) if end < 0 else end], document.id)
    return [(start + cell.start, start + cell.end) for cell in rows[0]] if len(rows) == 1 else []


def _record(document: Document, block: Block) -> KeyedRecord | None:
    columns = {label: (cell,) for label, cell in cells_of(document, block) if label and len(cell.span) > 0}
    return KeyedRecord(row_path(block), columns, {}, block.span) if len(columns) > 2 else None
