"""Reads dates and periods from text: "Mar 2019 – Present", "3/2020 to 10/2024", "Q3 2020", "until 2021".

Knows nothing of documents or employers. A date is found by one pass of one pattern; two dates with a word or dash for
"to" between them are joined to a period afterwards, so that time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from babel.dates import get_month_names

from graph.alternation import alternation
from graph.extraction.career_words import words_of
from graph.model import DateRange, PartialDate

FIRST_YEAR, LAST_YEAR = 1950, 2049
LANGUAGES = words_of("en de fr es pt it nl sv da nb fi pl cs tr ru uk ro hu el id ca")
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_DASH = r"(?:&[nm]dash;|[-–—]{1,3}>|={1,2}>|-{1,3}|[–—‒―−~～→⟶➝➔])"
_SEASONS = words_of(
    """
    spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver primavera verano
    summers étés veranos rentrée
    wiosna lato jesień zima vår våren sommar sommaren höst hösten vinter vintern sommeren høst forår efterår
    otoño invierno verão outono inverno estate autunno lente zomer herfst
    """
)
# Besides dashes: words that stand between the two dates of a period.
_TO = words_of(
    "to | until | till | thru | through | bis | bis zum | à | au | a | ad | al | hasta | até | fino | tot | t/m | tot en met | t.o.m. | till och med | "
    "til | til og med | do | до | по", "|"
)  # fmt: skip
_SINCE = words_of("since seit depuis desde dal sinds sedan siden od с")
_UNTIL = words_of("until till through thru bis jusqu'à hasta até fino tot до")
_PRESENT = words_of(
    """
    present | the present | to date | onwards | onward | till date | now | current | currently | today | date | ongoing | heute | jetzt | laufend | aktuell
    | present day | the present day | still there | ce jour | à ce jour | aujourd'hui | aujourd’hui | présent | maintenant | en cours | actualidad | la fecha | hoy en día | à data | a data | até à data | até o momento | até hoje | até agora | o presente | tutt'oggi | tutt’oggi | dato | chwili obecnej | aktualnie | la actualidad | presente |
    el presente | actualmente | hoy | atual | atualmente | o momento | hoje | oggi | attuale | ad oggi | in corso
    | heden | nu | nå | nåværende | idag | i dag | pågående | tillsvidare | tills vidare | obecnie | teraz | nadal | dziś | současnost | dosud
    | nyt | nykyinen | настоящее время | н.в. | наст. время | сейчас | теперішній час | дотепер | bugün | halen |
    günümüz | devam ediyor | σήμερα | παρόν | prezent | jelenleg | sekarang | avui | actualitat | 至今 | 現在 | 현재
    """,
    "|",
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


@dataclass(frozen=True, slots=True)
class _Date:
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
    for name, month in {
        "sept": 9,
        "fév": 2,
        "fev": 2,
        "fevrier": 2,
        "aout": 8,
        "decembre": 12,
        "maerz": 3,
        "juill": 7,
    }.items():
        names.setdefault(name, month)
    return names


def _alternatives(words: Iterable[str]) -> str:
    return alternation(words, ignore_case=True)


_MONTHS = _alternatives(month_names())


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
    ("named", rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[ \t]+(?:(?:de|of)[ \t]+)?)?(?P<month>{_MONTHS})\.?"
              rf"(?:[ \t]+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,)?(?:,?\s{{1,2}}(?:(?:de|of|del)\s)?|[-/ ]|(?<=[^\W\d_.]{{3}})(?=(?:19|20)\d\d)|(?<=\.)(?=(?:19|20)\d\d))"
              rf"(?:(?P<year>{_YEAR})|(?P<short>['’‘]\d\d|(?<=-)\d\d))", _named),
    ("spans", rf"(?P<year>{_YEAR})/(?P<until>{_YEAR})", _school_years),
    ("shorts", r"['’‘](?P<one>\d\d)\s?[-–—]\s?['’‘](?P<two>\d\d)", _short_years),
    ("roman", rf"(?P<month>I{{1,3}}|I?V|VI{{1,3}}|I?X|XI{{1,2}})[ ./](?P<year>{_YEAR})", _roman),
    ("part", rf"(?:{_alternatives(_PARTS_OF_YEAR)})[ \t-](?P<year>{_YEAR})", lambda m: _once(_partial(m["year"]))),
    ("years", rf"(?P<year>{_YEAR})(?P<dash>[-–—/])(?P<until>\d\d)", _years),
    ("quarter", rf"Q(?P<quarter>[1-4])[ \t/-]*(?P<year>{_YEAR})|(?P<year2>{_YEAR})[ \t/-]*Q(?P<quarter2>[1-4])",
     _quarter),
    ("season", rf"(?:{_alternatives(_SEASONS)})[ \t]+(?:of[ \t]+|de[ \t]+)?(?P<year>{_YEAR})",
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
_JOIN = re.compile(rf"[\s*_)]{{0,3}}(?:{_DASH}|\b(?:{_alternatives(_TO)})\b)[\s*_(]{{0,3}}", re.IGNORECASE)
_NOW = re.compile(
    rf"[\s*_)]{{0,3}}(?:{_DASH}|\b(?:{_alternatives(_TO)})\b)?[\s*_(]{{0,3}}(?:{_alternatives(_PRESENT)})(?!\w)",
    re.IGNORECASE,
)
_OPEN_DASH = re.compile(r"\s?[-–—→]\s*(?:\.{3}|…|\?)?(?=\s*$|\s?[\n)|•·*_])|\s{0,3}[-–—](?=\s{2})|(?<=\d)[-–—](?=\s)")
_COLUMN = re.compile(r"(?<!\s)\s{3,60}[^\W\d_]")
"""Behind the dash of what goes on, in a column of dates: "Jan 2022 –          Estates Manager"."""
_GOES_ON = re.compile(r"[–—-](?=\s*$|,\s|\s?[|)]|\*\*)|\s?→(?=\s*$|,\s|\s?[|)])")
"""A dash set right behind a date, or an arrow, with nothing after it: "Acme (Oslo) 2021–", "Nov 2021–, Acme"."""
_LEADS = re.compile(
    rf"(?<!\w)(?:(?:(?P<since>{_alternatives(_SINCE)})|(?P<until>{_alternatives(_UNTIL)}))"
    rf"(?:[ \t]+(?:the|dem|der|le|l[’']|el|la rentrée de|la|il|den|around|about|ca\.?|circa))?|(?P<other>from|expected|anticipated|graduated|graduating|graduation|class of|"
    rf"von|de|du|desde|dal|in))[ \t]+$",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(rf"(?<!\w)(?P<month>{_MONTHS})\.?\s?(?:{_DASH}|to|bis|à)\s?$", re.IGNORECASE)
_CLOSED_LEFT, _CLOSED_RIGHT = (
    re.compile(r"(?:^|[(\[,;|•·:–—\n\t*_`]|(?<!\w)-|\s{2})\s*$"),
    re.compile(r"\s*(?:$|[()\].,;|•·:\n\t*_`–—-]|\s{2})"),
)


_BY_MONTH = frozenset({"named", "month", "iso"})
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
    dates = _dates(text)
    found: list[FoundPeriod] = []
    position, taken = 0, 0
    while position < len(dates):
        used, period = _period_at(text, dates, position, taken)
        if period is not None:
            taken = period.end
            found.append(period)
        position += used
    return tuple(found)


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


def _dates(text: str) -> list[_Date]:
    dates: list[_Date] = []
    for match in _ANY_DATE.finditer(text):
        form = match.lastgroup or ""
        pattern, read = _FORM_BY_NAME[form]
        again = pattern.fullmatch(text, match.start(), match.end())
        ends = None if again is None else read(again)
        if ends is None and form == "roman":  # "Engineer II 2015": the year stands all the same.
            year = _partial(match.group()[-4:])
            if year is not None:
                dates.append(_Date(match.end() - 4, match.end(), year, year, "year"))
        if ends is not None:
            dates.append(_Date(match.start(), match.end(), ends[0], ends[1], form))
    return dates


def _period_at(text: str, dates: list[_Date], position: int, taken: int) -> tuple[int, FoundPeriod | None]:
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
    if (now := _NOW.match(text, date.end)) is not None:
        return 1, _made(date.start, now.end(), DateRange(date.first, None, is_current=True))
    if date.form == "short":
        return 1, None
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


def _stands_apart(text: str, date: _Date, is_led: bool) -> bool:
    left = is_led or _CLOSED_LEFT.search(text, max(0, date.start - 4), date.start) is not None
    return (left or date.start == 0) and _CLOSED_RIGHT.match(text, date.end) is not None


def _made(start: int, end: int, period: DateRange) -> FoundPeriod | None:
    """Return the period, or None where it ends before it starts."""
    if period.start is not None and period.end is not None and period.end.last_month < period.start.first_month:
        return None
    return FoundPeriod(start, end, period)
