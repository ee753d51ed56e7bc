"""Gathers the `key: value` fields of YAML, JSON, front matter and labelled lines into records of jobs and studies.

Knows the keys that people use for them; decides nothing about the values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.documents import Block, BlockKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.dates.dates import is_present, parse_period
from graph.extraction.heads.career_keys import STUDY_ROOTS, WORK_ROOTS, snake_case, without_wrappers
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.keyed.listed_labels import holds_label, labelled_items, labels_below
from graph.extraction.keyed.meanings import fields_of_facts
from graph.extraction.keyed.table_records import CELL
from graph.extraction.reading import Reading
from graph.model import DateRange


@dataclass(slots=True)
class FieldRecord:
    """The fields below one prefix of keys, e.g. `work[0]`; at the root of a file the prefix is empty."""

    prefix: str
    root: str
    """First key of the prefix without its position, e.g. `work`."""
    blocks: dict[str, Block] = field(default_factory=dict)
    """Fact ("employer", "title", "start" …) → the field that states it."""

    def period(self, reading: Reading) -> DateRange | None:
        """Return the period of a `period` field, or of `start` and `end`.

        None where they state none, or one that ends before it starts.
        """
        if (block := self.blocks.get("period")) is not None and (
            period := parse_period(value_of(reading, block))
        ) is not None:
            return period
        start, end = (
            parse_period(self._date_of(reading, fact)) if fact in self.blocks else None for fact in ("start", "end")
        )
        ending = value_of(reading, self.blocks["end"]) if "end" in self.blocks else ""
        begun = self.blocks["start"].key.rpartition(".")[2].casefold() if "start" in self.blocks and not ending else ""
        current = (
            is_present(ending)
            or begun in _SINCE_KEYS
            or (start is not None and re.fullmatch(r"[-–—…]{1,3}", ending) is not None)
        )
        if start is None and end is None:
            return None
        made = DateRange(
            None if start is None else start.start,
            None if end is None else end.end,
            current or bool(end and end.is_current),
        )
        if made.start is not None and made.end is not None and made.end.last_month < made.start.first_month:
            return None
        return made

    def _date_of(self, reading: Reading, fact: str) -> str:
        """Return the words of a date, its month before its year where they are fields of their own."""
        date, month = value_of(reading, self.blocks[fact]), self.blocks.get(f"month of {fact}")
        if month is None:
            return date
        words = value_of(reading, month)
        return f"{int(words):02}/{date}" if words.isdecimal() else f"{words} {date}"


_SINCE_KEYS = frozenset(words_of("since seit depuis desde sinds sedan siden dal dall"))
"""Keys of starts of what goes on."""


def without_quotes(text: str) -> str:
    """Return a value without the quotes around it; those within it stay.

    >>> without_quotes('"Cook"'), without_quotes('Istituto "G. Tassoni"')
    ('Cook', 'Istituto "G. Tassoni"')
    """
    bare = text.strip("\"' \t\r\n")
    trimmed = text.strip()
    return trimmed if trimmed.startswith(bare) and bare.count('"') % 2 and trimmed.endswith('"') else bare


def value_of(reading: Reading, block: Block) -> str:
    """Return a field's value without quotes, lines joined."""
    return " ".join(without_quotes(reading.quote(block.span)).split())


def value_span(reading: Reading, block: Block) -> Span:
    """Return where a field's value stands, without the quotes around it."""
    text = reading.quote(block.span)
    bare = text.strip("\"' \t\r\n")
    start = block.span.start + text.index(bare)
    return Span(block.span.document_id, start, start + len(bare))


def field_records(reading: Reading) -> list[FieldRecord]:
    """Return the records of a document, in order of their first field.

    At the root, a fact that comes a second time begins a new record: labelled lines repeat "Company:" for each job.
    `company: {name: …}` states the employer of the record around it.
    """
    records: list[FieldRecord] = []
    current: dict[str, FieldRecord] = {}
    told = {block.span.start: fact for _, fact, block, _ in fields_of_facts(reading)}
    for block in _fields_apart(reading):
        prefix, _, leaf = block.key.rpartition(".")
        fact = fact_of_label(leaf)
        said = told.get(block.span.start)
        if said is not None and (fact in _VAGUE_FACTS or (fact == "institution" and said == "employer")):
            fact = told[block.span.start]
        if fact == "name" and prefix:
            around, _, parent = prefix.rpartition(".")
            if (of := fact_of_label(parent)) in ("employer", "institution"):
                prefix, fact = around, of
        elif fact in ("start", "end") and (
            fact_of_label(prefix.rpartition(".")[2]) == "period" or _LISTED_PART.search(prefix) is not None
        ):
            prefix = prefix.rpartition(".")[0]
        if leaf.casefold() in ("year", "month") and (of := fact_of_label(prefix.rpartition(".")[2])) in (
            "start",
            "end",
        ):
            # `startDate: {month: 3, year: 2020}`
            prefix, fact = prefix.rpartition(".")[0], of if leaf.casefold() == "year" else f"month of {of}"
            if fact_of_label(prefix.rpartition(".")[2]) == "period":
                prefix = prefix.rpartition(".")[0]
        if fact is None or not value_of(reading, block):
            continue
        if fact == "degree" and leaf.casefold() in _TITLES_TOO and _root_of(prefix) in WORK_ROOTS:
            fact = "title"
        record = current.get(prefix)
        if record is None or (not prefix and (fact in record.blocks or _is_apart(reading, record, block))):
            record = current[prefix] = FieldRecord(prefix, _root_of(prefix))
            records.append(record)
        record.blocks.setdefault(fact, block)
    _settle_kinds(reading, records)
    return records


_LISTED_PART = re.compile(r"\]\.[^.\[\]]{1,40}$")
"""A mapping within a record of a list: `jobs[0].time_worked`, whose `from` and `to` are the record's, whatever it is called."""
_VAGUE_FACTS = frozenset({None, "heading", "name", "who", "where", "place"})
"""What a label says of too little to be believed where the values of all records say what it states."""


def _settle_kinds(reading: Reading, records: list[FieldRecord]) -> None:
    """Put the records whose values say that they are jobs, studies or work below such a root, and name those named by their keys."""
    by_prefix = {record.prefix: record for record in records if record.prefix}
    for path, fact, block, kind in fields_of_facts(reading):
        record = by_prefix.get(path)
        if record is None:
            record = by_prefix[path] = FieldRecord(path, "")
            records.append(record)
        if record.root not in WORK_ROOTS | STUDY_ROOTS:
            record.root = kind.value
        if block.span not in [known.span for known in record.blocks.values()]:
            record.blocks.setdefault(fact, block)


_TITLES_TOO = frozenset(words_of("titolo titre título titulo titel"))
"""Keys of degrees among studies, of posts among jobs."""


def _root_of(prefix: str) -> str:
    return without_wrappers(prefix).partition(".")[0].partition("[")[0]


def _is_apart(reading: Reading, record: FieldRecord, block: Block) -> bool:
    """Return whether a labelled line stands under another heading than the record's first one."""
    first = next(iter(record.blocks.values()), block)
    return reading.section_id_at(first.span.start) != reading.section_id_at(block.span.start)


_LABELLED = re.compile(
    r"(?:(?:(?<!\s)\s++)?[·•|;]\s*+|(?<![ \t])[ \t]{2,}+)\**(?P<key>[^\W\d_][\w /-]{1,24}?)\s*:\**\s+(?=\S)"
)


def _fields_apart(reading: Reading) -> Iterator[Block]:
    """Yield the fields; those of one line, "Client: Acme · My role: fitter · When: 2021", one by one."""
    items = {} if reading.document.is_keyed else labelled_items(reading, fact_of_label)
    for block in reading.document.blocks:
        if block.kind is BlockKind.TABLE_ROW:
            yield from _cells(reading, block)
        if block.kind is not BlockKind.FIELD:
            yield from [items[block.span]] if block.span in items else _long_labels(reading, block)
            continue
        if "." not in block.key and holds_label(reading.quote(block.span)):
            yield from labels_below(reading, block, fact_of_label)
            continue
        text, key, start = reading.quote(block.span), block.key, 0
        for label in _LABELLED.finditer(text) if "." not in block.key and "\n" not in text else ():
            yield replace(block, key=key, span=block.span.part(start, label.start()))
            key, start = label["key"].casefold(), label.end()
        yield replace(block, key=key, span=block.span.part(start, len(text))) if start else block


def _cells(reading: Reading, block: Block) -> Iterator[Block]:
    """Yield the cells of a table's row as fields, if its header names employer or institution and two facts more."""
    labels, text = [label.strip(" *_") for label in block.key.split("|")], reading.quote(block.span)
    facts = {fact_of_label(label) for label in labels}
    root = "work" if "employer" in facts else "education" if "institution" in facts else None
    told = facts & {"title", "heading", "period", "start", "degree", "field"}
    cells = list(CELL.finditer(text))
    if root is None or len(told) < 2 or len(cells) != len(labels):
        return
    for label, cell in zip(labels, cells, strict=True):
        key = f"{root}[{block.span.start}].{label.casefold()}"
        yield replace(block, kind=BlockKind.FIELD, key=key, span=block.span.part(*cell.span()))


_LONG_LABEL = re.compile(
    r"(?m)^[ \t]*(?:[-•*–]\s+)?(?P<key>[^\W\d_](?:[^:\n\t]|\B:){1,45}?)(?:(?P<colon>[ \t]*:[ \t]+)|[ \t]{2,}|\t+)"
    r"(?P<value>\S.*?)[ \t]*$"
)


_SEVERAL_LABELS = re.compile(r"(?m)^[ \t]*[*_]*[^\W\d_][\w ]{1,24}:[^\n]{2,200}$")
_LABEL = re.compile(r"(?:(?<![^\n])[ \t]*|(?<=[·•|;])\s*)[*_]*(?P<key>[^\W\d_][\w /-]{1,24}?)\s*:[*_]*\s+(?=\S)")


def _long_labels(reading: Reading, block: Block) -> Iterator[Block]:
    """Yield as fields the lines of forms: labels of many words, and known labels set apart by spaces alone."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return
    text = reading.quote(block.span)
    if not any(mark in text for mark in (":", "  ", "\t")):
        return
    for line in _SEVERAL_LABELS.finditer(text):
        labels = list(_LABEL.finditer(text, *line.span()))
        facts = [fact_of_label(label["key"]) for label in labels]
        if "employer" not in facts or sum(fact is not None for fact in facts) < 2:
            continue
        for label, following in zip(labels, [*labels[1:], None], strict=True):
            end = line.end() if following is None else following.start()
            words = text[label.end() : end].rstrip(" \t*_·•|;")
            span = block.span.part(label.end(), label.end() + len(words))
            yield replace(block, kind=BlockKind.FIELD, key=label["key"].casefold(), span=span)
    for line in _LONG_LABEL.finditer(text):
        fact = fact_of_label(line["key"].strip())
        if fact is not None and ("_" in snake_case(line["key"].strip()) or line["colon"] is None):
            key = line["key"].strip().casefold()
            yield replace(block, kind=BlockKind.FIELD, key=key, span=block.span.part(*line.span("value")))


def by_prefix(records: Iterable[FieldRecord]) -> dict[str, FieldRecord]:
    """Return prefix of keys → its record; those at the root, of which there may be many, are around none."""
    return {record.prefix: record for record in records if record.prefix}


def inherited(record: FieldRecord, others: Mapping[str, FieldRecord], fact: str) -> Block | None:
    """Return the field that states `fact` for a record: its own, else that of the nearest record around it (`by_prefix`)."""
    prefix = record.prefix
    if fact in record.blocks:
        return record.blocks[fact]
    while "." in prefix:
        prefix = prefix.rpartition(".")[0]
        if (around := others.get(prefix)) is not None and fact in around.blocks:
            return around.blocks[fact]
    return None
