"""Completions while typing, as JSON, and the description by which a browser adds this search to its own (OpenSearch 1.1)."""

from __future__ import annotations

from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from graph.model import Json
from index.generations import Generation
from index.suggest import Suggestion
from webapp.asking import Asked
from webapp.links import search_url

SUGGEST = "/api/v1/suggest"
MOST = 20
_LONGEST = 200


def suggestions(generation: Generation, asked: Asked) -> Json:
    """Return `{"query", "suggestions": [{"text", "kind", "id", "alias", "url"}]}`, entities first, then words.

    Raises BadValueError for a limit outside 1 to 20.
    """
    query = asked.one("q")[:_LONGEST]
    return {"query": query, "suggestions": [_json(each) for each in _found(generation, asked)]}


def browser_suggestions(generation: Generation, asked: Asked) -> Json:
    """Return what browsers ask for: [query, texts, descriptions, addresses] (OpenSearch Suggestions 1.0)."""
    found = _found(generation, asked)
    told = [each.kind + (f", also {each.alias}" if each.alias else "") for each in found]
    return [asked.one("q")[:_LONGEST], [each.text for each in found], list(told), [search_url(e.text) for e in found]]


def _found(generation: Generation, asked: Asked) -> list[Suggestion]:
    return generation.suggest(asked.one("q")[:_LONGEST], asked.number("limit", 8, most=MOST))


def _json(suggestion: Suggestion) -> Json:
    url = f"/entity/{quote(suggestion.entity_id)}" if suggestion.entity_id else search_url(suggestion.text)
    return {
        "text": suggestion.text, "kind": suggestion.kind, "id": suggestion.entity_id, "alias": suggestion.alias, "url": url,
    }  # fmt: skip


def description(root: str) -> str:
    """Return the OpenSearch description document of the search served at `root`, e.g. `http://127.0.0.1:8000`."""
    base = escape(root.rstrip("/"))
    page, texts = (
        quoteattr(f"{base}/search?q={{searchTerms}}"),
        quoteattr(f"{base}{SUGGEST}?q={{searchTerms}}&format=browser"),
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        "  <ShortName>careergraph</ShortName>\n"
        "  <Description>Search the experiences of these documents</Description>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        f'  <Image width="16" height="16" type="image/svg+xml">{base}/favicon.svg</Image>\n'
        f'  <Url type="text/html" template={page}/>\n'
        f'  <Url type="application/x-suggestions+json" template={texts}/>\n'
        "</OpenSearchDescription>\n"
    )
