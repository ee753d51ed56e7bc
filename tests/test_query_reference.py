"""The query reference in the README and at /help: each of its examples is asked, read as it says, and finds something."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from index.generations import Generation
from index.parsing.ranges import RANGE_FIELDS
from index.results import SearchRequest
from webapp.asking import Asked
from webapp.corpus import read_corpus
from webapp.views.help import help_page

TEXT = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def column(head: str, number: int) -> list[str]:
    """Return the code in one column of the table that begins with a head."""
    lines = TEXT[TEXT.index(head) :].partition("\n\n")[0].split("\n")[2:]
    return [code for line in lines for code in re.findall(r"`([^`]+)`", line.split(" | ")[number])]


QUERIES = column("| query | finds |", 0)
COMPARISONS = column("| comparison | compares | for example |", 2)


def kinds(generation: Generation, query: str) -> dict[str, str]:
    """Return how each part of a query was read, by its words."""
    response = generation.search(SearchRequest(query))
    assert [note for note in response.notes if "not converted" not in note] == [], query
    assert response.suggestion is None, query
    assert response.total > 0, query
    return {part.text: part.kind for part in response.interpretation}


def test_the_readme_has_both_tables() -> None:
    assert len(QUERIES) >= 14
    assert len(COMPARISONS) == len(RANGE_FIELDS)


@pytest.mark.parametrize("query", QUERIES)
def test_each_query_of_the_readme_is_read_as_written_and_finds_something(generation: Generation, query: str) -> None:
    read = kinds(generation, query)

    assert read, query
    if "-cloud" in query or "NOT cloud" in query:
        assert "excluded" in read.values()
        hits = generation.search(SearchRequest(query, limit=100)).hits
        assert not any(re.search(r"\bclouds?\b", hit.text, re.IGNORECASE) for hit in hits)
    if query.startswith('"'):
        assert all(query.strip('"') in hit.text for hit in generation.search(SearchRequest(query)).hits)
    if ":" in query:
        assert "filter" in read.values()
    if "at scale" in query:
        assert read["at scale"] == "modifier"
    if "under" in query or ">" in query:
        assert "range" in read.values()


@pytest.mark.parametrize("query", COMPARISONS)
def test_each_comparison_of_the_readme_is_read_as_one_and_finds_something(generation: Generation, query: str) -> None:
    assert kinds(generation, query) == {query: "range"}


def test_each_example_of_the_help_page_finds_something_there(client: Any, generation: Generation) -> None:
    corpus = read_corpus(generation.id, generation.kg, generation.report)
    page = help_page(generation, corpus, Asked("", {}))

    assert len(page.examples) >= 10
    for example in (*page.examples, *page.comparisons):
        kinds(generation, example.query)
        shown = client.get(example.url)
        assert shown.status_code == 200, example.url
        assert 'class="hit"' in shown.text, example.query


@pytest.mark.parametrize(
    ("query", "read_as", "said"),
    [
        ("tehc:kafka", "tech:kafka", "“tehc:” is no filter, so tehc:kafka was read as tech:kafka"),
        ("employr:oracle", "employer:oracle", "“employr:” is no filter, so employr:oracle was read as employer:oracle"),
        ("metrc:>=40%", "metric:>=40%", "“metrc:” is no filter, so metrc:>=40% was read as metric:>=40%"),
    ],
)
def test_a_misspelt_filter_is_read_as_the_one_that_was_meant(
    generation: Generation, query: str, read_as: str, said: str
) -> None:
    mended, meant = (generation.search(SearchRequest(asked)) for asked in (query, read_as))

    assert mended.notes == (said,)
    assert [hit.id for hit in mended.hits] == [hit.id for hit in meant.hits]
    assert mended.hits


def test_a_filter_that_nobody_knows_is_no_word_to_be_mended(generation: Generation) -> None:
    response = generation.search(SearchRequest("nosuch:thing kafka"))

    assert response.notes[0].startswith("“nosuch:” is no filter")
    assert response.suggestion is None


def test_several_values_of_one_facet_are_alternatives_with_exact_counts(generation: Generation) -> None:
    chosen = {"technology": ("technology:kafka", "technology:redis"), "has": ("metric",)}
    response = generation.search(SearchRequest("", chosen))
    one, other = (
        generation.search(SearchRequest("", chosen | {"technology": (value,)})).total for value in chosen["technology"]
    )

    assert max(one, other) < response.total <= one + other
    counted = [(f.name, v.value, v.count) for f in response.facets for v in f.values[:6] if v.count]
    assert len(counted) > 20
    for name, value, count in counted:
        assert generation.search(SearchRequest("", chosen | {name: (value,)})).total == count, (name, value)
