"""Reads dates and periods from text: "Mar 2019 – Present", "3/2020 to 10/2024", "Q3 2020", "until 2021".

Knows nothing of documents or employers. A date is found by one pass of one pattern; two dates with a word or dash for
"to" between them are joined to a period afterwards, so that time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.extraction.dates.forms import MONTHS, Date, alternatives, dates_in
from graph.extraction.dates.short_years import short_period
from graph.extraction.dates.words import (
    DASH,
    JOINING,
    PRESENT,
    SINCE,
    UNTIL,
    month_names,
)
from graph.model import DateRange, PartialDate


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period and where it stands."""

    start: int
    """Offset of its first character, counted from the `base` given."""
    end: int
    """Offset after its last character."""
    range: DateRange

    @property
    def lasts(self) -> bool:
        """Whether it goes on or has two ends that differ: "2019–2022", not "2019"."""
        found = self.range
        return found.is_current or (found.start is not None and found.end is not None and found.start != found.end)


_JOIN = re.compile(
    rf"[\s*_)]{{0,3}}(?:{DASH}|\b(?:{alternatives(JOINING)})\b)(?:[\s*_(]{{0,3}}|\s{{0,12}})", re.IGNORECASE
)
_NOW = re.compile(
    rf"[\s*_)]{{0,3}}(?:{DASH}|/|\b(?:{alternatives(JOINING)})\b)?[\s*_(]{{0,3}}(?:{alternatives(PRESENT)})(?!\w)",
    re.IGNORECASE,
)
_OPEN_DASH = re.compile(
    r"\s?(?:-{1,3}|[–—→])\s*(?:\.{3}|…|\?)?(?=\s*$|\s?[\n)|•·*_]|:\s)|\s{0,3}[-–—](?=\s{2})|(?<=\d)[-–—](?=\s)"
)
_COLUMN = re.compile(r"(?<!\s)\s{3,60}[^\W\d_]")
"""Behind the dash of what goes on, in a column of dates: "Jan 2022 –          Estates Manager"."""
_GOES_ON = re.compile(r"[–—-](?=\s*$|,\s|\s?[|)]|\*\*)|\s?→(?=\s*$|,\s|\s?[|)])")
"""A dash set right behind a date, or an arrow, with nothing after it: "Acme (Oslo) 2021–", "Nov 2021–, Acme"."""
_LEADS = re.compile(
    rf"(?<!\w)(?:(?:(?P<since>{alternatives(SINCE)})|(?P<until>{alternatives(UNTIL)}))"
    rf"(?:[ \t]+(?:the|dem|der|le|l[’']|el|la rentrée de|la|il|den|around|about|ca\.?|circa))?|(?P<other>from|expected|"
    r"anticipated|graduated|graduating|graduation|class of|"
    rf"von|de|du|desde|dal|in))[ \t]+$",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(rf"(?<!\w)(?P<month>{MONTHS})\.?\s?(?:{DASH}|to|bis|à)\s?$", re.IGNORECASE)
_CLOSED_LEFT, _CLOSED_RIGHT = (
    re.compile(r"(?:^|[(\[,;|•·:–—\n\t*_`]|(?<!\w)-|\s{2})\s*$"),
    re.compile(r"\s*(?:$|[()\].,;|•·:\n\t*_`–—-]|\s{2})"),
)


_BEHIND_FORM = re.compile(r"\s(?:GmbH|AG|Inc\.?|Ltd\.?|LLC|e\.V\.|S\.A\.)\s$")
"""A company's legal form, behind which a year stands apart: "Acme GmbH 2008"."""
_BY_MONTH = frozenset({"named", "month", "iso", "dotted"})
"""Forms of dates that a slash may join: "Sept. 2015 / Juin 2018"."""
_DIGITS = re.compile(r"\d\d")


def find_periods(text: str, base: int = 0) -> list[FoundPeriod]:
    """Return the periods and single dates of `text`, in order, with offsets counted from `base`.

    Precision is kept as written; a single date starts and ends a period. A year alone counts only where it stands
    apart (between brackets, commas, dashes or line ends) or after a word such as "since". What ends before it starts is
    left out.

    >>> found = find_periods("Aldergate • 3/2020 to 10/2024")[0]
    >>> (found.start, str(found.range.start), found.range.end_text)
    (12, '2020-03', '2024-10')
    """
    found = _periods(text)
    return [FoundPeriod(one.start + base, one.end + base, one.range) for one in found] if base else list(found)


@lru_cache(maxsize=2_000)  # several stages ask about the same line
def _periods(text: str) -> tuple[FoundPeriod, ...]:
    # No form is without two digits in a row, and most lines are.
    if _DIGITS.search(text) is None:
        return ()
    # An underscore is emphasis here ("_January 2021 — now_"), but a letter to a pattern's word borders.
    text = text.replace("_", " ")
    dates = dates_in(text)
    if not dates:
        short = short_period(text)
        return () if short is None else (FoundPeriod(*short),)
    if len(text) <= _DATES_ALONE and 0 < len(dates) <= 2 and (alone := _alone(text, dates)) is not None:
        return (alone,)
    found: list[FoundPeriod] = []
    position, taken = 0, 0
    while position < len(dates):
        used, period = _period_at(text, dates, position, taken)
        if period is not None:
            taken = period.end
            found.append(period)
        position += used
    return tuple(found)


_DATES_ALONE = 40
"""The longest line of two dates and nothing else."""
_NOTHING = re.compile(r"[\s*()|]{0,4}")
_AND_NOTHING = re.compile(r"\s{1,3}")
_NOW_FIRST = re.compile(rf"[\s*(]{{0,4}}(?:{alternatives(PRESENT)})(?:\s{{1,3}}|\s?{DASH}\s?)", re.IGNORECASE)


def _alone(text: str, dates: list[Date]) -> FoundPeriod | None:
    """Return the period of a line of two dates without a word between them, or with the later one first.

    Pages set the ends of a post above each other: "Dec 2018 Aug 2018", "Present Mar 2021".
    """
    first, last = dates[0], dates[-1]
    if _NOTHING.fullmatch(text, last.end) is None:
        return None
    if len(dates) == 1:
        now = _NOW_FIRST.match(text)
        is_since = now is not None and now.end() == first.start
        return _made(0, first.end, DateRange(first.first, None, is_current=True)) if is_since else None
    if not {first.form, last.form} <= _PLAIN_DATES or _NOTHING.fullmatch(text, 0, first.start) is None:
        return None
    if _AND_NOTHING.fullmatch(text, first.end, last.start) is None:
        return None
    is_turned = first.first.first_month > last.last.last_month
    start, end = (last.first, first.last) if is_turned else (first.first, last.last)
    return _made(first.start, last.end, DateRange(start, end))


_PLAIN_DATES = frozenset({"named", "month", "iso", "dotted", "year"})


def parse_period(text: str) -> DateRange | None:
    """Return the first period written in `text`, or None if it holds none.

    >>> parse_period("Mar 2019 – Present").to_json()
    {'start': '2019-03', 'end': 'present'}
    """
    found = find_periods(text.strip())
    return found[0].range if found else None


def is_present(text: str) -> bool:
    """Return whether `text` is a word for an end that has not come: "present", "heute", "actualidad" …"""
    return _NOW.fullmatch(text.strip()) is not None


def _period_at(text: str, dates: list[Date], position: int, taken: int) -> tuple[int, FoundPeriod | None]:
    """Return how many dates are used up, and the period that begins with the date at `position`, if any."""
    date = dates[position]
    lead = _LEADS.search(text, max(taken, date.start - 20), date.start)
    following = dates[position + 1] if position + 1 < len(dates) else None
    if following is not None and (
        _JOIN.fullmatch(text, date.end, following.start)
        or (text[date.end : following.start] == " / " and {date.form, following.form} <= _BY_MONTH)
    ):
        start = lead.start() if lead is not None and lead["other"] != "in" else date.start
        return 2, _made(start, following.end, DateRange(date.first, following.last))
    if following is not None and (span := _between(text, date, following, max(taken, date.start - 20))) is not None:
        return 2, span
    if following is not None and _are_neighbours(text, date, following):
        return 2, _made(date.start, following.end, DateRange(date.first, following.last))
    if (now := _NOW.match(text, date.end)) is not None:
        return 1, _made(date.start, now.end(), DateRange(date.first, None, is_current=True))
    if date.form in ("short", "dotted"):
        return 1, None  # "Unity 2021.3" is a version.
    if lead is not None and lead["since"]:
        return 1, _made(lead.start(), date.end, DateRange(date.first, None, is_current=True))
    if lead is not None and lead["until"]:
        return 1, _made(lead.start(), date.end, DateRange(None, date.last))
    if (
        month := _BARE_MONTH.search(text, max(taken, date.start - 20), date.start)
    ) is not None and date.form == "named":
        number = month_names().get(month["month"].casefold())
        return 1, _made(month.start(), date.end, DateRange(PartialDate(date.first.year, number), date.last))
    if date.first == date.last and (dash := _GOES_ON.match(text, date.end)) is not None:
        return 1, _made(date.start, dash.end(), DateRange(date.first, None, is_current=True))
    if date.form == "year" and not _stands_apart(text, date, lead is not None):
        return 1, None
    if date.first == date.last and (dash := _OPEN_DASH.match(text, date.end)) is not None:
        # "(2017-)" and "2018–     Reader" go on; "2017 –" at the end of a line may end on the next.
        is_closed = text.startswith(")", dash.end()) or (text[date.end] in "-–—" and bool(text[dash.end() :].strip()))
        is_closed = is_closed or _COLUMN.match(text, dash.end()) is not None
        return 1, _made(date.start, dash.end(), DateRange(date.first, None, is_current=is_closed))
    return 1, _made(date.start, date.end, DateRange(date.first, date.last))


_AND = re.compile(r"\s(?:and|und|et|e|y|en|og|och|i)\s(?:de\s)?")
_BETWEEN = re.compile(r"(?i)(?<!\w)(?:between|zwischen|entre|tra|fra|tussen|mellan|mellem|między)\s(?:de\s)?$")


def _between(text: str, date: Date, following: Date, least: int) -> FoundPeriod | None:
    """Return the period of "entre junho de 2019 e maio de 2020"."""
    if _AND.fullmatch(text, date.end, following.start) is None:
        return None
    lead = _BETWEEN.search(text, least, date.start)
    return None if lead is None else _made(lead.start(), following.end, DateRange(date.first, following.last))


_AND_YEAR = re.compile(r"\s?&\s?|\s(?:and|und|et|e|y|en|og|och|i)\s")


def _are_neighbours(text: str, date: Date, following: Date) -> bool:
    """Return whether two years that follow each other stand apart with "and" between them: "Nelson, 2015 & 2016"."""
    if (date.form, following.form) != ("year", "year") or following.first.year != date.first.year + 1:
        return False
    if _AND_YEAR.fullmatch(text, date.end, following.start) is None:
        return False
    is_closed = _CLOSED_RIGHT.match(text, following.end) is not None
    return is_closed and (date.start == 0 or _CLOSED_LEFT.search(text, max(0, date.start - 4), date.start) is not None)


def _stands_apart(text: str, date: Date, is_led: bool) -> bool:
    left = is_led or _CLOSED_LEFT.search(text, max(0, date.start - 4), date.start) is not None
    left = left or (
        text[date.start - 2 : date.start - 1] in "HGCd.V"
        and _BEHIND_FORM.search(text, max(0, date.start - 7), date.start) is not None
    )
    return (left or date.start == 0) and _CLOSED_RIGHT.match(text, date.end) is not None


def _made(start: int, end: int, period: DateRange) -> FoundPeriod | None:
    """Return the period, or None where it ends before it starts."""
    if period.start is not None and period.end is not None and period.end.last_month < period.start.first_month:
        return None
    return FoundPeriod(start, end, period)
