"""The results page: how the query was read, hits drawn together by story, facets as links."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.model import Entity, EntityKind, RelationKind
from graph.queries import others
from index.generations import Generation
from index.query_words import CHEAP, FAST, LARGE, MANY
from index.results import EntityRef, Facet, Hit, Interpretation, SearchRequest, SearchResponse, Why
from index.schema import FACETS, SORTS
from webapp.asking import Asked
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.excerpts import Bit, excerpt
from webapp.hits_text import hit_markdown
from webapp.links import request_url, search_url, with_filter
from webapp.pages import PageLink, pager_links
from webapp.strength import strongest_first

_FIRST = {LARGE: "large figures", MANY: "large numbers", FAST: "short times", CHEAP: "small amounts"}
_FORMS = (("Markdown", "md"), ("CSV", "csv"))
_CHIP_KINDS = (EntityKind.TECHNOLOGY, EntityKind.PRACTICE, EntityKind.EMPLOYER)
_METRICS, _CHIPS, _WHY, _OPEN_VALUES, _ALL_VALUES, _ALSO = 4, 6, 12, 7, 40, 5


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the query as it was read; `off_url` is the search without it."""

    prefix: str
    """"Technology", "Filter" …, said before the text."""
    text: str
    kind: str
    """The entity's kind, or empty for words and concepts."""
    off_url: str | None


@dataclass(frozen=True, slots=True)
class HitView:
    """One passage as the page shows it."""

    id: str
    title: str
    title_url: str
    kind: str
    """The seal's kind: project for stories, document for other passages, else the entity's."""
    by: tuple[Ref, ...]
    place: Place
    bits: tuple[Bit, ...]
    """The telling parts of the passage, matched words marked."""
    goes_on: bool
    """Whether the passage goes on behind them."""
    metrics: tuple[Metric, ...]
    chips: tuple[Ref, ...]
    also: tuple[Place, ...]
    also_total: int
    why: tuple[Why, ...]
    without: tuple[str, ...]
    sorted_by: str | None
    """What the asked sort looked at; None for relevance."""
    cite: str
    """The passage as a Markdown quotation with its file and line."""


@dataclass(frozen=True, slots=True)
class StoryHits:
    """The best passage of a story on this page, and the story's other passages below it."""

    best: HitView
    rest: tuple[HitView, ...]


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value to filter by; the link puts it on, or takes it off where it is on."""

    label: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet: some values at once, the rest folded."""

    label: str
    values: tuple[FacetLink, ...]
    folded: tuple[FacetLink, ...]
    omitted: int


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """Everything that the results page shows; `asked` is False where nothing was searched for."""

    request: SearchRequest
    response: SearchResponse
    asked: bool
    chips: tuple[Chip, ...]
    about: tuple[Ref, ...]
    """Entities that the query names."""
    stories: tuple[StoryHits, ...]
    facets: tuple[FacetView, ...]
    sorts: tuple[PageLink, ...]
    pager: tuple[PageLink, ...]
    suggestion_url: str | None
    as_written_url: str
    without_filters_url: str | None
    exports: tuple[tuple[str, str], ...]
    """(word, address) of the same hits in other forms."""


def search_results(generation: Generation, corpus: Corpus, asked: Asked) -> ResultsPage:
    """Return the results page. Raises QueryBudgetError for a query, page or limit out of bounds."""
    request = read_request(asked)
    nothing = not request.query.strip() and not request.filters
    response = _empty(request) if nothing else generation.search(request)
    plain = replace(request, filters={}, page=1)
    return ResultsPage(
        request=request,
        response=response,
        asked=not nothing,
        chips=(*_query_chips(corpus, request, response), *_filter_chips(request, response)),
        about=tuple(corpus.ref(corpus.kg.entity(e.id)) for e in response.entities if e.id in corpus.kg),
        stories=_by_story(corpus, response.hits),
        facets=tuple(_facet(request, facet) for facet in response.facets if facet.values),
        sorts=tuple(PageLink(word, request_url(request, sort=key), key == request.sort) for key, word in SORTS.items()),
        pager=pager_links(response.page, response.pages, request_url(request, page=0).replace("page=0", "page={page}")),
        suggestion_url=None if response.suggestion is None else search_url(response.suggestion, request.filters),
        as_written_url=search_url(f'"{request.query}"' if '"' not in request.query else request.query, request.filters),
        without_filters_url=request_url(plain) if request.filters else None,
        exports=tuple((word, f"{request_url(request)}&format={form}") for word, form in _FORMS),
    )


def read_request(asked: Asked) -> SearchRequest:
    """Return the search that a URL asks for. Raises BadValueError for a page, limit or sort that can't be."""
    filters = {facet.name: tuple(v for v in asked.values.get(facet.name, ()) if v) for facet in FACETS}
    return SearchRequest(
        query=asked.one("q"),
        filters={name: values for name, values in filters.items() if values},
        page=asked.number("page", 1),
        limit=asked.number("limit", 10, most=100),
        sort=asked.one("sort", "relevance"),
    )


def _empty(request: SearchRequest) -> SearchResponse:
    return SearchResponse(request.query, (), 0, 0.0, None, (), (), ())


# ---------------------------------------------------------------- how it was read


def _query_chips(corpus: Corpus, request: SearchRequest, response: SearchResponse) -> list[Chip]:
    chips = []
    asked = [part.text.split() for part in response.interpretation if part.kind == "experience"]
    for part in response.interpretation:
        if part.kind in ("ignored", "repaired", "function"):
            continue
        # A word that asks for an experience is shown with it; taking off the one takes off the other.
        if part.kind == "word" and any(part.text in words for words in asked):
            continue
        query = _without(request.query, part.text)
        off_url = None if query is None else request_url(replace(request, query=query, page=1))
        chips.append(_chip(corpus, part, off_url))
    return chips


def _chip(corpus: Corpus, part: Interpretation, off_url: str | None) -> Chip:
    if part.kind != "excluded" and part.value is not None and part.value in corpus.kg:
        entity = corpus.kg.entity(part.value)
        ref = corpus.ref(entity)
        by_alias = f" (written “{part.text}”)" if part.alias else ""
        return Chip(ref.kind_word, f"{ref.name}{by_alias}", ref.kind, off_url)
    if part.kind == "modifier":
        return Chip("Concept", f"{part.text}: {_FIRST[part.value or LARGE]} first", "", off_url)
    if part.kind == "experience":
        told = (part.value or "").replace("-", " ")
        return Chip("Experience", part.text if told == part.text else f"{part.text}: {told}", "", off_url)
    if part.kind == "range":
        return Chip("Comparison", f"{part.text}: {part.value}", "", off_url)
    if part.kind == "excluded":
        return Chip("Without", f"not {part.text.lstrip('-')}", "", off_url)
    return Chip(part.kind.capitalize(), part.text, "", off_url)


def _without(query: str, part: str) -> str | None:
    """Return the query without one of its parts, or None where that part isn't written in it as such."""
    found = re.search(rf"(?<!\w){re.escape(part)}(?!\w)", query)
    if found is None or not part:
        return None
    return " ".join(f"{query[: found.start()]} {query[found.end() :]}".split())


def _filter_chips(request: SearchRequest, response: SearchResponse) -> list[Chip]:
    labels = {(f.name, v.value): v.label for f in response.facets for v in f.values}
    chips = []
    for facet in FACETS:
        for value in request.filters.get(facet.name, ()):
            kind = facet.kind.value if facet.kind is not None else ""
            label = labels.get((facet.name, value), value)
            chips.append(Chip(facet.label, label, kind, _switched(request, facet.name, value)))
    return chips


def _switched(request: SearchRequest, name: str, value: str) -> str:
    return request_url(replace(request, filters=with_filter(request, name, value), page=1))


# ---------------------------------------------------------------- hits


def _by_story(corpus: Corpus, hits: tuple[Hit, ...]) -> tuple[StoryHits, ...]:
    """Draw hits of one story together, at the place of its best; other hits stand alone."""
    groups: dict[str, list[HitView]] = {}
    for hit in hits:
        groups.setdefault(hit.story or hit.id, []).append(_hit(corpus, hit))
    return tuple(StoryHits(views[0], tuple(views[1:])) for views in groups.values())


def _hit(corpus: Corpus, hit: Hit) -> HitView:
    kg = corpus.kg
    named = [kg.entity(ref.id) for ref in _unique(hit.entities) if ref.id in kg]
    place = corpus.place(hit.span)
    title, title_url, kind = hit.title, place.url, "document"
    if hit.story is not None and hit.story in kg:
        story = corpus.ref(kg.entity(hit.story))
        title, title_url, kind = story.name, story.url, story.kind
    elif hit.type in set(EntityKind):
        own = next((entity for entity in named if entity.kind == hit.type and entity.name == hit.title), None)
        kind, title_url = hit.type, title_url if own is None else corpus.ref(own).url
    bits, goes_on = excerpt(kg.documents[hit.span.document_id], hit.span, hit.pieces, title)
    chips = [corpus.ref(entity) for entity in named if entity.kind in _CHIP_KINDS]
    outcomes = strongest_first(e for e in named if e.kind is EntityKind.OUTCOME)[:_METRICS]
    return HitView(
        id=hit.id,
        title=title,
        title_url=title_url,
        kind=kind,
        by=_by(corpus, hit.story, named),
        place=place,
        bits=bits,
        goes_on=goes_on,
        metrics=tuple(corpus.metrics(outcomes)),
        chips=tuple(chips[:_CHIPS]),
        also=tuple(corpus.place(span) for span in hit.also[:_ALSO]),
        also_total=len(hit.also),
        why=tuple(sorted(hit.why, key=lambda why: -why.weight)[:_WHY]),
        without=hit.without,
        sorted_by=hit.sorted_by,
        cite=hit_markdown(hit, kg),
    )


def _unique(refs: tuple[EntityRef, ...]) -> list[EntityRef]:
    return list({ref.id: ref for ref in refs}.values())


def _by(corpus: Corpus, story: str | None, named: list[Entity]) -> tuple[Ref, ...]:
    kg = corpus.kg
    if story is not None and story in kg:
        people = others(kg, story, RelationKind.WORKED_ON, "in")
        employers = others(kg, story, RelationKind.AT_EMPLOYER, "out")
    else:
        people = [entity for entity in named if entity.kind is EntityKind.PERSON]
        employers = [entity for entity in named if entity.kind is EntityKind.EMPLOYER]
    return tuple(corpus.ref(entity) for entity in (*people[:2], *employers[:2]))


# ---------------------------------------------------------------- facets


def _facet(request: SearchRequest, facet: Facet) -> FacetView:
    # What is chosen stays in sight, wherever its count would put it.
    ordered = sorted(facet.values, key=lambda value: not value.selected)
    links = [
        FacetLink(v.label, v.count, v.selected, _switched(request, facet.name, v.value)) for v in ordered[:_ALL_VALUES]
    ]
    return FacetView(
        facet.label, tuple(links[:_OPEN_VALUES]), tuple(links[_OPEN_VALUES:]), max(0, len(ordered) - _ALL_VALUES)
    )
