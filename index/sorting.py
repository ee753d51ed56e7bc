"""The orders in which hits can be asked for beside relevance, and what each looks at, in words. SORTS in schema.py names them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeAlias

from graph.model import EntityKind, KnowledgeGraph
from index.collection import Collection
from index.query import Named, SearchQuery, Told
from index.ranking import Ranked
from index.records import SearchRecord
from index.ties import STILL

Key: TypeAlias = Callable[[Ranked], tuple[float, ...]]

_THINGS = ("technology", "practice")
"""Facets whose values are used by people: they are what "last used" asks of."""


class Sorter:
    """Orders hits of one generation. Whatever the order, hits that lack fewer of the query's words stand first."""

    def __init__(self, collection: Collection, kg: KnowledgeGraph) -> None:
        self._collection, self._kg = collection, kg

    def key(self, sort: str, query: SearchQuery) -> Key | None:
        """Return the order of a sort; None for relevance, which is the order as ranked."""
        size = self._sizes(query).get(sort)
        if size is None:
            return None

        def key(item: Ranked) -> tuple[float, ...]:
            return (item.lacks, -size(self._collection.records[item.number]), -item.score, item.number)

        return key

    def _sizes(self, query: SearchQuery) -> dict[str, Callable[[SearchRecord], float]]:
        """Return for each sort what a record is worth, -1 where it has nothing to be sorted by."""
        asked = things_asked(query)

        def figure(record: SearchRecord) -> float:
            sizes = (self._collection.scale.scale(found.outcome_id) for found in record.figures)
            return max(sizes, default=-1.0)

        def date(record: SearchRecord) -> float:
            return -1.0 if record.month is None else record.month

        def used(record: SearchRecord) -> float:
            found = self.last_use(record, asked)
            return date(record) if found is None else found[0]

        return {"figure": figure, "date": date, "used": used}

    def said(self, sort: str, query: SearchQuery, record: SearchRecord) -> str | None:
        """Return what a sort looked at in a record: "Kafka last used 2023-05 by Ada"; None where there was nothing."""
        if sort == "used" and (found := self.last_use(record, things_asked(query))) is not None:
            month, thing, person = found
            how = "still used" if month >= STILL else f"last used {_written(month)}"
            return f"{self._kg.entity(thing).name} {how} by {self._kg.entity(person).name}"
        if sort in ("date", "used"):
            return None if record.month is None else _until(record.month)
        best = self._collection.scale.largest(f.outcome_id for f in record.figures) if sort == "figure" else None
        return None if best is None else f"figure {best.label}"

    def last_use(self, record: SearchRecord, asked: tuple[str, ...]) -> tuple[int, str, str] | None:
        """Return (month since year 0, thing, person) of the latest use by the people of a record.

        `asked` says of which technologies and practices; where it names none, it is of those that the record itself
        has. None where nothing says when; then the work itself counts, by when it last went on.
        """
        things = asked or (*record.technology, *record.practice)
        found = [
            (self._last_uses[person, thing], thing, person)
            for person in record.person
            for thing in things
            if (person, thing) in self._last_uses
        ]
        # The latest; of equally late ones that which is named first.
        return max(found, key=lambda use: use[0], default=None)

    @cached_property
    def _last_uses(self) -> dict[tuple[str, str], int]:
        """(person, technology or practice) → the last month of that person's projects with it."""
        found: dict[tuple[str, str], int] = {}
        for record in self._collection.records:
            if record.kind != EntityKind.PROJECT.value or record.month is None:
                continue
            for person in record.person:
                for thing in (*record.technology, *record.practice):
                    found[person, thing] = max(record.month, found.get((person, thing), record.month))
        return found


def things_asked(query: SearchQuery) -> tuple[str, ...]:
    """Return the technologies and practices that a query names, in words or by a filter, each once."""
    found: dict[str, None] = {}
    for leaf in query.leaves():
        for node in leaf.members if isinstance(leaf, Told) else (leaf,):
            if isinstance(node, Named):
                found.update(dict.fromkeys(k for k in node.entity_ids if k.partition(":")[0] in _THINGS))
    for facet in _THINGS:
        found.update(dict.fromkeys(query.filters.get(facet, ())))
    return tuple(found)


def _until(month: int) -> str:
    return "still going on" if month >= STILL else f"until {_written(month)}"


def _written(month: int) -> str:
    """Return a month since year 0 as it is written: 2023-05."""
    return f"{month // 12}-{month % 12 + 1:02}"
