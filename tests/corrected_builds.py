"""Two stories of invented work, built beside a careergraph.yaml."""

from __future__ import annotations

from pathlib import Path

from graph.model import Entity, EntityKind
from graph.pipeline import BuildResult, build_graph

STORY = "# Parcel ledger migration\n\nI moved the ledger to PostgreSQL and Kafka, which cut runtime by 63.2%.\n"
OTHER = "# Ward dashboard rollout\n\nI built it in Python for 14 wards.\n"


def build(folder: Path, corrections: str, **files: str) -> BuildResult:
    """Return what is built of a folder with careergraph.yaml and the two stories, or with `files` (name → text)."""
    texts = {f"{name}.md": text for name, text in files.items()} or {"one/a.md": STORY, "two/b.md": OTHER}
    for name, text in {**texts, "careergraph.yaml": corrections}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build_graph(folder)


def of(result: BuildResult, kind: EntityKind) -> list[Entity]:
    return list(result.kg.entities(kind))
