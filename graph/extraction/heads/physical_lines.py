"""Cuts blocks into the lines that they were written in, and a line that tells several jobs into these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind
from graph.extraction.dates.dates import FoundPeriod, find_periods

_NEXT_JOB = re.compile(r"(?<=[\d)twh])\s{0,3}(?:[·•|;]|,(?=\s[A-ZÀ-Þ]))\s{1,3}(?=[^\W\d_])")


def _jobs_on_line(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the jobs that one line tells, each closed by its years; none where it tells fewer than two."""
    found = find_periods(text) if len(text) < 400 else []
    if len(found) < 2:
        return []
    parts, start = list[tuple[int, int]](), 0
    ends = {one.end for one in found} | {one.end + 1 for one in found}
    for mark in _NEXT_JOB.finditer(text):
        if mark.start() in ends:
            parts.append((start, mark.start()))
            start = mark.end()
    parts.append((start, len(text.rstrip())))
    dated = [sum(a <= one.start < b for one in found) for a, b in parts]
    # "Trainee (2013–15), Associate (2015–17), Acme" has one company for all.
    whole = all(_NAMES_COMPANY.search(_BRACKETED.sub("", text[a:b])) is not None for a, b in parts)
    return parts if len(parts) > 1 and whole and all(count == 1 for count in dated) else []


_BRACKETED = re.compile(r"\([^()\n]{0,60}\)?")

_NAMES_COMPANY = re.compile(r"\s(?:@|at|bei|chez|presso|bij|hos|[–—])\s\S|[^\W\d],\s[A-ZÀ-Þ]")


_UNDATED_JOB = re.compile(r"\s{0,3}[A-ZÀ-Þ][^;,.:\d\n]{2,60}\s(?:at|bei|chez|presso|bij|hos)\s[A-ZÀ-Þ][^;:\d\n]{2,60}")


def _undated_jobs(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of two jobs or more that semicolons part: "Joiner at Tait & Lorimer; Foreman at Pelvarin Roofs"."""
    found = list(re.finditer(r"[^;]+", text)) if ";" in text and len(text) < 400 else []
    is_list = len(found) > 1 and all(_UNDATED_JOB.fullmatch(part.group().rstrip()) for part in found)
    return [part.span() for part in found] if is_list else []


def with_jobs_apart(text: str, lines: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of lines, those that tell several jobs cut into these."""
    for start, end in lines:
        parts = (_jobs_on_line(text[start:end]) or _undated_jobs(text[start:end])) if end - start > 40 else []
        yield from ((start + a, start + b) for a, b in parts) if parts else ((start, end),)


_DUTIES_IN_CELL = re.compile(r"<br ?/?>\s{0,3}[-•*·–][^|\n]*$")
"""A list in the last cell of a table's row, behind what heads it: "2019 – 2022 | Acme | Cook<br>- Soups<br>- Sauces"."""


_BREAK = re.compile(r"<br\s{0,2}/?>")


def physical_lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the lines of a block that hold words; a table's row ends where its last cell begins to list."""
    position = block.span.start
    if block.kind is BlockKind.TABLE_ROW and "<br" in (row := text[block.span.start : block.span.end]):
        duties = _DUTIES_IN_CELL.search(row)
        if duties is not None:
            yield position, position + duties.start()
            return
    inside = text[block.span.start : block.span.end]
    if block.kind is not BlockKind.TABLE_ROW and "<br" in inside:
        inside = _BREAK.sub(lambda tag: " " * (len(tag.group()) - 1) + "\n", inside)
    for line in inside.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = position + line.index(bare)
            yield start, start + len(bare)
        position += len(line)


_END_ALONE = re.compile(r"\s{0,3}\n[ \t]{0,9}(?P<end>[^\n]{4,20})(?=\n|$)")


def dated_on_next(text: str, end: int, period: FoundPeriod) -> tuple[FoundPeriod, int]:
    """Return the period of a line that ends in a date and a dash with its end alone right below, and where that stops: "05/2015 -", "08/2017"."""
    below = _END_ALONE.match(text, end) if period.start < end and period.range.start is not None else None
    if below is None:
        return period, 0
    words = f"{text[period.start : end].rstrip()} {below['end'].strip()}"
    whole = find_periods(words)
    if len(whole) != 1 or whole[0].start != 0 or whole[0].end < len(words) or not whole[0].lasts:
        return period, 0
    return FoundPeriod(period.start, end, whole[0].range), below.end("end")
