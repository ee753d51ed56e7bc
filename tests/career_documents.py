"""The invented career as pages and documents: HTML, PDF, Word, OpenDocument."""

from __future__ import annotations

import html
import io

import docx
from fpdf import FPDF
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.text import H, List, ListItem, P, Tab

from tests.career_texts import as_text
from tests.one_career import DEGREE, FIELD, HEADLINE, JOBS, NAME, SCHOOL, SKILLS, STUDIED, SUMMARY


def as_html() -> bytes:
    parts = [
        f"<!doctype html><title>{NAME}</title><nav><a href='/'>Home</a></nav><main><h1>{NAME}</h1><p>{HEADLINE}</p>"
    ]
    parts += [f"<p>{SUMMARY}</p><h2>Experience</h2>"]
    for job in JOBS:
        items = "".join(f"<li>{html.escape(bullet)}</li>" for bullet in job.bullets)
        parts.append(f"<h3>{job.title}, {job.employer}</h3><p>{job.dates}, {job.place}</p><ul>{items}</ul>")
    parts.append(f"<h2>Education</h2><p>{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}</p><h2>Skills</h2><dl>")
    parts += [f"<dt>{label}</dt><dd>{', '.join(words)}</dd>" for label, words in SKILLS.items()]
    return "".join([*parts, "</dl></main><footer>© 2024</footer>"]).encode()


def as_html_of_cards() -> bytes:
    parts = [f"<!doctype html><title>{NAME}</title><header><h1>{NAME}</h1><span>{HEADLINE}</span></header>"]
    parts += ["<section><h2>Work experience</h2>"]
    for job in JOBS:
        items = "".join(f"<li><span>{html.escape(bullet)}</span></li>" for bullet in job.bullets)
        parts.append(
            f"<article class=card><div><strong>{job.title}</strong></div><div>{job.employer}, {job.place}</div>"
            f"<div>{job.dates}</div><ul>{items}</ul></article>"
        )
    parts.append(f"</section><section><h2>Education</h2><div>{SCHOOL}</div><div>{DEGREE} {FIELD}</div></section>")
    parts += ["<section><h2>Skills</h2><ul>", *(f"<li>{word}</li>" for words in SKILLS.values() for word in words)]
    return "".join([*parts, "</ul></section>"]).encode()


def as_pdf() -> bytes:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=10)
    pdf.add_page()
    for line in as_text().decode().split("\n"):
        pdf.multi_cell(0, 5.5, line, new_x="LMARGIN", new_y="NEXT") if line else pdf.ln(4)
    return bytes(pdf.output())


def as_pdf_with_dates_at_the_right() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 18)
    pdf.cell(0, 10, NAME, align="C", new_x="LMARGIN", new_y="NEXT")
    for job_or_title in ("EXPERIENCE", *JOBS, "EDUCATION"):
        pdf.set_font("Helvetica", "B", 10)
        if isinstance(job_or_title, str):
            pdf.cell(0, 9, job_or_title, new_x="LMARGIN", new_y="NEXT")
            continue
        pdf.cell(120, 6, f"{job_or_title.title}, {job_or_title.employer}")
        pdf.cell(0, 6, job_or_title.dates, align="R", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", size=10)
        for bullet in job_or_title.bullets:
            pdf.multi_cell(0, 5.5, f"- {bullet}", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=10)
    pdf.cell(0, 6, f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", "B", 10)
    pdf.cell(0, 9, "SKILLS", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=10)
    for label, words in SKILLS.items():
        pdf.cell(0, 6, f"{label}: {', '.join(words)}", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def as_pdf_of_two_columns() -> bytes:
    pdf = FPDF()
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 18)
    pdf.cell(0, 10, NAME, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=9)
    side = ["SKILLS", "", *(f"{', '.join(words)}" for words in SKILLS.values()), "", "EDUCATION", ""]
    side += [f"{DEGREE} {FIELD}", SCHOOL, " - ".join(STUDIED), "", "CONTACT", "", "marit@example.org", "Bergen"]
    y = 28.0
    for line in side:
        pdf.set_xy(10, y)
        pdf.cell(55, 5, line)
        y += 5
    y = 28.0
    main = ["EXPERIENCE", ""]
    for job in JOBS:
        main += [f"{job.title}, {job.employer}", job.dates, *(f"- {bullet}" for bullet in job.bullets), ""]
    for line in main:
        pdf.set_xy(72, y)
        pdf.multi_cell(128, 5, line)
        y = pdf.get_y() if line else y + 5
    return bytes(pdf.output())


def as_word() -> bytes:
    word = docx.Document()
    word.add_heading(NAME, 0)
    word.add_paragraph(HEADLINE)
    word.add_paragraph(SUMMARY)
    word.add_heading("Experience", 1)
    for job in JOBS:
        word.add_heading(f"{job.title}, {job.employer}, {job.place}", 2)
        word.add_paragraph(job.dates)
        for bullet in job.bullets:
            word.add_paragraph(bullet, style="List Bullet")
    word.add_heading("Education", 1)
    word.add_paragraph(f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}")
    word.add_heading("Skills", 1)
    for label, words in SKILLS.items():
        word.add_paragraph(f"{label}: {', '.join(words)}")
    return _saved(word)


def as_word_in_bold() -> bytes:
    word = docx.Document()
    word.add_paragraph().add_run(NAME).bold = True
    word.add_paragraph(HEADLINE)
    word.add_paragraph().add_run("Work Experience").bold = True
    for job in JOBS:
        line = word.add_paragraph()
        line.add_run(job.title).bold = True
        line.add_run(f", {job.employer}\t{job.dates}")
        word.add_paragraph(" ".join(f"• {bullet}" for bullet in job.bullets))
    word.add_paragraph().add_run("Education").bold = True
    word.add_paragraph(f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}")
    word.add_paragraph().add_run("Skills").bold = True
    for label, words in SKILLS.items():
        word.add_paragraph(f"{label}: {', '.join(words)}")
    return _saved(word)


def as_word_in_a_table() -> bytes:
    word = docx.Document()
    cells = word.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "Skills"
    for words in SKILLS.values():
        cells[0].add_paragraph(", ".join(words))
    cells[1].text = NAME
    cells[1].add_paragraph(HEADLINE)
    cells[1].add_paragraph("Experience")
    for job in JOBS:
        cells[1].add_paragraph(f"{job.title}, {job.employer}, {job.place}")
        cells[1].add_paragraph(job.dates)
        for bullet in job.bullets:
            cells[1].add_paragraph(bullet, style="List Bullet")
    cells[1].add_paragraph("Education")
    cells[1].add_paragraph(f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}")
    return _saved(word)


def _saved(word: object) -> bytes:
    stream = io.BytesIO()
    word.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def as_open_document() -> bytes:
    return _open_document(with_headings=True)


def as_open_document_in_bold() -> bytes:
    return _open_document(with_headings=False)


def _open_document(with_headings: bool) -> bytes:
    made = OpenDocumentText()
    bold = Style(name="Strong", family="paragraph")
    bold.addElement(TextProperties(fontweight="bold"))
    made.automaticstyles.addElement(bold)

    def heading(level: int, words: str) -> None:
        made.text.addElement(H(outlinelevel=level, text=words) if with_headings else P(text=words, stylename=bold))

    heading(1, NAME)
    made.text.addElement(P(text=HEADLINE))
    heading(2, "Experience")
    for job in JOBS:
        heading(3, f"{job.title}, {job.employer}, {job.place}") if with_headings else made.text.addElement(
            P(text=f"{job.title}, {job.employer}, {job.place}")
        )
        made.text.addElement(P(text=job.dates))
        items = List()
        for bullet in job.bullets:
            item = ListItem()
            item.addElement(P(text=bullet))
            items.addElement(item)
        made.text.addElement(items)
    heading(2, "Education")
    made.text.addElement(P(text=f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}"))
    heading(2, "Skills")
    for label, words in SKILLS.items():
        made.text.addElement(P(text=f"{label}: {', '.join(words)}"))
    stream = io.BytesIO()
    made.write(stream)
    return stream.getvalue()


def as_html_of_a_table() -> bytes:
    parts = [f"<!doctype html><title>{NAME}</title><h1>{NAME}</h1><p>{HEADLINE}</p><h2>Experience</h2><table>"]
    for job in JOBS:
        items = "".join(f"<li>{html.escape(bullet)}</li>" for bullet in job.bullets)
        parts.append(f"<tr><td>{job.dates}</td><td><b>{job.title}</b>, {job.employer}<ul>{items}</ul></td></tr>")
    parts.append(f"</table><h2>Education</h2><p>{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}</p><h2>Skills</h2>")
    return "".join([*parts, *(f"<p>{label}: {', '.join(words)}</p>" for label, words in SKILLS.items())]).encode()


def as_open_document_with_tabs() -> bytes:
    made = OpenDocumentText()

    def line(*cells: str) -> None:
        paragraph = P()
        for place, words in enumerate(cells):
            if place:
                paragraph.addElement(Tab())
            paragraph.addText(words)
        made.text.addElement(paragraph)

    for words in (NAME, HEADLINE, "EXPERIENCE"):
        line(words)
    for job in JOBS:
        line(f"{job.employer}, {job.place}", job.dates)
        line(job.title)
        for bullet in job.bullets:
            line(f"• {bullet}")
    line("EDUCATION")
    line(f"{DEGREE} {FIELD}, {SCHOOL}", " - ".join(STUDIED))
    line("SKILLS")
    for label, words_of in SKILLS.items():
        line(f"{label}: {', '.join(words_of)}")
    stream = io.BytesIO()
    made.write(stream)
    return stream.getvalue()
