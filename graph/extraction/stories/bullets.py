"""Finds stories in bullets and lines: those with a title of their own, and those that begin with a verb of achievement."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.career_keys import WORK_ROOTS, without_wrappers
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading
from graph.extraction.stories.alike_bullets import stories_shaped_alike
from graph.extraction.stories.sentences import stories_in_paragraph
from graph.extraction.titles.routine_work import heads_duties
from graph.extraction.titles.titles import Achievement, is_role_title, read_achievement
from graph.extraction.works.bare_deeds import is_bare_deed, is_bare_title
from graph.extraction.works.bullet_openings import opening
from graph.extraction.works.bullet_places import caption_above, lists_duties, tells_ways
from graph.extraction.works.bullet_titles import (
    bold_title,
    bullet_title,
    line_title,
    outline_title,
    quoted_title,
    tells_behind,
)
from graph.extraction.works.covered import Covered
from graph.extraction.works.deed_titles import title_span
from graph.extraction.works.headings_of_posts import names_post
from graph.extraction.works.sentence_titles import sentence_title
from graph.extraction.works.story import NO_WORK, Story
from graph.extraction.works.story_limits import names_aside, names_moment, names_period
from graph.extraction.works.told_below import bullets_below, tools_below

_ACHIEVING_KEYS = re.compile(
    r"(?:^|\.)(?:highlights|achievements?|accomplishments?|bullets|responsibilities|results|contributions|"
    r"risultati|attività|compiti|logros|resultados|tareas|funciones|réalisations|résultats|missions|tâches|erfolge|ergebnisse|aufgaben|tätigkeiten|leistungen|"
    r"conquistas|realizações|atividades|resultaten|prestaties|taken|werkzaamheden)(?:\[\d+\])?(?:\.text)?$"
)


_LISTED_BELOW_JOB = re.compile(r"(?<!\w)(?P<root>\w++)\[\d++\]\.(?:\w++(?:\[\d++\])?\.)?(?P<leaf>\w++)\[\d++\]")
"""Elements of a list below a job, whatever it is called: `experience[0].did[1]`."""
_NO_TELLING = re.compile(
    r"(?:skills?|tools?|tech\w*|keywords?|tags?|stack|languages?|links?|urls?|locations?|courses?|certific\w*)$"
)


_STAMP = re.compile(
    r"(?i)\W{0,3}(?:last )?(?:updated|revised|modified|edited|published|posted)(?: on| at)?:?\s[\w ,./-]{0,24}\d{4}\W{0,3}"
)
"""When the paper was changed: "Updated 3 October 2015"."""


_SHORTEST, _SHORTEST_AMONG_PROJECTS = 50, 20
"""Characters behind a label that may tell a work."""


def stories_by_achievements(reading: Reading, covered: Covered) -> list[Story]:
    """Return bullets and lines outside other stories that begin with a verb of achievement."""
    stories: list[Story] = []
    for place, block in enumerate(reading.document.blocks):
        if covered.touches(block.span) or not _may_tell(reading, block):
            continue
        above = outline_title(reading, reading.document.blocks, place)
        titled, achievement = _title(reading, block, above), _achievement(reading, block)
        if titled is None and is_bare_deed(reading, block, achievement):
            continue
        heads_outline = titled is not None and titled == above
        is_short = len(reading.quote(block.span).split()) < 4
        if titled is None and achievement is None:
            stories += stories_in_paragraph(reading, block)
            continue
        if is_short and not heads_outline:
            continue
        is_deeper = block.kind is BlockKind.LIST_ITEM and block.level > 0
        if is_deeper and stories and stories[-1].extent.end >= block.span.start:
            continue
        if titled is None and (several := stories_in_paragraph(reading, block)):
            stories += several
        elif (story := _story(reading, block, titled, achievement)) is not None:
            stories.append(story)
    return sorted(
        stories + stories_shaped_alike(reading, stories, covered),
        key=lambda story: (story.extent.start, story.extent.end),
    )


def _may_tell(reading: Reading, block: Block) -> bool:
    """Return whether a block stands where work may be told, and is none that is still to be done or says when the paper was changed."""
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.FIELD):
        return False
    if block.kind is BlockKind.FIELD and not _may_achieve(reading, block):
        return False
    section = reading.section_at(block.span.start)
    kind = section_kind_at(reading, block.span.start)
    if kind in NO_WORK - {SectionKind.SUMMARY} or (section is not None and names_aside(section.title)):
        return False
    if names_aside(caption_above(reading, block)) or tells_ways(reading, block):
        return False
    # "- [ ] moved to Q4: dashboard" is still to be done.
    is_open = reading.document.text.endswith("[ ] ", 0, block.span.start)
    return not is_open and _STAMP.fullmatch(reading.quote(block.span)) is None


def _title(reading: Reading, block: Block, above: Span | None) -> Span | None:
    """Return the words of a block that name its work, `above` those that stand over deeper bullets; None where they name none."""
    text = reading.quote(block.span)
    marked = (
        above
        or line_title(reading, block, text)
        or bold_title(reading, block, text)
        or quoted_title(reading, block, text)
    )
    titled = marked or bullet_title(reading, block, text)
    titled = titled or sentence_title(reading, block, text) or opening(reading, block, text)
    if titled is None:
        return None
    named = reading.quote(titled)
    if marked is None and is_bare_title(reading, block, named):
        return None
    if names_post(reading, titled) or names_moment(named) or names_period(named):
        return None
    is_summary = section_kind_at(reading, block.span.start) is SectionKind.SUMMARY
    return None if is_summary and not tells_behind(reading, block, titled) else titled


def _achievement(reading: Reading, block: Block) -> Achievement | None:
    """Return the deed that a block tells; a gerund tells one in English bullets alone, where it is no duty."""
    text = reading.quote(block.span)
    deed = read_achievement(text, reading.vocabularies)
    if deed is None or not deed.verb.endswith("ing"):
        return deed
    # "Planning" is a noun in Dutch and German.
    may_be_gerund = block.kind is BlockKind.LIST_ITEM and style_of(reading).language == "en"
    return None if not may_be_gerund or _is_duty(reading, block, text, deed) else deed


def _story(reading: Reading, block: Block, titled: Span | None, achievement: Achievement | None) -> Story | None:
    """Return a block with the deeper bullets below it as a story, by its title or its deed; None where too few words name the work."""
    tools = tools_below(reading, block) if titled is not None else None
    end = block.span.end if tools is None else tools.end
    if deeper := bullets_below(reading, block):
        end = deeper[-1].span.end
    if titled is not None:
        extent = reading.document.span(min(titled.start, block.span.start), end)
        return Story(titled, extent, "titled-bullet", 0.85, sentence=block.span)
    assert achievement is not None
    title, extent = title_span(reading, block, achievement), reading.document.span(block.span.start, end)
    if len(title) < 4:
        return None
    return Story(title, extent, "achievement", 0.8, soft=achievement.soft, sentence=block.span)


def _is_duty(reading: Reading, block: Block, text: str, deed: Achievement) -> bool:
    """Return whether a gerund stands below or behind "Duties included:", or in a post's title: "2025: Teaching Assistant"."""
    if lists_duties(reading, block) or is_role_title(text[deed.verb_start :], reading.vocabularies):
        return True
    return ":" in text[: deed.verb_start] and heads_duties(text[: text.index(":")])


def _may_achieve(reading: Reading, block: Block) -> bool:
    """Return whether a field may hold an achievement: one of a list of highlights, or, outside YAML, a long labelled line.

    Among projects a short one says what the named thing is: "**Tidebell**: A bell for low water, in Rust."
    """
    if reading.document.is_keyed:
        if _ACHIEVING_KEYS.search(block.key) is not None:
            return True
        listed = _LISTED_BELOW_JOB.fullmatch(without_wrappers(block.key))
        told = len(reading.quote(block.span).split()) >= 5
        return (
            listed is not None and told and listed["root"] in WORK_ROOTS and _NO_TELLING.match(listed["leaf"]) is None
        )
    in_projects = section_kind_at(reading, block.span.start) is SectionKind.PROJECTS
    return len(reading.quote(block.span)) >= (_SHORTEST_AMONG_PROJECTS if in_projects else _SHORTEST)
