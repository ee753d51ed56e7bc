"""Readers: what HTML, PDF and Word become, what is refused, and the table of formats."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from graph.documents import BlockKind
from graph.errors import UnreadableFileError, UnsupportedFormatError
from graph.readers import READERS, read_file
from tests.document_shapes import levels, shown

# ---------------------------------------------------------------- HTML

PAGE = """<!doctype html><html><head><title>Tendai – work</title><style>p {}</style>
<meta name="author" content="Tendai Örn"></head><body>
<nav><a href="/">Home 99%</a></nav><h1>Ride <em>map</em></h1><p>First
 line.<br>Second line.</p><p hidden>secret</p><div style="display: none">gone</div><span aria-hidden="true">x</span>
<ul><li>one<ul><li>inner</li></ul></li><li><p>two</p><p>more</p></li></ul>
<table><tr><th>Metric</th><th>After</th></tr><tr><td>p95</td><td>120 ms</td></tr></table>
<dl><dt>Place</dt><dd>Dublin</dd><dt>97%</dt><dd>CPU reduction</dd></dl>
<script>var cut = "50%";</script><footer>© 2024</footer></body></html>"""


def test_html_gives_the_visible_main_text_with_its_blocks(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")

    document = read_file(path, "page.html")

    assert shown(document) == [
        ("heading", "Ride map"),
        ("paragraph", "First line."),
        ("paragraph", "Second line."),
        ("list_item", "one"),
        ("list_item", "inner"),
        ("list_item", "two"),
        ("paragraph", "more"),
        ("table_row", "Metric | After"),
        ("table_row", "p95 | 120 ms"),
        ("field", "Dublin"),
        ("paragraph", "97%"),
        ("paragraph", "CPU reduction"),
    ]
    assert [level for level, _ in levels(document, BlockKind.LIST_ITEM)] == [0, 1, 0]
    assert document.text.startswith("Ride map\n\nFirst line.\nSecond line.\n\none\n")
    assert "Place: Dublin" in document.text
    assert document.title == "Tendai – work"
    assert document.metadata == {"author": "Tendai Örn"}


def test_html_that_nests_very_deeply_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 20_000 + "bottom", encoding="utf-8")

    assert read_file(path, "deep.html").text == "bottom"


# ---------------------------------------------------------------- PDF and Word


def write_pdf(path: Path, lines: list[str], password: str = "") -> None:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    for line in lines:
        pdf.cell(0, 7, line, new_x="LMARGIN", new_y="NEXT")
    pdf.add_page()
    pdf.cell(0, 7, "Second page.")
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    pdf.output(str(path))


def test_pdf_pages_become_text_with_blocks(tmp_path: Path) -> None:
    write_pdf(tmp_path / "cv.pdf", ["EXPERIENCE", "", "- Cut the bill by 38%", "- Moved 40 services"])

    document = read_file(tmp_path / "cv.pdf", "cv.pdf")

    assert ("heading", "EXPERIENCE") in shown(document)
    assert ("list_item", "Cut the bill by 38%") in shown(document)
    assert len(document.pages) == 2
    assert document.text[document.pages[1] :] == "Second page."


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    write_pdf(tmp_path / "cv.pdf", ["text"], password="secret")

    with pytest.raises(UnreadableFileError, match="without a password"):
        read_file(tmp_path / "cv.pdf", "cv.pdf")


def test_a_pdf_without_text_is_refused_with_the_remedy(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.output(str(tmp_path / "scan.pdf"))

    with pytest.raises(UnreadableFileError, match="text recognition"):
        read_file(tmp_path / "scan.pdf", "scan.pdf")


def test_word_styles_become_blocks(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Rosa Ferrante", 0)
    word.add_heading("Experience", 1)
    word.add_paragraph("Ran the ward of a hospital in a small town.")
    word.add_paragraph("Cut waiting by 38%", style="List Bullet")
    word.add_paragraph("in two wards", style="List Bullet 2")
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "p95", "120 ms"
    word.save(str(tmp_path / "cv.docx"))

    document = read_file(tmp_path / "cv.docx", "cv.docx")

    assert shown(document) == [
        ("heading", "Rosa Ferrante"),
        ("heading", "Experience"),
        ("paragraph", "Ran the ward of a hospital in a small town."),
        ("list_item", "Cut waiting by 38%"),
        ("list_item", "in two wards"),
        ("table_row", "p95 | 120 ms"),
    ]
    assert levels(document, BlockKind.LIST_ITEM) == [(0, "Cut waiting by 38%"), (1, "in two wards")]
    assert document.title == "Rosa Ferrante"


def test_a_bold_paragraph_of_word_is_a_heading(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("A first paragraph that says something.")
    word.add_paragraph().add_run("Work at the harbour office").bold = True
    word.add_paragraph("A second paragraph that says something else.")
    word.save(str(tmp_path / "cv.docx"))

    document = read_file(tmp_path / "cv.docx", "cv.docx")

    assert levels(document, BlockKind.HEADING) == [(3, "Work at the harbour office")]


def test_a_word_document_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 20_000_000)

    with pytest.raises(UnreadableFileError, match="unpacks to 19 MB"):
        read_file(path, "bomb.docx")


# ---------------------------------------------------------------- the table of readers


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_damaged_file_is_refused_with_a_remedy(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"damaged{suffix}"
    path.write_bytes(b"%PDF-1.7 nothing of it is true")

    with pytest.raises(UnreadableFileError, match="save it"):
        read_file(path, path.name)


def test_a_format_without_a_reader_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("text")

    with pytest.raises(UnsupportedFormatError, match=r"a\.xyz: unsupported format \.xyz"):
        read_file(tmp_path / "a.xyz", "a.xyz")


def test_a_file_over_its_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a" * (READERS[".yaml"].max_bytes + 1))

    with pytest.raises(UnreadableFileError, match="larger than 1 MB"):
        read_file(path, "big.yaml")


def test_missing_files_folders_and_pipes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")

    for name, message in [("none.md", "No such file"), ("folder.md", "no regular file"), ("pipe.md", "no regular")]:
        with pytest.raises(UnreadableFileError, match=message):
            read_file(tmp_path / name, name)


def test_the_hash_is_that_of_the_files_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfabc")

    document = read_file(tmp_path / "a.txt", "a.txt")

    assert document.sha256 == hashlib.sha256(b"\xef\xbb\xbfabc").hexdigest()
