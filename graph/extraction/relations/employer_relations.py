"""Relates projects to the employer that they were done for: named in the title or text, by a key, or by the job they stand under."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from graph.documents import SectionKind, Span
from graph.extraction.employment.job_phrases import ALL_AT
from graph.extraction.employment.story_settings import RULE as SETTING
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.keyed.roots import is_listed, of_one_root
from graph.extraction.reading import Reading
from graph.extraction.relations.employer_places import EmployerPlaces, key_of
from graph.extraction.relations.employers_above import (
    PASSED,
    at_top,
    employer_of_record,
    employment_above,
    in_heading_above,
    in_row_above,
    labelled_above,
)
from graph.extraction.relations.named_employers import named_in, named_short
from graph.extraction.relations.relations import project_tellings
from graph.extraction.span_index import SpanIndex
from graph.extraction.stories.tables import is_engagement
from graph.extraction.works.case_cards import card_around
from graph.extraction.works.own_work import is_own_work
from graph.model import Mention, MentionRelation, RelationKind


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


_Ties: TypeAlias = list[tuple[Mention, Span, str, float]]
"""Employer, words that tell so, rule, confidence."""


def _employers_of(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties:
    """Return the employer of a piece of work by the first way that tells; at most one."""
    for way in _WAYS:
        ties = way(reading, telling, employers)
        if ties is not None:
            return ties
    return []


def _extent(telling: Mention) -> Span:
    return telling.extent or telling.span


def _by_title(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    named = named_in(reading, telling.span, employers) or named_short(reading, telling.span, employers.all)
    return None if named is None else [(*named, "employer-in-title", 0.88)]


def _by_card(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the client that a card's facts name; nobody where they name none."""
    card = card_around(reading, telling.span)
    if card is None:
        return None
    client = None if card.client is None else employers.touching(card.client)
    return [] if client is None else [(client, client.span, "employer-field", 0.93)]


def _by_field(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the employer in a field of the telling, of the record around it, or beside its key."""
    declared = employers.field_inside(_extent(telling))
    if declared is not None:
        return [(declared, declared.span, "employer-field", 0.95)]
    beside = employer_of_record(reading, telling, employers) or employers.beside_key(key_of(reading, telling))
    return None if beside is None else [(beside, beside.span, "employer-field", 0.93)]


def _nobody_for_own_work(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    return [] if is_own_work(reading, telling) else None


def _by_sentence_below(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the employer of whom a sentence below says that all above was done there."""
    told = [m for m in employers.all if _speaks_of_all_above(reading, m)]
    is_above = len(told) == 1 and telling.span.end <= told[0].span.start
    if is_above and employers.inside(_extent(telling)) is None:
        return [(told[0], told[0].span, "employer-of-all", 0.85)]
    return None


def _by_setting(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the employer that a page of stories names once for all of them, above or below."""
    settings = {m.key: m for m in employers.all if m.rule == SETTING}
    if len(settings) != 1:
        return None
    setting = next(iter(settings.values()))
    return [(setting, setting.span, "employer-of-all", 0.8)]


def _by_row(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the employer of a row of works; nobody where the table is none of work at a post."""
    if telling.rule != "project-table-row":
        return None
    in_row = employers.inside(_extent(telling)) or in_row_above(reading, telling, employers)
    if in_row is not None:
        return [(in_row, in_row.span, "employer-in-row", 0.9)]
    # "What | Where | Year": an employer that is known from elsewhere.
    if (told := named_in(reading, _extent(telling), employers)) is not None:
        return [(*told, "employer-in-row", 0.88)]
    block = reading.block_at(telling.span.start)
    then = employers.of_years(telling.period) if block is not None and is_engagement(block) else None
    if then is not None:
        return [(then, then.span, "employer-of-those-years", 0.8)]
    # A table of one's own work stands below a line about jobs in many a profile.
    return None if section_kind_at(reading, telling.span.start) is SectionKind.EXPERIENCE else []


def _by_client_in_text(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    clients = (m for m in employers.all if m.rule == "client of a project" and _extent(telling).contains(m.span))
    client = next(clients, None)
    if client is None or telling.span.end > client.span.start:
        return None
    return [(client, client.span, "employer-in-text", 0.85)]


def _by_post_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the employer of the post that a telling stands under; nobody where sentences tell that it was over by then."""
    line = employment_above(reading, telling, employers)
    above = employers.current_of_passage(line, telling.span) or labelled_above(reading, telling, employers)
    if above is None:
        return None
    if above.rule == "career in sentences" and _is_over_by(reading, above, telling):
        return []
    return [(above, above.span, "under-employment", 0.9)]


def _by_phrase_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the employer of whom words above say that all was done there."""
    told = [m for m in employers.all if m.rule == ALL_AT and m.span.end <= telling.span.start]
    if not told or employers.inside(_extent(telling)) is not None:
        return None
    return [(told[-1], told[-1].span, "employer-of-all", 0.85)]


def _by_heading_above(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    headed = in_heading_above(reading, telling, employers)
    return None if headed is None else [(headed, headed.span, "under-employer", 0.88)]


def _nobody_for_title_with_place(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return nobody where "Seller onboarding, Nearfold Market, 2023" says where it was, if to nobody here: the text may name others."""
    says_where = "," in telling.name and re.search(r",\s*[A-Z]", reading.quote(telling.span)) is not None
    return [] if says_where else None


def _by_text(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    inside = employers.inside(_extent(telling))
    if inside is None:
        return None
    return [(inside, reading.sentence_at(inside.span.start) or inside.span, "employer-in-text", 0.8)]


def _by_front_matter(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the one employer in fields that belong to no list and to no other work."""
    front = [m for m in employers.front if m.rule not in PASSED]
    if reading.document.is_keyed:  # An employer in a list is that of the list's records alone.
        front = [m for m in front if of_one_root(reading, m.span, telling.span) or not is_listed(reading, m.span)]
    else:
        front = [m for m in front if not _of_other_work(reading, m, telling)]
    return [(front[0], front[0].span, "employer-field", 0.85)] if len({m.key for m in front}) == 1 else None


def _by_name_in_text(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    named = named_in(reading, _extent(telling), employers)
    return None if named is None else [(*named, "employer-in-text", 0.75)]


def _by_top_of_page(reading: Reading, telling: Mention, employers: EmployerPlaces) -> _Ties | None:
    """Return the employer beside the author's name, or of whom the author's paper is, unless that was over by then."""
    before = [m for m in employers.all if m.span.start < telling.span.start or m.rule != "career in sentences"]
    top = at_top(reading, before) or employers.of_own_paper
    if top is None or _is_over_by(reading, top, telling):
        return None
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


_WAYS: tuple[Callable[[Reading, Mention, EmployerPlaces], _Ties | None], ...] = (
    _by_title,
    _by_card,
    _by_field,
    _nobody_for_own_work,
    _by_sentence_below,
    _by_row,
    _by_client_in_text,
    _by_post_above,
    _by_phrase_above,
    _by_heading_above,
    _nobody_for_title_with_place,
    _by_text,
    _by_front_matter,
    _by_name_in_text,
    _by_setting,
    _by_top_of_page,
)
"""Tried in this order, the surest first; None leaves the telling to those behind, an empty list says that it is nobody's here."""
