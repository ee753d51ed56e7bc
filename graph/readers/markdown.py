"""Reads Markdown files (CommonMark with tables and YAML front matter): the file's own text with its blocks.

What the blocks are is said in markdown_blocks.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.documents import Block, BlockKind, Document, SectionKind, line_starts
from graph.errors import UnreadableFileError
from graph.plain_marks import in_plain_lines, in_plain_signs
from graph.readers.decoding import decode_text
from graph.readers.lines import blocks_of_text
from graph.readers.markdown_blocks import MarkdownBody
from graph.readers.markdown_front_matter import read_front_matter
from graph.readers.pasted_text import fenced_paper, is_unmarked
from graph.readers.plain_text import read_plain_text, title_of_file
from graph.section_titles import kind_of_title, load_section_titles

MAX_LINE = 20_000
"""Characters; longer lines are no prose, and the block rules take more than linear time on some."""


def read_markdown(data: bytes, document_id: str) -> Document:
    """Return a Markdown file as a document. Raises UnreadableFileError for binary data and over-long lines.

    Metadata are the values of the front matter; each of its values is a field, too. A malformed front matter is left
    out, and `metadata["front_matter_error"]` says what is wrong and where.
    """
    written = decode_text(data, document_id)
    text = in_plain_lines(written)
    _check_lines(text, document_id)
    if is_unmarked(text):
        return read_plain_text(data, document_id)
    blocks, metadata, body = read_front_matter(text, document_id)
    paper = fenced_paper(text, body)
    blocks.extend(blocks_of_text(paper, document_id) if paper else MarkdownBody(text, body, document_id).blocks())
    title = metadata.get("title") or _heading_title(in_plain_signs(text), blocks) or title_of_file(document_id)
    return Document(document_id, "text/markdown", title, written, tuple(blocks), metadata)


def _check_lines(text: str, document_id: str) -> None:
    starts = [*line_starts(text), len(text)]
    for number, (start, end) in enumerate(pairwise(starts), start=1):
        if end - start > MAX_LINE:
            message = f"a line of more than {MAX_LINE:,} characters; break it"
            raise UnreadableFileError(message, path=document_id, line=number)


def _heading_title(text: str, blocks: Sequence[Block]) -> str | None:
    """Return the first heading of level 1, where all others of that level are common section titles, else None."""
    spans = [block.span for block in blocks if block.kind is BlockKind.HEADING and block.level == 1]
    tops = [" ".join(text[span.start : span.end].split()) for span in spans]
    titles = load_section_titles()
    if not tops or any(kind_of_title(other, titles) is SectionKind.OTHER for other in tops[1:]):
        return None
    return tops[0] if kind_of_title(tops[0], titles) is SectionKind.OTHER else None
