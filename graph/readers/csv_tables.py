"""Reads CSV tables of projects, achievements, jobs, studies …: the file's own text, each cell a field of its row's record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, Document, Span
from graph.readers.csv_cells import Cell, rows_of
from graph.readers.decoding import decode_text
from graph.readers.plain_text import title_of_file
from graph.readers.table_columns import COLUMNS, kind_of_columns, linkedin_table, plain_name

_PIECE = re.compile(r"(?:^|(?<=[\r\n])|(?<=\s{2})|(?<=[.;]\s))(?:[•‣▪●◦■·*–-]\s++|[•‣▪●◦■]\s*+|\d{1,2}[.)]\s++)(?=\S)")
_SPLIT_LEAVES = frozenset({"highlights", "description", "achievement"})


def read_csv(data: bytes, document_id: str) -> Document:
    """Return a CSV file as a document; its columns are told by their names, the first row with two of them.

    A table whose columns tell nothing of a career is text in rows. Raises UnreadableFileError for binary data and for
    more than 50,000 rows.
    """
    text = decode_text(data, document_id)
    rows = rows_of(text, document_id)
    head = head_of(rows)
    columns = [cell.value for cell in rows[head]] if rows else []
    kind = linkedin_table(document_id) if _is_linkedin(document_id, columns) else kind_of_columns(columns)
    blocks: list[Block] = []
    for number, row in enumerate(rows[head + 1 :]):
        blocks.extend(_row_blocks(row, columns, kind, number, document_id))
    return Document(document_id, "text/csv", title_of_file(document_id), text, tuple(blocks))


def head_of(rows: Sequence[Sequence[Cell]]) -> int:
    """Return which row names the columns: the first with two cells, since notes above a table have one."""
    return next((place for place, row in enumerate(rows) if sum(bool(cell.text) for cell in row) > 1), 0)


def keys_of(columns: Sequence[str], kind: str) -> list[str]:
    """Return the key of each column in a table of a kind; columns that it does not know keep their own name."""
    known = COLUMNS[kind]
    taken: set[str] = set()
    keys = []
    for column in columns:
        key = known.get(plain_name(column), "")
        if not key or key in taken:
            key = plain_name(column).replace(" ", "_") or "note"
        taken.add(key)
        keys.append(key)
    return keys


def pieces_of(text: str, key: str) -> list[tuple[str, int, int]]:
    """Return (key, start, end) of the bullets in a value, numbered where there are several; else of the whole."""
    if key not in _SPLIT_LEAVES:
        return [(key, 0, len(text))]
    marks = list(_PIECE.finditer(text))
    edges = [(match.start(), match.end()) for match in marks] or [
        (m.start(), m.end()) for m in re.finditer(r"[\r\n]+", text)
    ]
    if not edges:
        return [(key, 0, len(text))] if key != "highlights" else [("highlights[0]", 0, len(text))]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(text)]
    found: list[tuple[str, int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        left, right = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if right > left:
            found.append((f"highlights[{len(found)}]", left, right))
    return found if len(found) > 1 or key == "highlights" else [(key, found[0][1], found[0][2])] if found else []


def _is_linkedin(document_id: str, columns: Sequence[str]) -> bool:
    """Return whether a table has the name of one of LinkedIn's, and at least half of its columns are known for it."""
    kind = linkedin_table(document_id)
    if kind is None:
        return False
    names = [plain_name(column) for column in columns]
    return 2 * sum(name in COLUMNS[kind] or name in ("first name", "last name") for name in names) >= len(names)


def _row_blocks(
    row: Sequence[Cell], columns: Sequence[str], kind: str | None, number: int, document_id: str
) -> Iterator[Block]:
    if kind is None:
        filled = [cell for cell in row if cell.text]
        yield Block(BlockKind.TABLE_ROW, Span(document_id, filled[0].start, filled[-1].end), key=" | ".join(columns))
        return
    # One profile is the author's, not one of a list.
    prefix = "basics" if kind == "basics" else f"{kind}[{number}]"
    for cell, key in zip(row, keys_of(columns, kind), strict=False):
        if not cell.text:
            continue
        for leaf, start, end in pieces_of(cell.text, key):
            yield Block(BlockKind.FIELD, Span(document_id, cell.start + start, cell.start + end), 2, f"{prefix}.{leaf}")
