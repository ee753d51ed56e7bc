"""Judges the stories that the rules found by the learned weights of lines: drops the unlikely, adds those of likely lines."""

from __future__ import annotations

from collections.abc import Sequence

from graph.documents import Span
from graph.extraction.reading import Reading
from graph.extraction.stories.likely_titles import may_be_title, title_of
from graph.extraction.weighing.lines import Line, line_at, lines_in
from graph.extraction.weighing.page import Told
from graph.extraction.weighing.weighing import weighed_lines
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story

DROPPED_BELOW = 0.2
"""A story whose title no line of which is likelier tells no work.

Lower than what reads the annotated documents best (0.3 to 0.4): there the rules' readings are those of a first sight; today's rules are
right more often.
"""
ADDED_ABOVE = 0.45
"""A line likelier than this is a work's title: the works then read, by trees that had not seen a document, are best (0.4 to 0.5 alike)."""


_ESTIMATE = 0.74
"""Of added stories: the share of likely lines that are titles, in the annotated documents by trees that had not seen them."""


def weighed(reading: Reading, stories: Sequence[Story]) -> list[Story]:
    """Return the stories whose titles are likely ones, and one for each other line that is, in reading order.

    Documents of keys and values, and those too short to judge, are left as they are.
    """
    if reading.document.is_keyed or not (judged := weighed_lines(reading, [told_by(s) for s in stories if not s.soft])):
        return list(stories)
    lines, weights = [line for line, _ in judged], [weight for _, weight in judged]
    kept = [story for story in stories if story.soft or _weight(story.title, lines, weights) >= DROPPED_BELOW]
    titles = {number for story in kept for number in lines_in(lines, story.title.start, story.title.end)}
    told = Covered(story.extent for story in kept if not story.soft)
    added = [
        number
        for number, (line, weight) in enumerate(judged)
        if weight > ADDED_ABOVE
        and number not in titles
        and may_be_title(reading, line, is_told=told.touches(reading.document.span(line.start, line.end)))
    ]
    starts = sorted({*added, *(line_at(lines, story.title.start) for story in kept)})
    found = [*kept, *(_story(reading, lines, number, starts) for number in added)]
    return sorted(found, key=lambda story: (story.title.start, story.title.end))


def told_by(story: Story) -> Told:
    """Return a story as the signs know it."""
    return Told(story.title.start, story.title.end, story.rule, story.extent.start, story.extent.end)


def _weight(title: Span, lines: Sequence[Line], weights: Sequence[float]) -> float:
    return max((weights[number] for number in lines_in(lines, title.start, title.end)), default=1.0)


def _story(reading: Reading, lines: Sequence[Line], number: int, starts: Sequence[int]) -> Story:
    """Return the story of a likely line: a bullet's own, else down to the next title, or to the end of the section."""
    line = lines[number]
    title = title_of(reading, line)
    if line.kind == "list_item" and line.block is not None:
        extent = reading.document.span(line.start, max(line.block.span.end, title.end))
        return Story(title, extent, "achievement", _ESTIMATE)
    end = len(reading.document.text) if line.section is None else line.section.span.end
    following = next((lines[start].start for start in starts if start > number), end)
    extent = reading.document.span(line.start, max(title.end, min(end, following)))
    return Story(title, extent, "heading" if line.kind == "heading" else "short-title", _ESTIMATE)
