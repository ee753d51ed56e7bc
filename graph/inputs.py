"""Tells whether a build would read anything but what the last one read: one fingerprint of all that goes into it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graph.content_folder import is_left_out
from graph.workers import Limits

_LARGEST = 64 << 20
"""Bytes up to which a file is read for this; no reader takes so much, so of larger ones size and time must do."""
_ROOT = Path(__file__).resolve().parents[1]
_PROGRAM = ("graph", "index")
"""Packages that decide what a build comes to."""


def fingerprint_of(content_dir: Path, limits: Limits) -> str:
    """Return a SHA-256 that changes whenever a build could give something else.

    It covers the names and bytes of all files below the folder that a build may open (careergraph.yaml and taxonomies,
    too), the limits for each file, and the program itself. A file that can't be opened counts with its name alone.
    """
    whole = hashlib.sha256(f"{limits.seconds} {limits.megabytes} {_program()}\n".encode())
    for path in _files_below(content_dir):
        name = os.fsencode(path.relative_to(content_dir).as_posix())
        whole.update(b"%d %s %s\n" % (len(name), name, _digest(path)))
    return whole.hexdigest()


def _files_below(folder: Path) -> Iterator[Path]:
    for here, subfolders, names in os.walk(folder):
        subfolders[:] = sorted(name for name in subfolders if not is_left_out(name))
        yield from (Path(here, name) for name in sorted(names) if not is_left_out(name))


def _digest(path: Path) -> bytes:
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):  # a pipe would never end
            return b"special"
        if state.st_size > _LARGEST:
            return b"%d %d" % (state.st_size, state.st_mtime_ns)
        return hashlib.sha256(path.read_bytes()).hexdigest().encode()
    except OSError:
        return b"unreadable"


@cache
def _program() -> str:
    """Return a digest of the code and vocabularies that read and index."""
    whole = hashlib.sha256()
    for package in _PROGRAM:
        for path in sorted((_ROOT / package).rglob("*")):
            if path.suffix in (".py", ".yaml"):
                whole.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()
