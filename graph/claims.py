"""Finds one claim told with two numbers: figures of one story that measure the same thing and can't both be true."""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from graph.finding import Finding, finding_at, paste_hidden_words, paste_outcome, place_of
from graph.model import Entity, EntityKind, KnowledgeGraph, Measure, RelationKind
from graph.queries import others
from graph.units import Units, comparable, units_from
from graph.vocabulary_files import FOLDER
from graph.yaml_parsing import load_yaml_with_lines

if TYPE_CHECKING:  # the pipeline brings every reader's library along
    from graph.report import BuildReport

TOLERANCE = 0.005
"""Share by which two figures may differ and still be told alike: 63.2 % and 63 % are one claim."""
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "its", "of", "on", "or", "our", "per", "the", "to")
)


def claims_told_two_ways(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield pairs of figures of one story that measure the same thing and can't both be true."""
    units = _units()
    for project in kg.entities(EntityKind.PROJECT):
        alike: dict[tuple[object, ...], list[tuple[Entity, Measure]]] = defaultdict(list)
        for outcome in others(kg, project.id, RelationKind.ACHIEVED, "out"):
            measure = outcome.measure
            if measure is not None and measure.size is not None and _label_words(measure.label):
                alike[_claim(measure, units)].append((outcome, measure))
        for group in alike.values():
            yield from _contradictions(kg, project, sorted(group, key=lambda pair: pair[0].evidence[0].span), units)


def _same_claim(first: Measure, second: Measure) -> bool:
    """Return whether two figures of one work, of one unit, say what became of the same thing.

    Their labels agree; or both start from the same value and one label is the other, shortened ("the nightly run",
    "the run").
    """
    one, other = _label_words(first.label), _label_words(second.label)
    if one == other:
        return True
    return first.before is not None and first.before == second.before and (one <= other or other <= one)


@lru_cache(maxsize=1)
def _units() -> Units:
    # The file of units alone: the whole vocabulary takes seconds to read.
    return units_from(load_yaml_with_lines((FOLDER / "units.yaml").read_text(encoding="utf-8")))


def _contradictions(
    kg: KnowledgeGraph, project: Entity, claims: Sequence[tuple[Entity, Measure]], units: Units
) -> Iterator[Finding]:
    for (one, first), (other, second) in combinations(claims, 2):
        if _same_claim(first, second) and not _compatible(_interval(first, units), _interval(second, units)):
            proof, again = one.evidence[0], other.evidence[0]
            yield finding_at(
                kg,
                "claim-told-two-ways",
                proof.span,
                f"{project.name}: {first.label} is “{first.text}” here and “{second.text}” in {place_of(kg, again.span)}",
                "make both say the same, or name what differs",
                (
                    paste_outcome(kg, f"if “{second.text}” is right", proof.span, _as_told(second)),
                    paste_outcome(kg, f"if “{first.text}” is right", again.span, _as_told(first)),
                )
                if first.value is not None and second.value is not None
                else (
                    paste_hidden_words(kg, f"if “{first.text}” is wrong", proof.span),
                    paste_hidden_words(kg, f"if “{second.text}” is wrong", again.span),
                ),
            )


def _as_told(measure: Measure) -> str:
    """Return the value of a figure as `outcomes` sets it."""
    told = {"value": measure.value, "unit": measure.unit, "before": measure.before, "after": measure.after}
    return ", ".join(
        f"{key}: {json.dumps(int(value) if isinstance(value, float) and value.is_integer() else value)}"
        for key, value in told.items()
        if value is not None
    )


def _label_words(label: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", label.casefold())) - _SMALL_WORDS


def _claim(measure: Measure, units: Units) -> tuple[object, ...]:
    # Units of time and data convert into each other; any other unit must be the same one.
    base, _, per = measure.unit.partition("/")
    unit = measure.dimension if base in units.factors else base
    return (unit, per or measure.period, measure.dimension, measure.measures)


def _interval(measure: Measure, units: Units) -> tuple[float, float]:
    low = measure.value if measure.low is None else measure.low
    high = measure.value if measure.high is None else measure.high
    assert low is not None and high is not None  # the caller asked for `size`
    low, high = comparable(units, low, measure.unit), comparable(units, high, measure.unit)
    if measure.comparator in (">=", ">"):
        return low, math.inf
    if measure.comparator in ("<=", "<"):
        return -math.inf, high
    slack = 0.1 if measure.comparator == "~" else TOLERANCE  # "about 40" may be 43
    return low - abs(low) * slack, high + abs(high) * slack


def _compatible(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
