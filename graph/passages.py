"""Cuts a document into passages to be found: stories, sections, bullets; at most MAX_CHARACTERS each, ending with sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from graph.documents import BlockKind, Document, Span
from graph.extraction.reading import innermost_sections
from graph.extraction.span_index import SpanIndex
from graph.model import KnowledgeGraph, Telling
from graph.section_titles import load_section_titles
from graph.sections import find_sections
from graph.sentences import sentence_ends

MAX_CHARACTERS = 1_200
"""A passage is what one reads in a list of hits: more is a page, not an answer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that can be a hit."""

    span: Span
    kind: str
    """story, section or bullet."""
    title: str
    headings: tuple[str, ...]
    """The headings above it, outermost first."""
    project_id: str | None
    """The project whose work it tells."""


def cut_passages(kg: KnowledgeGraph, document: Document) -> list[Passage]:
    """Return the passages of a document in order: each story whole or in pieces, and what lies between stories by section.

    No passage is blank, none exceeds MAX_CHARACTERS, none overlaps another.
    """
    sections = find_sections(document, load_section_titles())
    tellings = _innermost([t for list_ in kg.tellings.values() for t in list_ if t.span.document_id == document.id])
    borders, holding = innermost_sections(sections)
    by_id = {s.id: s for s in sections}
    passages: list[Passage] = []
    for blocks, telling in _runs(document, tellings):
        first = blocks[0]
        place = bisect_right(borders, first.start) - 1
        section = holding[place] if place >= 0 else None
        trail: list[str] = []
        above = section
        while above is not None:
            if above.title:
                trail.insert(0, above.title)
            above = by_id.get(above.parent_id) if above.parent_id else None
        project = None if telling is None else kg.entity(telling.project_id)
        for span in _pieces(document, blocks):
            kind = "section" if telling is None else "bullet" if len(blocks) == 1 else "story"
            title = project.name if project is not None else (trail[-1] if trail else document.title)
            passages.append(
                Passage(span, kind, title or document.id, tuple(trail), None if project is None else project.id)
            )
    return passages


def _innermost(tellings: Iterable[Telling]) -> list[Telling]:
    """Return tellings by size, smallest first, so that a story inside a story keeps its words."""
    return sorted(tellings, key=lambda t: (len(t.span), t.span.start, t.project_id))


def _runs(document: Document, tellings: list[Telling]) -> list[tuple[list[Span], Telling | None]]:
    """Return blocks that belong together: to one telling, or to one section outside any."""
    runs: list[tuple[list[Span], Telling | None]] = []
    previous_heading = False
    # Answers keep the order of the tellings: the innermost first.
    told = SpanIndex((telling.span, telling) for telling in tellings)
    for block in document.blocks:
        if not document.text[block.span.start : block.span.end].strip():
            continue
        telling = next((t for t in told.overlapping(block.span) if t.span.contains(block.span)), None)
        heading = block.kind is BlockKind.HEADING
        same = bool(runs) and runs[-1][1] is telling
        # Outside stories a heading opens a passage, unless the line above it is a heading too.
        if same and not (telling is None and heading and not previous_heading):
            runs[-1][0].append(block.span)
        else:
            runs.append(([block.span], telling))
        previous_heading = heading
    return runs


def _pieces(document: Document, blocks: list[Span]) -> list[Span]:
    """Return consecutive blocks as few spans of at most MAX_CHARACTERS, cut between blocks, else between sentences."""
    pieces: list[Span] = []
    for block in blocks:
        for start, end in _fitting(document, block):
            if pieces and end - pieces[-1].start <= MAX_CHARACTERS:
                pieces[-1] = document.span(pieces[-1].start, end)
            else:
                pieces.append(document.span(start, end))
    return [span for span in pieces if document.quote(span).strip()]


def _fitting(document: Document, block: Span) -> list[tuple[int, int]]:
    if len(block) <= MAX_CHARACTERS:
        return [(block.start, block.end)]
    found: list[tuple[int, int]] = []
    for start, end in sentence_ends(document.text, block.start, block.end):
        while end - start > MAX_CHARACTERS:
            cut = document.text.rfind(" ", start, start + MAX_CHARACTERS)
            cut = cut if cut > start else start + MAX_CHARACTERS
            found.append((start, cut))
            start = cut
        found.append((start, end))
    return found
