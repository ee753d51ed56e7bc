"""Writes a document's pieces as the files that people keep: Word, OpenDocument, PDF, HTML, LaTeX, Markdown, text."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import docx
from fpdf import FPDF
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import H, LineBreak, List, ListItem, P, Span, Tab

from benchmarks.pieces import Line, Piece, plain

Pieces = Sequence[Piece]
_GAP = re.compile(r"\s{2,}|\t+")
"""What sets a date to the right of a line of plain text."""
NOT_IN_PDF: Mapping[str, str] = {"→": "->", "−": "-", "ń": "n", "●": "•", "≥": ">=", "≤": "<="}
"""What the fonts that every PDF viewer has lack, and what people write instead."""


def rows_of(piece: Piece) -> Iterator[tuple[Line, ...]]:
    """Yield a table's rows of cells."""
    for start in range(0, len(piece.lines), piece.level):
        yield piece.lines[start : start + piece.level]


def _in_bold(line: Line) -> Line:
    """Return a line all bold, as the heads of a table are."""
    return ((plain(line), True),)


# ---------------------------------------------------------------- text and Markdown


def as_text(pieces: Pieces) -> bytes:
    """Return plain text: heads underlined or in capitals, bullets, tables with wide gaps; nothing is wrapped."""
    found: list[str] = []
    for piece in pieces:
        if piece.kind == "heading":
            words = plain(piece.lines[0])
            found += ["", words.upper() if piece.level == 2 else words, *["=" * len(words)] * (piece.level == 1), ""]
        elif piece.kind == "item":
            found.append("  " * piece.level + "- " + plain(piece.lines[0]))
        elif piece.kind == "table":
            found += ["", *("    ".join(map(plain, row)) for row in rows_of(piece)), ""]
        else:
            found += ["", *map(plain, piece.lines), ""]
    return (re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip() + "\n").encode()


def as_markdown(pieces: Pieces) -> bytes:
    """Return Markdown with `#` heads, `-` bullets, pipes, and hard breaks where a paragraph has lines."""
    found: list[str] = []
    for piece in pieces:
        if piece.kind == "heading":
            found += ["", "#" * piece.level + " " + plain(piece.lines[0]), ""]
        elif piece.kind == "item":
            found.append("  " * piece.level + "- " + _starred(piece.lines[0]))
        elif piece.kind == "table":
            rows = ["| " + " | ".join(map(plain, row)) + " |" for row in rows_of(piece)]
            found += ["", rows[0], "|" + "---|" * piece.level, *rows[1:], ""]
        else:
            found += ["", "  \n".join(map(_starred, piece.lines)), ""]
    return (re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip() + "\n").encode()


def _starred(line: Line) -> str:
    words = "".join(f"**{words}**" if bold and words.strip() else words for words, bold in line)
    return re.sub(r"^([#>+*-]|\d+\.)(?=\s)", r"\\\1", words)


# ---------------------------------------------------------------- HTML


def as_html(pieces: Pieces) -> bytes:
    """Return a page with real heads, lists and tables, and a navigation that is no content."""
    found = ["<!doctype html><html><head><title>Page</title></head><body><nav><a href='/'>Home</a></nav><main>"]
    for kind, group in groupby(pieces, lambda piece: piece.kind):
        if kind == "item":
            found += ["<ul>", *(f"<li>{_tagged(piece.lines[0])}</li>" for piece in group), "</ul>"]
            continue
        for piece in group:
            if kind == "heading":
                found.append(f"<h{piece.level}>{_tagged(piece.lines[0])}</h{piece.level}>")
            elif kind == "table":
                rows = ["".join(f"<td>{_tagged(cell)}</td>" for cell in row) for row in rows_of(piece)]
                rows[0] = rows[0].replace("<td>", "<th>").replace("</td>", "</th>")
                found += ["<table>", *(f"<tr>{row}</tr>" for row in rows), "</table>"]
            else:
                found.append(f"<p>{'<br>'.join(map(_tagged, piece.lines))}</p>")
    return "\n".join([*found, "</main><footer>Made with care</footer></body></html>"]).encode()


def _tagged(line: Line) -> str:
    parts = []
    for words, bold in line:
        escaped = "</span> <span>".join(html.escape(part) for part in _GAP.split(words))
        escaped = f"<span>{escaped}</span>" if "</span>" in escaped else escaped
        parts.append(f"<strong>{escaped}</strong>" if bold else escaped)
    return "".join(parts)


# ---------------------------------------------------------------- Word and OpenDocument


def as_word(pieces: Pieces) -> bytes:
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


def as_word_in_bold(pieces: Pieces) -> bytes:
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
            paragraph.add_run(_GAP.sub("\t", words)).bold = bold or None


def _word_table(made: Any, piece: Piece) -> None:
    table = made.add_table(rows=0, cols=piece.level)
    for number, row in enumerate(rows_of(piece)):
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _word_runs(cell.paragraphs[0], [line if number else _in_bold(line)])


def _saved(made: Any) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def as_open_document(pieces: Pieces) -> bytes:
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
            for place, part in enumerate(_GAP.split(words)):
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
            cell.addElement(_open_paragraph([line if number else _in_bold(line)], bold))
            made.addElement(cell)
        table.addElement(made)
    return table


# ---------------------------------------------------------------- PDF


def as_pdf(pieces: Pieces) -> bytes:
    """Return a PDF of one column: heads large and bold, bullets hanging, what stood behind a gap set to the right."""
    pdf = FPDF()
    pdf.core_fonts_encoding = "cp1252"
    pdf.set_margin(20)
    pdf.add_page()
    for piece in pieces:
        if piece.kind == "heading":
            pdf.ln(2)
            _pdf_text(pdf, ((plain(piece.lines[0]), True),), max(10.5, 18 - 2.5 * piece.level))
            pdf.ln(1)
        elif piece.kind == "item":
            pdf.set_left_margin(24 + 5 * piece.level)
            pdf.set_x(pdf.l_margin)
            _pdf_text(pdf, (("• ", False), *piece.lines[0]))
            pdf.set_left_margin(20)
            pdf.set_x(20)
        elif piece.kind == "table":
            for row in rows_of(piece):
                _pdf_row(pdf, [plain(cell) for cell in row])
        else:
            pdf.ln(1.5)
            for line in piece.lines:
                _pdf_line(pdf, line)
    return bytes(pdf.output())


def in_pdf(text: str) -> str:
    """Return text with what the fonts lack replaced."""
    return "".join(NOT_IN_PDF.get(character, character) for character in text)


def _pdf_text(pdf: FPDF, line: Line, size: float = 10) -> None:
    for words, bold in line:
        pdf.set_font("Helvetica", "B" if bold else "", size)
        pdf.write(size * 0.5, in_pdf(words))
    pdf.ln(size * 0.5)


def _pdf_line(pdf: FPDF, line: Line) -> None:
    parts = _GAP.split(plain(line))
    if len(parts) == 2:
        pdf.set_font("Helvetica", "", 10)
        pdf.cell(pdf.epw * 0.65, 5, in_pdf(parts[0]))
        pdf.cell(0, 5, in_pdf(parts[1]), align="R", new_x="LMARGIN", new_y="NEXT")
    else:
        _pdf_text(pdf, line)


def _pdf_row(pdf: FPDF, cells: Sequence[str]) -> None:
    """Write a row of a table in columns of one width, each cell on as many lines as it needs."""
    pdf.set_font("Helvetica", "", 9)
    width, top, bottom = pdf.epw / len(cells), pdf.get_y(), pdf.get_y()
    for number, words in enumerate(cells):
        pdf.set_xy(pdf.l_margin + number * width, top)
        pdf.multi_cell(width - 3, 4.5, in_pdf(words), align="L")
        bottom = max(bottom, pdf.get_y())
    pdf.set_xy(pdf.l_margin, bottom)


# ---------------------------------------------------------------- LaTeX

_TEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\^{}", "~": r"\textasciitilde{}", "→": r"$\rightarrow$", "–": "--", "—": "---", "<": r"\textless{}",
    ">": r"\textgreater{}",
}  # fmt: skip


def as_latex(pieces: Pieces) -> bytes:
    """Return an article: starred sections, itemize, tabular, `\\hfill` where there was a gap."""
    found = [r"\documentclass{article}", r"\usepackage[utf8]{inputenc}", r"\begin{document}"]
    for kind, group in groupby(pieces, lambda piece: piece.kind):
        if kind == "item":
            found += [r"\begin{itemize}", *(rf"\item {_tex(piece.lines[0])}" for piece in group), r"\end{itemize}"]
            continue
        for piece in group:
            if kind == "heading":
                command = ("section", "section", "subsection", "subsubsection")[min(piece.level, 4) - 1]
                found.append(
                    rf"\begin{{center}}{{\Huge \textbf{{{_tex(piece.lines[0])}}}}}\end{{center}}"
                    if piece.level == 1
                    else rf"\{command}*{{{_tex(piece.lines[0])}}}"
                )
            elif kind == "table":
                rows = [" & ".join(map(_tex, row)) + r" \\" for row in rows_of(piece)]
                found += [rf"\begin{{tabular}}{{{'l' * piece.level}}}", *rows, r"\end{tabular}"]
            else:
                found += ["", " \\\\\n".join(map(_tex, piece.lines)), ""]
    return "\n".join([*found, r"\end{document}", ""]).encode()


def _tex(line: Line) -> str:
    parts = []
    for words, bold in line:
        escaped = r" \hfill ".join(
            "".join(_TEX.get(character, character) for character in part) for part in _GAP.split(words)
        )
        parts.append(rf"\textbf{{{escaped}}}" if bold else escaped)
    return "".join(parts)


LAYOUTS: Mapping[str, tuple[str, Callable[[Pieces], bytes]]] = {
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
