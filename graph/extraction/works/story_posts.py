"""Tells what a post is divided into from what a story is: "Context", "What I'm responsible for", "Why I left"."""

from __future__ import annotations

import re

from graph.documents import Section, SectionKind, Span
from graph.extraction.heads.places import is_place
from graph.extraction.reading import Reading
from graph.extraction.titles.routine_work import heads_duties
from graph.extraction.works.story import STAR
from graph.model import EntityKind

ABOVE_WORK = "employer above work"
"""Rule of employers that headings name without a post or dates, or with a post below."""
_OF_POST = re.compile(
    r"(?i)(?:what|things|lessons|why|how)\s(?:i|we|this|it)\b(?:[’'](?:m|ve|re))?(?:\s(?:was|am|have|are|were))?\s(?:responsible|learn|left|leave|join|matter)"
)
"""Opens a heading that divides what is told of a post: "What I'm responsible for", "Why I left"."""


def divides_post(title: str) -> bool:
    """Return whether a heading divides what is told of a post, or says where and when it was held, so that it names no work.

    >>> divides_post("Things I've learned"), divides_post("How we moved the ledger"), divides_post("Lyon, France / Jan 2021 - Oct 2021"), divides_post("Leeds, UK")
    (True, False, True, True)
    """
    return _OF_POST.match(title) is not None or _is_town_and_dates(title) or is_place(title.strip("*_ "))


_TOWN_BEFORE = re.compile(r"(?P<towns>[^\d/|·•]{3,60}?)\s{0,3}[/|·•]\s{0,3}(?=[^/|]{0,40}(?:19|20)\d\d)")


def _is_town_and_dates(title: str) -> bool:
    found = _TOWN_BEFORE.match(title.strip("*_ "))
    return found is not None and all(is_place(part) for part in found["towns"].split(";"))


def has_case_parts(reading: Reading, section: Section) -> bool:
    """Return whether sections below a heading are a story's; "Context" and "What I built" without a result divide a dated post.

    "Responsibilities" alone below an employer's name are a post's, too; and with "Achievements" below a dated post.
    """
    inner = [child for child in reading.sections_in(section.span) if child.parent_id == section.id]
    kinds = {child.kind for child in inner}
    if section.heading is None or not kinds & set(STAR):
        return bool(kinds & set(STAR))
    parts = [child for child in inner if child.kind in STAR]
    others = [child for child in parts if child.kind is not SectionKind.RESULT]
    is_of_duties = bool(others) and all(heads_duties(child.title) for child in others)
    if SectionKind.RESULT in kinds:
        return not (is_of_duties and _is_dated_post(reading, section, section.heading, parts[0].span.start))
    near, heading = reading.mentions_near(section.heading), section.heading
    if is_of_duties and any(
        m.kind is EntityKind.EMPLOYER and m.rule == ABOVE_WORK and m.span.overlaps(heading) for m in near
    ):
        return False
    return not _is_dated_post(reading, section, heading, heading.end)


def _is_dated_post(reading: Reading, section: Section, heading: Span, end: int) -> bool:
    """Return whether a post with its dates is stated in a heading, or below it before `end`."""
    head = reading.document.span(section.span.start, max(end, heading.end))
    posts = (m for m in reading.mentions_near(head) if m.kind is EntityKind.ROLE and m.rule != "story-role")
    return any(m.period is not None and m.attributes.get("title") and head.contains(m.span) for m in posts)
