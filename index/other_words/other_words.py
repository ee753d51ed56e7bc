"""Ranks passages for a query that none answers in its own words: by what their sentences tell of each word asked.

slots.py reads the query. Knows no grammar and no facets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import and_

import numpy as np

from graph.concepts import ConceptFinder
from graph.synonyms import Synonyms
from index.analyzers import stem
from index.collection import Collection
from index.matching import ENOUGH, Matcher
from index.number_sets import Scores, best_of, numbers_in, places_in
from index.other_words.candidates import tell_roughly
from index.other_words.gist import Gist, likeness
from index.other_words.said_words import Said, SaidWords
from index.other_words.sentence_tellings import SentenceReader
from index.other_words.slots import SlotReader, Slots, stems_of
from index.query import Filter, Group, Named, Need, Node, Range, SearchQuery, Sized, Told, Word, asked_words
from index.query_words import LIGHT_WORDS

CANDIDATES = 50
"""So many passages are looked at sentence by sentence."""
LEAST = 0.3
"""Of the best score: what is weaker is no answer."""
SAID = 3
"""In so many sentences words stand together by no chance: it is how the corpus says it."""
CLOSE = 2
"""So many words for each of them are close together."""
LITERAL = 0.3
"""What a sentence tells further that has all the words."""
SAID_CLOSE = 0.8
"""The same, where they stand close together."""
NEARLY = 0.5
"""What being near counts, of what cues and words do, where passages are chosen to be looked at."""
PLAIN = 0.45
"""Texts so much alike are plainly about the same."""
FEW = 3
"""Of so many words one that is strange is what is asked; of more it may be a manner of speaking."""
GIST = 0.5
"""What being about the same tells, of what the best sentence tells."""
STRANGE = 0.5
"""What words tell that only the corpus knows, where a passage has all of them."""


class OtherWords:
    """Answers for one generation."""

    def __init__(self, collection: Collection, matcher: Matcher, finder: ConceptFinder, synonyms: Synonyms) -> None:
        self._collection, self._matcher = collection, matcher
        self._reader = SlotReader(matcher, finder, synonyms)
        self._gist = lru_cache(maxsize=2048)(self._make_gist)
        self._gist_of = lru_cache(maxsize=64)(lambda text, told: self._reader.gists.of(stems_of(text), sorted(told)))
        self._sentences = SentenceReader(collection)
        self._said_words = SaidWords(collection, self._reader.gists, self._gist)
        self._read_again = lru_cache(maxsize=64)(lambda text, clauses: self._reader.read(SearchQuery(text, clauses)))

    def applies(self, query: SearchQuery) -> bool:
        """Return whether a query asks in plain words that no passage holds together."""
        content = query.of(Need.MUST, Need.SHOULD)
        is_plain = all(clause.need is Need.SHOULD and _is_plain(clause.node) for clause in content)
        if not content or not is_plain:
            return False
        holding, wanted = self._collection.passages, list[frozenset[str]]()
        for clause in content:
            if isinstance(clause.node, Sized) and clause.node.kind.name:
                # A figure of the kind asked for is as good as the word.
                holding &= self._matcher.bits(clause.node)
                continue
            for word in asked_words(clause.node):
                if word.text not in LIGHT_WORDS:
                    holding &= self._matcher.bits(word)
                    wanted += [frozenset({stem(part)}) for part in word.parts]
        if not holding or not wanted:
            return not holding
        if not query.modifiers:
            return False
        # Beside a word for size: words that stand together in but few sentences, or apart, may do so by chance.
        if len(wanted) > 1:
            return not self._is_said(wanted, holding)
        # "What customers really wanted" asks for more than its one word that says what.
        return any(isinstance(clause.node, Told) and clause.node.is_phrase for clause in content)

    def _is_said(self, wanted: Sequence[frozenset[str]], holding: int) -> bool:
        """Return whether words stand close together somewhere, or in one sentence often: then it is how the corpus says it."""
        often = 0
        for number in numbers_in(holding):
            wide = self._sentences.width(number, wanted)
            often += wide is not None
            if often >= SAID or (wide is not None and wide <= CLOSE * len(wanted)):
                return True
        return False

    def said_by_few(self, query: SearchQuery) -> int | None:
        """Return the passages that hold all the words of a query of several plain words, where they are some but few."""
        content = query.of(Need.MUST, Need.SHOULD)
        if not content or not all(clause.need is Need.SHOULD and _is_plain(clause.node) for clause in content):
            return None
        words = [w for clause in content for w in asked_words(clause.node) if w.text not in LIGHT_WORDS]
        holding = reduce(and_, map(self._matcher.bits, words), self._collection.passages)
        return holding if len(words) > 1 and 0 < holding.bit_count() < ENOUGH else None

    def supplements(self, query: SearchQuery) -> bool:
        """Return whether a query asks in plain words beside a comparison or a size: "complaints metric:>60%".

        Beside chosen facets alone it doesn't: they only narrow what the words find without them.
        """
        plain, required = query.of(Need.SHOULD), query.of(Need.MUST)
        return (
            bool(plain)
            and (bool(query.modifiers) or any(isinstance(clause.node, Range) for clause in required))
            and all(isinstance(clause.node, Range | Filter) for clause in required)
            and all(_is_plain(clause.node) for clause in plain)
        )

    def knows(self, word: str) -> bool:
        """Return whether the vocabularies know a word: then it is none that is misspelt."""
        return self._reader.knows(word)

    def is_of_strange_things(self, query: SearchQuery) -> bool:
        """Return whether a query names something of which neither passages nor vocabularies know, and asks for no experience
        with its other words: "beekeeping licence" is not answered by whatever else has to do with licences, nor "Kubernetes
        upgrade" by other upgrades where nobody used Kubernetes."""
        slots = self._read_again(query.text, query.clauses)
        if slots.is_of_absent_thing:
            return True
        return slots.is_strange and slots.asking < 2 and len(slots.words) <= FEW

    def is_misspelt(self, query: SearchQuery) -> bool:
        """Return whether a word of a query is a slip."""
        return self._reader.is_misspelt(query)

    def best(self, query: SearchQuery) -> list[tuple[int, float]]:
        """Return (record number, score) of the passages that tell what is asked, best first, ties by number."""
        slots = self._read_again(query.text, query.clauses)
        is_sure = slots.asking > 1 or self._reader.is_known(query)
        if self.is_of_strange_things(query) or (slots.is_strange and not (is_sure or slots.asked)):
            return []
        roughly = tell_roughly(slots, self._reader, self._collection.size)
        gist = self._gist_of(query.text, slots.asked)
        near = self._reader.gists.near(gist)
        most, closest = roughly.max(initial=0.0) or 1.0, near.max(initial=0.0) or 1.0
        chosen = {*best_of(roughly / most + NEARLY * near / closest, CANDIDATES).tolist()}
        alike = {number: likeness(gist, self._gist(number)) for number in chosen}
        if not is_sure:
            # Known words that stand nowhere: what is only near one of them is no answer, what plainly tells the same is.
            chosen = {number for number in chosen if alike[number] >= PLAIN or self._tells(number, slots.asked)}
        literal = self._said_together(slots, roughly) if len(slots.words) > 1 else {}
        chosen |= literal.keys()
        told = {number: literal.get(number, 1.0) * self._sentences.score(number, slots) for number in chosen}
        alike |= {number: likeness(gist, self._gist(number)) for number in literal.keys() - alike.keys()}
        # Both on one scale: each against the best of its kind.
        share = GIST * max(told.values(), default=0.0) / (max((alike[number] for number in chosen), default=0.0) or 1.0)
        own = self._own(slots) if len(slots.words) > 1 else []
        most = STRANGE * max(told.values(), default=0.0) / (sum(rarity for _, rarity in own) or 1.0)

        def score(number: int) -> float:
            stems = self._collection.bodies[number].stems
            held = sum(rarity for words, rarity in own if not words.isdisjoint(stems))
            return told[number] + share * alike[number] + most * held

        scored = sorted(((number, score(number)) for number in chosen), key=lambda pair: (-pair[1], pair[0]))
        return [(number, score) for number, score in scored if score > 0 and score >= LEAST * scored[0][1]]

    def _own(self, slots: Slots) -> list[tuple[frozenset[str], float]]:
        """Return the words asked that are the corpus's own and mean nothing to the vocabularies, with what each tells.

        "Siemens" is meant itself: nothing tells it in other words.
        """
        asked = [(source.casefold(), words) for source, words in zip(slots.sources, slots.words, strict=True)]
        own = [words for source, words in asked if stem(source) in words and not self.knows(source)]
        return [(words, self._reader.rarity(self._reader.any_of(words))) for words in own]

    def _said_together(self, slots: Slots, roughly: Scores) -> dict[int, float]:
        """Return the passages one of whose sentences has all the words, with how many times as much they tell for it."""
        holding = reduce(and_, map(self._reader.any_of, slots.words))
        found: dict[int, float] = {}
        together = places_in(holding)
        for number in together[np.argsort(-roughly[together], kind="stable")][:CANDIDATES].tolist():
            if (wide := self._sentences.width(number, slots.words)) is not None:
                found[number] = 1 + (SAID_CLOSE if wide <= CLOSE * len(slots.words) else LITERAL)
        return found

    def said(self, query: SearchQuery, numbers: Iterable[int]) -> dict[int, list[Said]]:
        """Return, of each passage, the words by which it answers words of the query that it doesn't hold, by place."""
        slots = self._read_again(query.text, query.clauses)
        return self._said_words.said(slots, self._gist_of(query.text, slots.asked), numbers)

    def _make_gist(self, number: int) -> Gist:
        record = self._collection.records[number]
        told = dict.fromkeys(key for key, _, _ in record.told)
        return self._reader.gists.of(tuple(self._collection.bodies[number].stems), told)

    def _tells(self, number: int, concepts: frozenset[str]) -> bool:
        return any(key in concepts for key, _, _ in self._collection.records[number].told)


def _is_plain(node: Node) -> bool:
    """Return whether a part of a query is plain words: a product or a person is meant itself, whatever is near it."""
    match node:
        case Told(members=members):
            return all(map(_is_plain, members))
        case Named(entity_ids=ids, source=source):
            # "Going" is no programming language.
            return source in LIGHT_WORDS - {"go"} or all(key.startswith("practice:") for key in ids)
        case Sized(members=members):
            return all(map(_is_plain, members))
        case Word(exact=exact):
            return not exact
        case Group(source=source):
            # One word as typed: "two" is as well "2", "double-checked" as well its parts.
            return source.isascii() and source.replace("-", "").isalpha()
        case _:
            return False
