"""Which figures of two sides measure the same, so that a comparison can set them beside one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import networkx as nx

from graph.model import Entity, EntityKind, KnowledgeGraph, Measure, Measures
from graph.units import DIMENSION_BASE
from webapp.corpus import capitalized
from webapp.views.compare_links import outcomes_behind
from webapp.wording import MEASURES_WORDS

_ORDER = (Measures.RESULT, Measures.SCALE, Measures.DURATION, Measures.TEAM, Measures.BASELINE)
_WORDS = {
    "share": "Share",
    "ratio": "Times as much",
    "money": "Money",
    "time": "Time",
    "data": "Data",
    "score": "Score",
}
_DIRECTION = {"decrease": "reduced", "increase": "raised", "none": ""}


@dataclass(frozen=True, slots=True)
class Beside:
    """Ids of outcomes that measure the same: of one side and of the other."""

    what: str
    means: str
    a: frozenset[str]
    b: frozenset[str]


def figures_beside(kg: KnowledgeGraph, a: Entity, b: Entity) -> list[Beside]:
    """Return the figures of two sides by what they measure: what both have first, results before all else.

    Figures measure the same where dimension, unit, what they say of the work and their direction agree. Units of time
    and data, which convert into each other, count as one.
    """
    sides = [_by_measure(kg, side) for side in (a, b)]
    keys = sorted(
        {*sides[0], *sides[1]},
        key=lambda key: (not (key in sides[0] and key in sides[1]), _ORDER.index(key[0]), key[1:]),
    )
    found = []
    for key in keys:
        one, other = (side.get(key, frozenset()) for side in sides)
        found.append(Beside(_title(key), MEASURES_WORDS[key[0].value], one, other))
    return found


_Key = tuple[Measures, str, str, str]
"""What it says of the work, dimension, unit, direction."""


def _by_measure(kg: KnowledgeGraph, side: Entity) -> dict[_Key, frozenset[str]]:
    achieved = outcomes_behind(kg, side)
    return {key: found for key, outcomes in _measuring(kg).items() if (found := outcomes & achieved)}


_measured: WeakKeyDictionary[nx.MultiDiGraph[str], Mapping[_Key, frozenset[str]]] = WeakKeyDictionary()
"""Graph → what can be measured → ids of the outcomes that measure it; a graph never changes."""


def _measuring(kg: KnowledgeGraph) -> Mapping[_Key, frozenset[str]]:
    if (found := _measured.get(kg.nx)) is None:
        listed: dict[_Key, list[str]] = defaultdict(list)
        for outcome in kg.entities(EntityKind.OUTCOME):
            if outcome.measure is not None:
                listed[_key(outcome.measure)].append(outcome.id)
        found = _measured[kg.nx] = {key: frozenset(ids) for key, ids in listed.items()}
    return found


def _key(measure: Measure) -> _Key:
    base, _, per = measure.unit.partition("/")
    # Money keeps its currency: no rate of exchange is known here.
    unit = "" if measure.dimension in (*DIMENSION_BASE, "ratio") else base
    period = per or measure.period or ""
    return measure.measures, measure.dimension, f"{unit}/{period}" if period else unit, measure.direction


def _title(key: _Key) -> str:
    _, dimension, unit, direction = key
    base, _, per = unit.partition("/")
    words = _WORDS.get(dimension, capitalized(base.replace("_", " ") or dimension or "in words"))
    if dimension == "money" and base:
        words = f"{words} ({base})"
    if per:
        words += f" a {per.replace('_', ' ')}"
    return ", ".join(part for part in (words, _DIRECTION.get(direction, "")) if part)
