"""Reads amounts that are written with what they are of: "4.6/5", "3 in 10", "40 of 52"."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.quantities.patterns import patterns
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.surroundings import (
    COUNTED_PAGE,
    GRADE,
    LONE_IN,
    NAMED,
    NEAR,
    YEAR,
    last_counted,
    number_of,
)
from graph.extraction.quantities.unit_nouns import noun_after
from graph.extraction.quantities.units import finish
from graph.units import Units


def read_score(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    """ "4.6/5", "84 out of 100"; whether anything is rated there is for find_quantities to say."""
    value, start, end = number_of(match["num"]), match.start(), match.end()
    if (
        value > float(match["of"])
        or NAMED.search(text[max(0, start - 24) : start])
        or GRADE.search(text[max(0, start - 24) : start])
    ):
        return None
    found = Quantity(start, end, start, end, value, unit=f"of {match['of']}", dimension="score", form="scores")
    return finish(text, units, found)


def _small(word: str, units: Units) -> float:
    written = " ".join(word.casefold().split())
    first, _, magnitude = written.partition(" ")
    if magnitude in ("hundred", "thousand") and first in units.number_words:
        return units.number_words[first] * (100 if magnitude == "hundred" else 1000)
    return number_of(word) if word[0].isdigit() else units.number_words[" ".join(word.casefold().split())]


def read_portion(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    """ "1 in 5", "two out of three refunds": a share in percent."""
    part, whole = _small(match["a"], units), _small(match["b"], units)
    rest = text[match.end() :][:NEAR]
    if not 0 < part < whole or re.match(r"(?i)\A\s*(?:[-–]|times\b|(?:st|nd|rd|th)\b)", rest):
        return None
    if match["how"] == "in" and (
        (part > 3 and whole not in (5, 10, 20, 100))
        or not (whole in _USUAL_WHOLES or (part == 1 and not YEAR.match(match["b"])))
        or patterns(units)["physical"].match(rest)
        or (
            re.match(r"\A\s+\w", rest)
            and noun_after(rest, 0) is None
            and not re.match(r"\A\s+(?:to|of|and|or|now|before|after)\b", rest)
        )
    ):
        return None
    if NAMED.search(text[max(0, match.start() - 24) : match.start()]) and not LONE_IN.search(
        text[: match.start()][-24:]
    ):
        return None
    value = float(f"{100 * part / whole:.4g}")
    found = Quantity(*match.span(), *match.span(), value, unit="percent", dimension="share", form="portions")
    return finish(text, units, found)


_USUAL_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000})


def read_part(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    """ "9 of 11 open roles", "seven of which bought": the part, which is what was done."""
    part, rest = _small(match["a"], units), text[match.end() :][:NEAR]
    before = text[max(0, match.start() - 24) : match.start()]
    if match["b"] and not 0 < part < _small(match["b"], units):
        return None
    if (NAMED.search(before) and not LONE_IN.search(before)) or COUNTED_PAGE.search(before) or part < 2:
        return None
    noun = (
        noun_after(text, match.end())
        if match["b"]
        else last_counted(text[max(0, match.start() - NEAR) : match.start()])
    )
    if noun is None and (match["them"] or not re.match(r"\A\s+[a-z]{3,}", rest)):
        return None
    # "Nine years in the classroom, two of them as head": still years.
    if noun is not None and noun.unit.split()[-1] in units.factors:
        return None
    end = noun.end if noun is not None and match["b"] else match.end()
    found = Quantity(match.start(), end, match.start(), match.end(), part, form="parts", scaled=match["a"][0].isdigit())
    return replace(found, noun=noun if match["b"] else None, unit="" if noun is None else noun.unit)
