"""Reads times that are said in words: "in 2019", "since March 2020", "between 2018 and 2020", "before 2012", "in the 2010s".

What is found is work that went on then, or the very words. Knows no corpus and no present day: "last year" is read as words.
"""

from __future__ import annotations

import re

from graph.model import PartialDate
from index.parsing.ranges import SaidRange
from index.query import Range

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"


def _point(name: str) -> str:
    """Return the pattern of a year or a month of a year, in groups that begin with `name`."""
    return rf"(?:(?P<{name}_word>{_MONTH})\.?[ ])?(?P<{name}_year>(?:19|20)\d\d)(?:-(?P<{name}_number>0[1-9]|1[0-2]))?"


_END = r"(?![\w%$€£₹]|[.,:/-]\d)"
_SPAN = re.compile(
    rf"(?:between |from )?{_point('first')} ?(?:-|–|—|to|and|until|till|through) ?{_point('last')}{_END}", re.IGNORECASE
)
_SIDE = re.compile(
    rf"(?:(?P<since>since|after|from)|(?P<until>before|until|till|prior to|up to)|in|during|throughout) (?:the year )?{_point('first')}{_END}(?! (?:down )?to )",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:in|during|from|since|of) the (?:early |late |mid-)?(?P<decade>(?:19|20)\d)0s\b", re.IGNORECASE
)
_LAST_MONTH = 11


def read_time_phrase(text: str, start: int) -> SaidRange | None:
    """Return the time that is said from `start` on, or None.

    Bounds are months since year 0, both included; "since" and "after" count what went on at that time or later, "before" what had begun
    earlier, as the filters `after:` and `before:` do. A year alone is a word: it may belong to a name ("SQL Server 2019").

    >>> found = read_time_phrase("kafka since 2020", 6)
    >>> found.wanted.field, found.wanted.low, found.wanted.high, found.wanted.source
    ('after', 24240.0, None, 'since 2020')
    """
    if start and not (text[start - 1].isspace() or text[start - 1] == "("):
        return None
    if (span := _SPAN.match(text, start)) is not None:
        low, high = _date(span, "first").first_month, _date(span, "last").last_month
        return _phrase(text, start, span.end(), "year", low, high) if low <= high else None
    if (decade := _DECADE.match(text, start)) is not None:
        first = int(decade["decade"]) * 120
        return _phrase(text, start, decade.end(), "year", first, first + 9 * 12 + _LAST_MONTH)
    side = _SIDE.match(text, start)
    if side is None:
        return None
    date = _date(side, "first")
    if side["since"]:
        return _phrase(text, start, side.end(), "after", date.first_month, None)
    if side["until"]:
        return _phrase(text, start, side.end(), "before", None, date.first_month - 1)
    return _phrase(text, start, side.end(), "year", date.first_month, date.last_month)


def _date(found: re.Match[str], name: str) -> PartialDate:
    year, word, number = int(found[f"{name}_year"]), found[f"{name}_word"], found[f"{name}_number"]
    if word:
        return PartialDate(year, _MONTHS.index(word[:3].casefold()) + 1)
    return PartialDate(year, int(number) if number else None)


def _phrase(text: str, start: int, end: int, field: str, low: float | None, high: float | None) -> SaidRange:
    low, high = (None if side is None else float(side) for side in (low, high))
    return SaidRange(Range(field, low, high, False, False, "date", "", (), text[start:end]), end)
