"""Writes a build into the store as a new generation, all or nothing. Reads nothing for searching."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from graph.concept_vocabulary import load_concepts
from graph.concepts import ConceptFinder
from graph.report import BuildResult
from graph.storage import save as save_graph
from graph.synonyms import Synonyms, load_synonyms
from index.errors import StoreDamagedError, StoreError
from index.records import SearchRecord, make_records
from index.schema import FORMAT_VERSION
from index.store import (
    BUCKETS,
    CONCEPTS_FILE,
    SYNONYMS_FILE,
    Manifest,
    building,
    current_id,
    files_in,
    generation_folder,
    point_to,
    read_manifest,
    sha256_of,
    sync_folder,
    verify,
    write_manifest,
)  # fmt: skip
from index.whoosh_engine import write_bucket

_IGNORED = "# Made by careergraph, which can make it again.\n*\n"
"""Keeps a store within somebody's repository out of it, whatever the store is called."""
KEPT = 2
"""Generations that stay: the current one, and the one that readers may still hold."""


def write_generation(store: Path, result: BuildResult, content_dir: Path | None = None) -> str:
    """Write a build's graph and index, make it current, and return its id.

    The id comes from the content: publishing the same again only points to it. Raises BuildInProgressError where
    another process builds into this store, StoreError where the store can't be written.
    """
    try:
        store.mkdir(parents=True, exist_ok=True, mode=0o700)
        store.chmod(0o700)
        (store / "generations").mkdir(exist_ok=True, mode=0o700)
        if not (store / ".gitignore").exists():
            (store / ".gitignore").write_text(_IGNORED, encoding="ascii")
        with building(store):
            return _publish(store, result, content_dir)
    except OSError as error:
        raise StoreError(f"the store can't be written ({error.strerror or error})", path=str(store)) from error


def _publish(store: Path, result: BuildResult, content_dir: Path | None) -> str:
    previous = _previous(store)
    waiting = generation_folder(store, ".new")
    for left_over in (store / "generations").glob(".*"):
        shutil.rmtree(left_over)
    waiting.mkdir(mode=0o700)
    try:
        save_graph(result, waiting)
        finder = load_concepts()
        for name, vocabulary in ((CONCEPTS_FILE, finder), (SYNONYMS_FILE, load_synonyms())):
            (waiting / name).write_text(_as_json(vocabulary), encoding="utf-8")
        records = make_records(result.kg, finder=finder)
        (waiting / "records.json").write_text(_json(records), encoding="utf-8")
        generation_id = _id_of(waiting)
        if not is_sound(store, generation_id):
            buckets = _write_buckets(store, waiting, records, previous)
            files = {name: ((waiting / name).stat().st_size, sha256_of(waiting / name)) for name in files_in(waiting)}
            place = str(content_dir.absolute()) if content_dir is not None else None
            write_manifest(waiting, Manifest(generation_id, files, buckets, place))
            _settle(waiting)
            target = generation_folder(store, generation_id)
            if target.exists():
                # Damaged: what was verified has to make way for what was just written.
                target.rename(generation_folder(store, ".damaged"))
            waiting.rename(target)
            sync_folder(store / "generations")
    finally:
        for left_over in (store / "generations").glob(".*"):
            shutil.rmtree(left_over, ignore_errors=True)
    point_to(store, generation_id)
    _prune(store, [generation_id, *([previous.id] if previous is not None else [])])
    return generation_id


@lru_cache(maxsize=2)
def _as_json(vocabulary: ConceptFinder | Synonyms) -> str:
    return json.dumps(vocabulary.to_json(), ensure_ascii=False)


def _previous(store: Path) -> Manifest | None:
    try:
        return read_manifest(generation_folder(store, current_id(store)))
    except StoreError:
        return None


def is_sound(store: Path, generation_id: str) -> bool:
    """Return whether a generation is there, of this version's format, and what was published."""
    folder = generation_folder(store, generation_id)
    if not folder.is_dir():
        return False
    try:
        verify(folder, read_manifest(folder))
    except StoreDamagedError:
        return False
    return True


def _id_of(folder: Path) -> str:
    """Return the first 16 hex digits of the hash of everything that the index is made from."""
    found = hashlib.sha256(f"careergraph {FORMAT_VERSION}\n".encode())
    for name in files_in(folder):
        found.update(f"{name} {sha256_of(folder / name)}\n".encode())
    return found.hexdigest()[:16]


def bucket_of(record: SearchRecord) -> int:
    """Return the bucket of a record, by the hash of the document that it shows."""
    return int(hashlib.sha256(record.location.document_id.encode()).hexdigest()[:8], 16) % BUCKETS


def _write_buckets(
    store: Path, folder: Path, records: Sequence[SearchRecord], previous: Manifest | None
) -> dict[str, str]:
    """Write the buckets, linking those whose records didn't change; return their hashes."""
    members: dict[str, list[SearchRecord]] = defaultdict(list)
    for record in records:
        members[str(bucket_of(record))].append(record)
    hashes = {name: hashlib.sha256(_json(found).encode()).hexdigest() for name, found in sorted(members.items())}
    (folder / "buckets").mkdir(mode=0o700)
    for name, digest in hashes.items():
        target = folder / "buckets" / name
        target.mkdir(mode=0o700)
        if not _link_bucket(store, target, name, digest, previous):
            write_bucket(target, members[name])
    return hashes


def _link_bucket(store: Path, target: Path, name: str, digest: str, previous: Manifest | None) -> bool:
    """Link a bucket from the generation before, and return whether its records are the same and its files sound."""
    if previous is None or previous.buckets.get(name) != digest:
        return False
    source = generation_folder(store, previous.id)
    try:
        verify(source, previous, f"buckets/{name}/")
        for path in sorted((source / "buckets" / name).iterdir()):
            os.link(path, target / path.name)
    except (StoreDamagedError, OSError):
        # No links on this file system, or files that are not what was published: written anew.
        for path in target.iterdir():
            path.unlink()
        return False
    return True


def _settle(folder: Path) -> None:
    """Make everything in a generation durable, readable by its owner alone, and unwritable."""
    for name in files_in(folder):
        path = folder / name
        path.chmod(0o400)
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    for below in sorted({path.parent for path in map(folder.joinpath, files_in(folder))}):
        sync_folder(below)
    sync_folder(folder)


def _prune(store: Path, newest: Iterable[str]) -> None:
    kept = list(dict.fromkeys(newest))
    others = [path for path in (store / "generations").iterdir() if path.name not in kept]
    others.sort(key=lambda path: (-path.stat().st_mtime_ns, path.name))
    for path in others[max(0, KEPT - len(kept)) :]:
        shutil.rmtree(path, ignore_errors=True)


def _json(records: Sequence[SearchRecord]) -> str:
    values: list[Mapping[str, object]] = [record.to_json() for record in records]
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
