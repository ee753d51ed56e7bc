"""Figures that are a person's own: grades, an age, the hours of a job or a course. Judges one figure of one sentence; finds none.

PERSONAL is joined to the table of circumstances (phrases.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.extraction.quantities.quantity import Quantity

_NEAR = 60
"""Characters; what stands farther before a figure does not label it."""

_GRADED = re.compile(
    r"(?i)\b(?:(?:(?:overall|final|average|degree|dissertation|thesis|project|module|exam)\s)?(?:grade|mark)s?|(?:c?gpa|aggregate|percentage|cum(?:ulative)?\saverage)|"
    r"(?:1st|2nd|3rd|4th|first|second|third|fourth|final|penultimate)[\s-]year(?:\s(?:overall|weighted))?(?:\s(?:average|result|score)s?)?)"
    r"\s?(?:of\s|[:=(–—-]\s?|\s)?\s?$"
)


def _is_grade(text: str, q: Quantity) -> bool:
    """ "Grade 71%", "Second year average – 66%": what an examiner gave; not "raised the average grade to 71%"."""
    if q.dimension != "share" or q.before is not None or q.sign:
        return False
    return _GRADED.search(text[max(0, q.start - _NEAR) : q.start]) is not None


_YEARS_ALONE = re.compile(r"(?i)\s?(?:ans|años|anos|anni|jahre(?:\salt)?|jaar|lat|år)\s{0,3}")


def _is_age_alone(text: str, q: Quantity) -> bool:
    """ "46 ans" alone on its line or between dots at the top of a CV: how old somebody is."""
    if q.form != "digits" or q.before is not None or q.comparator != "=" or not 15 < q.value < 80:
        return False
    if _YEARS_ALONE.fullmatch(text, q.start + len(f"{q.value:.0f}"), _end_of_piece(text, q.start)) is None:
        return False
    return re.search(r"(?:^|[\n·|•,–])[\s*_]{0,4}$", text[max(0, q.start - 8) : q.start]) is not None


def _end_of_piece(text: str, start: int) -> int:
    """Return where the piece of a line that holds `start` ends: at a dot, a bar, or the line's end."""
    found = re.compile(r"[\n·|•,–*_]|$").search(text, start)
    return found.start() if found else len(text)


_HOURS_ALONE = re.compile(
    r"(?i)[\W_]{0,6}(?:(?:part|full)[\s-]time[,:(]?\s{1,2})?\(?(?:about\s|approx\.?\s|~\s?|up\sto\s)?\d{1,2}(?:[–-]\d{1,2})?\s?(?:hours?|hrs?|h)\.?\s?(?:/|a\s|per\s)\s?(?:week|wk)\W{0,4}"
)
_COURSE_HOURS = re.compile(r"\s?,\s?(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d\s?\\?\)")


def _is_hours_of_job(text: str, q: Quantity) -> bool:
    """ "20 hours a week." by itself: how much somebody was to work; "Evening school (80 hours, 2016)": how long a course was."""
    if q.dimension != "time" or q.before is not None:
        return False
    if len(text) < 60 and _HOURS_ALONE.fullmatch(text) is not None:
        return True
    is_opened = text[max(0, q.start - 1) : q.start] == "("
    return q.unit == "hours" and is_opened and _COURSE_HOURS.match(text, q.number_end) is not None


PERSONAL: tuple[tuple[str, Callable[[str, Quantity], bool]], ...] = (
    ("grade", _is_grade),
    ("age, alone", _is_age_alone),
    ("hours of a job or a course", _is_hours_of_job),
)
"""Reason → whether it holds for a figure of a sentence."""
