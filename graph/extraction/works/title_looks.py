"""Says what a line that may be a story's title looks like, so that lines of one look can be compared, and which of its words name the story.

Decides nothing about a page: stories/told_in_parts.py, title_runs.py, line_runs.py and headings.py do.
"""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Span
from graph.extraction.heads.places import is_place
from graph.extraction.reading import Reading
from graph.extraction.works.bullet_titles import is_plain_label
from graph.extraction.works.headings_of_posts import states_post
from graph.extraction.works.part_titles import names_part_of_telling
from graph.extraction.works.story_limits import names_aside, names_period

Look = tuple[str, int]
"""What a line looks like, one of LOOKS, and its level."""
LOOKS = ("heading", "number", "item", "field", "bold", "line")
"""The looks of titles, the surest first."""
TITLE_WORDS = 18
"""The most that a title has."""
_COUNTS = re.compile(
    r"(?i)\W*(?:(?:star\s)?(?:project|case(?:\sstudy)?|story|example|work|answer|projekt|projet|proyecto|projeto|fallstudie|beispiel)\s?)?[#№]?(?:\d{1,2}|[a-h]|one|two|three|four|five)?\W*"
)
"""A line that only counts the stories: "Story 2", "03"."""
_NAMING_KEY = re.compile(
    r"(?i)(?:star\s)?(?:title|name|headline|project|story|case(?:\sstudy)?|example|titel|titre|título|titolo)(?:\s?[#№]?\d{1,2})?"
)
_BOLD = re.compile(r"(?:\*\*|__)(?P<t>[^*_\n]{3,120})(?:\*\*|__)[.:]?")
_MARK = re.compile(r"(?:\d{1,2}[.)]|[•▪–-])\s+")
_NUMBERED = re.compile(r"(?:^|\n)[ \t]*(?:\*\*|__)?\d{1,2}[.)][ \t]+(?:\*\*|__)?$")
"""What stands ahead of a numbered bullet."""


def look_of(reading: Reading, block: Block) -> Look | None:
    """Return what a block looks like, as a title's line; None where it is none: a paragraph, a field with a fact."""
    text = reading.quote(block.span).strip()
    if block.kind is BlockKind.HEADING:
        return "heading", block.level
    if block.kind is BlockKind.LIST_ITEM:
        ahead = reading.document.text[max(0, block.span.start - 12) : block.span.start]
        return "number" if _NUMBERED.search(ahead) else "item", block.level
    if block.kind is BlockKind.FIELD:
        return ("field", 0) if _NAMING_KEY.fullmatch(block.key) else None
    if block.kind is not BlockKind.PARAGRAPH or "\n" in text:
        return None
    if _BOLD.fullmatch(text):
        return "bold", 0
    is_short = len(text.split()) <= TITLE_WORDS and not text.endswith((".", "!", ",", ";", ":"))
    return ("line", 0) if is_short else None


def named_by(reading: Reading, block: Block) -> Span | None:
    """Return the words of a line that may name a story; None where it counts them, labels a part or fact, or says something else."""
    text = reading.quote(block.span)
    bold, mark = _BOLD.match(text), _MARK.match(text)
    start, end = (0, len(text)) if bold is None else bold.span("t")
    if bold is None and mark is not None:
        start = mark.end()
    words = text[start:end].rstrip(" :")
    if "\n" in words or len(words) < 3 or words[0] in "[<" or len(words.split()) > TITLE_WORDS:
        return None
    if only_counts(words) or is_plain_label(reading, words) or is_place(words):
        return None
    if names_aside(words) or names_period(words) or states_post(reading, block):
        return None
    if names_part_of_telling(words, is_heading=True, sections=reading.vocabularies.sections):
        return None
    return reading.document.span(block.span.start + start, block.span.start + start + len(words))


def only_counts(title: str) -> bool:
    """Return whether a title counts a story and names none.

    >>> only_counts("Story 2"), only_counts("Case study B:"), only_counts("Story 2: The gate")
    (True, True, False)
    """
    return _COUNTS.fullmatch(title) is not None


def closes(look: Look, other: Look) -> bool:
    """Return whether a line of one look ends what stands below a title of another."""
    if other[0] == "heading":
        return look[0] != "heading" or other[1] <= look[1]
    return other == look and look[0] in ("field", "bold")
