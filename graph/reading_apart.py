"""Reads files in worker processes: each comes back as what it says, or with the reason for which it is skipped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UnreadableFileError
from graph.resolution.readings import DocumentReading
from graph.workers import Cause, Limits, Loss, call_apart

Read = Callable[[Path, str], DocumentReading]
"""(file, document id) → what it says. Raises UnreadableFileError."""
Progress = Callable[[int, int, str], None]
"""Called with (files done, files in all, path of the one that is begun)."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no reading."""

    document_id: str
    message: str
    """What is so, a semicolon, what to do."""
    line: int | None = None


def read_apart(
    read: Read, files: Sequence[tuple[Path, str]], limits: Limits, progress: Progress | None = None
) -> list[DocumentReading | Unread]:
    """Return what each file says, in their order, whichever worker is done first. Raises nothing of a file's making."""

    def call(file: tuple[Path, str]) -> DocumentReading | Unread:
        return _read(read, *file)

    def begun(done: int, file: tuple[Path, str]) -> None:
        if progress is not None:
            progress(done, len(files), file[1])

    results = call_apart(call, files, limits, begun)
    return [
        Unread(file[1], _reason(result, limits)) if isinstance(result, Loss) else result
        for file, result in zip(files, results, strict=True)
    ]


def read_one_apart(read: Read, path: Path, document_id: str, limits: Limits) -> DocumentReading:
    """Return what one file says. Raises UnreadableFileError, also where a limit was met."""
    (result,) = read_apart(read, [(path, document_id)], limits)
    if isinstance(result, Unread):
        raise UnreadableFileError(result.message, path=document_id, line=result.line)
    return result


def _read(read: Read, path: Path, document_id: str) -> DocumentReading | Unread:
    try:
        return read(path, document_id)
    except UnreadableFileError as error:
        return Unread(document_id, error.message, error.line)
    except MemoryError:
        raise
    except Exception as error:  # One file on which a rule stumbles is no reason to read none.
        logging.getLogger(__name__).exception("%s: reading failed", document_id)
        reason = " ".join(f"{type(error).__name__} {error}".split())[:200].replace(";", ",")
        return Unread(document_id, f"reading it failed ({reason}); this is a fault of careergraph, please report it")


def _reason(loss: Loss, limits: Limits) -> str:
    """Return what is so of a file over which workers were lost twice, and what to do."""
    remedy = "save it anew in its program or split it"
    if loss.cause is Cause.TIME:
        return f"not read within {limits.seconds} seconds; {remedy}, or raise the setting `seconds`"
    if loss.cause is Cause.MEMORY:
        return f"takes more than {limits.megabytes} MB of memory to read; {remedy}, or raise the setting `memory`"
    return f"ended the process that read it, {loss.detail}; {remedy}"
