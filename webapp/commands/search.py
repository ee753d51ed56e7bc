"""`careergraph search`: ranked passages, with the figures in them and how the query was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from graph.model import KnowledgeGraph
from index.generations import open_current
from index.results import Hit, Interpretation, SearchRequest, SearchResponse
from index.schema import FACETS, SORTS
from webapp.commands.terminal import counted, figure_line, json_option, remark, say, say_json, store_option
from webapp.csv_text import write_csv
from webapp.hits_text import hit_rows, hits_markdown, measures_in
from webapp.json_shapes import search_json
from webapp.settings import load_settings

EXCERPT = 420
"""Characters of a passage that plain output shows: about five lines of a terminal."""
FILTERS = ", ".join(facet.name for facet in FACETS)


@click.command("search")
@click.argument("query")
@store_option
@click.option("--limit", type=click.IntRange(1, 100), help="Hits a page, 1–100. [10]")
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Page of the hits, from 1.")
@click.option("--filter", "filters", metavar="K=V", multiple=True, help=f"Keep what has this value; K is {FILTERS}.")
@click.option("--sort", type=click.Choice(list(SORTS)), default="relevance", show_default=True, help="Order.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "csv"]),
    default="text",
    show_default=True,
    help="How hits are printed: md are quotes with file:line, csv a table.",
)
@click.option("--explain", is_flag=True, help="Say of each hit what matched, by which name or concept, and its weight.")
@json_option
def command(
    query: str,
    store: Path | None,
    limit: int | None,
    page: int,
    filters: tuple[str, ...],
    sort: str,
    form: str,
    explain: bool,
    as_json: bool,
) -> None:
    """Search the passages, stories and figures of the store.

    \b
    Example:
      careergraph search "migrations at scale" --filter technology=Kafka
      careergraph search "saved > $100k" --format md
    """
    settings = load_settings({"store": store, "limit": limit})
    request = SearchRequest(query, read_filters(filters), page, settings.limit, sort)
    generation = open_current(settings.store)
    response = generation.search(request)
    first = (page - 1) * settings.limit + 1
    if as_json or form == "json":
        say_json(search_json(response, generation.kg))
    elif form == "md":
        say(hits_markdown(response, generation.kg, first).rstrip())
    elif form == "csv":
        say(write_csv(hit_rows(response, generation.kg, first)).rstrip())
    else:
        say_response(response, generation.kg, settings.limit, explain)


def read_filters(filters: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return facet name → chosen values. Raises click.BadParameter where one is not `name=value`."""
    chosen: dict[str, tuple[str, ...]] = {}
    for pair in filters:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise click.BadParameter(f"{pair!r} is not name=value, e.g. technology=Kafka", param_hint="--filter")
        chosen[name.strip()] = (*chosen.get(name.strip(), ()), value.strip())
    return chosen


# ---------------------------------------------------------------- for people


def say_response(response: SearchResponse, kg: KnowledgeGraph, limit: int, explain: bool = False) -> None:
    """Write the hits to stdout; how the query was read, and what else could be asked, to stderr."""
    for note in (*response.notes, *readings(response.interpretation)):
        remark(note)
    if response.suggestion:
        shown = "; these are its hits" if response.mended else ""
        remark(f"Did you mean: {response.suggestion}{shown}")
    for ref in response.entities:
        named = f" (“{ref.alias}”)" if ref.alias and ref.alias.casefold() != ref.name.casefold() else ""
        say(f"{ref.name}{named}  [{ref.id}]")
    if not response.hits:
        say(nothing_found(response))
    for rank, hit in enumerate(response.hits, start=(response.page - 1) * limit + 1):
        say_hit(rank, hit, kg, explain)
    if response.hits:
        remark(f"{counted(response.total, 'hit')}, page {response.page} of {response.pages}")


def readings(interpretation: Iterable[Interpretation]) -> list[str]:
    """Return a line for each part of the query that was read as more, or less, than the word it is."""
    lines = []
    for part in interpretation:
        if part.kind in ("word", "phrase"):
            continue
        target = part.value or part.field
        alias = f" (alias {part.alias})" if part.alias else ""
        lines.append(f"read “{part.text}” as {part.kind}{f': {target}' if target else ''}{alias}")
    return lines


def nothing_found(response: SearchResponse) -> str:
    """Return the line that says so, with the words that occur nowhere."""
    if response.total:
        return f"no hits on page {response.page}; the last page is {response.pages}"
    unknown = f"; these words occur nowhere: {', '.join(response.unknown)}" if response.unknown else ""
    return f"nothing found for “{response.query}”{unknown}"


def say_hit(rank: int, hit: Hit, kg: KnowledgeGraph, explain: bool = False) -> None:
    """Write one hit: rank, title, place, excerpt, figures, and with `explain` why it stands there."""
    first = kg.documents[hit.span.document_id].line_of(hit.span.start)
    say(f"{rank}. {hit.title}  [{hit.type}]", bold=True)
    say(f"   {hit.span.document_id}:{first}")
    if hit.sorted_by:
        say(f"   {hit.sorted_by}")
    if hit.without:
        say(f"   without: {', '.join(hit.without)}")
    say(f"   {marked(excerpt(hit.pieces))}")
    figures = figures_of(hit, kg)
    if figures:
        say(f"   figures: {'; '.join(figures)}")
    for span in hit.also:
        say(f"   also: {span.document_id}:{kg.documents[span.document_id].line_of(span.start)}")
    for row in hit.why if explain else ():
        term = f"“{row.term}” " if row.term else ""
        say(f"   {row.weight:8.3f}  {term}{row.matched_by} (in {row.field})")
    say()


def figures_of(hit: Hit, kg: KnowledgeGraph) -> list[str]:
    """Return the figures in a hit, with what they measure."""
    return list(dict.fromkeys(figure_line(measure) for measure in measures_in(hit, kg)))


def excerpt(pieces: Sequence[tuple[str, bool]], most: int = EXCERPT) -> list[tuple[str, bool]]:
    """Return the `most` characters of a passage from a little before its first match, white space squeezed.

    >>> excerpt([("one two  three ", False), ("four", True), (" five", False)], most=14)
    [('…three ', False), ('four', True), ('…', False)]
    """
    flags = [(character, matched) for words, matched in pieces for character in words]
    flags = [pair for place, pair in enumerate(flags) if not (_blank(pair) and place and _blank(flags[place - 1]))]
    flags = [(" " if character.isspace() else character, matched) for character, matched in flags]
    if len(flags) <= most:
        return _joined(flags)
    first = next((place for place, pair in enumerate(flags) if pair[1]), 0)
    start = max(0, min(first - most // 4, len(flags) - most))
    # Begin and end between words, where there is a gap to choose.
    start = next((place for place in range(start, max(0, start - 40), -1) if _blank(flags[place - 1])), start)
    end = min(start + most, len(flags))
    if end < len(flags):
        end = next((place for place in range(end, first, -1) if _blank(flags[place])), end)
    before = [("…", False)] if start else []
    after = [("…", False)] if end < len(flags) else []
    return _joined([*before, *flags[start:end], *after])


def _blank(pair: tuple[str, bool]) -> bool:
    return pair[0].isspace()


def _joined(flags: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    for character, matched in flags:
        if pieces and pieces[-1][1] == matched:
            pieces[-1] = (pieces[-1][0] + character, matched)
        else:
            pieces.append((character, matched))
    return pieces


def marked(pieces: Iterable[tuple[str, bool]]) -> str:
    """Return text in which matches are bold; where output is no terminal, click drops the marks."""
    return "".join(click.style(words, bold=True) if matched else words for words, matched in pieces).strip()
