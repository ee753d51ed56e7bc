"""The shapes of a vocabulary's terms and of where they stand in a text. Knows nothing of documents or of what the terms mean.

surface_gazetteer.py finds them by their written form, stem_gazetteer.py by the stems of their words; guards that need a
sentence are applied by extraction/technologies/terms.py.
"""

from __future__ import annotations

from dataclasses import dataclass

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
