"""Writes a document's pieces as a PDF, in the fonts that every viewer has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fpdf import FPDF

from benchmarks.pieces import GAP, Line, Piece, plain, rows_of

NOT_IN_PDF: Mapping[str, str] = {"→": "->", "−": "-", "ń": "n", "●": "•", "≥": ">=", "≤": "<="}
"""What the fonts that every PDF viewer has lack, and what people write instead."""


def as_pdf(pieces: Sequence[Piece]) -> bytes:
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
    parts = GAP.split(plain(line))
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
