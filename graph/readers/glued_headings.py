"""Knows headings of Markdown whose marks lack the space behind them: "##Projects"."""

from __future__ import annotations

import re

_GLUED = re.compile(r"(?P<marks>#{1,6})(?=[^\W\d_])")
_GLUED_DEEP = re.compile(r"^#{2,6}[^\W\d_]", re.MULTILINE)


def glued_heading(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return the level of a heading whose mark lacks the space behind it, and where its words stand: "##Projects", "##Profil##".

    One mark alone may be a tag's, so that it counts only where two or more open other such lines.
    """
    match = _GLUED.match(text, start, end) if text[start] == "#" else None
    if match is None:
        return None
    is_closed, end = text[end - 1] == "#", start + len(text[start:end].rstrip("#"))
    if end - start > (240 if is_closed else 80) or text.find("#", match.end(), end) >= 0:
        return None
    level = len(match["marks"])
    return (level, match.end(), end) if level > 1 or _GLUED_DEEP.search(text) is not None else None
