"""Reads LaTeX résumés (moderncv, awesome-cv, plain article): to text with sections, entries and items.

pylatexenc parses, `latex_writing` writes the lines; what macros mean stands in `latex_macros`. Nothing is run, and no file is included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pylatexenc.latexwalker import LatexWalker, get_default_latex_context_db

from graph.documents import Document
from graph.readers.decoding import decode_text
from graph.readers.latex_calls import headings_defined, words_defined
from graph.readers.latex_macros import macro_specs
from graph.readers.latex_words import LatexWords, preamble_lines
from graph.readers.latex_writing import LatexWriting
from graph.readers.styled_lines import StyledLine, document_of_lines

_MEDIA_TYPE = "application/x-tex"
_BEGIN = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_VERBATIM_COMMENT = re.compile(r"(?<!\\)%[^\n]*")


def read_latex(data: bytes, document_id: str) -> Document:
    """Return a LaTeX file's text as a document: sections as headings, entries as lines with their dates, items as bullets.

    Comments, figures and what stands before `\\begin{document}` are left out, but for name, title and contact. Raises
    UnreadableFileError where nothing is left.
    """
    text = decode_text(data, document_id).replace("\r\n", "\n").replace("\r", "\n")
    begin = _BEGIN.search(text)
    preamble, body = (text[: begin.start()], text[begin.end() :]) if begin else ("", text)
    end = _END.search(body)
    body = body[: end.start()] if end else body
    specs = macro_specs(text)
    writing = LatexWriting(LatexWords(words_defined(text)), headings_defined(text))
    writing.lines.extend(preamble_lines(_parsed(_VERBATIM_COMMENT.sub("", preamble), specs), writing.reads))
    writing.nodes(_parsed(body, specs))
    writing.flush()
    lines = [
        line
        for line, above in zip(writing.lines, [StyledLine(""), *writing.lines], strict=False)
        if line.text or above.text
    ]
    return document_of_lines(lines, document_id, _MEDIA_TYPE, "LaTeX")


def _parsed(text: str, specs: Sequence[Any]) -> Sequence[Any]:
    context = get_default_latex_context_db()
    context.add_context_category("careers", macros=specs, prepend=True)
    nodes: Sequence[Any] = LatexWalker(text, latex_context=context, tolerant_parsing=True).get_latex_nodes()[0]
    return nodes
