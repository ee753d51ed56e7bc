"""How figures are written and drawn, and lists are cut into pages."""

from __future__ import annotations

import pytest

from graph.model import Measure, Measures
from webapp.figures import write_figure, write_number
from webapp.pages import page_of, pager_links
from webapp.pictures import draw_before_after


@pytest.mark.parametrize(
    ("measure", "written"),
    [
        (Measure("63.2%", "percent", "share", 63.2, direction="decrease"), "−63.2 %"),
        (Measure("38%", "percent", "share", 38, direction="increase"), "+38 %"),
        (Measure("95%", "percent", "share", 95), "95 %"),
        (Measure("$64 million", "USD", "money", 64e6), "$64M"),
        (Measure("$708k a year", "USD/year", "money", 708e3), "$708k a year"),
        (Measure("10 to 15 times", "ratio", "ratio", low=10, high=15, comparator="range"), "10–15 ×"),
        (Measure("80M+ events per day", "events/day", "rate", 80e6, comparator=">="), "≥ 80M events a day"),
        (Measure("a minute to 2 s", "seconds", "time", 2, comparator="~", before=60, after=2), "60 → ≈ 2 s"),
        (Measure("6 h to 55 min", "minutes", "time", 55, before=360, after=55), "6 hours → 55 min"),
        (Measure("one outage", "outages", "count", 1), "1 outage"),
        (Measure("zero downtime", "", "count"), "zero downtime"),
        (Measure("1,250 users", "users", "count", 1250), "1,250 users"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_figure_is_written_one_way(measure: Measure, written: str) -> None:
    assert write_figure(measure).text.replace("\u202f", " ").replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (9999, "9,999"), (10_000, "10k"), (12_345, "12,345"), (2.5e9, "2.5B"), (-3, "−3"), (0.125, "0.125")],
)
def test_a_number_is_never_rounded(value: float, written: str) -> None:
    assert write_number(value) == written


def test_before_and_after_are_drawn_from_zero() -> None:
    bars = draw_before_after(Measure("60 s to 2 s", "seconds", "time", 2, before=60, after=2))

    assert bars is not None and not bars.calculated
    assert float(bars.after_width[:-1]) / float(bars.before_width[:-1]) == pytest.approx(2 / 60, rel=0.01)


def test_a_bare_share_of_change_is_drawn_and_said_to_be_calculated() -> None:
    bars = draw_before_after(Measure("97%", "percent", "share", 97, direction="decrease", measures=Measures.RESULT))

    assert bars is not None and bars.calculated
    assert bars.after_text.replace("\u202f", " ") == "3 %"


def test_a_level_is_not_drawn() -> None:
    assert draw_before_after(Measure("99.95%", "percent", "share", 99.95)) is None


def test_pages_of_a_list_cover_it_once() -> None:
    items = list(range(53))
    shown = [item for number in (1, 2, 3) for item in page_of(items, number, 25, "/x?page={page}").items]

    assert shown == items
    assert page_of(items, 9, 25, "/x?page={page}").items == ()
    assert [link.label for link in pager_links(1, 3, "/x?page={page}")] == ["1", "2", "3", "Next"]
