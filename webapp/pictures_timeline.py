"""Lays out periods as bars above a line of years, as precise as they were written. Knows no graph and no markup.

What a text leaves open is drawn open: of "2019 – 2021" only the time between the two years is sure, a lone "2019" is a
year in which something was. Everything across is in per cent of the width, so that type keeps its size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.model import DateRange

_LANE = 32
_CHARACTER = 2.15
"""Width of a character in per cent of a telephone's window, at 12 px."""
_LONGEST = 44
"""Characters of a label: what fits a telephone."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The months that a period may cover, and those that it covers for sure; ends are included."""

    first: int
    last: int
    sure: tuple[int, int] | None
    goes_on: bool
    """Up to the end of the axis, because the text says "present"."""
    open_start: bool
    """Whether no start is stated, so that only the end is drawn."""
    open_end: bool


@dataclass(frozen=True, slots=True)
class Period:
    """A period to draw; several may share a lane."""

    lane: int
    label: str
    """Written above the bar; empty for further bars of a lane."""
    kind: str
    period: DateRange
    url: str
    words: str
    """The whole of it in words."""
    is_certain: bool = True
    """Whether the work took this time; else it lay somewhere within."""


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A bar: outlined where it may have been, filled where it was."""

    is_drawing: ClassVar[bool] = True
    kind: str
    x: str
    width: str
    sure_x: str
    sure_width: str
    """Empty where no month is sure."""
    y: int
    label: str
    label_x: str
    anchor: str
    label_y: int
    url: str
    words: str
    end_x: str
    goes_on: bool
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class YearTick:
    """The beginning of a year."""

    x: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Years:
    """Bars above a line of years."""

    is_drawing: ClassVar[bool] = True
    bars: tuple[TimeBar, ...]
    ticks: tuple[YearTick, ...]
    axis_y: int
    height: int


def extent_of(period: DateRange, horizon: int) -> Extent | None:
    """Return which months a period covers, or None where it names none.

    Months count from year 0; `horizon` is the last month of the axis, where what goes on ends.
    """
    start, end = period.start, period.end
    if start is None and end is None:
        return None
    if start is None:
        assert end is not None
        return Extent(end.first_month, end.last_month, None, False, True, False)
    if period.is_current:
        last = max(horizon, start.last_month)
        return Extent(start.first_month, last, (start.last_month, last), True, False, False)
    if end is None:
        sure = (start.first_month, start.last_month) if start.month else None
        return Extent(start.first_month, start.last_month, sure, False, False, True)
    last = max(end.last_month, start.first_month)
    sure_first, sure_last = start.last_month, end.first_month
    if start == end and start.month:
        sure_first, sure_last = start.first_month, start.last_month
    return Extent(
        start.first_month, last, (sure_first, sure_last) if sure_first <= sure_last else None, False, False, False
    )


def years_around(periods: Iterable[DateRange]) -> tuple[int, int] | None:
    """Return the first and the last year that any of these periods names, or None where none does."""
    years = [date.year for period in periods for date in (period.start, period.end) if date is not None]
    return (min(years), max(years)) if years else None


def draw_years(periods: Sequence[Period], years: tuple[int, int]) -> Years | None:
    """Return periods above the line of `years` (both included), in their lanes; None where nothing can be drawn."""
    first_month, months = years[0] * 12, (years[1] - years[0] + 1) * 12
    horizon = first_month + months - 1

    def x(month: int) -> float:
        return min(max((month - first_month) / months * 100, 0.0), 100.0)

    bars = []
    for period in periods:
        extent = extent_of(period.period, horizon)
        if extent is not None:
            bars.append(_bar(period, extent, x))
    if not bars:
        return None
    axis_y = (max(period.lane for period in periods) + 1) * _LANE + 4
    count = years[1] - years[0] + 1
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100, 1000) if count / size <= 10)
    ticks = tuple(
        YearTick(_percent(x(year * 12)), str(year), "start" if x(year * 12) < 6 else "middle")
        for year in range(years[0], years[1] + 1)
        if year % step == 0
    )
    return Years(tuple(bars), ticks, axis_y, axis_y + 24)


def _bar(period: Period, extent: Extent, x: Callable[[int], float]) -> TimeBar:
    left, right = x(extent.first), x(extent.last + 1)
    width = max(right - left, 0.5)
    sure = extent.sure if period.is_certain else None
    sure_left = x(sure[0]) if sure else 0.0
    sure_width = max(x(sure[1] + 1) - sure_left, 0.5) if sure else 0.0
    at_start = len(period.label) * _CHARACTER <= 100 - left or 100 - left >= right
    room = min(int((100 - left if at_start else right) / _CHARACTER), _LONGEST)
    label = period.label if len(period.label) <= room else f"{period.label[: room - 1].rstrip()}…"
    label_x, anchor = (left, "start") if at_start else (right, "end")
    y = period.lane * _LANE + 20
    return TimeBar(
        period.kind, _percent(left), _percent(width), _percent(sure_left), _percent(sure_width) if sure else "", y,
        label, _percent(label_x), anchor, y - 6, period.url, period.words, _percent(left + width),
        extent.goes_on, extent.open_start, extent.open_end,
    )  # fmt: skip


def _percent(value: float) -> str:
    return f"{value:.2f}%"
