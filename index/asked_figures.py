"""How well figures answer a question for size: how large they are of their kind, and whether they are of the thing asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from index.figure_kinds import FigureKind
from index.figures import Figure, FigureScale
from index.measured import Measured
from index.query_words import LARGE, SMALL

OTHER_THING = 0.2
"""Share of its size that counts of a figure of another thing: a migration is large by its rows, too."""
OTHER_RATE = 0.4
"""The same of so much in a time and of amounts of data: a pipeline is large by whatever runs through it."""


@dataclass(frozen=True, slots=True)
class AskedFigures:
    """What one word for size asks in one query."""

    asked: str
    """LARGE, MANY, FAST or CHEAP."""
    kinds: tuple[FigureKind, ...]
    """Of the things asked for; none where any figure will do."""
    scale: FigureScale
    measured: Measured
    of_story: dict[str | None, Figure | None] = field(default_factory=dict)
    """Each story's best figure, once it was asked for."""
    _fits: dict[str, float] = field(default_factory=dict)

    def fit(self, figure: Figure) -> float:
        """Return how well a figure answers, 0–1."""
        known = self._fits.get(figure.outcome_id)
        if known is None:
            about = max((self.measured.strength(figure, kind) for kind in self.kinds), default=1.0)
            if self._is_mere_time(figure):
                about = 0.0
            size = self.scale.fit(figure.outcome_id, self.asked)
            if self.asked == LARGE and any(kind.is_change for kind in self.kinds):
                size = self.scale.change(figure.outcome_id)
            elif self.asked in (LARGE, SMALL):
                size = max((self._among_its_kind(figure, kind, size) for kind in self.kinds), default=size)
            least = OTHER_RATE if figure.dimension.endswith("/") or figure.dimension == "data" else OTHER_THING
            known = size * (least + (1 - least) * about)
            self._fits[figure.outcome_id] = known
        return known

    def _among_its_kind(self, figure: Figure, kind: FigureKind, size: float) -> float:
        """Return how well a figure answers among those of its kind; `size`, as among all, where the kind has no name or few."""
        if not kind.name or self.measured.strength(figure, kind) < 1:
            return size
        share = self.measured.percentile(figure, kind)
        if share is None:
            return size
        return figure.weight * share if self.asked == LARGE else 1 - share

    def _is_mere_time(self, figure: Figure) -> bool:
        """Return whether large is asked and a figure tells only how long something took: that makes no rollout large."""
        asks_time = any("time" in kind.dimensions for kind in self.kinds)
        return self.asked == LARGE and figure.dimension == "time" and not asks_time

    def best(self, figures: Iterable[Figure]) -> Figure | None:
        """Return the figure that answers best, ties by id; None where there is none."""
        return min(figures, key=lambda figure: (-self.fit(figure), figure.outcome_id), default=None)
