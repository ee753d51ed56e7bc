"""Reads what the head of a review or nomination says of the post whose holder it is about: its unit, its company, since when it is held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind, Span
from graph.extraction.dates.dates import find_periods, parse_period
from graph.extraction.employment.entry_weighing import TITLE_AT_TOP, Holding
from graph.extraction.employment.own_papers import is_own_paper
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_companylike, is_title
from graph.extraction.keyed.career_fields import FieldRecord, value_of
from graph.extraction.reading import Reading
from graph.model import DateRange

_UNIT = re.compile(
    r"(?:department|team|unit|division|business unit|area|org|organi[sz]ation|abteilung|bereich|service|équipe|departamento|reparto|afdeling)"
)
_HEAD = 10
"""Blocks that may be of a form's head."""


def company_of_unit(reading: Reading, block: Block) -> Span | None:
    """Return the company that a labelled department names behind its comma: "Department: Payments, Zilverduin Bank"."""
    if block.kind is not BlockKind.FIELD or _UNIT.fullmatch(block.key.casefold()) is None:
        return None
    unit, _, name = reading.quote(block.span).rpartition(", ")
    if not unit or len(unit) >= 60 or is_companylike(unit) or not is_companylike(name) or is_place(name):
        return None
    return Span(block.span.document_id, block.span.end - len(name), block.span.end)


def holdings_in_unit(reading: Reading) -> Iterator[Holding]:
    """Yield the companies of labelled departments, with the post that a label beside them states."""
    head = reading.document.blocks[:_HEAD]
    for block in head:
        if (company := company_of_unit(reading, block)) is not None:
            posts = (b.span for b in head if b.kind is BlockKind.FIELD and _states_post(reading, b))
            yield Holding(company, reading.quote(company), next(posts, None), None, TITLE_AT_TOP, 0.8, None)


def _states_post(reading: Reading, block: Block) -> bool:
    is_labelled = fact_of_label(block.key) == "title" or block.key.casefold() == "title"
    return is_labelled and is_title(reading.quote(block.span), reading.vocabularies.roles)


def held_since(reading: Reading, record: FieldRecord) -> DateRange | None:
    """Return since when labels say that a post is held: "Position: Nurse (since May 2019)", in a review "Date of hire", too."""
    post, start = record.blocks.get("title"), record.blocks.get("start")
    if record.prefix or post is None:
        return None
    told = [found.range for found in find_periods(reading.quote(post.span)) if found.range.is_current]
    if told:
        return told[0]
    begun = parse_period(value_of(reading, start)) if start is not None and is_own_paper(reading) else None
    return None if begun is None or begun.start is None else DateRange(begun.start, None, True)


_NAMED = re.compile(r"(?:nominee|award nominee|candidate|employee|mitarbeiter(?:/?in)?|name)")


def post_behind_name(reading: Reading, record: FieldRecord) -> Span | None:
    """Return the post behind the name of whom a review or nomination is about: "Nominee: Ada Quill, Head Nurse, Ward 3"."""
    if record.prefix or not is_own_paper(reading):
        return None
    for block in reading.document.blocks[:_HEAD]:
        if block.kind is not BlockKind.FIELD or _NAMED.fullmatch(block.key.casefold()) is None:
            continue
        name, comma, rest = reading.quote(block.span).partition(", ")
        post = rest.split(", ")[0]
        if comma and is_title(post, reading.vocabularies.roles):
            start = block.span.start + len(name) + len(comma)
            return Span(block.span.document_id, start, start + len(post))
    return None
