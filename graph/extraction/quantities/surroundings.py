"""Reads a written number, and says what stands around it: a name before it, a grade, a page, things counted. Finds no amounts."""

from __future__ import annotations

import re

from graph.extraction.quantities.unit_nouns import NounPhrase, noun_after

NEAR = 200
"""Characters; what stands farther from a figure says nothing of it."""
YEAR = re.compile(r"(?:19|20)\d\d$")
NAMED = re.compile(
    r"(?:\b(?:version|v|no\.?|number|nr\.?|step|part|chapter|section|pages?|phase|level|grade|tier|room|floor|suite|desk|platform|gate|lane|line|bib|ward|band|seat|seite|página|pagina|slides?|isbn|issn|doi|invoice|ticket|order|ref\.?|reference|licen[cs]e|membership|account|act|article|rule|figure|table|top|"
    r"fy|iso|rfc|form|route|class|type|aged?|day|week|year|sprint|season|since|until|in|of|from|gpa:?|q[1-4]|covid)|#)\s*$",
    re.IGNORECASE,
)
GRADE = re.compile(r"(?i)\b(?:gpa|grade|note|mention|mark|marks|grades|result)\s*:?\s*$")
COUNTED_PAGE = re.compile(
    r"(?i)\b(?:page|part|figure|step|slide|seite|volume|vol\.|sheet|image|photo|item|episode)\s+$"
)
LONE_IN = re.compile(r"\b(?:since|until|in|of|from)\s*$", re.IGNORECASE)


_BETWEEN_GROUPS = dict.fromkeys(map(ord, " \u00a0\u202f\u2009’'"))
_GROUPS_BY_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPS_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")


def number_of(written: str) -> float:
    """Return the value of a number in digits, groups parted by commas, points, spaces or apostrophes."""
    plain = written.translate(_BETWEEN_GROUPS)
    if _GROUPS_BY_COMMAS.fullmatch(plain):
        plain = plain.replace(",", "")
    elif _GROUPS_BY_POINTS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    return float(plain.replace(",", "."))


def last_counted(before: str) -> NounPhrase | None:
    """Return the last thing that a number counts in the words before: "12 nurses; 11 of them"."""
    for match in reversed(
        list(re.finditer(r"\d[\d,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b", before))
    ):
        if (noun := noun_after(before, match.end())) is not None:
            return noun
    return None
