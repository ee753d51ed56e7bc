"""Cuts blocks of text into sentences. Knows nothing of what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import BlockKind, Document, Span

# A sentence ends at . ! ? (or ; between bullets' clauses it does not), closing quotes included, before white space and
# something that can begin a sentence; or at a blank line, or
# at a gap so wide that nothing is said across it.
_BREAK = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s+[\"'“‘(\[]?[A-Z0-9~$€£¥À-ÞА-ЯΑ-Ω])|\n[ \t]*\n|\s{100,}")
# What looks like an end and is none: initials, titles, common abbreviations, list numbers.
_NO_END = re.compile(
    r"(?:\b(?:[A-Z]|approx|bzw|ca|cf|dept|Dr|e\.g|etc|i\.e|Inc|Jr|Ltd|Mio|Mr|Mrd|Mrs|Ms|no|No|Nr|p\.a|Prof|resp|Sr|St|Tsd|u\.a|vs|z\.B)|^\s*\d{1,2})\.$"
)


_LONGEST = 2_000
"""Characters. Nobody writes such sentences; lists and tables on one line are cut, since looking at a figure's
surroundings takes the longer the more of them there are."""


def split_sentences(document: Document) -> list[Span]:
    """Return the sentences of all blocks but headings and code, in reading order, white space at both ends dropped.

    A heading is one sentence. No sentence crosses a block's border.
    """
    found: list[Span] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            found.append(block.span)
        elif block.kind is not BlockKind.CODE:
            found.extend(
                document.span(*ends) for ends in sentence_ends(document.text, block.span.start, block.span.end)
            )
    return found


def sentence_ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence between two offsets of `text`."""
    cuts, position = [], start
    for match in _BREAK.finditer(text, start, end):
        if match.group()[0] == "." and _NO_END.search(text[max(position, match.end() - 12) : match.end()]):
            continue
        cuts.append((position, match.end()))
        position = match.end()
    cuts.append((position, end))
    return [ends for cut in cuts for piece in _pieces(text, *cut) if (ends := _stripped(text, *piece)) is not None]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield pieces no longer than _LONGEST, cut at a space where there is one in their second half."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = space if space >= 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if right > left else None
