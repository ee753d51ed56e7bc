"""Says how sure a finding is: what a rule's own estimate comes to, and whether a figure measures the work. Judges no single word."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import read_achievement

_LONG = 350
"""Characters; a longer paragraph is running prose, where numbers count many things."""
_FORMS = {
    "digits": 0.0, "scores": 0.02, "portions": 0.05, "parts": 0.03, "fractions": 0.05, "halvings": 0.05, "factors": 0.05,
    "words": 0.05, "article": 0.05, "ranks": 0.03, "frequencies": 0.05, "model scores": 0.02,
}  # fmt: skip
"""Written form → what it takes off."""


MEASURED: tuple[tuple[float, float], ...] = (
    (0.0, 0.0), (0.6, 0.5), (0.7, 0.54), (0.75, 0.77), (0.79, 0.86), (0.8, 0.878), (0.82, 0.878), (0.85, 0.897), (0.88, 0.92), (0.9, 0.93), (0.95, 0.96), (0.97, 0.975), (1.0, 1.0),
)  # fmt: skip
"""A rule's estimate → the share that is right of what such rules find, in order; by `make accuracy` over all annotated documents."""


@lru_cache(maxsize=512)  # rules have few estimates
def stated_confidence(estimate: float) -> float:
    """Return the confidence that is stated of a finding, by its rule's estimate: between two of MEASURED in proportion.

    >>> stated_confidence(0.7), stated_confidence(1.0)
    (0.54, 1.0)
    """
    for (low, least), (high, most) in pairwise(MEASURED):
        if estimate <= high:
            return round(least + (most - least) * (estimate - low) / (high - low), 3)
    raise ValueError(f"a confidence is a share, not {estimate}")


def sureness(reading: Reading, block: Block, text: str, q: Quantity) -> float:
    """Return the estimate, 0.6 to 0.97, that a figure of a sentence, whose words are `text`, measures the work."""
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
