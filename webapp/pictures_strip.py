"""Lays out figures on one scale: marks on an axis, flags above them, what was before below. Knows no graph, no markup.

Everything across is in per cent of the width, so that type keeps its size. Two are made of each: with flags for wide
windows, and with a few numbers for narrow ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from webapp.scales import Scale, clock_ticks, write_on

_LEFT, _RIGHT = 2.0, 80.0
"""Between them lies the axis, in per cent; flags hang to the right of their masts."""
_LANE, _LANES, _FLAGS = 19, 6, 14
_CHARACTER = 0.66
"""Width of a character in per cent of the narrowest window that shows flags (64 rem less margins), at 12 px."""
_NARROW_CHARACTER = 2.3
"""The same on a telephone, bold."""
_LOG_FROM = 50.0
"""From this ratio of largest to smallest on, a linear axis would hide the small ones."""
_SYMLOG_FROM, _SYMLOG_UNIT = 400.0, 10.0
_LEAST, _MOST = 1e-12, 1e24
"""Beyond them nothing is measured; a misread figure stands at the end of its axis and breaks nothing."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """One figure: where it stands and where it leads."""

    is_drawing: ClassVar[bool] = True
    x: str
    shape: str
    """down, up or level."""
    text: str
    """The figure as written."""
    label: str
    url: str
    lane_y: int | None
    """Where its flag hangs; None where there is no room for one."""
    slim_text: str
    """The figure, on the few that a narrow strip names."""
    slim_anchor: str


@dataclass(frozen=True, slots=True)
class StripTick:
    """A place on the axis; `wide` ones are written in wide windows only."""

    x: str
    label: str
    anchor: str
    wide: bool
    zero: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """Figures on one scale."""

    is_drawing: ClassVar[bool] = True
    marks: tuple[StripMark, ...]
    before: tuple[StripMark, ...]
    """How things were before the work, in a row of their own."""
    ticks: tuple[StripTick, ...]
    axis_y: int
    height: int
    slim_height: int
    kind: str
    """linear, logarithmic or "logarithmic on both sides of 0"."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure to draw, the strongest first."""

    value: float
    direction: str
    text: str
    short: str
    """The figure without what was before, for narrow windows."""
    label: str
    url: str


def draw_strip(scale: Scale, points: Sequence[Point], before: Sequence[Point]) -> Strip | None:
    """Return figures on their scale, or None where there is none."""
    if not points and not before:
        return None
    points, before = _bounded(points), _bounded(before)
    values = [point.value for point in (*points, *before)]
    kind, ticks, place = _axis(scale, values)
    lanes = _lanes([(place(point.value), _flag_width(point)) for point in points], _telling(points))
    top = max((lane for lane in lanes.values()), default=0)
    axis_y = top * _LANE + 26
    named = _named([(place(point.value), len(point.short)) for point in points])
    marks = tuple(
        _mark(point, place(point.value), axis_y, lanes.get(number), top, named.get(number))
        for number, point in enumerate(points)
    )
    return Strip(
        marks=marks,
        before=tuple(_mark(point, place(point.value), axis_y, None, top, None) for point in before),
        ticks=ticks,
        axis_y=axis_y,
        height=axis_y + (62 if before else 28),
        slim_height=92 if before else 58,
        kind=kind,
    )


def _bounded(points: Sequence[Point]) -> list[Point]:
    def bounded(value: float) -> float:
        return 0.0 if abs(value) < _LEAST else min(max(value, -_MOST), _MOST)

    return [p if p.value == (at := bounded(p.value)) else replace(p, value=at) for p in points]


def _mark(point: Point, x: float, axis_y: int, lane: int | None, top: int, anchor: str | None) -> StripMark:
    shape = {"decrease": "down", "increase": "up"}.get(point.direction, "level")
    return StripMark(
        _percent(x), shape, point.text, _cut(point, x), point.url,
        None if lane is None else (top - lane) * _LANE + 15, point.short if anchor else "", anchor or "",
    )  # fmt: skip


def _cut(point: Point, x: float) -> str:
    room = int((101 - x) / _CHARACTER) - len(point.text) - 2
    return (
        point.label if len(point.label) <= room else f"{point.label[: max(0, room - 1)].rstrip()}…" if room > 4 else ""
    )


def _flag_width(point: Point) -> float:
    return min((len(point.text) + len(point.label) + 2) * _CHARACTER, 20.0) + 1


# ---------------------------------------------------------------- axis


def _axis(scale: Scale, values: Sequence[float]) -> tuple[str, tuple[StripTick, ...], Callable[[float], float]]:
    low, high = min(values), max(values)
    positive = [value for value in values if value > 0]
    if low < 0 and max(-low, high) > _SYMLOG_FROM:
        return _drawn(scale, "logarithmic on both sides of 0", _decades_both(low, high), _symlog)
    if low >= 0 and positive and high / min(positive) >= _LOG_FROM:
        return _log_axis(scale, min(positive), high, with_zero=low == 0)
    if scale.unit == "percent":
        low, high = min(low, -100.0 if low < 0 else 0.0), max(high, 100.0)
    return _drawn(scale, "linear", _even(min(low, 0.0), max(high, 0.0) or 1.0), lambda value: value)


def _drawn(
    scale: Scale, kind: str, at: Sequence[float], bend: Callable[[float], float], labels: Sequence[str] = ()
) -> tuple[str, tuple[StripTick, ...], Callable[[float], float]]:
    first, last = bend(at[0]), bend(at[-1])

    def place(value: float) -> float:
        share = (bend(value) - first) / (last - first)
        return _LEFT + min(max(share, 0.0), 1.0) * (_RIGHT - _LEFT)

    every = -(-len(at) // 4)
    ticks = []
    for number, value in enumerate(at):
        label = labels[number] if labels else "0" if value == 0 else write_on(scale, value)
        written = number % every == 0 or value == 0
        ticks.append(
            StripTick(_percent(place(value)), label, "start" if number == 0 else "middle", not written, value == 0)
        )
    return kind, tuple(ticks), place


def _log_axis(
    scale: Scale, low: float, high: float, with_zero: bool
) -> tuple[str, tuple[StripTick, ...], Callable[[float], float]]:
    if scale.unit == "seconds":
        marks = clock_ticks(low, high)
        at, labels = [value for value, _ in marks], [label for _, label in marks]
    else:
        first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
        step = max(1, -(-(last - first) // 8))
        at = [10.0**power for power in range(first, last + step, step)]
        labels = []
    if at[0] > low or len(at) < 2:
        at, labels = [low, *at, high], []
    kind, ticks, place = _drawn(scale, "logarithmic", at, lambda value: math.log10(max(value, _LEAST)), labels)
    if not with_zero:
        return kind, ticks, place
    # No logarithm has a zero: it stands apart at the left end, and the axis begins after it.
    room = 6.0

    def shifted(x: float) -> float:
        return _LEFT + room + (x - _LEFT) * (_RIGHT - _LEFT - room) / (_RIGHT - _LEFT)

    moved = [StripTick(_percent(shifted(float(tick.x[:-1]))), tick.label, "middle", tick.wide, False) for tick in ticks]
    zero = StripTick(_percent(_LEFT), "0", "start", False, True)
    return kind, (zero, *moved), lambda value: _LEFT if value <= 0 else shifted(place(value))


def _even(low: float, high: float) -> list[float]:
    """Return six or so round numbers, evenly apart, from at most `low` to at least `high`."""
    rough = (high - low) / 6
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(first, last + 1)]


def _symlog(value: float) -> float:
    return math.asinh(value / _SYMLOG_UNIT)


def _decades_both(low: float, high: float) -> list[float]:
    def decades(size: float) -> list[float]:
        return [10.0**power for power in range(1, max(1, math.ceil(math.log10(size) - 1e-9)) + 1)] if size > 0 else []

    return [*(-value for value in reversed(decades(-low))), 0.0, *decades(high)]


# ---------------------------------------------------------------- flags


def _telling(points: Sequence[Point]) -> list[int]:
    """Return which figures deserve a flag, the strongest first: one that says the same as another says nothing more."""
    first: dict[tuple[float, str], int] = {}
    for number, point in enumerate(points):
        first.setdefault((point.value, point.text), number)
    return list(first.values())


def _lanes(flags: Sequence[tuple[float, float]], wanted: Sequence[int]) -> dict[int, int]:
    """Return the lane of each flag, counted upwards from 1; weaker ones that need too many lanes get none."""
    kept: list[int] = []
    lanes: dict[int, int] = {}
    for number in wanted:
        tried = _stacked(flags, [*kept, number])
        if max(tried.values()) <= _LANES:
            kept, lanes = [*kept, number], tried
        if len(kept) == _FLAGS:
            break
    return lanes


def _stacked(flags: Sequence[tuple[float, float]], chosen: Sequence[int]) -> dict[int, int]:
    """Place flags from right to left, each one lane above every flag or mast that it would touch."""
    lanes: dict[int, int] = {}
    for number in sorted(chosen, key=lambda n: (-flags[n][0], n)):
        x, width = flags[number]
        touched = [lane for other, lane in lanes.items() if x - 0.8 <= flags[other][0] < x + width]
        lanes[number] = max(touched, default=0) + 1
    return lanes


def _named(places: Sequence[tuple[float, int]]) -> dict[int, str]:
    """Return which marks a narrow strip names, and the anchor of their text: some that don't touch."""
    taken: list[tuple[float, float]] = []
    named: dict[int, str] = {}
    for number, (x, letters) in enumerate(places):
        width = letters * _NARROW_CHARACTER
        anchor, left = ("start", x) if x < width / 2 else ("middle", x - width / 2)
        apart = all(left + width < other or end < left for other, end in taken)
        if len(named) < 4 and apart and left + width <= 100:
            named[number] = anchor
            taken.append((left - 3, left + width + 3))
    return named


def _percent(value: float) -> str:
    return f"{value:.2f}%"
