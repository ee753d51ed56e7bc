"""Finds words that look like technologies and are in no vocabulary: by their company in a list, or by their spelling."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.documents import Block, Document, Span
from graph.finding import Finding, Paste, finding_at, paste_hidden_words, quoted
from graph.model import EntityKind, KnowledgeGraph

if TYPE_CHECKING:  # the pipeline brings every reader's library along
    from graph.report import BuildReport

_PARTED = re.compile(r"[,;|•·\n]|\s/\s|\s&\s|\band\b")
_NAME = re.compile(r"(?<![\w.+#-])(?:[A-Z][\w.+#-]*+(?: [A-Z0-9][\w.+#-]*+){0,2}|[a-z]++[A-Z0-9][\w.+#-]*+)")
_SPELT = re.compile(
    r"(?<![\w@/.:#-])(?:"
    r"[A-Z][a-z]+(?:[A-Z][a-z]+)*(?:DB|MQ|SQL|QL|CI|API|SDK|OS|KV|FS)"  # InHouseDB
    r"|[A-Z][a-z]{2,}(?:[A-Z][a-z]+)+"  # WidgetForge
    r"|[A-Za-z][a-z]+\.(?:js|io|NET)"  # Weaver.js
    r")(?![\w@/-]|\.\w)"
)
_NO_TOOL = re.compile(r"(?:Mc|Mac|De|Di|Le|La|Van|Fitz|O)[A-Z]|(?<!.).{0,40}(?:Inc|Ltd|GmbH|LLC)$")
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec monday tuesday wednesday thursday friday saturday sunday present remote english german french spanish".split()
)
_LEAST_KNOWN = 2
"""A list is one of technologies where so many of its items are, wholly."""


def unknown_terms(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield each such word once, at its first place, with the line that adds it to the vocabulary."""
    hidden = defaultdict(list)
    for document_id, words in report.hidden:
        hidden[document_id].append(words)
    named = _named_spans(kg)
    places: dict[str, list[Span]] = defaultdict(list)
    for document_id in sorted(kg.documents):
        document = kg.documents[document_id]
        for span in sorted(_in_document(document, named.get(document_id, []))):
            if not any(document.quote(span) in words for words in hidden[document_id]):
                places[document.quote(span).casefold()].append(span)
    for spans in places.values():
        first = spans[0]
        word = kg.documents[first.document_id].quote(first)
        also = f", here and in {len(spans) - 1} more place{'s' if len(spans) > 2 else ''}" if len(spans) > 1 else ""
        yield finding_at(
            kg,
            "unknown-term",
            first,
            f"“{word}” looks like a technology and is in no vocabulary{also}",
            "add it to the vocabulary of the folder, or hide it",
            (
                Paste("if it is one", f"vocabularies:\n  technologies:\n    - {{name: {quoted(word)}}}"),
                paste_hidden_words(kg, "if it is none", first),
            ),
        )


_Named = list[tuple[int, int, EntityKind]]
"""Start, end and kind of what a document names, in order."""


def _named_spans(kg: KnowledgeGraph) -> dict[str, _Named]:
    found: dict[str, _Named] = defaultdict(list)
    for entity in kg.entities():
        # A project's span is a whole heading or sentence: it says nothing of the words within.
        if entity.kind not in (EntityKind.DOCUMENT, EntityKind.PROJECT):
            for proof in entity.evidence:
                found[proof.span.document_id].append((proof.span.start, proof.span.end, entity.kind))
    return {document_id: sorted(spans) for document_id, spans in found.items()}


def _in_document(document: Document, named: _Named) -> set[Span]:
    found = set()
    for block in document.blocks:
        inside = _within(named, block.span.start, block.span.end)
        found |= set(_in_lists(document, block, inside)) | set(_by_spelling(document, block, inside))
    return found


def _within(named: _Named, start: int, end: int) -> _Named:
    """Return what is named in a stretch; it may begin a little before."""
    first = bisect_left(named, (max(0, start - 200), 0, EntityKind.PERSON))
    last = bisect_left(named, (end, 0, EntityKind.PERSON))
    return [one for one in named[first:last] if one[1] > start]


def _in_lists(document: Document, block: Block, named: _Named) -> Iterator[Span]:
    tools = {(start, end) for start, end, kind in named if kind is EntityKind.TECHNOLOGY}
    if len(tools) < _LEAST_KNOWN:
        return
    items = list(_items(document, block))
    known = [item in tools for item in items]
    if sum(known) < _LEAST_KNOWN:
        return
    for place, (start, end) in enumerate(items):
        beside = any(known[near] for near in (place - 1, place + 1) if 0 <= near < len(items))
        if beside and _is_name(document.text[start:end]) and not _covered(named, start, end):
            yield document.span(start, end)


def _items(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """Yield the items of a list written in running text, without what leads it ("Tools: …") or ends it."""
    start = block.span.start
    text = document.text[start : block.span.end]
    cuts = [(found.start(), found.end()) for found in _PARTED.finditer(text)]
    begin = 0
    for left, right in [*cuts, (len(text), len(text))]:
        item = text[begin:left]
        lead = item.rfind(": ") + 2 if ": " in item else 0
        trimmed = item[lead:].strip(" \t().")
        if trimmed:
            at = begin + lead + item[lead:].index(trimmed)
            yield start + at, start + at + len(trimmed)
        begin = right


def _by_spelling(document: Document, block: Block, named: _Named) -> Iterator[Span]:
    for found in _SPELT.finditer(document.text, block.span.start, block.span.end):
        if _is_name(found[0]) and not _covered(named, found.start(), found.end()):
            yield document.span(found.start(), found.end())


def _is_name(words: str) -> bool:
    if not 2 <= len(words) <= 30 or _NAME.fullmatch(words) is None or _NO_TOOL.match(words):
        return False
    return words.casefold() not in _CALENDAR and not words.isdigit()


def _covered(named: _Named, start: int, end: int) -> bool:
    return any(a < end and start < b for a, b, _ in named)
