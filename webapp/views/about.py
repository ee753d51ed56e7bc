"""The page about careergraph and what it holds just now."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import EntityKind
from index.generations import Generation
from webapp.asking import Asked
from webapp.corpus import Corpus
from webapp.release import LICENCE, version
from webapp.wording import KIND_WORDS


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of entity and how many there are."""

    kind: str
    words: str
    count: int
    means: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Everything that the page shows."""

    version: str
    licence: str
    generation_id: str
    kinds: tuple[KindCount, ...]
    documents: int
    fictional: int
    skipped: int


_MEANS = {
    "person": "who did the work; an author whom a file does not name stays unnamed",
    "employer": "for whom",
    "role": "one job of one person, with its dates",
    "project": "a piece of work that is told somewhere: a story",
    "technology": "what it was built with",
    "practice": "how it was done",
    "outcome": "a number that measures the work, with the words that say it",
    "institution": "where somebody studied",
    "credential": "a certificate, licence or award",
    "document": "a file that was read",
}


def about_page(generation: Generation, corpus: Corpus, asked: Asked) -> AboutPage:
    """Return the page about careergraph."""
    return AboutPage(
        version=version(),
        licence=LICENCE,
        generation_id=corpus.generation_id,
        kinds=tuple(
            KindCount(kind.value, KIND_WORDS[kind.value][1], corpus.counts.get(kind, 0), _MEANS[kind.value])
            for kind in EntityKind
        ),
        documents=len(corpus.kg.documents),
        fictional=len(corpus.fictional),
        skipped=len(corpus.report.skipped),
    )
