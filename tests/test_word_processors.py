"""Word and OpenDocument files in the layouts that people use: text boxes, headers, content controls, collapsed bullets, frames."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from odf import style, table, text
from odf.draw import Frame, TextBox
from odf.office import Annotation
from odf.opendocument import OpenDocumentText

from graph.documents import Document
from graph.errors import UnreadableFileError
from graph.readers.open_documents import read_open_document
from graph.readers.word_documents import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ALL = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def word(*made: Any) -> Document:
    """Return the document read from a Word file to which each of some functions has added something."""
    document = docx.Document()
    for add in made:
        add(document)
    stream = io.BytesIO()
    document.save(stream)
    return read_word(stream.getvalue(), "cv.docx")


def raw(xml: str) -> Any:
    def add(document: Any) -> None:
        body = document.element.body
        body.insert(len(body) - 1, parse_xml(xml))

    return add


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.quote(block.span)) for block in document.blocks]


# ---------------------------------------------------------------- Word


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Kafka, Terraform</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        f"<w:p {ALL}><w:r><w:t>Skills of mine</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert word(raw(xml)).text == "Skills of mine\nKafka, Terraform"


def test_content_controls_links_and_insertions_are_read_and_deletions_not() -> None:
    xml = (
        f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t xml:space='preserve'>Engineer at </w:t></w:r>"
        "<w:hyperlink><w:r><w:t>Fjordhavn</w:t></w:r></w:hyperlink>"
        "<w:ins><w:r><w:t xml:space='preserve'> since 2019</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> until 1999</w:delText></w:r></w:del>"
        "<w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> in Bergen</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Cobol</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )

    assert word(raw(xml)).text == "Engineer at Fjordhavn since 2019 in Bergen"


def test_the_header_of_the_first_page_comes_first() -> None:
    def add(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Marit Oskelund"
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        document.add_paragraph("Lead Platform Engineer")

    assert word(add).text == "Marit Oskelund\nLead Platform Engineer"


def test_bullets_collapsed_into_one_paragraph_are_items() -> None:
    document = word(
        lambda d: d.add_paragraph("• Moved 40 services • Cut the bill by 38%\n• Ran the cutover"),
        lambda d: d.add_paragraph("\uf0b7\tBuilt the importer"),
        lambda d: d.add_paragraph("Bergen • marit@example.org • +47 555"),
    )

    assert shown(document) == [
        ("list_item", "Moved 40 services"),
        ("list_item", "Cut the bill by 38%"),
        ("list_item", "Ran the cutover"),
        ("list_item", "Built the importer"),
        ("paragraph", "Bergen • marit@example.org • +47 555"),
    ]


def test_a_table_that_places_columns_gives_their_paragraphs_and_others_rows() -> None:
    def columns(document: Any) -> None:
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text = "Skills\nKafka"
        cells[0].add_paragraph("Terraform")
        cells[1].text = "Experience"
        cells[1].add_paragraph("Moved 40 services to another place and cut the bill by 38%.")

    def rows(document: Any) -> None:
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text, cells[1].text = "p95", "120 ms"

    document = word(columns, lambda d: d.add_paragraph(""), rows)

    lines = [line for line in document.text.split("\n") if line]
    assert lines[:4] == ["Skills", "Kafka", "Terraform", "Experience"]
    assert lines[-1] == "| p95 | 120 ms |"


# ---------------------------------------------------------------- OpenDocument


def odt(fill: Any) -> Document:
    made = OpenDocumentText()
    fill(made)
    stream = io.BytesIO()
    made.write(stream)
    return read_open_document(stream.getvalue(), "cv.odt")


def test_headings_lists_tables_and_spaces_of_opendocument_are_read() -> None:
    def fill(made: Any) -> None:
        made.text.addElement(text.H(outlinelevel=1, text="Marit Oskelund"))
        made.text.addElement(text.H(outlinelevel=2, text="Experience"))
        line = text.P(text="Engineer, Fjordhavn")
        line.addElement(text.Tab())
        line.addText("2019")
        line.addElement(text.LineBreak())
        line.addText("Bergen")
        made.text.addElement(line)
        outer, inner = text.List(), text.List()
        item = text.ListItem()
        item.addElement(text.P(text="Cut the bill by 38%"))
        nested = text.ListItem()
        nested.addElement(text.P(text="in two wards"))
        inner.addElement(nested)
        item.addElement(inner)
        outer.addElement(item)
        made.text.addElement(outer)
        grid = table.Table()
        row = table.TableRow()
        for words in ("p95", "120 ms"):
            cell = table.TableCell()
            cell.addElement(text.P(text=words))
            row.addElement(cell)
        grid.addElement(row)
        made.text.addElement(grid)

    document = odt(fill)

    assert document.text == (
        "Marit Oskelund\nExperience\nEngineer, Fjordhavn    2019\nBergen\n• Cut the bill by 38%\n  • in two wards\n| p95 | 120 ms |"
    )
    assert shown(document)[:2] == [("heading", "Marit Oskelund"), ("heading", "Experience")]
    assert document.title == "Marit Oskelund"


def test_bold_lines_frames_and_the_header_of_opendocument_are_read() -> None:
    def fill(made: Any) -> None:
        bold = style.Style(name="Strong", family="paragraph")
        bold.addElement(style.TextProperties(fontweight="bold"))
        made.automaticstyles.addElement(bold)
        layout = style.PageLayout(name="layout")
        made.automaticstyles.addElement(layout)
        page = style.MasterPage(name="Standard", pagelayoutname=layout)
        header = style.Header()
        header.addElement(text.P(text="Marit Oskelund"))
        page.addElement(header)
        made.masterstyles.addElement(page)
        made.text.addElement(text.P(text="A first paragraph that says something."))
        made.text.addElement(text.P(text="Work at the harbour office", stylename=bold))
        holder = text.P(text="A second paragraph that says something else.")
        frame, box = Frame(width="5cm", anchortype="paragraph"), TextBox()
        box.addElement(text.P(text="Kafka, Terraform"))
        frame.addElement(box)
        holder.addElement(frame)
        made.text.addElement(holder)

    document = odt(fill)

    assert document.text.split("\n") == [
        "Marit Oskelund",
        "A first paragraph that says something.",
        "Work at the harbour office",
        "A second paragraph that says something else.",
        "Kafka, Terraform",
    ]
    assert ("heading", "Work at the harbour office") in shown(document)


def test_comments_notes_and_deleted_text_of_opendocument_are_left_out() -> None:
    def fill(made: Any) -> None:
        line = text.P(text="Moved 40 services")
        comment = Annotation()
        comment.addElement(text.P(text="Really? 99%"))
        line.addElement(comment)
        line.addElement(text.S(c=999_999_999))
        line.addText("to Kubernetes")
        made.text.addElement(line)

    assert odt(fill).text == "Moved 40 services        to Kubernetes"


@pytest.mark.parametrize("content", ["<office:document/>", "<a>" * 400, ""])
def test_a_damaged_opendocument_file_is_refused(content: str) -> None:
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)

    with pytest.raises(UnreadableFileError, match="save it"):
        read_open_document(stream.getvalue(), "cv.odt")
