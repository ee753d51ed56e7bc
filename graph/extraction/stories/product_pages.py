"""Finds the one thing that a pasted page presents by its own name: the name, what it is, one side of it below the other.

"Portfolio project / Brackwater / A tide board and small server for … / Offline queue / … / Brackwater © 2025". The sides of a
thing are no works of their own. stories/pages.py knows pages by the titles of the parts of a case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.covered import NOTHING_COVERED, Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_aside, names_paper, names_period
from graph.model import EntityKind
from graph.page_words import CRUMB, PAGER, is_page_link
from graph.section_titles import kind_of_title

_FIRST = 24
"""Blocks within which the name stands."""
_NAMED = re.compile(r"(?P<n>[^\s–—:|][^–—:|\n]{2,40}?)(?:(?:\s[–—|-]|:)\s(?P<what>[^\n]{6,90}))?")
"""A name alone on its line, or before a dash what it is."""
_IS_THING = re.compile(
    r"(?:An?|The|My(?:\sown)?|Our)\s(?:[\w'’&/+.-]+[\s,]\s?){0,6}?(?:apps?|applications?|extensions?|plug-?ins?|add-?ons?|tools?|toolkit|librar(?:y|ies)|packages?|framework|platform|server|service|site|website|dashboard|games?|bot|"
    r"simulator|editor|engine|compiler|interpreter|scanner|planner|tracker|marketplace|portal|board|widget|CLI|API|SDK|system|network|device|robot|kit|scraper|crawler|client|browser|visuali[sz]er|generator|calculator)\b"
)
"""Says at its beginning what was made: "A browser extension and small server for …"."""
_ONE_WORK = re.compile(
    r"(?i)(?:(?:my|a|the)\s)?(?:portfolio|side|personal|student|school|university|capstone|hobby|weekend|featured|final[- ]year|thesis|open[- ]source)\sproject"
)
"""Says, alone on a line above a name, that one work is told."""
_RIGHTS = re.compile(r"(?i)(?:©|\(c\)\s|copyright\b)")
_CAREER = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.CREDENTIALS, SectionKind.PROJECTS)


def stories_by_product(reading: Reading, covered: Covered = NOTHING_COVERED) -> list[Story]:
    """Return the thing that a pasted page presents as a whole, or nothing where it tells of several, or of a career."""
    document = reading.document
    if covered or document.media_type != "text/plain" or not 300 < len(document.text) <= 20_000:
        return []
    blocks = document.blocks
    place = next((at for at in range(min(_FIRST, len(blocks) - 1)) if _presents(reading, blocks, at)), None)
    if place is None or any(map(_holds_career, reading.sections)):
        return []
    title, name = _name_at(reading, blocks[place])
    end = next((at for at in range(place + 2, len(blocks)) if _leads_away(reading, blocks[at])), len(blocks))
    foot = document.text[blocks[end - 1].span.end :].casefold()
    above = [reading.quote(block.span).strip() for block in blocks[:place]]
    marks = [any(CRUMB.match(words) or _ONE_WORK.fullmatch(words) for words in above)]
    marks.append(end < len(blocks) and _RIGHTS.search(reading.quote(blocks[end].span)) is None)
    marks.append(_RIGHTS.search(foot) is not None and _holds_rights(foot, name))
    said = document.text.casefold().count(name.casefold())
    if sum(marks) < 2 or said < 2:
        return []
    crumb = next((at for at in range(place - 1, -1, -1) if CRUMB.match(above[at])), place - 1)
    extent = document.span(blocks[crumb + 1].span.start, blocks[end - 1].span.end)
    return [Story(title, extent, "heading", 0.86)] if len(extent) >= 200 else []


def _holds_career(section: Section) -> bool:
    """Return whether a section holds jobs, studies or several works."""
    if section.heading is None or section.kind not in _CAREER or _ONE_WORK.fullmatch(section.title.strip()):
        return False
    return len(section.span) - len(section.title) >= 4


def _presents(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether a line is a name right above a sentence that says what it is: no link, person, post, house or date."""
    block, below = blocks[place], blocks[place + 1]
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(block.span) > 130 or len(below.span) < 60:
        return False
    if below.kind is not BlockKind.PARAGRAPH or _IS_THING.match(reading.quote(below.span)) is None:
        return False
    words = reading.quote(block.span).strip()
    if words.endswith((".", "!", "?", ":", ",")) or _NAMED.fullmatch(words) is None:
        return False
    title, name = _name_at(reading, block)
    vocabularies = reading.vocabularies
    if is_page_link(words) or names_period(words) or names_paper(words) or names_aside(words):
        return False
    if kind_of_title(name, vocabularies.sections) is not SectionKind.OTHER or is_about_writing(words, vocabularies):
        return False
    if is_personal_name(name, vocabularies) or is_role_title(name, vocabularies):
        return False
    known = (EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION)
    return not any(m.kind in known and m.span.overlaps(title) for m in reading.mentions_near(title))


def _name_at(reading: Reading, block: Block) -> tuple[Span, str]:
    """Return where a title's own name stands, and the name."""
    words = reading.quote(block.span)
    match = _NAMED.fullmatch(words.strip())
    name = match["n"].strip() if match is not None else words.strip()
    start = block.span.start + words.index(name)
    return reading.document.span(start, start + len(name)), name


def _holds_rights(foot: str, name: str) -> bool:
    """Return whether the name stands beside the sign of rights: "Brackwater © 2025"."""
    return any(name.casefold() in line for line in foot.split("\n") if _RIGHTS.search(line))


def _leads_away(reading: Reading, block: Block) -> bool:
    """Return whether a block leads to other pages, or says to whom the page belongs."""
    words = block.key if block.kind is BlockKind.FIELD else reading.quote(block.span)
    return len(words) < 120 and (PAGER.match(words) is not None or _RIGHTS.search(words) is not None)
