"""One invented career, and a writer for each format and layout in which people keep theirs. Nothing here is a real person's."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import docx
import yaml
from fpdf import FPDF
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.text import H, List, ListItem, P, Tab


@dataclass(frozen=True)
class Job:
    """One employment with its dates as people write them, and what was done."""

    title: str
    employer: str
    place: str
    start: str
    end: str
    bullets: tuple[str, ...]

    @property
    def dates(self) -> str:
        return f"{self.start} - {self.end}"


NAME = "Marit Oskelund"
HEADLINE = "Lead Platform Engineer"
SUMMARY = "Platform engineer who moves old systems to new places without stopping them."
JOBS = (
    Job(
        "Lead Platform Engineer", "Fjordhavn Logistics", "Bergen", "Mar 2019", "Present",
        (
            "Moved 40 services to Kubernetes, cutting the cloud bill by 38%",
            "Reduced p95 latency of the booking API from 900 ms to 120 ms with Redis",
        ),
    ),
    Job(
        "Software Engineer", "Nordlys Energi AS", "Oslo", "Aug 2015", "Feb 2019",
        (
            "Built the meter import with Kafka and PostgreSQL for 2.1 million meters",
            "Cut the nightly settlement run from 6 hours to 45 minutes",
        ),
    ),
    Job(
        "Junior Developer", "Kvalnes Data", "Stavanger", "Sep 2013", "Jul 2015",
        ("Automated 25 reports in Python, saving 12 hours a week",),
    ),
)  # fmt: skip
SCHOOL, DEGREE, FIELD, STUDIED = "Strandvik University", "MSc", "Computer Science", ("2010", "2013")
SKILLS = {"Streaming": ("Kafka", "Debezium"), "Cloud": ("Kubernetes", "Terraform"), "Languages": ("Python", "Java")}

TRUTH: Mapping[str, frozenset[str]] = {
    "employers": frozenset(job.employer for job in JOBS),
    "titles": frozenset(f"{job.title} @ {job.employer}" for job in JOBS),
    "dates": frozenset(
        {"Fjordhavn Logistics 2019-03 present", "Nordlys Energi AS 2015-08 2019-02", "Kvalnes Data 2013-09 2015-07"}
    ),
    "technologies": frozenset(
        {"Kafka", "Debezium", "Kubernetes", "Terraform", "Python", "Java", "Redis", "PostgreSQL"}
    ),
    "outcomes": frozenset({"40", "38", "900>120", "2100000", "360>45", "25", "12"}),
}
"""What a careful person reads from it, in every format."""


def as_text() -> bytes:
    lines = [NAME, HEADLINE, "", SUMMARY, "", "EXPERIENCE", ""]
    for job in JOBS:
        lines += [
            f"{job.title}, {job.employer}, {job.place}",
            job.dates,
            *(f"- {bullet}" for bullet in job.bullets),
            "",
        ]
    lines += ["EDUCATION", "", f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}", "", "SKILLS", ""]
    lines += [f"{label}: {', '.join(words)}" for label, words in SKILLS.items()]
    return "\n".join(lines).encode()


def as_markdown() -> bytes:
    lines = [f"# {NAME}", "", HEADLINE, "", SUMMARY, "", "## Experience", ""]
    for job in JOBS:
        lines += [f"### {job.title}, {job.employer} ({job.dates})", "", *(f"- {bullet}" for bullet in job.bullets), ""]
    lines += ["## Education", "", f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}", "", "## Skills", ""]
    lines += [f"- **{label}:** {', '.join(words)}" for label, words in SKILLS.items()]
    return "\n".join(lines).encode()


def as_markdown_with_front_matter() -> bytes:
    lines = ["---", f"title: {NAME}", "layout: resume", "---", "", "## Work experience", ""]
    for job in JOBS:
        lines += [f"**{job.title}** | {job.employer} | {job.place} | {job.dates}", "", *(f"* {bullet}" for bullet in job.bullets), ""]  # fmt: skip
    lines += ["## Education", "", f"{SCHOOL}, {DEGREE} in {FIELD}, {' - '.join(STUDIED)}", "", "## Skills", ""]
    lines += [
        "| Area | Tools |",
        "|---|---|",
        *(f"| {label} | {', '.join(words)} |" for label, words in SKILLS.items()),
    ]
    return "\n".join(lines).encode()


def _iso(date: str) -> str:
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    found = re.fullmatch(r"(\w{3}) (\d{4})", date)
    return f"{found[2]}-{months.index(found[1]) + 1:02}" if found else date


def as_json_resume() -> bytes:
    work = []
    for job in JOBS:
        entry: dict[str, object] = {"name": job.employer, "position": job.title, "location": job.place}
        entry |= {"startDate": _iso(job.start), "highlights": list(job.bullets)}
        if job.end != "Present":
            entry["endDate"] = _iso(job.end)
        work.append(entry)
    resume = {
        "basics": {"name": NAME, "label": HEADLINE, "summary": SUMMARY},
        "work": work,
        "education": [{"institution": SCHOOL, "area": FIELD, "studyType": DEGREE, "startDate": STUDIED[0], "endDate": STUDIED[1]}],
        "skills": [{"name": label, "keywords": list(words)} for label, words in SKILLS.items()],
    }  # fmt: skip
    return json.dumps(resume, indent=1).encode()


def as_rendercv() -> bytes:
    lines = [
        "cv:",
        f"  name: {NAME}",
        f"  headline: {HEADLINE}",
        "  sections:",
        "    summary:",
        f"      - {SUMMARY}",
        "    experience:",
    ]
    for job in JOBS:
        lines += [
            f"      - company: {job.employer}",
            f"        position: {job.title}",
            f"        start_date: {_iso(job.start)}",
        ]
        lines += [f"        end_date: {_iso(job.end).lower()}", "        highlights:"]
        lines += [f"          - {bullet}" for bullet in job.bullets]
    lines += ["    education:", f"      - institution: {SCHOOL}", f"        area: {FIELD}", f"        degree: {DEGREE}"]
    lines += [f"        start_date: {STUDIED[0]}", f"        end_date: {STUDIED[1]}", "    skills:"]
    for label, words in SKILLS.items():
        lines += [f"      - label: {label}", f"        details: {', '.join(words)}"]
    return "\n".join([*lines, "design:", "  theme: classic"]).encode()


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


def _table(head: tuple[str, ...], *rows: tuple[str, ...], delimiter: str = ",") -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows([head, *rows])
    return written.getvalue()


def as_table() -> bytes:
    """Jobs a row each; a table has no place for skills, so these stand in a column."""
    tools = [", ".join(words) for words in SKILLS.values()]
    rows = [(j.employer, j.title, j.start, j.end, "\n".join(j.bullets), tools[n]) for n, j in enumerate(JOBS)]
    return _table(("Employer", "Role", "From", "To", "Achievements", "Skills"), *rows).encode()


def as_table_with_semicolons() -> bytes:
    tools = [", ".join(words) for words in SKILLS.values()]
    rows = [(j.dates, j.title, j.employer, " • ".join(("", *j.bullets)).strip(), tools[n]) for n, j in enumerate(JOBS)]
    return _table(("Dates", "Job title", "Company", "Description", "Skills"), *rows, delimiter=";").encode("utf-8-sig")


def as_linkedin() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in linkedin_tables().items():
            archive.writestr(name, content)
    return stream.getvalue()


def linkedin_tables() -> dict[str, str]:
    first, last = NAME.split()
    positions = [
        (
            j.employer,
            j.title,
            "\n".join(f"• {b}" for b in j.bullets),
            j.place,
            j.start,
            "" if j.end == "Present" else j.end,
        )
        for j in JOBS
    ]
    return {
        "Profile.csv": _table(("First Name", "Last Name", "Headline", "Summary"), (first, last, HEADLINE, SUMMARY)),
        "Positions.csv": _table(("Company Name", "Title", "Description", "Location", "Started On", "Finished On"), *positions),
        "Education.csv": _table(("School Name", "Start Date", "End Date", "Degree Name"), (SCHOOL, *STUDIED, f"{DEGREE} {FIELD}")),
        "Skills.csv": _table(("Name",), *((word,) for words in SKILLS.values() for word in words)),
    }  # fmt: skip


def _tex(words: str) -> str:
    return words.replace("%", r"\%").replace("&", r"\&")


def as_moderncv() -> bytes:
    first, last = NAME.split()
    lines = [
        r"\documentclass{moderncv}",
        rf"\name{{{first}}}{{{last}}}",
        rf"\title{{{HEADLINE}}}",
        r"\begin{document}",
        r"\makecvtitle",
    ]
    lines.append(r"\section{Experience}")
    for job in JOBS:
        items = "\n".join(rf"\item {_tex(bullet)}" for bullet in job.bullets)
        lines.append(
            rf"\cventry{{{job.start} -- {job.end}}}{{{job.title}}}{{{job.employer}}}{{{job.place}}}{{}}"
            rf"{{\begin{{itemize}}{items}\end{{itemize}}}}"
        )
    lines += [
        r"\section{Education}",
        rf"\cventry{{{'--'.join(STUDIED)}}}{{{DEGREE} {FIELD}}}{{{SCHOOL}}}{{}}{{}}{{}}",
        r"\section{Skills}",
    ]
    lines += [rf"\cvitem{{{label}}}{{{', '.join(words)}}}" for label, words in SKILLS.items()]
    return "\n".join([*lines, r"\end{document}"]).encode()


def as_awesome_cv() -> bytes:
    first, last = NAME.split()
    lines = [
        r"\documentclass{awesome-cv}",
        rf"\name{{{first}}}{{{last}}}",
        r"\begin{document}",
        r"\cvsection{Work Experience}",
        r"\begin{cventries}",
    ]
    for job in JOBS:
        items = "\n".join(rf"\item {{{_tex(bullet)}}}" for bullet in job.bullets)
        lines.append(
            rf"\cventry{{{job.title}}}{{{job.employer}}}{{{job.place}}}{{{job.dates}}}"
            rf"{{\begin{{cvitems}}{items}\end{{cvitems}}}}"
        )
    lines += [
        r"\end{cventries}",
        r"\cvsection{Education}",
        rf"\cventry{{{DEGREE} {FIELD}}}{{{SCHOOL}}}{{}}{{{' - '.join(STUDIED)}}}{{}}",
    ]
    lines += [
        r"\cvsection{Skills}",
        *(rf"\cvskill{{{label}}}{{{', '.join(words)}}}" for label, words in SKILLS.items()),
    ]
    return "\n".join([*lines, r"\end{document}"]).encode()


def as_article() -> bytes:
    lines = [
        r"\documentclass{article}",
        r"\begin{document}",
        rf"\begin{{center}}\Huge\textbf{{{NAME}}}\end{{center}}",
        r"\section*{Experience}",
    ]
    for job in JOBS:
        items = "\n".join(rf"\item {_tex(bullet)}" for bullet in job.bullets)
        lines.append(
            rf"\textbf{{{job.title}}}, {job.employer} \hfill {job.start} -- {job.end}"
            "\n"
            rf"\begin{{itemize}}{items}\end{{itemize}}"
        )
    lines += [
        r"\section*{Education}",
        rf"{DEGREE} {FIELD}, {SCHOOL} \hfill {' -- '.join(STUDIED)}",
        r"\section*{Skills}",
    ]
    lines += [rf"\textbf{{{label}:}} {', '.join(words)}\\" for label, words in SKILLS.items()]
    return "\n".join([*lines, r"\end{document}"]).encode()


def as_text_with_dates_first() -> bytes:
    lines = [NAME.upper(), HEADLINE, "", SUMMARY, "", "WORK HISTORY", ""]
    for job in JOBS:
        lines += [f"{job.start} - {job.end:<12}{job.employer}, {job.place}", f"{'':>22}{job.title}"]
        lines += [*(f"{'':>22}* {bullet}" for bullet in job.bullets), ""]
    lines += ["STUDIES", "", f"{' - '.join(STUDIED)}           {SCHOOL}, {DEGREE} {FIELD}", "", "SKILLS", ""]
    return "\n".join([*lines, *(f"{label}: {', '.join(words)}" for label, words in SKILLS.items())]).encode()


def as_markdown_with_links() -> bytes:
    lines = [f"# {NAME}", "", f"*{HEADLINE}*", "", SUMMARY, "", "## :briefcase: Experience", ""]
    for job in JOBS:
        site = f"https://{job.employer.split()[0].lower()}.example"
        lines += [f"**{job.title}**, [{job.employer}]({site}) <br/>", f"`{job.dates}` *{job.place}*", ""]
        lines += [*(f"* {bullet}" for bullet in job.bullets), ""]
    lines += ["## Education", "", f"- **{DEGREE} {FIELD}**, {SCHOOL} ({' - '.join(STUDIED)})", "", "## Skills", ""]
    return "\n".join([*lines, " ".join(f"`{word}`" for words in SKILLS.values() for word in words)]).encode()


def _own_keys() -> dict[str, object]:
    return {
        "me": {"called": NAME, "does": HEADLINE},
        "been_at": [
            {"where": job.employer, "what": job.title, "when": job.dates, "did": list(job.bullets)} for job in JOBS
        ],
        "went_to": [{"school": SCHOOL, "got": DEGREE, "in": FIELD, "years": "-".join(STUDIED)}],
        "knows": [word for words in SKILLS.values() for word in words],
    }


def as_yaml_of_own_keys() -> bytes:
    return yaml.safe_dump(_own_keys(), allow_unicode=True, sort_keys=False).encode()


def as_json_of_own_keys() -> bytes:
    return json.dumps(_own_keys(), ensure_ascii=False, indent=1).encode()


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


def as_table_of_achievements() -> bytes:
    tools = [", ".join(words) for words in SKILLS.values()]
    rows = [
        (job.title, job.employer, job.start, job.end, bullet, tools[n] if not first else "")
        for n, job in enumerate(JOBS)
        for first, bullet in enumerate(job.bullets)
    ]
    return _table(("Position", "Company", "Start", "End", "Achievement", "Tools"), *rows, delimiter="\t").encode()


WRITERS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("cv.txt", as_text),
    "text, UTF-16": ("cv.txt", lambda: as_text().decode().encode("utf-16")),
    "text, Windows lines": ("cv.txt", lambda: as_text().replace(b"\n", b"\r\n")),
    "text, dates first": ("cv.txt", as_text_with_dates_first),
    "Markdown": ("cv.md", as_markdown),
    "Markdown, front matter": ("cv.md", as_markdown_with_front_matter),
    "Markdown, links": ("cv.md", as_markdown_with_links),
    "YAML, RenderCV": ("cv.yaml", as_rendercv),
    "YAML, own keys": ("cv.yaml", as_yaml_of_own_keys),
    "JSON Resume": ("cv.json", as_json_resume),
    "JSON, own keys": ("cv.json", as_json_of_own_keys),
    "HTML": ("cv.html", as_html),
    "HTML, cards": ("cv.html", as_html_of_cards),
    "HTML, table": ("cv.html", as_html_of_a_table),
    "PDF": ("cv.pdf", as_pdf),
    "PDF, dates at the right": ("cv.pdf", as_pdf_with_dates_at_the_right),
    "PDF, two columns": ("cv.pdf", as_pdf_of_two_columns),
    "Word, styles": ("cv.docx", as_word),
    "Word, bold": ("cv.docx", as_word_in_bold),
    "Word, table": ("cv.docx", as_word_in_a_table),
    "OpenDocument": ("cv.odt", as_open_document),
    "OpenDocument, bold": ("cv.odt", as_open_document_in_bold),
    "OpenDocument, tabs": ("cv.odt", as_open_document_with_tabs),
    "CSV": ("jobs.csv", as_table),
    "CSV, semicolons": ("jobs.csv", as_table_with_semicolons),
    "CSV, tabs, a row an achievement": ("jobs.csv", as_table_of_achievements),
    "LinkedIn": ("export.zip", as_linkedin),
    "LaTeX, moderncv": ("cv.tex", as_moderncv),
    "LaTeX, awesome-cv": ("cv.tex", as_awesome_cv),
    "LaTeX, article": ("cv.tex", as_article),
}
"""Layout → the file's name and what writes it."""
