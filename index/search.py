"""Answers a search request from one generation: parse, match, score, rank, fold, explain; each step a module."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from graph.concepts import ConceptFinder
from graph.model import KnowledgeGraph
from graph.synonyms import Synonyms
from index.collection import Collection
from index.errors import QueryBudgetError, UsageError
from index.explain import Explainer, interpretation, missing, named_entities
from index.facets import Facets
from index.highlight import Marks, cut_pieces, marks_of
from index.matching import Matcher
from index.measured import Measured, is_in
from index.names import Names
from index.ordering import Orderer
from index.other_words.other_words import OtherWords
from index.other_words.said_words import Said
from index.query import Need, Range, SearchQuery, Told
from index.ranking import Ranked, Ranker
from index.reading import QueryReader, Read
from index.records import SearchRecord
from index.results import EntityRef, Hit, SearchRequest, SearchResponse
from index.schema import SORTS
from index.similar import SimilarStories
from index.sorting import Sorter
from index.spellings import Spellings
from index.suggest import Completions, Lexicon, Suggestion, mend_query
from index.told import ToldExperiences
from index.whoosh_engine import WhooshEngine

MAX_LIMIT = 100


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
        spellings = Spellings(engine, collection)
        self.reader = QueryReader(self.names, finder, spellings, self.matcher, self.other_words)
        self._orderer = Orderer(collection, self.matcher, self.ranker, self.other_words, self.sorter)
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
        read = self.reader.plainly(request.query, request)
        slips = [word for word in read.unknown if not self.other_words.knows(word)]
        mended = mend_query(request.query, slips, self.lexicon) if slips else None
        instead = None if mended is None else self._mended(mended, request)
        if instead is None or not instead.matches.complete:
            # Only now, since it takes longest.
            read = self.reader.in_other_words(read)
            instead = instead if instead is not None and instead.matches.all and not read.matches.all else None
        if instead is None:
            response = replace(self._answer(request, read), suggestion=mended)
        else:
            found = "no hit has every word" if read.matches.all else "nothing was found"
            notes = (*read.notes, f"{found} for “{request.query}”; these are the hits for “{mended}”")
            response = self._answer(request, instead)
            response = replace(response, suggestion=mended, mended=True, unknown=read.unknown, notes=notes)
        return replace(response, took_ms=round((time.perf_counter() - started) * 1000, 3))

    def _mended(self, mended: str, request: SearchRequest) -> Read | None:
        """Return the mended query as read; None where it is too long, as the user's own was not."""
        try:
            return self.reader.read(mended, request)
        except QueryBudgetError:
            return None

    def _answer(self, request: SearchRequest, read: Read) -> SearchResponse:
        query, matches = read.query, read.matches
        shown, total = self._orderer.ordered(read, request)
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

    # ------------------------------------------------------------ hits

    def _hits(self, read: Read, shown: Sequence[Ranked], sort: str) -> Iterable[Hit]:
        query, told = read.query, {number for number, _ in (*read.told, *read.more)}
        explainer, marks = Explainer(query, self.matcher, self.names, self.finder), marks_of(query, self.names)
        # What has all the words answers by them.
        answers = self.other_words.said(query, (item.number for item in shown if item.number in told))
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


def _check(request: SearchRequest) -> None:
    if not 1 <= request.limit <= MAX_LIMIT:
        raise QueryBudgetError(f"limit is {request.limit}; ask for 1 to {MAX_LIMIT} hits a page")
    if request.page < 1:
        raise QueryBudgetError(f"page is {request.page}; pages count from 1")
    if request.sort not in SORTS:
        raise UsageError(f"there is no sort {request.sort!r}; sorts are {', '.join(SORTS)}")
