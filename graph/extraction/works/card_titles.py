"""Says which short lines may name a piece of work: no post, employer, person, sentence or section. Reads no facts."""

from __future__ import annotations

import re
from collections import Counter

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.words import is_title
from graph.extraction.keyed.values import lists_technologies
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title
from graph.extraction.works.story_limits import names_aside
from graph.section_titles import kind_of_title
from graph.vocabulary import Vocabularies

LONGEST_TITLE = 12
"""Words."""
APART = re.compile(r"[ \t]{0,9}(?:[·•|\n]|\t)[ \t]{0,9}|[ \t]{1,9}[—–-][ \t]{1,9}|[ \t]{0,9};[ \t]{1,9}")


_NUMBERED = re.compile(
    r"[*_#\s]{0,9}(?:(?:[Cc]ase|[Pp]roject|[Ss]tory|[Nn][o°º]\.?)?[ \t]{0,9}(?:\d{1,2}[ \t]{0,9}[/.)|:–—-]|0\d(?=[ \t]{1,9}[A-ZÀ-ÖØ-Þ]))[ \t]{0,9})?[*_\s]{0,9}"
)
NUMBERED_ONLY = re.compile(
    r"\W*(?:projects?|projekt|projet|proyecto|progetto|cases?|stor(?:y|ies)|mandate?|engagement|assignment|auftrag|mission)?\W*(?:no|nr|n)?\W*\d{0,3}\W*(?:(?:of|von|de|di|van)?\W*\d{1,3})?\W*",
    re.IGNORECASE,
)
"""A line that numbers and does not name: "--- PROJECT 1 of 4 ---"."""


_YEARS_BEHIND = re.compile(
    r"(?<=[^\W\d_]{2})\s(?:(?:19|20)\d\d|\((?:19|20)\d\d(?:(?:,\s?|\s?[-–/]\s?)(?:19|20)?\d\d){0,5}\))$"
)


def without_years(title: str) -> str:
    """Return a title without the years behind it.

    >>> without_years("Harbour Light Festival (2019, 2021)"), without_years("2019 – 2021")
    ('Harbour Light Festival', '2019 – 2021')
    """
    return _YEARS_BEHIND.sub("", title)


def may_be_title(reading: Reading, block: Block, *, may_end_as_post: bool = False) -> Span | None:
    """Return the words of a short line that may name a piece of work: no post, employer, person, sentence or section.

    It `may_end_as_post` where a post stands below it: "Referral Scheme Pilot".
    """
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return None
    text = reading.quote(block.span)
    if len(text) > 120 or "\n" in text.strip() or text.startswith(("![", "[![")):
        return None
    lead = _NUMBERED.match(text)
    start = lead.end() if lead is not None else 0
    bare = text[start:].strip(" \t*_")
    if (
        not 1 <= len(bare.split()) <= LONGEST_TITLE
        or bare.endswith((".", ":", ";", ",", "!"))
        or not re.search(r"[^\W\d_]{2}", bare)
    ):
        return None
    # What stands again and again leads somewhere: "Read the story".
    if _stands_again(reading, text) or re.search(r"[→»›↗]$", bare):
        return None
    if (
        re.match(r"[^\w(\[\"“«]{0,6}\d", bare)
        or (bare[:1].islower() and block.kind is not BlockKind.HEADING)
        or NUMBERED_ONLY.fullmatch(text)
        or find_periods(without_years(bare))
        or APART.search(bare) is not None
    ):
        return None
    section = reading.section_at(block.span.start)
    if (
        block.kind is BlockKind.HEADING
        and section is not None
        and section.heading == block.span
        and section.kind.value != "other"
    ):
        return None
    vocabularies = reading.vocabularies
    if names_aside(bare):
        return None
    if kind_of_title(bare, vocabularies.sections) is not SectionKind.OTHER:
        return None
    is_bare = (
        len(bare.split()) > 2 and not re.search(r"[,()]", bare) and bare.casefold() not in vocabularies.roles.whole
    )
    may_end_as_post = may_end_as_post and is_bare
    if not may_end_as_post and _names_post(bare, vocabularies):
        return None
    if "," in bare and lists_technologies(reading, [bare]):
        return None
    if is_personal_name(bare, vocabularies) and block is _first(reading):
        return None
    offset = text.index(bare, start)
    return block.span.part(offset, offset + len(bare))


def _names_post(bare: str, vocabularies: Vocabularies) -> bool:
    parts = [bare, *(part.strip() for part in bare.split(","))]
    return is_role_title(bare, vocabularies) or any(is_title(part, vocabularies.roles) for part in parts)


def _stands_again(reading: Reading, text: str) -> bool:
    if "short blocks" not in reading.memo:
        short = (reading.quote(block.span).strip() for block in reading.document.blocks if len(block.span) <= 120)
        reading.memo["short blocks"] = Counter(short)
    counted: Counter[str] = reading.memo["short blocks"]
    return counted[text.strip()] > 1


def _first(reading: Reading) -> Block | None:
    return next(iter(reading.document.blocks), None)
