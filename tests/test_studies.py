"""Studies and certificates: whose each is, on the pages of institution, credential and person, and in the export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model import EntityKind, KnowledgeGraph
from graph.pipeline import build_graph
from graph.studies import studies_at, studies_of
from index.generations import publish
from webapp import create_app
from webapp.exports.json_resume import write_json_resume

MARA = """# Mara Quillfeather

## Education

MSc Hydrology, University of Tarn, 2014
BSc Geography, University of Tarn, 2012

## Certificates

- Certified ScrumMaster, 2015
"""
JORY = """# Jory Pennock

## Education

BSc Geography, University of Tarn, 2009

## Certificates

- Certified ScrumMaster, 2019
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("schools")
    (found / "mara.md").write_text(MARA, encoding="utf-8")
    (found / "jory.md").write_text(JORY, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def built(folder: Path) -> KnowledgeGraph:
    return build_graph(folder).kg


@pytest.fixture(scope="module")
def pages(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    store = tmp_path_factory.mktemp("published") / "store"
    publish(store, build_graph(folder), folder)
    return create_app(store).test_client()


def test_each_degree_is_its_holders(built: KnowledgeGraph) -> None:
    (school,) = built.entities(EntityKind.INSTITUTION)

    found = [
        (s.person.name if s.person else None, s.degree, s.field, str(s.period.end) if s.period else None)
        for s in studies_at(built, school)
    ]

    assert found == [
        ("Mara Quillfeather", "MSc", "Hydrology", "2014"),
        ("Mara Quillfeather", "BSc", "Geography", "2012"),
        ("Jory Pennock", "BSc", "Geography", "2009"),
    ]


def test_a_study_is_said_where_its_degree_stands(built: KnowledgeGraph) -> None:
    person = next(e for e in built.entities(EntityKind.PERSON) if e.name == "Mara Quillfeather")

    first = studies_of(built, person)[0]

    (place,) = first.places
    assert place.document_id == "mara.md" and built.documents["mara.md"].quote(place) == "MSc"


def test_a_school_without_a_degree_is_a_study_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Ada Tarnholm\n\n## Education\n\nUniversity of Tarn, 2001 – 2004\n", encoding="utf-8"
    )
    kg = build_graph(tmp_path).kg
    (person,) = kg.entities(EntityKind.PERSON)

    (study,) = studies_of(kg, person)

    assert (study.institution.name, study.degree) == ("University of Tarn", "")
    assert study.places


def test_an_institutions_page_lists_everybody_with_their_own_degree(pages: Any) -> None:
    page = pages.get("/entity/institution:university-of-tarn").text
    listed = page[page.index('id="h-studies"') : page.index("</table>")]

    assert listed.index("Hydrology") < listed.index("2012") < listed.index("2009")
    assert listed.count("Mara Quillfeather") == 2 and listed.count("Jory Pennock") == 1
    assert "/document/jory.md?at=" in listed


def test_a_persons_page_shows_their_own_degrees_alone(pages: Any) -> None:
    page = pages.get("/entity/person:jory-pennock").text
    listed = page[page.index('id="h-edu"') :].partition("</table>")[0]

    assert "BSc, Geography" in listed and "2009" in listed and "Hydrology" not in listed


def test_a_credentials_page_tells_when_each_got_it(pages: Any) -> None:
    page = pages.get("/entity/credential:certified-scrummaster").text
    listed = page[page.index('id="h-held"') : page.index("</table>")]

    assert (
        listed.index("Jory Pennock") < listed.index("2019") < listed.index("Mara Quillfeather") < listed.index("2015")
    )


def test_a_json_resume_holds_nobody_elses_degree(built: KnowledgeGraph) -> None:
    found = json.loads(write_json_resume(built, "person:jory-pennock"))["education"]

    assert [(study["studyType"], study["area"], study["endDate"]) for study in found] == [("BSc", "Geography", "2009")]
    assert {proof["document"] for proof in found[0]["evidence"]} == {"jory.md"}
