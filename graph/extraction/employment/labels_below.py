"""Reads the part of a dated head that a labelled line right below states: "Cook | 2019 – 2021" above "- Company: Acme | Leeds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from graph.documents import Block, BlockKind, Span
from graph.extraction.employment.entry_weighing import Entry
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.words import is_companylike, is_title
from graph.extraction.keyed.listed_labels import label_of_block, value_of_block
from graph.extraction.reading import Reading

_NEAR = 5
"""Bullets or fields below a head among which its labels are looked for; more tell what was done."""
_ENDS_VALUE = re.compile(r"\s[|·•–—]\s|,\s|\s?[(\[]|\t|\s{3,}|[*_]{1,3}$")
_MOST_WORDS = 7


def house_below(entry: Entry, reading: Reading) -> Piece | None:
    """Return the house that a label right below a dated post names, or None."""
    if entry.employer is not None or entry.title is None or entry.period is None:
        return None
    found = next(_stated(reading, entry.lines[-1], "employer"), None)
    if found is None or reading.vocabularies.technologies.is_term(reading.quote(found)):
        return None
    return Piece(PieceKind.NAME, reading.quote(found), found.start, found.end, "|")


def house_of_post_by_place(entry: Entry, reading: Reading) -> Piece | None:
    """Return the house that a label names below dates and one name, which is then the post: "Grant Holder", "Company: Acme"."""
    name, line = entry.employer, entry.employer_line
    if name is None or line is None or entry.title is not None or entry.period is None:
        return None
    if not entry.period.lasts or line.pieces != (name,) or is_companylike(name.text):
        return None
    found = house_below(replace(entry, employer=None, title=_span_of(name, reading)), reading)
    return None if found is None or found.text.casefold() == name.text.casefold() else found


def _span_of(piece: Piece, reading: Reading) -> Span:
    return reading.document.span(piece.start, piece.end)


def title_below(entry: Entry, reading: Reading) -> Span | None:
    """Return the post that a label right below a dated house among jobs states, or None."""
    if not entry.in_experience or entry.period is None or not entry.period.lasts:
        return None
    found = next(_stated(reading, entry.lines[-1], "title"), None)
    return found if found is not None and is_title(reading.quote(found), reading.vocabularies.roles) else None


def _stated(reading: Reading, line: HeadLine, fact: str) -> Iterator[Span]:
    for block in islice(reading.blocks_from(line.block.span.start, len(reading.document.text)), 1, _NEAR + 1):
        label = label_of_block(reading, block)
        if block.kind is BlockKind.HEADING or (label is None and block.kind is not BlockKind.LIST_ITEM):
            return
        if label is not None and fact_of_label(label) == fact and (value := _value_of(reading, block)) is not None:
            yield value


def _value_of(reading: Reading, block: Block) -> Span | None:
    """Return the first part of a label's value, where it is short and begins as names and posts do."""
    whole = value_of_block(reading, block)
    text = reading.quote(whole)
    ends = _ENDS_VALUE.search(text)
    value = text[: len(text) if ends is None else ends.start()].split("\n")[0].rstrip(" *_].")
    if not value[:1].isalnum() or len(value.split()) > _MOST_WORDS:
        return None
    return reading.document.span(whole.start, whole.start + len(value))
