"""Says which lines of plain text only look like headings of stories. Finds none; stories/headings.py does."""

from __future__ import annotations

from graph.documents import BlockKind, Section
from graph.extraction.reading import Reading
from graph.extraction.works.part_labels import part_or_letter


def is_above_record(reading: Reading, section: Section) -> bool:
    """Return whether a heading read off the look of plain text stands right above the title of labelled lines, not above these."""
    if reading.document.media_type != "text/plain" or section.heading is None:
        return False
    below = [b for b in reading.blocks_in(section.span) if b.span != section.heading][:3]
    return (
        len(below) == 3
        and below[0].kind is BlockKind.PARAGRAPH
        and len(reading.quote(below[0].span).split()) <= 9
        and not reading.quote(below[0].span).rstrip().endswith((".", ":", "!", "?"))
        and all(b.kind is BlockKind.FIELD and part_or_letter(b.key) is not None for b in below[1:])
    )
