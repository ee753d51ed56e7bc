"""The README names everything there is, and what the documents lead to is there. test_readme_commands.py runs its commands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.correction_rules import KEYS
from graph.findings import PROBLEMS
from graph.model import EntityKind
from graph.readers import FORMATS as FORMATS_READ
from graph.readers import READERS, formats_table
from index.parsing.query_parser import parse_query
from index.parsing.ranges import RANGE_FIELDS, RangeField
from index.query import Range
from index.schema import FACETS, QUERY_FIELDS, SORTS
from tests.readme import README, ROOT, SHOWN, TEXT, command_called, make_targets
from webapp.cli import COMMANDS
from webapp.commands.export import FORMATS, PERSON_FORMATS
from webapp.routes import ROUTES, Route
from webapp.settings import SETTINGS, Setting

DOCUMENTS = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


# ---------------------------------------------------------------- everything is named


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


# ---------------------------------------------------------------- links


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
