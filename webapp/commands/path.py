"""`careergraph path`: how two things are connected, with the words behind each hop."""

from __future__ import annotations

from pathlib import Path

import click

from graph.queries import paths
from index.generations import open_current
from webapp.commands.lookup import find_one
from webapp.commands.terminal import json_option, remark, say, say_evidence, say_json, store_option
from webapp.json_shapes import path_json
from webapp.settings import load_settings


@click.command("path")
@click.argument("start", metavar="A")
@click.argument("goal", metavar="B")
@store_option
@json_option
def command(start: str, goal: str, store: Path | None, as_json: bool) -> None:
    """Show how two things are connected, each of them given by id or name.

    \b
    Example:
      careergraph path Kafka "Oliver Harper"
    """
    kg = open_current(load_settings({"store": store}).store).kg
    one, other = find_one(kg, start), find_one(kg, goal)
    found = paths(kg, one.id, other.id)
    if as_json:
        say_json(path_json(kg, found))
        return
    if not found:
        remark(f"no path of up to four hops joins {one.name} and {other.name}")
    for path in found:
        here, line = one.id, one.name
        for hop in path:
            forward = hop.source_id == here
            here = hop.target_id if forward else hop.source_id
            line += f" —{hop.kind.value}→ " if forward else f" ←{hop.kind.value}— "
            line += kg.entity(here).name
        say(line, bold=True)
        for hop in path:
            say(f"  {kg.entity(hop.source_id).name} {hop.kind.value} {kg.entity(hop.target_id).name}")
            say_evidence(kg, hop.evidence, "    ")
