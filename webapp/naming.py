"""Finds what a value of the URL names, by id or name, or says which things it may mean. The pages of two things ask here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from graph.model import EntityKind, RelationKind
from graph.queries import find_by_name
from webapp.asking import Asked, BadValueError
from webapp.corpus import Corpus, Place, Ref
from webapp.near import not_found

_LONGEST, _CANDIDATES, _SUGGESTED = 300, 20, 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several things that have the name."""

    ref: Ref
    place: Place
    """Where it is named, to tell it from the others."""
    url: str
    """The page with this one chosen."""


@dataclass(frozen=True, slots=True)
class Named:
    """What one value of the URL names: a thing, several that it may mean, or nothing yet."""

    parameter: str
    written: str
    ref: Ref | None
    candidates: tuple[Candidate, ...] = ()
    further: int = 0
    """Candidates that are not listed."""


def find_named(
    corpus: Corpus, asked: Asked, parameter: str, url: Callable[[str], str], kinds: Collection[EntityKind] | None = None
) -> Named:
    """Return what the value of `parameter` names; `url` gives the page's address with an id in its place.

    Of several that have the name, those of `kinds` are preferred.

    Raises NotFoundError, with ids close to it, where nothing has the id or name; BadValueError for a value that is too
    long to be a name.
    """
    written = asked.one(parameter).strip()
    if not written:
        return Named(parameter, "", None)
    if len(written) > _LONGEST:
        raise BadValueError(f"{parameter} has {len(written)} characters; write an id or a name of at most {_LONGEST}")
    found = find_by_name(corpus.kg, written)
    if not found:
        raise not_found(corpus, written)
    found = [e for e in found if kinds is None or e.kind in kinds] or found
    if len(found) == 1:
        return Named(parameter, written, corpus.ref(found[0]))
    shown = found[:_CANDIDATES]
    candidates = tuple(Candidate(corpus.ref(e), corpus.place(corpus.proof(e).span), url(e.id)) for e in shown)
    return Named(parameter, written, None, candidates, len(found) - len(shown))


def names_to_suggest(corpus: Corpus, kinds: Collection[EntityKind]) -> tuple[str, ...]:
    """Return the names of the best connected things of these kinds, at most 200, in order of the alphabet."""
    degrees = _degrees(corpus)
    listed = (e for kind in sorted(kinds) for e in corpus.kg.entities(kind))
    ranked = nsmallest(_SUGGESTED, ((-degrees[e.id], e.id, e.name) for e in listed))
    return tuple(sorted({name for _, _, name in ranked}, key=str.casefold))


@lru_cache(maxsize=2)
def _degrees(corpus: Corpus) -> Counter[str]:
    """Return how many relations each entity has, mentions in documents apart; counted once for a generation."""
    degrees: Counter[str] = Counter()
    for source, target, kind in corpus.kg.nx.edges(keys=True):
        if kind != RelationKind.MENTIONED_IN:
            degrees[source] += 1
            degrees[target] += 1
    return degrees
