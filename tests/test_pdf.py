"""PDF pages: columns in reading order, running heads, cut and spaced words, ligatures, pages of evidence, links to the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from fpdf import FPDF

from graph.documents import Document
from graph.errors import UnreadableFileError
from graph.model import EntityKind
from graph.pipeline import build_graph, interpret
from graph.readers import read_file
from graph.readers.pdf_columns import in_reading_order
from graph.readers.pdf_repairs import clean, without_cut_words, without_letter_spacing, without_running_heads
from index.generations import publish
from webapp import create_app
from webapp.json_parts import evidence_json

SIDE = ["SKILLS", "", "Kafka, Flink", "Terraform, AWS", "", "EDUCATION", "", "MSc Computer Science",
        "Strandvik University", "2010 - 2015", "", "CONTACT", "marit@example.org"]  # fmt: skip
MAIN = ["EXPERIENCE", "", "Lead Platform Engineer, Fjordhavn Logistics", "Mar 2019 - Present",
        "- Moved 40 services to Kubernetes, cutting the cloud", "  bill by 38% in a year of plan-", "  ning and work",
        "- Reduced p95 latency of the booking API from 900 ms", "  to 120 ms with Redis", "",
        "Software Engineer, Nordlys Energi AS", "Aug 2015 - Feb 2019",
        "- Built the meter import in Java"]  # fmt: skip


def column(pdf: FPDF, lines: list[str], x: float, y: float, step: float) -> None:
    for line in lines:
        pdf.set_xy(x, y)
        pdf.cell(90, step, line)
        y += step


def two_columns(path: Path, side_x: float, main_x: float) -> None:
    pdf = FPDF()
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 20)
    pdf.cell(0, 10, "Marit Oskelund", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=9)
    column(pdf, SIDE, side_x, 30, 5.5)
    pdf.set_font("Helvetica", size=10)
    column(pdf, MAIN, main_x, 30, 6)
    pdf.output(str(path))


def one_column(path: Path) -> None:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=10)
    pdf.add_page()
    for line in ["Marit Oskelund", "", *MAIN, "", *SIDE]:
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))


@pytest.mark.parametrize("layout", ["one column", "side column left", "side column right"])
def test_a_resume_is_read_alike_in_each_layout(layout: str, tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    if layout == "one column":
        one_column(path)
    else:
        two_columns(path, *((10, 78) if layout.endswith("left") else (140, 10)))

    document = read_file(path, "cv.pdf")

    text = " ".join(document.text.split())
    assert "cutting the cloud bill by 38% in a year of planning and work" in text
    assert "Kafka, Flink Terraform, AWS EDUCATION MSc Computer Science" in text
    reading = interpret(document)
    roles = [(m.name, m.attributes["start"]) for m in reading.mentions if m.kind is EntityKind.ROLE]
    assert roles == [("Lead Platform Engineer", "2019-03"), ("Software Engineer", "2015-08")]
    assert [m.name for m in reading.mentions if m.kind is EntityKind.PERSON] == ["Marit Oskelund"]
    assert [m.name for m in reading.mentions if m.kind is EntityKind.INSTITUTION] == ["Strandvik University"]


def lines_of(text: str) -> list[str]:
    return text.strip("\n").split("\n")


def test_dates_beside_entries_are_no_column() -> None:
    page = lines_of(
        """
2019 - 2021     Lead Engineer, Fjordhavn Logistics
2015 - 2019     Engineer, Nordlys Energi AS
2013 - 2015     Junior Engineer, Kvalnes Data
2010 - 2013     MSc, Strandvik University
2009            Internship, Kvalnes Data
2008            Certificate of Examples
"""
    )

    assert in_reading_order(page) == page


def test_a_table_is_no_column() -> None:
    page = [f"Metric {number}          {number}00 ms          {number} ms" for number in range(1, 9)]

    assert in_reading_order(page) == page


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    left = ["The first column tells of an old", "system that was to be replaced by", "a new one, and of the people who", "did so without stopping it once."] * 3  # fmt: skip
    right = ["The second column goes on with the", "figures that were measured, before", "and after, and with what was still", "to be done in the following year."] * 3  # fmt: skip
    page = [
        "A Title Across",
        "",
        *(f"{a:<40}{b}" for a, b in zip(left, right, strict=True)),
        "",
        "A last line that goes from the left edge to the very right one.",
    ]

    ordered = [line for line in in_reading_order(page) if line]
    assert ordered == ["A Title Across", *left, *right, page[-1]]


def test_running_heads_feet_and_counters_are_dropped_but_for_the_first_head() -> None:
    pages = [["Marit Oskelund, résumé", "", f"Text of {'abc'[n - 1]}", "more", "and more", "", "confidential", f"Page {n} of 3"] for n in (1, 2, 3)]  # fmt: skip

    kept = [[line for line in page if line] for page in without_running_heads(pages)]

    assert kept == [
        ["Marit Oskelund, résumé", "Text of a", "more", "and more"],
        ["Text of b", "more", "and more"],
        ["Text of c", "more", "and more"],
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a year of plan-\n  ning and work", "a year of planning\n  and work"),
        ("a zero-\ndowntime move", "a zero-downtime\nmove"),
        ("a trunk-based way; trunk-\nbased", "a trunk-based way; trunk-based\n"),
        ("the state\u00ad\nments", "the statements\n"),
        ("2019-\n2021", "2019-\n2021"),
        ("Vor-\nund Nachname", "Vorund\nNachname"),
        ("the Kafka-\nCluster", "the Kafka-\nCluster"),
    ],
)
def test_words_cut_at_the_end_of_a_line_are_joined(text: str, wanted: str) -> None:
    assert without_cut_words(text) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("E X P E R I E N C E", "EXPERIENCE"),
        ("W O R K   H I S T O R Y", "WORK HISTORY"),
        ("M A R I T   O S K E L U N D", "MARIT OSKELUND"),
        ("I am a person", "I am a person"),
        ("Plans A B C and D were drawn", "Plans A B C and D were drawn"),
    ],
)
def test_letter_spaced_lines_become_words(line: str, wanted: str) -> None:
    assert without_letter_spacing(line) == wanted


def test_ligatures_are_letters() -> None:
    assert clean("eﬃcient workﬂows, ﬁrst oﬀer") == "efficient workflows, first offer"


def scan() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 100, 100)
    return bytes(pdf.output())


def test_a_scan_is_a_named_skip(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan())

    with pytest.raises(UnreadableFileError, match="without text, perhaps a scan"):
        read_file(tmp_path / "scan.pdf", "scan.pdf")


# ---------------------------------------------------------------- pages of evidence


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of one PDF file of two pages, and a note."""
    folder = tmp_path_factory.mktemp("paged")
    content = folder / "content"
    content.mkdir()
    pdf = FPDF()
    pdf.set_font("Helvetica", size=10)
    for lines in (
        ["Marit Oskelund", "Platform engineer"],
        ["PROJECTS", "", "- Moved 40 services to Kubernetes, cutting cost by 38%"],
    ):
        pdf.add_page()
        for line in lines:
            pdf.cell(0, 7, line, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(content / "my cv.pdf"))
    (content / "note.md").write_text("# Harbour\n\nI scheduled cranes with Redis.\n")
    (folder / "secret.md").write_text("secret")
    publish(folder / "store", build_graph(content), content)
    return folder


def test_evidence_of_a_pdf_carries_its_page(published: Path) -> None:
    kg = build_graph(published / "content").kg

    (page,) = {proof["page"] for proof in evidence_json(kg, kg.entity("technology:kubernetes").evidence)}  # type: ignore[index,call-overload]
    assert page == 2
    assert all("page" not in proof for proof in evidence_json(kg, kg.entity("technology:redis").evidence))  # type: ignore[operator]


def at_kubernetes(published: Path) -> tuple[Document, int]:
    document = build_graph(published / "content").kg.documents["my cv.pdf"]
    return document, document.text.index("Kubernetes")


def test_the_document_page_links_to_the_page_of_the_file(published: Path) -> None:
    client = create_app(published / "store").test_client()
    _, start = at_kubernetes(published)

    page = client.get(f"/document/my%20cv.pdf?at={start}-{start + 10}").text

    assert 'href="/original/my%20cv.pdf#page=2"' in page
    assert "page 2" in page
    assert 'href="/original/note.md"' in client.get("/document/note.md").text


def test_the_original_file_is_handed_out(published: Path) -> None:
    client = create_app(published / "store").test_client()

    found = client.get("/original/my%20cv.pdf")

    assert found.data == (published / "content" / "my cv.pdf").read_bytes()
    assert found.content_type == "application/pdf"
    assert found.headers["Content-Disposition"].startswith("inline")
    assert client.get("/original/note.md").content_type == "text/plain; charset=utf-8"


@pytest.mark.parametrize("wanted", ["../secret.md", "%2e%2e/secret.md", "careergraph.yaml", "/etc/passwd", "none.md"])
def test_nothing_but_known_documents_is_handed_out(wanted: str, published: Path) -> None:
    client = create_app(published / "store").test_client()

    assert client.get(f"/original/{wanted}").status_code in (308, 404)


def test_a_file_replaced_by_a_link_is_not_handed_out(published: Path) -> None:
    client = create_app(published / "store").test_client()
    note = published / "content" / "note.md"
    kept = note.read_text()
    note.unlink()
    note.symlink_to(published / "secret.md")

    assert client.get("/original/note.md").status_code == 404
    note.unlink()
    note.write_text(kept)
