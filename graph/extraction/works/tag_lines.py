"""Says which lines tag a piece of work with its tools: "Next.js · GraphQL" below a heading. Finds no stories; stories/headings.py does."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Section, SectionKind
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title
from graph.model import EntityKind

_LABEL = re.compile(
    r"(?i)(?:[*_]{0,3}(?:built with|made with|with|using|stack|tech(?:nologies|nology)?|tech stack|tools?|tags?)[*_]{0,3}\s{0,3}:?[*_]{0,3}\s{0,3})?"
)
_APART = re.compile(r"\s{0,9}(?:[·•|,;/+]|\s[–—-]\s|`\s+`)\s{0,9}")


def is_tag_line(reading: Reading, block: Block) -> bool:
    """Return whether a short line lists technologies and little else: "Python · Rasa", "Built with Swift and Core Data"."""
    text = reading.quote(block.span)
    if len(text) > 140 or text.rstrip().endswith((".", "!", "?", ":")):
        return False
    label = _LABEL.match(text)
    items = [item for item in _APART.split(text[label.end() if label else 0 :]) if item.strip(" *_`")]
    if not items or max(len(item.split()) for item in items) > 5:
        return False
    terms = [
        m for m in reading.mentions_near(block.span) if m.kind is EntityKind.TECHNOLOGY and block.span.contains(m.span)
    ]
    return len(terms) > 0 and 2 * len(terms) >= len(items)


def is_tool_alone(reading: Reading, block: Block) -> bool:
    """Return whether a line of running text is the name of one technology, as those below a post that a page tags: "Kafka"."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    near = reading.mentions_near(block.span)
    return any(m.kind is EntityKind.TECHNOLOGY and m.span == block.span for m in near)


_STRONG = re.compile(r"\s{0,9}[·•|]\s{0,9}")


def is_card_line(reading: Reading, block: Block, *, may_be_post: bool = False) -> bool:
    """Return whether a short line says what kind of work it was, when and how large: "Residential · 2022 · 96 m²".

    A piece that may be a post's title ("Commercial") counts only where `may_be_post`.
    """
    text = reading.quote(block.span).strip("*_ ")
    pieces = [piece for piece in _STRONG.split(text) if piece]
    if len(pieces) < 2 or len(text) > 90 or text.endswith((".", "!", "?", ":")):
        return False
    is_post = not may_be_post and any(is_role_title(piece, reading.vocabularies) for piece in pieces)
    return not is_post and all(len(piece.split()) <= 4 for piece in pieces)


def is_above_tags(reading: Reading, section: Section, *, may_be_post: bool = False) -> bool:
    """Return whether a heading about nothing known has a line of tags right below and is told in a sentence besides."""
    memo: dict[tuple[str, bool], bool] = reading.memo.setdefault("sections above tags", {})
    if (section.id, may_be_post) not in memo:
        memo[section.id, may_be_post] = _above_tags(reading, section, may_be_post)
    return memo[section.id, may_be_post]


def _above_tags(reading: Reading, section: Section, may_be_post: bool) -> bool:
    heading = section.heading
    if heading is None or section.kind is not SectionKind.OTHER or len(section.title.split()) > 12:
        return False
    below = [b for b in reading.blocks_in(section.span) if b.span != heading]
    tagged = [b for b in (*below[:2], *below[-1:]) if b.kind is not BlockKind.HEADING and is_tag_line(reading, b)]
    tagged += [
        b for b in below[:1] if b.kind is BlockKind.PARAGRAPH and is_card_line(reading, b, may_be_post=may_be_post)
    ]
    return bool(tagged) and any(len(reading.quote(b.span)) >= 30 and b not in tagged for b in below)
