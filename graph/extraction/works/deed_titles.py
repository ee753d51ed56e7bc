"""Says which words of a deed are its title: "Reduced licensing costs", "licence tracker" behind "Built a". Finds no deed."""

from __future__ import annotations

from graph.documents import Block, Span
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import Achievement, names_work, opens_with_noun


def title_span(reading: Reading, block: Block, achievement: Achievement) -> Span:
    """Return the words that name the work, with their verb where they would not say that it is work: "Reduced licensing costs"."""
    start, end = block.span.start + achievement.title_start, block.span.start + achievement.title_end
    title = reading.document.span(start, end)
    if names_work(reading.quote(title), reading.vocabularies):
        return title
    if (noun := opens_with_noun(reading.quote(title), reading.vocabularies)) is not None:
        return reading.document.span(start + noun[0], start + noun[1])
    return reading.document.span(block.span.start + achievement.verb_start, end)
