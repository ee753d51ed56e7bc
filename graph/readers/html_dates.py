"""Finds the dates that a page shows beside an entry's head but has behind its text, where its columns stand side by side.

Asked by html_pages.py, which then writes them below the head: `<h3>Cook</h3> <p>Ran the kitchen …</p> <div>2014 – 2016</div>`.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from graph.readers.date_words import is_date

_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_HIGHEST = 4
"""How many elements above its head an entry is looked for."""
_LONGEST_PERIOD = 40
_BETWEEN = re.compile(r"[\s\-–—./,|()]+")


def dates_behind(heading: LexborNode) -> LexborNode | None:
    """Return the element of dates that ends the entry which a heading opens, behind its text."""
    if heading.tag not in _HEADS:
        return None
    node = heading
    for _ in range(_HIGHEST):
        parent = node.parent
        if parent is None or _beside(node, forward=False) is not None:
            return None
        last = _last(parent)
        if last is not None and last.mem_id != node.mem_id and _is_period(last):
            return last if len(parent.css(heading.tag)) == 1 else None
        node = parent
    return None


def _beside(node: LexborNode, *, forward: bool) -> LexborNode | None:
    """Return the next or previous node with words in it."""
    near = node.next if forward else node.prev
    while near is not None and ((near.tag or "").startswith("-comment") or not near.text().strip()):
        near = near.next if forward else near.prev
    return near


def _last(parent: LexborNode) -> LexborNode | None:
    last = parent.last_child
    if last is not None and not last.text().strip():
        last = _beside(last, forward=False)
    return None if last is None or (last.tag or "-").startswith("-") else last


def _is_period(node: LexborNode) -> bool:
    """Return whether an element holds dates alone: at most a month with each number, or a word for today."""
    if node.child is None or node.css_first("p ~ p, li, h2, h3, h4, h5, h6") is not None:
        return False
    words = " ".join(node.text(separator=" ").split())
    if len(words) > _LONGEST_PERIOD or not is_date(words):
        return False
    parts = [part for part in _BETWEEN.split(words) if part]
    numbers = sum(part.isdigit() for part in parts)
    return sum(part.isalpha() for part in parts) <= numbers + 1 and numbers > 0 and len(parts) <= 7
