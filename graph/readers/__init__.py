"""Reads content files: one module a format, one table. Knows nothing of what the text says."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from graph.documents import Document
from graph.errors import CareerGraphError, UnreadableFileError, UnsupportedFormatError
from graph.readers.archives import LIMITS as UNPACKED
from graph.readers.content_kinds import format_of
from graph.readers.csv_tables import read_csv
from graph.readers.html_pages import read_html
from graph.readers.latex_files import read_latex
from graph.readers.linkedin_exports import linkedin_document, read_linkedin
from graph.readers.linkedin_folders import export_of
from graph.readers.markdown import read_markdown
from graph.readers.open_documents import read_open_document
from graph.readers.pdf_files import read_pdf
from graph.readers.plain_text import read_plain_text
from graph.readers.spec import MEGABYTE, Reader, ReaderSpec, formats_table
from graph.readers.word_documents import read_word
from graph.readers.yaml_files import read_json, read_yaml

__all__ = ["FORMATS", "READERS", "Reader", "ReaderSpec", "formats_table", "read_file", "reader_for"]

FORMATS: tuple[ReaderSpec, ...] = (
    ReaderSpec(
        (".md", ".markdown"),
        "Markdown",
        read_markdown,
        5 * MEGABYTE,
        "The file's own text: CommonMark with tables and front matter (YAML, TOML); HTML comments are left out.",
        "lines of 20,000 characters",
    ),
    ReaderSpec(
        (".txt", ".text"),
        "plain text",
        read_plain_text,
        5 * MEGABYTE,
        "The file's own text; headings, bullets, `Key: value` lines and tables by the look of the lines.",
    ),
    ReaderSpec(
        (".yaml", ".yml"),
        "YAML",
        read_yaml,
        MEGABYTE,
        "The file's own text, each value with its path of keys, RenderCV's for example; comments are left out.",
        "40 levels, 100 aliases",
    ),
    ReaderSpec(
        (".json",),
        "JSON",
        read_json,
        MEGABYTE,
        "The file's own text, each value with its path of keys, JSON Resume's for example.",
        "40 levels",
    ),
    ReaderSpec(
        (".html", ".htm"),
        "HTML",
        read_html,
        5 * MEGABYTE,
        "The visible text without navigation, footers and scripts; below it what JSON-LD (`Person`), h-card and h-resume say.",
        "elements in 25,000 levels",
    ),
    ReaderSpec(
        (".pdf",),
        "PDF",
        read_pdf,
        20 * MEGABYTE,
        "The text of the pages, columns one after the other, without running heads; no scans, and no files that need a "
        "password.",
        "500 pages",
    ),
    ReaderSpec(
        (".docx",),
        "Word",
        read_word,
        20 * MEGABYTE,
        "Paragraphs, lists, tables, text boxes and the page header with their styles; no comments and deleted text.",
        UNPACKED,
    ),
    ReaderSpec(
        (".odt",), "OpenDocument", read_open_document, 20 * MEGABYTE, "The same of OpenDocument text.", UNPACKED
    ),
    ReaderSpec(
        (".csv",),
        "CSV",
        read_csv,
        5 * MEGABYTE,
        "The file's own text; tables of projects, achievements, jobs, studies, certificates or skills by the names of "
        "their columns.",
        "50,000 rows, 200 columns",
    ),
    ReaderSpec(
        (".zip",),
        "LinkedIn export",
        read_linkedin,
        20 * MEGABYTE,
        "Profile, positions, education, projects, skills, certifications, recommendations …, whichever are there; also "
        "a folder of its CSV files. Nothing about other people is opened.",
        UNPACKED,
    ),
    ReaderSpec(
        (".tex",),
        "LaTeX",
        read_latex,
        MEGABYTE,
        "Sections, entries and items of moderncv, awesome-cv and plain articles; no comments, and no files that it "
        "includes.",
        "60 levels",
    ),
)
"""All formats, in the order in which help lists them."""

READERS: Mapping[str, ReaderSpec] = MappingProxyType({suffix: spec for spec in FORMATS for suffix in spec.suffixes})
"""File name ending → format."""


def reader_for(document_id: str) -> ReaderSpec:
    """Return the format of a file by its name. Raises UnsupportedFormatError for names that no reader takes."""
    suffix = PurePosixPath(document_id).suffix.lower()
    spec = READERS.get(suffix)
    if spec is None:
        raise UnsupportedFormatError(
            f"unsupported format {suffix or 'without a file name ending'}; save it as one of {', '.join(READERS)}",
            path=document_id,
        )
    return spec


def read_file(path: Path, document_id: str) -> Document:
    """Return one file as a document; `sha256` is that of its bytes. What it is, its content and name decide together.

    Raises UnsupportedFormatError where no reader takes the file, UnreadableFileError where it is missing, no regular
    file, too large, damaged or no text; the message says what to do.
    """
    spec = reader_for(document_id)
    data = _read_bytes(path, document_id, spec)
    export = export_of(path)
    if export:
        tables = {part.name: _read_bytes(part, document_id, spec) for part in export}
        document = linkedin_document(tables, document_id)
        return replace(document, sha256=hashlib.sha256(b"".join(tables.values())).hexdigest())
    spec = READERS[format_of(data, document_id)]
    _check_size(data, document_id, spec)
    try:
        document = spec.read(data, document_id)
    except MemoryError:  # no fault of the file's form: told by who set the limit
        raise
    except CareerGraphError:  # what the reader says itself; a broken vocabulary is no fault of the file
        raise
    except RecursionError as error:
        raise UnreadableFileError(f"{spec.label} nested too deeply; flatten it", path=document_id) from error
    except Exception as error:  # Each library has errors of its own, and some raise plain ones on damaged files.
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        message = f"can't be read as {spec.label} ({reason}); open it in its program and save it again"
        raise UnreadableFileError(message, path=document_id) from error
    # Without a word there is nothing that could be evidence of the document itself.
    if not document.text.strip():
        raise UnreadableFileError("empty; write something into it or remove it", path=document_id)
    return replace(document, sha256=hashlib.sha256(data).hexdigest())


def _read_bytes(path: Path, document_id: str, spec: ReaderSpec) -> bytes:
    try:
        # Looked at before opening: to open a named pipe would wait for ever.
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError("no regular file; replace it by one or remove it", path=document_id)
        with path.open("rb") as file:
            # No more than there is: to make room for the limit takes longer than to read most files.
            data = file.read(min(status.st_size, spec.max_bytes) + 1)
            data += file.read(spec.max_bytes + 1 - len(data)) if len(data) > status.st_size else b""  # It has grown.
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFileError(f"{reason}; check that the file exists and may be read", path=document_id) from error
    _check_size(data, document_id, spec)
    return data


def _check_size(data: bytes, document_id: str, spec: ReaderSpec) -> None:
    if len(data) > spec.max_bytes:
        limit = spec.max_bytes // MEGABYTE
        raise UnreadableFileError(f"larger than {limit} MB, the limit for {spec.label}; split it", path=document_id)
