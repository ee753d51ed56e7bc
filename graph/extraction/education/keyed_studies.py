"""Reads studies whose school is the key: `education: {Tarn University: "MSc Physics, 2017"}`, as YAML and JSON may have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.education.degrees import Degree, degrees_of
from graph.extraction.education.institutions import Institution, institutions_of
from graph.extraction.heads.career_keys import STUDY_ROOTS, without_wrappers
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.headlines import head_line
from graph.extraction.heads.study_forms import degree_pattern, institution_pattern
from graph.extraction.heads.words import is_proper_name
from graph.extraction.keyed.career_fields import FieldRecord, field_records, value_of
from graph.extraction.keyed.records import name_before
from graph.extraction.reading import Reading

_ROOTS = STUDY_ROOTS | {"school", "university", "college", "studied", "schooling", "degree", "qualifications"}
_BELOW = re.compile(r"\A(?P<root>[^.\[\]]++)(?:\[\d++\])?\.(?P<name>[^.\[\]]++)(?:\[\d++\])?")
_LAST = re.compile(r"(?:\A|\.)(?P<name>[^.\[\]]++)(?:\[\d++\])?\Z")


def studies_under_names(reading: Reading) -> Iterator[Institution]:
    """Yield the schools that are keys among studies, each with the degrees of its value or of the fields below it."""
    if not reading.document.is_keyed:
        return
    found: dict[Span, Institution] = {}
    for item in _each(reading):
        found.setdefault(item.span, item)
        if found[item.span] is not item:
            found[item.span].degrees.extend(item.degrees)
    yield from found.values()


def _each(reading: Reading) -> Iterator[Institution]:
    for block in reading.document.blocks:
        if block.kind is BlockKind.FIELD and (behind := _behind_degree(reading, block)) is not None:
            yield behind
            continue
        name = _school(reading, block.key, block.span.start) if block.kind is BlockKind.FIELD else None
        text = reading.quote(block.span)
        if name is None or "\n" in text or len(text) > 140:
            continue
        line = head_line(reading, block, block.span.start, block.span.end, SectionKind.EDUCATION)
        if degrees := degrees_of(reading, line, is_study=True):
            period = None if line.period is None else line.period.range
            yield Institution(reading.quote(name), name, "education below a school", 0.9, 0, period, degrees)
    for record in field_records(reading):
        stated = record.blocks.get("degree") or record.blocks.get("field")
        if stated is None or "institution" in record.blocks or not record.prefix:
            continue
        if (name := _school(reading, stated.key.rpartition(".")[0], stated.span.start)) is not None:
            degree = _degree(reading, record, stated)
            yield Institution(reading.quote(name), name, "education below a school", 0.9, 0, degree.period, [degree])


def _school(reading: Reading, key: str, offset: int) -> Span | None:
    """Return where the school stands that is the last part of a key: "education.Tarn University"."""
    below, last = _BELOW.fullmatch(without_wrappers(key)), _LAST.search(key)
    if below is None or last is None or below["root"] not in _ROOTS or fact_of_label(last["name"]) is not None:
        return None
    named = name_before(reading.document, last["name"], offset)
    if named is None or not is_proper_name(last["name"]):
        return None
    has_word = institution_pattern(reading.vocabularies.degrees).search(last["name"]) is not None
    return named if has_word or " " in last["name"] or last["name"].isupper() else None


def _behind_degree(reading: Reading, block: Block) -> Institution | None:
    """Return the school of `education: {MSc Physics: "Tarn University, 2017"}`, whose key is the degree."""
    below, last = _BELOW.fullmatch(without_wrappers(block.key)), _LAST.search(block.key)
    pattern, _ = degree_pattern(reading.vocabularies.degrees)
    if below is None or last is None or below["root"] not in _ROOTS or pattern.match(last["name"]) is None:
        return None
    key = name_before(reading.document, last["name"], block.span.start)
    if key is None or len(block.span) > 140 or "\n" in reading.document.text[key.start : block.span.end]:
        return None
    line = head_line(reading, block, key.start, block.span.end, SectionKind.EDUCATION)
    schools, degrees = institutions_of(reading, line, 0), degrees_of(reading, line, is_study=True)
    if len(schools) != 1 or not degrees:
        return None
    schools[0].rule, schools[0].degrees = "education behind a degree", degrees[:1]
    return schools[0]


def _degree(reading: Reading, record: FieldRecord, block: Block) -> Degree:
    """Return the degree of the fields below a school: `{degree: MSc Physics, year: 2017}`."""
    period = record.period(reading)
    line = head_line(reading, block, block.span.start, block.span.end, SectionKind.EDUCATION)
    subject = None if "field" not in record.blocks else value_of(reading, record.blocks["field"])
    honours = None if "honours" not in record.blocks else value_of(reading, record.blocks["honours"])
    if found := degrees_of(reading, line, is_study=True):
        found[0].period, found[0].field_name = period or found[0].period, subject or found[0].field_name
        return found[0]
    words = value_of(reading, record.blocks["degree"]) if "degree" in record.blocks else ""
    return Degree(words, words, subject, period, honours, block.span)
