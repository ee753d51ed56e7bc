"""Cuts what counts out of a passage for the results page: sentences with matched words, then others if there is room.

The whole passage stays one click away, and whole in the JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.documents import Block, BlockKind, Document, Span
from graph.sentences import sentence_ends
from webapp.markdown_marks import without_marks

MAX_EXCERPT = 460
"""Characters: about five lines."""
_MOST_SENTENCES, _SHORT = 8, 60

Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Some sentences of one block."""

    lead: str
    """A field's name, else empty."""
    pieces: Pieces
    """(words, matched?), in order."""

    @property
    def size(self) -> int:
        """How many characters there are."""
        return len(self.lead) + sum(len(words) for words, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Bit:
    """A line of the excerpt: a part, or several short ones that stand one below the other in the document."""

    parts: tuple[Part, ...]
    is_item: bool
    """Whether it stands in a list."""
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
        cut = _cut(span, pieces, sentence.start, sentence.end)
        shown = [(without_marks(document, words), matched) for words, matched in cut]
        words = tuple((words, matched) for words, matched in shown if words)
        gap = place != previous + 1
        is_item = sentence.block is not None and sentence.block.kind is BlockKind.LIST_ITEM
        part = Part(_lead(sentence.block), words)
        if bits and not gap and sentences[previous].block is sentence.block:
            bits[-1] = _joined(bits[-1], " ", part)
        elif bits and not gap and not is_item and not bits[-1].is_item and _is_short(bits[-1], part):
            last = bits[-1].parts[-1]
            same = part.lead and part.lead == last.lead
            bits[-1] = _joined(bits[-1], ", ", part) if same else replace(bits[-1], parts=(*bits[-1].parts, part))
        else:
            bits.append(Bit((part,), is_item, gap))
        previous = place
    return tuple(bits), bool(sentences) and previous != len(sentences) - 1


def _joined(bit: Bit, between: str, part: Part) -> Bit:
    last = bit.parts[-1]
    return replace(bit, parts=(*bit.parts[:-1], Part(last.lead, (*last.pieces, (between, False), *part.pieces))))


def _is_short(bit: Bit, part: Part) -> bool:
    """Return whether both are so short that a line of their own would be a waste: cards, fields, table rows."""
    return part.size <= _SHORT and all(other.size <= _SHORT for other in bit.parts)


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
            is_full = len(chosen) >= _MOST_SENTENCES or (chosen and used + length > MAX_EXCERPT)
            if sentence.matched is not wanted or is_full:
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
