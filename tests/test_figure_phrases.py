"""Figures that are said without a comparison are read as figures: "team of 5", "cut in half", "40 databases"."""

from __future__ import annotations

import pytest

from graph.pipeline import build_graph
from index.generations import Generation, publish
from index.parsing.figure_phrases import read_figure_phrase
from index.parsing.query_parser import parse_query
from index.query import Group, Range, Word
from index.results import SearchRequest


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("cut spending by half or more", 45, None),
        ("30 minutes or less", None, 1836),
        ("2 seconds or better", None, 2.04),
        ("20% or better", 20, None),
        ("team of 5 or more", 5, None),
        ("5 or more engineers", 5, None),
    ],
)
def test_a_figure_and_more_or_less_is_a_bound(said: str, low: float | None, high: float | None) -> None:
    found = read_figure_phrase(said, 0)

    assert found is not None
    assert (found.wanted.low, found.wanted.high) == (low, high)


@pytest.mark.parametrize(
    "said", ["outage shorter than 30 minutes", "outage of no more than 30 minutes", "outage below 30 minutes"]
)
def test_comparisons_are_read_in_their_other_words(said: str) -> None:
    wanted = next(leaf for leaf in parse_query(said).leaves() if isinstance(leaf, Range))

    assert (wanted.low, wanted.high) == (None, 1800)
    assert wanted.high_is_open == ("no more" not in said)


@pytest.mark.parametrize(
    ("said", "field", "low", "high"),
    [
        ("team of 5", "team", 5, 5),
        ("a dozen engineers", "team", 12, 12),
        ("cut in half", "improvement", 45, 55),
        ("halved", "improvement", 45, 55),
        ("reduced the cost by half", "improvement", 45, 55),
        ("tripled", "improvement", 2.8, 3.2),
        ("3x", "improvement", 3, 3),
        ("10 million", "count", 9.8e6, 10.2e6),
        ("40 databases", "count", 40, 40),
        ("32 data centers", "count", 32, 32),
        ("99.95%", "metric", 99.95, 99.95),
        ("two weeks", "metric", 2 * 604800 * 0.98, 2 * 604800 * 1.02),
        ("$2M", "metric", 1.96e6, 2.04e6),
        ("six-figure savings", "metric", 1e5, 1e6),
        ("seven figures", "metric", 1e6, 1e7),
        ("multi-million dollar contract", "metric", 2e6, 1e9),
        ("multimillion users", "count", 2e6, 1e9),
        ("double-digit growth", "improvement", 10, 99.9),
    ],
)
def test_a_figure_in_plain_words_is_read(said: str, field: str, low: float, high: float) -> None:
    found = read_figure_phrase(said, 0)

    assert found is not None
    assert (found.wanted.field, found.wanted.low, found.wanted.high) == (field, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    "said",
    [
        "2019 migrations",
        "python 3",
        "two of us",
        "halfway",
        "team of experts",
        "k8s",
        "s3 buckets",
        "multi-cloud",
        "digits",
    ],
)
def test_what_is_no_figure_stays_words(said: str) -> None:
    assert not any(isinstance(clause.node, Group | Range) for clause in parse_query(said).clauses)


def test_a_figure_is_asked_for_in_parentheses_too() -> None:
    assert any(isinstance(leaf, Range) for leaf in parse_query("(10 million users) OR kafka").leaves())
    assert any(isinstance(leaf, Word) for leaf in parse_query("(10 million users)").leaves())


DOCUMENTS = {
    "bakery.md": "# The counter\n\nThe queue at the counter went from 10 minutes to 5 minutes. I led a team of 5 bakers.\n",
    "farm.md": "# The herd book\n\nI merged 40 registers of cattle into one. It raised the yield by 50%.\n",
    "press.md": "# The new press\n\nI finished the new press in two weeks, with a team of 30 printers. 40 printers stayed.\n",
    "quay.md": "# The quay\n\nI delivered the crane project in eleven months. It carried 40k containers a day.\n",
    "ward.md": "# The ward\n\nI trained 140 students on the ward. I recovered $212,000 of unpaid bills a year.\n",
    "grid.md": "# The grid\n\nI kept the grid at 99.98% availability. I replaced 400 switches.\n",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    """Return what is found in documents of invented people, read as any others are."""
    folder = tmp_path_factory.mktemp("figures")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return publish(tmp_path_factory.mktemp("store"), build_graph(folder))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("team of 5", "bakery.md"),
        ("team of thirty", "press.md"),
        ("small team", "bakery.md"),
        ("cut in half", "bakery.md"),
        ("40 registers", "farm.md"),
        ("40 printers", "press.md"),
        ("in 14 days", "press.md"),
        ("quickly delivered projects", "press.md"),
        ("over 30k containers per day", "quay.md"),
        ("printers count:40", "press.md"),
        ("trained more than 100 people", "ward.md"),
        ("saved over $100k", "ward.md"),
        ("99.9% uptime", "grid.md"),
        ("99.9% availability", "grid.md"),
        ("led more than 20 printers", "press.md"),
    ],
)
def test_a_figure_is_found_however_it_is_written(opened: Generation, query: str, first: str) -> None:
    hits = opened.search(SearchRequest(query)).hits

    assert [hit.span.document_id for hit in hits][:1] == [first]


def test_a_growth_is_no_cut(opened: Generation) -> None:
    found = opened.search(SearchRequest("cut in half")).hits

    assert "farm.md" not in {hit.span.document_id for hit in found}


def test_a_hit_says_which_figure_was_meant(opened: Generation) -> None:
    hit = opened.search(SearchRequest("team of 5")).hits[0]

    assert any("team of 5" in why.matched_by for why in hit.why)


def test_a_said_figure_is_read_as_one_thing(opened: Generation) -> None:
    read = opened.search(SearchRequest("team of 5")).interpretation

    assert [(part.text, part.kind) for part in read] == [("team of 5", "range")]


def test_a_figure_that_nobody_has_is_left_out_and_a_note_says_so(opened: Generation) -> None:
    response = opened.search(SearchRequest("taught trainees 12%"))

    assert [hit.span.document_id for hit in response.hits][:1] == ["ward.md"]
    assert any("no figure here is “12%”" in note for note in response.notes)


@pytest.mark.parametrize("query", ["99.9% unheard", "team of 77", "count:>1m printers"])
def test_nothing_is_found_by_leaving_out_all_that_is_asked(opened: Generation, query: str) -> None:
    assert not opened.search(SearchRequest(query)).hits
