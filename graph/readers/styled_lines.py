"""Makes a document from lines of which the word processor says what they are: headings, list items, bold lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.documents import Block, BlockKind, Document, SectionKind
from graph.errors import UnreadableFileError
from graph.readers.lines import blocks_of_text
from graph.readers.plain_text import title_of_text
from graph.section_titles import kind_of_title, load_section_titles

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u00ad\ud800-\udfff]")
_BOLD_HEADING_WORDS = 10
_BOLD_LEVEL = 3
_BULLET = "[•‣▪●◦■➢➤►▸▶▹▷❖✓✔\uf0b7\uf0a7\uf076\uf0d8]"
_COLLAPSED = re.compile(rf"(?:^|(?<=\s)|(?<=[.;:!?]))(?={_BULLET}\s{{0,40}}\S)")
_MIN_COLLAPSED = 2
_GAP = " " * 4


@dataclass(frozen=True, slots=True)
class StyledLine:
    """One line of the extracted text, and the level of the heading that it is by its style; 0 for none."""

    text: str
    heading: int = 0
    is_bold: bool = False
    is_head: bool = False
    """A table's row that names the columns of the rows below."""


def paragraph_lines(text: str, heading: int, item: int | None, is_bold: bool) -> Iterator[StyledLine]:
    """Yield the lines of one paragraph: a heading, a list item of a level, or lines as they are broken.

    A paragraph into which several bullets have collapsed ("• one • two") gives a line for each.
    """
    text = _UNPRINTABLE.sub(" ", text.replace("\u00ad", "")).strip()
    if heading:
        if text:
            yield StyledLine(" ".join(text.split()), heading=heading)
        return
    if item is not None and text:
        pieces = _uncollapsed(" ".join(text.split()))
        for piece in pieces:
            yield StyledLine("  " * item + "• " + re.sub(rf"^{_BULLET}\s*", "", piece))
        return
    bold = is_bold and len(text.split()) <= _BOLD_HEADING_WORDS
    for line in text.split("\n"):
        for piece in _uncollapsed(line.strip()):
            # A tab behind a bullet or a label would look like a table's.
            piece = re.sub(rf"^({_BULLET}|[^\t:]{{1,40}}:)\s+", r"\1 ", piece)
            if len(cells := [cell.strip() for cell in piece.split("\t") if cell.strip()]) == 2:
                # What a tab sets to the right, a date or a place mostly, is no table's cell: as in text, a wide gap.
                piece = _GAP.join(cells)
            yield StyledLine(piece, is_bold=bold and "\n" not in text)


def _uncollapsed(line: str) -> list[str]:
    """Return a line cut before each bullet in it, where it begins with one; a contact line "A • B" stays whole."""
    starts = [match.end() for match in _COLLAPSED.finditer(line)]
    if len(starts) < _MIN_COLLAPSED or re.match(_BULLET, line) is None:
        return [line]
    ends = [*starts[1:], len(line)]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def table_row(cells: Sequence[str], is_marked: bool = False) -> StyledLine | None:
    """Return a row of pipes, or None where all cells are empty.

    `is_marked` says that it is bold or a head by its style: then it names columns, unless there is one alone or a figure in it.
    """
    words = [" ".join(_UNPRINTABLE.sub(" ", cell).replace("|", "/").split()) for cell in cells]
    text = "| " + " | ".join(words) + " |"
    is_head = is_marked and sum(map(bool, words)) > 1 and re.search(r"\d", text) is None
    return StyledLine(text, is_head=is_head) if any(words) else None


def document_of_lines(lines: Sequence[StyledLine], document_id: str, media_type: str, label: str) -> Document:
    """Return the document that the lines make. Raises UnreadableFileError where nothing is written on them."""
    text = "\n".join(line.text for line in lines)
    if not text.strip():
        raise UnreadableFileError(f"a {label} document without text; save it as text", path=document_id)
    blocks = _with_styles(blocks_of_text(text, document_id, may_be_wrapped=False), lines)
    return Document(document_id, media_type, title_of_text(text, blocks, document_id), text, blocks)


def _with_styles(blocks: tuple[Block, ...], lines: Sequence[StyledLine]) -> tuple[Block, ...]:
    """Return the blocks with the headings that styles or bold type say; where styles do, looks don't."""
    styled = sum(1 for line in lines if line.heading)
    titles = load_section_titles()
    starts: list[int] = []
    offset = 0
    for line in lines:
        starts.append(offset)
        offset += len(line.text) + 1
    heads = _heads(lines)
    settled = []
    for block in blocks:
        # Not where the block starts, but the line's: "1. Relaunch" or "Client: Acme" may well be a heading.
        place = bisect_right(starts, block.span.start) - 1
        line, start = lines[place], starts[place]
        if line.heading:
            block = Block(BlockKind.HEADING, replace(block.span, start=start, end=start + len(line.text)), line.heading)
        elif block.kind is BlockKind.TABLE_ROW and heads[place]:
            block = replace(block, key=heads[place])
        elif block.span.start > start:
            pass
        elif block.kind is BlockKind.HEADING and styled > 1:
            block = Block(BlockKind.PARAGRAPH, block.span)
        elif line.is_bold and block.kind is BlockKind.PARAGRAPH and styled <= 1:
            known = kind_of_title(line.text, titles) is not SectionKind.OTHER
            block = Block(BlockKind.HEADING, block.span, 2 if known else _BOLD_LEVEL)
        settled.append(block)
    return tuple(settled)


def _heads(lines: Sequence[StyledLine]) -> list[str]:
    """Return for each line the names of its columns, as a table's keys have them; "" where nothing names them."""
    found: list[str] = []
    heads = ""
    for place, line in enumerate(lines):
        if not line.text.startswith("| "):
            heads = ""
        starts_table = place == 0 or not lines[place - 1].text.startswith("| ")
        found.append("" if starts_table else heads)
        if starts_table and line.is_head:
            heads = line.text.strip("| ")
    return found
