"""Counts what each filter would leave: exact under every other filter. Knows no engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain

from graph.model import KnowledgeGraph
from index.collection import Collection
from index.results import Facet, FacetValue
from index.schema import FACETS, FacetSpec, facet_values

MAX_VALUES = 200
"""Values of one facet that an answer names, most frequent first; nobody reads more, and each costs time."""
_A_SET_COSTS = 20
"""Counting one value of a facet by sets takes as long as going through so many values of hits one by one."""
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
        self._members = [members[value] for value in self._values]
        self._of_record = [
            tuple(map(self._rank.__getitem__, facet_values(record, spec.name))) for record in collection.records
        ]
        self._usual = sum(map(len, self._of_record)) / max(1, collection.size)
        """How many values a record has."""

    def count(self, bits: int, selected: tuple[str, ...]) -> Facet:
        """Return the facet over these records: the most frequent values, and those selected."""
        counts, many = self._counts(bits), len(self._values)
        # One number says count and rank: thousands of them are put in order at once.
        ordered = sorted([rank - count * many for rank, count in counts.items()])
        if selected:
            return self._with_selected(ordered, counts, selected)
        values, labels = self._values, self._labels
        shown = [(values[key % many], labels[key % many], -(key // many), False) for key in ordered[:MAX_VALUES]]
        return Facet(self.spec.name, self.spec.label, tuple(map(_MAKE, shown)))

    def _with_selected(self, ordered: list[int], counts: Mapping[int, int], selected: tuple[str, ...]) -> Facet:
        many = len(self._values)
        chosen = {self._rank.get(value) for value in selected}
        others = [rank for key in ordered if (rank := key % many) not in chosen][:MAX_VALUES]
        rows = [
            (-counts[rank], self._labels[rank].casefold(), self._values[rank], self._labels[rank]) for rank in others
        ]
        for value in dict.fromkeys(selected):
            # What no record has is shown by its own letters.
            known = self._rank.get(value)
            label = value if known is None else self._labels[known]
            rows.append((0 if known is None else -counts.get(known, 0), label.casefold(), value, label))
        values = tuple(
            FacetValue(value, label, -negative, value in selected) for negative, _, value, label in sorted(rows)
        )
        return Facet(self.spec.name, self.spec.label, values)

    def _counts(self, bits: int) -> dict[int, int]:
        """Return, by rank, how many hits of these records have each value; repeats are shown once."""
        alone, groups, numbers = self._collection.apart(bits)
        of_record = self._of_record
        found: dict[int, int]
        if len(numbers) * self._usual <= _A_SET_COSTS * len(self._members):
            found = Counter(chain.from_iterable(map(of_record.__getitem__, numbers)))
        else:
            sizes = [(alone & inside).bit_count() for inside in self._members]
            found = {rank: size for rank, size in enumerate(sizes) if size}
        for group in groups:
            for rank in {rank for number in group for rank in of_record[number]}:
                found[rank] = found.get(rank, 0) + 1
        return found


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
