"""Knows words that somebody set in from the edge, which Markdown takes for code: bullets below a line, an entry's lines, a quoted note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

_CODE_SIGN = re.compile(r"[{}<>=$\\]|\(\)|;$|::|//|^(?:[%]|sudo|git|npm|pip|cd|import|def|select)\s", re.IGNORECASE)
_WORDS = re.compile(r"(?:[-*+•–]\s|\d{1,2}[.)]\s)?[^\W\d_][\w’'-]*,?\s{1,8}\S+\s{1,8}\S")
"""A bullet or none, and three words or more."""


def is_indented_text(token: Token) -> bool:
    """Return whether more than half of the lines of an indented block outside lists are words of the author's, and no code."""
    lines = [line.strip() for line in token.content.splitlines() if line.strip()]
    told = sum(_WORDS.match(line) is not None and _CODE_SIGN.search(line) is None for line in lines)
    return token.level == 0 and 2 * told > len(lines)


def at_the_edge(body: str, blocks: Iterable[Sequence[int]]) -> str:
    """Return a text in which the lines of blocks, each (first, behind the last), begin at the edge, with what they have in common taken off.

    >>> at_the_edge("Wins\\n\\n    - one\\n      more\\n", [(2, 4)])
    'Wins\\n\\n- one\\n  more\\n'
    """
    lines = body.split("\n")
    for first, last in blocks:
        deep = [len(line) - len(line.lstrip()) for line in lines[first:last] if line.strip()]
        lines[first:last] = [line[min(deep, default=0) :] for line in lines[first:last]]
    return "\n".join(lines)
