"""Finds for whom the work was done that headings tell in parts: in its title, in bullets of facts below it, in its first sentences.

"# Fraud alerts at Quince & Lode" or "- **Company:** Quince & Lode" above "## Context"; what a pasted page says, page_clients.py reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from graph.documents import BlockKind, Section, SectionKind, Span
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.employment.page_clients import WORD, client_in_facts, client_in_words
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_companylike
from graph.extraction.keyed.values import is_name_of_somebody
from graph.extraction.reading import Reading
from graph.extraction.stories.pages import stories_by_page
from graph.extraction.works.card_facts import facts_in
from graph.extraction.works.story import NO_WORK, STAR
from graph.extraction.works.story_parts import labelled_parts
from graph.occurrences import occurrences

_AT_END = re.compile(
    rf"\s(?P<lead>at|@|bei|chez|for|für|pour|para|per|voor)\s(?:the\s)?(?P<name>{WORD}(?:\s(?:of\s|and\s|the\s|&\s|de\s)?{WORD}){{0,3}})\s*$"
)
"""At the end of a title: "Fraud alerts at Quince & Lode"."""
_NOBODY = frozenset(
    "scale work home night sea school college university large speed risk rest edge peak sunrise sunset christmas runtime once last first lunch dawn noon heart height "
    "all any every everyone everything beginners fun production christmas".split()
)
"""What else stands behind "at": "Caching at Scale"."""
_OVERVIEW = re.compile(
    r"(?i)(?:(?:project |case |quick |key )?(?:overview|summary|details|facts|info(?:rmation)?|at a glance)|at a glance|about(?: the project)?|überblick|eckdaten|fiche|resumen)\W*"
)
"""Titles above the facts of a piece of work."""
_THING = re.compile(
    r"[^.\n]{0,30}?\s(?:is|was)\s(?:an?|the|one of)\s[^.,;\n]{0,80}?\b(?:apps?|application|tool|dashboard|platform|library|framework|solution|system|project|game|web ?site|plugin|package|bot|"
    r"dataset|model|pipeline|scheduler|database|language|engine|extension|pattern|method|algorithm|protocol)s?\b"
)
"""Behind a name that a thing bears: "Orrery is an open-source library"."""


def clients_of_cases(reading: Reading) -> Iterator[Holding]:
    """Yield the client or employer of each piece of work that headings tell in parts, if the document lists no employments."""
    sections = reading.sections
    if reading.document.is_keyed or any(section.kind is SectionKind.EXPERIENCE for section in sections):
        return
    told: dict[str | None, set[SectionKind]] = {}
    for section in sections:
        if section.kind in STAR and section.heading is not None:
            told.setdefault(section.parent_id, set()).add(section.kind)
    if stories_by_page(reading):
        return
    for section in sections:
        if section.heading is None or section.kind in STAR or section.kind in NO_WORK:
            continue
        kinds = told.get(section.id, set())
        span = _in_title(reading, section, bool(kinds)) or (_told(reading, section, kinds) if kinds else None)
        if span is not None:
            yield Holding(span, " ".join(reading.quote(span).split()), None, None, "client of a project", 0.8, None)


_GOES_ON = re.compile(r"\s[A-ZÀ-ÖØ-Þ]")


def _in_title(reading: Reading, section: Section, in_parts: bool) -> Span | None:
    """Return the name behind "at" that ends a title; behind "for" only one that looks like a company's."""
    heading = section.heading
    words = "" if heading is None else reading.quote(heading).rstrip("*_ ")
    match = _AT_END.search(words) if " at " in words or " @ " in words or " for " in words or in_parts else None
    if match is None or heading is None:
        return None
    name, is_at = match["name"], match["lead"] in ("at", "@", "bei", "chez")
    if name.split()[0].casefold() in _NOBODY or not is_name_of_somebody(reading, name) or is_place(name):
        return None
    if reading.vocabularies.technologies.find(name) or not (is_companylike(name) or is_at):
        return None
    below = reading.document.text[heading.end :]
    if any(_GOES_ON.match(below, place + len(name)) is not None for place in occurrences(below, name)):
        return None  # Short for a longer name: "Tarn" of "Tarn Regional Hospital".
    if not in_parts and len(labelled_parts(reading, section.span)) < 2:
        return None
    start = heading.start + match.start("name")
    return reading.document.span(start, start + len(name))


def _told(reading: Reading, section: Section, kinds: set[SectionKind]) -> Span | None:
    """Return the name that bullets of facts, labels or the first sentences state."""
    below = section.span.start if section.heading is None else section.heading.end
    for block in islice(reading.blocks_from(below, section.span.end), 14):
        if block.kind is BlockKind.HEADING:
            if _OVERVIEW.fullmatch(reading.quote(block.span)) is None:
                break
        elif block.kind is BlockKind.LIST_ITEM and ":" in reading.quote(block.span)[:30]:
            for fact in facts_in(reading, block) or ():
                if fact.kind == "client":
                    return fact.span
    if len(kinds) < 2:
        return None
    if (stated := client_in_facts(reading, section.span)) is not None:
        return stated
    named = client_in_words(reading, section.span)
    if named is None or reading.quote(named) in section.title:
        return None
    behind = reading.document.text[named.end : named.end + 120]
    return None if _THING.match(behind) else named
