"""Finds pieces of work told as a title with a line or small table of facts: for whom, as what, when. Makes no mentions.

"Labreader" above "Lumora Diagnostics · 2021–now · ML Lead"; "**Night train**" above rows such as "Client | Meridian"; a block of
labelled lines whose task is its title. One such line may be anything: several of them in a document are a way of telling.
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
from graph.extraction.works.card_facts import (
    Fact,
    clause_of,
    facts_in,
    is_rule_between,
    is_titled_line,
    may_be_facts,
    title_and_facts,
)
from graph.extraction.works.card_titles import NUMBERED_ONLY, may_be_title, without_years
from graph.extraction.works.story_limits import names_paper
from graph.model import DateRange

_MOST_FACTS = 9
"""Lines of facts below a title; more are no card's."""
_ENDING = frozenset(
    {
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.SKILLS,
        SectionKind.CREDENTIALS,
        SectionKind.WRITING,
        SectionKind.CONTACT,
        SectionKind.PROJECTS,
    }
)
"""Sections whose headings end a card."""


@dataclass(frozen=True, slots=True)
class CaseCard:
    """One piece of work with its facts."""

    title: Span
    extent: Span
    client: Span | None
    post: Span | None
    """The title of the post in which it was done."""
    period: DateRange | None
    head: Span
    """From its title to the last line of facts."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The title and facts of a card, by the places of its blocks."""

    first: int
    last: int
    title: Span
    facts: tuple[Fact, ...]

    def of(self, kind: str) -> Fact | None:
        return next((fact for fact in self.facts if fact.kind == kind), None)


def case_cards(reading: Reading) -> tuple[CaseCard, ...]:
    """Return the cards of a document in order, if it has two or more; worked out once."""
    if "case cards" not in reading.memo:
        heads = [] if reading.document.is_keyed else list(_heads(reading))
        strong = [head for head in heads if head.of("client") is not None and (head.of("post") or head.of("period"))]
        told = len(strong) > 1 and 2 * len(strong) >= len(heads)
        reading.memo["case cards"] = tuple(_cards(reading, heads)) if told else ()
    cards: tuple[CaseCard, ...] = reading.memo["case cards"]
    return cards


def card_around(reading: Reading, span: Span) -> CaseCard | None:
    """Return the card that has its title where `span` is."""
    return next((card for card in case_cards(reading) if card.title.overlaps(span)), None)


def _heads(reading: Reading) -> Iterator[_Head]:
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


def _titled(reading: Reading, blocks: Sequence[Block], place: int) -> _Head | None:
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if following is None or not (may_be_facts(reading, following) or _holds_nothing(reading, following)):
        return None
    title = may_be_title(reading, blocks[place]) or _title_like_post(reading, blocks[place], following)
    if title is None or names_paper(reading.quote(title)) or _ends_list(blocks, place):
        return None
    if following.kind is BlockKind.LIST_ITEM is blocks[place].kind and following.level < blocks[place].level:
        return None  # A bullet inside another, above the one that follows that.
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
    return _Head(place, last, title, facts)


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


def _in_one_line(reading: Reading, blocks: Sequence[Block], place: int) -> _Head | None:
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
    return None if is_companylike(reading.quote(found[0])) else _Head(place, place, found[0], tuple(found[1]))


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


def _labelled(reading: Reading, blocks: Sequence[Block], place: int) -> _Head | None:
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
    return _Head(first, place + len(run) - 1, clause_of(reading, named), tuple(facts.values()))


def _again(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a label stood before, with nothing but labelled lines between: a new record begins."""
    for block in reversed(blocks[max(0, place - 16) : place]):
        if block.kind is not BlockKind.FIELD:
            return False
        if block.key == blocks[place].key:
            return True
    return False


def _cards(reading: Reading, heads: Sequence[_Head]) -> Iterator[CaseCard]:
    blocks = reading.document.blocks
    repeated = _repeated_titles(reading, heads)
    ruled = len(heads) > 1 and all(is_rule_between(reading, blocks, head.first) for head in heads[1:])
    longest, usual = 0, frozenset[BlockKind]()
    for number, head in enumerate(heads):
        is_last = number + 1 == len(heads)
        limit = len(blocks) if is_last else heads[number + 1].first
        end = head.last
        for at in range(head.last + 1, limit):
            if _ends_card(reading, blocks, head, at, repeated) or (ruled and is_rule_between(reading, blocks, at)):
                break
            if is_last and at - head.first > longest + 2:
                break
            end = at
        if is_last and len(usual) == 1 and BlockKind.PARAGRAPH not in usual:
            # The others end in a list: paragraphs behind the last one's are no longer its own.
            own = [at for at in range(head.last, end + 1) if blocks[at].kind in usual]
            end = max(own, default=end)
        longest, usual = max(longest, end - head.first), usual | {blocks[end].kind}
        client, post, period = head.of("client"), head.of("post"), head.of("period")
        start = min(head.title.start, blocks[head.first].span.start)
        extent = reading.document.span(start, max(blocks[end].span.end, head.title.end))
        yield CaseCard(
            head.title,
            extent,
            None if client is None else client.span,
            None if post is None else post.span,
            None if period is None else period.period,
            reading.document.span(start, max(blocks[head.last].span.end, head.title.end)),
        )


_BOLD_HEAD = re.compile(r"(?:\*\*|__)[^*_:\n]{3,70}(?:\*\*|__)\s{0,3}(?:\(|[—–|·]|-\s|\n)")


def _ends_card(reading: Reading, blocks: Sequence[Block], head: _Head, at: int, repeated: set[str]) -> bool:
    block, title = blocks[at], blocks[head.first]
    if not title.span.contains(head.title) or title.kind is BlockKind.FIELD:
        # What follows the last record is labelled, too: "Studies: …".
        return block.kind is BlockKind.FIELD or NUMBERED_ONLY.fullmatch(reading.quote(block.span)) is not None
    if title.kind is BlockKind.LIST_ITEM is block.kind:
        return block.level <= title.level
    if block.kind is not BlockKind.HEADING:
        # "**Bat calls** (weekend project)" below "**Shelf scanner** (2019–2021, Brightmart)".
        if is_titled_line(reading, title) and is_titled_line(reading, block):
            return True
        return all(_BOLD_HEAD.match(reading.quote(b.span)) for b in (title, block))
    section = reading.section_at(block.span.start)
    if section is not None and section.heading == block.span and section.kind in _ENDING:
        return True
    if reading.quote(block.span).casefold() in repeated:
        return False
    return title.kind is not BlockKind.HEADING or block.level <= title.level


def _repeated_titles(reading: Reading, heads: Sequence[_Head]) -> set[str]:
    """Return the headings that stand in more than one card, in small letters: "The numbers"."""
    blocks = reading.document.blocks
    seen: dict[str, int] = {}
    for number, head in enumerate(heads):
        limit = heads[number + 1].first if number + 1 < len(heads) else len(blocks)
        inside = {
            reading.quote(b.span).casefold() for b in blocks[head.last + 1 : limit] if b.kind is BlockKind.HEADING
        }
        for words in inside:
            seen[words] = seen.get(words, 0) + 1
    return {words for words, count in seen.items() if count > 1}
