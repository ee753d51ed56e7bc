"""Lists the files that people keep, as which a document's pieces are written: Word, OpenDocument, PDF, HTML, LaTeX, Markdown, text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from benchmarks.markup_writers import as_html, as_latex, as_markdown, as_text
from benchmarks.office_writers import as_open_document, as_word, as_word_in_bold
from benchmarks.pdf_writer import as_pdf
from benchmarks.pieces import Piece

LAYOUTS: Mapping[str, tuple[str, Callable[[Sequence[Piece]], bytes]]] = {
    "plain text": (".txt", as_text),
    "Markdown": (".md", as_markdown),
    "HTML": (".html", as_html),
    "PDF": (".pdf", as_pdf),
    "Word, styles": (".docx", as_word),
    "Word, bold": (".docx", as_word_in_bold),
    "OpenDocument": (".odt", as_open_document),
    "LaTeX": (".tex", as_latex),
}
"""Layout → its ending and what writes it."""
