"""Reads bullets that are labels of a job or a study as fields: "- **Company**: Acme Foods", "- **Duration**: May 2021 – now"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading

_ITEM = re.compile(
    r"[*_]{0,3}(?P<key>[^\W\d_][\w /’'-]{1,30}?)(?:\s?:[*_]{1,3}|[*_]{1,3}\s?:|\s?:)[ \t]+(?P<value>[^\n]{2,140})"
)
_OF_CAREERS = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION})


def label_of_item(text: str) -> str | None:
    """Return the label that a bullet begins with.

    >>> label_of_item("**Company**: Acme Foods"), label_of_item("Cooked for 30 guests")
    ('Company', None)
    """
    found = _ITEM.match(text) if ":" in text[:36] else None
    return None if found is None else found["key"]


def label_of_block(reading: Reading, block: Block) -> str | None:
    """Return the key of a field or the label of a bullet, None for other blocks."""
    if block.kind is BlockKind.FIELD:
        return block.key.strip()
    return label_of_item(reading.quote(block.span)) if block.kind is BlockKind.LIST_ITEM else None


_BEGINS_VALUE = re.compile(r"[^\s*_\[]")


def value_of_block(reading: Reading, block: Block) -> Span:
    """Return the value of a field or a labelled bullet, without the blanks and marks before it."""
    text = reading.quote(block.span)
    begin = _BEGINS_VALUE.search(text, text.index(":") + 1 if block.kind is BlockKind.LIST_ITEM else 0)
    return block.span.part(len(text) if begin is None else begin.start(), len(text))


def labelled_items(reading: Reading, fact_of: Callable[[str], str | None]) -> dict[Span, Block]:
    """Return bullet → field of the lists that state a job or a study by labels, in sections about these.

    A list must name the house beside something else, or a post and when below a heading that may be the house.
    """
    found: dict[Span, Block] = {}
    run: dict[Span, Block] = {}
    facts = set[str]()
    for block in reading.document.blocks:
        is_item = block.kind is BlockKind.LIST_ITEM
        stated = _field_of(reading, block) if is_item else None
        fact = None if stated is None else fact_of(stated.key)
        if is_item and fact is None:
            continue
        if run and (fact is None or fact in facts):  # A label that comes twice begins the next entry.
            found |= run if _states_entry(reading, facts, run) else {}
            run, facts = {}, set()
        if stated is not None and fact is not None:
            run[block.span] = stated
            facts.add(fact)
    return found | run if run and _states_entry(reading, facts, run) else found


def _field_of(reading: Reading, block: Block) -> Block | None:
    """Return a bullet as a field, where it is a label and its value."""
    text = reading.quote(block.span)
    stated = _ITEM.fullmatch(text.rstrip(" *_")) if ":" in text[:36] else None
    if stated is None:
        return None
    begin = block.span.start + stated.start("value")
    span = Span(block.span.document_id, begin, begin + len(stated["value"]))
    return replace(block, kind=BlockKind.FIELD, key=stated["key"].casefold(), span=span)


def _states_entry(reading: Reading, facts: set[str], run: dict[Span, Block]) -> bool:
    if section_kind_at(reading, next(iter(run)).start) not in _OF_CAREERS:
        return False
    if "employer" in facts:
        return bool(facts & {"title", "period", "start"})
    return {"title", "period"} <= facts or ("institution" in facts and bool(facts & {"degree", "period", "field"}))


_NEXT_LABEL = re.compile(r"[ \t]*\n[ \t]*[*_]{0,3}(?P<key>[^\W\d_][\w ]{1,24}?)(?::[*_]{0,3}|[*_]{1,3}:)[ \t]+(?=\S)")


def holds_label(text: str) -> bool:
    """Return whether a label stands on a further line of a field's value."""
    return "\n" in text and _NEXT_LABEL.search(text) is not None


def labels_below(reading: Reading, block: Block, fact_of: Callable[[str], str | None]) -> Iterator[Block]:
    """Yield a field whose value runs over a line's end, and those on the lines below it: "Cargo: …", "Empresa: Acme"."""
    text, key, start = reading.quote(block.span), block.key, 0
    for label in _NEXT_LABEL.finditer(text):
        if fact_of(label["key"]) is not None:
            yield replace(block, key=key, span=block.span.part(start, label.start()))
            key, start = label["key"].casefold(), label.end()
    yield replace(block, key=key, span=block.span.part(start, len(text)))
