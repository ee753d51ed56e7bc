"""Lays out the pictures that templates print as SVG: before and after, periods on a line of years.

Everything is in per cent of the width, so that type keeps its size. Knows no graph and no markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import DateRange, Measure
from webapp.figures import write_figure, write_number

_FULL = 92.0
"""Width of the longest bar, in per cent: room for the frayed end that means "or more"."""
_ROW = 30


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis."""

    x: str
    label: str
    anchor: str
    major: bool = True


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Two bars from zero."""

    before_text: str
    after_text: str
    before_width: str
    after_width: str
    frayed: bool
    """Whether the second value is "or more"."""
    ticks: tuple[Tick, ...]
    calculated: bool
    """Whether the bars were worked out from a change, because the text gives no two values."""
    words: str
    """What the picture says, in a sentence."""


@dataclass(frozen=True, slots=True)
class PeriodBar:
    """A period on the line of years."""

    x: str
    width: str
    y: int
    text_y: int
    label: str
    label_x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods, one below the other, above an axis of years."""

    bars: tuple[PeriodBar, ...]
    ticks: tuple[Tick, ...]
    height: int
    axis_y: int


def draw_before_after(measure: Measure) -> BeforeAfter | None:
    """Return the bars of a figure that tells a change, or None where there is nothing to compare."""
    before, after, calculated = measure.before, measure.after, False
    drawn = measure
    if before is None or after is None:
        size = measure.size
        if size is None or measure.unit != "percent" or measure.direction not in ("decrease", "increase"):
            return None
        if measure.direction == "decrease" and size > 100:
            return None
        before, calculated = 100.0, True
        after = 100 - size if measure.direction == "decrease" else 100 + size
        drawn = replace(measure, direction="none")
    if before < 0 or after < 0 or before == after:
        return None
    largest = max(before, after)
    after = round(after, 6)
    before_text, after_text = (_with_unit(drawn, value) for value in (before, after))
    return BeforeAfter(
        before_text=before_text,
        after_text=after_text,
        before_width=_percent(before / largest * _FULL),
        after_width=_percent(max(after / largest * _FULL, 0.4)),
        frayed=not calculated and measure.comparator in (">", ">="),
        ticks=tuple(
            Tick(_percent(share * _FULL), _with_unit(drawn, round(largest * share, 6)), "middle")
            for share in _shares(largest)
        ),
        calculated=calculated,
        words=f"From {before_text} to {after_text}: {_change(before, after)}",
    )


def _shares(largest: float) -> tuple[float, ...]:
    # Quarters where they come out round, else the end alone: a tick says nothing by "47.25 s".
    for parts in (4, 3, 2):
        if largest % parts == 0:
            return tuple(step / parts for step in range(1, parts + 1))
    return (1.0,)


def _with_unit(measure: Measure, value: float) -> str:
    plain = replace(
        measure, value=value, low=None, high=None, before=None, after=None, comparator="=", direction="none"
    )
    return write_figure(plain).text


def _change(before: float, after: float) -> str:
    if after == 0:
        return "nothing is left of it."
    if before == 0:
        return "there was nothing before."
    ratio = after / before
    if ratio >= 2:
        return f"about {write_number(round(ratio, 1 if ratio < 10 else 0))} times what it was."
    if ratio <= 0.5:
        return f"about one {_ordinal(1 / ratio)} of what it was."
    return f"about {write_number(round(ratio * 100))} % of what it was."


def _ordinal(parts: float) -> str:
    whole = round(parts)
    words = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
    return words.get(whole, f"{write_number(whole)}th")


def draw_timeline(rows: Sequence[tuple[str, DateRange]], today_month: int) -> Timeline | None:
    """Return periods on a line of years, in the order given; those without a start or end are left out.

    `today_month` is months since year 0 and ends what goes on. None where nothing is left.
    """
    periods = [(label, ends) for label, period in rows if (ends := _months(period, today_month)) is not None]
    if not periods:
        return None
    first = min(start for _, (start, _) in periods) // 12
    last = max(end for _, (_, end) in periods) // 12 + 1
    months = (last - first) * 12

    def x(month: int) -> float:
        return (month - first * 12) / months * 100

    bars = []
    for place, (label, (start, end)) in enumerate(periods):
        left, right = x(start), x(end + 1)
        inside = left < 55
        bars.append(PeriodBar(
            _percent(left), _percent(max(right - left, 0.6)), place * _ROW + 20, place * _ROW + 14, label,
            _percent(left if inside else right), "start" if inside else "end",
        ))  # fmt: skip
    axis_y = len(periods) * _ROW + 10
    step = max(1, -(-(last - first) // 6))
    ticks = tuple(
        Tick(_percent(x(year * 12)), str(year), "start" if year == first else "middle")
        for year in range(first, last, step)
    )
    return Timeline(tuple(bars), ticks, axis_y + 24, axis_y)


def _months(period: DateRange, today_month: int) -> tuple[int, int] | None:
    end = today_month if period.is_current else None if period.end is None else period.end.last_month
    if period.start is None or end is None or end < period.start.first_month:
        return None
    return period.start.first_month, end


def _percent(value: float) -> str:
    return f"{value:.2f}%"
