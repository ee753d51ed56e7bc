"""Finds the records whose figures, or whose time, lie in a range of the query. Knows no engine and no grammar."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from graph.experience import experience_of
from graph.model import EntityKind, KnowledgeGraph
from index.analyzers import stem, stems
from index.collection import Collection
from index.figure_kinds import ASKED_KINDS, FigureKind
from index.figures import Figure, percentile
from index.number_sets import bits_of
from index.parsing.ranges import RANGE_FIELDS
from index.query import Range

_SAVING = frozenset(
    stem(word)
    for word in "save saved saving savings cut reduce reduced avoid avoided cheaper lower cost costs less under recover recovered "
    "reclaimed regained freed eliminated".split()
)
"""Words of the sentence that make an amount of money one that was saved."""
_RISK = frozenset(stem(word) for word in "risk exposure liability".split())
"""What may be lost and wasn't is no money saved."""

FEW = 4
"""With fewer figures of a kind, none of them is large or small among its like."""


class Measured:
    """Answers ranges for one generation."""

    def __init__(self, collection: Collection, kg: KnowledgeGraph) -> None:
        self._collection, self._kg = collection, kg
        self._by_dimension: dict[str, list[tuple[int, Figure]]] = defaultdict(list)
        for number, record in enumerate(collection.records):
            for figure in record.figures:
                self._by_dimension[figure.dimension.rstrip("/")].append((number, figure))
        for found in self._by_dimension.values():
            found.sort(key=lambda pair: pair[1].high)
        times: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, record in enumerate(collection.records):
            if record.month is not None:
                first = record.month if record.first_month is None else record.first_month
                times[first, record.month].append(number)
        self._times = {months: bits_of(found, collection.size) for months, found in times.items()}
        """(First, last) month of work → the records of it; there are far fewer such stretches than records."""
        self._bits = lru_cache(maxsize=256)(self._find)
        self.of_kind = lru_cache(maxsize=64)(self._find_of_kind)
        self._sizes = lru_cache(maxsize=64)(self._find_sizes)
        self._own: dict[str, frozenset[str]] = {}
        for outcome in kg.entities(EntityKind.OUTCOME):
            if (measure := outcome.measure) is not None:
                said = f"{outcome.name} {measure.label} {measure.unit} {measure.text}"
                # "Data centers" counts centers, and no data.
                self._own[outcome.id] = frozenset(stems(said)) - frozenset(stems(measure.unit.partition("/")[0])[:-1])
        self._figures: dict[str, tuple[Figure, list[int]]] = {}
        self._of_measure: dict[str, list[str]] = defaultdict(list)
        self._saying: dict[str, list[str]] = defaultdict(list)
        self._index_figures()

    def _index_figures(self) -> None:
        """Note the records of each figure, and the figures by the stems that they or their sentences hold."""
        for found in self._by_dimension.values():
            for number, figure in found:
                self._figures.setdefault(figure.outcome_id, (figure, []))[1].append(number)
        for key, (figure, _) in self._figures.items():
            self._of_measure[figure.measures].append(key)
            for word in self._own.get(key, frozenset()).union(figure.words):
                self._saying[word].append(key)

    def bits(self, wanted: Range) -> int:
        """Return the records in a range."""
        return self._bits(wanted)

    def strength(self, figure: Figure, kind: FigureKind) -> float:
        """Return how surely a figure is of a kind, 0–1."""
        return kind.strength(figure, self._own.get(figure.outcome_id, frozenset()))

    def _find_of_kind(self, kind: FigureKind) -> Mapping[int, float]:
        """Return the records with a figure of a kind, each with how surely its surest one is."""
        found: dict[int, float] = {}
        for key in self._maybe_of_kind(kind):
            figure, numbers = self._figures[key]
            if strength := self.strength(figure, kind):
                for number in numbers:
                    if strength > found.get(number, 0.0):
                        found[number] = strength
        return found

    def percentile(self, figure: Figure, kind: FigureKind) -> float | None:
        """Return the share (0–1) of the figures of its kind and dimension that are smaller, equal ones half; None with too few."""
        sizes = self._sizes(kind, figure.dimension)
        return percentile(figure.size, sizes) if len(sizes) >= FEW else None

    def _find_sizes(self, kind: FigureKind, dimension: str) -> Sequence[float]:
        figures = (self._figures[key][0] for key in self._maybe_of_kind(kind))
        return sorted(f.size for f in figures if f.dimension == dimension and self.strength(f, kind) == 1)

    def _maybe_of_kind(self, kind: FigureKind) -> Iterable[str]:
        if not kind.words:
            return self._figures
        found: dict[str, None] = dict.fromkeys(self._of_measure.get(kind.measures, ()))
        if "data" in kind.dimensions:
            found.update(dict.fromkeys(key for key, (figure, _) in self._figures.items() if figure.dimension == "data"))
        if kind.is_change:
            found.update(dict.fromkeys(key for key, (figure, _) in self._figures.items() if figure.factor is not None))
        for word in sorted(kind.words | kind.units):
            found.update(dict.fromkeys(self._saying.get(word, ())))
        return found

    def _find(self, wanted: Range) -> int:
        if RANGE_FIELDS[wanted.field].is_date:
            lasted = 0
            for (first, last), records in self._times.items():
                # Some of the work has to lie in the range, or for `used` its end.
                if wanted.holds(last if wanted.field == "used" else first, last):
                    lasted |= records
            return lasted
        if wanted.field == "years":
            return self._of_people(wanted)
        met = {number for number, figure in self._candidates(wanted) if is_in(figure, wanted)}
        return bits_of(met, self._collection.size)

    def about(self, figure: Figure, things: frozenset[str]) -> float:
        """Return how surely a figure is of one of some things, given as stems: 1, half by its sentence alone, or 0."""
        return FigureKind("", things).strength(figure, self._own.get(figure.outcome_id, frozenset())) if things else 0.0

    def met(self, figures: Iterable[Figure], wanted: Range, things: frozenset[str]) -> Figure | None:
        """Return the figure that meets a comparison best: of the things rather than others, then the largest; None if none does.

        A comparison of times is met by no figure.
        """
        if RANGE_FIELDS[wanted.field].is_date or wanted.field == "years":
            return None
        scale = self._collection.scale
        # Written as asked before worked out: "3x" for an improvement of more than 2x, before 70%.
        return min(
            (figure for figure in figures if is_in(figure, wanted)),
            key=lambda f: (
                -self.about(f, things),
                f.dimension != wanted.dimension,
                -scale.scale(f.outcome_id),
                f.outcome_id,
            ),
            default=None,
        )

    def _candidates(self, wanted: Range) -> Iterable[tuple[int, Figure]]:
        # Only what reaches the least size is looked at; a change stands beside the figure, in any order.
        least = None if wanted.field == "improvement" else wanted.low
        for name in _dimensions(wanted) or self._by_dimension:
            known = self._by_dimension.get(name, [])
            yield from known[0 if least is None else bisect_left(known, least, key=lambda pair: pair[1].high) :]

    def _of_people(self, wanted: Range) -> int:
        """Return the records of people who worked so many years, in all or with each of the things named."""
        people = [entity.id for entity in self._kg.entities(EntityKind.PERSON)]
        allowed = set(people)
        for thing in wanted.with_ids:
            allowed &= {
                e.person_id for e in experience_of(self._kg, thing) if wanted.holds(e.months / 12, e.months / 12)
            }
        if not wanted.with_ids:
            months = {person: experience_of(self._kg, person) for person in people}
            allowed = {
                p for p, found in months.items() if any(wanted.holds(e.months / 12, e.months / 12) for e in found)
            }
        return self._collection.having("person", sorted(allowed))


def is_in(figure: Figure, wanted: Range) -> bool:
    """Return whether a figure meets a comparison: by its ends, its kind, what it measures, and the words asked for."""
    # Its words are looked at last: most figures are out by their size.
    if wanted.direction and figure.direction != wanted.direction:
        return False
    if not _has_size(figure, wanted) or not _is_of(figure, wanted.words):
        return False
    if wanted.of and not any(word in figure.words for word in wanted.of):
        return False
    dimensions = _dimensions(wanted)
    return not dimensions or figure.dimension.rstrip("/") in dimensions


def _is_of(figure: Figure, words: tuple[str, ...]) -> bool:
    """Return whether a figure's words hold all these stems, or it is of the kind that they name: "latency" of any answer's time."""
    if all(word in figure.words for word in words):
        return True
    kind = ASKED_KINDS.get(words)
    return kind is not None and bool(kind.words) and kind.strength(figure, frozenset()) > 0


def _dimensions(wanted: Range) -> tuple[str, ...]:
    """Return the dimensions of figures that a comparison asks for; none where any will do."""
    if wanted.dimension is None or wanted.field == "improvement":
        return ()
    # Counts in a period ("5,000 a day") are rates; a question for a count means them, too.
    return {"count": ("count", "rate"), "data": ("data", "rate")}.get(wanted.dimension, (wanted.dimension,))


def _has_size(figure: Figure, wanted: Range) -> bool:
    if wanted.field == "improvement":
        size = figure.change if wanted.dimension == "share" else figure.factor
        return size is not None and wanted.holds(size, size)
    if wanted.field == "team" and figure.measures != "team":
        return False
    if wanted.field == "saved" and (
        not (figure.direction == "decrease" or _SAVING.intersection(figure.words)) or _RISK.intersection(figure.words)
    ):
        return False
    if wanted.was is not None and (figure.factor is None or figure.high * figure.factor < wanted.was):
        return False
    if wanted.currency and figure.unit != wanted.currency:
        return False
    # "60k+" is 60,000 or more: it meets "more than 60,000".
    if figure.is_open and wanted.low == figure.high:
        return wanted.high is None or wanted.high > figure.high
    # "Under three months" is less than three months.
    if figure.is_below and wanted.high == figure.low:
        return wanted.low is None or wanted.low < figure.low
    return wanted.holds(figure.low, figure.high)
