"""Finds stories that YAML took for mappings: `- Zero stops: predictive maintenance on 12 presses` in a list of highlights."""

from __future__ import annotations

import re

from graph.documents import BlockKind
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story

_LABELLED = re.compile(
    r"\.(?:highlights|achievements?|accomplishments?|bullets|responsibilities|results|contributions|did|done|logros|risultati|réalisations|erfolge)"
    r"\[\d+\]\.(?P<label>[^\[\]]{4,70})$"
)
_FARTHEST = 200
"""Characters between a label and its words."""


def stories_by_key_labels(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each labelled element of a list of highlights: a colon made its label a key."""
    if not reading.document.is_keyed:
        return []
    text = reading.document.text
    stories: list[Story] = []
    for block in reading.document.blocks:
        match = _LABELLED.search(block.key) if block.kind is BlockKind.FIELD else None
        if match is None or covered.touches(block.span):
            continue
        label = match["label"]
        worded = len(re.findall(r"[^\W\d_]{2,}", reading.quote(block.span))) >= 4
        if not worded or not 2 <= len(label.split()) <= 8 or not label[0].isupper():
            continue
        if is_role_title(label, reading.vocabularies) or is_about_writing(label, reading.vocabularies):
            continue
        at = text.rfind(label, max(0, block.span.start - _FARTHEST), block.span.start)
        if at >= 0:
            title = reading.document.span(at, at + len(label))
            stories.append(Story(title, reading.document.span(at, block.span.end), "titled-bullet", 0.85))
    return stories
