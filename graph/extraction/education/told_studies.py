"""Reads where the author studied from sentences that run over a line's end; lines of an entry are read in education.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.extraction.dates.dates import FoundPeriod, find_periods
from graph.extraction.education.degrees import degrees_of
from graph.extraction.education.institutions import Institution, institutions_of
from graph.extraction.heads.headlines import HeadLine, joined_sentences
from graph.extraction.heads.study_forms import SHORT_FORM, degree_pattern, institution_pattern
from graph.extraction.reading import Reading

NOT_MINE = re.compile(
    r"\b(?:customers?|clients?|partnered|partnership|collaborat\w+|(?:for|\d+|our|my|of) students|sold to|hired from|hiring|"
    r"I teach|[Tt]eaching|taught|lectur(?:e|ed|ing)|supervised)\b",
    re.IGNORECASE,
)
"""Words of a sentence that names a school for another reason than studying there."""
_TOLD = re.compile(r"\b(?:I|my|My)\b|(?:^|[.;]\s)(?:Studied|Graduated|Trained)\b")
_DEGREE_FROM = re.compile(r"(?:^|(?<=[.;]\s))[A-Z][\w.]{1,9}(?:\s[\w()]{2,20}){0,5}\s(?:from|at)\s(?:the\s)?[A-ZÀ-Þ]")


def studies_told(reading: Reading) -> list[Institution]:
    """Read studies from sentences that run over a line's end: "I hold an MSc in Physics from Hollin\nUniversity"."""
    found = list[Institution]()
    for line in joined_sentences(reading):
        if NOT_MINE.search(line.text):
            continue
        if _TOLD.search(line.text) is None:
            if not _DEGREE_FROM.search(line.text) and not _is_degree_alone(reading, line):
                continue
            line = replace(line, text=_with_written_breaks(reading, line))
            if "\n" in line.text and line.text.count("\n") == reading.document.text.count("\n", line.start, line.end):
                continue  # Lines of their own, no sentence.
        periods = find_periods(line.text, line.start)
        line = replace(line, period=periods[0] if len(periods) == 1 else None)
        institutions = institutions_of(reading, line, -1)
        degrees = degrees_of(reading, line, is_study=True) if institutions else []
        for degree in degrees:
            nearest = min(institutions, key=lambda item: abs(item.span.start - degree.span.start))
            nearest.degrees.append(degree)
        for item in institutions:
            if item.degrees:
                _take_year_behind(item, periods if len(periods) > 1 else ())
                item.rule, item.confidence = "study in a sentence", 0.85
                found.append(item)
    return found


def _take_year_behind(item: Institution, periods: Sequence[FoundPeriod]) -> None:
    """Give an institution and its one degree the dates in brackets right behind it, of several dates in a sentence."""
    behind = next((found.range for found in periods if 0 < found.start - item.span.end <= 2), None)
    if behind is not None and len(item.degrees) == 1 and item.degrees[0].period is None:
        item.period = item.degrees[0].period = behind


def _is_degree_alone(reading: Reading, line: HeadLine) -> bool:
    """Return whether a sentence begins with a degree and is short: "Master in Economic\nHistory, University of Tarn, 2015."."""
    pattern, _ = degree_pattern(reading.vocabularies.degrees)
    text = line.text.lstrip(" *_-•")
    if len(text) > 140 or len(institution_pattern(reading.vocabularies.degrees).findall(text)) != 1:
        return False
    return len(pattern.findall(text)) <= 1 and (pattern.match(text) or SHORT_FORM.match(text)) is not None


_MARKS = " \t*_•`-"
_BEHIND_FIELD = re.compile(r"[,;|()•·–—/]|\s(?:at|from|-)\s|\s(?:at|from|the|of|and|&)\Z")
"""What a line of a degree and its field does not hold behind the degree."""


_LABEL = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,20}(?:\s[^\W\d_]{2,15}){0,2}:\s")
"""Begins a line of its own: "Concentration: Digital Archives"."""


def _with_written_breaks(reading: Reading, line: HeadLine) -> str:
    """Return a joined sentence with the breaks of its lines that no width made.

    They stand before dates and labels, and between a degree with its field and the name of a school: "BSc in Physics", "Tarn University".
    """
    rows = reading.document.text[line.start : line.end].split("\n")
    joined = rows[0]
    for before, row in pairwise(rows):
        bare = row.lstrip(_MARKS)
        is_written = (
            _begins_dated(bare)
            or _LABEL.match(bare) is not None
            or (_begins_with_school(reading, bare) and _is_degree_whole(reading, before))
        )
        joined += ("\n" if is_written else " ") + row
    return joined


def _begins_dated(row: str) -> bool:
    return any(found.start < 2 for found in find_periods(row[:40]))


def _begins_with_school(reading: Reading, row: str) -> bool:
    school = institution_pattern(reading.vocabularies.degrees).match(row)
    return school is not None and " " in school.group()


def _is_degree_whole(reading: Reading, row: str) -> bool:
    """Return whether a line holds a degree and its field alone: "Bachelor of Science, Physics", not "BSc Physics, Imperial"."""
    bare = row.strip(_MARKS)
    named = degree_pattern(reading.vocabularies.degrees)[0].match(bare) or SHORT_FORM.match(bare)
    if named is None:
        return False
    rest = bare[named.end() :].removeprefix(",")
    return bool(rest.strip()) and _BEHIND_FIELD.search(rest) is None
