"""Tells pages that tell one piece of work under its own name: "Chime Desk — an AI phone host". Finds no stories; stories/headings.py does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Section, SectionKind
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.named_things import names_thing
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.story import STAR
from graph.extraction.works.story_limits import names_paper

_NAMED = re.compile(r"\A\W{0,4}(?P<n>[^–—:|()]{3,40}?)\s?(?:[—–:|]|\s-)\s\W{0,3}(?P<rest>[^\W\d_].{9,110})")
"""A name and what it is: "Vellum: offline notes for field teams"."""
_PART = re.compile(
    r"(?i)\A\W*+(?:\d{1,2}[.)]\s)?(?:(?:the\s)?(?:\w+\s){0,3}(?:trade-?offs?|limits|limitations|problems?|challenges?|architecture|lessons|learnings|decisions|constraints|stack|testing|measurements?)"
    r"(?:\s(?:and|&|i|we|that|of|in)\s.{2,50})?|(?:how|why|what)\s.{2,60}\s(?:works?|worked|does|did|runs?|built|build|learn(?:ed|t)|changed|next|exists?|matters))\W*"
)
"""Titles of parts of a write-up: "Tradeoffs and current limits", "How Chime Desk works"."""
_FEWEST = 3
"""Times that a write-up calls its thing by name, once in its title."""


def heads_write_up(reading: Reading, section: Section, inner: Sequence[Section]) -> bool:
    """Return whether a page's only title names a thing, says what it is, and the sections below are parts of what is told of it.

    The text calls the thing by its name again and again; none of the sections is one of a career, of works, or of the first person.
    """
    match = _NAMED.fullmatch(section.title.strip())
    if match is None or len(inner) < 2 or any(s.kind not in (*STAR, SectionKind.OTHER) for s in inner):
        return False
    if sum(_PART.fullmatch(s.title) is not None or s.kind in STAR for s in inner) < 2:
        return False
    name, vocabularies = match["n"].strip("*_ "), reading.vocabularies
    if not 1 <= len(name.split()) <= 5 or names_paper(section.title) or is_about_writing(section.title, vocabularies):
        return False
    may_be_person = is_personal_name(name, vocabularies) or is_role_title(match["rest"], vocabularies)
    if is_role_title(name, vocabularies) or (
        may_be_person and not names_thing(reading.document.text, name, vocabularies)
    ):
        return False
    return reading.document.text.count(name) >= _FEWEST
