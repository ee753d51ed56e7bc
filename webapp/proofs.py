"""Where in a document words stand: their block, their sentence, and which of several places says most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from graph.documents import Block, Document, Span
from graph.model import Evidence
from graph.sentences import sentence_ends

_TELLING = 40
"""Characters: a shorter sentence is a label or a figure that stands alone."""


def block_at(document: Document, offset: int) -> Block | None:
    """Return the block that holds `offset`, or None between blocks."""
    place = bisect_right(document.blocks, offset, key=lambda block: block.span.start) - 1
    block = document.blocks[place] if place >= 0 else None
    return block if block is not None and offset < max(block.span.end, block.span.start + 1) else None


def sentence_around(document: Document, span: Span) -> tuple[int, int]:
    """Return start and end of the sentence (of the sentences, if several) in which `span` stands."""
    block = block_at(document, span.start)
    if block is None:
        return span.start, span.end
    ends = sentence_ends(document.text, block.span.start, max(block.span.end, span.end))
    held = [(start, end) for start, end in ends if start < span.end and span.start < end]
    if not held:
        return span.start, span.end
    return min(held[0][0], span.start), max(held[-1][1], span.end)


def best_first(documents: Mapping[str, Document], evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return evidence in its order, but places that say something in a whole sentence before mere labels."""
    return sorted(evidence, key=lambda proof: _is_label(documents, proof))


def best_of(documents: Mapping[str, Document], evidence: Sequence[Evidence]) -> Evidence:
    """Return the first of `best_first`, looking no further than it has to; a common thing has thousands of places."""
    return next((proof for proof in evidence if not _is_label(documents, proof)), evidence[0])


def _is_label(documents: Mapping[str, Document], proof: Evidence) -> bool:
    document, span = documents[proof.span.document_id], proof.span
    block = block_at(document, span.start)
    # A sentence ends with its block at the latest, and most places stand in short ones: titles, bullets, cells.
    if block is not None and max(block.span.end, span.end) - block.span.start < _TELLING:
        return True
    start, end = sentence_around(document, span)
    return end - start < _TELLING
