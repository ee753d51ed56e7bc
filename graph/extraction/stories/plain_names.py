"""Finds works below "Projects" named by an unmarked line, in text, papers and pages that mark nothing.

"Harbour Ledger    Mar 2022", "Tidewatch (Python)", each the first line of a paragraph or above a list; what follows down to
the next such line tells of it. stories/named_lines.py finds those that Markdown marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, Span
from graph.extraction.reading import Reading
from graph.extraction.stories.named_lines import lists_of_works, names_work_alone
from graph.extraction.titles.titles import read_achievement
from graph.extraction.works.covered import Covered
from graph.extraction.works.own_work import names_own_part
from graph.extraction.works.story import Story
from graph.extraction.works.tag_lines import is_tag_line
from graph.extraction.works.title_tails import name_behind_dates, without_tail
from graph.model import EntityKind

_LONGEST = 60
_BLANK = re.compile(r"\n[ \t\r]*\n")
_PICTURE = re.compile(r"\A[^\w\s(\[\"'“‘#@$€£]\ufe0f?\s{1,2}")
"""A picture or mark before a name: "🚀 Tidewatch"."""
_ENDS = (".", "!", "?", ":", ";", ",")


def stories_by_plain_names(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more such lines of one section, where most of its paragraphs begin with one."""
    document = reading.document
    if document.media_type == "text/markdown" or document.is_keyed:
        return []
    found: list[Story] = []
    for listed in lists_of_works(reading):
        blocks = [block for block in listed if any(map(str.isalnum, reading.quote(block.span)))]  # Rules aside.
        if any(covered.touches(block.span) for block in blocks):
            continue
        groups = list(_groups(document.text, blocks))
        heads = _heads(reading, groups)
        told = [group for group in groups if group[0].kind is groups[0][0].kind]
        if len(heads) < 2 or heads[0][0] != 0 or 2 * len(heads) < len(told):
            continue
        ends = [place for place, _ in heads[1:]] + [len(groups)]
        extents = [
            document.span(groups[place][0].span.start, groups[end - 1][-1].span.end)
            for (place, _), end in zip(heads, ends, strict=True)
        ]
        if all(len(extent) > len(title) + _LONGEST // 2 for extent, (_, title) in zip(extents, heads, strict=True)):
            found += [Story(title, extent, "heading", 0.8) for extent, (_, title) in zip(extents, heads, strict=True)]
    return found


def _groups(text: str, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield runs of blocks; a blank line parts two, and so does a list's end above a paragraph."""
    group: list[Block] = []
    for block in blocks:
        if group and (_opens_next(group, block) or _BLANK.search(text, group[-1].span.end, block.span.start)):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _opens_next(group: Sequence[Block], block: Block) -> bool:
    """Return whether a block begins the next run: a paragraph below a list, an item behind what stands below the first."""
    first, last = group[0], group[-1]
    if block.kind is BlockKind.PARAGRAPH:
        return len(group) > 1 and last.kind is BlockKind.LIST_ITEM
    if block.kind is not BlockKind.LIST_ITEM or first.kind is not BlockKind.LIST_ITEM:
        return False
    return len(group) > 1 and first.level == block.level and (last.kind, last.level) != (block.kind, block.level)


def _heads(reading: Reading, groups: Sequence[Sequence[Block]]) -> list[tuple[int, Span]]:
    """Return the place and name of each group that begins with a name; one like a post's title counts beside two others."""
    strict = [
        (place, name) for place, group in enumerate(groups) if (name := _name_of(reading, group, may_be_post=False))
    ]
    if len(strict) < 2:
        return strict
    return [(place, name) for place, group in enumerate(groups) if (name := _name_of(reading, group, may_be_post=True))]


def _name_of(reading: Reading, group: Sequence[Block], *, may_be_post: bool) -> Span | None:
    block = group[0]
    line = _PICTURE.sub("", reading.quote(block.span))
    if block.kind is BlockKind.LIST_ITEM and (len(group) < 2 or _is_beside(block, group[1])):
        return None
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or "\n" in line or len(line) > 2 * _LONGEST:
        return None
    if names_own_part(line):
        return None
    behind = name_behind_dates(line)
    name = line[slice(*behind)] if behind else without_tail(line, reading.vocabularies.technologies)
    if name.startswith("[") and name.endswith("]"):
        name = name[1:-1]
    if not name[:1].isalnum() or name.endswith(_ENDS) or (name == line and is_tag_line(reading, block)):
        return None
    deed = read_achievement(name, reading.vocabularies)
    if deed is not None and deed.verb_start == 0:
        return None
    known = (EntityKind.ROLE,) if may_be_post else ()
    return names_work_alone(reading, block, name, known)


def _is_beside(item: Block, below: Block) -> bool:
    return below.kind is BlockKind.LIST_ITEM and below.level <= item.level
