"""Finds stories by the headings under which they are told. Knows nothing of bullets or keys."""

from __future__ import annotations

import re
from collections import Counter
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
from graph.extraction.titles.titles import is_about_writing, names_work, opens_with_deed, read_achievement
from graph.extraction.works.covered import NOTHING_COVERED, Covered
from graph.extraction.works.dividing_titles import names_engagement, names_fields
from graph.extraction.works.group_headings import (
    BOLD_LEVEL,
    divides_deeds,
    holds_divided_bullets,
    stands_above_question,
)
from graph.extraction.works.headings_of_posts import is_employment, is_post, opens_employment
from graph.extraction.works.listed_work import is_divided_in_bold, lists_works
from graph.extraction.works.part_titles import names_part_of_telling
from graph.extraction.works.plain_headings import is_above_record
from graph.extraction.works.shared_labels import is_labelled_itself, told_alike
from graph.extraction.works.story import NO_WORK, STAR, Story
from graph.extraction.works.story_limits import heads_career, names_aside, names_period
from graph.extraction.works.title_looks import look_of, named_by, only_counts
from graph.extraction.works.work_headings import looks_like_work
from graph.extraction.works.write_ups import heads_case, heads_parts, heads_write_up

_ROUNDS = 2
_AT_LENGTH, _AT_LENGTH_FIRST = 80, 200
"""Characters below a heading among those of works that tell enough of another; more below a page's first."""


def stories_by_headings(reading: Reading, covered: Covered = NOTHING_COVERED) -> list[Story]:
    """Return the stories that headings open; of nested headings that could, the innermost, unless its parent has labelled parts."""
    if any(extent.start == 0 for extent in covered):
        return []
    children = reading.sections_by_parent()
    if not covered and (told := story_in_parts(reading, children.get(None, []))):
        return told
    declared = declares_whole(reading)
    if not covered and (told := story_named_in_front_matter(reading)):
        return told
    walk = _Walk(reading, covered, children, declared)
    walk.visit_all(children.get(None, []))
    found = walk.found
    if not found and not covered and declared:
        return story_of_front_matter(reading)
    for _ in range(_ROUNDS):  # What stands beside one is itself one that others stand beside.
        beside = _beside_stories(reading, children, found)
        found += [story for story in beside if not covered.touches(story.title)]
    return found


class _Walk:
    """Walks down the headings of a document once, and keeps the stories that they open in `found`."""

    def __init__(
        self, reading: Reading, covered: Covered, children: dict[str | None, list[Section]], declared: bool
    ) -> None:
        self._reading = reading
        self._covered = covered
        self._children = children
        self._declared = declared
        self.found: list[Story] = []

    def visit_all(self, sections: Sequence[Section]) -> bool:
        """Visit each of the sections; return whether one of them is a story or holds one."""
        return any([self._visit(section) for section in sections])

    def _visit(self, section: Section) -> bool:
        """Add the stories in `section`; return whether it or something in it is one."""
        inner = self._children.get(section.id, [])
        if section.heading is not None and section.kind in NO_WORK:
            heads_page = section.level == 1 and len(self._children.get(None, [])) == 1 and len(inner) > 1
            return heads_page and self.visit_all(inner)  # "What I do" above all that was done.
        parent = self._reading.parent_of(section)
        if parent is not None and _is_subtitle(self._reading, parent, section, self._children[parent.id]):
            return self.visit_all(inner)
        if self._covered.touches(section.span):
            return self.visit_all([s for s in inner if not any(extent.contains(s.span) for extent in self._covered)])
        if section.heading is None or _holds_works_alone(self._reading, section) or not self._opens(section, inner):
            return self.visit_all(inner)
        self.found.append(_story_of(self._reading, section, section.heading))
        return True

    def _opens(self, section: Section, inner: Sequence[Section]) -> bool:
        """Return whether a heading opens a story: it looks like work, or what stands below are the parts of one."""
        reading = self._reading
        is_career = heads_career(reading, section, inner) or section.kind in STAR
        if is_career or is_employment(reading, section) or names_period(section.title):
            return False
        if any(c.kind in STAR for c in inner) or told_alike(reading, section, self._children):
            return True
        inside = self._stories_inside(section, inner)
        if section.level == 1 and section.parent_id is None and len(self._children.get(None, [])) == 1:
            is_whole = (self._declared and len(inside) < 2) or heads_case(section.title, inner)
            if is_whole or heads_write_up(reading, section, inner) or heads_parts(reading, section, inner):
                return True
        return not inside and self._looks_like_work(section)

    def _stories_inside(self, section: Section, inner: Sequence[Section]) -> list[Section]:
        """Return those of the headings below one that may be stories of their own, and not parts of its own."""
        reading = self._reading
        is_divided = not _asks_for_named(section, inner) and (
            is_divided_in_bold(reading, section, self._children) or is_labelled_itself(reading, section, inner)
        )
        return [
            child
            for child in inner
            if child.kind not in STAR
            and not _is_subtitle(reading, section, child, inner)
            and not (is_divided and child.level == BOLD_LEVEL)
            and not is_post(reading, child)
            and self._looks_like_work(child)
        ]

    def _looks_like_work(self, section: Section) -> bool:
        """Return whether a heading looks like work; not because of its place where rows above it are the works."""
        if not looks_like_work(self._reading, section, self._children):
            return False
        parent = self._reading.parent_of(section)
        if parent is None or not lists_works(parent) or names_work(section.title, self._reading.vocabularies):
            return True
        first = self._children[parent.id][0].span.start
        return not any(parent.span.start <= extent.start < first for extent in self._covered)


def _holds_works_alone(reading: Reading, section: Section) -> bool:
    """Return whether a heading stands above works that are told one by one, and names none itself."""
    return (
        _holds_many_works(reading, section)
        or is_above_record(reading, section)
        or opens_several(reading, section.span)
        or holds_divided_bullets(reading, section)
    )


_SAYS_WHAT = re.compile(r"(?i)(?:an?|the|how|from|for|making|helping|building|turning)\s")
"""Opens a line that says what the thing above it is: "A tool for small harbours"."""


def _is_subtitle(reading: Reading, section: Section, child: Section, inner: Sequence[Section]) -> bool:
    """Return whether the only heading below one, right below it, says what the other names."""
    if len(inner) > 1 or section.heading is None or _SAYS_WHAT.match(child.title) is None:
        return False
    return not reading.blocks_from(section.heading.end, child.span.start) and not lists_works(section)


def _asks_for_named(section: Section, inner: Sequence[Section]) -> bool:
    """Return whether a heading is an interview's question above the one line in bold that names the story told in answer."""
    named = [child for child in inner if child.kind not in STAR]
    return len(named) == 1 and named[0] is inner[0] and asks_story(section.title)


def _beside_stories(reading: Reading, children: dict[str | None, list[Section]], found: Sequence[Story]) -> list[Story]:
    """Return sections that stand among stories and are told at length, whatever their title: "The screen reader afternoon"."""
    titles = {story.title for story in found}
    first = next((section for section in reading.sections if section.heading is not None), None)
    beside: list[Story] = []
    for siblings in children.values():
        told = [s for s in siblings if s.heading in titles]
        plain = (
            Counter(s.level for s in siblings if s.kind is SectionKind.OTHER and not names_aside(s.title))
            if told
            else {}
        )
        for section in siblings if told else ():
            heading = section.heading
            if heading is None or section.kind is not SectionKind.OTHER or divides_deeds(reading, section):
                continue
            if stands_above_question(reading, section):
                continue
            if any(map(section.span.contains, titles)):
                continue
            if is_employment(reading, section) or is_post(reading, section) or names_aside(section.title):
                continue
            if _names_other_than_work(reading, section.title):
                continue
            is_among = 1 < len(told) >= plain[section.level] / 2
            is_first = section is first
            at_length = is_among and len(section.span) - len(heading) >= (_AT_LENGTH_FIRST if is_first else _AT_LENGTH)
            if not at_length and not tells_deed(reading, section.span, heading) and not _tells_change(reading, section):
                continue
            fewest = 1 if is_among and _is_name(section.title) else 2
            if fewest <= len(section.title.split()) <= 12 and (
                opens_with_deed(section.title, reading.vocabularies)
                or not is_about_writing(section.title, reading.vocabularies)
            ):
                beside.append(Story(heading, section.span, "heading", 0.75))
    return beside


_INNER_CAPITAL = re.compile(r"[^\W\d_][A-ZÀ-ÖØ-Þ0-9]")


def _is_name(title: str) -> bool:
    """Return whether one word can only be a name: "TidePass", "Quay2"; "Elsewhere" may be any heading's."""
    return _INNER_CAPITAL.search(title) is not None and not title.isupper()


def _names_other_than_work(reading: Reading, title: str) -> bool:
    """Return whether a heading among those of works names a part of one, a field of work, or stories as such."""
    if names_engagement(title) or names_fields(title) or _OF_STORIES.match(title) is not None:
        return True
    return names_part_of_telling(title, is_heading=True, sections=reading.vocabularies.sections)


_OF_STORIES = re.compile(r"(?i)(?:\w+\s)?(?:stories|notes|case\sstudies|projects|achievements|examples|answers)\b")
"""Opens a title of stories as such: "Stories without labels"."""


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
    return Story(_named(reading, heading, below), reading.document.span(start, max(end, heading.end)), "heading", 0.9)


def _named(reading: Reading, heading: Span, below: Sequence[Block]) -> Span:
    """Return the words that name a story: its heading, or the line below one that only counts it, "Story 2"."""
    if not below or not only_counts(reading.quote(heading)):
        return heading
    look = look_of(reading, below[0])
    title = named_by(reading, below[0]) if look is not None and look[0] in ("heading", "bold", "line") else None
    return title or heading


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
