"""Cuts plain text into blocks by the look of its lines; also for the text that is taken out of PDF pages.

Offsets are those of the text as given: nothing is changed, so that what is found can be shown where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.readers.anchored_headings import anchored_headings
from graph.readers.bare_tables import cells, rows_below
from graph.readers.case_facts import case_facts
from graph.readers.form_labels import form_field, is_european_form
from graph.readers.headings import Rank, framed_heading, heading_rank, marked_heading, number_width, underlined_level
from graph.readers.label_columns import label_columns
from graph.readers.line_wrapping import runs_on, wrap_width
from graph.readers.page_chrome import without_chrome
from graph.readers.page_menus import navigation
from graph.readers.text_lines import (
    Line,
    before_page_mark,
    bullet_width,
    field_parts,
    fields_beside,
    is_decoration,
    is_figure,
    is_pipe_row,
    is_rule,
    letter_field,
    split_lines,
    tab_cells,
    tells_by_letters,
    without_doubled,
)
from graph.section_titles import kind_of_title, load_section_titles

_RIGHT_SET = 2
"""Cells of a line whose second half stands at the right edge; the head of an entry has two such lines at most."""
_BODY_OF_TITLE = 60
_BEFORE_TITLE = 100


def blocks_of_text(text: str, document_id: str, *, may_be_wrapped: bool = True) -> tuple[Block, ...]:
    """Return the blocks of a plain text in reading order; they never overlap and are never empty.

    Say `may_be_wrapped=False` where each line is known to be a whole paragraph.
    """
    return _Cutter(text, document_id, may_be_wrapped).blocks()


class _Cutter:
    """Walks down the lines once; `_at` is the next line to look at."""

    def __init__(self, text: str, document_id: str, may_be_wrapped: bool) -> None:
        self._text = text
        self._document_id = document_id
        self._lines = without_doubled(without_chrome(split_lines(text)))
        self._titles = load_section_titles()
        self._width = wrap_width(self._lines) if may_be_wrapped else 0
        self._is_form = is_european_form(text)
        self._facts = case_facts(self._lines)
        self._labelled = label_columns(self._lines)
        self._anchored = anchored_headings(self._lines)
        self._at = 0
        self._indents: list[int] = []
        self._heads = ""
        self._by_letters = tells_by_letters(self._lines)
        self._ranks: dict[int, Rank | None] = dict.fromkeys(navigation(self._lines))
        self._raisable: set[int] = set()
        """Where headings start that were told by their look, so that their level is a guess."""
        self._found: list[Block] = []

    def blocks(self) -> tuple[Block, ...]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.is_blank:
                self._at += 1
                self._heads = ""
            else:
                self._take(line)
        return tuple(self._with_title())

    def _take(self, line: Line) -> None:
        if self._is_of_page(line):
            self._at += 1
        elif self._is_form and (stated := form_field(line.text)) is not None:
            self._add(BlockKind.FIELD, line.start + stated[1], line.end, key=stated[0])
            self._at += 1
        elif (labelled := self._labelled.get(self._at)) is not None:
            self._add(BlockKind.FIELD, line.start + labelled[1], line.start + labelled[2], key=labelled[0])
            self._at += 1
        elif (fact := self._facts.get(self._at)) is not None:
            self._add(BlockKind.FIELD, line.start + fact[1], line.end, key=fact[0])
            self._at += 1
        elif (marked := marked_heading(line)) is not None:
            self._take_heading(marked[0], line.start + marked[1], line.end)
        elif (anchored := self._anchored.get(self._at)) is not None:
            self._take_heading(2, line.start + anchored[0], line.start + anchored[1])
        elif (framed := framed_heading(line)) is not None:
            self._take_heading(framed[0], line.start + framed[1], line.start + framed[2])
        elif (level := underlined_level(self._lines, self._at)) is not None:
            self._take_heading(level, line.start, line.end)
            self._at += 1  # The line below, that underlines it.
        elif not is_pipe_row(line.text) and (rows := rows_below(self._lines, self._at)):
            self._take_table(rows)
        elif is_pipe_row(line.text) or self._is_tab_row(self._at):
            self._take_row(line)
        elif (width := bullet_width(line)) > 0 and self._rank(self._at) is None:
            self._take_item(line, width)
        elif (rank := self._rank(self._at)) is not None:
            if rank is not Rank.LABEL:
                self._raisable.add(line.start)
            self._take_heading(int(rank), line.start + number_width(line.text), line.end)
        else:
            self._take_paragraph(line)

    def _is_of_page(self, line: Line) -> bool:
        """Return whether a line is a page's number, or says again how the text begins, with one or behind a form feed: "Ada Quill – page 2"."""
        words = before_page_mark(line.text)
        if words == "":
            return True
        if words is None and self._text[line.start - 1 : line.start] != "\f":
            return False
        first = next(other for other in self._lines if not other.is_blank)
        return first.start < line.start and first.text.casefold() == (words or line.text).casefold()

    def _take_heading(self, level: int, start: int, end: int) -> None:
        """Add a heading; bullets below it begin anew."""
        self._add(BlockKind.HEADING, start, end, level=level)
        self._indents = []
        self._at += 1

    def _take_table(self, rows: Sequence[int]) -> None:
        """Add the head of a table that has no rules, and its rows."""
        head = self._lines[self._at]
        self._add(BlockKind.TABLE_ROW, head.start, head.end)
        key = " | ".join(cells(head.text))
        for row in rows:
            self._add(BlockKind.TABLE_ROW, self._lines[row].start, self._lines[row].end, key=key)
        self._at = rows[-1] + 1

    def _take_row(self, line: Line) -> None:
        """Add a table row; where a row of dashes follows, it holds the heads of the rows below."""
        self._at += 1
        if is_pipe_row(line.text):
            inner = line.text.strip("|").strip()
            if not inner.strip("|-: "):
                return
            start = line.start + line.text.index(inner)
            self._add(BlockKind.TABLE_ROW, start, start + len(inner), key=self._heads)
            below = self._lines[self._at].text if self._at < len(self._lines) else ""
            if is_pipe_row(below) and not below.strip("|-: "):
                self._heads = " | ".join(cell.strip() for cell in inner.split("|"))
        else:
            self._add(BlockKind.TABLE_ROW, line.start, line.end)

    def _take_item(self, line: Line, width: int) -> None:
        """Add a list item with its continuation lines; its level is the number of less indented items above it."""
        while self._indents and self._indents[-1] >= line.indent:
            self._indents.pop()
        level = len(self._indents)
        self._indents.append(line.indent)
        start = line.start + width
        if start >= line.end and self._next_is_text():
            # A bullet alone on its line, as PDF pages often have it: the item is the next line.
            self._at += 1
            line = self._lines[self._at]
            start = line.start
        if start < line.end:
            self._add(BlockKind.LIST_ITEM, start, self._end_of_paragraph(line.indent), level=level)
        else:
            self._add(BlockKind.PARAGRAPH, line.start, line.end)
            self._at += 1

    def _take_paragraph(self, line: Line) -> None:
        if line.indent == 0:
            self._indents = []
        field = (letter_field(line.text) if self._by_letters else None) or field_parts(line.text)
        end = self._end_of_paragraph(None)
        if field is None:
            self._add(BlockKind.PARAGRAPH, line.start, end)
        else:
            for key, start, stop in fields_beside(self._text[line.start : end], *field):
                self._add(BlockKind.FIELD, line.start + start, line.start + stop, key=key.lower())

    def _end_of_paragraph(self, item_indent: int | None) -> int:
        """Return where the paragraph or item that starts at the current line ends, and move behind it."""
        first = self._at
        while self._at + 1 < len(self._lines) and self._joins_next(item_indent, continued=self._at > first):
            self._at += 1
        self._at += 1
        return self._lines[self._at - 1].end

    def _joins_next(self, item_indent: int | None, *, continued: bool) -> bool:
        line, below = self._lines[self._at], self._lines[self._at + 1]
        if below.is_blank or not self._is_plain(self._at + 1):
            return False
        if item_indent is not None and below.indent > item_indent:
            return True
        if item_indent is not None and below.text.count(" | ") > 1 and " | " not in line.text:
            return False  # "Tidewatch | Live | Rust, SQLite" heads the next list.
        if self._width == 0 or is_decoration(line.text) or is_figure(line.text):
            return False
        return runs_on(line, below, self._width, continued=continued)

    def _is_plain(self, at: int) -> bool:
        """Return whether a line starts no block of its own."""
        line = self._lines[at]
        if bullet_width(line) or marked_heading(line) or is_pipe_row(line.text) or is_rule(line.text):
            return False
        if tab_cells(line) > 1 or is_decoration(line.text):
            return False
        if self._by_letters and letter_field(line.text) is not None:
            return False
        field = field_parts(line.text)
        if field is not None and (self._width == 0 or (len(field[0].split()) <= 2 and line.text[0].isupper())):
            return False
        return underlined_level(self._lines, at) is None and self._rank(at) is None

    def _is_tab_row(self, at: int) -> bool:
        """Return whether a line is a row of a table whose cells tabs part.

        Two cells are one only with like lines around: a tab alone sets what follows at the right edge ("Acme	2019 - 2021").
        """
        cells = tab_cells(self._lines[at])
        if cells != _RIGHT_SET:
            return cells > 1
        first = last = at
        while first > 0 and tab_cells(self._lines[first - 1]) == cells:
            first -= 1
        while last + 1 < len(self._lines) and tab_cells(self._lines[last + 1]) == cells:
            last += 1
        return last - first + 1 > _RIGHT_SET

    def _rank(self, at: int) -> Rank | None:
        """Return `heading_rank`, which is asked twice: as a line's continuation and as a block of its own."""
        if at not in self._ranks:
            self._ranks[at] = heading_rank(self._lines, at, self._titles)
        return self._ranks[at]

    def _next_is_text(self) -> bool:
        below = self._at + 1
        return below < len(self._lines) and not self._lines[below].is_blank and self._is_plain(below)

    def _with_title(self) -> list[Block]:
        """Raise the first heading to level 1 where it is the title of the whole text, not of the first of its parts.

        It is where hardly anything stands above it, and no other heading follows, or no full sentence stands before
        the next one, or that is of a higher rank. A known section title is never the text's.
        """
        blocks = self._found
        headings = [place for place, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
        if not headings or any(len(block.span) > _BEFORE_TITLE for block in blocks[: headings[0]]):
            return blocks
        first, second = headings[0], headings[1] if len(headings) > 1 else None
        heading = blocks[first]
        words = self._text[heading.span.start : heading.span.end]
        if first > 2 or heading.span.start not in self._raisable:
            return blocks
        if kind_of_title(words, self._titles) is not SectionKind.OTHER:
            return blocks
        told = any(len(block.span) >= _BODY_OF_TITLE for block in blocks[first + 1 : second])
        if second is None or not told or blocks[second].level < heading.level:
            blocks[first] = replace(heading, level=int(Rank.TITLE))
        return blocks

    def _add(self, kind: BlockKind, start: int, end: int, level: int = 0, key: str = "") -> None:
        self._found.append(Block(kind, Span(self._document_id, start, end), level, key))
