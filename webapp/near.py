"""Finds what an unknown id may have meant."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from webapp.asking import NotFoundError
from webapp.corpus import Corpus, Ref

_MOST, _LEAST_SCORE, _LONGEST = 5, 66, 200


def not_found(corpus: Corpus, wanted: str) -> NotFoundError:
    """Return the error for an id that nothing has, with the ids close to it."""
    return NotFoundError(f"Nothing here is called {wanted[:_LONGEST]}.", near_ids(corpus, wanted))


def near_ids(corpus: Corpus, wanted: str) -> tuple[Ref, ...]:
    """Return the entities whose id or name is most like `wanted`, best first, at most five."""
    kind, _, rest = wanted[:_LONGEST].casefold().rpartition(":")
    # The kind alone must not make two ids alike: "technology:kafak" is close to kafka, not to technology:java.
    ids = {e.id: e.id.partition(":")[2] for e in corpus.kg.entities() if not kind or e.kind.value == kind}
    names = {entity.id: entity.name.casefold() for entity in corpus.kg.entities()}
    scored: dict[str, float] = {}
    for choices in (ids, names):
        for _, score, key in process.extract(rest, choices, scorer=fuzz.ratio, limit=_MOST, score_cutoff=_LEAST_SCORE):
            scored[key] = max(score, scored.get(key, 0))
    best = sorted(scored, key=lambda key: (-scored[key], key))[:_MOST]
    return tuple(corpus.ref(corpus.kg.entity(key)) for key in best)
