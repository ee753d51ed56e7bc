"""What a document came to, as lines that tests compare."""

from __future__ import annotations

from graph.documents import BlockKind, Document


def shown(document: Document) -> list[tuple[str, str]]:
    """Return (kind, words) of each block."""
    return [(block.kind.value, document.quote(block.span)) for block in document.blocks]


def levels(document: Document, kind: BlockKind) -> list[tuple[int, str]]:
    """Return (level, words) of the blocks of one kind."""
    return [(block.level, document.quote(block.span)) for block in document.blocks if block.kind is kind]


def fields(document: Document) -> dict[str, str]:
    """Return key → words of the fields."""
    return {block.key: document.quote(block.span) for block in document.blocks if block.kind is BlockKind.FIELD}
