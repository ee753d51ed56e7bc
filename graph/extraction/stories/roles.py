"""Finds the parts that somebody played in a story: "### Team Lead" inside it, a field `role:`. No employment is made of them."""

from __future__ import annotations

import re

from graph.documents import BlockKind, Span
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex
from graph.extraction.titles.titles import is_role_title
from graph.model import EntityKind, Json, Mention, MentionRelation, RelationKind

RULE = "story-role"
_AS = re.compile(r"(?i)^(?:as|my role|role|in my role as)\s*:?\s*(?:an?|the)?\s*")
_STACK = re.compile(r"(?i)\W*(?:tech\s?)?stack\b")
_ROLE_KEY = re.compile(r"(?:^|\.)(?:role|roles|my role|title held)(?:\[\d+\])?$")


def roles_in(reading: Reading, extent: Span) -> list[Span]:
    """Return the places inside a story where a line or field is nothing but a job title, in reading order."""
    found: list[Span] = []
    for block in reading.blocks_in(extent):
        text = reading.quote(block.span)
        if block.kind is BlockKind.HEADING and _STACK.match(text) is not None:
            continue  # "Stack Técnico" is none of technicians.
        if block.kind is BlockKind.HEADING and block.span.start > extent.start:
            lead = _AS.match(text)
            start = block.span.start + (lead.end() if lead else 0)
            pieces = [reading.document.span(start, block.span.end)]
        elif block.kind is BlockKind.FIELD and _ROLE_KEY.search(block.key.casefold()):
            pieces = _listed(reading, block.span)
        else:
            continue
        found += [piece for piece in pieces if len(piece) and is_role_title(reading.quote(piece), reading.vocabularies)]
    return found


_REMARK = re.compile(r"\s\([^()\n]*[,;/][^()\n]*\)")
"""Several things in brackets behind a post: "Project Manager (3 engineers, 1 designer)"."""


def _listed(reading: Reading, span: Span) -> list[Span]:
    """Return the members of "Staff Engineer and Team Lead, then …" as spans without the marks between them."""
    pieces, text = [], _REMARK.sub(lambda remark: "," * len(remark.group()), reading.quote(span))
    for match in re.finditer(r"(?:[^\s,;/.]|(?<!\s)[^\S\n]++(?!\s*(?:and\s|[,;/.])))+", text):
        words = match.group().strip()
        offset = span.start + match.start() + match.group().index(words) if words else span.start
        lead = re.match(r"(?:and|then)\s+", words)
        skip = lead.end() if lead else 0
        pieces.append(reading.document.span(offset + skip, offset + len(words)))
    return pieces


def find_story_roles(reading: Reading) -> list[Mention]:
    """Return the roles played in stories, those that no employment has already; one for each title."""
    held = SpanIndex((m.span, m) for m in reading.mentions if m.kind is EntityKind.ROLE)
    mentions: dict[Span, Mention] = {}
    for telling in [m for m in reading.mentions if m.kind is EntityKind.PROJECT and m.extent is not None]:
        titles = _held_there(reading, telling.extent or telling.span)
        for span in roles_in(reading, telling.extent or telling.span):
            title = " ".join(reading.quote(span).split())
            if not held.touches(span) and title.casefold() not in titles:
                mentions.setdefault(span, _mention(reading, span, title))
    return list(mentions.values())


def _held_there(reading: Reading, extent: Span) -> set[str]:
    """Return the titles of employments at an employer who is named inside a story."""
    employers = {m.key for m in reading.mentions_near(extent) if m.kind is EntityKind.EMPLOYER}
    return {title for employer, title in _titles_held(reading) if employer in employers} if employers else set()


def _titles_held(reading: Reading) -> list[tuple[Json, str]]:
    """Return (employer, title in small letters) of each employment, worked out once for these mentions."""
    known = reading.memo.get("titles held")
    if known is None or known[0] is not reading.mentions:
        roles = [m for m in reading.mentions if m.kind is EntityKind.ROLE]
        held = [(m.attributes.get("employer"), str(m.attributes.get("title")).casefold()) for m in roles]
        known = reading.memo["titles held"] = reading.mentions, list(dict.fromkeys(held))
    found: list[tuple[Json, str]] = known[1]
    return found


def _mention(reading: Reading, span: Span, title: str) -> Mention:
    return Mention(
        kind=EntityKind.ROLE,
        key=f"{title.casefold()}|story",
        name=title,
        text=reading.quote(span),
        span=span,
        rule=RULE,
        confidence=0.85,
        section_id=reading.section_id_at(span.start),
        attributes={"title": title},
    )


def relate_story_roles(reading: Reading) -> list[MentionRelation]:
    """Return held_role from the author to each role played in a story."""
    author = (EntityKind.PERSON, "author")
    if not any(m.identity == author for m in reading.mentions):
        return []
    roles = [m for m in reading.mentions if m.kind is EntityKind.ROLE and m.rule == RULE]
    return [MentionRelation(author, RelationKind.HELD_ROLE, m.identity, m.span, RULE, 0.8) for m in roles]
