"""Reads single dates in all the forms in which they are written: "Mar 2019", "3/2020", "Q3 2020", "14.03.2019". dates.py joins them to periods."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from babel.dates import get_month_names

from graph.alternation import alternation
from graph.extraction.career_words import words_of
from graph.model import PartialDate

FIRST_YEAR, LAST_YEAR = 1950, 2049
LANGUAGES = words_of("en de fr es pt it nl sv da nb fi pl cs tr ru uk ro hu el id ca")
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_SEASONS = words_of(
    """
    spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver primavera verano
    summers étés veranos rentrée
    wiosna lato jesień zima vår våren sommar sommaren höst hösten vinter vintern sommeren høst forår efterår
    otoño invierno verão outono inverno estate autunno lente zomer herfst
    """
)
# How early or late in a year: only the year is certain.
_PARTS_OF_YEAR = words_of(
    """
    early | mid | late | anfang | mitte | ende | début | mi | fin | principios de | mediados de | finales de | inizio | metà | fine |
    início de | meados de | final de | begin | medio | eind | början av | slutet av | początek | koniec
    """,
    "|",
)
# Months' names that are also words of running text: accepted with a capital or a full stop only.
_WORDS_TOO = frozenset(words_of("ago lip maj out set tam"))


@dataclass(frozen=True, slots=True)
class Date:
    """One date of the text as (first, last) of what it may mean: equal but for a quarter."""

    start: int
    end: int
    first: PartialDate
    last: PartialDate
    form: str


_Ends: TypeAlias = tuple[PartialDate, PartialDate]


@lru_cache(maxsize=1)
def month_names() -> Mapping[str, int]:
    """Return each name and abbreviation of a month, casefolded and without full stop, in the languages of LANGUAGES.

    A name that means different months in two languages is left to the first of them.
    """
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in get_month_names(width, context, language).items():
                    plain = re.sub(r"^(?:de |d[’'])", "", name).rstrip(".").casefold()
                    if len(plain) > 2 and plain.replace("’", "").isalpha():
                        names.setdefault(plain, int(month))
    names.setdefault("sept", 9)
    return names


def in_any_case(words: Iterable[str]) -> str:
    """Return a pattern that matches any of some words, whatever their case."""
    return alternation(words, ignore_case=True)


MONTHS = in_any_case(month_names())


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
    if word.islower() and word in _WORDS_TOO and "." not in match.group():
        return None
    month = month_names().get(word.casefold())
    if month is None:
        return None
    year = match["year"] or match["short"].lstrip("'’‘")
    return _once(_partial(year, month, match["day"] or match["day2"]))


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
    ("iso", rf"(?P<year>{_YEAR})(?P<mark>[-/.])(?P<month>0[1-9]|1[0-2])(?:(?P=mark)(?P<day>[0-3]\d))?",
     lambda m: _once(_partial(m["year"], m["month"], m["day"]))),
    ("day", rf"(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<year>{_YEAR})", _slashed),
    ("month", rf"(?P<month>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<year>{_YEAR})",
     lambda m: _once(_partial(m["year"], m["month"]))),
    ("named", rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ \t]+(?:(?:de|of)[ \t]+)?)?(?P<month>{MONTHS})\.?"
              rf"(?:[ \t]+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,)?(?:,?\s{{1,2}}(?:(?:de|of|del)\s)?|[-/ ])"
              rf"(?:(?P<year>{_YEAR})|(?P<short>['’‘]\d\d|(?<=-)\d\d))", _named),
    ("spans", rf"(?P<year>{_YEAR})/(?P<until>{_YEAR})", _school_years),
    ("shorts", r"['’‘](?P<one>\d\d)\s?[-–—]\s?['’‘](?P<two>\d\d)", _short_years),
    ("roman", rf"(?P<month>I{{1,3}}|I?V|VI{{1,3}}|I?X|XI{{1,2}})[ ./](?P<year>{_YEAR})", _roman),
    ("part", rf"(?:{in_any_case(_PARTS_OF_YEAR)})[ \t-](?P<year>{_YEAR})", lambda m: _once(_partial(m["year"]))),
    ("years", rf"(?P<year>{_YEAR})(?P<dash>[-–—/])(?P<until>\d\d)", _years),
    ("quarter", rf"Q(?P<quarter>[1-4])[ \t/-]*(?P<year>{_YEAR})|(?P<year2>{_YEAR})[ \t/-]*Q(?P<quarter2>[1-4])",
     _quarter),
    ("season", rf"(?:{in_any_case(_SEASONS)})[ \t]+(?:of[ \t]+|de[ \t]+)?(?P<year>{_YEAR})",
     lambda m: _once(_partial(m["year"]))),
    ("east", rf"(?P<year>{_YEAR})\s?[年년]\s?(?:(?P<month>1[0-2]|0?[1-9])\s?[月월])?",
     lambda m: _once(_partial(m["year"], m["month"]))),
    ("year", rf"(?P<year>{_YEAR})", lambda m: _once(_partial(m["year"]))),
    ("short", r"(?P<month>0[1-9]|1[0-2])/(?P<year>\d\d)", lambda m: _once(_partial(m["year"], m["month"]))),
)  # fmt: skip


def _prefixed(name: str, pattern: str) -> str:
    """Return the pattern with its groups named apart from those of other forms."""
    return pattern.replace("(?P<", f"(?P<{name}_").replace("(?P=", f"(?P={name}_")


# A number is no date inside a longer number, an amount or a path.
_ANY_DATE = re.compile(
    r"(?<![\w$€£¥#/.,])(?=[\w'’‘])(?:"
    + "|".join(f"(?P<{name}>{_prefixed(name, pattern)})" for name, pattern, _ in _FORMS)
    + r")(?![\w/]|[.,:]\d)",
    re.IGNORECASE,
)
_FORM_BY_NAME = {name: (re.compile(pattern, re.IGNORECASE), read) for name, pattern, read in _FORMS}


def dates_in(text: str) -> list[Date]:
    """Return the dates of a text in order, found by one pass of one pattern."""
    dates: list[Date] = []
    for match in _ANY_DATE.finditer(text):
        form = match.lastgroup or ""
        pattern, read = _FORM_BY_NAME[form]
        again = pattern.fullmatch(text, match.start(), match.end())
        ends = None if again is None else read(again)
        if ends is None and form == "roman":  # "Engineer II 2015": the year stands all the same.
            year = _partial(match.group()[-4:])
            if year is not None:
                dates.append(Date(match.end() - 4, match.end(), year, year, "year"))
        if ends is not None:
            dates.append(Date(match.start(), match.end(), ends[0], ends[1], form))
    return dates
