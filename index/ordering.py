"""Puts what meets a query in order: the engine's best reordered, what is told in other words beside them. Reads no query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from index.collection import Collection
from index.matching import Matcher, Matches
from index.number_sets import bits_of, numbers_in
from index.other_words.other_words import OtherWords
from index.query import Range, SearchQuery
from index.ranking import BEST, Ranked, Ranker
from index.reading import Read
from index.records import PASSAGE_KINDS
from index.results import SearchRequest
from index.scored_terms import ScoredTerms
from index.sorting import Sorter


class Orderer:
    """Orders the hits of one generation."""

    def __init__(
        self, collection: Collection, matcher: Matcher, ranker: Ranker, other_words: OtherWords, sorter: Sorter
    ) -> None:
        self._collection, self._matcher, self._ranker = collection, matcher, ranker
        self._other_words, self._sorter, self._scored_terms = other_words, sorter, ScoredTerms(matcher)

    def ordered(self, read: Read, request: SearchRequest) -> tuple[list[Ranked], int]:
        """Return the hits at least up to the asked page, in order, and how many there are in all."""
        is_mixed = _is_mixed(read.query)
        key = self._sorter.key(request.sort, read.query)
        wanted = request.page * request.limit
        needs_all = key is not None or is_mixed or wanted > BEST
        ranked = self._best(read)
        shown = self._ranker.fold(ranked, is_mixed)
        if needs_all or len(shown) < wanted:
            ranked += self._rest(read, ranked)
            ranked.sort(key=key or (lambda item: (item.lacks, -item.score, item.number)))
            shown = self._ranker.fold(ranked, is_mixed)
        return shown, len(shown) if is_mixed else self._collection.count(read.matches.all)

    def _best(self, read: Read) -> list[Ranked]:
        """Return the best hits: what is told in other words stands for, or right behind, what the engine scores."""
        query, matches = read.query, read.matches
        among = [(number, score) for number, score in read.told if matches.all >> number & 1]
        if among:
            is_misspelt = self._other_words.is_misspelt(query)
            return self._ranker.rank(query, among, lambda _: 0, prefers_evidence=is_misspelt)
        scored, more = self._scored(query, matches, BEST), dict(read.more)
        if read.ahead is not None:
            said = [pair for pair in scored if read.ahead >> pair[0] & 1]
            behind = {number: score for number, score in scored if not read.ahead >> number & 1}
            return self._ranker.rank(query, said + _blended(behind, more), read.lacking())
        engine = [pair for pair in scored if pair[0] not in more]
        return self._ranker.rank(query, engine + list(read.more), read.lacking())

    def _scored(self, query: SearchQuery, matches: Matches, limit: int | None) -> list[tuple[int, float]]:
        """Return the engine's best of complete and of partial hits; all at 1.0 where no word can score."""
        leaves_, phrases = self._scored_terms.compile(query)
        sure = self._scored_terms.sure(query)
        if not leaves_ and not phrases and not sure:
            return [(number, 1.0) for number in numbers_in(matches.all)]
        found = self._matcher.engine.best(leaves_, phrases, matches.complete, limit, sure)
        found += self._by_figures_alone(query, matches, found, limit)
        return found + self._matcher.engine.best(leaves_, phrases, matches.partial, limit, sure)

    def _by_figures_alone(
        self, query: SearchQuery, matches: Matches, scored: Sequence[tuple[int, float]], limit: int | None
    ) -> list[tuple[int, float]]:
        """Return the complete hits that a figure makes so, and no word: "14 days" in "two weeks". They score as the least that has words."""
        if limit is None or len(scored) >= limit or not any(isinstance(leaf, Range) for leaf in query.leaves()):
            return []
        least = min((score for _, score in scored), default=1.0)
        by_words = bits_of((number for number, _ in scored), self._collection.size)
        found = islice(numbers_in(matches.complete & ~by_words), limit - len(scored))
        return [(number, least) for number in found]

    def _rest(self, read: Read, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Return the hits beyond the best, in the engine's order, none scoring above those before it."""
        query, matches, lacking = read.query, read.matches, read.lacking()
        known = {item.number for item in ranked}
        scored = {number: score for number, score in self._scored(query, matches, None) if number not in known}
        lost = [number for number in numbers_in(matches.all) if number not in known and number not in scored]
        found = [*scored.items(), *((number, 0.0) for number in lost)]
        lowest: dict[int, float] = {}
        for item in ranked:
            lowest[item.lacks] = min(item.score, lowest.get(item.lacks, item.score))
        rest = []
        for number, score in found:
            lacks = lacking(number)
            rest.append(Ranked(number, min(score, lowest.get(lacks, score)), score, lacks))
        return rest


def _blended(scored: Mapping[int, float], told: Mapping[int, float]) -> list[tuple[int, float]]:
    """Return records by what they score and by what they tell, each against the best of its kind."""
    most, best = max(scored.values(), default=1.0), max(told.values(), default=1.0)
    either = sorted(scored.keys() | told.keys())
    return [(number, scored.get(number, 0.0) / most + told.get(number, 0.0) / best) for number in either]


def _is_mixed(query: SearchQuery) -> bool:
    """Return whether entities are asked for beside others or beside passages."""
    types = set(query.filters.get("type", ()))
    entity_types = types - set(PASSAGE_KINDS)
    return len(entity_types) > 1 or bool(entity_types and types - entity_types)
