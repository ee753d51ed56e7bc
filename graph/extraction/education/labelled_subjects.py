"""Reads what was studied from words behind a study that lead to it: "Major: Art History", "Majoring in Electronics".

Called by education.py, when degrees and schools have been paired; changes no field that is known already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import SectionKind, Span
from graph.extraction.education.degrees import Degree
from graph.extraction.education.institutions import Institution
from graph.extraction.education.subjects import may_be_field
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading

_REACH = 400
"""Characters behind a school in which such words stand: dates, a place, a mark and two or three bullets."""
_LEAD = re.compile(
    r"(?:^[ \t>*_•·▪◦–—-]{0,12}|[,;|(]\s{1,3}|\s[–—-]\s)(?:(?P<whole>majors?|majoring|majored|dual major|double major|fields? of study|subjects?|"
    r"studienrichtung|studienfach|hauptfach|fachrichtung|filière|carrera|corso di laurea|kierunek|hoofdvak)|(?P<part>concentrations?|speciali[sz]ations?|"
    r"speciali[sz]ing|speciali[sz]ed|emphas[ei]s|vertiefung|schwerpunkt|spécialité|spécialisation|especialidad|indirizzo|specjalność|afstudeerrichting))"
    r"[*_]{0,3}(?::[*_]{0,3}\s?|\s(?:in|on)\s)(?P<subject>[^\W\d_][^\n,;|•(:–—]{2,69}?)(?=$|[\n,;|•(:–—]|\s(?:Speciali[sz]ation|Minor|with|and minor)\b)",
    re.IGNORECASE | re.MULTILINE,
)
"""Leads to the whole of what was studied, or to a part of it, which is told where nothing else is."""


@dataclass(frozen=True, slots=True)
class _Subject:
    words: str
    span: Span
    is_whole: bool


def give_labelled_subjects(reading: Reading, found: Sequence[Institution]) -> None:
    """Give the studies whose subject is not known that which words behind them lead to."""
    said = sorted({start for item in found for start in _starts(item)})
    for item in found:
        if section_kind_at(reading, item.span.start) is not SectionKind.EDUCATION:
            continue
        next_study = next((start for start in said if start > item.span.start and start not in _starts(item)), None)
        subjects = _subjects_below(reading, item, next_study)
        for subject in sorted(subjects, key=lambda one: not one.is_whole):
            _give(item, subject)


def _starts(item: Institution) -> set[int]:
    return {item.span.start, *(degree.span.start for degree in item.degrees)}


def _subjects_below(reading: Reading, item: Institution, limit: int | None) -> list[_Subject]:
    """Return what the words between a school and the next study, or the end of the section, lead to."""
    text = reading.document.text
    end = min(item.span.end + _REACH, len(text) if limit is None else limit)
    found = list[_Subject]()
    for line in _LEAD.finditer(text, item.span.end, end):
        words = line["subject"].strip(" \t*_.`")
        if section_kind_at(reading, line.start("subject")) is not SectionKind.EDUCATION:
            break
        if may_be_field(reading, words) and words[0].isupper():
            at = line.start("subject") + line["subject"].index(words)
            found.append(_Subject(words, reading.document.span(at, at + len(words)), line["whole"] is not None))
    return found


def _give(item: Institution, subject: _Subject) -> None:
    """Give a subject to the last degree before it, without one to the study itself."""
    if not item.degrees:
        item.degrees.append(Degree("", "", subject.words, item.period, None, subject.span))
        return
    before = [degree for degree in item.degrees if degree.span.start < subject.span.start] or item.degrees[:1]
    if before[-1].field_name is None:
        before[-1].field_name = subject.words
