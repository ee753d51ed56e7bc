"""Reads the dates of one clause: a period, or a single date with the word that says whether it begins or ends something."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extraction.dates.dates import find_periods
from graph.model import DateRange, PartialDate

_START = re.compile(
    r"(?i)\b(?:joined|started|began|came|moved|took\s(?:up|on|over)|became|promoted|appointed|named|made|hired|angefangen|begonnen|from|ab|von|à partir|entré|in|im|en)\b"
)
_TO_END = re.compile(r"(?i)\b(?:until|till|to|left|leaving|bis|jusqu\S*|hasta|fino|tot)\W+$")
_UNTIL_THEN = re.compile(r"(?i)\W{0,3}(?:until|till|bis|jusqu[’']|hasta|fino|tot)(?!\w)")
_BETWEEN = re.compile(r"(?i)\b(?:between|zwischen|entre|tra|tussen)\s+$")


@dataclass(frozen=True, slots=True)
class Dates:
    """When, as far as a clause says it."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    is_current: bool = False

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None or self.is_current


_YEAR_IN = re.compile(
    r"(?i)(?<!\w)(?P<word>since|from|in|until|till|to|seit|ab|von|im|bis|depuis|dès|en|jusqu[’']en|desde|hasta|dal|fino al|sinds|tot)\s(?P<year>(?:19[5-9]|20[0-4])\d)(?!\w|[.,]\d|[-–—/]\d)"
)
_SINCE = frozenset(("since", "seit", "depuis", "desde", "dal", "sinds"))
_UNTIL = frozenset(("until", "till", "to", "bis", "jusqu'en", "jusqu’en", "hasta", "fino al", "tot"))


def dates_of(text: str) -> Dates:
    """Return the dates of a clause: a period as it is; of a single date whether it begins or ends what is told."""
    found = find_periods(text)
    if len(found) >= 2 and _BETWEEN.search(text[: found[0].start]) is not None:
        return Dates(found[0].range.start, found[1].range.end)
    if (between := _YEARS_BETWEEN.search(text)) is not None:
        return Dates(PartialDate(int(between["a"])), PartialDate(int(between["b"])))
    if (left := _JOINED_AND_LEFT.search(text)) is not None:
        return Dates(PartialDate(int(left["a"])), PartialDate(int(left["b"])))
    if _UNTIL_THEN.match(text) is not None and found and found[0].range.start == found[0].range.end:
        return Dates(None, found[0].range.end)
    spans = [one.range for one in found if is_span_of_time(one.range)]
    if spans:
        return Dates(spans[0].start, spans[0].end, spans[0].is_current)
    for one in found:
        if _TO_END.search(text[: one.start]) is not None or (one.range.start is None and one.range.end is not None):
            return Dates(None, one.range.end)
        if _START.search(text[: one.end]) is not None:
            return Dates(one.range.start, None)
    if not found and (year := _YEAR_IN.search(text)) is not None:
        date, word = PartialDate(int(year["year"])), year["word"].casefold()
        if word in _UNTIL or _UNTIL_THEN.match(text) or re.search(r"(?i)\b(?:left|leaving)\b", text[: year.start()]):
            return Dates(None, date)
        return Dates(date, None, word in _SINCE)
    return Dates()


_YEARS_BETWEEN = re.compile(
    r"(?i)(?:\b(?:between|zwischen|entre|tra|tussen)\s(?P<a>(?:19|20)\d\d)\s(?:and|und|et|y|e|en)\s)(?P<b>(?:19|20)\d\d)(?!\w)"
)

_JOINED_AND_LEFT = re.compile(
    r"(?i)\b(?:in|since|from)\s(?P<a>(?:19|20)\d\d)\b[^.;:\d]{0,80}\b(?:left|leaving|stayed)\s(?:it\s|them\s)?(?:in|until|till)\s(?P<b>(?:19|20)\d\d)(?!\w)"
)
"""A year in which somebody came, and the one in which they went: "in 2019 as a trainee and left in 2021"."""


def is_span_of_time(period: DateRange) -> bool:
    """Return whether a period has a beginning, and goes on or ends at another date."""
    return period.start is not None and (period.is_current or (period.end is not None and period.end != period.start))


_NEXT_CLAUSE = re.compile(r"(?i)\b(?:and|und|et|y|then|before|after)\b")
"""Before the dates of the next post: "…, and from 2011 to 2014 I served"."""


def joined_period(text: str) -> DateRange | None:
    """Return the period that `text` begins with, at most three words before it ("in Hamburg, from …")."""
    found = next(iter(find_periods(text[:90])), None)
    before = "" if found is None else text[: found.start]
    if found is None or "." in before or len(before.split()) > 3:
        return None
    return None if _NEXT_CLAUSE.search(before) is not None else found.range
