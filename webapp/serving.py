"""Answers requests: each page of the table in routes.py as HTML and as its JSON twin, and the small files beside them. Makes no page itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Flask, Response, current_app, g, make_response, render_template, request

from index.errors import StoreError
from index.generations import Generation
from webapp import originals
from webapp.answers import json_response
from webapp.asking import Asked, BadValueError
from webapp.choices import csv_asked, one_of
from webapp.corpus import Corpus, read_corpus
from webapp.csv_text import Cell, write_csv
from webapp.freshness import by_generation, generation_now, holder, static_file
from webapp.near import not_found
from webapp.pages import Frame, how_fictional
from webapp.routes import API, ROUTES, Route
from webapp.suggestions import SUGGEST, browser_suggestions, description, suggestions
from webapp.views.search import ResultsPage
from webapp.wording import counted


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
