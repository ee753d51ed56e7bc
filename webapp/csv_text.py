"""Tables as CSV for spreadsheets, harmless there: no text of a document becomes a formula. Knows no page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection"); full-width forms count as well."""


def write_csv(rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows as CSV (RFC 4180): a text that would be a formula gets an apostrophe before it; numbers stay numbers.

    >>> write_csv([["=1+1", -2, None]])
    "'=1+1,-2,\\r\\n"
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        words = value.replace("\x00", "")
        start = words.lstrip(" \u00a0\u202f\ufeff")[:1].translate(_NARROW)
        is_formula = words.startswith(_FORMULA) or (bool(start) and start in _FORMULA)
        return f"'{words}" if is_formula else words
    return int(value) if float(value).is_integer() else value


_NARROW = {ord(wide): narrow for wide, narrow in zip("＝＋－＠", "=+-@", strict=True)}
