"""Judges by what stands below headings and short lines whether they name works: tools, figures, parts of a telling. Reads no words of theirs.

Measured on 256 documents told again from real ones, each as it was read before anybody had looked at it (383 headings, 76 short lines):
outside sections of projects a heading without parts of a telling was a work 6 times of 26 with neither tool nor figure below it,
1 of 21 with two tools and no figure, 2 of 21 with one of both and a title of one or two words, and 2 of 11 with a title of nine words
or more; where no heading beside it had more, 3 of 33 in all. A short line with neither was one 1 time of 21. With
tools and figures headings were works 2 times of 3, in sections of projects 7 of 8, those of the first level 17 of 21.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.documents import BlockKind, Section, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import read_achievement
from graph.extraction.works.headings_of_posts import is_employment
from graph.extraction.works.part_titles import is_part
from graph.extraction.works.project_titles import says_project
from graph.extraction.works.story import Story
from graph.extraction.works.story_parts import parts_of
from graph.model import EntityKind
from graph.section_titles import kind_of_title

_SHORT_TITLE, _LONG_TITLE = 2, 9
"""Words."""
_TOOLS_ALONE = 2
_FEWEST_PARTS = 2


def supported(reading: Reading, stories: Sequence[Story]) -> list[Story]:
    """Return the stories, read off headings and short lines, but those below whose titles too little stands: not beside others with more."""
    levels: dict[int, list[bool]] = {}
    judged = [(story, _level(reading, story), _is_supported(reading, story)) for story in stories]
    for _, level, is_one in judged:
        levels.setdefault(level, []).append(is_one)
    return [story for story, level, is_one in judged if is_one or (story.rule == "heading" and any(levels[level]))]


def _level(reading: Reading, story: Story) -> int:
    block = reading.block_at(story.title.start)
    return -1 if block is None or block.kind is not BlockKind.HEADING else block.level


def _is_supported(reading: Reading, story: Story) -> bool:
    """Return whether enough stands below a story's title that it may name a work."""
    if story.rule not in ("heading", "short-title") or reading.document.is_keyed or _level(reading, story) == 1:
        return True
    around = _section_around(reading, story.title)
    kind = SectionKind.OTHER if around is None else section_kind_at(reading, around.span.start)
    if around is not None and kind is SectionKind.EXPERIENCE and not _holds_posts(reading, around):
        return True  # "Work" heads the works of many a page.
    if around is not None and kind is SectionKind.EXPERIENCE and is_employment(reading, around):
        return True  # What a post is divided into is its pieces of work.
    if kind is SectionKind.PROJECTS or _is_page_of_works(reading) or parts_of(reading, story.extent):
        return True
    if sum(is_part(reading, block) for block in reading.blocks_in(story.extent)) >= _FEWEST_PARTS:
        return True
    if says_project(reading.quote(story.title)):
        return True
    words = _length(reading.quote(story.title))
    tools = _tools_in(reading, story.extent)
    if story.rule == "short-title":
        return bool(tools) or _has_figure(reading, story)
    if words >= _LONG_TITLE:
        return False
    if _has_figure(reading, story):
        return bool(tools) or words > _SHORT_TITLE
    return (0 < tools < _TOOLS_ALONE and words > _SHORT_TITLE) or tells_deed(reading, story.extent, story.title)


def _length(title: str) -> int:
    """Return how many words a title has; in scripts that set no spaces two characters are taken for one."""
    return len(title) // 2 if title[:1] > "\u3000" else len(title.split())


def _section_around(reading: Reading, title: Span) -> Section | None:
    """Return the innermost section around a title, not the one that the title itself heads; None at the top."""
    section = reading.section_at(title.start)
    if section is not None and section.heading is not None and section.heading.overlaps(title):
        return reading.parent_of(section)
    return section


def _holds_posts(reading: Reading, section: Section) -> bool:
    """Return whether a section tells of a post with dates."""
    return any(m.kind is EntityKind.ROLE and m.period is not None for m in reading.mentions_near(section.span))


def _tools_in(reading: Reading, extent: Span) -> int:
    return sum(m.kind is EntityKind.TECHNOLOGY and extent.contains(m.span) for m in reading.mentions_near(extent))


def _has_figure(reading: Reading, story: Story) -> bool:
    units, style = reading.vocabularies.units, style_of(reading)
    told = (reading.quote(s) for s in reading.sentences_from(story.extent) if s != story.title)
    return any(find_quantities(words, units, style=style) for words in told)


def tells_deed(reading: Reading, extent: Span, title: Span) -> bool:
    """Return whether a sentence of an extent but its title says what somebody made or changed: "I wrote the runbook …"."""
    for sentence in reading.sentences_from(extent):
        if extent.contains(sentence) and sentence != title:
            found = read_achievement(reading.quote(sentence), reading.vocabularies)
            if found is not None and not found.soft and not found.verb.endswith("ing"):
                return True
    return False


def _is_page_of_works(reading: Reading) -> bool:
    """Return whether the document's own title is that of a list of works: "Portfolio"."""
    return kind_of_title(reading.document.title, reading.vocabularies.sections) is SectionKind.PROJECTS
