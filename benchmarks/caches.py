"""Empties what careergraph keeps between requests, so that each is measured as if nobody had asked before.

What is worked out once for a generation and serves every request alike stays; `make bench` shows the first request,
which makes it, in a column of its own.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache

from index import analyzers
from index.generations import Generation

_MODULES = ("index.", "webapp.", "graph.documents", "graph.gazetteer")
"""What is kept elsewhere below graph/ is vocabularies and their patterns, the process's."""
_Cached = type(lru_cache(str))
_OF_A_GENERATION = frozenset({"Corpus", "Generation", "KnowledgeGraph"})
"""A cache by these alone is the generation's; by anything else it remembers what was asked."""
_OF_THE_CODE = frozenset({"api_page"})
"""Functions whose further arguments are constants of the code, the same in every request."""


def forget(generation: Generation) -> None:
    """Empty every cache that a search or a page fills by what it is asked; the system's file cache stays warm."""
    index = generation._index  # a benchmark may look behind the door
    parts = (index.engine, index.collection, index.measured, analyzers)
    for kept in (value for part in parts for value in vars(part).values()):
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()
    # What passages are about, and where their sentences end, is the generation's; how queries were read is not.
    for by_query in (index.other_words._read_again, index.other_words._gist_of):
        by_query.cache_clear()
    for clear in _caches_by_request():
        clear()


def _caches_by_request() -> Iterator[Callable[[], None]]:
    for name, module in list(sys.modules.items()):
        if not name.startswith(_MODULES):
            continue
        for kept in list(vars(module).values()):
            if isinstance(kept, _Cached) and _is_by_request(kept):
                yield kept.cache_clear


def _is_by_request(function: Callable[..., object]) -> bool:
    if function.__name__ in _OF_THE_CODE:
        return False
    asked = inspect.signature(function).parameters.values()
    return any(str(parameter.annotation).strip("'\"") not in _OF_A_GENERATION for parameter in asked)
