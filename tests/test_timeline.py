"""The timeline: how precise a bar is, what stands in which group, what is not drawn."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from graph.model import DateRange, EntityKind, PartialDate, RelationKind
from tests.explore_corpus import client_of, two_people
from tests.small_graph import SmallGraph
from webapp.pictures_timeline import Extent, Period, draw_years, extent_of, years_around

Y2019, Y2021 = PartialDate(2019), PartialDate(2021)
MARCH, JUNE = PartialDate(2019, 3), PartialDate(2021, 6)
HORIZON = 2022 * 12 + 11


def month(year: int, number: int) -> int:
    """Return a month, counted from year 0."""
    return year * 12 + number - 1


@pytest.mark.parametrize(
    ("period", "extent"),
    [
        (DateRange(MARCH, JUNE), Extent(month(2019, 3), month(2021, 6), (month(2019, 3), month(2021, 6)), False, False, False)),
        (DateRange(Y2019, Y2021), Extent(month(2019, 1), month(2021, 12), (month(2019, 12), month(2021, 1)), False, False, False)),
        (DateRange(Y2019, Y2019), Extent(month(2019, 1), month(2019, 12), None, False, False, False)),
        (DateRange(MARCH, MARCH), Extent(month(2019, 3), month(2019, 3), (month(2019, 3), month(2019, 3)), False, False, False)),
        (DateRange(MARCH, Y2019), Extent(month(2019, 3), month(2019, 12), None, False, False, False)),
        (DateRange(MARCH, None, True), Extent(month(2019, 3), HORIZON, (month(2019, 3), HORIZON), True, False, False)),
        (DateRange(Y2019, None, True), Extent(month(2019, 1), HORIZON, (month(2019, 12), HORIZON), True, False, False)),
        (DateRange(MARCH, None), Extent(month(2019, 3), month(2019, 3), (month(2019, 3), month(2019, 3)), False, False, True)),
        (DateRange(Y2019, None), Extent(month(2019, 1), month(2019, 12), None, False, False, True)),
        (DateRange(None, Y2019), Extent(month(2019, 1), month(2019, 12), None, False, True, False)),
        (DateRange(), None),
    ],
    ids=["months", "years", "one year", "one month", "month to year", "present", "year to present", "month without end",
         "year without end", "end alone", "nothing"],
)  # fmt: skip
def test_only_what_the_text_fixes_is_sure(period: DateRange, extent: Extent | None) -> None:
    assert extent_of(period, HORIZON) == extent


def draw(*periods: DateRange, years: tuple[int, int] = (2018, 2022)) -> Any:
    """Draw periods, one on a lane."""
    listed = [Period(lane, "a label", "project", one, "/document/a", "words") for lane, one in enumerate(periods)]
    return draw_years(listed, years)


def test_a_year_is_a_year_wide() -> None:
    bar = draw(DateRange(Y2019, Y2019)).bars[0]

    assert (bar.x, bar.width, bar.sure_width) == ("20.00%", "20.00%", "")


def test_months_are_as_wide_as_they_are_many() -> None:
    bar = draw(DateRange(PartialDate(2018, 1), PartialDate(2018, 6))).bars[0]

    assert (bar.width, bar.sure_width) == ("10.00%", "10.00%")


def test_what_has_no_date_is_not_drawn() -> None:
    assert draw(DateRange()) is None
    assert len(draw(DateRange(), DateRange(Y2019, Y2021)).bars) == 1


@pytest.mark.parametrize("years", [(2019, 2019), (1970, 2026), (1, 9999)])
def test_any_years_have_an_axis(years: tuple[int, int]) -> None:
    line = draw(DateRange(PartialDate(years[0]), PartialDate(years[1])), years=years)

    assert line is not None and 1 <= len(line.ticks) <= 12


def test_years_reach_over_everything_that_is_dated() -> None:
    assert years_around([DateRange(MARCH, None, True), DateRange(None, Y2021), DateRange()]) == (2019, 2021)
    assert years_around([DateRange()]) is None


# ---------------------------------------------------------------- the page


def people_with_jobs() -> SmallGraph:
    """Two people: one with a job and two dated projects, one with an undated project."""
    small = two_people()
    small.document("vey/jobs.md", "# Jobs\nPlatform engineer at Halvorsen Freight, 2020 to 2023.\n")
    small.entity(
        "role:tamsin-engineer", "Platform engineer", attributes={"title": "Platform engineer"}, years=(2020, 2023)
    )
    small.relation("person:tamsin-vey", RelationKind.HELD_ROLE, "role:tamsin-engineer", "Platform engineer at")
    small.relation(
        "role:tamsin-engineer", RelationKind.AT_EMPLOYER, "employer:halvorsen-freight", "at Halvorsen Freight"
    )
    return small


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The pages of that graph."""
    return client_of(people_with_jobs(), tmp_path_factory.mktemp("timeline"))


def rows(page: Any) -> dict[str, list[str]]:
    """Return group → what it lists with dates."""
    return {group["ref"]["name"]: [row["ref"]["name"] for row in group["rows"]["items"]] for group in page["groups"]}


def test_jobs_and_projects_stand_below_their_person_the_latest_first(small: Any) -> None:
    page = small.get("/api/v1/timeline").json

    assert rows(page) == {"Tamsin Vey": ["Badge printer", "Platform engineer", "Parcel ledger"], "Bram Orsk": []}
    assert [ref["name"] for ref in page["groups"][1]["undated"]["items"]] == ["Till feed"]
    assert page["years"] == "2020 – 2023"


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("by=employer", {"Halvorsen Freight": ["Badge printer", "Platform engineer", "Parcel ledger"], "Quillfeather Bank": []}),
        ("person=person:tamsin-vey&show=roles", {"Tamsin Vey": ["Platform engineer"]}),
        ("show=projects&employer=employer:halvorsen-freight", {"Tamsin Vey": ["Badge printer", "Parcel ledger"]}),
        ("by=employer&person=person:bram-orsk", {"Quillfeather Bank": []}),
        ("show=roles&person=person:bram-orsk", {}),
    ],
)  # fmt: skip
def test_filters_keep_what_they_say(small: Any, tail: str, expected: dict[str, list[str]]) -> None:
    assert rows(small.get(f"/api/v1/timeline?{tail}").json) == expected


def test_the_table_says_what_a_year_leaves_open(small: Any) -> None:
    group = small.get("/api/v1/timeline?person=person:tamsin-vey").json["groups"][0]
    said = {row["ref"]["name"]: f"{row['when']}{row['note']}" for row in group["rows"]["items"]}

    assert said["Badge printer"] == "2023, some time in that year"
    assert said["Parcel ledger"] == "2021 – 2022, 2 dates to the year only"


def test_a_technologys_years_come_from_its_projects_and_overlap_once(small: Any) -> None:
    listed = small.get("/api/v1/timeline?by=technology").json["technologies"]["items"]
    kafka = next(row for row in listed if row["ref"]["name"] == "Kafka")

    assert [who["person"]["name"] for who in kafka["people"]] == ["Tamsin Vey"]
    assert kafka["people"][0]["length"] == "2 years" and kafka["months"] == 24
    assert [row["ref"]["name"] for row in listed] == ["Kafka", "PostgreSQL"]


def test_technologies_can_be_those_of_one_person_or_employer(small: Any) -> None:
    def names(tail: str) -> list[str]:
        items = small.get(f"/api/v1/timeline?by=technology&{tail}").json["technologies"]["items"]
        return [row["ref"]["name"] for row in items]

    assert names("person=person:bram-orsk") == []
    assert names("employer=employer:halvorsen-freight") == ["Kafka", "PostgreSQL"]


@pytest.mark.parametrize("tail", ["by=cats", "show=all", "person=x", "employer=person:bram-orsk", "page=0"])
def test_a_wrong_value_is_a_400_that_names_it(small: Any, tail: str) -> None:
    answer = small.get(f"/timeline?{tail}")

    assert answer.status_code == 400 and tail.partition("=")[0] in answer.text


def test_a_corpus_without_dates_says_so(tmp_path: Path) -> None:
    alone = SmallGraph()
    alone.document("a.md", "# Notes\nKafka.\n")
    client = client_of(alone, tmp_path)

    for tail in ("", "?by=employer", "?by=technology"):
        assert "Nothing here is dated" in client.get(f"/timeline{tail}").text


def test_a_long_life_goes_on_in_pages_and_nothing_is_lost(tmp_path: Path) -> None:
    busy = SmallGraph()
    busy.document("a.md", "# Ada Example\nAda Example.\n" + "".join(f"Project{n:03} ran.\n" for n in range(70)))
    busy.entity("person:ada", "Ada Example")
    for n in range(70):
        busy.entity(f"project:p{n:03}", f"Project{n:03}", years=(1950 + n, 1950 + n))
        busy.relation("person:ada", RelationKind.WORKED_ON, f"project:p{n:03}", f"Project{n:03} ran")
    client = client_of(busy, tmp_path)
    seen = [name for n in (1, 2) for name in rows(client.get(f"/api/v1/timeline?page={n}").json).get("Ada Example", [])]

    assert len(seen) == len(set(seen)) == 70


# ---------------------------------------------------------------- the demonstration corpus


def test_every_dated_job_and_project_of_somebody_is_drawn_once(client: Any, kg: Any) -> None:
    shown: list[str] = []
    for number in (1, 2, 3):
        page = client.get(f"/api/v1/timeline?page={number}").json
        shown += [row["ref"]["id"] for group in page["groups"] for row in group["rows"]["items"]]
    dated = {
        e.id
        for kind in (EntityKind.ROLE, EntityKind.PROJECT)
        for e in kg.entities(kind)
        if e.period is not None and (e.period.start or e.period.end)
        and any(kg.entity(s).kind is EntityKind.PERSON for s in kg.nx.predecessors(e.id))
    }  # fmt: skip

    assert dated and set(shown) == dated


def test_each_bar_leads_to_words_that_are_there(client: Any, kg: Any) -> None:
    for tail in ("", "?by=employer", "?by=technology"):
        page = html.unescape(client.get(f"/timeline{tail}").text)
        links = re.findall(r'<a href="(/document/[^"]+)" class="k-\w+" tabindex="-1"', page)
        assert links
        for link in links:
            found = re.fullmatch(r"/document/(.+)\?at=(\d+)-(\d+)#c\2-\3", link)
            assert found and kg.documents[found[1]].text[int(found[2]) : int(found[3])].strip()
