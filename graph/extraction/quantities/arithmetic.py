"""Computes one range or change from two amounts, in one unit. Looks at no words between them: pairs.py does."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.quantities.quantity import Quantity
from graph.units import Units


def as_minutes(text: str, one: Quantity, other: Quantity) -> Quantity:
    """Return the "25m" of "4h to 25m" as minutes, not millions: the other amount is a time."""
    written = text[one.number_start : one.number_end]
    if other.dimension != "time" or one.dimension != "count" or not re.fullmatch(r"\d{1,3}(?:\.\d+)?m", written):
        return one
    return replace(
        one, value=tidy(one.value / 1e6), unit="minutes", dimension="time", scaled=False, end=one.number_end, noun=None
    )


def same_measure(a: Quantity, b: Quantity) -> bool:
    """Return whether two amounts may be ends of one range or change: of one unit or dimension, or without a unit."""
    # "fell 2.1 points to 3.4%": how far, and how far down.
    if a.dimension == b.dimension == "share" and (a.unit == "percent") != (b.unit == "percent"):
        return False
    return not a.unit or not b.unit or a.unit == b.unit or a.dimension == b.dimension


def range_of(a: Quantity, b: Quantity) -> Quantity:
    """Return the range from `a` to `b`, in the unit of `b`."""
    low = a.value
    # "10–15k", "$5–7M": the magnitude stands once, behind the upper end.
    if b.scaled and not a.scaled and a.value < 1000 <= b.value:
        for scale in (1e9, 1e6, 1e3):
            if b.value >= scale and a.value * scale <= b.value:
                low = a.value * scale
                break
    unit, dimension = (b.unit, b.dimension) if b.dimension != "count" or b.unit else (a.unit, a.dimension)
    if a.dimension == "money":
        unit, dimension = a.unit, a.dimension
    return replace(
        b,
        start=a.start,
        number_start=a.number_start,
        value=low,
        high=b.value,
        sign=a.sign,
        comparator="range",
        unit=unit,
        dimension=dimension,
    )


def change_of(a: Quantity, b: Quantity, units: Units) -> Quantity:
    """Return the change from `a` to `b`; its value is what was reached, in the unit of `b`."""
    unit, dimension = (b.unit, b.dimension) if b.unit else (a.unit, a.dimension)
    if dimension == "count" and a.dimension not in ("count",):
        unit, dimension = a.unit, a.dimension
    if dimension == "rate" and a.dimension == "rate" and len(a.unit) > len(unit):
        unit = a.unit
    # "from -12 to +31"
    before = -a.value if a.sign == "-" and a.dimension != "time" else a.value
    after = -b.value if b.sign == "-" and b.dimension != "time" else b.value
    if a.unit in units.factors and unit in units.factors:
        before = a.value * units.factors[a.unit] / units.factors[unit]
    if a.period and b.period and a.period != b.period:
        # "from once a quarter to twelve times a day": both in a day.
        before *= units.factors[f"{b.period}s"] / units.factors[f"{a.period}s"]
    return replace(
        b,
        start=a.start,
        number_start=a.number_start,
        before=tidy(before),
        value=after,
        after=after,
        sign="",
        unit=unit,
        dimension=dimension,
        noun=b.noun or a.noun,
        period=b.period or a.period,
        scaled=True,
        definite=False,
    )


def tidy(value: float) -> float:
    """Return a computed value in six digits, without what binary fractions leave."""
    return float(f"{value:.6g}")
