"""Reads degrees with their dates and honours from one line; subjects.py reads their fields. Whose they are is decided in education.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.documents import SectionKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.dates.dates import find_periods
from graph.extraction.education.part_borders import with_borders
from graph.extraction.education.subjects import (
    field_after,
    field_before,
    field_between,
    field_studied,
    fields_of_several,
    may_be_field,
)
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.study_forms import (
    CERTIFICATE,
    CRAFTS,
    SHORT,
    SHORT_FORM,
    STUDY,
    TRAINING,
    degree_pattern,
    degree_words,
)
from graph.extraction.line_words import words_in
from graph.extraction.reading import Reading
from graph.model import DateRange, Json
from graph.vocabulary import DegreeWords

_NO_LICENCE = re.compile(
    r"(?i)\b(?:driving|driver[’']?s?|pilot[’']?s?|personal|trade|music|gun|hgv|lorry|export|software|open|fishing|taxi|radio)\s+$"
)
_NO_DEGREE = re.compile(
    r"\s{1,60}+(?:students?|candidates?|research(?:er)?s?|fellows?|level|positions?|supervis\w+|intern)\b",
    re.IGNORECASE,
)


_UNFINISHED = re.compile(r"\s(?:[Cc]andidate|[Ss]tudent)(?:,|\sin\s)")
"""Behind the degree that one studies for, where studies are listed: "PhD candidate, Physics"."""
_BEHIND_SHORT = re.compile(
    r",|\s+in\s|\s*[()–—|•·-]|\s+degree|\s+(?:from|at)\s+(?:the\s+)?[A-Z]|\s*$|\s+[A-Z]|\s+(?:summa|magna|cum)\s|\s+(?:19|20)\d\d\b"
)


@dataclass(slots=True)
class Degree:
    name: str
    """By the vocabulary, the same for "BSc" and "Bachelor of Science"."""
    words: str
    """As the text has it."""
    field_name: str | None
    period: DateRange | None
    honours: str | None
    span: Span

    def to_json(self) -> dict[str, Json]:
        dates = {"start": None, "end": None} if self.period is None else self.period.to_json()
        if self.period is not None and self.period.start == self.period.end:
            dates["start"] = None  # A single date beside a degree is that of graduation.
        named = {"degree": self.words or None, "qualification": self.name or None}
        said: list[Json] = [{"document": self.span.document_id, "start": self.span.start, "end": self.span.end}]
        return {**named, "field": self.field_name, **dates, "honours": self.honours, "said": said}


def degrees_of(reading: Reading, line: HeadLine, is_study: bool) -> list[Degree]:
    found = _without_short_forms(_named_degrees(reading, line, is_study), line.text)
    if not found:
        return []
    honours, bounded = _honours(reading, line), with_borders(reading, line)
    periods = _periods_of(line, [start for start, _, _ in found], found[0][1])
    degrees = list[Degree]()
    for place, (start, end, name) in enumerate(found):
        limit = found[place + 1][0] if place + 1 < len(found) else len(line.text)
        period = periods[place]
        is_school = line.text[start:end].casefold() in _OF_SCHOOL and line.text[end:].lstrip(" *_").startswith(
            (",", "|", "(", "-", "–")
        )
        named_field = (None if is_school else field_after(reading, bounded[end:limit])) or (
            (field_before(reading, replace(line, text=bounded), start) or field_studied(reading, line))
            if place == 0 and line.text[start:end].casefold() not in _OF_SCHOOL
            else field_between(reading, line.text[found[place - 1][1] : start] if place else "")
        )
        span = reading.document.span(line.start + start, line.start + end)
        if (studied := STUDY.search(line.text)) is not None and (start, end) == studied.span("name"):
            field = studied["field"].strip(" *_")
            named_field = field if may_be_field(reading, field) else None
        for each in fields_of_several(line.text[start:limit]) or [named_field]:
            if name and any(
                one.name == name and each in (None, one.field_name) for one in degrees if one.period == period
            ):
                continue  # "Semester abroad: University of Tarn, semester abroad, 2016"
            degrees.append(Degree(name, _whole_words(line.text[start:end]), each, period, honours, span))
    return degrees


def _whole_words(words: str) -> str:
    """Return a degree's words without a bracket that nothing closes: "Master of Science (M.Sc."."""
    return words.partition("(")[0].rstrip() if "(" in words and ")" not in words else words


def _named_degrees(reading: Reading, line: HeadLine, is_study: bool) -> list[tuple[int, int, str]]:
    """Return (start, end, name by the vocabulary) of what names a degree on a line, offsets within it."""
    pattern, names = degree_pattern(reading.vocabularies.degrees)
    is_listed = line.section is SectionKind.EDUCATION
    found = []
    may_name = not degree_words(reading.vocabularies.degrees).isdisjoint(words_in(line.text))
    for each in pattern.finditer(line.text) if may_name else ():
        start, end = each.span()
        name = names.get(each.group().casefold())
        if name is None or (_NO_DEGREE.match(line.text, end) and not (is_listed and _UNFINISHED.match(line.text, end))):
            continue
        if _COUNTED.search(line.text, max(0, start - 4), start) and each.group().casefold() in _OF_SCHOOL:
            continue  # results: "9 GCSEs"
        if name == "Licence" and (each.group()[0] == "l" or _NO_LICENCE.search(line.text[:start])):
            continue  # a permission, as in "taxi licence"
        # "BS detectors": in running text an abbreviation is a degree only before a field, comma, bracket or the end.
        if is_listed or end - start > 4 or _BEHIND_SHORT.match(line.text, end):
            found.append(_without_field(each, name))
    if found:
        return found
    text = line.text
    if is_study and (match := SHORT_FORM.search(text)) and not _is_in_place(line, match.start("name")):
        return [(*match.span("name"), SHORT[match["name"]])]
    if is_listed and (match := TRAINING.search(text)):
        return [(match.start("name"), match.end() - 1, match["name"])]
    if is_listed and (match := CRAFTS.search(text)):
        return [(*match.span(), match.group())]
    if is_listed and (match := CERTIFICATE.search(text)):
        return [(*match.span(match.lastgroup or 0), match[match.lastgroup or 0].capitalize())]
    if is_listed and (match := STUDY.search(text)):
        return [(*match.span("name"), match["name"])]
    if is_study and (match := _UNNAMED.search(text)):
        return [(*match.span("name"), "")]
    return []


_COUNTED = re.compile(r"(?<!\d)\d{1,2}\s\Z")
_LEADS_TO_FIELD = re.compile(r"\s(?:en|em)$")


def _without_field(match: re.Match[str], name: str) -> tuple[int, int, str]:
    """Return (start, end, name) of a degree without the field that it is listed with: "Bachelor of Science in Nursing", "Licenciada en"."""
    written, inside, field = match.group().partition(" in ")
    if not inside or not name.endswith(f" in {field}"):
        small = _LEADS_TO_FIELD.search(match.group())
        return match.start(), match.end() if small is None else match.start() + small.start(), name
    return match.start(), match.start() + len(written), name.removesuffix(f" in {field}")


def _is_in_place(line: HeadLine, start: int) -> bool:
    """Return whether an offset of a line lies in a place: "Boston, MA" is no Master of Arts."""
    return any(piece.start <= line.start + start < piece.end for piece in line.of(PieceKind.PLACE))


def _periods_of(line: HeadLine, starts: Sequence[int], first_end: int) -> list[DateRange | None]:
    """Return the dates of each degree of a line: the line's own, or, where it has several, those up to the next degree.

    The first degree ends at `first_end`: right behind it a bare year is a date ("BSc 2018").
    """
    whole = None if line.period is None else line.period.range
    if not starts:
        return []
    dates = find_periods(line.text)
    if (
        not dates
        and whole is None
        and (
            told := _YEAR.search(line.text) or _YEAR_FIRST.match(line.text) or _YEAR_BEHIND.match(line.text, first_end)
        )
    ):
        dates = find_periods(f"({told['year']})")
    if len(dates) < 2 or len(starts) < 2:
        return [whole or (dates[0].range if len(dates) == 1 else None)] * len(starts)
    limits = [*starts[1:], len(line.text)]
    behind = [
        next((found.range for found in dates if start <= found.start < limit), None)
        for start, limit in zip(starts, limits, strict=True)
    ]
    if behind[-1] is None:  # "2010 BSc Physics, 2012 MSc Acoustics"
        return [next((one.range for one in reversed(dates) if one.start < start), whole) for start in starts]
    return behind


_UNNAMED = re.compile(r"\b(?P<name>[Dd]egree) in (?!(?:the|an?|my|this|progress|which|hand|some)\b)[^\W\d_]")
"""A degree of no stated level: "graduated with a degree in Chemistry"."""
_YEAR = re.compile(
    r"\b(?:in|[Aa]warded|[Gg]raduated|[Cc]lass of|[Cc]ompleted|[Oo]btained|[Cc]onferred)\s(?:in\s)?(?P<year>(?:19|20)\d\d)\b"
)
_YEAR_FIRST = re.compile(r"[\s*_•-]{0,6}(?P<year>(?:19|20)\d\d)\s{1,3}(?=[A-ZÀ-Þ])")
"""A year before a degree with nothing but a space between: "2013 Master MEEF"."""
_YEAR_BEHIND = re.compile(r"\s{1,3}(?P<year>(?:19|20)\d\d)(?![\w/–-])")


def _without_short_forms(found: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    """Join "Bachelor of Science - BS" and "Master of Arts (MA)" to one degree."""
    kept: list[tuple[int, int, str]] = []
    for start, end, name in found:
        if (
            kept
            and _BEFORE_SHORT.fullmatch(text, kept[-1][1], start)
            and _is_short_for(text[start:end], kept[-1], name)
        ):
            is_behind_field = " in " in text[kept[-1][1] : start]
            kept[-1] = (kept[-1][0], kept[-1][1] if is_behind_field else end, kept[-1][2])
        else:
            kept.append((start, end, name))
    return kept


_BEFORE_SHORT = re.compile(r"[\s,(–—-]*|\sin\s[A-Z][\w &]{2,40}\(")


def _is_short_for(short: str, before: tuple[int, int, str], name: str) -> bool:
    initials = "".join(word[0] for word in before[2].split() if word[0].isupper())
    return name == before[2] or name.startswith(f"{before[2]} in ") or re.sub(r"\W", "", short).upper() == initials


_OF_SCHOOL = frozenset(
    words_of(
        "12th grade | 10th grade | 12th standard | 10th standard | class 12th | class 10th | class xii | class x | class 12 | class 10 | hsc | ssc | sslc | "
        "havo | vwo | vmbo | mittlere reife | abitur | fachabitur | gcses | gcse | a-levels | matura | a levels",
        "|",
    )
)
"""Qualifications of schools: what stands behind their comma is the school, not a field."""


@lru_cache(maxsize=8)
def _honours_pattern(degrees: DegreeWords) -> re.Pattern[str]:
    listed = sorted((words for words in degrees.honours if words not in ("GPA", "CGPA")), key=len, reverse=True)
    forms = "|".join(map(re.escape, listed)).replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def _honours(reading: Reading, line: HeadLine) -> str | None:
    gpa = re.search(r"\bC?GPA:?\s*[\d.,]+(?:\s*/\s*[\d.,]+)?", line.text)
    if match := _honours_pattern(reading.vocabularies.degrees).search(line.text):
        return match.group()
    return gpa.group() if gpa else None
