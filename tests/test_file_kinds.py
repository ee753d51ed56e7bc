"""What a file is, is decided by its content and name together; encodings are detected without guessing wildly."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from graph.errors import UnreadableFileError
from graph.readers import read_file
from graph.readers.decoding import decode_text

# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    "text",
    [
        "Résumé – 40 %",
        "“smart quotes” and it’s €40k",
        "Señor López, año 2019, ingeniería",
        "João Conceição, coordenação",
        "Ærø og Ålesund",
        "café",
        "§ 5, £ 3 ½",
    ],
)
def test_windows_1252_is_read_however_short_the_text(text: str) -> None:
    assert decode_text(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Руководил командой из пяти инженеров и сократил расходы", "cp1251"),
        ("Руководил командой из пяти инженеров и сократил расходы", "koi8_r"),
        ("Zażółć gęślą jaźń. Kierowałem zespołem w Łodzi, wdrożenie usług księgowych", "cp1250"),
        ("Διευθυντής έργων, μείωση κόστους κατά σαράντα τοις εκατό", "cp1253"),
        ("Résumé: Mélanie a réduit les coûts; équipe à Orléans", "mac_roman"),
    ],
)
def test_what_makes_no_words_in_windows_1252_is_read_in_the_encoding_that_does(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    assert decode_text("Grüße aus Köln.".encode(encoding), "a.txt") == "Grüße aus Köln."


# ---------------------------------------------------------------- content against name


def pdf_bytes(line: str = "Cut the bill by 38%") -> bytes:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    pdf.cell(0, 7, line)
    return bytes(pdf.output())


def word_bytes(line: str = "Cut the bill by 38%") -> bytes:
    word = docx.Document()
    word.add_paragraph(line)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def odt_bytes(line: str = "Cut the bill by 38%") -> bytes:
    from odf.opendocument import OpenDocumentText
    from odf.text import P

    made = OpenDocumentText()
    made.text.addElement(P(text=line))
    stream = io.BytesIO()
    made.write(stream)
    return stream.getvalue()


def zip_bytes(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return made.getvalue()


HTML = b"<!-- saved --><!DOCTYPE html><html><body><p>Cut the bill by 38%</p><script>x</script></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("cv.txt", pdf_bytes(), "application/pdf"),
        ("cv.docx", pdf_bytes(), "application/pdf"),
        ("cv.txt", HTML, "text/html"),
        ("cv.md", HTML, "text/html"),
        ("cv.docx", HTML, "text/html"),
        ("cv.pdf", word_bytes(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("cv.odt", word_bytes(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("cv.docx", odt_bytes(), "application/vnd.oasis.opendocument.text"),
        ("cv.txt", odt_bytes(), "application/vnd.oasis.opendocument.text"),
        ("cv.txt", b'{"basics": {"name": "Ada Example", "summary": "Cut the bill by 38%"}}', "application/json"),
        ("cv.txt", b"{ Cut the bill by 38% }", "text/plain"),
    ],
)
def test_a_file_is_read_as_what_it_is(name: str, data: bytes, media_type: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)

    document = read_file(tmp_path / name, name)

    assert document.media_type == media_type
    assert "Cut the bill by 38%" in document.text
    assert "script" not in document.text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("cv.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Office file or one with a password"),
        ("cv.txt", b"{\\rtf1\\ansi Cut the bill}", "Rich Text"),
        ("cv.pdf", b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        ("cv.md", b"\x1f\x8b\x08\0", "a packed archive"),
        ("cv.pdf", b"Cut the bill by 38%\n", "no PDF but plain text by its content; rename it to .txt"),
        ("cv.docx", b"", "empty"),
        ("cv.docx", zip_bytes(xl__workbook_dot_xml="<x/>"), "a spreadsheet of Excel; save it as .csv"),
        ("cv.docx", zip_bytes(ppt__presentation_dot_xml="<x/>"), "slides of PowerPoint"),
        ("cv.odt", zip_bytes(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument spreadsheet"),
        ("cv.txt", zip_bytes(a_dot_png="x"), "an archive that is no LinkedIn export"),
        ("cv.docx", b"PK\x03\x04 and no more", "a damaged archive"),
    ],
)
def test_what_nobody_reads_is_named(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(UnreadableFileError, match=reason.replace("(", r"\(")):
        read_file(tmp_path / name, name)
