"""Reads PDF files: the text of the pages as it is laid out, with blocks by the look of its lines. Reads no scans."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PdfReadError

from graph.documents import Document
from graph.errors import UnreadableFileError
from graph.readers.lines import blocks_of_text
from graph.readers.pdf_columns import in_reading_order
from graph.readers.pdf_repairs import clean, without_cut_words, without_letter_spacing, without_running_heads
from graph.readers.plain_text import title_of_text

MAX_PAGES = 500

_INNER_GAP = re.compile(r"(?<=\S) {5,}(?=\S)")
_GLUED_MIN = 80
_GLUED_LENGTH = 14
"""Letters that words of running text have on average at most; German ones, too."""
_MAX_INDENT = 16

# It warns on each oddity of a file, in a program whose remarks are its own.
logging.getLogger("pypdf").setLevel(logging.ERROR)


def read_pdf(data: bytes, document_id: str) -> Document:
    """Return a PDF file's text as a document; `pages` says where each page starts.

    Wide gaps inside a line are kept at four spaces, so that dates at the right edge stay apart. Raises
    UnreadableFileError for files that need a password, hold no text or more than 500 pages.
    """
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        _unlock(reader, document_id)
    if len(reader.pages) > MAX_PAGES:
        raise UnreadableFileError(f"more than {MAX_PAGES} pages; split it", path=document_id)
    pages = [_tidy(page) for page in without_running_heads([_page_text(page).split("\n") for page in reader.pages])]
    if not any(page.strip() for page in pages):
        message = "a PDF without text, perhaps a scan; run text recognition (OCR) on it, or save it as text"
        raise UnreadableFileError(message, path=document_id)
    text = "\n\n".join(pages)
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + 2)
    blocks = blocks_of_text(text, document_id)
    title = title_of_text(text, blocks, document_id)
    return Document(document_id, "application/pdf", title, text, blocks, pages=tuple(starts))


def _unlock(reader: PdfReader, document_id: str) -> None:
    """Open a file that is encrypted with an empty password, as files are that only forbid printing."""
    try:
        opened = bool(reader.decrypt(""))
    except (PdfReadError, ImportError, NotImplementedError):
        opened = False
    if not opened:
        raise UnreadableFileError("encrypted; save it without a password", path=document_id)


def _page_text(page: PageObject) -> str:
    try:
        laid_out = page.extract_text(extraction_mode="layout")
    except Exception:  # The layout mode fails on some fonts (KeyError, ZeroDivisionError …) that the plain mode reads.
        laid_out = ""
    if laid_out.strip() and not _is_glued(laid_out):
        return clean(laid_out)
    plain = page.extract_text()
    return clean(plain if plain.strip() and not (laid_out.strip() and _is_glued(plain)) else laid_out)


def _is_glued(text: str) -> bool:
    """Return whether words stand without spaces between them, as they do where a font's space has no width."""
    words = text.split()
    return len(text) > _GLUED_MIN and bool(words) and sum(map(len, words)) > _GLUED_LENGTH * len(words)


def _tidy(page: Sequence[str]) -> str:
    """Return a page's lines without left margin and wide gaps; at most one blank line in a row."""
    lines = [line.rstrip() for line in page]
    margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    tidied: list[str] = []
    for line in in_reading_order([line[margin:] for line in lines]):
        indent = min(len(line) - len(line.lstrip()), _MAX_INDENT)
        body = " " * indent + _INNER_GAP.sub("    ", without_letter_spacing(line.lstrip()))
        if body.strip() or (tidied and tidied[-1]):
            tidied.append(body if body.strip() else "")
    return without_cut_words("\n".join(tidied).rstrip())
