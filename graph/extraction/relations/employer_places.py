"""Looks up a document's mentions of employers by place, key and name, without going through them all. Ties none; employer_relations.py does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from graph.documents import BlockKind, Span
from graph.extraction.employment.entry_weighing import TITLE_AT_TOP
from graph.extraction.employment.job_phrases import FIRST_LINE
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex
from graph.model import DateRange, EntityKind, Mention

_PARENT = re.compile(r"^(.*?\[\d+\])")


def key_of(reading: Reading, mention: Mention) -> str:
    """Return the key of the field in which a mention stands, or that of the words behind a label; else an empty string."""
    block = reading.block_at(mention.span.start)
    if block is None and mention.extent is not None:
        block = reading.block_at(mention.extent.end - 1)
    return block.key if block is not None and block.kind is BlockKind.FIELD else ""


class EmployerPlaces:
    """The mentions of employers in a reading; every answer is the first in their order that fits."""

    def __init__(self, reading: Reading) -> None:
        self.all: tuple[Mention, ...] = tuple(m for m in reading.mentions if m.kind is EntityKind.EMPLOYER)
        self._reading = reading
        self._keys = [key_of(reading, mention) for mention in self.all]

    @cached_property
    def of_each_name(self) -> tuple[Mention, ...]:
        """The first mention with each name, in order."""
        first: dict[str, Mention] = {}
        for mention in self.all:
            first.setdefault(mention.name, mention)
        return tuple(first.values())

    @cached_property
    def front(self) -> tuple[Mention, ...]:
        """Those in fields that belong to no list."""
        return tuple(m for m, key in zip(self.all, self._keys, strict=True) if key and "[" not in key)

    def inside(self, extent: Span) -> Mention | None:
        """Return one that stands wholly in `extent`."""
        return next((m for m in self._index.overlapping(extent) if extent.contains(m.span)), None)

    def touching(self, span: Span) -> Mention | None:
        """Return one that has a character in common with `span`."""
        return next(iter(self._index.overlapping(span)), None)

    def field_inside(self, extent: Span) -> Mention | None:
        """Return one that stands in a field and wholly in `extent`."""
        return next((m for m in self._field_index.overlapping(extent) if extent.contains(m.span)), None)

    def beside_key(self, key: str) -> Mention | None:
        """Return one whose field stands under the same first element of a list as `key`: `work[0]`."""
        parent = _PARENT.match(key)
        return None if parent is None else self._by_parent.get(parent[1])

    def line_before(self, offset: int) -> Mention | None:
        """Return the last that begins before `offset` in a line of the career, not in a field or in prose."""
        return _last_before(self._lines, offset)

    def line_after(self, offset: int) -> Mention | None:
        """Return the first that begins at `offset` or behind it in a line of the career, not in a field or in prose."""
        return next((m for m in self._lines if m.span.start >= offset), None)

    def labelled_before(self, offset: int) -> Mention | None:
        """Return the last of a labelled job ("Employer: …") before `offset` and in the section there."""
        return _last_before(self._labelled.get(self._reading.section_id_at(offset), []), offset)

    @cached_property
    def current(self) -> Mention | None:
        """The one employer for whom the author works today."""
        roles = (m for m in self._reading.mentions if m.kind is EntityKind.ROLE)
        keys = {role.attributes.get("employer") for role in roles if role.period is not None and role.period.is_current}
        keys |= {m.key for m in self.all if m.rule in (_CURRENTLY, FIRST_LINE, TITLE_AT_TOP)}
        return next((m for m in self.all if m.key in keys), None) if len(keys) == 1 else None

    def of_years(self, period: DateRange | None) -> Mention | None:
        """Return the one employer at whom a post was held throughout the years of `period`."""
        if period is None or period.start is None:
            return None
        roles = (m for m in self._reading.mentions if m.kind is EntityKind.ROLE and m.period is not None)
        keys = {m.attributes.get("employer") for m in roles if m.period is not None and _in_years_of(m.period, period)}
        return next((m for m in self.all if m.key in keys), None) if len(keys) == 1 else None

    def current_of_passage(self, last: Mention | None, telling: Span) -> Mention | None:
        """Return `last`, or today's employer where both stand in one passage above a telling: "Now at Umbra, earlier at Peatmoss" heads no entry."""
        block = None if last is None else self._reading.block_at(last.span.start)
        if last is None or block is None or block.span.overlaps(telling) or block.kind is BlockKind.LIST_ITEM:
            return last
        near = [m for m in self._index.overlapping(block.span) if m.key != last.key and block.span.contains(m.span)]
        is_told = last.rule in _TOLD and all(m.rule in _TOLD for m in near)
        if not near or (not is_told and "\n" in self._reading.document.text[block.span.start : last.span.start]):
            return last
        return (
            self.current
            if self.current is not None and self.current.key in {last.key, *(m.key for m in near)}
            else None
        )

    @cached_property
    def of_own_paper(self) -> Mention | None:
        """Today's employer where the document is written for there: a self-review, a brag list, a case for promotion."""
        first = " ".join(self._reading.quote(block.span)[:120] for block in self._reading.document.blocks[:3])
        return self.current if _OWN_PAPER.search(f"{self._reading.document.title} {first}") else None

    @cached_property
    def _index(self) -> SpanIndex[Mention]:
        return SpanIndex((m.span, m) for m in self.all)

    @cached_property
    def _field_index(self) -> SpanIndex[Mention]:
        return SpanIndex((m.span, m) for m, key in zip(self.all, self._keys, strict=True) if key)

    @cached_property
    def _by_parent(self) -> dict[str, Mention]:
        found: dict[str, Mention] = {}
        for mention, key in zip(self.all, self._keys, strict=True):
            parent = _PARENT.match(key)
            if parent is not None and key.startswith(".", parent.end()):
                found.setdefault(parent[1], mention)
        return found

    @cached_property
    def _lines(self) -> list[Mention]:
        lines = [
            m
            for m, key in zip(self.all, self._keys, strict=True)
            if not key and m.rule not in _PROSE and not self._is_in_row(m)
        ]
        return sorted(lines, key=lambda m: m.span.start)

    def _is_in_row(self, mention: Mention) -> bool:
        """Return whether a client stands in the row or the bullet of a project, and heads nothing below."""
        block = self._reading.block_at(mention.span.start) if mention.rule == "client of a project" else None
        return block is not None and block.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM)

    @cached_property
    def _labelled(self) -> dict[str | None, list[Mention]]:
        found: dict[str | None, list[Mention]] = {}
        for mention, key in sorted(zip(self.all, self._keys, strict=True), key=lambda pair: pair[0].span.start):
            if mention.rule == "employment field" and "." not in key:
                found.setdefault(self._reading.section_id_at(mention.span.start), []).append(mention)
        return found


_PROSE = ("prose", "at-employer")
_TOLD = frozenset({"career in sentences", "employers with dates in brackets", "currently at X"})
"""Rules that read running text, where a line's end says nothing."""
_CURRENTLY = "currently at X"
_OWN_PAPER = re.compile(
    r"(?i)\b(?:brag|self[- ](?:review|assessment|evaluation|appraisal)|performance (?:review|summary)|(?:annual|year-end) (?:review|summary)|okrs?|appraisal|promotion (?:case|packet|document|dossier)|nomination|wins|year in review|"
    r"selbstbeurteilung|mitarbeitergespräch|auto-?évaluation|autoevaluación|autovalutazione|zelfbeoordeling|autoavaliação)\b"
)


def _in_years_of(whole: DateRange, part: DateRange) -> bool:
    """Return whether the years of a period lie in those of another."""
    if whole.start is None or part.start is None or part.start.year < whole.start.year:
        return False
    if whole.is_current or whole.end is None:
        return whole.is_current
    return not part.is_current and (part.end or part.start).year <= whole.end.year


def _last_before(mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Return the last of `mentions`, sorted by start, that begins before `offset`; of several there the first."""
    place = bisect_left(mentions, offset, key=lambda m: m.span.start) - 1
    if place < 0:
        return None
    return mentions[bisect_left(mentions, mentions[place].span.start, key=lambda m: m.span.start)]
