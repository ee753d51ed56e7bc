"""Reads studies whose school no word tells, by its place: a heading with degree and dates below; and lines of years at school.

Called by education.py; pairs nothing with what stands farther off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods, parse_period
from graph.extraction.education.degrees import Degree, degrees_of
from graph.extraction.education.institutions import Institution, institutions_of
from graph.extraction.heads.entry_facts import begins_with_degree
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.study_forms import says_schooling
from graph.extraction.reading import Reading
from graph.model import DateRange
from graph.vocabulary import Vocabularies

_FEWEST = 2
"""Entries of one shape that tell where the school stands."""


def schools_by_heading(reading: Reading, lines: Sequence[HeadLine], studies: Sequence[range]) -> dict[int, Institution]:
    """Return place → school of the headings among studies that no word tells, if another of their shape is a school's.

    "### Centro Ourinhos", "**Sistemas** | 02/2020 - 08/2023" beside "### Escola Barão", "**Ensino Médio** | 2017 - 2019".
    """
    found = _with_field_before(reading, lines) or _by_line_of_study(reading, lines, studies)
    if found:
        return found
    places = [place for place, line in enumerate(lines[:-1]) if _heads_study(line, lines[place + 1])]
    if len(places) < _FEWEST or any(degrees_of(reading, lines[place], is_study=True) for place in places):
        return {}
    known = [place for place in places if institutions_of(reading, lines[place], place)]
    for place in places if known else ():
        line, below = lines[place], lines[place + 1]
        if place in known or institutions_of(reading, below, place + 1) or line.pieces[0].kind is not PieceKind.NAME:
            continue
        names = [piece for piece in line.pieces if piece.kind is not PieceKind.PLACE]
        is_whole = all(piece.kind is PieceKind.NAME and piece.joint in ("", "|") for piece in names)
        span = reading.document.span(names[0].start, names[-1 if is_whole else 0].end)
        period = None if below.period is None else below.period.range
        school = Institution(" ".join(reading.quote(span).split()), span, "school by its place", 0.8, place, period)
        studied = below.pieces[0]
        is_field = studied.kind is not PieceKind.PLACE and _NO_FIELD.match(studied.text.strip("*_ ")) is None
        if is_field and not degrees_of(reading, below, is_study=True):
            where = reading.document.span(studied.start, studied.end)
            school.degrees.append(Degree("", "", " ".join(studied.text.split()), period, None, where))
        found[place] = school
    return found


def _by_line_of_study(reading: Reading, lines: Sequence[HeadLine], studies: Sequence[range]) -> dict[int, Institution]:
    """Return the names that no word tells on the line of a study on which another study has its school, where a line below or above names a degree.

    "Unipedra - 2019 - 2023" above "BSc Botany", beside "Tarn College - 2015 - 2019" above "Diploma in Forestry".
    """
    schools = [[at - study.start for at in study if institutions_of(reading, lines[at], at)] for study in studies]
    known = {
        own[0]
        for own, study in zip(schools, studies, strict=True)
        if own and len(study) > 1 and not degrees_of(reading, lines[study.start + own[0]], is_study=True)
    }
    found: dict[int, Institution] = {}
    for own, study in zip(schools, studies, strict=True):
        place = next((study.start + at for at in sorted(known) if at < len(study)), None)
        if own or place is None or not _may_be_school(lines[place]):
            continue
        if {at for at in study if degrees_of(reading, lines[at], is_study=True)} - {place}:
            if degrees_of(reading, lines[place], is_study=True):
                continue
            line = lines[place]
            span = reading.document.span(line.pieces[0].start, line.pieces[0].end)
            dates = None if line.period is None else line.period.range
            name = " ".join(line.pieces[0].text.split())
            found[place] = Institution(name, span, "school by its place", 0.8, place, dates)
    return found


def _may_be_school(line: HeadLine) -> bool:
    """Return whether a line holds one name, perhaps a town and dates, and nothing else."""
    if line.is_prose or not line.pieces or line.pieces[0].kind is not PieceKind.NAME:
        return False
    return all(piece.kind in (PieceKind.PLACE, PieceKind.ASIDE) for piece in line.pieces[1:])


_FIELD_AND_SCHOOL = re.compile(
    r"(?P<field>[^*_\n]{3,60}?)\s[–—-]\s[*_]{1,2}(?P<school>[^*_\n/]{2,60}?)(?:/[^*_\n]{2,20})?[*_]{1,2}"
)


def _with_field_before(reading: Reading, lines: Sequence[HeadLine]) -> dict[int, Institution]:
    """Return the schools in italics behind what was studied, of two or more headings: "### Automação - *SENAY/SMO*", "*Técnico* - 2017"."""
    found: dict[int, Institution] = {}
    for place, line in enumerate(lines[:-1]):
        below = lines[place + 1]
        if line.section is not SectionKind.EDUCATION or line.block.kind is not BlockKind.HEADING:
            continue
        stated = _FIELD_AND_SCHOOL.fullmatch(line.text)
        if stated is None or below.gap > 1 or below.is_prose or institutions_of(reading, line, place):
            continue
        if degrees_of(reading, line, is_study=True) or below.block.kind is BlockKind.HEADING:
            continue
        span = reading.document.span(line.start + stated.start("school"), line.start + stated.end("school"))
        school = Institution(stated["school"], span, "school by its place", 0.8, place)
        dates = find_periods(below.text)
        school.period = dates[0].range if dates else None
        degree = next(iter(degrees_of(reading, below, is_study=True)), None)
        name, words = (degree.name, degree.words) if degree is not None else ("", "")
        where = reading.document.span(line.start + stated.start("field"), line.start + stated.end("field"))
        school.degrees.append(Degree(name, words, stated["field"], school.period, None, where))
        found[place] = school
    return found if len(found) >= _FEWEST else {}


def _heads_study(line: HeadLine, below: HeadLine) -> bool:
    """Return whether a heading among studies stands right above a line of what was studied, and when."""
    is_head = line.block.kind is BlockKind.HEADING and line.section is SectionKind.EDUCATION and line.period is None
    if not is_head or not line.pieces or line.block.level < 2 or below.block.kind is BlockKind.HEADING:
        return False
    return below.period is not None and below.gap <= 1 and bool(below.pieces) and not below.is_prose


def is_of_pupil(line: HeadLine, vocabularies: Vocabularies) -> bool:
    """Return whether a line of a career says with dates which school somebody went to: "09/2001 - 07/2005 | Grundschule Eggham".

    Or, among jobs, which degree was taken where: "2018 - 2022: Bachelor in Informatik, TOHW".
    """
    if line.period is None or not line.period.lasts or line.is_prose or line.of(PieceKind.TITLE):
        return False
    if is_degree_among_jobs(line, vocabularies):
        return True
    return says_schooling(line.text, is_among_jobs=line.section is SectionKind.EXPERIENCE)


def is_degree_among_jobs(line: HeadLine, vocabularies: Vocabularies) -> bool:
    """Return whether a line of a section on work says nothing but dates, a degree and where it was taken."""
    if line.section is not SectionKind.EXPERIENCE or line.period is None or not 2 <= len(line.pieces) <= 3:
        return False
    told = [piece for piece in line.pieces if piece.kind not in (PieceKind.PLACE, PieceKind.ASIDE)]
    if len(told) != 2 or told[1].kind is not PieceKind.NAME or told[1].joint not in (",", "|"):
        return False
    return begins_with_degree(told[0].text, vocabularies)


_NO_FIELD = re.compile(
    r"(?i)(?:(?:relevant|main|key|selected) |final |overall |dean|honou?rs|cum|magna|summa|award|grade|score|gpa|thesis|dissertation|expected|graduat|member|president|captain|"
    r"scholar|valedict|first|second|third|majors?\b|majoring|minor|courses?\b|coursework|modules?\b|subjects?\b|activities|societ|club|abitur|note\b|mention|promedio|nota\b|current|present|in progress|"
    r"completed|pending|online|part[- ]time|full[- ]time|semester|year\b|exchange|erasmus|with\b|and\b|the\b|my\b|i\b)"
)
_IN_BOLD = 6
"""The level of a line in bold alone that may be a heading."""
_LONGEST_FIELD = 7
"""Words of what was studied, on a line of its own."""


def give_fields(
    reading: Reading, lines: Sequence[HeadLine], found: Sequence[Institution], study_at: Mapping[int, range]
) -> None:
    """Give schools without a degree what was studied by its place: the line between the school and its dates, or the heading right above.

    "Universidad de Tarn", "Informatics Engineering", "July 2021"; "### Game Design" above "Tarn College, 2019 - 2021".
    """
    named = {item.line for item in found}
    for item in found:
        if item.degrees or item.rule != "education section" or item.line < 0:
            continue
        place = item.line
        line = lines[place]
        if any(other.degrees and other.name == item.name and other.line in study_at.get(place, ()) for other in found):
            continue  # named again beside its degree
        if line.is_prose or line.section is not SectionKind.EDUCATION or line.block.kind is BlockKind.FIELD:
            continue
        if (own := _field_before(reading, line, item)) is not None and (
            period := item.period or _dates_near(lines, place)
        ):
            item.degrees.append(Degree("", "", reading.quote(own), period, None, own))
            continue
        is_dated_below = place + 1 < len(lines) and lines[place + 1].gap == 0 and _is_dates(lines[place + 1])
        for neighbour in (place - 1, place + 2 if is_dated_below else place + 1):
            if neighbour in named or neighbour not in study_at.get(place, range(len(lines))):
                continue
            if not _beside(lines, place, neighbour):
                continue
            studied = lines[neighbour]
            may_be_dated = neighbour > place and item.period is None and line.block.kind is BlockKind.HEADING
            words = field_alone(reading, studied, neighbour, may_be_dated=may_be_dated)
            if words is None:
                continue
            period = item.period or (studied.period.range if studied.period is not None else None)
            period = period or _dates_near(lines, place if is_dated_below else max(place, neighbour))
            period = period or _graduation_below(reading.document.text, max(line.end, studied.end))
            if period is None:
                continue
            start = studied.start + studied.text.index(words)
            where = reading.document.span(start, start + len(words))
            item.degrees.append(Degree("", "", words, period, None, where))
            break


def _field_before(reading: Reading, line: HeadLine, item: Institution) -> Span | None:
    """Return where what was studied stands before a school's comma or stroke: "Nursing, Harwick College"."""
    stated = [piece for piece in line.pieces if piece.kind not in (PieceKind.PLACE, PieceKind.ASIDE)]
    if len(stated) != 2 or stated[1].start > item.span.start or stated[1].end < item.span.end:
        return None
    first, words = stated[0], stated[0].text.strip("*_ ")
    may_be = len(words) > 3 and words[0].isupper() and len(words.split()) <= _LONGEST_FIELD and not words.isupper()
    if not may_be or any(char.isdigit() or char in ":;." for char in words) or _NO_FIELD.match(words) is not None:
        return None
    if (
        stated[1].joint not in (",", "|", "at")
        or first.joint
        or institutions_of(reading, replace(line, text=words), -1)
    ):
        return None
    start = first.start + first.text.index(words)
    return reading.document.span(start, start + len(words))


def _beside(lines: Sequence[HeadLine], place: int, neighbour: int) -> bool:
    """Return whether a line stands right below a school's, or is the heading right above it, or a bullet's bold line there."""
    if neighbour > place:
        following = lines[neighbour + 1] if neighbour + 1 < len(lines) else lines[neighbour]
        is_dated = lines[neighbour].period is not None or (following.gap == 0 and _is_dates(following))
        is_below_heading = lines[place].block.kind is BlockKind.HEADING and is_dated
        is_near = lines[neighbour].gap == 0 or (is_below_heading and lines[neighbour].gap == 1)
        return is_near and (
            lines[neighbour].block.kind is not BlockKind.HEADING or lines[neighbour].block.level >= _IN_BOLD
        )
    above = lines[neighbour]
    if above.block.kind is BlockKind.PARAGRAPH and above.gap > 0 and lines[place].gap == 0:
        # "Applied Mathematics", "Absheron State University", "2006 - 2010"
        return place + 1 < len(lines) and lines[place + 1].gap == 0 and _is_dates(lines[place + 1])
    if above.block is lines[place].block and above.block.kind is BlockKind.LIST_ITEM:
        return above.text.startswith(("**", "__")) and (neighbour == 0 or lines[neighbour - 1].block is not above.block)
    is_head = above.block.kind is BlockKind.HEADING and above.block.level > 2
    return is_head and lines[place].gap <= 1 and lines[place].block.kind is not BlockKind.HEADING


def field_alone(reading: Reading, line: HeadLine, place: int, *, may_be_dated: bool) -> str | None:
    """Return the words of a line that may be nothing but what was studied, or that and its years: "**History** 2002 - 2006"."""
    stated = [piece for piece in line.pieces if piece.kind is not PieceKind.ASIDE and piece.joint != "("]
    if len(stated) != 1 or line.is_prose or line.section is not SectionKind.EDUCATION:
        return None
    if line.period is not None and not (may_be_dated and line.period.lasts):
        return None
    words = stated[0].text.strip("*_ ")
    is_name = stated[0].kind in (PieceKind.NAME, PieceKind.TITLE, PieceKind.GENERIC, PieceKind.OTHER)
    if not is_name or len(words) < 4 or not words[0].isupper() or any(char.isdigit() or char in ":;" for char in words):
        return None
    if len(words.split()) > _LONGEST_FIELD or words.endswith(".") or _NO_FIELD.match(words) is not None:
        return None
    return None if institutions_of(reading, line, place) or words.isupper() else words


def _dates_near(lines: Sequence[HeadLine], place: int) -> DateRange | None:
    """Return the dates that stand alone, or behind a few words, on the line right below."""
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or below.gap > 0 or below.period is None or below.is_prose:
        return None
    return below.period.range if _is_dates(below) or _OF_GRADUATION.match(below.text) else None


_OF_GRADUATION = re.compile(
    r"(?i)\W{0,3}(?:expected|anticipated|graduat\w+|class of|promotion|promoción)\b[^\d\n]{0,40}\d"
)


def _graduation_below(text: str, end: int) -> DateRange | None:
    """Return the date of a line right below that says when somebody graduated: "Expected graduation date: July 2021"."""
    below = text[end : end + 90].lstrip(" ")[1:].partition("\n")[0]
    return parse_period(below) if _OF_GRADUATION.match(below) is not None else None


def _is_dates(line: HeadLine) -> bool:
    """Return whether a line holds dates, and at most their label or a place beside them."""
    if line.period is None:
        return False
    pieces = line.pieces[1:] if _OF_DATES.match(line.text) is not None else line.pieces
    return all(piece.kind in (PieceKind.PLACE, PieceKind.ASIDE) for piece in pieces)


_OF_DATES = re.compile(
    r"(?i)\W{0,3}(?:dates?|period|years?|when|duration|time|fechas?|período|periodo|años|zeitraum|dauer|dates?|période|durée|data|anno|anni|år|datum)\s?[*_]{0,2}:"
)
"""A label of dates: "**Dates:** 2012 - 2017"."""
