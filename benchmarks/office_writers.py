"""Writes a document's pieces as the files of word processors: Word and OpenDocument."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import docx
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import H, LineBreak, List, ListItem, P, Span, Tab

from benchmarks.pieces import GAP, Line, Piece, in_bold, plain, rows_of


def as_word(pieces: Sequence[Piece]) -> bytes:
    """Return a Word file with Word's own styles for heads and bullets."""
    made = docx.Document()
    for piece in pieces:
        if piece.kind == "heading":
            made.add_heading(plain(piece.lines[0]), min(piece.level, 9))
        elif piece.kind == "table":
            _word_table(made, piece)
        elif piece.kind == "item":
            _word_runs(made.add_paragraph(style="List Bullet"), piece.lines)
        else:
            _word_runs(made.add_paragraph(), piece.lines)
    return _saved(made)


def as_word_in_bold(pieces: Sequence[Piece]) -> bytes:
    """Return a Word file whose heads are large and bold, whose bullets are typed, whose lines are paragraphs."""
    made = docx.Document()
    for piece in pieces:
        if piece.kind == "heading":
            run = made.add_paragraph().add_run(plain(piece.lines[0]))
            run.bold = True
            run.font.size = docx.shared.Pt(max(12, 20 - 2 * piece.level))
        elif piece.kind == "table":
            _word_table(made, piece)
        elif piece.kind == "item":
            _word_runs(made.add_paragraph(), [(("•\t", False), *piece.lines[0])])
        else:
            for line in piece.lines:
                _word_runs(made.add_paragraph(), [line])
    return _saved(made)


def _word_runs(paragraph: Any, lines: Sequence[Line]) -> None:
    for number, line in enumerate(lines):
        if number:
            paragraph.add_run().add_break()
        for words, bold in line:
            paragraph.add_run(GAP.sub("\t", words)).bold = bold or None


def _word_table(made: Any, piece: Piece) -> None:
    table = made.add_table(rows=0, cols=piece.level)
    for number, row in enumerate(rows_of(piece)):
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _word_runs(cell.paragraphs[0], [line if number else in_bold(line)])


def _saved(made: Any) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def as_open_document(pieces: Sequence[Piece]) -> bytes:
    """Return an OpenDocument text with heads, lists and tables."""
    made = OpenDocumentText()
    bold = Style(name="Strong", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    made.automaticstyles.addElement(bold)
    for kind, group in groupby(pieces, lambda piece: piece.kind):
        items = List()
        for piece in group:
            if kind == "heading":
                made.text.addElement(H(outlinelevel=piece.level, text=plain(piece.lines[0])))
            elif kind == "item":
                item = ListItem()
                item.addElement(_open_paragraph(piece.lines, bold))
                items.addElement(item)
            elif kind == "table":
                made.text.addElement(_open_table(piece, bold))
            else:
                made.text.addElement(_open_paragraph(piece.lines, bold))
        if kind == "item":
            made.text.addElement(items)
    stream = io.BytesIO()
    made.write(stream)
    return stream.getvalue()


def _open_paragraph(lines: Sequence[Line], bold: Any) -> Any:
    paragraph = P()
    for number, line in enumerate(lines):
        if number:
            paragraph.addElement(LineBreak())
        for words, is_bold in line:
            for place, part in enumerate(GAP.split(words)):
                if place:
                    paragraph.addElement(Tab())
                paragraph.addElement(Span(stylename=bold, text=part) if is_bold else Span(text=part))
    return paragraph


def _open_table(piece: Piece, bold: Any) -> Any:
    table = Table()
    table.addElement(TableColumn(numbercolumnsrepeated=piece.level))
    for number, row in enumerate(rows_of(piece)):
        made = TableRow()
        for line in row:
            cell = TableCell()
            cell.addElement(_open_paragraph([line if number else in_bold(line)], bold))
            made.addElement(cell)
        table.addElement(made)
    return table
