"""CSV tables and LinkedIn exports: what becomes a record, true offsets, and which files are never opened."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.content_folder import find_content
from graph.documents import BlockKind, Document
from graph.errors import UnreadableFileError
from graph.extraction.reading import Reading
from graph.model import EntityKind
from graph.pipeline import build_graph, interpret
from graph.readers import read_file
from graph.readers.csv_cells import rows_of
from graph.readers.csv_tables import read_csv
from graph.readers.linkedin_exports import read_linkedin
from graph.resolution.readings import DocumentReading

EXPORT = {
    "Profile.csv": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location\n"
    'Marit,Oskelund,,Storgata 1,May 17,Lead Platform Engineer,I move old systems.,Freight,5003,"Bergen, Norway"\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Fjordhavn Logistics,Lead Platform Engineer,"• Moved 40 services to Kubernetes\n• Reduced p95 latency of the booking '
    'API from 900 ms to 120 ms",Bergen,Mar 2019,\n'
    "Nordlys Energi AS,Software Engineer,Built the meter import in Java,Oslo,Aug 2015,Feb 2019\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    "Strandvik University,2010,2015,,MSc Computer Science,\n",
    "Skills.csv": "Name\nKafka\nTerraform\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\n"
    "Berth planner,Rewrote the berth planner with Go and Redis,,Jan 2021,Nov 2021\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "Certified Kubernetes Administrator,,CNCF,May 2020,,\n",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Aksel,Brandvoll,Fjordhavn Logistics,Director,"Marit keeps calm.","01/02/22, 10:00 AM",VISIBLE\n'
    'Ivo,Krunz,Fjordhavn Logistics,Clerk,"Not to be shown.","01/02/22, 10:00 AM",HIDDEN\n',
}
"""Invented. As LinkedIn writes it: CRLF or LF, dates as "Mar 2019", an empty end for what goes on."""
PRIVATE = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nIvo,Krunz,,,Secretcorp,CEO,1 Jan 2020\n"
)


def zipped(members: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def fields(document: Document) -> dict[str, str]:
    return {block.key: document.quote(block.span) for block in document.blocks if block.kind is BlockKind.FIELD}


def names(reading: DocumentReading | Reading, kind: EntityKind) -> list[str]:
    return [mention.name for mention in reading.mentions if mention.kind is kind]


# ---------------------------------------------------------------- CSV

CELLS = st.lists(st.text('ab 1",;\n\r\t|é', max_size=8), min_size=2, max_size=4)


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_cells_have_the_values_that_the_standard_library_reads(rows: list[list[str]]) -> None:
    rows = [["head", *["x"] * 3], *rows]
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    text = "sep=,\n" + written.getvalue()

    found = rows_of(text, "a.csv")

    wanted = [[" ".join(cell.split()) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    assert [[cell.value for cell in row] for row in found] == wanted
    assert all(text[cell.start : cell.end] == cell.text for row in found for cell in row)


@pytest.mark.parametrize(
    "text",
    [
        "Project;Tech stack;Result\nBooking API;Go, Redis;p95 fell from 900 ms to 120 ms\n",
        "sep=|\r\nProject|Tech stack|Result\r\nBooking API|Go, Redis|p95 fell from 900 ms to 120 ms\r\n",
        '\ufeffproject,"tech stack",RESULT\n"Booking API","Go, Redis","p95 fell from 900 ms to 120 ms"\n',
        "My projects\n\nProject\tTech stack\tResult\nBooking API\tGo, Redis\tp95 fell from 900 ms to 120 ms",
    ],
    ids=["semicolons", "named delimiter", "quoted", "tabs below a note"],
)
def test_a_table_of_projects_is_read_by_the_names_of_its_columns(text: str) -> None:
    document = read_csv(text.encode("utf-8"), "work.csv")

    assert fields(document) == {
        "projects[0].name": "Booking API",
        "projects[0].technologies": "Go, Redis",
        "projects[0].result": "p95 fell from 900 ms to 120 ms",
    }
    reading = interpret(document)
    assert names(reading, EntityKind.PROJECT) == ["Booking API"]
    assert names(reading, EntityKind.TECHNOLOGY) == ["Go", "Redis"]
    (outcome,) = [m.measure for m in reading.mentions if m.measure is not None]
    assert (outcome.before, outcome.after) == (900, 120)


def test_a_table_of_achievements_gives_a_story_a_row() -> None:
    text = (
        "Date,Achievement,Employer,Tools\n"
        "2020-03,Cut the nightly run from 6 h to 40 min,Fjordhavn Logistics,Spark\n"
        "2021-01,Moved 12 teams to trunk-based development,Nordlys Energi AS,Git\n"
    )

    reading = interpret(read_csv(text.encode(), "brag.csv"))

    assert [name.split()[0] for name in names(reading, EntityKind.PROJECT)] == ["Cut", "Moved"]
    assert {m.span.start for m in reading.mentions if m.measure is not None} >= {
        text.index("6 h"),
        text.index("12 teams"),
    }


def test_a_table_of_jobs_is_employment() -> None:
    text = "Employer,Role,From,To,Achievements\nFjordhavn Logistics,Engineer,2019,2021,Cut cost by 30%\n"

    reading = interpret(read_csv(text.encode(), "jobs.csv"))

    (role,) = [m for m in reading.mentions if m.kind is EntityKind.ROLE]
    assert (role.name, role.attributes["start"], role.attributes["end"]) == ("Engineer", "2019", "2021")


def test_a_table_of_something_else_is_text_in_rows() -> None:
    document = read_csv(b"Fruit,Weight\nPear,3\n", "fruit.csv")

    assert [(b.kind, b.key, document.quote(b.span)) for b in document.blocks] == [
        (BlockKind.TABLE_ROW, "Fruit | Weight", "Pear,3")
    ]
    assert names(interpret(document), EntityKind.PROJECT) == []


def test_a_table_beyond_the_limits_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="more than 50,000 rows"):
        read_csv(b"a,b\n" * 50_002, "a.csv")
    with pytest.raises(UnreadableFileError, match="more than 200 columns"):
        read_csv(b"a," * 300, "a.csv")


# ---------------------------------------------------------------- LinkedIn


def assert_is_marits(reading: DocumentReading) -> None:
    """One person with two employments, a project, a study and a certificate; nobody else's."""
    assert names(reading, EntityKind.PERSON) == ["Marit Oskelund"]
    roles = [m for m in reading.mentions if m.kind is EntityKind.ROLE]
    assert [(m.name, m.attributes["start"], m.attributes["end"]) for m in roles] == [
        ("Lead Platform Engineer", "2019-03", "present"),
        ("Software Engineer", "2015-08", "2019-02"),
    ]
    assert roles[0].period is not None
    assert roles[0].period.is_current
    assert "Berth planner" in names(reading, EntityKind.PROJECT)
    assert names(reading, EntityKind.INSTITUTION) == ["Strandvik University"]
    assert names(reading, EntityKind.CREDENTIAL) == ["Certified Kubernetes Administrator"]
    assert {"Kafka", "Terraform", "Go", "Redis", "Java", "Kubernetes"} <= set(names(reading, EntityKind.TECHNOLOGY))


def test_a_linkedin_archive_is_one_document_about_one_person(tmp_path: Path) -> None:
    path = tmp_path / "Basic_LinkedInDataExport.zip"
    path.write_bytes(zipped({**EXPORT, "Connections.csv": PRIVATE, "messages.csv": PRIVATE}))

    document = read_file(path, path.name)

    assert_is_marits(interpret(document))
    assert document.title == "Marit Oskelund – LinkedIn"
    for private in ("Secretcorp", "Storgata", "May 17", "5003", "Not to be shown"):
        assert private not in document.text


def test_the_folder_of_an_export_is_the_same_document(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "linkedin"
    folder.mkdir(parents=True)
    for name, content in {**EXPORT, "Connections.csv": PRIVATE, "Jobs.csv": PRIVATE}.items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "about.md").write_text("# A note\n\nSomething else.\n")

    listing = find_content(folder.parent)
    result = build_graph(folder.parent)

    assert [path.name for path in listing.files] == ["Profile.csv", "about.md"]
    assert [(path.name, reason[:30]) for path, reason in listing.skipped] == [
        ("Connections.csv", "a part of the LinkedIn export "),
        ("Jobs.csv", "a part of the LinkedIn export "),
    ]
    assert sorted(result.kg.documents) == ["linkedin/Profile.csv", "linkedin/about.md"]
    document = result.kg.documents["linkedin/Profile.csv"]
    assert document.text == read_linkedin(zipped(EXPORT), "x.zip").text
    assert_is_marits(interpret(document))


@pytest.mark.parametrize("missing", list(EXPORT))
def test_any_file_of_an_export_may_be_missing(missing: str) -> None:
    rest = {name: content for name, content in EXPORT.items() if name != missing}

    reading = interpret(read_linkedin(zipped(rest), "x.zip"))

    assert len(names(reading, EntityKind.ROLE)) == (0 if missing == "Positions.csv" else 2)
    assert bool(names(reading, EntityKind.INSTITUTION)) == (missing != "Education.csv")


def test_a_folder_of_other_tables_is_no_export(tmp_path: Path) -> None:
    (tmp_path / "Skills.csv").write_text("Name\nKafka\n")
    (tmp_path / "Projects.csv").write_text("Project,Tech\nBooking API,Go\n")

    assert [path.name for path in find_content(tmp_path).files] == ["Projects.csv", "Skills.csv"]


def test_a_link_in_the_folder_of_an_export_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("Name\nCobol\n")
    folder = tmp_path / "content"
    folder.mkdir()
    for name in ("Profile.csv", "Positions.csv"):
        (folder / name).write_text(EXPORT[name], encoding="utf-8")
    (folder / "Skills.csv").symlink_to(tmp_path / "secret.csv")

    result = build_graph(folder)

    assert "Cobol" not in result.kg.documents["Profile.csv"].text
    assert [(s.path, s.reason) for s in result.report.skipped] == [("Skills.csv", "a link that leaves the folder")]


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    bomb = zipped({"Profile.csv": "First Name,Last Name\n" + "a," * 5_000_000})

    with pytest.raises(UnreadableFileError, match="unpacks to"):
        read_linkedin(bomb, "x.zip")
