"""Decides between mentions that claim the same words, by one table: what yields to what."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.span_index import SpanIndex
from graph.model import EntityKind, Mention

YIELDS: dict[EntityKind, tuple[EntityKind, ...]] = {
    EntityKind.TECHNOLOGY: (EntityKind.EMPLOYER, EntityKind.INSTITUTION, EntityKind.CREDENTIAL),
    EntityKind.PRACTICE: (
        EntityKind.TECHNOLOGY,
        EntityKind.EMPLOYER,
        EntityKind.INSTITUTION,
        EntityKind.CREDENTIAL,
        EntityKind.ROLE,
    ),
    EntityKind.OUTCOME: (EntityKind.TECHNOLOGY, EntityKind.CREDENTIAL),
}
"""Kind → kinds to which it gives way where their words overlap: Oracle the employer, not the database; "HTTP/2" no figure.

A project's words hold other mentions ("Kafka migration"), so projects and people yield to nothing and nothing to them.
"""
_CLAIMING = frozenset(YIELDS).union(*YIELDS.values())


def settle_overlaps(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions without those that give way to a stronger one; of two of one kind, the longer stays."""
    rivals = SpanIndex((mention.span, mention) for mention in mentions if mention.kind in _CLAIMING)
    kept = []
    for mention in mentions:
        near = rivals.overlapping(mention.span) if mention.kind in YIELDS else []
        if any(_claims(rival, mention) for rival in near if rival.kind in YIELDS[mention.kind]):
            continue
        if any(
            other is not mention
            and other.kind is mention.kind
            and other.span.overlaps(mention.span)
            and (len(other.span), -other.span.start) > (len(mention.span), -mention.span.start)
            for other in near
        ):
            continue
        kept.append(mention)
    return tuple(kept)


def _claims(rival: Mention, mention: Mention) -> bool:
    if not rival.span.overlaps(mention.span):
        return False
    # A longer term keeps its words from a shorter name: "Oracle Cloud" against the employer Oracle.
    return not (
        mention.kind is EntityKind.TECHNOLOGY
        and mention.span.contains(rival.span)
        and len(mention.span) > len(rival.span)
    )
