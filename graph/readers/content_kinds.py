"""Tells what a file is by its first bytes: the format whose reader takes it, or what it is that nobody reads.

Names lie: a PDF is called `.txt`, a web page `.doc`, an OpenDocument file `.docx`. Opens no file; unpacks nothing but the
list of an archive's names.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from graph.errors import UnreadableFileError

PDF, WORD, ODT, LINKEDIN, HTML, LATEX, JSON = ".pdf", ".docx", ".odt", ".zip", ".html", ".tex", ".json"
"""The formats that content tells, by the ending under which FORMATS lists them."""

_NOT_READ: tuple[tuple[bytes, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file or one with a password; save it as .docx without a password",
    ),
    (b"{\\rtf", "Rich Text (.rtf); save it as .docx or .txt"),
    (b"\x89PNG\r\n\x1a\n", "a picture; run text recognition (OCR) on it, or remove it"),
    (b"\xff\xd8\xff", "a picture; run text recognition (OCR) on it, or remove it"),
    (b"GIF8", "a picture; run text recognition (OCR) on it, or remove it"),
    (b"II*\x00", "a picture; run text recognition (OCR) on it, or remove it"),
    (b"MM\x00*", "a picture; run text recognition (OCR) on it, or remove it"),
    (b"\x1f\x8b", "a packed archive; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a packed archive; unpack it"),
    (b"Rar!\x1a\x07", "a packed archive; unpack it"),
    (b"BZh", "a packed archive; unpack it"),
    (b"\xfd7zXZ\x00", "a packed archive; unpack it"),
    (b"\x28\xb5\x2f\xfd", "a packed archive; unpack it"),
    (b"SQLite format 3\x00", "a database; save what it says as .csv"),
    (b"\x7fELF", "a program; remove it"),
)
"""First bytes → what such a file is; what to do."""

_OFFICE = {
    "xl/": "a spreadsheet of Excel; save it as .csv",
    "ppt/": "slides of PowerPoint; save them as .pdf",
}
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet; save it as .csv",
    "application/vnd.oasis.opendocument.presentation": "OpenDocument slides; save them as .pdf",
}
_TEXT = frozenset({".txt", ".text", ".md", ".markdown", ".csv", ".tex", ".json", ".yaml", ".yml"})
"""Endings of formats whose bytes have no mark of their own."""
_NAMED_ODT = "application/vnd.oasis.opendocument.text"
_HEAD = 4096
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL
)
_LATEX = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|%[^\n]*\n)*\\documentclass\b")
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"(?:\$schema|basics|work|name|cv|resume|meta)"\s*:')
LINKEDIN_MEMBERS = frozenset({"positions.csv", "profile.csv", "education.csv", "skills.csv", "certifications.csv"})


def format_of(data: bytes, document_id: str) -> str:
    """Return the ending of the format that a file's content says, else that of its name, in lower case.

    Raises UnreadableFileError for content that no reader takes, and where a name promises a format that the bytes are not.
    """
    named = PurePosixPath(document_id).suffix.lower()
    head = data[:_HEAD]
    for mark, what in _NOT_READ:
        if head.startswith(mark):
            raise UnreadableFileError(what, path=document_id)
    # Some programs write a few bytes before the mark; readers of PDF allow 1,024.
    if b"%PDF-" in (head[:1024] if named == PDF else head[:8]):
        return PDF
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _format_of_archive(data, document_id, named)
    if _HTML.match(head):
        return HTML
    if named in (PDF, WORD, ODT, LINKEDIN):
        raise UnreadableFileError(_lie(head, named), path=document_id)
    if named in _TEXT - {LATEX} and _LATEX.match(head):
        return LATEX
    if named in (".txt", ".text") and _JSON.match(head):
        return JSON
    return named


def _format_of_archive(data: bytes, document_id: str, named: str) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            kind = _stated_type(archive, names)
    except (BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise UnreadableFileError("a damaged archive; save or download it anew", path=document_id) from error
    if kind == _NAMED_ODT:
        return ODT
    if kind in _OPEN_DOCUMENT:
        raise UnreadableFileError(_OPEN_DOCUMENT[kind], path=document_id)
    if "word/document.xml" in names or (named == WORD and "[Content_Types].xml" in names):
        return WORD
    for folder, what in _OFFICE.items():
        if any(name.startswith(folder) for name in names):
            raise UnreadableFileError(what, path=document_id)
    if LINKEDIN_MEMBERS.intersection(PurePosixPath(name).name.lower() for name in names):
        return LINKEDIN
    if named in (WORD, ODT):
        raise UnreadableFileError(f"no document ({named}), but another archive; save it anew", path=document_id)
    raise UnreadableFileError("an archive that is no LinkedIn export; unpack it here", path=document_id)


def _stated_type(archive: ZipFile, names: list[str]) -> str:
    """Return what the member `mimetype` says, as OpenDocument has it; "" where there is none of a sane size."""
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > 200:
        return ""
    with archive.open("mimetype") as member:
        return member.read(200).decode("ascii", "replace").strip()


def _lie(head: bytes, named: str) -> str:
    what = {
        PDF: "no PDF",
        WORD: "no Word document (.docx)",
        ODT: "no OpenDocument text (.odt)",
        LINKEDIN: "no ZIP archive",
    }
    if not head.strip():
        return f"{what[named]}: empty; save it anew or remove it"
    if b"\x00" not in head and all(byte >= 9 for byte in head):
        return f"{what[named]} but plain text by its content; rename it to .txt, or save it anew"
    return f"{what[named]} by its content, or damaged; save it anew"
