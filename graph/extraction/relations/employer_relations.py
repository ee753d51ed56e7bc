"""Relates projects to the employer that they were done for: named in the title or text, by a key, or by the job they stand under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import BlockKind, Section, SectionKind, Span
from graph.extraction.employment.job_phrases import ALL_AT
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.keyed.meanings import RecordKind, record_around
from graph.extraction.keyed.roots import is_listed, of_one_root
from graph.extraction.reading import Reading
from graph.extraction.relations.employer_places import EmployerPlaces, key_of
from graph.extraction.relations.relations import project_tellings
from graph.extraction.span_index import SpanIndex
from graph.extraction.stories.tables import is_engagement
from graph.extraction.works.case_cards import card_around
from graph.extraction.works.own_work import is_own_work
from graph.model import EntityKind, Mention, MentionRelation, RelationKind
from graph.occurrences import occurrences


def relate_employers(reading: Reading) -> list[MentionRelation]:
    """Return at_employer for projects: named in the title or text, by a key, or by the employment that the project stands under."""
    employers = EmployerPlaces(reading)
    found: list[MentionRelation] = []
    for telling in project_tellings(reading):
        for employer, span, rule, confidence in _employers_of(reading, telling, employers):
            found.append(
                MentionRelation(telling.identity, RelationKind.AT_EMPLOYER, employer.identity, span, rule, confidence)
            )
    return found


def _employers_of(
    reading: Reading, telling: Mention, employers: EmployerPlaces
) -> list[tuple[Mention, Span, str, float]]:
    extent = telling.extent or telling.span
    named = _named_in(reading, telling.span, employers) or _named_short(reading, telling.span, employers.all)
    if named is not None:
        return [(named[0], named[1], "employer-in-title", 0.88)]
    if (card := card_around(reading, telling.span)) is not None:
        client = None if card.client is None else employers.touching(card.client)
        return [] if client is None else [(client, client.span, "employer-field", 0.93)]
    declared = employers.field_inside(extent)
    if declared is not None:
        return [(declared, declared.span, "employer-field", 0.95)]
    around = _by_record_around(reading, telling, employers)
    if around is not None:
        return [(around, around.span, "employer-field", 0.93)]
    by_key = employers.beside_key(key_of(reading, telling))
    if by_key is not None:
        return [(by_key, by_key.span, "employer-field", 0.93)]
    if is_own_work(reading, telling):
        return []
    all_told = [m for m in employers.all if m.rule == ALL_AT and _speaks_of_all_above(reading, m)]
    if len(all_told) == 1 and telling.span.end <= all_told[0].span.start and employers.inside(extent) is None:
        return [(all_told[0], all_told[0].span, "employer-of-all", 0.85)]
    if telling.rule == "project-table-row":
        in_row = employers.inside(extent) or _in_row_above(reading, telling, employers)
        if in_row is not None:
            return [(in_row, in_row.span, "employer-in-row", 0.9)]
        # "What | Where | Year": an employer that is known from elsewhere.
        if (told := _named_in(reading, extent, employers)) is not None:
            return [(told[0], told[1], "employer-in-row", 0.88)]
        block = reading.block_at(telling.span.start)
        then = employers.of_years(telling.period) if block is not None and is_engagement(block) else None
        if then is not None:
            return [(then, then.span, "employer-of-those-years", 0.8)]
        # A table of one's own work stands below a line about jobs in many a profile.
        if section_kind_at(reading, telling.span.start) is not SectionKind.EXPERIENCE:
            return []
    client = next((m for m in employers.all if m.rule == "client of a project" and extent.contains(m.span)), None)
    if client is not None and telling.span.end <= client.span.start:
        return [(client, client.span, "employer-in-text", 0.85)]
    above = employers.current_of_passage(
        _employment_above(reading, telling, employers), telling.span
    ) or _labelled_above(reading, telling, employers)
    if above is not None and above.rule == "career in sentences" and _is_over_by(reading, above, telling):
        return []
    if above is not None:
        return [(above, above.span, "under-employment", 0.9)]
    everywhere = [m for m in employers.all if m.rule == ALL_AT and m.span.end <= telling.span.start]
    if everywhere and employers.inside(extent) is None:
        return [(everywhere[-1], everywhere[-1].span, "employer-of-all", 0.85)]
    headed = _in_heading_above(reading, telling, employers)
    if headed is not None:
        return [(headed, headed.span, "under-employer", 0.88)]
    # "Seller onboarding, Nearfold Market, 2023" says where it was, if to nobody here; the text may name other employers.
    if re.search(r",\s*[A-Z]", reading.quote(telling.span)) and "," in telling.name:
        return []
    inside = employers.inside(extent)
    if inside is not None:
        return [(inside, reading.sentence_at(inside.span.start) or inside.span, "employer-in-text", 0.8)]
    front = [m for m in employers.front if m.rule not in _PASSED]
    if reading.document.is_keyed:  # An employer in a list is that of the list's records alone.
        front = [m for m in front if of_one_root(reading, m.span, telling.span) or not is_listed(reading, m.span)]
    else:
        front = [m for m in front if not _of_other_work(reading, m, telling)]
    if len({m.key for m in front}) == 1:
        return [(front[0], front[0].span, "employer-field", 0.85)]
    named = _named_in(reading, extent, employers)
    if named is not None:
        return [(named[0], named[1], "employer-in-text", 0.75)]
    before = [m for m in employers.all if m.span.start < telling.span.start or m.rule != "career in sentences"]
    top = _at_top(reading, before) or employers.of_own_paper
    if top is None or _is_over_by(reading, top, telling):
        return []
    return [(top, top.span, "employer-at-top", 0.75)]


def _is_over_by(reading: Reading, employer: Mention, telling: Mention) -> bool:
    """Return whether every post at an employer had ended before the year in which a piece of work begins."""
    held = [m.period for m in reading.mentions if m.attributes.get("employer") == employer.key]
    begins = None if telling.period is None else telling.period.start
    if begins is None or not held:
        return False
    return all(one is not None and one.end is not None and one.end.year < begins.year for one in held)


def _of_other_work(reading: Reading, employer: Mention, telling: Mention) -> bool:
    """Return whether a labelled employer stands in the telling of another piece of work: "Role: designer at Acme" below its title."""
    if "tellings" not in reading.memo or reading.memo["tellings"][0] is not reading.mentions:
        index = SpanIndex((t.extent, t) for t in project_tellings(reading) if t.extent is not None)
        reading.memo["tellings"] = (reading.mentions, index)
    holding: list[Mention] = reading.memo["tellings"][1].overlapping(employer.span)
    extents = [t.extent for t in holding if t.extent is not None and t.extent.contains(employer.span)]
    return bool(extents) and not any(extent.contains(telling.span) for extent in extents)


def _speaks_of_all_above(reading: Reading, employer: Mention) -> bool:
    """Return whether a sentence says of what stands above it where it was: "All of this was done at Acme Foods"."""
    sentence = reading.sentence_at(employer.span.start)
    before = "" if sentence is None else reading.document.text[sentence.start : employer.span.start]
    return re.match(r"(?i)(?:all|everything)\b[^.]{0,30}\b(?:this|these|above)\b", before) is not None


_PASSED = frozenset({"title, company and dates in passing", "own business"})
"""Rules of employers that are named beside the career, not for it."""
_NO_OWN_NAME = frozenset(
    "restaurante restaurant hotel hôtel hospital hôpital clínica clinique klinik klinikum museum museo musée gasthof café cafe bar grupo groupe gruppe "
    "casa maison haus house the la le el los las die der das il stichting fundación fondation stiftung universidad université universität universiteit "
    "colegio escuela école schule stadtwerke autohaus bäckerei ville mairie stadt gemeente".split()
)


def _named_short(reading: Reading, span: Span, employers: Sequence[Mention]) -> tuple[Mention, Span] | None:
    """Return the one employer whose own name stands short at a title's end: "Banquets (Arrecife)" for Hotel Arrecife."""
    text = reading.quote(span)
    found: dict[str, tuple[Mention, Span]] = {}
    behind = re.search(
        r"(?:[(,|–—]|\s-\s|\s(?:at|for|bei|chez|en|presso|bij))\s*(?P<short>[^(),|–—]{4,50})\)?\s*$", text
    )
    if behind is None:
        return None
    short = behind["short"].strip().casefold()
    for employer in employers:
        words = employer.name.casefold().split()
        own = words[1:] if words and words[0] in _NO_OWN_NAME else words
        if len(words) > 1 and own and (short == " ".join(own) or (len(own) > 1 and short == " ".join(own[:-1]))):
            place = reading.document.span(span.start + behind.start("short"), span.start + behind.end("short"))
            found.setdefault(employer.key, (employer, place))
    return next(iter(found.values())) if len(found) == 1 else None


def _at_top(reading: Reading, employers: Sequence[Mention]) -> Mention | None:
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
        if above and len({m.key for m in above}) == 1 and len({m.key for m in employers if m.rule not in _PASSED}) == 1
        else None
    )


def _named_in(reading: Reading, span: Span, employers: EmployerPlaces) -> tuple[Mention, Span] | None:
    """Return an employer of the document whose name stands in `span`, with the place; not as part of a product's name."""
    text = reading.quote(span)
    for employer in employers.of_each_name:
        place = _place_of_name(text, employer.name) if len(employer.name) > 2 else None
        if place is not None:
            start = span.start + place
            return employer, reading.document.span(start, start + len(employer.name))
    return None


_BESIDE_NAME = re.compile(r"[\w-]")
_NOT_BEHIND_NAME = re.compile(r"[\w-]|\s{1,200}+(?:Cloud|Database|DB|Analytics|Ads)")


def _place_of_name(text: str, name: str) -> int | None:
    """Return where a name first stands as a word of its own."""
    for start in occurrences(text, name):
        is_whole = not start or _BESIDE_NAME.match(text, start - 1) is None
        if is_whole and _NOT_BEHIND_NAME.match(text, start + len(name)) is None:
            return start
    return None


def _by_record_around(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
    """Return the employer that the record of a job states in whose lists the telling stands."""
    job = record_around(reading, telling.span, RecordKind.JOB)
    block = None if job is None else job[0].of(job[1], "employer")
    return None if block is None else employers.touching(block.span)


def _employment_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
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


def _in_row_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
    """Return the employer named in a row of the same table above, where the telling's own row leaves its first cell empty."""
    block = reading.block_at(telling.span.start)
    if block is None or reading.document.text[block.span.start : telling.span.start].strip(" |\t[*_`"):
        return None
    before = [m for m in employers.all if m.rule == "client of a project" and m.span.end <= block.span.start]
    if not before:
        return None
    between = reading.blocks_from(before[-1].span.end, block.span.start)
    return before[-1] if all(row.kind is BlockKind.TABLE_ROW and row.key == block.key for row in between) else None


def _in_heading_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
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


def _labelled_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> Mention | None:
    """Return the employer of the last labelled job ("Employer: …") above a telling in the same section of employments."""
    if section_kind_at(reading, telling.span.start) is not SectionKind.EXPERIENCE:
        return None
    return employers.labelled_before(telling.span.start)
