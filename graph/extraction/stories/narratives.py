"""Finds the one story of a page that tells nothing else: a title, and in the first person what was done."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.quantities.quantities import tells_change
from graph.extraction.reading import Reading
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_paper, names_somebody

_FIRST_PERSON = re.compile(r"(?i)\b(?:I|we)\s+(?:\w+ly\s+)?(?P<v>[a-z-]+)\b")


_HOW_WE = re.compile(
    r"(?i)how\s(?:I|we|our\s\w+|one\s\w+|a\s\w+)\s(?:\w+ly\s)?(?!should|would|could|can|will|need|want|think|learned)[a-z]+(?:ed|t|ght|ove|ote|oke|an|ew|ank|ank|ung|ave|ook|ilt)\b"
)
"""A title that says itself what was done: "How we stopped losing returns"."""


def _tells_change(reading: Reading, title: Block) -> bool:
    """Return whether a figure behind the title was one thing before and is another now."""
    behind = (reading.quote(s) for s in reading.sentences if s.start >= title.span.end)
    return tells_change(behind, reading.vocabularies.units)


def tells_deeds(reading: Reading, start: int) -> bool:
    """Return whether the text from `start` on says twice or more in the first person what was done: "I rewrote …"."""
    verbs = reading.vocabularies.work.verbs
    done = (m for m in _FIRST_PERSON.finditer(reading.document.text, start) if m["v"].casefold() in verbs)
    return next(done, None) is not None and next(done, None) is not None


def stories_by_narrative(reading: Reading, covered: Covered) -> list[Story]:
    """Return the one story of a page that tells nothing else: a title, and in the first person what was done."""
    if covered or reading.document.is_keyed:
        return []
    if any(s.kind in (SectionKind.EXPERIENCE, SectionKind.EDUCATION) for s in reading.sections):
        return []
    blocks = reading.document.blocks
    title = next((b for b in blocks[:4] if b.kind is BlockKind.HEADING or b.key == "title"), None)
    words = "" if title is None else reading.quote(title.span)
    is_deed = _HOW_WE.match(words) is not None
    if title is None or len(reading.document.text) < (400 if is_deed else 800):
        return []
    if names_somebody(reading, title.span) or names_paper(words):
        return []
    if len(words.split()) > 14 or (not is_deed and re.match(r"(?i)(?:how|why|what|on|\d+)\b", words)):
        return []
    if not tells_deeds(reading, title.span.end) and not (is_deed and _tells_change(reading, title)):
        return []
    return [Story(title.span, reading.document.span(title.span.start, blocks[-1].span.end), "heading", 0.7)]
