"""How large each figure is among its like: sizes in one unit, percentiles within a dimension. Knows no queries."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Entity, Measure, Measures
from graph.units import Units, comparable
from index.analyzers import stem, stems
from index.query_words import CHEAP, FAST, LARGE, MANY, SMALL

_SECONDS: Mapping[str, float] = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800,
    "month": 2629800, "quarter": 7889400, "year": 31557600,
}  # fmt: skip

SCALE_WEIGHTS: Mapping[str, float] = {
    # "At scale" speaks of how much there was: amounts count fully, changes by a share or factor half, times hardly.
    "count": 1.0, "data": 1.0, "rate": 1.0, "money": 1.0, "share": 0.5, "ratio": 0.5, "time": 0.25, "score": 0.25,
}  # fmt: skip
_SMALL_IS_GOOD: Mapping[str, tuple[str, frozenset[str]]] = {
    FAST: ("time", frozenset(stem(w) for w in "faster quicker speed latency runtime time duration quick fast".split())),
    CHEAP: ("money", frozenset(stem(w) for w in "cost costs cheaper spend bill budget price saving savings".split())),
}
"""What is asked for → the dimension whose small figures are good, and stems of what changes for the better."""
_AMOUNTS = frozenset({"count", "rate", "data"})
_BASELINE_WEIGHT = 0.5
"""A figure of the state before the work says less of the work."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An outcome's size in its dimension's base unit (seconds, bytes; rates a second, money a year or at once)."""

    outcome_id: str
    dimension: str
    """The measure's dimension, `/` where it is a rate of it: sizes of one dimension can be compared."""
    size: float
    weight: float
    """How much it says of scale, 0–1."""
    label: str
    """The figure as written."""
    low: float = 0.0
    high: float = 0.0
    """The figure's ends, in its dimension's base unit whatever the period: 5,000 of "5,000 a day"; equal but for ranges."""
    unit: str = ""
    """The unit without its period; of money the currency's code."""
    counted: str = ""
    """The stem of the unit's last word: of "patient records" records are counted."""
    is_open: bool = False
    """Written as "60k+" or "over 60k": as much or more."""
    is_below: bool = False
    """Written as "under 3 months" or "at most 40": as much or less."""
    direction: str = "none"
    """Of the measured thing: decrease, increase or none."""
    measures: str = "result"
    change: float | None = None
    """The share by which it changed, in percent, where the figure says so: 40 for "cut by 40%" and for "10 s to 6 s"."""
    factor: float | None = None
    """How many times better, more or less it became: 15 for "15x" and for "30 s to 2 s"."""
    words: tuple[str, ...] = ()
    """Stems of its label, and of the sentence in which it stands, each once."""


_LATENCY, _RESPONSE = stem("latency"), frozenset({stem("response"), stem("time")})
_PERCENTILE = re.compile(r"p(?:50|75|9\d+)")


def figure_of(outcome: Entity, units: Units, sentence: str = "") -> Figure | None:
    """Return the comparable figure of an outcome, or None where it carries no number; `sentence` is where it stands."""
    measure = outcome.measure
    if measure is None or measure.size is None:
        return None
    size = abs(comparable(units, measure.size, measure.unit))
    _, _, period = measure.unit.partition("/")
    dimension = measure.dimension
    if period in _SECONDS and dimension != "money":
        size, dimension = size / _SECONDS[period], f"{dimension}/"
    weight = SCALE_WEIGHTS.get(measure.dimension, 0.5)
    if measure.measures is Measures.BASELINE:
        weight *= _BASELINE_WEIGHT
    ends = [comparable(units, end, measure.unit) for end in (measure.low, measure.high) if end is not None]
    whole = comparable(units, measure.size, measure.unit)
    change, factor = _change(measure)
    return Figure(
        outcome.id,
        dimension,
        size,
        weight,
        measure.text,
        low=min(ends, default=whole),
        high=max(ends, default=whole),
        unit=measure.unit.partition("/")[0],
        counted=(stems(measure.unit.partition("/")[0]) or ("",))[-1],
        is_open=measure.comparator in (">", ">="),
        is_below=measure.comparator in ("<", "<="),
        direction=measure.direction,
        measures=measure.measures.value,
        change=change,
        factor=factor,
        words=_words(stems(f"{measure.label} {outcome.name} {sentence}")),
    )


def _words(found: Iterable[str]) -> tuple[str, ...]:
    """Return stems, each once; a percentile of something, or a response time, is a latency, whether or not it says so."""
    known = set(found)
    if known >= _RESPONSE or any(_PERCENTILE.fullmatch(word) for word in known):
        known.add(_LATENCY)
    return tuple(sorted(known))


def _change(measure: Measure) -> tuple[float | None, float | None]:
    """Return by how many percent, and how many times, a result changed; None where its figure doesn't say so."""
    size = measure.size or 0.0
    if measure.measures is not Measures.RESULT:
        return None, None
    if measure.before and measure.after and measure.before != measure.after:
        times = max(measure.before, measure.after) / min(measure.before, measure.after)
        return abs(measure.after - measure.before) / abs(measure.before) * 100, times if times > 0 else None
    if measure.dimension == "ratio" and size > 0:
        return (size - 1) * 100, measure.high or size
    if measure.dimension == "share" and measure.direction == "decrease" and 0 < size < 100:
        return size, 1 / (1 - size / 100)
    if measure.dimension == "share" and measure.direction == "increase" and size > 0:
        return size, 1 + size / 100
    return None, None


class FigureScale:
    """Where each figure stands among all figures of its dimension."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = {figure.outcome_id: figure for figure in figures}
        sizes: dict[str, list[float]] = defaultdict(list)
        for figure in self._figures.values():
            sizes[figure.dimension].append(figure.size)
        ordered = {dimension: sorted(found) for dimension, found in sizes.items()}
        self._percentiles = {key: percentile(f.size, ordered[f.dimension]) for key, f in self._figures.items()}
        factors = sorted(figure.factor for figure in self._figures.values() if figure.factor is not None)
        self._by_factor = {
            key: percentile(f.factor, factors) for key, f in self._figures.items() if f.factor is not None
        }

    def percentile(self, outcome_id: str) -> float | None:
        """Return the share (0–1) of its dimension's figures that are smaller, equal ones half; None if no figure."""
        return self._percentiles.get(outcome_id)

    def change(self, outcome_id: str) -> float:
        """Return the share (0–1) of all changes that are smaller, by how many times it is more or less; 0 for no change."""
        return self._by_factor.get(outcome_id, 0.0)

    def scale(self, outcome_id: str) -> float:
        """Return how much an outcome says of scale, 0–1: its percentile times the weight of its dimension."""
        percentile = self.percentile(outcome_id)
        return 0.0 if percentile is None else percentile * self._figures[outcome_id].weight

    def fit(self, outcome_id: str, asked: str = LARGE) -> float:
        """Return how well an outcome answers a question for size, 0–1: large figures, short times, or little money."""
        figure, percentile = self._figures.get(outcome_id), self.percentile(outcome_id)
        if figure is None or percentile is None:
            return 0.0
        if asked in (LARGE, MANY):
            # "High volume" asks how many there were, not what they cost.
            return self.scale(outcome_id) if asked == LARGE or figure.dimension.rstrip("/") in _AMOUNTS else 0.0
        if asked == SMALL:
            return 1 - percentile
        wanted, words = _SMALL_IS_GOOD[asked]
        if figure.dimension == wanted:
            return 1 - percentile
        # "Five times faster", "40% cheaper": a change of what is asked for, the larger the better.
        return percentile / 2 if figure.factor is not None and words.intersection(figure.words) else 0.0

    def larger(self, one: Figure, other: Figure) -> Figure:
        """Return the one of two figures that says more of scale; of equal ones the first by id."""
        return min(one, other, key=lambda figure: (-self.scale(figure.outcome_id), figure.outcome_id))

    def largest(self, outcome_ids: Iterable[str], asked: str = LARGE) -> Figure | None:
        """Return the figure that answers best what is asked for, by default that of the largest scale; ties by id."""
        found = [self._figures[key] for key in outcome_ids if key in self._figures]
        return min(found, key=lambda figure: (-self.fit(figure.outcome_id, asked), figure.outcome_id), default=None)


def percentile(size: float, sizes: Sequence[float]) -> float:
    """Return the share (0–1) of ascending sizes that are smaller, equal ones half."""
    return (bisect_left(sizes, size) + bisect_right(sizes, size)) / 2 / len(sizes)
