"""Scores annotated documents that were written anew in other formats: how much of the text version's F1 is left.

An annotation's quotes are found again by their words, whatever breaks, bullets and marks stand between them. A quote that
a format loses stays in the annotation, so that what hangs on it counts as missed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from benchmarks.annotations import Annotation, Place
from benchmarks.pdf_writer import NOT_IN_PDF
from benchmarks.pieces import pieces_of
from benchmarks.renderings import LAYOUTS
from benchmarks.scoring import score_document
from benchmarks.side_by_side import side_by_side
from benchmarks.tally import ROWS, Counts, DocumentScore, macro_f1, totals
from graph.documents import Document
from graph.pipeline import interpret
from graph.readers import reader_for

TAKEN = (".md", ".txt")
"""Endings of the documents that can be written anew: running text, whose look says what is a heading and an item."""


@dataclass(frozen=True, slots=True)
class FormatScore:
    """What came of all documents in one layout."""

    layout: str
    documents: int
    counts: Mapping[str, Counts]
    lost: int
    """Quotes whose words are no longer there."""

    @property
    def macro(self) -> float:
        """The mean F1 of the rows."""
        return macro_f1(self.counts)

    def share_of(self, base: FormatScore) -> float:
        """Return how much of the other's macro F1 this has; 1 where that has nothing."""
        return self.macro / base.macro if base.macro else 1.0

    @property
    def micro(self) -> float:
        """The F1 of all facts together."""
        return sum((self.counts[row] for row in ROWS), Counts()).f1


def score_formats(pairs: Sequence[tuple[Document, Annotation]]) -> tuple[FormatScore, list[FormatScore]]:
    """Return the score of the documents as they are, and that of each layout; others than text and Markdown are left out."""
    taken = [(document, annotation) for document, annotation in pairs if document.id.endswith(TAKEN)]
    original = [score_document(annotation, interpret(document)) for document, annotation in taken]
    base = FormatScore("as written", len(taken), totals(original), 0)
    return base, side_by_side(partial(score_layout, pairs=taken), list(LAYOUTS), fewest=2, together=1)


def score_layout(layout: str, pairs: Iterable[tuple[Document, Annotation]]) -> FormatScore:
    """Return the score of documents in one layout."""
    ending, write = LAYOUTS[layout]
    scores: list[DocumentScore] = []
    lost = 0
    for document, annotation in pairs:
        name = document.id.rsplit(".", 1)[0] + ending
        rendered = reader_for(name).read(write(pieces_of(document.text, document.id)), name)
        moved, missing = moved_to(annotation, rendered.text)
        lost += missing
        scores.append(score_document(replace(moved, document=name), interpret(rendered)))
    return FormatScore(layout, len(scores), totals(scores), lost)


# ---------------------------------------------------------------- quotes in another text

_BETWEEN = re.compile(r"[\s*_`|#>•●\\-]+")
"""What may stand between words in one format and not in another: breaks, marks, bullets, hyphens."""


def moved_to(annotation: Annotation, text: str) -> tuple[Annotation, int]:
    """Return an annotation with its quotes as `text` has them, and how many of them it has not."""
    squeezed, places = _squeezed(text)
    lost = 0

    def move(quote: str) -> tuple[str, ...]:
        nonlocal lost
        wanted = _squeezed(quote)[0]
        found: list[str] = []
        start = squeezed.find(wanted) if wanted else -1
        while start >= 0:
            found.append(text[places[start] : places[start + len(wanted) - 1] + 1])
            start = squeezed.find(wanted, start + 1)
        lost += not found
        return tuple(dict.fromkeys(found)) or (quote,)

    def moved(place: Place) -> Place:
        return replace(place, quotes=tuple(words for quote in place.quotes for words in move(quote)))

    return replace(
        annotation,
        employers=tuple(map(moved, annotation.employers)),
        projects=tuple(map(moved, annotation.projects)),
        technologies=tuple(map(moved, annotation.technologies)),
        figures=tuple(replace(figure, quote=move(figure.quote)[0]) for figure in annotation.figures),
        not_figures=tuple(words for quote in annotation.not_figures for words in move(quote)),
    ), lost


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Return a text without what may stand between words, in one case, and the place of each of its characters."""
    found: list[str] = []
    places: list[int] = []
    gaps = {place for match in _BETWEEN.finditer(text) for place in range(*match.span())}
    for place, character in enumerate(text):
        if place in gaps:
            continue
        for folded in _BETWEEN.sub("", NOT_IN_PDF.get(character, character)).casefold():
            found.append(folded)
            places.append(place)
    return "".join(found), places


# ---------------------------------------------------------------- the report


_WIDEST = 12
"""Characters of a column's head."""


def print_formats(base: FormatScore, scores: Sequence[FormatScore]) -> None:
    """Print F1 by row and format, and each format's share of the text version's macro F1."""
    print(f"{base.documents} held-back and kept documents of text and Markdown, written anew in other formats; F1")
    shown = [row if len(row) <= _WIDEST else row.replace("project", "pr.").replace("outcome", "outc.") for row in ROWS]
    heads = "".join(f"{row[:_WIDEST]:>13}" for row in shown)
    print(f"{'':16}{heads}{'macro':>9}{'of text':>9}{'micro':>9}{'lost':>6}")
    for score in (base, *scores):
        rows = "".join(f"{score.counts[row].f1:13.3f}" for row in ROWS)
        print(f"{score.layout:16}{rows}{score.macro:9.3f}{score.share_of(base):9.3f}{score.micro:9.3f}{score.lost:6}")
    print()


def compare_formats(base: FormatScore, scores: Sequence[FormatScore], floors_file: Path) -> int:
    """Print the formats that keep less of the text version's macro F1 than their floor; return 1 if there is one."""
    floors: Mapping[str, float] = tomllib.loads(floors_file.read_text(encoding="utf-8"))["formats"]
    below = []
    for score in scores:
        share, floor = score.share_of(base), floors[score.layout]
        if share < floor:
            below.append(
                f"{score.layout}: {share:.3f} of the text version's F1 is below the floor {floor:.3f} ({floors_file.name})"
            )
    print("\n".join(below or [f"formats: all {len(scores)} keep their share of the text version's F1"]))
    return 1 if below else 0
