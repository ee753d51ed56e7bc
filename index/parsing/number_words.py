"""Numbers written out in queries: "three months", "a dozen". Knows no units and no comparisons."""

from __future__ import annotations

import re
from collections.abc import Mapping

NUMBERS: Mapping[str, int] = {
    word: number for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), start=2)
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "a hundred": 100, "a dozen": 12}  # fmt: skip
_ONE = {"a": 1, "an": 1, "one": 1}
_WRITTEN_OUT = re.compile(
    rf"(?P<number>{'|'.join(sorted((*NUMBERS, *_ONE), key=len, reverse=True))})(?=[\s-][A-Za-z])", re.IGNORECASE
)


def size_said(said: str) -> float | None:
    """Return the number that is written in figures or words, currency signs aside; None where it is none.

    >>> size_said("a dozen"), size_said("1,200"), size_said("some")
    (12.0, 1200.0, None)
    """
    plain = " ".join(said.casefold().split()).lstrip("$€£₹")
    if plain in NUMBERS:
        return float(NUMBERS[plain])
    try:
        return float(plain.replace(",", ""))
    except ValueError:
        return None


def in_figures(text: str, start: int) -> tuple[str, int] | None:
    """Return the text with the number written out from `start` on in figures, and by how much that made it shorter; None where there is none.

    >>> in_figures("under three months", 6)
    ('under 3 months', 4)
    """
    found = _WRITTEN_OUT.match(text, start)
    if found is None:
        return None
    said = found["number"].casefold()
    figures = str(_ONE.get(said) or NUMBERS[said])
    return text[:start] + figures + text[found.end() :], len(said) - len(figures)
