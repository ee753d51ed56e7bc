"""Reads bullets that name a client before the work: "**Acme Rail** (2019) — *Toll study.* Counted lorries at …"."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Span
from graph.extraction.dates import find_periods
from graph.extraction.head_words import is_proper_name
from graph.extraction.reading import Reading
from graph.extraction.titles import is_role_title, names_work

_CLIENT_FIRST = re.compile(
    r"(?:\*\*|__)?(?P<client>[^*_\n(]{3,60}?)(?:\*\*|__)?\s*\((?P<dates>[^)\n]{4,40})\)\s*(?:[—–-]|:)\s+"
    r"(?:[*_](?P<marked>[^*_\n]{3,60}?)[.:]?[*_][.:]?|(?P<plain>[A-ZÀ-ÖØ-Þ][^.:\n*_]{3,50})[.:])\s+(?=\S)"
)


def client_and_title(reading: Reading, block: Block) -> tuple[Span, Span] | None:
    """Return where a bullet names its client and its work, or None where it is of another form."""
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
        return None
    match = _CLIENT_FIRST.match(reading.quote(block.span))
    if match is None or not find_periods(match["dates"]):
        return None
    client = match["client"].strip(" ,")
    if names_work(client, reading.vocabularies) or not is_proper_name(client):
        return None
    group = "marked" if match["marked"] else "plain"
    title = match[group].strip()
    if is_role_title(title, reading.vocabularies) or len(title.split()) > 7:
        return None
    start = block.span.start
    return (
        reading.document.span(start + match.start("client"), start + match.start("client") + len(client)),
        reading.document.span(start + match.start(group), start + match.start(group) + len(title)),
    )
