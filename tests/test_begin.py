"""`init`, `add` and `formats`: a folder to begin with, files copied into it, and what can be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.corrections import load_corrections
from graph.model import EntityKind
from graph.pipeline import build_graph
from graph.readers import FORMATS
from webapp.cli import cli
from webapp.starter_folder import STARTERS


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# ---------------------------------------------------------------- init


def test_init_writes_a_template_for_each_kind_of_note(tmp_path: Path) -> None:
    done = run("init", tmp_path / "career")

    assert done.exit_code == 0
    assert set(files_below(tmp_path / "career")) == set(STARTERS)
    assert all(f"career/{name}  {purpose}" in done.stdout for name, purpose in STARTERS.items())


def test_an_unfilled_folder_states_no_facts(tmp_path: Path) -> None:
    run("init", tmp_path)

    result = build_graph(tmp_path)

    assert result.report.skipped == ()
    assert result.report.findings == ()
    assert {entity.kind for entity in result.kg.entities()} <= {EntityKind.DOCUMENT, EntityKind.PERSON}
    assert not any(e.attributes.get("named") for e in result.kg.entities() if e.kind is EntityKind.PERSON)


def test_the_commented_corrections_are_understood_once_they_are_in_use(tmp_path: Path) -> None:
    run("init", tmp_path)
    path = tmp_path / "careergraph.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    used = [
        line.removeprefix("# ")
        for line in lines
        if line.startswith(("# ", "#   ")) and ":" in line and not line.endswith(".")
    ]
    path.write_text("\n".join(used) + "\n", encoding="utf-8")

    found = load_corrections(tmp_path)

    assert found.author_of("notes/a.md").name == "Ada Example"  # type: ignore[union-attr]


@pytest.mark.parametrize("taken", list(STARTERS))
def test_init_refuses_to_overwrite_and_then_writes_nothing(taken: str, tmp_path: Path) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("mine")

    done = run("init", tmp_path)

    assert done.exit_code == 1
    assert taken in done.stderr
    assert files_below(tmp_path) == {taken: b"mine"}


def test_init_into_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    done = run("init", tmp_path / "file")

    assert done.exit_code == 1
    assert done.stderr.startswith("error: ")


# ---------------------------------------------------------------- add

NOTE = "# Ferry timetable\n\nI rebuilt the timetable service with Kafka and cut delays by 41%.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty content folder."""
    made = tmp_path / "career"
    made.mkdir()
    return made


def test_add_copies_a_file_and_shows_what_was_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(NOTE)

    done = run("add", tmp_path / "note.md", "--to", folder)

    assert done.exit_code == 0
    assert files_below(folder) == {"note.md": NOTE.encode()}
    assert done.stdout.startswith(f"added {folder.as_posix()}/note.md: ")
    assert "1 technology" in done.stdout
    assert "1 outcome" in done.stdout


def test_add_names_what_it_can_not_add_and_adds_the_rest(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(NOTE)
    (tmp_path / "scan.pdf").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "a.xyz").write_text("x")
    (tmp_path / ".hidden.md").write_text(NOTE)
    (tmp_path / "taken.md").write_text(NOTE)
    (folder / "taken.md").write_text("mine")

    names = ["note.md", "scan.pdf", "a.xyz", ".hidden.md", "taken.md", "none.md"]
    done = run("add", *(tmp_path / name for name in names), "--to", folder, "--json")

    assert done.exit_code == 0
    found = {Path(str(entry["file"])).name: entry for entry in json.loads(done.stdout)["files"]}
    assert found["note.md"]["added"] == f"{folder.as_posix()}/note.md"
    assert found["note.md"]["counts"]["technology"] == 1
    reasons = {name: entry["reason"] for name, entry in found.items() if entry["reason"]}
    assert reasons.keys() == set(names) - {"note.md"}
    assert "a picture" in reasons["scan.pdf"]
    assert "unsupported format" in reasons["a.xyz"]
    assert "another file has this name" in reasons["taken.md"]
    assert files_below(folder) == {"note.md": NOTE.encode(), "taken.md": b"mine"}


def test_add_without_success_is_an_error(folder: Path, tmp_path: Path) -> None:
    assert run("add", tmp_path / "none.md", "--to", folder).exit_code == 1
    assert run("add", tmp_path / "none.md", "--to", tmp_path / "nowhere").exit_code == 1
    assert run("add", "--to", folder).exit_code == 2


def test_a_file_that_is_there_already_stays(folder: Path) -> None:
    (folder / "note.md").write_text(NOTE)

    done = run("add", folder / "note.md", "--to", folder)

    assert done.exit_code == 1
    assert "already there" in done.stdout
    assert files_below(folder) == {"note.md": NOTE.encode()}


# ---------------------------------------------------------------- formats


def test_formats_lists_every_format_with_its_limits() -> None:
    done = run("formats")

    shown = " ".join(done.stdout.split())
    for spec in FORMATS:
        assert f"{spec.label}: {', '.join(spec.suffixes)}" in shown
        assert " ".join(spec.reads.split()) in shown
        assert f"at most {spec.largest}" in shown
        assert spec.limits in shown


def test_formats_as_json_is_the_table() -> None:
    found = json.loads(run("formats", "--json").stdout)["formats"]

    assert [(f["format"], f["largest_bytes"]) for f in found] == [(s.label, s.max_bytes) for s in FORMATS]
