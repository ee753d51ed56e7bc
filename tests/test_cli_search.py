"""The commands that ask a store: search, show and path; what they print, where, and with which exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import run, run_json
from webapp.commands.search import excerpt, marked

pytestmark = pytest.mark.usefixtures("an_empty_folder_as_current")


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
