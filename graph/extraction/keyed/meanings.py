"""Decides what groups of keyed records tell, jobs, studies or pieces of work, and which key states what, by their values.

Names of keys only help: "thing", "did" and "what" are as good as "project" where the values beside them are technologies,
dates and figures. Who gathers the records is records.py; jobs, studies and stories are made elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.keyed.fact_columns import dates_of, employer_of, first_column, is_story, tells_work, work_of
from graph.extraction.keyed.names import (
    EMPLOYER_KEYS,
    OTHER,
    PARTS,
    POST_KEYS,
    PROJECT_LISTS,
    SURE_WORK_NAMES,
    WORK_LISTS,
)
from graph.extraction.keyed.records import KeyedRecord, RecordGroup, keyed_groups
from graph.extraction.keyed.table_records import ROWS, table_groups
from graph.extraction.keyed.values import Column, columns_of, is_name_of_somebody, words_in
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex


class RecordKind(StrEnum):
    """What the records of a group are; the value is the first key that such records usually stand under."""

    JOB = "work"
    STUDY = "education"
    WORK = "projects"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a group of records tells."""

    group: RecordGroup
    kind: RecordKind
    keys: Mapping[str, str]
    """Fact ("employer", "title", "period", "start", "institution", "degree" …) → the key that states it; "" is the record's name.

    `title` is the title of a post; the words that name a piece of work are those of `work`.
    """

    def of(self, record: KeyedRecord, fact: str) -> Block | None:
        """Return the field of `record` that states `fact`, its name as a field where that does; None where none does."""
        key = self.keys.get(fact)
        if key is None:
            return None
        if key == "":
            return None if record.name is None else Block(BlockKind.FIELD, record.name, 0, f"{record.path}.{fact}")
        values = record.columns.get(key)
        return values[0] if values else None


def meanings_of(reading: Reading) -> tuple[Meaning, ...]:
    """Return what the groups of a YAML or JSON document tell, those that tell anything; worked out once."""
    if "keyed meanings" not in reading.memo:
        found: list[Meaning] = []
        for group in keyed_groups(reading.document):
            meaning = _meaning_of(reading, group, found)
            if meaning is not None:
                found.append(meaning)
        for group in table_groups(reading.document):
            meaning = _meaning_of(reading, group, ())
            if meaning is not None and meaning.kind is not RecordKind.WORK and _is_table_of(reading, meaning):
                found.append(meaning)
        reading.memo["keyed meanings"] = tuple(found)
    meanings: tuple[Meaning, ...] = reading.memo["keyed meanings"]
    return meanings


def _is_table_of(reading: Reading, meaning: Meaning) -> bool:
    """Return whether a table tells jobs or studies: not work that has a column of its own, below a heading of work."""
    keys = {key.casefold() for record in meaning.group.records for key in record.columns}
    start = meaning.group.records[0].extent.start
    in_projects = section_kind_at(reading, start) in (SectionKind.PROJECTS, SectionKind.OUTCOMES, SectionKind.SKILLS)
    return not keys & SURE_WORK_NAMES and not in_projects


def record_around(reading: Reading, span: Span, kind: RecordKind) -> tuple[Meaning, KeyedRecord] | None:
    """Return the smallest record of `kind` in whose extent `span` begins, with its meaning."""
    key = f"keyed records of {kind}"
    if key not in reading.memo:
        told = [meaning for meaning in meanings_of(reading) if meaning.kind is kind]
        reading.memo[key] = SpanIndex((r.extent, (meaning, r)) for meaning in told for r in meaning.group.records)
    index: SpanIndex[tuple[Meaning, KeyedRecord]] = reading.memo[key]
    around = [pair for pair in index.overlapping(span) if pair[1].extent.start <= span.start]
    return min(around, key=lambda pair: len(pair[1].extent), default=None)


def _meaning_of(reading: Reading, group: RecordGroup, outer: Sequence[Meaning]) -> Meaning | None:
    last = group.words[-1] if group.words else ""
    if set(group.words) & OTHER - {"posts"}:
        return None
    columns = columns_of(reading, group)
    if (study := _as_study(reading, group, columns)) is not None:
        return study
    in_job = any(m.kind is RecordKind.JOB and group.pattern.startswith(m.group.pattern) for m in outer)
    dated = dates_of(columns)
    role = first_column(columns, "title position role job_title".split(), lambda c: c.titles >= 0.5)
    if role is None and any(c.ranges >= 0.5 for c in columns):
        # Of odd posts a few are known by their words; the key says that the others are such, too.
        role = first_column(columns, (), lambda c: c.titles >= 0.2 and c.key.casefold() in POST_KEYS and c.short >= 0.8)
    called = _ends_in(PROJECT_LISTS, last)
    # "titulo", "nazwa": a name with neither post nor dates beside it, below a key unknown, is no employer's.
    employer = employer_of(columns, role, only_hinted=called or (role is None and not dated))
    work = work_of(group, columns, role, employer)
    told = len(PARTS & {c.key.casefold() for c in columns})
    is_job = role is not None and employer is not None and bool(dated) and not in_job and not called
    if is_job and (work is None or not is_story(columns, work, employer, told)):
        assert role is not None and employer is not None
        return Meaning(group, RecordKind.JOB, {"title": role.key, "employer": employer.key, **dated})
    if "posts" in group.words or last in STUDY_LISTS or last == "degrees":
        return None  # Posts are jobs where they have titles of such, else they are written.
    if work is None or not tells_work(group, columns, work, in_job, _ends_in(WORK_LISTS, last), told):
        return None
    keys = {"work": work.key, **dated}
    if role is not None and role is not work:
        keys["title"] = role.key
    if employer is not None and employer is not work and employer.key.casefold() in EMPLOYER_KEYS:
        keys["employer"] = employer.key
    return Meaning(group, RecordKind.WORK, keys)


_DEGREE_KEYS = (
    "degree",
    "got",
    "title",
    "what",
    "award",
    "qualification",
    "obtained",
    "abschluss",
    "diplôme",
    "título",
    "titolo",
    "diploma",
    "ausbildung",
    "formation",
    "opleiding",
)


def _ends_in(lists: re.Pattern[str], key: str) -> bool:
    """Return whether a key or its last word is one of such lists: "side_projects"."""
    return lists.fullmatch(key) is not None or lists.fullmatch(re.split(r"[_ -]", key)[-1]) is not None


def _as_study(reading: Reading, group: RecordGroup, columns: Sequence[Column]) -> Meaning | None:
    school = first_column(columns, ("institution", "school", "university"), lambda c: c.schools >= 0.5)
    degree = first_column(columns, _DEGREE_KEYS, lambda c: c.degrees >= 0.5)
    degree = degree or first_column(
        columns, _DEGREE_KEYS, lambda c: c.key.casefold() in _DEGREE_KEYS and c.short >= 0.5
    )
    in_studies = bool(set(group.words) & STUDY_LISTS) or (
        group.pattern == ROWS and section_kind_at(reading, group.records[0].extent.start) is SectionKind.EDUCATION
    )
    if degree is not None and degree.titles >= 0.5 and degree.degrees < 0.5 and not in_studies:
        return None
    if school is None and degree is not None and in_studies:
        named = ("where", "at", "place", "name", "by", "dove", "wo", "où", "dónde", "waar", "ort", "lieu", "lugar")
        school = first_column(
            columns, named, lambda c: c.names >= 0.5 and c is not degree and c.titles < 0.5 and c.dates < 0.5
        )
    if school is None or (degree is None and not any(c.key.casefold() in _FIELD_KEYS for c in columns)):
        return None
    if any(c.titles >= 0.5 and c is not degree and c.key.casefold() not in _FIELD_KEYS for c in columns):
        return None
    keys = {"institution": school.key, **dates_of(columns)}
    if degree is not None and degree is not school:
        keys["degree"] = degree.key
    rest = [c for c in columns if c.key not in keys.values() and c.short >= 0.5 and c.dates < 0.5 and c.figures < 0.5]
    field = next((c for c in rest if c.key.casefold() in _FIELD_KEYS), None)
    if field is not None:
        keys["field"] = field.key
    return Meaning(group, RecordKind.STUDY, keys)


_FIELD_KEYS = frozenset(
    "in field subject of studied major area course coursetitle course_title coursename course_name program programme fieldofstudy "
    "field_of_study specialization specialisation studiengang fach filière".split()
)
"""Keys of what was studied."""
_CLIENT_KEYS = frozenset(
    "made_for built_for done_for on_behalf_of commissioned_by worked_for client customer for kunde auftraggeber für cliente para per opdrachtgever klant kund".split()
)


STUDY_LISTS = frozenset(
    "education educations studies schools academic ausbildung formación formation istruzione opleiding".split()
)
_OF_STUDY = {"employer": "institution", "title": "degree"}
_STUDY_TYPES = frozenset(
    "school education study studies degree university course training schule studium études estudios studie".split()
)


def _is_study(reading: Reading, record: KeyedRecord) -> bool:
    """Return whether a record says by a key for its type that it is a study among jobs: `type: school`."""
    typed = [blocks for key, blocks in record.columns.items() if key.casefold() in ("type", "kind", "category")]
    return any(words_in(reading, block).casefold() in _STUDY_TYPES for blocks in typed for block in blocks)


def rows_of_jobs(reading: Reading) -> list[Span]:
    """Return the extents of the rows of tables that state jobs, those whose company is left empty aside."""
    told = [m for m in meanings_of(reading) if m.kind is RecordKind.JOB and m.group.pattern == ROWS]
    return [r.extent for m in told for r in m.group.records if m.of(r, "employer") and m.of(r, "title")]


def fields_of_facts(reading: Reading) -> Iterator[tuple[str, str, Block, RecordKind]]:
    """Yield (path of the record, fact, field, kind) for all that the groups of a document state, in order of records.

    A piece of work done for a client, in a post and with dates, is a job, too; one done at an employer has dates of its
    own. `for: myself` names nobody.
    """
    for meaning in meanings_of(reading):
        is_engagement = {"employer", "title"} <= set(meaning.keys) and bool({"period", "start"} & set(meaning.keys))
        if meaning.kind is RecordKind.WORK and is_engagement:
            is_engagement = meaning.keys["employer"].casefold() in _CLIENT_KEYS
        for record in meaning.group.records:
            kind = RecordKind.JOB if is_engagement else meaning.kind
            as_study = kind is RecordKind.JOB and _is_study(reading, record)
            for fact in meaning.keys:
                block = meaning.of(record, fact)
                if as_study:
                    kind, fact = RecordKind.STUDY, _OF_STUDY.get(fact, fact)
                if fact == "work" or block is None:
                    continue
                if (
                    fact == "employer"
                    and meaning.kind is RecordKind.WORK
                    and not is_name_of_somebody(reading, words_in(reading, block))
                ):
                    continue
                yield record.path, fact, block, kind
