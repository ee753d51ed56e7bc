"""Finds stories in bullets and lines: those with a title of their own, and those that begin with a verb of achievement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.headlines import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.story import NO_WORK, Story
from graph.extraction.titles import Achievement, names_work, read_achievement

_ACHIEVING_KEYS = re.compile(
    r"(?:^|\.)(?:highlights|achievements|accomplishments|bullets|responsibilities|results|contributions)(?:\[\d+\])?(?:\.text)?$"
)


def stories_by_achievements(reading: Reading, covered: Sequence[Span]) -> list[Story]:
    """Return bullets and lines outside other stories that begin with a verb of achievement."""
    stories: list[Story] = []
    blocks = reading.document.blocks
    for place, block in enumerate(blocks):
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.FIELD) or any(
            block.span.overlaps(extent) for extent in covered
        ):
            continue
        if block.kind is BlockKind.FIELD and not _may_achieve(reading, block):
            continue
        section = reading.section_at(block.span.start)
        if section is not None and section.kind in NO_WORK - {SectionKind.SUMMARY}:
            continue
        text = reading.quote(block.span)
        titled = _bold_title(reading, block, text) or _bullet_title(reading, block, text)
        achievement = read_achievement(text, reading.vocabularies)
        if (titled is None and achievement is None) or len(text.split()) < 4:
            continue
        if (
            block.kind is BlockKind.LIST_ITEM
            and block.level > 0
            and stories
            and stories[-1].extent.end >= block.span.start
        ):
            continue
        end = block.span.end
        for following in blocks[place + 1 :]:
            if (
                following.kind is not BlockKind.LIST_ITEM
                or block.kind is not BlockKind.LIST_ITEM
                or following.level <= block.level
            ):
                break
            end = following.span.end
        start = block.span.start
        if titled is not None:
            stories.append(Story(titled, reading.document.span(start, end), "titled-bullet", 0.85, sentence=block.span))
            continue
        assert achievement is not None
        title = title_span(reading, block, achievement)
        if len(title) >= 4:
            stories.append(
                Story(
                    title,
                    reading.document.span(start, end),
                    "achievement",
                    0.8,
                    soft=achievement.soft,
                    sentence=block.span,
                )
            )
    return stories


_BULLET_TITLE = re.compile(
    r"(?:\*\*|__)?(?P<t>[^.:;()|]{4,80}?)(?:\*\*|__)?\s*(?P<d>\([^)]{4,40}\))?(?P<end>\s*:|\s+[—–-]|\.)(?:\*\*|__)?\s+(?=\S)"
)


_BOLD_TITLE = re.compile(
    r"(?:\*\*|__)(?P<t>[^*_\n]{4,80}?)[.:]?(?:\*\*|__)[.:]?\s*(?P<d>\([^)]{4,40}\))?[.:]?\s*(?:[—–-]\s+)?(?=\S)"
)


def _bold_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the bold words with which a bullet begins, if a sentence follows: "**Shipment backbone.** First cluster …"."""
    match = _BOLD_TITLE.match(text)
    if match is None or block.kind is not BlockKind.LIST_ITEM or len(text[match.end() :].split()) < 5:
        return None
    title = match["t"].strip()
    at_work = section_kind_at(reading, block.span.start) in (SectionKind.EXPERIENCE, SectionKind.PROJECTS)
    if not (names_work(title, reading.vocabularies) or (at_work and 2 <= len(title.split()) <= 8)):
        return None
    return reading.document.span(
        block.span.start + match.start("t"), block.span.start + match.start("t") + len(match["t"].rstrip())
    )


def _bullet_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the title with which a bullet begins: "Bounce classification: led the build of …", "Bed forecast (2024). A …"."""
    match = _BULLET_TITLE.match(text)
    if match is None or (match["end"] == "." and not match["d"]) or "\n\n" in match.group():
        return None
    # Outside lists a dash joins two halves of a sentence more often than a title and its text.
    if (
        block.kind is BlockKind.PARAGRAPH
        and not match["d"]
        and not match["end"].strip().startswith(":")
        and not match.group().startswith(("**", "__"))
    ):
        return None
    title = match["t"].strip()
    if not names_work(title, reading.vocabularies) or (
        read_achievement(title, reading.vocabularies) is not None and len(title.split()) > 7
    ):
        return None
    return reading.document.span(
        block.span.start + match.start("t"), block.span.start + match.start("t") + len(match["t"].rstrip())
    )


def _may_achieve(reading: Reading, block: Block) -> bool:
    """Return whether a field may hold an achievement: one of a list of highlights, or, outside YAML, a long labelled line."""
    if reading.document.media_type in ("application/yaml", "application/json", "text/yaml"):
        return _ACHIEVING_KEYS.search(block.key) is not None
    return len(reading.quote(block.span)) >= 50


def title_span(reading: Reading, block: Block, achievement: Achievement) -> Span:
    """Return the words that name the work, with their verb where they would not say that it is work: "Reduced licensing costs"."""
    start, end = block.span.start + achievement.title_start, block.span.start + achievement.title_end
    title = reading.document.span(start, end)
    if names_work(reading.quote(title), reading.vocabularies):
        return title
    return reading.document.span(block.span.start + achievement.verb_start, end)
