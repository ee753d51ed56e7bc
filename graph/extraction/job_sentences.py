"""Reads employers from sentences and headings with strong cues: "At Acme I led …", "Senior Engineer at Acme"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.entries import joined_period
from graph.extraction.entry_weighing import Holding
from graph.extraction.headlines import PieceKind, classify, is_generic, is_proper_name, is_title, section_kind_at
from graph.extraction.places import is_place
from graph.extraction.reading import Reading

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w&’'-]*(?:\.(?=[a-z]))?[\w’'-]*|[a-z]{1,2}[A-Z]\w+|&)"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s(?:of\s|and\s|de\s|van\s|the\s)?{_CAPITAL}){{0,3}})"
# Sentences in which an author says where they worked; each names the employer as `name`.
_PHRASES: tuple[tuple[str, re.Pattern[str], float], ...] = (
    (
        "at X, I …",
        re.compile(rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?:While\s|Back\s)?[Aa]t\s{_NAME},?\s(?:I|we|my|our)\b"),
        0.9,
    ),
    ("while at X", re.compile(rf"\b[Ww]hile\s(?:working\s|employed\s)?(?:at|for|with)\s{_NAME}"), 0.85),
    (
        "my time at X",
        re.compile(
            rf"\b(?:[Mm]y|[Dd]uring my|[Ii]n my)\s(?:time|years|tenure|stint|role|job|work|days)\s(?:at|with)\s{_NAME}"
        ),
        0.85,
    ),
    (
        "I worked at X",
        re.compile(
            rf"\b(?:I|I[’']ve|have|I have)\s(?:also\s|then\s|previously\s|now\s)?(?:worked|been working|"
            rf"interned|work|am employed|was employed)\s(?:at|for)\s{_NAME}"
        ),
        0.85,
    ),
    (
        "work, at X, from …",
        re.compile(rf",\sat\s{_NAME},?\s(?:in|from|between|since|during)\s(?:\w+\s)?(?:of\s)?\w*\s?\d{{4}}"),
        0.85,
    ),
    (
        "I joined X",
        re.compile(
            rf"\bI\s(?:then\s|later\s|first\s)?(?:joined|left)\s{_NAME}(?=\s(?:as|in|to|when|after|for)\b|[.,;])"
        ),
        0.85,
    ),
)
_TITLE_AT = re.compile(rf"\s(?:at|@|bei)\s{_NAME}")
_NO_EMPLOYER = frozenset(
    words_of(
        """
        the this that these those my our their his her its i we it scale first last least once night home work peak
        """
    )
)


def holdings_in_sentences(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments that sentences state; few of them say when."""
    for sentence in reading.sentences:
        text = reading.quote(sentence)
        if section_kind_at(reading, sentence.start) in (SectionKind.EDUCATION, SectionKind.SKILLS):
            continue
        for rule, pattern, confidence in _PHRASES:
            for match in pattern.finditer(text):
                if (named := _named(reading, sentence, match, author)) is not None:
                    yield Holding(named, reading.quote(named), None, None, rule, confidence, None)
        if (heading := _at_end_of_heading(reading, sentence, text)) is not None:
            if (named := _named(reading, sentence, heading, author)) is not None:
                yield Holding(named, reading.quote(named), None, None, "heading at X above a title", 0.8, None)
            continue
        speaks = re.search(r"\b(?:I|my|My|me|by|By|as|As)\b", text) is not None
        for match in _TITLE_AT.finditer(text) if speaks else ():
            title = _title_before(reading, sentence, match.start())
            named = _named(reading, sentence, match, author) if title is not None else None
            if named is not None and title is not None:
                # "A case study by …, Engineer at X, from May to June" gives the dates of the work.
                period = joined_period(text[match.end("name") :]) if re.search(r"\bI\b", text) else None
                yield Holding(named, reading.quote(named), title, period, "title at X", 0.8, None)


def _at_end_of_heading(reading: Reading, sentence: Span, text: str) -> re.Match[str] | None:
    """Read "Settlement run at Acme" where the line below begins with the author's title."""
    block = reading.block_at(sentence.start)
    if block is None or block.kind is not BlockKind.HEADING:
        return None
    match = re.search(rf"\sat\s{_NAME}$", text)
    below = reading.document.text[block.span.end : block.span.end + 120].strip("\r\n *_")
    title = re.match(r"[^,;|•·\n–—]+", below)
    return match if match and title and is_title(title.group().strip(), reading.vocabularies.roles) else None


def _named(reading: Reading, sentence: Span, match: re.Match[str], author: str | None) -> Span | None:
    """Return where an employer is named by a phrase, or None where the words are none's name."""
    words = match["name"].rstrip(" .,'’-&")
    words = re.sub(r"['’]s$", "", words)
    if (
        not is_proper_name(words)
        or words.split()[0].casefold() in _NO_EMPLOYER
        or words.casefold() == (author or "").casefold()
    ):
        return None
    if (
        is_place(words)
        or is_generic(words, reading.vocabularies)
        or classify(words, reading.vocabularies) is PieceKind.TITLE
    ):
        return None
    if (
        any(word.casefold() in words.casefold() for word in ("University", "College", "School"))
        and "I joined" not in match.group()
    ):
        return None
    start = sentence.start + match.start("name")
    return Span(sentence.document_id, start, start + len(words))


def _title_before(reading: Reading, sentence: Span, end: int) -> Span | None:
    """Return the title that stands right before offset `end` of a sentence."""
    # A title is short: what stands further left need not be looked at.
    base = max(0, end - 90)
    text = reading.quote(sentence)[base:end]
    for word in list(re.finditer(r"[^\s,;:(]+", text))[-6:]:
        title = text[word.start() :]
        if (
            "," not in title
            and word.group()[0].isupper()
            and word.group() not in ("I", "As", "The", "My")
            and is_title(title, reading.vocabularies.roles)
        ):
            start = sentence.start + base + word.start()
            return Span(sentence.document_id, start, sentence.start + end)
    return None
