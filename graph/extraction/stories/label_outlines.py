"""Finds works told in deeper bullets below a label, within what a heading names: "- Late refunds:" below "### Ledger core".

In lists of what somebody did in a year a heading is a product, at which several works were done. Elsewhere such labels part one story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title, read_achievement
from graph.extraction.works.bullet_titles import is_plain_label
from graph.extraction.works.dividing_titles import names_fields
from graph.extraction.works.part_labels import part_or_letter
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import counts_several, names_aside, names_moment, names_period

_OF_A_YEAR = re.compile(
    r"(?i)\b(?:brag|hype\sdoc|self[- ]?(?:review|assessment|evaluation|appraisal)|year\sin\sreview|annual\sreview|(?:achievements?|accomplishments?)\s(?:log|doc(?:ument)?|list))\b"
)
_LABEL = re.compile(r"(?:\*\*|__)?(?P<t>[A-ZÀ-ÖØ-Þ][^:*_\n.;!?]{5,70}?)(?:\*\*|__)?:(?:\*\*|__)?\s*$")


def stories_below_labels(reading: Reading, told: Sequence[Story]) -> list[Story]:
    """Return the works that labels name above two deeper bullets or more, of which one tells a figure or a change, within stories of headings."""
    document = reading.document
    first = " ".join(reading.quote(block.span)[:120] for block in document.blocks[:2])
    if document.is_keyed or _OF_A_YEAR.search(f"{document.title} {first}") is None:
        return []
    found: list[Story] = []
    for story in told:
        blocks = reading.blocks_in(story.extent) if story.rule == "heading" else []
        for place, block in enumerate(blocks):
            below = _below(blocks, place)
            match = _LABEL.fullmatch(reading.quote(block.span)) if len(below) > 1 else None
            if match is None or not _names_work(reading, match["t"]) or not _tells(reading, below):
                continue
            start = block.span.start + match.start("t")
            title = document.span(start, start + len(match["t"]))
            found.append(Story(title, document.span(block.span.start, below[-1].span.end), "titled-bullet", 0.8))
    return found


def _below(blocks: Sequence[Block], place: int) -> list[Block]:
    """Return the deeper bullets right below one of the first level."""
    block = blocks[place]
    below: list[Block] = []
    if block.kind is not BlockKind.LIST_ITEM or block.level > 0:
        return below
    for following in blocks[place + 1 :]:
        if following.kind is not BlockKind.LIST_ITEM or following.level <= block.level:
            break
        below.append(following)
    return below


def _names_work(reading: Reading, label: str) -> bool:
    """Return whether a label may name a work: no part of a story, no field, post, date, count or deed."""
    if not 2 <= len(label.split()) <= 8 or is_plain_label(reading, label) or part_or_letter(label) is not None:
        return False
    if names_fields(label) or names_aside(label) or names_moment(label) or names_period(label) or counts_several(label):
        return False
    return not is_role_title(label, reading.vocabularies) and read_achievement(label, reading.vocabularies) is None


def _tells(reading: Reading, below: Sequence[Block]) -> bool:
    """Return whether bullets tell of a deed, and a figure of what came of it."""
    texts = [reading.quote(block.span) for block in below]
    figures = any(
        q.unit or q.before is not None for text in texts for q in find_quantities(text, reading.vocabularies.units)
    )
    return figures and sum(len(text.split()) for text in texts) >= 12
