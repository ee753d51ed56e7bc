"""Reads what a figure measures from the clause before it, where no way of saying it is known: after all of label_forms.py."""

from __future__ import annotations

import re

from graph.extraction.outcomes.label_edges import clean, until_end
from graph.extraction.quantities.quantity import Quantity
from graph.vocabulary import WorkWords

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def clause_before(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """The clause before the figure, for durations: "Deployment of the merged service took …"."""
    clauses = _CLAUSES.split(left.rstrip())
    # "2 ERC grants (€1.5M": what stands before the bracket.
    is_empty = (
        not re.sub(r"(?i)\b(?:from|von|vom|de|du|da|van|från|z)\b", "", clauses[-1]).strip(" ,") and len(clauses) > 1
    )
    last = -2 if is_empty else -1
    clause = _last_listed(clauses[last])
    short = _words_beside_figures(clause.split(), is_empty)
    if _says_no_thing(short, words):
        # "We spent three days on a bug"; "Reviewed tyre contracts, saving $410,000".
        behind = _ON_WHAT.match(right)
        before = next((c for c in reversed(clauses[:last]) if len(c.split()) > 1), "")
        told = until_end(behind["x"]) if behind else " ".join(_words_beside_figures(before.split(), False)[:9])
        short = told.split() or short
    return " ".join(short[:9]) or until_end(right) or None


_GENERIC = re.compile(r"(?i)(?:median|mean|average|p\d\d|max|min|peak)\W*")
_LISTED = re.compile(
    r"(?i)(?!(?:in|on|at|by|for|to|from|with|over|within|after|and|or|then|which|who|that|it|we|I)\b)[^\W\d_]\S*(?:\s\S+){0,4}"
)


def _last_listed(clause: str) -> str:
    """Return the last part of a list of short parts: "tested twice a year, recovery in …"."""
    _, comma, last = clause.rstrip(" ,").rpartition(", ")
    is_one = comma and clean(last) and _LISTED.fullmatch(last.strip()) and not _GENERIC.fullmatch(last.strip())
    return last if is_one else clause


_CLAUSES = re.compile(
    r"(?:\.(?!\w)|[;:!?()])\s?|\s[–—-]\s|,\s(?=(?:and\s)?(?:\w+ing|\w+ed|which|so)\b)|,\s(?:while|whereas|but)\s|,\s(?=[A-ZÀ-Þ])"
)
_ON_WHAT = re.compile(r"(?i)\A\s(?:on|of|as|for|with|to|in\sfront\sof)\s(?P<x>[^\W\d][^.;:,]*)")
_FUNCTION_WORDS = frozenset(
    "i we he she it they this that these those one after before following there then so and but also only just for in on with over within about flat now here who which".split()
)


def _says_no_thing(short: list[str], words: WorkWords) -> bool:
    """Return whether of the words of a clause none names a thing: "spent", "It", "I did", "saving"."""
    bare = [word.strip("*_`,.").casefold() for word in short]
    return all(
        word in _FUNCTION_WORDS
        or word in _DOING
        or (place == len(bare) - 1 and (word in words.verbs or word in words.decrease or word in words.increase))
        for place, word in enumerate(bare)
    )


_DOING = frozenset(
    "spent spend did had have having was were served worked lived invested finished finishing took saving saved used using made earned added gained won lost".split()
)
_OF_AMOUNTS = re.compile(
    r"(?i)(?:thousand|million|billion|euros?|dollars|pounds|percent|per|cent|over|to|around|about),?"
)
_LEAST_BEHIND = 3
"""Words behind another figure that say what this one measures; fewer are what that one counts."""


def _words_beside_figures(words: list[str], is_empty: bool) -> list[str]:
    """Return the words of a clause on this side of its other figures, those before them where too few stand behind."""
    figures = [place for place, word in enumerate(words) if _DIGIT.search(word)]
    if figures and not is_empty:
        behind = [word for word in words[figures[-1] + 1 :] if _LETTER.search(word) and not _OF_AMOUNTS.fullmatch(word)]
        words = behind if len(behind) >= _LEAST_BEHIND else words[: figures[0]] or behind
    return [word for word in words if not _DIGIT.search(word) and (not is_empty or word[0].isalpha())]
