"""Finds what a figure measures, in the text's own words. Whether that went up or down is directions.py's.

label_forms.py lists the ways of saying it in the order in which they are tried.
"""

from __future__ import annotations

import re

from graph.extraction.outcomes.label_clauses import clause_before
from graph.extraction.outcomes.label_edges import clean, until_end
from graph.extraction.outcomes.label_forms import FORMS, SENTENCE
from graph.extraction.outcomes.label_objects import within_change
from graph.extraction.quantities.quantity import Quantity
from graph.vocabulary import WorkWords

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def find_label(sentence: str, quantity: Quantity, words: WorkWords) -> str:
    """Return the words of `sentence` that say what the figure measures; the counted noun where nothing else does."""
    left, right = (_without_marks(side) for side in near(sentence, quantity))
    left = _BRACKETS.sub(" ", left)
    written = sentence[quantity.start : quantity.end]
    if quantity.before is not None and (inside := clean(within_change(written))):
        return inside
    if (job := _named_by_time(sentence, right, quantity)) is not None:
        return job
    for _, form in FORMS:
        if (named := _named(form(left, right, quantity, words), written)) is not None:
            return named
    if quantity.before is not None and quantity.noun is not None and quantity.unit != "times":
        return clean(sentence[quantity.noun.start : quantity.noun.end]) or quantity.unit
    if (named := _named(clause_before(left, right, quantity, words), written)) is not None:
        return named
    bracketed = _IN_FRONT_OF_BRACKET.search(written)
    return (clean(bracketed["x"]) if bracketed else "") or quantity.unit


def _named(label: str | None, written: str) -> str | None:
    """Return what words found by a form name, or what stands within the figure where they only say what was done; None for nothing."""
    named = clean(label) if label else ""
    if not _LETTER.search(named):
        return None
    # "Cleared a £600k backlog of invoices down to £45k"
    inner = _INNER.search(written) if named.casefold().endswith("ed") and " " not in named else None
    return clean(inner["x"]) if inner else named


_MARKS = re.compile(r"[*`]{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|\[[a-z ]{2,20}\](?!\()")
"""Bold, code and what an editor noted: "`[checked]`"."""


_BRACKETS = re.compile(r"\s?\([^()\d]{1,80}\)(?:\s|(?=[,.;:]))")
"""An aside before a figure: "moved to voice terminals (Vocollect) in eleven weeks"."""


def _without_marks(text: str) -> str:
    return _MARKS.sub("", text)


_IN_FRONT_OF_BRACKET = re.compile(r"\d\S{0,6}\s(?P<x>[^\d()]{3,60}?)\s?\(")
"""71% said they felt less alone (before: 44%): what is measured stands between both."""


# "412 days without a lost-time accident"
_SPARED = re.compile(r"(?i)\s(?:without|since)\s(?:an?|any|the\slast|a\ssingle)\s(?P<x>[^,;:.()]+)")


_INNER = re.compile(r"\d\S{0,20}\s(?P<x>[^\W\d_][^\d,;]{0,60}?)\s(?:down\s|up\s)?(?:to|into)\s")


def _named_by_time(sentence: str, right: str, quantity: Quantity) -> str | None:
    """ "ran a nine-week pilot", "became a two-day job": what took so long stands behind the hyphen."""
    if quantity.dimension == "time" and quantity.before is None and (spared := _SPARED.match(right)):
        return clean(until_end(spared["x"]))
    if quantity.dimension != "time" or "-" not in sentence[quantity.number_start : quantity.number_end]:
        return None
    found = re.match(r"\A\s(?P<x>[^\W\d_][^,;:.()]*)", right)
    named = clean(until_end(found["x"])) if found else ""
    return named if named and not re.match(r"(?i)old\b", named) else None


_NEAR = 500
"""Characters; what stands farther from a figure says nothing of it, and reading it all takes too long in a long line."""


_HOW_FAR = re.compile(
    r"(?i)(?:\sby)?(?:\s(?:about|around|nearly|almost|over|another|some|a|an))?\s[$€£]?(?:\d[\d.,]*|half|third|quarter|fifth|tenth|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\s?(?:%|[^\W\d_]+(?:\spoints)?)?,?\s(?:down\s)?to\s(?:just\s|only\s)?$"
)


def near(sentence: str, quantity: Quantity) -> tuple[str, str]:
    """Return the words of a sentence before and after a figure, as far as they are near."""
    left, right = sentence[: quantity.start], sentence[quantity.end :][:_NEAR]
    if quantity.before is None:
        # "fell by five days to three": how far says nothing of what fell.
        left = left[:-_NEAR] + _HOW_FAR.sub(" to ", left[-_NEAR:])
    return (left if len(left) <= _NEAR else left[-_NEAR:].partition(" ")[2]), right


_NOT_NOUNS = frozenset(
    "less more done together saved building indexed for in it run know found before left hours minutes first worth reduced raised cut".split()
)


def label_quality(label: str) -> float:
    """Return how well a label names what is measured, 0 to 1: a short noun phrase is best, a piece of a sentence worst."""
    words = label.casefold().split()
    if not words or all(word in _NOT_NOUNS for word in words):
        return 0.0
    quality = 1.0 if 1 < len(words) <= 6 else 0.8 if len(words) == 1 else 0.6
    return quality - (0.4 if SENTENCE.search(label) else 0.0)
