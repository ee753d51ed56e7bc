"""The engine-neutral shape of a query: what the parser reads and the engine is asked. Holds no corpus, no engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from index.figure_kinds import FigureKind
from index.query_words import FUNCTION_WORDS as FUNCTION_WORDS
from index.query_words import MODIFIERS as MODIFIERS

MAX_CHARACTERS = 512
MAX_TOKENS = 32
MAX_DEPTH = 12
MAX_PHRASES = 2
MIN_PREFIX_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Word:
    """One word; a compound is met whole or by all its parts."""

    text: str
    parts: tuple[str, ...]
    source: str
    exact: bool = False
    """Quoted: the very form, no stem, no alias."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, as written."""

    words: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """`micro*`: any word that begins so."""

    letters: str
    source: str


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name something of the graph: met by the thing itself, or by all the words."""

    entity_ids: tuple[str, ...]
    words: tuple[Word, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Filter:
    """`tech:kafka`; `values` are filled in once the corpus was asked what the value may mean."""

    field: str
    """Canonical: a facet's name, or `role`."""
    value: str
    source: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """`metric:latency<200ms`: a comparison with the figures of a record, or with when the work went on."""

    field: str
    """A key of RANGE_FIELDS."""
    low: float | None
    """Least size in the dimension's base unit (seconds, bytes; months since year 0 of a date; years); None: no bound."""
    high: float | None
    low_is_open: bool
    """Whether `low` itself is left out."""
    high_is_open: bool
    dimension: str | None
    """money, time, data, share, ratio, count or date; None: whatever was counted."""
    currency: str
    """ISO 4217 code that money must have; empty: any."""
    words: tuple[str, ...]
    """Stems that the measured thing's words must hold."""
    source: str
    direction: str = ""
    """Which way the measured thing must have gone: decrease, increase; empty: either."""
    with_ids: tuple[str, ...] = ()
    """Of `years`: the technologies and practices with which they must have been worked."""
    of: tuple[str, ...] = ()
    """Stems of which the measured thing's words must hold one; none: any."""
    was: float | None = None
    """Least size before the change, in the dimension's base unit: "from hours to minutes" was an hour or more."""

    def holds(self, low: float, high: float) -> bool:
        """Return whether something from `low` to `high`, both included, reaches into the range."""
        above = self.low is None or high > self.low or (high == self.low and not self.low_is_open)
        below = self.high is None or low < self.high or (low == self.high and not self.high_is_open)
        return above and below


@dataclass(frozen=True, slots=True)
class Told:
    """Words that ask for an experience: met by a passage that tells it in whatever words, or by all the words."""

    concepts: tuple[tuple[str, float], ...]
    """(concept id, share of the words that ask for it), the largest share first."""
    members: tuple[Node, ...]
    """The words, and the names among them."""
    source: str
    is_phrase: bool = False
    """Whether several words ask together, so that they needn't occur anywhere themselves."""
    asking: tuple[frozenset[int], ...] = ()
    """Of each concept the numbers of the members that ask for it."""


@dataclass(frozen=True, slots=True)
class Sized:
    """Words of which the size is asked: met by all of them, and, where they name a kind of figure, by such a figure."""

    kind: FigureKind
    """Without a name where any figure of what the words name is meant."""
    members: tuple[Node, ...]
    source: str
    is_counted: bool = False
    """Whether nothing but such figures is asked, so that the words alone tell little."""


class Operator(StrEnum):
    """How the members of a group belong together."""

    ALL = "and"
    ANY = "or"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes joined by an operator; NOT has one member."""

    operator: Operator
    members: tuple[Node, ...]
    source: str


Node: TypeAlias = Word | Phrase | Prefix | Named | Filter | Range | Told | Sized | Group


class Need(StrEnum):
    """What a clause asks of a hit."""

    MUST = "must"
    """In quotes, after +, with AND, or a filter: never dropped."""
    SHOULD = "should"
    """A content word: required unless too few hits have all."""
    MAY = "may"
    """A function word."""
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of a query with what it asks."""

    node: Node
    need: Need


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of the parser: `text` of the query, what became of it (ignored, repaired), said for people."""

    text: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A whole query."""

    text: str
    clauses: tuple[Clause, ...]
    modifiers: tuple[tuple[str, str], ...] = ()
    """(as written, what it asks for)."""
    notes: tuple[Note, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet → values, alternatives of each other; from `tech:kafka` and from the request."""

    def of(self, *needs: Need) -> list[Clause]:
        """Return the clauses with one of these needs, in order."""
        return [clause for clause in self.clauses if clause.need in needs]

    def leaves(self) -> Iterator[Word | Phrase | Prefix | Named | Filter | Range | Told | Sized]:
        """Yield what its content is made of: words, names, comparisons; neither function words nor what is excluded."""
        for clause in self.of(Need.MUST, Need.SHOULD):
            yield from leaves(clause.node)


def leaves(node: Node) -> Iterator[Word | Phrase | Prefix | Named | Filter | Range | Told | Sized]:
    """Yield what a node is made of, without groups; what stands under NOT is left out."""
    if not isinstance(node, Group):
        yield node
    elif node.operator is not Operator.NOT:
        for member in node.members:
            yield from leaves(member)


def asked_words(node: Node) -> Iterator[Word]:
    """Yield the single words of a node that were typed as words: of "double", which may be a figure too, the word."""
    members = node.members if isinstance(node, Group) else (node,)
    for member in members:
        yield from words_of(member)


def words_of(node: Node) -> Iterator[Word]:
    """Yield the single words of a node, those of names among them."""
    for leaf in leaves(node):
        if isinstance(leaf, Word):
            yield leaf
        elif isinstance(leaf, Named):
            yield from leaf.words
        elif isinstance(leaf, Told | Sized):
            for member in leaf.members:
                yield from words_of(member)
