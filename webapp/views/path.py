"""How two things are connected: up to three short paths, each hop with its relation in words and its quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import EntityKind, Relation
from graph.queries import paths
from index.generations import Generation
from webapp.asking import Asked, BadValueError
from webapp.corpus import Corpus, Place, Ref
from webapp.naming import Named, find_named, names_to_suggest
from webapp.quotes import Quote, quote
from webapp.views.pairs import path_url
from webapp.wording import RELATION_VERBS, counted

MAX_HOPS = 4
_ENDS = (EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.PROJECT, EntityKind.TECHNOLOGY, EntityKind.PRACTICE)
_FURTHER = 3


@dataclass(frozen=True, slots=True)
class Hop:
    """One step: from one thing to the next, the relation in words, and who says so."""

    here: Ref
    verb: str
    """"worked on", "was used by": read from `here` to `there`."""
    there: Ref
    quote: Quote
    further: tuple[Place, ...]
    places: int
    """How many places state it."""


@dataclass(frozen=True, slots=True)
class FoundPath:
    """One way from one thing to the other."""

    through: tuple[Ref, ...]
    """What stands between the two, in order."""
    length: str
    """"2 hops"."""
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class PathPage:
    """Everything that the page shows."""

    start: Named
    goal: Named
    paths: tuple[FoundPath, ...]
    relations: tuple[tuple[Relation, ...], ...]
    """The same as `paths`, for the JSON that the command line shares."""
    swap_url: str
    """The way back."""
    suggestions: tuple[str, ...]
    max_hops: int

    @property
    def complete(self) -> bool:
        """Whether both ends are known."""
        return self.start.ref is not None and self.goal.ref is not None


def path_page(generation: Generation, corpus: Corpus, asked: Asked) -> PathPage:
    """Return the page of a path. Raises NotFoundError for an unknown end, BadValueError where both ends are one."""
    start = find_named(corpus, asked, "from", lambda key: path_url(key, asked.one("to")))
    goal = find_named(corpus, asked, "to", lambda key: path_url(asked.one("from"), key))
    if start.ref is not None and goal.ref is not None and start.ref.id == goal.ref.id:
        raise BadValueError(f"from and to both name {start.ref.id}; a path joins two different things: change one")
    found: list[list[Relation]] = []
    if start.ref is not None and goal.ref is not None:
        found = paths(corpus.kg, start.ref.id, goal.ref.id, max_hops=MAX_HOPS)
    return PathPage(
        start=start,
        goal=goal,
        paths=tuple(_path(corpus, start.ref.id, route) for route in found if start.ref is not None),
        relations=tuple(tuple(route) for route in found),
        swap_url=path_url(asked.one("to"), asked.one("from")),
        suggestions=names_to_suggest(corpus, _ENDS),
        max_hops=MAX_HOPS,
    )


def _path(corpus: Corpus, start: str, route: Sequence[Relation]) -> FoundPath:
    hops, here = [], start
    for relation in route:
        there = relation.target_id if relation.source_id == here else relation.source_id
        hops.append(_hop(corpus, relation, here, there))
        here = there
    return FoundPath(tuple(hop.there for hop in hops[:-1]), counted(len(hops), "hop"), tuple(hops))


def _hop(corpus: Corpus, relation: Relation, here: str, there: str) -> Hop:
    direction = "out" if relation.source_id == here else "in"
    evidence = relation.evidence
    return Hop(
        here=corpus.ref(corpus.kg.entity(here)),
        verb=RELATION_VERBS[relation.kind, direction],
        there=corpus.ref(corpus.kg.entity(there)),
        quote=quote(corpus, evidence[0], relation.confidence),
        further=tuple(corpus.place(proof.span) for proof in evidence[1 : 1 + _FURTHER]),
        places=len(evidence),
    )
