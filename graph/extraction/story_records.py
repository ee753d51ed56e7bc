"""Finds stories told one after another in a fixed form: records of labelled lines, and runs of situation, task, action, result."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.reading import Reading
from graph.extraction.story import STAR, Story

_TITLE_LABEL = re.compile(
    r"(?:project|assignment|engagement|mandate|initiative|story|case|case study|achievement|projekt|auftrag|einsatz|mandat|projet|mission|"
    r"proyecto|encargo|progetto|incarico|projeto|opdracht)(?:\s+(?:name|title|titel|n[o°º]\.?|nr\.?))?(?:\s*\d{1,2})?"
)
"""Labels whose value is the title of a piece of work."""
_OTHER_LABEL = re.compile(
    r"education|ausbildung|formation|qualifications?|languages?|skills|references?|hobbies|interests|present employer|previous employer|"
    r"sprachen|kenntnisse|langues|idiomas|lingue|talen|opleiding"
)
"""Labels that end a record."""


def stories_by_records(reading: Reading, covered: Sequence[Span]) -> list[Story]:
    """Return a story for each line such as "Assignment: Replacement of the trunk main", with the lines below it."""
    if reading.document.is_keyed:
        return []
    blocks = reading.document.blocks
    opens = [place for place, block in enumerate(blocks) if _opens_record(reading, block, covered)]
    stories: list[Story] = []
    for number, place in enumerate(opens):
        limit = opens[number + 1] if number + 1 < len(opens) else len(blocks)
        last = place
        for following in range(place + 1, limit):
            if _ends_record(reading, blocks[following]):
                break
            last = following
        title = blocks[place].span
        if last > place:
            stories.append(Story(title, reading.document.span(title.start, blocks[last].span.end), "heading", 0.88))
    return stories


def _opens_record(reading: Reading, block: Block, covered: Sequence[Span]) -> bool:
    if block.kind is not BlockKind.FIELD or any(block.span.overlaps(extent) for extent in covered):
        return False
    words = reading.quote(block.span).split()
    return _TITLE_LABEL.fullmatch(block.key.casefold()) is not None and 1 <= len(words) <= 16


def _ends_record(reading: Reading, block: Block) -> bool:
    if block.kind is BlockKind.FIELD:
        return _OTHER_LABEL.match(block.key.casefold()) is not None
    section = reading.section_at(block.span.start)
    is_heading = block.kind is BlockKind.HEADING and section is not None and section.heading == block.span
    return is_heading and section is not None and section.kind not in (*STAR, SectionKind.OTHER)


def stories_by_sequences(reading: Reading, covered: Sequence[Span]) -> list[Story]:
    """Return the stories of a page on which headings of the four parts come round again, each below a title of its own."""
    parts = [s for s in reading.sections if s.kind in STAR and s.heading is not None]
    rounds: list[list[Section]] = []
    for section in sorted(parts, key=lambda s: s.span.start):
        if rounds and section.level == rounds[-1][0].level and section.kind not in {s.kind for s in rounds[-1]}:
            rounds[-1].append(section)
        elif not rounds or section.level <= rounds[-1][0].level:
            rounds.append([section])
    rounds = [found for found in rounds if len(found) >= 2]
    parents = {found[0].parent_id for found in rounds}
    # Where each round stands below a heading of its own, that heading tells where the story begins.
    if len(rounds) < 2 or len(parents) == len(rounds):
        return []
    titles = [
        _title_above(reading, found[0], 0 if n == 0 else rounds[n - 1][-1].span.start) for n, found in enumerate(rounds)
    ]
    stories: list[Story] = []
    for number, (found, title) in enumerate(zip(rounds, titles, strict=True)):
        if title is None or any(title.overlaps(extent) for extent in covered):
            continue
        following = titles[number + 1] if number + 1 < len(titles) else None
        end = min(found[-1].span.end, following.start if following is not None else found[-1].span.end)
        stories.append(
            Story(title, reading.document.span(title.start, len(reading.document.text[:end].rstrip())), "heading", 0.9)
        )
    return stories


def _title_above(reading: Reading, section: Section, after: int) -> Span | None:
    """Return the short line right above the first part of a round."""
    above = [b for b in reading.document.blocks if after < b.span.start + 1 and b.span.end <= section.span.start]
    if not above:
        return None
    headed = [b for b in above if b.kind is BlockKind.HEADING]
    block = headed[-1] if headed and headed[-1].span.start > after else above[-1]
    words = reading.quote(block.span).split()
    return block.span if 1 <= len(words) <= 16 and block.kind is not BlockKind.LIST_ITEM else None
