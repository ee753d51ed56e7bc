"""Compiles a query to the terms, phrases and figures by which its hits are scored, with their weights. Decides no hit: matching.py does."""

from __future__ import annotations

from math import log

from index.analyzers import stem
from index.figure_kinds import FigureKind
from index.matching import Matcher
from index.query import Filter, Named, Need, Node, Phrase, Prefix, SearchQuery, Sized, Told, Word, leaves
from index.schema import CONCEPTS, ENTITY, EXACT, EXPERIENCE, HEADINGS, NAMES, TEXT_STEMS, TITLE, WEIGHTS
from index.whoosh_engine import MAX_LEAVES, Leaf

COUNTED_WEIGHT = 4.0
"""Of a figure that counts what is asked, beside the weights of fields in schema.py: it says more than a word of the title."""
_FIELD_ORDER = (TEXT_STEMS, TITLE, NAMES, HEADINGS, EXACT, CONCEPTS)


class ScoredTerms:
    """Says for one generation what scores, and how much."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher, self._engine, self._measured = matcher, matcher.engine, matcher.measured
        self._size = matcher.collection.size

    def compile(self, query: SearchQuery) -> tuple[list[Leaf], list[tuple[str, ...]]]:
        """Return the terms (at most MAX_LEAVES) and phrases by which records are scored.

        The more words, the fewer fields are asked for each: first the text, then the title, then the rest.
        """
        wanted = [leaf for clause in query.of(Need.MUST, Need.SHOULD) for leaf in leaves(clause.node)]
        if not wanted:
            wanted = [leaf for clause in query.of(Need.MAY) for leaf in leaves(clause.node)]
        ids = dict.fromkeys(key for leaf in wanted for key in _ids_of(leaf))
        forms = dict.fromkeys(form for leaf in wanted for form in self._forms(leaf))
        chosen = [Leaf(ENTITY, key, WEIGHTS[ENTITY]) for key in list(ids)[: MAX_LEAVES // 3]]
        inner = [node for leaf in wanted for node in (leaf.members if isinstance(leaf, Sized) else (leaf,))]
        told = [(key, share) for leaf in inner if isinstance(leaf, Told) for key, share in leaf.concepts]
        chosen += [Leaf(EXPERIENCE, key, WEIGHTS[EXPERIENCE] * share) for key, share in told[: MAX_LEAVES // 4]]
        for field in _FIELD_ORDER:
            found = [
                Leaf(field, form if field == EXACT else stem(form), self.weight(field, stem(form)))
                for form in forms
                if self._engine.has(field, form if field == EXACT else stem(form))
            ]
            # Rarest first, so that what is left out when the budget ends says least.
            found.sort(key=lambda leaf: (-self._engine.rarity(leaf.field, leaf.term), leaf.term))
            chosen += found[: MAX_LEAVES - len(chosen)]
        return list(dict.fromkeys(chosen)), [leaf.words for leaf in wanted if isinstance(leaf, Phrase)]

    def weight(self, field: str, term: str) -> float:
        """Return by how much a term's rarity in a field counts: as its weight says, a concept's no more than the word's own.

        Few things may be of a kind of which all texts speak; that makes none of them a better answer than the word.
        """
        if field != CONCEPTS:
            return WEIGHTS[field]
        own, rarity = self._engine.rarity(TEXT_STEMS, term), self._engine.rarity(CONCEPTS, term)
        return WEIGHTS[CONCEPTS] * min(own, rarity) / rarity

    def sure(self, query: SearchQuery) -> dict[int, float]:
        """Return what records score for figures of the things whose size is asked."""
        found: dict[int, float] = {}
        for leaf in query.leaves():
            if isinstance(leaf, Sized):
                counted = self._measured.of_kind(leaf.kind)
                for number, strength in counted.items():
                    found[number] = found.get(number, 0.0) + strength * self.sure_weight(leaf.kind)
        return found

    def sure_weight(self, kind: FigureKind) -> float:
        """Return what a figure of a kind scores: the rarer, the more."""
        return COUNTED_WEIGHT * (log(self._size / (len(self._measured.of_kind(kind)) + 1)) + 1)

    def _forms(self, leaf: Node) -> list[str]:
        match leaf:
            case Word(text=text, parts=parts):
                # A compound as written ("ci/cd") says it all; of two spellings ("micro services") either may stand there.
                whole = [text] if len(parts) == 1 or self._engine.has(EXACT, text) else []
                return whole + (list(parts) if len(parts) > 1 and (not whole or text.isalpha()) else [])
            case Named(words=words):
                return [form for word in words for form in self._forms(word)]
            case Prefix(letters=letters):
                return self._matcher.expand(letters)
            case Sized(kind=kind, is_counted=True) if self._measured.of_kind(kind):
                # A figure of the kind is what is asked; who only uses the word comes last.
                return []
            case Told(members=members) | Sized(members=members):
                return [form for member in members for form in self._forms(member)]
            case _:
                return []


def _ids_of(leaf: Node) -> tuple[str, ...]:
    if isinstance(leaf, Named):
        return leaf.entity_ids
    if isinstance(leaf, Told):
        return tuple(key for member in leaf.members for key in _ids_of(member))
    # Facets narrow and never score, so that the order is the same however they were chosen.
    return leaf.values if isinstance(leaf, Filter) and leaf.field == "role" else ()
