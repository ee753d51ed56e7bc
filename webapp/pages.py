"""Cuts long lists into pages, and tells whether a page shows invented people. Used by all views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Generic, TypeVar, get_args, get_type_hints

from webapp.corpus import Corpus, Place, Ref

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of a pager."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A part of a list, and how to get to the rest."""

    items: tuple[T, ...]
    total: int
    more_url: str | None = None
    """The whole list, where only its beginning is shown."""
    pager: tuple[PageLink, ...] = ()


def first_of(items: Sequence[T], most: int, more_url: str) -> Listing[T]:
    """Return the first `most` items; `more_url` leads to all of them."""
    return Listing(tuple(items[:most]), len(items), more_url if len(items) > most else None)


def page_of(items: Sequence[T], number: int, size: int, url: str) -> Listing[T]:
    """Return page `number` (from 1) of a list, empty past the end. `url` takes the page's number at `{page}`."""
    pages = max(1, -(-len(items) // size))
    return Listing(tuple(items[(number - 1) * size : number * size]), len(items), None, pager_links(number, pages, url))


def pager_links(number: int, pages: int, url: str) -> tuple[PageLink, ...]:
    """Return links to the pages around `number`, the first and the last; none where there is but one page."""
    if pages < 2:
        return ()
    shown = sorted({1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)})
    links = [PageLink(str(n), url.format(page=n), n == number) for n in shown]
    if number < pages:
        links.append(PageLink("Next", url.format(page=number + 1)))
    return tuple(links)


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: its name, its twin, what the corpus holds."""

    title: str
    json_url: str
    summary: str
    """"55 documents · 61 projects · 210 outcomes"."""
    corpus_is_fictional: bool
    """Whether the corpus holds any fictional document."""
    shows_fictional: str
    """"all", "some" or empty: how much of this page comes from fictional documents."""
    query: str = ""
    problem: str | None = None
    """Why an older generation is shown, where one is."""


def how_fictional(page: object, corpus: Corpus) -> str:
    """Return "all" where a page's subject or everything on it is fictional, "some" where anything is, else ""."""
    if not corpus.fictional:
        return ""
    subject = getattr(page, "ref", None) or getattr(page, "own", None)
    if isinstance(subject, Ref | Place) and subject.fictional:
        return "all"
    # Where every document is fictional, one mark says as much as all.
    is_decided = len(corpus.fictional) == len(corpus.kg.documents)
    found: set[bool] = set()
    for mark in _marks_of(page):
        found.add(mark)
        if is_decided:
            break
        if len(found) == 2:
            return "some"
    return "all" if True in found else ""


_PLAIN = frozenset({str, int, float, bool, type(None)})
"""What most of a page consists of, and holds nothing."""


def _marks_of(value: object) -> Iterator[bool]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if type(one) in _PLAIN:
            continue
        if isinstance(one, Ref | Place):
            yield one.fictional
        elif isinstance(one, str | int | float) or one is None or isinstance(one, Corpus):
            continue
        elif isinstance(one, list | tuple):
            waiting += one
        elif isinstance(one, Mapping):
            waiting += one.values()
        elif names := _names_of(type(one)):
            waiting += [getattr(one, name) for name in names]


_names: dict[type, tuple[str, ...]] = {}
"""Type → its fields that may hold a mark, if it is a dataclass: asking each time is most of the work."""


def _names_of(kind: type) -> tuple[str, ...]:
    if kind not in _names:
        _names[kind] = tuple(name for name, hint in _hints_of(kind).items() if _may_hold(hint, frozenset()))
    return _names[kind]


def _hints_of(kind: type) -> Mapping[str, object]:
    if not is_dataclass(kind):
        return {}
    try:
        hints = get_type_hints(kind)
    except NameError:  # a type that is imported for type checkers alone
        hints = {}
    return {spec.name: hints.get(spec.name, object) for spec in fields(kind)}


def _may_hold(hint: object, passed: frozenset[type]) -> bool:
    """Return whether a value of a type can hold a mark; where the type does not say, it can."""
    if parts := [part for part in get_args(hint) if part is not Ellipsis]:
        return any(_may_hold(part, passed) for part in parts)
    if hint in _PLAIN or (isinstance(hint, type) and issubclass(hint, str)):
        return False
    if not isinstance(hint, type) or not is_dataclass(hint) or issubclass(hint, Ref | Place) or hint.__subclasses__():
        return True
    return hint not in passed and any(_may_hold(one, passed | {hint}) for one in _hints_of(hint).values())
