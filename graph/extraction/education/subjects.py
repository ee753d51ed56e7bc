"""Reads what a degree is in: "BSc in Physics", "Computer Science (BSc)", "Studied Architecture at …"."""

from __future__ import annotations

import re

from graph.documents import SectionKind
from graph.extraction.dates.words import month_names
from graph.extraction.education.date_lines import A_YEAR
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.places import is_place
from graph.extraction.heads.study_forms import LEADING, STUDY, degree_pattern, institution_pattern
from graph.extraction.reading import Reading

_FIELD = re.compile(
    r"(?:\.(?=\s\(?[A-Z]))?(?:\s?\((?:19|20)\d\d\)(?=\s(?:with\s|in\s|majoring\s)))?(?:\s(?:[Cc]andidate|[Ss]tudent)(?=,|\sin\s))?(?:\s{0,40}\(?(?:Hons?\.?|Honou?rs)\)?)?(?:\s{0,40}[’']s)?(?:\s{0,40}[Dd]egrees?\b)?(?:\s{0,40}(?:with (?:a )?(?:major|"
    r"concentration) in|majoring in|major(?:ed)? in|in|na kierunku|of|en|di|de|em|i|in der|im|,|–|—|-|:|\(|\|))?(?:(?<=\()|\s{1,40}?)"
    r"(?P<field>(?:[A-ZÀ-Þ]|(?<=\s(?:en|di|in|de)\s)[a-zà-ÿ]|(?<=\si\s)[a-zà-ÿ])[^,;|•·–—()@\d\n\t]{0,90}?)\s{0,40}(?=$|[,;|•·–—()@\d\n\t]|\*{0,2}:\s|\s-{1,99}\s|\s-{2}|\s\.{3}|\s{3,}|(?<=\w)\*\*\s(?=[a-zà-ÿ])|\s(?:at|from|with|por|pela|pelo|presso|an\sder|am|à|"
    r"minor|and (?:a|chose|moved|went|then|I|am|was|became|joined|started|began|spent|worked|wrote)|graduated)\b|\.\s|\.$)"
)
_SHORT_BEHIND = re.compile(r"\.?\)(?=[\s,–—:-])|\s\((?:[A-Z][A-Za-z]{0,4}\.?\s?){1,4}\)(?=[\s,–—:-])")
"""The degree's short form in brackets, or the end of it: "Master of Science (M.Sc.) in Phonetics"."""
_STUDIED = re.compile(
    r"\b(?:[Ss]tudied|[Rr]ead|[Mm]ajored in|[Ss]tudying)\s(?P<field>[A-ZÀ-Þ][\w]+(?:\s(?:(?:and|of|&)\s)?[A-ZÀ-Þ]\w+){0,3}|"
    r"(?!part\b|full\b|abroad\b|there\b|hard\b|for\b|at\b|it\b|first\b|again\b|and\b|late\b)[a-z]{3,20}(?:\s(?:and\s|of\s)?(?!at\b|with\b|from\b|in\b|on\b|while\b)[a-z]{3,16}){0,2})\s(?:at\b|with\b|from\b|\()"
)


_MAJOR = re.compile(r"\A(?:Major(?:ing)?|Specialization|Specialisation|Concentration)(?: in|:)? (?=[A-Z])")
"""Leads to a field: "Bachelor of Science, Major Computer Science"."""
_JOINED = re.compile(r"\s(?:and|und|et|y|e|&|\+)\s*\Z")
"""Between a field and the next degree: "BS in Physics and BA in Music"."""
_BETWEEN = re.compile(r"\s(?:and|und|et|y|e|&|\+)\s(?P<field>[^\W\d_]{3,20}(?:\s[^\W\d_]{2,20}){0,3})\s\Z")


def field_after(reading: Reading, text: str) -> str | None:
    """Return the subject with which the words behind a degree begin: "in Phonetics, Tarn University"; None for none."""
    match = _FIELD.match(text, 0 if (short := _SHORT_BEHIND.match(text)) is None else short.end())
    if match is None:
        return None
    words = _MAJOR.sub("", _JOINED.sub("", match["field"]).strip(" .*_`"))
    return words if may_be_field(reading, words) else None


def field_before(reading: Reading, line: HeadLine, end: int) -> str | None:
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


def field_between(reading: Reading, text: str) -> str | None:
    """Return the field between two degrees, of the second: "Geophysics BS and computer science BA"."""
    found = _BETWEEN.match(text)
    return found["field"] if found is not None and may_be_field(reading, found["field"]) else None


def field_studied(reading: Reading, line: HeadLine) -> str | None:
    """Read "Studied Architecture at …" and "Studium Maschinenbau, …"."""
    match = _STUDIED.search(line.text) or STUDY.search(line.text)
    return match["field"] if match and may_be_field(reading, match["field"]) else None


def fields_of_several(text: str) -> list[str | None]:
    """Read "two degrees: one in Physics, one in Law" and "degrees in Physics and Law", not "Bachelor of Arts in Law and Crime"."""
    apart = re.findall(r"\bone in ([A-Z][^,;.\n]*?)(?=,|;|\.|\n|$| and one)", text)
    if len(apart) > 1:
        return list(apart)
    both = re.search(
        r"(?:[Dd]egrees|\b[BM]\.?[A-Z][A-Za-z]{0,2}s|\b(?:[Tt]wo|[Dd]ouble|[Dd]ual)\s[^,;.]{1,40}) in ([A-Z][\w &]{0,80}?) and ((?:in )?[A-Z][\w &]{0,80}?)(?=[,;.\n]|$| from| at)",
        text,
    )
    return [both[1], both[2].removeprefix("in ")] if both else []


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
    """Return whether words may be what somebody studied: no place, date, school, degree or honours."""
    if (
        not words
        or len(words) > 70
        or (re.fullmatch(r"[A-Z]{2}", words) is not None and words not in _SHORT_FIELDS)
        or is_place(words)
        or A_YEAR.search(words)
        or words.casefold() in month_names()
        or _NO_FIELD.search(words)
        or institution_pattern(reading.vocabularies.degrees).search(words)
    ):
        return False
    pattern, _ = degree_pattern(reading.vocabularies.degrees)
    is_honours = any(words.casefold().startswith(honour.casefold()) for honour in reading.vocabularies.degrees.honours)
    return not is_honours and pattern.fullmatch(words) is None and words.casefold() not in _NO_FIELDS
