"""The commands of the README run and print what it shows.

`CAREERGRAPH_WRITE_DOCS=1 pytest tests/test_readme_commands.py` writes their present output into README.md.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.readme import README, ROOT, SHOWN, Shown, command_called, make_targets
from webapp.cli import cli

MORE = "…"
"""A line of its own in shown output: any further lines."""


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory, content_dir: Path) -> Path:
    """A folder with a copy of the corpus, as the README's reader has it; commands run there."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(content_dir, folder / "content")
    return folder


@pytest.fixture(scope="module")
def printed(workplace: Path) -> dict[str, tuple[int, list[str]]]:
    """The exit status and output (stdout and stderr, as a terminal mixes them) of each command, run in their order.

    The first of each (`search`, `show` …) runs as a program, the others in this process.
    """
    found: dict[str, tuple[int, list[str]]] = {}
    seen = set[str]()
    for command in (shown.command for shown in SHOWN if not shown.keeps_running):
        name = shlex.split(command)[1]
        found[command] = run_here(command, workplace) if name in seen else run(command, workplace)
        seen.add(name)
    return found


def arguments_of(command: str) -> list[str]:
    """Return what follows the program's name."""
    program, *arguments = shlex.split(command)
    assert program in ("careergraph", ".venv/bin/careergraph"), f"{command}: not a command of careergraph"
    return arguments


def run_here(command: str, folder: Path) -> tuple[int, list[str]]:
    """Run one command of careergraph in this process, with the width of a pipe."""
    cleared = {name: None for name in os.environ if name.startswith("CAREERGRAPH_")}
    with chdir(folder):
        done = CliRunner(env=cleared | {"NO_COLOR": "1", "COLUMNS": "80"}).invoke(cli, arguments_of(command))
    return done.exit_code, done.output.rstrip("\n").split("\n")


def run(command: str, folder: Path) -> tuple[int, list[str]]:
    """Run one command of careergraph with this interpreter."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAREERGRAPH_")}
    done = subprocess.run(
        [sys.executable, "-m", "webapp", *arguments_of(command)],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=100,
    )
    return done.returncode, done.stdout.rstrip("\n").split("\n")


def without_times(lines: list[str]) -> list[str]:
    """Return lines with what a search took left out."""
    return [re.sub(r'"took_ms": [\d.]+', '"took_ms": …', line) for line in lines]


@pytest.mark.parametrize("shown", [s for s in SHOWN if not s.keeps_running], ids=lambda s: s.command)
def test_a_command_of_the_readme_runs_and_prints_what_is_shown(
    shown: Shown, printed: dict[str, tuple[int, list[str]]]
) -> None:
    status, lines = printed[shown.command]

    assert status == 0, "\n".join(lines)
    wanted, got = without_times(list(shown.output)), without_times(lines)
    if os.environ.get("CAREERGRAPH_WRITE_DOCS") == "1":
        write_output(shown, lines)
    elif wanted and wanted[-1] == MORE:
        assert got[: len(wanted) - 1] == wanted[:-1]
    elif wanted:
        assert got == wanted


def write_output(shown: Shown, lines: list[str]) -> None:
    """Replace the output shown below a command by what it prints now, at most as many lines where more are left out."""
    if not shown.output:
        return
    cut = shown.output[-1] == MORE
    new = [*lines[: len(shown.output) - 1], MORE] if cut else lines
    text = README.read_text(encoding="utf-8")
    old = "\n".join([f"$ {shown.command}", *shown.output])
    assert text.count(old) == 1
    README.write_text(text.replace(old, "\n".join([f"$ {shown.command}", *new])), encoding="utf-8")


@pytest.mark.parametrize("shown", [s for s in SHOWN if s.keeps_running], ids=lambda s: s.command)
def test_a_command_that_keeps_running_exists_as_shown(shown: Shown) -> None:
    program, *arguments = shlex.split(shown.command)

    if program == "make":
        assert set(arguments) <= make_targets()
    else:
        assert command_called(arguments[0]).make_context(arguments[0], arguments[1:])


def test_the_first_search_of_the_readme_shows_its_output() -> None:
    first = next(shown for shown in SHOWN if "careergraph search" in shown.command)

    assert len(first.output) > 5
