"""`careergraph build`: reads a content folder and publishes what it found. `check` and `serve` build here too."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from pathlib import Path

import click

from graph.inputs import fingerprint_of
from graph.model import EntityKind
from graph.pipeline import build_graph
from graph.report import BuildResult, Skipped
from graph.workers import Limits
from index.generations import publish
from index.publishing import is_sound
from index.store import current_id, remember_inputs, remembered_inputs
from webapp.commands.reading_options import reading_limits, reading_options
from webapp.commands.terminal import counted, progress_bar, remark, say, store_option
from webapp.settings import load_settings

PLURALS = {
    EntityKind.PERSON: ("person", "people"),
    EntityKind.TECHNOLOGY: ("technology", "technologies"),
}
"""Where the plural is not the kind and an "s"."""


@click.command("build")
@click.argument("content_dir", type=click.Path(path_type=Path))
@store_option
@reading_options
def command(content_dir: Path, store: Path | None) -> None:
    """Read a folder of career documents into the store.

    \b
    Example:
      careergraph build content
    """
    settings = load_settings({"store": store})
    result = build_store(content_dir, settings.store, reading_limits())
    say(summary(result, settings.store))
    for skipped in result.report.skipped:
        say(skipped_line(skipped))
    for finding in result.report.findings:
        remark(f"remark: {finding}")


def read_content(content_dir: Path, limits: Limits) -> BuildResult:
    """Return the graph of a content folder, showing progress. Raises CareerGraphError where nothing can be read."""
    with progress_bar() as show:
        return build_graph(content_dir, show, limits)


def build_store(content_dir: Path, store: Path, limits: Limits) -> BuildResult:
    """Build and publish into `store`, which keeps what it has until the new is whole. Raises CareerGraphError."""
    inputs = _inputs(content_dir, limits)  # before anything is read: what changes meanwhile is built the next time
    result = read_content(content_dir, limits)
    remember_inputs(store, publish(store, result, content_dir).id, inputs)
    return result


def is_built(content_dir: Path, store: Path, limits: Limits) -> bool:
    """Return whether the store already holds, unharmed, what a build of this folder would give."""
    if remembered_inputs(store) != _inputs(content_dir, limits):
        return False
    return is_sound(store, current_id(store))


def _inputs(content_dir: Path, limits: Limits) -> str:
    """Return the fingerprint of a folder at its place: pages lead to the originals there."""
    place = hashlib.sha256(os.fsencode(content_dir.absolute())).hexdigest()[:8]
    return f"{place}-{fingerprint_of(content_dir, limits)}"


def summary(result: BuildResult, store: Path | None = None) -> str:
    """Return one line that says what a build found."""
    kinds = Counter(entity.kind for entity in result.kg.entities())
    nouns = {kind: PLURALS.get(kind, (kind.value, f"{kind.value}s")) for kind in EntityKind}
    found = [counted(kinds[k], *nouns[k]) for k in EntityKind if kinds[k] and k is not EntityKind.DOCUMENT]
    found.append(counted(result.kg.nx.number_of_edges(), "relation"))
    read = counted(len(result.kg.documents), "document")
    where = "" if store is None else f" into {store}"
    return f"read {read}{where}: {', '.join(found)}; {counted(len(result.report.skipped), 'file')} skipped"


def skipped_line(skipped: Skipped) -> str:
    """Return one line that says why a file was not read and what to do."""
    remedy = f"; {skipped.remedy}" if skipped.remedy and skipped.remedy not in skipped.reason else ""
    return f"skipped {skipped.path}: {skipped.reason}{remedy}"
