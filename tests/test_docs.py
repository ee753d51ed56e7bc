"""The README is true: its commands run and print what it shows, it names everything there is, its links lead somewhere.

`CAREERGRAPH_WRITE_DOCS=1 pytest tests/test_docs.py` writes the commands' present output into README.md.
"""

from __future__ import annotations

import doctest
import importlib
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import graph
import index
import webapp
from graph.correction_rules import KEYS
from graph.findings import PROBLEMS
from graph.model import EntityKind
from graph.readers import FORMATS as FORMATS_READ
from graph.readers import READERS, formats_table
from index.generations import Generation
from index.parsing.query_parser import parse_query
from index.parsing.ranges import RANGE_FIELDS, RangeField
from index.query import Range
from index.schema import FACETS, QUERY_FIELDS, SORTS
from webapp.cli import COMMANDS, cli
from webapp.commands.export import FORMATS, PERSON_FORMATS
from webapp.routes import ROUTES, Route
from webapp.settings import SETTINGS, Setting

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
DOCUMENTS = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
MORE = "…"
"""A line of its own in shown output: any further lines."""

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


# ---------------------------------------------------------------- commands that run


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


def make_targets() -> set[str]:
    """Return the targets of the Makefile that its help lists."""
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_first_search_of_the_readme_shows_its_output() -> None:
    first = next(shown for shown in SHOWN if "careergraph search" in shown.command)

    assert len(first.output) > 5


# ---------------------------------------------------------------- everything is named


def command_called(name: str) -> click.Command:
    """Return a command of careergraph."""
    command: click.Command = importlib.import_module(COMMANDS[name]).command
    return command


def options() -> Iterator[tuple[str, str]]:
    """Yield (command, option) for every option of every command."""
    for name in COMMANDS:
        for parameter in command_called(name).params:
            yield from ((name, option) for option in parameter.opts if option.startswith("-"))


def is_named(words: str) -> bool:
    """Return whether the README has these words in code, not only as part of others."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", TEXT) is not None


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str) -> None:
    assert any(f"careergraph {command}" in shown.command for shown in SHOWN), f"README.md: no example of {command}"


@pytest.mark.parametrize(("command", "option"), list(options()), ids=lambda value: value)
def test_every_option_is_named(command: str, option: str) -> None:
    assert is_named(option), f"README.md does not name {option} of `careergraph {command}`"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_named_with_flag_variable_key_and_default(setting: Setting) -> None:
    row = f"| `--{setting.name}` | `{setting.variable}` | `{setting.name}` | `{setting.shown_default}` |"

    assert row in TEXT, f"README.md lacks the row {row}"


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_route_is_named_with_its_twin(route: Route) -> None:
    shown = re.sub(r"<[^>]+>", "ID", route.rule)

    twin = re.sub(r"<[^>]+>", "ID", route.twin)
    assert f"| `{shown}` | `{twin}` |" in TEXT, f"README.md does not name the page {shown}"


@pytest.mark.parametrize("field", RANGE_FIELDS.values(), ids=lambda field: field.name)
def test_every_comparison_is_named_with_its_example(field: RangeField) -> None:
    assert f"| `{field.name}:` | {field.filters} | `{field.example}` |" in TEXT


@pytest.mark.parametrize("field", RANGE_FIELDS.values(), ids=lambda field: field.name)
def test_the_example_of_a_comparison_is_read_as_one(field: RangeField) -> None:
    query = parse_query(field.example)

    assert [type(clause.node) for clause in query.clauses] == [Range]
    assert query.notes == ()


@pytest.mark.parametrize("field", QUERY_FIELDS)
def test_every_query_field_is_named(field: str) -> None:
    assert f"`{field}:`" in TEXT, f"README.md does not name the query field {field}:"


@pytest.mark.parametrize(
    "word",
    [
        *(facet.name for facet in FACETS),
        *(value for facet in FACETS for value in facet.value_labels),
        *SORTS, *FORMATS, *PERSON_FORMATS, *PROBLEMS, *KEYS, *EntityKind,
    ],
)  # fmt: skip
def test_every_facet_sort_format_finding_correction_and_kind_is_named(word: str) -> None:
    assert is_named(word), f"README.md does not name {word}"


@pytest.mark.parametrize("suffix", READERS)
def test_every_file_format_is_named_with_its_limit(suffix: str) -> None:
    spec = READERS[suffix]
    row = next((line for line in TEXT.splitlines() if line.startswith("|") and f"`{suffix}`" in line), None)

    assert row is not None, f"README.md does not name {suffix}"
    assert f"| {spec.max_bytes // 1024 // 1024} MB |" in row


def test_the_table_of_formats_is_that_of_the_readers() -> None:
    table = "\n".join(formats_table(FORMATS_READ))

    if os.environ.get("CAREERGRAPH_WRITE_DOCS") == "1":
        text = README.read_text(encoding="utf-8")
        shown = re.search(r"^\| format \| endings \|.*?(?=\n\n)", text, re.MULTILINE | re.DOTALL)
        assert shown is not None
        README.write_text(text.replace(shown.group(), table), encoding="utf-8")
    else:
        assert table in TEXT


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_careergraph_yaml_has_an_example(key: str) -> None:
    example = next(block for block in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL) if "authors:" in block)

    assert re.search(rf"^{key}:", example, re.MULTILINE), f"README.md shows no example of {key}"


def test_the_example_of_careergraph_yaml_is_understood() -> None:
    from graph.corrections import parse_corrections

    example = next(block for block in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL) if "authors:" in block)

    found = parse_corrections(example)

    assert found.author_of("notes/2020/a.md").name == "Ada Example"  # type: ignore[union-attr]
    assert [term.name for _, term in found.terms] == ["InHouseDB"]


def test_every_target_of_make_is_named() -> None:
    assert [target for target in sorted(make_targets()) if f"`{target}`" not in TEXT] == []


def test_no_target_of_make_is_invented() -> None:
    listed = re.search(r"`make help` lists what `make` can do:(.*?)\.\n", TEXT, re.DOTALL)

    assert listed is not None
    assert set(re.findall(r"`([a-z-]+)`", listed[1])) <= make_targets()


# ---------------------------------------------------------------- links and docstrings


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_files_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    headings = {slug(heading) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        is_elsewhere = "://" in target
        if not is_elsewhere and path and not (document.parent / path).exists():
            broken.append(target)
        if not is_elsewhere and not path and anchor not in headings:
            broken.append(target)

    assert broken == []


def slug(heading: str) -> str:
    """Return the anchor of a heading as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_are_named_in_the_text_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = re.findall(r"`((?:graph|index|webapp|tests|benchmarks|tools|content|docs)/[\w./-]*)`", text)

    assert [name for name in named if not (ROOT / name).exists()] == []


def modules() -> list[str]:
    """Return the names of all modules with examples but those that run something."""
    found = [
        module.name
        for package in (graph, index, webapp)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return [name for name in (*found, "benchmarks.fts5", "benchmarks.clock") if not name.endswith("__main__")]


@pytest.mark.parametrize("name", modules())
def test_the_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))

    assert result.failed == 0


def test_the_benchmark_measures_everything_that_docs_speed_tells_of(tmp_path: Path) -> None:
    from benchmarks.speed import measure

    size, lines, pages = measure(tmp_path, passages=40, each=2, seed=7)

    assert size.passages > 20
    assert all(line.value > 0 and line.yardstick_value > 0 for line in lines)
    assert all(0 < page.p50 <= page.p95 for page in pages)
    told = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    names = [line.what for line in lines] + [page.page for page in pages]
    assert [name for name in names if not re.search(rf"^{re.escape(name)}  ", told, re.MULTILINE)] == []


def test_the_benchmark_opens_every_page(generation: Generation) -> None:
    from benchmarks.pages import PAGES, Chosen

    chosen = Chosen(generation, ["kafka"], 2)
    opened = {address.partition("?")[0] for make in PAGES.values() for address in make(chosen)}

    missing = [
        route.rule
        for route in ROUTES
        if not any(re.fullmatch(re.sub(r"<.*>", ".+", route.rule), address) for address in opened)
    ]
    assert missing == []
