"""Questions for figures of a kind: "large user base", "low latency", "increased revenue"."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Measures
from index.analyzers import stem
from index.figure_kinds import FigureKind
from index.results import SearchRequest
from index.search import SearchIndex
from tests.small_graph import SmallGraph

LINES = """# A
We were a team of 12 for the portal.
The data team moved one warehouse.
The shop had 40,000 subscribers.
The forum had 9,000 customers.
A queue-based mailer for one user sent 7 million letters.
The mailer takes 900 letters a second.
Licences cost $80,000 a year less.
A deal worth $9,000,000 came of it.
The answer came after 90 ms.
The answer came after 4 hours.
Subscription fees of $30,000 came in.
Letters go to 32 letter centers.
"""


@pytest.fixture(scope="module")
def ix(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    small = SmallGraph()
    small.document("a.md", LINES)
    small.outcome("team of 12", 12, "people", "count", measures=Measures.TEAM)
    small.outcome("one warehouse", 1, "warehouses", "count")
    small.outcome("40,000 subscribers", 40_000, "subscribers", "count")
    small.outcome("9,000 customers", 9_000, "customers", "count")
    small.outcome("7 million letters", 7_000_000, "letters", "count")
    small.outcome("900 letters a second", 900, "letters/second", "rate")
    small.outcome("cost $80,000 a year less", 80_000, "USD/year", "money")
    small.outcome("$9,000,000", 9_000_000, "USD", "money")
    small.outcome("90 ms", 90, "milliseconds", "time")
    small.outcome("4 hours", 4, "hours", "time")
    small.outcome("fees of $30,000", 30_000, "USD", "money")
    small.outcome("32 letter centers", 32, "letter centers", "count")
    return small.search_index(tmp_path_factory.mktemp("sizes"))


def texts(ix: SearchIndex, query: str) -> list[str]:
    return [hit.text for hit in ix.search(SearchRequest(query)).hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("large user base", ["The shop had 40,000", "The forum had 9,000"]),
        ("millions of users", ["The shop had 40,000", "The forum had 9,000"]),
        ("large teams", ["We were a team of 12"]),
        ("huge savings", ["Licences cost"]),
        ("high throughput", ["The mailer takes 900"]),
        ("big deal", ["A deal worth"]),
        ("top revenue", ["Subscription fees"]),
        ("substantial cost reduction", ["Licences cost"]),
        ("major cost cut", ["Licences cost"]),
        ("many customers", ["The shop had 40,000", "The forum had 9,000"]),
        ("a lot of subscribers", ["The shop had 40,000"]),
        ("handful of engineers", ["We were a team of 12"]),
        ("low latency", ["The answer came after 90 ms", "The answer came after 4 hours"]),
        ("high volume letters", ["A queue-based mailer"]),
        ("increased revenue", ["Subscription fees"]),
    ],
)
def test_figures_of_the_kind_asked_for_come_first_by_size(ix: SearchIndex, query: str, first: list[str]) -> None:
    found = texts(ix, query)[: len(first)]

    assert [text[: len(start)] for text, start in zip(found, first, strict=True)] == first


def test_who_only_uses_the_words_comes_after_the_figures(ix: SearchIndex) -> None:
    found = texts(ix, "large teams")

    assert [text[:13] for text in found] == ["We were a tea", "The data team"]


def test_the_reasons_name_the_kind_and_add_up(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("large user base"))
    hit = response.hits[0]

    assert ("figures", "users") in {(part.kind, part.value) for part in response.interpretation}
    assert "a figure of users" in {row.matched_by for row in hit.why}
    assert sum(row.weight for row in hit.why) == pytest.approx(hit.score, abs=0.01)
    assert ("40,000 subscribers", True) in hit.pieces


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("big customer deal", {"money"}),
        ("heavy portal load", {"so much in a time"}),
        ("record yearly revenue", {"money earned"}),
        ("low error rate", {"errors"}),
        ("short outage", {"how long it was down"}),
    ],
)
def test_the_kind_that_is_meant_may_stand_behind_words_that_say_which(
    ix: SearchIndex, query: str, kinds: set[str]
) -> None:
    parts = ix.search(SearchRequest(query)).interpretation

    assert {part.value for part in parts if part.kind == "figures"} == kinds


def test_a_compound_unit_counts_its_last_word(ix: SearchIndex) -> None:
    sure = ix.measured.of_kind(FigureKind("", frozenset({stem("letters")})))

    strengths = {ix.collection.records[number].body: strength for number, strength in sure.items()}
    assert strengths["The mailer takes 900 letters a second."] == 1.0
    assert strengths["Letters go to 32 letter centers."] == 0.5


def test_high_and_low_ask_for_nothing_before_other_words(ix: SearchIndex) -> None:
    for query in ("high forum", "low forum", "short mailer", "top forum", "major mailer", "few letters"):
        assert all(part.kind != "modifier" for part in ix.search(SearchRequest(query)).interpretation)


def test_what_hardly_holds_a_word_or_only_says_a_name_stands_lower(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document("a.md", "# A\nQuillfeather Bank\n\nAt Quillfeather Bank the ledger was rebuilt by two of us.\n")
    small.document("b.md", "# B\nNot under Quillfeather Bank, and long after it had gone.\n")
    small.entity("employer:quillfeather", "Quillfeather Bank", "At Quillfeather Bank the ledger")
    ix = small.search_index(tmp_path / "names")

    assert texts(ix, "Quillfeather Bank")[0].startswith("At Quillfeather")


@pytest.mark.parametrize(
    ("query", "share"),
    [("cut cost by more than half", 50), ("cost down by over two thirds", 200 / 3), ("by at least 40%", 40)],
)
def test_a_part_of_what_there_was_asks_how_much_it_changed(ix: SearchIndex, query: str, share: float) -> None:
    parts = ix.search(SearchRequest(query)).interpretation

    assert f"an improvement of {'at least' if 'least' in query else 'more than'} {share:,.10g} %" in {
        p.value for p in parts
    }


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("handled an avalanche of messages", "many"),
        ("tons of requests", "many"),
        ("a mountain of records", "large"),
        ("blazing fast answers", "fast"),
        ("built it in the blink of an eye", "fast"),
        ("next to no budget", "cheap"),
    ],
)
def test_figures_of_speech_ask_for_size_too(ix: SearchIndex, query: str, asked: str) -> None:
    read = ix.search(SearchRequest(query)).interpretation

    assert [part.value for part in read if part.kind == "modifier"] == [asked]


def test_beside_a_size_alone_words_that_introduce_find_nothing(ix: SearchIndex) -> None:
    hits = ix.search(SearchRequest("got it on a shoestring")).hits

    assert "$30,000" in hits[0].text
    assert [hit.id for hit in hits] == [hit.id for hit in ix.search(SearchRequest("on a shoestring")).hits]


def test_beside_a_size_alone_what_is_ruled_out_stays_out(ix: SearchIndex) -> None:
    hits = ix.search(SearchRequest("on a shoestring -subscription")).hits

    assert hits
    assert not any("Subscription" in hit.text for hit in hits)


def test_the_biggest_speedups_are_those_by_most_times_whatever_the_times_themselves(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document(
        "a.md",
        "# A\nThe export went from 40 seconds to 1 second.\n\nThe audit went from 9 days to 6 days.\n\nIt took 3 years.\n",
    )
    small.outcome("40 seconds to 1 second", 1, "seconds", "time", direction="decrease", before=40, after=1)
    small.outcome("9 days to 6 days", 6, "days", "time", direction="decrease", before=9, after=6)
    small.outcome("3 years", 3, "years", "time")

    found = texts(small.search_index(tmp_path / "speed"), "biggest speedups")

    assert [text[:9] for text in found] == ["The expor", "The audit"]


def test_people_who_use_a_thing_are_told_from_those_who_made_it_and_from_what_is_theirs(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document(
        "a.md",
        "# A\nRead by 90 pupils.\n\nKept 5,000 pupil records.\n\nBuilt by 12 people.\n\nOpen to 70,000 residents.\n",
    )
    small.outcome("90 pupils", 90, "pupils", "count")
    small.outcome("5,000 pupil records", 5_000, "pupil records", "count")
    small.outcome("12 people", 12, "people", "count", measures=Measures.TEAM)
    small.outcome("70,000 residents", 70_000, "residents", "count")

    found = texts(small.search_index(tmp_path / "users"), "large user base")

    assert found == ["Open to 70,000 residents.", "Read by 90 pupils."]
