"""Decides which records meet a query, as sets of record numbers.

Knows the query's shape and the engine's terms, no grammar and no ranking; scored_terms.py says by what hits are scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.analyzers import stem
from index.collection import Collection
from index.measured import Measured
from index.number_sets import bits_of, numbers_in
from index.query import (
    Clause,
    Filter,
    Group,
    Named,
    Need,
    Node,
    Operator,
    Phrase,
    Prefix,
    Range,
    SearchQuery,
    Sized,
    Told,
    Word,
)  # fmt: skip
from index.schema import ENTITY, EXACT, EXPERIENCE, NAMES, STEM_FIELDS
from index.suggest import Lexicon
from index.whoosh_engine import WhooshEngine

ENOUGH = 10
"""With fewer hits that have every word, those that have most of them follow."""
MAX_EXPANSIONS = 16
"""Words that a prefix may become."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Which records meet a query."""

    complete: int
    """Those that meet every content word."""
    partial: int
    """Those that follow for want of complete ones; none where there are enough."""
    clauses: tuple[tuple[Clause, int], ...]
    """Each clause with the records that meet it."""
    unfiltered: tuple[int, int]
    """Complete and partial ones before any facet was chosen."""

    @property
    def all(self) -> int:
        """All hits."""
        return self.complete | self.partial

    def lacking(self, number: int) -> int:
        """Return how many content words a hit lacks."""
        if self.complete >> number & 1:
            return 0
        lacked = (clause for clause, bits in self.clauses if clause.need is Need.SHOULD and not bits >> number & 1)
        # A comparison says more exactly what is wanted than a word beside it.
        return sum(2 if isinstance(clause.node, Range) else _worth(clause.node) for clause in lacked)


class Matcher:
    """Answers for one generation."""

    def __init__(self, engine: WhooshEngine, collection: Collection, lexicon: Lexicon, measured: Measured) -> None:
        self.engine, self.collection, self.lexicon, self.measured = engine, collection, lexicon, measured

    def match(self, query: SearchQuery) -> Matches:
        """Return what meets the query and the chosen facets. Passages only, unless a type is chosen or a clause.

        Whether partial hits follow is decided before facets are chosen, so that a facet only ever narrows.
        """
        met = [(clause, self.bits(clause.node)) for clause in query.clauses]
        content = [(c, b) for c, b in met if c.need in (Need.MUST, Need.SHOULD) and not self._is_facet(c)]
        if not query.of(Need.MUST, Need.SHOULD, Need.NOT):
            # Nothing but function words: then they are what is asked.
            content = [(clause, bits) for clause, bits in met if clause.need is Need.MAY]
        base = self.collection.all if content or query.of(Need.MUST, Need.NOT) or query.filters else 0
        if not content and query.modifiers:
            base = self.collection.with_figures
        for clause, bits in met:
            if clause.need is Need.NOT:
                base &= ~bits
        complete = base
        for _, bits in content:
            complete &= bits
        partial = self._partial(base, complete, content)
        allowed = self._chosen(query)
        return Matches(complete & allowed, partial & allowed, tuple(met), (complete, partial))

    def with_others(self, matches: Matches, numbers: Iterable[int], query: SearchQuery) -> Matches:
        """Return matches whose passages are these instead: they tell what is asked in other words."""
        told, entities = bits_of(numbers, self.collection.size), self.collection.all & ~self.collection.passages
        for clause, bits in matches.clauses:
            if clause.need is Need.NOT:
                told &= ~bits
        complete = matches.unfiltered[0] & (told | entities)
        partial = (told & ~complete) | (matches.unfiltered[1] & entities)
        allowed = self._chosen(query)
        return replace(matches, complete=complete & allowed, partial=partial & allowed, unfiltered=(complete, partial))

    def with_more(
        self, matches: Matches, numbers: Iterable[int], query: SearchQuery, ahead: int
    ) -> tuple[Matches, set[int]]:
        """Return matches with passages that tell in other words what is asked, and which these are.

        They follow the records that are `ahead`; what must be met or must not holds for them, too.
        """
        complete, partial = matches.unfiltered
        allowed = self.collection.passages & ~ahead
        for clause, bits in matches.clauses:
            allowed &= bits if clause.need is Need.MUST else ~bits if clause.need is Need.NOT else -1
        told = bits_of(numbers, self.collection.size) & allowed
        chosen, partial = self._chosen(query), partial | (told & ~complete)
        more = replace(matches, partial=partial & chosen, unfiltered=(complete, partial))
        return more, set(numbers_in(told & chosen))

    def _is_facet(self, clause: Clause) -> bool:
        return isinstance(clause.node, Filter) and clause.need is Need.MUST and clause.node.field != "role"

    def _chosen(self, query: SearchQuery) -> int:
        allowed = self.collection.all if "type" in query.filters else self.collection.passages
        for name, values in query.filters.items():
            allowed &= self.collection.having(name, values)
        return allowed

    def _partial(self, base: int, complete: int, content: Sequence[tuple[Clause, int]]) -> int:
        """Return the records with most content words, by levels, until there are enough or half the words are gone.

        Words that occur nowhere don't count. Where nothing has half the words, those that have most are still returned.
        """
        passages = self.collection.passages
        shown = (complete & passages).bit_count()
        optional = [bits for clause, bits in content if clause.need is not Need.MUST]
        if shown >= ENOUGH or len(content) < 2 or not optional:
            return 0
        for clause, bits in content:
            if clause.need is Need.MUST:
                base &= bits
        musts = len(content) - len(optional)
        known = [(bits, _worth(clause.node)) for clause, bits in content if clause.need is not Need.MUST and bits]
        levels = _levels(base, [bits for bits, worth in known for _ in range(worth)])
        found, half = 0, (len(known) + 1) // 2
        for count in range(len(levels) - 1, -1 if musts else 0, -1):
            found |= levels[count] & ~complete
            so_far = shown + (found & passages).bit_count()
            if so_far >= ENOUGH or (count <= half and so_far):
                break
        return found

    def bits(self, node: Node) -> int:
        """Return the records that meet a node."""
        match node:
            case Word():
                return self._word(node)
            case Phrase(words=words):
                return self.engine.phrase_bits(words)
            case Prefix(letters=letters):
                return _union(
                    self.engine.term_bits(EXACT, word) | self.engine.term_bits(NAMES, stem(word))
                    for word in self.expand(letters)
                )
            case Named(entity_ids=ids, words=words):
                return self._things(ids) | _intersection([self._word(word) for word in words])
            case Filter(field="role", values=values):
                return self._things(values)
            case Filter(field=field, values=values):
                return self.collection.having(field, values)
            case Range():
                return self.measured.bits(node)
            case Told(concepts=concepts, members=members, is_phrase=is_phrase):
                said = [self.bits(member) for member in members]
                told = _union(self.engine.term_bits(EXPERIENCE, key) for key, _ in concepts)
                # A lone word that occurs nowhere is not here: "tensorflow" is no question for any learning.
                return _intersection(said) | (told if is_phrase or any(said) else 0)
            case Sized(kind=kind, members=members):
                counted = bits_of(self.measured.of_kind(kind), self.collection.size) if kind.name else 0
                return counted | _intersection([self.bits(member) for member in members])
            case Group(operator=operator, members=members):
                return self._group(operator, members)

    def expand(self, letters: str) -> list[str]:
        """Return the corpus's most frequent words that begin with `letters`."""
        return self.lexicon.starting_with(letters, MAX_EXPANSIONS)

    def _things(self, entity_ids: Iterable[str]) -> int:
        return _union(self.engine.term_bits(ENTITY, key) for key in entity_ids)

    def _group(self, operator: Operator, members: Sequence[Node]) -> int:
        found = [self.bits(member) for member in members]
        if operator is Operator.NOT:
            return self.collection.all & ~found[0]
        return _union(found) if operator is Operator.ANY else _intersection(found)

    def _word(self, word: Word) -> int:
        whole = self._form(word.text, word.exact)
        if len(word.parts) < 2:
            return whole
        return whole | _intersection([self._form(part, word.exact) for part in word.parts])

    def _form(self, form: str, exact: bool) -> int:
        if exact:
            return self.engine.term_bits(EXACT, form)
        return self.engine.bits_of_any(STEM_FIELDS, stem(form))


def _worth(node: Node) -> int:
    """Return for how many words a node counts: "kafka" says more exactly what is wanted than "run in production" beside it."""
    return 2 if isinstance(node, Named) and any(not key.startswith("practice:") for key in node.entity_ids) else 1


def _levels(base: int, sets: Sequence[int]) -> list[int]:
    """Return, by count, the members of `base` that are in exactly that many of the sets."""
    levels = [base] + [0] * len(sets)
    for bits in sets:
        for count in range(len(sets), 0, -1):
            levels[count] = (levels[count] & ~bits) | (levels[count - 1] & bits)
        levels[0] &= ~bits
    return levels


def _union(sets: Iterable[int]) -> int:
    found = 0
    for bits in sets:
        found |= bits
    return found


def _intersection(sets: Sequence[int]) -> int:
    found = sets[0] if sets else 0
    for bits in sets[1:]:
        found &= bits
    return found
