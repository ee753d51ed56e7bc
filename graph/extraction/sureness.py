"""Says how sure a figure is to measure the work: by its form, its unit, and where it stands. Judges no single word."""

from __future__ import annotations

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.quantity import Quantity
from graph.extraction.reading import Reading
from graph.extraction.titles import read_achievement

_LONG = 350
"""Characters; a longer paragraph is running prose, where numbers count many things."""
_FORMS = {
    "digits": 0.0, "scores": 0.02, "portions": 0.05, "parts": 0.03, "fractions": 0.05, "halvings": 0.05, "factors": 0.05,
    "words": 0.05, "article": 0.05,
}  # fmt: skip
"""Written form → what it takes off."""


def sureness(reading: Reading, block: Block, text: str, q: Quantity) -> float:
    """Return the confidence, 0.6 to 0.97, that a figure of a sentence, whose words are `text`, measures the work."""
    if q.before is not None:
        sure = 0.97
    elif q.dimension == "time":
        sure = 0.9
    elif q.dimension == "count" and not q.scaled and q.period is None:
        sure = 0.92
    else:
        sure = 0.95
    sure -= _FORMS[q.form] if q.before is None else _FORMS[q.form] / 2
    section = reading.section_at(block.span.start)
    told_as_result = section is not None and section.kind in (SectionKind.RESULT, SectionKind.OUTCOMES)
    if not told_as_result and block.kind is not BlockKind.LIST_ITEM and not _is_achievement(reading, text):
        sure -= 0.05 if len(block.span) > _LONG else 0.02
        # In running prose small numbers count many things.
        sure -= 0.03 if q.dimension in ("time", "count") and q.before is None and not q.scaled else 0.0
    return round(min(0.97, max(0.6, sure)), 2)


def _is_achievement(reading: Reading, text: str) -> bool:
    return read_achievement(text, reading.vocabularies) is not None
