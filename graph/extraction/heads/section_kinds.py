"""Says what the section around a place of a document is about, looking through sections about nothing known."""

from __future__ import annotations

from bisect import bisect_right

from graph.documents import Section, SectionKind
from graph.extraction.reading import Reading, innermost_sections

NO_POSTS = frozenset({SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.CREDENTIALS, SectionKind.WRITING})
"""Sections whose sentences and lines tell of no posts."""


class _SectionKinds:
    """Looks up what the sections around an offset are about, quicker than one by one."""

    def __init__(self, reading: Reading) -> None:
        self._borders, holding = innermost_sections(reading.sections)
        self._kinds = [_kind_of(reading, section) for section in holding]

    def at(self, offset: int) -> SectionKind:
        """Return the kind of the innermost section around `offset` that has one other than `other`."""
        place = bisect_right(self._borders, offset) - 1
        return self._kinds[place] if place >= 0 else SectionKind.OTHER


def _kind_of(reading: Reading, section: Section | None) -> SectionKind:
    while section is not None and section.kind is SectionKind.OTHER:
        section = reading.parent_of(section)
    return SectionKind.OTHER if section is None else section.kind


def section_kind_at(reading: Reading, offset: int) -> SectionKind:
    """Return what the innermost section around `offset` is about, looking through sections about nothing known."""
    if "section kinds" not in reading.memo:
        reading.memo["section kinds"] = _SectionKinds(reading)
    kinds: _SectionKinds = reading.memo["section kinds"]
    return kinds.at(offset)
