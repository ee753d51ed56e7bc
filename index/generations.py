"""Opens the current generation of a store and moves on when a newer one is published. Writes nothing itself."""

from __future__ import annotations

import gc
import json
import os
import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from graph.concept_vocabulary import concepts_from_json
from graph.concepts import ConceptFinder
from graph.documents import Document
from graph.errors import StorageError
from graph.model import KnowledgeGraph
from graph.report import BuildReport, BuildResult
from graph.storage import load as load_graph
from graph.synonyms import Synonyms, synonyms_from_json
from index.collection import Collection
from index.errors import StoreDamagedError, StoreError, StoreMissingError
from index.publishing import write_generation
from index.records import SearchRecord
from index.results import SearchRequest, SearchResponse
from index.search import SearchIndex
from index.similar import Similar
from index.store import (
    CONCEPTS_FILE,
    REMEDY,
    SYNONYMS_FILE,
    Manifest,
    current_id,
    generation_folder,
    read_manifest,
    verify,
)
from index.suggest import Suggestion
from index.told import ToldExperience
from index.whoosh_engine import WhooshEngine


class Generation:
    """One published graph with its index, safe to share between threads; it stays readable when a newer one comes."""

    def __init__(self, manifest: Manifest, result: BuildResult, index: SearchIndex) -> None:
        self.id = manifest.id
        self.kg: KnowledgeGraph = result.kg
        self.report: BuildReport = result.report
        self.communities: tuple[tuple[str, ...], ...] = result.communities
        """Ids of entities that hang together, the largest group first."""
        self.content_dir = None if manifest.content_dir is None else Path(manifest.content_dir)
        self._index = index

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""
        return self.kg.documents

    def search(self, request: SearchRequest) -> SearchResponse:
        """Return one page of hits. Raises QueryBudgetError or UsageError; see index/search.py."""
        return self._index.search(request)

    def suggest(self, prefix: str, limit: int = 8) -> list[Suggestion]:
        """Return completions of what is typed, entities first."""
        return self._index.suggest(prefix, limit)

    def similar(self, story: str, limit: int = 5) -> list[Similar]:
        """Return stories like a story (a project's id), with what they share; see index/similar.py."""
        return self._index.similar.like(story, limit)

    def experiences(self, story: str, limit: int = 8) -> list[ToldExperience]:
        """Return the experiences that a story (a project's id) tells, with their words; see index/told.py."""
        return self._index.told.of(story, limit)

    def percentile(self, outcome_id: str) -> float | None:
        """Return the share (0–1) of figures of its dimension that an outcome exceeds; None where it has no number."""
        return self._index.collection.scale.percentile(outcome_id)


def publish(store: Path, result: BuildResult, content_dir: Path | None = None) -> Generation:
    """Write a build into the store, make it current, and return it opened.

    Raises BuildInProgressError where another process builds into this store, StoreError where it can't be written.
    """
    return _open(store, write_generation(store, result, content_dir))


def open_current(store: Path) -> Generation:
    """Return the current generation, verified.

    Raises StoreMissingError where nothing has been published, StoreDamagedError where it is not what was published.
    """
    wanted = current_id(store)
    try:
        return _open(store, wanted)
    except StoreDamagedError:
        # Two builds in the meantime may have pruned what the pointer named a moment ago.
        if current_id(store) == wanted:
            raise
        return _open(store, current_id(store))


def _open(store: Path, generation_id: str) -> Generation:
    folder = generation_folder(store, generation_id)
    if not folder.is_dir():
        raise StoreDamagedError(f"generation {generation_id} is missing; {REMEDY}", path=str(store))
    manifest = read_manifest(folder)
    if manifest.id != generation_id:
        raise StoreDamagedError(f"the manifest is of generation {manifest.id}; {REMEDY}", path=str(folder))
    # Whoosh reads its table of contents with pickle: nothing is opened that is not byte for byte what was published.
    verify(folder, manifest)
    # Millions of small objects are made and none is let go: looking among them for garbage is a fifth of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        result = load_graph(folder)
        values = json.loads((folder / "records.json").read_text(encoding="utf-8"))
        collection = Collection([SearchRecord.from_json(value) for value in values])
        finder = _concepts((folder / CONCEPTS_FILE).read_text(encoding="utf-8"))
        synonyms = _synonyms((folder / SYNONYMS_FILE).read_text(encoding="utf-8"))
        buckets = [folder / "buckets" / name for name in sorted(manifest.buckets)]
        engine = WhooshEngine(buckets, collection)
    except (StorageError, OSError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise StoreDamagedError(f"this generation can't be opened ({error}); {REMEDY}", path=str(folder)) from error
    else:
        return Generation(manifest, result, SearchIndex(result.kg, collection, engine, finder, synonyms))
    finally:
        if collects:
            gc.enable()
            # Once, here: else it is done in the midst of one of the first searches, which takes a second longer.
            gc.collect()


# Hardly any build changes them: whoever opens a second generation, as a server does, has them already.
@lru_cache(maxsize=2)
def _concepts(text: str) -> ConceptFinder:
    return concepts_from_json(json.loads(text))


@lru_cache(maxsize=2)
def _synonyms(text: str) -> Synonyms:
    return synonyms_from_json(json.loads(text))


class GenerationHolder:
    """Gives each request the current generation; safe to share between threads.

    A new one is opened by the first request after the pointer moved, while the others go on with the one before.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._generation: Generation | None = None
        self._failure: StoreError | None = None

    @property
    def problem(self) -> str | None:
        """Why the newest generation doesn't serve; None where it does."""
        return None if self._failure is None else str(self._failure)

    def current(self) -> Generation:
        """Return the current generation, or the one before where the current one will not open (see `problem`).

        Raises StoreMissingError or StoreDamagedError where there is none to give.
        """
        held = self._generation
        pointer = self._pointer()
        if held is not None and (pointer == self._seen or not self._lock.acquire(blocking=False)):
            return held
        if held is None:
            self._lock.acquire()
        try:
            self._move_on(pointer)
            if self._generation is None:
                assert self._failure is not None
                raise self._failure
            return self._generation
        finally:
            self._lock.release()

    def _pointer(self) -> tuple[int, int] | None:
        """Return what changes whenever the pointer is replaced; None where there is none."""
        try:
            found = os.stat(self._store / "current")
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns)

    def _move_on(self, pointer: tuple[int, int] | None) -> None:
        if self._seen == pointer and (
            self._generation is not None or (self._failure is not None and pointer is not None)
        ):
            return
        try:
            generation = open_current(self._store)
        except (StoreMissingError, StoreDamagedError) as error:
            self._failure = error
        else:
            # The same generation published again: what is open already stays, with its warm caches.
            if self._generation is None or self._generation.id != generation.id:
                self._generation = generation
            self._failure = None
        self._seen = pointer
