"""Weighs the lines of a document: how likely each names a piece of work, given what the rules read. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from graph.extraction.learned_trees import Forest, read_forest, weights_of
from graph.extraction.reading import Reading
from graph.extraction.weighing.lines import Line, lines_of
from graph.extraction.weighing.page import Page, Told
from graph.extraction.weighing.signs import SIGNS, signs_of

FEWEST_LINES = 8
"""A page of fewer lines is left to the rules: the documents from which the weights were learned are longer."""


def weighed_lines(reading: Reading, told: Sequence[Told]) -> list[tuple[Line, float]]:
    """Return each line with the likelihood, from 0 to 1, that it is the title of a work; none for a page too short to judge."""
    lines = lines_of(reading)
    if len(lines) < FEWEST_LINES:
        return []
    trees = forest()
    asked = [SIGNS[name] for name in trees.signs]
    weights = weights_of(trees, signs_of(Page(lines, told, reading.vocabularies), asked))
    return list(zip(lines, weights.tolist(), strict=True))


@cache
def forest() -> Forest:
    """Return the trees of work_titles.json, which tools/learn_titles.py writes."""
    return read_forest(Path(__file__).with_name("work_titles.json"), SIGNS)
