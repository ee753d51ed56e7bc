"""Finds stories told in a list right below their short title, which is in bold or alone on its line."""

from __future__ import annotations

import re

from graph.documents import BlockKind
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import names_work
from graph.extraction.works.covered import Covered
from graph.extraction.works.headings_of_posts import states_post
from graph.extraction.works.story import Story

_BOLD = re.compile(r"(?:\*\*|__)(?P<t>[^*_]{4,80})(?:\*\*|__)")


_INTRODUCES = re.compile(
    r"(?i)\A(?:here(?:[’']s|\sis|\sare)|below|these|this\s(?:is|includes)|the\sfollowing|following|some\sof|through\s(?:these|this|all)|voici|voilà|hier|im\sfolgenden|folgende|estos|estas|aquí|a\scontinuación|ecco|alcuni|hieronder|"
    r"(?:build|create|make|design|develop|provide|ensure|implement)\s(?:a|an|the)\s.*\s(?:that|using|with|to|which|for|by))\b.*:\s*$"
)
"""A line that leads to a list and names nothing: "Voici quelques projets :", "Build a system that:"."""


def stories_by_lists(reading: Reading, covered: Covered) -> list[Story]:
    """Return stories whose short title, bold or alone on its line, stands right above a list that tells them."""
    blocks = reading.document.blocks
    stories: list[Story] = []
    for place, block in enumerate(blocks[:-1]):
        if (
            block.kind is not BlockKind.PARAGRAPH
            or blocks[place + 1].kind is not BlockKind.LIST_ITEM
            or covered.touches(block.span)
        ):
            continue
        text = reading.quote(block.span)
        bold = _BOLD.match(text)
        title = bold["t"].strip() if bold else re.split(r"(?:(?<!\s)\s++)?[(|•·]|\s[—–-]\s", text)[0].strip()
        if (
            len(text.split()) > 16
            or text.rstrip().endswith(".")
            or states_post(reading, block)
            or not names_work(title, reading.vocabularies)
            or (not bold and _INTRODUCES.match(text) is not None)
        ):
            continue
        last = place + 1
        while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.LIST_ITEM:
            last += 1
        start = block.span.start + (bold.start("t") if bold else text.index(title))
        stories.append(
            Story(
                reading.document.span(start, start + len(title)),
                reading.document.span(block.span.start, blocks[last].span.end),
                "heading",
                0.85,
            )
        )
    return stories
