"""The shapes of a vocabulary's terms and of where they stand in a text. Knows nothing of documents or of what the terms mean.

surface_gazetteer.py finds them by their written form, stem_gazetteer.py by the stems of their words; guards that need a
sentence are applied by extraction/technologies/terms.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.model import EntityKind


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    """Aliases that no guard concerns."""
    category: str = "other"
    broader: tuple[str, ...] = ()
    case_exact: bool = False
    """Accept the name and aliases only in exactly the written case."""
    context: tuple[str, ...] = ()
    """Accept only near one of these words or another term."""
    unless: tuple[str, ...] = ()
    """Not within one of these phrases."""
    listed: tuple[str, ...] = ()
    """Wordings that count only where they stand alone as an item of a list."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term at `start`–`end` of the searched text."""

    term: Term
    start: int
    end: int
    guarded: bool
    """Whether the term's context must confirm it."""
    glued: bool = False
    """Whether another word follows without a space, as in "cosmos dbmigration"."""
    other_case: bool = False
    """Whether the term wants another case than is written: "python" for Python."""


def longest(found: list[Found]) -> list[Found]:
    """Return the terms that no longer one overlaps, in order of place."""
    # Longest first: "Google Cloud Run" must win over "Google Cloud".
    kept: list[Found] = []
    taken: set[int] = set()
    for item in sorted(found, key=lambda f: (f.start - f.end, f.start, f.term.id)):
        places = range(item.start, item.end)
        if not taken.intersection(places):
            kept.append(item)
            taken.update(places)
    return sorted(kept, key=lambda f: f.start)


_OTHER_SPACE = re.compile(r"[^\S ]")


def fold(text: str) -> str:
    """Return `text` in lower case with every white-space character a space, of unchanged length.

    Characters whose lower case is longer ("İ") stay, so that offsets hold.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return _OTHER_SPACE.sub(" ", lowered)


@lru_cache(maxsize=4096)
def _folded(phrase: str) -> str:
    return fold(phrase)


def within_phrase(folded: str, start: int, end: int, phrases: Iterable[str]) -> bool:
    """Return whether a place in a folded text lies within one of the phrases."""
    for phrase in phrases:
        wanted = _folded(phrase)
        at = folded.find(wanted, max(0, start - len(wanted)), end + len(wanted))
        while at >= 0:
            if at <= start and end <= at + len(wanted):
                return True
            at = folded.find(wanted, at + 1, end + len(wanted))
    return False
