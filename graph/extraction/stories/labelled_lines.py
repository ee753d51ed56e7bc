"""Finds stories behind labels of lines: one label again and again, or "Situation: …" to "Result: …" below a short title."""

from __future__ import annotations

import itertools

from graph.documents import BlockKind
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import read_achievement
from graph.extraction.works.covered import Covered
from graph.extraction.works.deed_titles import title_span
from graph.extraction.works.part_labels import part_or_letter
from graph.extraction.works.story import Story


def stories_by_labels(reading: Reading, covered: Covered) -> list[Story]:
    """Return stories that each begin with the same label ("Takeaway: Designed …"), running to the next of them."""
    blocks = reading.document.blocks
    labels: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.FIELD and not covered.touches(block.span):
            achievement = read_achievement(reading.quote(block.span), reading.vocabularies)
            if achievement is not None and not achievement.soft:
                labels.setdefault(block.key, []).append(place)
    stories: list[Story] = []
    for places in labels.values():
        if len(places) < 2:
            continue
        longest = max(b - a for a, b in itertools.pairwise(places))
        for place, following in zip(places, [*places[1:], places[-1] + longest], strict=True):
            block = blocks[place]
            achievement = read_achievement(reading.quote(block.span), reading.vocabularies)
            assert achievement is not None
            last = blocks[min(following, len(blocks)) - 1]
            title = title_span(reading, block, achievement)
            stories.append(
                Story(
                    title,
                    reading.document.span(block.span.start, max(last.span.end, block.span.end)),
                    "achievement",
                    0.82,
                    sentence=block.span,
                )
            )
    return stories


def stories_by_parts(reading: Reading, covered: Covered) -> list[Story]:
    """Return stories whose parts are labelled line by line ("Situation: …", "Result: …") below a short title."""
    blocks = reading.document.blocks
    stories: list[Story] = []
    place = 1
    while place < len(blocks):
        last = place
        while last < len(blocks) and blocks[last].kind is BlockKind.FIELD and part_or_letter(blocks[last].key):
            last += 1
        title = blocks[place - 1]
        free = not covered.touches(title.span)
        parts = {part_or_letter(block.key) for block in blocks[place:last]}
        if (
            len(parts) >= 2
            and free
            and title.kind is not BlockKind.FIELD
            and len(reading.quote(title.span).split()) <= 16
        ):
            extent = reading.document.span(title.span.start, blocks[last - 1].span.end)
            stories.append(Story(title.span, extent, "heading", 0.88))
        place = max(last, place) + 1
    return stories
