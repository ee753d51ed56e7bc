"""What a reader of one format is: a row of the READERS table."""

from __future__ import annotations

from collections.abc import Callable
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
