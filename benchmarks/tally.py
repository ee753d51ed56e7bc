"""What scoring comes to: counts by row, faults, judged mentions, and their sums. Compares nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.model import EntityKind

ROWS = (
    "people",
    "employers",
    "employments",
    "education",
    "projects",
    "technologies",
    "outcomes",
    "outcome-project links",
    "uses",
    "project-employer links",
)
"""The rows of the macro mean."""
SHOWN_ROWS = ("directions", "before and after", "labels", "practices", "non-outcomes left alone")
"""Shown only. The first three are of the outcomes that were found; the last has no precision."""


@dataclass(slots=True)
class Counts:
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def is_empty(self) -> bool:
        """Whether neither the annotation nor the reading has anything of this row."""
        return not (self.right or self.wrong or self.missed)

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 0 where nothing was read."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was read; 0 where there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if not self.is_empty else 0.0


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fact that was missed or wrongly read."""

    row: str
    offset: int
    """Where in the document; 0 where the annotation names no place."""
    is_missed: bool
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One mention that the annotation can judge."""

    kind: EntityKind
    confidence: float
    is_right: bool


@dataclass(slots=True)
class DocumentScore:
    """What came of one document."""

    document: str
    counts: dict[str, Counts]
    faults: list[Fault] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)


def totals(scores: Iterable[DocumentScore]) -> dict[str, Counts]:
    """Return the counts of all documents, by row."""
    found = {row: Counts() for row in (*ROWS, *SHOWN_ROWS)}
    for score in scores:
        for row, counts in score.counts.items():
            found[row] += counts
    return found


def macro_f1(counts: Mapping[str, Counts]) -> float:
    """Return the mean F1 of ROWS, those left out of which there is nothing."""
    filled = [counts[row].f1 for row in ROWS if row in counts and not counts[row].is_empty]
    return sum(filled) / len(filled) if filled else 0.0
