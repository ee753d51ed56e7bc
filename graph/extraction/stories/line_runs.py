"""Finds the works of plain text that tells one after the other below short lines, with nothing but the lines' place to mark them.

"Patient flow in the day clinic", a paragraph; "Volunteer driver network", a paragraph. Each must tell a deed, with a figure or a tool
of its own: the parts of one work share theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.documents import Block, SectionKind, Span
from graph.extraction.reading import Reading
from graph.extraction.stories.title_runs import may_name
from graph.extraction.titles.titles import is_about_writing
from graph.extraction.works.covered import Covered
from graph.extraction.works.part_titles import is_part
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_paper
from graph.extraction.works.title_looks import look_of, named_by
from graph.extraction.works.told_evidence import evidence_in
from graph.model import EntityKind
from graph.page_words import is_page_link
from graph.section_titles import kind_of_title

_CAREER = frozenset((SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.OUTCOMES))
_FEWEST_WORDS = 12
"""Of what stands below a title."""

_Group = tuple[list[Block], list[Block]]
"""Short lines, and what stands below them."""


def stories_by_line_runs(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more titles of a page of plain text that has no section of a career or of works."""
    document = reading.document
    if covered or document.media_type != "text/plain" or any(s.kind in _CAREER for s in reading.sections):
        return []
    if any(is_part(reading, block) for block in document.blocks):
        return []
    groups = [(lines, below) for lines, below in _groups(reading) if lines and below]
    fewest = min((len(lines) for lines, _ in groups), default=0)  # The first may have the page's own title above it.
    titled = [(title, below) for lines, below in groups if (title := _title(reading, lines[-fewest:])) is not None]
    told = [(title, below) for title, below in titled if _tells_work(reading, below)]
    if len(told) < 2 or 3 * len(told) < 2 * len(titled):
        return []
    return [Story(title, document.span(title.start, below[-1].span.end), "short-title", 0.75) for title, below in told]


def _groups(reading: Reading) -> Iterator[_Group]:
    """Yield runs of short lines, each with what stands below down to the next such run."""
    lines, below = list[Block](), list[Block]()
    for block in reading.document.blocks:
        if not _is_line(reading, block):
            below.append(block)
            continue
        if below:
            yield lines, below
            lines, below = [], []
        lines.append(block)
    yield lines, below


def _is_line(reading: Reading, block: Block) -> bool:
    look = look_of(reading, block)
    return look is not None and look[0] in ("heading", "line")


def _title(reading: Reading, lines: Sequence[Block]) -> Span | None:
    """Return the words of the first line that may name a work: no person, link, paper, or section of another kind."""
    vocabularies = reading.vocabularies
    for block in lines:
        words = reading.quote(block.span)
        if is_page_link(words) or any(m.kind is EntityKind.PERSON for m in reading.mentions_near(block.span)):
            continue
        title = named_by(reading, block)
        if title is None or not may_name(reading, title) or not words[:1].isupper():
            continue
        if names_paper(words) or is_about_writing(words, vocabularies):
            continue
        return title if kind_of_title(words, vocabularies.sections) is SectionKind.OTHER else None
    return None


def _tells_work(reading: Reading, below: Sequence[Block]) -> bool:
    found = evidence_in(reading, below)
    return found.words >= _FEWEST_WORDS and found.deed and (found.figure or found.tool)
