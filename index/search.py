"""Answers a search request from one generation: parse, match, score, rank, fold, explain; each step a module."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.concepts import ConceptFinder
from graph.model import KnowledgeGraph
from graph.synonyms import Synonyms
from index.collection import Collection, numbers_in
from index.errors import QueryBudgetError, UsageError
from index.experiences import widen
from index.explain import Explainer, interpretation, missing, named_entities
from index.facets import Facets
from index.highlight import Marks, cut_pieces, marks_of
from index.matching import Matcher, Matches
from index.measured import Measured, is_in
from index.names import Names, interpret
from index.other_words import OtherWords, Said
from index.query import Group, Named, Need, Node, Prefix, Range, SearchQuery, Sized, Told, Word, leaves, words_of
from index.query_parser import parse_query
from index.ranking import BEST, Ranked, Ranker
from index.records import PASSAGE_KINDS, SearchRecord
from index.results import EntityRef, Hit, SearchRequest, SearchResponse
from index.schema import SORTS
from index.similar import SimilarStories
from index.sizes import find_kinds, find_things
from index.sorting import Sorter
from index.suggest import Completions, Lexicon, Suggestion, mend_query
from index.told import ToldExperiences
from index.whoosh_engine import WhooshEngine

MAX_LIMIT = 100


@dataclass(frozen=True, slots=True)
class _Read:
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


class SearchIndex:
    """All that a search needs of one generation; safe to share between threads."""

    def __init__(
        self,
        kg: KnowledgeGraph,
        collection: Collection,
        engine: WhooshEngine,
        finder: ConceptFinder,
        synonyms: Synonyms,
    ) -> None:
        self.kg, self.collection, self.engine, self.finder = kg, collection, engine, finder
        self.names = Names(kg)
        names = {word: 1 for word in self.names.words()}
        self.lexicon = Lexicon({**names, **engine.words()})
        self.measured = Measured(collection, kg)
        self.matcher = Matcher(engine, collection, self.lexicon, self.measured)
        self.ranker = Ranker(collection, self.measured)
        self.other_words = OtherWords(collection, self.matcher, finder, synonyms)
        self.sorter = Sorter(collection, kg)
        self._facets = Facets(collection, kg)
        self._completions = Completions(kg, self.lexicon)

    @cached_property
    def similar(self) -> SimilarStories:
        """The stories of this generation, ready to be compared."""
        return SimilarStories(self.collection)

    @cached_property
    def told(self) -> ToldExperiences:
        """What the stories of this generation tell, with the words that show it."""
        return ToldExperiences(self.collection, self.kg, self.finder)

    def suggest(self, prefix: str, limit: int = 8) -> list[Suggestion]:
        """Return completions of what is typed, entities first."""
        return self._completions.suggest(prefix, limit)

    def search(self, request: SearchRequest) -> SearchResponse:
        """Return one page of hits with everything that a results page shows.

        Where a word occurs nowhere, so that no hit has all, and mended it finds hits that do, the mended query is answered
        at once (`mended`).
        Raises QueryBudgetError for a query, page or limit out of bounds, UsageError for an unknown filter or sort.
        """
        started = time.perf_counter()
        _check(request)
        read = self._read_plainly(request.query, request)
        slips = [word for word in read.unknown if not self.other_words.knows(word)]
        mended = mend_query(request.query, slips, self.lexicon) if slips else None
        instead = None if mended is None else self._mended(mended, request)
        if instead is None or not instead.matches.complete:
            # Only now, since it takes longest.
            read = self._in_other_words(read)
            instead = instead if instead is not None and instead.matches.all and not read.matches.all else None
        if instead is None:
            response = replace(self._answer(request, read), suggestion=mended)
        else:
            found = "no hit has every word" if read.matches.all else "nothing was found"
            notes = (*read.notes, f"{found} for “{request.query}”; these are the hits for “{mended}”")
            response = self._answer(request, instead)
            response = replace(response, suggestion=mended, mended=True, unknown=read.unknown, notes=notes)
        return replace(response, took_ms=round((time.perf_counter() - started) * 1000, 3))

    def _read(self, text: str, request: SearchRequest) -> _Read:
        return self._in_other_words(self._read_plainly(text, request))

    def _read_plainly(self, text: str, request: SearchRequest) -> _Read:
        """Return a query as it was read, with what has its words."""
        named = find_kinds(interpret(parse_query(text), self.names, request.filters))
        query = find_things(widen(named, self.finder))
        unknown = self._unknown(query)
        notes = [note.message for note in query.notes]
        notes += [f"“{word}” occurs nowhere here" for word in unknown]
        return _Read(query, self.matcher.match(query), unknown, tuple(notes))

    def _in_other_words(self, read: _Read) -> _Read:
        """Return what was read with what tells the same in other words, where it is asked so."""
        query, matches = read.query, read.matches
        if self.other_words.applies(query):
            if self.other_words.is_of_strange_things(query):
                matches = replace(matches, partial=0, unfiltered=(matches.unfiltered[0], 0))
            if told := self.other_words.best(query):
                matches = self.matcher.with_others(matches, (number for number, _ in told), query)
                return replace(read, matches=matches, told=tuple(told))
        if not self.other_words.supplements(query):
            return replace(read, matches=matches)
        more = self.other_words.best(query)
        matches, added = self.matcher.with_more(matches, [number for number, _ in more], query)
        return replace(read, matches=matches, more=tuple(pair for pair in more if pair[0] in added))

    def _mended(self, mended: str, request: SearchRequest) -> _Read | None:
        """Return the mended query as read; None where it is too long, as the user's own was not."""
        try:
            return self._read(mended, request)
        except QueryBudgetError:
            return None

    def _answer(self, request: SearchRequest, read: _Read) -> SearchResponse:
        query, matches = read.query, read.matches
        is_mixed = self._is_mixed(query)
        shown, total = self._ordered(read, request, is_mixed)
        first = (request.page - 1) * request.limit
        content = [clause.node for clause in query.of(Need.MUST, Need.SHOULD)]
        return SearchResponse(
            query=request.query,
            interpretation=interpretation(query, self.names, self.finder),
            total=total,
            took_ms=0.0,
            suggestion=None,
            hits=tuple(self._hits(read, shown[first : first + request.limit], request.sort)),
            entities=named_entities(content, self.names),
            facets=self._facets.count(matches.unfiltered[0] | matches.unfiltered[1], query.filters),
            page=request.page,
            pages=max(1, -(-total // request.limit)),
            unknown=read.unknown,
            notes=read.notes,
        )

    # ------------------------------------------------------------ order

    def _is_mixed(self, query: SearchQuery) -> bool:
        types = set(query.filters.get("type", ()))
        entity_types = types - set(PASSAGE_KINDS)
        return len(entity_types) > 1 or bool(entity_types and types - entity_types)

    def _ordered(self, read: _Read, request: SearchRequest, is_mixed: bool) -> tuple[list[Ranked], int]:
        """Return the hits at least up to the asked page, in order, and how many there are in all."""
        query, matches = read.query, read.matches
        key = self.sorter.key(request.sort, query)
        wanted = request.page * request.limit
        needs_all = key is not None or is_mixed or wanted > BEST
        ranked = self._best(read)
        shown = self.ranker.fold(ranked, is_mixed)
        if needs_all or len(shown) < wanted:
            ranked += self._rest(query, matches, ranked)
            ranked.sort(key=key or (lambda item: (item.lacks, -item.score, item.number)))
            shown = self.ranker.fold(ranked, is_mixed)
        return shown, len(shown) if is_mixed else self.collection.count(matches.all)

    def _best(self, read: _Read) -> list[Ranked]:
        """Return the best hits: what is told in other words stands for, or right behind, what the engine scores."""
        query, matches = read.query, read.matches
        among = [(number, score) for number, score in read.told if matches.all >> number & 1]
        if among:
            is_misspelt = self.other_words.is_misspelt(query)
            return self.ranker.rank(query, among, lambda _: 0, prefers_evidence=is_misspelt)
        more = dict(read.more)
        scored = [pair for pair in self._scored(query, matches, BEST) if pair[0] not in more]

        def lacking(number: int) -> int:
            return 1 if number in more else matches.lacking(number) + bool(more and not matches.complete >> number & 1)

        return self.ranker.rank(query, scored + list(read.more), lacking)

    def _scored(self, query: SearchQuery, matches: Matches, limit: int | None) -> list[tuple[int, float]]:
        """Return the engine's best of complete and of partial hits; all at 1.0 where no word can score."""
        leaves_, phrases = self.matcher.compile(query)
        sure = self.matcher.sure(query)
        if not leaves_ and not phrases and not sure:
            return [(number, 1.0) for number in numbers_in(matches.all)]
        found = self.engine.best(leaves_, phrases, matches.complete, limit, sure)
        return found + self.engine.best(leaves_, phrases, matches.partial, limit, sure)

    def _rest(self, query: SearchQuery, matches: Matches, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Return the hits beyond the best, in the engine's order, none scoring above those before it."""
        known = {item.number for item in ranked}
        scored = {number: score for number, score in self._scored(query, matches, None) if number not in known}
        lost = [number for number in numbers_in(matches.all) if number not in known and number not in scored]
        found = [*scored.items(), *((number, 0.0) for number in lost)]
        lowest: dict[int, float] = {}
        for item in ranked:
            lowest[item.lacks] = min(item.score, lowest.get(item.lacks, item.score))
        rest = []
        for number, score in found:
            lacks = matches.lacking(number)
            rest.append(Ranked(number, min(score, lowest.get(lacks, score)), score, lacks))
        return rest

    # ------------------------------------------------------------ hits

    def _hits(self, read: _Read, shown: Sequence[Ranked], sort: str) -> Iterable[Hit]:
        query, is_told = read.query, bool(read.told or read.more)
        explainer, marks = Explainer(query, self.matcher, self.names, self.finder), marks_of(query, self.names)
        answers = self.other_words.said(query, (item.number for item in shown)) if is_told else {}
        for item in shown:
            record = self.collection.records[item.number]
            text = self.kg.documents[record.location.document_id].quote(record.location)
            said = answers.get(item.number, [])
            yield Hit(
                id=record.id,
                type=record.kind,
                title=record.title,
                score=round(item.score, 4),
                span=record.location,
                text=text,
                pieces=self._pieces(query, item.number, text, marks, said),
                story=record.story,
                also=self.ranker.also(item.number),
                entities=tuple(self._ref(key) for key in record.entity_ids),
                why=explainer.why(item, record, said),
                without=missing(read.matches.clauses, item.number),
                sorted_by=self.sorter.said(sort, query, record),
            )

    def _pieces(
        self, query: SearchQuery, number: int, text: str, marks: Marks, said: Iterable[Said]
    ) -> tuple[tuple[str, bool], ...]:
        record = self.collection.records[number]
        places = [
            (evidence.span.start - record.location.start, evidence.span.end - record.location.start)
            for key in self._figures_asked_for(query, record)
            for evidence in self.kg.entity(key).evidence
            if record.location.contains(evidence.span)
        ]
        asked = {key for leaf in query.leaves() if isinstance(leaf, Told) for key, _ in leaf.concepts}
        places += [(start, end) for key, start, end in record.told if key in asked]
        places += [(each.start, each.end) for each in said]
        return cut_pieces(text, marks, places, self.collection.bodies[number] if record.is_passage else None)

    def _figures_asked_for(self, query: SearchQuery, record: SearchRecord) -> Iterable[str]:
        """Yield the outcomes that a comparison asks for, and the largest where the query asks for size."""
        for wanted in (leaf for leaf in query.leaves() if isinstance(leaf, Range)):
            yield from (figure.outcome_id for figure in record.figures if is_in(figure, wanted))
        for _, asked in query.modifiers:
            best = self.ranker.asked_for(query, asked).best(record.figures)
            if best is not None:
                yield best.outcome_id

    def _ref(self, entity_id: str) -> EntityRef:
        entity = self.kg.entity(entity_id)
        return EntityRef(entity.id, entity.kind.value, entity.name)

    def _unknown(self, query: SearchQuery) -> tuple[str, ...]:
        """Return the content words, folded, that occur nowhere."""
        found: dict[str, None] = {}
        asked = [clause.node for clause in query.of(Need.MUST, Need.SHOULD)]
        # A figure that is said is met by the figure, too: its words needn't occur.
        plain = [node for node in asked if not (_is_said_figure(node) and self.matcher.bits(node))]
        for leaf in (leaf for node in plain for leaf in leaves(node)):
            if isinstance(leaf, Named) and self.matcher.bits(leaf):
                continue
            words_: tuple[Word, ...] = (
                leaf.words if isinstance(leaf, Named) else (leaf,) if isinstance(leaf, Word) else ()
            )
            found.update(dict.fromkeys(word.text for word in words_ if not self.matcher.bits(word)))
            if isinstance(leaf, Told | Sized) and not self.matcher.bits(leaf):
                found.update(dict.fromkeys(w.text for w in words_of(leaf) if not self.matcher.bits(w)))
            if isinstance(leaf, Prefix) and not self.matcher.expand(leaf.letters):
                found[leaf.source] = None
        return tuple(found)


def _is_said_figure(node: Node) -> bool:
    return isinstance(node, Group) and any(isinstance(member, Range) for member in node.members)


def _check(request: SearchRequest) -> None:
    if not 1 <= request.limit <= MAX_LIMIT:
        raise QueryBudgetError(f"limit is {request.limit}; ask for 1 to {MAX_LIMIT} hits a page")
    if request.page < 1:
        raise QueryBudgetError(f"page is {request.page}; pages count from 1")
    if request.sort not in SORTS:
        raise UsageError(f"there is no sort {request.sort!r}; sorts are {', '.join(SORTS)}")
