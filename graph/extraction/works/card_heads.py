"""Finds titles with facts right below or beside them: for whom, as what, when. Knows not what is told below; case_cards.py asks.

"Labreader" above "Lumora Diagnostics · 2021–now · ML Lead"; "**Night train**" above rows such as "Client | Meridian"; a block of
labelled lines whose task is its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import parse_period
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import is_companylike
from graph.extraction.reading import Reading
from graph.extraction.works.card_facts import Fact, clause_of, facts_in, may_be_facts, title_and_facts
from graph.extraction.works.card_titles import NUMBERED_ONLY, may_be_title, without_years
from graph.extraction.works.story_limits import names_paper

_MOST_FACTS = 9
"""Lines of facts below a title; more are no card's."""


@dataclass(frozen=True, slots=True)
class CardHead:
    """The title and facts of a card, by the places of its blocks."""

    first: int
    last: int
    title: Span
    facts: tuple[Fact, ...]

    def of(self, kind: str) -> Fact | None:
        return next((fact for fact in self.facts if fact.kind == kind), None)


def card_heads(reading: Reading) -> Iterator[CardHead]:
    """Yield titles with facts right below them, or labelled lines that begin again and again."""
    blocks = reading.document.blocks
    place = 0
    while place < len(blocks):
        head = (
            _titled(reading, blocks, place) or _in_one_line(reading, blocks, place) or _labelled(reading, blocks, place)
        )
        if head is None:
            place += 1
        else:
            yield head
            place = head.last + 1


def _titled(reading: Reading, blocks: Sequence[Block], place: int) -> CardHead | None:
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if following is None or not (may_be_facts(reading, following) or _holds_nothing(reading, following)):
        return None
    title = may_be_title(reading, blocks[place]) or _title_like_post(reading, blocks[place], following)
    if title is None or names_paper(reading.quote(title)) or _ends_list(blocks, place):
        return None
    if following.kind is BlockKind.LIST_ITEM is blocks[place].kind and (
        following.level < blocks[place].level
        or (following.level == blocks[place].level and ":" not in reading.quote(following.span))
    ):
        return None  # A bullet inside another, above the one that follows that; or one beside it that labels nothing.
    last, facts = _facts_below(reading, blocks, place + 1)
    kinds = {fact.kind for fact in facts}
    if "period" not in kinds and (client := next((f for f in facts if f.commissioned), None)) is not None:
        # "Harbour Light Festival 2022" above "Client: City of Tarn".
        words = reading.quote(title)
        dated = parse_period(words[len(without_years(words)) :].strip(" ()")[:4])
        facts = (*facts, Fact("period", title, dated)) if dated is not None and client else facts
        kinds = {fact.kind for fact in facts}
    if "period" not in kinds and not {"client", "post"} <= kinds:
        return None
    # Below "Experience" a name with facts is an employer, unless a label says that these are a client's.
    section = section_kind_at(reading, title.start)
    commissioned = any(fact.commissioned for fact in facts)
    may_employ = section is SectionKind.EXPERIENCE or is_companylike(reading.quote(title))
    if section is SectionKind.EDUCATION or (may_employ and not commissioned):
        return None
    # A line that holds nothing but dates dates a job or a study as well.
    if (
        len(facts) == 1
        and len(reading.quote(blocks[last].span).split()) < 4
        and "·" not in reading.quote(blocks[last].span)
    ):
        return None
    return CardHead(place, last, title, facts)


def _title_like_post(reading: Reading, block: Block, following: Block) -> Span | None:
    """Return a title that ends like a post's, of three words or more, above a line that names client and post."""
    if following.kind is not BlockKind.PARAGRAPH:
        return None
    title = may_be_title(reading, block, may_end_as_post=True)
    if title is None:
        return None
    kinds = {fact.kind for fact in facts_in(reading, following) or ()}
    return title if kinds == {"client", "post"} else None


def _ends_list(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a block is the last bullet of several above a line of running text: what follows heads the next list."""
    if place == 0 or place + 1 >= len(blocks):
        return False
    above, here, below = blocks[place - 1], blocks[place], blocks[place + 1]
    bullets = above.kind is here.kind is BlockKind.LIST_ITEM and above.level == here.level
    return bullets and below.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)


def _in_one_line(reading: Reading, blocks: Sequence[Block], place: int) -> CardHead | None:
    """Return the head of a card whose title and facts share a line; a client and dates alone may be a talk's."""
    section = section_kind_at(reading, blocks[place].span.start)
    if section in (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.WRITING, SectionKind.CREDENTIALS):
        return None
    found = title_and_facts(reading, blocks[place])
    kinds = set[str]() if found is None else {fact.kind for fact in found[1]}
    if (
        found is None
        or not {"client", "period"} <= kinds
        or ("post" not in kinds and section is not SectionKind.PROJECTS)
    ):
        return None
    return None if is_companylike(reading.quote(found[0])) else CardHead(place, place, found[0], tuple(found[1]))


def _facts_below(reading: Reading, blocks: Sequence[Block], place: int) -> tuple[int, tuple[Fact, ...]]:
    """Return the place of the last line of facts from `place` on, and the first fact of each kind.

    Two lines or more that each have a client and dates are a list of jobs below its caption, and no facts of one thing.
    """
    found: dict[str, Fact] = {}
    last, whole = place - 1, 0
    for at in range(place, min(len(blocks), place + _MOST_FACTS)):
        read = facts_in(reading, blocks[at])
        if read is None:
            if _holds_nothing(reading, blocks[at]):
                continue
            break
        last = at
        whole += {"client", "period"} <= {fact.kind for fact in read}
        for fact in read:
            found.setdefault(fact.kind, fact)
    return (last, tuple(found.values())) if whole < 2 else (place - 1, ())


def _holds_nothing(reading: Reading, block: Block) -> bool:
    """Return whether a block is a picture or an empty head of a table."""
    text = reading.quote(block.span)
    return text.startswith("![") or (block.kind is BlockKind.TABLE_ROW and not re.search(r"\w", text))


_PART_LABELS = re.compile(
    r"(?:task|goal|aim|assignment|challenge|problem|brief|project|description|scope|done|what i did|activities|aufgabe|ziel|beschreibung|projekt|"
    r"mission|objectif|projet|tâche|tarea|objetivo|proyecto|descripción|compito|obiettivo|progetto|taak|doel|opdracht|omschrijving)"
)
"""Labels whose first clause names the work where nothing else does, the surest in whatever order they stand."""
_NAME_LABELS = re.compile(r"(?:project|story|case|case study|initiative|achievement)(?: name| title)?")
"""Labels whose value names the work."""
_TELLING_LABELS = re.compile(
    r"(?:task|goal|challenge|problem|results?|outcome|done|solution|achieved|impact|aufgabe|ergebnis|lösung|résultats?|tâche|resultados?|"
    r"tarea|risultat[oi]|compito|resultaat|taak|tools?|technologies|tech|stack|technologien|werkzeuge|outils|herramientas|strumenti)"
)


def _labelled(reading: Reading, blocks: Sequence[Block], place: int) -> CardHead | None:
    """Return the head of a run of labelled lines without a title above: its task names it."""
    if blocks[place].kind is not BlockKind.FIELD or (
        place and blocks[place - 1].kind is BlockKind.FIELD and not _again(blocks, place)
    ):
        return None
    run = [blocks[place]]
    for block in blocks[place + 1 : place + 16]:
        if block.kind is not BlockKind.FIELD or block.key == run[0].key:
            break
        run.append(block)
    facts: dict[str, Fact] = {}
    for block in run:
        for fact in facts_in(reading, block) or ():
            facts.setdefault(fact.kind, fact)
    told = [block for block in run if _TELLING_LABELS.fullmatch(block.key)]
    named = next((block for block in run if _NAME_LABELS.fullmatch(block.key)), None)
    named = named or next((block for block in run if _PART_LABELS.fullmatch(block.key)), None)
    is_commissioned = "client" in facts and {"post", "period"} & facts.keys()
    is_whole = {"client", "post", "period"} <= facts.keys()
    if named is None or len(told) < (1 if is_whole else 2) or not is_commissioned:
        return None
    # "=== ASSIGNMENT 1/2 ===" belongs to what it numbers.
    numbered = place > 0 and NUMBERED_ONLY.fullmatch(reading.quote(blocks[place - 1].span)) is not None
    first = place - 1 if numbered else place
    return CardHead(first, place + len(run) - 1, clause_of(reading, named), tuple(facts.values()))


def _again(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a label stood before, with nothing but labelled lines between: a new record begins."""
    for block in reversed(blocks[max(0, place - 16) : place]):
        if block.kind is not BlockKind.FIELD:
            return False
        if block.key == blocks[place].key:
            return True
    return False
