"""Finds stories named in bold on a line above the list that tells of them: "**Shelfmark** — Reading log", then bullets."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.stories.known_names import holds_known
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import behind_pictures, names_aside, names_moment, names_period
from graph.model import EntityKind

_NAMED = re.compile(
    r"(?:\*\*|__)(?:\[(?P<l>[^\]\[\n*]{2,60})\]\([^()\s]{1,300}\)|(?P<t>[^*\[\n]{2,60}?))(?:\*\*|__)\s?(?:[—–|:]|-\s)\s?(?P<rest>[^\n]{3,110})"
)
_SECTIONS = (SectionKind.OTHER, SectionKind.PROJECTS)


def stories_by_bold_lines(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more lines that open with a name in bold, if half of the lists below hold tools.

    The line says what it is in a few words; one that names a post, or is a sentence, names no work.
    """
    if reading.document.is_keyed:
        return []
    blocks = reading.document.blocks
    found: list[tuple[Span, Span]] = []
    for place, block in enumerate(blocks[:-1]):
        if block.kind is not BlockKind.PARAGRAPH or blocks[place + 1].kind is not BlockKind.LIST_ITEM:
            continue
        if covered.touches(block.span) or (title := _name_of(reading, block)) is None:
            continue
        last = place + 1
        while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.LIST_ITEM:
            last += 1
        found.append((title, reading.document.span(block.span.start, blocks[last].span.end)))
    if len(found) < 2 or 2 * sum(_holds_tools(reading, extent) for _, extent in found) < len(found):
        return []
    return [Story(title, extent, "heading", 0.82) for title, extent in found]


def _name_of(reading: Reading, block: Block) -> Span | None:
    text = reading.quote(block.span)
    if "*" not in text[:9] and "_" not in text[:9]:
        return None
    match = _NAMED.fullmatch(text, behind_pictures(text))
    if match is None or section_kind_at(reading, block.span.start) not in _SECTIONS:
        return None
    group, vocabularies = "l" if match["l"] else "t", reading.vocabularies
    name, rest = match[group].strip(" .:"), match["rest"].strip()
    if rest.endswith((".", ":", "!", "?")) or find_periods(rest) or is_role_title(rest, vocabularies):
        return None
    if not 1 <= len(name.split()) <= 8 or not re.search(r"[^\W\d_]{2}", name):
        return None
    if name.casefold() in vocabularies.work.plain_labels or is_about_writing(name, vocabularies):
        return None
    if is_role_title(name, vocabularies) or names_aside(name) or names_moment(name) or names_period(name):
        return None
    start = block.span.start + match.start(group) + len(match[group]) - len(match[group].lstrip())
    span = reading.document.span(start, start + len(name))
    return None if holds_known(reading, block.span) else span


def _holds_tools(reading: Reading, extent: Span) -> bool:
    return any(m.kind is EntityKind.TECHNOLOGY for m in reading.mentions_near(extent))
