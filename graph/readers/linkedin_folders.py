"""Knows which files of a folder are a LinkedIn export that was unpacked. Opens no file.

Such a folder is one document: its id is that of the first of its files, so that links, hashes and watchers meet a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.readers.table_columns import LINKEDIN_TABLES, linkedin_table

_SURE = frozenset({"basics", "work"})
"""Of Profile and Positions one is always there; folders of other tables may well have a Skills.csv."""


def export_names(names: Iterable[str]) -> list[str]:
    """Return the names of an export among a folder's files, the one that stands for all first; none if it is no export.

    >>> export_names(["Skills.csv", "notes.md", "Positions.csv", "messages.csv"])
    ['Positions.csv', 'Skills.csv']
    """
    order = list(LINKEDIN_TABLES.values())
    kinds = {name: kind for name in names if (kind := linkedin_table(name)) is not None}
    if len(kinds) < 2 or not _SURE.intersection(kinds.values()):
        return []
    return sorted(kinds, key=lambda name: (order.index(kinds[name]), name))


def export_of(path: Path) -> list[Path]:
    """Return the files of the export for which a file stands, itself first; none for all other files. Links are left out."""
    if linkedin_table(path.name) is None or path.is_symlink():
        return []
    try:
        beside = [entry.name for entry in path.parent.iterdir() if not entry.is_symlink()]
    except OSError:
        return []
    names = export_names(beside)
    return [path.parent / name for name in names] if names[:1] == [path.name] else []
