"""Finds posts in the text below the headings that name their employers: "What I did at Acme (2019–22)" above "I joined as a clerk".

Gives titles to employments that head lines state without one; reads no employment that has neither dates nor a post.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.documents import Block, BlockKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.employment.clause_posts import NAME, names_company
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.employment.prose_clauses import clauses_of
from graph.extraction.heads.section_kinds import NO_POSTS, section_kind_at
from graph.extraction.heads.words import is_title
from graph.extraction.reading import Reading

RULE = "post told below an employer"
_AT_NAME = re.compile(
    rf"(?:\s|^)(?:[Aa]t|[Ww]ith|for|[Bb]ei(?:\s(?:der|dem|den))?|[Bb]eim|[Cc]hez|en|à|[Bb]ij|[Pp]resso|na|no|på|hos)\s(?:the\s|la\s|le\s|de\s|het\s)?\[?{NAME}"
)
_MINE = re.compile(
    r"(?i)\A[\W\d]*(?:(?:what|how|where|why|things) (?:i|we)\b|(?:my|our) \w+|(?:the )?years?\b|was ich|meine?\b|ce que|mon\b|mes\b|lo que|mi\b|mis\b|quello che|il mio|o que|o meu|wat ik|mijn|vad jag|hva jeg|hvad jeg|min\b|mitt\b|currently|now)"
)
"""Begins a heading that tells of the author's time somewhere, not of one piece of work."""
_FIRST_WORDS = re.compile(
    r"\A\W*(?P<post>[A-ZÀ-Þ][^\W\d_][^,.;:(\n]{1,70}?)(?=[,.;:(]|\s(?:for|of the|in the|on the|on|with|in)\s|$)"
)
_EMPLOYED_AS = re.compile(
    r"\A\W*(?:(?:[Ww]ork(?:ed|ing)|[Ee]mployed|[Ee]ngaged|[Hh]ired|[Ss]erved|[Aa]nstellung|[Aa]ngestellt|[Tt]ätig(?:keit)?|[Ee]insatz|[Bb]eschäftigt) (?:as|als)|[Ee]n tant qu[e’'] ?|"
    r"[Ee]mployée? comme|[Tt]rabaj\w+ (?:como|de)|[Tt]rabalh\w+ como|[Cc]ontratad[oa] como|[Aa]ssunt[oa] come|[Ww]erkzaam als)\s(?:an? |einer? )?"
    r"(?P<post>[A-ZÀ-Þ][^,.;:(\n]{1,70}?)(?=[,.;:(]|\s(?:for|mit|in|im|bei|at|with|en|con|com|para)\s|$)"
)
"""Begins the first bullet below an employer that tells the post: "Anstellung als Webentwickler"."""
_SENTENCES = 3
"""A post is told at the beginning, or as one thing among others."""


def holdings_told_below(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments of headings such as "My years at Acme (2019–22)", with the post that the text below tells."""
    for place, block in enumerate(reading.document.blocks):
        if block.kind is not BlockKind.HEADING or section_kind_at(reading, block.span.start) in NO_POSTS:
            continue
        text = reading.quote(block.span)
        found = [one for one in find_periods(text, block.span.start) if one.lasts]
        at = _AT_NAME.search(text) if len(found) == 1 else None
        if at is None or found[0].start < block.span.start + at.end("name"):
            continue
        name = at["name"].rstrip(" .,'’-&")
        before = text[: at.start()].strip(" *_#")
        if not names_company(name, reading, author) or is_title(before, reading.vocabularies.roles):
            continue
        post = _post_below(reading, place, author)
        if post is None and _MINE.match(before) is None:
            continue
        start = block.span.start + at.start("name")
        span = Span(block.span.document_id, start, start + len(name))
        yield Holding(span, " ".join(name.split()), post, found[0].range, RULE, 0.85, None)


def with_posts_below(reading: Reading, holdings: Iterable[Holding], author: str | None) -> Iterator[Holding]:
    """Yield `holdings`; those with dates but no title have the post that the text right below tells, where it does."""
    blocks = reading.document.blocks
    for holding in holdings:
        if holding.title is None and holding.period is not None:
            place = bisect_right(blocks, holding.employer.start, key=lambda block: block.span.start) - 1
            if place >= 0 and blocks[place].span.contains(holding.employer) and _is_short(reading, blocks[place]):
                holding = replace(holding, title=_post_below(reading, place, author))
        yield holding


def _is_short(reading: Reading, block: Block) -> bool:
    return block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and len(reading.quote(block.span)) <= 100


def _post_below(reading: Reading, place: int, author: str | None) -> Span | None:
    """Return the first post of the author's that the block behind the one at `place` tells, without another employer."""
    below = reading.document.blocks[place + 1 : place + 3]
    if len(below) == 2 and _is_dates(reading, below[0]):
        below = below[1:]
    block = below[0] if below else None
    if block is None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return None
    for number, sentence in enumerate(reading.sentences_from(block.span)):
        if number == _SENTENCES:
            break
        first = None
        if number == 0:
            text = reading.quote(sentence)
            first = _EMPLOYED_AS.match(text) if block.kind is BlockKind.LIST_ITEM else None
            first = first or _FIRST_WORDS.match(text)
        if first is not None and is_title(first["post"], reading.vocabularies.roles):
            start = sentence.start + first.start("post")
            return Span(sentence.document_id, start, start + len(first["post"]))
        for clause in clauses_of(reading, sentence, author):
            if clause.is_before or clause.employer is not None:
                return None
            if clause.title is not None and _is_mine(reading, sentence, clause.title):
                return clause.title
    return None


def _is_dates(reading: Reading, block: Block) -> bool:
    """Return whether a short paragraph holds nothing but a period: "April 2020 – May 2023"."""
    text = reading.quote(block.span)
    if block.kind is not BlockKind.PARAGRAPH or len(text) > 50:
        return False
    found = find_periods(text)
    return len(found) == 1 and not re.search(r"\w", text[: found[0].start] + text[found[0].end :])


_SPOKEN = re.compile(
    r"(?<!\w)(?:I|I[’'](?:m|ve)|my|we|our|[Aa]s|[Aa]ls|[Cc]omme|[Cc]omo|[Cc]ome|[Ss]om|ich|je|j[’']\w+|yo|ik|jag|jeg)(?!\w)"
)


def _is_mine(reading: Reading, sentence: Span, title: Span) -> bool:
    """Return whether the author speaks in the words before a title: "As a clerk", "I was the clerk"."""
    return _SPOKEN.search(reading.document.text[sentence.start : title.start]) is not None
