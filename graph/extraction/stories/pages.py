"""Finds the one piece of work that a whole page of a site tells, pasted as text or saved: title, facts, parts, links to other pages.

"About · Work · Contact / Case study / Claims portal for farms / Context / My role / Outcome / Next project". A page that tells
several, or a career, is none of these.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.case_labels import FACTS
from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.stories.answers import asks_story
from graph.extraction.stories.page_titles import (
    KICKER,
    UNNAMED,
    behind_client,
    lists_trades,
    names_employer,
    sentence_title,
    title_in,
)
from graph.extraction.works.covered import NOTHING_COVERED, Covered
from graph.extraction.works.page_facts import count_facts, is_fact
from graph.extraction.works.part_labels import part_of_key
from graph.extraction.works.part_titles import is_part, names_part_of_telling
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_period
from graph.model import EntityKind
from graph.page_words import CRUMB, PAGER, is_page_link
from graph.section_titles import kind_of_title, normalise_title

_FIRST = 24
"""Blocks within which the title stands."""
_MANY_PARTS = 8
"""Parts of which one may be told twice: "The hypothesis", "My hypothesis:"."""
_MEDIA = ("text/plain", "text/html", "text/markdown")
_TOLD_AGAIN = 3
"""Times that one label stands on a page which tells several works by it."""
_MENU_WORDS = 4
_FEWEST_LINKS = 3
_SAYS_CASE = re.compile(r"(?i)(?<!a\s)\bcase[\s-]study\W*$")
"""Ends a title that says itself that one case is told: "A calm platform: a migration case study"."""
_CAREER = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.CREDENTIALS, SectionKind.PROJECTS)
_OPENS = frozenset((SectionKind.SITUATION, SectionKind.TASK))
_CLOSES = frozenset((SectionKind.RESULT, SectionKind.OUTCOMES))
"""Kinds of parts with which a telling begins and ends."""
_HELD = {
    SectionKind.EXPERIENCE: (EntityKind.ROLE,),
    SectionKind.EDUCATION: (EntityKind.INSTITUTION,),
    SectionKind.CREDENTIALS: (EntityKind.CREDENTIAL,),
}
"""Kind of a career's section → what it holds, where it is one."""


def stories_by_page(reading: Reading, covered: Covered = NOTHING_COVERED) -> list[Story]:
    """Return the work that a page, pasted as plain text or saved, tells as a whole, or nothing."""
    document = reading.document
    if covered or document.media_type not in _MEDIA or len(document.text) > 20_000:
        return []
    blocks = document.blocks
    if document.media_type == "text/markdown" and not _may_be_page(reading, blocks):
        return []
    parts = [place for place, block in enumerate(blocks) if _names_part(reading, block)]
    found = _title_before(reading, blocks, parts) if parts else None
    if found is None:
        return []
    place, title, marks, facts = found
    end = next((at for at in range(place + 1, len(blocks)) if _leads_away(reading, blocks, at)), len(blocks))
    inside = [blocks[part] for part in parts if place < part < end]
    headed = [block for block in inside if block.kind is not BlockKind.FIELD]
    labels = Counter(block.key for block in inside if block.kind is BlockKind.FIELD)
    if len(headed) < 2 and max(labels.values(), default=0) >= _TOLD_AGAIN:
        return []
    if not _tells_one(reading, blocks[place:end], headed or inside):
        return []
    told = {normalise_title(_part_title(reading, block)) for block in inside}
    kinds = {kind_of_title(_part_title(reading, block), reading.vocabularies.sections) for block in inside}
    marks += end < len(blocks) and blocks[end].kind is not BlockKind.FIELD
    marks += bool(kinds & _OPENS) and bool(kinds & _CLOSES)
    above = document.text[: title.end].splitlines()
    says_itself = len(told) > 0 and any(_says_case(line.strip()) for line in above)
    if not says_itself and (len(told) + marks + facts < 4 or (len(told) < 2 and facts < 3)):
        return []
    extent = document.span(title.start, blocks[end - 1].span.end)
    return [Story(title, extent, "heading", 0.88)] if len(extent) >= 200 else []


def _part_title(reading: Reading, block: Block) -> str:
    return block.key if block.kind is BlockKind.FIELD else reading.quote(block.span)


def _names_part(reading: Reading, block: Block) -> bool:
    """Return whether a block is the title of a part alone on its line, or tells one behind its label: "Problem: …"."""
    if block.kind is not BlockKind.FIELD:
        return is_part(reading, block)
    return block.key not in FACTS and part_of_key(block.key) is not None


def _says_case(line: str) -> bool:
    """Return whether a line at the top says that one case is told below."""
    return len(line) < 120 and (_SAYS_CASE.search(line) is not None or KICKER.fullmatch(line) is not None)


def _tells_one(reading: Reading, blocks: Sequence[Block], parts: Sequence[Block]) -> bool:
    """Return whether no part is told twice, no result leads to another situation, and no section is a career's."""
    titles = [normalise_title(_part_title(reading, block)) for block in parts]
    if len(titles) - len(set(titles)) > (len(titles) >= _MANY_PARTS):
        return False
    labels = [block.key for block in blocks if block.kind is BlockKind.FIELD and block.key in FACTS]
    if len(set(labels)) < len(labels):
        return False
    had: set[SectionKind] = set()
    for block in parts:
        kind = kind_of_title(_part_title(reading, block), reading.vocabularies.sections)
        if normalise_title(_part_title(reading, block)) == "before" and "after" in titles:
            continue
        if kind is SectionKind.SITUATION and {SectionKind.RESULT, SectionKind.SITUATION} <= had:
            return False
        had.add(kind)
    sections = [s for s in reading.sections if s.kind in _CAREER and s.heading is not None]
    extent = reading.document.span(blocks[0].span.start, blocks[-1].span.end)
    return not any(extent.contains(s.span) and _is_of_career(reading, s) for s in sections)


def _is_of_career(reading: Reading, section: Section) -> bool:
    """Return whether a section holds what its title says: posts with dates, studies, credentials, or other works."""
    if len(section.span) - len(section.title) < 4 or CRUMB.match(section.title) is not None:
        return False
    if section.kind is SectionKind.PROJECTS:
        return not names_part_of_telling(section.title, is_heading=False, sections=reading.vocabularies.sections)
    kinds = _HELD[section.kind]
    inside = (m for m in reading.mentions_near(section.span) if section.span.contains(m.span) and m.kind in kinds)
    return any(m.period is not None or m.kind is not EntityKind.ROLE for m in inside)


def _title_before(reading: Reading, blocks: Sequence[Block], parts: Sequence[int]) -> tuple[int, Span, int, int] | None:
    """Return the place of the title's block, its words, and how many marks of a page and lines of facts stand around it."""
    marks, first, menu = 0, min(parts), _end_of_menu(reading, blocks)
    has_heads = reading.document.media_type != "text/plain" and any(b.kind is BlockKind.HEADING for b in blocks[:first])
    for place, block in enumerate(blocks[:_FIRST]):
        if place < menu:
            continue
        words = reading.quote(block.span).strip()
        if CRUMB.match(words):
            marks += 2
            continue
        if is_page_link(words) or block.kind is BlockKind.LIST_ITEM or names_period(words):
            continue
        if place in parts:
            return None
        if has_heads and block.kind is not BlockKind.HEADING:
            continue
        if KICKER.fullmatch(words) and _has_title_below(reading, blocks, place, parts):
            marks += 2
            continue
        if not place and (client := _first_client(reading, blocks, place)) is not None:
            return place, client, marks, 3
        if reading.document.media_type == "text/markdown":
            return _first_heading(reading, blocks, place, marks)
        title = title_in(reading, block) or sentence_title(reading, blocks, place)
        if title is not None and (UNNAMED.search(words) or lists_trades(reading, words)):
            continue  # Says that nobody may be told for whom it was, or what the page's owner does.
        if title is None:
            if len(words) > 80:
                return None
            continue
        if _is_above_title_and_subtitle(reading, blocks, place, parts):
            continue
        if _is_said_below(reading, blocks, place, title):
            continue  # The next line is what the page goes on to speak of; this one may say for whom it was.
        if names_employer(reading, title) and any(
            title_in(reading, b) and not is_part(reading, b) for b in blocks[place + 1 : place + 5]
        ):
            continue  # For whom it was stands above what it was.
        if is_personal_name(reading.quote(title), reading.vocabularies) and not _is_authored(reading):
            following = next((b for b in blocks[place + 1 :] if not is_page_link(reading.quote(b.span))), None)
            is_told = following is None or is_part(reading, following) or is_fact(reading, following)
            if not is_told and following is not None and len(following.span) < 70:
                continue  # The page's owner, whose work's title follows.
        facts = sum(count_facts(reading, one) for one in blocks[place + 1 : place + 10])
        return place, behind_client(reading, title, blocks[place + 1 : place + 8]), marks, min(3, facts)
    return None


def _may_be_page(reading: Reading, blocks: Sequence[Block]) -> bool:
    """Return whether a page that marks its headings has one of the first level, none that lists works, and none that asks for a story."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    if sum(block.level == 1 for block in headings) != 1:
        return False
    if any(s.kind is SectionKind.PROJECTS and s.heading is not None for s in reading.sections):
        return False
    return not any(asks_story(reading.quote(block.span)) for block in headings)


def _first_heading(
    reading: Reading, blocks: Sequence[Block], place: int, marks: int
) -> tuple[int, Span, int, int] | None:
    """Return what `_title_before` does for a page that marks its headings: the only one of the first level is its title, if it is the first."""
    title = title_in(reading, blocks[place]) if blocks[place].level == 1 else None
    if title is None or is_personal_name(reading.quote(title), reading.vocabularies):
        return None
    facts = sum(count_facts(reading, one) for one in blocks[place + 1 : place + 10])
    return place, title, marks + 1, min(3, facts)


def _end_of_menu(reading: Reading, blocks: Sequence[Block]) -> int:
    """Return how many blocks a page begins with that are its menu: short lines, three or more of them words of navigation."""
    links, end = 0, 0
    for place, block in enumerate(blocks[:_FIRST]):
        words = reading.quote(block.span).strip()
        if block.kind is BlockKind.FIELD or len(words.split()) > _MENU_WORDS:
            break
        if is_page_link(words) or CRUMB.match(words) is not None:
            links, end = links + 1, place + 1
    return end if links >= _FEWEST_LINKS else 0


def _has_title_below(reading: Reading, blocks: Sequence[Block], place: int, parts: Sequence[int]) -> bool:
    """Return whether the next line may name the page's work, too."""
    below = place + 1
    if below >= len(blocks) or below in parts or blocks[below].kind is BlockKind.FIELD:
        return False
    if is_page_link(reading.quote(blocks[below].span)) or is_fact(reading, blocks[below]):
        return False
    return (title_in(reading, blocks[below]) or sentence_title(reading, blocks, below)) is not None


def _is_above_title_and_subtitle(reading: Reading, blocks: Sequence[Block], place: int, parts: Sequence[int]) -> bool:
    """Return whether a line says what kind of thing is told, above its title and a subtitle that is longer still: "Data platform"."""
    if not all(_has_title_below(reading, blocks, at, parts) for at in (place, place + 1)):
        return False
    kind, title, subtitle = (reading.quote(block.span) for block in blocks[place : place + 3])
    lengths = [len(words.split()) for words in (kind, title, subtitle)]
    return lengths[0] < lengths[1] < lengths[2] and not title.isupper()


def _is_said_below(reading: Reading, blocks: Sequence[Block], place: int, title: Span) -> bool:
    """Return whether the telling repeats the words of the short line right below a title's, and never the title's own."""
    document, below = reading.document, blocks[place + 1 : place + 2]
    if not below or below[0].kind is BlockKind.FIELD or is_part(reading, below[0]):
        return False
    if "\n\n" in document.text[title.end : below[0].span.start] or is_page_link(reading.quote(below[0].span)):
        return False
    other = title_in(reading, below[0])
    if other is None or len(other) < len(below[0].span) or len(reading.quote(other).split()) > _MENU_WORDS:
        return False
    told = document.text[other.end :]
    return reading.quote(other) in told and reading.quote(title) not in told


def _first_client(reading: Reading, blocks: Sequence[Block], place: int) -> Span | None:
    """Return for whom the work was, where a page begins with this and further facts: nothing else names the work."""
    if blocks[place].kind is not BlockKind.FIELD or blocks[place].key not in ("client", "company", "kunde", "cliente"):
        return None
    if not all(b.kind is BlockKind.FIELD and b.key in FACTS for b in blocks[place + 1 : place + 3]):
        return None
    start = blocks[place].span.start
    name = reading.quote(blocks[place].span).partition("(")[0].rstrip()
    return reading.document.span(start, start + len(name)) if name else None


def _is_authored(reading: Reading) -> bool:
    """Return whether the page says who its author is, so that other words that look like a name are none."""
    return any(m.kind is EntityKind.PERSON and m.attributes.get("named") is not False for m in reading.mentions)


_FOOT = 3
"""Blocks of a page's foot, in which its links may stand side by side."""


def _leads_away(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether a block leads to other pages, or to whom the page belongs."""
    block = blocks[place]
    words = block.key if block.kind is BlockKind.FIELD else reading.quote(block.span)
    if len(words) >= 80:
        return False
    return PAGER.match(words) is not None or (
        place >= len(blocks) - _FOOT and len(words.split()) > 2 and is_page_link(words)
    )
