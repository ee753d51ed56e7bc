"""Leaves out what Markdown writes around words, where a page shows a quotation. Nothing that is kept is changed by it."""

from __future__ import annotations

import re

from graph.documents import Document

_MARKS = re.compile(
    r"\*\*|__"  # bold, wherever a cut has left one half of the pair
    r"|(?<![\w*])\*(?=[\w“\"(])|(?<=[\w.,;:!?”\")%])\*(?![\w*])"  # italic, but not 2 * 3
    r"|`"
    r"|!?\[(?=[^\[\]\n]{0,200}\]\([^()\s]{0,500}\))|\]\([^()\s]{0,500}\)"  # a link's brackets and address
)


def without_marks(document: Document, words: str) -> str:
    """Return words of a document as a reader of the rendered page sees them; those of other formats as they are.

    >>> from graph.documents import Document
    >>> without_marks(Document("a.md", "text/markdown", "A", "", ()), "**Fast** [site](https://x.example) in `Go`")
    'Fast site in Go'
    """
    return _MARKS.sub("", words) if document.media_type == "text/markdown" else words
