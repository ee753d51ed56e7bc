"""Says which headings look like those of pieces of work. Finds no stories; stories/headings.py does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.documents import Section, SectionKind
from graph.extraction.reading import Reading
from graph.extraction.titles.page_asides import names_the_present
from graph.extraction.titles.routine_work import heads_duties
from graph.extraction.titles.titles import names_work, read_achievement
from graph.extraction.works.advice import names_advice
from graph.extraction.works.dividing_titles import names_engagement, names_group
from graph.extraction.works.group_headings import (
    BOLD_LEVEL,
    divides_deeds,
    divides_titled_bullets,
    holds_links_alone,
    lists_tools_alone,
    stands_above_question,
)
from graph.extraction.works.headings_of_posts import is_below_post, is_dated, is_employment, is_post, stands_among_posts
from graph.extraction.works.listed_work import is_listed_project
from graph.extraction.works.project_titles import is_called_work, is_numbered_work, labels_name
from graph.extraction.works.shared_labels import is_told_below_labels, shares_labels, stands_above_labels
from graph.extraction.works.story import NO_WORK, STAR
from graph.extraction.works.story_limits import heads_career, names_aside, names_whereabouts
from graph.extraction.works.story_parts import labelled_parts
from graph.extraction.works.tag_lines import is_above_tags
from graph.extraction.works.taglines import is_tagline
from graph.vocabulary import fold_title

_HOW_DONE = re.compile(r"(?i)how\s+(?=(?:I|we)\s)")  # "How we cut the build time by 70%"
_LEAST_TOLD = 12
"""Characters below a line in bold; with less the line says something of the heading above it."""
_AT_LENGTH = 100
"""Characters below a heading that says itself that work is told."""


def looks_like_work(reading: Reading, section: Section, children: dict[str | None, list[Section]]) -> bool:
    """Return whether a heading opens a piece of work, by its words, what stands below it and its siblings; `children` by parent's id."""
    inner, title = children.get(section.id, []), section.title
    told = 0 if section.heading is None else len(section.span) - len(section.heading)
    if section.heading is None or _names_no_work(reading, section, inner, told):
        return False
    if any(child.kind in STAR for child in inner):
        return True
    if lists_tools_alone(reading, section) and not is_listed_project(reading, section, children):
        return False
    if section.kind is SectionKind.OTHER and is_told_below_labels(inner):
        return True
    if told >= _LEAST_TOLD and labels_name(title):
        return True
    if section.kind is SectionKind.PROJECTS and is_called_work(title):
        return told >= _AT_LENGTH
    if section.kind is not SectionKind.OTHER or names_whereabouts(title, reading.vocabularies):
        return False
    if is_post(reading, section):
        return _may_be_tool(reading, section, children)
    if told >= _AT_LENGTH and (is_called_work(title) or is_numbered_work(title)):
        return True
    if names_work(title, reading.vocabularies) or is_below_post(reading, section):
        return True
    if (opening := _HOW_DONE.match(title)) is not None:
        done = read_achievement(title[opening.end() :], reading.vocabularies)
        return done is not None and not done.soft and told >= _AT_LENGTH
    return is_listed_project(reading, section, children) or _is_told_as_work(reading, section, children)


def _names_no_work(reading: Reading, section: Section, inner: Sequence[Section], told: int) -> bool:
    """Return whether a heading is known as that of something else: a job, a part of a story, advice, a group, a tagline, duties."""
    title = section.title
    if section.level == BOLD_LEVEL and told < _LEAST_TOLD:
        return True
    if section.kind in NO_WORK or section.kind in STAR or section.kind is SectionKind.EXPERIENCE:
        return True
    if is_employment(reading, section) or heads_career(reading, section, inner):
        return True
    if names_aside(title) or names_engagement(title) or names_advice(title) or names_group(title):
        return True
    if names_the_present(title) or holds_links_alone(reading, section) or divides_deeds(reading, section):
        return True
    if stands_above_question(reading, section):
        return True
    return is_tagline(reading, section) or heads_duties(title) or divides_titled_bullets(reading, section)


def _may_be_tool(reading: Reading, section: Section, children: dict[str | None, list[Section]]) -> bool:
    """Return whether a title that ends as a post's does is a work's: "Type tester", "Password manager".

    Among listed projects only a title known as a whole is a post.
    """
    if fold_title(section.title) in reading.vocabularies.roles.whole or len(_siblings_of(section, children)) < 2:
        return False
    return is_listed_project(reading, section, children)


def _is_told_as_work(reading: Reading, section: Section, children: dict[str | None, list[Section]]) -> bool:
    """Return whether what stands below a heading, and below those beside it, is told of works: in parts, with tags, with dates."""
    if len(labelled_parts(reading, section.span)) >= 2 and not stands_above_labels(reading, section, children):
        return True
    siblings = _siblings_of(section, children)
    if shares_labels(reading, section, siblings):
        return True
    is_tagged = is_above_tags(reading, section, may_be_post=True)
    if is_tagged and sum(is_above_tags(reading, s, may_be_post=True) for s in siblings) >= 2:
        return any(is_above_tags(reading, s) for s in siblings)
    if not is_dated(reading, section) or stands_among_posts(reading, section, siblings):
        return False
    return sum(is_dated(reading, sibling) for sibling in siblings) >= 2


def _siblings_of(section: Section, children: Mapping[str | None, list[Section]]) -> Sequence[Section]:
    """Return the sections below the same heading, `section` among them."""
    return children.get(section.parent_id, [])
