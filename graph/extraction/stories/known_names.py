"""Says whether words are known as the name of something else than a work: of a person, a post, a house, a degree. Finds no stories."""

from __future__ import annotations

from collections.abc import Collection

from graph.documents import Span
from graph.extraction.reading import Reading
from graph.model import EntityKind

KNOWN = (EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.PERSON, EntityKind.INSTITUTION, EntityKind.CREDENTIAL)


def is_known(reading: Reading, span: Span, kinds: Collection[EntityKind] = KNOWN) -> bool:
    """Return whether one name of these kinds is more than half of a span."""
    return any(m.kind in kinds and 2 * len(m.span) > len(span) for m in reading.mentions_near(span))


def holds_known(reading: Reading, span: Span, kinds: Collection[EntityKind] = KNOWN) -> bool:
    """Return whether a name of these kinds stands in a span; the place that tells of an unnamed author is none."""
    near = (m for m in reading.mentions_near(span) if m.kind in kinds)
    return any(m.attributes.get("named") is not False for m in near)
