"""Weighs the lines of a document: how likely each names a piece of work, given what the rules read. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction.reading import Reading
from graph.extraction.weighing.lines import Line, lines_of
from graph.extraction.weighing.page import Page, Told
from graph.extraction.weighing.signs import signs_of
from graph.extraction.weighing.trees import forest, weights_of

FEWEST_LINES = 8
"""A page of fewer lines is left to the rules: the documents from which the weights were learned are longer."""


def weighed_lines(reading: Reading, told: Sequence[Told]) -> list[tuple[Line, float]]:
    """Return each line with the likelihood, from 0 to 1, that it is the title of a work; none for a page too short to judge."""
    lines = lines_of(reading)
    if len(lines) < FEWEST_LINES:
        return []
    trees = forest()
    weights = weights_of(trees, signs_of(Page(lines, told, reading.vocabularies), trees.signs))
    return list(zip(lines, weights.tolist(), strict=True))
