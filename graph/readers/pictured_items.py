"""Tells lines that pictures or typed bullets open from running text: "🚀 **Relaunched the shop** — conversion doubled", "• Led …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

_PICTURE = re.compile(
    r"(?:[\U0001F300-\U0001FAFF\u2190-\u21FF\u2300-\u23FF\u2600-\u27BF\u2B00-\u2BFF][\ufe0f\u200d\U0001F3FB-\U0001F3FF]?){1,3}[ \t]{1,3}(?=\S)"
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


_Place: TypeAlias = tuple[int, int]
_SIGN = re.compile(r"[•‣▪◦●○■➢➤►▸▶▹▷❖✓✔][ \t]{0,3}(?=\S)")
"""Opens an item where authors type the sign of a list themselves, which Markdown takes for running text."""


def items_behind_signs(text: str, lines: Sequence[_Place]) -> tuple[list[_Place], list[_Place]] | None:
    """Return the lines above the first typed bullet, and the items; None where no line begins with one."""
    signs = [_SIGN.match(text, *line) for line in lines]
    first = next((place for place, sign in enumerate(signs) if sign is not None), None)
    if first is None:
        return None
    items: list[_Place] = []
    for (_, end), sign in zip(lines[first:], signs[first:], strict=True):
        if sign is not None:
            items.append((sign.end(), end))
        else:
            items[-1] = (items[-1][0], end)
    return list(lines[:first]), items
