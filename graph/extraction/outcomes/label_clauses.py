"""Reads what a figure measures from the clause before it, where no way of saying it is known: the last of label_forms.py."""

from __future__ import annotations

import re

from graph.extraction.outcomes.label_edges import until_end
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
    clause = clauses[-2] if is_empty else clauses[-1]
    short = _words_beside_figures(clause.split(), is_empty)
    return " ".join(short[:9]) or until_end(right) or None


_CLAUSES = re.compile(
    r"(?:\.(?!\d)|[;:!?()])\s?|,\s(?=(?:and\s)?(?:\w+ing|\w+ed|which|so)\b)|,\s(?:while|whereas|but)\s|,\s(?=[A-ZÀ-Þ])"
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
