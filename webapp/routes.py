"""The one table of pages: address → view, template, JSON. Serves each as HTML and, below /api/v1, as its JSON twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_type_hints
from urllib.parse import quote

from flask import Blueprint, Flask, Response, current_app, g, make_response, render_template, request

from graph.model import Json
from index.errors import StoreError
from index.generations import Generation
from webapp import originals
from webapp.answers import json_response
from webapp.asking import Asked, BadValueError
from webapp.choices import csv_asked, one_of
from webapp.corpus import Corpus, read_corpus
from webapp.csv_text import Cell, write_csv
from webapp.freshness import by_generation, generation_now, holder, static_file
from webapp.hits_text import hit_rows, hits_markdown
from webapp.json_shapes import check_json, entity_json, path_page_json, search_json
from webapp.near import not_found
from webapp.openapi import Operation, operation
from webapp.page_json import page_json
from webapp.pages import Frame, how_fictional
from webapp.release import version
from webapp.suggestions import SUGGEST, browser_suggestions, description, suggestions
from webapp.views.about import about_page
from webapp.views.api import ApiPage, api_page
from webapp.views.check import CheckPage, check_page
from webapp.views.compare import ComparePage, compare_page
from webapp.views.document import document_page
from webapp.views.documents import documents_page
from webapp.views.ego import ego_page
from webapp.views.entity import EntityPage, entity_page
from webapp.views.help import help_page
from webapp.views.home import home
from webapp.views.matrix import matrix_csv, matrix_page
from webapp.views.outcomes import outcomes_csv, outcomes_page
from webapp.views.overview import overview_page
from webapp.views.path import PathPage, path_page
from webapp.views.project import ProjectPart
from webapp.views.search import ResultsPage, search_results
from webapp.views.stories import stories_page, stories_title
from webapp.views.timeline import timeline_page
from webapp.wording import counted

API = "/api/v1"
View = Callable[[Generation, Corpus, Asked], Any]


@dataclass(frozen=True, slots=True)
class Route:
    """One page."""

    name: str
    rule: str
    """Flask's rule; an id in it is called `wanted`."""
    view: View
    template: Callable[[Any], str]
    title: Callable[[Any], str]
    to_json: Callable[[Any, Corpus], Json]
    to_csv: Callable[[Corpus, Asked], list[list[Cell]]] | None = None
    """The page's whole table for `?format=csv`, where it has one."""
    exports: Mapping[str, Callable[[Any, Corpus], tuple[str, str]]] = field(default_factory=dict)
    """Value of `format` → what makes (text, media type) of the page, where it has such forms."""
    twin_rule: str = ""
    """Flask's rule of its twin, where it is not the page's own below /api/v1."""

    @property
    def twin(self) -> str:
        """Flask's rule of its twin."""
        return self.twin_rule or f"{API}{self.rule}"


def _json_of_page(page: Any, corpus: Corpus) -> Json:
    return page_json(page)


def _json_of_search(page: ResultsPage, corpus: Corpus) -> Json:
    return search_json(page.response, corpus.kg)


def _markdown_of_search(page: ResultsPage, corpus: Corpus) -> tuple[str, str]:
    first = (page.request.page - 1) * page.request.limit + 1
    return hits_markdown(page.response, corpus.kg, first), "text/markdown"


def _csv_of_search(page: ResultsPage, corpus: Corpus) -> tuple[str, str]:
    first = (page.request.page - 1) * page.request.limit + 1
    return write_csv(hit_rows(page.response, corpus.kg, first)), "text/csv"


def _json_of_entity(page: EntityPage, corpus: Corpus) -> Json:
    told = page.part.told if isinstance(page.part, ProjectPart) else ()
    return entity_json(corpus.kg, page.ref.id, told)


def _json_of_path(page: PathPage, corpus: Corpus) -> Json:
    return path_page_json(corpus.kg, page.start, page.goal, page.relations)


def _json_of_check(page: CheckPage, corpus: Corpus) -> Json:
    return {**check_json(page.listed), "counts": dict(page.counts), "total": page.shown}


def _api(generation: Generation, corpus: Corpus, asked: Asked) -> ApiPage:
    return api_page(operations(), corpus, version())


def _json_of_api(page: ApiPage, corpus: Corpus) -> Json:
    return dict(page.description)


def _path_title(page: PathPage) -> str:
    if page.start.ref is None or page.goal.ref is None:
        return "Path"
    return f"From {page.start.ref.name} to {page.goal.ref.name}"


def _compare_title(page: ComparePage) -> str:
    if page.a.ref is None or page.b.ref is None:
        return "Compare"
    return f"{page.a.ref.name} and {page.b.ref.name}"


def _results_title(page: ResultsPage) -> str:
    if not page.asked:
        return "Search"
    return f"{page.request.query or 'Filtered'}: {counted(page.response.total, 'passage')}"


ROUTES: tuple[Route, ...] = (
    Route("home", "/", home, lambda page: "home.html", lambda page: "Search an experience", _json_of_page),
    Route(
        "search", "/search", search_results, lambda page: "results.html", _results_title, _json_of_search,
        exports={"md": _markdown_of_search, "csv": _csv_of_search},
    ),
    Route(
        "entity", "/entity/<path:wanted>", entity_page,
        lambda page: page.template, lambda page: page.ref.name, _json_of_entity,
    ),
    Route(
        "document", "/document/<path:wanted>", document_page,
        lambda page: "document.html", lambda page: page.title, _json_of_page,
    ),
    Route(
        "documents", "/documents", documents_page,
        lambda page: "documents.html", lambda page: "Documents", _json_of_page,
    ),
    Route(
        "matrix", "/matrix", matrix_page,
        lambda page: "matrix.html", lambda page: page.title, _json_of_page, matrix_csv,
    ),
    Route(
        "outcomes", "/outcomes", outcomes_page,
        lambda page: "outcomes.html", lambda page: "Outcomes", _json_of_page, outcomes_csv,
    ),
    Route(
        "timeline", "/timeline", timeline_page, lambda page: "timeline.html", lambda page: "Timeline", _json_of_page
    ),
    Route("graph", "/graph", overview_page, lambda page: "overview.html", lambda page: "Graph", _json_of_page),
    Route(
        "ego", "/graph/<path:wanted>", ego_page,
        lambda page: "ego.html", lambda page: f"Around {page.ref.name}", _json_of_page,
    ),
    Route("stories", "/stories", stories_page, lambda page: "stories.html", stories_title, _json_of_page),
    Route("path", "/path", path_page, lambda page: "path.html", _path_title, _json_of_path),
    Route("compare", "/compare", compare_page, lambda page: "compare.html", _compare_title, _json_of_page),
    Route("check", "/check", check_page, lambda page: "check.html", lambda page: "What to mend", _json_of_check),
    Route("help", "/help", help_page, lambda page: "help.html", lambda page: "How to search", _json_of_page),
    Route("about", "/about", about_page, lambda page: "about.html", lambda page: "About", _json_of_page),
    Route(
        "api", "/api", _api,
        lambda page: "api.html", lambda page: "The JSON API", _json_of_api, twin_rule=f"{API}/openapi.json",
    ),
)  # fmt: skip
"""All pages. /original, /healthz, /robots.txt, /favicon.svg and /static are no pages and stand below."""


@cache
def operations() -> tuple[Operation, ...]:
    """Return every address that answers in JSON, as OpenAPI describes it."""
    twins = (operation(r.name, r.twin, r.rule, get_type_hints(r.view)["return"]) for r in ROUTES)
    return (*twins, operation("suggest", SUGGEST, "", None), operation("healthz", "/healthz", "", None))


def register(app: Flask) -> None:
    """Add every page, its twin and the small files to an application."""
    pages = Blueprint("pages", __name__)
    for route in ROUTES:
        _add(pages, route.rule, route.name, by_generation(_html_of(route)))
        _add(pages, route.twin, f"{route.name}_json", by_generation(_twin_of(route)))
    _add(pages, originals.RULE, "original", _original)
    _add(pages, "/healthz", "healthz", _healthz)
    _add(pages, "/robots.txt", "robots", _robots)
    _add(pages, SUGGEST, "suggest", by_generation(_suggest))
    _add(pages, "/opensearch.xml", "opensearch", _opensearch)
    _add(pages, "/favicon.svg", "favicon", lambda: current_app.send_static_file("favicon.svg"))
    _add(pages, "/static/<path:filename>", "static", static_file)
    app.register_blueprint(pages)


def _add(pages: Blueprint, rule: str, name: str, answer: Callable[..., Any]) -> None:
    # No OPTIONS: nothing but GET and HEAD is answered.
    pages.add_url_rule(rule, name, answer, methods=["GET"], provide_automatic_options=False)


def _html_of(route: Route) -> Callable[..., Response]:
    def answer(wanted: str = "") -> Response:
        if route.to_csv is not None and csv_asked(_asked(wanted)):
            return _csv_response(route.name, route.to_csv(_corpus_now(), _asked(wanted)))
        corpus, page = _page(route, wanted)
        asked_form = _asked(wanted).one("format")
        if asked_form and route.exports:
            if asked_form not in route.exports:
                raise BadValueError(f"there is no format {asked_form!r} here; there are {', '.join(route.exports)}")
            text, media_type = route.exports[asked_form](page, corpus)
            return Response(text, mimetype=media_type)
        frame = _frame(route, corpus, page)
        return make_response(render_template(route.template(page), page=page, frame=frame))

    return answer


def _twin_of(route: Route) -> Callable[..., Response]:
    def answer(wanted: str = "") -> Response:
        corpus, page = _page(route, wanted)
        return json_response(route.to_json(page, corpus))

    return answer


def _page(route: Route, wanted: str) -> tuple[Corpus, Any]:
    generation = generation_now()
    corpus = corpus_of(generation)
    g.corpus = corpus
    return corpus, route.view(generation, corpus, _asked(wanted))


def _asked(wanted: str) -> Asked:
    return Asked(wanted, {name: tuple(found) for name, found in request.args.lists()})


def _corpus_now() -> Corpus:
    g.corpus = corpus_of(generation_now())
    found: Corpus = g.corpus
    return found


def _csv_response(name: str, rows: list[list[Cell]]) -> Response:
    answer = Response(write_csv(rows), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


# ---------------------------------------------------------------- what surrounds a page


def corpus_of(generation: Generation) -> Corpus:
    """Return what pages know of a generation; the last one's is kept."""
    kept = current_app.extensions["careergraph"]
    corpus: Corpus | None = kept.get("corpus")
    if corpus is None or corpus.kg is not generation.kg:
        corpus = read_corpus(generation.id, generation.kg, generation.report)
        kept["corpus"] = corpus
    return corpus


def _frame(route: Route, corpus: Corpus, page: object) -> Frame:
    tail = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
    return Frame(
        title=route.title(page),
        json_url=(route.twin_rule or f"{API}{quote(request.path, safe='/:')}") + tail,
        summary=summary_of(corpus),
        corpus_is_fictional=bool(corpus.fictional),
        shows_fictional=how_fictional(page, corpus),
        query=page.request.query if isinstance(page, ResultsPage) else "",
        problem=holder().problem,
    )


def summary_of(corpus: Corpus) -> str:
    """Return what the corpus holds in one line."""
    counts = {kind.value: count for kind, count in corpus.counts.items()}
    return " · ".join((
        counted(len(corpus.kg.documents), "document"),
        counted(counts.get("project", 0), "project"),
        counted(counts.get("outcome", 0), "outcome"),
    ))  # fmt: skip


# ---------------------------------------------------------------- small files


def _original(wanted: str) -> Response:
    generation = generation_now()
    g.corpus = corpus_of(generation)
    document = generation.kg.documents.get(wanted)
    if document is None:
        raise not_found(g.corpus, wanted)
    return originals.original(document, generation.content_dir)


def _healthz() -> Response:
    try:
        generation = generation_now()
    except StoreError as error:
        return json_response({"status": "unavailable", "generation": None, "reason": str(error)}, 503)
    problem = holder().problem
    if problem is not None:
        return json_response({"status": "degraded", "generation": generation.id, "reason": problem})
    return json_response({"status": "ok", "generation": generation.id})


def _suggest() -> Response:
    asked, generation = _asked(""), generation_now()
    if one_of(asked, "format", ("", "browser")) == "browser":
        answer = json_response(browser_suggestions(generation, asked))
        answer.mimetype = "application/x-suggestions+json"
        return answer
    return json_response(suggestions(generation, asked))


def _opensearch() -> Response:
    return Response(description(request.host_url), mimetype="application/opensearchdescription+xml")


def _robots() -> Response:
    return Response("User-agent: *\nDisallow: /\n", mimetype="text/plain")
