"""Files that lie, explode, break off or hide, each with what has to become of it. Written by code; nobody's files."""

from __future__ import annotations

import io
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import docx
from fpdf import FPDF

READ = ""
"""Outcome of a file that is read all the same."""


@dataclass(frozen=True)
class Hostile:
    """One file: what writes it, and words of the reason for which it is skipped, or READ."""

    write: Callable[[Path], None]
    outcome: str


def of_bytes(data: Callable[[], bytes] | bytes, outcome: str) -> Hostile:
    def write(path: Path) -> None:
        path.write_bytes(data if isinstance(data, bytes) else data())

    return Hostile(write, outcome)


# ---------------------------------------------------------------- archives

W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODT = "application/vnd.oasis.opendocument.text"
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def word(body: bytes | None = None, head: bytes = b"", **more: bytes) -> bytes:
    """Return a Word file, its body's XML replaced."""
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as old:
        members = {name: old.read(name) for name in old.namelist()}
    if body is not None:
        members["word/document.xml"] = head + b"<w:document " + W + b"><w:body>" + body + b"</w:body></w:document>"
    return archive({**members, **{name.replace("__", "/"): content for name, content in more.items()}})


def archive(members: Mapping[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return stream.getvalue()


def odt(content: str, head: str = "") -> bytes:
    xml = f"{head}<office:document-content {ODF}><office:body><office:text>{content}</office:text></office:body></office:document-content>"
    return archive({"mimetype": ODT, "content.xml": xml})


def lying_about_sizes() -> bytes:
    """An archive whose directory states 10 bytes for a member of many megabytes."""
    data = bytearray(word(b"<w:p><w:r><w:t>" + b"0" * 60_000_000 + b"</w:t></w:r></w:p>"))
    place = data.rfind(b"word/document.xml")
    entry = data.rfind(b"PK\x01\x02", 0, place)
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def marked_encrypted(data: bytes) -> bytes:
    """An archive whose members say that they are encrypted."""
    marked = bytearray(data)
    at = 0
    while (at := marked.find(b"PK\x01\x02", at)) >= 0:
        marked[at + 8] |= 1
        at += 4
    return bytes(marked)


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
PROFILE = "First Name,Last Name,Headline\nMarit,Oskelund,Engineer\n"

# ---------------------------------------------------------------- PDF


def pdf(pages: int = 1, words: str = "Text of a page", password: str = "") -> bytes:
    made = FPDF()
    made.set_font("Helvetica", size=11)
    for _ in range(pages):
        made.add_page()
        if words:
            made.cell(0, 7, words)
    if password:
        made.set_encryption(owner_password=password, user_password=password)
    return bytes(made.output())


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of hand-written objects, the first its catalogue."""
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(made),
    )  # fmt: skip


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>"


def flate_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"0" * 1_000_000) for _ in range(300)) + packer.flush()
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    return raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, stream)


FILES: Mapping[str, Hostile] = {
    # archives
    "ratio.docx": of_bytes(lambda: word(b"<w:p/>", word__media__a_png=b"0" * 30_000_000), "unpacks to"),
    "lying-sizes.docx": of_bytes(lying_about_sizes, "no Word document (.docx), or damaged"),
    "entries.docx": of_bytes(lambda: word(b"<w:p/>", **{f"a{n}": b"" for n in range(5_100)}), "more than 5,000 entries"),
    "truncated.docx": of_bytes(lambda: word(b"<w:p/>")[:-200], "a damaged archive"),
    "half.docx": of_bytes(lambda: word(b"<w:p/>")[: len(word(b"<w:p/>")) // 2], "a damaged archive"),
    "old-or-locked.docx": of_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000, "a password"),
    "locked.docx": of_bytes(lambda: marked_encrypted(word(b"<w:p/>")), "encrypted"),
    "laughs.docx": of_bytes(lambda: word(b"<w:p/>", LAUGHS.encode()), "declares XML entities"),
    "deep.docx": of_bytes(lambda: word(b"<w:tbl><w:tr><w:tc>" * 400 + b"</w:tc></w:tr></w:tbl>" * 400), "can't be read as Word"),
    "no-body.docx": of_bytes(lambda: archive({"word/document.xml": "<x/>"}), "can't be read as Word"),
    "empty.docx": of_bytes(b"", "empty"),
    "without-text.docx": of_bytes(lambda: word(), "without text"),
    "text.docx": of_bytes(b"I cut the bill by 38% in a year.\n", "plain text by its content"),
    "sheet.docx": of_bytes(lambda: archive({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
    "outside.odt": of_bytes(lambda: odt("<text:p>&x;</text:p>", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "declares XML entities"),
    "spaces.odt": of_bytes(lambda: odt('<text:p>Ran the cranes<text:s text:c="999999999"/>at night</text:p>'), READ),
    "deep.odt": of_bytes(lambda: odt("<text:section>" * 60_000), "unpacks to more than 200 times its size"),
    "locked.odt": of_bytes(lambda: archive({"mimetype": ODT, "content.xml": "x", "META-INF/manifest.xml": "<m><encryption-data/></m>"}), "encrypted"),
    "no-content.odt": of_bytes(lambda: archive({"mimetype": ODT}), "no OpenDocument text"),
    "pictures.zip": of_bytes(lambda: archive({"a.png": b"x"}), "no LinkedIn export"),
    "nested.zip": of_bytes(lambda: archive({"a.zip": archive({"b.zip": archive({"Profile.csv": PROFILE})})}), "no LinkedIn export"),
    "climbing.zip": of_bytes(lambda: archive({"../../../tmp/Profile.csv": PROFILE}), READ),
    "bomb.zip": of_bytes(lambda: archive({"Profile.csv": PROFILE + "a," * 20_000_000}), "unpacks to"),
    "binary.zip": of_bytes(lambda: archive({"Profile.csv": bytes(range(256)) * 8}), "binary data"),
    "packed.txt": of_bytes(b"\x1f\x8b\x08\0\0\0\0\0", "a packed archive"),
    # PDF
    "picture.pdf": of_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
    "nothing.pdf": of_bytes(b"%PDF-1.7 nothing of it is true", "can't be read as PDF"),
    "truncated.pdf": of_bytes(lambda: pdf()[:300], "can't be read as PDF"),
    "locked.pdf": of_bytes(lambda: pdf(password="secret"), "encrypted"),
    "scan.pdf": of_bytes(lambda: pdf(words=""), "perhaps a scan"),
    "pages.pdf": of_bytes(lambda: pdf(pages=501, words=""), "more than 500 pages"),
    "circle.pdf": of_bytes(lambda: raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"), "can't be read as PDF"),
    "count.pdf": of_bytes(lambda: raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[]/Count 999999999>>"), "a PDF without text"),
    "flate.pdf": of_bytes(flate_bomb, "a PDF without text"),
    # text and its encodings
    "empty.md": of_bytes(b"", "empty"),
    "blank.txt": of_bytes(b" \n\t\n", "empty"),
    "only-script.html": of_bytes(b"<script>x</script>", "empty"),
    "nul.txt": of_bytes(b"abc\0def", "binary data"),
    "controls.txt": of_bytes(b"\x01\x02\x03\x04 abc", "binary data"),
    "odd-utf-16.txt": of_bytes("Grüße".encode("utf-16")[:-1], "binary data"),
    "latin.txt": of_bytes("Réduit les coûts de 12 % à Orléans.".encode("cp1252"), READ),
    "mixed-encodings.txt": of_bytes("Grüße ".encode() + "Köln".encode("cp1252"), READ),
    "liar.txt": of_bytes(pdf, READ),
    "rich.txt": of_bytes(b"{\\rtf1\\ansi Cut}", "Rich Text"),
    "program.md": of_bytes(b"\x7fELF\x02\x01\x01" + b"\0" * 99, "a program"),
    "large.txt": of_bytes(b"a" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
    "brackets.md": of_bytes(b"![[" * 20_000, "a line of more than 20,000"),
    "quotes.md": of_bytes(b">" * 15_000 + b" deep\n", READ),
    "lists.md": of_bytes("".join("  " * n + "- x\n" for n in range(300)).encode(), READ),
    "ticks.md": of_bytes(b"`" * 5_000 + b"\n" + b"*a_ " * 4_000, READ),
    # keyed files
    "aliases.yaml": of_bytes(b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(200)), "more than 100 aliases"),
    "merges.yaml": of_bytes(b"a: &a {x: 1}\n" + b"".join(b"b%d: {<<: [*a, *a]}\n" % n for n in range(60)), "more than 100 aliases"),
    "twice.yaml": of_bytes(b"name: One\nname: Two\n", "stands twice"),
    "object.yaml": of_bytes(b"a: !!python/object/apply:os.system ['true']\n", READ),
    "dashes.yaml": of_bytes(b"- " * 5_000 + b"x", "nested deeper than 40"),
    "deep.json": of_bytes(b"[" * 100_000, "nested deeper than 40"),
    "surrogate.json": of_bytes(b'{"name": "Marit \\ud800 Oskelund", "n": 1e999999}', READ),
    "digits.json": of_bytes(b'{"n": ' + b"9" * 50_000 + b"}", READ),
    "broken.json": of_bytes(b'{"name": "Marit', "unexpected end of stream"),
    "rows.csv": of_bytes(b"project,result\n" + b"a,b\n" * 50_001, "more than 50,000 rows"),
    "columns.csv": of_bytes(b"a," * 5_000, "more than 200 columns"),
    "quote.csv": of_bytes(b'project,result\n"open ' + b"x, " * 100_000, READ),
    # pages and LaTeX
    "deep.html": of_bytes(b"<div>" * 100_000 + b"bottom", "nested deeper than 25,000 elements"),
    "made-up.html": of_bytes(b"<x-y/>" * 400_000, "nested deeper than 25,000 elements"),
    "unclosed.html": of_bytes(b"<p>line<br>" * 30_000, READ),
    "attributes.html": of_bytes(b'<a x="' * 30_000 + b"<p>end", READ),
    "linked.html": of_bytes(b'<p>Seen.</p><script type="application/ld+json">' + b'{"@graph":' * 30_000 + b"</script>", READ),
    "braces.tex": of_bytes(b"\\begin{document}" + b"{" * 50_000, "nested too deeply"),
    "environments.tex": of_bytes(b"\\begin{document}" + b"\\begin{itemize}" * 3_000, "nested too deeply"),
    "endless.tex": of_bytes(b"\\newcommand{\\a}{\\a\\a}\\begin{document}\\a Text.\\input{/etc/passwd}\\end{document}", READ),
    # odd names
    "line\nbreak.md": of_bytes(b"# A note\n\nWords.\n", READ),
    "\u202efdp.exe.md": of_bytes(b"# A note\n\nWords.\n", READ),
    "-rf *.md": of_bytes(b"# A note\n\nWords.\n", READ),
    "<b>&amp;'\".md": of_bytes(b"# A note\n\nWords.\n", READ),
    ("é" * 100) + ".md": of_bytes(b"# A note\n\nWords.\n", READ),
    "CV.PDF": of_bytes(pdf, READ),
    "no-ending": of_bytes(b"words", "unsupported format"),
    os.fsdecode(b"no-utf8-\xff.md"): of_bytes(b"# A note\n", "no UTF-8"),
    "pipe.md": Hostile(os.mkfifo, "no regular file"),
    "outside.md": Hostile(lambda path: path.symlink_to("/etc/passwd"), "a link that leaves the folder"),
    "itself.md": Hostile(lambda path: path.symlink_to(path.name), "a broken link"),
    "device.txt": Hostile(lambda path: path.symlink_to("/dev/zero"), "a link that leaves the folder"),
}  # fmt: skip
"""Name → file. The reason that a build gives contains the outcome's words."""

GOOD: Mapping[str, str] = {
    "a-first.md": "# Ferry timetable\n\nI rebuilt the timetable service with Kafka and cut delays by 41%.\n",
    "m-middle.json": json.dumps({"title": "Crane plan", "result": "Cut idle time by 12% with Redis"}),
    "z-last.txt": "Pilot rota\n\nI moved the pilot rota to PostgreSQL and saved 9 hours a week.\n",
}
"""Sound files beside them."""
