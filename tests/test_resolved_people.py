"""Which authors of several documents are one person, by name and what else agrees; and a forename in short."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import EntityKind
from graph.pipeline import build_graph
from tests.invented_careers import ENGINEER, NURSE, build, of


def test_a_name_in_two_folders_is_two_people(tmp_path: Path) -> None:
    kg = build(tmp_path, {"ward/cv.txt": NURSE, "depot/cv.txt": ENGINEER})

    assert [(e.id, e.name) for e in of(kg, "person")] == [
        ("person:mara-quillfeather-depot", "Mara Quillfeather"),
        ("person:mara-quillfeather-ward", "Mara Quillfeather"),
    ]


def test_a_name_in_one_folder_is_one_person(tmp_path: Path) -> None:
    kg = build(tmp_path, {"mara/nurse.txt": NURSE, "mara/engineer.txt": ENGINEER})

    (person,) = of(kg, "person")

    assert person.id == "person:mara-quillfeather"
    assert {e.span.document_id for e in person.evidence} == {"mara/nurse.txt", "mara/engineer.txt"}
    assert [merge.reason for merge in person.merges] == [
        "the name 'Mara Quillfeather' agrees, and so does the folder 'mara'"
    ]


def test_a_name_with_one_profile_link_is_one_person(tmp_path: Path) -> None:
    link = "\nContact: github.com/quillfeather-example\n"
    kg = build(tmp_path, {"ward/cv.txt": NURSE + link, "depot/cv.txt": ENGINEER + link})

    (person,) = of(kg, "person")

    assert "profile link" in person.merges[0].reason
    assert "quillfeather-example" not in person.merges[0].reason


def test_a_name_with_a_shared_employer_at_one_time_is_one_person(tmp_path: Path) -> None:
    later = ENGINEER.replace("Mar 2019 – Present", "Jan 2021 – Dec 2022")
    kg = build(tmp_path, {"one/cv.txt": ENGINEER, "two/cv.txt": later})

    (person,) = of(kg, "person")

    assert "at one time" in person.merges[0].reason


def test_a_shared_employer_at_different_times_is_not_enough(tmp_path: Path) -> None:
    early = ENGINEER.replace("Mar 2019 – Present", "Jan 2001 – Dec 2003")
    kg = build(tmp_path, {"one/cv.txt": ENGINEER, "two/cv.txt": early})

    assert len(of(kg, "person")) == 2


def test_different_names_in_one_folder_are_two_people(tmp_path: Path) -> None:
    kg = build(tmp_path, {"all/a.txt": NURSE, "all/b.txt": ENGINEER.replace("Mara Quillfeather", "Jonas Ebbesen")})

    assert [e.name for e in of(kg, "person")] == ["Jonas Ebbesen", "Mara Quillfeather"]


def test_unnamed_authors_are_never_joined(tmp_path: Path) -> None:
    kg = build(tmp_path, {"x/a.md": "# Notes\n\nI built a kiln.\n", "x/b.md": "# Notes\n\nI built a kiln.\n"})

    assert [(e.id, e.attributes["named"]) for e in of(kg, "person")] == [
        ("person:author-of-x-a", False),
        ("person:author-of-x-b", False),
    ]


# ---------------------------------------------------------------- names in short

_STORY = "# Parcel ledger\n\nI moved the ledger to Kafka, which cut run time by 40%.\n"


def _people_of(folder: Path, authors: dict[str, str]) -> list[str]:
    for name, author in authors.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if author[1] == ".":
            forename = {"T": "Tara", "A": "Ada"}[author[0]]
            text = (
                f"Fictional sample: the people are invented.\n\nSTORIES WITHOUT LABELS, {author.upper()}\n"
                f"({forename} {author.split()[1]}. One paragraph for each.)\n\nMOVING THE LEDGER\n\nI moved it to Kafka in 3 days.\n"
            )
            (folder / name).with_suffix(".txt").write_text(text, encoding="utf-8")
        else:
            (folder / name).write_text(f"---\nauthor: {author}\n---\n\n{_STORY}", encoding="utf-8")
    return sorted(person.name for person in build_graph(folder).kg.entities(EntityKind.PERSON))


def test_a_forename_in_short_is_the_person_of_the_same_folder(tmp_path: Path) -> None:
    assert _people_of(tmp_path, {"a/a.md": "T. Quillfeather", "a/b.md": "Tara Quillfeather"}) == ["Tara Quillfeather"]


@pytest.mark.parametrize(
    ("authors", "people"),
    [
        pytest.param({"a/a.md": "T. Quillfeather", "b/b.md": "Tara Quillfeather"}, 2, id="another folder"),
        pytest.param({"a/a.md": "A. Quillfeather", "a/b.md": "Tara Quillfeather"}, 2, id="another initial"),
        pytest.param({"a/a.md": "T. Orrinshaw", "a/b.md": "Tara Quillfeather"}, 2, id="another surname"),
        pytest.param(
            {"a/a.md": "T. Quillfeather", "a/b.md": "Tara Quillfeather", "a/c.md": "Tomas Quillfeather"},
            3,
            id="two possible",
        ),
    ],
)
def test_a_forename_in_short_that_may_be_anothers_stays_apart(
    tmp_path: Path, authors: dict[str, str], people: int
) -> None:
    found = _people_of(tmp_path, authors)

    assert len(found) == people and any(name[1] == "." for name in found)
