"""Reads for whom projects were done from the line below their headings: "Acme Freight, 2022". Finds no roles."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.employment.entry_weighing import CARD_OF_WORK, Holding, is_worklike
from graph.extraction.heads.headlines import HeadLine, lines_of
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import LEGAL_SUFFIX, is_proper_name, is_team
from graph.extraction.keyed.values import is_name_of_somebody
from graph.extraction.reading import Reading
from graph.extraction.stories.clients import (
    client_and_title,
    client_behind_name,
    client_in_bold,
    client_in_heading,
    clients_behind_titles,
)
from graph.extraction.stories.records import clients_of_records
from graph.extraction.stories.tables import clients_in_rows
from graph.extraction.works.card_facts import facts_in
from graph.extraction.works.case_cards import case_cards


def holdings_below_projects(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employers that stand, with a date, below the headings of two projects or more, or have a legal form.

    The dates are those of the projects and are left out.
    """
    yield from _clients_of_bullets(reading)
    yield from _told_for(reading)
    yield from _behind_areas(reading)
    yield from _at_top(reading)
    for client in _below_client_headings(reading):
        yield Holding(client, reading.quote(client), None, None, "client of a project", 0.82, None)
    for client in clients_in_headings(reading):
        yield Holding(client, reading.quote(client), None, None, "client of a project", 0.8, None)
    for client in clients_of_records(reading):
        yield Holding(client, reading.quote(client), None, None, "client of a project", 0.85, None)
    named: dict[str, list[Piece]] = defaultdict(list)
    lines = lines_of(reading)
    for above, line in pairwise(lines):
        piece = _client(reading, above, line)
        if piece is not None and piece.text.casefold() != (author or "").casefold():
            named[piece.text.casefold()].append(piece)
    for pieces in named.values():
        led = [piece for piece in pieces if _is_commissioned(reading, piece)]
        if len(pieces) > 1 or led or LEGAL_SUFFIX.search(pieces[0].text):
            first = pieces[0]
            span = reading.document.span(first.start, first.end)
            yield Holding(span, " ".join(first.text.split()), None, None, "employer below a project", 0.8, None)


_CLIENT_HEADING = re.compile(
    r"(?i)(?:the\s)?(?:clients?|customer|kunde|auftraggeber|cliente|opdrachtgever|committente)\W*"
)
_NAME_FIRST = re.compile(
    r"[*_]{0,2}(?P<name>[A-ZÀ-ÖØ-Þ][^\n,.;:(–—*_]{1,50}?)[*_]{0,2}(?=\s[–—-]\s|,\s|\s\(|\s*$|\.\s|\sis\s)"
)


def _below_client_headings(reading: Reading) -> Iterator[Span]:
    """Yield the name that opens the line below a heading such as "Client": "WellNorth - Regional healthcare network"."""
    for section in reading.sections:
        if section.heading is None or _CLIENT_HEADING.fullmatch(section.title) is None:
            continue
        parent = reading.parent_of(section)
        below = reading.blocks_from(section.heading.end, section.span.end)
        if parent is None or not below or below[0].kind is not BlockKind.PARAGRAPH:
            continue
        named = _NAME_FIRST.match(reading.quote(below[0].span))
        if named is None or not is_name_of_somebody(reading, named["name"]):
            continue
        start = below[0].span.start + named.start("name")
        yield reading.document.span(start, start + len(named["name"]))


def holdings_in_cards(reading: Reading) -> Iterator[Holding]:
    """Yield for whom the pieces of work of cards were done; with post and dates, if the card states the post."""
    for card in case_cards(reading):
        if card.client is not None and _KIND_OF_WORK.fullmatch(reading.quote(card.client)) is None:
            period = card.period if card.post is not None else None
            name = " ".join(reading.quote(card.client).split())
            yield Holding(card.client, name, card.post, period, CARD_OF_WORK, 0.88, None)


_KIND_OF_WORK = re.compile(
    r"(?i)(?:(?:web|mobile|android|ios|desktop|command[- ]line|browser|chrome|video|board|card|text|personal|team|class|course|group|school|university|solo|"
    r"research|hobby|python|machine learning|data|discord|telegram|slack|static|portfolio|company|full[- ]stack)\s){0,2}"
    r"(?:apps?|applications?|games?|websites?|sites?|tools?|library|package|plug-?in|extension|bot|script|api|dashboard|prototype|project|hackathon|cli|simulation|compiler|blog)"
)
"""What a piece of work is, where a card may have for whom it was done: "Game · Swift · Jan 2022"."""


def holdings_in_tables(reading: Reading) -> Iterator[Holding]:
    """Yield for whom the pieces of work of a table's rows were done."""
    for span in clients_in_rows(reading):
        name = " ".join(reading.quote(span).split())
        yield Holding(span, name, None, None, "client of a project", 0.85, None)


def clients_in_headings(reading: Reading) -> list[Span]:
    """Return where headings of projects name their clients; what stands there is no employment."""
    found = [client_in_heading(reading, section) for section in reading.sections]
    dated = [client for client in found if client is not None]
    return dated + [client for client in clients_behind_titles(reading) if client not in dated]


def _is_commissioned(reading: Reading, piece: Piece) -> bool:
    before = reading.document.text[max(0, piece.start - 40) : piece.start]
    return (
        re.search(r"(?i)\b(?:for|with|by|für|von|pour|para|per|voor|van)\s(?:the\s|die\s|den\s|das\s)?$", before)
        is not None
    )


def _clients_of_bullets(reading: Reading) -> Iterator[Holding]:
    """Yield the clients of bullets such as "**Acme Rail** (2019) — *Toll study.* …", two of them or more, and those behind works' names."""
    behind = [client_behind_name(reading, block) for block in reading.document.blocks]
    found = [client_and_title(reading, block) for block in reading.document.blocks]
    in_bold = [client_in_bold(reading, block) for block in reading.document.blocks]
    spans = [*(pair[0] for pair in found if pair is not None), *(span for span in in_bold if span is not None)]
    for span in (*(spans if len(spans) > 1 else ()), *(span for span in behind if span is not None)):
        yield Holding(span, reading.quote(span), None, None, "client of a project", 0.8, None)


def _at_top(reading: Reading) -> Iterator[Holding]:
    """Yield the client whom a line of facts below a page's title labels: "Case study · 2023 · Client: Harrow Vets"."""
    blocks = [] if reading.document.is_keyed else reading.document.blocks[1:5]
    for block in blocks:
        if re.search(r"[·•|]", reading.quote(block.span)) is None:
            continue
        for fact in facts_in(reading, block) or ():
            if fact.kind == "client" and fact.commissioned:
                yield Holding(fact.span, reading.quote(fact.span), None, None, "client of a project", 0.8, None)


_FOR = re.compile(
    r"\bfor\s(?:the\s)?(?P<name>[A-ZÀ-ÖØ-Þ][\w&’'-]{1,30}(?:\s(?:of\s|and\s)?(?:&\s)?[A-ZÀ-ÖØ-Þ][\w&’'-]{0,30}){1,4})(?=[,.;)]|\s[—–-]\s|\s\(|$)"
)
"""In an entry's first clauses: "documentary, 52 min, for Channel Moor"."""
_OPENS_ENTRY = re.compile(r"[^.;\n]{3,80}\((?:19|20)\d\d[^()\n]{0,16}\)\s?[—–:,-]\s")


def _told_for(reading: Reading) -> Iterator[Holding]:
    """Yield for whom the dated entries of a list of works were made, where two or more say so."""
    found: list[Span] = []
    for block in reading.document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        text = reading.quote(block.span)[:200]
        if _OPENS_ENTRY.match(text) is None or section_kind_at(reading, block.span.start) is not SectionKind.PROJECTS:
            continue
        named = _FOR.search(text)
        if named is not None and is_name_of_somebody(reading, named["name"]):
            start = block.span.start + named.start("name")
            found.append(reading.document.span(start, start + len(named["name"])))
    for span in found if len(found) > 1 else ():
        yield Holding(span, reading.quote(span), None, None, "client of a project", 0.8, None)


_AREA = re.compile(r"[^—–\n]{3,40}\s[—–]\s(?P<name>[A-ZÀ-ÖØ-Þ][^—–\n:;.]{2,40})")
_AREA_LABELS = frozenset(
    "domain area field industry sector context where team programme program bereich domaine área settore".split()
)


def _behind_areas(reading: Reading) -> Iterator[Holding]:
    """Yield the houses behind the area of each piece of work: "**Domain:** Streaming — Vattenholm Grid" below two headings or more."""
    blocks, found = reading.document.blocks, list[Span]()
    for above, block in itertools.pairwise(blocks):
        if block.kind is not BlockKind.FIELD or block.key not in _AREA_LABELS or above.kind is not BlockKind.HEADING:
            continue
        named = _AREA.fullmatch(reading.quote(block.span).rstrip())
        if named is not None and is_name_of_somebody(reading, named["name"]):
            start = block.span.start + named.start("name")
            found.append(reading.document.span(start, start + len(named["name"])))
    for span in found if len(found) > 1 else ():
        yield Holding(span, reading.quote(span), None, None, "client of a project", 0.8, None)


_COMMISSIONED = re.compile(
    r"(?i)(?:freelance|contract(?:ed)?|consult(?:ing|ancy|ant)|commission(?:ed)?|work(?:ed)?|client|auftrag|freiberuflich|mission|mandat|encargo|in opdracht)"
    r"\s(?:work\s)?(?:for|with|by|für|von|pour|para|per|voor|van)\s(?:the\s|die\s|den\s|das\s)?(?=[A-ZÀ-ÖØ-Þ])"
)
"""Before the name of somebody for whom a project was done: "Freelance for Acme Transit"."""


def _client(reading: Reading, above: HeadLine, line: HeadLine) -> Piece | None:
    """Return the name that a line consists of, dates, places and technologies aside, if a heading is right above."""
    is_below = line.gap <= 1 and (above.block.kind is BlockKind.HEADING or (not above.is_prose and line.gap == 0))
    if line.section is not SectionKind.PROJECTS or line.period is None or line.is_prose or not is_below:
        return None
    if line.block.kind is not BlockKind.PARAGRAPH or above.period is not None or not line.pieces:
        return None
    first, technologies = line.pieces[0], reading.vocabularies.technologies
    rest = [piece for piece in line.pieces[1:] if piece.kind not in (PieceKind.PLACE, PieceKind.ASIDE)]
    if (named := _COMMISSIONED.match(first.text)) is not None and is_proper_name(first.text[named.end() :]):
        first = replace(first, kind=PieceKind.NAME, text=first.text[named.end() :], start=first.start + named.end())
    known = sum(bool(technologies.find(piece.text)) for piece in rest)
    if first.kind is not PieceKind.NAME or 2 * known < len(rest):
        return None
    is_other = technologies.find(first.text) or is_team(first.text, reading.vocabularies)
    return None if is_other or is_worklike(first.text, reading.vocabularies) else first
