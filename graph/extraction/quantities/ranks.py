"""Reads places among others: "1st of 240 branches", "3rd out of 48", "top of 19 regions", "Platz 3 von 120". Judges no work."""

from __future__ import annotations

import re

from graph.extraction.quantities.quantity import Quantity

RANKS = re.compile(
    r"(?<![\w.,/:-])(?:(?P<place>\d{1,4})(?P<suffix>st|nd|rd|th|\.|º|ª|e|er|ère|ème|:a|:e)?|(?P<word>first|second|third|fourth|fifth|top|bottom|erster|zweiter|dritter|premier|premi[eè]re|deuxième|troisième|primer[oa]|segund[oa]|tercer[oa]))"
    r"(?:\splace|\sPlatz)?(?:\sout)?\s(?:of|among|from|sur|de|von|di|su|van|av|unter)\s(?:the\s|some\s|about\s|over\s|all\s|almost\s|nearly\s)?(?P<of>\d{1,3}(?:,\d{3})*|\d{4,6})(?![\w%]|[.,:/-]\d)"
)
_RANKED = re.compile(
    r"(?i)\b(?:placed|came|finished|finishing|rated|voted|named|(?P<surely>ranked|ranking|position|platz|platziert|belegte|class[ée]e?s?|clasificad[oa]|posto|puesto|lugar|classificat[oa]|plaats|plats))"
    r"(?:\s(?:us|them|it|the\s\w+|our\s\w+|as|in|at|joint|equal|overall|my\s\w+|en|auf)){0,2}[:\s#]{1,3}(?:no\.?\s?|nr\.?\s?)?$"
)
_SERIES = re.compile(
    r"(?i)\s(?:[a-z]+\s)?(?:months?|weeks?|days?|hours?|years?|phases?|steps?|parts?|sessions?|lessons?|sprints?|pages?|posts?|articles?|episodes?|authors?|modules?|chapters?|children|kids|siblings)\b"
)
_WORDS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "top": 1,
    "erster": 1,
    "zweiter": 2,
    "dritter": 3,
    "premier": 1,
    "deuxième": 2,
    "troisième": 3,
}
_FEWEST = 5
"""Among fewer a place is one of a series: "the 2nd of 3 phases"."""


def read_rank(text: str, match: re.Match[str]) -> Quantity | None:
    """Return the place among others as a score (among how many is a figure of its own), or None where the words name a date, a part or a step.

    >>> read_rank(t := "Ranked 3rd of 240 branches", RANKS.search(t)).unit
    'rank of 240'
    """
    among = int(match["of"].replace(",", ""))
    if match["place"]:
        place = int(match["place"])
    else:
        word = match["word"].casefold()
        place = among if word == "bottom" else _WORDS.get(word) or {"pri": 1, "pre": 1, "seg": 2, "ter": 3}[word[:3]]
    said = _RANKED.search(text[max(0, match.start() - 40) : match.start()])
    if not (0 < place <= among and among >= _FEWEST) or _SERIES.match(text, match.end()):
        return None
    # "Placed 63 of 70 clients" is no rank, "ranked 3 of 48" is one.
    if match["suffix"] is None and not (said is not None and (match["word"] or said["surely"])):
        return None
    start, end = match.start(), match.end("suffix" if match["suffix"] else "place" if match["place"] else "word")
    return Quantity(start, end, start, end, float(place), unit=f"rank of {among:,}", dimension="score", form="ranks")


def counts_rivals(text: str, start: int) -> bool:
    """Return whether the number at `start` says among how many somebody had a place: 240 in "1st of 240 branches"."""
    near = max(0, start - 60)
    found = next((match for match in RANKS.finditer(text, near) if match.start("of") == start), None)
    return found is not None and read_rank(text, found) is not None
