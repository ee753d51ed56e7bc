"""Finds pieces of work told as a title with a line or small table of facts, and where each of them ends. Makes no mentions.

card_heads.py finds titles and facts. One such title may be anything: several of them in a document are a way of telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.reading import Reading
from graph.extraction.works.card_facts import is_rule_between, is_titled_line
from graph.extraction.works.card_heads import CardHead, card_heads
from graph.extraction.works.card_titles import NUMBERED_ONLY
from graph.model import DateRange

_ENDING = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.SKILLS,
        SectionKind.CREDENTIALS,
        SectionKind.WRITING,
        SectionKind.CONTACT,
        SectionKind.PROJECTS,
    }
)
"""Sections whose headings end a card."""


@dataclass(frozen=True, slots=True)
class CaseCard:
    """One piece of work with its facts."""

    title: Span
    extent: Span
    client: Span | None
    post: Span | None
    """The title of the post in which it was done."""
    period: DateRange | None
    head: Span
    """From its title to the last line of facts."""


def case_cards(reading: Reading) -> tuple[CaseCard, ...]:
    """Return the cards of a document in order, if it has two or more; worked out once."""
    if "case cards" not in reading.memo:
        heads = [] if reading.document.is_keyed else list(card_heads(reading))
        strong = [head for head in heads if head.of("client") is not None and (head.of("post") or head.of("period"))]
        told = len(strong) > 1 and 2 * len(strong) >= len(heads)
        reading.memo["case cards"] = tuple(_cards(reading, heads)) if told else ()
    cards: tuple[CaseCard, ...] = reading.memo["case cards"]
    return cards


def card_around(reading: Reading, span: Span) -> CaseCard | None:
    """Return the card that has its title where `span` is."""
    return next((card for card in case_cards(reading) if card.title.overlaps(span)), None)


def _cards(reading: Reading, heads: Sequence[CardHead]) -> Iterator[CaseCard]:
    blocks = reading.document.blocks
    repeated = _repeated_titles(reading, heads)
    ruled = len(heads) > 1 and all(is_rule_between(reading, blocks, head.first) for head in heads[1:])
    longest, usual = 0, frozenset[BlockKind]()
    for number, head in enumerate(heads):
        is_last = number + 1 == len(heads)
        limit = len(blocks) if is_last else heads[number + 1].first
        end = head.last
        for at in range(head.last + 1, limit):
            if _ends_card(reading, blocks, head, at, repeated) or (ruled and is_rule_between(reading, blocks, at)):
                break
            if is_last and at - head.first > longest + 2:
                break
            end = at
        if is_last and len(usual) == 1 and BlockKind.PARAGRAPH not in usual:
            # The others end in a list: paragraphs behind the last one's are no longer its own.
            own = [at for at in range(head.last, end + 1) if blocks[at].kind in usual]
            end = max(own, default=end)
        longest, usual = max(longest, end - head.first), usual | {blocks[end].kind}
        client, post, period = head.of("client"), head.of("post"), head.of("period")
        start = min(head.title.start, blocks[head.first].span.start)
        extent = reading.document.span(start, max(blocks[end].span.end, head.title.end))
        yield CaseCard(
            head.title,
            extent,
            None if client is None else client.span,
            None if post is None else post.span,
            None if period is None else period.period,
            reading.document.span(start, max(blocks[head.last].span.end, head.title.end)),
        )


_BOLD_HEAD = re.compile(r"(?:\*\*|__)[^*_:\n]{3,70}(?:\*\*|__)\s{0,3}(?:\(|[—–|·]|-\s|\n)")


def _ends_card(reading: Reading, blocks: Sequence[Block], head: CardHead, at: int, repeated: set[str]) -> bool:
    block, title = blocks[at], blocks[head.first]
    if not title.span.contains(head.title) or title.kind is BlockKind.FIELD:
        # What follows the last record is labelled, too: "Studies: …".
        return block.kind is BlockKind.FIELD or NUMBERED_ONLY.fullmatch(reading.quote(block.span)) is not None
    if title.kind is BlockKind.LIST_ITEM is block.kind:
        return block.level <= title.level
    if block.kind is not BlockKind.HEADING:
        # "**Bat calls** (weekend project)" below "**Shelf scanner** (2019–2021, Brightmart)".
        if is_titled_line(reading, title) and is_titled_line(reading, block):
            return True
        return all(_BOLD_HEAD.match(reading.quote(b.span)) for b in (title, block))
    section = reading.section_at(block.span.start)
    if section is not None and section.heading == block.span and section.kind in _ENDING:
        return True
    if reading.quote(block.span).casefold() in repeated:
        return False
    return title.kind is not BlockKind.HEADING or block.level <= title.level


def _repeated_titles(reading: Reading, heads: Sequence[CardHead]) -> set[str]:
    """Return the headings that stand in more than one card, in small letters: "The numbers"."""
    blocks = reading.document.blocks
    seen: dict[str, int] = {}
    for number, head in enumerate(heads):
        limit = heads[number + 1].first if number + 1 < len(heads) else len(blocks)
        inside = {
            reading.quote(b.span).casefold() for b in blocks[head.last + 1 : limit] if b.kind is BlockKind.HEADING
        }
        for words in inside:
            seen[words] = seen.get(words, 0) + 1
    return {words for words, count in seen.items() if count > 1}
