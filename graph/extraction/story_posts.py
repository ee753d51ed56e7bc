"""Tells what a post is divided into from what a story is: "Context", "What I'm responsible for", "Why I left"."""

from __future__ import annotations

import re

from graph.documents import Section, SectionKind
from graph.extraction.reading import Reading
from graph.extraction.story import STAR
from graph.model import EntityKind

_OF_POST = re.compile(
    r"(?i)(?:what|things|lessons|why|how)\s(?:i|we|this|it)\b(?:[’'](?:m|ve|re))?(?:\s(?:was|am|have|are|were))?\s(?:responsible|learn|left|leave|join|matter)"
)
"""Opens a heading that divides what is told of a post: "What I'm responsible for", "Why I left"."""


def divides_post(title: str) -> bool:
    """Return whether a heading divides what is told of a post, so that it names no work.

    >>> divides_post("Things I've learned"), divides_post("How we moved the ledger")
    (True, False)
    """
    return _OF_POST.match(title) is not None


def has_case_parts(reading: Reading, section: Section) -> bool:
    """Return whether sections below a heading are a story's; "Context" and "What I built" without a result divide a dated post."""
    kinds = {child.kind for child in reading.sections_in(section.span) if child.parent_id == section.id}
    if SectionKind.RESULT in kinds or not kinds & set(STAR) or section.heading is None:
        return bool(kinds & set(STAR))
    near, heading = reading.mentions_near(section.heading), section.heading
    posts = (m for m in near if m.kind is EntityKind.ROLE and m.rule != "story-role" and heading.contains(m.span))
    return not any(m.period is not None and m.attributes.get("title") for m in posts)
