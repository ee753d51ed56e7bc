"""The store on disk: its names, its manifest, its lock, its pointer. Knows nothing of graphs or searching.

store/ (0700)
  .gitignore              keeps the store out of the repository that it lies in
  lock                    held while building; permanent
  current                 id of the generation to read, replaced whole
  inputs                  that id again, and the fingerprint of what it was built from
  generations/ID/         immutable once it has this name
    graph.json documents.json report.json records.json manifest.json
    buckets/0 … 7/        Whoosh, and its postings flat (postings.py); folders of buckets without records are absent
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import BuildInProgressError, StoreDamagedError, StoreError, StoreMissingError
from index.schema import FORMAT_VERSION

CONCEPTS_FILE = "concepts.json"
"""Of a generation: the concepts by which queries are read, ready for use."""
SYNONYMS_FILE = "synonyms.json"
"""Of a generation: the words that stand for each other, as they were when it was built."""
BUCKETS = 8
"""More make searches slower (32: twice), fewer make a rebuild write more."""
REMEDY = "run `careergraph build CONTENT_DIR`"
_ID = re.compile(r"[0-9a-f]{16}")
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation consists of."""

    id: str
    files: Mapping[str, tuple[int, str]]
    """POSIX path below the generation → (size in bytes, SHA-256)."""
    buckets: Mapping[str, str]
    """Bucket → SHA-256 of the records in it."""
    content_dir: str | None
    """The folder that was built, as an absolute path; None where it is not known."""


def generation_folder(store: Path, generation_id: str) -> Path:
    """Return where a generation lies."""
    return store / "generations" / generation_id


def current_id(store: Path) -> str:
    """Return the id of the generation to read. Raises StoreMissingError or StoreDamagedError."""
    try:
        text = (store / "current").read_text(encoding="ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise StoreMissingError(f"nothing has been built here; {REMEDY}", path=str(store)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreDamagedError(
            f"the pointer to the current generation can't be read ({error}); {REMEDY}", path=str(store)
        ) from error
    if not _ID.fullmatch(text):
        raise StoreDamagedError(f"the pointer to the current generation is no id; {REMEDY}", path=str(store))
    return text


def point_to(store: Path, generation_id: str) -> None:
    """Make a generation the current one, at once and for good."""
    _replace(store, "current", generation_id)


def remember_inputs(store: Path, generation_id: str, fingerprint: str) -> None:
    """Keep what a generation was built from; a later one makes it forgotten. `fingerprint` is one word."""
    _replace(store, "inputs", f"{generation_id} {fingerprint}")


def remembered_inputs(store: Path) -> str | None:
    """Return the fingerprint of what the current generation was built from, or None where that is not known."""
    try:
        written = (store / "inputs").read_text(encoding="ascii").split()
        return written[1] if len(written) == 2 and written[0] == current_id(store) else None
    except (OSError, UnicodeDecodeError, StoreError):
        return None


def _replace(store: Path, name: str, line: str) -> None:
    waiting = store / f"{name}.new"
    with open(waiting, "w", encoding="ascii") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(waiting, store / name)
    sync_folder(store)


@contextmanager
def building(store: Path) -> Iterator[None]:
    """Hold the store's lock. Raises BuildInProgressError, naming the holder, where somebody else does."""
    descriptor = os.open(store / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            written = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
            pid = int(written) if written.isdigit() else None
            holder = "another process" if pid is None else f"process {pid}"
            raise BuildInProgressError(
                f"{holder} is building into this store; wait until it is done", path=str(store), pid=pid
            ) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        yield
    finally:
        os.close(descriptor)


# ---------------------------------------------------------------- manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation that is not yet published."""
    values = {
        "format": FORMAT_VERSION,
        "id": manifest.id,
        "files": {name: {"bytes": size, "sha256": digest} for name, (size, digest) in manifest.files.items()},
        "buckets": dict(manifest.buckets),
        "content_dir": manifest.content_dir,
    }
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Return a generation's manifest. Raises StoreDamagedError where it is missing, malformed or of another format."""
    try:
        values: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if values["format"] != FORMAT_VERSION:
            raise StoreDamagedError(
                f"this generation has format {values['format']}, this version reads {FORMAT_VERSION}; {REMEDY}",
                path=str(folder),
            )
        files = {str(name): (int(entry["bytes"]), str(entry["sha256"])) for name, entry in values["files"].items()}
        return Manifest(str(values["id"]), files, dict(values["buckets"]), values["content_dir"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreDamagedError(
            f"the manifest can't be read ({type(error).__name__}); {REMEDY}", path=str(folder)
        ) from error


def verify(folder: Path, manifest: Manifest, below: str = "") -> None:
    """Check that every file of the manifest (below a path) is there, unchanged, and that there is no other.

    Raises StoreDamagedError naming the file. Nothing but regular files counts: no links.
    """
    wanted = {name: entry for name, entry in manifest.files.items() if name.startswith(below)}
    there = {name for name in files_in(folder) if name.startswith(below)} - {"manifest.json"}
    for name in sorted(there - wanted.keys()):
        raise StoreDamagedError(f"{name} was not published; {REMEDY}", path=str(folder))
    for name, (size, digest) in sorted(wanted.items()):
        path = folder / name
        if name not in there or path.is_symlink():
            raise StoreDamagedError(f"{name} is missing; {REMEDY}", path=str(folder))
        if path.stat().st_size != size or sha256_of(path) != digest:
            raise StoreDamagedError(f"{name} is not what was published; {REMEDY}", path=str(folder))


def files_in(folder: Path) -> list[str]:
    """Return the POSIX paths of all files below a folder, sorted; links count as files."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()
    )


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, hexadecimal. Raises StoreDamagedError where it can't be read."""
    found = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                found.update(chunk)
    except OSError as error:
        raise StoreDamagedError(
            f"{path.name} can't be read ({error.strerror}); {REMEDY}", path=str(path.parent)
        ) from error
    return found.hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
