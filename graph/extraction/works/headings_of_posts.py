"""Tells headings and names of posts and employments, and of what was done at one, from those of stories. Finds none itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, Section, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title, names_work, opens_with_deed
from graph.extraction.works.story_limits import names_period
from graph.extraction.works.story_posts import divides_post, has_case_parts
from graph.model import EntityKind


def is_dated(reading: Reading, section: Section) -> bool:
    """Return whether a heading names something with its year ("Kustlijn Ferries, 2021") and text stands below it."""
    heading = section.heading
    if heading is None or section.kind is not SectionKind.OTHER or len(section.span) - len(heading) < 40:
        return False
    if names_period(section.title):
        return False
    near = reading.mentions_near(heading)
    titled = any(m.kind is EntityKind.ROLE and heading.contains(m.span) and m.attributes.get("title") for m in near)
    return not titled and len(section.title.split()) <= 12 and bool(find_periods(section.title))


def is_below_post(reading: Reading, section: Section) -> bool:
    """Return whether a heading stands below that of an employment: what a post is divided into is its pieces of work."""
    parent = reading.parent_of(section)
    if parent is None or parent.heading is None or not is_employment(reading, parent) or is_post(reading, section):
        return False
    if divides_post(section.title):
        return False
    body = [b for b in reading.blocks_in(section.span) if b.span != section.heading]
    # Such characters are words without spaces between them; "FjordTrack" can only be a name.
    fewest = 1 if section.title[:1] > "\u3000" or _INNER_CAPITAL.search(section.title) else 2
    return fewest <= len(re.split(r"[\s_-]+", section.title)) <= 14 and sum(len(b.span) for b in body) >= 20


_INNER_CAPITAL = re.compile(r"[a-zà-ÿ][A-ZÀ-ÖØ-Þ]")


def is_post(reading: Reading, section: Section) -> bool:
    """Return whether a heading is the title of a post: "Since May 2020: head of finance"."""
    if section.heading is None:
        return False
    if opens_with_deed(section.title, reading.vocabularies) and len(section.title.split()) > 3:
        return False
    dated = find_periods(section.title[:60])
    begin = dated[0].end if dated and dated[0].start < 4 else 0
    return is_role_title(section.title[begin:].lstrip(" :,|–—-"), reading.vocabularies)


_BRACKETED_TAIL = re.compile(r"(?<=\S)\s?\([^()\n]{3,60}\)\s*$")
"""What a company is, behind its name: "Acme S.r.l. (a Fairwell Automation company)"."""


def is_employment(reading: Reading, section: Section) -> bool:
    """Return whether a section's heading or the line below it names an employer or a post held there."""
    if section.heading is None:
        return False
    heading = section.heading
    title = _BRACKETED_TAIL.sub("", reading.quote(heading))
    near = reading.mentions_near(heading)
    if names_work(title, reading.vocabularies) and not any(
        (m.kind is EntityKind.ROLE and heading.contains(m.span) and m.attributes.get("title"))
        or (m.kind is EntityKind.EMPLOYER and m.span.start == heading.start and m.rule.endswith("company and dates"))
        for m in near
    ):
        return False  # "Churn model at Mercado Vivo" is work with an employer's name in it.
    return any(
        m.kind in (EntityKind.EMPLOYER, EntityKind.ROLE)
        and heading.contains(m.span)
        and m.rule not in ("story-role", "prose", "field", "front-matter", "at-employer", "client of a project")
        for m in near
    ) and not has_case_parts(reading, section)


def opens_employment(reading: Reading, block: Block) -> bool:
    """Return whether a short line names an employer, as the heads of employments do."""
    if len(block.span) > 120:
        return False
    passing = ("prose", "at-employer", "client of a project")
    return any(
        m.kind is EntityKind.EMPLOYER and m.rule not in passing and block.span.contains(m.span)
        for m in reading.mentions_near(block.span)
    )


def stands_among_posts(reading: Reading, section: Section, siblings: Sequence[Section]) -> bool:
    """Return whether a heading that says how long something lasted stands beside two of posts or more: a leave, a post not known."""
    period = next(iter(find_periods(section.title)), None)
    if period is None or not period.lasts:
        return False
    return sum(other is not section and is_employment(reading, other) for other in siblings) >= 2


def names_post(reading: Reading, title: Span) -> bool:
    """Return whether an employment's title or employer stands in words that would name a piece of work."""
    kinds = (EntityKind.ROLE, EntityKind.EMPLOYER)
    stated = [m for m in reading.mentions_near(title) if m.kind in kinds and m.rule != "prose"]
    if any(m.kind is EntityKind.ROLE and m.period is not None and m.span.start == title.start for m in stated):
        return True  # "**Research Assistant, Tarn Lab, University of Fenwick**, 2017 – 2019."
    return 2 * sum(len(m.span) for m in stated) > len(title)


def states_post(reading: Reading, block: Block) -> bool:
    """Return whether a block names an employer, a post or a school, otherwise than in a sentence."""
    kinds = (EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION)
    near = reading.mentions_near(block.span)
    return any(m.kind in kinds and block.span.contains(m.span) and m.rule != "prose" for m in near)
