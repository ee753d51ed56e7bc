"""Finds stories of lists of work by dates: "2020–2024  ALGAE-X, Horizon 2020, coordinator", one line or more below each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.places import is_place
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.bullet_places import bullet_lists
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.model import EntityKind
from graph.section_titles import kind_of_title

_APART = re.compile(r"[*_)\]]{0,3}(?:\s{2,}|\t|\s?[:|·•,.]\s+|\s[–—-]\s+|\s(?=[\"“„«*A-ZÀ-ÖØ-Þ]))[*_\"“„«]{0,3}")
"""Between the dates and the name."""
_END = re.compile(r"[,;:|(·•]|\.\s|\s[–—-]\s|\s{2,}|[*\"”“»]|$")
_QUOTES = frozenset('"“')
"""What opens a name behind a word that says what it is of."""
_BEFORE_HALF = re.compile(r"\s[–—|·-]\s|:\s")


def is_among_projects(reading: Reading, offset: int) -> bool:
    """Return whether a place is in a section of projects, or in a paper whose first lines call it a list of them."""
    kind = section_kind_at(reading, offset)
    if kind is not SectionKind.OTHER:
        return kind is SectionKind.PROJECTS
    section = reading.section_at(offset)
    if section is not None and section.heading is not None and section.level > 1:
        return False
    titles = reading.vocabularies.sections
    return any(
        kind_of_title(half, titles) is SectionKind.PROJECTS
        for block in reading.document.blocks[:2]
        for half in _BEFORE_HALF.split(reading.quote(block.span)[:100])
    )


def stories_by_dated_lines(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each line of a list of projects that its dates open, with the lines below it; for two or more.

    Or for each bullet of which no more is told than a name with the dates behind it.
    """
    if reading.document.is_keyed:
        return []
    behind = _dated_behind(reading, covered)
    covered = Covered([*covered, *(story.extent for story in behind)]) if behind else covered
    blocks = reading.document.blocks
    titles = {
        place: title
        for place, block in enumerate(blocks)
        if not covered.touches(block.span) and (title := dated_title(reading, block)) is not None
    }
    stories = behind
    for place, title in titles.items() if len(titles) > 1 else ():
        last = place
        for below in range(place + 1, len(blocks)):
            known = blocks[below].kind is BlockKind.HEADING or covered.touches(blocks[below].span)
            if below in titles or known or (below - place > 1 and _is_new_list(blocks, below)):
                break
            last = below
        extent = reading.document.span(blocks[place].span.start, blocks[last].span.end)
        stories.append(Story(title, extent, "short-title", 0.82))
    return stories


def _dated_behind(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each bullet "Name of the work, March 2019 – Present" among projects, if most of its list are such."""
    found: list[Story] = []
    for items in bullet_lists(reading, covered):
        if len(items) < 2 or not is_among_projects(reading, items[0].span.start):
            continue
        named = [(block, name) for block in items if (name := _name_before_dates(reading, block)) is not None]
        if len(named) > 1 and 3 * len(named) >= 2 * len(items):
            found += [Story(name, block.span, "short-title", 0.8) for block, name in named]
    return found


_APART_BEHIND = re.compile(r"(?:,|\s[–—|·-]|[:;]|\s?\()\s{0,3}$")


def _name_before_dates(reading: Reading, block: Block) -> Span | None:
    """Return the words before the dates in which a bullet ends."""
    text = reading.quote(block.span).rstrip(" .)*_")
    if len(text) > 220 or "\n" in text or not text[:1].isalnum() or not text[0].isupper():
        return None
    dated = find_periods(text)
    if not dated or dated[-1].end < len(text):
        return None
    apart = _APART_BEHIND.search(text, 0, dated[-1].start)
    name = text[: apart.start()] if apart is not None else ""
    if not 2 <= len(name.split()) <= 20 or len(dated) > 1 or _SENTENCE.search(name):
        return None
    span = reading.document.span(block.span.start, block.span.start + len(name))
    if is_role_title(name.split(",")[0], reading.vocabularies) or is_about_writing(name, reading.vocabularies):
        return None
    known = (EntityKind.ROLE, EntityKind.EMPLOYER, EntityKind.INSTITUTION, EntityKind.CREDENTIAL)
    return None if any(m.kind in known and span.overlaps(m.span) for m in reading.mentions_near(span)) else span


_SENTENCE = re.compile(r"[.!?:]\s|\b(?:I|we|my|our|was|were)\b")


def _is_new_list(blocks: Sequence[Block], place: int) -> bool:
    return blocks[place].kind is BlockKind.TABLE_ROW


def dated_title(reading: Reading, block: Block) -> Span | None:
    """Return the name behind the dates with which a line among projects begins."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not is_among_projects(reading, block.span.start):
        return None
    text = reading.quote(block.span).split("\n", 1)[0][:200]
    lead = len(text) - len(text.lstrip("*_([ "))
    dated = find_periods(text[:40])
    if not dated or dated[0].start > lead:
        return None
    apart = _APART.match(text, dated[0].end)
    if apart is None:
        return None
    end = _END.search(text, apart.end())
    if end is not None and end.group() == ":" and " " not in text[apart.end() : end.start()].strip():
        end = _END.search(text, end.end())  # "Pilot: Lunch boxes and learning"
    start = apart.end()
    if end is not None and end.group() in _QUOTES and " " not in text[start : end.start()].strip():
        start, end = end.end(), _END.search(text, end.end())  # "Exhibition “Low tide” at the library"
    name = text[start : end.start() if end is not None else len(text)].rstrip(" .*_")
    vocabularies = reading.vocabularies
    if not 1 <= len(name.split()) <= 10 or not re.search(r"[^\W\d_]{3}", name) or name[0].islower():
        return None
    if is_role_title(name, vocabularies) or is_about_writing(name, vocabularies) or is_place(name):
        return None
    span = reading.document.span(block.span.start + start, block.span.start + start + len(name))
    near = (m for m in reading.mentions_near(span) if m.kind is EntityKind.ROLE and m.attributes.get("title"))
    return None if any(span.contains(m.span) for m in near) else span
