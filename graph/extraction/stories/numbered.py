"""Finds stories behind numbered labels, as plans and reviews have them: "Objective 1: Reduce falls", "O2 – Cheaper cloud", "Goal 3: …".

A label counts where figures or a result stand below it: an objective for next year tells of no work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.quantities.quantities import find_quantities, tells_change
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import NO_WORK, Story

_LABEL = (
    r"(?:(?:objective|goal|priority|initiative|achievement|accomplishment|win|workstream|focus(?:\s+area)?|pillar|ziel|objectif|objetivo|obiettivo|doel|doelstelling|mål|cel|okr|o(?=\s?\d))"
    r"\s?(?:no\.?\s?|nr\.?\s?|#)?\d{0,2}|(?:story|example|star|beispiel|exemple|ejemplo)\s(?:[a-h]|\d{1,2})(?!\w))"
)
_LABELLED = re.compile(
    rf"(?i)(?:[*_]{{1,2}})?(?P<k>{_LABEL})(?:[*_]{{1,2}})?\s?(?:[:.)–—-]|:[*_]{{1,2}})\s+(?:[*_]{{1,2}})?(?P<t>[^\W_][^*_\n]{{3,110}})"
)
_KEYED = re.compile(rf"(?i){_LABEL}")
_BEHIND = re.compile(
    r"\s*(?:\([^()\n]{1,60}\)|[–—-]\s*(?:score|grade)?\s?:?\s?(?:0?[.,]\d{1,2}|1[.,]0|\d{1,3}\s?%)(?:\s\w+)?)?\s*[.:]?\s*$"
)
_KEY_RESULT = re.compile(r"(?i)(?:[*_]{1,2})?(?:kr|key\sresult)\s?\d{0,2}\b")
_AHEAD = re.compile(
    r"(?i)\b(?:next|coming|upcoming|future|plans?|planned|ahead|nächste[ns]?|prochaine?s?|próximos?|prossimi|komende)\b"
)
"""Words of a heading below which nothing has been done yet."""
_DONE = re.compile(
    r"(?i)(?:results?|outcomes?|actual|what\sI\sdid|done|achieved|impact|evidence|ergebnis|résultats?|resultados?|risultat[oi]|resulta(?:at|ten))$"
)
_TITLE_WORDS = 18


@dataclass(frozen=True, slots=True)
class _Labelled:
    place: int
    label: str
    title: Span


def stories_by_numbered_labels(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more labels of a kind, or for one with key results below, that figures follow."""
    if reading.document.is_keyed:
        return []
    blocks = reading.document.blocks
    found = [
        labelled
        for place, block in enumerate(blocks)
        if not covered.touches(block.span) and (labelled := _labelled(reading, place, block)) is not None
    ]
    kinds = [re.split(r"[\W\d]", one.label, maxsplit=1)[0].casefold() for one in found]
    stories: list[Story] = []
    for number, (one, kind) in enumerate(zip(found, kinds, strict=True)):
        following = found[number + 1].place if number + 1 < len(found) else len(blocks)
        end = _end(reading, one, following)
        below = blocks[one.place + 1 : end]
        has_results = any(_KEY_RESULT.match(_whole(reading, block)) for block in below)
        if (kinds.count(kind) < 2 and not has_results) or not _is_done(reading, one, below):
            continue
        last = below[-1].span.end if below else blocks[one.place].span.end
        start = min(one.title.start, blocks[one.place].span.start)
        stories.append(Story(one.title, reading.document.span(start, last), "heading", 0.85))
    return stories


def _labelled(reading: Reading, place: int, block: Block) -> _Labelled | None:
    text = reading.quote(block.span)
    if block.kind is BlockKind.FIELD:
        if _KEYED.fullmatch(block.key) is None or not re.search(r"\d|\s[a-h]$", block.key):
            return None
        label, at, title = block.key, block.span.start, text
    else:
        match = _LABELLED.match(text)
        if match is None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM):
            return None
        label, at, title = match["k"], block.span.start + match.start("t"), match["t"]
    title = _BEHIND.sub("", title.split("\n")[0]).rstrip()
    section = reading.section_at(block.span.start)
    if section is not None and (section.kind in NO_WORK - {SectionKind.SUMMARY} or _AHEAD.search(section.title)):
        return None
    if not 2 <= len(title.split()) <= _TITLE_WORDS or is_about_writing(title, reading.vocabularies):
        return None
    return _Labelled(place, label, reading.document.span(at, at + len(title)))


def _whole(reading: Reading, block: Block) -> str:
    return f"{block.key}: {reading.quote(block.span)}" if block.kind is BlockKind.FIELD else reading.quote(block.span)


def _end(reading: Reading, one: _Labelled, following: int) -> int:
    """Return the place behind the last block that tells of a label: before the next label, or a heading of its level."""
    blocks = reading.document.blocks
    here = blocks[one.place]
    for place in range(one.place + 1, following):
        block = blocks[place]
        if block.kind is BlockKind.HEADING and (here.kind is not BlockKind.HEADING or block.level <= here.level):
            return place
        if here.kind is BlockKind.LIST_ITEM and block.kind is not BlockKind.LIST_ITEM:
            return place
        if here.kind is BlockKind.FIELD and block.kind is BlockKind.FIELD and _RATING.match(block.key):
            return place
    return following


_RATING = re.compile(r"(?i)(?:overall|rating|score|signed|date|manager|reviewer|comments?\sby)\b")


def _is_done(reading: Reading, one: _Labelled, below: Sequence[Block]) -> bool:
    """Return whether what stands below a label came true: a change in figures, or a field of results."""
    units = reading.vocabularies.units
    texts = [reading.quote(one.title), *(reading.quote(block.span) for block in below)]
    changed = tells_change((text[:600] for text in texts), units)
    fields = any(block.kind is BlockKind.FIELD and _DONE.search(block.key) for block in below)
    deeds = sum(len(text.split()) for text in texts[1:]) >= 12 and any(
        q.unit for text in texts[1:] for q in find_quantities(text[:600], units)
    )
    return changed or fields or deeds
