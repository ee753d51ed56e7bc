"""Reads the names of institutions from one line, and which stand for one without any word that says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.education.degrees import Degree
from graph.extraction.education.part_borders import without_date_words
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.study_forms import LEADING, degree_pattern, institution_pattern, institution_word
from graph.extraction.heads.words import is_team
from graph.extraction.reading import Reading
from graph.model import DateRange

_KINDS = frozenset(
    words_of(
        "University School College Institute Institution Academy Escola Escuela Scuola École Ecole Universidad Università "
        "Université Universidade Universität Hochschule Akademie Instituto Istituto Institut"
    )
)
"""What a table's head calls its column; no name by itself."""


_PRIZE = re.compile(r"\s(?:Scholarship|Award|Prize|Fellowship|Medal)$")
"""Ends what a school gave, no school: "Recipient of Harwick University Academic Scholarship"."""


@dataclass(slots=True)
class Institution:
    name: str
    span: Span
    rule: str
    confidence: float
    line: int
    period: DateRange | None = None
    degrees: list[Degree] = field(default_factory=list)


_WORKED_AT = re.compile(
    r"\b(?:[Ww]ork(?:ed|ing|s)?|[Ee]mployed|[Hh]ired|[Tt]aught|[Ll]ectured|[Ii]nterned|[Ii]nternship|[Tt]utored)\s(?:(?!towards?\b|on\b)[a-z-]{2,14}\s){0,3}(?:at|for|by)\s(?:the\s)?\Z"
)
"""Words before a school that say that somebody worked there: "While studying I worked at the …"."""


def institutions_of(reading: Reading, line: HeadLine, place: int) -> list[Institution]:
    found = []
    if institution_word(reading.vocabularies.degrees).search(line.text) is None:
        return _by_shape(reading, line, place)
    degree, _ = degree_pattern(reading.vocabularies.degrees)
    named: list[tuple[int, int]] | None = None
    for match in institution_pattern(reading.vocabularies.degrees).finditer(without_date_words(line).replace("_", " ")):
        words, start = match.group(), match.start()
        while (first := words.split(" ", 1)[0]).casefold().strip(".") in LEADING and " " in words:
            start, words = start + len(first) + 1, words.split(" ", 1)[1]
        words, start = _after_degree(reading, words, start)
        words = _GLUED_YEAR.sub("", words.rstrip(" .,*_"))
        # An underscore is emphasis here: "_University of Tarn_".
        # "High School Diploma" holds no school's name.
        ends = match.start() + len(match.group())
        if named is None:
            named = [d.span() for d in degree.finditer(line.text)]
        before = bisect_right(named, start, key=lambda span: span[0]) - 1
        in_degree = before >= 0 and ends < named[before][1]
        if len(words) < 3 or in_degree or words in _KINDS or _PRIZE.search(words) is not None:
            continue
        if _WORKED_AT.search(line.text, max(0, start - 60), start) is not None:
            continue
        span = reading.document.span(line.start + start, line.start + start + len(words))
        period = None if line.period is None else line.period.range
        found.append(Institution(words, span, "institution", 0.9, place, period))
    # "School of Engineering, University of X": the university is where one studied.
    wider = [
        item for item in found if not re.match(r"(?:[A-Z][\w.]{1,40} ){0,2}(?:School|Faculty|Department) of", item.name)
    ]
    return wider or found or _by_shape(reading, line, place)


NAMED_SCHOOL = "name of a school"
"""The rule of a name that counts beside a degree alone."""
_A_SCHOOL = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]+ ){1,5}(?<!Summer )(?<!Winter )(?<!Sunday )(?<!Driving )School")
"""The name of a school of no listed sort: "Gem State Code School"."""


def _by_shape(reading: Reading, line: HeadLine, place: int) -> list[Institution]:
    """Return the name among studies that ends as a school's, or that a picture of one stands before."""
    if line.section is not SectionKind.EDUCATION:
        return []
    if line.text[:1] in _HOUSES:
        return _behind_picture(reading, line, place)
    period = None if line.period is None else line.period.range
    return [
        Institution(piece.text, reading.document.span(piece.start, piece.end), NAMED_SCHOOL, 0.85, place, period)
        for piece in line.of(PieceKind.NAME)
        if _A_SCHOOL.fullmatch(piece.text)
    ]


_GLUED_YEAR = re.compile(r"(?<=[^\W\d_])(?:19|20)\d\d\Z")
"""The first year of dates that no space sets apart from a name, as text taken from pages has them."""
_HOUSES = frozenset("🏫🏛")
"""Pictures that stand before the name of a school."""


def _behind_picture(reading: Reading, line: HeadLine, place: int) -> list[Institution]:
    """Return the name that a picture of a school stands before among studies: "🏫 Centroformax"."""
    names = line.of(PieceKind.NAME)
    if not names or names[0] is not line.pieces[0]:
        return []
    span = reading.document.span(names[0].start, names[0].end)
    period = None if line.period is None else line.period.range
    return [Institution(names[0].text, span, "institution", 0.9, place, period)]


def institution_by_place(reading: Reading, line: HeadLine, place: int, degrees: list[Degree]) -> list[Institution]:
    """Return the name beside a degree, dates and place: "BSc Physics, Georgia Tech, 2012"; at most one.

    For lines of a section of education that hold no word for an institution.
    """
    pattern, _ = degree_pattern(reading.vocabularies.degrees)
    known = {words.casefold() for degree in degrees for words in (degree.name, degree.field_name) if words}
    names = [
        piece
        for piece in line.of(PieceKind.NAME)
        if piece.joint != "("
        and _LABEL_END.match(line.text, piece.end - line.start) is None
        and not piece.text.startswith(("Note ", "Minor in ", "Major in ", "minor in ", "major in "))
        and pattern.search(piece.text) is None
        and not any(piece.start <= degree.span.start < piece.end for degree in degrees)
        and not any(piece.text.casefold() in words or words in piece.text.casefold() for words in known)
        and not is_team(piece.text, reading.vocabularies)
        and not any(piece.text.casefold().startswith(word.casefold()) for word in reading.vocabularies.degrees.honours)
    ]
    if len(names) != 1:
        return []
    span = reading.document.span(names[0].start, names[0].end)
    period = None if line.period is None else line.period.range
    return [Institution(" ".join(names[0].text.split()), span, "name beside a degree", 0.8, place, period)]


_LABEL_END = re.compile(r"[*_]{0,3}:[*_]{0,3}\s(?!\d)")
"""Behind a label, which is no school: "Abschluss: Bachelor of Science"; a mark may stand behind one."""
_TOWN_BEHIND = re.compile(r",\s(?:(?:St|Bad|San|Santa|Sankt)\.?\s)?[A-ZÀ-Þ][^\W\d_.]+(?:[ -][A-ZÀ-Þ][^\W\d_.]*){0,2}$")


def without_town(reading: Reading, span: Span) -> Span:
    """Return where the school of a table's cell stands, without emphasis and the town behind it: "**ZBO**, St. Gallen"."""
    text = reading.quote(span)
    block = reading.block_at(span.start)
    if block is None or block.kind is not BlockKind.TABLE_ROW:
        return span
    if (town := _TOWN_BEHIND.search(text)) is not None:
        whole = institution_pattern(reading.vocabularies.degrees).match(text.lstrip("*_ "))
        if whole is None or whole.end() < len(text.strip("*_ ")):
            text = text[: town.start()]
    start = span.start + len(text) - len(text.lstrip("*_ "))
    return Span(span.document_id, start, start + len(text.strip("*_ ")))


def _after_degree(reading: Reading, words: str, start: int) -> tuple[str, int]:
    pattern, _ = degree_pattern(reading.vocabularies.degrees)
    match = pattern.match(words)
    if match is None or match.end() >= len(words):
        return words, start
    rest = words[match.end() :].lstrip()
    return rest, start + len(words) - len(rest)
