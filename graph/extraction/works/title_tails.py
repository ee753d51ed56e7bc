"""Tells the name of a piece of work from what stands behind it in its title: its tools, its dates, links to its code. Finds no title."""

from __future__ import annotations

import re

from graph.extraction.dates.dates import find_periods
from graph.gazetteer import Found
from graph.surface_gazetteer import SurfaceGazetteer

_LONGEST = 200
"""Characters; longer ones are sentences."""
_BREAK = re.compile(r"(?<![\s*_])[\s*_]*+(?:[|·•–—(\[`,]|(?<=\s)-(?=\s)|:\s|(?<=\s\s)(?=\S)|(?<=\t)(?=\S))")
"""Where a tail may begin; asterisks before it close the name's."""
_PARTS = re.compile(r"\s*[,;|/·•&+`()\[\]]\s*|\s(?:and|with|und|et|y|e|–|—|-)\s|\s{2,}")
_EDGES = " *_.:–—-`"
_LINK_WORDS = frozenset(
    """
    github gitlab bitbucket repo repository code source link links url demo website site web live app video slides paper article
    """.split()
)
"""What a link behind a name is called; of several words each is one of them: "live demo"."""
_BRACKET = re.compile(r"\([^()\[\]]{4,80}\)")
"""Holds dates and what belongs to them: "(2020, course project)"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_ADDRESS = re.compile(r"\s(?:\(https?:[^()\s]{0,400}\)|https?://\S{1,400})\s*$")
"""An address that is written out ends a title: "Harbour Ledger (https://…)"."""
_URL = re.compile(r"\]\([^()\s]{0,400}\)|\(https?:[^()\s]{0,400}\)|https?://\S{1,400}")


def without_tail(title: str, technologies: SurfaceGazetteer) -> str:
    """Return a title without its tools, dates and links behind, where nothing else follows; the name alone stays whatever it is.

    "Harbour Ledger | React, Node.js | Mar 2022" is "Harbour Ledger"; "Ledger – the books of marinas" and "React" stay.
    """
    if len(title) > _LONGEST:
        return title
    bare = _URL.sub("", title)
    if bare != title and _ADDRESS.search(title) and bare.strip(_EDGES + "[|·•,"):
        title = bare.rstrip(_EDGES + "|·•,")
    for stop in _stops(bare):
        name, tail = bare[:stop], bare[stop:]
        if len(name.strip(_EDGES)) > 2 and _is_aside(tail, technologies) and not _is_all_tools(name, technologies):
            return name.rstrip(_EDGES)
    return title


_BEHIND_DATES = re.compile(r"\s{0,3}[,:|·]\s{1,4}(?P<t>[^\W\d_][^,|·\n]{2,60})(?:,\s(?P<place>[^,|·\n]{2,40}))?\s*$")


def name_behind_dates(line: str) -> tuple[int, int] | None:
    """Return where a name stands between the dates that open a line and the place that ends it, if one does.

    >>> name_behind_dates("03/13 - 11/14, Street noise meter, Ghent")
    (15, 33)
    >>> name_behind_dates("Street noise meter, 2014") is None
    True
    """
    if not line[:1].isdigit() or len(line) > _LONGEST:
        return None
    first = next(iter(find_periods(line)), None)
    behind = _BEHIND_DATES.match(line, first.end) if first is not None and first.start == 0 else None
    return None if behind is None else behind.span("t")


def _stops(title: str) -> list[int]:
    """Return where a tail may begin: at a mark, a wide gap, or where a period begins that has two ends, outside brackets."""
    stops = [stop.start() for stop in _BREAK.finditer(title)]
    if stops and _YEAR.search(title) is not None:
        stops += [found.start for found in find_periods(title) if found.lasts]
    return sorted(stop for stop in stops if title.rfind("(", 0, stop) <= title.rfind(")", 0, stop))


def _is_aside(tail: str, technologies: SurfaceGazetteer) -> bool:
    """Return whether all that a tail says is tools, dates and links; at least one of them."""
    periods = find_periods(tail.replace("*", " ").replace("_", " "))
    if periods and _BRACKET.fullmatch(tail.strip(_EDGES)) is not None:
        return True
    for period in reversed(periods):
        tail = f"{tail[: period.start]},{tail[period.end :]}"
    parts = [part for piece in _PARTS.split(tail) if (part := piece.strip(_EDGES))]
    if not parts:
        return bool(periods)
    return all(_YEAR.fullmatch(part) or _is_links(part) or _is_all_tools(part, technologies) for part in parts)


def _is_links(part: str) -> bool:
    return all(word in _LINK_WORDS for word in part.casefold().split())


def _is_all_tools(part: str, technologies: SurfaceGazetteer) -> bool:
    """Return whether words name tools and say no more but a version: "Java 17", "SQL Server"."""
    found: list[Found] = technologies.find(part)
    rest = part
    for each in reversed(found):
        rest = rest[: each.start] + " " + rest[each.end :]
    return bool(found) and not rest.strip(" .,+#/0123456789v")
