"""Finds works below "Projects" named by a marked line of their own, with nothing but tools, dates and links behind the name.

"**Harbour Ledger** | Mar 2022", "[**Tidewatch**](…)", "*Menu Planner* (Flutter)"; what follows down to the next such line tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.stories.known_names import KNOWN, holds_known
from graph.extraction.titles.titles import is_about_writing
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_aside, names_moment, names_period
from graph.extraction.works.title_tails import without_tail
from graph.model import EntityKind

_LONGEST, _MOST_WORDS = 60, 8
_MARKS = "*_["


def stories_by_named_lines(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more such lines of one section, if something follows each."""
    document = reading.document
    if document.media_type != "text/markdown":
        return []
    found: list[Story] = []
    for blocks in lists_of_works(reading):
        heads = [
            (place, title) for place, block in enumerate(blocks) if (title := _name_of(reading, block)) is not None
        ]
        if len(heads) < 2:
            continue
        ends = [place for place, _ in heads[1:]] + [len(blocks)]
        extents = [
            document.span(blocks[place].span.start, blocks[end - 1].span.end)
            for (place, _), end in zip(heads, ends, strict=True)
        ]
        told = [extent.end - title.end > _LONGEST for extent, (_, title) in zip(extents, heads, strict=True)]
        if 2 * sum(told) >= len(heads) and not any(map(covered.touches, extents)):
            found += [Story(title, extent, "heading", 0.82) for extent, (_, title) in zip(extents, heads, strict=True)]
    return found


def lists_of_works(reading: Reading) -> list[list[Block]]:
    """Return the blocks of each section about projects below whose heading no further heading stands."""
    found: list[list[Block]] = []
    for section in reading.sections:
        if section.kind is not SectionKind.PROJECTS:
            continue
        start = section.span.start if section.heading is None else section.heading.end
        blocks = [block for block in reading.blocks_from(start, section.span.end) if block.span.start >= start]
        if section.heading is None:  # Below a front matter, whose fields are no lines of works.
            blocks = [block for block in blocks if block.kind is not BlockKind.FIELD]
        if not any(block.kind is BlockKind.HEADING for block in blocks):
            found.append(blocks)
    return found


def _name_of(reading: Reading, block: Block) -> Span | None:
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    line = reading.quote(block.span).partition("\n")[0]
    if line[:1] not in _MARKS or line.startswith(("[!", "![")):
        return None
    name = without_tail(line, reading.vocabularies.technologies).strip("[]*_ .:")
    return names_work_alone(reading, block, name)


def names_work_alone(reading: Reading, block: Block, name: str, allowed: Collection[EntityKind] = ()) -> Span | None:
    """Return where a block below "Projects" says a name that may be a work's and nothing else known, but of an `allowed` kind."""
    vocabularies = reading.vocabularies
    if not 2 < len(name) <= _LONGEST or len(name.split()) > _MOST_WORDS or re.search(r"[*_\[\]()|:]|\.\s", name):
        return None
    if is_about_writing(name, vocabularies) or name.casefold() in vocabularies.work.plain_labels:
        return None
    if names_aside(name) or names_moment(name) or names_period(name):
        return None
    if section_kind_at(reading, block.span.start) is not SectionKind.PROJECTS:
        return None
    at = reading.quote(block.span).find(name)
    if at < 0 or holds_known(reading, block.span, [kind for kind in KNOWN if kind not in allowed]):
        return None
    return reading.document.span(block.span.start + at, block.span.start + at + len(name))
