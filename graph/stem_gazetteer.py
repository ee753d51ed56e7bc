"""Finds the terms of a vocabulary in text by the stems of their words, with Aho-Corasick: what practices are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import ahocorasick

from graph.gazetteer import Found, Term, fold, longest, within_phrase
from graph.stems import WORD, stem, stems

_SEPARATOR = re.compile(r"[.,;:!?()\[\]|•\n]")
_WRAP = re.compile(r"(?:(?<![ \t])[ \t]++)?\r?\n[ \t]*")


_NEAR = 60
"""Characters around a term in which the phrases stand that it is not found within."""


def _are_parted(between: str) -> bool:
    """Return whether what stands between two words parts them: a sign or an empty line, no break in a hard-wrapped sentence."""
    return between != " " and _SEPARATOR.search(between) is not None and _WRAP.fullmatch(between) is None


_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ies", "ied", "e", "y")


def _inflected(term: Term) -> Iterator[str]:
    """Yield the forms, casefolded, of a term's names that are one word: a stem alone would make "product" of "production"."""
    for form in (term.name, *term.aliases):
        base = form.casefold().replace("-", "").replace(" ", "")
        short = base.removesuffix("e").removesuffix("y")
        yield base
        yield from (short + ending for ending in _ENDINGS)


def _key_of(words: str) -> str:
    return " ".join(word for word, _, _ in stems(words))


def _is_within(text: str, start: int, end: int, phrases: Sequence[str]) -> bool:
    begin = max(0, start - _NEAR)
    return within_phrase(fold(text[begin : end + _NEAR]), start - begin, end - begin, phrases)


class StemGazetteer:
    """Finds terms by the stems of consecutive words, so that "rolled back" is found by "roll back"."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self._forms: dict[str, frozenset[str]] = {}
        self._listed = {_key_of(words): term for term in terms for words in term.listed}
        self._automaton = ahocorasick.Automaton()
        forms: dict[str, Term] = {}
        for term in terms:
            for form in (term.name, *term.aliases):
                words = [word for word, _, _ in stems(form)]
                for key in {" ".join(words), "".join(words) if "-" in form and len(words) == 2 else " ".join(words)}:
                    forms.setdefault(f" {key} ", term)
        for key in sorted(forms):
            self._automaton.add_word(key, (key, forms[key]))
        if forms:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[Found]:
        """Return the longest terms whose words follow one another in `text`; sentence ends and lists' commas separate."""
        words = WORD.findall(text)
        if not words or not len(self._automaton):
            return []
        joined = f" {' '.join(map(stem, words))} "
        met = list(self._automaton.iter(joined))
        places = [match.span() for match in WORD.finditer(text)] if met else []
        found = []
        number = counted = 0
        for last, (key, term) in met:
            number, counted = number + joined.count(" ", counted, last), last
            count = key.count(" ") - 1
            first = number - count
            here = places[first : first + count]
            if any(_are_parted(text[one[1] : other[0]]) for one, other in pairwise(here)):
                continue
            if count == 1 and words[first].casefold() not in self._inflected(term):
                continue
            start, end = here[0][0], here[-1][1]
            if count == 1 and term.case_exact and words[first] not in (term.name, *term.aliases):
                continue
            if term.unless and _is_within(text, start, end, term.unless):
                continue
            found.append(Found(term, start, end, False))
        return longest(found)

    def listed_as(self, item: str) -> Term | None:
        """Return the term that a whole item of a list names by a wording that may stand alone there only."""
        return self._listed.get(_key_of(item))

    def _inflected(self, term: Term) -> frozenset[str]:
        if term.id not in self._forms:
            self._forms[term.id] = frozenset(_inflected(term))
        return self._forms[term.id]
