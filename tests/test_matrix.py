"""The matrix: what is tied to what, by how many places, and the way to the words; as page, JSON and CSV."""

from __future__ import annotations

import csv
import html
import io
import re
from pathlib import Path
from typing import Any

import pytest

from graph.model import EntityKind, RelationKind
from graph.ties import other_end, tied_to, ties
from tests.explore_corpus import client_of, two_people
from tests.small_graph import SmallGraph
from webapp.csv_text import write_csv


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The pages of two people who share Kafka."""
    return client_of(two_people(), tmp_path_factory.mktemp("matrix"))


def names(page: Any) -> tuple[list[str], list[str]]:
    """Return the names of a matrix's rows and columns."""
    return [row["ref"]["name"] for row in page["rows"]], [head["ref"]["name"] for head in page["heads"]]


def counts(page: Any) -> dict[tuple[str, str], int]:
    """Return (row, column) → number of the cells that have one."""
    _, columns = names(page)
    return {
        (row["ref"]["name"], column): cell["count"]
        for row in page["rows"]
        for column, cell in zip(columns, row["cells"], strict=True)
        if cell is not None
    }


# ---------------------------------------------------------------- what is tied


def test_a_project_is_tied_to_what_it_uses() -> None:
    found = ties(two_people().build().kg, EntityKind.PROJECT, [EntityKind.TECHNOLOGY])

    assert {pair: len(proofs) for pair, proofs in found.items()} == {
        ("project:badge-printer", "technology:kafka"): 1,
        ("project:parcel-ledger", "technology:kafka"): 1,
        ("project:parcel-ledger", "technology:postgresql"): 1,
        ("project:till-feed", "technology:kafka"): 1,
    }


def test_a_person_is_tied_to_what_their_projects_use_each_place_once() -> None:
    found = ties(two_people().build().kg, EntityKind.PERSON, [EntityKind.TECHNOLOGY, EntityKind.PRACTICE])

    assert [proof.quote for proof in found["person:tamsin-vey", "technology:kafka"]] == ["a Kafka feed", "Kafka; 300"]
    assert ("person:bram-orsk", "technology:postgresql") not in found
    assert ("person:tamsin-vey", "practice:blue-green") in found


def test_ties_can_be_kept_to_the_projects_of_somebody() -> None:
    found = ties(two_people().build().kg, EntityKind.EMPLOYER, [EntityKind.TECHNOLOGY], wanted=["person:bram-orsk"])

    assert list(found) == [("employer:quillfeather-bank", "technology:kafka")]


def test_relations_of_a_project_know_their_other_end() -> None:
    kg = two_people().build().kg

    people = tied_to(kg, "project:till-feed", EntityKind.PERSON)

    assert [other_end(relation, "project:till-feed") for relation in people] == ["person:bram-orsk"]
    assert [relation.kind for relation in people] == [RelationKind.WORKED_ON]


# ---------------------------------------------------------------- the page


def test_rows_and_columns_with_most_stand_first(small: Any) -> None:
    rows, columns = names(small.get("/api/v1/matrix").json)

    assert rows == ["Parcel ledger", "Badge printer", "Till feed"]
    assert columns == ["Kafka", "PostgreSQL"]


def test_a_cell_leads_to_the_words(small: Any) -> None:
    page = small.get("/matrix").text
    link = next(html.unescape(u) for u in re.findall(r'<td class="[^"]*n1"><a href="(/document/orsk[^"]+)"', page))

    path, _, anchor = link.partition("#")
    assert f'<mark id="{anchor}">' in small.get(path).text


def test_sorting_by_a_column_puts_its_rows_first(small: Any) -> None:
    rows, _ = names(small.get("/api/v1/matrix?sort=name&by=technology:postgresql").json)

    assert rows[0] == "Parcel ledger"
    assert names(small.get("/api/v1/matrix?sort=name").json)[0][0] == "Badge printer"
    assert names(small.get("/api/v1/matrix?sort=date").json)[0] == ["Badge printer", "Parcel ledger", "Till feed"]


@pytest.mark.parametrize(
    ("tail", "rows", "columns"),
    [
        ("person=person:bram-orsk", ["Till feed"], ["Kafka"]),
        ("employer=employer:halvorsen-freight&sort=name", ["Badge printer", "Parcel ledger"], ["Kafka", "PostgreSQL"]),
        ("shared=2&sort=name", ["Badge printer", "Parcel ledger", "Till feed"], ["Kafka"]),
        ("row=LEDGER", ["Parcel ledger"], ["Kafka", "PostgreSQL"]),
        ("column=sql", ["Parcel ledger"], ["PostgreSQL"]),
        ("rows=person&columns=both&person=person:tamsin-vey", ["Tamsin Vey"], ["Kafka", "PostgreSQL", "blue-green deployment"]),
        ("rows=employer&columns=practice", ["Halvorsen Freight"], ["blue-green deployment"]),
        ("row=nothing", [], []),
    ],
)  # fmt: skip
def test_filters_keep_what_they_say(small: Any, tail: str, rows: list[str], columns: list[str]) -> None:
    found_rows, found_columns = names(small.get(f"/api/v1/matrix?{tail}").json)

    assert (found_rows, sorted(found_columns)) == (rows, sorted(columns))


@pytest.mark.parametrize(
    "tail",
    [
        "rows=cats", "columns=cats", "sort=size", "by=technology:none", "by=person:bram-orsk", "person=employer:x",
        "shared=4", "page=0", "page=x", "columns_page=-1", f"row={'a' * 81}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("start", ["", "/api/v1"])
def test_a_wrong_value_is_a_400_that_names_it(small: Any, tail: str, start: str) -> None:
    answer = small.get(f"{start}/matrix?{tail}")

    assert answer.status_code == 400
    assert tail.partition("=")[0] in answer.text


def test_an_unknown_format_is_a_400(small: Any) -> None:
    answer = small.get("/matrix?format=xml")

    assert answer.status_code == 400 and "format=xml" in answer.text


@pytest.mark.parametrize("tail", ["row={page}", "row={0.x}", "row=%25s{", "page=99", "columns_page=99"])
def test_odd_values_are_no_errors(small: Any, tail: str) -> None:
    assert small.get(f"/matrix?{tail}").status_code == 200


def test_a_graph_without_ties_says_so(tmp_path: Path) -> None:
    alone = SmallGraph()
    alone.document("a.md", "# Notes\nKafka.\n")
    alone.entity("technology:kafka", "Kafka")
    page = client_of(alone, tmp_path).get("/matrix").text

    assert "No text ties projects to technologies yet" in page and "<table" not in page


def test_long_tables_go_on_in_pages_and_no_row_is_lost(tmp_path: Path) -> None:
    large = SmallGraph()
    large.document("a.md", "# All\n" + "".join(f"Project{n:03} uses Tool{n % 90:03}.\n" for n in range(130)))
    for n in range(90):
        large.entity(f"technology:t{n:03}", f"Tool{n:03}")
    for n in range(130):
        large.entity(f"project:p{n:03}", f"Project{n:03}")
        large.relation(f"project:p{n:03}", RelationKind.USES, f"technology:t{n % 90:03}", f"Project{n:03} uses")
    client = client_of(large, tmp_path)
    seen = [row for n in (1, 2, 3) for row in names(client.get(f"/api/v1/matrix?sort=name&page={n}").json)[0]]
    wide = [c for n in (1, 2) for c in names(client.get(f"/api/v1/matrix?sort=name&columns_page={n}").json)[1]]
    page = client.get("/matrix?sort=name").text

    assert seen == [f"Project{n:03}" for n in range(130)]
    assert wide == [f"Tool{n:03}" for n in range(90)]
    assert "Rows 1–50 of 130" in page and "Columns 1–80 of 90" in page
    assert len(client.get("/matrix?format=csv").text.splitlines()) == 131


# ---------------------------------------------------------------- CSV


def test_the_csv_says_what_the_page_says(small: Any) -> None:
    answer = small.get("/matrix?rows=person&format=csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    shown = counts(small.get("/api/v1/matrix?rows=person").json)

    assert answer.mimetype == "text/csv" and 'filename="matrix.csv"' in answer.headers["Content-Disposition"]
    assert {(r["Person"], c): int(r[c]) for r in rows for c in ("Kafka", "PostgreSQL") if r[c]} == shown


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "\ufeff=1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    written = next(csv.reader(io.StringIO(write_csv([[text]]), newline="")))[0]

    assert written == f"'{text}"


def test_plain_text_and_numbers_stay_as_they_are() -> None:
    assert (
        write_csv([["a, b", 'say "so"', -2, 1.5, 3.0, None, "a=b", "C++"]])
        == '"a, b","say ""so""",-2,1.5,3,,a=b,C++\r\n'
    )


def test_a_project_whose_name_is_a_formula_is_harmless_in_the_csv(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document("a.md", '# Notes\n=HYPERLINK("x") used Kafka.\n')
    small.entity("technology:kafka", "Kafka")
    small.entity("project:x", '=HYPERLINK("x")')
    small.relation("project:x", RelationKind.USES, "technology:kafka", "used Kafka")
    text = client_of(small, tmp_path).get("/matrix?format=csv").text

    assert [row[0] for row in csv.reader(io.StringIO(text))] == ["Project", '\'=HYPERLINK("x")']


# ---------------------------------------------------------------- the demonstration corpus


def test_two_people_share_a_technology(client: Any) -> None:
    page = client.get("/api/v1/matrix?rows=person").json
    people = {row for row, column in counts(page) if column == "Kafka"}

    assert {"Ilse Varnquist", "Tendai Orrinshaw"} <= people


@pytest.mark.parametrize("rows", ["project", "person", "employer"])
@pytest.mark.parametrize("columns", ["technology", "practice", "both"])
def test_every_number_leads_to_words_that_are_there(client: Any, kg: Any, rows: str, columns: str) -> None:
    page = client.get(f"/api/v1/matrix?rows={rows}&columns={columns}").json
    cells = [cell for row in page["rows"] for cell in row["cells"] if cell]

    assert cells
    for cell in cells:
        found = re.fullmatch(r"/document/(.+)\?at=(\d+)-(\d+)#c\2-\3", cell["url"])
        assert found and kg.documents[found[1]].text[int(found[2]) : int(found[3])].strip()
