"""Makes a holding of what neighbouring head lines say, if it is enough: with the house and the post that other words near them name.

Called by entries.py, which gathered the lines; entry_weighing.py says how sure it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.documents import Span
from graph.extraction.education.headed_studies import is_degree_among_jobs
from graph.extraction.employment.entry_settling import level_of
from graph.extraction.employment.entry_weighing import Entry, Holding, weigh
from graph.extraction.employment.labels_below import house_below, house_of_post_by_place, title_below
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.own_account import IN_PLACE_OF_HOUSE
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.study_forms import says_schooling
from graph.extraction.heads.words import is_companylike, is_generic, is_team
from graph.extraction.reading import Reading
from graph.vocabulary import Vocabularies


def holding_of(entry: Entry, reading: Reading, following: HeadLine | None, company: Entry | None) -> Holding | None:
    """Return the employment that an entry states, above the line `following`; None where too little speaks for one.

    A post without a house is held at that of `company`, the last entry whose house stood above its titles.
    """
    entry = _at_company_above(entry, company)
    if entry.employer is not None and (labelled := house_of_post_by_place(entry, reading)) is not None:
        entry.title, entry.title_line = (
            reading.document.span(entry.employer.start, entry.employer.end),
            entry.employer_line,
        )
        entry.employer = labelled
    house = next(filter(None, (named(entry, reading) for named in _HOUSES)), None)
    if house is not None:
        entry.employer, entry.employer_line = house, entry.title_line
    if entry.employer is None:
        return None
    if entry.title is None and entry.period is not None:
        entry.title = next(filter(None, (stated(entry, reading) for stated in _TITLES)), None)
    if entry.title is None and _is_schooling(entry, reading.vocabularies):
        return None
    confidence, rule = weigh(entry, reading, following)
    if confidence == 0:
        return None
    employer = reading.document.span(entry.employer.start, entry.employer.end)
    name = " ".join(entry.employer.text.split())
    period = None if entry.period is None else entry.period.range
    return Holding(employer, name, entry.title, period, rule, confidence, entry.location)


def _at_company_above(entry: Entry, company: Entry | None) -> Entry:
    """Return an entry that is a dated post alone with the house of the company above it, up to the next section."""
    if entry.employer is not None or entry.title is None or entry.period is None:
        return entry
    if company is None or company.employer is None or _opens_a_section(entry, company):
        return entry
    if company.lines[0].section is not entry.lines[0].section:
        return entry
    location = entry.location or company.location
    return replace(entry, employer=company.employer, employer_line=company.employer_line, joint="", location=location)


def _opens_a_section(entry: Entry, company: Entry) -> bool:
    level, above = level_of(entry.lines[0]), level_of(company.employer_line)
    return bool(level and above) and level <= above


# ---------------------------------------------------------------- houses


_WHOLE_NAME = 4
"""Letters of a name that needs no other in brackets behind the post; fewer may be a short form."""


def _house_in_brackets(entry: Entry, reading: Reading) -> Piece | None:
    """Return the name in brackets that ends a line of a post whose dates stand beside it, where no other name is: "Engineer (Acme Foods)".

    One word alone may be a subject or a way of working ("Engineer (Contract)"), but for a house by its form.
    """
    line, vocabularies = entry.title_line, reading.vocabularies
    if entry.employer is not None and len(entry.employer.text) >= _WHOLE_NAME:
        return None
    if line is None or entry.period is None or len(line.pieces) < 2 or "(" not in line.text:
        return None
    title, behind = line.pieces[0], line.pieces[1]
    if title.kind is not PieceKind.TITLE or behind.kind is not PieceKind.NAME or behind.joint != "(":
        return None
    others = [stated for stated in entry.lines if stated is not line and stated.of(PieceKind.NAME)]
    if len(line.of(PieceKind.NAME)) > 1 or not all(_names_town(stated) for stated in others):
        return None
    has_dates_behind = line.text[behind.end - line.start :].startswith(", ") and line.period is not None
    is_house = has_dates_behind and not is_generic(behind.text, vocabularies)  # "Technician (Brightkelp, 2015 – 2018)"
    is_one = len(behind.text.split()) < 2 and not is_house
    if not is_companylike(behind.text) and (is_one or is_team(behind.text, vocabularies)):
        return None
    return None if vocabularies.technologies.find(behind.text) else behind


def _names_town(line: HeadLine) -> bool:
    """Return whether a line of dates begins with a town and the short form of its state: "Perth, WA | Apr 2021 - present"."""
    if line.period is None or len(line.pieces) != 2:
        return False
    town, state = line.pieces
    return state.joint == "," and 2 <= len(state.text) <= 3 and state.text.isupper() and town.text[:1].isupper()


def _own_account(entry: Entry, reading: Reading) -> Piece | None:
    """Return the words that stand where the house of a dated post would: "Driver – Self-employed – 2012 – 2015"."""
    if entry.employer is not None or entry.title is None or entry.period is None:
        return None
    if not entry.in_experience or not entry.period.lasts:
        return None
    pieces = [piece for line in entry.lines for piece in line.pieces if piece.joint not in ("(", "(,")]
    beside = (piece for piece in pieces if piece.start >= entry.title.end or piece.end <= entry.title.start)
    return next((piece for piece in beside if IN_PLACE_OF_HOUSE.fullmatch(piece.text) is not None), None)


_HOUSES = (_house_in_brackets, house_below, _own_account)
"""What names the house of a dated post where no head line does, the surest first."""


# ---------------------------------------------------------------- posts


def _is_schooling(entry: Entry, vocabularies: Vocabularies) -> bool:
    """Return whether dates beside a school, without a post, say when the author went there: "Grundschule Eggham", "Hochschule … – Studiengang …"."""
    line = entry.employer_line
    if line is None or is_degree_among_jobs(line, vocabularies):
        return line is not None
    return says_schooling(line.text, is_among_jobs=entry.in_experience)


_PRACTICE = re.compile(r"(?i)(?:summer |student |winter )?(?:internship|apprenticeship|traineeship|volunteer)")


def _practice(entry: Entry, reading: Reading) -> Span | None:
    """Return where "Internship" or "Volunteer" stands as the only post of a line: "Summer 2018: Internship"."""
    for line in entry.lines:
        found = next((piece for piece in line.of(PieceKind.ASIDE) if _PRACTICE.fullmatch(piece.text)), None)
        if found is not None and found.joint != "(":
            return Span(line.block.span.document_id, found.start, found.end)
    return None


_TITLES = (title_below, _practice)
"""What states the post of a dated house where no head line does, the surest first."""
