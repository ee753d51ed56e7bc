"""Which work is a part of which: only where the text says so."""

from __future__ import annotations

from pathlib import Path

from graph.model import RelationKind
from graph.pipeline import build_graph

NOTES = """# Notes

## Platform migration

I moved the platform to Kubernetes; 40 services in 3 months.

## Rollback drill

This was part of the Platform migration. I wrote the runbook with Terraform.

## Cache rollout

Led the Redis cache rollout, which had nothing to do with it.
"""


def test_a_part_is_tied_to_its_whole_by_the_words_that_say_so(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES)
    kg = build_graph(tmp_path).kg

    (part,) = [relation for relation in kg.relations() if relation.kind is RelationKind.PART_OF]

    assert kg.entity(part.source_id).name == "Rollback drill"
    assert kg.entity(part.target_id).name == "Platform migration"
    assert part.evidence[0].quote == "part of the Platform migration"


def test_a_field_names_the_whole_too(tmp_path: Path) -> None:
    (tmp_path / "work.yaml").write_text(
        "projects:\n"
        "  - {title: Billing migration, technologies: [Kafka]}\n"
        "  - {title: Invoice replay, part_of: Billing migration, technologies: [Redis]}\n"
    )
    kg = build_graph(tmp_path).kg

    assert [
        (kg.entity(r.source_id).name, kg.entity(r.target_id).name)
        for r in kg.relations()
        if r.kind is RelationKind.PART_OF
    ] == [("Invoice replay", "Billing migration")]
