"""Tells headings that only divide what is listed below them: bullets with titles of their own, deeds, links, tools. Finds no stories.

What their titles are like stands in dividing_titles.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.documents import Block, BlockKind, Section, SectionKind
from graph.extraction.keyed.values import lists_technologies
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import read_achievement
from graph.extraction.works.bullet_titles import bold_title
from graph.extraction.works.dividing_titles import names_fields
from graph.extraction.works.part_labels import label_of, part_or_letter
from graph.extraction.works.story_limits import names_criterion
from graph.extraction.works.story_parts import labelled_parts
from graph.extraction.works.told_below import bullets_below, tells_parts_below

BOLD_LEVEL = 6
"""The level of a line in bold alone, which may be a heading."""
_NAMES_FIELDS = re.compile(r"\s(?:&|and|und|et|y|e|en)\s|,\s|\s?/\s?")
"""In headings that name two fields of work: "Platform & Data Quality"."""


_QUESTION = re.compile(
    r"(?:(?:example|sample|typical|common|possible|likely|interview|star)\s)?questions?|beispielfragen?|fragen?|preguntas?|domande?"
)


def stands_above_question(reading: Reading, section: Section) -> bool:
    """Return whether the first line below a heading labels the question that the stories below answer: "Example question: …".

    Such a heading names what is asked for, unless parts of a story stand right below it.
    """
    heading = section.heading
    if heading is None:
        return False
    below = reading.blocks_from(heading.end, section.span.end)
    first = next(iter(below), None)
    if first is None or first.kind is not BlockKind.FIELD or _QUESTION.fullmatch(first.key) is None:
        return False
    inner = next((block for block in below if block.kind is BlockKind.HEADING), None)
    own = reading.document.span(heading.end, section.span.end if inner is None else inner.span.start)
    return not labelled_parts(reading, own)


def divides_titled_bullets(reading: Reading, section: Section) -> bool:
    """Return whether nothing but bullets with titles in bold stand below a heading, and below another beside it.

    Each of the bullets tells a work of its own, and the headings sort them. Not where the bullets are parts of one story.
    """
    return section.id in _dividing(reading)


def holds_divided_bullets(reading: Reading, section: Section) -> bool:
    """Return whether such headings stand further down below a heading, which is then no single work."""
    dividing = _dividing(reading)
    return bool(dividing) and any(
        other.id in dividing for other in reading.sections_in(section.span) if other != section
    )


def _dividing(reading: Reading) -> frozenset[str]:
    if "dividing headings" not in reading.memo:
        groups: dict[str | None, list[Section]] = {}
        for section in reading.sections:
            if _holds_titled_bullets(reading, section):
                groups.setdefault(section.parent_id, []).append(section)
        reading.memo["dividing headings"] = frozenset(
            section.id for alike in groups.values() if _sort_works(reading, alike) for section in alike
        ) | _dividing_alone(reading, [section for alike in groups.values() for section in alike])
    found: frozenset[str] = reading.memo["dividing headings"]
    return found


def _dividing_alone(reading: Reading, holding: Sequence[Section]) -> frozenset[str]:
    """Return those of such headings that divide wherever they stand: fields of work, what comes again, above bullets told in parts.

    Not where works are listed: there "Onboarding" is one.
    """
    titles = Counter(section.title.casefold() for section in reading.sections)
    return frozenset(
        section.id
        for section in holding
        if not _stands_in_list(reading, section)
        and (
            names_fields(_WEIGHT.sub("", section.title))
            or titles[section.title.casefold()] > 1
            or _are_told_in_parts(reading, section)
        )
    )


_WEIGHT = re.compile(r"(?i)\s?\((?:weight|gewicht\w*|peso|poids)?:?\s?\d{1,3}\s?%\)$")
"""What a field counts, behind its name: "Delivery (weight: 40%)"."""


def _stands_in_list(reading: Reading, section: Section) -> bool:
    parent = reading.parent_of(section)
    return section.kind is SectionKind.PROJECTS or (parent is not None and parent.kind is SectionKind.PROJECTS)


def _are_told_in_parts(reading: Reading, section: Section) -> bool:
    """Return whether half of the bullets below a heading, two or more, tell a story's parts in deeper ones."""
    items = [b for b in reading.blocks_in(section.span) if b.kind is BlockKind.LIST_ITEM and b.level == 0]
    told = sum(tells_parts_below(reading, item) for item in items)
    return told > 1 and 2 * told >= len(items)


def _sort_works(reading: Reading, alike: Sequence[Section]) -> bool:
    """Return whether headings beside one another name fields: one of them two, half of them where works are listed."""
    fields = sum(_NAMES_FIELDS.search(section.title) is not None for section in alike)
    parent = reading.parent_of(alike[0])
    is_list = parent is not None and parent.kind is SectionKind.PROJECTS
    return len(alike) > 1 and (2 * fields >= len(alike) if is_list else fields > 0)


def _holds_titled_bullets(reading: Reading, section: Section) -> bool:
    below = [block for block in reading.blocks_in(section.span) if block.span != section.heading]
    while below and below[0].kind is not BlockKind.LIST_ITEM and _leads_to_list(reading, below[0]):
        del below[0]
    items = [block for block in below if block.kind is BlockKind.LIST_ITEM and block.level == below[0].level]
    if section.heading is None or not items or any(block.kind is not BlockKind.LIST_ITEM for block in below):
        return False
    return 3 * sum(_has_title(reading, reading.quote(item.span), item) for item in items) >= 2 * len(items)


def _leads_to_list(reading: Reading, block: Block) -> bool:
    """Return whether a line above a list is a field or a label for it: "**Expectation:** …", "**Evidence:**"."""
    return block.kind is BlockKind.FIELD or (block.kind is BlockKind.HEADING and block.level == BOLD_LEVEL)


_BOLD_ALONE = re.compile(r"(?:\*\*|__)[^*_\n]{4,80}(?:\*\*|__)(?:\s\([^()\n]{4,40}\))?:?\s?")


def _has_title(reading: Reading, text: str, item: Block) -> bool:
    label = label_of(text, item.kind)
    is_part = label is not None and part_or_letter(label[0]) is not None
    if is_part or text[:2] not in ("**", "__"):
        return False
    if _BOLD_ALONE.fullmatch(text) is not None:
        return bool(bullets_below(reading, item))
    return bold_title(reading, item, text) is not None


_BRAG = re.compile(
    r"(?i)\b(?:highlights|achievements|accomplishments|wins|successes|erfolge|réussites|réalisations|logros|successi|successen|conquistas)\b"
)
"""In the heading above that of a field of work: "Conquistas e destaques"."""


def divides_deeds(reading: Reading, section: Section) -> bool:
    """Return whether a heading names fields of work and each bullet below it tells a deed: they are the works, it divides them.

    So does one that names what somebody is measured by, where no parts of one story stand below it.
    """
    if names_criterion(section.title):
        return len(labelled_parts(reading, section.span)) < 2
    if section.heading is None or not names_fields(section.title):
        return False
    parent = reading.parent_of(section)
    below = [block for block in reading.blocks_in(section.span) if block.span != section.heading]
    if not below or any(block.kind is not BlockKind.LIST_ITEM for block in below):
        return False
    if parent is not None and parent.kind is SectionKind.PROJECTS:
        return False  # Where works are listed, "Onboarding" is one.
    if parent is not None and _BRAG.search(parent.title) is not None:
        return True
    deeds = sum(_is_deed(reading, reading.quote(block.span)) for block in below)
    # Beside "Projects" it is where the rest stands.
    beside = any(s.kind is SectionKind.PROJECTS and s.parent_id == section.parent_id for s in reading.sections)
    return len(below) > 1 and deeds >= (1 if beside else 2) and 2 * deeds >= len(below)


def _is_deed(reading: Reading, text: str) -> bool:
    found = read_achievement(text, reading.vocabularies)
    return (found is not None and found.verb_start == 0) or re.match(r"[A-Z][a-z]{2,20}ed\s", text) is not None


_LINKED = re.compile(r"[*_]{0,2}\[[^\]\[\n]{2,120}\]\([^()\s]{1,300}\)[*_]{0,2}\s{0,2}(?:\(|[–—:-]\s)")
"""A link with something told behind it: "[Low Tide](…) (2016)"."""


def holds_links_alone(reading: Reading, section: Section) -> bool:
    """Return whether nothing but links stand below a heading, each with its year or a description: it divides works then."""
    below = [block for block in reading.blocks_in(section.span) if block.span != section.heading]
    while below and below[-1].kind is BlockKind.PARAGRAPH:
        below.pop()  # A remark behind the list.
    if len(below) < 2 or any(block.kind is not BlockKind.LIST_ITEM for block in below):
        return False
    return all(_LINKED.match(reading.quote(block.span)) is not None for block in below)


_LABEL = re.compile(r"[^\W\d_][^:,\n]{1,30}:\s")
_SHORT = 4
"""Words of a line in which somebody names a tool or two."""
_LISTING = (BlockKind.LIST_ITEM, BlockKind.FIELD, BlockKind.PARAGRAPH)


def lists_tools_alone(reading: Reading, section: Section) -> bool:
    """Return whether nothing but technologies is listed below a heading, behind labels or not: it divides skills.

    One line alone names two or more; of three one may hold names that no list knows.
    """
    below = [
        b for b in reading.blocks_in(section.span) if b.kind is not BlockKind.HEADING and b.span != section.heading
    ]
    below = [block for block in below if any(map(str.isalpha, reading.quote(block.span)))]  # Rules of dots aside.
    if not below or any(block.kind not in _LISTING for block in below):
        return False
    lines = [_LABEL.sub("", reading.quote(block.span), count=1) for block in below]
    if len(lines) == 1 and "," not in lines[0]:
        return False
    lists = sum(lists_technologies(reading, [line]) for line in lines)
    others_short = all(len(line.split()) <= _SHORT for line in lines) and 3 * lists >= 2 * len(lines)
    return lists == len(lines) or others_short
