"""Reads the rows of Japanese careers, each of which says when somebody joined or left a house: "2015年4月 株式会社みなとに入社"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import SectionKind
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.heads.headlines import HeadLine, lines_of
from graph.extraction.reading import Reading
from graph.model import DateRange

RULE = "joined in a month"
_JOINED = re.compile(
    r"(?P<name>[^\s|。、に\d年月日][^\s|。、に]{1,30}?)(?:\s|　)?(?:に|へ)?(?:入社|転職|就職|入職)(?!予定|志望|希望)"
)
_LEFT = re.compile(r"(?:退社|退職)")
_SAME = re.compile(r"同社|同年|一身上")
_OF_SCHOOLS = frozenset({SectionKind.EDUCATION, SectionKind.CREDENTIALS, SectionKind.SKILLS})


def holdings_in_joined_rows(reading: Reading) -> Iterator[Holding]:
    """Yield a holding without title for each row that tells that a house was joined; the next that one left or joined another ends it."""
    if "入" not in reading.document.text and "転職" not in reading.document.text:
        return
    rows = [line for line in lines_of(reading) if line.period is not None and line.section not in _OF_SCHOOLS]
    joined = [(place, match) for place, line in enumerate(rows) if (match := _joins(line)) is not None]
    for place, match in joined:
        line = rows[place]
        assert line.period is not None
        name = match["name"]
        start = line.start + match.start("name")
        span = reading.document.span(start, start + len(name))
        if reading.quote(span) == name:
            yield Holding(span, name, None, _until(rows, place), RULE, 0.85, None)


def _joins(line: HeadLine) -> re.Match[str] | None:
    match = _JOINED.search(line.text)
    return None if match is None or _SAME.match(match["name"]) is not None else match


def _until(rows: list[HeadLine], place: int) -> DateRange | None:
    """Return the time from a row to the next that tells that one left or joined another house; to now where none follows."""
    first = rows[place].period
    assert first is not None
    for line in rows[place + 1 :]:
        if line.period is not None and (_LEFT.search(line.text) is not None or _joins(line) is not None):
            return DateRange(first.range.start, line.period.range.start)
    return DateRange(first.range.start, None, is_current=True)
