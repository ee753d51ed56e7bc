"""What a document came to, as lines that tests compare; and texts of which any document may be made."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.documents import BlockKind, Document

_MARKS = "abcAB 1.:-*•#|=\t\n\r\u00a0é\u200b,;()o<>[]!`'\"{}&%/_~\\"
TEXTS = st.text(st.sampled_from(_MARKS), max_size=300) | st.text(max_size=80)
"""Made of what readers take for marks, or of anything."""


def shown(document: Document) -> list[tuple[str, str]]:
    """Return (kind, words) of each block."""
    return [(block.kind.value, document.quote(block.span)) for block in document.blocks]


def levels(document: Document, kind: BlockKind) -> list[tuple[int, str]]:
    """Return (level, words) of the blocks of one kind."""
    return [(block.level, document.quote(block.span)) for block in document.blocks if block.kind is kind]


def fields(document: Document) -> dict[str, str]:
    """Return key → words of the fields."""
    return {block.key: document.quote(block.span) for block in document.blocks if block.kind is BlockKind.FIELD}
