"""Times reading, building, opening and searching a corpus, each beside a yardstick measured in the same run.

A second is worth little on another machine; a ratio to a yardstick says as much there as here. Long work is measured in
processor time, short work as the best of three, so that other programs on the machine disturb little. Pages are in pages.py.
"""

from __future__ import annotations

import gc
import re
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.caches import forget
from benchmarks.clock import best_of_three, percentile, processor_seconds
from benchmarks.corpus import make_queries, write_corpus
from benchmarks.fts5 import search_fts5, write_fts5
from benchmarks.pages import PageTimes, measure_pages
from graph.content_folder import find_content
from graph.model import KnowledgeGraph
from graph.passages import cut_passages
from graph.pipeline import build_graph, interpret
from graph.readers import read_file
from graph.vocabulary import load_vocabularies
from graph.workers import Limits, spare_collector
from index.generations import Generation, open_current, publish
from index.results import SearchRequest

SEARCH, FTS5 = "search", "FTS5 with snippets"


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


def measure(folder: Path, passages: int, each: int, seed: int) -> tuple[Size, list[Measured], list[PageTimes]]:
    """Return the size of a new corpus below `folder`, an existing empty folder, and everything measured on it.

    `each` is how many queries of a kind, and addresses of a kind of page, are asked for.
    """
    content = folder / "content"
    content.mkdir()
    titles = write_corpus(content, passages, seed)
    store = folder / "store"
    load_vocabularies()  # once in a process, whatever is read; not part of a document's time
    lines = [_reading(content)]
    found, building = _building(content, store, folder / "fts5.db")
    opened: list[Generation] = []
    took = processor_seconds(lambda: opened.append(open_current(store)))
    yardstick = building[0].yardstick_value
    asked = make_queries(titles, each, seed)
    lines += [*building, Measured("opening the store", took, "s", "writing FTS5", yardstick)]
    lines += _searching(opened[0], asked, folder / "fts5.db")
    opened.clear()  # the pages open it themselves: two at once are twice the memory
    pages = measure_pages(store, [query for queries in asked.values() for query in queries], each)
    return found, lines, list(pages)


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

    usual = gc.get_threshold()
    spare_collector()  # as the processes that read do
    try:
        return Measured(
            "reading, one core", kilobytes / processor_seconds(read_all), "kB/s",
            "counting words", kilobytes / processor_seconds(cut_all),
        )  # fmt: skip
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


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


# ---------------------------------------------------------------- searching


def _searching(generation: Generation, asked: Mapping[str, Sequence[str]], database: Path) -> list[Measured]:
    """Time query → ten highlighted hits with reasons and facets, by kind of query; beside FTS5's ten best with snippets."""
    ours: dict[str, list[float]] = {kind: [] for kind in asked}
    again: dict[str, list[float]] = {kind: [] for kind in asked}
    theirs: dict[str, list[float]] = {kind: [] for kind in asked}
    for kind, query in ((kind, query) for kind, queries in asked.items() for query in queries):
        search = partial(generation.search, SearchRequest(query))
        ours[kind].append(best_of_three(search, partial(forget, generation)))
        again[kind].append(best_of_three(search))
        theirs[kind].append(best_of_three(partial(search_fts5, database, query)))
    by_kind = [line for kind in asked for line in _percentiles(f"{SEARCH}, {kind}", ours[kind], FTS5, theirs[kind])]
    return [
        *by_kind,
        *_percentiles(f"{SEARCH}, all", _joined(ours), FTS5, _joined(theirs)),
        *_percentiles("search, asked again, all", _joined(again), FTS5, _joined(theirs)),
    ]


def _joined(by_kind: Mapping[str, Sequence[float]]) -> list[float]:
    return [value for found in by_kind.values() for value in found]


def _percentiles(what: str, ours: Sequence[float], yardstick: str, theirs: Sequence[float]) -> list[Measured]:
    return [
        Measured(f"{what}, p{share}", percentile(ours, share / 100) * 1000, "ms",
                 f"{yardstick}, p{share}", percentile(theirs, share / 100) * 1000)
        for share in (50, 95)
    ]  # fmt: skip
