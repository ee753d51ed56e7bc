"""All the employments that a document states, by every form of stating them; of two that state the same, the poorer gives way.

Where the words stand is read elsewhere: entries.py reads head lines, job_fields.py fields, job_sentences.py sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
from graph.extraction.employment.prose_careers import holdings_in_prose
from graph.extraction.employment.story_settings import holdings_of_stories
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.keyed.meanings import rows_of_jobs
from graph.extraction.people.people import author_name
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex


def employer_key(name: str) -> str:
    """Return the identity of an employer within a document: its words, casefolded, without a legal suffix.

    >>> employer_key("Acme Systems, Inc.")
    'acme systems'
    """
    previous, bare = "", name.strip()
    while bare != previous:
        previous, bare = bare, LEGAL_SUFFIX.sub("", bare).strip(" ,&")
    return " ".join(re.findall(r"\w+", (bare or name).casefold()))


def all_holdings(reading: Reading) -> Iterator[Holding]:
    """Yield the holdings of every form; those that name no more than an employer last."""
    return map(_bare, _of_every_form(reading))


def _of_every_form(reading: Reading) -> Iterator[Holding]:
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
        *holdings_of_stories(reading, author),
        *holdings_in_sentences(reading, author),
        *holdings_in_remarks(reading, author),
        *holdings_in_joined_rows(reading),
        *holdings_in_asides(reading, author),
    ]
    of_all = [holding for holding in others if holding.rule == ALL_AT]
    if len({employer_key(holding.employer_name) for holding in of_all}) == 1:
        others += posts_of_all(reading, of_all[0], author)
    in_prose, others = _without_poorer(list(holdings_in_prose(reading, author)), others)
    in_prose = list(_without_repeats(reading, in_prose, others))
    stated = [holding for holding in (*others, *in_prose) if not is_name_of_work(reading, holding)]
    yield from stated
    yield from holdings_above_work(reading, stated)
    yield from holdings_below_projects(reading, author)
    yield from holdings_in_tables(reading)
    yield from clients_of_page(reading)
    yield from clients_of_cases(reading)


def _without_poorer(in_prose: Sequence[Holding], others: Sequence[Holding]) -> tuple[list[Holding], list[Holding]]:
    """Return both lists without what the other tells better of the same words: with title and dates, without a connector."""
    kept, left = list[Holding](), list(others)
    for holding in in_prose:
        rivals = [other for other in left if other.employer.overlaps(holding.employer)]
        elsewhere = [other for other in left if other not in rivals and _shares_title(other, holding)]
        # What gives this post to the company of another has joined them wrongly.
        elsewhere = [
            other for other in elsewhere if not any(other.employer.overlaps(mine.employer) for mine in in_prose)
        ]
        most = max(_told(mine) for mine in in_prose if mine.employer == holding.employer)
        better = any(_told(other) > most and not _swallows(other, holding) for other in rivals)
        whole = any(_told(other) >= most and _has_whole_name(other, holding) for other in rivals)
        if better or whole or any(_told(other) >= most for other in elsewhere):
            left = [other for other in left if not _swallows(other, holding)]
            continue
        left = [other for other in left if other not in rivals]
        kept.append(holding)
    return kept, left


def _told(holding: Holding) -> int:
    period = holding.period
    dated = 0 if period is None else (period.start is not None) + (period.is_current or period.end is not None)
    return (holding.title is not None) + dated


def _shares_title(other: Holding, holding: Holding) -> bool:
    return other.title is not None and holding.title is not None and other.title.start == holding.title.start


def _has_whole_name(other: Holding, holding: Holding) -> bool:
    """Return whether the other's employer has "for" within its name, which parted this one's: "Teach for Tarn" and "Tarn"."""
    if not other.employer.contains(holding.employer) or other.title != holding.title:
        return False
    return other.employer_name.removesuffix(holding.employer_name).endswith((" for ", " for the "))


def _swallows(other: Holding, holding: Holding) -> bool:
    """Return whether the other's title begins with words that lead to this one's: "and before that Staff Nurse"."""
    if other.title is None or holding.title is None or other.title == holding.title:
        return False
    return other.title.contains(holding.title) and other.title.start < holding.title.start


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
