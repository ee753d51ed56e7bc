"""Learns from the annotated documents which names on a page are employers': `make learned-employers`.

Writes graph/extraction/employment/employer_names.json, trees over the signs of graph/extraction/employment/employer_signs.py. One of those
asks what the rules read; benchmarks/first_sight_employers.json therefore holds the employers that the rules of the day read of each document
before anybody had learned from it. The unseen sets and the blind one are never learned from.

    python -m tools.learn_employers            # writes the trees
    python -m tools.learn_employers --folds 8  # and prints what trees that had not seen a document make of its names
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import numpy as np

from benchmarks.accuracy import HIDDEN, SETS, load_set
from benchmarks.annotations import Place
from benchmarks.likeness import same_employer
from graph.documents import Document
from graph.extraction.employment import likely_employers
from graph.extraction.employment.employer_candidates import EmployerPage, page_of_employers
from graph.extraction.employment.employer_signs import EMPLOYER_SIGNS
from graph.extraction.reading import Reading
from graph.pipeline import interpret
from tools.learned import Sample, folds_asked, learn

ROOT = Path(__file__).parent.parent
FIRST_SIGHT = ROOT / "benchmarks/first_sight_employers.json"
LEARNED = ROOT / "graph/extraction/employment/employer_names.json"
TREES = 150
OPTIONAL = 0.3
"""Weight of the name of an employer that may be left out."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write employer_names.json; return 0."""
    folds = folds_asked(__doc__, arguments)
    learn(LEARNED, list(EMPLOYER_SIGNS), list(annotated_samples()), TREES, folds=folds)
    return 0


def annotated_samples() -> Iterator[Sample]:
    """Return a sample for each annotated document that holds names."""
    first_sight = json.loads(FIRST_SIGHT.read_text(encoding="utf-8"))
    for name in (name for name in SETS if name not in HIDDEN):
        for document, annotation in load_set(SETS[name]):
            if document.is_keyed:
                continue
            page = page_of_employers(reading_of(document), first_sight[f"{SETS[name].name}/{document.id}"])
            if page.candidates:
                yield _sample(page, annotation.employers)


def _sample(page: EmployerPage, employers: Sequence[Place]) -> Sample:
    signs = [[sign(page, candidate) for sign in EMPLOYER_SIGNS.values()] for candidate in page.candidates]
    right, weight = np.zeros(len(signs)), np.ones(len(signs))
    for number, candidate in enumerate(page.candidates):
        for employer in employers:
            if any(same_employer(name, candidate.name) for name in employer.names):
                right[number], weight[number] = 1, OPTIONAL if employer.optional else 1
    return Sample(np.array(signs, dtype=np.float64), right, weight)


def reading_of(document: Document) -> Reading:
    """Return a document as the stage that looks for likely employers sees it."""
    seen: list[Reading] = []

    def look(reading: Reading, told: Sequence[str]) -> EmployerPage:
        seen.append(reading)
        return page_of_employers(reading, told)

    with (
        mock.patch.object(likely_employers, "page_of_employers", look),
        mock.patch.object(likely_employers, "FEWEST_LINES", 10**9),
    ):
        interpret(document)
    return seen[-1]


if __name__ == "__main__":
    raise SystemExit(main())
