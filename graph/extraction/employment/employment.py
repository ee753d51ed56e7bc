"""Finds where the author worked, as what and when; and relates person, role and employer. What is stated is gathered in holdings.py."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.documents import Span
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.employment.holdings import all_holdings, employer_key
from graph.extraction.employment.prose_careers import RULE
from graph.extraction.people.people import AUTHOR
from graph.extraction.reading import Reading
from graph.model import DateRange, EntityKind, Json, Mention, MentionKey, MentionRelation, RelationKind


def find_employment(reading: Reading) -> list[Mention]:
    """Return the employers, and one role for each holding of the author's: (employer, title, period).

    A role's attributes are `title` (None where none is stated), `employer` (the employer's key), `start`, `end` and,
    where stated, `location`. A later naming of a known employer ("at Acme") is one more mention of it.
    """
    mentions: list[Mention] = []
    employers: dict[str, str] = {}
    roles: set[str] = set()
    seen: set[Span] = set()
    for holding in all_holdings(reading):
        key = employer_key(holding.employer_name)
        if not key:
            continue
        if holding.rule in _IN_SENTENCES and key not in employers:
            key = _known_in_full(key, employers) or key
        name = employers.setdefault(key, holding.employer_name)
        if holding.employer not in seen:
            seen.add(holding.employer)
            mentions.append(_employer(reading, key, name, holding.employer, holding.rule, holding.confidence))
        if holding.title is None and (holding.period is None or _names_a_day(holding)):
            continue
        role = _role(reading, key, name, holding)
        if role.key not in roles:
            roles.add(role.key)
            mentions.append(role)
    mentions.extend(_named_again(reading, employers, mentions))
    return sorted(_best_roles(mentions), key=lambda mention: (mention.span, mention.kind))


_IN_SENTENCES = frozenset((RULE, "while at X", "my time at X", "at X, I …", "currently at X", "I joined X"))


def _known_in_full(key: str, employers: Iterable[str]) -> str | None:
    """Return the one employer whose name begins with these words: "before joining Norrsken" speaks of Norrsken Health."""
    longer = [known for known in employers if known.startswith(f"{key} ")]
    return longer[0] if len(longer) == 1 else None


def _names_a_day(holding: Holding) -> bool:
    """Return whether a sentence without a post says when something was done, not how long somebody worked there."""
    period = holding.period
    if holding.rule != RULE or period is None or period.is_current:
        return False
    return period.end is None or period.start == period.end


def _nearest(employers: Sequence[Mention], offset: int) -> Mention:
    """Return the employer that starts nearest to `offset`, the earlier of two; they are in order of place."""
    place = bisect_left(employers, offset, key=lambda employer: employer.span.start)
    near = employers[max(0, place - 1) : place + 1]
    nearest = min(near, key=lambda employer: (abs(employer.span.start - offset), employer.span.start))
    return employers[bisect_left(employers, nearest.span.start, key=lambda employer: employer.span.start)]


def relate_employment(reading: Reading) -> list[MentionRelation]:
    """Return works_at, held_role and at_employer, as stated by the employers and roles among `reading.mentions`."""
    author: MentionKey = (EntityKind.PERSON, AUTHOR)
    employers = [mention for mention in reading.mentions if mention.kind is EntityKind.EMPLOYER]
    relations, employed = list[MentionRelation](), set[str]()
    by_key: dict[Json, list[Mention]] = {}
    for employer in sorted(employers, key=lambda employer: employer.span.start):
        by_key.setdefault(employer.key, []).append(employer)
    for role in reading.mentions:
        key = role.attributes.get("employer") if role.kind is EntityKind.ROLE else None
        same = by_key.get(key) if isinstance(key, str) else None
        if not same:
            continue
        nearest = _nearest(same, role.span.start)
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
            relations.append(
                MentionRelation(
                    author, RelationKind.WORKS_AT, employer.identity, employer.span, employer.rule, employer.confidence
                )
            )
    return relations


def _hull(one: Span, other: Span) -> Span:
    if abs(one.start - other.start) > 400:
        return one
    return Span(one.document_id, min(one.start, other.start), max(one.end, other.end))


# ---------------------------------------------------------------- what they come to


def _employer(reading: Reading, key: str, name: str, span: Span, rule: str, confidence: float) -> Mention:
    section = reading.section_id_at(span.start)
    return Mention(EntityKind.EMPLOYER, key, name, reading.quote(span), span, rule, confidence, section)


def _role(reading: Reading, key: str, name: str, holding: Holding) -> Mention:
    span = holding.title or holding.employer
    title = None if holding.title is None else " ".join(reading.quote(holding.title).split())
    period = None if holding.period is None else _by_month(holding.period)
    dates = {"start": None, "end": None} if period is None else period.to_json()
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
        period=period,
    )


def _by_month(period: DateRange) -> DateRange:
    """Return a period without days: nobody asks on which day of the month somebody began."""
    start, end = (None if date is None else replace(date, day=None) for date in (period.start, period.end))
    return replace(period, start=start, end=end)


def _best_roles(mentions: list[Mention]) -> list[Mention]:
    """Drop a role without dates, or without title, where the same is held with them."""
    roles = [mention for mention in mentions if mention.kind is EntityKind.ROLE]
    kept = []
    for mention in mentions:
        others = [
            o for o in roles if o is not mention and o.attributes["employer"] == mention.attributes.get("employer")
        ]
        title = mention.attributes.get("title")
        if (
            mention.kind is EntityKind.ROLE
            and mention.period is None
            and any((_same_title(o, title) or _is_more(o, title)) and o.period is not None for o in others)
        ):
            continue
        if mention.kind is EntityKind.ROLE and any(_begins_alike(mention, o) for o in others):
            continue
        if (
            mention.kind is EntityKind.ROLE
            and title is None
            and any(o.attributes["title"] and o.period is not None for o in others)
        ):
            continue
        kept.append(mention)
    return kept


def _begins_alike(mention: Mention, other: Mention) -> bool:
    """Return whether a post with a start alone is the same as another with that start and an end."""
    mine, its = mention.period, other.period
    if mine is None or its is None or mine.start is None or mine.is_current or mine.end not in (None, mine.start):
        return False
    ends_later = its.is_current or (its.end is not None and its.end != its.start)
    return mine.start == its.start and ends_later and _same_title(other, mention.attributes.get("title"))


def _same_title(role: Mention, title: Json) -> bool:
    return str(role.attributes["title"] or "").casefold() == str(title or "").casefold()


def _is_more(role: Mention, title: Json) -> bool:
    """Return whether a post of today says more than a title: "Category Manager Packaging" than "Category Manager"."""
    is_now = role.period is not None and role.period.is_current
    return is_now and bool(title) and str(role.attributes["title"] or "").casefold().startswith(f"{title} ".casefold())


_LEADS_TO_NAME = re.compile(r"\b(?:at|for|joined|left)\s+")
_WORD_HERE = re.compile(r"\w")


def _named_again(reading: Reading, employers: dict[str, str], found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield further places that name a known employer after "at", "for", "joined" or "left"."""
    taken = {(m.span.start, m.span.end) for m in found if m.kind is EntityKind.EMPLOYER}
    text = reading.document.text
    led = [match.end() for match in _LEADS_TO_NAME.finditer(text)] if employers else []
    for key, name in employers.items():
        for start in led:
            end = start + len(name)
            if text.startswith(name, start) and _WORD_HERE.match(text, end) is None and (start, end) not in taken:
                span = reading.document.span(start, end)
                yield _employer(reading, key, name, span, "employer named again", 0.85)
