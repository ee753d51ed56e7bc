"""Weighs whether what neighbouring head lines say is an employment; and the shapes of both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.career_words import COMPANY_WORDS
from graph.extraction.dates.dates import FoundPeriod
from graph.extraction.heads.headlines import HeadLine, first_lines
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.words import LEGAL_SUFFIX, is_companylike
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.works.story_parts import labelled_parts
from graph.model import DateRange
from graph.vocabulary import Vocabularies

TITLE_AT_TOP = "title and company at the top"
"""Rule of what authors say of themselves in the first lines."""
_NEAR_BELOW = 900
"""Characters in which the parts of a story begin below its head."""
CARD_OF_WORK = "card of a project"
"""Rule of a post told on the card of a piece of work, whose dates may be those of the work."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One employment as stated in one place."""

    employer: Span
    employer_name: str
    title: Span | None
    period: DateRange | None
    rule: str
    confidence: float
    location: str | None


@dataclass(slots=True)
class Entry:
    """What neighbouring head lines have said so far."""

    lines: list[HeadLine] = field(default_factory=list)
    employer: Piece | None = None
    employer_line: HeadLine | None = None
    title: Span | None = None
    title_line: HeadLine | None = None
    joint: str = ""
    """The separator between employer and title where they share a line."""
    period: FoundPeriod | None = None
    period_line: HeadLine | None = None
    location: str | None = None

    @property
    def in_experience(self) -> bool:
        return bool(self.lines) and self.lines[0].section is SectionKind.EXPERIENCE


def weigh(entry: Entry, reading: Reading, following: HeadLine | None) -> tuple[float, str]:
    """Return how sure it is that an entry is an employment (0: none), and the name of its form."""
    assert entry.employer is not None
    name, experience = entry.employer.text, entry.in_experience
    if _is_label(entry, name):
        return 0, ""
    same_line = entry.title_line is not None and entry.title_line is entry.employer_line
    if entry.period is None and _LEARNER.search(name) is not None:
        return 0, ""
    worklike = is_worklike(name, reading.vocabularies) and not (experience and _has_town_behind(entry))
    if entry.title is not None and entry.period is not None:
        if (
            worklike
            and not (same_line and entry.joint == "at")
            and (not experience or _is_told_in_parts(entry, reading))
        ):
            return 0, ""
        # A talk or article has a day or a year, too; an employment elsewhere needs both ends or its section.
        return (0.95 if experience else 0.85), "title, company and dates"
    if entry.title is not None:
        if same_line and entry.joint == "at" and not worklike:
            return 0.85, "title at company"
        if worklike or _is_person(entry, reading) or _lists_tools(entry, reading.vocabularies):
            return 0, ""
        if same_line and _introduces(entry, reading):
            return 0.8, TITLE_AT_TOP
        if experience and entry.employer_line is not None:
            return (0.9 if same_line else 0.75), "title and company"
        told = following is not None and following.gap <= 1 and _tells_work(following, reading)
        return (0.8, "title and company above achievements") if same_line and told else (0, "")
    return _weigh_untitled(entry, worklike)


_LABELS = frozenset("timeline duration timeframe dates when period year years zeitraum durée duración".split())


def _is_label(entry: Entry, name: str) -> bool:
    """Return whether a name alone on its line is the label of the dates below it: "Timeline" above "May 2019 – July 2020"."""
    line = entry.employer_line
    if name.casefold() in _STAMPS:
        return True
    return name.casefold() in _LABELS and line is not None and len(line.pieces) == 1 and entry.period_line is not line


_STAMPS = frozenset(
    "posted published updated created modified uploaded submitted veröffentlicht publié publicado pubblicato".split()
)
"""Words before the date of a page itself: "Posted Mar 3, 2025"."""

_LEARNER = re.compile(r"(?i)\s(?:student|graduate|candidate|trainee|apprentice|undergraduate|learner)$")
"""Ends what somebody is, no company: "Health Informatics Student | Nurse"."""


def _lists_tools(entry: Entry, vocabularies: Vocabularies) -> bool:
    """Return whether a tool stands where a company might, and only tools behind it: "Certified Developer, Docker, Kotlin"."""
    assert entry.employer is not None
    line, technologies = entry.employer_line, vocabularies.technologies
    if line is None or entry.joint != "," or not technologies.find(entry.employer.text):
        return False
    behind = [piece for piece in line.pieces if piece.start > entry.employer.start]
    return bool(behind) and all(technologies.find(piece.text) for piece in behind)


def _weigh_untitled(entry: Entry, worklike: bool) -> tuple[float, str]:
    """Weigh "Company • dates": a description, project or event may look the same."""
    assert entry.employer is not None
    if entry.period is None or worklike or _COUNTED.search(entry.employer.text) is not None:
        return 0, ""
    period = entry.period.range
    is_range = period.start is not None and (
        period.is_current or (period.end is not None and period.end != period.start)
    )
    brackets = entry.employer_line is not None and entry.employer_line.text[
        : max(entry.period.start - entry.employer_line.start, 0)
    ].rstrip().endswith("(")
    if entry.in_experience and not (brackets and not is_range):
        return (0.85, "company and dates") if is_range or period.end is None else (0.6, "company and date")
    line = entry.employer_line
    if line is None or not is_range or entry.period_line is not line:
        return 0, ""
    by_month = period.start is not None and period.start.month is not None
    if (
        line.block.kind is BlockKind.LIST_ITEM
        or brackets
        or not (by_month or period.is_current)
        or len(entry.employer.text.split()) > 4
    ):
        return 0, ""
    return (
        (0.8, "company and dates")
        if line.section in (SectionKind.OTHER, SectionKind.SUMMARY, SectionKind.CONTACT)
        else (0, "")
    )


def _has_town_behind(entry: Entry) -> bool:
    """Return whether a town stands right behind a name, as behind houses: "Parcel Store, Harwood, MN", "Town Library, Leeds"."""
    line = entry.employer_line
    if line is None or entry.employer is None or entry.title_line is line:
        return False
    behind = [piece for piece in line.pieces if piece.start > entry.employer.start]
    return len(behind) == 1 and behind[0].kind is PieceKind.PLACE and behind[0].joint in (",", "|")


_COUNTED = re.compile(r"(?i)\b(?:level|stint|phase|chapter|part|stage|step|act|round|episode|era|season)\s\d{1,2}$")
"""Ends what divides a path: "Level 0", "Data engineering stint 1"."""


def _is_person(entry: Entry, reading: Reading) -> bool:
    """At the top of a document "Name, Title" introduces the author."""
    assert entry.employer is not None
    near_top = entry.employer.start < 300
    return (
        near_top
        and not entry.in_experience
        and " " in entry.employer.text
        and is_personal_name(entry.employer.text, reading.vocabularies)
    )


def _introduces(entry: Entry, reading: Reading) -> bool:
    """Return whether "Engineer, Acme Freight" stands where authors say what they are: in the first lines."""
    assert entry.employer is not None and entry.title is not None
    line = entry.title_line
    return (
        line is not None
        and line.block.kind is BlockKind.PARAGRAPH
        and entry.title.start < min(entry.employer.start, 400)
        and line in first_lines(reading, 4)
        and is_companylike(entry.employer.text)
    )


def is_worklike(name: str, vocabularies: Vocabularies) -> bool:
    """Return whether a name ends like that of a piece of work ("NVO Migration") and not like a company's."""
    if LEGAL_SUFFIX.search(name):
        return False
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", name)]
    work = vocabularies.work
    known = work.work_nouns | work.writing
    return bool(words) and (
        (words[-1] in known and words[-1] not in COMPANY_WORDS)
        or words[0] in work.verbs
        or (len(words) > 1 and words[0].endswith("ing") and len(words[0]) > 5)
    )


def _is_told_in_parts(entry: Entry, reading: Reading) -> bool:
    """Return whether labels of a story's parts stand right below: "**Problem**: …", "**Action**: …"."""
    below = reading.blocks_from(entry.lines[-1].end, entry.lines[-1].end + _NEAR_BELOW)
    if not below:
        return False
    return len(labelled_parts(reading, reading.document.span(entry.lines[-1].end, below[-1].span.end))) >= 2


def _tells_work(line: HeadLine, reading: Reading) -> bool:
    first = re.match(r"\A\W*+([^\W\d_]+)", line.text)
    if line.block.kind is BlockKind.LIST_ITEM:
        return True
    # A hard-wrapped line alone is too short for prose; its whole block is not.
    is_prose = line.is_prose or len(line.block.span) > 60
    return first is not None and is_prose and first.group(1).casefold() in reading.vocabularies.work.verbs
