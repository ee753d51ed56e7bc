"""Gives a study's one degree the field and dates on lines of their own within the study. Knows nothing of where studies begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.education.date_lines import is_dates_alone
from graph.extraction.education.degrees import Degree, degrees_of
from graph.extraction.education.headed_studies import field_alone
from graph.extraction.education.institutions import Institution
from graph.extraction.education.subjects import may_be_field
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.reading import Reading

_PART_OF_SCHOOL = re.compile(r"(?:[A-Z][\w.]{1,40} ){0,2}(?:College|School|Faculty|Department|Institute) of\b")
_FARTHEST = 2
"""Lines between what was studied and its degree or school."""


def give_leftovers(
    reading: Reading, lines: Sequence[HeadLine], studies: Sequence[range], found: list[Institution]
) -> None:
    """Give a university the degree beside its college on another line, and the one degree of a study the field and the dates that stand alone on the one line left for them.

    "FH Tarnau", "Tourism", "Degree: Bachelor of Arts", "2016 - 2019".
    """
    for study in studies:
        schools = [item for item in found if item.line in study]
        if len(schools) == 2 and not schools[0].degrees and _PART_OF_SCHOOL.match(schools[1].name):
            schools[0].degrees, schools[1].degrees = schools[1].degrees, []
            found.remove(schools.pop())
        if len(schools) != 1 or len(schools[0].degrees) != 1 or len(study) < 2:
            continue
        school, degree = schools[0], schools[0].degrees[0]
        dated = [period for at in study if (period := lines[at].period) is not None]
        if degree.period is None and len(dated) == 1 and any(is_dates_alone(lines[at]) for at in study):
            degree.period = school.period = dated[0].range
        if degree.field_name is None:
            degree.field_name = _field_left(reading, lines, study, school, degree)


def _field_left(
    reading: Reading, lines: Sequence[HeadLine], study: range, school: Institution, degree: Degree
) -> str | None:
    """Return the words of the first line near degree and school that may be nothing but what was studied."""
    at_degree = next((at for at in study if lines[at].start <= degree.span.start < lines[at].end), school.line)
    first, last = sorted((at_degree, school.line))
    for at in range(max(study.start, first - 1), min(study.stop, last + _FARTHEST)):
        line = lines[at]
        if at in (first, last) or line.block.kind != lines[first].block.kind or line.gap > 1:
            continue
        words = field_alone(reading, line, at, may_be_dated=False)
        if words and may_be_field(reading, words) and not degrees_of(reading, line, is_study=True):
            return words
    return None
