"""`careergraph init`: begins a content folder with templates."""

from __future__ import annotations

from pathlib import Path

import click

from webapp.commands.terminal import remark, say
from webapp.starter_folder import STARTERS, start_folder


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Begin a folder for your documents: a commented careergraph.yaml, and a template for each kind of note.

    What is there is never overwritten; what the templates explain is in comments, which no build reads.

    \b
    Example:
      careergraph init my-career
    """
    start_folder(folder)
    for name, purpose in STARTERS.items():
        say(f"{(folder / name).as_posix()}  {purpose}")
    remark(f"Fill in a template or add files of your own, then: careergraph serve {folder.as_posix()}")
