"""Finds works told below short lines of one look, where works are listed: bullets, numbers or labels above paragraphs or deeper bullets.

"1. Checkout latency reduction", a paragraph; "2. Legacy billing migration", a paragraph. Headings, lines in bold and links are others'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title
from graph.extraction.works.covered import Covered
from graph.extraction.works.headings_of_posts import is_employment
from graph.extraction.works.part_titles import is_part
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_moment
from graph.extraction.works.title_looks import look_of, named_by
from graph.extraction.works.told_evidence import evidence_in
from graph.section_phrases import lists_tales
from graph.section_titles import CAREER_KINDS, normalise_title

_LOOKS = frozenset(("number", "item", "field"))
_LISTS = frozenset((SectionKind.PROJECTS, SectionKind.OUTCOMES))
_FEWEST_WORDS = 8
"""Of what stands below a title."""
_LABELLED = re.compile(r"\w{0,12}\s?\d{1,2}\s?[:–—-]\s")
"""Opens a line that is numbered by a label: "O2: Answer tickets on the same day"."""


def stories_by_title_runs(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more titles of one look in a list of works, below most of which a deed, figure or tool is told."""
    if reading.document.is_keyed:
        return []
    stories: list[Story] = []
    for blocks in _lists(reading):
        if not any(covered.touches(block.span) for block in blocks):
            stories += _told_in(reading, blocks)
    return stories


def _lists(reading: Reading) -> Iterator[Sequence[Block]]:
    """Yield the blocks of each section that lists works, and of a page that has no section but such, below no further heading."""
    headed = [section for section in reading.sections if section.heading is not None]
    for section in headed or reading.sections:
        heading = section.heading
        start = section.span.start if heading is None else heading.end
        blocks = [block for block in reading.blocks_from(start, section.span.end) if block.span.start >= start]
        has_headings = any(block.kind is BlockKind.HEADING for block in blocks)
        if blocks and not has_headings and (_lists_works(reading, section) or _is_whole_page(reading, section, headed)):
            yield blocks


def _lists_works(reading: Reading, section: Section) -> bool:
    return section.kind in _LISTS or lists_tales(normalise_title(section.title))


def _is_whole_page(reading: Reading, section: Section, headed: Sequence[Section]) -> bool:
    """Return whether a section is the page: nothing stands beside it but where to write, no career, no part of one telling."""
    if section is not (headed or [section])[0] or section.kind is not SectionKind.OTHER:
        return False
    if is_employment(reading, section) or any(other.kind in CAREER_KINDS for other in headed):
        return False
    return not any(is_part(reading, block) for block in reading.document.blocks)


def _told_in(reading: Reading, blocks: Sequence[Block]) -> list[Story]:
    looks = [look_of(reading, block) for block in blocks]
    for look in dict.fromkeys(look for look in looks if look is not None and look[0] in _LOOKS and look[1] == 0):
        places = [place for place, other in enumerate(looks) if other == look]
        units = _units(reading, blocks, places)
        if units is not None:
            return [Story(title, extent, "heading", 0.8) for title, extent in units]
    return []


def _units(reading: Reading, blocks: Sequence[Block], places: Sequence[int]) -> list[tuple[Span, Span]] | None:
    """Return the titles of one look with what they tell; None where too few of such lines name something of which is told."""
    ends = [*places[1:], len(blocks)]
    named = [(named_by(reading, blocks[place]), place, end) for place, end in zip(places, ends, strict=True)]
    units = [
        (title, reading.document.span(min(title.start, blocks[place].span.start), blocks[end - 1].span.end), blocks[place + 1 : end])
        for title, place, end in named
        if title is not None and end > place + 1 and may_name(reading, title)
    ]  # fmt: skip
    if len(units) < 2 or 5 * len(units) < 4 * len(places):
        return None
    told = [evidence_in(reading, below) for _, _, below in units]
    if min(found.words for found in told) < _FEWEST_WORDS or 3 * sum(found.any for found in told) < 2 * len(units):
        return None
    return [(title, extent) for title, extent, _ in units]


def may_name(reading: Reading, title: Span) -> bool:
    """Return whether a title of a run may be a work's: no sentence, moment, numbered label or post."""
    words = reading.quote(title)
    if words.endswith((".", "!", "?", ",", ";")) or names_moment(words) or _LABELLED.match(words):
        return False
    return not is_role_title(words, reading.vocabularies)
