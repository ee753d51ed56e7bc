"""Reads figures that are said without a comparison: "team of 5", "cut in half", "doubled", "10 million users", "two weeks".

What is found is the figure itself, however the text writes it, or the very words. Knows no corpus.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from index.parsing.number_words import size_said
from index.parsing.ranges import SaidRange, read_amount
from index.query import Range

NEAR = 0.02
"""Of a figure's size: so far from the one asked it may be, "99.9%" being no "99%"."""
_NUMBER = r"(?:a\s)?[A-Za-z]{3,8}|[$€£₹]?\d[\d.,]{0,15}(?<![.,])"
_UNIT = (
    r"%|percent|per cent|pct|x|×|times|ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?"
    r"|[kmb]|bn|mn|thousand|million|billion|[kmgtp]b|usd|eur|euros?|gbp|dollars|pounds"
)
_AMOUNT = re.compile(rf"(?P<number>{_NUMBER})[\s-]?(?P<unit>{_UNIT})?(?![A-Za-z\d%.,])", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?P<number>{_NUMBER})(?=(?:\sor\s(?:more|fewer|less))?(?:\s(?!{_UNIT}\b)[A-Za-z-]{{2,20}}){{0,1}}\s(?!{_UNIT}\b)[A-Za-z]{{2,20}}s\b)",
    re.IGNORECASE,
)
_TEAM = re.compile(
    rf"(?:teams?|squads?|crews?|groups?|staff)\s+of\s+(?P<number>{_NUMBER})(?:\s+(?:people|engineers|developers|nurses))?(?!\w)"
    rf"|(?P<people>{_NUMBER})[\s-](?:people|engineers|developers|reports|direct reports|nurses|teachers|employees|staff)\b",
    re.IGNORECASE,
)
_CHANGES: Mapping[str, tuple[float, float, str, str]] = {
    r"(?:(?:cut|reduc\w+|lower\w*|slash\w*|decreas\w+|shr[aiu]nk\w*|down)\s+(?:\w+\s+){0,2}?(?:in|by)\s+half|halv\w+)": (45, 55, "share", "decrease"),
    r"(?:doubl(?:ed|ing|e)|twice\s+as\s+\w+|twofold)": (1.9, 2.15, "ratio", "increase"),
    r"(?:tripl(?:ed|ing|e)|trebl(?:ed|ing|e)|three\s+times\s+as\s+\w+|threefold)": (2.8, 3.2, "ratio", "increase"),
    r"(?:quadrupl(?:ed|ing|e)|fourfold|four\s+times\s+as\s+\w+)": (3.8, 4.2, "ratio", "increase"),
    r"(?:tenfold|ten\s+times\s+as\s+\w+)": (9.5, 11, "ratio", ""),
}  # fmt: skip
"""How a change is said → from what to what it was, in percent or times, and its direction."""
_MOSTLY = 90.0
_KEPT_UP = re.compile(r"(?<!\w)(?:uptime|availab\w+|sla|slo|reliab\w+|deliverability)(?!\w)", re.IGNORECASE)
"""Shares of these that are this large or larger are promises: "at least so much"."""
_DIGITS: Mapping[str, int] = {
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_FIGURES = re.compile(
    r"(?P<digits>five|six|seven|eight|nine)[\s-]figures?(?!\w)"
    r"|(?P<multi>multi)[\s-]?(?P<of>million|billion)(?:[\s-](?:dollar|euro|pound)s?)?(?!\w)"
    r"|(?P<places>single|double|triple)[\s-]digits?(?!\w)",
    re.IGNORECASE,
)
"""Sizes said by their digits: money of so many, a share of so many."""
_COUNTED = re.compile(
    r"[\s-](?:users?|customers?|records?|rows?|documents?|events?|requests?|messages?|lines?)(?!\w)", re.IGNORECASE
)
"""What millions count that are no money."""
_SHARES: Mapping[str, tuple[float, float]] = {"single": (1, 9.99), "double": (10, 99.9), "triple": (100, 999)}
_OR_MORE = re.compile(
    r"(?<!\s)\s++(?:or|and)\s++(?:(?P<more>more|higher|greater|larger|longer|above|over|up)|(?P<less>less|fewer|lower|shorter|smaller|"
    r"under|below|faster|quicker)|(?P<better>better))(?!\w)",
    re.IGNORECASE,
)
"""What makes a figure a bound: "half or more", "30 minutes or less"; a better time is a shorter one."""
_SPANS: Mapping[str, float] = {
    "millisecond": 0.001, "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600,
}  # fmt: skip
_LENGTH = "|".join(_SPANS)
_FROM_TO = re.compile(
    rf"(?:from\s+)?(?P<before>{_LENGTH})s?\s+(?:down\s+)?to\s+(?P<after>{_LENGTH})s?(?!\w)", re.IGNORECASE
)
"""A change told by the units alone: "from hours to minutes" was hours before and is less than one after."""
_ZERO = re.compile(
    r"zero(?=[\s-][A-Za-z]{3})(?![\s-](?:trust|knowledge|days?|copy|shot|config|configuration|sum|based|touch|click|coupon|waste)(?!\w))",
    re.IGNORECASE,
)
"""A claim of none, not the "zero" of a technique."""
_CHANGED = [(re.compile(pattern + r"(?!\w)", re.IGNORECASE), ends) for pattern, ends in _CHANGES.items()]


def read_figure_phrase(text: str, start: int) -> SaidRange | None:
    """Return the figure that is said from `start` on, or None.

    >>> found = read_figure_phrase("cut in half", 0)
    >>> found.wanted.field, found.wanted.low, found.wanted.high
    ('improvement', 45, 55)
    >>> found = read_figure_phrase("30 minutes or less", 0)
    >>> found.wanted.low, found.wanted.high
    (None, 1836.0)
    """
    if start and not (text[start - 1].isspace() or text[start - 1] == "("):
        return None
    found = _read(text, start)
    bound = None if found is None else _OR_MORE.match(text, found.end)
    if found is None or bound is None:
        return found
    wanted = replace(found.wanted, source=text[start : bound.end()])
    is_most = bool(bound["less"]) or (bool(bound["better"]) and wanted.dimension == "time")
    wanted = replace(wanted, low=None) if is_most else replace(wanted, high=None)
    return SaidRange(wanted, bound.end())


def _read(text: str, start: int) -> SaidRange | None:
    if (digits := _read_digits(text, start)) is not None:
        return digits
    if (spans := _FROM_TO.match(text, start)) is not None and spans["before"] != spans["after"]:
        before, after = (_SPANS[spans[name].casefold()] for name in ("before", "after"))
        low, high, direction = (after, before, "decrease") if after < before else (after, None, "increase")
        was = before if after < before else None
        wanted = Range("metric", low, high, False, True, "time", "", (), spans.group(), direction, was=was)
        return SaidRange(wanted, spans.end())
    if (none := _ZERO.match(text, start)) is not None:
        return SaidRange(Range("metric", 0, 0, False, False, None, "", (), none.group()), none.end())
    for pattern, (low, high, dimension, direction) in _CHANGED:
        if (said := pattern.match(text, start)) is not None:
            wanted = Range("improvement", low, high, False, False, dimension, "", (), said.group(), direction)
            return SaidRange(wanted, said.end())
    if (team := _TEAM.match(text, start)) is not None:
        size = size_said(team["number"] or team["people"])
        if size is not None:
            return _phrase(text, start, team.end(), "team", size, size, "count")
    return _read_count(text, start) or _read_amount(text, start)


def _read_digits(text: str, start: int) -> SaidRange | None:
    """Return a size said by its digits: "six-figure", "multi-million dollar", "double-digit"."""
    found = _FIGURES.match(text, start)
    if found is None:
        return None
    if found["places"]:
        low, high = _SHARES[found["places"].casefold()]
        return _phrase(text, start, found.end(), "improvement", low, high, "share")
    if found["digits"]:
        low = 10.0 ** (_DIGITS[found["digits"].casefold()] - 1)
        return _phrase(text, start, found.end(), "metric", low, low * 10, "money")
    low = 2e6 if found["of"].casefold() == "million" else 2e9
    counted = _COUNTED.match(text, found.end())
    field, dimension = ("metric", "money") if counted is None else ("count", "count")
    return _phrase(text, start, found.end(), field, low, low * 500, dimension)


def _read_count(text: str, start: int) -> SaidRange | None:
    """Return a plain number of things: "40 databases", "32 data centers"; a year is none."""
    found = _COUNT.match(text, start)
    size = None if found is None else size_said(found["number"])
    if found is None or size is None or (1900 <= size < 2100 and "," not in found["number"]):
        return None
    return _phrase(text, start, found.end("number"), "count", size, size, "count")


def _read_amount(text: str, start: int) -> SaidRange | None:
    found = _AMOUNT.match(text, start)
    if found is None or not (found["unit"] or found["number"][0] in "$€£₹"):
        return None
    size = size_said(found["number"])
    sign = found["number"][0] if found["number"][0] in "$€£₹" else ""
    unit = (found["unit"] or "").casefold().replace("per cent", "%")
    unit = {"milliseconds": "ms", "millisecond": "ms"}.get(unit, unit)
    amount = None if size is None else read_amount(f"{sign}{size:.12g}{unit}", "time" if unit in ("s", "h") else None)
    if amount is None:
        return None
    spread = amount.size * NEAR if amount.dimension in ("time", "money", None, "data") else 0.0
    low, high = amount.size - spread, amount.size + spread
    field, dimension = ("count", "count") if amount.dimension is None else ("metric", amount.dimension)
    if amount.dimension == "ratio":
        field = "improvement"
    if amount.dimension == "share" and low >= _MOSTLY and _KEPT_UP.search(text) is not None:
        high = 100.0  # Who asks for "99.9% uptime" wants no less.
    return _phrase(text, start, found.end(), field, low, high, dimension, amount.currency)


def _phrase(
    text: str, start: int, end: int, field: str, low: float, high: float, dimension: str, currency: str = ""
) -> SaidRange:
    return SaidRange(Range(field, low, high, False, False, dimension, currency, (), text[start:end]), end)
