"""Writes a document's pieces as plain text and in languages of marks: Markdown, HTML, LaTeX."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from benchmarks.pieces import GAP, Line, Piece, plain, rows_of

# ---------------------------------------------------------------- text and Markdown


def as_text(pieces: Sequence[Piece]) -> bytes:
    """Return plain text: heads underlined or in capitals, bullets, tables with wide gaps; nothing is wrapped."""
    found: list[str] = []
    for piece in pieces:
        if piece.kind == "heading":
            words = plain(piece.lines[0])
            found += ["", words.upper() if piece.level == 2 else words, *["=" * len(words)] * (piece.level == 1), ""]
        elif piece.kind == "item":
            found.append("  " * piece.level + "- " + plain(piece.lines[0]))
        elif piece.kind == "table":
            found += ["", *("    ".join(map(plain, row)) for row in rows_of(piece)), ""]
        else:
            found += ["", *map(plain, piece.lines), ""]
    return (re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip() + "\n").encode()


def as_markdown(pieces: Sequence[Piece]) -> bytes:
    """Return Markdown with `#` heads, `-` bullets, pipes, and hard breaks where a paragraph has lines."""
    found: list[str] = []
    for piece in pieces:
        if piece.kind == "heading":
            found += ["", "#" * piece.level + " " + plain(piece.lines[0]), ""]
        elif piece.kind == "item":
            found.append("  " * piece.level + "- " + _starred(piece.lines[0]))
        elif piece.kind == "table":
            rows = ["| " + " | ".join(map(plain, row)) + " |" for row in rows_of(piece)]
            found += ["", rows[0], "|" + "---|" * piece.level, *rows[1:], ""]
        else:
            found += ["", "  \n".join(map(_starred, piece.lines)), ""]
    return (re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip() + "\n").encode()


def _starred(line: Line) -> str:
    words = "".join(f"**{words}**" if bold and words.strip() else words for words, bold in line)
    return re.sub(r"^([#>+*-]|\d+\.)(?=\s)", r"\\\1", words)


# ---------------------------------------------------------------- HTML


def as_html(pieces: Sequence[Piece]) -> bytes:
    """Return a page with real heads, lists and tables, and a navigation that is no content."""
    found = ["<!doctype html><html><head><title>Page</title></head><body><nav><a href='/'>Home</a></nav><main>"]
    for kind, group in groupby(pieces, lambda piece: piece.kind):
        if kind == "item":
            found += ["<ul>", *(f"<li>{_tagged(piece.lines[0])}</li>" for piece in group), "</ul>"]
            continue
        for piece in group:
            if kind == "heading":
                found.append(f"<h{piece.level}>{_tagged(piece.lines[0])}</h{piece.level}>")
            elif kind == "table":
                rows = ["".join(f"<td>{_tagged(cell)}</td>" for cell in row) for row in rows_of(piece)]
                rows[0] = rows[0].replace("<td>", "<th>").replace("</td>", "</th>")
                found += ["<table>", *(f"<tr>{row}</tr>" for row in rows), "</table>"]
            else:
                found.append(f"<p>{'<br>'.join(map(_tagged, piece.lines))}</p>")
    return "\n".join([*found, "</main><footer>Made with care</footer></body></html>"]).encode()


def _tagged(line: Line) -> str:
    parts = []
    for words, bold in line:
        escaped = "</span> <span>".join(html.escape(part) for part in GAP.split(words))
        escaped = f"<span>{escaped}</span>" if "</span>" in escaped else escaped
        parts.append(f"<strong>{escaped}</strong>" if bold else escaped)
    return "".join(parts)


# ---------------------------------------------------------------- LaTeX

_TEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\^{}", "~": r"\textasciitilde{}", "→": r"$\rightarrow$", "–": "--", "—": "---", "<": r"\textless{}",
    ">": r"\textgreater{}",
}  # fmt: skip


def as_latex(pieces: Sequence[Piece]) -> bytes:
    """Return an article: starred sections, itemize, tabular, `\\hfill` where there was a gap."""
    found = [r"\documentclass{article}", r"\usepackage[utf8]{inputenc}", r"\begin{document}"]
    for kind, group in groupby(pieces, lambda piece: piece.kind):
        if kind == "item":
            found += [r"\begin{itemize}", *(rf"\item {_tex(piece.lines[0])}" for piece in group), r"\end{itemize}"]
            continue
        for piece in group:
            if kind == "heading":
                command = ("section", "section", "subsection", "subsubsection")[min(piece.level, 4) - 1]
                found.append(
                    rf"\begin{{center}}{{\Huge \textbf{{{_tex(piece.lines[0])}}}}}\end{{center}}"
                    if piece.level == 1
                    else rf"\{command}*{{{_tex(piece.lines[0])}}}"
                )
            elif kind == "table":
                rows = [" & ".join(map(_tex, row)) + r" \\" for row in rows_of(piece)]
                found += [rf"\begin{{tabular}}{{{'l' * piece.level}}}", *rows, r"\end{tabular}"]
            else:
                found += ["", " \\\\\n".join(map(_tex, piece.lines)), ""]
    return "\n".join([*found, r"\end{document}", ""]).encode()


def _tex(line: Line) -> str:
    parts = []
    for words, bold in line:
        escaped = r" \hfill ".join(
            "".join(_TEX.get(character, character) for character in part) for part in GAP.split(words)
        )
        parts.append(rf"\textbf{{{escaped}}}" if bold else escaped)
    return "".join(parts)
