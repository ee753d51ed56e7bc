"""Cuts what counts out of a passage for the results page: sentences with matched words first, the rest where room is left.

The whole passage stays one click away, and whole in the JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.documents import Block, BlockKind, Document, Span
from graph.sentences import sentence_ends

MAX_EXCERPT = 460
"""Characters: about five lines."""
_MOST_BITS = 7

Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Bit:
    """Some sentences of one block."""

    lead: str
    """A field's name, else empty."""
    is_item: bool
    """Whether it stands in a list."""
    pieces: Pieces
    """(words, matched?), in order."""
    gap_before: bool
    """Whether words of the passage are left out before it."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    block: Block | None
    matched: bool


def excerpt(document: Document, span: Span, pieces: Pieces, title: str) -> tuple[tuple[Bit, ...], bool]:
    """Return the telling parts of a passage, and whether words are left out after the last.

    `pieces` is the text of `span`, cut into (words, matched?). The heading that only repeats `title` is left out.
    """
    sentences = _sentences(document, span, _matched_spans(span, pieces), title)
    chosen = _chosen(sentences)
    bits: list[Bit] = []
    previous = -1
    for place in chosen:
        sentence = sentences[place]
        words = _cut(span, pieces, sentence.start, sentence.end)
        gap = place != previous + 1
        if bits and not gap and sentences[previous].block is sentence.block:
            last = bits[-1]
            bits[-1] = Bit(last.lead, last.is_item, (*last.pieces, (" ", False), *words), last.gap_before)
        else:
            is_item = sentence.block is not None and sentence.block.kind is BlockKind.LIST_ITEM
            bits.append(Bit(_lead(sentence.block), is_item, words, gap))
        previous = place
    return tuple(bits), bool(sentences) and previous != len(sentences) - 1


def _matched_spans(span: Span, pieces: Pieces) -> list[tuple[int, int]]:
    found, position = [], span.start
    for words, matched in pieces:
        if matched:
            found.append((position, position + len(words)))
        position += len(words)
    return found


def _sentences(document: Document, span: Span, matched: list[tuple[int, int]], title: str) -> list[_Sentence]:
    found: list[_Sentence] = []
    for block in document.blocks:
        if not block.span.overlaps(span):
            continue
        start, end = max(block.span.start, span.start), min(block.span.end, span.end)
        words = document.text[start:end]
        if not re.search(r"\w", words) or (not found and words.strip().casefold() == title.casefold()):
            continue
        for left, right in sentence_ends(document.text, start, end):
            found.append(_Sentence(left, right, block, any(a < right and left < b for a, b in matched)))
    if found:
        return found
    return [_Sentence(span.start, span.end, None, bool(matched))]


def _chosen(sentences: list[_Sentence]) -> list[int]:
    """Return places of sentences: the matched ones in order, then those from the top, while there is room."""
    chosen: set[int] = set()
    used = 0
    for wanted in (True, False):
        for place, sentence in enumerate(sentences):
            length = sentence.end - sentence.start
            if sentence.matched is not wanted or (chosen and used + length > MAX_EXCERPT) or len(chosen) >= _MOST_BITS:
                continue
            chosen.add(place)
            used += length
    return sorted(chosen)


def _cut(span: Span, pieces: Pieces, start: int, end: int) -> Pieces:
    found, position = [], span.start
    for words, matched in pieces:
        left, right = max(position, start), min(position + len(words), end)
        if left < right:
            found.append((words[left - position : right - position], matched))
        position += len(words)
    return tuple(found)


def _lead(block: Block | None) -> str:
    """Return a field's own name: `outcomes[0].label` → "label"."""
    if block is None or block.kind is not BlockKind.FIELD:
        return ""
    return re.sub(r"\[\d+\]$", "", block.key).rpartition(".")[2].replace("_", " ")
