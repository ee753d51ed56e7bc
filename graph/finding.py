"""What one doubt is, with its place, what to do, and the lines of careergraph.yaml that settle it. Looks for none itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from graph.documents import Document, Span
from graph.model import Entity, KnowledgeGraph

LEFT_OUT = "are left out"
"""How a reading's word on what it did not judge ends, which tells it from other remarks of a build."""


@dataclass(frozen=True, slots=True)
class Paste:
    """Lines for careergraph.yaml, and when they are right."""

    when: str
    """"if they are one"; begins in lower case."""
    lines: str
    """Valid YAML: a key of the file, and one entry below it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look. The place is None where the finding is about no single document."""

    code: str
    """A key of PROBLEMS, or `store-damaged`."""
    message: str
    document: str | None = None
    line: int | None = None
    """From 1."""
    start: int | None = None
    end: int | None = None
    """Half-open, in code points of the document's text."""
    remedy: str = ""
    paste: tuple[Paste, ...] = ()
    """Ways to settle it in careergraph.yaml; empty where only the documents can."""


def finding_at(
    kg: KnowledgeGraph, code: str, span: Span, message: str, remedy: str, paste: tuple[Paste, ...] = ()
) -> Finding:
    """Return a finding at words of a document."""
    document = kg.documents.get(span.document_id)
    line = None if document is None else document.line_of(span.start)
    return Finding(code, message, span.document_id, line, span.start, span.end, remedy, paste)


def place_of(kg: KnowledgeGraph, span: Span) -> str:
    """Return `file:line`."""
    document = kg.documents.get(span.document_id)
    return span.document_id if document is None else f"{span.document_id}:{document.line_of(span.start)}"


# ---------------------------------------------------------------- lines to paste


def quoted(words: str) -> str:
    r"""Return text as YAML writes it on one line, whatever it holds.

    >>> quoted('Ostrevaal "Freight"') == r'"Ostrevaal \"Freight\""'
    True
    """
    return json.dumps(words, ensure_ascii=False)


def paste_ids(key: str, when: str, entities: Iterable[Entity]) -> Paste:
    """Return the lines by which `same_as` or `keep_apart` names some things."""
    return Paste(when, f"{key}:\n  - [{', '.join(quoted(entity.id) for entity in entities)}]")


def paste_hidden_id(when: str, entity: Entity) -> Paste:
    """Return the lines that hide a thing altogether."""
    return Paste(when, f"hide:\n  - id: {quoted(entity.id)}")


def paste_hidden_words(kg: KnowledgeGraph, when: str, span: Span) -> Paste:
    """Return the lines that hide what was read from some words."""
    words = quoted(telling_quote(kg.documents[span.document_id], span))
    return Paste(when, f"hide:\n  - document: {quoted(span.document_id)}\n    quote: {words}")


def paste_outcome(kg: KnowledgeGraph, when: str, span: Span, changes: str) -> Paste:
    """Return the lines that set what a figure says; `changes` is YAML: "value: 30, unit: percent"."""
    words = quoted(telling_quote(kg.documents[span.document_id], span))
    entry = f"  - document: {quoted(span.document_id)}\n    quote: {words}\n    set: {{{changes}}}"
    return Paste(when, f"outcomes:\n{entry}")


_LONGEST_QUOTE = 80


def telling_quote(document: Document, span: Span) -> str:
    """Return the words at a span, with words after and before them until they stand but once in their document.

    A rule meets every place of its quote: "40%" may stand in several. At most about 80 characters, one line.
    """
    text, start, end = document.text, span.start, span.end
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    while text.count(text[start:end]) > 1 and end - start < _LONGEST_QUOTE:
        if end < line_end:
            end = _next_space(text, end, line_end)
        elif start > line_start:
            start = max(line_start, text.rfind(" ", line_start, max(line_start, start - 1)) + 1)
        else:
            break
    return text[start:end]


def _next_space(text: str, place: int, limit: int) -> int:
    found = text.find(" ", place + 1, limit)
    return limit if found < 0 else found
