"""Reads a query and decides what meets it: by its own words, by names and experiences, in other words. Ranks nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.concepts import ConceptFinder
from index.matching import ENOUGH, Matcher, Matches
from index.names import Names, interpret
from index.other_words.other_words import OtherWords
from index.parsing.experiences import widen, without_told_sizes
from index.parsing.query_parser import parse_query
from index.parsing.sizes import find_kinds, find_things
from index.query import Group, Named, Need, Node, Prefix, Range, SearchQuery, Sized, Told, Word, leaves, words_of
from index.results import SearchRequest
from index.spellings import Spellings


@dataclass(frozen=True, slots=True)
class Read:
    """A query as it was read, and what meets it."""

    query: SearchQuery
    matches: Matches
    unknown: tuple[str, ...]
    """Content words, folded, that occur nowhere."""
    notes: tuple[str, ...]
    told: tuple[tuple[int, float], ...] = ()
    """What `OtherWords` found instead of what has the words: (record number, score), best first."""
    more: tuple[tuple[int, float], ...] = ()
    """What it found beside that."""
    ahead: int | None = None
    """Where few passages have all the words in their texts: these, which stand before all that meets the query otherwise."""

    def lacking(self) -> Callable[[int], int]:
        """Return the function from a record's number to its tier: hits of a lower one stand before all of a higher one."""
        if self.ahead is not None:
            ahead = self.ahead
            return lambda number: 0 if ahead >> number & 1 else 1
        if not self.more:
            return self.matches.lacking
        more, matches = {number for number, _ in self.more}, self.matches

        def tier(number: int) -> int:
            return 1 if number in more else matches.lacking(number) + (not matches.complete >> number & 1)

        return tier


class QueryReader:
    """Reads queries for one generation."""

    def __init__(
        self, names: Names, finder: ConceptFinder, spellings: Spellings, matcher: Matcher, other_words: OtherWords
    ) -> None:
        self._names, self._finder, self._spellings = names, finder, spellings
        self._matcher, self._other_words = matcher, other_words

    def read(self, text: str, request: SearchRequest) -> Read:
        """Return a query as it was read, with all that meets it. Raises what `plainly` does."""
        return self.in_other_words(self.plainly(text, request))

    def plainly(self, text: str, request: SearchRequest) -> Read:
        """Return a query as it was read, with what has its words.

        Raises QueryBudgetError for a query out of bounds, UsageError for an unknown filter.
        """
        parsed = self._spellings.respell(parse_query(text))
        named = find_kinds(interpret(parsed, self._names, request.filters))
        query = find_things(widen(named, self._finder))
        unknown = self._unknown(query)
        notes = [note.message for note in query.notes]
        notes += [f"“{word}” occurs nowhere here" for word in unknown]
        return Read(query, self._matcher.match(query), unknown, tuple(notes))

    def in_other_words(self, read: Read) -> Read:
        """Return what was read with what tells the same in other words, where it is asked so.

        Where nothing is found since no figure is the one that is said, the rest is asked without it; where none is in the
        currency that is asked for, amounts of any, which follow where but few are in it.
        """
        found = self._told(read)
        if found.matches.all:
            return self._with_other_currencies(found)
        query = read.query
        if (anywhere := _query_in_any_currency(query)) is not None and (matches := self._matcher.match(anywhere)).all:
            asked = ", ".join(f"“{node.source}”" for node in _amounts_of_money(query))
            note = f"no figure here is {asked} in that currency; these are amounts of others, not converted"
            return self._told(replace(read, query=anywhere, matches=matches, notes=(*read.notes, note)))
        if (sizes := without_told_sizes(query)) is not None:
            # Nobody tells it: then the figures of that size are what there is.
            return self._told(replace(read, query=sizes, matches=self._matcher.match(sizes), unknown=()))
        lost = [c for c in query.of(Need.SHOULD) if _is_figure(c.node) and not self._matcher.bits(c.node)]
        if not lost or len(lost) == len(query.of(Need.MUST, Need.SHOULD)):
            return found
        rest = replace(query, clauses=tuple(clause for clause in query.clauses if clause not in lost))
        said = ", ".join(f"“{clause.node.source}”" for clause in lost)
        notes = (*read.notes, f"no figure here is {said}; these are the hits without it")
        unknown = tuple(word for word in read.unknown if word not in said)
        return self._told(replace(read, query=rest, matches=self._matcher.match(rest), unknown=unknown, notes=notes))

    def _with_other_currencies(self, read: Read) -> Read:
        """Return what was read with amounts of other currencies behind the few of the one that is asked for."""
        exact, partial = read.matches.unfiltered
        few = (exact & self._matcher.collection.passages).bit_count() < ENOUGH
        anywhere = _query_in_any_currency(read.query) if few and not (read.told or read.more or read.ahead) else None
        if anywhere is None:
            return read
        matches = self._matcher.match(anywhere)
        if not (others := matches.complete & ~read.matches.complete):
            return read
        asked = ", ".join(f"“{node.source}”" for node in _amounts_of_money(read.query))
        note = f"amounts of other currencies than that of {asked} stand last, not converted"
        follow = (partial | matches.unfiltered[0]) & ~exact
        shown = replace(read.matches, partial=(read.matches.partial | others) & ~read.matches.complete)
        shown = replace(shown, clauses=matches.clauses, unfiltered=(exact, follow))
        return replace(read, query=anywhere, matches=shown, notes=(*read.notes, note), ahead=exact)

    def _told(self, read: Read) -> Read:
        query, matches, other = read.query, read.matches, self._other_words
        if other.applies(query):
            if other.is_of_strange_things(query):
                matches = replace(matches, partial=0, unfiltered=(matches.unfiltered[0], 0))
            if told := other.best(query):
                matches = self._matcher.with_others(matches, (number for number, _ in told), query)
                return replace(read, matches=matches, told=tuple(told))
        if other.supplements(query):
            complete = matches.unfiltered[0]
            few = (complete & self._matcher.collection.passages).bit_count() < ENOUGH
            return self._with_more(replace(read, matches=matches), complete) if few else replace(read, matches=matches)
        if (ahead := other.said_by_few(query)) is not None:
            return replace(self._with_more(read, ahead), ahead=ahead)
        return replace(read, matches=matches)

    def _with_more(self, read: Read, ahead: int) -> Read:
        """Return what was read with what tells it in other words behind the records that are `ahead`."""
        more = self._other_words.best(read.query)
        matches, added = self._matcher.with_more(read.matches, [number for number, _ in more], read.query, ahead)
        return replace(read, matches=matches, more=tuple(pair for pair in more if pair[0] in added))

    def _unknown(self, query: SearchQuery) -> tuple[str, ...]:
        """Return the content words, folded, that occur nowhere."""
        found: dict[str, None] = {}
        asked = [clause.node for clause in query.of(Need.MUST, Need.SHOULD)]
        # A figure that is said is met by the figure, too: its words needn't occur.
        plain = [node for node in asked if not (_is_said_figure(node) and self._matcher.bits(node))]
        for leaf in (leaf for node in plain for leaf in leaves(node)):
            if isinstance(leaf, Named) and self._matcher.bits(leaf):
                continue
            words_: tuple[Word, ...] = (
                leaf.words if isinstance(leaf, Named) else (leaf,) if isinstance(leaf, Word) else ()
            )
            found.update(dict.fromkeys(word.text for word in words_ if not self._matcher.bits(word)))
            if isinstance(leaf, Told | Sized) and not self._matcher.bits(leaf):
                found.update(dict.fromkeys(w.text for w in words_of(leaf) if not self._matcher.bits(w)))
            if isinstance(leaf, Prefix) and not self._matcher.expand(leaf.letters):
                found[leaf.source] = None
        return tuple(found)


def _amounts_of_money(query: SearchQuery) -> list[Range]:
    """Return the comparisons with amounts of one currency that a query must or should meet."""
    asked = (leaf for clause in query.of(Need.MUST, Need.SHOULD) for leaf in leaves(clause.node))
    return [leaf for leaf in asked if isinstance(leaf, Range) and leaf.currency]


def _query_in_any_currency(query: SearchQuery) -> SearchQuery | None:
    """Return the query with amounts of whatever currency, None where it names none."""
    if not _amounts_of_money(query):
        return None
    clauses = (replace(clause, node=_in_any_currency(clause.node)) for clause in query.clauses)
    return replace(query, clauses=tuple(clauses))


def _in_any_currency(node: Node) -> Node:
    if isinstance(node, Group):
        return replace(node, members=tuple(map(_in_any_currency, node.members)))
    return replace(node, currency="") if isinstance(node, Range) else node


def _is_figure(node: Node) -> bool:
    return isinstance(node, Range) or _is_said_figure(node)


def _is_said_figure(node: Node) -> bool:
    return isinstance(node, Group) and any(isinstance(member, Range) for member in node.members)
