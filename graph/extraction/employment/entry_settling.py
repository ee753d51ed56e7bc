"""Says what one more head line means for the entry that the lines before it began: a team, a town, a further post, a piece of work.

Called by entries.py, which gathers the lines; decides about no employment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import BlockKind, Span
from graph.extraction.employment.entry_weighing import Entry
from graph.extraction.heads.entry_facts import PART_OF, LineFacts
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.words import LEGAL_SUFFIX, is_companylike
from graph.model import DateRange
from graph.vocabulary import Vocabularies


def begins_dated_paragraph(line: HeadLine, current: Entry, following: Sequence[HeadLine]) -> bool:
    """Return whether a paragraph with dates of its own begins below dates that nobody was named beside: they close what stood before."""
    if line.gap == 0 or current.employer is not None or current.period is None:
        return False
    if current.period_line is not current.lines[-1]:
        return False
    own = [line]
    for other in following:
        if other.gap > 0:
            break
        own.append(other)
    return any(other.period is not None for other in own)


def level_of(line: HeadLine | None) -> int:
    return line.block.level if line is not None and line.block.kind is BlockKind.HEADING else 0


def is_post_above(line: HeadLine, current: Entry) -> bool:
    """Return whether nothing but a post stands right above a line: "### Cook" above the bold line "**Acme Foods**"."""
    is_post = current.title is not None and current.employer is None and current.period is None and line.gap == 0
    return is_post and current.title_line is current.lines[-1]


def is_project_heading(
    line: HeadLine, facts: LineFacts, current: Entry, level: int, before: Entry | None = None
) -> bool:
    """A heading below an employer's, with a name but no title, is the name of a piece of work."""
    above = level_of(current.employer_line) or level_of(current.title_line) or level
    if line.period is not None and is_post_above(line, current):
        return False  # "### Cook - Internship" right above "**Acme Foods - May 2020 - July 2020 | Leeds**".
    if facts.title is not None and before is not None and before.period is not None and before.title is not None:
        # "#### Dealer Portal (2020 – 2022) — Frontend Lead" below "### Acme | Engineer | 2019 – 2024".
        whole = level_of(before.employer_line) and before.employer_line is before.title_line
        within = line.period is not None and _in_years_of(before.period.range, line.period.range)
        return bool(whole) and within and level_of(line) > level_of(before.employer_line) and facts.employer is not None
    return bool(above) and level_of(line) > above and facts.employer is not None and facts.title is None


def is_town_before_dates(facts: LineFacts, current: Entry, following: Sequence[HeadLine]) -> bool:
    """Return whether a name alone between "Title, Company" and a line of dates is a town that no list knows."""
    if facts.employer is None or facts.title is not None or current.employer is None or current.title is None:
        return False
    if is_companylike(facts.employer.text) or current.joint == ",":
        return False
    below = following[0] if following else None
    is_one_line = current.employer_line is current.title_line and current.period is None
    return is_one_line and below is not None and below.period is not None and not below.pieces


_BARE_LEVEL = re.compile(
    r"(?:(?:Senior|Assistant|Associate|Deputy|Executive|General|Regional|Global) )?(?:Manager|Director|Head|Lead|Supervisor|Coordinator|Officer|Specialist|Vice President|VP)"
)
"""Posts that need a field behind their comma: "Director, Packaging"."""


def settled(line: HeadLine, facts: LineFacts, current: Entry, vocabularies: Vocabularies) -> LineFacts:
    """Say what a name is that stands where an employer might, though another line has named the employer."""
    if facts.employer is None or current.employer is None or current.employer_line is None:
        return facts
    if facts.title is None:
        # A name beside the dates below "Title, Company" is a town that no list knows: "Gouda · 2019 – 2021".
        is_town = current.title is not None and current.period is None and line.period is not None
        return LineFacts(None, None, None, facts.employer.text) if is_town else facts
    stood_above = current.employer_line is current.lines[0] and current.title_line is not current.employer_line
    is_company = facts.employer.joint == "at" or is_companylike(facts.employer.text)
    if facts.employer.joint == "," and LEGAL_SUFFIX.search(facts.employer.text) is None:
        # "Nurse Educator, Perioperative Services" right below "St. Brendan's Medical Center      Port Ellery, ME" has a team.
        above = current.employer_line
        is_whole = (
            is_companylike(above.text.strip("*_ ")) or bool(above.of(PieceKind.PLACE)) or above.text.count("  ") > 1
        )
        is_company = is_company and not (is_whole and current.period_line is not above)
    is_apart = facts.employer.joint == "," and facts.employer.start >= facts.title.end
    if (
        is_apart
        and current.title is None
        and current.period is not None
        and line.period is not None
        and holds(current.period.range, line.period.range)
    ):
        # "Squad Leader, 41st Company" from 2013 to 2017 below "US Army, 2009 – 2021" has a unit.
        return LineFacts(None, facts.title, facts.title_piece, facts.location)
    if is_client_of_post(line, facts, current):
        return LineFacts(None, facts.title, facts.title_piece, facts.location)
    # A line with title, name and dates is an entry by itself, unless titles of that company came before.
    if line.period is not None and (facts.employer.joint == "|" or (current.period and current.title is None)):
        return facts
    if not stood_above or is_company or facts.employer.start < facts.title.start:
        return facts
    if facts.employer.joint == "," and current.location is not None and facts.employer.start >= facts.title.end:
        # The company's town is known: "Clinical Nurse Educator, Perioperative Services" has a team.
        return LineFacts(None, facts.title, facts.title_piece, facts.location)
    if is_apart and _BARE_LEVEL.fullmatch(facts.title_piece.text.strip("*_ ") if facts.title_piece else "") is not None:
        # "Manager, Packaging Supply" below "Acme Foods" has its field: such a post says nothing alone.
        return LineFacts(
            None, Span(facts.title.document_id, facts.title.start, facts.employer.end), None, facts.location
        )
    # A name behind the title, below a company's own line, is a town: "Staff Nurse          Wakefield".
    return LineFacts(None, facts.title, facts.title_piece, facts.location or facts.employer.text)


def is_client_of_post(line: HeadLine, facts: LineFacts, company: Entry) -> bool:
    """Return whether a post's deeper heading with dates within those of the company's heading above names for whom it was.

    "#### Senior Consultant (June 2013 - Feb 2015) - Lindley Bank" below "### Bharani Consulting (Jan 2013 - Feb 2015)".
    """
    if facts.employer is None or facts.title is None or company.employer_line is None or line.period is None:
        return False
    above = company.employer_line.period
    if not 0 < level_of(company.employer_line) < level_of(line) or above is None or facts.employer.joint != "|":
        return False
    return facts.employer.start >= facts.title.end and holds(above.range, line.period.range)


def holds(whole: DateRange, part: DateRange) -> bool:
    """Return whether a period lies in another, and is not all of it."""
    if whole.start is None or part.start is None or whole == part or part.start == part.end:
        return False
    ends = (10**6 if one.is_current or one.end is None else one.end.last_month for one in (whole, part))
    return whole.start.first_month <= part.start.first_month and next(ends) >= next(ends)


def _in_years_of(whole: DateRange, part: DateRange) -> bool:
    """Return whether a period lies in the years of another, which may begin or end within one: 2020 – 2022 in 02/2020 – 08/2024."""
    if whole.start is None or part.start is None or part.start.year < whole.start.year:
        return False
    if whole.is_current or whole.end is None:
        return True
    return not part.is_current and part.end is not None and part.end.year <= whole.end.year


def is_post_among_posts(entry: Entry, company: Entry) -> bool:
    """Return whether the heading of a post and its field stands as that of another post alone does, below the same house's heading.

    "#### Supervisor - Reporting" below "#### Report Writer", both below "### Acme Health".
    """
    house, first, line = company.employer_line, company.title_line, entry.title_line
    if house is None or first is None or line is None or line is not entry.employer_line or house.period is not None:
        return False
    is_among = 0 < level_of(house) < level_of(first) == level_of(line) and not first.of(PieceKind.NAME)
    return is_among and entry.joint in ("|", ",") and line.period is None


def names_house_of_work(line: HeadLine, facts: LineFacts, current: Entry) -> bool:
    """Return whether a house and its town stand below a dated post whose heading is below that of the work: "## Leak Search", "### Cook | 2019 – 2021", "*Acme, Kassel*"."""
    if facts.employer is None or facts.title is not None or current.employer is None or line.period is not None:
        return False
    work, post = current.employer_line, current.title_line
    if not 0 < level_of(work) < level_of(post) or post is None or post.period is None or post is not current.lines[-1]:
        return False
    is_house = line.block.kind is BlockKind.PARAGRAPH and facts.employer is line.pieces[0]
    is_house = is_house and [piece.joint for piece in line.pieces[1:]] in ([","], [",", ","])
    return is_house and work is not None and len(work.pieces) == 1 and not is_companylike(current.employer.text)


def takes_place(line: HeadLine, facts: LineFacts, current: Entry, *, house_below_post: bool = False) -> bool:
    """Return whether a company below "Manager, Staff Canteen" shows that the name behind the title is a team.

    Any name does so where the houses of other entries have lines of their own below their posts.
    """
    if facts.employer is None or facts.title is not None or current.employer is None or current.title is None:
        return False
    is_one_line = current.employer_line is current.title_line and current.joint == "," and line.gap == 0
    if house_below_post and current.employer_line is current.title_line is current.lines[-1]:
        is_behind = current.joint in ("|", ",") and current.employer.start >= current.title.end
        if is_behind and line.gap == 0 and line.period is None and line.pieces[0] is facts.employer:
            return not is_companylike(current.employer.text)
    if is_field_of_title(line, facts, current):
        return True
    behind = current.employer.start >= current.title.end and current.period is None
    if is_one_line and line is not current.employer_line and PART_OF.match(current.employer.text) is not None:
        return True  # "Facharzt, Abteilung Innere Medizin" above "Marienhospital Oberbrück".
    return (
        is_one_line
        and behind
        and is_companylike(facts.employer.text)
        and not is_companylike(current.employer.text)
        and len(current.lines) == 1
    )


def is_field_of_title(line: HeadLine, facts: LineFacts, current: Entry) -> bool:
    """Return whether a company's own line shows that what stands behind the title's dash above is the field of the work.

    "Versuchsingenieurin – Speicher" right above "Adalbert Lenk GmbH, Esslingen".
    """
    if facts.employer is None or current.employer is None or current.title is None or len(current.lines) != 1:
        return False
    behind = current.employer_line is current.title_line and current.joint == "|"
    behind = behind and current.employer.start >= current.title.end and line.gap == 0 and line.period is None
    is_company = LEGAL_SUFFIX.search(facts.employer.text) is not None and facts.employer is line.pieces[0]
    return behind and is_company and not is_companylike(current.employer.text)


def is_row_below_title(line: HeadLine, facts: LineFacts, current: Entry) -> bool:
    """Return whether a table's row with company and dates stands right below a row, or line, that is a title alone."""
    if line.block.kind is not BlockKind.TABLE_ROW or len(current.lines) != 1 or line.gap > 0:
        return False
    above = current.lines[0]
    is_alone = above.block.kind in (BlockKind.TABLE_ROW, BlockKind.PARAGRAPH) and above.period is None
    is_alone = is_alone and "|" not in above.text
    is_alone = is_alone and current.title is not None and current.employer is None
    return is_alone and facts.employer is not None and facts.title is None and line.period is not None


def has_own_title(line: HeadLine, facts: LineFacts, current: Entry) -> bool:
    """Return whether a post with dates stands below "### Acme — Freelance Development", a heading that has no dates.

    Or right below what a house is and where: "Leopold Strand, Certified Public Accountant, Durham, NC".
    """
    if facts.title is None or facts.employer is not None or line.period is None or current.period is not None:
        return False
    is_heading = len(current.lines) == 1 and current.lines[0].block.kind is BlockKind.HEADING
    is_heading = is_heading or (len(current.lines) == 1 and current.location is not None and line.gap == 0)
    one_line = current.title_line is not None and current.title_line is current.employer_line
    before = current.employer is not None and current.title is not None and current.employer.start < current.title.start
    return is_heading and one_line and before and line.block.kind is BlockKind.PARAGRAPH


def dates_post_below(line: HeadLine, current: Entry) -> bool:
    """Return whether dates alone on a line are those of the post right above it, below a company with dates of its own."""
    if line.pieces or current.period_line is None or current.period_line is not current.employer_line:
        return False
    is_apart = current.title_line is not None and current.title_line is not current.employer_line
    return is_apart and current.title_line is current.lines[-1]


def is_step_before(entry: Entry, later: Entry) -> bool:
    """Return whether an entry is the post from which somebody rose to a later one: "Previously: Baker (2016 – 2019)" below that of 2019."""
    line, since = entry.title_line, later.period
    if entry.employer is not None or line is None or line.period is None or since is None:
        return False
    lead, ends, begins = line.pieces[0], line.period.range.end, since.range.start
    if lead.kind is not PieceKind.ASIDE or line.text[lead.end - line.start : lead.end - line.start + 1] != ":":
        return False
    return ends is not None and begins is not None and ends.first_month <= begins.last_month <= ends.last_month + 12
