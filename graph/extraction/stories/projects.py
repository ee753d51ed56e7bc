"""Makes projects of the stories that a document tells: which tellings are the same work, its name, its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import BlockKind, Span
from graph.extraction.dates.dates import find_periods, parse_period
from graph.extraction.heads.entry_facts import begins_with_degree
from graph.extraction.keyed.career_fields import field_records
from graph.extraction.reading import Reading
from graph.extraction.stories.roles import roles_in
from graph.extraction.stories.same_work import begins_with_verb, same_work
from graph.extraction.stories.shown_titles import shown_title
from graph.extraction.stories.stories import find_stories
from graph.extraction.titles.page_asides import names_page_aside
from graph.extraction.titles.titles import names_work
from graph.extraction.works.story import Story
from graph.extraction.works.story_parts import parts_of
from graph.extraction.works.title_tails import without_tail
from graph.model import DateRange, EntityKind, Json, Mention
from graph.slugs import digest, short_slug

_RANK = {"keys": 0, "heading": 1, "short-title": 2, "table-row": 3, "titled-bullet": 4, "answer": 5, "achievement": 6}


def find_projects(reading: Reading) -> list[Mention]:
    """Return a mention for each telling of each piece of work; tellings of the same work share their key."""
    stories = find_stories(reading)
    mentions: list[Mention] = []
    for group, reason in same_work(reading, stories):
        best = min(group, key=lambda story: _title_rank(reading, story))
        if best.soft:
            continue
        title = without_tail(reading.quote(best.title), reading.vocabularies.technologies)
        name = shown_title(title, [m.name for m in reading.mentions if m.kind is EntityKind.EMPLOYER])
        if _names_nothing(reading, name):
            continue
        key = f"{short_slug(name)}-{digest(name)}"
        for story in group:
            roles = [" ".join(reading.quote(span).split()) for span in roles_in(reading, story.extent)]
            mentions.append(
                Mention(
                    kind=EntityKind.PROJECT,
                    key=key,
                    name=name,
                    text=reading.quote(story.title),
                    span=story.title,
                    rule=f"project-{story.rule}",
                    confidence=story.confidence,
                    section_id=reading.section_id_at(story.title.start),
                    attributes=_facts(reason if story is not best else "", roles),
                    period=_period(reading, story),
                    parts=parts_of(reading, story.extent),
                    extent=story.extent,
                )
            )
            mentions.extend(_alias(reading, key, name, story, alias) for alias in story.aliases)
    return mentions


def _names_nothing(reading: Reading, name: str) -> bool:
    """Return whether a title is a date ("Mai 2015" in the first column of certificates), a page's figure ("Top Langs", "03") or a degree."""
    if names_page_aside(name) or not any(char.isalpha() for char in name):
        return True
    if _OF_STUDY.search(name) is None and begins_with_degree(name, reading.vocabularies):
        return True
    if not name[-4:].isdigit() or len(name) > 24:
        return False
    return any(found.start == 0 and found.end == len(name) for found in find_periods(name))


_OF_STUDY = re.compile(r"(?i):|thesis|dissertation|project|arbeit|mémoire|tesis|tesi\b")
"""Behind a degree, that work was done for it: "MSc thesis", "BSc project"."""


def _facts(reason: str, roles: Sequence[str]) -> dict[str, Json]:
    facts: dict[str, Json] = {"joined": reason} if reason else {}
    if roles:
        facts["roles"] = list(dict.fromkeys(roles))
    return facts


_PERIOD_KEY = re.compile(r"(?:^|\.)(?:period|when|dates?|duration|timeframe|years?)$")


def _period(reading: Reading, story: Story) -> DateRange | None:
    """Return when the work was done: dates in the title's line, or a field `period` of the story; else None."""
    block = reading.block_at(story.title.start)
    if (block is not None and len(block.span) <= 160) or (story.rule == "titled-bullet" and block is not None):
        line_end = min(block.span.end, story.title.end + 60)
        found = find_periods(reading.document.text[story.title.start : line_end])
        if found:
            return found[0].range
    for block in reading.blocks_in(story.extent):
        if block.kind is BlockKind.FIELD and _PERIOD_KEY.search(block.key.casefold()):
            return parse_period(reading.quote(block.span))
    return _keyed_period(reading, story) if reading.document.is_keyed else None


def _keyed_period(reading: Reading, story: Story) -> DateRange | None:
    """Return the period that the fields beside the title state: `startDate`, `end_date` …"""
    title = reading.block_at(story.title.start)
    if title is None or "." not in title.key:
        return None
    prefix = title.key.rpartition(".")[0]
    return next((r.period(reading) for r in field_records(reading) if r.prefix == prefix), None)


_ASKED = re.compile(
    r"(?i)(?:story\s?\d{0,2}\s?[:–—-]\s)?(?:a|an|the|one|my)\s(?:\w+\s){0,3}(?:time|situation|moment|occasion|problem|conflict|failure|mistake|disagreement|challenge|decision|project)\s(?:(?:when|where|that)\s)?(?:i|we|you)\b"
)
"""A title that says what was asked for, not what the work was: "A time I led a project", "The hardest problem I solved"."""


def _title_rank(reading: Reading, story: Story) -> tuple[bool, bool, int, bool, bool, int]:
    """Return how well a story's title stands for the work, best first."""
    verbal = story.rule == "achievement" and begins_with_verb(reading, story)
    return (
        story.soft,
        _ASKED.match(reading.quote(story.title)) is not None,
        _RANK[story.rule],
        verbal,
        not names_work(reading.quote(story.title), reading.vocabularies),
        story.title.start,
    )


def _alias(reading: Reading, key: str, name: str, story: Story, span: Span) -> Mention:
    return Mention(
        EntityKind.PROJECT,
        key,
        name,
        reading.quote(span),
        span,
        f"project-{story.rule}",
        story.confidence - 0.1,
        reading.section_id_at(span.start),
    )
