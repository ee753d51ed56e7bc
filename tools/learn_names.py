"""Learns from the annotated documents which name on a page is its author's: `make learned-names`.

Writes graph/extraction/people/author_names.json, trees over the signs of graph/extraction/people/name_signs.py, and what two of those
signs ask, graph/vocabularies/personal_names.txt: the given names and surnames of Faker's locales (MIT), and which of them are ordinary words of
English, too ("River", "Mark"), for which a list of words is needed (Debian: wamerican). The unseen sets and the blind one are never learned from.

    python -m tools.learn_names            # writes both
    python -m tools.learn_names --folds 8  # and prints what trees that had not seen a document make of its names
"""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from unittest import mock

import numpy as np

from benchmarks.accuracy import HIDDEN, SETS, load_set
from benchmarks.likeness import words
from graph.documents import Document
from graph.extraction import stages
from graph.extraction.people.known_names import FILE, folded, names_of
from graph.extraction.people.name_candidates import page_of_names
from graph.extraction.people.name_signs import NAME_SIGNS
from graph.extraction.reading import Reading
from graph.pipeline import interpret
from graph.readers import reader_for
from tools.learned import Sample, folds_asked, learn
from tools.others_named import with_others

ROOT = Path(__file__).parent.parent
LEARNED = ROOT / "graph/extraction/people/author_names.json"
COPIES = 2
"""Of each document, in which others are named."""
OF_COPIES = 0.3
"""Weight of a name in such a copy. Of full weight, authors who are named in odd places are missed; of a tenth, clients are taken for authors."""
TREES = 200
SETTINGS = {"num_leaves": 8, "min_child_samples": 10, "feature_fraction": 0.5, "lambda_l2": 3}
"""Smaller trees than those of lines: there is one name a page."""
WORDS = Path("/usr/share/dict/american-english")
_IN_A_LINE = 12
"""Names."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files; return 0."""
    folds = folds_asked(__doc__, arguments)
    FILE.write_text(known_names(), encoding="utf-8")
    learn(LEARNED, list(NAME_SIGNS), list(annotated_samples()), TREES, folds=folds, **SETTINGS)
    return 0


def annotated_samples() -> Iterator[Sample]:
    """Return a sample for each annotated document that holds what may be a name, copies of it with others' names included."""
    lot, given, surnames = random.Random(1), sorted(names_of("given")), sorted(names_of("surname"))
    for name in (name for name in SETS if name not in HIDDEN):
        for document, annotation in load_set(SETS[name]):
            if document.is_keyed:
                continue
            wanted = None if annotation.person is None else words(annotation.person)
            samples = [_sample(document, wanted, 1.0)]
            if document.media_type in ("text/plain", "text/markdown"):
                copies = (with_others(document.text, given, surnames, lot) for _ in range(COPIES))
                samples += [_sample(_like(document, text), wanted, OF_COPIES) for text in copies]
            kept = [sample for sample in samples if len(sample.signs)]
            if kept:
                # One sample, so that copies of a document are never learned from where it is judged.
                yield Sample(
                    *(np.concatenate([getattr(s, part) for s in kept]) for part in ("signs", "is_right", "weight"))
                )


def _sample(document: Document, wanted: Sequence[str] | None, weight: float) -> Sample:
    page = page_of_names(reading_of(document))
    signs = [[sign(page, candidate) for sign in NAME_SIGNS.values()] for candidate in page.candidates]
    right = [words(candidate.name) == wanted for candidate in page.candidates]
    values = np.array(signs, dtype=np.float64).reshape(len(signs), len(NAME_SIGNS))
    return Sample(values, np.array(right, dtype=np.float64), np.full(len(right), weight))


def _like(document: Document, text: str) -> Document:
    """Return what a text says as a document of the same name."""
    return reader_for(document.id).read(text.encode("utf-8"), document.id)


def reading_of(document: Document) -> Reading:
    """Return a document as the stage that looks for its author sees it."""
    seen: list[Reading] = []
    with mock.patch.object(stages, "find_people", lambda reading, *_: seen.append(reading) or []):
        interpret(document)
    return seen[-1]


def known_names() -> str:
    """Return personal_names.txt: the names of Faker's locales that are written in Latin, Greek or Cyrillic letters."""
    import faker
    from faker.providers import person

    found: dict[str, set[str]] = {"given": set(), "surname": set()}
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            kind = "given" if attribute.startswith("first_name") else "surname"
            listed = getattr(provider, attribute)
            if attribute.startswith(("first_name", "last_name")) and isinstance(listed, Collection):
                names = (name for name in listed if isinstance(name, str))
                found[kind].update(folded(part) for name in names for part in name.split())
    ordinary = {word for word in WORDS.read_text(encoding="utf-8").split() if word.islower()}
    found["ordinary"] = ordinary & (found["given"] | found["surname"])
    kept = {kind: sorted(name for name in names if _is_kept(name)) for kind, names in found.items()}
    lines = [
        f"# Given names and surnames of many countries, folded, and which of them are words of English, too. From Faker {faker.VERSION} (MIT licence), by tools/learn_names.py.",
        *(
            f"{kind} {' '.join(names[start : start + _IN_A_LINE])}"
            for kind, names in kept.items()
            for start in range(0, len(names), _IN_A_LINE)
        ),
    ]
    return "\n".join(lines) + "\n"


def _is_kept(name: str) -> bool:
    return len(name) > 1 and all(char in "-'’" or (char.isalpha() and char < "\u0530") for char in name)


if __name__ == "__main__":
    raise SystemExit(main())
