"""Reads plain text files: the file's own text, with blocks by the look of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from graph.documents import Block, BlockKind, Document, SectionKind
from graph.plain_marks import in_plain_lines
from graph.readers.decoding import decode_text
from graph.readers.lines import blocks_of_text
from graph.section_titles import kind_of_title, load_section_titles


def read_plain_text(data: bytes, document_id: str) -> Document:
    """Return a plain text file as a document, called by its title if it starts with one, else by its file name.

    Raises UnreadableFileError for binary data.
    """
    written = decode_text(data, document_id)
    text = in_plain_lines(written)
    blocks = blocks_of_text(text, document_id)
    title = title_of_text(text, blocks, document_id)
    return Document(document_id, "text/plain", title, written, blocks)


def title_of_text(text: str, blocks: Sequence[Block], document_id: str) -> str:
    """Return the first heading of level 1, unless it is a common section title; else the file's name as a title."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            words = " ".join(text[block.span.start : block.span.end].split()).rstrip(":")
            if kind_of_title(words, load_section_titles()) is SectionKind.OTHER:
                return words
            break
    return title_of_file(document_id)


def title_of_file(document_id: str) -> str:
    """Return a file's name as a title.

    >>> title_of_file("notes/email-platform_notes.txt")
    'Email platform notes'
    """
    words = re.sub(r"[-_.\s]+", " ", PurePosixPath(document_id).stem).strip()
    return words[:1].upper() + words[1:] if words else document_id
