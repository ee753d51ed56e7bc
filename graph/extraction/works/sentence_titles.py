"""Finds the name that stands as a sentence of its own before a deed: "1. Failover drill. Wrote an operator that …"."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Span
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title, names_work, read_achievement
from graph.extraction.works.advice import names_advice
from graph.extraction.works.bullet_titles import is_plain_label
from graph.extraction.works.story_limits import counts_several, names_aside

_TITLE = re.compile(r"(?P<t>[A-ZÀ-ÖØ-Þ][^.:;()|!?\n]{4,80})\.\s{1,3}(?=[A-ZÀ-ÖØ-Þ])")


def sentence_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the words before a bullet's first full stop, if they name work and a deed follows at once."""
    match = _TITLE.match(text) if block.kind is BlockKind.LIST_ITEM else None
    if match is None or not 2 <= len(match["t"].split()) <= 7:
        return None
    title = match["t"]
    told = read_achievement(text[match.end() :], reading.vocabularies)
    if told is None or told.soft or told.verb_start > 0 or read_achievement(title, reading.vocabularies) is not None:
        return None
    if names_aside(title) or names_advice(title) or is_plain_label(reading, title) or counts_several(title):
        return None
    if not names_work(title, reading.vocabularies) or is_role_title(title, reading.vocabularies):
        return None
    return reading.document.span(block.span.start, block.span.start + len(title))
