"""Finds stories told one after the other in labelled parts, whatever their titles look like: headings, bullets, lines in bold.

"Situation … Result …", twice or more: what stands above the first part of each, and looks alike above all of them, is the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.works.covered import Covered
from graph.extraction.works.headings_of_posts import is_employment
from graph.extraction.works.part_labels import part_of_key
from graph.extraction.works.story import NO_WORK, Story
from graph.extraction.works.story_parts import part_told_by
from graph.extraction.works.title_looks import LOOKS, Look, closes, look_of, named_by
from graph.section_titles import normalise_title

_FEWEST_PARTS = 2
"""Different parts of each telling."""
_OF_CAREERS = frozenset((*NO_WORK, SectionKind.EXPERIENCE))
"""Sections in which the words for a story's parts label duties and achievements of posts."""


def stories_told_in_parts(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more tellings in labelled parts that have titles of one look; else nothing."""
    document = reading.document
    if covered or document.is_keyed:
        return []
    blocks = document.blocks
    openings = _openings(reading)
    if len(openings) < 2:
        return []
    titles = _titles(reading, blocks, openings)
    if titles is None:
        return []
    after = [*(place for place, _ in titles[1:]), len(blocks)]
    ends = [
        _end(reading, place, opening, last) for (place, _), opening, last in zip(titles, openings, after, strict=True)
    ]
    return [
        Story(title, document.span(min(title.start, blocks[place].span.start), end), "heading", 0.9)
        for (place, title), end in zip(titles, ends, strict=True)
    ]


def _openings(reading: Reading) -> list[int]:
    """Return the places of the blocks that open each telling: the first part comes again, after one other at least."""
    opener: str | None = None
    openings: list[int] = []
    told: list[set[str]] = []
    for place, block in enumerate(reading.document.blocks):
        part = _part(reading, block)
        if part is None or _tells_post(reading, block):
            continue
        opener = opener or part
        if part == opener and (not told or len(told[-1]) >= _FEWEST_PARTS):
            openings.append(place)
            told.append(set())
        if told:
            told[-1].add(part)
    is_whole = all(len(parts) >= _FEWEST_PARTS for parts in told) and len(set.union(set(), *told)) > _FEWEST_PARTS
    return openings if is_whole else []


def _tells_post(reading: Reading, block: Block) -> bool:
    """Return whether a block stands in a section of a career, or below the heading of an employment."""
    if section_kind_at(reading, block.span.start) in _OF_CAREERS:
        return True
    section = reading.section_at(block.span.start)
    while section is not None and not is_employment(reading, section):
        section = reading.parent_of(section)
    return section is not None


def _part(reading: Reading, block: Block) -> str | None:
    part = part_told_by(reading, block)
    if part is not None or block.kind is not BlockKind.PARAGRAPH or len(block.span) > 30:
        return part
    return part_of_key(normalise_title(reading.quote(block.span)))


def _titles(reading: Reading, blocks: Sequence[Block], openings: Sequence[int]) -> list[tuple[int, Span]] | None:
    """Return for each telling the place of its title's line and the words, all of one look; None where there is no such look."""
    regions = [range(openings[0]), *(range(one + 1, other) for one, other in pairwise(openings))]
    looks = [
        {look: place for place in region if (look := look_of(reading, blocks[place])) is not None} for region in regions
    ]
    for look in sorted(set.intersection(*map(set, looks)), key=_order):
        places = [found[look] for found in looks]
        spans = [named_by(reading, blocks[place]) for place in places]
        titles = [(place, span) for place, span in zip(places, spans, strict=True) if span is not None]
        if len(titles) == len(openings) == len({reading.quote(span).casefold() for _, span in titles}):
            return titles
    return None


def _order(look: Look) -> tuple[int, int]:
    """Return in which order looks are asked: the deepest headings first, plain lines last."""
    return LOOKS.index(look[0]), -look[1]


def _end(reading: Reading, title: int, opening: int, after: int) -> int:
    """Return where a telling ends: at the title of the next, or at a line that looks as its own does and is no part of it."""
    blocks = reading.document.blocks
    look = look_of(reading, blocks[title])
    assert look is not None  # by _titles
    for block in blocks[opening + 1 : after]:
        other = look_of(reading, block)
        if other is not None and _part(reading, block) is None and closes(look, other):
            return block.span.start
    return blocks[after].span.start if after < len(blocks) else blocks[-1].span.end
