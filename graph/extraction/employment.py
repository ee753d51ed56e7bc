"""Finds where the author worked, as what and when, in head lines, fields, tables and clear sentences.

Head lines are read by graph/extraction/entries.py; here are fields, sentences, and what all of them come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.documents import BlockKind, Section, SectionKind, Span
from graph.extraction.career_fields import WORK_ROOTS, FieldRecord, field_records, inherited, value_of
from graph.extraction.entries import Holding, holdings_in_lines, joined_period
from graph.extraction.headlines import (
    LEGAL_SUFFIX,
    PieceKind,
    classify,
    is_generic,
    is_proper_name,
    is_title,
    section_kind_at,
)
from graph.extraction.people import AUTHOR, author_name
from graph.extraction.places import is_place
from graph.extraction.reading import Reading
from graph.model import DateRange, EntityKind, Json, Mention, MentionKey, MentionRelation, RelationKind

_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][\w&’'-]*(?:\.(?=[a-z]))?[\w’'-]*|[a-z]{1,2}[A-Z]\w+|&)"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s(?:of\s|and\s|de\s|van\s|the\s)?{_CAPITAL}){{0,3}})"
# Sentences in which an author says where they worked; each names the employer as `name`.
_PHRASES: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("at X, I …", re.compile(rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?:While\s|Back\s)?[Aa]t\s{_NAME},?\s(?:I|we|my|our)\b"), 0.9),
    ("while at X", re.compile(rf"\b[Ww]hile\s(?:working\s|employed\s)?(?:at|for|with)\s{_NAME}"), 0.85),
    ("my time at X", re.compile(rf"\b(?:[Mm]y|[Dd]uring my|[Ii]n my)\s(?:time|years|tenure|stint|role|job|work|days)\s(?:at|with)\s{_NAME}"), 0.85),
    ("I worked at X", re.compile(rf"\b(?:I|I[’']ve|have|I have)\s(?:also\s|then\s|previously\s|now\s)?(?:worked|been working|interned|work|am employed|was employed)\s(?:at|for)\s{_NAME}"), 0.85),
    ("work, at X, from …", re.compile(rf",\sat\s{_NAME},?\s(?:in|from|between|since|during)\s(?:\w+\s)?(?:of\s)?\w*\s?\d{{4}}"), 0.85),
    ("I joined X", re.compile(rf"\bI\s(?:then\s|later\s|first\s)?(?:joined|left)\s{_NAME}(?=\s(?:as|in|to|when|after|for)\b|[.,;])"), 0.85),
)
_TITLE_AT = re.compile(rf"\s(?:at|@|bei)\s{_NAME}")
_NO_EMPLOYER = frozenset("the this that these those my our their his her its i we it scale first last least once night home work peak".split())


def employer_key(name: str) -> str:
    """Return the identity of an employer within a document: its words, casefolded, without a legal suffix.

    >>> employer_key("Acme Systems, Inc.")
    'acme systems'
    """
    previous, bare = "", name.strip()
    while bare != previous:
        previous, bare = bare, LEGAL_SUFFIX.sub("", bare).strip(" ,")
    return " ".join(re.findall(r"\w+", (bare or name).casefold()))


def find_employment(reading: Reading) -> list[Mention]:
    """Return the employers, and one role for each holding of the author's: (employer, title, period).

    A role's attributes are `title` (None where none is stated), `employer` (the employer's key), `start`, `end` and,
    where stated, `location`. A later naming of a known employer ("at Acme") is one more mention of it.
    """
    mentions: list[Mention] = []
    employers: dict[str, str] = {}
    roles: set[str] = set()
    for holding in _holdings(reading):
        key = employer_key(holding.employer_name)
        if not key:
            continue
        name = employers.setdefault(key, holding.employer_name)
        if not any(m.kind is EntityKind.EMPLOYER and m.span == holding.employer for m in mentions):
            mentions.append(_employer(reading, key, name, holding.employer, holding.rule, holding.confidence))
        if holding.title is None and holding.period is None:
            continue
        role = _role(reading, key, name, holding)
        if role.key not in roles:
            roles.add(role.key)
            mentions.append(role)
    mentions.extend(_named_again(reading, employers, mentions))
    return sorted(_best_roles(mentions), key=lambda mention: (mention.span, mention.kind))


def relate_employment(reading: Reading) -> list[MentionRelation]:
    """Return works_at, held_role and at_employer, as stated by the employers and roles among `reading.mentions`."""
    author: MentionKey = (EntityKind.PERSON, AUTHOR)
    employers = [mention for mention in reading.mentions if mention.kind is EntityKind.EMPLOYER]
    relations, employed = list[MentionRelation](), set[str]()
    for role in reading.mentions:
        key = role.attributes.get("employer") if role.kind is EntityKind.ROLE else None
        same = [employer for employer in employers if employer.key == key]
        if not same:
            continue
        nearest = min(same, key=lambda employer: (abs(employer.span.start - role.span.start), employer.span.start))
        span = _hull(role.span, nearest.span)
        employed.add(nearest.key)
        for source, kind, target in (
            (author, RelationKind.WORKS_AT, nearest.identity),
            (author, RelationKind.HELD_ROLE, role.identity),
            (role.identity, RelationKind.AT_EMPLOYER, nearest.identity),
        ):
            relations.append(MentionRelation(source, kind, target, span, role.rule, role.confidence, role.period))
    for employer in employers:
        if employer.key not in employed:
            employed.add(employer.key)
            relations.append(MentionRelation(author, RelationKind.WORKS_AT, employer.identity, employer.span, employer.rule, employer.confidence))
    return relations


def _hull(one: Span, other: Span) -> Span:
    if abs(one.start - other.start) > 400:
        return one
    return Span(one.document_id, min(one.start, other.start), max(one.end, other.end))


def _holdings(reading: Reading) -> Iterator[Holding]:
    """Yield the holdings of every form; those that name no more than an employer last."""
    author = author_name(reading)
    yield from _in_fields(reading)
    yield from _without_dates_of_work(reading, list(holdings_in_lines(reading, author)), author)
    yield from _in_sentences(reading, author)


def _without_dates_of_work(reading: Reading, holdings: list[Holding], author: str | None) -> Iterator[Holding]:
    """Take the dates from what stands alone below a heading of its own: they are those of the work that the heading names."""
    above = [_heading_above(reading, holding) for holding in holdings]
    for holding, heading in zip(holdings, above, strict=True):
        alone = heading is not None and above.count(heading) == 1
        is_author = heading is not None and author is not None and author.casefold() in heading.title.casefold()
        if alone and not is_author and holding.title is not None and holding.period is not None and not _in_experience(reading, holding):
            holding = replace(holding, period=None, confidence=min(holding.confidence, 0.8))
        yield holding


def _heading_above(reading: Reading, holding: Holding) -> Section | None:
    """Return the section in which an entry stands, if its heading is not the entry itself."""
    section = reading.section_at(holding.employer.start)
    if section is None or section.heading is None or section.heading.contains(holding.employer):
        return None
    return None if holding.title is not None and section.heading.contains(holding.title) else section


def _in_experience(reading: Reading, holding: Holding) -> bool:
    return section_kind_at(reading, holding.employer.start) is SectionKind.EXPERIENCE


# ---------------------------------------------------------------- fields


def _in_fields(reading: Reading) -> Iterator[Holding]:
    records = field_records(reading)
    for record in records:
        employer = inherited(record, records, "employer")
        if employer is None and record.root in WORK_ROOTS:
            employer = inherited(record, records, "name")
        if employer is None and "who" in record.blocks:
            employer = record.blocks.get("where")
        if employer is None or not _is_record_of_job(record):
            continue
        span, name = _first_part(reading, employer.span)
        if not name or len(name) > 80 or is_place(name) or is_title(name, reading.vocabularies.roles) and record.root not in WORK_ROOTS:
            continue
        title = _title_of(reading, record)
        # Elsewhere the dates are those of the file's story or project, not of the job.
        period = record.period(reading) if record.root in WORK_ROOTS or (not record.prefix and _is_labelled_job(reading, record)) else None
        place = record.blocks.get("place")
        location = None if place is None else value_of(reading, place)
        yield Holding(span, name, title, period, "employment field", 0.95, location)


def _is_record_of_job(record: FieldRecord) -> bool:
    """Return whether a record is no study, and not just the outer part of a company with several positions."""
    return "institution" not in record.blocks and "degree" not in record.blocks and bool({"employer", "title", "heading", "name", "who"} & set(record.blocks))


def _is_labelled_job(reading: Reading, record: FieldRecord) -> bool:
    employer = record.blocks.get("employer")
    return employer is not None and bool({"title", "heading"} & set(record.blocks)) and section_kind_at(reading, employer.span.start) is SectionKind.EXPERIENCE


def _title_of(reading: Reading, record: FieldRecord) -> Span | None:
    block = record.blocks.get("title") or record.blocks.get("heading") or record.blocks.get("who")
    if block is None:
        return None
    span, words = _first_part(reading, block.span, cut=record.root not in WORK_ROOTS and "title" in record.blocks)
    if block is not record.blocks.get("who"):
        # A file's own title is no job title; `role: Engineer` is.
        by_key = record.root in WORK_ROOTS or "title" in record.blocks
        return span if words and (by_key or is_title(words, reading.vocabularies.roles)) else None
    for part in re.finditer(r"[^,;–—|(]+", words):
        bare = part.group().strip()
        if is_title(bare, reading.vocabularies.roles):
            start = span.start + part.start() + part.group().index(bare)
            return Span(span.document_id, start, start + len(bare))
    return None


def _first_part(reading: Reading, span: Span, cut: bool = True) -> tuple[Span, str]:
    """Return a field's value without quotes and, if `cut`, without what follows a bracket or names a place."""
    text = reading.quote(span)
    bare = text.strip("\"' \t\r\n")
    if cut:
        bare = re.split(r"\s*[(|;•·]|\s[–—-]\s", bare)[0]
        head, comma, tail = bare.partition(", ")
        if comma and is_place(tail):
            bare = head
    start = span.start + (text.index(bare) if bare else 0)
    return Span(span.document_id, start, start + len(bare)), " ".join(bare.split())


# ---------------------------------------------------------------- sentences


def _in_sentences(reading: Reading, author: str | None) -> Iterator[Holding]:
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
        for match in _TITLE_AT.finditer(text):
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
    if not is_proper_name(words) or words.split()[0].casefold() in _NO_EMPLOYER or words.casefold() == (author or "").casefold():
        return None
    if is_place(words) or is_generic(words, reading.vocabularies) or classify(words, reading.vocabularies) is PieceKind.TITLE:
        return None
    if any(word.casefold() in words.casefold() for word in ("University", "College", "School")) and "I joined" not in match.group():
        return None
    start = sentence.start + match.start("name")
    return Span(sentence.document_id, start, start + len(words))


def _title_before(reading: Reading, sentence: Span, end: int) -> Span | None:
    """Return the title that stands right before offset `end` of a sentence that is about the author."""
    text = reading.quote(sentence)
    if not re.search(r"\b(?:I|my|My|me|by|By|as|As)\b", text):
        return None
    words = list(re.finditer(r"[^\s,;:(]+", text[:end]))[-6:]
    for first in range(len(words)):
        start = words[first].start()
        title = text[start:end]
        if "," not in title and words[first].group()[0].isupper() and words[first].group() not in ("I", "As", "The", "My") and is_title(title, reading.vocabularies.roles):
            return Span(sentence.document_id, sentence.start + start, sentence.start + end)
    return None


# ---------------------------------------------------------------- what they come to


def _employer(reading: Reading, key: str, name: str, span: Span, rule: str, confidence: float) -> Mention:
    section = reading.section_id_at(span.start)
    return Mention(EntityKind.EMPLOYER, key, name, reading.quote(span), span, rule, confidence, section)


def _role(reading: Reading, key: str, name: str, holding: Holding) -> Mention:
    span = holding.title or holding.employer
    title = None if holding.title is None else " ".join(reading.quote(holding.title).split())
    dates = {"start": None, "end": None} if holding.period is None else holding.period.to_json()
    attributes: dict[str, Json] = {"title": title, "employer": key, **dates}
    if holding.location:
        attributes["location"] = holding.location
    return Mention(
        kind=EntityKind.ROLE,
        key="|".join([key, (title or "").casefold(), str(dates["start"] or ""), str(dates["end"] or "")]),
        name=title or name,
        text=reading.quote(span),
        span=span,
        rule=holding.rule,
        confidence=holding.confidence,
        section_id=reading.section_id_at(span.start),
        attributes=attributes,
        period=holding.period,
    )


def _best_roles(mentions: list[Mention]) -> list[Mention]:
    """Drop a role without dates, or without title, where the same is held with them."""
    roles = [mention for mention in mentions if mention.kind is EntityKind.ROLE]
    kept = []
    for mention in mentions:
        others = [o for o in roles if o is not mention and o.attributes["employer"] == mention.attributes.get("employer")]
        title = mention.attributes.get("title")
        if mention.kind is EntityKind.ROLE and mention.period is None and any(_same_title(o, title) and o.period is not None for o in others):
            continue
        if mention.kind is EntityKind.ROLE and title is None and any(o.attributes["title"] and o.period is not None for o in others):
            continue
        kept.append(mention)
    return kept


def _same_title(role: Mention, title: Json) -> bool:
    return str(role.attributes["title"] or "").casefold() == str(title or "").casefold()


def _named_again(reading: Reading, employers: dict[str, str], found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield further places that name a known employer after "at", "for", "joined" or "left"."""
    taken = {(m.span.start, m.span.end) for m in found if m.kind is EntityKind.EMPLOYER}
    text = reading.document.text
    for key, name in employers.items():
        for match in re.finditer(rf"\b(?:at|for|joined|left)\s+(?P<name>{re.escape(name)})(?!\w)", text):
            if match.span("name") not in taken:
                span = reading.document.span(*match.span("name"))
                yield _employer(reading, key, name, span, "employer named again", 0.85)


__all__ = ["DateRange", "employer_key", "find_employment", "relate_employment"]
