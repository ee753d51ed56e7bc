"""`careergraph export`: the whole graph in one file. FORMATS lists how; the same graph gives the same bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from graph.errors import CareerGraphError
from graph.model import KnowledgeGraph
from index.generations import open_current
from webapp.commands.terminal import json_text, remark, store_option
from webapp.json_shapes import graph_json
from webapp.settings import load_settings


class ExportError(CareerGraphError):
    """The file can't be written."""


def write_json(kg: KnowledgeGraph) -> str:
    """Return the graph as JSON: documents, entities, relations, stories."""
    return json_text(graph_json(kg))


FORMATS: Mapping[str, Callable[[KnowledgeGraph], str]] = {"json": write_json}
"""Name of a format → what writes it."""


@click.command("export")
@click.option("--format", "format_name", type=click.Choice(list(FORMATS)), required=True, help="How to write it.")
@store_option
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="File to write; else stdout.")
def command(format_name: str, store: Path | None, output: Path | None) -> None:
    """Write the whole graph to a file or to stdout.

    \b
    Example:
      careergraph export --format json -o graph.json
    """
    text = FORMATS[format_name](open_current(load_settings({"store": store}).store).kg)
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    write_whole(output, text)
    remark(f"wrote {output}")


def write_whole(path: Path, text: str) -> None:
    """Write a file, or leave the one there as it is. Raises ExportError."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        os.replace(new, path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise ExportError(f"can't be written: {error.strerror}; choose another FILE", path=str(path)) from error
