"""Which mentions of all documents are the same thing: technologies, and what holds of every merge.

People and works have files of their own.
"""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from graph.correction_rules import Corrections
from graph.model import EntityKind, KnowledgeGraph
from graph.pipeline import interpret
from graph.readers import reader_for
from graph.resolution.identities import resolve
from tests.invented_careers import MIGRATION, NURSE, build, front, of, three_tellings

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
