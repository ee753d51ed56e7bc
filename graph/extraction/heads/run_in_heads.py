"""Finds where the head ends with which a line begins that goes on to tell: "Acme (2020 – now) Lead fitter. Commercial roofs …"."""

from __future__ import annotations

import re

from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.line_text import looks_like_prose
from graph.extraction.heads.words import is_title
from graph.vocabulary import RoleWords

_FIRST_SENTENCE = re.compile(
    r"\A[^\n]{12,110}?(?<!\b[A-ZÀ-Þ])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\s\d)(?<!\s\d\d)\.[*_]{0,2}(?=\s+[A-ZÀ-Þ]|\s\d{1,4}\+?\s[a-z]|$)"
)


_DATES_ALONE = re.compile(r"\s(?P<dates>[^.\n]{4,40})\.(?=\s|$)")
"""What may be a sentence of nothing but dates: "Site manager at Acme. May 2020 to now. 12 houses"."""
_NAMES_COMPANY = re.compile(
    r"\s{1,3}[A-ZÀ-Þ][\w&’'.-]*(?:\s(?:[A-ZÀ-Þ&][\w&’'-]*|of|de|and|und|et|y|place|firm|company)){0,4}(?:,\s[A-ZÀ-Þ][\w’' -]{2,30})?\.?"
)
"""What may be a sentence of nothing but a company and its town."""


_DATED_COLON = re.compile(
    r"\A(?P<head>[^\n:()]{3,50}?\s(?:[–—|·-]|at|@)\s[^\n:()]{3,60}?\s?\((?P<dates>[^()\n]{0,24}(?:19|20)\d\d[^()\n]{0,30})\)):\s+(?=\S)"
)
"""A head with its years in brackets and a colon behind them: "Acme — Consultant (2019–2023): built the gate"."""
_TOLD = re.compile(r"(?<!\w)(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|my|was|were|is|am|has|had|ich|war|je|soy|fui)(?!\w)")
"""Words of a sentence that tells something: no head."""
_NEXT_SENTENCE = re.compile(r"[*_]{0,2}\.[*_]{0,2}\s(?P<post>[A-ZÀ-Þ][^.,;:|(\n]{2,60})(?=[.,;(]|$)")
_AT_COMPANY = re.compile(
    r"\s(?:at|@|chez|beim?|presso|bij|hos)\s(?=[A-ZÀ-Þ0-9“\"])[^:;.\n()]{2,60}(?:\([^()\n]{2,40}\)\s?)?(?=:\s)"
)
_POST = re.compile(r"[\s*_]{0,4}[:|,–—-][\s*_]{0,4}[^\W\d_][^:;.!?\n]{2,60}")


def run_in_head(text: str) -> int:
    """Return where the head ends that a line begins with, 0 where it has none: "Acme (2020 – now) Lead fitter. Commercial roofs …"."""
    if (told := _DATED_COLON.match(text)) is not None and _is_period(told["dates"]):
        return told.end("head")
    if (end := _post_before_colon(text)) > 0:
        return end
    first = _FIRST_SENTENCE.match(text) if "." in text[12:112] else None
    if first is None:
        return 0
    head = first.group()
    dates = _DATES_ALONE.match(text, first.end())
    if dates is not None and not find_periods(head) and _is_period(dates["dates"]):
        head = text[: dates.end()]
    found = find_periods(head)
    if len(found) != 1 or looks_like_prose(head[:-1]) or _TOLD.search(head):
        return 0
    period = found[0].range
    lasts = period.is_current or (period.end is not None and period.start != period.end)
    words = re.findall(r"[^\W\d_]{2,}", head[: found[0].start] + " " + head[found[0].end :])
    is_head = len(words) > 1 and sum(word.islower() for word in words) < 6
    if _NAMES_COMPANY.fullmatch(text, len(head)):
        return 0  # "2012–2016  Studio engineer. Blackfen Studios, Deptford."
    return len(head.rstrip("*_.")) if lasts and period.start is not None and is_head else 0


def _post_before_colon(text: str) -> int:
    """Return where the post ends that stands between its dates and a colon, 0 for none: "2001–2003: Joiner at Acme: stairs; …"."""
    found = _AT_COMPANY.search(text, 8, 140) if ": " in text[8:140] else None
    if found is None or _TOLD.search(text[: found.start()]) is not None:
        return 0
    dates = find_periods(text[: found.start()])
    if len(dates) != 1 or dates[0].start > 2:
        return 0
    post = text[dates[0].end : found.start()]
    return len(text[: found.end()].rstrip()) if _POST.fullmatch(post) and len(post.split()) < 8 else 0


def _is_period(words: str) -> bool:
    found = find_periods(words)
    return len(found) == 1 and not words[: found[0].start].strip(" (") and not words[found[0].end :].strip(" )")


def title_first(text: str, roles: RoleWords) -> int:
    """Return where the title ends that is the whole first sentence of a line, 0 for none: "Founding partner. Labour law"."""
    first = _FIRST_SENTENCE.match(text) if "." in text[12:112] else None
    if first is None or first.end() == len(text) or len(first.group()) > 60 or find_periods(text[:160]):
        return 0
    head = first.group().rstrip("*_.")
    return len(head) if is_title(head, roles) and not _TOLD.search(head) else 0


def with_post_behind(text: str, end: int, roles: RoleWords) -> str | None:
    """Return the head of "2013 – 2015: Acme. Cook, in the canteen." with the post, its full stop as a stroke; None for no such post."""
    behind = _NEXT_SENTENCE.match(text, end)
    if behind is None or not is_title(behind["post"], roles):
        return None
    stop = text.index(".", end)
    return text[:stop] + "|" + text[stop + 1 : behind.end("post")]
