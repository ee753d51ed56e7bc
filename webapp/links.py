"""The addresses of searches. Entities' and places' addresses are those of the JSON shapes (json_parts.py)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

from index.results import SearchRequest


def search_url(query: str, filters: Mapping[str, Sequence[str]] | None = None, **more: str | int) -> str:
    """Return the address of a search; facets repeat their name for several values."""
    pairs: list[tuple[str, str]] = [("q", query)] if query or not filters else []
    pairs += [(name, value) for name, values in sorted((filters or {}).items()) for value in values]
    pairs += [(name, str(value)) for name, value in more.items()]
    return f"/search?{urlencode(pairs, quote_via=quote, safe=':/')}"


def request_url(request: SearchRequest, **changes: str | int) -> str:
    """Return the address of a search with some of its values changed; defaults are left out, and so is the page."""
    values: dict[str, str | int] = {}
    if request.sort != "relevance":
        values["sort"] = request.sort
    if request.limit != SearchRequest("").limit:
        values["limit"] = request.limit
    values |= changes
    if values.get("sort") == "relevance":
        del values["sort"]
    return search_url(request.query, request.filters, **values)


def with_filter(request: SearchRequest, name: str, value: str) -> dict[str, tuple[str, ...]]:
    """Return the filters with one value put on, or taken off where it was on."""
    filters = {key: tuple(values) for key, values in request.filters.items()}
    chosen = filters.get(name, ())
    filters[name] = tuple(v for v in chosen if v != value) if value in chosen else (*chosen, value)
    return {key: values for key, values in filters.items() if values}
