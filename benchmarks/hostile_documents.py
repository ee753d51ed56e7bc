"""Texts of one piece over and over, and files of each format made of them. Reads and judges nothing; fuzz.py does."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

Units = Mapping[str, str]
HOSTILE_UNITS: Units = {
    "spaces": " ", "gaps": "reduced cost by 40%" + " " * 1_900, "digits": "7", "letters": "a", "capitals": "Ab ", "line ends": "\n", "ranges": "1 to ",
    "bullets": "- ", "brackets": "((((", "closing brackets": "])", "commas": ",,,", "initials": "A A A ",
    "in in in": "in ", "by by by": "by ", "from from": "from 1 ", "from to": "from 1 to ", "list of numbers": "1,",
    "stars": "**", "bars": "| | |", "table rows": "| a | b |\n|---|---|\n", "headings": "# a\n", "deep headings": "# a\n## b\n### c\n",
    "bullet lines": "- a\n", "nested bullets": "- a\n  - b\n", "quotes": "> ", "fields": "Name: Ada Orrin\n", "colons": "a:",
    "years": "2019 – 2021 ", "months": "Mar 2019 - ", "jobs": "Senior Engineer, Tarn Systems  2019 - 2021\n- Led a migration\n",
    "degrees": "BSc in Physics, University of Tarn, 2012\n", "degrees in one line": "BSc in Physics, University of Tarn, ",
    "figures": "reduced cost by 40% ", "figures in lines": "- Reduced cost by 40% with Kafka.\n", "percents": "40% ",
    "technologies": "Kafka, Python, ", "C plus plus": "C++ ", "practices": "code review, ", "sentences": "I led it. ",
    "stories": "Situation: slow\nTask: mend it\nAction: did\nResult: saved 40%\n", "story headings": "# Mend it\n## Situation\nslow\n## Action\nled it\n## Result\nsaved 40%\n",
    "people": "Ada Orrin and ", "author lines": "by Ada Orrin\n", "marks": "e\u0301\u0301", "mixed scripts": "é中א🎉", "bidi": "\u202ea\u202c",
    "dots": ".", "ends": "a. B", "dashes": "—", "hyphens": "a-", "apostrophes": "'", "backticks": "`", "links": "[a](", "link ends": "[a][b] ",
    "emphasis": "*a _b ", "markup": "<b>", "markup ends": "</b>", "comments": "<!-- ", "entities": "&amp;", "mail": "a@b.example ", "backslashes": "\\",
    "blank lines": "a\n\n", "rules": "---\n", "underlines": "a\n===\n", "short words": "i a ", "long words": "A" * 60 + " ", "carriage returns": "a\r",
    "titles in lines": "Senior Engineer\n", "titles": "Senior Engineer, ", "projects": "Project: Ledger migration\n", "dollars": "$1", "times": "1x", "fractions": "1/",
}  # fmt: skip
"""What it is → the piece of which a hostile text is made."""


def _plain(text: str) -> str:
    return text


def _lines(text: str) -> str:
    """Return the text with no line so long that the Markdown reader refuses it."""
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line, 5_000))


def _pieces(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)] or [""]


def _yaml_items(text: str) -> str:
    """Return the text as values of a list, JSON strings being YAML too."""
    pieces = _pieces(text, 2_000)
    return "summary:\n" + "".join(f"  - {json.dumps(piece, ensure_ascii=False)}\n" for piece in pieces)


def _json_fields(text: str) -> str:
    pieces = _pieces(text, 200)
    return json.dumps({"work": [{"name": "Tarn", "highlights": [piece]} for piece in pieces]}, ensure_ascii=False)


def _html_page(text: str) -> str:
    return f"<html><body><h1>Work</h1><p>{text}</p></body></html>"


WRAPPERS: Mapping[str, Callable[[str], str]] = {
    ".txt": _plain,
    ".md": _lines,
    ".html": _html_page,
    ".yaml": _yaml_items,
    ".json": _json_fields,
}
"""File name ending → how a hostile text becomes such a file."""


def hostile_document(unit: str, suffix: str, size: int) -> bytes:
    """Return a file of the format made of one piece over and over, of about `size` bytes before wrapping."""
    text = unit * (size // len(unit.encode()) + 1)
    return WRAPPERS[suffix](text).encode("utf-8")
