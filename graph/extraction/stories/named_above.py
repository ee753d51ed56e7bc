"""Finds the sections that tell at length what a table or list above them names: its rows are works, so the headings are, too."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.reading import Reading
from graph.extraction.works.story import NO_WORK, STAR, Story
from graph.vocabulary import fold_title

_LEAST_TOLD = 40
"""Characters below the heading; with less it is a line of a table of contents."""


def stories_named_above(reading: Reading, stories: Sequence[Story]) -> list[Story]:
    """Return a story for each section whose heading is, word by word, the name of a work found above it and outside it."""
    names = {fold_title(reading.quote(story.title)): story for story in stories if not story.soft}
    found: list[Story] = []
    for section in reading.sections:
        heading = section.heading
        named = names.get(fold_title(section.title)) if heading is not None else None
        if named is None or heading is None or section.kind in (*NO_WORK, *STAR):
            continue
        is_above = named.extent.end <= section.span.start
        is_free = not any(section.span.overlaps(story.extent) for story in (*stories, *found))
        if is_above and is_free and len(section.span) - len(heading) >= _LEAST_TOLD:
            found.append(Story(heading, section.span, "heading", 0.85))
    return found
