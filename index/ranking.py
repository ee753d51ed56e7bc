"""Reorders the engine's best: nearness, titles, evidence, size of figures; shows repeats once. Knows no Whoosh.

To change the order, change the bonuses below; the weights of fields stand in schema.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import NamedTuple

from graph.documents import Span
from index.analyzers import stem
from index.asked_figures import AskedFigures
from index.collection import Collection
from index.figure_kinds import FigureKind
from index.figures import Figure
from index.measured import Measured
from index.parsing.ranges import RANGE_FIELDS
from index.query import Named, Need, Range, SearchQuery, Sized, Told, leaves, words_of
from index.records import SearchRecord

BEST = 200
"""So many of the engine's best are reordered; what follows keeps the engine's order."""
_NEAR_CHECKED = 60
"""Nearness is looked at in so many: it needs the passage's words, and never lifts anything from far below."""

TITLE_BONUS = 0.3
"""At most, where every word stands in the title: that passage is about it, BM25F knows only that it is rare there."""
NEAR_BONUS = 0.3
"""At most, where the words stand side by side."""
EVIDENCE_BONUSES: Mapping[str, float] = {"metric": 0.08, "result": 0.12, "star": 0.05}
"""A told result with its figure above a mere mention."""
STORY_BONUS = 0.1
"""A story above a section or a bullet that says the same."""
FIGURE_BONUS = 2.5
"""At most, where the query asks for size: more than all others together, less than a word that is missing."""
MET_BONUS = 0.6
"""At most, where a figure of the passage itself meets a comparison, the larger the more."""
OF_THE_THING_BONUS = 1.2
"""At most, where that figure is of what the query names beside it: of "40 databases" the databases."""
WORKED_OUT = 0.5
"""Share of that bonus where a change was asked in one unit and written in another: 62% less is 2.6 times."""
STUB, LEAST_WORDS = -0.4, 4
"""Where a passage is a heading's words or a date alone: it leads to something and tells nothing itself."""
WORDS_ALONE = -0.4
"""Where a passage says a name, and neither it nor what stands above is linked to the thing."""
STEP = 0.95
"""The best hit that lacks a word scores at most this share of the last one that lacks fewer."""
OTHER_PLACE = 0.5
"""Share of the figure's bonus where it stands elsewhere in the same story."""


@dataclass(frozen=True, slots=True)
class Factor:
    """Why a score was multiplied."""

    field: str
    matched_by: str
    bonus: float


_COMPARING = frozenset(map(stem, "more less than over under above below at least most cut half double triple".split()))
"""Words of a comparison, which name no thing."""
_STUB = Factor("text", "hardly a word", STUB)
_WORDS_ALONE = Factor("entity", "the words alone", WORDS_ALONE)


class Ranked(NamedTuple):
    """A record in its place. A tuple, since thousands are made for a search."""

    number: int
    score: float
    base: float
    """The engine's score."""
    lacks: int
    """Content words of the query that it doesn't meet; hits stand in this order before any other."""
    factors: tuple[Factor, ...] = ()


@cache
def _evidence(has: tuple[str, ...], kind: str) -> Factor:
    """Return what a passage gains by what it holds; there are but some dozen such passages, worked out once."""
    bonus = sum(EVIDENCE_BONUSES[name] for name in has) + STORY_BONUS * (kind == "story")
    return Factor("has", "evidence: " + ", ".join((*has, kind)), bonus)


class Ranker:
    """Orders records of one generation."""

    def __init__(self, collection: Collection, measured: Measured) -> None:
        self.collection, self.measured = collection, measured
        figures: dict[str | None, list[Figure]] = {}
        for record in collection.records:
            if record.story is not None and record.is_passage:
                figures.setdefault(record.story, []).extend(record.figures)
        self._figures_told = figures
        passages = [record if record.is_passage else None for record in collection.records]
        self._evidence = tuple(None if r is None else _evidence(r.has, r.kind) for r in passages)
        self._kind_alone = tuple(None if r is None else _evidence((), r.kind) for r in passages)
        self._is_stub = bytes(
            r.is_passage and len(cut.words) < LEAST_WORDS
            for r, cut in zip(collection.records, collection.bodies, strict=True)
        )

    def rank(
        self,
        query: SearchQuery,
        scored: Iterable[tuple[int, float]],
        lacking: Callable[[int], int],
        *,
        prefers_evidence: bool = True,
    ) -> list[Ranked]:
        """Return scored records in order of relevance: those that lack fewest words first, ties by record id.

        Without `prefers_evidence` figures lift nothing: who asks for what a thing was like asks for no result.
        """
        wanted = list(dict.fromkeys(stem(part) for clause in query.of(Need.MUST, Need.SHOULD)
                                    for leaf in leaves(clause.node) if not (isinstance(leaf, Sized) and leaf.is_counted)
                                    for word in words_of(leaf) for part in word.parts))  # fmt: skip
        asked = [self.asked_for(query, asked) for asked in dict.fromkeys(asked for _, asked in query.modifiers)]
        compared = [x for x in query.leaves() if isinstance(x, Range) and not RANGE_FIELDS[x.field].is_date]
        titled = [Factor("title", "title", TITLE_BONUS * n / max(1, len(wanted))) for n in range(len(wanted) + 1)]
        named = [frozenset(leaf.entity_ids) for leaf in query.leaves() if isinstance(leaf, Named)]
        things = frozenset(wanted) - _COMPARING
        evidences = self._evidence if prefers_evidence else self._kind_alone
        stems, ranked = frozenset(wanted), []
        for place, (number, base) in enumerate(sorted(scored, key=lambda pair: (-pair[1], pair[0]))):
            factors: list[Factor] = []
            if not stems.isdisjoint(title := self.collection.title_stems[number]):
                factors.append(titled[len(stems.intersection(title))])
            if place < _NEAR_CHECKED and len(wanted) > 1 and (near := self._nearness(number, wanted)) is not None:
                factors.append(near)
            if (evidence := evidences[number]) is not None and evidence.bonus > 0:
                factors.append(evidence)
            if self._is_stub[number]:
                factors.append(_STUB)
            elif named and not self._is_linked(number, named):
                factors.append(_WORDS_ALONE)
            if asked or compared:
                factors += (f for f in self._figure_factors(number, asked, compared, things) if f.bonus > 0)
            score = base
            for factor in factors:
                score *= 1 + factor.bonus
            ranked.append(Ranked(number, round(score, 6), base, lacking(number), tuple(factors)))
        # Numbers follow record ids.
        return _stepped(sorted(ranked, key=lambda item: (item.lacks, -item.score, item.number)))

    def _is_linked(self, number: int, named: Sequence[frozenset[str]]) -> bool:
        """Return whether a record is linked to one thing of each name: "not under Halvorsen" says the name alone."""
        record = self.collection.records[number]
        own = (record.entity_ids, record.person, record.employer, record.project)
        return all(any(not ids.isdisjoint(keys) for keys in own) for ids in named)

    def _nearness(self, number: int, wanted: Sequence[str]) -> Factor | None:
        window = shortest_window(self.collection.bodies[number].stems, wanted)
        return None if window is None else Factor("text", "nearness", NEAR_BONUS * len(wanted) / window)

    def _figure_factors(
        self, number: int, sizes: Sequence[AskedFigures], comparisons: Sequence[Range], things: frozenset[str]
    ) -> Iterable[Factor]:
        record = self.collection.records[number]
        for asked in sizes:
            yield self._figure_factor(record, asked)
        for compared in comparisons:
            if (best := self.measured.met(record.figures, compared, things)) is not None:
                bonus = MET_BONUS * (1 + self.collection.scale.scale(best.outcome_id)) / 2
                bonus += OF_THE_THING_BONUS * self.measured.about(best, things)
                if best.dimension != compared.dimension and compared.field == "improvement":
                    bonus *= WORKED_OUT
                yield Factor("figure", f"{best.label} meets {compared.source}", bonus)

    def asked_for(self, query: SearchQuery, asked: str) -> AskedFigures:
        """Return the figures that a query asks for by one of its words for size."""
        kinds = tuple(dict.fromkeys(leaf.kind for leaf in query.leaves() if isinstance(leaf, Sized)))
        if not kinds:
            words = (word for leaf in query.leaves() if isinstance(leaf, Told) for word in words_of(leaf))
            things = frozenset(stem(part) for word in words for part in word.parts)
            kinds = (FigureKind("", things),) if things else ()
        return AskedFigures(asked, kinds, self.collection.scale, self.measured)

    def _figure_factor(self, record: SearchRecord, asked: AskedFigures) -> Factor:
        here, there = asked.best(record.figures), self._story_figure(record.story, asked)
        fit = 0.0 if here is None else asked.fit(here)
        fit_there = 0.0 if there is None else OTHER_PLACE * asked.fit(there)
        if here is not None and fit >= fit_there:
            return Factor("figure", self._size(here), FIGURE_BONUS * fit)
        if there is not None:
            return Factor("figure", f"{self._size(there)}, elsewhere in this story", FIGURE_BONUS * fit_there)
        return Factor("figure", "no figure", 0.0)

    def _story_figure(self, story: str | None, asked: AskedFigures) -> Figure | None:
        if story not in self._figures_told:
            return None
        if story not in asked.of_story:
            asked.of_story[story] = asked.best(self._figures_told[story])
        return asked.of_story[story]

    def _size(self, figure: Figure) -> str:
        percentile = self.collection.scale.percentile(figure.outcome_id) or 0.0
        return f"figure size: {figure.label}, larger than {percentile * 100:.0f} of 100 of its kind"

    def fold(self, ranked: Iterable[Ranked], is_mixed: bool) -> list[Ranked]:
        """Return the ranked records without repeats: the same words or the same stretch of text once, at its best.

        `is_mixed`: passages and entities stand together, so that every pair of places is compared.
        """
        shown: list[Ranked] = []
        seen: set[int] = set()
        places: dict[str, list[Span]] = {}
        for item in ranked:
            repeat = self.collection.repeat_of.get(item.number)
            place = self.collection.records[item.number].location
            if repeat is not None and repeat in seen:
                continue
            if is_mixed:
                if any(place.overlaps(other) for other in places.get(place.document_id, [])):
                    continue
                places.setdefault(place.document_id, []).append(place)
            if repeat is not None:
                seen.add(repeat)
            shown.append(item)
        return shown

    def also(self, number: int) -> tuple[Span, ...]:
        """Return where else the same words stand, in order of document and place."""
        place = self.collection.records[number].location
        alike = self.collection.told_alike(number)
        return tuple(sorted(other.location for other in alike if not other.location.overlaps(place)))


def _stepped(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return ranked hits with scores that never rise: hits that lack more words score below all that lack fewer."""
    shown: list[Ranked] = []
    for _, tier in groupby(ranked, key=lambda item: item.lacks):
        items = list(tier)
        share = min(1.0, STEP * shown[-1].score / items[0].score) if shown and items[0].score > 0 else 1.0
        if share < 1.0:
            missing = Factor("query", "words missing", share - 1.0)
            items = [i._replace(score=round(i.score * share, 6), factors=(*i.factors, missing)) for i in items]
        shown += items
    return shown


def shortest_window(text: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Return the number of words of the shortest stretch of `text` with all of `wanted`; None where one is missing.

    >>> shortest_window(["a", "b", "x", "a", "c", "b"], ["a", "b", "c"])
    3
    """
    last: dict[str, int] = {}
    sought, best = frozenset(wanted), None
    if not sought.issubset(text):
        return None
    for place, word in [(place, word) for place, word in enumerate(text) if word in sought]:
        last[word] = place
        if len(last) == len(sought):
            length = place - min(last.values()) + 1
            best = length if best is None else min(best, length)
    return best
