"""Knows plain text in a file called Markdown: lines pasted out of a page or paper, with its bullets, and no mark of Markdown's."""

from __future__ import annotations

import re
from itertools import islice

_SIGNS = "●•▪◦■○"
_BULLET = re.compile(rf"^[ \t]{{0,6}}[{_SIGNS}][ \t]", re.MULTILINE)
_MARKS = re.compile(
    r"^ {0,3}(?:#{1,6}[ \t#]|[-*+>][ \t]|\d{1,3}[.)][ \t]|`{3}|~{3}|\||={3,}[ \t]*$|-{3,}[ \t]*$|<)|\*\*|__|\]\(",
    re.MULTILINE,
)
_FEWEST = 3
"""Bullets; fewer may stand in running text."""


def is_unmarked(text: str) -> bool:
    """Return whether lines with a page's bullets stand in a text without any mark of Markdown's, which would run them together.

    >>> is_unmarked("Work\\nAcme\\n● sold\\n● bought\\n● packed\\n"), is_unmarked("# Work\\n● sold\\n● bought\\n● packed\\n")
    (True, False)
    """
    if not any(sign in text for sign in _SIGNS) or _MARKS.search(text) is not None:
        return False
    return len(list(islice(_BULLET.finditer(text), _FEWEST))) == _FEWEST


_FENCE = re.compile(
    r"^ {0,3}(?P<marks>`{3,}|~{3,})[ \t]*(?P<kind>text|txt|plain|plaintext|plain-text|none)?[ \t]*\n", re.MULTILINE
)
_BESIDE = 200
"""Characters beside the fence, as of a title and a link to another form; more is a page that shows a piece of text."""
_LEAST = 600
"""Characters of a paper."""


def fenced_paper(text: str, body: int) -> str | None:
    """Return the text with all but its one fence blanked, offsets as before, where nearly all that stands behind `body` is in it.

    A résumé of plain lines is kept so by those who want its own breaks shown; what is in a fence else is code.
    """
    opening = _FENCE.search(text, body)
    if opening is None or opening.start() - body > _BESIDE:
        return None
    end = text.find("\n" + opening["marks"], opening.end())
    end = len(text) if end < 0 else end
    beside = text[body : opening.start()].strip() + text[end:].strip(" \n`~")
    if end - opening.end() < _LEAST or len(beside) > _BESIDE or "```" in beside or "~~~" in beside:
        return None
    return _blanked(text[: opening.end()]) + text[opening.end() : end] + _blanked(text[end:])


def _blanked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
