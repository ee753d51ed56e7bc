"""Tells lines below a person's name that say what they are, "A passionate front-end developer from Porto", and where. Finds no stories."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Section, Span
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title, read_achievement
from graph.model import EntityKind

_ON_ONESELF = re.compile(
    r"(?i)\s(?:who|from|based|with|in|at|and|passionate|turned|turning|building|making|working|crafting|speciali[sz]ing|focus(?:ed|ing|sing))\s"
)
"""What goes on behind the post."""
_REACHED = re.compile(
    r"(?i)\A\W*(?:e-?mail|mail|phone|tel(?:efon|éfono|éphone)?|mobile|courriel|correo)\b|\w@[\w-]{1,60}+\.\w"
)
"""A line of a letter's head: by which address somebody is reached."""


def is_tagline(reading: Reading, section: Section) -> bool:
    """Return whether a heading stands below the name of a person and says who that is.

    It begins with a post right below the name, or is one of the lines between name and address: "Rail & Ports, Strategy Practice".
    """
    blocks = reading.document.blocks[:4]
    at = next((place for place, block in enumerate(blocks) if block.span == section.heading), 0)
    if not at or len(section.title) > 120:
        return False
    if section.heading is not None and stands_in_letterhead(reading, section.heading):
        return True
    if not _names_person(reading, blocks[at - 1]) or read_achievement(section.title, reading.vocabularies) is not None:
        return False  # "Rewrote the guide for new engineers" is no post.
    post = _ON_ONESELF.split(section.title, maxsplit=1)[0]
    return is_role_title(post.strip(" ,|·•-–—"), reading.vocabularies)


def stands_in_letterhead(reading: Reading, line: Span) -> bool:
    """Return whether a line stands between the name of a person and the line by which they are reached, at a document's top."""
    blocks = reading.document.blocks[:6]
    at = next((place for place, block in enumerate(blocks) if block.span.contains(line)), 0)
    if not at or blocks[at].kind is BlockKind.LIST_ITEM or len(blocks[at].span) > 120:
        return False
    if at + 1 >= len(blocks) or _REACHED.search(reading.quote(blocks[at + 1].span)[:80]) is None:
        return False
    return any(_names_person(reading, block) for block in blocks[:at])


def _names_person(reading: Reading, block: Block) -> bool:
    near = reading.mentions_near(block.span)
    return any(m.kind is EntityKind.PERSON and block.span.overlaps(m.span) for m in near)
