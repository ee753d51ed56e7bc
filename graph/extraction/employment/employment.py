"""Finds where the author worked, as what and when; and relates person, role and employer.

Where the words stand is read elsewhere: entries.py reads head lines, job_fields.py fields, job_sentences.py sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.documents import Span
from graph.extraction.employment.case_clients import clients_of_cases
from graph.extraction.employment.client_lines import (
    clients_in_headings,
    holdings_below_projects,
    holdings_in_cards,
    holdings_in_tables,
)
from graph.extraction.employment.entries import holdings_in_lines
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.employment.headed_employers import holdings_above_work
from graph.extraction.employment.job_asides import holdings_in_asides
from graph.extraction.employment.job_fields import CLIENT_FIELD, holdings_in_fields
from graph.extraction.employment.job_phrases import ALL_AT
from graph.extraction.employment.job_remarks import holdings_in_remarks
from graph.extraction.employment.job_sentences import holdings_in_sentences
from graph.extraction.employment.job_weeding import is_in_card, is_name_of_work, without_dates_of_work
from graph.extraction.employment.joined_rows import holdings_in_joined_rows
from graph.extraction.employment.labelled_posts import holdings_behind_labels, posts_of_all
from graph.extraction.employment.page_clients import clients_of_page
from graph.extraction.employment.page_posts import holdings_above_prose
from graph.extraction.employment.posts_below import holdings_told_below, with_posts_below
from graph.extraction.employment.prose_careers import RULE, holdings_in_prose, without_poorer
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.keyed.meanings import rows_of_jobs
from graph.extraction.people.people import AUTHOR, author_name
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex
from graph.model import DateRange, EntityKind, Json, Mention, MentionKey, MentionRelation, RelationKind


def employer_key(name: str) -> str:
    """Return the identity of an employer within a document: its words, casefolded, without a legal suffix.

    >>> employer_key("Acme Systems, Inc.")
    'acme systems'
    """
    previous, bare = "", name.strip()
    while bare != previous:
        previous, bare = bare, LEGAL_SUFFIX.sub("", bare).strip(" ,&")
    return " ".join(re.findall(r"\w+", (bare or name).casefold()))


def find_employment(reading: Reading) -> list[Mention]:
    """Return the employers, and one role for each holding of the author's: (employer, title, period).

    A role's attributes are `title` (None where none is stated), `employer` (the employer's key), `start`, `end` and,
    where stated, `location`. A later naming of a known employer ("at Acme") is one more mention of it.
    """
    mentions: list[Mention] = []
    employers: dict[str, str] = {}
    roles: set[str] = set()
    seen: set[Span] = set()
    for holding in map(_bare, _holdings(reading)):
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


_AT_START = re.compile(r"(?:Chez|Beim?|Presso|Bij)\s(?=[A-ZÀ-ÖØ-Þ])")


_REMARK = re.compile(r"\s\((?:[a-zà-ÿ][^()]*|via [^()]*|[A-Z][a-z]+[- ]time)\)$")


def _bare(holding: Holding) -> Holding:
    """Return a holding at "Chez Voltanis" or "Voltanis (employed)" as one at Voltanis."""
    if (remark := _REMARK.search(holding.employer_name)) is not None and len(holding.employer) > 4:
        text, span = holding.employer_name[: remark.start()], holding.employer
        if len(span) == len(holding.employer_name):
            span = Span(span.document_id, span.start, span.start + len(text))
            holding = replace(holding, employer=span, employer_name=text)
    led = _AT_START.match(holding.employer_name)
    if led is None or len(holding.employer) <= led.end():
        return holding
    span = Span(holding.employer.document_id, holding.employer.start + led.end(), holding.employer.end)
    return replace(holding, employer=span, employer_name=holding.employer_name[led.end() :])


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


def _holdings(reading: Reading) -> Iterator[Holding]:
    """Yield the holdings of every form; those that name no more than an employer last."""
    author = author_name(reading)
    clients = clients_in_headings(reading)
    in_lines = [found for found in holdings_in_lines(reading, author) if found.employer not in clients]
    yield from holdings_in_cards(reading)
    rows = SpanIndex((row, row) for row in rows_of_jobs(reading))
    in_lines = [
        found
        for found in in_lines
        if not is_in_card(reading, found) and not rows.touches(found.title or found.employer)
    ]
    in_lines = list(with_posts_below(reading, without_dates_of_work(reading, in_lines, author), author))
    employed = [holding for holding in in_lines if holding.title is not None and holding.period is not None]
    for holding in holdings_in_fields(reading):
        # A consultant's clients are no employers where the consultancy is stated.
        if holding.rule != CLIENT_FIELD or not employed:
            yield holding
    others = [
        *in_lines,
        *holdings_above_prose(reading),
        *holdings_told_below(reading, author),
        *holdings_behind_labels(reading, author),
        *holdings_in_sentences(reading, author),
        *holdings_in_remarks(reading, author),
        *holdings_in_joined_rows(reading),
        *holdings_in_asides(reading, author),
    ]
    of_all = [holding for holding in others if holding.rule == ALL_AT]
    if len({employer_key(holding.employer_name) for holding in of_all}) == 1:
        others += posts_of_all(reading, of_all[0], author)
    in_prose, others = without_poorer(list(holdings_in_prose(reading, author)), others)
    in_prose = list(_without_repeats(reading, in_prose, others))
    stated = [holding for holding in (*others, *in_prose) if not is_name_of_work(reading, holding)]
    yield from stated
    yield from holdings_above_work(reading, stated)
    yield from holdings_below_projects(reading, author)
    yield from holdings_in_tables(reading)
    yield from clients_of_page(reading)
    yield from clients_of_cases(reading)


def _without_repeats(reading: Reading, in_prose: Sequence[Holding], others: Sequence[Holding]) -> Iterator[Holding]:
    """Yield the holdings told in sentences but for those without dates whose post a dated entry of that employer names.

    "I was a product designer at Copper Lane" above "Copper Lane, Senior Product Designer, 2020 – 2023" is no second post.
    """
    dated: dict[str, set[str]] = {}
    for other in others:
        if other.period is not None and other.title is not None:
            dated.setdefault(employer_key(other.employer_name), set()).add(_post(reading, other))
    for holding in in_prose:
        known = dated.get(employer_key(holding.employer_name), set())
        if holding.period is not None or holding.title is None or _post(reading, holding) not in known:
            yield holding


def _post(reading: Reading, holding: Holding) -> str:
    """Return the last word of a holding's title, which says the trade: "designer"."""
    words = re.findall(r"[^\W\d_]+", "" if holding.title is None else reading.quote(holding.title).casefold())
    return words[-1] if words else ""


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
