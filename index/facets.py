"""Counts what each filter would leave: exact under every other filter. Knows no engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np

from graph.model import KnowledgeGraph
from index.collection import Collection
from index.number_sets import Numbers, best_of
from index.results import Facet, FacetValue
from index.schema import FACETS, FacetSpec, facet_values

MAX_VALUES = 200
"""Values of one facet that an answer names, most frequent first; nobody reads more, and each costs time."""
_MAKE: Callable[[tuple[str, str, int, bool]], FacetValue] = partial(tuple.__new__, FacetValue)
"""As `FacetValue._make`, in a quarter of the time."""


class FacetTable:
    """The values of one facet by their rank in the order in which equally frequent ones are shown: label, then value."""

    def __init__(self, spec: FacetSpec, collection: Collection, kg: KnowledgeGraph) -> None:
        self.spec, self._collection, self._kg = spec, collection, kg
        members = collection.facets[spec.name]
        labels = {value: label_of(spec, value, kg) for value in members}
        self._values = sorted(members, key=lambda value: (labels[value].casefold(), value))
        self._labels = [labels[value] for value in self._values]
        self._rank = {value: rank for rank, value in enumerate(self._values)}
        of_record = [facet_values(record, spec.name) for record in collection.records]
        self._owners = np.repeat(np.arange(collection.size), [len(values) for values in of_record])
        self._ranks = np.fromiter((self._rank[value] for values in of_record for value in values), dtype=np.intp)
        """Of each value of each record, in order of record: the record's number, and the value's rank."""

    def count(self, bits: int, selected: tuple[str, ...]) -> Facet:
        """Return the facet over these records: the most frequent values, and those selected."""
        counts = self._counts(bits)
        ordered = best_of(counts, None if selected else MAX_VALUES).tolist()
        if selected:
            return self._with_selected(ordered, counts.tolist(), selected)
        values, labels, sizes = self._values, self._labels, counts.tolist()
        shown = [(values[rank], labels[rank], sizes[rank], False) for rank in ordered]
        return Facet(self.spec.name, self.spec.label, tuple(map(_MAKE, shown)))

    def _with_selected(self, ordered: list[int], counts: list[int], selected: tuple[str, ...]) -> Facet:
        chosen = {self._rank.get(value) for value in selected}
        others = [rank for rank in ordered if rank not in chosen][:MAX_VALUES]
        rows = [
            (-counts[rank], self._labels[rank].casefold(), self._values[rank], self._labels[rank]) for rank in others
        ]
        for value in dict.fromkeys(selected):
            # What no record has is shown by its own letters.
            known = self._rank.get(value)
            label = value if known is None else self._labels[known]
            rows.append((0 if known is None else -counts[known], label.casefold(), value, label))
        values = tuple(
            FacetValue(value, label, -negative, value in selected) for negative, _, value, label in sorted(rows)
        )
        return Facet(self.spec.name, self.spec.label, values)

    def _counts(self, bits: int) -> Numbers:
        """Return, by rank, how many hits of these records have each value; repeats are shown once."""
        apart, many = self._collection.apart(bits), len(self._values)
        counts = np.bincount(self._ranks[apart.alone[self._owners]], minlength=many)
        if apart.together.any():
            inside = apart.together[self._owners]
            of_group = np.unique(self._collection.group[self._owners[inside]] * many + self._ranks[inside])
            counts += np.bincount(of_group % many, minlength=many)
        return counts


class Facets:
    """All facets of one generation."""

    def __init__(self, collection: Collection, kg: KnowledgeGraph) -> None:
        self._collection = collection
        self._tables = tuple(FacetTable(spec, collection, kg) for spec in FACETS)

    def count(self, found: int, chosen: Mapping[str, tuple[str, ...]]) -> tuple[Facet, ...]:
        """Return the facets over the records that meet the query's words (`found`), before any facet was chosen.

        A facet's own choice doesn't reduce its own counts; a count is how many hits choosing only this value gives.
        """
        facets = []
        for table in self._tables:
            bits, own = found, table.spec.name
            for name, values in chosen.items():
                if name != own:
                    bits &= self._collection.having(name, values)
            if own != "type" and "type" not in chosen:
                bits &= self._collection.passages
            facets.append(table.count(bits, chosen.get(own, ())))
        return tuple(facets)


def label_of(spec: FacetSpec, value: str, kg: KnowledgeGraph) -> str:
    """Return how a value of a facet is shown."""
    if spec.kind is not None:
        return kg.entity(value).name if value in kg else value
    if spec.name == "experience":
        return value.replace("-", " ").capitalize()
    if spec.name == "document":
        return kg.documents[value].title or value if value in kg.documents else value
    return spec.value_labels.get(value, value)
