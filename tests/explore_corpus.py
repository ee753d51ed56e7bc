"""A small graph of two invented people for the pages that explore the whole: shared technologies, figures, dates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graph.model import Measures, RelationKind
from tests.small_graph import SmallGraph

NOTES = (
    "# Tamsin Vey\n"
    "Tamsin Vey, engineer at Halvorsen Freight.\n"
    "## Parcel ledger\n"
    "Moved the parcel ledger to PostgreSQL with Kafka; 300 million rows.\n"
    "PostgreSQL again, because the ledger is large.\n"
    "## Badge printer\n"
    "The badge printer got a Kafka feed and blue-green deployment.\n"
)
OTHERS = "# Bram Orsk\nBram Orsk worked at Quillfeather Bank.\n## Till feed\nThe till feed runs on Kafka.\n"


def two_people() -> SmallGraph:
    """Return a graph in which two people share Kafka, and one of them used PostgreSQL too."""
    small = SmallGraph()
    small.document("vey/notes.md", NOTES)
    small.document("orsk/notes.md", OTHERS)
    small.entity("person:tamsin-vey", "Tamsin Vey")
    small.entity("person:bram-orsk", "Bram Orsk")
    small.entity("employer:halvorsen-freight", "Halvorsen Freight")
    small.entity("employer:quillfeather-bank", "Quillfeather Bank")
    small.entity("technology:kafka", "Kafka")
    small.entity("technology:postgresql", "PostgreSQL")
    small.entity("practice:blue-green", "blue-green deployment")
    ledger = small.entity("project:parcel-ledger", "Parcel ledger", years=(2021, 2022))
    badge = small.entity("project:badge-printer", "Badge printer", years=(2023, 2023))
    till = small.entity("project:till-feed", "Till feed")
    for project in (ledger, badge):
        small.relation("person:tamsin-vey", RelationKind.WORKED_ON, project, "Tamsin Vey")
        small.relation(project, RelationKind.AT_EMPLOYER, "employer:halvorsen-freight", "Halvorsen Freight")
    small.relation("person:bram-orsk", RelationKind.WORKED_ON, till, "Bram Orsk")
    small.relation(till, RelationKind.AT_EMPLOYER, "employer:quillfeather-bank", "Quillfeather Bank")
    small.relation(ledger, RelationKind.USES, "technology:postgresql", "PostgreSQL with Kafka")
    small.relation(ledger, RelationKind.USES, "technology:kafka", "Kafka; 300")
    small.relation(badge, RelationKind.USES, "technology:kafka", "a Kafka feed")
    small.relation(badge, RelationKind.APPLIES, "practice:blue-green", "blue-green deployment")
    small.relation(till, RelationKind.USES, "technology:kafka", "runs on Kafka")
    small.outcome("300 million rows", 300e6, "rows", "count", ledger, Measures.SCALE)
    return small


def client_of(small: SmallGraph, folder: Path) -> Any:
    """Return a client of the application over a small graph, published below `folder`."""
    from index.generations import publish
    from webapp import create_app

    publish(folder / "store", small.build())
    return create_app(folder / "store").test_client()
