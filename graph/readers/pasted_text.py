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
