"""The command line: what each command prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import pytest

from tests.command_line import STAR, run, run_json, write_content
from webapp.cli import COMMANDS, cli
from webapp.settings import SETTINGS

pytestmark = pytest.mark.usefixtures("an_empty_folder_as_current")


# ---------------------------------------------------------------- all commands


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_is_a_sentence_and_an_example(name: str) -> None:
    done = run(name, "--help")

    assert done.exit_code == 0
    assert "Example:" in done.stdout
    assert f"careergraph {name}" in done.stdout.partition("Example:")[2]
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert (command.help or "").split("\n")[0].rstrip().endswith(".")


def test_the_help_lists_all_commands_and_settings() -> None:
    shown = run("--help").stdout

    assert [name for name in COMMANDS if f"\n  {name}" not in shown] == []
    assert [setting.variable for setting in SETTINGS if setting.variable not in shown] == []


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["nosuch"], id="unknown command"),
        pytest.param(["search"], id="no query"),
        pytest.param(["search", "x", "--limit", "0"], id="limit below 1"),
        pytest.param(["search", "x", "--limit", "101"], id="limit above 100"),
        pytest.param(["search", "x", "--page", "0"], id="page below 1"),
        pytest.param(["search", "x", "--filter", "technology"], id="filter without value"),
        pytest.param(["export", "--format", "parquet"], id="unknown format"),
        pytest.param(["serve", "--host", "0.0.0.0"], id="host beyond this computer"),
        pytest.param(["serve", "--host", "::"], id="all hosts of IPv6"),
        pytest.param(["serve", "--host", "*"], id="all hosts"),
        pytest.param(["serve", "--host", "192.168.1.7"], id="a host of the network"),
        pytest.param(["serve", "--host", "127.1"], id="a host in short"),
        pytest.param(["serve", "--host", "localhost.example.org"], id="host by a name that looks local"),
        pytest.param(["serve", "--host", "example.org"], id="host by a foreign name"),
        pytest.param(["serve", "--host", ""], id="no host"),
        pytest.param(["serve", "--token", ""], id="empty token"),
        pytest.param(["serve", "--port", "70000"], id="port out of range"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    done = run(*arguments)

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Error:" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["search", "kafka"], id="search"),
        pytest.param(["show", "kafka"], id="show"),
        pytest.param(["path", "kafka", "go"], id="path"),
        pytest.param(["check"], id="check"),
        pytest.param(["export", "--format", "json"], id="export"),
        pytest.param(["serve"], id="serve"),
    ],
)
def test_without_a_store_the_remedy_is_told_on_stderr(arguments: list[str]) -> None:
    done = run(*arguments)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert "careergraph build" in done.stderr


# ---------------------------------------------------------------- build


def test_a_build_prints_one_line_with_counts(small_content: Path, tmp_path: Path) -> None:
    done = run("build", small_content, "--store", tmp_path / "store")

    assert done.exit_code == 0
    (line,) = done.stdout.splitlines()
    assert line.startswith("read 2 documents")
    assert "technologies" in line
    assert "0 files skipped" in line


def test_a_build_names_each_skipped_file_and_why(tmp_path: Path) -> None:
    content = write_content(tmp_path / "content")
    (content / "photo.png").write_bytes(b"\x89PNG\r\n")

    done = run("build", content, "--store", tmp_path / "store")

    assert done.exit_code == 0
    summary, skipped = done.stdout.splitlines()
    assert "1 file skipped" in summary
    assert skipped.startswith("skipped photo.png: unsupported format")


def test_the_store_is_dot_careergraph_in_the_current_folder(small_content: Path) -> None:
    assert run("build", small_content).exit_code == 0

    assert Path(".careergraph").is_dir()
    assert run("search", "kafka").exit_code == 0


# ---------------------------------------------------------------- extract


def test_extract_needs_no_store(small_content: Path) -> None:
    shape = run_json("extract", small_content / "ada" / "order-stream.md")

    assert shape["document"] == (small_content / "ada" / "order-stream.md").as_posix()
    assert {"Kafka", "Go"} <= {m["text"] for e in shape["entities"] if e["type"] == "technology" for m in e["mentions"]}
    assert all(STAR[m["start"] : m["end"]] == m["text"] for e in shape["entities"] for m in e["mentions"])
    known = {entity["id"] for entity in shape["entities"]}
    assert {end for r in shape["relations"] for end in (r["source"], r["target"])} <= known
    assert shape["relations"]
    assert not Path(".careergraph").exists()


def test_extract_with_text_gives_the_text_that_offsets_count_in(tmp_path: Path) -> None:
    file = tmp_path / "bom.md"
    file.write_bytes("\ufeff# Notes\r\n\r\nMoved it to Kafka.\r\n".encode())

    shape = run_json("extract", file, "--text")

    assert shape["text"] == "# Notes\r\n\r\nMoved it to Kafka.\r\n"
    (kafka,) = [e for e in shape["entities"] if e["type"] == "technology"]
    assert kafka["mentions"] == [{"start": 23, "end": 28, "text": "Kafka"}]


def test_extract_in_plain_words_gives_line_and_quote(small_content: Path) -> None:
    done = run("extract", small_content / "ada" / "resume.md")

    assert done.exit_code == 0
    assert "resume.md:12: “Redis”" in done.stdout


@pytest.mark.parametrize(
    ("name", "said"), [pytest.param("photo.xyz", "unsupported format", id="format"), ("none.md", "none.md")]
)
def test_extract_says_why_it_can_not_read(name: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "photo.xyz").write_text("words")

    done = run("extract", tmp_path / name)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert said in done.stderr


# ---------------------------------------------------------------- check, export


def test_check_exits_with_0_unless_strict(small_content: Path) -> None:
    (Path.cwd() / "notes.md").write_text("# Calm rewrite\n\nI rebuilt the search service with Go.\n")

    plain, strict = run("check", Path.cwd(), "--json"), run("check", Path.cwd(), "--strict")

    assert plain.exit_code == 0
    shape = json.loads(plain.stdout)
    assert sum(shape["counts"].values()) == len(shape["findings"]) > 0
    assert "unknown-author" in shape["counts"]
    assert strict.exit_code == 1
    assert "[unknown-author]" in strict.stdout


def test_check_of_a_folder_makes_no_store(small_content: Path) -> None:
    assert run("check", small_content).exit_code == 0

    assert not Path(".careergraph").exists()


def test_check_of_the_store_is_that_of_the_folder(small_content: Path, small_store: Path) -> None:
    assert run_json("check", "--store", small_store) == run_json("check", small_content)


def test_check_finds_a_damaged_store(small_content: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    run("build", small_content, "--store", store)
    (saved,) = store.glob("generations/*/graph.json")
    os.chmod(saved, 0o600)
    saved.write_bytes(saved.read_bytes() + b" ")

    done, search = run("check", "--store", store, "--json"), run("search", "kafka", "--store", store)

    assert json.loads(done.stdout)["counts"] == {"store-damaged": 1}
    assert done.exit_code == 1
    assert search.exit_code == 1
    assert "careergraph build" in search.stderr


def test_an_export_is_the_same_each_time_and_on_file(small_store: Path) -> None:
    one = run("export", "--format", "json", "--store", small_store)
    two = run("export", "--format", "json", "--store", small_store, "-o", "graph.json")

    assert two.stdout == ""
    assert Path("graph.json").read_text(encoding="utf-8") == one.stdout
    assert json.loads(one.stdout)["format"] == "careergraph"


def test_an_export_that_can_not_be_written_says_so(small_store: Path) -> None:
    done = run("export", "--format", "json", "--store", small_store, "-o", "no/such/graph.json")

    assert done.exit_code == 1
    assert done.stderr.startswith("error: no/such/graph.json: ")


# ---------------------------------------------------------------- settings


def test_a_bad_setting_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERGRAPH_LIMIT", "0")

    done = run("search", "kafka")

    assert done.exit_code == 2
    assert "CAREERGRAPH_LIMIT" in done.stderr
