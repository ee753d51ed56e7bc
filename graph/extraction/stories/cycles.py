"""Finds the works of a page that tells one after the other in the same parts: title, role, problem, outcome; title, role, problem, outcome."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from graph.documents import Block, BlockKind, Span
from graph.extraction.reading import Reading
from graph.extraction.stories.page_titles import title_in
from graph.extraction.works.covered import Covered
from graph.extraction.works.part_titles import is_part
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_period
from graph.page_words import PAGER, is_page_link
from graph.section_titles import normalise_title

_MEDIA = frozenset(("text/plain", "text/html"))
_SHARED = 2
"""Titles of parts that neighbouring works have in common, besides the one that opens them."""
_ABOVE = 5
"""Lines above a work's first part among which its title stands."""
_TITLE_WORDS = 14
_COUNTS = re.compile(
    r"(?i)(?:(?:project|case(?:\sstudy)?|story|work|projekt|projet|proyecto|projeto|fallstudie)\s?)?[#№]?\d{1,2}[.:]?"
)
"""A line that only counts the works: "Project 2", "03"."""


def stories_by_cycles(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more works of a page whose parts have the same titles again and again; else nothing."""
    if covered or reading.document.media_type not in _MEDIA:
        return []
    blocks = reading.document.blocks
    parts = {place: normalise_title(reading.quote(b.span)) for place, b in enumerate(blocks) if is_part(reading, b)}
    openings = _openings(parts)
    above = (_title_above(reading, blocks, place, parts) for place in openings)
    titles = [title for title in above if title is not None]
    if len(titles) < len(openings) or len(titles) < 2:
        return []
    end = next(
        (b.span.start for b in blocks if b.span.start > titles[-1].end and PAGER.match(reading.quote(b.span).strip())),
        blocks[-1].span.end,
    )
    extents = [reading.document.span(one.start, other.start) for one, other in pairwise(titles)]
    extents.append(reading.document.span(titles[-1].start, end))
    return [Story(title, extent, "heading", 0.85) for title, extent in zip(titles, extents, strict=True)]


def _openings(parts: dict[int, str]) -> list[int]:
    """Return the places of the part that opens each work: the first title that comes again, with the same others behind it."""
    counted = Counter(parts.values())
    opener = next((title for title in parts.values() if counted[title] > 1), None)
    if opener is None:
        return []
    places = [place for place, title in parts.items() if title == opener]
    inside = [
        {title for place, title in parts.items() if start <= place < end}
        for start, end in zip(places, [*places[1:], max(parts, default=0) + 1], strict=True)
    ]
    alike = all(len(one & other) > _SHARED for one, other in pairwise(inside))
    return places if alike else []


def _title_above(reading: Reading, blocks: Sequence[Block], place: int, parts: dict[int, str]) -> Span | None:
    """Return the first of the short lines right above a work's first part that may name it."""
    found: Span | None = None
    for above in range(place - 1, max(-1, place - 1 - _ABOVE), -1):
        block, words = blocks[above], reading.quote(blocks[above].span).strip()
        is_short = len(words.split()) <= _TITLE_WORDS and not words.endswith((".", "!", "?"))
        if above in parts or block.kind in (BlockKind.LIST_ITEM, BlockKind.FIELD) or not is_short:
            break
        if _COUNTS.fullmatch(words):
            break
        if not is_page_link(words) and not names_period(words):
            found = title_in(reading, block) or found
    return found
