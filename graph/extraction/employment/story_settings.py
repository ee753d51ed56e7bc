"""Reads the post, house and years that a page of stories states once for all of them: in facts, a line or a heading above, a line below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import parse_period
from graph.extraction.employment.clause_posts import names_company
from graph.extraction.employment.entry_weighing import Holding, is_worklike
from graph.extraction.employment.own_papers import is_own_paper
from graph.extraction.heads.entry_facts import facts_of
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.headlines import head_line
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import is_team, is_title
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.model import DateRange

RULE = "setting of all stories"
_STORIES = re.compile(
    r"(?i)\b(?:stories|STARs?|behaviou?ral|interview\s(?:prep\w*|notes|answers|stories|sheet)|story\sbank|write-ups)\b"
)
_PARTS = frozenset("situation task action result results context challenge outcome impact problem s t a r".split())
"""Labels and headings of a story's parts."""
_HEAD = 12
"""Blocks above the first story in which its setting stands."""
_LONGEST = 140
_PAIR = re.compile(
    r"(?:\*\*|__)?(?P<label>[^\n:|*]{2,30}?)(?:\*\*|__)?(?:\s?:(?:\*\*|__)?\s+|\s\|\s)(?P<value>\S[^\n|]*)"
)
"""A label and its value in a bullet or in a row of two cells."""
_FACTS_IN_FRONT = frozenset({"employer", "company", "client", "role"})
"""Keys of front matter that speak of one case, not of its teller's post."""
_BEHIND_HOUSE = re.compile(r"\s[–—|·(]|,\s")
"""Parts a house from its place or a remark on it: "Acme — Leeds"."""
_CLIENTS = re.compile(r"(?i)\b(?:client|kunde|klient|auftraggeber|opdrachtgever|cliente|customer|agency)\b")
_NOT_OF_POST = frozenset({SectionKind.EDUCATION, SectionKind.SKILLS})


def holdings_of_stories(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employment that the head or the last line of a page of stories or of one's own paper states."""
    if reading.document.is_keyed or any(section.kind is SectionKind.EXPERIENCE for section in reading.sections):
        return
    if not (is_own_paper(reading) or _is_of_stories(reading)) or reading.document.metadata.keys() & _FACTS_IN_FRONT:
        return
    blocks = reading.document.blocks
    head = _head(reading, blocks)
    if (stated := _in_facts(reading, head, author)) is not None:
        yield stated
        return
    foot = [] if len(blocks) <= len(head) else blocks[-2:]
    for block in (*head[1:], *foot):
        if (told := _in_line(reading, block, author)) is not None:
            yield told
            return


def _is_of_stories(reading: Reading) -> bool:
    """Return whether the page says that it holds stories, or tells two in parts that are named alike."""
    first = " ".join(reading.quote(block.span)[:80] for block in reading.document.blocks[:2])
    if _STORIES.search(f"{reading.document.title} {first}") is not None:
        return True
    seen = set[str]()
    for block in reading.document.blocks:
        words = block.key if block.kind is BlockKind.FIELD else _heading_words(reading, block)
        if words.casefold() in _PARTS:
            if words.casefold() in seen:
                return True
            seen.add(words.casefold())
    return False


def _heading_words(reading: Reading, block: Block) -> str:
    is_short = block.kind is BlockKind.HEADING and len(block.span) < 20
    return reading.quote(block.span).strip(" *_:") if is_short else ""


def _head(reading: Reading, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks before the first part of a story or the first passage of any length."""
    for place, block in enumerate(blocks[:_HEAD]):
        words = block.key if block.kind is BlockKind.FIELD else _heading_words(reading, block)
        if words.casefold() in _PARTS or len(block.span) > 2 * _LONGEST:
            return blocks[:place]
    return blocks[:_HEAD]


def _in_facts(reading: Reading, head: Sequence[Block], author: str | None) -> Holding | None:
    """Return what labelled lines, bullets or rows of two cells state: "Role", "Company" and perhaps "Period"."""
    facts = dict[str, Span]()
    for block in head:
        label, span = _labelled(reading, block)
        if _CLIENTS.search(label) is not None:
            break  # What follows is of one piece of work, done for somebody.
        fact = fact_of_label(label) if label else None
        if span is None:
            continue
        if fact in (None, "heading", "title"):
            # A page's own title is none of a post.
            ends = _ENDS_OF_POSTS if label.casefold() != "title" or is_own_paper(reading) else ()
            if label.casefold().endswith(ends) and is_title(_post(reading, span), reading.vocabularies.roles):
                facts.setdefault("title", span.part(0, len(_post(reading, span))))
        else:
            facts.setdefault(fact, span)
        if label.casefold() == "team" and (house := _house_of_team(reading, span)) is not None:
            facts.setdefault("employer", house)
    house, post = facts.get("employer"), facts.get("title")
    if house is None or post is None:
        return None
    house = house.part(0, len(_BEHIND_HOUSE.split(reading.quote(house), maxsplit=1)[0]))
    name = " ".join(reading.quote(house).split())
    if not names_company(name, reading, author):
        return None
    period = _period_in(reading, facts) or (DateRange(is_current=True) if is_own_paper(reading) else None)
    return Holding(house, name, post, period, RULE, 0.86, None)


_ENDS_OF_POSTS = (
    "level",
    "title",
    "role",
    "position",
    "rolle",
    "poste",
    "puesto",
    "cargo",
    "ruolo",
    "functie",
    "stelle",
)


def _post(reading: Reading, span: Span) -> str:
    """Return a post without its grade in brackets: "Senior Engineer (L5)"."""
    return reading.quote(span).partition(" (")[0]


def _house_of_team(reading: Reading, span: Span) -> Span | None:
    """Return the house behind a team's name: "Core Reliability, Acme"."""
    words = reading.quote(span)
    team, comma, house = words.partition(", ")
    if not comma or not is_own_paper(reading) or is_personal_name(house, reading.vocabularies):
        return None
    if "," in house or is_team(house, reading.vocabularies) or not names_company(house, reading):
        return None
    return span.part(len(team) + len(comma), len(words))


def _period_in(reading: Reading, facts: dict[str, Span]) -> DateRange | None:
    for fact in ("period", "when"):
        if fact in facts:
            period = parse_period(reading.quote(facts[fact]))
            lasts = period is not None and (period.is_current or period.end not in (None, period.start))
            return period if lasts else None
    start = parse_period(reading.quote(facts["start"])) if "start" in facts else None
    return None if start is None or "end" in facts else DateRange(start=start.start, is_current=True)


def _labelled(reading: Reading, block: Block) -> tuple[str, Span | None]:
    """Return a block's label and the place of its value."""
    if block.kind is BlockKind.FIELD:
        return block.key, block.span
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW) or len(block.span) > _LONGEST:
        return "", None
    pair = _PAIR.fullmatch(reading.quote(block.span).strip())
    if pair is None:
        return "", None
    start = block.span.start + reading.quote(block.span).index(pair["value"], pair.start("value"))
    return pair["label"].strip(), reading.document.span(start, start + len(pair["value"].rstrip(" *_")))


def _in_line(reading: Reading, block: Block, author: str | None) -> Holding | None:
    """Return the post, house and years of one line: "Data Analyst, Acme | 2018 – 2024", "Acme (2018–2024) – Data Analyst"."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(block.span) > _LONGEST:
        return None
    section = section_kind_at(reading, block.span.start)
    if section in _NOT_OF_POST or "\n" in reading.quote(block.span):
        return None
    line = head_line(reading, block, block.span.start, block.span.end, section)
    facts = facts_of(line, reading.vocabularies, author)
    if line.is_prose or facts.employer is None or facts.title is None:
        return None
    period = line.period.range if line.period is not None and line.period.lasts else None
    if period is None and (line.period is not None or block.kind is BlockKind.HEADING or not is_own_paper(reading)):
        return None
    name = " ".join(facts.employer.text.split())
    if is_worklike(name, reading.vocabularies) or is_team(name, reading.vocabularies):
        return None
    if not names_company(name, reading, author):
        return None
    span = reading.document.span(facts.employer.start, facts.employer.end)
    return Holding(span, name, facts.title, period, RULE, 0.86, facts.location)
