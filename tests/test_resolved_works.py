"""Which works, figures, posts and employers of several documents are the same."""

from __future__ import annotations

from pathlib import Path

from graph.model import RelationKind
from graph.queries import others
from tests.invented_careers import ENGINEER, MIGRATION, build, front, of, three_tellings

# ---------------------------------------------------------------- projects and their figures


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
