"""Finds studies in the fields of YAML, JSON, front matter and labelled lines. Knows no lines of résumés."""

from __future__ import annotations

from graph.extraction.education.degrees import Degree
from graph.extraction.education.institutions import Institution, without_town
from graph.extraction.education.subjects import field_after
from graph.extraction.heads.career_keys import STUDY_ROOTS
from graph.extraction.heads.study_forms import degree_pattern
from graph.extraction.keyed.career_fields import field_records, value_of, value_span
from graph.extraction.reading import Reading


def studies_in_fields(reading: Reading) -> list[Institution]:
    """Return the institutions that fields name beside a degree or a subject, or under a key of studies, each with its degree."""
    found = []
    for record in field_records(reading):
        block = record.blocks.get("institution") or (record.blocks.get("name") if record.root in STUDY_ROOTS else None)
        if block is None or not ({"degree", "field"} & set(record.blocks) or record.root in STUDY_ROOTS):
            continue
        if not record.prefix and "degree" not in record.blocks:
            continue
        span = without_town(reading, value_span(reading, block))
        name = " ".join(reading.quote(span).split())
        item = Institution(name, span, "education field", 0.97, 0, record.period(reading))
        if {"degree", "field"} & set(record.blocks):
            item.degrees.append(
                _degree_of_record(reading, {fact: value_of(reading, b) for fact, b in record.blocks.items()}, item)
            )
        found.append(item)
    return found


def _degree_of_record(reading: Reading, facts: dict[str, str], item: Institution) -> Degree:
    pattern, names = degree_pattern(reading.vocabularies.degrees)
    words = facts.get("degree", "").strip("*_ ")
    match = pattern.match(words)
    name = names.get(match.group().casefold(), words) if match else words
    named_field = facts.get("field") or (field_after(reading, words[match.end() :]) if match else None)
    return Degree(name, match.group() if match else words, named_field, item.period, facts.get("honours"), item.span)
