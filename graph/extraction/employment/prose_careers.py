"""Reads careers told in sentences, in the first and the third person: "He joined in 2018 as …", "Before that I was … at …".

Clauses (prose_clauses.py) add up to tenures: one at each company, with one station for each post. What a clause leaves out is
given by those around it: a post begins when its tenure does and ends when the next post begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.documents import Block, BlockKind, Span
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.employment.own_papers import first_line_employer
from graph.extraction.employment.prose_clauses import Clause, clauses_of
from graph.extraction.employment.prose_dates import Dates
from graph.extraction.heads.headlines import first_lines
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.section_kinds import NO_POSTS, section_kind_at
from graph.extraction.reading import Reading
from graph.model import DateRange
from graph.occurrences import occurrences

RULE = "career in sentences"
_FIRST = re.compile(
    r"(?<!\w)(?:I|I[’'](?:m|ve|d)|[Mm]y|me|[Ii]ch|[Mm]eine?r?|[Jj]e|[Jj][’']\w+|[Mm]on|[Mm]a|[Mm]es|[Yy]o|[Mm]i|[Tt]rabaj\w+|[Tt]rabalh(?:o(?=\s(?:na|no|como|em|para|desde)\s)|ei|ava)|[Ll]avor(?:o|avo)(?=\s(?:come|in|presso|per|da|al|alla)\s)|[Ss]ou|[Ss]ono|[Ss]oy|[Ff]ui|[Ee]u|[Ii]o|[Mm]io|[Ii]k|[Mm]ijn|[Jj]ag|[Jj]eg)(?!\w)"
)
_THIRD = re.compile(
    r"\A\W*(?:(?:[A-Z]\w+\s(?:\w+\s){0,3}?(?:\d{4},?\s)(?:to\s\d{4},?\s)?)?(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er)|[Ss]ie|[Ee]r|[Ii]l|[Ee]lle)(?!\w)"
)
_FRAGMENT = re.compile(
    r"(?i)\A\W{0,6}(?:before|previously|formerly|earlier|prior|currently|now|joined|worked|working as|hired|started|moved|(?:\w{1,12}\s)?(?:years?|months?)\s(?:at|with)|davor|zuvor|früher|derzeit|seit|"
    r"auparavant|actuellement|avant|depuis|antes|actualmente|desde|prima|attualmente|daarvoor|momenteel|since|from)(?!\w)"
)


@dataclass(slots=True)
class Station:
    """One post within a tenure."""

    title: Span
    dates: Dates
    is_now: bool


@dataclass(slots=True)
class Tenure:
    """The time at one company, as far as it has been told."""

    employer: Span
    name: str
    dates: Dates = field(default_factory=Dates)
    stations: list[Station] = field(default_factory=list)
    works: bool = False
    leads: bool = False
    """Said in words of a present post: "leads the team at Acme"."""


def holdings_in_prose(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments that paragraphs tell in sentences, those of one paragraph in its order."""
    told_by_name = author is not None and _tells_of(reading, author)
    for block in reading.document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.FIELD, BlockKind.LIST_ITEM):
            continue
        if len(block.span) < 30 or section_kind_at(reading, block.span.start) in NO_POSTS:
            continue
        for tenure in _tenures(reading, block, author, told_by_name):
            yield from _holdings(tenure)


_BY_SHORT_NAME = re.compile(
    r"\A\W{0,4}[A-ZÀ-Þ][a-zà-ÿ]+\s(?:joined|worked|spent|served|began|started|previously|was\spreviously|has\sworked|has\sbeen)\s"
)
"""In a page about one person the subject of such a sentence is they, by whatever short name: "Seun joined Acme"."""
_SAYS_THEY = re.compile(
    r"(?<!\w)(?:[Hh]e|[Ss]he)\s(?:\w{2,12}ed|is|was|has|works|holds|leads|runs|lives|spent|began|ran|led)\s"
)
_SAYS_I = re.compile(r"(?<![\w\"“])(?:I|I[’'](?:m|ve)|[Mm]y)\s")
_HONOURED = re.compile(r"\A(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Rev|Sir|Dame)\.?\s){1,2}")
_IS_TOLD = re.compile(r"\*{0,2},?\s(?:[^.\n]{0,60},\s)?(?:is|was|has|joined|leads|runs|works|ist|war|est|es)\s")


def _tells_of(reading: Reading, author: str) -> bool:
    """Return whether the document speaks of its author in the third person: "Jane Doe is …"."""
    text = reading.document.text
    if any(_IS_TOLD.match(text, place + len(author)) is not None for place in occurrences(text, author)):
        return True
    return _SAYS_I.search(text) is None and _SAYS_THEY.search(text) is not None


def _tenures(reading: Reading, block: Block, author: str | None, told_by_name: bool) -> list[Tenure]:
    tenures: list[Tenure] = []
    here = _of_paper(reading, block, author)
    if here is not None:
        tenures.append(here)
    elif not _may_name_company(reading, block):
        return []
    for sentence in reading.sentences_from(block.span):
        text = reading.quote(sentence)
        if not _is_about_author(text, author, told_by_name) and not _states_by_itself(text):
            here = None
            continue
        for clause in clauses_of(reading, sentence, author):
            here = _added(reading, clause, here, tenures)
    tenures = [tenure for tenure in tenures if tenure.works]
    if told_by_name:
        _as_headline(reading, tenures, author)
    return tenures


_MAY_BEGIN_NAME = re.compile(r"(?<=[\s*_“\"„«\[’'(])(?:(?!I(?:\s[a-z]|[’',.;]))[A-ZÀ-ÖØ-ÞĀ-Ž&]|[a-z]{1,2}[A-Z])")
"""A capital that may be a name's."""


def _may_name_company(reading: Reading, block: Block) -> bool:
    """Return whether a paragraph may name a company: it has a capital within a sentence, or brackets. Many have neither."""
    if "(" in reading.quote(block.span):
        return True
    text = reading.document.text
    sentences = reading.sentences_from(block.span)
    return any(_MAY_BEGIN_NAME.search(text, sentence.start + 1, sentence.end) for sentence in sentences)


_HELD_HERE = re.compile(
    r"\bI(?:[’']ve|\shave)\sbeen\s[^.;()]{4,60}?\s(?:since|here)\b|\bI\s(?:was|joined|came|started)\s[^.;()]{2,60}?\shere\b|\b(?:joined|came) here\b"
)


def _of_paper(reading: Reading, block: Block, author: str | None) -> Tenure | None:
    """Return a tenure at the company of a self-review's first line, where a passage speaks of posts held "here"."""
    text = reading.quote(block.span)
    if ("here" not in text and "since" not in text) or _HELD_HERE.search(text) is None:
        return None
    employer = first_line_employer(reading, author)
    return None if employer is None else Tenure(employer, " ".join(reading.quote(employer).split()))


def _is_about_author(text: str, author: str | None, told_by_name: bool) -> bool:
    if _FIRST.search(text) is not None or _FRAGMENT.match(text) is not None:
        return True
    if not told_by_name or author is None:
        return False
    names = (author, author.split()[-1], author.split()[0])
    return (
        _THIRD.match(text) is not None
        or _BY_SHORT_NAME.match(text) is not None
        or any(_HONOURED.sub("", text.lstrip("*_ ")).startswith(name) for name in names)
        or re.search(r"\b(?:he|she|they)\s(?:worked|was|joined|has)\b", text) is not None
    )


_POST_HERE = re.compile(
    r"\A\W{0,4}[A-Z][\w/&-]*(?:\s[A-Za-z&][\w/&-]*){0,5}\s(?:here\s)?at\s(?:the\s)?[A-Z][^.;]{2,60}?,?\s(?:since|from)\s(?:\w{3,9}\s)?(?:19|20)\d\d\b"
)
"""A sentence that begins with a post: "Staff Engineer here at Acme since October 2022"."""


def _states_by_itself(text: str) -> bool:
    """Return whether a sentence has no other subject: it is a title at a company with dates, or a list of such."""
    return _POST_HERE.match(text) is not None or (
        re.search(r"\([^()\n]*(?:19|20)\d\d[^()\n]*\)", text) is not None
        and re.search(r"(?<!\w)(?:is|are|was|were|has|have|had|he|she|they|his|her|their|our|we)(?!\w)", text) is None
    )


def _added(reading: Reading, clause: Clause, here: Tenure | None, tenures: list[Tenure]) -> Tenure | None:
    """Return the tenure that the next clause speaks of, with what this one says added to it."""
    if clause.employer is not None:
        name = " ".join(reading.quote(clause.employer).split())
        same = next((tenure for tenure in tenures if _same(tenure.name, name)), None)
        if same is None:
            same = Tenure(clause.employer, name)
            tenures.append(same)
        here = same
    elif clause.is_before:
        return None
    if here is None:
        return None
    here.works = here.works or clause.works
    here.leads = here.leads or clause.leads
    if clause.title is not None:
        here.stations.append(Station(clause.title, clause.dates, clause.is_now))
    elif clause.present_post and here.stations:
        now = next((station for station in here.stations if station.is_now), here.stations[-1])
        now.dates = _joined(now.dates, clause.dates)
    elif clause.dates and clause.employer is None and len(here.stations) == 1:
        here.stations[0].dates = _joined(here.stations[0].dates, clause.dates)
    elif clause.dates and (clause.employer is not None or not here.stations):
        here.dates = _joined(here.dates, clause.dates)
    return here


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _joined(known: Dates, more: Dates) -> Dates:
    return Dates(known.start or more.start, known.end or more.end, known.is_current or more.is_current)


def _as_headline(reading: Reading, tenures: Sequence[Tenure], author: str | None) -> None:
    """Give the post of "Jane Doe, Finance Director" at the top to the company that she joined last and has not left."""
    joined = [one for one in tenures if one.dates.start is not None and one.dates.end is None and not one.stations]
    held = [station for one in tenures for station in one.stations if station.is_now or station.dates.is_current]
    if author is None or not joined or held or (top := _headline(reading, author)) is None:
        return
    last = max(joined, key=lambda one: 0 if one.dates.start is None else one.dates.start.first_month)
    last.stations.append(Station(top, Dates(last.dates.start, None, True), True))


def _headline(reading: Reading, author: str) -> Span | None:
    """Return the title right behind the author's name at the top, or on the line below, where it names no company."""
    lines = first_lines(reading, 6)
    for place, line in enumerate(lines):
        if author.casefold() not in line.text.casefold() or line.is_prose:
            continue
        for near in lines[place : place + 2]:
            titles = near.of(PieceKind.TITLE)
            others = [piece for piece in near.of(PieceKind.NAME) if piece.text.casefold() != author.casefold()]
            if titles and not others and near.period is None and len(titles) == 1:
                return reading.document.span(titles[0].start, titles[0].end)
    return None


def _holdings(tenure: Tenure) -> Iterator[Holding]:
    """Yield one holding for each post of a tenure, each with the dates that follow from the others."""
    if not tenure.stations:
        if tenure.dates or tenure.leads:
            yield _holding(tenure, None, tenure.dates)
        return
    stations = _in_order(tenure.stations)
    for place, station in enumerate(stations):
        following = stations[place + 1] if place + 1 < len(stations) else None
        dates = station.dates
        is_last = following is None
        start = dates.start or (tenure.dates.start if place == 0 else None)
        current = dates.is_current or (is_last and (tenure.dates.is_current or (station.is_now and start is not None)))
        end = dates.end
        if end is None and not current:
            end = tenure.dates.end if following is None else following.dates.start
        yield _holding(tenure, station.title, Dates(start, end, current and end is None))


def _in_order(stations: Sequence[Station]) -> list[Station]:
    """Return the posts in order of time: those without a start stand first, but one that is held now stands last."""

    def when(station: Station) -> tuple[bool, int]:
        start = station.dates.start
        return (station.is_now and len(stations) > 1, 0 if start is None else start.first_month)

    return sorted(stations, key=when)


def _holding(tenure: Tenure, title: Span | None, dates: Dates) -> Holding:
    return Holding(tenure.employer, tenure.name, title, _range(dates), RULE, 0.85, None)


def _range(dates: Dates) -> DateRange | None:
    if not dates or (dates.start is None and dates.is_current):
        return None
    if dates.start is not None and dates.end is not None and dates.end.last_month < dates.start.first_month:
        return None
    return DateRange(dates.start, dates.end, is_current=dates.is_current)
