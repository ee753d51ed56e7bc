"""Reads employments from records of fields: YAML, JSON, front matter, labelled lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import SectionKind, Span
from graph.extraction.career_fields import WORK_ROOTS, FieldRecord, field_records, inherited, value_of
from graph.extraction.entry_weighing import Holding
from graph.extraction.headlines import is_title, section_kind_at
from graph.extraction.places import is_place
from graph.extraction.reading import Reading


def holdings_in_fields(reading: Reading) -> Iterator[Holding]:
    """Yield the employments that records of fields state, in order."""
    records = field_records(reading)
    for record in records:
        employer = inherited(record, records, "employer")
        if employer is None and record.root in WORK_ROOTS:
            employer = inherited(record, records, "name")
        if employer is None and "who" in record.blocks:
            employer = record.blocks.get("where")
        if employer is None or not _is_record_of_job(record):
            continue
        span, name = _first_part(reading, employer.span)
        if (
            not name
            or len(name) > 80
            or is_place(name)
            or (is_title(name, reading.vocabularies.roles) and record.root not in WORK_ROOTS)
        ):
            continue
        title = _title_of(reading, record)
        # Elsewhere the dates are those of the file's story or project, not of the job.
        period = (
            record.period(reading)
            if record.root in WORK_ROOTS or (not record.prefix and _is_labelled_job(reading, record))
            else None
        )
        place = record.blocks.get("place")
        location = None if place is None else value_of(reading, place)
        yield Holding(span, name, title, period, "employment field", 0.95, location)


def _is_record_of_job(record: FieldRecord) -> bool:
    """Return whether a record is no study, and not just the outer part of a company with several positions."""
    return (
        "institution" not in record.blocks
        and "degree" not in record.blocks
        and bool({"employer", "title", "heading", "name", "who"} & set(record.blocks))
    )


def _is_labelled_job(reading: Reading, record: FieldRecord) -> bool:
    employer = record.blocks.get("employer")
    return (
        employer is not None
        and bool({"title", "heading"} & set(record.blocks))
        and section_kind_at(reading, employer.span.start) is SectionKind.EXPERIENCE
    )


def _title_of(reading: Reading, record: FieldRecord) -> Span | None:
    block = record.blocks.get("title") or record.blocks.get("heading") or record.blocks.get("who")
    if block is None:
        return None
    span, words = _first_part(reading, block.span, cut=record.root not in WORK_ROOTS and "title" in record.blocks)
    if block is not record.blocks.get("who"):
        # A file's own title is no job title; `role: Engineer` is.
        by_key = record.root in WORK_ROOTS or "title" in record.blocks
        return span if words and (by_key or is_title(words, reading.vocabularies.roles)) else None
    for part in re.finditer(r"[^,;–—|(]+", words):
        bare = part.group().strip()
        if is_title(bare, reading.vocabularies.roles):
            start = span.start + part.start() + part.group().index(bare)
            return Span(span.document_id, start, start + len(bare))
    return None


def _first_part(reading: Reading, span: Span, cut: bool = True) -> tuple[Span, str]:
    """Return a field's value without quotes and, if `cut`, without what follows a bracket or names a place."""
    text = reading.quote(span)
    bare = text.strip("\"' \t\r\n")
    if cut:
        bare = re.split(r"\s*[(|;•·]|\s[–—-]\s", bare)[0]
        head, comma, tail = bare.partition(", ")
        if comma and is_place(tail):
            bare = head
    start = span.start + (text.index(bare) if bare else 0)
    return Span(span.document_id, start, start + len(bare)), " ".join(bare.split())
