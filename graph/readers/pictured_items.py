"""Tells lines that pictures open, one below the other, from running text: "🚀 **Relaunched the shop** — conversion doubled"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PICTURE = re.compile(
    r"(?:[\U0001F300-\U0001FAFF\u2190-\u21FF\u2600-\u27BF\u2B00-\u2BFF][\ufe0f\u200d\U0001F3FB-\U0001F3FF]?){1,3}[ \t]{1,3}(?=\S)"
)


def items_behind_pictures(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines without their pictures if each of two or more begins with one, and half of them with bold words then.

    A profile's "📍 Leeds", "📫 write to me" are no items: nothing stands out in them.
    """
    found = []
    for start, end in lines:
        picture = _PICTURE.match(text, start, end)
        if picture is None:
            return []
        found.append((picture.end(), end))
    bold = sum(text.startswith(("**", "__"), start) for start, _ in found)
    return found if len(found) > 1 and 2 * bold >= len(found) else []
