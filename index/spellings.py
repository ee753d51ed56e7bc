"""Reads a query's words as the corpus spells them: glued or apart ("micro services"), by initials or in full ("CTO").

Knows the corpus's words and no grammar.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from index.analyzers import stem
from index.collection import Collection
from index.number_sets import numbers_in
from index.query import FUNCTION_WORDS, Clause, Need, Note, SearchQuery, Word
from index.schema import EXACT, STEM_FIELDS
from index.whoosh_engine import WhooshEngine

_LEAST_GLUED, _LEAST_HALF = 6, 3
"""Letters of a glued word, and of each half of it: shorter ones are glued by chance."""
_INITIALS = range(3, 6)
"""So many initials: two letters are short for too much."""
_LOOKED = 20
"""Passages in which capitals are looked for."""
_SEEN = 2
"""So often words in small letters must stand for their initials, as no title does."""


class Spellings:
    """Answers for one generation; what it found is kept."""

    def __init__(self, engine: WhooshEngine, collection: Collection) -> None:
        self._engine, self._collection = engine, collection
        self._halves = lru_cache(maxsize=256)(self._find_halves)
        self._full = lru_cache(maxsize=256)(self._find_full)
        self._is_short = lru_cache(maxsize=256)(self._find_capitals)

    def respell(self, query: SearchQuery) -> SearchQuery:
        """Return the query with plain words met by the corpus's other spelling, too; a note says which."""
        clauses, notes = list[Clause](), list(query.notes)
        place = 0
        while place < len(query.clauses):
            run = _plain_run(query.clauses[place:])
            found, many = self._respelt(run)
            clause = query.clauses[place]
            if found is not None:
                clause = Clause(found, clause.need)
                other = found.text if found.text not in found.source.casefold().split() else " ".join(found.parts)
                notes.append(Note(found.source, "spelling", f"“{found.source}” is read as “{other}”, too"))
            clauses.append(clause)
            place += many
        return replace(query, clauses=tuple(clauses), notes=tuple(notes))

    def _respelt(self, run: Sequence[Word]) -> tuple[Word | None, int]:
        """Return the word that the first words of a run are together (None: as it is), and how many words these are."""
        for many in sorted(_INITIALS, reverse=True):
            if len(run) >= many and (short := self._short(run[:many])):
                return self._one(run[:many], short), many
        if len(run) > 1 and self._is_glued(run[0].text + run[1].text):
            return self._one(run[:2], run[0].text + run[1].text), 2
        if run and (parts := self._halves(run[0].text) or self._full(run[0].text)):
            return replace(run[0], parts=parts), 1
        return None, 1

    def _one(self, words: Sequence[Word], text: str) -> Word:
        """Return words as one that is met by `text` or by all of them."""
        return Word(text, tuple(word.text for word in words), " ".join(word.source for word in words))

    def _is_glued(self, text: str) -> bool:
        return len(text) >= _LEAST_GLUED and self._stands(text)

    def _stands(self, word: str) -> bool:
        return bool(self._engine.bits_of_any(STEM_FIELDS, stem(word)))

    def _find_halves(self, word: str) -> tuple[str, ...]:
        """Return the two words side by side that somewhere stand for `word`; of several the most frequent, none where none."""
        best: list[tuple[int, tuple[str, str]]] = []
        for end in range(_LEAST_HALF, len(word) - _LEAST_HALF + 1):
            for half in dict.fromkeys((word[end:], word[end:].removesuffix("s"))):
                halves = (word[:end], half)
                if FUNCTION_WORDS.isdisjoint(halves) and all(self._engine.has(EXACT, each) for each in halves):
                    best.append((self._engine.phrase_bits(halves).bit_count(), halves))
        many, halves = max(best, default=(0, ("", "")))
        return halves if many else ()

    # ------------------------------------------------------------ initials

    def _short(self, words: Sequence[Word]) -> str:
        """Return the initials of words where they stand somewhere in capitals; empty where they don't."""
        short = "".join(word.text[0] for word in words)
        return next((form for form in (short, f"{short}s") if self._is_short(form)), "")

    def _find_capitals(self, form: str) -> bool:
        capitals = form.removesuffix("s").upper() + "s" * form.endswith("s") if len(form) > 3 else form.upper()
        pattern = re.compile(rf"(?<![^\W_]){capitals}(?![^\W_])")
        numbers = numbers_in(self._engine.term_bits(EXACT, form))[:_LOOKED]
        return any(pattern.search(self._collection.records[number].body) for number in numbers)

    def _find_full(self, short: str) -> tuple[str, ...]:
        """Return the words of which `short`, which stands nowhere, is made of the initials; none where there are none."""
        if len(short) not in _INITIALS or self._stands(short):
            return ()
        pattern = re.compile(r"(?<![^\W_])" + r"[ -]".join(rf"{letter}[a-z]+" for letter in short), re.IGNORECASE)
        found: Counter[tuple[str, ...]] = Counter()
        for record in self._collection.records:
            for match in pattern.finditer(record.body) if record.is_passage else ():
                words = re.split(r"[ -]", match.group())
                if FUNCTION_WORDS.isdisjoint(each.casefold() for each in words):
                    found[tuple(map(str.casefold, words))] += _SEEN if all(map(_is_capital, words)) else 1
        best = min(found.items(), key=lambda pair: (-pair[1], pair[0]), default=((), 0))
        return best[0] if best[1] >= _SEEN else ()


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _plain_run(clauses: Iterable[Clause]) -> list[Word]:
    """Return the first clauses as far as they are simple words in letters."""
    run: list[Word] = []
    for clause in clauses:
        node = clause.node
        if not isinstance(node, Word) or node.exact or clause.need is not Need.SHOULD:
            break
        if len(node.parts) != 1 or not (node.text.isascii() and node.text.isalpha()):
            break
        run.append(node)
    return run
