"""Cuts out the sentence around words that prove something, and running text with the things that it names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.documents import Block, BlockKind, Document, Span
from graph.model import EntityKind, Evidence
from webapp.corpus import Corpus, Mark, Place, Ref
from webapp.markdown_marks import without_marks
from webapp.proofs import sentence_around

MAX_QUOTE = 420
"""Characters; a longer sentence is cut at words around what counts."""
_LEAST_CERTAIN = 0.75

# Where two marks cover the same words, the more telling one is linked.
_RANK = {kind: place for place, kind in enumerate((
    EntityKind.OUTCOME, EntityKind.TECHNOLOGY, EntityKind.EMPLOYER, EntityKind.PERSON, EntityKind.ROLE,
    EntityKind.PRACTICE, EntityKind.INSTITUTION, EntityKind.CREDENTIAL, EntityKind.PROJECT, EntityKind.DOCUMENT,
))}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words as pages show them, the part that counts marked, and where they stand."""

    pieces: tuple[tuple[str, bool], ...]
    """(words, counts?), in order."""
    place: Place
    rule: str
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of running text: plain, or naming one thing."""

    text: str
    start: int
    ref: Ref | None = None
    last: bool = True
    """Whether the mark ends here; one that holds another comes in several pieces."""
    anchor: str | None = None
    """`c120-184` on the first piece of a mark."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of running text."""

    kind: str
    """heading, paragraph, list_item, table_row, code or field."""
    key: str
    """A field's key, else empty."""
    pieces: tuple[Piece, ...]


def quote(corpus: Corpus, evidence: Evidence, confidence: float = 1.0) -> Quote:
    """Return the sentence that holds the evidence, with its words marked."""
    span = evidence.span
    document = corpus.kg.documents[span.document_id]
    start, end = sentence_around(document, span)
    pieces = [
        (_cut_left(document.text[start : span.start], MAX_QUOTE // 2), False),
        (_cut_right(document.text[span.start : span.end], MAX_QUOTE), True),
        (_cut_right(document.text[span.end : end], MAX_QUOTE // 2), False),
    ]
    shown = [(without_marks(document, words), counts) for words, counts in pieces]
    kept = tuple((words, counts) for words, counts in shown if words)
    return Quote(kept, corpus.place(span), evidence.rule, confidence < _LEAST_CERTAIN)


def _cut_left(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    kept = words[-most:]
    return f"… {kept[kept.find(' ') + 1 :]}"


def _cut_right(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    kept = words[:most]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept else kept} …"


def cut_pieces(
    corpus: Corpus, document: Document, start: int, end: int, kinds: Collection[EntityKind] | None = None
) -> list[Piece]:
    """Return the text from `start` to `end` in pieces that name one thing at most.

    Where marks overlap, each character belongs to the shortest; the longer one goes on behind it. `kinds` keeps only
    marks of these kinds.
    """
    marks = [m for m in marks_within(corpus, document.id, start, end) if kinds is None or m.kind in kinds]
    owners = _owners(marks, start, end)
    pieces = []
    for place, (left, right, mark) in enumerate(owners):
        words = document.text[left:right]
        if mark is None:
            pieces.append(Piece(words, left))
            continue
        later = any(other is mark for _, _, other in owners[place + 1 :])
        anchor = f"c{mark.span.start}-{mark.span.end}" if left == mark.span.start else None
        ref = corpus.ref(corpus.kg.entity(mark.entity_id))
        pieces.append(Piece(words, left, ref, not later and right == mark.span.end, anchor))
    return pieces


def marks_within(corpus: Corpus, document_id: str, start: int, end: int) -> list[Mark]:
    """Return the marks that share a character with a stretch of a document."""
    return [m for m in corpus.marks.get(document_id, ()) if m.span.start < end and start < m.span.end]


def _owners(marks: Iterable[Mark], start: int, end: int) -> list[tuple[int, int, Mark | None]]:
    ranked = sorted(marks, key=lambda m: (len(m.span), _RANK[m.kind], m.span, m.entity_id))
    cuts = sorted({start, end, *(min(max(edge, start), end) for m in ranked for edge in (m.span.start, m.span.end))})
    found: list[tuple[int, int, Mark | None]] = []
    for left, right in pairwise(cuts):
        owner = next((m for m in ranked if m.span.start <= left and right <= m.span.end), None)
        if found and found[-1][2] is owner:
            found[-1] = (found[-1][0], right, owner)
        else:
            found.append((left, right, owner))
    return found


def paragraphs(corpus: Corpus, spans: Iterable[Span], most: int | None = None) -> list[Paragraph]:
    """Return the blocks that lie within some spans as running text, at most about `most` characters, whole blocks.

    Headings at the very start are left out: the page has said what it is about.
    """
    found: list[Paragraph] = []
    used = 0
    for span in spans:
        document = corpus.kg.documents[span.document_id]
        for start, end, block in _blocks_within(document, span):
            if most is not None and found and used + end - start > most:
                return found
            if block is not None and block.kind is BlockKind.HEADING and not found:
                continue
            kind, key = ("paragraph", "") if block is None else (block.kind.value, block.key)
            if key.endswith("]"):  # a member of a YAML list reads like a bullet
                kind = BlockKind.LIST_ITEM.value
            pieces = cut_pieces(corpus, document, start, end)
            if kind != BlockKind.CODE.value:
                pieces = [replace(piece, text=without_marks(document, piece.text)) for piece in pieces]
            found.append(Paragraph(kind, key, tuple(piece for piece in pieces if piece.text)))
            used += end - start
    return found


def _blocks_within(document: Document, span: Span) -> list[tuple[int, int, Block | None]]:
    inside: list[tuple[int, int, Block | None]] = [
        (max(block.span.start, span.start), min(block.span.end, span.end), block)
        for block in document.blocks
        if block.span.overlaps(span)
    ]
    return inside or [(span.start, span.end, None)]
