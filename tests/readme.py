"""The README as tests read it: its text, the commands that it shows with what they print, and what it may name."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from pathlib import Path

import click

from webapp.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """One command of the README with the output shown below it; none shown: any will do."""

    command: str
    output: tuple[str, ...]

    @property
    def keeps_running(self) -> bool:
        """Whether it installs things or serves until Ctrl-C: looked up, not run."""
        return self.command.startswith("make ") or "careergraph serve" in self.command


def read_block(block: str) -> list[Shown]:
    """Return the commands of a console block, each a line with `$ `, with the lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return [Shown(command, tuple(output)) for command, output in found]


SHOWN = [shown for block in _BLOCK.findall(TEXT) for shown in read_block(block)]


def command_called(name: str) -> click.Command:
    """Return a command of careergraph."""
    command: click.Command = importlib.import_module(COMMANDS[name]).command
    return command


def make_targets() -> set[str]:
    """Return the targets of the Makefile that its help lists."""
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
