"""Finds the one thing that a diary of its making tells of, day by day: "# Devlog — Hedgerow Atlas", "## Day 1", "## Day 20".

What was done on one day, decided or put off is no work of its own.
"""

from __future__ import annotations

import re

from graph.documents import Section, SectionKind
from graph.extraction.dates.dates import find_periods
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.diary_titles import name_in_diary_title, opens_diary_of_thing
from graph.extraction.titles.titles import is_role_title
from graph.extraction.works.covered import NOTHING_COVERED, Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import behind_pictures, names_paper, names_period

_DAY = re.compile(
    r"(?i)\W{0,4}(?:(?:day|week|month|sprint|entry|session|update|part|jour|semaine|mois|tag|woche|monat|eintrag|día|semana|mes|giorno|settimana|mese|dia|mês|dag|vecka|maand)\s?(?:no\.?\s?|#\s?)?\d{1,3}\b|\d{1,3}\.\s(?:tag|woche)\b)"
)
_OF_CAREER = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS)


def stories_by_diary(reading: Reading, covered: Covered = NOTHING_COVERED) -> list[Story]:
    """Return the whole document as the story of what its title names, where two headings or more below are days of a diary."""
    document = reading.document
    if covered or document.is_keyed or not reading.sections:
        return []
    title = next((s for s in reading.sections if s.heading is not None), None)
    if title is None or title.heading is None or title.heading.start > 600:
        return []
    words = reading.quote(title.heading)
    found = name_in_diary_title(words, behind_pictures(words))
    if found is None or not _may_be_made(reading, words, found[1]):
        return []
    if any(s.kind in _OF_CAREER for s in reading.sections) or sum(map(_is_day, reading.sections)) < 2:
        return []
    start = title.heading.start + found[0]
    name = document.span(start, start + len(found[1]))
    return [Story(name, document.span(title.heading.start, len(document.text.rstrip())), "heading", 0.86)]


def _is_day(section: Section) -> bool:
    """Return whether a heading is that of one entry: "Day 3: first light", "2024-05-02", "3 March — Import"."""
    if section.heading is None:
        return False
    bare = section.title.strip("*_ ")
    if _DAY.match(bare) is not None or names_period(bare):
        return True
    return any(found.start < 4 for found in find_periods(bare[:40]))


def _may_be_made(reading: Reading, title: str, name: str) -> bool:
    """Return whether the name in a title may be that of a thing: no person's, no post, no date."""
    bare = name.strip("*_` ")
    if not 1 <= len(bare.split()) <= 6 or names_period(bare) or names_paper(bare) or not bare[:1].isalnum():
        return False
    if is_role_title(bare, reading.vocabularies):
        return False
    return opens_diary_of_thing(title) or not is_personal_name(bare, reading.vocabularies)
