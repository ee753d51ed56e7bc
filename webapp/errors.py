"""Turns errors into statuses and pages (below /api/ into JSON). The layers below know nothing of HTTP."""

from __future__ import annotations

import logging

from flask import Flask, Response, g, has_request_context, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from graph.errors import CareerGraphError
from index.errors import StoreError, UsageError
from webapp.answers import error_json
from webapp.asking import BadValueError, NotFoundError
from webapp.corpus import Ref
from webapp.pages import Frame
from webapp.serving import summary_of

_log = logging.getLogger(__name__)

_TITLES = {
    400: "This can't be asked",
    404: "Not found",
    405: "Only reading is possible here",
    500: "Something went wrong",
    503: "There is nothing to search yet",
}
_BUILD = "careergraph build CONTENT_DIR"


def register(app: Flask) -> None:
    """Answer every error of an application with a page, or with JSON below /api/."""
    app.register_error_handler(NotFoundError, lambda error: answer(404, error.message, error.near))
    app.register_error_handler(BadValueError, lambda error: answer(400, str(error)))
    app.register_error_handler(UsageError, lambda error: answer(400, str(error)))
    app.register_error_handler(StoreError, lambda error: answer(503, str(error), command=_BUILD))
    app.register_error_handler(CareerGraphError, _unexpected)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _http(error: HTTPException) -> Response:
    code = error.code or 500
    if code < 400:  # a redirect is no error
        return error.get_response(request.environ)  # type: ignore[return-value]
    message = "There is no page at this address." if code == 404 else error.description or error.name
    response = answer(code, message)
    if code == 405:
        response.headers["Allow"] = "GET, HEAD"
    return response


def _unexpected(error: Exception) -> Response:
    _log.error("%s: %s", request.path, error, exc_info=error)
    return answer(500, "This is a fault of careergraph. The terminal in which it runs says more.")


def answer(status: int, message: str, near: tuple[Ref, ...] = (), command: str | None = None) -> Response:
    """Return an error as a page, or as `{"error": {"status", "message", "near"}}` below /api/."""
    if has_request_context() and request.path.startswith("/api/"):
        return error_json(status, message, near)
    corpus = g.get("corpus")
    title = _TITLES.get(status, "This could not be answered")
    frame = Frame(
        title=title,
        json_url="",
        summary="" if corpus is None else summary_of(corpus),
        corpus_is_fictional=corpus is not None and bool(corpus.fictional),
        shows_fictional="some" if any(ref.fictional for ref in near) else "",
        query=request.args.get("q", "") if request.path == "/search" else "",
    )
    page = render_template(
        "error.html", frame=frame, status=status, title=title, message=message, near=near, command=command
    )
    return make_response(page, status)
