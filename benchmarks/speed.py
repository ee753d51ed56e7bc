"""Times reading, building, searching and pages of a corpus, each beside a yardstick measured in the same run.

A second is worth little on another machine; a ratio to a yardstick says as much there as here. Long work is measured in
processor time, short work as the best of three, so that other programs on the machine disturb little.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, quote_plus

from benchmarks.corpus import make_queries, write_corpus
from benchmarks.fts5 import search_fts5, write_fts5
from graph.content_folder import find_content
from graph.model import KnowledgeGraph
from graph.passages import cut_passages
from graph.pipeline import build_graph, interpret
from graph.readers import read_file
from graph.vocabulary import load_vocabularies
from graph.workers import Limits
from index import analyzers
from index.generations import Generation, open_current, publish
from index.results import SearchRequest
from webapp import create_app

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the report."""

    what: str
    value: float
    unit: str
    """kB/s (more is better), or s and ms (less is better)."""
    yardstick: str
    yardstick_value: float
    """In the same unit."""

    @property
    def ratio(self) -> float:
        """How many times the yardstick's time this takes; above 1 is slower, whatever the unit."""
        if not self.value or not self.yardstick_value:
            return float("nan")
        return self.yardstick_value / self.value if self.unit.endswith("/s") else self.value / self.yardstick_value


@dataclass(frozen=True, slots=True)
class Size:
    """What the corpus of a run came to."""

    documents: int
    kilobytes: int
    passages: int
    entities: int
    relations: int


def measure(folder: Path, passages: int, queries: int, seed: int) -> tuple[Size, list[Measured]]:
    """Return the size of a new corpus below `folder`, an existing empty folder, and everything measured on it."""
    content = folder / "content"
    content.mkdir()
    titles = write_corpus(content, passages, seed)
    store = folder / "store"
    load_vocabularies()  # once in a process, whatever is read; not part of a document's time
    lines = [_reading(content)]
    found, building = _building(content, store, folder / "fts5.db")
    generation = open_current(store)
    asked = make_queries(titles, queries, seed)
    lines += [*building, *_searching(generation, asked, folder / "fts5.db"), *_pages(store, asked)]
    return found, lines


# ---------------------------------------------------------------- reading and building


def _reading(content: Path) -> Measured:
    """Time reading and interpreting every file, one after the other on one core; beside cutting it into words."""
    files = find_content(content).files
    kilobytes = sum(path.stat().st_size for path in files) / 1000

    def read_all() -> None:
        for path in files:
            interpret(read_file(path, path.relative_to(content).as_posix()))

    def cut_all() -> None:
        for path in files:
            Counter(re.findall(r"\w+", path.read_text(encoding="utf-8").lower()))

    return Measured(
        "reading, one core", kilobytes / processor_seconds(read_all), "kB/s",
        "counting words", kilobytes / processor_seconds(cut_all),
    )  # fmt: skip


def _building(content: Path, store: Path, database: Path) -> tuple[Size, list[Measured]]:
    """Time the whole build and its publishing; beside writing the same passages into FTS5."""
    results: list[Any] = []
    built = processor_seconds(lambda: results.append(build_graph(content, limits=Limits(workers=0))))
    began = time.perf_counter()
    build_graph(content)
    by_workers = time.perf_counter() - began
    result = results[0]
    published = processor_seconds(lambda: publish(store, result, content))
    texts = _passages(result.kg)
    yardstick = processor_seconds(lambda: write_fts5(database, texts))
    size = Size(
        documents=len(result.kg.documents),
        kilobytes=sum(len(document.text.encode()) for document in result.kg.documents.values()) // 1000,
        passages=len(texts),
        entities=result.kg.nx.number_of_nodes(),
        relations=result.kg.nx.number_of_edges(),
    )
    return size, [
        Measured("building the graph", built, "s", "writing FTS5", yardstick),
        Measured("building it, two workers", by_workers, "s", "one process, processor time", built),
        Measured("publishing graph and index", published, "s", "writing FTS5", yardstick),
    ]


def _passages(kg: KnowledgeGraph) -> list[tuple[str, str]]:
    return [
        (passage.title, document.quote(passage.span))
        for document in kg.documents.values()
        for passage in cut_passages(kg, document)
    ]


# ---------------------------------------------------------------- searching and pages


def _searching(generation: Generation, queries: Sequence[str], database: Path) -> list[Measured]:
    """Time query → ten highlighted hits with reasons and facets; beside FTS5's ten best with snippets."""
    ours, again, theirs = [], [], []
    for query in queries:
        search = partial(generation.search, SearchRequest(query))
        ours.append(best_of_three(search, partial(forget, generation)))
        again.append(best_of_three(search))
        theirs.append(best_of_three(partial(search_fts5, database, query)))
    return [
        *_percentiles("search, cold caches", ours, "FTS5 with snippets", theirs),
        *_percentiles("search, asked again", again, "FTS5 with snippets", theirs),
    ]


def _pages(store: Path, queries: Sequence[str]) -> list[Measured]:
    """Time each kind of page in the server, cold, first byte to last; beside an answer of two fixed lines."""
    app = create_app(store)
    client = app.test_client()
    client.get("/")  # opens the generation, once in a server's life
    served = app.extensions["careergraph"]["holder"].current()
    addresses = {
        "home page": ["/"] * 10,
        "results page": [f"/search?q={quote_plus(query)}" for query in queries],
        "entity page": [f"/entity/{quote(entity.id)}" for entity in _spread(list(served.kg.entities()), len(queries))],
        "document page": [f"/document/{quote(key)}" for key in _spread(sorted(served.kg.documents), len(queries))],
    }

    def get(address: str) -> None:
        status = client.get(address).status_code
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")

    def times(wanted: Iterable[str]) -> list[float]:
        return [best_of_three(partial(get, address), partial(forget, served)) for address in wanted]

    fixed = times(["/robots.txt"] * 50)
    return [
        line for name, wanted in addresses.items() for line in _percentiles(name, times(wanted), "/robots.txt", fixed)
    ]


def _spread(things: Sequence[Thing], number: int) -> list[Thing]:
    """Return so many things at even distances."""
    step = max(1, len(things) // number)
    return list(things[::step][:number])


def forget(generation: Generation) -> None:
    """Empty every cache that a search fills, the engine's and the analyzers'; the system's file cache stays warm."""
    engine = generation._index.engine  # a benchmark may look behind the door
    for kept in (*vars(engine).values(), *vars(analyzers).values()):
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


# ---------------------------------------------------------------- time


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the processor time of a call: what it takes on a machine that does nothing else."""
    began = time.process_time()
    work()
    return time.process_time() - began


def best_of_three(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Return the seconds of the quickest of three calls, each after a call of `before` that is not measured."""
    found = []
    for _ in range(3):
        before()
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value that `share` (0–1) of the values don't exceed.

    >>> percentile([4, 1, 3, 2], 0.5), percentile([4, 1, 3, 2], 0.95)
    (2, 4)
    """
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * share) - 1)]


def _percentiles(what: str, ours: Sequence[float], yardstick: str, theirs: Sequence[float]) -> list[Measured]:
    return [
        Measured(f"{what}, p{share}", percentile(ours, share / 100) * 1000, "ms",
                 f"{yardstick}, p{share}", percentile(theirs, share / 100) * 1000)
        for share in (50, 95)
    ]  # fmt: skip
