"""Finds stories in tables that have a column for the project: each row tells something of its project."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import BlockKind, Span
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex
from graph.extraction.story import Story

PROJECT_HEAD = re.compile(r"(?i)(?:project|initiative|story|case|programme|program|engagement|work|workstream)s?")


def stories_by_rows(reading: Reading, covered: Sequence[Span]) -> list[Story]:
    """Return a story for each row whose table has a column headed "Project" or the like."""
    taken = SpanIndex((extent, extent) for extent in covered)
    stories: list[Story] = []
    for block in reading.document.blocks:
        if block.kind is not BlockKind.TABLE_ROW or not block.key or taken.touches(block.span):
            continue
        heads = [head.strip() for head in re.split(r"[|\t]", block.key)]
        column = next((place for place, head in enumerate(heads) if PROJECT_HEAD.fullmatch(head)), None)
        cells = list(re.finditer(r"[^|\t]+", reading.quote(block.span)))
        if column is None or column >= len(cells) or not re.search(r"[A-Za-z]{3}", cells[column].group()):
            continue
        cell = cells[column].group()
        start = block.span.start + cells[column].start() + len(cell) - len(cell.lstrip())
        title = reading.document.span(start, start + len(cell.strip()))
        stories.append(Story(title, block.span, "table-row", 0.88, sentence=block.span))
    return stories
