"""Finds the works of a list whose bullets name one each, what is told of it on the lines or bullets below: "- Orrery (Python)", "  - draws the planets".

Of sections of projects alone; nothing here reads what the bullets below tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.stories.known_names import is_known
from graph.extraction.titles.titles import is_role_title, is_work_verb, read_achievement
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import counts_several, names_aside, names_moment, names_period

_LONGEST = 80
"""Characters of a line that names a work."""
_BEHIND = re.compile(r"(?:\s*(?:[<(\[][^<>()\[\]]{0,60}[>)\]]))?\s*[:.]?$|\s+[–—|-]\s.{1,60}$")
"""Tools, years or a short remark behind the name."""
_NO_NAME = re.compile(r"[;!?]|,\s.*,\s|\.\s|@|https?:|\b(?:I|we|my|our|is|was|were|are|experience|skills?)\b")


def stories_by_outline(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each bullet that names a work, for two or more of a list most of whose bullets do."""
    if reading.document.is_keyed:
        return []
    stories: list[Story] = []
    for items in _outlines(reading):
        named = [(item, _name(reading, item[0])) for item in items if len(item) > 1 or _goes_on(reading, item[0])]
        titled = [(item, name) for item, name in named if name is not None]
        if len(titled) < 2 or 3 * len(titled) < 2 * len(items):
            continue
        for item, name in titled:
            extent = reading.document.span(item[0].span.start, item[-1].span.end)
            if not covered.touches(extent):
                stories.append(Story(name, extent, "titled-bullet", 0.8))
    return stories


def _outlines(reading: Reading) -> Iterator[list[list[Block]]]:
    """Yield lists of projects as their bullets of the first level, each with the bullets and labels below it."""
    items: list[list[Block]] = []
    for block in reading.document.blocks:
        is_item = block.kind is BlockKind.LIST_ITEM
        if is_item and block.level == 0 and section_kind_at(reading, block.span.start) is SectionKind.PROJECTS:
            items.append([block])
        elif items and (is_item or block.kind is BlockKind.FIELD):
            items[-1].append(block)
        elif items:
            yield items
            items = []
    if items:
        yield items


def _goes_on(reading: Reading, block: Block) -> bool:
    return "\n" in reading.quote(block.span).strip()


def _name(reading: Reading, block: Block) -> Span | None:
    """Return the words of a bullet's first line that name a work, without what stands in brackets behind."""
    line = reading.quote(block.span).split("\n", 1)[0].rstrip()
    is_wrapped = _goes_on(reading, block) and len(line) > _LONGEST - 15
    name = _BEHIND.sub("", line).strip("*_` ")
    if len(line) > _LONGEST + 60 or is_wrapped or not 1 <= len(name.split()) <= 9 or len(name) < 3:
        return None
    if line.endswith(".") or _NO_NAME.search(name) or find_periods(name) or names_period(name) or names_moment(name):
        return None
    first = name.split()[0]
    if is_work_verb(first, reading.vocabularies) or read_achievement(name, reading.vocabularies) is not None:
        return None
    if names_aside(name) or counts_several(name) or is_role_title(name, reading.vocabularies):
        return None
    at = block.span.start + line.index(name)
    span = reading.document.span(at, at + len(name))
    return None if is_known(reading, span) else span
