"""Tells the line below a person's name that says what they are: "A passionate front-end developer from Porto". Finds no stories."""

from __future__ import annotations

import re

from graph.documents import Section
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title
from graph.model import EntityKind

_ON_ONESELF = re.compile(
    r"(?i)\s(?:who|from|based|with|in|at|and|passionate|turned|turning|building|making|working|crafting|speciali[sz]ing|focus(?:ed|ing|sing))\s"
)
"""What goes on behind the post."""


def is_tagline(reading: Reading, section: Section) -> bool:
    """Return whether a heading stands right below one that names a person, and begins with a post: it says who that is."""
    blocks = reading.document.blocks[:4]
    at = next((place for place, block in enumerate(blocks) if block.span == section.heading), 0)
    if not at or len(section.title) > 120:
        return False
    above = blocks[at - 1].span
    if not any(m.kind is EntityKind.PERSON and above.overlaps(m.span) for m in reading.mentions_near(above)):
        return False
    post = _ON_ONESELF.split(section.title, maxsplit=1)[0]
    return is_role_title(post.strip(" ,|·•-–—"), reading.vocabularies)
