"""The outermost layer: pages, JSON API and command line over the graph and its index."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line starts without Flask
    from flask import Flask


def create_app(
    store: Path, allowed_hosts: Sequence[str] | None = None, testing: bool = False, token: str = ""
) -> Flask:
    """Return the web application that serves a store.

    `allowed_hosts` are the names (without port) by which it may be called; by default this computer's own. With a
    `token` nothing is answered without it (401). A store that is missing or damaged is told by each page (503) until
    one is published.
    """
    from webapp.application import make_app

    return make_app(store, allowed_hosts, testing, token)
