"""`careergraph export`: the whole graph, or one person, in one file. FORMATS lists how; the same graph gives the same bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from graph.errors import CareerGraphError
from graph.model import Entity, EntityKind, KnowledgeGraph
from index.generations import open_current
from webapp.commands.lookup import find_one
from webapp.commands.terminal import json_text, remark, store_option
from webapp.exports.facts_csv import write_facts_csv
from webapp.exports.graphml import write_graphml
from webapp.exports.json_ld import write_json_ld
from webapp.exports.json_resume import write_json_resume
from webapp.json_shapes import graph_json
from webapp.settings import load_settings


class ExportError(CareerGraphError):
    """The file can't be written."""


def write_json(kg: KnowledgeGraph) -> str:
    """Return the graph as JSON: documents, entities, relations, stories."""
    return json_text(graph_json(kg))


FORMATS: Mapping[str, Callable[[KnowledgeGraph], str]] = {
    "json": write_json,
    "jsonld": write_json_ld,
    "graphml": write_graphml,
    "csv": write_facts_csv,
}
"""Name of a format → what writes the whole graph in it."""
PERSON_FORMATS: Mapping[str, Callable[[KnowledgeGraph, str], str]] = {"jsonresume": write_json_resume}
"""Name of a format → what writes one person, given by id, in it."""


@click.command("export")
@click.option(
    "--format", "format_name", type=click.Choice([*FORMATS, *PERSON_FORMATS]), required=True, help="How to write it."
)
@click.option("--person", metavar="ID|NAME", help="Whom jsonresume is of, where the documents speak of several people.")
@store_option
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="File to write; else stdout.")
def command(format_name: str, person: str | None, store: Path | None, output: Path | None) -> None:
    """Write the whole graph, or one person of it, to a file or to stdout.

    \b
    Example:
      careergraph export --format json -o graph.json
      careergraph export --format jsonresume --person "Ada Brisk"
    """
    if person is not None and format_name not in PERSON_FORMATS:
        raise click.BadParameter(f"{format_name} is of the whole graph; leave it out", param_hint="--person")
    kg = open_current(load_settings({"store": store}).store).kg
    if format_name in PERSON_FORMATS:
        text = PERSON_FORMATS[format_name](kg, find_person(kg, person).id)
    else:
        text = FORMATS[format_name](kg)
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    write_whole(output, text)
    remark(f"wrote {output}")


def find_person(kg: KnowledgeGraph, wanted: str | None) -> Entity:
    """Return the person of this id or name; without one, the only person there is.

    Raises ExportError where there is none or are several, and what `find_one` raises.
    """
    if wanted is not None:
        found = find_one(kg, wanted)
        if found.kind is not EntityKind.PERSON:
            raise ExportError(f"{found.name} is a {found.kind.value}; name a person")
        return found
    people = list(kg.entities(EntityKind.PERSON))
    if len(people) == 1:
        return people[0]
    listed = "".join(f"\n  {person.id}  {person.name}" for person in people)
    raise ExportError(
        f"a résumé is of one person; say of whom with --person:{listed}" if people else "nobody is named here"
    )


def write_whole(path: Path, text: str) -> None:
    """Write a file, or leave the one there as it is. Raises ExportError."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        os.replace(new, path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise ExportError(f"can't be written: {error.strerror}; choose another FILE", path=str(path)) from error
