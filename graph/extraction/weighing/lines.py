"""Cuts a document into its written lines with what each looks like. Knows no works."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import Block, Section
from graph.extraction.reading import Reading
from graph.model import EntityKind

_BULLET = re.compile(r"\s*(?:[-*•·‣▪●○◦–—»>✓✔→]|(?P<number>\d{1,2}[.)]|\(\d{1,2}\))|[a-z]\))\s+")
_HASHES = re.compile(r"#{1,6}(?=\s)")
_FIGURE = re.compile(r"[$€£₹]\s?\d|\d\s?(?:%|[xkKM×]\b|\+|(?:percent|ms|min|bn|million|[a-z]{2,15}s)\b)")
"""A number with a unit, or with a thing counted behind it."""


@dataclass(slots=True)
class Line:
    """One written line, without its indent."""

    start: int
    """Offset in the document's text."""
    end: int
    text: str
    core: str
    """The words without bullet, hashes and signs of bold type."""
    words: int
    figures: int
    """Numbers with a unit or a thing counted behind them."""
    has_bullet: bool
    before_gap: bool
    """Whether an empty line, or nothing, stands behind it."""
    block: Block | None
    """The block that begins in it, else the one that it stands in."""
    section: Section | None
    shape: tuple[object, ...]
    """What lines of the same make share: kind, level, mark, bold type, capitals."""
    technologies: int = 0
    """Mentions that touch it."""
    roles: int = 0

    @property
    def kind(self) -> str:
        """What its block is; "none" for signs of layout alone."""
        return "none" if self.block is None else self.block.kind.value


def lines_of(reading: Reading) -> list[Line]:
    """Return the lines of a document that hold anything, in order; lists and tables line by line as they are written."""
    text = reading.document.text
    places = _places(text)
    lines: list[Line] = []
    for number, (start, end) in enumerate(places):
        is_last = number + 1 == len(places)
        gap = is_last or text.count("\n", end, places[number + 1][0]) > 1
        lines.append(_line(reading, start, end, before_gap=gap))
    _count_mentions(reading, lines)
    return lines


def _places(text: str) -> list[tuple[int, int]]:
    """Return where each line that holds anything begins, without its indent, and ends.

    >>> _places("a b \\n\\n  c")
    [(0, 3), (8, 9)]
    """
    places, begins = list[tuple[int, int]](), 0
    for written in text.split("\n"):
        if words := written.strip():
            start = begins + written.index(words[0])
            places.append((start, start + len(words)))
        begins += len(written) + 1
    return places


def line_at(lines: Sequence[Line], offset: int) -> int:
    """Return the number of the line that holds an offset, or of the next one; the count of lines behind the last."""
    return bisect_left(lines, offset + 1, key=lambda line: line.end)


def lines_in(lines: Sequence[Line], start: int, end: int) -> range:
    """Return the numbers of the lines that hold a character of a stretch of the text."""
    first = last = line_at(lines, start)
    while last < len(lines) and lines[last].start < end:
        last += 1
    return range(first, last)


def _line(reading: Reading, start: int, end: int, *, before_gap: bool) -> Line:
    text = reading.document.text[start:end]
    begun = reading.blocks_from(start, end)
    block = begun[0] if begun else reading.block_at(start)
    bullet = _BULLET.match(text)
    rest = text if bullet is None else text[bullet.end() :]
    if (hashes := _HASHES.match(rest)) is not None:
        rest = rest[hashes.end() :]
    core = rest.strip().strip("*_`").strip().rstrip(":").rstrip("*_`")
    mark = "" if bullet is None else "1" if bullet["number"] else bullet.group().strip()
    kind, level = ("none", 0) if block is None else (block.kind.value, block.level)
    return Line(
        start, end, text, core, len(core.split()), len(_FIGURE.findall(core)), bullet is not None, before_gap, block,
        reading.section_at(start), (kind, level, mark, rest.lstrip().startswith(("**", "__")), core.isupper()),
    )  # fmt: skip


def _count_mentions(reading: Reading, lines: Sequence[Line]) -> None:
    """Count the technologies and roles that touch each line."""
    for mention in reading.mentions:
        if mention.kind not in (EntityKind.TECHNOLOGY, EntityKind.ROLE):
            continue
        for number in lines_in(lines, mention.span.start, mention.span.end):
            lines[number].technologies += mention.kind is EntityKind.TECHNOLOGY
            lines[number].roles += mention.kind is EntityKind.ROLE
