"""Finds stories listed as entries: a short title, a line that says where and when, then what it was; and those of project_lines.py."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.places import is_place
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.keyed.values import is_date
from graph.extraction.quantities.cards import find_cards
from graph.extraction.reading import Reading
from graph.extraction.stories.project_lines import AT_EVENT, LONGEST_TITLE, is_told, projects_on_lines
from graph.extraction.titles.titles import is_about_writing, is_role_title, may_name_tool
from graph.extraction.works.covered import Covered
from graph.extraction.works.group_headings import divides_titled_bullets, holds_links_alone, stands_above_question
from graph.extraction.works.story import NO_WORK, Story
from graph.extraction.works.story_limits import (
    names_aside,
    names_moment,
    names_paper,
    names_part,
    names_period,
    names_whereabouts,
)
from graph.extraction.works.tag_lines import is_tool_alone
from graph.extraction.works.title_tails import name_behind_dates
from graph.model import EntityKind

_LONGEST_META = 16
"""Words; a longer line is told, not named."""
_ASIDE = re.compile(r"(?:(?<!\s)\s++)?\([^()]{4,40}\)$|^(?:\*\*|__)|(?:\*\*|__)(?=\s*(?:\(|$))")
"""Dates in brackets behind a title, and emphasis around it."""


def stories_by_entries(reading: Reading, covered: Covered) -> list[Story]:
    """Return the entries of a list of projects: in a section of projects, or two or more of one form elsewhere."""
    blocks = [b for b in reading.document.blocks if not covered.touches(b.span)]
    in_cards = {b.span for card in find_cards(reading) for b in (card.figure, card.label)}
    listed: list[int] = []
    dated: list[int] = []
    headed: dict[int, Span] = {}
    for place in range(len(blocks) - 1):
        if (head := _head_with_facts(reading, blocks[place])) is not None and (
            blocks[place + 1].kind is BlockKind.LIST_ITEM
            or any(is_told(reading, b) for b in blocks[place + 1 : place + 3])
        ):
            headed[place] = head
            listed.append(place)
            continue
        # Below such a head a short line says where or for whom.
        if place - 1 in headed or not _is_title(reading, blocks[place], in_cards):
            continue
        kind = section_kind_at(reading, blocks[place].span.start)
        if kind in (SectionKind.CREDENTIALS, SectionKind.EDUCATION):
            continue  # "### Project Management Basics", "May 2022": a course.
        in_projects = kind is SectionKind.PROJECTS
        if _is_meta(reading, blocks[place + 1]):
            if _heads_what_follows(reading, blocks[place], blocks[place + 1]):
                continue
            (listed if in_projects else dated).append(place)
        elif in_projects and is_told(reading, blocks[place + 1]):
            listed.append(place)
    starts = frozenset([*listed, *(dated if len(dated) > 1 else [])])
    stories = [_entry(reading, blocks, place, starts, in_cards, headed.get(place)) for place in sorted(starts)]
    return stories + projects_on_lines(reading, blocks, Covered(story.extent for story in stories))


def _heads_what_follows(reading: Reading, block: Block, below: Block) -> bool:
    """Return whether a heading with dates below a paragraph opens the next entry: "_CentOS, Java_", "### 2014 - 2018: Architect"."""
    is_marked = reading.document.media_type in ("text/markdown", "text/html")
    return is_marked and below.kind is BlockKind.HEADING and block.kind is BlockKind.PARAGRAPH


def _is_meta(reading: Reading, block: Block) -> bool:
    """Return whether a line says no more than where and when: "Handelsbolaget Rönn, 2022"."""
    text = reading.quote(block.span).strip()
    if len(text.split()) > _LONGEST_META or text.endswith((".", "!", "?")) or block.kind is BlockKind.LIST_ITEM:
        return False
    if not re.search(r"(?:19|20)\d\d|\d/\d", text) or not find_periods(text):
        return False
    return not any(
        is_role_title(piece, reading.vocabularies) for piece in re.split(r"(?:(?<!\s)\s++)?[,|•·–—(]\s*", text) if piece
    )


_ASSOCIATED = re.compile(
    r"(?i)(?:associated with|verknüpft mit|associé à|asociado (?:con|a)|associato a)\s|other creators$"
)
"""Says for whom or with whom, below a project of a profile."""


_LABELLED_OR_LINKS = re.compile(
    r"[*_]{1,3}[^\W\d_][^*_:\n]{1,30}(?::[*_]{1,3}|[*_]{1,3}:)\s|\[[^\n]{2,80}\]\([^()\s]{1,300}\)\s{0,3}[|·•/]?\s{0,3}\[|\[\\\[|\[\["
)
"""Opens a line of one fact or of several links: "*Tools:* Python", "[[code]](…) [[paper]](…)"."""


def _is_title(reading: Reading, block: Block, in_cards: set[Span]) -> bool:
    text = reading.quote(block.span).strip()
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or block.span in in_cards:
        return False
    section = reading.section_at(block.span.start) if block.kind is BlockKind.HEADING else None
    if section is not None and (divides_titled_bullets(reading, section) or stands_above_question(reading, section)):
        return False
    if block.kind is BlockKind.HEADING:
        section = reading.section_at(block.span.start)
        if section is not None and section.heading == block.span and holds_links_alone(reading, section):
            return False
    if not 1 <= len(text.split()) <= LONGEST_TITLE or text.endswith((".", "!", "?", ":", ";", ",")):
        return False
    if text.startswith("![") or names_aside(text) or names_period(text) or names_part(text, reading.vocabularies):
        return False
    if _ASSOCIATED.match(text) or AT_EVENT.match(text) or _LABELLED_OR_LINKS.match(text):
        return False
    text = _ASIDE.sub("", text)
    place = is_place(_FACTS_BEHIND.split(text)[0])
    if not re.search(r"[^\W\d_]{3}", text) or find_periods(text) or place or LEGAL_SUFFIX.search(text):
        return False
    section = reading.section_at(block.span.start)
    if section is not None and (
        section.kind in NO_WORK or (section.heading == block.span and section.kind is not SectionKind.OTHER)
    ):
        return False
    kinds = (EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION)
    if is_tool_alone(reading, block):
        return False
    if any(
        m.kind in kinds and block.span.overlaps(m.span) and m.attributes.get("named") is not False
        for m in reading.mentions_near(block.span)
    ):
        return False
    if names_paper(text) or names_moment(text) or names_whereabouts(text, reading.vocabularies):
        return False
    posts = text.split(" / ")  # "Consultant / Architect"
    is_post = all(is_role_title(post.strip(), reading.vocabularies) for post in posts) and not may_name_tool(
        text, reading.vocabularies
    )
    return not is_post and not is_about_writing(text, reading.vocabularies)


_FACTS_BEHIND = re.compile(r"\s*(?:[|•·]|\t|\s{3})\s*")


def _head_with_facts(reading: Reading, block: Block) -> Span | None:
    """Return the name with which a line of a list of projects opens, tools behind it: "Parcelbot | Python | 2021"."""
    text = reading.quote(block.span)
    if block.kind is BlockKind.PARAGRAPH and (found := name_behind_dates(text)) is not None:
        return _named_behind_dates(reading, block, found)
    parts = _FACTS_BEHIND.split(text)
    if block.kind is not BlockKind.PARAGRAPH or len(parts) < 2 or len(text) > 160 or "\n" in text:
        return None
    name = parts[0].strip("*_` ")
    if section_kind_at(reading, block.span.start) is not SectionKind.PROJECTS or not 1 <= len(name.split()) <= 8:
        return None
    if not name[:1].isalnum() or text.endswith((".", ":")) or find_periods(name):
        return None
    at = block.span.start + text.index(name)
    behind = reading.document.span(at + len(name), block.span.end)
    tools = any(m.kind is EntityKind.TECHNOLOGY and behind.contains(m.span) for m in reading.mentions_near(behind))
    # "Chess Tutor | Python": behind a post no tools stand, but for one known as a whole.
    is_post = is_role_title(name, reading.vocabularies) and not may_name_tool(name, reading.vocabularies)
    if is_post and (not tools or name.casefold() in reading.vocabularies.roles.whole):
        return None
    # "Parcelbot | Rust | 2020", but not the line of where and when below a title: "Lumora · 2021".
    right_set = re.search(r"\t|\s{3}", text) is not None and len(parts) == 2 and is_date(parts[1])
    dated = (
        ("|" in text or right_set)
        and bool(find_periods(text))
        and not any(is_role_title(p, reading.vocabularies) for p in parts)
    )
    if not (tools or dated):
        return None
    return reading.document.span(at, at + len(name))


def _named_behind_dates(reading: Reading, block: Block, found: tuple[int, int]) -> Span | None:
    """Return the name behind the dates of a line of a list of projects, if it is no post's and nobody's."""
    span = reading.document.span(block.span.start + found[0], block.span.start + found[1])
    name = reading.quote(span)
    if section_kind_at(reading, span.start) is not SectionKind.PROJECTS or len(name.split()) > LONGEST_TITLE:
        return None
    is_post = is_role_title(name, reading.vocabularies) and not may_name_tool(name, reading.vocabularies)
    if is_post or is_about_writing(name, reading.vocabularies):
        return None
    known = (EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION)
    return None if any(m.kind in known and span.overlaps(m.span) for m in reading.mentions_near(span)) else span


def _entry(
    reading: Reading,
    blocks: Sequence[Block],
    place: int,
    starts: Collection[int],
    in_cards: set[Span],
    head: Span | None = None,
) -> Story:
    """Return the story whose title stands at `place`, or is the `head` of the line there.

    It ends before the next entry, the next known section, an employment, or a short line behind its cards that is none.
    """
    last = place
    seen_card = False
    for following in range(place + 1, len(blocks)):
        block = blocks[following]
        if seen_card and block.span not in in_cards and not is_told(reading, block):
            break
        seen_card = seen_card or block.span in in_cards
        section = reading.section_at(block.span.start)
        opens = (
            section is not None
            and section.heading == block.span
            and (section.kind is not SectionKind.OTHER or section.level <= 2)
        )
        near = reading.mentions_near(block.span)
        posts = any(m.kind is EntityKind.ROLE and block.span.contains(m.span) for m in near)
        if following in starts or opens or (posts and following > place + 1):
            break
        last = following
    title = head or _shown(reading, blocks[place].span)
    return Story(
        title,
        reading.document.span(blocks[place].span.start if head is None else title.start, blocks[last].span.end),
        "short-title",
        0.82,
    )


def _shown(reading: Reading, span: Span) -> Span:
    """Return the words of a title that is one link: "[Parcelbot](https://…)"."""
    linked = _ONE_LINK.fullmatch(reading.quote(span).strip())
    if linked is None:
        return span
    start = span.start + reading.quote(span).index(linked["t"])
    return reading.document.span(start, start + len(linked["t"]))


_ONE_LINK = re.compile(r"[*_]{0,3}\[[*_`]{0,3}(?P<t>[^\]\[\n]{2,70}?)[*_`]{0,3}\]\([^()\s]{1,300}\)[*_]{0,3}")
