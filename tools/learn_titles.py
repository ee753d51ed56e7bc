"""Learns from the annotated documents which lines name works, and writes work_titles.json: `make learned-titles`.

What the trees learn is, for each line of a document, whether a
careful reader took a work's name from it, by the signs of graph/extraction/weighing/signs.py. Among those is what the rules read there.
Rules that have seen a document read it too well to learn from; benchmarks/first_sight.json therefore holds what the rules of the day read
of each document before anybody had learned from it: set/document → [title's start, its end, rule, telling's start, its end]. The
demonstration corpus counts, too, read by the rules of today, since its reading is checked by hand. The unseen sets and the blind one
are never learned from.

    python -m tools.learn_titles            # writes work_titles.json
    python -m tools.learn_titles --folds 8  # and prints what trees that had not seen a document make of it, by limit
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import HIDDEN, SETS, load_set
from benchmarks.annotations import Place, spans_of
from benchmarks.likeness import SIMILAR, likeness, words
from graph.content_folder import find_content
from graph.documents import Document
from graph.extraction.reading import Reading
from graph.extraction.stories import stories as all_stories
from graph.extraction.stories.weighed import told_by
from graph.extraction.weighing.lines import Line, line_at, lines_in, lines_of
from graph.extraction.weighing.page import Page, Told
from graph.extraction.weighing.signs import SIGNS, signs_of
from graph.extraction.weighing.weighing import FEWEST_LINES
from graph.extraction.works.story import Story
from graph.pipeline import interpret
from graph.readers import read_file
from tools.learned import Sample, folds_asked, learn

ROOT = Path(__file__).parent.parent
FIRST_SIGHT = ROOT / "benchmarks/first_sight.json"
LEARNED = ROOT / "graph/extraction/weighing/work_titles.json"
TREES = 120
OPTIONAL = 0.3
"""Weight of a line that names a work which may be left out."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write work_titles.json; return 0."""
    folds = folds_asked(__doc__, arguments)
    learn(LEARNED, list(SIGNS), list(annotated_samples()), TREES, others=list(content_samples()), folds=folds)
    return 0


# ------------------------------------------------------------ samples


def annotated_samples() -> Iterator[Sample]:
    """Return a sample for each annotated document that may be learned from."""
    first_sight = json.loads(FIRST_SIGHT.read_text(encoding="utf-8"))
    for name in (name for name in SETS if name not in HIDDEN):
        for document, annotation in load_set(SETS[name]):
            reading, _ = read_by_rules(document)
            if reading is not None and (lines := lines_of(reading)):
                told = [Told(*work) for work in first_sight[f"{SETS[name].name}/{document.id}"]]
                yield Sample(_signs(reading, lines, told), *_titles(document, lines, annotation.projects))


def content_samples() -> Iterator[Sample]:
    """Return a sample for each text of the demonstration corpus: what the rules read of it is right."""
    folder = ROOT / "content"
    for path in find_content(folder).files:
        document = read_file(path, path.relative_to(folder).as_posix())
        reading, stories = read_by_rules(document)
        if reading is None or document.is_keyed or len(lines := lines_of(reading)) < FEWEST_LINES:
            continue
        told = [told_by(story) for story in stories if not story.soft]
        is_title, weight = np.zeros(len(lines)), np.ones(len(lines))
        for work in told:
            weight[list(lines_in(lines, work.start, work.end))] = 0
        for work in told:
            is_title[line_at(lines, work.start)] = weight[line_at(lines, work.start)] = 1
        yield Sample(_signs(reading, lines, told), is_title, weight)


def read_by_rules(document: Document) -> tuple[Reading | None, list[Story]]:
    """Return a document as the stories' stage sees it, with the stories that the rules alone find; None where that stage isn't reached."""
    seen: list[tuple[Reading, list[Story]]] = []

    def look(reading: Reading, stories: Sequence[Story]) -> list[Story]:
        seen.append((reading, list(stories)))
        return list(stories)

    with mock.patch.object(all_stories, "weighed", look):
        interpret(document)
    return seen[-1] if seen else (None, [])


def _signs(reading: Reading, lines: Sequence[Line], told: Sequence[Told]) -> NDArray[np.float64]:
    return signs_of(Page(lines, told, reading.vocabularies), tuple(SIGNS.values()))


def _titles(
    document: Document, lines: Sequence[Line], works: Sequence[Place]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return which lines are titles, and each one's weight: of a work's lines the first that holds its name and its words."""
    is_title, weight = np.zeros(len(lines)), np.ones(len(lines))
    for work in works:
        spans = [span for quote in work.quotes for span in spans_of(quote, document.text, document.id)]
        touched = {number for span in spans for number in lines_in(lines, span.start, span.end)}
        named = {
            n
            for n, line in enumerate(lines)
            if any(likeness(words(name), words(line.core)) >= SIMILAR for name in work.names)
        }
        for number in touched | named:
            weight[number] = weight[number] if is_title[number] else 0
        if best := (touched & named) or touched or named:
            is_title[min(best)], weight[min(best)] = 1, OPTIONAL if work.optional else 1
    return is_title, weight


if __name__ == "__main__":
    raise SystemExit(main())
