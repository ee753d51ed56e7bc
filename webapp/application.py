"""Puts the Flask application together. The package's `create_app` is its door."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from flask import Flask

from index.generations import GenerationHolder
from webapp import errors, freshness, packing, serving
from webapp.gate import guard
from webapp.security import LOCAL_HOSTS, secure


def make_app(store: Path, allowed_hosts: Sequence[str] | None, testing: bool, token: str = "") -> Flask:
    """Return the application; see webapp.create_app."""
    app = Flask("webapp", static_folder=None)
    app.static_folder = "static"  # named, but not routed by Flask: serving.py answers GET and HEAD only
    app.config["TESTING"] = testing
    app.config["MAX_CONTENT_LENGTH"] = 0
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.extensions["careergraph"] = {"holder": GenerationHolder(store), "corpus": None}
    secure(app, LOCAL_HOSTS if allowed_hosts is None else allowed_hosts)
    guard(app, token)
    freshness.register(app)
    packing.register(app)
    serving.register(app)
    errors.register(app)
    return app
