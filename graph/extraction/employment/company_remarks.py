"""Drops what tells of a company between its heading and the line of dates or post below it: "Maker of pumps, 120 people"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.documents import BlockKind, SectionKind
from graph.extraction.employment.line_contents import says
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind


def without_remarks(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Return the lines without what tells of the company between its heading and the line of dates or post below it."""
    kept: list[HeadLine] = []
    for place, line in enumerate(lines):
        above = kept[-1] if kept else None
        if above is not None and above.section is SectionKind.EXPERIENCE and above.block.kind is BlockKind.HEADING:
            following = lines[place + 1 : place + 3]
            is_address = _ADDRESS.fullmatch(line.text.strip()) is not None
            if _is_remark(line, above) and following and (is_address or _is_bare_fact(following)):
                continue
            # "Acme Foods · 2019 – 2021", "acme.example", "Cook": where the house is on the web parts it from the post.
            is_below = is_address and line.gap <= 1 and line.block.kind is BlockKind.PARAGRAPH
            if is_below and following and following[0].gap <= 1 and says(following[0]) == "t":
                continue
        is_behind = place > 0 and kept and kept[-1] is not lines[place - 1]
        kept.append(replace(line, gap=1) if is_behind and line.gap == 0 else line)
    return kept


def _is_remark(line: HeadLine, above: HeadLine) -> bool:
    """Return whether a paragraph right below the heading of a company without dates is a sentence, or in italics.

    Where the heading names the post, too, it may be any words: "Payments team", "Series B fintech, 120 people".
    """
    if above.period is not None or says(above) not in ("n", "nt") or line.block.kind is not BlockKind.PARAGRAPH:
        return False
    text = line.text.strip().rstrip(".")
    in_italics = len(text) > 2 and text[0] in "*_" and text[-1] == text[0] and text[1] != text[0]
    says_nothing = says(line) == "?" and (in_italics or says(above) == "nt")
    says_nothing = says_nothing or _ADDRESS.fullmatch(text) is not None
    return line.gap <= 1 and line.period is None and (line.is_prose or says_nothing)


_ADDRESS = re.compile(r"[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){1,3}(?:/\S{0,200})?")
"""Where a house is on the web."""


def _is_bare_fact(following: Sequence[HeadLine]) -> bool:
    """Return whether dates stand alone on the next line, or on the one behind a post that stands alone."""
    first = following[0]
    if first.block.kind is not BlockKind.PARAGRAPH or first.gap > 1:
        return False
    asides = all(piece.kind in (PieceKind.ASIDE, PieceKind.PLACE) for piece in first.pieces)
    if first.period is not None:
        return first.period.lasts and (asides or says(first) == "td")
    return says(first) == "t" and len(following) > 1 and _is_bare_fact(following[1:])
