"""`careergraph add`: copies files into a content folder, and shows what was read from each. Overwrites nothing."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from graph.content_folder import CORRECTIONS_FILE
from graph.errors import CareerGraphError
from graph.model import EntityKind, Json
from graph.pipeline import read_document
from graph.workers import Limits
from webapp.commands.build import PLURALS
from webapp.commands.reading_options import reading_limits, reading_options
from webapp.commands.terminal import counted, json_option, say, say_json
from webapp.starter_folder import StarterError


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file."""

    source: Path
    target: Path
    reason: str = ""
    """Why it was not added; empty where it was."""
    counts: Mapping[EntityKind, int] = field(default_factory=dict)
    """How many different things of a kind were read from it."""


@click.command("add")
@click.argument("sources", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--to", "folder", metavar="DIR", required=True, type=click.Path(path_type=Path), help="The content folder."
)
@json_option
@reading_options
def command(sources: tuple[Path, ...], folder: Path, as_json: bool) -> None:
    """Copy files into a content folder, and show what was read from each.

    A file that can't be read, or whose name is taken there, is not copied; the reason is shown. The exit status is 1 where
    none was added.

    \b
    Example:
      careergraph add resume.pdf Basic_LinkedInDataExport.zip --to my-career
    """
    if not folder.is_dir():
        raise StarterError("no such folder; begin one with `careergraph init`", path=folder.as_posix())
    limits = reading_limits()
    done = [add_file(source, folder, limits) for source in sources]
    if as_json:
        say_json({"files": [_json_of(added) for added in done]})
    else:
        for added in done:
            say(_line_of(added))
    if all(added.reason for added in done):
        raise click.exceptions.Exit(1)


def add_file(source: Path, folder: Path, limits: Limits) -> Added:
    """Copy a file into a folder if it can be read and its name is free there; return what became of it."""
    target = folder / source.name
    if source.name.startswith(".") or source.name == CORRECTIONS_FILE:
        return Added(source, target, "never read as content under this name; give it another")
    if target.exists() and source.exists() and target.samefile(source):
        return Added(source, target, "already there")
    try:
        reading = read_document(source, source.name, limits)
        with source.open("rb") as original, target.open("xb") as copy:
            shutil.copyfileobj(original, copy)
    except CareerGraphError as error:
        return Added(source, target, error.message)
    except FileExistsError:
        return Added(source, target, "another file has this name there; rename one of them")
    except OSError as error:
        return Added(source, target, f"{error.strerror}; check that the folder may be written to")
    kinds = Counter(kind for kind, _ in {mention.identity for mention in reading.mentions})
    return Added(source, target, "", kinds)


def _line_of(added: Added) -> str:
    if added.reason:
        return f"not added {added.source.as_posix()}: {added.reason}"
    nouns = {kind: PLURALS.get(kind, (kind.value, f"{kind.value}s")) for kind in EntityKind}
    found = [counted(added.counts[kind], *nouns[kind]) for kind in EntityKind if added.counts.get(kind)]
    return f"added {added.target.as_posix()}: {', '.join(found) or 'nothing was found in it'}"


def _json_of(added: Added) -> Json:
    return {
        "file": added.source.as_posix(),
        "added": None if added.reason else added.target.as_posix(),
        "reason": added.reason or None,
        "counts": {kind.value: added.counts[kind] for kind in EntityKind if added.counts.get(kind)},
    }
