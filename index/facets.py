"""Counts what each filter would leave: exact under every other filter. Knows no engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from graph.model import KnowledgeGraph
from index.collection import Collection
from index.results import Facet, FacetValue
from index.schema import FACETS, FacetSpec

MAX_VALUES = 200
"""Values of one facet that an answer names, most frequent first; nobody reads more, and each costs time."""
Labels: TypeAlias = Mapping[str, Mapping[str, tuple[str, str]]]
"""Facet → value → (by what it is sorted, how it is shown); a value that is missing shows itself."""


def labels_of(collection: Collection, kg: KnowledgeGraph) -> Labels:
    """Return the labels of all values that the records have."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for spec in FACETS:
        shown = ((value, label_of(spec, value, kg)) for value in collection.facets[spec.name])
        found[spec.name] = {value: (label.casefold(), label) for value, label in shown}
    return found


def count_facets(
    found: int, chosen: Mapping[str, tuple[str, ...]], collection: Collection, labels: Labels
) -> tuple[Facet, ...]:
    """Return the facets over the records that meet the query's words (`found`), before any facet was chosen.

    A facet's own choice doesn't reduce its own counts; a count is how many hits choosing only this value gives.
    """
    facets = []
    for spec in FACETS:
        bits = found
        for name, values in chosen.items():
            if name != spec.name:
                bits &= collection.having(name, values)
        if spec.name != "type" and "type" not in chosen:
            bits &= collection.passages
        facets.append(_facet(spec, bits, chosen.get(spec.name, ()), collection, labels[spec.name]))
    return tuple(facets)


def _facet(
    spec: FacetSpec, bits: int, selected: tuple[str, ...], collection: Collection, labels: Mapping[str, tuple[str, str]]
) -> Facet:
    counts = collection.counts(bits, spec.name)
    # Of thousands of values the rarest are left out before any label is looked at.
    others = (value for value in counts if value not in selected) if selected else counts
    frequent = sorted(others, key=counts.__getitem__, reverse=True)[:MAX_VALUES]
    rows = []
    for value in (*dict.fromkeys(selected), *frequent):
        folded, label = labels.get(value) or (value.casefold(), value)
        rows.append((-counts.get(value, 0), folded, value, label))
    rows.sort()
    values = tuple(FacetValue(value, label, -negative, value in selected) for negative, _, value, label in rows)
    return Facet(spec.name, spec.label, values)


def label_of(spec: FacetSpec, value: str, kg: KnowledgeGraph) -> str:
    """Return how a value of a facet is shown."""
    if spec.kind is not None:
        return kg.entity(value).name if value in kg else value
    if spec.name == "experience":
        return value.replace("-", " ").capitalize()
    if spec.name == "document":
        return kg.documents[value].title or value if value in kg.documents else value
    return spec.value_labels.get(value, value)
