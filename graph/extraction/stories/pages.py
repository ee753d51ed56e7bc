"""Finds the one piece of work that a whole page of a site tells, pasted as text: title, facts, parts, links to other pages.

"About · Work · Contact / Case study / Claims portal for farms / Context / My role / Outcome / Next project". A page that tells
several, or a career, is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.advice import names_advice
from graph.extraction.works.covered import NOTHING_COVERED, Covered
from graph.extraction.works.story import STAR, Story
from graph.extraction.works.story_limits import names_paper, names_period, names_somebody
from graph.model import EntityKind
from graph.page_words import CRUMB, PAGER, is_page_link
from graph.section_titles import kind_of_title, normalise_title

_FIRST = 24
"""Blocks within which the title stands."""
_PARTS = frozenset(
    """
    about the client|the client|about the project|the project|project overview|project details|project facts|project info|project goals|overview|the brief|the ask|the opportunity|my role|role|the role|the team|team|my contribution|my contributions|my responsibilities|key contributions|
    what i worked on|what i did|what we did|what was done|what i built|what we built|what i changed|what i delivered|what i learned|what i learnt|what we learned|what i would do differently|
    lessons learned|learnings|key learnings|reflection|reflections|takeaways|key takeaways|retrospective|next steps|research|user research|discovery|ideation|wireframes|prototyping|
    testing|user testing|usability testing|final design|the design|design decisions|key decisions|decisions|technical decisions|key features|features|highlights|constraints|
    the architecture|system architecture|technical details|tech stack|stack|technology|technologies|technologies used|built with|tools|tools used|timeline|
    problems and challenges|challenges and solutions|problem and solution|the process|my process|design process|key results|results and impact|outcomes|key outcomes|lessons|the outcome|the results|the impact|
    what was hard|what broke|what went well|what went wrong|what worked|what did not work|what didn't work|what's next|what is next|impact at a glance|results at a glance|key metrics|trade-offs|the problem|the challenge|the solution|the approach|my approach|our approach|the context|about|responsibilities|deliverables
    """.replace("\n", "")
    .strip()
    .split("|")
)
_NAMES_CASE = frozenset(("case study", "case", "project", "project name"))
"""Labels whose value is the title itself."""
_PARTS = frozenset(normalise_title(title.strip()) for title in _PARTS)
"""Titles of parts of a telling, besides those that are situation, task, action and result."""
FACTS = frozenset(
    "client|company|role|my role|roles|my roles|timeline|duration|timeframe|year|years|date|team|team size|platform|tools|services|industry|sector|location|country|stack|tech|tech stack|technologies|"
    "languages|languages used|tags|type|category|scope|project type|deliverables|built with|tools used|status".split(
        "|"
    )
)
"""Labels of facts about a piece of work, on a line of their own or before a colon."""
_HOW_TO = re.compile(r"(?i)(?:how to|why|when to|what (?:is|are)|\d{1,3} (?:ways|tips|things|reasons|steps))\b")
"""Opens a title of advice."""
_SPEAKS = re.compile(r"(?i)(?:i|i[’']m|we|we[’']re|hi|hello|hey|welcome|thanks|available|currently|skip)\b")
"""Opens a line that speaks to the reader."""
_SAYS_CASE = re.compile(r"(?i)(?<!a\s)\bcase[\s-]study\W*$")
"""Ends a title that says itself that one case is told: "A calm platform: a migration case study"."""
_GLUED_YEAR = re.compile(r"[^\W\d_](?:19|20)\d\d$")
"""Of a label and a year that a page sets apart by style alone: "Cloud engineering2022"."""
_LEADS_TO = re.compile(r"\w\sto\s(?!the\s)")
"""In a title that ends with a post, what leads there: "From deckhand to foreman"; not "Assistant to the Director"."""
_APART = re.compile(r"\s[|·•–—]\s")
_CAREER = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.CREDENTIALS, SectionKind.PROJECTS)


def stories_by_page(reading: Reading, covered: Covered = NOTHING_COVERED) -> list[Story]:
    """Return the work that a page pasted as plain text tells as a whole, or nothing."""
    document = reading.document
    if covered or document.media_type != "text/plain" or len(document.text) > 20_000:
        return []
    blocks = document.blocks
    parts = [place for place, block in enumerate(blocks) if _is_part(reading, block)]
    found = _title_before(reading, blocks, parts) if parts else None
    if found is None:
        return []
    place, title, marks, facts = found
    end = next((at for at in range(place + 1, len(blocks)) if _leads_away(reading, blocks, at)), len(blocks))
    inside = [blocks[part] for part in parts if place < part < end]
    if not _tells_one(reading, blocks[place:end], inside):
        return []
    told = {normalise_title(reading.quote(block.span)) for block in inside}
    marks += end < len(blocks) and blocks[end].kind is not BlockKind.FIELD
    says_itself = _SAYS_CASE.search(reading.quote(title)) is not None and len(told) > 0
    if not says_itself and (len(told) + marks + facts < 4 or (len(told) < 2 and facts < 3)):
        return []
    extent = document.span(title.start, blocks[end - 1].span.end)
    return [Story(title, extent, "heading", 0.88)] if len(extent) >= 200 else []


def _is_part(reading: Reading, block: Block) -> bool:
    """Return whether a block is the title of a part of a telling, alone on its line."""
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.span) > 40:
        return False
    words = reading.quote(block.span)
    if block.kind is BlockKind.HEADING:
        kind = kind_of_title(words, reading.vocabularies.sections)
        if kind in STAR or kind is SectionKind.OUTCOMES:
            return True
    return normalise_title(words) in _PARTS


def _tells_one(reading: Reading, blocks: Sequence[Block], parts: Sequence[Block]) -> bool:
    """Return whether no part is told twice, no result leads to another situation, and no section is a career's."""
    titles = [normalise_title(reading.quote(block.span)) for block in parts]
    if len(set(titles)) < len(titles):
        return False
    labels = [block.key for block in blocks if block.kind is BlockKind.FIELD and block.key in FACTS]
    if len(set(labels)) < len(labels):
        return False
    had: set[SectionKind] = set()
    for block in parts:
        kind = kind_of_title(reading.quote(block.span), reading.vocabularies.sections)
        if normalise_title(reading.quote(block.span)) == "before" and "after" in titles:
            continue
        if kind is SectionKind.SITUATION and {SectionKind.RESULT, SectionKind.SITUATION} <= had:
            return False
        had.add(kind)
    sections = [s for s in reading.sections if s.kind in _CAREER and s.heading is not None]
    parted = (s for s in sections if normalise_title(s.title) not in _PARTS)
    return all(len(s.span) - len(s.title) < 4 or CRUMB.match(s.title) is not None for s in parted)


def _title_before(reading: Reading, blocks: Sequence[Block], parts: Sequence[int]) -> tuple[int, Span, int, int] | None:
    """Return the place of the title's block, its words, and how many marks of a page and lines of facts stand around it."""
    marks = 0
    for place, block in enumerate(blocks[:_FIRST]):
        words = reading.quote(block.span).strip()
        if CRUMB.match(words):
            marks += 2
            continue
        if is_page_link(words) or block.kind is BlockKind.LIST_ITEM or names_period(words):
            continue
        if place in parts:
            return None
        title = _title_in(reading, block) or _sentence_title(reading, blocks, place)
        if title is not None and (_UNNAMED.search(words) or _lists_trades(reading, words)):
            continue  # Says that nobody may be told for whom it was, or what the page's owner does.
        if title is None:
            if len(words) > 80:
                return None
            continue
        if _names_employer(reading, title) and any(
            _title_in(reading, b) and not _is_part(reading, b) for b in blocks[place + 1 : place + 5]
        ):
            continue  # For whom it was stands above what it was.
        if is_personal_name(reading.quote(title), reading.vocabularies) and not _is_authored(reading):
            following = next((b for b in blocks[place + 1 :] if not is_page_link(reading.quote(b.span))), None)
            is_told = following is None or _is_part(reading, following) or _is_fact(reading, following)
            if not is_told and following is not None and len(following.span) < 70:
                continue  # The page's owner, whose work's title follows.
        facts = sum(_count_facts(reading, one) for one in blocks[place + 1 : place + 10])
        return place, _behind_client(reading, title, blocks[place + 1 : place + 8]), marks, min(3, facts)
    return None


def _title_in(reading: Reading, block: Block) -> Span | None:
    """Return the words of a line that may name the work of its page: up to a bar, no person's name, post, or sentence."""
    start = block.span.start
    if block.kind is BlockKind.FIELD:
        value = reading.quote(block.span)
        if block.key in _NAMES_CASE and 2 <= len(value.split()) <= 14:
            is_one = sum(other.key == block.key for other in reading.document.blocks) == 1
            return block.span if is_one else None
        if (
            block.key.endswith("status")
            or block.key in FACTS
            or len(value) < 4
            or is_role_title(value, reading.vocabularies)
        ):
            return None
        start = reading.document.text.rfind("\n", 0, start) + 1
    words = reading.document.text[start : block.span.end]
    if "\n" in words.strip():
        return None
    apart = _APART.search(words)
    if apart is not None:
        rest = words[apart.end() :]
        if "|" not in apart.group() and (find_periods(rest) or len(rest.split()) < 3):
            return None
        words = words[: apart.start()]
    vocabularies = reading.vocabularies
    named = words.strip().rstrip(":")
    if not 1 <= len(named.split()) <= 14 or len(named) < 3 or named.endswith((".", "!", ",", ";")):
        return None
    if _GLUED_YEAR.search(named):
        return None
    if _SPEAKS.match(named) or not (named[0].isupper() or named[0].isdigit()) or find_periods(named[:12]):
        return None
    span = reading.document.span(start, start + len(named))
    if names_somebody(reading, span) or (is_role_title(named, vocabularies) and not _LEADS_TO.search(named)):
        return None
    if names_paper(named) or names_advice(named) or _HOW_TO.match(named) or is_about_writing(named, vocabularies):
        return None
    return span if kind_of_title(named, vocabularies.sections) is SectionKind.OTHER else None


_UNNAMED = re.compile(
    r"(?i)\b(?:under|client|customer|company)\s(?:[\w-]+\s){0,2}(?:NDA|confidential|anonymi[sz]ed|protected)\b"
)


_BETWEEN_TRADES = re.compile(r"\s?[,&|+·•/]\s?|\sand\s")


def _lists_trades(reading: Reading, words: str) -> bool:
    """Return whether a line lists three or more fields of work: "Research, Service Design & Facilitation"."""
    items = [item.strip() for item in _BETWEEN_TRADES.split(words) if item.strip()]
    if len(items) < 3:
        return False
    practices = reading.vocabularies.practices
    whole = (any(10 * (f.end - f.start) >= 9 * len(item) for f in practices.find(item)) for item in items)
    return 2 * sum(whole) >= len(items)


def _sentence_title(reading: Reading, blocks: Sequence[Block], place: int) -> Span | None:
    """Return the words of a title that ends in a full stop, right below the line that leads back to the others."""
    block = blocks[place]
    words = reading.quote(block.span).rstrip()
    if place == 0 or not words.endswith(".") or words.count(".") > 1 or block.kind is BlockKind.FIELD:
        return None
    if CRUMB.match(reading.quote(blocks[place - 1].span).strip()) is None:
        return None
    bare = Block(block.kind, reading.document.span(block.span.start, block.span.start + len(words) - 1))
    return _title_in(reading, bare)


def _behind_client(reading: Reading, title: Span, facts: Sequence[Block]) -> Span:
    """Return what stands behind the dash of a title whose first words are the house that a label states: "Acme — Toll study"."""
    name = reading.quote(title)
    line = reading.document.text[title.end : title.end + 90].split("\n", 1)[0]
    apart = re.match(r"\s[–—|·-]\s(?=\S+\s\S)", line)
    labelled = (b for b in facts if b.kind is BlockKind.FIELD and b.key in ("company", "client", "employer"))
    if apart is None or not any(reading.quote(b.span).startswith(name) for b in labelled):
        return title
    return reading.document.span(title.end + apart.end(), title.end + len(line.rstrip()))


def _names_employer(reading: Reading, title: Span) -> bool:
    """Return whether a line names nothing but an employer that the page states elsewhere by its post or dates, too."""
    return any(
        m.kind is EntityKind.EMPLOYER and 10 * len(m.span) >= 9 * len(title) and title.overlaps(m.span)
        for m in reading.mentions_near(title)
    )


def _is_authored(reading: Reading) -> bool:
    """Return whether the page says who its author is, so that other words that look like a name are none."""
    return any(m.kind is EntityKind.PERSON and m.attributes.get("named") is not False for m in reading.mentions)


_MORE_FACTS = re.compile(
    r"(?i)[/|·•]\s?(?:tools?|engine|duration|timeline|team(?:\ssize)?|genre|platforms?|client|stack|(?:my|primary\s)?role)\s?:\s"
)
"""Further labels in a line of facts: "Tools: Godot / Duration: 8 months / Team size: 4"."""


def _count_facts(reading: Reading, block: Block) -> int:
    if not _is_fact(reading, block):
        return 0
    return 1 + len(_MORE_FACTS.findall(reading.quote(block.span))) if block.kind is BlockKind.FIELD else 1


def _is_fact(reading: Reading, block: Block) -> bool:
    """Return whether a block says for whom, as what or when: "Role: designer", or "Industry" above its value."""
    if block.kind is BlockKind.FIELD:
        return block.key in FACTS
    words = reading.quote(block.span)
    if block.kind is BlockKind.LIST_ITEM:
        return words.partition(":")[0].casefold().strip(" *_") in FACTS
    return len(words) < 24 and words.casefold().strip(" :") in FACTS


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
