"""What a reader of one format is: a row of the READERS table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from graph.documents import Document

Reader: TypeAlias = Callable[[bytes, str], Document]
"""(a file's bytes, document id) → Document; raises UnreadableFileError. Opens no file itself."""

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReaderSpec:
    """One format: which files, how they are read, and up to which size."""

    suffixes: tuple[str, ...]
    """File name endings in lower case, with the dot."""
    label: str
    """The format's name as shown to people."""
    read: Reader
    max_bytes: int
    """Larger files are refused."""
    reads: str
    """What of such a file becomes text and blocks, in one sentence."""
    limits: str = ""
    """Which limits hold besides the size, in a few words."""

    @property
    def largest(self) -> str:
        """The size up to which files are read, as people write it."""
        return f"{self.max_bytes // MEGABYTE} MB"


def formats_table(formats: Iterable[ReaderSpec]) -> list[str]:
    """Return the rows of a Markdown table of formats, its head included, as README shows it."""
    rows = ["| format | endings | largest | what becomes text | other limits |", "|---|---|---|---|---|"]
    for spec in formats:
        endings = ", ".join(f"`{suffix}`" for suffix in spec.suffixes)
        rows.append(f"| {spec.label} | {endings} | {spec.largest} | {spec.reads} | {spec.limits} |")
    return rows
