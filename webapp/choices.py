"""What a page lets one choose in its URL: read with limits, and offered again as links and lists. Knows no page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode

from graph.model import Entity, EntityKind
from webapp.asking import Asked, BadValueError
from webapp.corpus import Corpus
from webapp.pages import PageLink
from webapp.wording import kind_word

_OPTIONS, _LONGEST = 300, 80


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a list to choose from."""

    value: str
    label: str
    selected: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from, in a form; the first option is "any"."""

    name: str
    label: str
    options: tuple[Option, ...]


def address(path: str, values: Mapping[str, str | int], **changes: str | int) -> str:
    """Return a page's address with some values changed; empty values are left out.

    >>> address("/matrix", {"sort": "name", "page": 3}, page="")
    '/matrix?sort=name'
    """
    pairs = [(name, str(value)) for name, value in {**values, **changes}.items() if str(value)]
    return f"{path}?{urlencode(pairs, quote_via=quote, safe=':/')}" if pairs else path


def paged(path: str, values: Mapping[str, str | int], name: str = "page") -> str:
    """Return an address with a place for the page's number, for a pager; no other brace is left in it.

    >>> paged("/matrix", {"row": "{x}"})
    '/matrix?row=%7Bx%7D&page={page}'
    """
    start = address(path, {key: value for key, value in values.items() if key != name})
    return f"{start}{'&' if '?' in start else '?'}{name}={{page}}"


def one_of(asked: Asked, name: str, known: Iterable[str], default: str = "") -> str:
    """Return a value that must be one of `known`, or `default`. Raises BadValueError, naming those there are."""
    written = asked.one(name) or default
    listed = list(known)
    if written not in listed and written != default:
        raise BadValueError(f"{name}={written[:40]} is not known; write one of {', '.join(k for k in listed if k)}")
    return written


def entity_asked(corpus: Corpus, asked: Asked, name: str, *kinds: EntityKind) -> str:
    """Return the id of an entity that a value names, or an empty text. Raises BadValueError for anything else."""
    written = asked.one(name)
    if written and (written not in corpus.kg or corpus.kg.entity(written).kind not in kinds):
        words = " or ".join(kind_word(kind.value).lower() for kind in kinds)
        raise BadValueError(
            f"{name}={written[:40]} is the id of no {words} here; choose one of the list, or leave {name} out"
        )
    return written


def text_asked(asked: Asked, name: str) -> str:
    """Return a short text without white space around it. Raises BadValueError where it is too long."""
    written = " ".join(asked.one(name).split())
    if len(written) > _LONGEST:
        raise BadValueError(f"{name} has {len(written)} characters; write {_LONGEST} at most")
    return written


def csv_asked(asked: Asked) -> bool:
    """Return whether a table is asked for as CSV. Raises BadValueError for any other format."""
    return one_of(asked, "format", ("", "csv")) == "csv"


def links_of(
    path: str, values: Mapping[str, str | int], name: str, words: Mapping[str, str], now: str, default: str = ""
) -> tuple[PageLink, ...]:
    """Return a link for each value of a switch; the default is left out of the address."""
    return tuple(
        PageLink(word, address(path, values, **{name: "" if key == default else key}), key == now)
        for key, word in words.items()
    )


def choice_of(name: str, label: str, words: Mapping[str, str], now: str, anything: str = "any") -> Choice:
    """Return a list of fixed values; `anything` stands for no choice."""
    first = Option("", anything, not now)
    return Choice(name, label, (first, *(Option(key, word, key == now) for key, word in words.items() if key)))


@lru_cache(maxsize=32)
def by_name(corpus: Corpus, kind: EntityKind) -> tuple[Entity, ...]:
    """Return the entities of a kind by name; each page with a form asks for them, and a large graph takes a while."""
    return tuple(sorted(corpus.kg.entities(kind), key=lambda e: (e.name.casefold(), e.id)))


def entity_choice(name: str, label: str, entities: Iterable[Entity], now: str, anything: str = "any") -> Choice:
    """Return a list of entities in the order given, at most 300; the chosen one is always among them."""
    kept = [e for place, e in enumerate(entities) if place < _OPTIONS or e.id == now]
    return choice_of(name, label, {e.id: e.name for e in kept}, now, anything)
