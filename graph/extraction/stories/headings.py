"""Finds stories by the headings under which they are told. Knows nothing of bullets or keys."""

from __future__ import annotations

from collections.abc import Sequence

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.quantities.quantities import tells_change
from graph.extraction.reading import Reading
from graph.extraction.stories.answers import asks_story
from graph.extraction.stories.front_matter import (
    declares_whole,
    story_in_parts,
    story_named_in_front_matter,
    story_of_front_matter,
)
from graph.extraction.stories.openers import opens_several
from graph.extraction.stories.support import tells_deed
from graph.extraction.titles.titles import is_about_writing, names_work, read_achievement
from graph.extraction.works.covered import NOTHING_COVERED, Covered
from graph.extraction.works.dividing_titles import names_engagement
from graph.extraction.works.group_headings import divides_deeds, holds_divided_bullets
from graph.extraction.works.headings_of_posts import is_employment, is_post, opens_employment
from graph.extraction.works.listed_work import BOLD_LEVEL, is_divided_in_bold, lists_works
from graph.extraction.works.plain_headings import is_above_record
from graph.extraction.works.shared_labels import is_labelled_itself, told_alike
from graph.extraction.works.story import NO_WORK, STAR, Story
from graph.extraction.works.story_limits import heads_career, names_aside, names_period
from graph.extraction.works.work_headings import looks_like_work
from graph.extraction.works.write_ups import heads_case, heads_parts, heads_write_up


def stories_by_headings(reading: Reading, covered: Covered = NOTHING_COVERED) -> list[Story]:
    """Return the stories that headings open; of nested headings that could, the innermost, unless its parent has labelled parts."""
    if any(extent.start == 0 for extent in covered):
        return []
    children: dict[str | None, list[Section]] = {}
    for section in reading.sections:
        children.setdefault(section.parent_id, []).append(section)
    if not covered and (told := story_in_parts(reading, children.get(None, []))):
        return told
    declared = declares_whole(reading)
    if not covered and (told := story_named_in_front_matter(reading)):
        return told
    found: list[Story] = []

    def works(section: Section) -> bool:
        """Return whether a heading looks like work; not because of its place where rows above it are the works."""
        if not looks_like_work(reading, section, children):
            return False
        parent = reading.parent_of(section)
        if parent is None or not lists_works(parent) or names_work(section.title, reading.vocabularies):
            return True
        first = children[parent.id][0].span.start
        return not any(parent.span.start <= extent.start < first for extent in covered)

    def visit(section: Section) -> bool:
        """Add the stories in `section`; return whether it or something in it is one."""
        inner = children.get(section.id, [])
        if section.heading is not None and section.kind in NO_WORK:
            return False
        if covered.touches(section.span):
            inside = [child for child in inner if not any(extent.contains(child.span) for extent in covered)]
            return any([visit(child) for child in inside])
        if (
            _holds_many_works(reading, section)
            or is_above_record(reading, section)
            or opens_several(reading, section.span)
            or holds_divided_bullets(reading, section)
        ):
            return any([visit(child) for child in inner])
        is_career = heads_career(reading, section, inner)
        own = not is_career and section.heading is not None and section.kind not in STAR
        own = own and not is_employment(reading, section) and not names_period(section.title)
        is_top = section.level == 1 and section.parent_id is None and len(children.get(None, [])) == 1
        divided = own and not _asks_for_named(section, inner)
        divided = divided and (
            is_divided_in_bold(reading, section, children) or is_labelled_itself(reading, section, inner)
        )
        stories_inside = [
            child
            for child in inner
            if child.kind not in STAR
            and not (divided and child.level == BOLD_LEVEL)
            and not is_post(reading, child)
            and works(child)
        ]
        whole = is_top and ((declared and len(stories_inside) < 2) or heads_case(section.title, inner))
        whole = whole or (is_top and (heads_write_up(reading, section, inner) or heads_parts(reading, section, inner)))
        told_in_parts = own and (any(c.kind in STAR for c in inner) or told_alike(reading, section, children))
        if own and section.heading and (told_in_parts or whole or (not stories_inside and works(section))):
            found.append(_story_of(reading, section, section.heading))
            return True
        return any([visit(child) for child in inner])

    for section in children.get(None, []):
        visit(section)
    if not found and not covered and declared:
        return story_of_front_matter(reading)
    return found + [story for story in _beside_stories(reading, children, found) if not covered.touches(story.title)]


def _asks_for_named(section: Section, inner: Sequence[Section]) -> bool:
    """Return whether a heading is an interview's question above the one line in bold that names the story told in answer."""
    named = [child for child in inner if child.kind not in STAR]
    return len(named) == 1 and named[0] is inner[0] and asks_story(section.title)


def _beside_stories(reading: Reading, children: dict[str | None, list[Section]], found: Sequence[Story]) -> list[Story]:
    """Return sections that stand among stories and are told at length, whatever their title: "The screen reader afternoon"."""
    titles = {story.title for story in found}
    beside: list[Story] = []
    for siblings in children.values():
        told = [s for s in siblings if s.heading in titles]
        for section in siblings if told else ():
            heading = section.heading
            if heading is None or section.kind is not SectionKind.OTHER or divides_deeds(reading, section):
                continue
            if any(map(section.span.contains, titles)):
                continue
            if is_employment(reading, section) or is_post(reading, section) or names_aside(section.title):
                continue
            if names_engagement(section.title):
                continue
            at_length = 1 < len(told) >= len(siblings) / 2 and len(section.span) - len(heading) >= 200
            if not at_length and not tells_deed(reading, section.span, heading) and not _tells_change(reading, section):
                continue
            if 2 <= len(section.title.split()) <= 12 and not is_about_writing(section.title, reading.vocabularies):
                beside.append(Story(heading, section.span, "heading", 0.75))
    return beside


def _tells_change(reading: Reading, section: Section) -> bool:
    """Return whether a figure below a heading was one thing before and is another now."""
    told = (reading.quote(s) for s in reading.sentences_from(section.span) if s != section.heading)
    return tells_change(told, reading.vocabularies.units)


def _holds_many_works(reading: Reading, section: Section) -> bool:
    """Return whether a heading read off the look of plain text holds several works, told in lines of their own.

    "Led …", "Built …" three times, or one label ("Takeaway: …") twice: then the heading is a page's, not a story's.
    """
    if reading.document.media_type != "text/plain" or section.heading is None:
        return False
    if any(child.kind in STAR for child in reading.sections_in(section.span)):
        return False
    told, labels = 0, list[str]()
    for block in reading.blocks_in(section.span):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.FIELD):
            continue
        if opens_employment(reading, block):
            break
        achievement = read_achievement(reading.quote(block.span), reading.vocabularies)
        if achievement is not None and not achievement.soft and achievement.verb_start == 0:
            told += 1
            labels.append(block.key)
    return told >= 3 or any(label and labels.count(label) > 1 for label in labels)


def _count_at_top(reading: Reading) -> int:
    """Return how many sections with a heading stand at the top of a document, counted once for each."""
    if "sections at the top" not in reading.memo:
        at_top = (s for s in reading.sections if s.parent_id is None and s.heading is not None)
        reading.memo["sections at the top"] = sum(1 for _ in at_top)
    count: int = reading.memo["sections at the top"]
    return count


def _story_of(reading: Reading, section: Section, heading: Span) -> Story:
    end = section.span.end
    is_whole = section.level == 1 and _count_at_top(reading) == 1 and declares_whole(reading)
    start = 0 if is_whole else section.span.start
    below = reading.blocks_from(heading.end, end)
    # A line of an employment below the first paragraphs opens a résumé, not a part of the story.
    for place, block in enumerate(below):
        if place >= 3 and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and opens_employment(reading, block):
            end = block.span.start
            break
        if place >= 2 and _opens_next_story(reading, below, place):
            end = block.span.start
            break
    return Story(heading, reading.document.span(start, max(end, heading.end)), "heading", 0.9)


def _opens_next_story(reading: Reading, below: Sequence[Block], place: int) -> bool:
    """Return whether a short line of plain text is the title of another story: an achievement follows within two lines."""
    block = below[place]
    if reading.document.media_type != "text/plain" or block.kind is not BlockKind.PARAGRAPH:
        return False
    text = reading.quote(block.span).strip()
    if len(text.split()) > 9 or text.endswith((".", ":", ",", ";")) or not names_work(text, reading.vocabularies):
        return False
    for following in below[place + 1 : place + 3]:
        told = reading.quote(following.span)
        achievement = read_achievement(told, reading.vocabularies)
        if len(told) >= 40 and achievement is not None and not achievement.soft and achievement.verb_start == 0:
            return True
    return False
