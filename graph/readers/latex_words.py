"""Gives the words of LaTeX nodes, and the lines of what stands before the document begins. Knows nothing of lists or entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexCharsNode, LatexCommentNode, LatexGroupNode, LatexMacroNode

from graph.readers.latex_macros import BREAKS, LAST_ONLY, METADATA, SILENT, SPACES, WRITTEN
from graph.readers.latex_nodes import argument_nodes
from graph.readers.styled_lines import StyledLine

_OF_TEMPLATES = {
    "cvname": "name",
    "ecvname": "name",
    "cvjobtitle": "position",
    "cvmail": "email",
    "ecvemail": "email",
    "cvsite": "homepage",
    "ecvhomepage": "homepage",
    "cvnumberphone": "phone",
    "ecvmobile": "mobile",
    "cvaddress": "address",
    "ecvaddress": "address",
}
"""Macros of templates → those that say the same before the document begins."""
ACCENTS = frozenset("cvurHkbdtji") | {"frac", "sqrt"}


@dataclass(slots=True)
class LatexWords:
    """Reads the words of nodes."""

    words: Mapping[str, str]
    """What macros without arguments stand for."""
    _inline: Any = field(default_factory=lambda: LatexNodes2Text(math_mode="text", keep_comments=False))

    def rendered(self, node: Any) -> str:
        """Return the text that pylatexenc makes of a node, in one line."""
        return str(self._inline.node_to_text(node)).replace("\n", " ")

    def arguments(self, node: Any) -> list[str]:
        """Return the words of the arguments in braces."""
        return [self.plain(argument) for argument in self.braced(node)]

    def braced(self, node: Any) -> list[Any]:
        """Return the arguments in braces."""
        given = argument_nodes(node)
        return [argument for argument in given if getattr(argument, "delimiters", None) != ("[", "]")]

    def plain(self, node: Any) -> str:
        """Return the words of a node, one blank between them."""
        return " ".join(self.text(node).split())

    def text(self, node: Any) -> str:
        """Return the words of a node as they are spaced."""
        if isinstance(node, LatexMacroNode) and node.macroname in SILENT:
            return ""
        if isinstance(node, LatexMacroNode) and node.macroname in BREAKS | SPACES:
            return " "
        if isinstance(node, LatexMacroNode) and (
            known := self.words.get(node.macroname) or WRITTEN.get(node.macroname)
        ):
            return known
        if isinstance(node, LatexMacroNode) and (arguments := argument_nodes(node)) and len(node.macroname) > 1:
            chosen = arguments[-1:] if node.macroname in LAST_ONLY else arguments
            if node.macroname not in ACCENTS:
                return "".join(self.text(argument) for argument in chosen)
        if isinstance(node, LatexGroupNode):
            return "".join(self.text(child) for child in node.nodelist)
        if isinstance(node, LatexCommentNode):
            return ""
        return self.rendered(node)


def preamble_lines(nodes: Iterable[Any], reads: LatexWords) -> list[StyledLine]:
    """Return the name, title and contact that stand before the document begins."""
    lines: list[StyledLine] = []
    found: dict[str, list[str]] = {}
    last = ""
    for node in nodes:
        if isinstance(node, LatexMacroNode):
            last = _OF_TEMPLATES.get(node.macroname, node.macroname)
            found[last] = reads.arguments(node)
        elif isinstance(node, LatexGroupNode) and (last in METADATA or last == "name"):
            found[last].append(reads.plain(node))  # `\\address` takes one to three
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
        lines.append(StyledLine(name or " ".join(found["author"]), heading=1))
    for macro in METADATA:
        words = [word for word in found.get(macro) or [] if word]
        if words:
            lines.append(StyledLine(", ".join(words)))
    if lines:
        lines.append(StyledLine(""))
    return lines
