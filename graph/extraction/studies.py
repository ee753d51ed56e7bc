"""Reads degrees, their fields and institutions from one line. Which belong together is decided in education.py."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from graph.alternation import alternation
from graph.documents import SectionKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.head_words import is_team
from graph.extraction.headlines import HeadLine, PieceKind
from graph.extraction.places import is_place
from graph.extraction.reading import Reading
from graph.model import DateRange, Json
from graph.vocabulary import DegreeWords

_LEADING = frozenset(
    words_of(
        """
        i at from the studied graduated dual with in by attended alumni my a an bachelor master education university-level
        and completed earned
        """
    )
)
_CAP = r"(?!(?:Diploma|Degree|Student|Graduate|GPA|Class)\b)[A-ZÀ-ÖØ-ÞŁŚŽ][\w’'.-]*\w"
# Short forms too common elsewhere to stand in the vocabulary: they count beside an institution or among studies only.
_SHORT = {
    "MS": "Master of Science",
    "MA": "Master of Arts",
    "MEng": "Master of Engineering",
    "Master": "Master",
    "Bachelor": "Bachelor",
    "Doctorat": "Doctor of Philosophy",
    "Promotion": "Doctor of Philosophy",
    "Doktor": "Doctor of Philosophy",
    "Ingeniería": "Ingeniería",
    "Engenharia": "Engenharia",
    "Magister": "Magister",
}
_SHORT_FORM = re.compile(
    r"(?:^|[*_,;|–—•·:(\t]\s{0,60}|\s{2}|\d\s)(?P<name>"
    + "|".join(_SHORT)
    + r")(?=,?\s(?:(?:in\s|en\s|di\s|of\s)?[A-ZÀ-Þ]|(?:en|di)\s\w)|,|$)"
)
_LEVELS = ("NVQ", "SVQ", "City & Guilds", "AAT", "BTEC", "QCF", "Cert", "Diploma")
# School leaving and vocational qualifications that the vocabulary lacks, called as they are written.
_MORE_DEGREES = (
    *(f"{name} Level {level}" for name in _LEVELS for level in range(1, 8)),
    *(f"Level {level} {name}" for name in (*_LEVELS[:4], "Certificate", "Award") for level in range(1, 8)),
    *(f"MBO{joint}{level}" for joint in (" ", "-", " niveau ") for level in range(1, 5)),
    *words_of(
        """
        HTS | MTS | HEAO | MEAO | LTS | MAVO | FP I | FP II | Formación Profesional | NVQ | HAVO | VWO | VMBO | MBO | Mittlere Reife | Realschulabschluss | Hauptschulabschluss | Fachabitur |
        Fachhochschulreife | Allgemeine Hochschulreife | Matura | Gesellenbrief | Meisterbrief | A-levels | A Levels |
        GCSEs | HND | HNC | Higher National Diploma | Higher National Certificate | Foundation Degree | Leaving Certificate |
        Post-hbo | Post-HBO | Meisterprüfung | Gesellenprüfung | Abschlussprüfung | BTS | Bac Pro | Baccalauréat professionnel | Licence professionnelle | Bachillerato | Grado en |
        Ciclo Formativo de Grado Superior | Ciclo Formativo de Grado Medio | Técnico Superior | Bacharelado |
        Ensino Médio | Tecnólogo | Curso Técnico | Diploma di maturità | Maturità | Diplom-Ingenieur (FH) |
        Diplom-Ingenieurin (FH) | Diplom-Ingenieur | Diplom-Ingenieurin | Diplom-Kaufmann | Diplom-Kauffrau |
        Diplom-Informatiker | Diplom-Informatikerin | Diplom-Betriebswirt | Diplom-Betriebswirtin |
        Staatsexamen | Erstes Staatsexamen | Zweites Staatsexamen
        """,
        "|",
    ),
)
_TRAINING = re.compile(r"(?:^|\s)(?P<name>(?:Berufsa|A)usbildung|Umschulung|Lehre)\s(?:zum|zur|als)\s(?=[A-ZÄÖÜ])")
_COMPOUND = (
    r"[A-ZÀ-Þ][\w-]{2,}-(?:Universität|Hochschule|Schule|Gymnasium|Kolleg|Akademie|Oberschule|Realschule|College|Lyceum)|"
    r"Handwerkskammer|Handelskammer|IHK|Realschule|Oberschule|Gesamtschule|Scholengemeenschap|[A-ZÀ-Þ][\w-]{2,}(?:universität|hochschule|schule|gymnasium|kolleg|akademie|universiteit|hogeschool|"
    r"scholengemeenschap|lyceum|universitet|högskola|skolan|gymnasiet|højskole|høyskole|yliopisto|opisto)"
)
"""German, Dutch and Nordic names of institutions in one word: "Rijksuniversiteit", "Pflegeschule"."""
_FIELD = re.compile(
    r"\A(?:\s*\(?(?:Hons?\.?|Honou?rs)\)?)?(?:\s*[’']s)?(?:\s*[Dd]egrees?\b)?(?:\s*(?:with (?:a )?(?:major|"
    r"concentration) in|majoring in|major(?:ed)? in|in|of|en|di|em|i|in der|im|,|–|—|-|:|\(|\|))?\s+?"
    r"(?P<field>(?:[A-ZÀ-Þ]|(?<=\sen\s)[a-zà-ÿ]|(?<=\sdi\s)[a-zà-ÿ])[^,;|•·–—()\d\n\t]*?)\s*(?=$|[,;|•·–—()\d\n\t]|\s-\s|\s{3,}|\s(?:at|from|with|"
    r"minor|and a|graduated)\b|\.\s|\.$)"
)


_NO_LICENCE = re.compile(
    r"(?i)\b(?:driving|driver[’']?s?|pilot[’']?s?|personal|trade|music|gun|hgv|lorry|export|software|open|fishing|taxi|radio)\s+$"
)
_NO_DEGREE = re.compile(
    r"\s{1,60}+(?:students?|candidates?|research(?:er)?s?|fellows?|level|positions?|supervis\w+|intern)\b",
    re.IGNORECASE,
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
        return {**named, "field": self.field_name, **dates, "honours": self.honours}


@dataclass(slots=True)
class Institution:
    name: str
    span: Span
    rule: str
    confidence: float
    line: int
    period: DateRange | None = None
    degrees: list[Degree] = field(default_factory=list)


@lru_cache(maxsize=4)
def degree_pattern(words: DegreeWords) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for all names of degrees, longest first, and casefolded name → its degree."""
    names = {form: form for form in _MORE_DEGREES}
    names |= {form: name for name, aliases in words.degrees for form in (name, *aliases)}
    # Abbreviations must be written as they are: "ba" and "be" are words.
    short = alternation(form for form in names if 0 < len(form) <= 6)
    long = alternation((form for form in names if len(form) > 6), ignore_case=True)
    return re.compile(rf"(?<![\w.])(?:{long}|{short})(?!\w)"), {form.casefold(): name for form, name in names.items()}


@lru_cache(maxsize=4)
def institution_pattern(words: DegreeWords) -> re.Pattern[str]:
    """Return a pattern for names of schools and universities."""
    listed = sorted(words.institution_words, key=lambda word: (-len(word), word))
    before = "|".join(re.escape(word) for word in listed if word.endswith(" of"))
    whole = "|".join(
        [*(re.escape(word) for word in listed if not word.endswith(" of")), "ROC", "IUT", "IES", _COMPOUND]
    )
    tail = (
        rf"(?:,? (?:of|for|de|del|della|delle|degli|da|do|dos|das|di|du|des|der|at|zu|zum|zur|am|im|für|van|voor|the)(?: (?:the|la|los|"
        rf"las|le|les|der|den|het))? (?:[dl][’'])?{_CAP}(?: (?:(?:and|&|of|de|e|et|und|y) )?{_CAP}){{0,3}}| (?:d|dell)[’']{_CAP}(?: {_CAP}){{0,2}})"
    )
    campus = (
        r"(?:, (?:Berkeley|Los Angeles|San Diego|Irvine|Davis|Santa Barbara|Santa Cruz|Riverside|"
        r"Urbana-Champaign|Ann Arbor|Chapel Hill|College Park|Twin Cities))?"
    )
    return re.compile(
        rf"(?<![\w@])(?:(?:{_CAP} (?:(?:and|&|of) )?){{0,5}}(?:{whole})(?![\w@])(?: {_CAP}){{0,3}}"
        rf"{tail}{{0,2}}{campus}"
        rf"|(?:{_CAP} ){{0,3}}(?:{before}) {_CAP}(?: (?:(?:and|&|of) )?{_CAP}){{0,4}})"
    )


def degrees_of(reading: Reading, line: HeadLine, is_study: bool) -> list[Degree]:
    pattern, names = degree_pattern(reading.vocabularies.degrees)
    found = [
        (match.start(), match.end(), names[match.group().casefold()])
        for match in pattern.finditer(line.text)
        if match.group().casefold() in names
    ]
    found = [item for item in found if _NO_DEGREE.match(line.text, item[1]) is None]
    found = [item for item in found if item[2] != "Licence" or _NO_LICENCE.search(line.text[: item[0]]) is None]
    if line.section is not SectionKind.EDUCATION:
        # "BS detectors": in running text an abbreviation is a degree only before a field, comma, bracket or the end.
        found = [
            item
            for item in found
            if item[1] - item[0] > 4
            or re.match(
                r"\A(?:,|\s+in\s|\s*[()–—|•·-]|\s+degree|\s+from\s+(?:the\s+)?[A-Z]|\s*$|\s+[A-Z])",
                line.text[item[1] :],
            )
        ]
    if is_study and not found and (match := _SHORT_FORM.search(line.text)):
        found = [(*match.span("name"), _SHORT[match["name"]])]
    if line.section is SectionKind.EDUCATION and not found and (match := _TRAINING.search(line.text)):
        found = [(match.start("name"), match.end() - 1, match["name"])]
    found = _without_short_forms(found, line.text)
    honours = _honours(reading, line)
    period = None if line.period is None else line.period.range
    degrees = []
    for place, (start, end, name) in enumerate(found):
        limit = found[place + 1][0] if place + 1 < len(found) else len(line.text)
        is_school = line.text[start:end].casefold() in _OF_SCHOOL and line.text[end:].startswith(",")
        named_field = (None if is_school else field_after(reading, line.text[end:limit])) or (
            _field_before(reading, line, start) if place == 0 else None
        )
        span = reading.document.span(line.start + start, line.start + end)
        for each in _fields_of_several(line.text[start:limit]) or [named_field]:
            degrees.append(Degree(name, line.text[start:end], each, period, honours, span))
    return degrees


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
    """Read "two degrees: one in Physics, one in Law" and "degrees in Physics and Law"."""
    apart = re.findall(r"\bone in ([A-Z][^,;.\n]*?)(?=,|;|\.|\n|$| and one)", text)
    if len(apart) > 1:
        return list(apart)
    both = re.search(
        r"(?:[Dd]egrees|s) in ([A-Z][\w &]{0,80}?) and ((?:in )?[A-Z][\w &]{0,80}?)(?=[,;.\n]|$| from| at)", text
    )
    return [both[1], both[2].removeprefix("in ")] if both else []


_OF_SCHOOL = frozenset(
    words_of(
        "havo | vwo | vmbo | mittlere reife | abitur | fachabitur | gcses | gcse | a-levels | matura | a levels", "|"
    )
)
"""Qualifications of schools: what stands behind their comma is the school, not a field."""


def field_after(reading: Reading, text: str) -> str | None:
    match = _FIELD.match(text)
    if match is None:
        return None
    words = match["field"].strip(" .*_")
    return words if _may_be_field(reading, words) else None


def _field_before(reading: Reading, line: HeadLine, end: int) -> str | None:
    """Read "Computer Science, BSc" and "Computer Science (BSc)"."""
    head = re.split(r"[,;|•·–—:?]|\s-\s|\*\*", line.text[:end].rstrip(" ,(–—-|•·*_"))[-1].strip(" *_")
    while " " in head and head.split(" ", 1)[0].casefold() in _LEADING:
        head = head.split(" ", 1)[1]
    return head if head[:1].isupper() and _may_be_field(reading, head) else None


def _may_be_field(reading: Reading, words: str) -> bool:
    if (
        not words
        or len(words) > 70
        or is_place(words)
        or institution_pattern(reading.vocabularies.degrees).search(words)
    ):
        return False
    pattern, _ = degree_pattern(reading.vocabularies.degrees)
    is_honours = any(words.casefold().startswith(honour.casefold()) for honour in reading.vocabularies.degrees.honours)
    return (
        not is_honours
        and pattern.fullmatch(words) is None
        and words.casefold()
        not in ("degree", "the", "education", "expected", "graduated", "two", "dual", "double", "both", "a", "my")
    )


@lru_cache(maxsize=8)
def _honours_pattern(degrees: DegreeWords) -> re.Pattern[str]:
    listed = sorted((words for words in degrees.honours if words not in ("GPA", "CGPA")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)


def _honours(reading: Reading, line: HeadLine) -> str | None:
    gpa = re.search(r"\bC?GPA:?\s*[\d.,]+(?:\s*/\s*[\d.,]+)?", line.text)
    if match := _honours_pattern(reading.vocabularies.degrees).search(line.text):
        return match.group()
    return gpa.group() if gpa else None


def institutions_of(reading: Reading, line: HeadLine, place: int) -> list[Institution]:
    found = []
    degree, _ = degree_pattern(reading.vocabularies.degrees)
    named: list[tuple[int, int]] | None = None
    for match in institution_pattern(reading.vocabularies.degrees).finditer(line.text):
        words, start = match.group(), match.start()
        while (first := words.split(" ", 1)[0]).casefold().strip(".") in _LEADING and " " in words:
            start, words = start + len(first) + 1, words.split(" ", 1)[1]
        words, start = _after_degree(reading, words, start)
        words = words.rstrip(" .,*_")
        # "High School Diploma" holds no school's name.
        ends = match.start() + len(match.group())
        if named is None:
            named = [d.span() for d in degree.finditer(line.text)]
        before = bisect_right(named, start, key=lambda span: span[0]) - 1
        in_degree = before >= 0 and ends < named[before][1]
        if len(words) < 3 or in_degree:
            continue
        span = reading.document.span(line.start + start, line.start + start + len(words))
        period = None if line.period is None else line.period.range
        found.append(Institution(words, span, "institution", 0.9, place, period))
    # "School of Engineering, University of X": the university is where one studied.
    wider = [item for item in found if not re.match(r"(?:School|Faculty|Department) of", item.name)]
    return wider or found


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


def _after_degree(reading: Reading, words: str, start: int) -> tuple[str, int]:
    pattern, _ = degree_pattern(reading.vocabularies.degrees)
    match = pattern.match(words)
    if match is None or match.end() >= len(words):
        return words, start
    rest = words[match.end() :].lstrip()
    return rest, start + len(words) - len(rest)
