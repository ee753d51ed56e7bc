"""Looks at what stands right below a line: deeper bullets, whether they tell the parts of a story, a list of its tools. Finds no titles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.documents import Block, BlockKind, Span
from graph.extraction.keyed.values import lists_technologies
from graph.extraction.reading import Reading
from graph.extraction.works.part_labels import label_of, part_of_key

_MEASURE = re.compile(r"(?:key\s)?metrics?|kpis?|measures?|benefits?|value|business\s(?:impact|value|outcome)")
"""Labels of what came of a work, besides those of the parts of a story."""


def bullets_below(reading: Reading, block: Block) -> Sequence[Block]:
    """Return the bullets right below one that are deeper than it; none below any other block."""
    blocks = reading.document.blocks
    start = end = bisect_left(blocks, block.span.start, key=lambda b: b.span.start) + 1
    if block.kind is not BlockKind.LIST_ITEM:
        return ()
    while end < len(blocks) and blocks[end].kind is BlockKind.LIST_ITEM and blocks[end].level > block.level:
        end += 1
    return blocks[start:end]


def tells_parts_below(reading: Reading, block: Block) -> bool:
    """Return whether a deeper bullet below one labels a part of a story or what it is measured by: "  - **Impact**: …"."""
    labels = (label_of(reading.quote(below.span), below.kind) for below in bullets_below(reading, block))
    return any(found and (part_of_key(found[0]) or _MEASURE.fullmatch(found[0])) for found in labels)


def tools_below(reading: Reading, block: Block) -> Span | None:
    """Return the line right below a paragraph or field that lists its tools alone: "- Go, gRPC"; else None."""
    blocks = reading.document.blocks
    place = bisect_left(blocks, block.span.start, key=lambda b: b.span.start) + 1
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.FIELD) or place == len(blocks):
        return None
    below = blocks[place]
    if below.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH) or below.level > 0:
        return None
    text = reading.quote(below.span)
    return below.span if "," in text and lists_technologies(reading, [text]) else None
