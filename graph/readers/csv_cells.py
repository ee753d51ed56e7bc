"""Cuts CSV text into cells that know where they stand. The standard library's reader tells values, but not their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import UnreadableFileError

MAX_ROWS = 50_000
MAX_COLUMNS = 200
_DELIMITERS = ",;\t|"
_SEP_LINE = re.compile(r"sep=(?P<mark>[,;\t|])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table."""

    start: int
    """Offset of its first character in the text, behind a quotation mark and white space."""
    end: int
    text: str
    """The text from start to end, as it stands in the file: a doubled quotation mark stays doubled."""

    @property
    def value(self) -> str:
        """The value, white space squeezed and doubled quotation marks single."""
        return " ".join(self.text.replace('""', '"').split())


def rows_of(text: str, document_id: str) -> list[list[Cell]]:
    """Return the rows of a CSV text (RFC 4180, but for the delimiter, which is the commonest of `,;|` and tab).

    Rows without any value are left out. An open quotation mark ends with the text. Raises UnreadableFileError for more
    than 50,000 rows or 200 columns.
    """
    sep = _SEP_LINE.match(text)  # Excel's first line, where it names the delimiter
    at = 0 if sep is None else sep.end()
    delimiter = sep["mark"] if sep is not None else _delimiter_of(text)
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    while at < len(text):
        cell, at = _cell(text, at, delimiter)
        row.append(cell)
        if len(row) > MAX_COLUMNS:
            raise UnreadableFileError(f"more than {MAX_COLUMNS} columns; split the table", path=document_id)
        if at < len(text) and text[at] == delimiter:
            at += 1
            if at < len(text):
                continue
        elif text.startswith("\r\n", at):
            at += 2
        else:
            at += 1
        if any(cell.text for cell in row):
            rows.append(row)
        row = []
        if len(rows) > MAX_ROWS:
            raise UnreadableFileError(f"more than {MAX_ROWS:,} rows; split the table", path=document_id)
    return rows


def _cell(text: str, at: int, delimiter: str) -> tuple[Cell, int]:
    """Return the cell that begins at an offset, and where its delimiter or line end stands."""
    start = at
    while start < len(text) and text[start] == " ":
        start += 1
    if text.startswith('"', start):
        end = start + 1
        while (mark := text.find('"', end)) >= 0 and text.startswith('""', mark):
            end = mark + 2
        end = len(text) if mark < 0 else mark
        behind = _END[delimiter].search(text, min(end + 1, len(text)))
        assert behind is not None
        return _trimmed(text, start + 1, end), behind.start()
    found = _END[delimiter].search(text, at)
    assert found is not None
    return _trimmed(text, at, found.start()), found.start()


_END = {mark: re.compile(rf"[{re.escape(mark)}\r\n]|\Z") for mark in _DELIMITERS}


def _trimmed(text: str, start: int, end: int) -> Cell:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = max(left, start + len(piece.rstrip()))
    return Cell(left, right, text[left:right])


def _delimiter_of(text: str) -> str:
    """Return the delimiter that stands most often outside quotation marks in the first lines that have any."""
    for line in text.splitlines()[:20]:
        bare = re.sub(r'"(?:[^"]|"")*"', "", line)
        counts = {mark: bare.count(mark) for mark in _DELIMITERS}
        best = max(_DELIMITERS, key=lambda mark: counts[mark])
        if counts[best]:
            return best
    return ","
