"""Finds the company for which a self-review, brag list or case for promotion is written, from its first line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.pieces import PieceKind, classify
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_companylike, is_generic, is_proper_name, is_team, is_title
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading

_PAPER = re.compile(
    r"(?i)\b(?:brag|self[- ](?:reviews?|assessment|evaluation|appraisal)|(?:performance|annual|year[- ]end|half[- ]year|mid[- ]year)\s(?:performance\s)?(?:review|summary|appraisal)|appraisal|promotion\s(?:case|packet|document)|"
    r"achievements|accomplishments|hype\s(?:doc|document)|nomination|wins|okrs?|selbstbeurteilung|mitarbeitergespräch|erfolge|auto-?évaluation|entretien\s(?:annuel|professionnel)|évaluation\sannuelle|evaluación\s(?:anual|de\sdesempeño)|autoevaluación|autovalutazione|zelfbeoordeling)\b"
)
_POST_AND_HOUSE = re.compile(
    r"(?P<title>[^,:;|·\n]{3,60}),\s(?:(?P<team>[^,:;|·.\n]{2,40}),\s)?(?P<house>[A-ZÀ-ÖØ-Þ][^,:;|·\n]{1,50})"
)
_HEAD = 8
"""Blocks at the beginning of a paper that say whose it is."""
_PIECE = re.compile(r"[^,|·/–—]+(?:[–—-](?=\S)[^,|·/–—]+)*")


_NAME = r"[A-ZÀ-ÖØ-Þ][\w&’'.-]{1,30}(?:\s(?:&\s)?[A-ZÀ-ÖØ-Þ][\w&’'.-]{0,30}){0,3}"
_AT_OR_BEFORE_TEAM = re.compile(
    rf"\s(?:at|bei|chez|presso|bij)\s(?P<n>{_NAME})(?=\s*$|,?\s\(?(?:\w{{3,9}}\s)?(?:19|20)\d\d|\s?[(–—])|"
    rf"(?:\s[–—|-]|[:,])\s(?P<t>{_NAME}),\s(?:the\s)?[a-z][\w&/ -]{{2,40}}\s(?:team|group|squad|department|unit|crew)\b"
)
"""A company behind "at", or before the team there: "My wins at Acme Freight, 2023", "Brag doc 2024 — Acme Freight, ledger team"."""


def is_own_paper(reading: Reading) -> bool:
    """Return whether the document's name or first lines say that it is a self-review, a brag list or the like."""
    first = " ".join(reading.quote(block.span)[:120] for block in _head(reading))
    return _PAPER.search(f"{reading.document.title} {first}") is not None


def _head(reading: Reading) -> Sequence[Block]:
    """Return the first blocks of a document, up to where a career is told: what stands there is a post's, not the paper's."""
    first = reading.document.blocks[:_HEAD]
    career = next((s for s in reading.sections if s.kind is SectionKind.EXPERIENCE and s.heading is not None), None)
    return first if career is None else [block for block in first if block.span.start < career.span.start]


def first_line_employer(reading: Reading, author: str | None) -> Span | None:
    """Return the company at the end of a paper's first line: "Brag document 2022, Ada Quill, team lead, Acme Freight"."""
    block = next(iter(reading.document.blocks), None)
    if block is None or reading.document.is_keyed:
        return None
    line = reading.quote(block.span).split("\n")[0]
    pieces = [piece for piece in _PIECE.finditer(line) if piece.group().strip()]
    if len(line) > 200 or _PAPER.search(line) is None:
        return None
    if (named := _AT_OR_BEFORE_TEAM.search(line)) is not None and _is_house(reading, named["n"] or named["t"]):
        start, end = named.span("n" if named["n"] else "t")
        return block.span.part(start, end)
    if len(pieces) < 3:
        return None
    words = [piece.group().strip(" *_()") for piece in pieces]
    held = next(
        (n for n, one in enumerate(words) if n and is_title(one[:1].upper() + one[1:], reading.vocabularies.roles)),
        None,
    )
    if held is None and is_companylike(words[-1]) and not is_place(words[-1]):
        held = len(words) - 2  # "Wins 2024 — Ada Quill, Customer Success, Palisade Software"
    if held is None:
        return None
    for number in range(len(pieces) - 1, held, -1):
        name = words[number]
        if is_place(name) or not is_proper_name(name) or is_generic(name, reading.vocabularies):
            continue
        if name.casefold() == (author or "").casefold() or classify(name, reading.vocabularies) is not PieceKind.NAME:
            continue
        start = block.span.start + line.index(name, pieces[number].start())
        return Span(block.span.document_id, start, start + len(name))
    return None


def posts_in_head(reading: Reading, author: str | None) -> Iterator[tuple[Span, Span]]:
    """Yield (post, company) that the head of one's own paper states alone on a line or behind a label.

    "Software Engineer II, Payments, Acme" below "Self-review 2024"; "Title: Legal Counsel" and "Organization: Acme" on a form.
    """
    if not is_own_paper(reading):
        return
    facts = dict[str, Span]()
    for block in _head(reading):
        words = reading.quote(block.span)
        label, colon, value = words.partition(": ") if block.kind is BlockKind.LIST_ITEM else ("", "", words)
        if len(words) > 140 or "\n" in words:
            continue
        if colon and (fact := fact_of_label(label.strip("*_ "))) is not None:
            bare = value.strip("*_ ")
            start = words.index(bare, len(label))
            facts.setdefault("title" if fact == "heading" else fact, block.span.part(start, start + len(bare)))
            continue
        line = _POST_AND_HOUSE.fullmatch(value.strip("*_ "))
        if line is None or not is_title(line["title"], reading.vocabularies.roles):
            continue
        house = line["house"]
        if house.casefold() == (author or "").casefold() or is_team(house, reading.vocabularies):
            continue
        if _is_house(reading, house):
            offset = words.index(line.group())
            yield (
                block.span.part(offset + line.start("title"), offset + line.end("title")),
                block.span.part(offset + line.start("house"), offset + line.end("house")),
            )
    post, firm = facts.get("title"), facts.get("employer")
    if post is None or firm is None or not is_title(reading.quote(post), reading.vocabularies.roles):
        return
    if _is_house(reading, reading.quote(firm)):
        yield post, firm


def _is_house(reading: Reading, name: str) -> bool:
    """Return whether a name of a paper's first line is a company's: no person's, place's, post's or product's."""
    vocabularies = reading.vocabularies
    if is_place(name) or (is_personal_name(name, vocabularies) and not is_companylike(name)):
        return False
    if is_generic(name, vocabularies) or is_title(name, vocabularies.roles) or vocabularies.technologies.is_term(name):
        return False
    return is_proper_name(name)
