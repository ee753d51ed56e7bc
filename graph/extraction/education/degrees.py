"""Reads degrees with their fields, dates and honours from one line. Whose they are is decided in education.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.documents import SectionKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.dates.dates import find_periods
from graph.extraction.dates.words import month_names
from graph.extraction.education.part_borders import with_borders
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.places import is_place
from graph.extraction.heads.study_forms import (
    CRAFTS,
    LEADING,
    SHORT,
    SHORT_FORM,
    STUDY,
    TRAINING,
    degree_pattern,
    degree_words,
    institution_pattern,
)
from graph.extraction.line_words import words_in
from graph.extraction.reading import Reading
from graph.model import DateRange, Json
from graph.vocabulary import DegreeWords

_FIELD = re.compile(
    r"(?:\.(?=\s\(?[A-Z]))?(?:\s?\((?:19|20)\d\d\)(?=\s(?:with\s|in\s|majoring\s)))?(?:\s(?:[Cc]andidate|[Ss]tudent)(?=,|\sin\s))?(?:\s*\(?(?:Hons?\.?|Honou?rs)\)?)?(?:\s*[’']s)?(?:\s*[Dd]egrees?\b)?(?:\s*(?:with (?:a )?(?:major|"
    r"concentration) in|majoring in|major(?:ed)? in|in|of|en|di|de|em|i|in der|im|,|–|—|-|:|\(|\|))?(?:(?<=\()|\s+?)"
    r"(?P<field>(?:[A-ZÀ-Þ]|(?<=\s(?:en|di|in|de)\s)[a-zà-ÿ]|(?<=\si\s)[a-zà-ÿ])[^,;|•·–—()@\d\n\t]*?)\s*(?=$|[,;|•·–—()@\d\n\t]|:\s|\s-{1,99}\s|\s-{2}|\s\.{3}|\s{3,}|(?<=\w)\*\*\s(?=[a-zà-ÿ])|\s(?:at|from|with|por|pela|pelo|presso|an\sder|am|à|"
    r"minor|and (?:a|chose|moved|went|then|I|am|was|became|joined|started|began|spent|worked|wrote)|graduated)\b|\.\s|\.$)"
)
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
            (_field_before(reading, replace(line, text=bounded), start) or _field_studied(reading, line))
            if place == 0 and line.text[start:end].casefold() not in _OF_SCHOOL
            else _field_between(reading, line.text[found[place - 1][1] : start] if place else "")
        )
        span = reading.document.span(line.start + start, line.start + end)
        if (studied := STUDY.search(line.text)) is not None and start == studied.start("name"):
            field = studied["field"].strip(" *_")
            named_field = field if may_be_field(reading, field) else None
        for each in _fields_of_several(line.text[start:limit]) or [named_field]:
            if name and any((one.name, one.field_name) == (name, each) for one in degrees):
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
    if is_listed and (match := STUDY.search(text)):
        return [(*match.span("name"), match["name"])]
    if is_study and (match := _UNNAMED.search(text)):
        return [(*match.span("name"), "")]
    return []


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
_WITH_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_FIRST = re.compile(r"[\s*_•-]{0,6}(?P<year>(?:19|20)\d\d)\s{1,3}(?=[A-ZÀ-Þ])")
"""A year before a degree with nothing but a space between: "2013 Master MEEF"."""
_YEAR_BEHIND = re.compile(r"\s{1,3}(?P<year>(?:19|20)\d\d)(?![\w/–-])")
_STUDIED = re.compile(
    r"\b(?:[Ss]tudied|[Rr]ead|[Mm]ajored in|[Ss]tudying)\s(?P<field>[A-ZÀ-Þ][\w]+(?:\s(?:(?:and|of|&)\s)?[A-ZÀ-Þ]\w+){0,3}|"
    r"(?!part\b|full\b|abroad\b|there\b|hard\b|for\b|at\b|it\b|first\b|again\b|and\b|late\b)[a-z]{3,20}(?:\s(?:and\s|of\s)?(?!at\b|with\b|from\b|in\b|on\b|while\b)[a-z]{3,16}){0,2})\s(?:at\b|with\b|from\b|\()"
)


def _field_studied(reading: Reading, line: HeadLine) -> str | None:
    """Read "Studied Architecture at …" and "Studium Maschinenbau, …"."""
    match = _STUDIED.search(line.text) or STUDY.search(line.text)
    return match["field"] if match and may_be_field(reading, match["field"]) else None


def _without_short_forms(found: list[tuple[int, int, str]], text: str) -> list[tuple[int, int, str]]:
    """Join "Bachelor of Science - BS" and "Master of Arts (MA)" to one degree."""
    kept: list[tuple[int, int, str]] = []
    for start, end, name in found:
        if (
            kept
            and re.fullmatch(r"[\s,(–—-]*", text[kept[-1][1] : start])
            and _is_short_for(text[start:end], kept[-1], name)
        ):
            kept[-1] = (kept[-1][0], end, kept[-1][2])
        else:
            kept.append((start, end, name))
    return kept


def _is_short_for(short: str, before: tuple[int, int, str], name: str) -> bool:
    initials = "".join(word[0] for word in before[2].split() if word[0].isupper())
    return name == before[2] or re.sub(r"\W", "", short).upper() == initials


def _fields_of_several(text: str) -> list[str | None]:
    """Read "two degrees: one in Physics, one in Law" and "degrees in Physics and Law", not "Bachelor of Arts in Law and Crime"."""
    apart = re.findall(r"\bone in ([A-Z][^,;.\n]*?)(?=,|;|\.|\n|$| and one)", text)
    if len(apart) > 1:
        return list(apart)
    both = re.search(
        r"(?:[Dd]egrees|\b[BM]\.?[A-Z][A-Za-z]{0,2}s|\b(?:[Tt]wo|[Dd]ouble|[Dd]ual)\s[^,;.]{1,40}) in ([A-Z][\w &]{0,80}?) and ((?:in )?[A-Z][\w &]{0,80}?)(?=[,;.\n]|$| from| at)",
        text,
    )
    return [both[1], both[2].removeprefix("in ")] if both else []


_OF_SCHOOL = frozenset(
    words_of(
        "12th grade | 10th grade | 12th standard | 10th standard | class 12th | class 10th | class xii | class x | class 12 | class 10 | hsc | ssc | sslc | "
        "havo | vwo | vmbo | mittlere reife | abitur | fachabitur | gcses | gcse | a-levels | matura | a levels",
        "|",
    )
)
"""Qualifications of schools: what stands behind their comma is the school, not a field."""


_SHORT_BEHIND = re.compile(r"\.?\)(?=[\s,–—:-])|\s\((?:[A-Z][A-Za-z]{0,4}\.?\s?){1,4}\)(?=[\s,–—:-])")
"""The degree's short form in brackets, or the end of it: "Master of Science (M.Sc.) in Phonetics"."""


_MAJOR = re.compile(r"\A(?:Major(?:ing)?|Specialization|Specialisation|Concentration)(?: in|:)? (?=[A-Z])")
"""Leads to a field: "Bachelor of Science, Major Computer Science"."""
_JOINED = re.compile(r"\s(?:and|und|et|y|e|&|\+)\s*\Z")
"""Between a field and the next degree: "BS in Physics and BA in Music"."""


def field_after(reading: Reading, text: str) -> str | None:
    match = _FIELD.match(text, 0 if (short := _SHORT_BEHIND.match(text)) is None else short.end())
    if match is None:
        return None
    words = _MAJOR.sub("", _JOINED.sub("", match["field"]).strip(" .*_`"))
    return words if may_be_field(reading, words) else None


def _field_before(reading: Reading, line: HeadLine, end: int) -> str | None:
    """Read "Computer Science, BSc" and "Computer Science (BSc)"."""
    head = re.split(r"[,;|•·–—:?]|\s-\s|\*\*", line.text[:end].rstrip(" ,(–—-|•·*_`"))[-1].strip(" *_`")
    while " " in head and head.split(" ", 1)[0].casefold() in LEADING:
        head = head.split(" ", 1)[1]
    is_named = head[:1].isupper()
    if not is_named and head and line.section is SectionKind.EDUCATION and len(head.split()) <= 4:
        # "Tarn University, filologia germańska, magister": between the two a field may be in small letters.
        before = line.text[: line.text.index(head)]
        is_named = institution_pattern(reading.vocabularies.degrees).search(before) is not None
    return head if is_named and may_be_field(reading, head) else None


_BETWEEN = re.compile(r"\s(?:and|und|et|y|e|&|\+)\s(?P<field>[^\W\d_]{3,20}(?:\s[^\W\d_]{2,20}){0,3})\s\Z")


def _field_between(reading: Reading, text: str) -> str | None:
    """Return the field before a second degree: "Geophysics BS and computer science BA"."""
    found = _BETWEEN.match(text)
    return found["field"] if found is not None and may_be_field(reading, found["field"]) else None


_SHORT_FIELDS = frozenset({"IT", "CS", "AI", "PE", "HR", "UX", "EE", "ME"})
"""Fields of two capitals; others are states: "Tulsa, OK    GED"."""
_NO_FIELDS = frozenset(
    "degree the education expected graduated two dual double both a my progress addition full trainee student graduate apprentice".split()
)
_NO_FIELD = re.compile(
    r"\A(?:Dr|PhD|Note|FH|TH|Open|Pass|Credit|Merit|Grade|First|Upper|Lower|Second|cum|magna|summa|with|part|full|the|a|an|my|"
    r"our|this|progress|She|He|I|They|We|Wydział|Faculty|Fakultät|Facultad|Faculdade)\b|\s(?:an?|the|his|her|their|for|of)\Z|\s(?:holds|has|earned|received|completed)\s"
)


def may_be_field(reading: Reading, words: str) -> bool:
    """Return whether words may be what was studied: no place, school, degree, date or remark."""
    if (
        not words
        or len(words) > 70
        or (re.fullmatch(r"[A-Z]{2}", words) is not None and words not in _SHORT_FIELDS)
        or is_place(words)
        or _WITH_YEAR.search(words)
        or words.casefold() in month_names()
        or _NO_FIELD.search(words)
        or institution_pattern(reading.vocabularies.degrees).search(words)
    ):
        return False
    pattern, _ = degree_pattern(reading.vocabularies.degrees)
    is_honours = any(words.casefold().startswith(honour.casefold()) for honour in reading.vocabularies.degrees.honours)
    return not is_honours and pattern.fullmatch(words) is None and words.casefold() not in _NO_FIELDS


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
