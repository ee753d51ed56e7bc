"""Finds whose work is told by what stands above: a job's line or label, a heading, a row of the same table, the top of the page.

Called by employer_relations.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.documents import BlockKind, Section, SectionKind
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.keyed.meanings import RecordKind, record_around
from graph.extraction.keyed.roots import of_one_root
from graph.extraction.reading import Reading
from graph.extraction.relations.employer_places import EmployerPlaces
from graph.model import EntityKind, Mention

PASSED = frozenset({"title, company and dates in passing", "own business"})
"""Rules of employers that are named beside the career, not for it."""


def employer_of_record(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
    """Return the employer that the record of a job states in whose lists the telling stands."""
    job = record_around(reading, telling.span, RecordKind.JOB)
    block = None if job is None else job[0].of(job[1], "employer")
    return None if block is None else employers.touching(block.span)


def employment_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
    """Return the employer of the last employment line before the telling, if the telling stands under it."""
    last = employers.line_before(telling.span.start)
    if last is None or (reading.document.is_keyed and not of_one_root(reading, last.span, telling.span)):
        return None
    here, there = reading.section_at(telling.span.start), reading.section_at(last.span.start)
    if here is None or there is None or here.id == there.id:
        return last
    if _stands_among_jobs(reading, here, there, telling, employers):
        return last
    if there.heading is not None and there.heading.contains(last.span):
        return last if there.span.contains(telling.span) or _heads_what_follows(reading, there, here) else None
    # An employment line is under a heading of its own (Experience): the telling must be there too.
    return (
        last
        if (there.span.contains(telling.span) and there.level > 0)
        or (here.level > there.level > 0 and there.span.contains(here.span))
        else None
    )


def _stands_among_jobs(
    reading: Reading, here: Section, there: Section, telling: Mention, employers: EmployerPlaces
) -> bool:
    """Return whether a heading of plain text ("Key projects") stands within a job: the next job follows below it."""
    if reading.document.media_type != "text/plain" or there.kind is not SectionKind.EXPERIENCE or here.heading is None:
        return False
    following = employers.line_after(telling.span.end)
    return following is not None and here.span.contains(following.span) and not here.heading.contains(following.span)


def _heads_what_follows(reading: Reading, post: Section, work: Section) -> bool:
    """Return whether a post's heading, with nothing listed below, stands beside those of the works done there, which follow it."""
    while work.level > post.level and (parent := reading.parent_of(work)) is not None:
        work = parent
    if work.parent_id != post.parent_id or work.level != post.level or post.kind is not SectionKind.OTHER:
        return False
    held = any(
        m.kind is EntityKind.ROLE
        and m.period is not None
        and post.heading is not None
        and post.heading.contains(m.span)
        for m in reading.mentions_near(post.span)
    )
    below = [block for block in reading.blocks_in(post.span) if block.span != post.heading]
    return held and len(below) < 2 and not any(block.kind is BlockKind.LIST_ITEM for block in below)


def in_row_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
    """Return the employer named in a row of the same table above, where the telling's own row leaves its first cell empty."""
    block = reading.block_at(telling.span.start)
    if block is None or reading.document.text[block.span.start : telling.span.start].strip(" |\t[*_`"):
        return None
    before = [m for m in employers.all if m.rule == "client of a project" and m.span.end <= block.span.start]
    if not before:
        return None
    between = reading.blocks_from(before[-1].span.end, block.span.start)
    return before[-1] if all(row.kind is BlockKind.TABLE_ROW and row.key == block.key for row in between) else None


def in_heading_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
    """Return the employer whom a heading above names for all the work below it: "Projects at Acme Freight"."""
    section = reading.section_at(telling.span.start)
    while section is not None:
        heading = section.heading
        if heading is not None and not heading.overlaps(telling.span):
            named = employers.inside(heading)
            if named is not None and named.rule != "client of a project":
                return named
        section = reading.parent_of(section)
    return None


def labelled_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
    """Return the employer of the last labelled job ("Employer: …") above a telling in the same section of employments."""
    if section_kind_at(reading, telling.span.start) is not SectionKind.EXPERIENCE:
        return None
    return employers.labelled_before(telling.span.start)


def at_top(reading: Reading, employers: Sequence[Mention]) -> Mention | None:
    """Return the one employer named with the author's post above all headings, where no section lists employments."""
    if not employers:
        return None
    if any(section.kind is SectionKind.EXPERIENCE for section in reading.sections):
        return None
    first = next((s.heading.start for s in reading.sections if s.heading is not None and s.level > 1), None)
    roles = {
        m.attributes.get("employer")
        for m in reading.mentions
        if m.kind is EntityKind.ROLE and m.attributes.get("title") and (first is None or m.span.start < first)
    }
    above = [m for m in employers if m.key in roles and (first is None or m.span.start < first)]
    return (
        above[0]
        if above and len({m.key for m in above}) == 1 and len({m.key for m in employers if m.rule not in PASSED}) == 1
        else None
    )
