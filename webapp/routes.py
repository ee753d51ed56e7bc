"""The one table of pages: address → view, template, JSON. Answers no request: serving.py does, with each as HTML and, below /api/v1, as its JSON twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_type_hints

from graph.model import Json
from index.generations import Generation
from webapp.asking import Asked
from webapp.corpus import Corpus
from webapp.csv_text import Cell, write_csv
from webapp.hits_text import hit_rows, hits_markdown
from webapp.json_shapes import check_json, entity_json, path_page_json, search_json
from webapp.openapi import Operation, operation
from webapp.page_json import page_json
from webapp.release import version
from webapp.suggestions import SUGGEST
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
