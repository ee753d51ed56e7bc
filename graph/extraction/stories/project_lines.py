"""Finds projects of a section of projects that stand on one line each: "pagertrim – a small tool that …". entries.py asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.stories.clients import client_and_title
from graph.extraction.titles.titles import is_role_title, may_name_tool
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import counts_several, names_aside

LONGEST_TITLE = 8
"""Words; a longer line is told, not named."""
_BOLD = re.compile(
    r"(?:\*\*|__)(?P<t>\[[^\]\[\n]{2,70}\]\([^()\s]{1,300}\)|[^*_\n]{3,70})(?:\*\*|__)\s*(?:\([^)]{2,40}\))?\s*(?:[:–—-]\s*)?\n?(?P<rest>.{20,})",
    re.DOTALL,
)
_DATED = re.compile(
    r"\A(?:\*\*|__)?(?P<t>[A-ZÀ-ÖØ-Þ][^–—:|(.\n]{2,60}?)(?:\*\*|__)?\s*\([^)\n]{0,12}(?:19|20)\d\d[^)\n]{0,16}\)[.,:]?\s+(?P<rest>[A-ZÀ-ÖØ-Þ£€$].{15,})",
    re.DOTALL,
)
"""A title, its years in brackets and sentences: "SALTLINE (2019–2023). Mapped 310 km …"."""
_DASHED = re.compile(
    r"\A(?!(?:19|20)\d\d\s[–—-]\s)(?:\*\*|__)?(?P<t>[^–—:|(]{2,60}?)(?:\*\*|__)?\s*(?:(?:\([^)]{2,40}\)|\((?:https?:|\./|/)[^()\s]{1,300}\)(?:\*\*|__)?)\s*)?(?:\s[–—-]\s|:\s)(?P<rest>.{15,})",
    re.DOTALL,
)


AT_EVENT = re.compile(
    r"\A(?:\*\*|__)[^*_\n]{3,60}(?:\*\*|__)\s{0,2}[–—:-]\s{0,2}\[(?P<t>[^\]\[\n]{2,70})\]\([^()\s]{1,300}\)(?=\s*(?:[*_(]|$))"
)
"""A link behind the event it was made for, and nothing told: "**Harbour Jam 2021** - [Tide Runner](…)"."""
_LINKED = re.compile(r"[*_]{0,3}\[(?P<t>[^\]\[\n]{2,70})\]\(")
_DATED_ASIDE = re.compile(r"\s{0,3}\([^()\n]{0,40}(?:19|20)\d\d[^()\n]{0,20}\)[.:]?$")
_MOST_BELOW = 3
"""Paragraphs that tell of an entry whose own line only names it."""


def projects_on_lines(reading: Reading, blocks: Sequence[Block], covered: Covered) -> list[Story]:
    """Return the projects of a section of projects that stand on one line each: "pagertrim – a small tool that …"."""
    found = {place: title for place, block in enumerate(blocks) if (title := _dashed_title(reading, block, covered))}
    stories: list[Story] = []
    for place, (name, sureness) in found.items():
        last = place
        while (
            _goes_on(reading, blocks, place, last)
            and last + 1 not in found
            and not covered.touches(blocks[last + 1].span)
        ):
            last += 1
        extent = reading.document.span(blocks[place].span.start, blocks[last].span.end)
        stories.append(Story(name, extent, "titled-bullet", sureness))
    return stories


def _goes_on(reading: Reading, blocks: Sequence[Block], first: int, last: int) -> bool:
    """Return whether the block behind `last` is a paragraph or a list that tells of the entry at `first`, whose line only names it."""
    if last + 1 >= len(blocks):
        return False
    head = reading.quote(blocks[first].span)
    only_named = len(head) <= 120 and "\n" not in head and not head.rstrip().endswith((".", "!", "?"))
    below = blocks[last + 1]
    if only_named and blocks[first].kind is BlockKind.PARAGRAPH and below.kind is BlockKind.LIST_ITEM:
        return last == first or blocks[last].kind is BlockKind.LIST_ITEM
    return (
        only_named
        and last - first < _MOST_BELOW
        and blocks[first].kind is BlockKind.PARAGRAPH is below.kind
        and is_told(reading, below)
        and section_kind_at(reading, below.span.start) is SectionKind.PROJECTS
    )


def _dashed_title(reading: Reading, block: Block, covered: Covered) -> tuple[Span, float] | None:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or covered.touches(block.span):
        return None
    if section_kind_at(reading, block.span.start) is not SectionKind.PROJECTS:
        return None
    if (named := client_and_title(reading, block)) is not None:
        return named[1], 0.85
    if (section := reading.section_at(block.span.start)) is not None and names_aside(section.title):
        return None
    text = reading.quote(block.span)
    match = AT_EVENT.match(text) or _DATED.match(text) or _DASHED.match(text) or _BOLD.match(text)
    if (
        match is None
        or len(match["t"].split()) > LONGEST_TITLE
        or match["t"].strip().casefold() in reading.vocabularies.work.plain_labels
        or counts_several(match["t"])
    ):
        return None
    linked = _LINKED.match(match["t"])
    if is_role_title(match["t"].strip(" *_"), reading.vocabularies) and not may_name_tool(
        match["t"].strip(" *_"), reading.vocabularies
    ):
        return None
    title = _DATED_ASIDE.sub("", (linked["t"] if linked is not None else match["t"]).strip("*_[]` "))
    start = block.span.start + match.start("t") + match["t"].index(title)
    return reading.document.span(start, start + len(title)), 0.8


def is_told(reading: Reading, block: Block) -> bool:
    """Return whether a block is long enough to tell something, or a short sentence."""
    text = reading.quote(block.span).strip()
    return len(text) >= 40 or (len(text.split()) >= 4 and text.endswith("."))
