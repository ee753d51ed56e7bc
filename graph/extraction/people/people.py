"""Finds the author of a document: named where the text or careergraph.yaml says it, never guessed from a handle."""

from __future__ import annotations

import re

from graph.documents import BlockKind, Span
from graph.extraction.people.author_names import place_of, stated_name
from graph.extraction.people.introductions import stated_headline, stated_location
from graph.extraction.people.labelled_names import StatedName
from graph.extraction.people.top_names import SPEAKS
from graph.extraction.reading import Reading
from graph.model import EntityKind, Json, Mention, MentionRelation, RelationKind

AUTHOR = "author"
"""The key under which each document's author is mentioned; relations of the document's person name it."""


def find_people(reading: Reading, label: str | None = None, name: str | None = None) -> list[Mention]:
    """Return the document's author as one person, named where the text or careergraph.yaml names them.

    `name` and `label` default to what careergraph.yaml says of the document. Attributes: `named`, and `headline` and
    `location` where stated. The unnamed are called by `label`, else "Author of TITLE".
    """
    label, name = label or reading.author_label, name or reading.author
    document = reading.document
    if not document.text.strip():
        return []
    found = stated_name(reading)
    attributes: dict[str, Json] = {"named": name is not None or found is not None}
    headline = stated_headline(reading, None if found is None else found.name)
    location = stated_location(reading)
    attributes |= {key: value for key, value in (("headline", headline), ("location", location)) if value}
    if name is not None:
        spot = place_of(document, name) or (
            found.span if found is not None and _same_name(found.name, name) else _own_words(reading)
        )
        return [_mention(reading, StatedName(spot, name, "author by careergraph.yaml", 1.0), attributes)]
    if found is not None:
        return [_mention(reading, found, attributes)]
    called = label or f"Author of {document.title}"
    return [_mention(reading, StatedName(_own_words(reading), called, "unnamed author", 1.0), attributes)]


def relate_author(reading: Reading, relation: RelationKind, kind: EntityKind) -> list[MentionRelation]:
    """Return `relation` from the author to each mention of `kind`, with that mention's words, rule and period."""
    author = (EntityKind.PERSON, AUTHOR)
    return [
        MentionRelation(
            author, relation, mention.identity, mention.span, mention.rule, mention.confidence, mention.period
        )
        for mention in reading.mentions
        if mention.kind is kind
    ]


def author_name(reading: Reading) -> str | None:
    """Return the author's name if the document or careergraph.yaml states one."""
    if reading.author is not None:
        return reading.author
    found = stated_name(reading)
    return None if found is None else found.name


def _same_name(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _own_words(reading: Reading) -> Span:
    """Return the first words in which the author speaks of themself; else the title's line or the first block."""
    document = reading.document
    for sentence in reading.sentences:
        words = reading.quote(sentence)
        if (match := SPEAKS.search(words)) and '"' not in words[: match.start()]:
            start = sentence.start + match.start()
            end = start
            for word in list(re.finditer(r"\S+", document.text[start : sentence.end]))[:12]:
                end = start + word.end()
            return document.span(start, end)
    blocks = [
        block for block in document.blocks if block.span.end > block.span.start and block.kind is not BlockKind.CODE
    ]
    heading = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    first = heading or (blocks[0] if blocks else None)
    if first is None:
        bare = document.text.strip()
        start = document.text.index(bare)
        return document.span(start, start + min(len(bare), 80))
    text = reading.quote(first.span)
    line = text.splitlines()[0][:160].rstrip() if text.strip() else text
    return document.span(first.span.start, first.span.start + len(line))


def _mention(reading: Reading, found: StatedName, attributes: dict[str, Json]) -> Mention:
    return Mention(
        kind=EntityKind.PERSON,
        key=AUTHOR,
        name=found.name,
        text=reading.quote(found.span),
        span=found.span,
        rule=found.rule,
        confidence=found.confidence,
        section_id=reading.section_id_at(found.span.start),
        attributes=attributes,
    )
