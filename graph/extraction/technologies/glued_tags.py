"""Finds technologies on the lines of a pasted page that are tags with nothing between them: "FigmaMazeHotjar"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.documents import BlockKind
from graph.extraction.reading import Reading
from graph.gazetteer import Found

_SEAM = re.compile(r"[a-z+#\d)][A-Z]|[A-Z][A-Z][a-z]")
"""Where one name may end and the next begin."""
_FEWEST = 3
"""Names on such a line; two may be parts of a third that no vocabulary knows."""
_LONGEST = 400


def with_glued_tags(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Return `found` with the names of each line that consists of three or more names without a space between."""
    text, tags = reading.document.text, list[Found]()
    for block in reading.document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM):
            continue
        if not 12 <= len(block.span) <= _LONGEST:
            continue
        words = text[block.span.start : block.span.end]
        if words.count(" ") > len(words) / 12 or _SEAM.search(words) is None or words[-1] in ".:!?":
            continue
        names = reading.vocabularies.technologies.split(words.rstrip())
        if len(names) >= _FEWEST:
            shift = block.span.start
            tags += [replace(name, start=shift + name.start, end=shift + name.end) for name in names]
    if not tags:
        return list(found)
    lines = [(tag.start, tag.end) for tag in tags]
    others = [f for f in found if not any(start < f.end and f.start < end for start, end in lines)]
    return sorted([*others, *tags], key=lambda f: f.start)
