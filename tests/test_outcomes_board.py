"""The board of outcomes: what its page shows, what the filters leave, and that every figure leads to words."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path
from typing import Any

import pytest

from graph.model import Measure, Measures
from tests.explore_corpus import client_of, two_people
from tests.small_graph import SmallGraph
from webapp.board import SORTS, board_items, board_scales, sorted_items
from webapp.corpus import read_corpus


def small_board() -> SmallGraph:
    """Two people with figures: changes, a level, one figure without a story, one of before."""
    small = two_people()
    small.document(
        "vey/more.md", "# More\nTamsin Vey cut run time by 63%; errors were 5% before.\nUptime is 99.9% now.\n"
    )
    small.entity("person:tamsin-vey", "Tamsin Vey")
    small.outcome("99.9%", 99.9, "percent", "share", "project:till-feed")
    small.outcome("5%", 5, "percent", "share", "project:parcel-ledger", Measures.BASELINE)
    measure = Measure("63%", "percent", "share", 63, direction="decrease", label="run time")
    small.entity("outcome:run-time", "run time", "63%", measure=measure)
    return small


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The pages of that graph."""
    return client_of(small_board(), tmp_path_factory.mktemp("board"))


def figures(page: Any) -> list[str]:
    """Return the ids of all figures that a board shows, before included."""
    return [
        row["metric"]["outcome"]["id"] for s in page["scales"] for row in (*s["rows"]["items"], *s["before"]["items"])
    ]


def test_a_baseline_is_set_apart_and_never_the_strongest(board: Any) -> None:
    share = next(scale for scale in board.get("/api/v1/outcomes").json["scales"] if scale["key"] == "share")

    assert [row["metric"]["outcome"]["id"] for row in share["before"]["items"]] == ["outcome:5%"]
    assert share["strongest"]["metric"]["outcome"]["id"] == "outcome:run-time"
    assert "outcome:5%" not in [row["metric"]["outcome"]["id"] for row in share["rows"]["items"]]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("", {"outcome:run-time", "outcome:99.9%", "outcome:5%", "outcome:300-million-rows"}),
        ("person=person:bram-orsk", {"outcome:99.9%"}),
        ("person=person:tamsin-vey", {"outcome:run-time", "outcome:5%", "outcome:300-million-rows"}),
        ("employer=employer:quillfeather-bank", {"outcome:99.9%"}),
        ("technology=technology:postgresql", {"outcome:5%", "outcome:300-million-rows"}),
        ("direction=decrease", {"outcome:run-time"}),
        ("direction=none&measures=result", {"outcome:99.9%"}),
        ("measures=scale", {"outcome:300-million-rows"}),
        ("measures=team", set()),
        ("dimension=count", {"outcome:300-million-rows"}),
    ],
)  # fmt: skip
def test_filters_leave_what_they_say(board: Any, tail: str, expected: set[str]) -> None:
    assert set(figures(board.get(f"/api/v1/outcomes?{tail}").json)) == expected


def test_the_only_person_of_a_document_stands_behind_its_figures(board: Any) -> None:
    share = board.get("/api/v1/outcomes?dimension=share&direction=decrease").json["scales"][0]
    row = share["rows"]["items"][0]

    assert row["by_document"] is True and [ref["id"] for ref in row["people"]] == ["person:tamsin-vey"]


def test_sorting_by_size_puts_the_largest_first(board: Any) -> None:
    rows = board.get("/api/v1/outcomes?dimension=share&sort=size").json["scales"][0]["rows"]["items"]

    assert [row["metric"]["outcome"]["id"] for row in rows] == ["outcome:99.9%", "outcome:run-time"]


@pytest.mark.parametrize("tail", ["sort=x", "direction=up", "measures=joy", "dimension=x", "person=technology:kafka", "page=0", "format=pdf"])  # fmt: skip
def test_a_wrong_value_is_a_400_that_names_it(board: Any, tail: str) -> None:
    answer = board.get(f"/outcomes?{tail}")

    assert answer.status_code == 400 and tail.partition("=")[0] in answer.text


def test_a_corpus_without_figures_says_so(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document("a.md", "# Notes\nKafka.\n")
    page = client_of(small, tmp_path).get("/outcomes").text

    assert "No figure is stated in these documents" in page and '<svg class="strip full"' not in page


def test_a_long_scale_goes_on_in_pages_and_no_figure_is_lost(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document("a.md", "# Notes\n" + "".join(f"Moved {n} rows.\n" for n in range(1000, 1130)))
    for n in range(1000, 1130):
        small.outcome(f"{n} rows", n, "rows", "count", measures=Measures.SCALE)
    client = client_of(small, tmp_path)
    seen = [one for n in (1, 2, 3) for one in figures(client.get(f"/api/v1/outcomes?dimension=count&page={n}").json)]
    board = client.get("/outcomes").text

    assert len(seen) == len(set(seen)) == 130
    assert "The 20 first are drawn." in board and "dimension=count" in board
    assert client.get("/outcomes?dimension=count&page=9").status_code == 200


def test_the_csv_gives_every_figure_with_its_words(board: Any) -> None:
    answer = board.get("/outcomes?format=csv")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(answer.text))}

    assert answer.mimetype == "text/csv"
    assert rows["outcome:run-time"]["quote"] == "63%" and rows["outcome:run-time"]["document"] == "vey/more.md"
    assert (rows["outcome:5%"]["measures"], rows["outcome:5%"]["project"]) == ("baseline", "Parcel ledger")
    assert rows["outcome:300-million-rows"]["value"] == "300000000"


# ---------------------------------------------------------------- the demonstration corpus


def test_two_shares_of_the_corpus_stand_on_one_strip(client: Any) -> None:
    page = html.unescape(client.get("/outcomes?dimension=share").text)
    strip = page[page.index('<svg class="strip full"') :].partition('</svg>\n<svg class="strip slim"')[0]
    titles = " ".join(re.findall(r"<title>([^<]+)</title>", strip)).replace("\u202f", " ")

    assert "99.95 %" in titles and "−97 %" in titles


def test_every_mark_and_every_figure_leads_to_words_that_are_there(client: Any, kg: Any) -> None:
    page = html.unescape(client.get("/outcomes").text)
    links = re.findall(r'href="(/document/[^"]+\?at=[^"]+)"', page)

    assert len(links) > 250
    for link in set(links):
        found = re.fullmatch(r"/document/(.+)\?at=(\d+)-(\d+)#c\2-\3", link)
        assert found and kg.documents[found[1]].text[int(found[2]) : int(found[3])].strip(), link


def test_what_a_strip_draws_its_table_says(client: Any) -> None:
    page = client.get("/outcomes").text
    for section in re.findall(r'<section class="dimension".*?</section>', page, re.DOTALL):
        full = section[section.index('<svg class="strip full"') : section.index('<svg class="strip slim"')]
        drawn = sorted(re.findall(r'<a href="([^"]+)" tabindex="-1"', full))
        told = sorted(re.findall(r'<td class="num"><a class="fig" href="([^"]+)"', section))
        assert drawn == told


def test_every_order_of_a_scale_holds_the_same_figures(generation: Any) -> None:
    corpus = read_corpus(generation.id, generation.kg, generation.report)
    scales = board_scales(corpus)

    assert [one.scale for one in scales] == sorted(one.scale for one in scales)
    for one in scales:
        for side in (one.work, one.before):
            assert set(side) == set(SORTS)
            for sort, items in side.items():
                assert list(items) == sorted_items(side["strength"], sort), (one.scale.key, sort)
    shown = [item for one in scales for side in (one.work, one.before) for item in side["date"]]
    assert sorted(item.strength for item in shown) == [item.strength for item in board_items(corpus)]
