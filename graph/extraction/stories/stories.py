"""All the stories of a document, by every way of telling them; STORY_FORMS is the order, what is found first is not found again."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from graph.documents import SectionKind
from graph.extraction.reading import Reading
from graph.extraction.stories.answers import stories_by_answers
from graph.extraction.stories.bold_lines import stories_by_bold_lines
from graph.extraction.stories.bullets import stories_by_achievements
from graph.extraction.stories.cards import stories_by_cards
from graph.extraction.stories.cards_in_step import stories_in_step
from graph.extraction.stories.column_tables import stories_by_columns
from graph.extraction.stories.cycles import stories_by_cycles
from graph.extraction.stories.dated_lines import stories_by_dated_lines
from graph.extraction.stories.diaries import stories_by_diary
from graph.extraction.stories.entries import stories_by_entries
from graph.extraction.stories.headings import stories_by_headings
from graph.extraction.stories.key_labels import stories_by_key_labels
from graph.extraction.stories.keys import stories_by_keys, stories_by_values
from graph.extraction.stories.label_outlines import stories_below_labels
from graph.extraction.stories.labelled_lines import stories_by_labels, stories_by_parts
from graph.extraction.stories.line_runs import stories_by_line_runs
from graph.extraction.stories.links import stories_by_links, stories_by_lone_links
from graph.extraction.stories.named_above import stories_named_above
from graph.extraction.stories.named_lines import stories_by_named_lines
from graph.extraction.stories.narratives import stories_by_narrative
from graph.extraction.stories.numbered import stories_by_numbered_labels
from graph.extraction.stories.openers import stories_by_openers
from graph.extraction.stories.outlines import stories_by_outline
from graph.extraction.stories.own_links import stories_by_own_links
from graph.extraction.stories.page_cards import stories_by_page_cards
from graph.extraction.stories.pages import stories_by_page
from graph.extraction.stories.plain_names import stories_by_plain_names
from graph.extraction.stories.posts import stories_by_posts
from graph.extraction.stories.product_pages import stories_by_product
from graph.extraction.stories.project_labels import stories_by_project_labels
from graph.extraction.stories.prose import stories_by_prose
from graph.extraction.stories.records import stories_by_records, stories_by_sequences
from graph.extraction.stories.repeated import stories_by_repeated_titles
from graph.extraction.stories.sentences import stories_by_dated_sentences
from graph.extraction.stories.short_titles import stories_by_short_titles
from graph.extraction.stories.support import supported
from graph.extraction.stories.tables import stories_by_rows
from graph.extraction.stories.title_runs import stories_by_title_runs
from graph.extraction.stories.titled_lists import stories_by_lists
from graph.extraction.stories.told_in_parts import stories_told_in_parts
from graph.extraction.stories.weighed import weighed
from graph.extraction.works.advice import stands_in_advice
from graph.extraction.works.covered import NOTHING_COVERED, Covered
from graph.extraction.works.dividing_titles import names_group
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_future
from graph.extraction.works.taglines import stands_in_letterhead
from graph.page_words import is_link_line
from graph.section_phrases import lists_tales
from graph.section_titles import normalise_title
from graph.vocabulary import fold_title

StoryForm = Callable[[Reading, Covered], list[Story]]

STORY_FORMS: tuple[tuple[str, StoryForm], ...] = (
    ("keys", lambda reading, _: stories_by_keys(reading)),
    ("values", stories_by_values),
    ("key-labels", stories_by_key_labels),
    ("page", stories_by_page),
    ("cycles", stories_by_cycles),
    ("told in parts", stories_told_in_parts),
    ("product page", stories_by_product),
    ("diary", stories_by_diary),
    ("cards", stories_by_cards),
    ("records", stories_by_records),
    ("sequences", stories_by_sequences),
    ("page cards", stories_by_page_cards),
    ("cards in step", stories_in_step),
    ("tables", partial(stories_by_rows, fewest=2)),
    ("columns", stories_by_columns),
    ("posts", stories_by_posts),
    ("title runs", stories_by_title_runs),
    ("headings", stories_by_headings),
    ("numbered-labels", stories_by_numbered_labels),
    ("named-lines", stories_by_named_lines),
    ("plain-names", stories_by_plain_names),
    ("bold-lines", stories_by_bold_lines),
    ("openers", stories_by_openers),
    ("answers", stories_by_answers),
    ("table-rows", stories_by_rows),
    ("parts", stories_by_parts),
    ("lone links", stories_by_lone_links),
    ("labels", stories_by_labels),
    ("project labels", stories_by_project_labels),
    ("lists", stories_by_lists),
    ("dated-lines", stories_by_dated_lines),
    ("outline", stories_by_outline),
    ("entries", stories_by_entries),
    ("links", stories_by_links),
    ("own links", stories_by_own_links),
    ("line runs", stories_by_line_runs),
    ("short-titles", stories_by_short_titles),
    ("repeated-titles", stories_by_repeated_titles),
    ("dated-sentences", stories_by_dated_sentences),
    ("prose", stories_by_prose),
    ("achievements", stories_by_achievements),
    ("narrative", stories_by_narrative),
)


_BY_LOOK = frozenset(("headings", "short-titles"))
"""Forms that find works by the look of a line above them."""


def find_stories(reading: Reading) -> list[Story]:
    """Return the tellings of a document in reading order; a form finds nothing in the extents of those before it.

    What stands among advice and instructions tells no work.
    """
    found, covered = list[Story](), NOTHING_COVERED
    for name, form in STORY_FORMS:
        told = form(reading, covered)
        if name == "headings":
            told += stories_named_above(reading, [*found, *told])
            told += stories_below_labels(reading, told)
        if name in _BY_LOOK:
            told = supported(reading, told)
        if told := [story for story in told if _may_tell_work(reading, story)]:
            found += told
            covered = Covered(story.extent for story in found)
    found = [story for story in weighed(reading, found) if _may_tell_work(reading, story)]
    found = [story for story in found if not stands_in_advice(reading, story.title.start)]
    planned = [section.span for section in reading.sections if section.heading and names_future(section.title)]
    found = [story for story in found if not any(span.contains(story.title) for span in planned)]
    if reading.document.media_type == "text/plain":  # A pasted page's links.
        logos = reading.document.text.count(" logo\n") > 1
        found = [story for story in found if not is_link_line(reading.quote(story.title))]
        found = [story for story in found if not (logos and reading.quote(story.title).endswith(" logo"))]
    return sorted(found, key=lambda story: (story.title.start, story.title.end))


def _may_tell_work(reading: Reading, story: Story) -> bool:
    return not (_names_no_work(reading, reading.quote(story.title)) or stands_in_letterhead(reading, story.title))


_OF_A_CAREER = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.CONTACT})


def _names_no_work(reading: Reading, title: str) -> bool:
    """Return whether a title lists tools alone or three tools or more, or is that of a section of every career, or of works: "C, CMake, Zephyr"."""
    known = reading.vocabularies.sections.get(fold_title(title))
    if known in _OF_A_CAREER or known is SectionKind.PROJECTS:
        return True
    if lists_tales(normalise_title(title)) or names_group(title):
        return True
    items = [item.strip() for item in re.split(r"[,|·]", title)]
    is_tool = reading.vocabularies.technologies.is_term
    if len(items) == 2 and all(map(is_tool, items)):
        return True
    return len(items) > 2 and is_tool(items[0]) and 3 * sum(map(is_tool, items)) >= 2 * len(items)
