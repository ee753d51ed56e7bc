"""Finds single dates of any form in a text: "Mar 2019", "3/2020", "Q3 2020", "2017–19". Joins none to periods."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from graph.alternation import alternation
from graph.extraction.dates.words import (
    FIRST_YEAR,
    LAST_YEAR,
    PARTS_OF_YEAR,
    PRESENT,
    SEASONS,
    WORDS_TOO,
    YEAR,
    month_names,
)
from graph.model import PartialDate


@dataclass(frozen=True, slots=True)
class Date:
    """One date of the text as (first, last) of what it may mean: equal but for a quarter."""

    start: int
    end: int
    first: PartialDate
    last: PartialDate
    form: str


_Ends: TypeAlias = tuple[PartialDate, PartialDate]


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of words in any case, the longest first."""
    return alternation(words, ignore_case=True)


MONTHS = alternatives(month_names())


def _partial(year: str, month: str | int | None = None, day: str | int | None = None) -> PartialDate | None:
    number, of_year = int(year), None if month is None else int(month)
    if len(year) == 2:
        number += 2000 if number < LAST_YEAR - 1999 else 1900
    of_month = None if day is None else int(day)
    if not FIRST_YEAR <= number <= LAST_YEAR or (of_year is not None and not 1 <= of_year <= 12):
        return None
    return None if of_month is not None and not 1 <= of_month <= 31 else PartialDate(number, of_year, of_month)


def _once(date: PartialDate | None) -> _Ends | None:
    return None if date is None else (date, date)


def _named(match: re.Match[str]) -> _Ends | None:
    word = match["month"]
    if word.islower() and word in WORDS_TOO and not {".", "/"} & set(match.group()) and not _is_set_apart(match):
        return None
    month = month_names().get(word.casefold())
    if month is None:
        return None
    year = match["year"] or match["short"].lstrip("'’‘")
    return _once(_partial(year, month, match["day"] or match["day2"]))


_MARK_BEFORE = re.compile(r"(?:^|[(\[|•·:–—\n\t-])[ ]{0,3}$")
_MARK_BEHIND = re.compile(r"[ ]{0,3}(?:$|[)\]|•·–—\n\t-])")


def _is_set_apart(match: re.Match[str]) -> bool:
    """Return whether marks or the text's edges stand on both sides: "set 2017 - ago 2019", not "set 2017 targets"."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    if len(before) == 4 and not before.strip(" "):
        return False
    return _MARK_BEFORE.search(before) is not None and _MARK_BEHIND.match(match.string, match.end()) is not None


def _years(match: re.Match[str]) -> _Ends | None:
    """Read "2017–19"; with a hyphen "2017-11" is a month."""
    first, until = int(match["year"]), int(match["until"])
    if until <= first % 100 or (until <= 12 and match["dash"] == "-"):
        return None
    return PartialDate(first), PartialDate(first - first % 100 + until)


def _slashed(match: re.Match[str]) -> _Ends | None:
    """Read "14.03.2019" and "3/14/2019"; where both numbers may be the month, only the year is certain."""
    one, two = int(match["one"]), int(match["two"])
    if match["mark"] == "." or one > 12:
        return _once(_partial(match["year"], two, one))
    if two > 12:
        return _once(_partial(match["year"], one, two))
    if one != two and 1 in (one, two):
        return _once(_partial(match["year"], two if one == 1 else one, 1))  # Jobs begin on the first of a month.
    return _once(_partial(match["year"], one if one == two else None))


def _school_years(match: re.Match[str]) -> _Ends | None:
    """Read "2014/2016", which lasts; what is farther apart are two years."""
    first, until = int(match["year"]), int(match["until"])
    return (PartialDate(first), PartialDate(until)) if first < until <= first + 12 else None


def _short_years(match: re.Match[str]) -> _Ends | None:
    """Read "'18–'21"."""
    first, until = _partial(match["one"]), _partial(match["two"])
    return None if first is None or until is None or until.year < first.year else (first, until)


_ROMAN = {name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}


def _roman(match: re.Match[str]) -> _Ends | None:
    """Read "III 2015" at the beginning or behind a mark or a word for from or to; "Engineer II 2015" is a level."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    number = _ROMAN.get(match["month"])
    return _once(_partial(match["year"], number)) if number and _BEFORE_ROMAN.search(before) else None


_BEFORE_ROMAN = re.compile(r"(?:^|[(\[,;|•·:–—\n\t-]|(?<!\w)(?:od|do|from|to|von|bis|de|à|dal|al|sinds|sedan))\s{0,4}$")


def _quarter(match: re.Match[str]) -> _Ends | None:
    number = int(match["quarter"] or match["quarter2"])
    year = int(match["year"] or match["year2"])
    return PartialDate(year, number * 3 - 2), PartialDate(year, number * 3)


_Read: TypeAlias = Callable[[re.Match[str]], _Ends | None]
_FORMS: tuple[tuple[str, str, _Read], ...] = (
    ("iso", rf"(?P<year>{YEAR})(?P<mark>[-/.])(?P<month>0[1-9]|1[0-2])(?:(?P=mark)(?P<day>[0-3]\d))?",
     lambda m: _once(_partial(m["year"], m["month"], m["day"]))),
    ("day", rf"(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<year>{YEAR})", _slashed),
    ("month", rf"(?P<month>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<year>{YEAR})",
     lambda m: _once(_partial(m["year"], m["month"]))),
    ("named", rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ \t]+(?:(?:de|of)[ \t]+)?)?(?P<month>{MONTHS})\.?"
              rf"(?:[ \t]+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,)?(?:,?\s{{1,2}}(?:(?:de|of|del)\s)?|[-/ ]|(?<=[^\W\d_.]{{3}})(?=(?:19|20)\d\d)|(?<=\.)(?=(?:19|20)\d\d)|(?<=[^\W\d_]{{3}})(?=['’‘]\d\d))"
              rf"(?:(?P<year>{YEAR})|(?P<short>['’‘]\d\d|(?<=-)\d\d))", _named),
    ("spans", rf"(?P<year>{YEAR})/(?P<until>{YEAR})", _school_years),
    ("shorts", r"['’‘](?P<one>\d\d)\s?[-–—]\s?['’‘](?P<two>\d\d)", _short_years),
    ("roman", rf"(?P<month>I{{1,3}}|I?V|VI{{1,3}}|I?X|XI{{1,2}})[ ./](?P<year>{YEAR})", _roman),
    ("part", rf"(?:{alternatives(PARTS_OF_YEAR)})[ \t-](?P<year>{YEAR})", lambda m: _once(_partial(m["year"]))),
    ("years", rf"(?P<year>{YEAR})(?P<dash>[-–—/])(?P<until>\d\d)", _years),
    ("quarter", rf"Q(?P<quarter>[1-4])[ \t/-]*(?P<year>{YEAR})|(?P<year2>{YEAR})[ \t/-]*Q(?P<quarter2>[1-4])",
     _quarter),
    ("season", rf"(?:{alternatives(SEASONS)})[ \t]+(?:of[ \t]+|de[ \t]+)?(?P<year>{YEAR})",
     lambda m: _once(_partial(m["year"]))),
    ("east", rf"(?P<year>{YEAR})\s?[年년]\s?(?:(?P<month>1[0-2]|0?[1-9])\s?[月월])?",
     lambda m: _once(_partial(m["year"], m["month"]))),
    ("dotted", rf"(?P<year>{YEAR})\.(?P<month>[1-9])", lambda m: _once(_partial(m["year"], m["month"]))),
    ("year", rf"(?P<year>{YEAR})", lambda m: _once(_partial(m["year"]))),
    ("short", r"(?P<month>0[1-9]|1[0-2])/(?P<year>\d\d)", lambda m: _once(_partial(m["year"], m["month"]))),
)  # fmt: skip


def _prefixed(name: str, pattern: str) -> str:
    """Return the pattern with its groups named apart from those of other forms."""
    return pattern.replace("(?P<", f"(?P<{name}_").replace("(?P=", f"(?P={name}_")


_GLUED = (
    r"(?<=[^\W\d_]|[.)])(?<!\d\.)"
    rf"(?=(?:(?-i:[A-Z][a-zà-ÿ]{{2,8}})\.?\s)?{YEAR}\s{{0,2}}[-–—]\s{{0,2}}(?:(?:{MONTHS})\.?\s)?(?:{YEAR}|(?:{alternatives(PRESENT)}))\)?\s{{0,9}}$)"
)
"""Where the dates that end a line begin right behind a word, as a page's columns are pasted: "Orlen Foods2015 – 2020"."""
# A number is no date inside a longer number, an amount or a path.
_ANY_DATE = re.compile(
    rf"(?:(?<![\w$€£¥#/.,])(?<!\d:)|{_GLUED})(?=[\w'’‘])(?:"
    + "|".join(f"(?P<{name}>{_prefixed(name, pattern)})" for name, pattern, _ in _FORMS)
    + rf")(?!\w|/(?!(?:{alternatives(PRESENT)})\b)|[.,:]\d)",
    re.IGNORECASE,
)
_FORM_BY_NAME = {name: (re.compile(pattern, re.IGNORECASE), read) for name, pattern, read in _FORMS}


_DAY_FIRST = re.compile(
    r"(?<!\d)(?:1[3-9]|2\d|3[01])[/-]\d{1,2}[/-](?:19|20)\d\d|(?i:(?<!\w)(?:bis|heute|au|aujourd|actuel|ce jour|hasta|actual|al|oggi|attual|até|ao|atual|tot|heden|obecnie|teraz))"
)
"""A day of more than twelve before its month, or a word of a language that writes days first: "12/09/2023 - Atualmente"."""


def _day_first(text: str) -> _Ends | None:
    """Read "12/09/2023" as 12 September.

    >>> str(_day_first("12/09/2023")[0])
    '2023-09-12'
    """
    day, month, year = re.split(r"[./-]", text)
    return _once(_partial(year, month, day))


def dates_in(text: str) -> list[Date]:
    """Return the dates of a text in order, whatever stands between them."""
    dates: list[Date] = []
    for match in _ANY_DATE.finditer(text):
        form = match.lastgroup or ""
        pattern, read = _FORM_BY_NAME[form]
        again = pattern.fullmatch(text, match.start(), match.end())
        ends = None if again is None else read(again)
        if form == "day" and ends is not None and ends[0].month is None and _DAY_FIRST.search(text) is not None:
            ends = _day_first(match.group()) or ends
        if ends is None and form == "roman":  # "Engineer II 2015": the year stands all the same.
            year = _partial(match.group()[-4:])
            if year is not None:
                dates.append(Date(match.end() - 4, match.end(), year, year, "year"))
        if ends is not None:
            dates.append(Date(match.start(), match.end(), ends[0], ends[1], form))
    return dates
