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
    divides_deeds,
    divides_titled_bullets,
    holds_links_alone,
    lists_tools_alone,
)
from graph.extraction.works.headings_of_posts import is_below_post, is_dated, is_employment, is_post, stands_among_posts
from graph.extraction.works.listed_work import BOLD_LEVEL, is_listed_project
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


def looks_like_work(reading: Reading, section: Section, children: dict[str | None, list[Section]]) -> bool:
    """Return whether a heading opens a piece of work, by its words, what stands below it and its siblings; `children` by parent's id."""
    if (
        section.heading is None
        or (section.level == BOLD_LEVEL and len(section.span) - len(section.heading) < _LEAST_TOLD)
        or section.kind in NO_WORK
        or section.kind in STAR
        or section.kind in (SectionKind.EXPERIENCE,)
        or is_employment(reading, section)
        or heads_career(reading, section, children.get(section.id, []))
        or names_aside(section.title)
        or names_engagement(section.title)
        or (names_advice(section.title) or names_group(section.title) or names_the_present(section.title))
        or (holds_links_alone(reading, section) or divides_deeds(reading, section))
        or (is_tagline(reading, section) or heads_duties(section.title))
        or divides_titled_bullets(reading, section)
    ):
        return False
    if any(child.kind in STAR for child in children.get(section.id, [])):
        return True
    if lists_tools_alone(reading, section) and not is_listed_project(reading, section, children):
        return False
    if section.kind is SectionKind.OTHER and is_told_below_labels(children.get(section.id, [])):
        return True
    told = len(section.span) - len(section.heading)
    if told >= _LEAST_TOLD and labels_name(section.title):
        return True
    if section.kind is SectionKind.PROJECTS and is_called_work(section.title):
        return told >= 100
    if section.kind is not SectionKind.OTHER or names_whereabouts(section.title, reading.vocabularies):
        return False
    if is_post(reading, section):
        # "Type tester", "Password manager": among listed projects only a title known as a whole is a post.
        is_known = fold_title(section.title) in reading.vocabularies.roles.whole
        return (
            not is_known and len(_siblings_of(section, children)) > 1 and is_listed_project(reading, section, children)
        )
    if told >= 100 and (is_called_work(section.title) or is_numbered_work(section.title)):
        return True
    if names_work(section.title, reading.vocabularies) or is_below_post(reading, section):
        return True
    if (opening := _HOW_DONE.match(section.title)) is not None:
        done = read_achievement(section.title[opening.end() :], reading.vocabularies)
        return done is not None and not done.soft and told >= 100
    if is_listed_project(reading, section, children):
        return True
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
