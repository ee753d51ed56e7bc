"""Reads periods from text: "Mar 2019 – Present", "3/2020 to 10/2024", "until 2021"; single dates are date_forms.py's.

Knows nothing of documents or employers. Two dates with a word or dash for "to" between them are joined to a period
once all have been found, so that time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.extraction.career_words import words_of
from graph.extraction.date_forms import MONTHS, Date, dates_in, in_any_case, month_names
from graph.model import DateRange, PartialDate

_DASH = r"(?:[-–—]{1,3}>|={1,2}>|-{1,3}|[–—‒―−~～→⟶➝➔])"
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


_JOIN = re.compile(rf"[\s*_)]{{0,3}}(?:{_DASH}|\b(?:{in_any_case(_TO)})\b)[\s*_(]{{0,3}}", re.IGNORECASE)
_NOW = re.compile(
    rf"[\s*_)]{{0,3}}(?:{_DASH}|\b(?:{in_any_case(_TO)})\b)?[\s*_(]{{0,3}}(?:{in_any_case(_PRESENT)})(?!\w)",
    re.IGNORECASE,
)
_OPEN_DASH = re.compile(r"\s?[-–—→]\s*(?:\.{3}|…|\?)?(?=\s*$|\s?[\n)|•·*_])|\s{0,3}[-–—](?=\s{2})|(?<=\d)[-–—](?=\s)")
_COLUMN = re.compile(r"(?<!\s)\s{3,60}[^\W\d_]")
"""Behind the dash of what goes on, in a column of dates: "Jan 2022 –          Estates Manager"."""
_GOES_ON = re.compile(r"[–—-](?=\s*$|,\s|\s?[|)]|\*\*)|\s?→(?=\s*$|,\s|\s?[|)])")
"""A dash set right behind a date, or an arrow, with nothing after it: "Acme (Oslo) 2021–", "Nov 2021–, Acme"."""
_LEADS = re.compile(
    rf"(?<!\w)(?:(?:(?P<since>{in_any_case(_SINCE)})|(?P<until>{in_any_case(_UNTIL)}))"
    rf"(?:[ \t]+(?:the|dem|der|le|l[’']|el|la rentrée de|la|il|den|around|about|ca\.?|circa))?|(?P<other>from|"
    rf"von|de|du|desde|dal|in))[ \t]+$",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(rf"(?<!\w)(?P<month>{MONTHS})\.?\s?(?:{_DASH}|to|bis|à)\s?$", re.IGNORECASE)
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
    dates = dates_in(text)
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


def _stands_apart(text: str, date: Date, is_led: bool) -> bool:
    left = is_led or _CLOSED_LEFT.search(text, max(0, date.start - 4), date.start) is not None
    return (left or date.start == 0) and _CLOSED_RIGHT.match(text, date.end) is not None


def _made(start: int, end: int, period: DateRange) -> FoundPeriod | None:
    """Return the period, or None where it ends before it starts."""
    if period.start is not None and period.end is not None and period.end.last_month < period.start.first_month:
        return None
    return FoundPeriod(start, end, period)
