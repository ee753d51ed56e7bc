"""The judged queries of tests/judgements: loading them and proving them. Knows nothing of search or measures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from benchmarks.plain_stems import plain_stem, plain_stems
from graph.documents import Span
from graph.yaml_parsing import FAST_LOADER
from index.analyzers import words
from index.query import FUNCTION_WORDS

JUDGEMENTS = Path(__file__).parent.parent / "tests" / "judgements"
GRADES = (1, 2, 3)
"""1 touches what is asked, 2 is good, 3 is the story that one wants."""


class QueryKind(StrEnum):
    """What makes a query easy or hard; each kind has its file."""

    PLAIN = "plain"
    THOUGHT = "thought"
    """As people think, not as the text says."""
    SCALE = "scale"
    NUMBER = "number"
    TYPO = "typo"
    NAME = "name"
    NOTHING = "nothing"
    """Must find nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document that a careful reader calls relevant."""

    document: str
    quote: str
    """Stands exactly once in the document; runs of white space are equal."""
    grade: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """A query with all its relevant places, best first; none where nothing may be found."""

    query: str
    kind: QueryKind
    places: tuple[Place, ...]

    @property
    def is_shown(self) -> bool:
        """Whether it may be looked at while search is tuned: the last bit of sha256 of the query's text is 0."""
        return sha256(self.query.encode()).digest()[-1] % 2 == 0


def load_judgements(folder: Path = JUDGEMENTS) -> list[Judgement]:
    """Return all judgements by file name and order. Raises ValueError with file and query where one is malformed."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        for values in yaml.load(path.read_text(encoding="utf-8"), Loader=FAST_LOADER):
            try:
                found.append(_judgement(values))
            except (KeyError, TypeError, ValueError) as error:
                query = values.get("query") if isinstance(values, dict) else values
                raise ValueError(
                    f"{path.name}: {query!r}: {error}; a judgement has query, kind and relevant"
                ) from error
    return found


def _judgement(values: Mapping[str, Any]) -> Judgement:
    places = tuple(Place(each["document"], each["quote"], each["grade"]) for each in values["relevant"])
    if any(place.grade not in GRADES for place in places):
        raise ValueError(f"a grade is one of {GRADES}")
    return Judgement(values["query"], QueryKind(values["kind"]), places)


def find_quote(place: Place, text: str) -> Span:
    """Return where the quote stands in its document's text. Raises ValueError unless it stands there exactly once."""
    found = list(re.finditer(r"\s+".join(map(re.escape, place.quote.split())), text))
    if len(found) != 1:
        raise ValueError(f"{place.document}: {place.quote!r} occurs {len(found)} times; quote what occurs once")
    return Span(place.document, found[0].start(), found[0].end())


def content_stems(text: str) -> set[str]:
    """Return the stems of the words of `text` that say what, not how.

    >>> sorted(content_stems("What was migrated at scale?"))
    ['migrat', 'scale']
    """
    return {plain_stem(word) for word in words(text) if word not in FUNCTION_WORDS}


def common_stems(judgement: Judgement) -> set[str]:
    """Return the content stems that a query has in common with any of its quotes."""
    quoted = {found for place in judgement.places for found in plain_stems(place.quote)}
    return content_stems(judgement.query) & quoted
