"""Lists the files of a content folder that are to be read, and names those that are not. Opens no file."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graph.errors import ContentFolderError
from graph.readers import READERS
from graph.readers.linkedin_folders import export_names

CORRECTIONS_FILE = "careergraph.yaml"
"""The user's corrections, at the root of the folder; never read as content."""

_NEVER_ENTERED = frozenset({"node_modules", "__pycache__"})
"""Besides all names that start with a dot, such as `.venv` and `.git`."""


@dataclass(frozen=True, slots=True)
class ContentListing:
    """What is in a content folder."""

    files: list[Path]
    """To be read, sorted by POSIX path below the folder."""
    skipped: list[tuple[Path, str]]
    """Not read, with the reason; sorted likewise. Hidden files and folders are not among them."""


def find_content(content_dir: Path, leave_out: Collection[str] = ()) -> ContentListing:
    """Return the files of a folder and of all folders below it.

    Left out silently: hidden files and folders, `node_modules`, `__pycache__`, `careergraph.yaml` at the root, and the
    files whose POSIX path below the folder is in `leave_out` (taxonomies, which are read as vocabularies).
    The CSV files of a LinkedIn export are one document, for which the first stands; others below its folder are skipped.
    Left out with a reason: links that leave the folder or lead to a folder, special files, unsupported formats, names
    that are no UTF-8, folders that can't be opened. Raises ContentFolderError where the folder is missing or none.
    """
    if not content_dir.is_dir():
        state = "no folder" if content_dir.exists() else "no such folder"
        raise ContentFolderError(f"{state}; name the folder that holds your files", path=content_dir.as_posix())
    root = content_dir.resolve()
    no_content = {CORRECTIONS_FILE, *(PurePosixPath(name).as_posix() for name in leave_out)}
    files: list[Path] = []
    skipped: list[tuple[Path, str]] = []
    exports: list[Path] = []

    def note_unopened(error: OSError) -> None:
        skipped.append((Path(error.filename), error.strerror or "can't be opened"))

    for folder, subfolders, names in os.walk(content_dir, onerror=note_unopened):
        here = Path(folder)
        links = [name for name in subfolders if not is_left_out(name) and (here / name).is_symlink()]
        skipped.extend((here / name, "a link to a folder") for name in links)
        subfolders[:] = sorted(name for name in subfolders if not is_left_out(name) and name not in links)
        export = export_names(name for name in names if not (here / name).is_symlink())
        if export:
            exports.append(here)
        for name in names:
            path = here / name
            if name in export[1:]:
                continue
            if is_left_out(name) or path.relative_to(content_dir).as_posix() in no_content:
                continue
            reason = _reason_against(path, root)
            if reason is None and name not in export and _is_in_export(path, exports):
                reason = "a part of the LinkedIn export that tells nothing of a career"
            if reason is None:
                files.append(path)
            else:
                skipped.append((path, reason))
    order = sorted(files, key=lambda path: path.relative_to(content_dir).as_posix())
    return ContentListing(order, sorted(skipped, key=lambda entry: entry[0].as_posix()))


def is_left_out(name: str) -> bool:
    """Return whether files and folders of this name are never read, nor named as skipped."""
    return name.startswith(".") or name in _NEVER_ENTERED


def _is_in_export(path: Path, exports: Sequence[Path]) -> bool:
    """Return whether a CSV file lies in the folder of a LinkedIn export or below it: messages, connections …"""
    return path.suffix.lower() == ".csv" and any(path.is_relative_to(folder) for folder in exports)


def _reason_against(path: Path, root: Path) -> str | None:
    """Return why a file is not read, or None."""
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return "a name that is no UTF-8"
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root):
            return "a link that leaves the folder"
        if not stat.S_ISREG(path.stat().st_mode):
            return "no regular file"
    except (OSError, RuntimeError):
        return "a broken link"
    return None if path.suffix.lower() in READERS else "unsupported format"
