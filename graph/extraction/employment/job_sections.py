"""Knows sections of jobs by what stands in them, where their heading says nothing of jobs or there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.documents import BlockKind, Section, SectionKind
from graph.extraction.employment.entry_heads import Head, heads_of, with_small_titles
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.reading import Reading

_SAYS_CAREER = re.compile(
    r"(?i)(?:short |brief |my |kurz|kurzer |petit )?(?:c\.?v\.?|curriculum(?: vitae)?|r[ée]sum[ée]|lebenslauf|vita|levensloop|parcours|background|timeline|stations|stationen|the day jobs?)"
)
"""Headings, inside a document, of what somebody has been."""


_OF_HONOURS = re.compile(r"(?i)(?:,|&|\band)\s(?:awards|honou?rs|interests|hobbies)$")
"""Ends a heading of what somebody did beside the work: "Leadership, Activities, and Awards"."""
_OF_NO_JOBS = frozenset({SectionKind.SKILLS, SectionKind.SUMMARY, SectionKind.CONTACT})
"""Sections below which jobs stand where the heading between is lost or was not read as one."""
_FEWEST_THERE = 3


def among_jobs(lines: Sequence[HeadLine], reading: Reading, reach: int) -> list[HeadLine]:
    """Return the lines, those of sections about nothing known set among jobs where two of their heads have title, name and years.

    "Kitchens", "Ships", "Where I have been": the heading says nothing, the entries below do. Three heads of this kind
    below skills, of which nothing says that something else begins, are jobs as well.
    """
    changed: dict[int, HeadLine] = {}
    for those in _by_section(lines, reading):
        as_jobs = [replace(line, section=SectionKind.EXPERIENCE) for line in those]
        small = with_small_titles(
            as_jobs[1:] if those[0].block.kind is BlockKind.HEADING else as_jobs, reading.vocabularies
        )
        heads = [head for head in heads_of(small, reach, reading.vocabularies) if _is_dated(head, small)]
        jobs = sum(map(_is_job, heads))
        if those[0].section in _OF_NO_JOBS:
            are_jobs = jobs >= _FEWEST_THERE and 3 * jobs >= 2 * len(heads)
        elif those[0].block.kind is BlockKind.HEADING and _SAYS_CAREER.fullmatch(those[0].text.strip(" *_:#")):
            changed |= {line.start: line for line in small} if jobs else {}
            continue
        else:
            are_jobs = len(heads) >= 2 and 3 * jobs >= max(len(heads), 3 if len(heads) == 2 else 4)
        if are_jobs:
            first = small[heads[0].lines[0]].start  # What stands above the first job introduces them.
            changed |= {line.start: line for line in as_jobs if line.start >= first}
    return [changed.get(line.start, line) for line in lines]


def _by_section(lines: Sequence[HeadLine], reading: Reading) -> list[list[HeadLine]]:
    """Return the lines below headings that say nothing of jobs, together those that may be entries of one list."""
    by_id = {section.id: section for section in reading.sections}
    by_section: dict[tuple[str, SectionKind], list[HeadLine]] = {}
    for line in lines:
        if line.section is not SectionKind.OTHER and line.section not in _OF_NO_JOBS:
            continue
        section = reading.section_at(line.start)
        if section is not None and section.parent_id is not None and _heads_an_entry(line, section):
            section = by_id[section.parent_id]
        while section is not None and section.parent_id is not None and by_id[section.parent_id].level > 1:
            section = by_id[section.parent_id]
        if section is not None and not (line.section is SectionKind.OTHER and _OF_HONOURS.search(section.title)):
            by_section.setdefault((section.id, line.section), []).append(line)
    return list(by_section.values())


def _heads_an_entry(line: HeadLine, section: Section) -> bool:
    """Return whether the section's own heading says title and company: "### Cadet — Fairwind Line"."""
    heading = section.title
    return (
        re.search(r"\s(?:[–—|·•@]|at|bei|chez|presso|bij)\s", heading) is not None and line.section is SectionKind.OTHER
    )


def _is_dated(head: Head, lines: Sequence[HeadLine]) -> bool:
    """Return whether a head has two parts and years that last."""
    period = next((lines[number].period for number in head.lines if lines[number].period is not None), None)
    if period is None or len(head.parts) < 2:
        return False
    return period.range.is_current or period.range.start != period.range.end


def _is_job(head: Head) -> bool:
    kinds = [part.kind for part in head.parts[:3]]
    legal = sum(LEGAL_SUFFIX.search(part.text) is not None for part in head.parts)
    return (PieceKind.TITLE in kinds and PieceKind.NAME in kinds) or (legal == 1 and len(head.parts) == 2)
