"""Finds where the author studied, which degree in which field, and when: on one line, on neighbouring lines, in fields.

A degree whose institution stands nowhere near stays out: there is nothing that it could be a fact of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.education.date_lines import A_YEAR, dates_stand_above, is_dates_alone
from graph.extraction.education.degrees import Degree, degrees_of
from graph.extraction.education.headed_studies import give_fields, is_of_pupil, schools_by_heading
from graph.extraction.education.institutions import NAMED_SCHOOL, Institution, institution_by_place, institutions_of
from graph.extraction.education.keyed_studies import studies_under_names
from graph.extraction.education.labelled_subjects import give_labelled_subjects
from graph.extraction.education.studies_in_fields import studies_in_fields
from graph.extraction.education.study_entries import studies_in
from graph.extraction.education.study_leftovers import give_leftovers
from graph.extraction.education.told_studies import NOT_MINE, studies_told
from graph.extraction.heads.headlines import HeadLine, lines_of
from graph.extraction.heads.study_forms import STUDY_WORD
from graph.extraction.people.people import relate_author
from graph.extraction.reading import Reading
from graph.model import EntityKind, Json, Mention, MentionRelation, RelationKind

_REACH = 6
"""Lines over which a degree finds its institution outside a section of education: a sentence and two cards of three."""
_FIELD_KEYS = frozenset(
    words_of(
        """
        education degree degrees studies studied ausbildung university school college qualifications schooling
        academic_qualifications higher_education secondary_education bildung studium formation formación formação formazione
        studi studia études etudes estudios estudos scuola titoli diploma diplomas diplome wykształcenie educación educacion uddannelse utdanning schule
        studied trained trained_at studied_at
        título titulo titulación título_obtenido abschluss titre titolo qualification award
        opleiding opleidingen utbildning uddannelse academics training graduated graduation graduation_year dates_attended
        """
    )
)
_CUE = re.compile(
    r"\b(?:degrees?|diplomas?|studied|graduated?|graduate of|alumn\w+|majored|thesis|doctorate|PhD from|enrolled)\b",
    re.IGNORECASE,
)


def find_education(reading: Reading) -> list[Mention]:
    """Return the institutions where the author studied, each with `degrees`: [{degree, qualification, field, start,
    end, honours}]; the degree in the text's own words, the qualification by the vocabulary's name.

    `degrees` is empty where a section of education names none.
    """
    told = studies_told(reading)
    fields = [*studies_in_fields(reading), *studies_under_names(reading)]
    in_lines = [item for item in _in_lines(reading) if not any(item.span.overlaps(o.span) for o in (*told, *fields))]
    give_labelled_subjects(reading, [*in_lines, *told])
    found = [*fields, *in_lines, *told]
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
                EntityKind.INSTITUTION,
                _key(item.name),
                item.name,
                reading.quote(item.span),
                item.span,
                item.rule,
                item.confidence,
                reading.section_id_at(item.span.start),
                attributes=attributes,
                period=period,
            )
        )
    return mentions


def relate_education(reading: Reading) -> list[MentionRelation]:
    """Return studied_at from the author to each institution among `reading.mentions`."""
    return relate_author(reading, RelationKind.STUDIED_AT, EntityKind.INSTITUTION)


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold().removeprefix("the ")))


# ---------------------------------------------------------------- lines


def _in_lines(reading: Reading) -> list[Institution]:
    """Pair degrees with institutions: those of one line, else the neighbour on the side where the first one had it."""
    lines = lines_of(reading, _FIELD_KEYS)
    studies = studies_in(reading, lines)
    study_at = {place: study for study in studies for place in study}
    headed, dated_above = schools_by_heading(reading, lines, studies), dates_stand_above(lines)
    found: list[Institution] = []
    pending: list[tuple[int, Degree]] = []
    last: Institution | None = None
    degree_first: bool | None = None
    last_place, was_study = -_REACH, False
    for place, line in enumerate(lines):
        is_study = line.section is SectionKind.EDUCATION or line.block.kind is BlockKind.FIELD
        is_study = is_study or is_of_pupil(line, reading.vocabularies)
        if line.block.kind is BlockKind.HEADING and line.text.casefold().strip(": ") in (
            "education",
            "studies",
            "ausbildung",
        ):
            continue
        if is_study != was_study or place - last_place > (2 * _REACH if is_study else _REACH):
            _pair(pending, last)
            pending, last, degree_first = [], None, None
        was_study = is_study
        if place in study_at and place == study_at[place].start:
            _pair(pending, last)
            pending, last, degree_first = [], None, None
        institutions = [headed[place]] if place in headed else institutions_of(reading, line, place)
        degrees = degrees_of(reading, line, is_study or bool(institutions))
        degrees = [d for d in degrees if not any(i.span.start < d.span.start < i.span.end for i in institutions)]
        if not (institutions or degrees):
            continue
        if not is_study and not _speaks_of_study(line, lines, place, degrees, reading):
            continue
        by_place = list[Institution]()
        is_alone = line.section is SectionKind.EDUCATION or (is_study and line.section is SectionKind.EXPERIENCE)
        is_alone = is_alone and bool(degrees) and not institutions
        is_alone = is_alone and (last is None or bool(last.degrees) or place - last_place > 3)
        if is_alone and not _is_named_near(reading, lines, place, study_at.get(place), headed):
            by_place = institution_by_place(reading, line, place, degrees)
            found.extend(by_place)
        institutions = institutions or by_place
        _complete(degrees, institutions, lines, place, dated_above[place], study_at.get(place))
        last_place = place
        for item in institutions if not by_place and place not in headed else ():
            if item.rule != NAMED_SCHOOL:
                item.rule, item.confidence = ("education section", 0.95) if is_study else ("study in a sentence", 0.85)
            found.append(item)
        found += [headed[place]] if place in headed else []
        if institutions and degrees:
            for degree in degrees:
                nearest = _nearest(reading, institutions, degree)
                nearest.degrees.append(degree)
            last = institutions[-1]
        elif institutions:
            last = institutions[0]
            degree_first = bool(pending) if degree_first is None else degree_first
            _pair(pending, last)
            pending = []
        elif last is not None and not degree_first and not _heads_next_study(reading, lines, place):
            _pair([(place, degree) for degree in degrees], last)
        else:
            degree_first = True
            pending.extend((place, degree) for degree in degrees)
    _pair(pending, last)
    give_fields(reading, lines, found, study_at)
    give_leftovers(reading, lines, studies, found)
    return [
        item
        for item in found
        if item.degrees
        or item.rule in ("education section", "name beside a degree", "school by its place")
        or (item.rule != NAMED_SCHOOL and _CUE.search(lines[item.line].text))
    ]


def _heads_next_study(reading: Reading, lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether a degree is a heading right above the name of its institution: "### BSc Physics", "- Harwick University"; or the first line of a bullet or paragraph."""
    if place + 1 >= len(lines):
        return False
    below = lines[place + 1]
    if lines[place].block.kind is BlockKind.LIST_ITEM:
        own = place > 0 and lines[place].block is lines[place - 1].block
        return below.block is lines[place].block and not own and bool(institutions_of(reading, below, place + 1))
    if lines[place].block.kind is BlockKind.PARAGRAPH and lines[place].gap > 0 and below.gap == 0:
        is_school = bool(institutions_of(reading, below, place + 1))
        return is_school and not degrees_of(reading, below, is_study=True)
    if lines[place].block.kind is not BlockKind.HEADING:
        return False
    return below.block.kind is not BlockKind.HEADING and bool(institutions_of(reading, below, place + 1))


def _nearest(reading: Reading, institutions: Sequence[Institution], degree: Degree) -> Institution:
    """Return the institution nearest to a degree on its line, rather one without a semicolon between them."""

    def apart(item: Institution) -> tuple[int, int]:
        first, second = sorted((item.span.start, degree.span.start))
        return reading.document.text.count(";", first, second), second - first

    # Farther ones lie behind more semicolons still: the last before the degree and the first behind it are enough.
    place = bisect_right(institutions, degree.span.start, key=lambda item: item.span.start)
    return min(institutions[max(0, place - 1) : place + 1], key=apart)


def _is_named_near(
    reading: Reading, lines: Sequence[HeadLine], place: int, study: range | None, headed: Collection[int]
) -> bool:
    """Return whether a line of the same study, or a neighbouring one, names an institution without a degree: it is that of the degree here."""
    if study is not None:
        return any(at in headed or institutions_of(reading, lines[at], at) for at in study)
    for neighbour in (place - 1, place + 1):
        if 0 <= neighbour < len(lines) and lines[max(place, neighbour)].gap == 0:
            line = lines[neighbour]
            if A_YEAR.search(line.text) and A_YEAR.search(lines[place].text):
                continue  # a study of its own
            if institutions_of(reading, line, neighbour) and not degrees_of(reading, line, is_study=True):
                return True
    return False


def _pair(pending: Sequence[tuple[int, Degree]], institution: Institution | None) -> None:
    if institution is None:
        return
    for _, degree in pending:
        degree.period = degree.period or institution.period
        if any(one.name == degree.name and degree.field_name in (None, one.field_name) for one in institution.degrees):
            continue  # "BSc Open degree is a modular qualification" tells of the degree above.
        studied = next((one for one in institution.degrees if STUDY_WORD.fullmatch(one.words)), None)
        if studied is not None and degree.field_name in (None, studied.field_name):
            # "Erstes Staatsexamen" below "Studium der Rechtswissenschaften, Universität …": one study.
            degree.field_name, degree.period = studied.field_name, studied.period or degree.period
            institution.degrees.remove(studied)
        institution.degrees.append(degree)


def _complete(
    degrees: list[Degree],
    institutions: list[Institution],
    lines: Sequence[HeadLine],
    place: int,
    is_dated_above: bool | None,
    study: range | None,
) -> None:
    """Give dates from the line below, or above, of the same study, where it holds nothing else (a place aside)."""
    near = [neighbour for neighbour in (place + 1, place - 1) if neighbour in (study or range(len(lines)))]
    # What stands right above belongs here rather than what an empty line sets apart below.
    near.sort(key=lambda neighbour: lines[max(place, neighbour)].gap > 0)
    for neighbour in near:
        if lines[max(place, neighbour)].gap > 1 or not is_dates_alone(lines[neighbour]):
            continue
        if (
            _are_of_next(lines, place, is_dated_above)
            if neighbour > place
            else _end_study(lines, place, is_dated_above)
        ):
            continue
        period = lines[neighbour].period
        stated = None if period is None else period.range
        for degree in degrees:
            degree.period = degree.period or stated
        for institution in institutions:
            institution.period = institution.period or stated


def _are_of_next(lines: Sequence[HeadLine], place: int, is_dated_above: bool | None) -> bool:
    """Return whether the dates below a line head the next study."""
    if is_dated_above:
        return True
    return lines[place + 1].gap > 0 and place + 2 < len(lines) and not lines[place + 2].gap


def _end_study(lines: Sequence[HeadLine], place: int, is_dated_above: bool | None) -> bool:
    """Return whether the dates above a line end the study before it."""
    block, above = lines[place].block, lines[place - 1].block
    if is_dated_above is False and BlockKind.HEADING is block.kind is above.kind and block.level < above.level:
        return True
    if lines[place].gap == 0 or is_dated_above:
        return False
    return is_dated_above is False or lines[place].block.kind is BlockKind.HEADING


def _speaks_of_study(
    line: HeadLine, lines: Sequence[HeadLine], place: int, degrees: list[Degree], reading: Reading
) -> bool:
    """Return whether a line outside a section of education tells of the author's own study."""
    if line.section in (SectionKind.SKILLS, SectionKind.CONTACT) or NOT_MINE.search(line.text):
        return False
    if degrees and len(line.text) <= 160 and not line.is_prose:
        return True
    if degrees or _CUE.search(line.text):
        return line.section is not SectionKind.EXPERIENCE or bool(degrees)
    near = [neighbour for neighbour in (place - 1, place + 1) if 0 <= neighbour < len(lines)]
    if line.is_prose or line.section is SectionKind.EXPERIENCE:
        return False
    return any(not lines[other].is_prose and degrees_of(reading, lines[other], is_study=True) for other in near)
