"""One job told in two documents: a translation folds into it, and what the two say differently is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.finding import Finding
from graph.findings import find_problems
from graph.model import EntityKind, KnowledgeGraph
from graph.pipeline import build_graph

ENGLISH = """# Marit Oskelund

## Experience

### Lead Platform Engineer, Fjordhavn Logistics (Mar 2019 - Present)

- **Booking platform move.** Moved 40 services to Kubernetes, cutting the cloud bill by 38%.
"""
GERMAN = """# Marit Oskelund

## Berufserfahrung

### Leitende Plattformingenieurin, Fjordhavn Logistics (März 2019 - heute)

- **Umzug der Buchungsplattform.** 40 Dienste nach Kubernetes verlegt, Cloud-Kosten um 38 % gesenkt.
"""


def read(folder: Path, *texts: str) -> tuple[KnowledgeGraph, list[Finding]]:
    for number, text in enumerate(texts):
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    result = build_graph(folder)
    found = find_problems(result.kg, result.report)
    return result.kg, [finding for finding in found if finding.code == "job-told-two-ways"]


def names(kg: KnowledgeGraph, kind: EntityKind) -> list[str]:
    return sorted(entity.name for entity in kg.entities(kind))


def test_a_translation_is_the_same_person_job_and_project(tmp_path: Path) -> None:
    kg, found = read(tmp_path, ENGLISH, GERMAN)

    assert names(kg, EntityKind.PERSON) == ["Marit Oskelund"]
    assert names(kg, EntityKind.EMPLOYER) == ["Fjordhavn Logistics"]
    (role,) = kg.entities(EntityKind.ROLE)
    assert [proof.quote for proof in role.evidence] == ["Lead Platform Engineer", "Leitende Plattformingenieurin"]
    (project,) = kg.entities(EntityKind.PROJECT)
    assert {proof.span.document_id for proof in project.evidence} == {"0.md", "1.md"}
    (finding,) = found
    assert finding.message == "one job is “Lead Platform Engineer” here and “Leitende Plattformingenieurin” in 1.md:5"


def test_other_dates_of_the_same_job_are_found(tmp_path: Path) -> None:
    _, found = read(tmp_path, ENGLISH, ENGLISH.replace("Mar 2019", "Jan 2018"))

    (finding,) = found
    assert finding.message == "Lead Platform Engineer is 2018-01 – present here and 2019-03 – present in 0.md:5"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(ENGLISH, id="the same"),
        pytest.param(ENGLISH.replace("Mar 2019 - Present", "Jan 2015 - Feb 2019"), id="an earlier time there"),
        pytest.param(ENGLISH.replace("Marit Oskelund", "Ida Quillfeather"), id="somebody else"),
        pytest.param(ENGLISH.replace("Fjordhavn Logistics", "Kvalnes Data"), id="elsewhere"),
    ],
)
def test_nothing_is_found_where_nothing_differs(other: str, tmp_path: Path) -> None:
    assert read(tmp_path, ENGLISH, other)[1] == []


def test_two_posts_of_one_document_are_two(tmp_path: Path) -> None:
    two = (
        ENGLISH + "\n### Safety Warden, Fjordhavn Logistics (Mar 2019 - Present)\n\n- Checked the exits of 4 floors.\n"
    )

    kg, found = read(tmp_path, two, GERMAN)

    assert names(kg, EntityKind.ROLE) == ["Lead Platform Engineer", "Leitende Plattformingenieurin", "Safety Warden"]
    assert found == []
