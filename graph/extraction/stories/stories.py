"""All the stories of a document, by every way of telling them; STORY_FORMS is the order, what is found first is not found again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.documents import SectionKind, Span
from graph.extraction.quantities.cards import Card
from graph.extraction.reading import Reading
from graph.extraction.stories.answers import stories_by_answers
from graph.extraction.stories.bold_lines import stories_by_bold_lines
from graph.extraction.stories.bullets import stories_by_achievements
from graph.extraction.stories.cards import stories_by_cards
from graph.extraction.stories.column_tables import stories_by_columns
from graph.extraction.stories.dated_lines import stories_by_dated_lines
from graph.extraction.stories.entries import stories_by_entries
from graph.extraction.stories.headings import stories_by_headings
from graph.extraction.stories.key_labels import stories_by_key_labels
from graph.extraction.stories.keys import stories_by_keys, stories_by_values
from graph.extraction.stories.lines import (
    stories_by_labels,
    stories_by_lists,
    stories_by_narrative,
    stories_by_parts,
    stories_by_short_titles,
)
from graph.extraction.stories.links import stories_by_links, stories_by_lone_links
from graph.extraction.stories.named_above import stories_named_above
from graph.extraction.stories.named_lines import stories_by_named_lines
from graph.extraction.stories.numbered import stories_by_numbered_labels
from graph.extraction.stories.openers import stories_by_openers
from graph.extraction.stories.outlines import stories_by_outline
from graph.extraction.stories.own_links import stories_by_own_links
from graph.extraction.stories.page_cards import stories_by_page_cards
from graph.extraction.stories.pages import stories_by_page
from graph.extraction.stories.plain_names import stories_by_plain_names
from graph.extraction.stories.posts import stories_by_posts
from graph.extraction.stories.product_pages import stories_by_product
from graph.extraction.stories.prose import stories_by_prose
from graph.extraction.stories.records import stories_by_records, stories_by_sequences
from graph.extraction.stories.repeated import stories_by_repeated_titles
from graph.extraction.stories.sentences import stories_by_dated_sentences
from graph.extraction.stories.tables import stories_by_rows
from graph.extraction.works.advice import stands_in_advice
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_future
from graph.page_words import is_link_line
from graph.vocabulary import fold_title

StoryForm = Callable[[Reading, Sequence[Span], Sequence[Card]], list[Story]]

STORY_FORMS: tuple[tuple[str, StoryForm], ...] = (
    ("keys", lambda reading, covered, cards: stories_by_keys(reading)),
    ("values", lambda reading, covered, cards: stories_by_values(reading, covered)),
    ("key-labels", lambda reading, covered, cards: stories_by_key_labels(reading, covered)),
    ("page", lambda reading, covered, cards: stories_by_page(reading, covered)),
    ("product page", lambda reading, covered, cards: stories_by_product(reading, covered)),
    ("cards", lambda reading, covered, cards: stories_by_cards(reading, covered)),
    ("records", lambda reading, covered, cards: stories_by_records(reading, covered)),
    ("sequences", lambda reading, covered, cards: stories_by_sequences(reading, covered)),
    ("page cards", lambda reading, covered, cards: stories_by_page_cards(reading, covered)),
    ("tables", lambda reading, covered, cards: stories_by_rows(reading, covered, fewest=2)),
    ("columns", lambda reading, covered, cards: stories_by_columns(reading, covered)),
    ("posts", lambda reading, covered, cards: stories_by_posts(reading, covered)),
    ("headings", lambda reading, covered, cards: stories_by_headings(reading, covered)),
    ("numbered-labels", lambda reading, covered, cards: stories_by_numbered_labels(reading, covered)),
    ("named-lines", lambda reading, covered, cards: stories_by_named_lines(reading, covered)),
    ("plain-names", lambda reading, covered, cards: stories_by_plain_names(reading, covered)),
    ("bold-lines", lambda reading, covered, cards: stories_by_bold_lines(reading, covered)),
    ("openers", lambda reading, covered, cards: stories_by_openers(reading, covered)),
    ("answers", lambda reading, covered, cards: stories_by_answers(reading, covered)),
    ("table-rows", lambda reading, covered, cards: stories_by_rows(reading, covered)),
    ("parts", lambda reading, covered, cards: stories_by_parts(reading, covered)),
    ("lone links", lambda reading, covered, cards: stories_by_lone_links(reading, covered)),
    ("labels", lambda reading, covered, cards: stories_by_labels(reading, covered)),
    ("lists", lambda reading, covered, cards: stories_by_lists(reading, covered)),
    ("dated-lines", lambda reading, covered, cards: stories_by_dated_lines(reading, covered)),
    ("outline", lambda reading, covered, cards: stories_by_outline(reading, covered)),
    ("entries", lambda reading, covered, cards: stories_by_entries(reading, covered, cards)),
    ("links", lambda reading, covered, cards: stories_by_links(reading, covered)),
    ("own links", lambda reading, covered, cards: stories_by_own_links(reading, covered)),
    ("short-titles", lambda reading, covered, cards: stories_by_short_titles(reading, covered, cards)),
    ("repeated-titles", lambda reading, covered, cards: stories_by_repeated_titles(reading, covered)),
    ("dated-sentences", lambda reading, covered, cards: stories_by_dated_sentences(reading, covered)),
    ("prose", lambda reading, covered, cards: stories_by_prose(reading, covered)),
    ("achievements", lambda reading, covered, cards: stories_by_achievements(reading, covered)),
    ("narrative", lambda reading, covered, cards: stories_by_narrative(reading, covered)),
)


def find_stories(reading: Reading, cards: Sequence[Card]) -> list[Story]:
    """Return the tellings of a document in reading order; a form finds nothing in the extents of those before it.

    What stands among advice and instructions tells no work.
    """
    found: list[Story] = []
    for name, form in STORY_FORMS:
        found.extend(form(reading, [story.extent for story in found], cards))
        if name == "headings":
            found.extend(stories_named_above(reading, found))
    found = [story for story in found if not stands_in_advice(reading, story.title.start)]
    found = [story for story in found if not _names_no_work(reading, reading.quote(story.title))]
    planned = [section.span for section in reading.sections if section.heading and names_future(section.title)]
    found = [story for story in found if not any(span.contains(story.title) for span in planned)]
    if reading.document.media_type == "text/plain":  # A pasted page's links.
        logos = reading.document.text.count(" logo\n") > 1
        found = [story for story in found if not is_link_line(reading.quote(story.title))]
        found = [story for story in found if not (logos and reading.quote(story.title).endswith(" logo"))]
    return sorted(found, key=lambda story: (story.title.start, story.title.end))


_OF_A_CAREER = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.CONTACT})


def _names_no_work(reading: Reading, title: str) -> bool:
    """Return whether a title lists three tools or more, or is that of a section of every career: "C, CMake, Zephyr"."""
    if reading.vocabularies.sections.get(fold_title(title)) in _OF_A_CAREER:
        return True
    items = [item.strip() for item in re.split(r"[,|·]", title)]
    is_tool = reading.vocabularies.technologies.is_term
    return len(items) > 2 and is_tool(items[0]) and 3 * sum(map(is_tool, items)) >= 2 * len(items)
