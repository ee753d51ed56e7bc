"""Finds where the author studied, which degree in which field, and when: on one line, on neighbouring lines, in fields.

A degree whose institution stands nowhere near stays out: there is nothing that it could be a fact of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.career_fields import STUDY_ROOTS, field_records, value_of
from graph.extraction.headlines import HeadLine, PieceKind, lines_of
from graph.extraction.people import AUTHOR
from graph.extraction.places import is_place
from graph.extraction.reading import Reading
from graph.model import DateRange, EntityKind, Json, Mention, MentionRelation, RelationKind
from graph.vocabulary import DegreeWords

_REACH = 6
"""Lines over which a degree finds its institution outside a section of education: "dual degrees" and two cards of three lines."""
_FIELD_KEYS = frozenset({"education", "degree", "degrees", "studies", "studied", "ausbildung", "university", "school", "college"})
_CUE = re.compile(r"\b(?:degrees?|diplomas?|studied|graduated?|graduate of|alumn\w+|majored|thesis|doctorate|PhD from|enrolled)\b", re.IGNORECASE)
_NOT_MINE = re.compile(r"\b(?:customers?|clients?|partnered|partnership|collaborat\w+|for students|sold to|hired from|hiring)\b", re.IGNORECASE)
_LEADING = frozenset("at from the studied graduated dual with in by attended alumni my a an bachelor master education university-level and completed earned".split())
_CAP = r"(?!(?:Diploma|Degree|Student|Graduate|GPA|Class)\b)[A-ZÀ-ÖØ-ÞŁŚŽ][\w’'.-]*\w"
# Short forms too common elsewhere to stand in the vocabulary: they count beside an institution or among studies only.
_SHORT = {"MS": "Master of Science", "MA": "Master of Arts", "MEng": "Master of Engineering"}
_FIELD = re.compile(
    r"\s*(?:\(?(?:Hons?\.?|Honou?rs)\)?)?(?:[’']s)?\s*(?:[Dd]egrees?\b)?\s*(?:with (?:a )?(?:major|concentration) in|majoring in|major(?:ed)? in|in|of|en|in der|im|,|–|—|-|:|\(|\|)?\s+?"
    r"(?P<field>[A-ZÀ-Þ][^,;|•·–—()\d\n\t]*?)\s*(?=$|[,;|•·–—()\d\n\t]|\s-\s|\s{3,}|\s(?:at|from|with|minor|and a|graduated)\b|\.\s|\.$)"
)


@dataclass(slots=True)
class _Degree:
    name: str
    field_name: str | None
    period: DateRange | None
    honours: str | None
    span: Span

    def to_json(self) -> dict[str, Json]:
        dates = {"start": None, "end": None} if self.period is None else self.period.to_json()
        if self.period is not None and self.period.start == self.period.end:
            dates["start"] = None  # A single date beside a degree is that of graduation.
        return {"degree": self.name, "field": self.field_name, **dates, "honours": self.honours}


@dataclass(slots=True)
class _Institution:
    name: str
    span: Span
    rule: str
    confidence: float
    line: int
    period: DateRange | None = None
    degrees: list[_Degree] = field(default_factory=list)


def find_education(reading: Reading) -> list[Mention]:
    """Return the institutions where the author studied, each with `degrees`: [{degree, field, start, end, honours}].

    `degrees` is empty where a section of education names none.
    """
    found = [*_in_fields(reading), *_in_lines(reading)]
    with_degrees = {_key(item.name) for item in found if item.degrees}
    mentions, seen = [], set[Span]()
    for item in sorted(found, key=lambda item: item.span):
        if item.span in seen or (not item.degrees and _key(item.name) in with_degrees):
            continue
        seen.add(item.span)
        attributes: dict[str, Json] = {"degrees": [degree.to_json() for degree in item.degrees]}
        period = next((degree.period for degree in item.degrees if degree.period is not None), item.period)
        mentions.append(
            Mention(
                EntityKind.INSTITUTION, _key(item.name), item.name, reading.quote(item.span), item.span, item.rule, item.confidence,
                reading.section_id_at(item.span.start), attributes=attributes, period=period,
            )  # fmt: skip
        )
    return mentions


def relate_education(reading: Reading) -> list[MentionRelation]:
    """Return studied_at from the author to each institution among `reading.mentions`."""
    author = (EntityKind.PERSON, AUTHOR)
    return [
        MentionRelation(author, RelationKind.STUDIED_AT, mention.identity, mention.span, mention.rule, mention.confidence, mention.period)
        for mention in reading.mentions
        if mention.kind is EntityKind.INSTITUTION
    ]


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold().removeprefix("the ")))


# ---------------------------------------------------------------- words


@lru_cache(maxsize=4)
def _degree_pattern(words: DegreeWords) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for all names of degrees, longest first, and casefolded name → its degree."""
    names = {form: name for name, aliases in words.degrees for form in (name, *aliases)}
    forms = sorted((form for form in names if form), key=lambda form: (-len(form), form))
    # Abbreviations must be written as they are: "ba" and "be" are words.
    parts = [re.escape(form) if len(form) <= 6 else f"(?i:{re.escape(form)})" for form in forms]
    return re.compile(r"(?<![\w.])(?:" + "|".join(parts) + r")(?!\w)"), {form.casefold(): name for form, name in names.items()}


@lru_cache(maxsize=4)
def _institution_pattern(words: DegreeWords) -> re.Pattern[str]:
    listed = sorted(words.institution_words, key=lambda word: (-len(word), word))
    before = "|".join(re.escape(word) for word in listed if word.endswith(" of"))
    whole = "|".join(re.escape(word) for word in listed if not word.endswith(" of"))
    tail = rf"(?:,?\s(?:of|for|de|del|della|da|di|du|des|der|at|zu|the)(?:\s(?:the|la|los|le))?\s{_CAP}(?:\s(?:(?:and|&|of)\s)?{_CAP}){{0,3}})"
    campus = r"(?:,\s(?:Berkeley|Los Angeles|San Diego|Irvine|Davis|Santa Barbara|Santa Cruz|Riverside|Urbana-Champaign|Ann Arbor|Chapel Hill|College Park|Twin Cities))?"
    return re.compile(
        rf"(?<![\w@])(?:(?:{_CAP}\s(?:(?:and|&|of)\s)?){{0,5}}(?:{whole})(?![\w@])(?:{tail}{{1,2}}|(?:\s{_CAP}){{0,3}}){campus}"
        rf"|(?:{_CAP}\s){{0,3}}(?:{before})\s{_CAP}(?:\s(?:(?:and|&|of)\s)?{_CAP}){{0,4}})"
    )


def _degrees_of(reading: Reading, line: HeadLine, is_study: bool) -> list[_Degree]:
    pattern, names = _degree_pattern(reading.vocabularies.degrees)
    found = [(match.start(), match.end(), names[match.group().casefold()]) for match in pattern.finditer(line.text) if match.group().casefold() in names]
    if is_study and not found and (match := re.match(r"(?:MS|MA|MEng)(?=,?\s(?:in\s)?[A-Z]|,|$)", line.text)):
        found = [(0, match.end(), _SHORT[match.group()])]
    honours = _honours(reading, line)
    period = None if line.period is None else line.period.range
    degrees = []
    for place, (start, end, name) in enumerate(found):
        limit = found[place + 1][0] if place + 1 < len(found) else len(line.text)
        named_field = _field_after(reading, line.text[end:limit]) or (_field_before(reading, line, start) if place == 0 else None)
        span = reading.document.span(line.start + start, line.start + end)
        for each in _fields_of_several(line.text[start:limit]) or [named_field]:
            degrees.append(_Degree(name, each, period, honours, span))
    return degrees


def _fields_of_several(text: str) -> list[str | None]:
    """Read "two degrees: one in Physics, one in Law" and "degrees in Physics and Law"."""
    apart = re.findall(r"\bone in ([A-Z][^,;.\n]*?)(?=,|;|\.|\n|$| and one)", text)
    if len(apart) > 1:
        return list(apart)
    both = re.search(r"(?:[Dd]egrees|s) in ([A-Z][\w &]*?) and ((?:in )?[A-Z][\w &]*?)(?=[,;.\n]|$| from| at)", text)
    return [both[1], both[2].removeprefix("in ")] if both else []


def _field_after(reading: Reading, text: str) -> str | None:
    match = _FIELD.match(text)
    if match is None:
        return None
    words = match["field"].strip(" .*_")
    return words if _may_be_field(reading, words) else None


def _field_before(reading: Reading, line: HeadLine, end: int) -> str | None:
    """Read "Computer Science, BSc" and "Computer Science (BSc)"."""
    head = re.split(r"[,;|•·–—:]|\s-\s", line.text[:end].rstrip(" ,(–—-|•·*_"))[-1].strip(" *_")
    return head if head[:1].isupper() and _may_be_field(reading, head) else None


def _may_be_field(reading: Reading, words: str) -> bool:
    if not words or len(words) > 70 or is_place(words) or _institution_pattern(reading.vocabularies.degrees).search(words):
        return False
    pattern, _ = _degree_pattern(reading.vocabularies.degrees)
    is_honours = any(words.casefold().startswith(honour.casefold()) for honour in reading.vocabularies.degrees.honours)
    return not is_honours and pattern.fullmatch(words) is None and words.casefold() not in ("degree", "the", "education", "expected", "graduated", "two", "dual", "double", "both", "a", "my")


def _honours(reading: Reading, line: HeadLine) -> str | None:
    gpa = re.search(r"\bC?GPA:?\s*[\d.,]+(?:\s*/\s*[\d.,]+)?", line.text)
    for words in sorted(reading.vocabularies.degrees.honours, key=len, reverse=True):
        if words not in ("GPA", "CGPA") and (match := re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line.text, re.IGNORECASE)):
            return match.group()
    return gpa.group() if gpa else None


def _institutions_of(reading: Reading, line: HeadLine, place: int) -> list[_Institution]:
    found = []
    for match in _institution_pattern(reading.vocabularies.degrees).finditer(line.text):
        words, start = match.group(), match.start()
        while (first := words.split(" ", 1)[0]).casefold().strip(".") in _LEADING and " " in words:
            start, words = start + len(first) + 1, words.split(" ", 1)[1]
        words, start = _after_degree(reading, words, start)
        words = words.rstrip(" .,*_")
        if len(words) < 3:
            continue
        span = reading.document.span(line.start + start, line.start + start + len(words))
        period = None if line.period is None else line.period.range
        found.append(_Institution(words, span, "institution", 0.9, place, period))
    # "School of Engineering, University of X": the university is where one studied.
    wider = [item for item in found if not re.match(r"(?:School|Faculty|Department) of", item.name)]
    return wider or found


def _after_degree(reading: Reading, words: str, start: int) -> tuple[str, int]:
    pattern, _ = _degree_pattern(reading.vocabularies.degrees)
    match = pattern.match(words)
    if match is None or match.end() >= len(words):
        return words, start
    rest = words[match.end() :].lstrip()
    return rest, start + len(words) - len(rest)


# ---------------------------------------------------------------- lines


def _in_lines(reading: Reading) -> list[_Institution]:
    """Pair degrees with institutions in reading order: those of one line, else the neighbour on the side where the first one had it."""
    lines = lines_of(reading, _FIELD_KEYS)
    found: list[_Institution] = []
    pending: list[tuple[int, _Degree]] = []
    last: _Institution | None = None
    degree_first: bool | None = None
    last_place, was_study = -_REACH, False
    for place, line in enumerate(lines):
        is_study = line.section is SectionKind.EDUCATION or line.block.kind is BlockKind.FIELD
        if line.block.kind is BlockKind.HEADING and line.text.casefold().strip(": ") in ("education", "studies", "ausbildung"):
            continue
        if is_study != was_study or place - last_place > (2 * _REACH if is_study else _REACH):
            _pair(pending, last)
            pending, last, degree_first = [], None, None
        was_study = is_study
        institutions = _institutions_of(reading, line, place)
        degrees = _degrees_of(reading, line, is_study or bool(institutions))
        if not (institutions or degrees):
            continue
        if not is_study and not _speaks_of_study(line, lines, place, degrees, reading):
            continue
        _complete(degrees, institutions, lines, place)
        last_place = place
        for item in institutions:
            item.rule, item.confidence = ("education section", 0.95) if is_study else ("study in a sentence", 0.85)
            found.append(item)
        if institutions and degrees:
            for degree in degrees:
                nearest = min(institutions, key=lambda item: abs(item.span.start - degree.span.start))
                nearest.degrees.append(degree)
            last = institutions[-1]
        elif institutions:
            last = institutions[0]
            degree_first = bool(pending) if degree_first is None else degree_first
            _pair(pending, last)
            pending = []
        elif last is not None and not degree_first:
            _pair([(place, degree) for degree in degrees], last)
        else:
            degree_first = True
            pending.extend((place, degree) for degree in degrees)
    _pair(pending, last)
    return [item for item in found if item.degrees or item.rule == "education section" or _CUE.search(lines[item.line].text)]


def _pair(pending: Sequence[tuple[int, _Degree]], institution: _Institution | None) -> None:
    if institution is None:
        return
    for _, degree in pending:
        degree.period = degree.period or institution.period
        institution.degrees.append(degree)


def _complete(degrees: list[_Degree], institutions: list[_Institution], lines: Sequence[HeadLine], place: int) -> None:
    """Give dates from the line below, or above, where it holds nothing else (a place aside)."""
    for neighbour in (place + 1, place - 1):
        if not 0 <= neighbour < len(lines) or lines[neighbour].period is None or lines[max(place, neighbour)].gap > 1:
            continue
        if any(piece.kind not in (PieceKind.PLACE, PieceKind.ASIDE) for piece in lines[neighbour].pieces) or lines[neighbour].is_prose:
            continue
        period = lines[neighbour].period
        for item in (*degrees, *institutions):
            item.period = item.period or (None if period is None else period.range)


def _speaks_of_study(line: HeadLine, lines: Sequence[HeadLine], place: int, degrees: list[_Degree], reading: Reading) -> bool:
    """Return whether a line outside a section of education tells of the author's own study."""
    if line.section in (SectionKind.SKILLS, SectionKind.CONTACT) or _NOT_MINE.search(line.text):
        return False
    if degrees and len(line.text) <= 160 and not line.is_prose:
        return True
    if degrees or _CUE.search(line.text):
        return line.section is not SectionKind.EXPERIENCE or bool(degrees)
    near = [neighbour for neighbour in (place - 1, place + 1) if 0 <= neighbour < len(lines)]
    if line.is_prose or line.section is SectionKind.EXPERIENCE:
        return False
    return any(not lines[other].is_prose and _degrees_of(reading, lines[other], is_study=True) for other in near)


# ---------------------------------------------------------------- fields


def _in_fields(reading: Reading) -> list[_Institution]:
    found = []
    for record in field_records(reading):
        block = record.blocks.get("institution") or (record.blocks.get("name") if record.root in STUDY_ROOTS else None)
        if block is None or not ({"degree", "field"} & set(record.blocks) or record.root in STUDY_ROOTS):
            continue
        if not record.prefix and "degree" not in record.blocks:
            continue
        name = value_of(reading, block)
        text = reading.quote(block.span)
        bare = text.strip("\"' \t\r\n")
        start = block.span.start + text.index(bare)
        item = _Institution(name, reading.document.span(start, start + len(bare)), "education field", 0.97, 0, record.period(reading))
        if {"degree", "field"} & set(record.blocks):
            item.degrees.append(_degree_of_record(reading, {fact: value_of(reading, b) for fact, b in record.blocks.items()}, item))
        found.append(item)
    return found


def _degree_of_record(reading: Reading, facts: dict[str, str], item: _Institution) -> _Degree:
    pattern, names = _degree_pattern(reading.vocabularies.degrees)
    words = facts.get("degree", "")
    match = pattern.match(words)
    name = names.get(match.group().casefold(), words) if match else words
    named_field = facts.get("field") or (_field_after(reading, words[match.end() :]) if match else None)
    return _Degree(name, named_field, item.period, facts.get("honours"), item.span)
