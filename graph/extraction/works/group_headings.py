"""Tells headings that only divide what is listed below them in bullets with titles of their own: "Platform & Data Quality". Finds no stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, Section, SectionKind
from graph.extraction.reading import Reading
from graph.extraction.works.bullet_titles import bold_title
from graph.extraction.works.part_labels import label_of, part_or_letter

_NAMES_FIELDS = re.compile(r"\s(?:&|and|und|et|y|e|en)\s|,\s|\s?/\s?")
"""In headings that name two fields of work: "Platform & Data Quality"."""


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
        )
    found: frozenset[str] = reading.memo["dividing headings"]
    return found


def _sort_works(reading: Reading, alike: Sequence[Section]) -> bool:
    """Return whether headings beside one another name fields: one of them two, half of them where works are listed."""
    fields = sum(_NAMES_FIELDS.search(section.title) is not None for section in alike)
    parent = reading.parent_of(alike[0])
    is_list = parent is not None and parent.kind is SectionKind.PROJECTS
    return len(alike) > 1 and (2 * fields >= len(alike) if is_list else fields > 0)


def _holds_titled_bullets(reading: Reading, section: Section) -> bool:
    below = [block for block in reading.blocks_in(section.span) if block.span != section.heading]
    items = [block for block in below if block.kind is BlockKind.LIST_ITEM and block.level == below[0].level]
    if section.heading is None or not items or any(block.kind is not BlockKind.LIST_ITEM for block in below):
        return False
    return 3 * sum(_has_title(reading, reading.quote(item.span), item) for item in items) >= 2 * len(items)


def _has_title(reading: Reading, text: str, item: Block) -> bool:
    label = label_of(text, item.kind)
    is_part = label is not None and part_or_letter(label[0]) is not None
    return not is_part and text[:2] in ("**", "__") and bold_title(reading, item, text) is not None
