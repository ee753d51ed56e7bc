"""Looks at the nodes that pylatexenc parsed: their arguments, and whether lists or headings stand inside. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pylatexenc.latexwalker import LatexEnvironmentNode, LatexGroupNode, LatexMacroNode

from graph.readers.latex_macros import ENTRIES, HEADINGS


def argument_nodes(node: Any) -> list[Any]:
    """Return the arguments that stand in braces, or optional ones that were given."""
    given = getattr(node, "nodeargd", None)
    return [argument for argument in (given.argnlist or [] if given is not None else []) if argument is not None]


def holds_blocks(nodes: Iterable[Any]) -> bool:
    """Return whether lists, tables, headings or entries stand among nodes or inside them."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, LatexEnvironmentNode):
            return True
        if isinstance(node, LatexMacroNode):
            if node.macroname in HEADINGS or node.macroname in ENTRIES or node.macroname == "item":
                return True
            waiting.extend(argument_nodes(node))
        elif isinstance(node, LatexGroupNode):
            waiting.extend(node.nodelist)
    return False
