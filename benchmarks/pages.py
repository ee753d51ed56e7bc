"""Times every kind of page in the server: addresses spread over the corpus, with those of the best connected things.

Pages go through Flask's own client: everything but the socket. A page is timed cold, see caches.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, urlencode

from benchmarks.caches import forget
from benchmarks.clock import best_of_three, percentile, processor_seconds
from graph.model import EntityKind
from index.generations import Generation
from webapp import create_app

Thing = TypeVar("Thing")

PICTURE_GOAL_MS, PAGE_GOAL_MS = 150.0, 50.0
_BUSIEST = 4
"""So many of the best connected things of a kind are asked for, besides those spread over all."""


@dataclass(frozen=True, slots=True)
class PageTimes:
    """What one kind of page took, in milliseconds."""

    page: str
    addresses: int
    first: float
    """The first request for such a page after the generation was opened: it makes what serves all later ones."""
    p50: float
    p95: float
    goal: float
    """For p95."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What addresses are made of."""

    generation: Generation
    queries: Sequence[str]
    each: int
    """Addresses of one kind of page."""

    def ids(self, kind: EntityKind) -> list[str]:
        """Return ids spread over a kind, the best connected first."""
        kg = self.generation.kg
        every = [entity.id for entity in kg.entities(kind)]
        busiest = sorted(every, key=lambda key: (-kg.nx.degree(key), key))[:_BUSIEST]
        return list(dict.fromkeys([*busiest, *spread(every, self.each - _BUSIEST)]))

    def pairs(self, kind: EntityKind) -> list[tuple[str, str]]:
        """Return pairs of one kind, of the best connected and of others."""
        ids = self.ids(kind)
        return list(pairwise(ids))

    def across(self, one: EntityKind, other: EntityKind) -> list[tuple[str, str]]:
        """Return pairs of two kinds."""
        return list(zip(self.ids(one), reversed(self.ids(other)), strict=False))


def _entities(kind: EntityKind, tail: str = "") -> Callable[[Chosen], list[str]]:
    return lambda chosen: [f"/entity/{quote(key)}{tail}" for key in chosen.ids(kind)]


def _query(path: str, *pairs: tuple[str, str]) -> str:
    return f"{path}?{urlencode(pairs)}"


def _by(
    path: str, name: str, *kinds: EntityKind, fixed: tuple[tuple[str, str], ...] = ()
) -> Callable[[Chosen], list[str]]:
    """Addresses of a page filtered by things of some kinds: the parameter is named for the kind unless `name` is given."""
    return lambda chosen: [
        _query(path, *fixed, (name or kind.value, key))
        for kind in kinds
        for key in chosen.ids(kind)[: max(1, chosen.each // 2)]
    ]


def _sheets(chosen: Chosen) -> list[str]:
    ids = chosen.ids(EntityKind.PROJECT)
    return [_query("/stories", *(("pick", key) for key in ids[n : n + 5])) for n in range(0, len(ids), 5)]


def _compared(chosen: Chosen) -> list[str]:
    kinds = (EntityKind.TECHNOLOGY, EntityKind.PERSON, EntityKind.PROJECT, EntityKind.PRACTICE)
    return [_query("/compare", ("a", a), ("b", b)) for kind in kinds for a, b in chosen.pairs(kind)]


def _paths(chosen: Chosen) -> list[str]:
    ends = (
        *chosen.across(EntityKind.PERSON, EntityKind.TECHNOLOGY), *chosen.across(EntityKind.PROJECT, EntityKind.EMPLOYER),
        *chosen.pairs(EntityKind.PERSON),
    )  # fmt: skip
    return [_query("/path", ("from", a), ("to", b)) for a, b in ends]


def _around(chosen: Chosen) -> list[str]:
    kinds = (EntityKind.TECHNOLOGY, EntityKind.PERSON, EntityKind.PROJECT, EntityKind.EMPLOYER, EntityKind.OUTCOME)
    ids = [key for kind in kinds for key in chosen.ids(kind)[: max(1, chosen.each // 3)]]
    return [f"/graph/{quote(key)}?hops={hops}" for hops in (1, 2, 3) for key in ids]


_TECHNOLOGY, _PERSON, _EMPLOYER = EntityKind.TECHNOLOGY, EntityKind.PERSON, EntityKind.EMPLOYER
PAGES: Mapping[str, Callable[[Chosen], list[str]]] = {
    "home": lambda chosen: ["/"],
    "results": lambda chosen: [_query("/search", ("q", query)) for query in chosen.queries],
    **{kind.value: _entities(kind) for kind in EntityKind if kind is not EntityKind.DOCUMENT},
    "technology: its projects": _entities(_TECHNOLOGY, "?group=uses-in"),
    "technology: its places": _entities(_TECHNOLOGY, "?group=places"),
    "document": lambda chosen: [
        f"/document/{quote(key)}" for key in spread(sorted(chosen.generation.documents), chosen.each)
    ],
    "document's relations": _entities(EntityKind.DOCUMENT),
    "documents": lambda chosen: ["/documents", "/documents?page=3", "/documents?sort=most", "/documents?path=a"],
    "matrix": lambda chosen: [
        "/matrix", "/matrix?columns=both", "/matrix?rows=person", "/matrix?rows=employer&columns=practice",
        "/matrix?page=7&sort=date", "/matrix?shared=5", "/matrix?row=ledger",
    ],
    "matrix, filtered": _by("/matrix", "", _PERSON, _EMPLOYER),
    "outcomes": lambda chosen: [
        "/outcomes", "/outcomes?sort=size", "/outcomes?sort=date", "/outcomes?sort=project",
        "/outcomes?measures=result", "/outcomes?direction=decrease",
    ],
    "outcomes, filtered": _by("/outcomes", "", _PERSON, _EMPLOYER, _TECHNOLOGY),
    "timeline": lambda chosen: [
        "/timeline", "/timeline?page=9", "/timeline?by=employer", "/timeline?by=technology", "/timeline?show=roles",
    ],
    "timeline, filtered": _by("/timeline", "", _PERSON, _EMPLOYER),
    "graph": lambda chosen: ["/graph"],
    "graph around a thing": _around,
    "path": _paths,
    "stories": lambda chosen: ["/stories", "/stories?page=5", "/stories?sort=figures", "/stories?questions=2"],
    "stories: a sheet of five": _sheets,
    "compare": _compared,
    "check": lambda chosen: ["/check", "/check?page=3"],
    "help": lambda chosen: ["/help"],
    "about": lambda chosen: ["/about"],
    "api": lambda chosen: ["/api"],
}  # fmt: skip
"""Every page of ROUTES in webapp/routes.py, entities by kind → its addresses."""
PICTURES = ("graph", "graph around a thing", "path")
"""Those that may take longer."""


def measure_pages(store: Path, queries: Sequence[str], each: int) -> Iterator[PageTimes]:
    """Yield what each kind of page takes, `each` addresses of a kind. Raises RuntimeError for one that is not served."""
    app = create_app(store)
    client = app.test_client()
    client.get("/robots.txt")
    client.get("/healthz")  # opens the generation, once in a server's life
    served: Generation = app.extensions["careergraph"]["holder"].current()

    def get(address: str) -> None:
        status = client.get(address).status_code
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")

    chosen = Chosen(served, queries, each)
    for name, make in PAGES.items():
        if addresses := make(chosen):
            yield _times(name, addresses, get, served)


def _times(page: str, addresses: Sequence[str], get: Callable[[str], None], served: Generation) -> PageTimes:
    first = processor_seconds(lambda: get(addresses[0]))
    found = [1000 * best_of_three(partial(get, address), partial(forget, served)) for address in addresses]
    goal = PICTURE_GOAL_MS if page in PICTURES else PAGE_GOAL_MS
    return PageTimes(page, len(addresses), 1000 * first, percentile(found, 0.5), percentile(found, 0.95), goal)


def spread(things: Iterable[Thing], number: int) -> list[Thing]:
    """Return so many things at even distances."""
    every = list(things)
    return every[:: max(1, len(every) // max(1, number))][: max(1, number)]
