"""Tells what each line of a pasted page looks like: a title, a sentence, or what ends a card such as a tag, link or figure.

Called by page_cards.py, which makes cards of these looks; knows nothing of where a card begins.
"""

from __future__ import annotations

import re
from enum import StrEnum

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.quantities.cards import find_cards
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.works.story import NO_WORK
from graph.extraction.works.tag_lines import is_tag_line
from graph.model import EntityKind
from graph.page_words import CARD_LINK, PAGER, is_page_link
from graph.section_titles import kind_of_title


class Look(StrEnum):
    """What a block may be in a card."""

    SHORT = "short"
    PROSE = "prose"
    TAG = "tag"
    LINK = "link"
    FIGURE = "figure"
    OTHER = "other"
    HEAD = "head"
    """Of a list of works, or of something else: no card goes on across it."""


ENDS = frozenset({Look.TAG, Look.LINK, Look.FIGURE})
"""What may end a card."""
_NUMBERED = re.compile(
    r"(?i)(?:case(?:\sstudy)?|project|story|projekt|projet|proyecto)\s?(?:#|no\.?|nr\.?)?\s?\d{1,2}\W*\Z"
)
"""A line that only numbers the card below it: "Case study #1"."""
_PICTURE = re.compile(
    r"(?i)(?:.{0,60}\s)?(?:logo|screenshots?|thumbnail|icon|avatar|preview|mockup|image|photo)(?:\sof\s.{2,60})?$"
)
"""The words of a picture that a browser pastes in its place."""
_COUNT = re.compile(r"(?:0\d|#\d{1,2})[.)/]?")
"""A line that holds nothing but a card's number: "01"."""


def looks_of(reading: Reading) -> list[Look]:
    """Return what each line looks like; what labels a figure belongs to it, and lines that count from one head what follows."""
    blocks = reading.document.blocks
    looks = [_look(reading, block) for block in blocks]
    labels = {card.label.span for card in find_cards(reading)}
    counts = [
        at for at, block in enumerate(blocks) if len(block.span) < 5 and _COUNT.fullmatch(reading.quote(block.span))
    ]
    counted = [int("".join(filter(str.isdigit, reading.quote(blocks[at].span)))) for at in counts]
    is_count = len(counts) > 1 and counted == list(range(1, len(counts) + 1))
    for at, block in enumerate(blocks):
        if looks[at] is Look.SHORT and block.span in labels:
            looks[at] = Look.FIGURE
        elif is_count and at in counts:
            looks[at] = Look.HEAD
        elif looks[at : at + 2] == [Look.FIGURE, Look.PROSE] and _is_title_case(reading.quote(block.span)):
            looks[at] = Look.SHORT  # "35% Faster Admin in a Field Station" above a sentence is a title.
    return looks


def _look(reading: Reading, block: Block) -> Look:
    words = reading.quote(block.span).strip()
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.CODE) or is_page_link(words):
        return Look.OTHER
    if len(words) < 50 and CARD_LINK.match(words):
        return Look.LINK
    if len(words) < 80 and PAGER.match(words):
        return Look.HEAD
    if _NUMBERED.match(words) or (block.kind is BlockKind.HEADING and _heads_list(reading, block)):
        return Look.HEAD
    if block.kind is BlockKind.LIST_ITEM:
        return Look.TAG if len(words) < 40 and is_tag(reading, block) else Look.OTHER
    if len(words) >= 60 or (len(words) > 35 and words.endswith((".", "!", "…"))):
        return Look.TAG if len(words) < 140 and is_tag_line(reading, block) else Look.PROSE
    if is_tag(reading, block):
        return Look.TAG
    if words[:1] in "+-−↓↑~$€£<>0123456789" and _begins_figure(reading, words):
        return Look.FIGURE
    if len(words.split()) > 12 or words.endswith((".", ",", ";", ":")) or _PICTURE.match(words):
        return Look.OTHER
    return Look.SHORT


def heads_works(reading: Reading, block: Block) -> bool:
    """Return whether a block is the heading of a list of works."""
    titles = reading.vocabularies.sections
    return block.kind is BlockKind.HEADING and kind_of_title(reading.quote(block.span), titles) is SectionKind.PROJECTS


def _heads_list(reading: Reading, block: Block) -> bool:
    """Return whether a heading is that of a list or of something else; what stands twice ("Tech stack") is a part of cards."""
    words = reading.quote(block.span)
    kind = kind_of_title(words, reading.vocabularies.sections)
    if kind is SectionKind.EXPERIENCE or heads_works(reading, block):
        return True
    return (kind in NO_WORK or kind is SectionKind.OUTCOMES) and reading.document.text.count(f"\n{words}\n") < 2


def is_tag(reading: Reading, block: Block) -> bool:
    """Return whether a line is a technology and nothing else, or several of them with or without signs between."""
    words = reading.quote(block.span).strip()
    if block.kind is BlockKind.FIELD:
        return block.key in ("tech", "stack", "technologies", "tech stack", "built with", "tools", "tags")
    terms = [
        m for m in reading.mentions_near(block.span) if m.kind is EntityKind.TECHNOLOGY and block.span.contains(m.span)
    ]
    return bool(terms) and (3 * sum(len(m.span) for m in terms) >= 2 * len(words) or is_tag_line(reading, block))


def _is_title_case(words: str) -> bool:
    longer = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


def _begins_figure(reading: Reading, words: str) -> bool:
    found = find_quantities(words, reading.vocabularies.units)
    return (bool(found) and found[0].start < 4) or not any(char.isalpha() for char in words)
