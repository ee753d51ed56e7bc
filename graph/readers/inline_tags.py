"""Tells the tags of HTML inside Markdown from the author's words: icons before a heading, breaks behind a line, blocks of tags."""

from __future__ import annotations

import re

_TAG = r"</?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>\r\n]{0,300})?/?>"
_LEADING = re.compile(rf"(?:{_TAG}[ \t]*+|&nbsp;[ \t]*+)+")
_ONE_TAG = re.compile(_TAG)
_LONGEST = 320
"""Characters of a tag."""
_LAST_BLOCK = re.compile(r"<(?P<close>/?)(?P<name>h[1-6]|li|p|div|td|th|ul|ol|table|dt|dd|br|summary)\b", re.IGNORECASE)


def without_edge_tags(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a line's words without the tags before and behind them; all of it where nothing else stands there.

    >>> line = '<i class="icon"></i> Experience<br/>'
    >>> line[slice(*without_edge_tags(line, 0, len(line)))]
    'Experience'
    """
    if text.find("<", start, end) < 0 and text.find("&nbsp;", start, end) < 0:
        return start, end
    lead = _LEADING.match(text, start, end)
    begin = start if lead is None else lead.end()
    stop = end
    while text[stop - 1 : stop] == ">":
        opens = text.rfind("<", max(begin, stop - _LONGEST), stop)
        if opens < 0 or _ONE_TAG.fullmatch(text, opens, stop) is None:
            break
        stop = begin + len(text[begin:opens].rstrip(" \t"))
    return (begin, stop) if text[begin:stop].strip() else (start, end)


def innermost_block(source: str, place: int) -> str:
    """Return the name of the block element whose tag stands last before `place`, empty where that has been closed.

    >>> innermost_block("<h1 align=center>Jane Doe", 17)
    'h1'
    >>> innermost_block("<h1>Jane Doe</h1> <b>", 21)
    ''
    """
    last = None
    for found in _LAST_BLOCK.finditer(source, max(0, place - 600), place):
        last = found
    return "" if last is None or last["close"] else last["name"].casefold()
