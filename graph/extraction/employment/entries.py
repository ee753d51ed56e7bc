"""Reads employments from head lines in any order: "Title, Company — City — dates" on one line or on up to four.

A company above several titles, titles above their company, dates before or after: neighbouring head lines are gathered
until a piece comes twice; what has been gathered then is one holding, if enough speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.documents import BlockKind, Span
from graph.extraction.employment.company_remarks import without_remarks
from graph.extraction.employment.entry_holdings import holding_of
from graph.extraction.employment.entry_houses import with_houses_by_place
from graph.extraction.employment.entry_lines import (
    continues,
    dates_study_above,
    is_head,
    opens_jobs,
    with_definitions,
    with_houses_before_towns,
    with_towns,
)
from graph.extraction.employment.entry_order import Order, is_dates_alone, order_of
from graph.extraction.employment.entry_settling import (
    begins_dated_paragraph,
    dates_post_below,
    has_own_title,
    holds,
    is_field_of_title,
    is_post_above,
    is_post_among_posts,
    is_project_heading,
    is_row_below_title,
    is_step_before,
    is_town_before_dates,
    level_of,
    names_house_of_work,
    settled,
    takes_place,
)
from graph.extraction.employment.entry_shapes import with_titles_by_shape
from graph.extraction.employment.entry_weighing import Entry, Holding
from graph.extraction.employment.nested_heads import with_nested_heads
from graph.extraction.employment.profile_heads import with_profile_heads
from graph.extraction.employment.profile_lines import with_profile_lines
from graph.extraction.employment.tool_lines import without_chips, without_ends_of_posts
from graph.extraction.heads.entry_facts import LineFacts, facts_of
from graph.extraction.heads.headlines import HeadLine, lines_of
from graph.extraction.heads.own_account import IN_PLACE_OF_HOUSE
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.words import is_companylike
from graph.extraction.reading import Reading
from graph.model import DateRange
from graph.vocabulary import Vocabularies


def holdings_in_lines(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments that the document's head lines state, in reading order."""
    lines = without_ends_of_posts(lines_of(reading))
    lines = with_profile_heads(with_definitions(lines, reading.document.text))
    lines = without_chips(with_houses_before_towns(with_profile_lines(lines)), reading.vocabularies)
    lines = with_houses_by_place(lines, reading)
    nested = without_remarks(with_nested_heads(lines, reading.vocabularies))
    lines = with_towns(with_titles_by_shape(nested, reading))
    order = order_of(lines)
    company: Entry | None = None  # The last company that stood above its titles.
    row: Entry | None = None  # The last row of a table that named a company.
    before: Entry | None = None  # The last entry that was an employment.
    level = 0  # Of the last employment's heading.
    place = 0
    while place < len(lines):
        if not is_head(lines[place], reading, author):
            if level and opens_jobs(lines[place], reading.vocabularies):
                level = 0  # "## Engineer @ Acme" below a name at the top; "### Experience" opens the posts.
            place += 1
            continue
        if dates_study_above(lines, place, reading.vocabularies):
            place += 1
            continue
        group = [lines[place]]
        while place + len(group) < len(lines) and continues(group, lines[place + len(group)], reading, author):
            group.append(lines[place + len(group)])
        following = lines[place + len(group)] if place + len(group) < len(lines) else None
        entries = _entries(group, reading.vocabularies, author, level, before, order)
        for position, entry in enumerate(entries):
            body = following if position == len(entries) - 1 else None
            _give_same_company(entry, before)
            _give_team_to_title(entry, company)
            company = _company_above(entry, company)
            if order.dates_lead and entry.period is None and company is entry:
                company = None  # The last lines of what is told of a post.
            if entry.lines[0].block.kind is BlockKind.TABLE_ROW:
                row = _with_company_of(row, entry)
            if (holding := holding_of(entry, reading, body, company)) is not None:
                level = level_of(entry.employer_line) or level_of(entry.title_line)
                before = entry if entry.employer is not None else company
                yield holding
        place += len(group)


# ---------------------------------------------------------------- entries


def _entries(
    group: Sequence[HeadLine],
    vocabularies: Vocabularies,
    author: str | None,
    level: int,
    before: Entry | None,
    order: Order,
) -> list[Entry]:
    """Divide neighbouring head lines into entries: a new one begins where a piece comes twice."""
    entries, current = list[Entry](), Entry()
    for place, line in enumerate(group):
        facts = facts_of(line, vocabularies, author)
        if is_town_before_dates(facts, current, group[place + 1 : place + 2]):
            facts = LineFacts(None, None, None, facts.employer.text if facts.employer else None)
        is_dated_below = place + 1 < len(group) and group[place + 1].period is not None and not group[place + 1].pieces
        if not (is_dated_below and is_post_above(line, current)) and is_project_heading(
            line, facts, current, level, current if current.lines else before
        ):
            entries.append(current)
            current = Entry()
            continue
        goes_on = bool(current.lines) and line.block is current.lines[-1].block
        goes_on = goes_on or is_row_below_title(line, facts, current)
        if line.block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) and current.lines and not goes_on:
            entries.append(current)
            current = Entry()
        is_led = order.dates_lead and is_dates_alone(line) and current.period is None and bool(current.lines)
        if is_led and (current.employer is None or not is_companylike(current.employer.text)):
            current = Entry()  # The last lines of what is told of the post before.
        if is_led or begins_dated_paragraph(line, current, group[place + 1 :]):
            entries.append(current)
            current = Entry()
        facts = settled(line, facts, current, vocabularies)
        if names_house_of_work(line, facts, current):
            current.employer = None
        elif takes_place(line, facts, current, house_below_post=order.house_below_post):
            assert current.title_line is not None and current.employer is not None and current.title is not None
            if not is_field_of_title(line, facts, current):
                current.title = Span(current.title.document_id, current.title.start, current.employer.end)
            current.employer = None
        if has_own_title(line, facts, current):
            current.title, current.title_line = None, None
        if _comes_twice(line, facts, current):
            entries.append(current)
            current = _next_entry(current, facts)
        _add(current, line, facts)
    entries.append(current)
    return [entry for entry in entries if entry.lines]


def _comes_twice(line: HeadLine, facts: LineFacts, current: Entry) -> bool:
    if current.employer is not None and (facts.employer is not None or line.of(PieceKind.SAME)):
        return not _names_house_again(facts, current)
    if facts.title is not None and current.title is not None and not _is_own_account(facts, current):
        return True
    if line.period is None or current.period is None:
        return False
    if dates_post_below(line, current):
        return False
    # "Acme, 2015 – 2021" above "Engineer, 2015 – 2018": the title's dates are the holding's.
    return not (current.title is None and facts.title is not None and facts.employer is None)


def _names_house_again(facts: LineFacts, current: Entry) -> bool:
    """Return whether the house above a post stands below it once more, as on pages: "Acme", "Cook", "Acme · Full-time"."""
    if facts.employer is None or facts.title is not None or current.employer is None or current.title is None:
        return False
    return current.period is None and facts.employer.text.casefold() == current.employer.text.casefold()


def _is_own_account(facts: LineFacts, current: Entry) -> bool:
    """Return whether what looks like a second post stands where the house of the first would: "Independent Contractor"."""
    words = facts.title_piece.text if facts.title_piece is not None else ""
    return current.employer is None and current.period is None and IN_PLACE_OF_HOUSE.fullmatch(words) is not None


def _next_entry(current: Entry, facts: LineFacts) -> Entry:
    """Return an empty entry; with the employer of the one before where that stood above its titles."""
    stood_first = current.employer_line is not None and current.employer_line is current.lines[0]
    title_apart = current.title_line is not None and current.title_line is not current.employer_line
    if facts.employer is None and stood_first and (title_apart or current.title is None):
        return Entry(current.lines[:1], current.employer, current.employer_line, location=current.location)
    return Entry()


def _add(entry: Entry, line: HeadLine, facts: LineFacts) -> None:
    if entry.title is not None and facts.title is not None and _is_own_account(facts, entry):
        facts = replace(facts, title=None, title_piece=None)
    if facts.employer is not None:
        entry.employer, entry.employer_line = facts.employer, line
    if facts.title is not None:
        entry.title, entry.title_line = facts.title, line
        if facts.employer is not None and facts.title_piece is not None:
            later = max(facts.employer, facts.title_piece, key=lambda piece: piece.start)
            entry.joint = later.joint
    if line.period is not None and not (entry.period is not None and _is_within(line.period.range, entry.period.range)):
        entry.period, entry.period_line = line.period, line
    entry.location = entry.location or facts.location
    entry.lines.append(line)


def _is_within(date: DateRange, period: DateRange) -> bool:
    """Return whether a single date lies in a period: that of a step ("then Charge Nurse, from 2015"), not of it all."""
    if date.start is None or date.start != date.end or period.start is None or period.start == period.end:
        return False
    ends = period.end.last_month if period.end is not None else None
    return period.start.first_month <= date.start.first_month and (ends is None or date.start.last_month <= ends)


def _company_above(entry: Entry, company: Entry | None) -> Entry | None:
    """Return the entry whose company later titles belong to: one that stood on a line of its own above."""
    if entry.employer is None:
        return company
    alone = entry.employer_line is entry.lines[0] and entry.title_line is not entry.employer_line
    # "Acme Foods, Leeds – 2004-2012" above "Head Cook – 2009-2012", wherever they stand.
    is_dated = entry.employer_line is not None and entry.employer_line.period is not None and entry.title is not None
    is_dated = is_dated and entry.title_line is not None and entry.title_line.period is not None
    return entry if alone and (entry.in_experience or level_of(entry.employer_line) or is_dated) else None


def _give_same_company(entry: Entry, before: Entry | None) -> None:
    """Give "Senior nurse, same hospital" and "ebenda" the company of the entry before; a name beside it is a team's."""
    if before is None or before.employer is None:
        return
    if not any(line.of(PieceKind.SAME) for line in entry.lines) and not is_step_before(entry, before):
        return
    named = entry.employer
    if named is not None and entry.title is None:
        entry.title, entry.title_line = (
            Span(entry.lines[0].block.span.document_id, named.start, named.end),
            entry.employer_line,
        )
    elif named is not None and entry.title is not None and entry.joint == ",":
        entry.title = Span(entry.title.document_id, entry.title.start, max(named.end, entry.title.end))
    entry.employer, entry.employer_line = before.employer, before.employer_line


def _with_company_of(row: Entry | None, entry: Entry) -> Entry | None:
    """Give a table's row without company that of the row above; return the last row with one."""
    if entry.employer is not None:
        return entry
    if row is None or entry.title is None or entry.period is None or row.lines[0].section is not entry.lines[0].section:
        return row
    if entry.lines[0].start - row.lines[0].end < 600 and entry.lines[0].gap == 0:
        entry.employer, entry.employer_line = row.employer, row.employer_line
    return row


def _give_team_to_title(entry: Entry, company: Entry | None) -> None:
    """Read "- Principal Engineer, Dam Safety (2018 – now)" in a list below a company: the name behind the comma is a team."""
    if company is None or company.employer is None or entry.employer is None:
        return
    is_one = entry.title is not None and len(entry.lines) == 1 and entry.period is not None and entry.joint == ","
    in_list = entry.lines[0].block.kind is BlockKind.LIST_ITEM and entry.lines[0].section is company.lines[0].section
    # A further post right below the achievements of the one before, without an empty line, is at the same company.
    goes_on = entry.lines[0].gap == 0 and company.title is not None and company.location is not None
    above = company.employer_line.period if company.employer_line is not None else None
    in_list = in_list and company.title is None and company.period is None
    within = above is not None and entry.period is not None and holds(above.range, entry.period.range)
    deeper = within and 0 < level_of(company.employer_line) < level_of(entry.lines[0]) and entry.joint == "|"
    is_one = is_one or (deeper and entry.title is not None and len(entry.lines) == 1)
    is_among = is_post_among_posts(entry, company)
    is_one, in_list = is_one or is_among, in_list or is_among
    if not is_one or not (in_list or goes_on or within) or (is_companylike(entry.employer.text) and not within):
        return
    assert entry.title is not None
    is_near = is_among or entry.lines[0].start - company.lines[-1].end < 400
    if entry.employer.start >= entry.title.end and is_near:
        if in_list:
            entry.title = Span(entry.title.document_id, entry.title.start, entry.employer.end)
        entry.employer, entry.employer_line = None, None
