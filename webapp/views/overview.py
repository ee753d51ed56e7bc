"""The whole corpus as groups of things that hang together, drawn and listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.model import EntityKind, RelationKind
from index.generations import Generation
from webapp.asking import Asked, BadValueError
from webapp.choices import address, paged
from webapp.corpus import Corpus, Metric, Ref
from webapp.pages import Listing, PageLink, page_of
from webapp.pictures_net import Net, NetLink, NetNode, draw_net
from webapp.strength import strongest_first
from webapp.wording import KIND_WORDS, counted

GROUPS_A_PAGE, MEMBERS_A_PAGE = 12, 100
_DRAWN, _LISTED, _BRIDGES = 4, 8, 16
_LEADS = (EntityKind.PERSON, EntityKind.EMPLOYER)
_SUBJECTS = (EntityKind.TECHNOLOGY, EntityKind.PRACTICE, EntityKind.PROJECT)


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a group that are of one kind."""

    kind: str
    word: str
    refs: tuple[Ref, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Bridge:
    """Another group, and how many relations lead there."""

    number: int
    name: str
    url: str
    links: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """Things that hang together."""

    number: int
    """From 1, the largest group first."""
    name: str
    url: str
    total: int
    kinds: tuple[Members, ...]
    strongest: Metric | None
    bridges: tuple[Bridge, ...]


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """Everything that the page shows."""

    groups: tuple[GroupView, ...]
    total: int
    things: int
    """Entities that belong to a group."""
    alone: GroupView | None
    """The one group whose members are listed in full."""
    members: Listing[Ref]
    picture: Net | None
    kinds: tuple[tuple[str, str], ...]
    pager: tuple[PageLink, ...]


def overview_page(generation: Generation, corpus: Corpus, asked: Asked) -> OverviewPage:
    """Return the corpus in groups, or one of them. Raises BadValueError for a value that can't be used."""
    groups = _groups(corpus, generation)
    number = asked.number("page", 1)
    things = sum(group.total for group in groups)
    if asked.one("group"):
        wanted = asked.number("group", 1)
        if wanted > len(groups):
            raise BadValueError(f"group={wanted} is not there; there are {counted(len(groups), 'group')}")
        ids = generation.communities[wanted - 1]
        listed = page_of(ids, number, MEMBERS_A_PAGE, paged("/graph", {"group": wanted}))
        refs = tuple(corpus.ref(corpus.kg.entity(key)) for key in listed.items)
        members = Listing(refs, listed.total, None, listed.pager)
        return OverviewPage((), len(groups), things, groups[wanted - 1], members, None, (), ())
    shown = page_of(groups, number, GROUPS_A_PAGE, paged("/graph", {}))
    kinds = {kind.kind for group in shown.items for kind in group.kinds if kind.kind in _drawn_kinds()}
    return OverviewPage(
        groups=shown.items,
        total=len(groups),
        things=things,
        alone=None,
        members=Listing((), 0),
        picture=_picture(corpus, generation, shown.items),
        kinds=tuple((kind, KIND_WORDS[kind][0].lower()) for kind in KIND_WORDS if kind in kinds),
        pager=shown.pager,
    )


def _drawn_kinds() -> set[str]:
    return {kind.value for kind in (*_LEADS, *_SUBJECTS)}


@lru_cache(maxsize=2)
def _groups(corpus: Corpus, generation: Generation) -> tuple[GroupView, ...]:
    """Return all groups; counting what joins them asks of every relation, so it is done once a generation."""
    ids = generation.communities
    names = [_name(corpus, group) for group in ids]
    between = _between(corpus, ids)
    return tuple(
        GroupView(
            place + 1,
            names[place],
            _url(place),
            len(group),
            _kinds(corpus, group),
            _strongest(corpus, group),
            tuple(
                Bridge(other + 1, names[other], _url(other), count)
                for other, count in sorted(between[place].items(), key=lambda item: (-item[1], item[0]))[:_LISTED]
            ),
        )
        for place, group in enumerate(ids)
    )


def _url(place: int) -> str:
    return address("/graph", {"group": place + 1})


def _name(corpus: Corpus, group: Sequence[str]) -> str:
    """Return the best connected person or employer, and the best connected subject, of a group."""
    kg = corpus.kg
    found = []
    for kinds in (_LEADS, _SUBJECTS):
        found += [kg.entity(key).name for key in group if kg.entity(key).kind in kinds][:1]
    return ", ".join(found) or corpus.ref(kg.entity(group[0])).name


def _between(corpus: Corpus, ids: Sequence[Sequence[str]]) -> list[Counter[int]]:
    home = {key: place for place, group in enumerate(ids) for key in group}
    found: list[Counter[int]] = [Counter() for _ in ids]
    for source, target, kind in corpus.kg.nx.edges(keys=True):
        if kind != RelationKind.MENTIONED_IN and source in home and target in home and home[source] != home[target]:
            found[home[source]][home[target]] += 1
            found[home[target]][home[source]] += 1
    return found


def _kinds(corpus: Corpus, group: Sequence[str]) -> tuple[Members, ...]:
    by_kind: dict[str, list[str]] = {}
    for key in group:
        by_kind.setdefault(corpus.kg.entity(key).kind.value, []).append(key)
    return tuple(
        Members(
            kind, word if len(by_kind[kind]) > 1 else one,
            tuple(corpus.ref(corpus.kg.entity(key)) for key in by_kind[kind][:_LISTED]), len(by_kind[kind]),
        )
        for kind, (one, word) in KIND_WORDS.items()
        if kind in by_kind
    )  # fmt: skip


def _strongest(corpus: Corpus, group: Sequence[str]) -> Metric | None:
    outcomes = [corpus.kg.entity(key) for key in group if corpus.kg.entity(key).kind is EntityKind.OUTCOME]
    return corpus.metric(strongest_first(outcomes)[0]) if outcomes else None


def _picture(corpus: Corpus, generation: Generation, groups: Sequence[GroupView]) -> Net | None:
    kg = corpus.kg
    nodes, links, members = [], [], []
    for group in groups:
        leading = [
            key for key in generation.communities[group.number - 1] if kg.entity(key).kind in (*_LEADS, *_SUBJECTS)
        ]
        kinds = [kg.entity(key).kind for key in leading]
        # The group is named after a person or employer first, so it bears that seal.
        kind = next((k for k in kinds if k in _LEADS), kinds[0] if kinds else EntityKind.PROJECT).value
        hub = f"group {group.number}"
        nodes.append(NetNode(hub, kind, f"Group of {group.total}", group.name, group.url, 0, group.total))
        for key in leading[:_DRAWN]:
            ref = corpus.ref(kg.entity(key))
            members.append(NetNode(key, ref.kind, ref.kind_word, ref.name, ref.url, 1, kg.nx.degree(key)))
            links.append(NetLink(hub, key, "member", f"{ref.name} belongs to {group.name}"))
    shown = {group.number for group in groups}
    bridges = [
        (bridge.links, group, bridge)
        for group in groups
        for bridge in group.bridges
        if group.number < bridge.number and bridge.number in shown
    ]
    for count, group, bridge in sorted(bridges, key=lambda item: (-item[0], item[1].number, item[2].number))[:_BRIDGES]:
        words = f"{counted(count, 'relation')} between {group.name} and {bridge.name}"
        links.append(NetLink(f"group {group.number}", f"group {bridge.number}", "between", words))
    if not members:
        return None
    return draw_net([*nodes, *members], links, ("groups", "their best connected"))
