"""Reads Word documents (.docx): paragraphs and tables in order, with blocks by their styles, else by their look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from graph.documents import Block, BlockKind, Document, SectionKind
from graph.errors import UnreadableFileError
from graph.readers.lines import blocks_of_text
from graph.readers.plain_text import title_of_text
from graph.sections import kind_of_title, load_section_titles

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked to packed bytes; Word's own files stay below 30."""

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_BOLD_HEADING_WORDS = 10
_BOLD_LEVEL = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the extracted text, and the level of the heading that it is by its style; 0 for none."""

    text: str
    heading: int = 0
    is_bold: bool = False


def read_word(data: bytes, document_id: str) -> Document:
    """Return a Word document's text as a document; list items get a bullet in it, table rows pipes.

    Raises UnreadableFileError for damaged files and for those that unpack to more than 100 MB.
    """
    _check_unpacked(data, document_id)
    lines = list(_lines(docx.Document(BytesIO(data))))
    text = "\n".join(line.text for line in lines)
    if not text.strip():
        raise UnreadableFileError("a Word document without text; save it as text", path=document_id)
    blocks = _with_styles(blocks_of_text(text, document_id, may_be_wrapped=False), lines)
    return Document(document_id, _MEDIA_TYPE, title_of_text(text, blocks, document_id), text, blocks)


def _check_unpacked(data: bytes, document_id: str) -> None:
    """Refuse archives that would unpack to far more than they are, before anything is unpacked."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            sizes = [(entry.file_size, entry.compress_size) for entry in archive.infolist()]
    except BadZipFile as error:
        raise UnreadableFileError("no Word document (.docx), or damaged; save it anew", path=document_id) from error
    unpacked, packed = sum(size for size, _ in sizes), sum(size for _, size in sizes)
    if unpacked > MAX_UNPACKED_BYTES or unpacked > MAX_RATIO * max(packed, 1024):
        message = f"unpacks to {unpacked // 1024 // 1024} MB; save it without pictures, or as text"
        raise UnreadableFileError(message, path=document_id)


def _lines(document: WordDocument) -> Iterator[_Line]:
    """Yield the first page's head, then the body, line by line."""
    header = document.sections[0].header if len(document.sections) else None
    if header is not None and not header.is_linked_to_previous:
        yield from _content(header.iter_inner_content())
    yield from _content(document.iter_inner_content())


def _content(parts: Iterator[Paragraph | Table]) -> Iterator[_Line]:
    for part in parts:
        if isinstance(part, Table):
            yield from _table_lines(part)
        else:
            yield from _paragraph_lines(part)


def _paragraph_lines(paragraph: Paragraph) -> Iterator[_Line]:
    text = _UNPRINTABLE.sub(" ", paragraph.text).strip()
    heading, item = _heading_level(paragraph), _item_level(paragraph)
    if heading:
        yield _Line(" ".join(text.split()), heading=heading)
    elif item is not None and text:
        yield _Line("  " * item + "• " + " ".join(text.split()))
    else:
        bold = _is_bold(paragraph) and len(text.split()) <= _BOLD_HEADING_WORDS
        for line in text.split("\n"):
            yield _Line(line.strip(), is_bold=bold and "\n" not in text)


def _table_lines(table: Table) -> Iterator[_Line]:
    """Yield a row of pipes for each row; a table that only places paragraphs on the page yields its paragraphs."""
    for row in table.rows:
        cells: list[_Cell] = []
        for cell in row.cells:
            if all(cell._tc is not other._tc for other in cells):  # Merged cells come once for each column.
                cells.append(cell)
        if any(len(cell.paragraphs) > 1 or cell.tables for cell in cells):
            for cell in cells:
                yield from _content(cell.iter_inner_content())
        else:
            words = [" ".join(_UNPRINTABLE.sub(" ", cell.text).split()) for cell in cells]
            if any(words):
                yield _Line("| " + " | ".join(words) + " |")


def _style_name(paragraph: Paragraph) -> str:
    style = paragraph.style
    return "" if style is None else (style.name or "").casefold()


def _heading_level(paragraph: Paragraph) -> int:
    name = _style_name(paragraph)
    if name == "title":
        return 1
    match = re.fullmatch(r"heading (\d)", name)
    return min(int(match.group(1)), 6) if match is not None and match.group(1) != "0" else 0


def _item_level(paragraph: Paragraph) -> int | None:
    """Return the list level from 0, by the paragraph's numbering or its style ("List Bullet 2")."""
    properties = paragraph._p.pPr
    numbering: Any = None if properties is None else properties.numPr
    if numbering is not None:
        return min(int(numbering.ilvl.val), 8) if numbering.ilvl is not None else 0
    match = re.fullmatch(r"list(?: (?:bullet|number|paragraph))(?: (\d))?", _style_name(paragraph))
    if match is None or match.group().startswith("list paragraph"):
        return None
    return int(match.group(1) or 1) - 1


def _is_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _with_styles(blocks: tuple[Block, ...], lines: list[_Line]) -> tuple[Block, ...]:
    """Return the blocks with the headings that Word's styles or bold type say; where styles do, looks don't."""
    styled = sum(1 for line in lines if line.heading)
    titles = load_section_titles()
    by_start: dict[int, _Line] = {}
    offset = 0
    for line in lines:
        by_start[offset] = line
        offset += len(line.text) + 1
    settled = []
    for block in blocks:
        line = by_start.get(block.span.start, _Line(""))
        if line.heading:
            block = Block(BlockKind.HEADING, replace(block.span, end=block.span.start + len(line.text)), line.heading)
        elif block.kind is BlockKind.HEADING and styled > 1:
            block = Block(BlockKind.PARAGRAPH, block.span)
        elif line.is_bold and block.kind is BlockKind.PARAGRAPH and styled <= 1:
            known = kind_of_title(line.text, titles) is not SectionKind.OTHER
            block = Block(BlockKind.HEADING, block.span, 2 if known else _BOLD_LEVEL)
        settled.append(block)
    return tuple(settled)
