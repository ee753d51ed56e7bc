"""Finds stories in tables with one piece of work a column: linked names in the first row, what they are in a row below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind, Span
from graph.extraction.reading import Reading
from graph.extraction.stories.tables import cells_of, lists_projects
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story

_LINKED_NAME = re.compile(r"[*_]{0,3}\[(?P<t>[^\]\[\n]{2,80})\]\([^()\s]{1,300}\)[*_]{0,3}")
_FEWEST_WORDS = 4
"""Of a cell that tells of its work."""


def stories_by_columns(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each column of the tables among projects whose heads are links, told in the first cell of words below."""
    stories: list[Story] = []
    for head, below in _tables(reading):
        names = _linked_names(reading, head) if below and not covered.touches(head.span) else []
        rows = [cells_of(row.span, reading.quote(row.span)) for row in below]
        for column, name in enumerate(names):
            cells = [row[column] for row in rows if column < len(row)]
            told = next((cell for cell in cells if _tells(reading.quote(cell))), None)
            if told is not None:
                stories.append(Story(name, told, "table-row", 0.85, sentence=told))
    return stories


def _tables(reading: Reading) -> Iterator[tuple[Block, list[Block]]]:
    """Yield the head of each table in a section of projects with the rows below it."""
    blocks = reading.document.blocks
    for place, head in enumerate(blocks):
        if head.kind is not BlockKind.TABLE_ROW or head.key or not lists_projects(reading, head):
            continue
        last = place + 1
        while last < len(blocks) and blocks[last].kind is BlockKind.TABLE_ROW and blocks[last].key:
            last += 1
        yield head, list(blocks[place + 1 : last])


def _linked_names(reading: Reading, head: Block) -> list[Span]:
    """Return the names of a row of two links or more and nothing else, in order; an empty list for any other row."""
    cells = cells_of(head.span, reading.quote(head.span))
    matches = [_LINKED_NAME.fullmatch(reading.quote(cell)) for cell in cells]
    found = [
        reading.document.span(cell.start + match.start("t"), cell.start + match.end("t"))
        for cell, match in zip(cells, matches, strict=True)
        if match is not None
    ]
    return found if len(found) == len(cells) > 1 else []


def _tells(text: str) -> bool:
    return not text.startswith(("![", "<")) and len(text.split()) >= _FEWEST_WORDS
