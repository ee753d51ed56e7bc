"""Reads employments that are told in passing: "Earlier: Cook, The Anchor, 2009–2015.", "Self-employed since 2015 (Acme)", by-lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import BlockKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.employment.entry_weighing import Holding, is_worklike
from graph.extraction.heads.headlines import first_lines
from graph.extraction.heads.own_account import BEFORE_NAME, IN_SENTENCE, may_be_before_name
from graph.extraction.heads.places import is_place
from graph.extraction.heads.section_kinds import NO_POSTS, section_kind_at
from graph.extraction.heads.words import is_generic, is_proper_name, is_title
from graph.extraction.line_words import words_in
from graph.extraction.reading import Reading

_LEAD = (
    r"(?:before\s(?:this|that|then)|previously|earlier|formerly|prior(?:\sto\s(?:this|that))?|currently|current\s(?:post|job|position|role)|"
    r"present\s(?:post|job|position)|previous\s(?:post|job|position)|now|today|zuvor|davor|vorher|früher|aktuell|derzeit|auparavant|précédemment|avant|actuellement|"
    r"antes|anteriormente|actualmente|prima|in\sprecedenza|attualmente|daarvoor|eerder|voorheen|momenteel)"
)
_LED = re.compile(rf"(?i)(?:^|(?<=[.;]\s)){_LEAD}(?:\s?:|,)?\s+(?=\S)")
_IS_LEAD = re.compile(rf"(?i){_LEAD}")
_END = re.compile(r"(?<!\bSt)(?<!\bDr)(?<![A-Z])\.(?=\s|$)|;|\n\n")
_IN_BRACKETS = re.compile(r"\s?\((?:as\s|als\s|trading\sas\s)?(?P<name>[^()\n]{3,50})\)")
_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w&’'-]*|&)"
_AT = re.compile(
    rf"\s(?:at|@|bei|beim|chez|presso|bij|of|for|with)\s(?:the\s|der\s|dem\s|la\s|le\s)?[*_]{{0,2}}"
    rf"(?P<name>{_CAPITAL}(?:\s(?:of\s|and\s|de\s|van\s|the\s)?{_CAPITAL}){{0,4}})"
)
_HEADS = re.compile(
    r"(?i)\b(?:founder|co-founder|owner|ceo|cto|coo|cfo|director|editor|president|partner|chair(?:man|woman)?|head|chef)$"
)
"""Titles that are held "of" a company."""


def holdings_in_asides(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments of led clauses, of notes on self-employment and of by-lines, in this order."""
    for base, text in _led_clauses(reading):
        if (holding := _listed(reading, base, text, author)) is not None:
            yield holding
    for sentence in reading.sentences:
        if (holding := _own_business(reading, sentence)) is not None:
            yield holding
    if author is not None:
        yield from _by_line(reading, author)


# ---------------------------------------------------------------- led clauses


def _led_clauses(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield (offset, words) behind "Before this:", "Earlier:", up to the end of the sentence or a semicolon."""
    text = reading.document.text
    for block in reading.document.blocks:
        if block.kind is BlockKind.FIELD and _IS_LEAD.fullmatch(block.key):
            yield from _each_clause(text, block.span.start, block.span.end)
    for sentence in reading.sentences:
        if section_kind_at(reading, sentence.start) in NO_POSTS:
            continue
        if (led := _LED.match(text, sentence.start, sentence.end)) is not None:
            yield from _each_clause(text, led.end(), sentence.end)


_NEXT = re.compile(r"(?<=[\d)]),?\s(?:and|und|et|y|e|en)\s(?=[A-ZÀ-Þ])|(?<=\d\)),\s(?=[^\W\d_])")
"""Between the dates of one post and the next post: "2016–2019, and Cook at Acme"."""


def _each_clause(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the clauses of a list of posts, also those that "and" joins behind dates."""
    for base, clause in _clauses(text, start, end):
        begin = 0
        for cut in _NEXT.finditer(clause):
            yield base + begin, clause[begin : cut.start()]
            begin = cut.end()
        yield base + begin, clause[begin:]


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the first sentence's clauses between semicolons."""
    stop = _END.search(text, start, end)
    while stop is not None and stop.group() == ";":
        yield start, text[start : stop.start()]
        start = stop.end()
        stop = _END.search(text, start, end)
    yield start, text[start : end if stop is None else stop.start()]


def _listed(reading: Reading, base: int, text: str, author: str | None) -> Holding | None:
    """Return the holding that "Cook, The Anchor, 2009–2015" lists: one title, one name, and when."""
    periods = find_periods(text)
    if not periods or len(text) > 160:
        return None
    parts = [
        (match.start(), match.group()) for match in re.finditer(r"[^,;()|–—\n][^,;()|\n]*", text[: periods[0].start])
    ]
    parts = [
        (start + len(words) - len(words.lstrip()), words.strip(" *_:–—-"))
        for start, words in parts
        if words.strip(" *_:–—-")
    ]
    if len(parts) == 1 and (at := _AT.search(parts[0][1])) is not None:
        start, words = parts[0]
        parts = [(start, words[: at.start()]), (start + at.start("name"), at["name"])]
    if not 2 <= len(parts) <= 3:
        return None
    titles = [part for part in parts if _is_title(part[1], reading)]
    names = [part for part in parts if part not in titles and _is_employer(part[1], reading, author)]
    if len(titles) != 1 or not names:
        return None
    (title_at, title), (name_at, name) = titles[0], names[0]
    return Holding(
        _span(reading, base + name_at, name),
        " ".join(name.split()),
        _span(reading, base + title_at, title),
        periods[0].range,
        "title, company and dates in passing",
        0.85,
        None,
    )


# ---------------------------------------------------------------- one's own business


def _own_business(reading: Reading, sentence: Span) -> Holding | None:
    """Return the holding that "Self-employed since 2015 (Acme Advisory)" tells; its title is the one at the document's top."""
    text = reading.quote(sentence)
    own = IN_SENTENCE.search(text) if "(" in text else None
    if own is None:
        return _under_name(reading, sentence, text)
    periods = [found for found in find_periods(text) if own.end() - 1 <= found.start <= own.end() + 12]
    named = _IN_BRACKETS.match(text, periods[0].end) if periods else None
    if named is None or not _is_employer(named["name"], reading, None):
        return None
    span = _span(reading, sentence.start + named.start("name"), named["name"])
    return Holding(span, named["name"], _top_title(reading), periods[0].range, "own business", 0.8, None)


_UNDER_NAME = re.compile(
    BEFORE_NAME + r",?\s"
    rf"(?:\(|(?:as|als|trading\sas|under\sthe\sname(?:\sof)?|onder\sde\snaam|unter\sdem\sNamen|sous\sle\snom(?:\sde)?|bajo\sel\snombre|called|named|at|with)\s)(?:the\s)?"
    rf"(?P<name>{_CAPITAL}(?:\s(?:of\s|and\s|de\s|van\s|the\s)?{_CAPITAL}){{0,4}})"
)

_NAMING = frozenset({"as", "als", "name", "naam", "namen", "nom", "nombre", "called", "named", "at", "with"})


def _under_name(reading: Reading, sentence: Span, text: str) -> Holding | None:
    """Return the holding that "I have worked for myself as Acme Joinery since 2019" tells; the sentence has dates that last."""
    may_name = "(" in text or not _NAMING.isdisjoint(words_in(text))
    folded = text.casefold() if may_name else ""
    named = _UNDER_NAME.search(text) if may_be_before_name(folded) else None
    periods = [] if named is None else find_periods(text[: named.end() + 40])
    lasting = [found for found in periods if found.range.is_current or found.range.start != found.range.end]
    if named is None or len(lasting) != 1 or not _is_employer(named["name"], reading, None):
        return None
    span = _span(reading, sentence.start + named.start("name"), named["name"])
    return Holding(span, named["name"], None, lasting[0].range, "own business", 0.8, None)


def _top_title(reading: Reading) -> Span | None:
    for line in first_lines(reading, 4):
        bare = re.split(r"[,|•·–—]", line.text.strip("*_# "), maxsplit=1)[0].rstrip()
        if _is_title(bare, reading):
            return _span(reading, line.start + line.text.index(bare), bare)
    return None


# ---------------------------------------------------------------- by-lines


def _by_line(reading: Reading, author: str) -> Iterator[Holding]:
    """Yield the post in a by-line at the top: "By Jane Doe, news developer at the Gazette", "Jane Doe, founder of Acme"."""
    for line in first_lines(reading, 10):
        place = line.text.find(author)
        if place < 0 or place > 12:
            continue
        rest = line.text[place + len(author) :]
        lead = re.match(r"[*_]{0,2},\s+(?:an?\s|the\s)?", rest)
        at = _AT.search(rest, 0, 140) if lead is not None else None
        if lead is None or at is None or find_periods(rest):
            continue
        title, name = rest[lead.end() : at.start()], at["name"].rstrip(" ,'’-&")
        if at.group().split()[0] in ("of", "for", "with") and _HEADS.search(title) is None:
            continue
        if not _is_title(title, reading) or not _is_employer(name, reading, author, led=True):
            continue
        base = line.start + place + len(author)
        yield Holding(
            _span(reading, base + at.start("name"), name),
            " ".join(name.split()),
            _span(reading, base + lead.end(), title),
            None,
            "by-line",
            0.85,
            None,
        )


# ---------------------------------------------------------------- words


def _is_title(words: str, reading: Reading) -> bool:
    return bool(words) and "," not in words and is_title(words[:1].upper() + words[1:], reading.vocabularies.roles)


def _is_employer(words: str, reading: Reading, author: str | None, *, led: bool = False) -> bool:
    return (
        is_proper_name(words)
        and words.casefold() != (author or "").casefold()
        and not is_place(words)
        and not reading.vocabularies.technologies.find(words)
        and not is_generic(words, reading.vocabularies)
        and (led or not is_worklike(words, reading.vocabularies))
    )


def _span(reading: Reading, start: int, words: str) -> Span:
    return reading.document.span(start, start + len(words))
