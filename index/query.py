"""The engine-neutral shape of a query: what the parser reads and the engine is asked. Holds no corpus, no engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

MAX_CHARACTERS = 512
MAX_TOKENS = 32
MAX_DEPTH = 12
MAX_PHRASES = 2
MIN_PREFIX_LETTERS = 3

FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "me",
        "my",
        "not",
        "of",
        "on",
        "or",
        "our",
        "she",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "within",
        "without",
        "you",
        "your",
    ]
)
"""Words that say how, not what: welcome, never required."""

MODIFIERS: Mapping[tuple[str, ...], str] = {
    tuple(words.split()): "large"
    for words in (
        "at scale", "at large scale", "at massive scale", "large scale", "massive scale", "large", "high volume",
        "huge", "massive",
    )
}  # fmt: skip
"""Words that ask for large figures and need not be written in the passage → what they ask for."""


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


Node: TypeAlias = Word | Phrase | Prefix | Named | Filter | Group


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


def leaves(node: Node) -> Iterator[Word | Phrase | Prefix | Named | Filter]:
    """Yield what a node is made of, without groups; what stands under NOT is left out."""
    if not isinstance(node, Group):
        yield node
    elif node.operator is not Operator.NOT:
        for member in node.members:
            yield from leaves(member)


def words_of(node: Node) -> Iterator[Word]:
    """Yield the single words of a node, those of names among them."""
    for leaf in leaves(node):
        if isinstance(leaf, Word):
            yield leaf
        elif isinstance(leaf, Named):
            yield from leaf.words
