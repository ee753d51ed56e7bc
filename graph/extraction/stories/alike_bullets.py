"""Finds stories in bullets that open as others of their list do: behind titled ones, and where one after another has its year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block
from graph.extraction.dates.dates import find_periods
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title, is_work_verb
from graph.extraction.works.bullet_places import bullet_lists
from graph.extraction.works.covered import Covered
from graph.extraction.works.headings_of_posts import names_post
from graph.extraction.works.story import NO_WORK, Story
from graph.extraction.works.story_limits import names_moment
from graph.model import EntityKind

_SHAPE = re.compile(
    r"(?P<t>[A-ZÀ-ÖØ-Þ][^.:;,()|\d]{2,48}?)(?P<end>[.:]|\s[–—-])\s+(?=[A-ZÀ-ÖØ-Þ\d£€$\w])(?P<rest>\S.{14,})", re.DOTALL
)


def stories_shaped_alike(reading: Reading, stories: Sequence[Story], covered: Covered) -> list[Story]:
    """Return a story for each bullet that opens like two or more titled ones of its list: "Contract bank. 212 templates …"."""
    told = {story.extent.start: story for story in stories}
    found: list[Story] = []
    for items in bullet_lists(reading):
        dated = [
            (b, m) for b in items if (m := _DATED.match(reading.quote(b.span))) is not None and find_periods(m["d"])
        ]
        if len(dated) >= 2 and 3 * len(dated) >= 2 * len(items):
            found += _dated_alike(reading, dated, set(told), covered)
            continue
        shapes = [(block, _SHAPE.match(reading.quote(block.span))) for block in items]
        known = [
            match["end"].strip()
            for block, match in shapes
            if match is not None and block.span.start in told and told[block.span.start].rule == "titled-bullet"
        ]
        for block, match in shapes if len(known) >= 2 and 2 * len(known) >= len(items) - 1 else ():
            if (
                match is None
                or block.span.start in told
                or covered.touches(block.span)
                or match["end"].strip() not in known
            ):
                continue
            name, start = match["t"].rstrip(), block.span.start
            first = name.split()[0]
            if len(name.split()) > 6 or name.casefold() in reading.vocabularies.work.plain_labels:
                continue
            if is_role_title(name, reading.vocabularies) or is_work_verb(first, reading.vocabularies):
                continue
            title = reading.document.span(start, start + len(name))
            if not names_post(reading, title) and not names_moment(name):
                found.append(Story(title, block.span, "titled-bullet", 0.78, sentence=block.span))
    return found


_DATED = re.compile(
    r"(?:\*\*|__)?(?P<t>[A-ZÀ-ÖØ-Þ\d][^.:;()|*\n]{3,70}?)(?:\*\*|__)?\s(?P<d>\([^()\n]{4,30}\))\s?[:.–—-]\s+\S.{19,}",
    re.DOTALL,
)


def _dated_alike(
    reading: Reading, dated: Sequence[tuple[Block, re.Match[str]]], told: set[int], covered: Covered
) -> list[Story]:
    """Return a story for each bullet of a list whose bullets name something with its year: "Heat at school (2020): 210 …"."""
    found: list[Story] = []
    for block, match in dated:
        section = reading.section_at(block.span.start)
        if block.span.start in told or covered.touches(block.span) or (section is not None and section.kind in NO_WORK):
            continue
        start = block.span.start + match.start("t")
        title = reading.document.span(start, start + len(match["t"].rstrip()))
        name = match["t"]
        if names_post(reading, title) or is_role_title(name, reading.vocabularies) or names_moment(name):
            continue
        known = (EntityKind.INSTITUTION, EntityKind.CREDENTIAL, EntityKind.PERSON)
        if any(m.kind in known for m in reading.mentions_near(block.span)):
            continue
        told_of = reading.document.span(title.end, block.span.end)
        tools = any(m.kind is EntityKind.TECHNOLOGY for m in reading.mentions_near(told_of))
        if tools or any(
            q.unit for q in find_quantities(reading.quote(told_of)[len(match["d"]) + 1 :], reading.vocabularies.units)
        ):
            found.append(Story(title, block.span, "titled-bullet", 0.78, sentence=block.span))
    return found
