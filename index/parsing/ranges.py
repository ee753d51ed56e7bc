"""Reads the filters that compare: `metric:latency<200ms`, `money:>$100k`, `year:2019..2021`. Knows no corpus and no engine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import PartialDate
from index.analyzers import stems
from index.query import Range


@dataclass(frozen=True, slots=True)
class RangeField:
    """A filter that takes a comparison."""

    name: str
    filters: str
    """What it compares, for help."""
    example: str
    dimension: str | None = None
    """The only dimension that is compared; None: that of the unit in the query."""
    is_date: bool = False


RANGE_FIELDS: Mapping[str, RangeField] = {
    field.name: field
    for field in (
        RangeField(
            "metric", "any figure, by its unit; words before the sign say what it measures", "metric:latency<200ms"
        ),
        RangeField("money", "amounts of money; a sign or code limits them to that currency", "money:>$100k", "money"),
        RangeField("saved", "money that was saved", "saved:>$10k", "money"),
        RangeField("count", "counts of things; words before the sign say of what", "count:>1m", "count"),
        RangeField("time", "lengths of time", "time:<1d", "time"),
        RangeField("improvement", "how many times, or by how much per cent, a result changed", "improvement:>2x"),
        RangeField("team", "people in a team", "team:>5", "count"),
        RangeField("year", "when the work went on", "year:2019..2021", is_date=True),
        RangeField("after", "work that went on at that time or later", "after:2020", is_date=True),
        RangeField("before", "work that had begun before that time", "before:2018-06", is_date=True),
        RangeField("used", "when the work last went on, and what it used was used", "used:2024..", is_date=True),
        RangeField("years", "years of the person's work, with tech: or practice: of work with that", "years:>=3"),
    )
}
"""Name → field, in the order in which help lists them."""

_TIMES: Mapping[str, float] = {
    "ms": 0.001, "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "mins": 60, "minute": 60,
    "minutes": 60, "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "d": 86400, "day": 86400,
    "days": 86400, "w": 604800, "week": 604800, "weeks": 604800, "mo": 2629800, "month": 2629800, "months": 2629800,
    "y": 31557600, "yr": 31557600, "yrs": 31557600, "year": 31557600, "years": 31557600,
}  # fmt: skip
"""Written form → seconds; a month is a twelfth of a year of 365.25 days."""
_UNITS: Mapping[str, tuple[str, float]] = {
    "%": ("share", 1), "percent": ("share", 1), "pct": ("share", 1), "x": ("ratio", 1), "×": ("ratio", 1),
    "times": ("ratio", 1), "fold": ("ratio", 1), "kb": ("data", 1e3), "mb": ("data", 1e6), "gb": ("data", 1e9),
    "tb": ("data", 1e12), "pb": ("data", 1e15),
}  # fmt: skip
_CURRENCIES: Mapping[str, str] = {
    "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "usd": "USD", "dollars": "USD", "eur": "EUR", "euro": "EUR",
    "euros": "EUR", "gbp": "GBP", "pounds": "GBP", "inr": "INR", "rupees": "INR", "chf": "CHF", "sek": "SEK", "nok": "NOK",
    "dkk": "DKK", "cad": "CAD", "aud": "AUD", "jpy": "JPY", "cny": "CNY", "brl": "BRL", "pln": "PLN",
}  # fmt: skip
"""Sign, code or word → ISO 4217 code."""
_MAGNITUDES: Mapping[str, float] = {
    "": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "millions": 1e6, "b": 1e9, "bn": 1e9,
    "billion": 1e9, "t": 1e12, "trillion": 1e12, "crore": 1e7, "lakh": 1e5,
}  # fmt: skip
_SIGN = re.compile(r"\A(?P<label>[^<>=≤≥~]*?)(?P<sign>>=|<=|=>|=<|[<>=≥≤~])(?P<value>[^<>=≤≥]+)")
_SPREAD = re.compile(r"\A(?:(?P<label>[^\d<>=]*?)=?)(?P<low>[$€£₹]?\d[^\s.]*(?:\.\d[^\s.]*)?)?(?:\.\.|…)(?P<high>\S+)?")
_AMOUNT = re.compile(
    r"(?P<sign>[$€£₹])?\s?(?P<number>\d{1,15}(?:[.,]\d{1,15}){0,5})\s?\+?(?P<letters>[A-Za-z%×]{0,12})\s?(?P<behind>[$€£₹])?"
)
_DATE = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>0[1-9]|1[0-2]))?")
_SIGNS: Mapping[str, str] = {"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<="}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a query in its dimension's base unit."""

    size: float
    dimension: str | None
    """None where nothing is written behind the number."""
    currency: str = ""
    unit_size: float = 1.0
    """Of one of what is written behind the number: 0.001 for ms, a million for m."""


@dataclass(frozen=True, slots=True)
class SaidRange:
    """A figure or a time that a query says in plain words."""

    wanted: Range
    end: int
    """Offset behind its last character in the query."""


def read_range(name: str, value: str, source: str) -> Range | str:
    """Return what a filter of RANGE_FIELDS compares with, or, where its value can't be read, how to write it."""
    field = RANGE_FIELDS[name]
    label, low, high, open_low, open_high = _ends(value.strip())
    if low is None and high is None:
        return f"“{source}” has no number to compare with; write for example {field.example}"
    if field.is_date:
        return _dates(field, low, high, open_low, open_high, source)
    amounts = [None if end is None else read_amount(end, field.dimension) for end in (low, high)]
    if any(end is not None and amount is None for end, amount in zip((low, high), amounts, strict=True)):
        return f"“{source}” holds a number that can't be read; write for example {field.example}"
    return _of_amounts(field, label, amounts[0], amounts[1], open_low, open_high, source)


def _ends(value: str) -> tuple[str, str | None, str | None, bool, bool]:
    """Return (label, low, high, low is open, high is open) as written."""
    if (found := _SPREAD.fullmatch(value)) is not None and (found["low"] or found["high"]):
        return found["label"] or "", found["low"], found["high"], False, False
    if (found := _SIGN.fullmatch(value)) is not None:
        sign, end = _SIGNS.get(found["sign"], found["sign"]), found["value"].strip()
        if sign.startswith(">"):
            return found["label"], end, None, sign == ">", False
        if sign.startswith("<"):
            return found["label"], None, end, False, sign == "<"
        return found["label"], end, end, False, False
    label = re.match(r"[^\d$€£₹]*", value)
    start = 0 if label is None else label.end()
    return value[:start], value[start:] or None, value[start:] or None, False, False


def read_amount(text: str, dimension: str | None = None) -> Amount | None:
    """Return the amount that `text` writes, None where it is none; of `dimension` time, "5m" is minutes.

    >>> read_amount("$1.5m"), read_amount("200ms"), read_amount("1,200")
    (Amount(size=1500000.0, dimension='money', currency='USD', unit_size=1000000.0), Amount(size=0.2, dimension='time', currency='', unit_size=0.001), Amount(size=1200.0, dimension=None, currency='', unit_size=1))
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    number = _number(found["number"])
    if number is None:
        return None
    letters, sign = found["letters"].casefold(), found["sign"] or found["behind"]
    if sign:
        return _amount(number, _MAGNITUDES[letters], "money", _CURRENCIES[sign]) if letters in _MAGNITUDES else None
    if letters in _TIMES and (dimension == "time" or letters not in _MAGNITUDES):
        return _amount(number, _TIMES[letters], "time")
    if letters in _UNITS:
        return _amount(number, _UNITS[letters][1], _UNITS[letters][0])
    if letters in _MAGNITUDES:
        return _amount(number, _MAGNITUDES[letters], None)
    for size in range(2, -1, -1):
        if letters[:size] in _MAGNITUDES and letters[size:] in _CURRENCIES:
            return _amount(number, _MAGNITUDES[letters[:size]], "money", _CURRENCIES[letters[size:]])
    return None


def _amount(number: float, unit_size: float, dimension: str | None, currency: str = "") -> Amount:
    return Amount(float(f"{number * unit_size:.12g}"), dimension, currency, unit_size)


def _number(written: str) -> float | None:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        return float(written.replace(",", ""))
    plain = written.replace(",", ".")
    return float(plain) if plain.count(".") < 2 else None


def _of_amounts(
    field: RangeField, label: str, low: Amount | None, high: Amount | None, open_low: bool, open_high: bool, source: str
) -> Range:
    told = [amount for amount in (low, high) if amount is not None]
    written = next((amount for amount in reversed(told) if amount.dimension is not None), told[0])
    scale = 1.0
    # "10..15x", "1..2m": what stands behind the second number is meant for both.
    if low is not None and high is not None and low.dimension is None and low.unit_size == 1:
        scale = high.unit_size
    dimension = field.dimension if field.dimension is not None else written.dimension
    return Range(
        field=field.name,
        low=None if low is None else low.size * scale,
        high=None if high is None else high.size,
        low_is_open=open_low,
        high_is_open=open_high,
        dimension=dimension,
        currency=written.currency,
        words=stems(label.strip(" :")),
        source=source,
    )


def _dates(
    field: RangeField, low: str | None, high: str | None, open_low: bool, open_high: bool, source: str
) -> Range | str:
    ends = [None if end is None else _DATE.fullmatch(end.strip()) for end in (low, high)]
    if any(end is not None and date is None for end, date in zip((low, high), ends, strict=True)):
        return f"“{source}” holds a date that can't be read; write a year or a month, for example {field.example}"
    first, last = (None if date is None else PartialDate(int(date["year"]), int(date["month"]) if date["month"] else None)
                   for date in ends)  # fmt: skip
    start = None if first is None else float(first.last_month + 1 if open_low else first.first_month)
    end = None if last is None else float(last.first_month - 1 if open_high else last.last_month)
    if field.name == "after":
        start, end = start if start is not None else end, None
    elif field.name == "before":
        point = first if first is not None else last
        start, end = None, None if point is None else float(point.first_month - 1)
    return Range(field.name, start, end, False, False, "date", "", (), source)


def in_words(wanted: Range) -> str:
    """Return how a comparison was read, for people: "money of more than 100,000 USD"."""
    name = {"metric": "a figure", "money": "money", "saved": "money saved", "count": "a count", "time": "a length of time",
            "improvement": "an improvement", "team": "a team", "years": "years of work"}.get(wanted.field, "work")  # fmt: skip
    low, high = (None if end is None else _size(end, wanted) for end in (wanted.low, wanted.high))
    if low is not None and high is not None:
        ends = f"of {low}" if low == high else f"from {low} to {high}"
    elif low is not None:
        ends = f"{'of more than' if wanted.low_is_open else 'of at least'} {low}"
    else:
        ends = f"{'below' if wanted.high_is_open else 'of at most'} {high}"
    if RANGE_FIELDS[wanted.field].is_date:
        ends = _period(wanted.low, wanted.high)
    before = f" that was at least {_size(wanted.was, wanted)} before" if wanted.was is not None else ""
    return f"{name} {ends}{before}"


def _period(low: float | None, high: float | None) -> str:
    """Return from when to when, whole years as years: "in 2019", "from 2018 to 2020-06", "since 2021", "up to 2011"."""
    first = None if low is None else _month(low, of_year=0)
    last = None if high is None else _month(high, of_year=11)
    if first is None or last is None:
        return f"up to {last}" if first is None else f"since {first}"
    return f"in {first}" if first == last else f"from {first} to {last}"


def _month(month: float, of_year: int) -> str:
    """Return a month since year 0 as it is written; the year alone where it is that month of it, from 0."""
    year, number = divmod(int(month), 12)
    return f"{year}" if number == of_year else f"{year}-{number + 1:02}"


def _size(size: float, wanted: Range) -> str:
    if wanted.dimension == "time":
        unit, seconds = next(
            ((unit, found) for unit, found in (("years", 31557600), ("months", 2629800), ("days", 86400), ("hours", 3600),
                                                ("minutes", 60), ("seconds", 1)) if size >= found), ("ms", 0.001)
        )  # fmt: skip
        return f"{size / seconds:.6g} {unit}"
    unit = {"share": " %", "ratio": " times", "data": " bytes", "money": f" {wanted.currency}"}.get(
        wanted.dimension or "", ""
    )
    return f"{size:,.10g}{unit}".rstrip()
