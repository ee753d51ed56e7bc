"""Comparisons with numbers written out, bounds that texts state themselves, kinds of figures, and amounts of other currencies."""

from __future__ import annotations

import pytest

from graph.pipeline import build_graph
from index.generations import Generation, publish
from index.parsing.number_words import in_figures, size_said
from index.parsing.query_parser import parse_query
from index.query import Range
from index.results import SearchRequest

DOCUMENTS = {
    "crane.md": "# The crane\n\nI moved the crane to the new quay in under three months. The old one had fallen twice.\n",
    "lathe.md": "# The lathe\n\nI finished the new lathe in four weeks. I brought the time of a cut down from 900 ms to 200 ms.\n",
    "index.md": "# The catalogue\n\nI cut the wait for a query of the catalogue from 22 s to 40 ms with PostgreSQL.\n",
    "crate.md": "# The crate\n\nI sold the crate's design for $30,000.\n",
    "hall.md": "# The hall\n\nI run the hall in production of all plays. The sales of the hall came to 3 million euros.\n",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    """Return what is found in documents of invented works."""
    folder = tmp_path_factory.mktemp("compared")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return publish(tmp_path_factory.mktemp("store"), build_graph(folder))


def found(opened: Generation, query: str) -> list[str]:
    """Return the documents of the hits, best first."""
    return [hit.span.document_id for hit in opened.search(SearchRequest(query)).hits]


@pytest.mark.parametrize(
    ("said", "field", "low", "high"),
    [
        ("over a million users", "count", 1e6, None),
        ("at least ten engineers", "team", 10, None),
        ("more than a dozen services", "count", 12, None),
        ("under a minute", "metric", None, 60),
        ("within a week", "metric", 604800 / 200, 604800),
    ],
)
def test_a_number_may_be_written_out(said: str, field: str, low: float | None, high: float | None) -> None:
    wanted = next(leaf for leaf in parse_query(said).leaves() if isinstance(leaf, Range))

    assert (wanted.field, wanted.low, wanted.high) == (field, low, high)


@pytest.mark.parametrize("said", ["over a wall", "more than one language", "up to a point", "under one roof", "below"])
def test_what_compares_no_figure_stays_words(said: str) -> None:
    assert not any(isinstance(leaf, Range) for leaf in parse_query(said).leaves())


def test_zero_of_something_is_a_figure() -> None:
    wanted = next(leaf for leaf in parse_query("zero outages").leaves() if isinstance(leaf, Range))

    assert (wanted.field, wanted.low, wanted.high) == ("metric", 0, 0)
    assert not any(isinstance(leaf, Range) for leaf in parse_query("zero trust network").leaves())


def test_numbers_are_told_in_words_and_figures() -> None:
    assert (size_said("$1,200"), size_said("A  dozen"), size_said("few")) == (1200, 12, None)
    assert in_figures("over thirty towns", 5) == ("over 30 towns", 4)
    assert in_figures("over one", 5) is None


def test_a_bound_in_the_text_meets_the_same_bound_in_the_query(opened: Generation) -> None:
    assert set(found(opened, "moved in under three months")) == {"crane.md", "lathe.md"}
    assert found(opened, "moved in under three months")[0] == "crane.md"


def test_a_length_of_work_is_no_answer_of_a_machine(opened: Generation) -> None:
    figures = [why.matched_by for hit in opened.search(SearchRequest("under two months")).hits for why in hit.why]

    assert any("four weeks" in figure for figure in figures)
    assert not any("200 ms" in figure for figure in figures)


def test_latency_is_the_time_of_whatever_answers(opened: Generation) -> None:
    assert found(opened, "metric:latency<=300ms") == ["index.md"]


def test_a_name_says_more_than_the_words_beside_it(opened: Generation) -> None:
    assert found(opened, "run postgresql in production")[0] == "index.md"


def test_other_currencies_follow_where_none_is_in_the_one_that_is_asked_for(opened: Generation) -> None:
    response = opened.search(SearchRequest("money:>$1m"))

    assert [hit.span.document_id for hit in response.hits] == ["hall.md"]
    assert any("not converted" in note for note in response.notes)
    assert not any("not converted" in note for note in opened.search(SearchRequest("money:>€1m")).notes)


def test_amounts_of_other_currencies_stand_behind_the_few_of_the_one_asked_for(opened: Generation) -> None:
    response = opened.search(SearchRequest("money:>$20k"))

    assert [hit.span.document_id for hit in response.hits] == ["crate.md", "hall.md"]
    assert any("stand last, not converted" in note for note in response.notes)
    assert all(any(row.field == "figure" for row in hit.why) for hit in response.hits)
    counted = {value.value for facet in response.facets if facet.name == "document" for value in facet.values}
    assert counted == {"crate.md", "hall.md"}


def test_a_change_may_be_told_by_its_units_alone(opened: Generation) -> None:
    wanted = next(leaf for leaf in parse_query("cut from seconds to milliseconds").leaves() if isinstance(leaf, Range))

    assert (wanted.low, wanted.high, wanted.was, wanted.direction) == (0.001, 1, 1, "decrease")
    assert found(opened, "from seconds to milliseconds") == ["index.md"]
    assert not any(isinstance(leaf, Range) for leaf in parse_query("day to day").leaves())
    assert not any(isinstance(leaf, Range) for leaf in parse_query("from day to day work").leaves())


def test_no_other_currency_is_asked_where_none_has_so_much(opened: Generation) -> None:
    assert found(opened, "money:>$1bn") == []
