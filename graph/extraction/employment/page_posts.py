"""Reads a career told on a page under the names of its houses: "Tessaro (2014-2018)" above "I was one of the first hires at Tessaro"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import parse_period
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import is_title
from graph.extraction.keyed.values import is_name_of_somebody
from graph.extraction.reading import Reading

_HEAD = re.compile(
    r"(?P<name>[A-ZÀ-ÖØ-Þ][^()\n|·]{1,40}?)\s\((?P<when>(?:19|20)\d\d\s?[–—-]\s?(?:(?:19|20)\d\d|present|now|today)?)\)"
)
_SPEAKS = re.compile(r"(?<![\w.])(?:I|I[’'](?:m|ve)|[Mm]y)\s")
_AS = re.compile(
    r"\b(?:work|worked|joined|am|was|hired|employed|role)\b[^.\n]{0,60}?\sas\s(?:an?|the|their)\s(?P<title>[A-Z][\w&/ -]{3,50}?)(?=[.,;]|\s(?:and|on|in|for|where|who|until|from)\s|$)"
)
_HERE = re.compile(
    r"(?<!\w)(?:[Hh]ere,?\sI\s|I\s(?:currently|now|presently)\s|I\s(?:worked|started|was\shired)\s(?:here|there)|[Mm]y\s(?:role|job|work|time)\s(?:here|there)\s)"
)
"""Words for working at the house above, which is not named again."""
_TOLD = 4
"""Paragraphs below a name in which the author must speak of working there."""


def holdings_above_prose(reading: Reading) -> Iterator[Holding]:
    """Yield houses with their years where two or more head what the author says of the time there."""
    if reading.document.media_type != "text/plain" or reading.document.text.count("(") < 2:
        return
    blocks = reading.document.blocks
    heads = [
        (at, match)
        for at, block in enumerate(blocks)
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and len(block.span) < 60
        and (match := _HEAD.fullmatch(reading.quote(block.span).strip())) is not None
    ]
    found = []
    for number, (at, match) in enumerate(heads):
        limit = min(heads[number + 1][0] if number + 1 < len(heads) else len(blocks), at + 1 + _TOLD)
        told = [b for b in blocks[at + 1 : limit] if b.kind is BlockKind.PARAGRAPH and len(b.span) >= 50]
        name = match["name"].strip()
        if not told or section_kind_at(reading, blocks[at].span.start) in (SectionKind.EDUCATION, SectionKind.PROJECTS):
            continue
        if not is_name_of_somebody(reading, name) or not any(_SPEAKS.search(reading.quote(b.span)) for b in told):
            continue
        works = any(_works_there(reading.quote(b.span), name) for b in told)
        start = blocks[at].span.start
        span = reading.document.span(start, start + len(name))
        post = _post(reading, told)
        found.append(
            (works, Holding(span, name, post, parse_period(match["when"]), "house above its story", 0.86, None))
        )
    if len(found) > 1 and 2 * sum(works for works, _ in found) >= len(found):
        yield from (holding for _, holding in found)


def _works_there(text: str, name: str) -> bool:
    """Return whether somebody says that they worked at a house: "employee at Tessaro", "I joined Tessaro", "Here I …"."""
    short = re.escape(name.split()[0])
    return (
        _HERE.search(text) is not None
        or re.search(rf"\b(?:at|for|with|by|joined|joining)\s(?:the\s)?{short}\b", text) is not None
    )


def _post(reading: Reading, told: list[Block]) -> Span | None:
    for block in told[:2]:
        match = _AS.search(reading.quote(block.span))
        if match is not None and is_title(match["title"], reading.vocabularies.roles):
            start = block.span.start + match.start("title")
            return reading.document.span(start, start + len(match["title"]))
    return None
