"""Which mentions of all documents are the same thing: people, projects, outcomes, posts, technologies, each merge with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

import pytest

from graph.correction_rules import Corrections
from graph.model import Entity, EntityKind, KnowledgeGraph, RelationKind
from graph.pipeline import build_graph, interpret
from graph.queries import others
from graph.readers import reader_for
from graph.resolution.identities import resolve

NURSE = """Mara Quillfeather
Registered Nurse

EXPERIENCE

Registered Nurse, Marlowe Heights Hospital — Mar 2015 – Jun 2019
- Halved patient waiting time on the orthopaedic ward.
"""
ENGINEER = """Mara Quillfeather
Senior Data Engineer

EXPERIENCE

Senior Data Engineer, Tarnwick Freight — Mar 2019 – Present
- Built a parcel tracking pipeline on Kafka, cutting lost parcels by 30%.
"""
MIGRATION = (
    "# Parcel ledger migration\n\nI moved the ledger to PostgreSQL, which saved $250,000 and cut runtime by 63.2%.\n"
)


def build(folder: Path, files: Mapping[str, str]) -> KnowledgeGraph:
    """Return the graph of a content folder with these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build_graph(folder).kg


def of(kg: KnowledgeGraph, kind: str) -> list[Entity]:
    return list(kg.entities(EntityKind(kind)))


def front(name: str, text: str) -> str:
    """Return Markdown whose front matter names its author."""
    return f"---\nauthor: {name}\n---\n\n{text}"


# ---------------------------------------------------------------- technologies and practices


def test_k8s_and_kubernetes_are_one_technology(tmp_path: Path) -> None:
    kg = build(tmp_path, {"a.md": "# Notes\n\nRan the jobs on K8s.\n", "b.md": "# Notes\n\nMoved to Kubernetes.\n"})

    found = kg.entity("technology:kubernetes")

    assert found.name == "Kubernetes"
    assert [e.quote for e in found.evidence] == ["K8s", "Kubernetes"]


def test_what_the_texts_call_a_technology_are_its_aliases(tmp_path: Path) -> None:
    kg = build(tmp_path, {"a.md": "# Notes\n\nRan the jobs on K8s, then on Kubernetes.\n"})

    assert "K8s" in kg.entity("technology:kubernetes").aliases


def test_java_and_javascript_are_two(tmp_path: Path) -> None:
    kg = build(tmp_path, {"a.md": "# Notes\n\nWrote Java and JavaScript.\n"})

    assert [e.id for e in of(kg, "technology")] == ["technology:java", "technology:javascript"]


# ---------------------------------------------------------------- people


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


# ---------------------------------------------------------------- projects and their figures


def three_tellings() -> dict[str, str]:
    return {
        "mara/story.md": front("Mara Quillfeather", MIGRATION),
        "mara/resume.md": front(
            "Mara Quillfeather",
            "# Experience\n\n### Tarnwick Freight — Data Engineer\n\n- Led the parcel ledger migration, saving $250,000.\n",
        ),
        "mara/notes.md": front(
            "Mara Quillfeather",
            "# Parcel ledger migration\n\n## Result\n\nIt cut runtime by 63.2%, and saved $250,000.\n",
        ),
    }


def test_work_told_in_three_files_is_one_project_with_three_tellings(tmp_path: Path) -> None:
    kg = build(tmp_path, three_tellings())

    (project,) = of(kg, "project")

    assert project.name == "Parcel ledger migration"
    assert [t.span.document_id for t in kg.tellings[project.id]] == ["mara/notes.md", "mara/resume.md", "mara/story.md"]
    assert project.merges and all(merge.reason for merge in project.merges)


def test_the_figure_of_work_told_three_times_is_one_outcome(tmp_path: Path) -> None:
    kg = build(tmp_path, three_tellings())

    money = [e for e in of(kg, "outcome") if e.measure is not None and e.measure.unit == "USD"]

    assert len(money) == 1
    assert len({e.span.document_id for e in money[0].evidence}) == 3
    assert "the same figure" in money[0].merges[0].reason


def test_equal_titles_of_two_authors_are_two_projects(tmp_path: Path) -> None:
    kg = build(tmp_path, {"a/x.md": front("Mara Quillfeather", MIGRATION), "b/y.md": front("Jonas Ebbesen", MIGRATION)})

    projects = of(kg, "project")

    assert [e.name for e in projects] == ["Parcel ledger migration"] * 2
    assert len({e.id for e in projects}) == 2
    assert [e.name for p in projects for e in others(kg, p.id, RelationKind.WORKED_ON, "in")] in (
        ["Mara Quillfeather", "Jonas Ebbesen"],
        ["Jonas Ebbesen", "Mara Quillfeather"],
    )


def test_one_title_at_two_employers_is_two_projects(tmp_path: Path) -> None:
    files = {
        f"mara/{place.lower()}.md": f"---\nauthor: Mara Quillfeather\nemployer: {place}\n---\n\n# Stock tracker rollout\n\nI rolled it out.\n"
        for place in ("Lumenfield", "Corvane")
    }
    kg = build(tmp_path, files)

    assert len(of(kg, "project")) == 2


def test_the_same_round_figure_alone_joins_no_work(tmp_path: Path) -> None:
    kg = build(
        tmp_path,
        {
            "m/a.md": front("Mara Quillfeather", "# Billing migration\n\nI cut costs by 20%.\n"),
            "m/b.md": front("Mara Quillfeather", "# Ward dashboard\n\nI cut waiting by 20%.\n"),
        },
    )

    assert len(of(kg, "project")) == 2


# ---------------------------------------------------------------- posts and employers


def test_a_post_told_in_two_files_is_one_role(tmp_path: Path) -> None:
    kg = build(tmp_path, {"mara/a.txt": ENGINEER, "mara/b.txt": ENGINEER})

    (role,) = of(kg, "role")

    assert {e.span.document_id for e in role.evidence} == {"mara/a.txt", "mara/b.txt"}


def test_a_title_that_two_people_hold_is_two_roles(tmp_path: Path) -> None:
    kg = build(tmp_path, {"a/cv.txt": ENGINEER, "b/cv.txt": ENGINEER.replace("Mara Quillfeather", "Jonas Ebbesen")})

    assert [e.name for e in of(kg, "role")] == ["Senior Data Engineer"] * 2
    assert len(of(kg, "employer")) == 1


def test_a_legal_form_makes_no_other_employer(tmp_path: Path) -> None:
    kg = build(
        tmp_path, {"a/cv.txt": ENGINEER, "b/cv.txt": ENGINEER.replace("Tarnwick Freight", "Tarnwick Freight GmbH")}
    )

    assert [e.id for e in of(kg, "employer")] == ["employer:tarnwick-freight"]


# ---------------------------------------------------------------- always


def test_the_order_of_the_documents_changes_nothing() -> None:
    readings = [
        interpret(reader_for(name).read(text.encode(), name), Corrections())
        for name, text in {**three_tellings(), "ward/cv.txt": NURSE}.items()
    ]

    results = [resolve(list(order), Corrections()) for order in permutations(readings)]

    assert all(result == results[0] for result in results)


def test_every_merge_has_a_reason_and_the_id_of_its_entity(kg: KnowledgeGraph) -> None:
    merges = [(entity, merge) for entity in kg.entities() for merge in entity.merges]

    assert merges
    assert all(merge.reason.strip() and merge.entity_id == entity.id for entity, merge in merges)


@pytest.mark.parametrize("kind", [kind for kind in EntityKind if kind is not EntityKind.DOCUMENT])
def test_ids_hold_no_offsets_or_capitals(kg: KnowledgeGraph, kind: EntityKind) -> None:
    ids = [entity.id for entity in kg.entities(kind)]

    assert all(key.startswith(f"{kind}:") and key == key.lower() and " " not in key for key in ids)


def test_words_added_above_a_story_keep_its_ids(tmp_path: Path) -> None:
    before = build(tmp_path / "one", {"a.md": front("Mara Quillfeather", MIGRATION)})
    after = build(tmp_path / "two", {"a.md": front("Mara Quillfeather", "A word beforehand.\n\n" + MIGRATION)})

    assert [e.id for e in of(before, "project")] == [e.id for e in of(after, "project")]
    assert [e.id for e in of(before, "outcome")] == [e.id for e in of(after, "outcome")]


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
