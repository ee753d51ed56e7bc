"""What can go wrong below the index: one base, one child for each thing that a caller would handle differently."""

from __future__ import annotations


class CareerGraphError(Exception):
    """Base of all errors of careergraph; its message says what happened, where, and what to do.

    `path` is the file concerned (as the user would name it) and `line` its line, from 1; either may be None.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        place = "" if path is None else f"{path}:{line}: " if line is not None else f"{path}: "
        super().__init__(place + message)
        self.message, self.path, self.line = message, path, line


class ContentFolderError(CareerGraphError):
    """The content folder is missing, is no folder, or holds nothing that can be read."""


class UnreadableFileError(CareerGraphError):
    """One content file can't be read; the build names and skips it."""


class UnsupportedFormatError(UnreadableFileError):
    """No reader takes files of this kind."""


class CorrectionsError(CareerGraphError):
    """careergraph.yaml says something that is not understood."""


class VocabularyError(CareerGraphError):
    """A vocabulary file is malformed; the build stops, since everything depends on it."""


class StorageError(CareerGraphError):
    """A saved graph is missing or damaged."""
