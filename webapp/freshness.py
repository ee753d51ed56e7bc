"""Whether a browser has an answer already: ETags by generation, and names of static files that hold their content's hash.

Everything that a page shows follows from the generation, the address and the program that runs. So the tag is known
before the page is made, and a page that did not change costs nothing but this comparison.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, g, request

from index.generations import Generation, GenerationHolder

FOREVER = "private, max-age=31536000, immutable"
"""Cache-Control of an address that holds its content's hash. A year, since more has never been usual."""


def register(app: Flask) -> None:
    """Give an application its tags' key, and templates `asset(name)`, the address of a static file."""
    folder = Path(app.root_path) / "static"
    versions = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in sorted(folder.iterdir())}
    # Code, templates and settings stay what they are while a process runs: a word of its own stands for all of them.
    app.extensions["careergraph"] |= {"process": secrets.token_hex(8), "versions": versions}
    app.jinja_env.globals["asset"] = lambda name: f"/static/{name}?v={versions[name]}"


def static_file(filename: str) -> Response:
    """Return a static file; it may be kept for ever where its address names this very content."""
    answer = current_app.send_static_file(filename)
    version = current_app.extensions["careergraph"]["versions"].get(filename)
    if version is not None and request.args.get("v") == version:
        answer.headers["Cache-Control"] = FOREVER
    return answer


def holder() -> GenerationHolder:
    """Return the application's holder of generations."""
    found: GenerationHolder = current_app.extensions["careergraph"]["holder"]
    return found


def generation_now() -> Generation:
    """Return the generation of this request: the same however often it is asked for."""
    if "generation" not in g:
        g.generation = holder().current()
    found: Generation = g.generation
    return found


def by_generation(answer: Callable[..., Response]) -> Callable[..., Response]:
    """Return a view that answers 304, without being run, where the client has what it would give."""

    def answer_if_changed(**values: Any) -> Response:
        tag = _tag()
        # "*" asks whether there is anything at this address, which only the view knows.
        known = request.if_none_match
        if not known.star_tag and known.contains_weak(tag):
            return _tagged(Response(status=304), tag)
        response = answer(**values)
        return _tagged(response, tag) if response.status_code == 200 else response

    return answer_if_changed


def _tag() -> str:
    """Return what tells this answer from every other: of another build, address, process or day."""
    parts = (
        current_app.extensions["careergraph"]["process"],
        generation_now().id,
        holder().problem or "",
        date.today().isoformat(),  # a job that goes on is drawn up to today
        request.path,
        request.query_string.decode("latin-1"),
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _tagged(response: Response, tag: str) -> Response:
    # Weak: a search states how long it took, and the bytes may be packed or not.
    response.set_etag(tag, weak=True)
    return response
