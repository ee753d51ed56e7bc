"""On which scale a figure stands, and where on it: figures of one dimension in one unit. Draws nothing, knows no graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.model import Measure
from webapp.figures import write_figure

TIMES: Mapping[str, float] = {
    "nanoseconds": 1e-9, "microseconds": 1e-6, "milliseconds": 1e-3, "seconds": 1, "minutes": 60, "hours": 3600,
    "days": 86400, "weeks": 604800, "months": 2629800, "quarters": 7889400, "years": 31557600,
}  # fmt: skip
"""In seconds; a year is 365.25 days."""
SIZES: Mapping[str, float] = {"KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15}
_PERIODS: Mapping[str, float] = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.4375, "quarter": 91.3125,
    "year": 365.25,
}  # fmt: skip
"""In days."""

DIMENSIONS: Mapping[str, tuple[str, str]] = {
    "share": ("Per cent", "A fall by so much stands left of 0; a rise, and a level reached, right of it"),
    "money": ("Money", "Each sum as it is written; one for a year or month says so"),
    "time": ("Time", "From quick to slow, short to long"),
    "ratio": ("Times as much", "How many times better, faster or more"),
    "rate": ("How many a day", "Converted to a day, whatever is counted"),
    "count": ("How many", "Whatever is counted"),
    "data": ("Data", "From little to much"),
    "score": ("Scores", ""),
}
"""Dimension → title, what the scale says; also the order of the board. Others follow by name."""


@dataclass(frozen=True, slots=True, order=True)
class Scale:
    """A scale that figures share."""

    rank: int
    key: str
    """`share`, `money-usd`, `time`: the value of `dimension` in the URL."""
    title: str
    note: str
    unit: str
    """In which the scale is written."""
    dimension: str


def scale_of(measure: Measure) -> Scale:
    """Return the scale on which a figure stands.

    Currencies are never converted, nor units that are known to nobody; each has a scale of its own.
    """
    dimension = measure.dimension or "count"
    thing, _, period = measure.unit.partition("/")
    title, note = DIMENSIONS.get(dimension, (dimension.capitalize(), ""))
    key, unit = dimension, thing
    if dimension == "time" and thing in TIMES:
        unit = "seconds"
    elif dimension == "data" and thing in SIZES:
        unit = "GB"
    elif dimension == "rate" and (period or measure.period or "") in _PERIODS:
        unit = "/day"
        if thing in SIZES:
            key, unit, title, note = "rate-data", "GB/day", "Data a day", "Converted to a day"
    elif dimension == "count":
        unit = ""
    elif dimension == "ratio" or (dimension == "share" and thing == "percent"):
        unit = measure.unit
    else:
        key = f"{dimension}-{'-'.join(measure.unit.lower().split()) if dimension != 'money' else thing.lower()}"
        unit = thing if dimension == "money" else measure.unit
        title = f"{title}: {_word(unit)}" if unit else title
    order = list(DIMENSIONS)
    return Scale(order.index(dimension) if dimension in order else len(order), key, title, note, unit, dimension)


def _word(unit: str) -> str:
    return {"USD": "$", "EUR": "€", "GBP": "£", "points": "percentage points"}.get(unit, unit.replace("_", " "))


def value_on(scale: Scale, measure: Measure) -> float:
    """Return where a figure stands on its scale: a fall in per cent is negative, a zero claimed in words is 0."""
    size = measure.size
    if size is None:
        return 0.0
    thing, _, period = measure.unit.partition("/")
    if scale.dimension == "share":
        is_level = measure.before is not None or measure.direction != "decrease"
        return size if is_level else -abs(size)
    if scale.unit == "seconds":
        return size * TIMES[thing]
    if scale.unit in ("GB", "GB/day"):
        size *= SIZES[thing] / 1e9
    return size / _PERIODS[period or measure.period or ""] if scale.unit.endswith("/day") else size


_CLOCK: tuple[tuple[float, str], ...] = (
    (1e-9, "1 ns"), (1e-6, "1 µs"), (1e-3, "1 ms"), (1e-2, "10 ms"), (0.1, "100 ms"), (1, "1 s"), (10, "10 s"),
    (60, "1 min"), (600, "10 min"), (3600, "1 hour"), (86400, "1 day"), (604800, "1 week"), (2629800, "1 month"),
    (31557600, "1 year"), (315576000, "10 years"), (3155760000, "100 years"),
)  # fmt: skip


def clock_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Return the marks of a clock and calendar that lie around a stretch of seconds, one beyond each end."""
    inside = [place for place, (value, _) in enumerate(_CLOCK) if low <= value <= high]
    below = [place for place, (value, _) in enumerate(_CLOCK) if value <= low][-1:]
    above = [place for place, (value, _) in enumerate(_CLOCK) if value >= high][:1]
    return [_CLOCK[place] for place in sorted({*below, *inside, *above})]


def write_on(scale: Scale, value: float) -> str:
    """Return a number of a scale as its axis shows it: "−50 %", "$100k", "3 ×", "10k"."""
    if scale.unit == "percent":
        sign = {True: "increase", False: "decrease"}[value > 0]
        direction = sign if value < 0 else "none"
        return write_figure(Measure("", "percent", "share", abs(value), direction=direction)).text
    unit = "" if scale.unit.startswith("/") else scale.unit.partition("/")[0]
    plain = Measure("", unit, scale.dimension, value)
    return write_figure(
        replace(plain, unit=unit if scale.dimension in ("money", "ratio", "data", "rate", "time") else "")
    ).text
