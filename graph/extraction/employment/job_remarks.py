"""Reads employments from timelines, from remarks in brackets behind a heading, and from clauses in other languages.

"2015: joined Acme as a fitter", "Night shift (Acme, shift lead, 2018–2020)", "seit 2016 als Leiterin bei Acme".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.dates.dates import FoundPeriod, find_periods
from graph.extraction.employment.entry_weighing import Holding, is_worklike
from graph.extraction.employment.prose_clauses import STUDIED
from graph.extraction.employment.prose_dates import is_span_of_time
from graph.extraction.heads.headlines import HeadLine, lines_of
from graph.extraction.heads.pieces import PieceKind, classify
from graph.extraction.heads.places import is_place
from graph.extraction.heads.section_kinds import NO_POSTS, section_kind_at
from graph.extraction.heads.words import is_generic, is_proper_name, is_team, is_title
from graph.extraction.line_words import words_in
from graph.extraction.reading import Reading
from graph.model import DateRange, PartialDate

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w&’'-]*|&)"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s(?:of\s|and\s|de\s|van\s|am\s|zu\s|du\s|des\s)?{_CAPITAL}){{0,4}})"
_EVENT = re.compile(
    rf"^\W*(?:I\s)?(?P<verb>[Jj]oined|[Mm]oved to|[Ss]tarted (?:at|with)|[Hh]ired by|[Ll]eft|(?:[Cc]o-?)?[Ff]ounded|[Ss]et up|"
    rf"[Oo]pened)\s(?:my own [a-z]+,\s)?{_NAME}(?:,?\s(?:as|to be|to become)\s(?:an?\s|its\s|the\s|their\s)?"
    r"(?P<title>[^\W\d_][^,.;:()]*?))?\s*(?:[,.;:(]|$|(?<=\s)(?:after|when|for|in|to|because)\s)"
)
_FOUNDED = ("founded", "set up", "opened")
_REMARK = re.compile(r"\((?P<inside>[^()\n]{8,90})\)\s*:?\s*$")
# "als Pflegerin bei der Diakonie", "responsable chez Vauclair", "como técnica en Clínica Sol".
_CLAUSE = re.compile(
    r"(?<!\w)(?:als|comme|como|en tant que|come|som|Actuellement|Actualmente|Attualmente)\s(?:un[ea]?\s|eine?\s|een\s|en\s)?"
    r"(?P<title>[^\W\d_][^\s,.;:()]*(?:\s[^\s,.;:()]+){0,4}?)\s(?:bei(?:\s(?:der|dem|den))?|beim|im|in der|am|chez|au sein de|"
    rf"à la|à l[’']|en(?:\sel|\sla)?|na|no|presso|bij|hos|på|ved)\s?{_NAME}"
)
_LEADS_TO_POST = re.compile(r"(?:als|comme|como|en tant que|come|som|Actuellement|Actualmente|Attualmente)\s")
_POSTED = frozenset("als comme como en come som actuellement actualmente attualmente".split())
_SPOKEN = re.compile(r"(?<!\w)(?:ich|meine?r?|je|j[’']ai|mon|ma|mes|yo|mi|trabaj\w+|he|eu|trabalh\w+|io|mio|mia|ho|lavor\w+|"
                     r"ik|mijn|jag|min|jeg|mit)(?!\w)", re.IGNORECASE)  # fmt: skip


def holdings_in_remarks(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments of timelines, of brackets behind headings and of clauses that tell a title and employer."""
    lines = lines_of(reading)
    yield from _in_timeline(reading, [line for line in lines if line.period is not None], author)
    for line in lines:
        yield from _in_brackets(reading, line, author)
    yield from _in_clauses(reading, author)
    yield from _in_dated_names(reading, author)


def _employer(reading: Reading, start: int, words: str, author: str | None) -> Span | None:
    """Return where an employer is named, or None where the words are none's name."""
    bare = words.rstrip(" .,'’-&")
    if (
        not is_proper_name(bare)
        or bare.casefold() == (author or "").casefold()
        or is_place(bare)
        or is_generic(bare, reading.vocabularies)
        or is_team(bare, reading.vocabularies)
        or is_worklike(bare, reading.vocabularies)
        or reading.vocabularies.technologies.find(bare)
        or classify(bare, reading.vocabularies) is not PieceKind.NAME
    ):
        return None
    return reading.document.span(start, start + len(bare))


def _is_title(words: str, reading: Reading) -> bool:
    return is_title(words[:1].upper() + words[1:], reading.vocabularies.roles)


# ---------------------------------------------------------------- timelines


def _in_timeline(reading: Reading, dated: list[HeadLine], author: str | None) -> Iterator[Holding]:
    """Read lines of a date and an event: joined, founded, left; two of them or more make a timeline."""
    events: list[tuple[HeadLine, re.Match[str], int]] = []
    for line in dated:
        assert line.period is not None
        if (
            line.start > line.period.start
            or line.period.start - line.start > 4
            or (line.is_prose and len(line.text) > 160)
        ):
            continue
        rest = reading.document.text[line.period.end : line.end]
        lead = re.match(r"[\s:–—|•·*.,-]*", rest)
        skipped = 0 if lead is None else lead.end()
        if (event := _EVENT.match(rest[skipped:])) is not None:
            events.append((line, event, line.period.end + skipped))
    if len(events) < 2:
        return
    left: dict[str, PartialDate | None] = {}
    for line, event, _ in events:
        if event["verb"].casefold() == "left" and line.period is not None:
            left[event["name"].casefold()] = line.period.range.start
    for line, event, base in events:
        named = _employer(reading, base + event.start("name"), event["name"], author)
        if named is None or line.period is None or event["verb"].casefold() == "left":
            continue
        title = None
        if event["title"] and _is_title(event["title"], reading):
            title = reading.document.span(base + event.start("title"), base + event.end("title"))
        elif event["title"] is None and not event["verb"].casefold().endswith(_FOUNDED) and len(events) < 3:
            continue
        period = line.period.range
        if period.start == period.end:
            end = left.get(event["name"].casefold())
            later = end is not None and period.start is not None and end.last_month >= period.start.first_month
            period = replace(period, end=end if later else None)
        yield Holding(named, " ".join(event["name"].split()), title, period, "event of a timeline", 0.85, None)


# ---------------------------------------------------------------- brackets


def _in_brackets(reading: Reading, line: HeadLine, author: str | None) -> Iterator[Holding]:
    """Read "Night shift (Acme Foods, shift lead, 2018–2020)": company, title and perhaps dates behind a heading."""
    match = _REMARK.search(line.text)
    is_head = line.block.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) or len(line.text) <= 120
    if match is None or line.is_prose or not is_head or line.section is SectionKind.EDUCATION:
        return
    if not line.text[: match.start()].strip(" *_#"):
        return
    base = line.start + match.start("inside")
    parts = [(base + part.start(), part.group()) for part in re.finditer(r"[^,;|–—·\s][^,;|–—·]*", match["inside"])]
    parts = [(start, words.rstrip()) for start, words in parts if not find_periods(words)]
    titles = [(start, words) for start, words in parts if _is_title(words, reading)]
    names = [(start, words) for start, words in parts if (start, words) not in titles]
    if len(titles) != 1 or not names or names[0][0] - titles[0][0] > 80:
        return
    named = _employer(reading, *names[0], author)
    if named is None:
        return
    start, words = titles[0]
    periods = find_periods(match["inside"])
    period = periods[0].range if periods and is_span_of_time(periods[0].range) else None
    title = reading.document.span(start, start + len(words))
    yield Holding(named, names[0][1], title, period, "company and title in brackets", 0.8, None)


# ---------------------------------------------------------------- clauses


def _in_clauses(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Read "seit 2016 arbeite ich als Leiterin im Klinikum Sonne": title, employer, and the nearest dates."""
    for sentence in reading.sentences:
        text = reading.quote(sentence)
        if _POSTED.isdisjoint(words_in(text)) or _LEADS_TO_POST.search(text) is None or _SPOKEN.search(text) is None:
            continue
        if section_kind_at(reading, sentence.start) is SectionKind.EDUCATION:
            continue
        matches = list(_CLAUSE.finditer(text))
        for place, match in enumerate(matches):
            title = match["title"]
            named = _employer(reading, sentence.start + match.start("name"), match["name"], author)
            if named is None or not _is_title(title, reading):
                continue
            if re.search(r"\s(?:im|am)\s$", text[: match.start("name")]) and " " not in match["name"]:
                continue  # "im Lager", "im Vertrieb": a place of work, not a company.
            begin = matches[place - 1].end() if place else 0
            end = matches[place + 1].start() if place + 1 < len(matches) else len(text)
            periods = find_periods(text[begin:end], begin)
            if place and len(matches) > 1:
                periods = [found for found in periods if found.start >= match.end() or found.end <= match.start()]
            periods = [
                found for found in periods if STUDIED.search(text[max(0, found.start - 60) : found.start]) is None
            ]
            period = _nearest(periods, match)
            start = sentence.start + match.start("title")
            span = Span(sentence.document_id, start, start + len(title))
            yield Holding(named, reading.quote(named), span, period, "title at X in a clause", 0.8, None)


def _nearest(periods: list[FoundPeriod], match: re.Match[str]) -> DateRange | None:
    ranges = [found for found in periods if is_span_of_time(found.range)]
    if not ranges:
        return None
    return min(ranges, key=lambda found: min(abs(found.start - match.end()), abs(match.start() - found.end))).range


# ---------------------------------------------------------------- names with dates in brackets


_DATED_NAME = re.compile(rf"(?:(?<=[\s*(])|^){_NAME}\*{{0,2}}\s\((?P<when>[^()\n]{{4,36}})\)")
_WORKED = re.compile(
    r"\b(?:[Ww]ork(?:ed|ing)?|[Pp]revious(?:ly)?|[Ff]ormerly|[Ee]arlier|[Ee]mployers?|[Cc]areer|[Rr]oles?)\b.{0,40}$|\bat\s\**$"
)


def _in_dated_names(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Read "I worked for Acme (2018–2021), Brill Rail (2015–2018)": two names or more with periods in brackets."""
    for sentence in reading.sentences:
        text = reading.quote(sentence)
        if text.count("(") < 2 or section_kind_at(reading, sentence.start) in NO_POSTS:
            continue
        named = list[tuple[Span, DateRange]]()
        for match in _DATED_NAME.finditer(text):
            periods = find_periods(match["when"])
            span = _employer(reading, sentence.start + match.start("name"), match["name"], author)
            is_led = bool(named) or _WORKED.search(text[: match.start()]) is not None
            if span is not None and is_led and periods and is_span_of_time(periods[0].range):
                named.append((span, periods[0].range))
        for span, period in named if len(named) > 1 else ():
            yield Holding(span, reading.quote(span), None, period, "employers with dates in brackets", 0.8, None)
