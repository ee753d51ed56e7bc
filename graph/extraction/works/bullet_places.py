"""Tells where a bullet stands: below a post, where work is listed, in a list of successes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.works.covered import Covered
from graph.extraction.works.story_limits import names_criterion, names_period
from graph.model import EntityKind


def is_below_post(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether the nearest bullet of a lower level names an employer or a post."""
    level = blocks[place].level
    for above in reversed(blocks[max(0, place - 60) : place]):
        if above.kind is not BlockKind.LIST_ITEM:
            break
        if above.level < level:
            kinds = {m.kind for m in reading.mentions_near(above.span) if above.span.contains(m.span)}
            if kinds & {EntityKind.EMPLOYER, EntityKind.ROLE}:
                return True
            level = above.level
    return False


def bullet_lists(reading: Reading, covered: Covered | None = None) -> Iterator[list[Block]]:
    """Yield runs of neighbouring bullets of the first level; a bullet that touches what is `covered` ends its run."""
    items: list[Block] = []
    for block in reading.document.blocks:
        if block.kind is BlockKind.LIST_ITEM and (covered is None or not covered.touches(block.span)):
            if block.level == 0:
                items.append(block)
            continue
        if items:
            yield items
        items = []
    if items:
        yield items


def caption_above(reading: Reading, block: Block) -> str:
    """Return the short line right above a paragraph or list of plain text, such as "Goals for next year"; else an empty string."""
    if reading.document.media_type != "text/plain":
        return ""
    blocks = reading.document.blocks
    place = bisect_left(blocks, block.span.start, key=lambda b: b.span.start)
    for above in reversed(blocks[max(0, place - 12) : place]):
        if above.kind is not BlockKind.LIST_ITEM:
            is_line = len(above.span) <= 60 and above.kind is BlockKind.PARAGRAPH
            words = reading.quote(above.span).strip() if is_line else ""
            return "" if words.endswith(".") else words
        if block.kind is not BlockKind.LIST_ITEM:
            return ""
    return ""


_DUTIES = re.compile(
    r"(?i)(?:[\w’' ]{0,40}\b)?(?:responsibilit(?:y|ies)|duties|tasks|responsible\sfor|skills|abilities|strengthened)\b[\w’' ]{0,40}:\s*$"
)
"""A line that leads to what somebody had to do, not to what was done: "Responsibilities included:"."""


def lists_duties(reading: Reading, block: Block) -> bool:
    """Return whether a bullet without figures stands in a list that a line above says to be of duties."""
    if re.search(r"\d", reading.quote(block.span)) is not None:
        return False
    blocks = reading.document.blocks
    place = bisect_left(blocks, block.span.start, key=lambda b: b.span.start)
    for above in reversed(blocks[max(0, place - 20) : place]):
        if above.kind is not BlockKind.LIST_ITEM:
            return len(above.span) <= 90 and _DUTIES.fullmatch(reading.quote(above.span).strip("*_ ")) is not None
    return False


_BRAG = re.compile(
    r"(?i)\b(?:brag|hype doc(?:ument)?|self[- ]?(?:appraisal|review|assessment|evaluation)|wins|highlights|achievements|accomplishments|successes|erfolge|ergebnisse|réussites|réalisations|logros|resultados|risultati|successi|resultaten|successen|conquistas|what i did (?:in|at)|went well|promotion (?:case|packet|dossier|document)|appraisal)\b"
)


def is_at_work(reading: Reading, block: Block) -> bool:
    """Return whether a bullet stands where work is listed: in employments, projects or results, in a log by dates, or in a list of successes."""
    kind = section_kind_at(reading, block.span.start)
    if kind in (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OUTCOMES):
        return True
    first = reading.document.blocks[0].span
    section = reading.section_at(block.span.start)
    if kind is SectionKind.OTHER and section is not None and section.heading is not None:
        heading = section.heading
        near = reading.mentions_near(heading)
        is_post = any(m.kind is EntityKind.ROLE and m.period is not None and heading.contains(m.span) for m in near)
        if is_post or names_period(section.title) or names_criterion(section.title):
            return True
    if block.level > 0 and block.kind is BlockKind.LIST_ITEM:
        blocks = reading.document.blocks
        place = bisect_left(blocks, block.span.start, key=lambda b: b.span.start)
        if place < len(blocks) and blocks[place] is block and is_below_post(reading, blocks, place):
            return True
    is_of_page = kind is SectionKind.OTHER or (
        kind is SectionKind.RESULT and section is not None and section.level <= 2
    )
    return is_of_page and _BRAG.search(f"{reading.document.title} {reading.quote(first)}") is not None


_WAYS = re.compile(r"(?i)\A\W*+(?:how|what)\s(?:i|we)\s")


def tells_ways(reading: Reading, block: Block) -> bool:
    """Return whether a block stands where somebody says how they work, not what they did: below "How I work", "What I do"."""
    section = reading.section_at(block.span.start)
    while section is not None and section.heading is not None:
        if section.kind is SectionKind.SUMMARY and _WAYS.match(section.title) is not None:
            return True
        section = reading.parent_of(section)
    return False
