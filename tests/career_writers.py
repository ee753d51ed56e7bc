"""The table of writers: each format and layout in which people keep a career, and what writes the invented one in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.career_documents import (
    as_html,
    as_html_of_a_table,
    as_html_of_cards,
    as_open_document,
    as_open_document_in_bold,
    as_open_document_with_tabs,
    as_pdf,
    as_pdf_of_two_columns,
    as_pdf_with_dates_at_the_right,
    as_word,
    as_word_in_a_table,
    as_word_in_bold,
)
from tests.career_records import (
    as_json_of_own_keys,
    as_json_resume,
    as_linkedin,
    as_rendercv,
    as_table,
    as_table_of_achievements,
    as_table_with_semicolons,
    as_yaml_of_own_keys,
)
from tests.career_texts import (
    as_article,
    as_awesome_cv,
    as_markdown,
    as_markdown_with_front_matter,
    as_markdown_with_links,
    as_moderncv,
    as_text,
    as_text_with_dates_first,
)

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
