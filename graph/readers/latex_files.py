"""Reads LaTeX résumés (moderncv, awesome-cv, plain article): to text with sections, entries and items.

pylatexenc parses; what macros mean stands in `latex_macros`. Nothing is run, and no file is included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexSpecialsNode,
    LatexWalker,
    get_default_latex_context_db,
)

from graph.documents import Document
from graph.readers.decoding import decode_text
from graph.readers.latex_macros import (
    BOLD,
    BREAKS,
    ENTRIES,
    HEADINGS,
    LISTS,
    METADATA,
    SILENT,
    SILENT_ENVIRONMENTS,
    SPACES,
    TABLES,
    entry_lines,
    macro_specs,
)
from graph.readers.latex_nodes import argument_nodes, holds_blocks
from graph.readers.styled_lines import StyledLine, document_of_lines, table_row

_MEDIA_TYPE = "application/x-tex"
_BEGIN = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_VERBATIM_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_MAX_DEPTH = 60
_ACCENTS = frozenset("cvurHkbdtji") | {"frac", "sqrt"}


def read_latex(data: bytes, document_id: str) -> Document:
    """Return a LaTeX file's text as a document: sections as headings, entries as lines with their dates, items as bullets.

    Comments, figures and what stands before `\\begin{document}` are left out, but for name, title and contact. Raises
    UnreadableFileError where nothing is left.
    """
    text = decode_text(data, document_id).replace("\r\n", "\n").replace("\r", "\n")
    begin = _BEGIN.search(text)
    preamble, body = (text[: begin.start()], text[begin.end() :]) if begin else ("", text)
    end = _END.search(body)
    body = body[: end.start()] if end else body
    specs = macro_specs(text)
    writing = _Writing(specs)
    writing.preamble(_parsed(_VERBATIM_COMMENT.sub("", preamble), specs))
    writing.nodes(_parsed(body, specs))
    writing.flush()
    lines = [
        line
        for line, above in zip(writing.lines, [StyledLine(""), *writing.lines], strict=False)
        if line.text or above.text
    ]
    return document_of_lines(lines, document_id, _MEDIA_TYPE, "LaTeX")


def _parsed(text: str, specs: Sequence[Any]) -> Sequence[Any]:
    context = get_default_latex_context_db()
    context.add_context_category("careers", macros=specs, prepend=True)
    nodes: Sequence[Any] = LatexWalker(text, latex_context=context, tolerant_parsing=True).get_latex_nodes()[0]
    return nodes


@dataclass(slots=True)
class _Writing:
    """Gathers lines while it walks over the nodes."""

    specs: Sequence[Any]
    lines: list[StyledLine] = field(default_factory=list)
    _line: list[tuple[str, bool]] = field(default_factory=list)
    """Pieces of the open line, each with whether it is bold."""
    _item: int | None = None
    """Level of the list item that is open, or None."""
    _lists: int = 0
    _bold: int = 0
    _depth: int = 0
    _inline: Any = field(default_factory=lambda: LatexNodes2Text(math_mode="text", keep_comments=False))

    def preamble(self, nodes: Iterable[Any]) -> None:
        """Write the name, title and contact that stand before the document begins."""
        found: dict[str, list[str]] = {}
        last = ""
        for node in nodes:
            if isinstance(node, LatexMacroNode):
                last = node.macroname
                found[last] = self._arguments(node)
            elif isinstance(node, LatexGroupNode) and last in METADATA:
                found[last].append(self._plain(node))  # `\\address` takes one to three
            elif not isinstance(node, LatexCharsNode) or node.chars.strip():
                last = ""
        name = " ".join(
            filter(
                None,
                [
                    *(found.get("name") or []),
                    *(found.get("firstname") or []),
                    *(found.get("familyname") or found.get("lastname") or []),
                ],
            )
        )
        if name or found.get("author"):
            self.lines.append(StyledLine(name or " ".join(found["author"]), heading=1))
        for macro in METADATA:
            words = [word for word in found.get(macro) or [] if word]
            if words:
                self.lines.append(StyledLine(", ".join(words)))
        if self.lines:
            self.lines.append(StyledLine(""))

    def nodes(self, nodes: Iterable[Any] | None) -> None:
        """Write a list of nodes."""
        if self._depth > _MAX_DEPTH:
            raise RecursionError
        self._depth += 1
        for node in nodes or ():
            self._node(node)
        self._depth -= 1

    def flush(self) -> None:
        """End the open line."""
        pieces, self._line = self._line, []
        text = re.sub(r"[ \t]*\n[ \t\n]*|[ \t]{2,}(?! )", _kept, "".join(piece for piece, _ in pieces)).strip(" \n")
        text = re.sub(r" {5,}", "    ", text)
        if not text:
            return
        if self._item is not None:
            self.lines.append(StyledLine("  " * self._item + "• " + " ".join(text.split())))
            self._item = None
            return
        is_bold = all(bold for piece, bold in pieces if piece.strip()) and len(text.split()) <= 10
        self.lines.append(StyledLine(text, is_bold=is_bold))

    def _node(self, node: Any) -> None:
        if isinstance(node, LatexCharsNode):
            self._chars(node.chars)
        elif isinstance(node, LatexCommentNode):
            return
        elif isinstance(node, LatexGroupNode):
            bold = self._bold
            self.nodes(node.nodelist)
            self._bold = bold
        elif isinstance(node, LatexEnvironmentNode):
            self._environment(node)
        elif isinstance(node, LatexMacroNode):
            self._macro(node)
        elif isinstance(node, (LatexMathNode, LatexSpecialsNode)):
            if getattr(node, "specials_chars", "") == "\n\n":
                self._paragraph_end()
            else:
                self._put(str(self._inline.node_to_text(node)).replace("\n", " "))

    def _chars(self, chars: str) -> None:
        for place, piece in enumerate(re.split(r"\n[ \t]*\n\s*", chars)):
            if place:
                self._paragraph_end()
            self._put(re.sub(r"\s+", " ", piece))

    def _put(self, words: str) -> None:
        self._line.append((words, self._bold > 0))

    def _paragraph_end(self) -> None:
        self.flush()
        if self.lines and self.lines[-1].text and not self._lists:
            self.lines.append(StyledLine(""))

    def _environment(self, node: Any) -> None:
        name = node.environmentname.rstrip("*")
        if name in SILENT_ENVIRONMENTS:
            return
        self.flush()
        if name in TABLES:
            self._table(node.nodelist)
        elif name in LISTS:
            self._lists += 1
            self.nodes(node.nodelist)
            self.flush()
            self._lists -= 1
        else:
            self.nodes(node.nodelist)
            self.flush()
        self._item = None

    def _macro(self, node: Any) -> None:
        name = node.macroname
        if name in SILENT:
            return
        if name in HEADINGS:
            self.flush()
            words = " ".join(self._arguments(node)[-1:])
            if words:
                self.lines.extend((StyledLine(""), StyledLine(words, heading=HEADINGS[name])))
        elif name in ENTRIES:
            self._entry(node)
        elif name == "item":
            self.flush()
            self._item = max(0, self._lists - 1)
            self._put(" ".join(self._arguments(node)) + " ")
        elif name in BREAKS:
            if self._item is None:
                self.flush()
            else:
                self._put(" ")
        elif name in SPACES:
            self._put("    ")
        elif name in ("href", "url", "hyperlink"):
            self.nodes(argument_nodes(node)[-1:])
        elif name in BOLD:
            arguments = argument_nodes(node)
            self._bold += 1
            self.nodes(arguments)
            # `\bfseries` holds until its group ends, and has no argument.
            self._bold -= 1 if arguments else 0
        elif arguments := argument_nodes(node):
            if holds_blocks(arguments):
                self.nodes(arguments)
            else:
                self._put(self._text(node))
        else:
            self._put(self._text(node))

    def _entry(self, node: Any) -> None:
        self.flush()
        arguments = argument_nodes(node)
        for line, is_item, place in entry_lines(node.macroname, [self._plain(argument) for argument in arguments]):
            if place is not None:
                # A description may hold a list of its own.
                if holds_blocks([arguments[place]]):
                    self.nodes([arguments[place]])
                    self.flush()
                    continue
                self._item = 0 if is_item else None
                self._put(line)
                self.flush()
            else:
                self.lines.append(StyledLine(line))
        if ENTRIES[node.macroname] == "entry":
            self.lines.append(StyledLine(""))

    def _table(self, nodes: Iterable[Any]) -> None:
        """Write rows of pipes; a row with one filled cell, or of two for name and date, is a line."""
        rows: list[list[list[Any]]] = [[[]]]
        for node in nodes or ():
            if isinstance(node, LatexSpecialsNode) and node.specials_chars == "&":
                rows[-1].append([])
            elif isinstance(node, LatexMacroNode) and node.macroname in ("\\", "tabularnewline"):
                rows.append([[]])
            else:
                rows[-1][-1].append(node)
        for row in rows:
            if any(holds_blocks(cell) for cell in row):
                for cell in row:
                    self.nodes(cell)
                    self.flush()
                continue
            words = [" ".join("".join(self._text(node) for node in cell).split()) for cell in row]
            filled = [word for word in words if word]
            if len(filled) <= 2:
                self.lines.append(StyledLine("    ".join(filled)))
            elif (found := table_row(words)) is not None:
                self.lines.append(found)

    def _arguments(self, node: Any) -> list[str]:
        """Return the words of the arguments in braces."""
        given = argument_nodes(node)
        return [self._plain(argument) for argument in given if getattr(argument, "delimiters", None) != ("[", "]")]

    def _plain(self, node: Any) -> str:
        return " ".join(self._text(node).split())

    def _text(self, node: Any) -> str:
        if isinstance(node, LatexMacroNode) and node.macroname in SILENT:
            return ""
        if isinstance(node, LatexMacroNode) and node.macroname in BREAKS | SPACES:
            return " "
        if isinstance(node, LatexMacroNode) and (arguments := argument_nodes(node)) and len(node.macroname) > 1:
            chosen = arguments[-1:] if node.macroname in ("href", "hyperlink") else arguments
            if node.macroname not in _ACCENTS:
                return "".join(self._text(argument) for argument in chosen)
        if isinstance(node, LatexGroupNode):
            return "".join(self._text(child) for child in node.nodelist)
        if isinstance(node, LatexCommentNode):
            return ""
        return str(self._inline.node_to_text(node)).replace("\n", " ")


def _kept(match: re.Match[str]) -> str:
    return " " if "\n" in match.group() or len(match.group()) < 4 else "    "
