"""The command line: what each command prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import click
import pytest
from click.testing import CliRunner, Result

from webapp.cli import COMMANDS, cli
from webapp.commands.search import excerpt, marked
from webapp.settings import SETTINGS

RESUME = """\
# Ada Quillfeather

Staff Engineer

## Experience

### Staff Engineer, Quillmoor Labs

Mar 2019 – Present

- Migrated 40M billing records from MySQL to PostgreSQL without downtime.
- Cut invoice latency by 63.2% with Redis.
"""
STAR = """\
# Kafka order stream

## Situation

Orders were polled from a database every minute and arrived late.

## Task

I had to bring delays below five seconds.

## Action

I rebuilt the order stream with Kafka and Go at Quillmoor Labs.

## Result

Order delay fell by 97%, and the stream now carries 80M events a day.
"""


def write_content(folder: Path) -> Path:
    """Write two small documents of one invented person."""
    (folder / "ada").mkdir(parents=True)
    (folder / "ada" / "resume.md").write_text(RESUME, encoding="utf-8")
    (folder / "ada" / "order-stream.md").write_text(STAR, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def small_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with two documents."""
    return write_content(tmp_path_factory.mktemp("cli") / "content")


@pytest.fixture(scope="module")
def small_store(small_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store built from it."""
    store = tmp_path_factory.mktemp("cli-store") / "store"
    built = CliRunner().invoke(cli, ["build", str(small_content), "--store", str(store)])
    assert built.exit_code == 0, built.output
    return store


@pytest.fixture(autouse=True)
def an_empty_folder_as_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test where no careergraph.toml and no store stand, without CAREERGRAPH_* variables."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for name in [name for name in os.environ if name.startswith("CAREERGRAPH_")]:
        monkeypatch.delenv(name)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def run_json(*arguments: str | Path) -> Any:
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


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


# ---------------------------------------------------------------- search


def test_a_search_prints_title_place_passage_and_figures(small_store: Path) -> None:
    done = run("search", "kafka order delay", "--store", small_store)

    assert done.exit_code == 0
    assert "1. " in done.stdout
    assert "ada/order-stream.md:" in done.stdout
    assert "97" in done.stdout
    assert "\x1b" not in done.stdout


def test_hits_in_json_are_the_text_at_their_span(small_store: Path, small_content: Path) -> None:
    shape = run_json("search", "kafka", "--store", small_store)

    assert shape["total"] >= len(shape["hits"]) >= 1
    for hit in shape["hits"]:
        text = (small_content / hit["document"]).read_text(encoding="utf-8")
        assert text[hit["start"] : hit["end"]] == hit["text"]
    assert "technology" in shape["facets"]


def test_limit_and_page_cut_the_list(small_store: Path) -> None:
    whole = run_json("search", "quillmoor OR kafka OR billing", "--store", small_store)["hits"]
    first = run_json("search", "quillmoor OR kafka OR billing", "--limit", "1", "--store", small_store)["hits"]
    second = run_json("search", "quillmoor OR kafka OR billing", "--limit", "1", "--page", "2", "--store", small_store)[
        "hits"
    ]
    past = run_json("search", "quillmoor OR kafka OR billing", "--page", "99", "--store", small_store)

    assert [first[0]["id"], second[0]["id"]] == [hit["id"] for hit in whole[:2]]
    assert past["hits"] == []
    assert past["total"] == len(whole)


def test_a_filter_keeps_what_has_the_value(small_store: Path) -> None:
    shape = run_json("search", "quillmoor", "--filter", "technology=technology:kafka", "--store", small_store)

    assert shape["hits"]
    assert {hit["document"] for hit in shape["hits"]} == {"ada/order-stream.md"}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--filter", "colour=red"], id="unknown filter"),
        pytest.param(["--sort", "colour"], id="unknown sort"),
    ],
)
def test_an_unknown_filter_or_sort_is_wrong_usage(arguments: list[str], small_store: Path) -> None:
    done = run("search", "kafka", *arguments, "--store", small_store)

    assert done.exit_code == 2
    assert "colour" in done.stderr


def test_a_query_that_costs_too_much_is_wrong_usage(small_store: Path) -> None:
    done = run("search", "kafka " * 200, "--store", small_store)

    assert done.exit_code == 2
    assert done.stdout == ""


def test_nothing_found_is_fine_and_names_the_unknown_words(small_store: Path) -> None:
    done = run("search", "zzyzxqq", "--store", small_store)

    assert done.exit_code == 0
    assert "zzyzxqq" in done.stdout


def test_remarks_on_a_search_go_to_stderr(small_store: Path) -> None:
    done = run("search", "migrations at scale", "--store", small_store)

    assert done.exit_code == 0
    assert "read “at scale”" in done.stderr
    assert "read “" not in done.stdout


def test_a_repaired_spelling_is_told(small_store: Path) -> None:
    done = run("search", "latancy", "--store", small_store)

    assert done.exit_code == 0
    assert "Did you mean: latency" in done.stderr
    assert "invoice latency" in done.stdout


def test_an_excerpt_begins_before_its_first_match_and_marks_it() -> None:
    pieces = [("filler " * 100, False), ("kafka", True), (" moved\n\nthe   rest" * 50, False)]

    cut = excerpt(pieces, most=60)

    text = "".join(words for words, _ in cut)
    assert text.startswith("…filler")
    assert text.endswith("…")
    assert len(text) <= 70
    assert "  " not in text
    assert marked(cut).count("\x1b[1mkafka\x1b[0m") == 1


# ---------------------------------------------------------------- show, path


def test_show_takes_a_name_and_gives_places_with_quotes(small_store: Path) -> None:
    done = run("show", "kafka", "--store", small_store)

    assert done.exit_code == 0
    assert "id: technology:" in done.stdout
    assert "ada/order-stream.md:1: “Kafka”" in done.stdout
    assert "uses ←" in done.stdout


def test_show_by_id_and_by_name_are_the_same_in_json(small_store: Path) -> None:
    by_name = run_json("show", "redis", "--store", small_store)

    assert by_name == run_json("show", by_name["id"], "--store", small_store)
    assert by_name["evidence"][0]["quote"] == "Redis"
    assert by_name["evidence"][0]["line"] == 12


def test_show_suggests_near_names(small_store: Path) -> None:
    done = run("show", "Kafak", "--store", small_store)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert "Kafka" in done.stderr


def test_several_things_of_one_name_are_listed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for folder in ("east", "west"):
        (content / folder).mkdir(parents=True)
        (content / folder / "notes.md").write_text("---\nauthor: Bo Tarn\n---\n\nI led the work with Go.\n")
    store = tmp_path / "store"
    assert run("build", content, "--store", store).exit_code == 0

    done = run("show", "Bo Tarn", "--store", store)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.count("person:bo-tarn") == 2


def test_a_path_gives_each_hop_with_its_words(small_store: Path) -> None:
    paths = run_json("path", "kafka", "go", "--store", small_store)["paths"]
    plain = run("path", "kafka", "go", "--store", small_store)

    assert paths
    assert {hop["type"] for hop in paths[0]} == {"uses"}
    assert all(hop["evidence"][0]["quote"] for hop in paths[0])
    assert "Kafka" in plain.stdout.splitlines()[0]
    assert "ada/order-stream.md:" in plain.stdout


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


# ---------------------------------------------------------------- as a program


def program(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "webapp", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=program_environment(), check=False)


def program_environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONIOENCODING": "utf-8"}


def test_the_program_exits_with_the_documented_status(small_store: Path, tmp_path: Path) -> None:
    found = program("search", "kafka", "--store", small_store, "--json")
    missing = program("build", tmp_path / "none")
    wrong = program("search", "kafka", "--limit", "0")

    assert (found.returncode, missing.returncode, wrong.returncode) == (0, 1, 2)
    assert json.loads(found.stdout)["hits"]
    assert found.stderr == ""
    assert missing.stdout == wrong.stdout == ""
    assert missing.stderr.startswith("error: ")


@pytest.fixture
def serving(small_content: Path) -> Iterator[subprocess.Popen[str]]:
    """`careergraph serve CONTENT_DIR --port 0` as a process, once it has said where; killed in the end."""
    command = [sys.executable, "-m", "webapp", "serve", str(small_content), "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=program_environment()
    )
    yield process
    process.kill()
    process.communicate(timeout=20)


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_serve_builds_says_where_answers_and_stops_cleanly(
    serving: subprocess.Popen[str], stop: signal.Signals
) -> None:
    assert serving.stdout is not None
    line = serving.stdout.readline()
    assert line.startswith("careergraph is serving at http://127.0.0.1:")
    assert line.endswith(" (Ctrl-C stops)\n")
    address = line.split()[4]

    with urlopen(f"{address}/healthz", timeout=20) as answer:
        health = json.load(answer)
    serving.send_signal(stop)

    assert health["status"] == "ok"
    assert serving.wait(timeout=20) == 0


def test_serve_moves_on_to_a_new_build(serving: subprocess.Popen[str], tmp_path: Path) -> None:
    assert serving.stdout is not None
    address = serving.stdout.readline().split()[4]
    before = json.load(urlopen(f"{address}/healthz", timeout=20))["generation"]
    content = write_content(tmp_path / "more")
    (content / "ada" / "talk.md").write_text("# Talk\n\nI spoke about Rust.\n")

    assert run("build", content).exit_code == 0
    for _ in range(50):
        after = json.load(urlopen(f"{address}/healthz", timeout=20))["generation"]
        if after != before:
            break
        time.sleep(0.1)

    assert after != before


def test_a_port_in_use_is_told_with_its_remedy(small_store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run("serve", "--store", small_store, "--port", str(port))

    assert done.exit_code == 1
    assert f"port {port} is in use" in done.stderr
    assert "--port" in done.stderr
    assert done.stdout == ""
