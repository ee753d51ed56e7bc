"""What lies around one entity, as a picture in columns of steps and a table that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from graph.model import EntityKind, RelationKind
from graph.surroundings import MOST_DRAWN, Link, Near, Surroundings, neighbourhoods, surroundings
from index.generations import Generation
from webapp.asking import Asked, BadValueError
from webapp.corpus import Corpus, Place, Ref
from webapp.near import not_found
from webapp.pages import Listing, PageLink, pager_links
from webapp.pictures_net import Net, NetLink, NetNode, draw_net
from webapp.relation_words import SHORT, VERBS
from webapp.wording import KIND_WORDS

HOPS = (1, 2, 3)
_REST = 60
_HEADS = ("the centre", "one step", "two steps", "three steps")


@dataclass(frozen=True, slots=True)
class Tied:
    """What joins a thing to another that is drawn."""

    words: str
    """"is used by"."""
    other: Ref
    via: Ref | None
    """The hidden thing that stands between."""
    place: Place


@dataclass(frozen=True, slots=True)
class NetRow:
    """One thing of the picture, with its links to what is nearer."""

    ref: Ref
    hop: int
    around_url: str
    ties: tuple[Tied, ...]


@dataclass(frozen=True, slots=True)
class EgoPage:
    """Everything that the page shows."""

    ref: Ref
    hops: int
    total: int
    """Things within these steps, the centre not counted."""
    steps: tuple[PageLink, ...]
    hide: tuple[PageLink, ...]
    show: tuple[PageLink, ...]
    without: tuple[PageLink, ...]
    again: tuple[PageLink, ...]
    """Relations that are switched off, to switch on."""
    plain_url: str
    kinds: tuple[tuple[str, str], ...]
    """Of the legend: kind, word."""
    looks: tuple[tuple[str, str], ...]
    """Of the legend: class of a line, word."""
    picture: Net
    rows: tuple[NetRow, ...]
    rest: Listing[NetRow]


@dataclass(frozen=True, slots=True)
class _Wanted:
    hops: int
    kinds: frozenset[EntityKind]
    relations: frozenset[RelationKind]


def ego_page(generation: Generation, corpus: Corpus, asked: Asked) -> EgoPage:
    """Return what lies around an entity. Raises NotFoundError for an unknown id, BadValueError for a wrong value."""
    if asked.id not in corpus.kg:
        raise not_found(corpus, asked.id)
    wanted = _read(asked)
    number = asked.number("page", 1)
    near = _near(corpus)
    found = surroundings(corpus.kg, asked.id, wanted.hops, wanted.kinds, wanted.relations, MOST_DRAWN, near)
    ref = corpus.ref(corpus.kg.entity(asked.id))
    url = graph_url(asked.id)
    looks = {_look(link) for link in found.links}
    kinds = {corpus.kg.entity(key).kind.value for key in found.hops}
    rest = found.omitted[(number - 1) * _REST : number * _REST]
    return EgoPage(
        ref=ref,
        hops=wanted.hops,
        total=len(found.hops) + len(found.omitted) - 1,
        steps=tuple(PageLink(str(n), _address(url, wanted, hops=n), n == wanted.hops) for n in HOPS),
        hide=_switches(url, wanted, {corpus.kg.entity(key).kind for key in (*found.hops, *found.omitted) if key != asked.id}),
        show=_switches(url, wanted, wanted.kinds),
        without=_relation_switches(url, wanted, {r.kind for link in found.links for r in link.relations}),
        again=_relation_switches(url, wanted, wanted.relations),
        plain_url=url,
        kinds=tuple((kind, KIND_WORDS[kind][0].lower()) for kind in KIND_WORDS if kind in kinds),
        looks=tuple((kind.value, SHORT[kind]) for kind in SHORT if kind.value in looks)
        + ((("implied", "through something hidden"),) if "implied" in looks else ()),
        picture=_picture(corpus, found, near),
        rows=tuple(_row(corpus, found, key) for key in found.hops if key != asked.id),
        rest=Listing(
            tuple(NetRow(corpus.ref(corpus.kg.entity(key)), 0, graph_url(key), ()) for key in rest),
            len(found.omitted), None,
            pager_links(number, -(-len(found.omitted) // _REST), _paged(_address(url, wanted))),
        ),
    )  # fmt: skip


def graph_url(entity_id: str) -> str:
    """Return the address of what lies around an entity."""
    return f"/graph/{quote(entity_id, safe=':')}"


# ---------------------------------------------------------------- what is asked


def _read(asked: Asked) -> _Wanted:
    return _Wanted(
        asked.number("hops", 2, 1, 3),
        frozenset(EntityKind(name) for name in _named(asked, "hide", [k.value for k in EntityKind if k != "document"])),
        frozenset(RelationKind(name) for name in _named(asked, "without", [k.value for k in RelationKind])),
    )


def _named(asked: Asked, name: str, known: Sequence[str]) -> list[str]:
    written = [value for value in asked.values.get(name, ()) if value]
    for value in written:
        if value not in known:
            raise BadValueError(f"{name}={value[:40]} is not known; write one of {', '.join(known)}")
    return written


def _address(
    url: str,
    wanted: _Wanted,
    hops: int | None = None,
    kinds: Iterable[EntityKind] | None = None,
    relations: Iterable[RelationKind] | None = None,
) -> str:
    steps = wanted.hops if hops is None else hops
    pairs = [] if steps == 2 else [f"hops={steps}"]
    pairs += [f"hide={kind.value}" for kind in sorted(wanted.kinds if kinds is None else kinds)]
    pairs += [f"without={kind.value}" for kind in sorted(wanted.relations if relations is None else relations)]
    return f"{url}?{'&'.join(pairs)}" if pairs else url


def _paged(url: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}page={{page}}"


def _switches(url: str, wanted: _Wanted, kinds: Iterable[EntityKind]) -> tuple[PageLink, ...]:
    chosen = set(kinds)
    return tuple(
        PageLink(KIND_WORDS[kind.value][1].lower(), _address(url, wanted, kinds=wanted.kinds ^ {kind}))
        for kind in EntityKind
        if kind in chosen
    )


def _relation_switches(url: str, wanted: _Wanted, kinds: Iterable[RelationKind]) -> tuple[PageLink, ...]:
    chosen = set(kinds)
    return tuple(
        PageLink(SHORT[kind], _address(url, wanted, relations=wanted.relations ^ {kind}))
        for kind in SHORT
        if kind in chosen
    )


@lru_cache(maxsize=2)
def _near(corpus: Corpus) -> Near:
    return neighbourhoods(corpus.kg)


# ---------------------------------------------------------------- picture and table


def _look(link: Link) -> str:
    return "implied" if link.via_id is not None else link.relations[0].kind.value


def _picture(corpus: Corpus, found: Surroundings, near: Near) -> Net:
    kg = corpus.kg
    nodes = []
    for key, hop in found.hops.items():
        ref = corpus.ref(kg.entity(key))
        nodes.append(NetNode(key, ref.kind, ref.kind_word, ref.name, ref.url, hop, len(near[key])))
    links = [NetLink(link.near_id, link.far_id, _look(link), _sentence(corpus, link)) for link in found.links]
    return draw_net(nodes, links, _HEADS)


def _sentence(corpus: Corpus, link: Link) -> str:
    first = link.relations[0]
    if link.via_id is None:
        source, target = (corpus.ref(corpus.kg.entity(key)).name for key in (first.source_id, first.target_id))
        return f"{source} {VERBS[first.kind][0]} {target}"
    near, far, via = (corpus.ref(corpus.kg.entity(key)).name for key in (link.near_id, link.far_id, link.via_id))
    return f"{near} and {far}, through {via}"


def _row(corpus: Corpus, found: Surroundings, key: str) -> NetRow:
    ties = []
    for link in found.links:
        if link.far_id == key:
            ties += _ties(corpus, link, key)
    return NetRow(corpus.ref(corpus.kg.entity(key)), found.hops[key], graph_url(key), tuple(ties))


def _ties(corpus: Corpus, link: Link, key: str) -> list[Tied]:
    other = corpus.ref(corpus.kg.entity(link.near_id))
    if link.via_id is not None:
        via = corpus.ref(corpus.kg.entity(link.via_id))
        return [Tied("belongs to", other, via, corpus.place(link.relations[0].evidence[0].span))]
    return [
        Tied(VERBS[r.kind][0 if r.source_id == key else 1], other, None, corpus.place(r.evidence[0].span))
        for r in link.relations
    ]
