"""The board of outcomes: which figures share a scale, where they stand on it, what the filters leave."""

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
from webapp.pictures_strip import Point, draw_strip
from webapp.scales import scale_of, value_on, write_on


def points(*values: float) -> list[Point]:
    return [
        Point(value, "none", f"{value:g}", f"{value:g}", "of something", f"/document/a?at={n}")
        for n, value in enumerate(values)
    ]


def at(mark: Any) -> float:
    return float(mark.x[:-1])


SHARE = scale_of(Measure("1%", "percent", "share", 1))
MONEY = scale_of(Measure("$1", "USD", "money", 1))
TIME = scale_of(Measure("1 s", "seconds", "time", 1))
COUNT = scale_of(Measure("1 row", "rows", "count", 1))


# ---------------------------------------------------------------- scales


@pytest.mark.parametrize(
    ("measure", "key", "value"),
    [
        (Measure("97%", "percent", "share", 97, direction="decrease"), "share", -97),
        (Measure("99.95%", "percent", "share", 99.95), "share", 99.95),
        (Measure("14 to 9%", "percent", "share", 9, direction="decrease", before=14, after=9), "share", 9),
        (Measure("3 points", "points", "share", 3), "share-points", 3),
        (Measure("$2M a year", "USD/year", "money", 2e6), "money-usd", 2e6),
        (Measure("€2M", "EUR", "money", 2e6), "money-eur", 2e6),
        (Measure("120 ms", "milliseconds", "time", 120), "time", 0.12),
        (Measure("3 weeks", "weeks", "time", 3), "time", 1814400),
        (Measure("100 per hour", "requests/hour", "rate", 100), "rate", 2400),
        (Measure("7 a week", "checks/week", "rate", 7), "rate", 1),
        (Measure("2 TB a day", "TB/day", "rate", 2), "rate-data", 2000),
        (Measure("5 MB", "MB", "data", 5), "data", 0.005),
        (Measure("15x", "ratio", "ratio", 15), "ratio", 15),
        (Measure("10-15x", "ratio", "ratio", low=10, high=15), "ratio", 12.5),
        (Measure("no outage", "outages", "count"), "count", 0),
        (Measure("4.8 of 5", "of 5", "score", 4.8), "score-of-5", 4.8),
        (Measure("5 m", "furlongs", "length", 5), "length-furlongs", 5),
        (Measure("5 a fortnight", "runs/fortnight", "rate", 5), "rate-runs/fortnight", 5),
    ],
    ids=lambda value: value.text if isinstance(value, Measure) else "",
)
def test_a_figure_stands_on_the_scale_of_its_like(measure: Measure, key: str, value: float) -> None:
    scale = scale_of(measure)

    assert scale.key == key
    assert value_on(scale, measure) == pytest.approx(value)


@pytest.mark.parametrize(
    ("scale", "value", "written"),
    [(SHARE, -50, "−50 %"), (SHARE, 50, "50 %"), (MONEY, 1e5, "$100k"), (COUNT, 1e6, "1M"), (COUNT, 10, "10")],
)
def test_an_axis_is_written_like_its_figures(scale: Any, value: float, written: str) -> None:
    assert write_on(scale, value).replace("\u202f", " ") == written


# ---------------------------------------------------------------- strips


def test_falls_and_levels_in_per_cent_share_one_strip() -> None:
    strip = draw_strip(SHARE, points(-97, 99.95), [])

    assert strip is not None and strip.kind == "linear"
    fall, level = (at(mark) for mark in strip.marks)
    zero = next(float(tick.x[:-1]) for tick in strip.ticks if tick.zero)
    assert (zero - fall) / (level - zero) == pytest.approx(97 / 99.95, rel=0.001)


def test_sums_far_apart_stand_on_a_logarithmic_axis() -> None:
    strip = draw_strip(MONEY, points(1e3, 1e5, 1e7), [])

    assert strip is not None and strip.kind == "logarithmic"
    low, middle, high = (at(mark) for mark in strip.marks)
    assert middle - low == pytest.approx(high - middle, abs=0.05)
    assert [tick.label for tick in strip.ticks] == ["$1k", "$10k", "$100k", "$1M", "$10M"]


def test_close_numbers_stay_linear_and_begin_at_zero() -> None:
    strip = draw_strip(COUNT, points(2, 4), [])

    assert strip is not None and strip.kind == "linear"
    assert at(strip.marks[1]) - 2 == pytest.approx(2 * (at(strip.marks[0]) - 2))


def test_zero_has_a_place_left_of_a_logarithmic_axis() -> None:
    strip = draw_strip(COUNT, points(0, 1, 1e6), [])

    assert strip is not None and strip.kind == "logarithmic"
    assert at(strip.marks[0]) < at(strip.marks[1]) < at(strip.marks[2])
    assert strip.ticks[0].label == "0" and strip.ticks[0].zero


def test_time_is_marked_like_a_clock() -> None:
    strip = draw_strip(TIME, points(0.12, 7200), [])

    assert strip is not None
    assert [tick.label for tick in strip.ticks] == ["100 ms", "1 s", "10 s", "1 min", "10 min", "1 hour", "1 day"]


@pytest.mark.parametrize(
    "values",
    [
        (0,),
        (5,),
        (0, 0),
        (-5,),
        (-900, 2000),
        (1e-12, 1e12),
        (1e308, 1),
        (1e-300, 1),
        (5, 5, 5),
        (0.001, 0.002),
        (-100, 1e9),
    ],
    ids=str,
)
@pytest.mark.parametrize("scale", [SHARE, MONEY, TIME, COUNT], ids=lambda scale: scale.key)
def test_any_values_stand_on_the_axis_in_their_order(scale: Any, values: tuple[float, ...]) -> None:
    strip = draw_strip(scale, points(*values), [])

    assert strip is not None
    assert all(0 <= at(mark) <= 84 for mark in strip.marks)
    assert [at(mark) for mark in sorted(strip.marks, key=lambda m: float(m.text))] == sorted(map(at, strip.marks))
    assert 2 <= len(strip.ticks) <= 30


def test_what_was_before_stands_in_a_row_of_its_own() -> None:
    strip = draw_strip(SHARE, points(88), points(62))

    assert strip is not None
    assert [mark.text for mark in strip.marks] == ["88"] and [mark.text for mark in strip.before] == ["62"]


def test_one_figure_told_thrice_has_three_marks_and_one_flag() -> None:
    three = [Point(-97, "decrease", "−97 %", "−97 %", label, f"/{label}") for label in ("CPU", "CPU used", "load")]
    strip = draw_strip(SHARE, three, [])

    assert strip is not None
    assert [mark.lane_y is not None for mark in strip.marks] == [True, False, False]


def test_nothing_gives_no_strip() -> None:
    assert draw_strip(SHARE, [], []) is None


# ---------------------------------------------------------------- the page


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
