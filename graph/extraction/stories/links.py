"""Finds stories listed as names with a dash and a description: "[tfdrift](…) – finds Terraform drift; used at 12 companies"."""

from __future__ import annotations

import re

from graph.documents import Block, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.stories.known_names import is_known
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.bullet_places import bullet_lists
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import behind_pictures, counts_several, names_aside, names_moment, names_period
from graph.model import EntityKind

_NAMED = re.compile(
    r"(?:(?:\*\*|__)?\[(?P<l>[^\]\[\n]{2,50})\]\([^()\s]{1,300}\)(?:\*\*|__)?|(?:\*\*|__|`)(?P<b>[^*_`\[\n:]{2,50})(?:\*\*|__|`))\s{0,2}(?:\([^()\n]{2,40}\)\s{0,2})?(?:[–—:]|-\s|,(?=\san?\s))\s{0,2}(?P<rest>\S.{14,})",
    re.DOTALL,
)
_DATED = re.compile(r"\[(?P<t>[^\]\[\n]{2,120})\]\([^()\s]{1,300}\)\s{0,2}\((?P<d>[^()\n]{4,60})\)\.?")
_OWN_SOFTWARE = re.compile(
    r"(?i)(?:(?:my|own|research|scientific|open[- ]source)\s)*(?:software|packages|code)(?:\s(?:and|&)\s\w+)?"
)
"""Heads skills in most careers, and what was made in those of science."""
_WHAT_IT_IS = re.compile(
    r"(?i)(?:an?\s|the\s)?(?:[\w+#./-]+\s){0,4}?(?:package|library|tool|toolbox|toolkit|module|app|application|plugin|pipeline|framework|simulator|solver|viewer|workflow|website|database|client|server|wrapper|extension)\s(?:for|to|that|which|of|with|in)\s"
)
"""Says that a name is that of one thing made for something: "R package for tide tables"."""
_SECTIONS = (SectionKind.OTHER, SectionKind.PROJECTS)
_KNOWN = (EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION, EntityKind.CREDENTIAL)


def stories_by_links(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each item of a list whose items are names with descriptions, if half of these hold tools or figures."""
    if reading.document.is_keyed:
        return []
    stories: list[Story] = []
    for items in bullet_lists(reading, covered):
        named = [(block, title) for block in items if (title := _name_of(reading, block)) is not None]
        if len(named) < 2 or 3 * len(named) < 2 * len(items):
            dated = [(block, title) for block in items if (title := _dated_name_of(reading, block)) is not None]
            if len(dated) > 1 and 3 * len(dated) >= 2 * len(items):
                stories += [
                    Story(title, block.span, "titled-bullet", 0.78, sentence=block.span) for block, title in dated
                ]
            continue
        if 2 * sum(_is_technical(reading, block, title) for block, title in named) >= len(named):
            stories += [Story(title, block.span, "titled-bullet", 0.8, sentence=block.span) for block, title in named]
    return stories


_ALONE = re.compile(r"[*_]{0,3}\[(?P<l>[^\]\[\n]{2,60})\]\([^()\s]{1,300}\)[*_]{0,3}")
_SITES = re.compile(
    r"(?i)(?:(?:view|see|read|visit|more|all|open|back|download|here|my|live)\b.*|(?:github|gitlab|linkedin|demo|website|code|source|repo|blog|pdf|details|case study)\b.*)"
)
"""Words of links that lead on and name nothing."""


def leads_on(words: str) -> bool:
    """Return whether the words of a link say where it leads, and name nothing.

    >>> leads_on("View all"), leads_on("Viewfinder")
    (True, False)
    """
    return _SITES.fullmatch(words) is not None


def stories_by_lone_links(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each paragraph of a section of projects that is a link and nothing else, where all are, two or more: pages of note apps."""
    if reading.document.media_type != "text/markdown" or "](" not in reading.document.text:
        return []
    stories: list[Story] = []
    for section in reading.sections:
        if section.kind is not SectionKind.PROJECTS or section.heading is None:
            continue
        below = reading.blocks_from(section.heading.end, section.span.end)
        named = [_ALONE.fullmatch(reading.quote(block.span)) for block in below]
        for block, match in zip(below, named, strict=True) if len(below) > 1 and all(named) else ():
            if match is None or covered.touches(block.span) or _SITES.fullmatch(match["l"]) is not None:
                continue
            start = block.span.start + match.start("l")
            title = reading.document.span(start, start + len(match["l"]))
            stories.append(Story(title, block.span, "titled-bullet", 0.8, sentence=block.span))
    return stories


def _name_of(reading: Reading, block: Block) -> Span | None:
    text = reading.quote(block.span)
    match = _NAMED.match(text, behind_pictures(text))
    section = reading.section_at(block.span.start)
    if section is not None and names_aside(section.title):
        return None
    if match is None:
        return None
    may_be_own = section is not None and _OWN_SOFTWARE.fullmatch(section.title.strip()) is not None
    if section_kind_at(reading, block.span.start) not in _SECTIONS and not (
        may_be_own and _WHAT_IT_IS.match(match["rest"]) is not None
    ):
        return None
    group = "l" if match["l"] else "b"
    name, vocabularies = match[group].strip(" .:"), reading.vocabularies
    if not 1 <= len(name.split()) <= 7 or not re.search(r"[^\W\d_]{2}", name):
        return None
    if len(re.findall(r"(?<!\w)[a-zà-ÿ]{2,}", match["rest"])) < 3 or name.casefold() in vocabularies.work.plain_labels:
        return None
    if is_about_writing(name, vocabularies) or is_role_title(name, vocabularies) or counts_several(name):
        return None
    start = block.span.start + match.start(group) + len(match[group]) - len(match[group].lstrip())
    span = reading.document.span(start, start + len(name))
    if names_period(name) or names_moment(name) or is_known(reading, span, _KNOWN):
        return None
    # "**NumPy** – fixed two bugs" names whose project it was.
    tools = (m for m in reading.mentions_near(span) if m.kind is EntityKind.TECHNOLOGY)
    return None if any(3 * len(m.span) > 2 * len(span) for m in tools) else span


def _dated_name_of(reading: Reading, block: Block) -> Span | None:
    """Return the linked name of a work of which only the year is told, where works are listed: "[Low Tide](…) (2016)"."""
    text = reading.quote(block.span)
    match = _DATED.fullmatch(text) if text.startswith("[") else None
    if match is None or not find_periods(match["d"]):
        return None
    section = reading.section_at(block.span.start)
    while section is not None and section.kind is not SectionKind.PROJECTS:
        if section.kind is not SectionKind.OTHER:
            return None
        section = reading.parent_of(section)
    if section is None:
        return None
    return reading.document.span(block.span.start + match.start("t"), block.span.start + match.end("t"))


def _is_technical(reading: Reading, block: Block, title: Span) -> bool:
    rest = reading.document.span(title.end, block.span.end)
    if any(m.kind is EntityKind.TECHNOLOGY and rest.contains(m.span) for m in reading.mentions_near(rest)):
        return True
    return any(q.unit for q in find_quantities(reading.quote(rest), reading.vocabularies.units))
