"""Reads employments from head lines in any order: "Title, Company — City — dates" on one line or on up to four.

A company above several titles, titles above their company, dates before or after: neighbouring head lines are gathered
until a piece comes twice; what has been gathered then is one holding, if enough speaks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.dates import find_periods
from graph.extraction.entry_weighing import Entry, Holding, weigh
from graph.extraction.headlines import (
    LEGAL_SUFFIX,
    HeadLine,
    Piece,
    PieceKind,
    is_companylike,
    is_team,
    is_title,
    lines_of,
)
from graph.extraction.reading import Reading
from graph.extraction.studies import degree_pattern
from graph.model import DateRange
from graph.vocabulary import Vocabularies

# Sections in which head lines name something else than employers.
_OTHER_SECTIONS = frozenset(
    {SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS, SectionKind.CREDENTIALS, SectionKind.WRITING,
     SectionKind.OUTCOMES, SectionKind.SITUATION, SectionKind.TASK, SectionKind.ACTION, SectionKind.RESULT}
)  # fmt: skip


_PART_OF = re.compile(
    r"(?:Department|Dept\.?|Laboratory|Lab|Faculty|Division|Chair|Unit|Ward|Team|Section|Abteilung) (?:of|for|für) "
)
"""Names of parts of an organisation, whose own name follows."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one line says by itself."""

    employer: Piece | None
    title: Span | None
    title_piece: Piece | None
    location: str | None


def joined_period(text: str) -> DateRange | None:
    """Return the period that `text` begins with, at most three words before it ("in Hamburg, from …")."""
    found = find_periods(text[:90])
    return (
        found[0].range
        if found and len(text[: found[0].start].split()) <= 3 and "." not in text[: found[0].start]
        else None
    )


def holdings_in_lines(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments that the document's head lines state, in reading order."""
    lines = lines_of(reading)
    company: Entry | None = None  # The last company that stood above its titles.
    level = 0  # Of the last employment's heading.
    place = 0
    while place < len(lines):
        if not _is_head(lines[place], reading, author):
            place += 1
            continue
        group = [lines[place]]
        while place + len(group) < len(lines) and _continues(group, lines[place + len(group)], reading, author):
            group.append(lines[place + len(group)])
        following = lines[place + len(group)] if place + len(group) < len(lines) else None
        entries = _entries(group, reading.vocabularies, author, level)
        for position, entry in enumerate(entries):
            body = following if position == len(entries) - 1 else None
            company = _company_above(entry, company)
            if (holding := _holding(entry, reading, body, company)) is not None:
                level = _level(entry.employer_line) or _level(entry.title_line)
                yield holding
        place += len(group)


# ---------------------------------------------------------------- lines


def _is_head(line: HeadLine, reading: Reading, author: str | None) -> bool:
    """Return whether a line holds nothing but what the head of an employment holds."""
    if line.is_prose or line.section in _OTHER_SECTIONS or not (line.pieces or line.period):
        return False
    if line.block.kind is BlockKind.LIST_ITEM and line.period is None:
        return False
    facts = _facts(line, reading.vocabularies, author)
    known = sum(piece.kind not in (PieceKind.OTHER, PieceKind.GENERIC) for piece in line.pieces)
    if len(line.pieces) - known > (1 if facts.title or facts.employer else 0):
        return False
    return bool(facts.employer or facts.title or line.period or line.of(PieceKind.PLACE))


def _continues(group: Sequence[HeadLine], line: HeadLine, reading: Reading, author: str | None) -> bool:
    if line.gap > 1 or len(group) > 40 or line.section is not group[-1].section or not _is_head(line, reading, author):
        return False
    # A bullet is an entry of its own; a project's heading below an employer's is none.
    return (line.block.kind is BlockKind.LIST_ITEM) == (group[-1].block.kind is BlockKind.LIST_ITEM)


def _facts(line: HeadLine, vocabularies: Vocabularies, author: str | None) -> _Facts:
    names = [piece for piece in line.of(PieceKind.NAME) if not _is_author(piece.text, author) and piece.joint != "("]
    names = [piece for piece in names if not _begins_with_degree(piece.text, vocabularies)]
    title_piece, title = _title(line, vocabularies, author)
    if title is not None:
        # "Director, Product Management, Acme": the words between belong to the title, or name a team.
        names = [piece for piece in names if piece.start >= title.end or piece.end <= title.start]
    by_at = [piece for piece in names if piece.joint == "at"]
    legal = [piece for piece in names if LEGAL_SUFFIX.search(piece.text)]
    employer = next(iter([*by_at, *legal, *names]), None)
    whole = [name for name in names if not _PART_OF.match(name.text)]
    if whole and employer is not None and _PART_OF.match(employer.text) and whole[0].joint == ",":
        employer = whole[0]
    elif title is not None and len(names) > 1 and employer is not None and employer.joint != "at":
        employer = next((name for name in names if not is_team(name.text, vocabularies)), employer)
    places = line.of(PieceKind.PLACE)
    return _Facts(employer, title, title_piece, places[0].text if places else None)


def _begins_with_degree(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether a name is a degree and its field: "BA Psychology"."""
    pattern, _ = degree_pattern(vocabularies.degrees)
    return (match := pattern.match(text)) is not None and not is_companylike(text[match.start() :])


def _is_author(text: str, author: str | None) -> bool:
    return author is not None and text.casefold().split() == author.casefold().split()


def _title(line: HeadLine, vocabularies: Vocabularies, author: str | None) -> tuple[Piece | None, Span | None]:
    """Return the first title of a line and where it stands, with the team or field behind its comma."""
    titles = line.of(PieceKind.TITLE) or _title_behind_name(line, vocabularies, author) or _title_by_place(line)
    if not titles:
        return None, None
    first = titles[0]
    end, place = first.end, line.pieces.index(first) + 1
    while place < len(line.pieces) and line.pieces[place].joint == "," and _goes_with_title(line, place, vocabularies):
        end, place = line.pieces[place].end, place + 1
    return first, Span(line.block.span.document_id, first.start, end)


def _goes_with_title(line: HeadLine, place: int, vocabularies: Vocabularies) -> bool:
    piece = line.pieces[place]
    return piece.kind in (PieceKind.GENERIC, PieceKind.TITLE) or (
        piece.kind is PieceKind.NAME and is_team(piece.text, vocabularies)
    )


def _title_by_place(line: HeadLine) -> list[Piece]:
    """Read "Glasbläserin — Quarzhütte GmbH, 2018 – 2020": before a company, with dates, among jobs stands a title."""
    stated = [piece for piece in line.pieces if piece.kind not in (PieceKind.PLACE, PieceKind.ASIDE)]
    if line.section is not SectionKind.EXPERIENCE or line.period is None or len(stated) != 2:
        return []
    first, second = stated
    is_company = second.kind is PieceKind.NAME and (second.joint == "at" or LEGAL_SUFFIX.search(second.text))
    may_be = first.kind in (PieceKind.NAME, PieceKind.OTHER) and first.text[:1].isupper() and first.joint != "("
    return [first] if is_company and may_be and len(first.text.split()) <= 6 and not is_companylike(first.text) else []


def _title_behind_name(line: HeadLine, vocabularies: Vocabularies, author: str | None) -> list[Piece]:
    """Read "Jane Doe, team lead, Acme": behind the author's own name a title may be in lower case."""
    if len(line.pieces) < 2 or not _is_author(line.pieces[0].text, author):
        return []
    second = line.pieces[1]
    is_one = second.kind is PieceKind.OTHER and is_title(second.text[:1].upper() + second.text[1:], vocabularies.roles)
    return [second] if is_one else []


# ---------------------------------------------------------------- entries


def _entries(group: Sequence[HeadLine], vocabularies: Vocabularies, author: str | None, level: int) -> list[Entry]:
    """Divide neighbouring head lines into entries: a new one begins where a piece comes twice."""
    entries, current = list[Entry](), Entry()
    for line in group:
        facts = _facts(line, vocabularies, author)
        if _is_project_heading(line, facts, current, level):
            entries.append(current)
            current = Entry()
            continue
        if line.block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) and current.lines:
            entries.append(current)
            current = Entry()
        facts = _settled(line, facts, current, vocabularies)
        if _takes_place(line, facts, current):
            assert current.title_line is not None and current.employer is not None and current.title is not None
            current.title = Span(current.title.document_id, current.title.start, current.employer.end)
            current.employer = None
        if _comes_twice(line, facts, current):
            entries.append(current)
            current = _next_entry(current, facts)
        _add(current, line, facts)
    entries.append(current)
    return [entry for entry in entries if entry.lines]


def _level(line: HeadLine | None) -> int:
    return line.block.level if line is not None and line.block.kind is BlockKind.HEADING else 0


def _is_project_heading(line: HeadLine, facts: _Facts, current: Entry, level: int) -> bool:
    """A heading below an employer's, with a name but no title, is the name of a piece of work."""
    above = _level(current.employer_line) or _level(current.title_line) or level
    return bool(above) and _level(line) > above and facts.employer is not None and facts.title is None


def _settled(line: HeadLine, facts: _Facts, current: Entry, vocabularies: Vocabularies) -> _Facts:
    """Say what a name is that stands where an employer might, though another line has named the employer."""
    if facts.employer is None or current.employer is None or current.employer_line is None:
        return facts
    if facts.title is None:
        # A name beside the dates below "Title, Company" is a town that no list knows: "Gouda · 2019 – 2021".
        is_town = current.title is not None and current.period is None and line.period is not None
        return _Facts(None, None, None, facts.employer.text) if is_town else facts
    stood_above = current.employer_line is current.lines[0] and current.title_line is not current.employer_line
    is_company = facts.employer.joint == "at" or is_companylike(facts.employer.text)
    if not stood_above or is_company or facts.employer.start < facts.title.start:
        return facts
    # A name behind the title, below a company's own line, is a town: "Staff Nurse          Wakefield".
    return _Facts(None, facts.title, facts.title_piece, facts.location or facts.employer.text)


def _takes_place(line: HeadLine, facts: _Facts, current: Entry) -> bool:
    """Return whether a company below "Manager, Staff Canteen" shows that the name behind the title is a team."""
    if facts.employer is None or facts.title is not None or current.employer is None or current.title is None:
        return False
    is_one_line = current.employer_line is current.title_line and current.joint == "," and line.gap == 0
    behind = current.employer.start >= current.title.end and current.period is None
    return (
        is_one_line
        and behind
        and is_companylike(facts.employer.text)
        and not is_companylike(current.employer.text)
        and len(current.lines) == 1
    )


def _comes_twice(line: HeadLine, facts: _Facts, current: Entry) -> bool:
    if facts.employer is not None and current.employer is not None:
        return True
    if facts.title is not None and current.title is not None:
        return True
    if line.period is None or current.period is None:
        return False
    # "Acme, 2015 – 2021" above "Engineer, 2015 – 2018": the title's dates are the holding's.
    return not (current.title is None and facts.title is not None and facts.employer is None)


def _next_entry(current: Entry, facts: _Facts) -> Entry:
    """Return an empty entry; with the employer of the one before where that stood above its titles."""
    stood_first = current.employer_line is not None and current.employer_line is current.lines[0]
    title_apart = current.title_line is not None and current.title_line is not current.employer_line
    if facts.employer is None and stood_first and (title_apart or current.title is None):
        return Entry(current.lines[:1], current.employer, current.employer_line, location=current.location)
    return Entry()


def _add(entry: Entry, line: HeadLine, facts: _Facts) -> None:
    if facts.employer is not None:
        entry.employer, entry.employer_line = facts.employer, line
    if facts.title is not None:
        entry.title, entry.title_line = facts.title, line
        if facts.employer is not None and facts.title_piece is not None:
            later = max(facts.employer, facts.title_piece, key=lambda piece: piece.start)
            entry.joint = later.joint
    if line.period is not None:
        entry.period, entry.period_line = line.period, line
    entry.location = entry.location or facts.location
    entry.lines.append(line)


def _company_above(entry: Entry, company: Entry | None) -> Entry | None:
    """Return the entry whose company later titles belong to: one that stood on a line of its own above."""
    if entry.employer is None:
        return company
    alone = entry.employer_line is entry.lines[0] and entry.title_line is not entry.employer_line
    return entry if alone and (entry.in_experience or _level(entry.employer_line)) else None


# ---------------------------------------------------------------- what is enough


def _holding(entry: Entry, reading: Reading, following: HeadLine | None, company: Entry | None) -> Holding | None:
    employer = entry.employer
    if (
        employer is None
        and entry.title is not None
        and entry.period is not None
        and company is not None
        and company.employer is not None
    ):
        in_reach = company.lines[0].section is entry.lines[0].section and not _opens_a_section(entry, company)
        employer = company.employer if in_reach else None
        if employer is not None:
            entry = Entry(
                entry.lines,
                employer,
                company.employer_line,
                entry.title,
                entry.title_line,
                "",
                entry.period,
                entry.period_line,
                entry.location or company.location,
            )
    if employer is None:
        return None
    confidence, rule = weigh(entry, reading, following)
    if confidence == 0:
        return None
    span = reading.document.span(employer.start, employer.end)
    period = None if entry.period is None else entry.period.range
    return Holding(span, " ".join(employer.text.split()), entry.title, period, rule, confidence, entry.location)


def _opens_a_section(entry: Entry, company: Entry) -> bool:
    level, above = _level(entry.lines[0]), _level(company.employer_line)
    return bool(level and above) and level <= above
