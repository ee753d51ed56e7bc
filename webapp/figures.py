"""Writes figures for people, in one function, so that a figure looks the same on every page. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Measure

MINUS, NARROW, WIDE = "\u2212", "\u202f", "\u00a0"
_SIGNS: Mapping[str, str] = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "≈"}
_CURRENCIES: Mapping[str, str] = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_CLOSE: Mapping[str, str] = {"percent": "%", "ratio": "×"}
"""Units that stand a narrow space behind the number."""
_SHORT: Mapping[str, str] = {
    "nanoseconds": "ns", "microseconds": "µs", "milliseconds": "ms", "seconds": "s", "minutes": "min",
    "points": "points", "basis_points": "basis points",
}  # fmt: skip
_ARTICLES: Mapping[str, str] = {"hour": "an hour"}
_DIRECTIONS: Mapping[str, tuple[str, str]] = {"decrease": ("▼", "reduced"), "increase": ("▲", "raised")}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in parts: `lead` and `unit` are written light, `number` bold."""

    lead: str
    """How sure, and the value before: "≥ ", "60 → ≈ "."""
    number: str
    unit: str
    """With the space before it, or empty."""
    arrow: str
    """▼, ▲ or empty."""
    direction: str
    """"reduced", "raised" or empty: of the thing measured, good or bad."""

    @property
    def text(self) -> str:
        """The whole figure in one line."""
        return f"{self.lead}{self.number}{self.unit}"


def write_figure(measure: Measure) -> Figure:
    """Return a measure as pages write it: −63.2 %, $64M, 10–15 ×, ≥ 80M events a day, 60 → ≈ 2 s.

    Where zero is claimed in words ("zero downtime"), the words stand for the number.
    """
    arrow, direction = _DIRECTIONS.get(measure.direction, ("", ""))
    thing, period = _unit_and_period(measure)
    sign = _SIGNS.get(measure.comparator, "")
    lead = f"{sign} " if sign else ""
    if measure.before is not None and measure.after is not None:
        before = _before(measure.before, thing)
        number = _amount(measure.after, thing)
        return Figure(f"{before} → {lead}", number, _unit(thing, period, measure.after), arrow, direction)
    if measure.low is not None and measure.high is not None:
        number = f"{_amount(measure.low, thing)}–{_amount(measure.high, thing).lstrip(_CURRENCIES.get(thing, ''))}"
        return Figure("", _signed(number, measure), _unit(thing, period, measure.high), arrow, direction)
    if measure.value is None:
        return Figure("", measure.text or "none", "", arrow, direction)
    number = _signed(_amount(measure.value, thing), measure)
    return Figure(lead, number, _unit(thing, period, measure.value), arrow, direction)


def write_number(value: float) -> str:
    """Return a number as pages write it: 1,250, 15k, 2.4M, 63.2.

    >>> write_number(80_000_000), write_number(12_500), write_number(9_800), write_number(63.2)
    ('80M', '12.5k', '9,800', '63.2')
    """
    size = abs(value)
    for least, step, letter in ((1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e4, 1e3, "k")):
        if size >= least:
            scaled = f"{value / step:.4g}"
            if "e" not in scaled and abs(float(scaled) * step - value) <= size * 1e-9:
                return scaled.replace("-", MINUS) + letter
            break
    plain = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
    return plain.replace("-", MINUS)


def _unit_and_period(measure: Measure) -> tuple[str, str]:
    thing, _, period = measure.unit.partition("/")
    return thing, period or (measure.period or "")


def _amount(value: float, thing: str) -> str:
    if thing in _CURRENCIES:
        written = write_number(value)
        # Thousands of money are written with k from 1,000 on, where nothing is lost.
        if 1000 <= abs(value) < 10_000 and value % 100 == 0:
            written = f"{value / 1000:g}k"
        return f"{_CURRENCIES[thing]}{written}"
    return write_number(value)


_TIMES: tuple[tuple[str, float], ...] = (
    ("milliseconds", 1e-3), ("seconds", 1), ("minutes", 60), ("hours", 3600), ("days", 86400), ("weeks", 604800),
)  # fmt: skip


def _before(value: float, thing: str) -> str:
    """Return the value before, in a larger unit of time where it comes out whole: "6 hours" for 360 minutes."""
    sizes = dict(_TIMES)
    if thing in sizes:
        for unit, size in reversed(_TIMES):
            whole = value * sizes[thing] / size
            if size > sizes[thing] and whole >= 2 and abs(whole - round(whole)) < 1e-9:
                return f"{write_number(round(whole))}{_unit(unit, '', whole)}"
    return _amount(value, thing)


def _signed(number: str, measure: Measure) -> str:
    """A share that is a change carries its sign; other units say by the arrow which way it went."""
    if measure.unit not in ("percent", "points") or number.startswith(MINUS):
        return number
    return {"decrease": f"{MINUS}{number}", "increase": f"+{number}"}.get(measure.direction, number)


def _unit(thing: str, period: str, value: float) -> str:
    if thing in _CURRENCIES:
        words = ""
    elif thing in _CLOSE:
        words = f"{NARROW}{_CLOSE[thing]}"
    else:
        word = _SHORT.get(thing, thing.replace("_", " "))
        words = f"{NARROW if word in ('s', 'ms', 'min', 'ns', 'µs') else WIDE}{_singular(word, value)}" if word else ""
    if not period:
        return words
    return f"{words}{WIDE}{_ARTICLES.get(period, f'a {period}')}"


def _singular(word: str, value: float) -> str:
    if value != 1 or not word.endswith("s") or word.endswith("ss") or len(word) < 4:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
