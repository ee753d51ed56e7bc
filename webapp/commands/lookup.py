"""Finds the one thing that the user names by id or name, or says which there are. `show` and `path` ask here."""

from __future__ import annotations

from rapidfuzz import fuzz, utils

from graph.errors import CareerGraphError
from graph.model import Entity, KnowledgeGraph
from graph.queries import find_by_name
from webapp.commands.terminal import place_of

NEAR = 70
"""Least likeness, of 100, for a name to be suggested: "Kafak" and "Kafka" have 80."""


class UnknownEntityError(CareerGraphError):
    """Nothing has this id or name."""


class AmbiguousNameError(CareerGraphError):
    """Several things have this name."""


def find_one(kg: KnowledgeGraph, wanted: str) -> Entity:
    """Return the entity of this id or name, case aside.

    Raises AmbiguousNameError, listing them, where several have the name; UnknownEntityError, with near names, for none.
    """
    found = find_by_name(kg, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        listed = "\n".join(f"  {entity.id}  {entity.name}, {place_of(kg, entity.evidence[0])}" for entity in found)
        raise AmbiguousNameError(f"{len(found)} things are called {wanted!r}; say which, by id:\n{listed}")
    near = near_names(kg, wanted)
    listed = "".join(f"\n  {entity.id}  {entity.name}" for entity in near)
    remedy = f"did you mean:{listed}" if near else f'try: careergraph search "{wanted}"'
    raise UnknownEntityError(f"nothing is called {wanted!r}; {remedy}")


def near_names(kg: KnowledgeGraph, wanted: str, limit: int = 5) -> list[Entity]:
    """Return up to `limit` entities whose id, name or alias looks like `wanted`, nearest first."""
    asked = utils.default_process(wanted.partition(":")[2] or wanted)
    scored = []
    for entity in kg.entities():
        score = max(_likeness(asked, name) for name in (entity.name, entity.id.partition(":")[2], *entity.aliases))
        if score >= NEAR:
            scored.append((-score, len(entity.name), entity.id))
    return [kg.entity(entity_id) for _, _, entity_id in sorted(scored)[:limit]]


def _likeness(asked: str, name: str) -> float:
    """Return 0–100; a name that begins with what is asked, or has such a word, is near however long it is."""
    words = utils.default_process(name)
    likeness = fuzz.ratio(asked, words)
    if len(asked) >= 3 and words.startswith(asked):
        likeness = max(likeness, 90.0)
    return max(likeness, *(fuzz.ratio(asked, word) - 10 for word in words.split()), 0.0)
