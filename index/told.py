"""The experiences that a story tells, each with the words that show it: what was indexed of its passages, found again in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

from graph.concepts import DIRECTION_CONCEPTS, ConceptFinder
from graph.documents import Span
from graph.model import Evidence, KnowledgeGraph
from index.collection import Collection
from index.records import SearchRecord

_RULE = "concepts"
_COUNTED_AT_MOST = 3.0
"""So many ways of telling one concept count; a long story is not all about its commonest word."""
_WINDOW = 1
"""Other words between those that tell it: a search may widen its net, a page that says "this shows …" may not."""
_ONE_WORD = 0.4
"""What a single word tells beside several that belong together: "rehearsal" may be a concert's or a migration's."""
_LEAST = 1.4
"""In so many ways at least a story must tell what it is said to show; what is told in fewer still helps to find it."""


@dataclass(frozen=True, slots=True)
class ToldExperience:
    """A concept of working life that a story tells."""

    concept_id: str
    name: str
    evidence: tuple[Evidence, ...]
    """The words that show it, once a sentence, in order of document and place; never empty."""
    weight: float
    """More for what is told often here and seldom elsewhere."""


class ToldExperiences:
    """Answers for the stories of one generation."""

    def __init__(self, collection: Collection, kg: KnowledgeGraph, finder: ConceptFinder) -> None:
        self._kg, self._finder = kg, finder
        self._passages: dict[str, list[SearchRecord]] = defaultdict(list)
        for record in collection.records:
            if record.story is not None and record.is_passage:
                self._passages[record.story].append(record)
        told = ({key for passage in passages for key in passage.experience} for passages in self._passages.values())
        self._stories = Counter(key for keys in told for key in keys)

    def of(self, story: str, limit: int = 8) -> list[ToldExperience]:
        """Return what a story tells, weightiest first, then by id; at most `limit`. Empty for an id that is no story's.

        Words that show one concept are no evidence for a lighter one: "licence was not renewed" is told once.
        """
        places: dict[str, set[Span]] = defaultdict(set)
        for passage in self._passages.get(story, ()):
            for key, span in self._told_in(passage):
                places[key].add(span)
        waiting = {key: _apart(spans) for key, spans in places.items()}
        shown: list[ToldExperience] = []
        while len(shown) < limit and (able := [key for key, spans in waiting.items() if self._ways(spans) >= _LEAST]):
            best = min(able, key=lambda key: (-self._weight(key, waiting[key]), key))
            spans = waiting.pop(best)
            shown.append(self._experience(best, spans))
            waiting = {k: [s for s in rest if not any(s.overlaps(t) for t in spans)] for k, rest in waiting.items()}
        return shown

    def _told_in(self, passage: SearchRecord) -> list[tuple[str, Span]]:
        """Return (concept id, words) of a passage; that a figure went up or down is shown by the figure itself."""
        document_id, offset = passage.location.document_id, passage.location.start
        shown_by_figures = set(DIRECTION_CONCEPTS.values())
        wanted = [
            k for k in dict.fromkeys(passage.experience) if k in self._finder.concepts and k not in shown_by_figures
        ]
        return [
            (told.concept_id, Span(document_id, offset + told.start, offset + told.end))
            for told in self._finder.told(passage.body, wanted, _WINDOW)
        ]

    def _experience(self, key: str, spans: list[Span]) -> ToldExperience:
        evidence = tuple(Evidence(span, self._kg.documents[span.document_id].quote(span), _RULE) for span in spans)
        return ToldExperience(key, self._finder.concepts[key].name, evidence, round(self._weight(key, spans), 6))

    def _weight(self, key: str, spans: Iterable[Span]) -> float:
        return min(_COUNTED_AT_MOST, self._ways(spans)) * sqrt(log(1 + len(self._passages) / self._stories[key]))

    def _ways(self, spans: Iterable[Span]) -> float:
        """Return in how many ways something is told; the same words in another telling are the same way."""
        quotes = {" ".join(self._kg.documents[s.document_id].quote(s).casefold().split()) for s in spans}
        return sum(1.0 if len(quote.split()) > 1 else _ONE_WORD for quote in quotes)


def _apart(spans: set[Span]) -> list[Span]:
    """Return spans in order, of those that overlap the first."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or not kept[-1].overlaps(span):
            kept.append(span)
    return kept
