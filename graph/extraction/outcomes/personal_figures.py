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


_YEARS_AND_MONTHS = re.compile(
    r"(?i)\d{1,2}\s(?:years?|yrs?\.?|jahre?n?|ans?|años?|anos?|anni|anno|jaar|lat)\s(?:(?:and|und|et|y|e|en)\s)?\d{1,2}\s(?:months?|mos?\.?|monate?n?|mois|mes(?:es|i)?|maand(?:en)?)"
)
_BEFORE_DATES = re.compile(r",\s[^\d\n,]{0,12}(?:19|20)\d\d\s?[–—-][^\n,]{3,20}$", re.MULTILINE)
_MOST_OF_TENURE = 80
"""Characters of a line that says how long somebody was somewhere, and little else."""


def _is_tenure_alone(text: str, q: Quantity) -> bool:
    """ "Full-time · 4 yrs 2 mos", "11 Monate, März 2016 - Jan. 2017": how long a profile says that a post lasted."""
    if q.dimension != "time" or q.before is not None:
        return False
    start, end = text.rfind("\n", 0, q.start) + 1, text.find("\n", q.start)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > _MOST_OF_TENURE:
        return False
    is_piece = not line[: q.start - start].strip() or line[: q.start - start].rstrip().endswith(("·", "(", "|"))
    if is_piece and _YEARS_AND_MONTHS.match(text, q.start) is not None:
        return True
    return start == q.start and _BEFORE_DATES.match(text, q.end) is not None


_STREET = re.compile(r"(?:\d{1,4}[a-z]?\s[^\d\n,]{3,40}|[^\d\n,]{3,40}\s\d{1,4}[a-z]?),\s$")
_STATE = re.compile(r",\s[A-Z]{2}\s$")


def _is_postcode(text: str, q: Quantity) -> bool:
    """ "12 rue des Tonneliers, 35000 Rennes", "Dayton, OH 45433 United States": what stands before a town or behind its state."""
    number = text[q.number_start : q.number_end]
    if q.form != "digits" or not (number[:5].isdigit() and number[5:6] in ("", " ")) or q.before is not None:
        return False
    before = text[max(0, q.number_start - _NEAR) : q.number_start]
    if _STATE.search(before) is not None:
        return True
    behind = text[q.number_start + 5 : q.number_start + 7]
    return behind[:1] == " " and behind[1:].isupper() and _STREET.search(before) is not None


PERSONAL: tuple[tuple[str, Callable[[str, Quantity], bool]], ...] = (
    ("grade", _is_grade),
    ("age, alone", _is_age_alone),
    ("hours of a job or a course", _is_hours_of_job),
    ("tenure, alone", _is_tenure_alone),
    ("postcode", _is_postcode),
)
"""Reason → whether it holds for a figure of a sentence."""
