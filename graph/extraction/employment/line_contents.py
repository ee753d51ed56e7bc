"""Says in letters what a line that may head an entry holds: "2019 – 2021: Cook" dates and a title. Looks at no other line."""

from __future__ import annotations

from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind

_MOST = 110
"""Characters of a bullet that is part of a head."""


def is_short(line: HeadLine) -> bool:
    """Return whether a line holds something that may be of a head, and is no longer than a part of one."""
    return not line.is_prose and line.end - line.start <= _MOST and (bool(line.pieces) or line.period is not None)


def says(line: HeadLine) -> str:
    """Return what a line says as letters: n(ame), t(itle), d(ates), in this order; "?" beside much else.

    "2019 – 2021: Cook" says "td", "Acme, Gouda" says "n".
    """
    kinds = [piece.kind for piece in line.pieces if piece.joint != "("]
    unknown = sum(kind in (PieceKind.OTHER, PieceKind.GENERIC) for kind in kinds)
    said = "n" * (PieceKind.NAME in kinds) + "t" * (PieceKind.TITLE in kinds) + "d" * (line.period is not None)
    return said if unknown == 0 and len(kinds) < 5 else f"{said}?"


def lasts(line: HeadLine) -> bool:
    """Return whether a line holds a span of time, not a single date."""
    return line.period is not None and line.period.lasts
