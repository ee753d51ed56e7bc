"""Short documents of invented people, and the graph of a folder of such, for tests of what is merged."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.model import Entity, EntityKind, KnowledgeGraph
from graph.pipeline import build_graph

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
    """Return the entities of a kind, in order."""
    return list(kg.entities(EntityKind(kind)))


def front(name: str, text: str) -> str:
    """Return Markdown whose front matter names its author."""
    return f"---\nauthor: {name}\n---\n\n{text}"


def three_tellings() -> dict[str, str]:
    """Return one migration as a story, in a résumé and in notes."""
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
