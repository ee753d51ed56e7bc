"""Reads what a query asks for by size: the users of "large user base", the rates of "high throughput". Knows no corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.analyzers import stem
from index.figure_kinds import ANSWERS, ASKED_KINDS, CHANGES, HIGH, LOW, SMALL_WORDS, FigureKind
from index.query import Clause, Named, Need, Node, SearchQuery, Sized, Told, Word, words_of
from index.query_words import FAST, LARGE, SMALL

_BEFORE_KINDS = {LARGE: HIGH, FAST: LOW, SMALL: SMALL_WORDS | LOW}
"""What words ask of the figures that are named after them, and of nothing else."""
_LONGEST = max(map(len, ASKED_KINDS))


def find_kinds(query: SearchQuery) -> SearchQuery:
    """Return the query with words that ask for figures of a kind read so, where it asks for size."""
    clauses, modifiers = list(query.clauses), list(query.modifiers)
    found: list[Clause] = []
    place = 0
    while place < len(clauses):
        clause = clauses[place]
        if (before := _asked_behind(clauses, place)) is not None:
            size, start, length = before
            modifiers.append((clause.node.source, size))
            # "Heavy database load": the load is heavy, the database says which.
            found += [*clauses[place + 1 : start], _sized(clauses[start : start + length])]
            place = start + length
        elif length := max((_asked(clauses, place, asked) for asked in _sizes(query)), default=0):
            behind = place + length
            # "Customer deal": money is meant, and no number of customers.
            paid = max((_asked(clauses, behind, asked) for asked in _sizes(query)), default=0)
            is_of_money = paid and _kind_of(clauses[behind : behind + paid]).dimensions == {"money"}
            found += clauses[place:behind] if is_of_money else [_sized(clauses[place:behind])]
            place = behind
        else:
            found.append(clause)
            place += 1
    return replace(query, clauses=tuple(found), modifiers=tuple(modifiers))


def find_things(query: SearchQuery) -> SearchQuery:
    """Return the query with its other plain words read as things that figures count, where it asks for figures."""
    changes = any(word.text in CHANGES for leaf in query.leaves() for word in words_of(leaf))
    if not (query.modifiers or changes):
        return query
    sizes = {size for _, size in query.modifiers}
    # What is fast is no number of things: only figures that can answer are of them.
    dimensions = frozenset[str]() if LARGE in sizes else frozenset[str]().union(*(ANSWERS[size] for size in sizes))
    clauses = tuple(Clause(_thing(c.node, dimensions), c.need) if _is_open(c) else c for c in query.clauses)
    return replace(query, clauses=clauses)


def _is_open(clause: Clause) -> bool:
    return clause.need is Need.SHOULD and (isinstance(clause.node, Told) or _is_plain(clause))


def _thing(node: Node, dimensions: frozenset[str]) -> Node:
    words = [word for word in words_of(node) if word.text not in CHANGES]
    stems = [stem(part) for word in words for part in word.parts]
    if isinstance(node, Told):
        kind = ASKED_KINDS.get(tuple(stems))
        return node if kind is None else Sized(kind, (node,), node.source)
    if not isinstance(node, Word) or not stems:
        return node
    return Sized(FigureKind("", frozenset(stems), dimensions), (node,), node.source)


def _asked_behind(clauses: Sequence[Clause], place: int) -> tuple[str, int, int] | None:
    """Return the size that a word asks, with the start and length of what it asks it of: the words behind it, or those
    behind one more."""
    for start in (place + 1, place + 2):
        if start == place + 2 and not (start < len(clauses) and _is_open(clauses[place + 1])):
            return None
        for size in _sizes_of(clauses[place]):
            if length := _asked(clauses, start, size):
                return size, start, length
    return None


def _sizes_of(clause: Clause) -> list[str]:
    """Return what a word may ask of the figures named after it, which asks for nothing before other words."""
    if not isinstance(clause.node, Word) or not _is_plain(clause):
        return []
    return [size for size, words in _BEFORE_KINDS.items() if clause.node.text in words]


def _sizes(query: SearchQuery) -> list[str]:
    """Return the sizes that a query asks for; many is large."""
    return list(dict.fromkeys(FAST if asked == FAST else LARGE for _, asked in query.modifiers))


def _is_plain(clause: Clause) -> bool:
    node = clause.node
    is_plain = isinstance(node, Named) or (isinstance(node, Word) and not node.exact)
    return is_plain and clause.need in (Need.SHOULD, Need.MAY)


def _asked(clauses: Sequence[Clause], start: int, size: str) -> int:
    """Return how many clauses from `start` ask for figures of a kind together, the most that do."""
    for length in range(min(_LONGEST, len(clauses) - start), 0, -1):
        kind = ASKED_KINDS.get(tuple(_stems(clauses[start : start + length])))
        if kind is not None and size in kind.asked_as:
            return length
    return 0


def _stems(clauses: Sequence[Clause]) -> list[str]:
    if not all(_is_plain(clause) for clause in clauses):
        return []
    return [stem(part) for clause in clauses for word in words_of(clause.node) for part in word.parts]


def _sized(clauses: Sequence[Clause]) -> Clause:
    words = tuple(word for clause in clauses for word in words_of(clause.node))
    source = " ".join(clause.node.source for clause in clauses)
    return Clause(Sized(_kind_of(clauses), words, source, is_counted=True), Need.SHOULD)


def _kind_of(clauses: Sequence[Clause]) -> FigureKind:
    return ASKED_KINDS[tuple(_stems(clauses))]
