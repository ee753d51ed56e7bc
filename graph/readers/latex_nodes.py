"""Looks at the nodes that pylatexenc parsed: their arguments, and whether lists or headings stand inside. Writes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
)

from graph.readers.latex_macros import BOLD, BREAKS, ENTRIES, HEADINGS, LARGE, LAST_ONLY, METADATA, SILENT, SPACES

_KNOWN = frozenset({*BOLD, *BREAKS, *ENTRIES, *HEADINGS, *LAST_ONLY, *METADATA, *SILENT, *SPACES, "item"}) | frozenset(
    "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge itshape scshape em it sc rm tt".split()
)
_LENGTH = re.compile(r"\{\s*-?[\d.,]*\s*(?:\\[A-Za-z]+|[A-Za-z]{2})?\s*\}")
_BETWEEN = re.compile(r"\s*(?:\[[^\]\n]{0,80}\]\s*)?")


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


def is_unknown(node: Any) -> bool:
    """Return whether a node is a macro that no table knows and that has no argument by itself: `\\job` of `\\job{A}{B}`."""
    return (
        isinstance(node, LatexMacroNode)
        and len(node.macroname) > 2
        and node.macroname not in _KNOWN
        and not argument_nodes(node)
    )


def groups_behind(nodes: Sequence[Any], place: int) -> tuple[list[Any], int]:
    """Return the groups in braces that stand at `place` and behind each other, and the place behind the last of them."""
    groups: list[Any] = []
    end = place
    while place < len(nodes):
        node = nodes[place]
        place += 1
        if isinstance(node, LatexGroupNode) and node.delimiters == ("{", "}"):
            groups.append(node)
            end = place
        elif isinstance(node, LatexCommentNode):
            continue
        elif not isinstance(node, LatexCharsNode) or _BETWEEN.fullmatch(node.chars) is None or "\n\n" in node.chars:
            break
    return groups, end


def is_length(group: Any) -> bool:
    """Return whether a group holds a length or a number, "-1em" or "0.7\\textwidth", and no words."""
    return _LENGTH.fullmatch(str(group.latex_verbatim())) is not None


def is_large(nodes: Iterable[Any]) -> bool:
    """Return whether the words of some nodes are set in one of the largest sizes, as a name at the top is."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if isinstance(node, LatexMacroNode):
            if node.macroname in LARGE:
                return True
            waiting.extend(argument_nodes(node))
        elif isinstance(node, LatexGroupNode):
            waiting.extend(node.nodelist)
    return False


def stands_alone(nodes: Sequence[Any], first: int, behind: int) -> bool:
    """Return whether what stands at `first` up to `behind` has its line of the source to itself."""
    before = nodes[first - 1] if first else None
    after = nodes[behind] if behind < len(nodes) else None
    if isinstance(after, LatexCharsNode) and not after.chars.strip(" \t") and behind + 1 < len(nodes):
        after = nodes[behind + 1]
    opens = before is None or (isinstance(before, LatexCharsNode) and _ENDS_LINE.search(before.chars) is not None)
    closes = after is None or isinstance(after, LatexCommentNode) or getattr(after, "macroname", "") == "\\"
    opens = opens or isinstance(before, LatexCommentNode) or _is_end_of_line(before)
    return opens and (closes or (isinstance(after, LatexCharsNode) and _BEGINS_LINE.match(after.chars) is not None))


def _is_end_of_line(node: Any) -> bool:
    specials = getattr(node, "specials_chars", "")
    return specials == "\n\n" or (isinstance(node, LatexMacroNode) and "\n" in node.macro_post_space)


_ENDS_LINE = re.compile(r"\n[ \t]*$")
_BEGINS_LINE = re.compile(r"\A[ \t]*\n")
