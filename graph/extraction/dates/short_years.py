"""Reads periods whose years have two digits, from a line that gives no other date: "Apr 21 – Sep 23", "Mar 22 - Present"."""

from __future__ import annotations

import re

from graph.extraction.dates.forms import MONTHS, alternatives
from graph.extraction.dates.words import DASH, JOINING, LAST_YEAR, PRESENT, month_names
from graph.model import DateRange, PartialDate

_TO = rf"(?:\s?{DASH}\s?|\s(?:{alternatives(JOINING)})\s)"
_SHORT_PERIOD = re.compile(
    rf"(?<!\w)(?P<month>{MONTHS})\.?\s(?P<year>\d\d){_TO}"
    rf"(?:(?P<now>{alternatives(PRESENT)})|(?P<month2>{MONTHS})\.?\s(?P<year2>\d\d))(?![\w%])",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = (
    re.compile(r"(?:^|[(\[,;|•·–—\n\t*]|\s{2})\s?$"),
    re.compile(r"\s?(?:$|[)\];|•·\n\t*–—]|,(?!\s?\d)|\s{2})"),
)


def short_period(text: str) -> tuple[int, int, DateRange] | None:
    """Return where such a period stands in `text`, and what it says; None for days of a month in a sentence.

    >>> start, end, found = short_period("Warden | Apr 21 – Sep 23")
    >>> (start, str(found.start), str(found.end))
    (9, '2021-04', '2023-09')
    """
    match = _SHORT_PERIOD.search(text)
    if match is None or _BEHIND.match(text, match.end()) is None:
        return None
    if match.start() and _BEFORE.search(text, max(0, match.start() - 3), match.start()) is None:
        return None
    first = _month_of_year(match["month"], match["year"])
    if match["now"]:
        return match.start(), match.end(), DateRange(first, None, is_current=True)
    last = _month_of_year(match["month2"], match["year2"])
    if last.first_month < first.first_month:
        return None
    return match.start(), match.end(), DateRange(first, last)


def _month_of_year(month: str, year: str) -> PartialDate:
    century = 2000 if int(year) < LAST_YEAR - 1999 else 1900
    return PartialDate(century + int(year), month_names()[month.casefold()])
