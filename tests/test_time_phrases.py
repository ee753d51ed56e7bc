"""Times that are said in words are read as times: "in 2019", "since March 2020", "between 2018 and 2020"."""

from __future__ import annotations

import pytest

from graph.pipeline import build_graph
from index.generations import Generation, publish
from index.parsing.query_parser import parse_query
from index.parsing.ranges import in_words
from index.query import Range
from index.results import SearchRequest


def ranges(query: str) -> list[str]:
    """Return what each comparison of a query asks for, in words."""
    return [in_words(leaf) for leaf in parse_query(query).leaves() if isinstance(leaf, Range)]


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("kafka in 2019", "work in 2019"),
        ("(during 2019)", "work in 2019"),
        ("since March 2020", "work since 2020-03"),
        ("after sept. 2020", "work since 2020-09"),
        ("from 2020", "work since 2020"),
        ("before 2012", "work up to 2011"),
        ("prior to 2015-06", "work up to 2015-05"),
        ("between 2018 and 2020", "work from 2018 to 2020"),
        ("from May 2018 to June 2020", "work from 2018-05 to 2020-06"),
        ("2018-2020 kafka", "work from 2018 to 2020"),
        ("rollouts 2018 – 2020", "work from 2018 to 2020"),
        ("in the 2010s", "work from 2010 to 2019"),
    ],
)
def test_a_time_in_words_is_one_of_the_query(query: str, asked: str) -> None:
    assert ranges(query) == [asked]


@pytest.mark.parametrize(
    "query",
    ["2019", "sql server 2019", "ISO 9001:2015", "in 2019.5", "in 20190", "within 2019x", "2000 to 3000 users", "between 2020 and 2018", "inside 2019", "in 2000%"],
)  # fmt: skip
def test_a_number_that_is_no_time_is_read_as_before(query: str) -> None:
    assert not any(said.startswith("work") for said in ranges(query))


def test_a_change_between_sizes_that_look_like_years_is_no_time() -> None:
    assert not any(said.startswith("work") for said in ranges("latency from 2000 to 120 ms"))


DOCUMENTS = {
    "past.md": "# Past\n\n## Experience\n\n### Platform Engineer, Ferrystack\n\nMar 2009 – Jul 2011\n\n- Ran Kafka for the booking desk\n",
    "recent.md": "# Recent\n\n## Experience\n\n### Data Engineer, Oda & Finch\n\nJan 2019 – Present\n\n- Ran Kafka for the billing desk\n",
    "said.md": "# The quay\n\nIn 2015 we moved the quay's Kafka to a new home.\n",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    """Return what is found in documents of invented people, read as any others are."""
    folder = tmp_path_factory.mktemp("times")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return publish(tmp_path_factory.mktemp("store"), build_graph(folder))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("kafka before 2012", "past.md"),
        ("kafka in 2010", "past.md"),
        ("kafka between 2008 and 2010", "past.md"),
        ("kafka since 2021", "recent.md"),
        ("what did I do with kafka in 2020", "recent.md"),
        ("kafka in 2015", "said.md"),
    ],
)
def test_work_of_a_time_is_found_by_the_dates_of_its_post_or_by_the_words(
    opened: Generation, query: str, first: str
) -> None:
    assert opened.search(SearchRequest(query)).hits[0].span.document_id == first
