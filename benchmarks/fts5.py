"""The yardstick of searching: the same passages in SQLite's FTS5, asked the same words, with its own snippets.

FTS5 knows no stories, names, figures or facets; it is what a full-text search alone costs on this machine.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from index.query import FUNCTION_WORDS

_LEFT_OUT = FUNCTION_WORDS | {"scale"}
"""Words that we don't ask of a passage either."""
_SEARCH = """
SELECT title, snippet(passages, 1, '<', '>', '…', 40), bm25(passages, 3.0, 1.0)
FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, 3.0, 1.0) LIMIT ?
"""


def write_fts5(path: Path, passages: Iterable[tuple[str, str]]) -> None:
    """Write (title, text) pairs into a new FTS5 database, stemmed, and optimize it."""
    with sqlite3.connect(path) as database:
        database.execute("CREATE VIRTUAL TABLE passages USING fts5(title, body, tokenize = 'porter unicode61')")
        database.executemany("INSERT INTO passages VALUES (?, ?)", passages)
        database.execute("INSERT INTO passages(passages) VALUES ('optimize')")
    database.close()


def search_fts5(path: Path, query: str, limit: int = 10) -> list[tuple[str, str]]:
    """Return (title, marked snippet) of the best; on a connection of its own, whose page cache is empty."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return [(title, snippet) for title, snippet, _ in database.execute(_SEARCH, (fts5_query(query), limit))]
    finally:
        database.close()


def fts5_query(query: str) -> str:
    """Return a query of ours in FTS5's language: its content words, all required; filters are dropped.

    >>> fts5_query('kafka OR "late queue" bill* has:metric')
    '"kafka" OR "late queue" "bill"*'
    """
    parts = []
    for part in re.findall(r'"[^"]+"|\S+', query):
        if part == "OR":
            parts.append(part)
        elif ":" not in part and part not in _LEFT_OUT:
            star = "*" if part.endswith("*") else ""
            parts.append('"' + part.strip('"*').replace('"', "") + '"' + star)
    return " ".join(parts)
