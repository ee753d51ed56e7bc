"""Writes the pattern for any of many words so that shared beginnings are tried once. Knows no vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str], *, ignore_case: bool = False) -> str:
    """Return a pattern that matches any of `words`, of several that fit the longest; "" for no words.

    A plain "a|b|c" tries each word at each place of the text; this tries letter by letter, whatever the number of words.
    With `ignore_case` each letter stands as a pair of its cases: the engine skips such a branch at once, which it does not
    under the flag, so that the flag is switched off inside.

    >>> alternation(["month", "months", "minute"])
    'm(?:inute|onth(?:s)?)'
    >>> alternation(["Mai"], ignore_case=True)
    '(?-i:[mM][aA][iI])'
    """
    pattern = _after(sorted({word.lower() if ignore_case else word for word in words}), ignore_case)
    return f"(?-i:{pattern})" if pattern and ignore_case else pattern


def _after(words: list[str], ignore_case: bool) -> str:
    """Return the pattern for the rest of some words, sorted; an empty one among them ends a word here."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if word:
            by_letter.setdefault(word[0], []).append(word[1:])
    branches = [_letter(letter, ignore_case) + _after(rest, ignore_case) for letter, rest in by_letter.items()]
    if not branches:
        return ""
    if "" in words:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letter(letter: str, ignore_case: bool) -> str:
    other = letter.upper()
    return f"[{letter}{other}]" if ignore_case and other != letter and len(other) == 1 else re.escape(letter)
