"""Finds stories of flattened pages: one to three short lines, then the sentence that tells the work, then its cards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.entry_facts import begins_with_degree
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.quantities.cards import find_cards
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title, is_work_verb, names_work, read_achievement
from graph.extraction.works.bullet_places import tells_ways
from graph.extraction.works.covered import Covered
from graph.extraction.works.headings_of_posts import states_post
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_aside, names_part, names_period
from graph.extraction.works.tag_lines import is_tool_alone
from graph.model import EntityKind


def stories_by_short_titles(reading: Reading, covered: Covered) -> list[Story]:
    """Return stories of flattened pages: one to three short lines, then the sentence that tells the work, then its cards."""
    blocks = [b for b in reading.document.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    cards = find_cards(reading)
    in_cards = {b.span for card in cards for b in (card.figure, card.label)}
    stories: list[Story] = []
    for place, block in enumerate(blocks):
        text = reading.quote(block.span)
        if len(text) < 40 or any(
            block.span.overlaps(extent) for extent in (*covered, *(story.extent for story in stories))
        ):
            continue
        achievement = read_achievement(text, reading.vocabularies)
        first = place
        while first > 0 and place - first < 3 and _is_short_title(reading, blocks[first - 1], in_cards):
            first -= 1
        listed = first > 0 and reading.quote(blocks[first - 1].span).rstrip().endswith(":")
        if (
            first == place
            or listed
            or tells_ways(reading, blocks[first])
            or not _tells_work(reading, blocks[first:place], text, achievement is not None and not achievement.soft)
        ):
            continue
        end = block.span.end
        for card in cards:
            last = max(card.figure.span.end, card.label.span.end)
            begin = min(card.figure.span.start, card.label.span.start)
            if begin >= end and not reading.document.text[end:begin].strip():
                end = last
        end = _told_until(reading, blocks[place + 1 :], end, covered)
        titles = [b.span for b in blocks[first:place]]
        named = next((t for t in titles if names_work(reading.quote(t), reading.vocabularies)), titles[0])
        stories.append(
            Story(
                named,
                reading.document.span(blocks[first].span.start, end),
                "short-title",
                0.85,
                sentence=block.span,
                aliases=tuple(t for t in titles if t != named),
            )
        )
    return stories


def _told_until(reading: Reading, following: Sequence[Block], end: int, covered: Covered) -> int:
    """Return where a telling ends that goes on in whole sentences and in the short lines of lists that they introduce."""
    in_list = False
    for block in following:
        text = reading.quote(block.span).strip()
        if covered.touches(block.span) or reading.document.text[end : block.span.start].strip():
            break
        sentence = text.endswith((".", ":")) and len(text.split()) >= 3
        listed = in_list and (text[:1].islower() or len(text.split()) <= 4)
        if (not sentence and not listed) or states_post(reading, block):
            break
        in_list = text.endswith(":") or listed
        end = block.span.end
    return end


_ASSOCIATED = re.compile(
    r"(?i)(?:associated with|in association with|verknüpft mit|associé à|asociado (?:con|a)|associato a)\s"
)
"""Says for whom, below a project of a profile."""


_ON_SITE = re.compile(r"(?i)\s[·|]\s(?:on-?site|remote|hybrid|à distance|hybride|remoto|híbrido|presencial|vor ort)\Z")
"""Behind a town, as profiles write it: "Porto, Portugal · On-site"."""


_KICKER = re.compile(r"(?i)case\sstud(?:y|ies)\s{1,3}[·|•/]\s")
"""Opens the line above a title that says of what fields it is: "Case study · Ferries · Public sector"."""


def _is_short_title(reading: Reading, block: Block, in_cards: set[Span]) -> bool:
    text = reading.quote(block.span).strip()
    if (
        block.span in in_cards
        or text.startswith("![")
        or names_aside(text)
        or names_period(text)
        or names_part(text, reading.vocabularies)
        or not 1 <= len(text.split()) <= 12
        or text.endswith((".", "!", "?", ":", ";", ","))
        or not re.search(r"[A-Za-z]{3}", text)
    ):
        return False
    if (text.isupper() and len(text.split()) == 1 and block.kind is BlockKind.HEADING) or _ASSOCIATED.match(text):
        return False
    if text.casefold() in reading.vocabularies.work.plain_labels or _KICKER.match(text) is not None:
        return False
    if begins_with_degree(text, reading.vocabularies):
        return False
    if is_place(_ON_SITE.sub("", text)) or LEGAL_SUFFIX.search(text) or _lists_terms(reading, block):
        return False
    section = reading.section_at(block.span.start)
    known = section is not None and section.heading == block.span and section.kind is not SectionKind.OTHER
    return (
        not known
        and not re.search(r"\d{2,}", text)
        and not is_role_title(text, reading.vocabularies)
        and not any(
            m.kind in (EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION)
            and block.span.contains(m.span)
            and m.confidence > 0.7
            and m.rule != "prose"
            for m in reading.mentions_near(block.span)
        )
    )


def _lists_terms(reading: Reading, block: Block) -> bool:
    """Return whether a line is a list of technologies, "Salesforce, HubSpot, Excel", or one of those in lines of their own."""
    near = reading.mentions_near(block.span)
    terms = [m for m in near if m.kind is EntityKind.TECHNOLOGY and block.span.contains(m.span)]
    return is_tool_alone(reading, block) or (len(terms) > 1 and sum(len(m.span) for m in terms) > 0.6 * len(block.span))


def _tells_work(reading: Reading, titles: Sequence[Block], text: str, achieving: bool) -> bool:
    named = [b for b in titles if names_work(reading.quote(b.span), reading.vocabularies)]
    if achieving:
        return True
    if named and re.match(r"(?:An?|The)\s", text) is not None and len(text) > 60:
        return True
    if named and text.endswith(".") and re.search(r"\d\s?(?:%|[a-zA-Z])", text) is not None:
        return True
    # "Turning delivery failures into …" names work so surely that any paragraph may follow.
    verbal = [
        b
        for b in named
        if is_work_verb(re.split(r"\W", reading.quote(b.span).strip(), maxsplit=1)[0], reading.vocabularies)
    ]
    return any(reading.quote(b.span).lstrip()[:1].isupper() for b in verbal) and len(text) > 80
