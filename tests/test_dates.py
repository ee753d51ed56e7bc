"""Dates and periods: what is read from them, and what is none."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction.dates.dates import find_periods, is_present, parse_period
from graph.extraction.dates.words import LANGUAGES, month_names

PERIODS = {
    "Mar 2019 – Present": ("2019-03", "present"),
    "2017–2020": ("2017", "2020"),
    "2017-2020": ("2017", "2020"),
    "3/2020 to 10/2024": ("2020-03", "2024-10"),
    "03/2019-06/2021": ("2019-03", "2021-06"),
    "2019-03 – 2021-06": ("2019-03", "2021-06"),
    "March 2019 - June 2021": ("2019-03", "2021-06"),
    "1 September 2019 – 3 May 2021": ("2019-09-01", "2021-05-03"),
    "Jan '19 – Feb '21": ("2019-01", "2021-02"),
    "Apr 21 – Sep 23": ("2021-04", "2023-09"),
    "Nov 98 to Feb 02": ("1998-11", "2002-02"),
    "Mar 22 - Present": ("2022-03", "present"),
    "Mar-19 - Apr-21": ("2019-03", "2021-04"),
    "03/19 – 06/21": ("2019-03", "2021-06"),
    "2017–19": ("2017", "2019"),
    "June – September 2023": ("2023-06", "2023-09"),
    "Q3 2020": ("2020-07", "2020-09"),
    "Q3 2020 – Q1 2021": ("2020-07", "2021-03"),
    "Summer 2018": ("2018", "2018"),
    "since 2019": ("2019", "present"),
    "until 2021": (None, "2021"),
    "Through 10/2009": (None, "2009-10"),
    "2019 –": ("2019", None),
    "June 2014": ("2014-06", "2014-06"),
    "2015": ("2015", "2015"),
    "31.12.2019": ("2019-12-31", "2019-12-31"),
    "Dec 2018 to date": ("2018-12", "present"),
    "2016 – now": ("2016", "present"),
    "2016 – heute": ("2016", "present"),
    "2016 - aujourd'hui": ("2016", "present"),
    "März 2019 bis Juni 2020": ("2019-03", "2020-06"),
    "marzo de 2019 a junio de 2020": ("2019-03", "2020-06"),
    "août 2019 à juin 2021": ("2019-08", "2021-06"),
    "марта 2019 – настоящее время": ("2019-03", "present"),
    "2019年3月 – 2021年6月": ("2019-03", "2021-06"),
    "'18–'21": ("2018", "2021"),
    "od III 2015 do IX 2018": ("2015-03", "2018-09"),
    "mid-2018 to late 2020": ("2018", "2020"),
    "Ende 2019": ("2019", "2019"),
    "since the summer of 2020": ("2020", "present"),
    "April 2015 tot en met mei 2018": ("2015-04", "2018-05"),
    "2019 ⟶ 2021": ("2019", "2021"),
    "2020 --- present day": ("2020", "present"),
    "Sept. 2015 / Juin 2018": ("2015-09", "2018-06"),
    "2014/2016": ("2014", "2016"),
    "août 2019 - ce jour": ("2019-08", "present"),
    "2012 - até à data": ("2012", "present"),
    "2016 hasta la fecha": ("2016", "present"),
    "Tarn University, 2012 (2:1)": ("2012", "2012"),
    "Engineer II 2018 – 2019": ("2018", "2019"),
}


@pytest.mark.parametrize(("text", "expected"), PERIODS.items(), ids=list(PERIODS))
def test_a_period_is_read_as_precisely_as_it_is_written(text: str, expected: tuple[str | None, str | None]) -> None:
    period = parse_period(text)

    assert period is not None
    assert (period.to_json()["start"], period.to_json()["end"]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2000 users",
        "in 2015 I moved",
        "$2000",
        "v1.2019",
        "2/3",
        "03/19",
        "set 2019 goals",
        "206-555-2010",
        "1,2019",
        "from Jun 12 to Sep 18 with one boat",
        "it grew by '21",
        "i 2015 blev det mer",
        "by the end of 2019 we had",
        "in the 2019 (not 2020) release",
        "",
    ],
)
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert find_periods(text) == []


def test_a_period_that_ends_before_it_starts_is_none() -> None:
    assert parse_period("2021 to 2019") is None


def test_a_date_whose_month_is_uncertain_keeps_its_year_alone() -> None:
    period = parse_period("5/6/2019")

    assert period is not None
    assert str(period.start) == "2019"


def test_positions_count_from_the_base() -> None:
    text = "Dunharrow • 3/2020 to 10/2024, Aldergate (2015–2019)"

    found = find_periods(text, base=100)

    assert [text[item.start - 100 : item.end - 100] for item in found] == ["3/2020 to 10/2024", "2015–2019"]


def test_months_are_known_in_many_languages() -> None:
    assert len(LANGUAGES) >= 15
    assert {month_names()[name] for name in ("march", "märz", "mars", "marzo", "março", "maart", "марта", "março")} == {
        3
    }


def test_a_word_for_now_is_recognised_alone() -> None:
    assert is_present("Present")
    assert is_present("heute")
    assert not is_present("2019")


@given(st.text(alphabet="0123456789 /-–.'JanMayQto年present\n", max_size=80))
def test_every_period_lies_in_its_text_in_order_and_does_not_end_before_it_starts(text: str) -> None:
    found = find_periods(text)

    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for item in found:
        if item.range.start is not None and item.range.end is not None:
            assert item.range.start.first_month <= item.range.end.last_month


@pytest.mark.parametrize("piece", ["2019 ", "Mar ", "2019–", "1/", " ", "Jan '1", "99"])
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    started = time.perf_counter()
    find_periods(piece * 20_000)

    assert time.perf_counter() - started < 10
