"""Scales of figures: which share one, and where they stand on the strip that is drawn of it."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model import Measure
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
