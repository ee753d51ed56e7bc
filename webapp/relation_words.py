"""The words and lines by which pages speak of relations between two things. Knows no graph."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import RelationKind

VERBS: Mapping[RelationKind, tuple[str, str]] = {
    RelationKind.WORKS_AT: ("worked at", "employed"),
    RelationKind.HELD_ROLE: ("held the job", "was held by"),
    RelationKind.AT_EMPLOYER: ("was at", "had"),
    RelationKind.WORKED_ON: ("worked on", "was worked on by"),
    RelationKind.PART_OF: ("is part of", "has the part"),
    RelationKind.USES: ("uses", "is used by"),
    RelationKind.APPLIES: ("applies", "is applied by"),
    RelationKind.ACHIEVED: ("achieved", "was achieved by"),
    RelationKind.STUDIED_AT: ("studied at", "was attended by"),
    RelationKind.HOLDS: ("holds", "is held by"),
    RelationKind.MENTIONED_IN: ("is named in", "names"),
}
"""Relation → what its source does, and its target: "Ada worked at Acme", "Acme employed Ada"."""

SHORT: Mapping[RelationKind, str] = {
    RelationKind.WORKS_AT: "works at", RelationKind.HELD_ROLE: "job held", RelationKind.AT_EMPLOYER: "done at",
    RelationKind.WORKED_ON: "worked on", RelationKind.PART_OF: "part of", RelationKind.USES: "uses",
    RelationKind.APPLIES: "applies", RelationKind.ACHIEVED: "achieved", RelationKind.STUDIED_AT: "studied at",
    RelationKind.HOLDS: "holds", RelationKind.MENTIONED_IN: "named in",
}  # fmt: skip
"""Relation → its name in a legend or switch."""
