"""`careergraph formats`: which files are read, up to which size, and what of them."""

from __future__ import annotations

import textwrap

import click

from graph.model import Json
from graph.readers import FORMATS, ReaderSpec
from webapp.commands.terminal import json_option, say, say_json

_WIDTH = 98


@click.command("formats")
@json_option
def command(as_json: bool) -> None:
    """List the files that are read, with their limits and what of them becomes text.

    \b
    Example:
      careergraph formats
    """
    if as_json:
        say_json({"formats": [format_json(spec) for spec in FORMATS]})
        return
    for spec in FORMATS:
        say(f"{spec.label}: {', '.join(spec.suffixes)}", bold=True)
        say(textwrap.fill(spec.reads, _WIDTH, initial_indent="  ", subsequent_indent="  "))
        say(f"  at most {spec.largest}" + (f"; {spec.limits}" if spec.limits else ""))


def format_json(spec: ReaderSpec) -> Json:
    """Return one format as JSON."""
    return {
        "format": spec.label,
        "endings": list(spec.suffixes),
        "largest_bytes": spec.max_bytes,
        "limits": spec.limits,
        "reads": spec.reads,
    }
