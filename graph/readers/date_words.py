"""Tells whether words that a template or a page sets apart are a date. Says not which; the dates of running text are read elsewhere."""

from __future__ import annotations

import re

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’]\d\d\b")
_NOW = re.compile(
    r"(?:present|current|currently|now|today|ongoing|heute|aujourd|actual|atual|oggi|heden)\w*\W{0,3}", re.I
)
_LONGEST = 48
"""Characters of the longest date: "1st September 2019 – 31st of December 2020"."""
_MOST_WORDS = 9


def is_date(words: str) -> bool:
    """Return whether words are a date or a period and little else.

    >>> is_date("Sep 2019 –"), is_date("Present"), is_date("Cook")
    (True, True, False)
    """
    if len(words) > _LONGEST:
        return False
    return (names_year(words) and len(words.split()) <= _MOST_WORDS) or says_now(words)


def names_year(words: str) -> bool:
    return _YEAR.search(words) is not None


def says_now(words: str) -> bool:
    """Return whether words are one that stands for today, alone."""
    return _NOW.fullmatch(words) is not None
