"""Folders and files that are not as they should be: named with a reason, while everything else is indexed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from webapp.cli import cli

GOOD = "# Ferry timetable\n\nI rebuilt the timetable service with Kafka and cut delays by 41%.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def search(store: Path, query: str) -> dict[str, Any]:
    """Return a search's JSON without the time that it took."""
    done = run("search", query, "--store", store, "--json")
    assert done.exit_code == 0, done.output
    shape: dict[str, Any] = json.loads(done.stdout)
    del shape["took_ms"]
    return shape


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with one sound document, `good.md`."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "good.md").write_text(GOOD, encoding="utf-8")
    return content


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where the store goes; nothing is there yet."""
    return tmp_path / "store"


def write_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 8)


def write_broken_utf8(path: Path) -> None:
    path.write_bytes(b"# Notes\n\nCut cost \x81\x8d\x00\xff\xfe by 30%.\n")


def write_duplicate_keys(path: Path) -> None:
    path.write_text("name: One\nname: Two\n")


def write_bomb(path: Path) -> None:
    path.write_text("a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(200)))


BAD_FILES: dict[str, Callable[[Path], None]] = {
    "picture.md": write_binary,
    "latin.txt": write_broken_utf8,
    "twice.yaml": write_duplicate_keys,
    "bomb.yaml": write_bomb,
    "fake.pdf": write_binary,
    "fake.docx": write_binary,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_and_the_rest_is_indexed(name: str, folder: Path, store: Path) -> None:
    BAD_FILES[name](folder / name)

    done = run("build", folder, "--store", store)

    assert done.exit_code == 0
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("skipped ")]
    assert line.startswith(f"skipped {name}: ")
    assert len(line) > len(f"skipped {name}: ") + 10
    assert {hit["document"] for hit in search(store, "timetable kafka")["hits"]} == {"good.md"}


def test_broken_front_matter_leaves_the_text_readable(folder: Path, store: Path) -> None:
    text = "---\ntitle: [unclosed\n---\n\n# Harbour cranes\n\nI scheduled cranes with Redis.\n"
    (folder / "draft.md").write_text(text)

    done = run("build", folder, "--store", store)

    assert done.exit_code == 0
    assert "skipped draft.md" not in done.stdout
    assert {hit["document"] for hit in search(store, "cranes redis")["hits"]} == {"draft.md"}


def test_a_file_without_permission_is_named(folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "locked.md").write_text(GOOD)
    opened = Path.open

    def refuse(self: Path, *arguments: Any, **more: Any) -> Any:
        # Not by chmod: the tests may run as root, whom no permission stops.
        if self.name == "locked.md":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **more)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", lambda self: refuse(self, "rb").read())

    done = run("build", folder, "--store", store)

    assert done.exit_code == 0
    assert "skipped locked.md: " in done.stdout
    assert "read 1 document " in done.stdout


def test_an_empty_folder_is_an_error_with_its_name(tmp_path: Path, store: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    done = run("build", empty, "--store", store)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert "empty" in done.stderr
    assert run("search", "kafka", "--store", store).exit_code == 1


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_a_missing_folder_is_an_error_with_its_name(command: str, tmp_path: Path, store: Path) -> None:
    done = run(command, tmp_path / "nowhere", "--store", store)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert "nowhere" in done.stderr


def test_a_file_in_place_of_the_folder_is_an_error(folder: Path, store: Path) -> None:
    done = run("build", folder / "good.md", "--store", store)

    assert done.exit_code == 1
    assert "good.md" in done.stderr


def test_a_folder_with_nothing_readable_keeps_the_published_store(folder: Path, store: Path) -> None:
    assert run("build", folder, "--store", store).exit_code == 0
    before = search(store, "kafka")
    write_binary(folder / "good.md")

    done = run("build", folder, "--store", store)

    assert done.exit_code == 1
    assert "good.md" in done.output
    assert search(store, "kafka") == before


def test_broken_corrections_stop_the_build_at_their_line(folder: Path, store: Path) -> None:
    (folder / "careergraph.yaml").write_text('fictional: ["x/**"]\ncolour: red\n')

    done = run("build", folder, "--store", store)

    assert done.exit_code == 1
    assert "careergraph.yaml:2" in done.stderr


def test_a_link_out_of_the_folder_is_never_read(folder: Path, store: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Salary\n\nSecret ledger in Cobol.\n")
    (folder / "link.md").symlink_to(tmp_path / "secret.md")

    assert run("build", folder, "--store", store).exit_code == 0

    assert search(store, "salary ledger")["hits"] == []


def test_hidden_and_tool_folders_are_never_read(folder: Path, store: Path) -> None:
    for name in (".hidden", "node_modules", ".venv", "__pycache__"):
        (folder / name).mkdir()
        (folder / name / "note.md").write_text("# Quux\n\nA quuxified note.\n")

    assert run("build", folder, "--store", store).exit_code == 0

    assert search(store, "quuxified")["hits"] == []


def saved_files(store: Path) -> dict[str, bytes]:
    """Return the graph's files of the one generation, by name."""
    return {path.name: path.read_bytes() for path in sorted(store.glob("generations/*/*.json"))}


def test_two_builds_are_the_same_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    (folder / "other.txt").write_text("Ferry ledger\n\nMoved 3M rows from MySQL to PostgreSQL without downtime.\n")
    write_binary(folder / "picture.md")
    one, two = tmp_path / "one", tmp_path / "two"

    assert run("build", folder, "--store", one).exit_code == 0
    assert run("build", folder, "--store", two).exit_code == 0

    files = saved_files(one)
    assert {"graph.json", "documents.json", "report.json"} <= files.keys()
    same = ["graph.json", "documents.json", "report.json"]
    assert [files[name] for name in same] == [saved_files(two)[name] for name in same]
    assert [path.name for path in (one / "generations").iterdir()] == [p.name for p in (two / "generations").iterdir()]
    for query in ("ferry", "kafka delays", "postgresql migration", "41%"):
        assert search(one, query) == search(two, query)
