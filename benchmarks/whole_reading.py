"""Goes with one file the whole way from reading to passages, as a build does. Judges nothing; fuzz.py and mutations.py do."""

from __future__ import annotations

from pathlib import Path

from graph.assembly import assemble
from graph.correction_rules import Corrections
from graph.errors import UnreadableFileError
from graph.passages import cut_passages
from graph.pipeline import interpret
from graph.readers import read_file
from graph.resolution.identities import resolve
from graph.resolution.readings import DocumentReading


def read_whole(path: Path) -> DocumentReading:
    """Return what one file says, having gone the whole way: reading, findings, identities, graph, passages.

    Raises UnreadableFileError.
    """
    reading = interpret(read_file(path, path.name))
    kg = assemble([reading], resolve([reading], Corrections()), Corrections())
    cut_passages(kg, reading.document)
    return reading


def read_or_refuse(path: Path) -> DocumentReading | None:
    """Return the same, or None for a file that the readers refuse."""
    try:
        return read_whole(path)
    except UnreadableFileError:
        return None
