"""What a search is asked and what it answers: the shapes shared by the engine, pages, API and command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.documents import Span


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question to the index."""

    query: str
    """As the user wrote it, e.g. `kafka migrations tech:redis`."""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet name → chosen values (ids such as `technology:kafka`, or kinds); values of one facet are alternatives."""
    page: int = 1
    limit: int = 10
    """Hits a page, 1–100."""
    sort: str = "relevance"
    """A key of SORTS."""


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity, as a link needs it."""

    id: str
    kind: str
    name: str
    alias: str | None = None
    """The other name by which the query or the text called it."""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """How one part of the query was read."""

    text: str
    """The part as written."""
    kind: str
    """word, phrase, filter, entity, modifier, ignored, repaired …"""
    field: str | None = None
    value: str | None = None
    alias: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for a hit's place."""

    field: str
    term: str
    matched_by: str
    """word, stem, alias NAME, title, figure size …"""
    weight: float


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage. `text` is the document's text from `span.start` to `span.end`."""

    id: str
    type: str
    """story, section, bullet, or an entity's kind."""
    title: str
    score: float
    span: Span
    text: str
    pieces: tuple[tuple[str, bool], ...]
    """`text` cut into (words, matched?) pieces, in order and complete."""
    story: str | None
    """The project that the passage tells, or None."""
    also: tuple[Span, ...] = ()
    """The same words told elsewhere."""
    entities: tuple[EntityRef, ...] = ()
    """What the passage names, outcomes among them, in order of appearance."""
    why: tuple[Why, ...] = ()
    without: tuple[str, ...] = ()
    """Content words of the query that this hit lacks."""
    sorted_by: str | None = None
    """What the asked sort looked at, for people; None for relevance, and where there was nothing to look at."""


class FacetValue(NamedTuple):
    """One value that a facet offers. A tuple, since a thousand are made for every search."""

    value: str
    label: str
    count: int  # type: ignore[assignment]  # a tuple's own `count` is asked by nobody
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values, most frequent first."""

    name: str
    """Also its parameter's name in a URL, and `--filter NAME=VALUE`."""
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class SearchResponse:
    """Everything that a results page shows."""

    query: str
    interpretation: tuple[Interpretation, ...]
    total: int
    took_ms: float
    suggestion: str | None
    """The query with its spelling mended, or None; `mended` says whether the hits are already those."""
    hits: tuple[Hit, ...]
    entities: tuple[EntityRef, ...]
    """Entities that the query names."""
    facets: tuple[Facet, ...]
    page: int = 1
    pages: int = 1
    unknown: tuple[str, ...] = ()
    """Words of the query that occur nowhere."""
    mended: bool = False
    notes: tuple[str, ...] = ()
    """How the query was repaired, for people."""
