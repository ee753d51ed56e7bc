"""`careergraph extract`: what is read from one file, without a store and without corrections."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from graph.model import Mention
from graph.pipeline import read_document
from graph.resolution.readings import DocumentReading
from webapp.commands.reading_options import reading_limits, reading_options
from webapp.commands.terminal import figure_line, json_option, one_line, say, say_json
from webapp.json_reading import extract_json


@click.command("extract")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@reading_options
@click.option("--text", "with_text", is_flag=True, help="Print the text that offsets count in, too.")
def command(file: Path, as_json: bool, with_text: bool) -> None:
    """Read one file and print what is found in it; no store is needed.

    \b
    Example:
      careergraph extract resume.md --json
    """
    reading = read_document(file, file.name, reading_limits())
    if as_json:
        say_json(extract_json(reading, file.as_posix(), with_text))
        return
    say_reading(reading)
    if with_text:
        say()
        say(reading.document.text)


def say_reading(reading: DocumentReading) -> None:
    """Write mentions by kind in order of place, then relations, each with file:line and quote."""
    document = reading.document
    by_kind = sorted(reading.mentions, key=lambda m: (m.kind, m.span))
    for kind, mentions in groupby(by_kind, key=lambda m: m.kind):
        say(kind.value, bold=True)
        for mention in mentions:
            place = f"{document.id}:{document.line_of(mention.span.start)}"
            say(f"  {_shown(mention)}  {place}: “{one_line(mention.text)}” ({mention.rule})")
    names = {mention.identity: mention.name for mention in reversed(reading.mentions)}
    if reading.relations:
        say("relations", bold=True)
    for relation in sorted(reading.relations, key=lambda r: (r.span, r.source, r.kind, r.target)):
        source, target = names.get(relation.source, "?"), names.get(relation.target, "?")
        place = f"{document.id}:{document.line_of(relation.span.start)}"
        quote = one_line(document.quote(relation.span))
        say(f"  {source} {relation.kind.value} {target}  {place}: “{quote}” ({relation.rule})")


def _shown(mention: Mention) -> str:
    return mention.name if mention.measure is None else figure_line(mention.measure)
