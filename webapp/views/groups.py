"""The relations of an entity, gathered by what they say: used by every entity's page."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Entity, EntityKind, RelationKind
from graph.queries import Neighbour, neighbours, relations_there
from webapp.asking import Asked
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.pages import Listing, first_of, page_of
from webapp.quotes import Quote, quote
from webapp.wording import RELATION_TITLES, period_of, write_period

GROUP_START, GROUP_PAGE = 6, 25
"""Relations shown of each group, and on a page of one group alone."""
PLACES = "places"
"""Name of the group that lists where an entity is named."""


@dataclass(frozen=True, slots=True)
class RelationView:
    """One relation with its best words."""

    other: Ref
    metric: Metric | None
    """Where the other end is an outcome."""
    period: str
    places: int
    """How many places state it."""
    quote: Quote
    further: tuple[Place, ...]
    """More places that state it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Relations of one kind and direction."""

    key: str
    """`uses-out`: the value of `group` in the URL."""
    title: str
    relations: Listing[RelationView]


def relation_groups(
    corpus: Corpus, entity: Entity, asked: Asked, without: frozenset[tuple[RelationKind, str]] = frozenset()
) -> tuple[Group, ...]:
    """Return an entity's relations in groups, each with its beginning; `?group=KEY&page=N` gives one group in pages.

    `without` names groups that the page shows in a way of its own; asked for by name they are shown all the same.
    """
    base = corpus.ref(entity).url
    chosen = asked.one("group")
    there = relations_there(corpus.kg, entity.id)
    found = []
    for (kind, direction), title in RELATION_TITLES.items():
        key = f"{kind.value}-{direction}"
        if (kind, direction) not in there or (key != chosen if chosen else (kind, direction) in without):
            continue
        near = [n for n in neighbours(corpus.kg, entity.id, kind) if n.direction == direction]
        listing: Listing[Neighbour] = (
            page_of(near, asked.number("page", 1), GROUP_PAGE, f"{base}?group={key}&page={{page}}")
            if chosen
            else first_of(near, GROUP_START, f"{base}?group={key}")
        )
        views = tuple(relation_view(corpus, neighbour) for neighbour in listing.items)
        shown = Listing(views, listing.total, listing.more_url, listing.pager)
        found.append(Group(key, _title(entity, kind, direction, title), shown))
    return tuple(found)


def _title(entity: Entity, kind: RelationKind, direction: str, title: str) -> str:
    if kind is RelationKind.AT_EMPLOYER and direction == "out":
        return "Employer"
    return "Held by" if entity.kind is EntityKind.CREDENTIAL else title


def relation_view(corpus: Corpus, neighbour: Neighbour) -> RelationView:
    """Return one relation as pages show it."""
    relation, other = neighbour.relation, neighbour.other
    evidence = relation.evidence
    period = write_period(relation.period) or write_period(period_of(other))
    further = tuple(corpus.place(proof.span) for proof in evidence[1:4])
    best = quote(corpus, evidence[0], relation.confidence)
    return RelationView(corpus.ref(other), corpus.metric(other), period, len(evidence), best, further)


def places_of(corpus: Corpus, entity: Entity, asked: Asked) -> Listing[Quote]:
    """Return where an entity is named: the beginning, or a page of all with `?group=places`."""
    base = corpus.ref(entity).url
    if asked.one("group") == PLACES:
        listing = page_of(entity.evidence, asked.number("page", 1), GROUP_PAGE, f"{base}?group={PLACES}&page={{page}}")
    else:
        listing = first_of(entity.evidence, GROUP_START, f"{base}?group={PLACES}")
    views = tuple(quote(corpus, proof, entity.confidence) for proof in listing.items)
    return Listing(views, listing.total, listing.more_url, listing.pager)
