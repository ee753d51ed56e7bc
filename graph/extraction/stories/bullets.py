"""Finds stories in bullets and lines: those with a title of their own, and those that begin with a verb of achievement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.career_keys import WORK_ROOTS, without_wrappers
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading
from graph.extraction.titles.routine_work import heads_duties, is_routine
from graph.extraction.titles.titles import (
    Achievement,
    is_role_title,
    is_work_verb,
    names_work,
    opens_with_noun,
    read_achievement,
)
from graph.extraction.works.bare_deeds import is_bare_deed, is_bare_title
from graph.extraction.works.bullet_places import (
    bullet_lists,
    caption_above,
    is_at_work,
    is_below_post,
    lists_duties,
    tells_ways,
)
from graph.extraction.works.bullet_titles import (
    bold_title,
    bullet_title,
    line_title,
    opening,
    quoted_title,
    tells_behind,
)
from graph.extraction.works.covered import Covered
from graph.extraction.works.listed_work import names_fields
from graph.extraction.works.sentence_titles import sentence_title
from graph.extraction.works.story import NO_WORK, Story
from graph.extraction.works.story_limits import names_aside, names_moment, names_period
from graph.model import EntityKind

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
    r"(?i)\W{0,3}(?:last )?(?:updated|revised|modified|edited)(?: on| at)?:?\s[\w ,./-]{0,24}\d{4}\W{0,3}"
)
"""When the paper was changed: "Updated 3 October 2015"."""


def stories_by_achievements(reading: Reading, covered: Covered) -> list[Story]:
    """Return bullets and lines outside other stories that begin with a verb of achievement."""
    stories: list[Story] = []
    blocks = reading.document.blocks
    for place, block in enumerate(blocks):
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.FIELD) or covered.touches(block.span):
            continue
        if block.kind is BlockKind.FIELD and not _may_achieve(reading, block):
            continue
        section = reading.section_at(block.span.start)
        kind = section_kind_at(reading, block.span.start)
        if kind in NO_WORK - {SectionKind.SUMMARY} or (section is not None and names_aside(section.title)):
            continue
        if names_aside(caption_above(reading, block)) or tells_ways(reading, block):
            continue
        text = reading.quote(block.span)
        if _STAMP.fullmatch(text) is not None or reading.document.text.endswith("[ ] ", 0, block.span.start):
            continue  # "- [ ] moved to Q4: dashboard" is still to be done.
        above = _title_above_bullets(reading, blocks, place)
        marked = (
            above
            or line_title(reading, block, text)
            or bold_title(reading, block, text)
            or quoted_title(reading, block, text)
        )
        titled = marked or bullet_title(reading, block, text)
        titled = titled or sentence_title(reading, block, text) or opening(reading, block, text)
        named = "" if titled is None else reading.quote(titled)
        if titled is not None and marked is None and is_bare_title(reading, block, named):
            titled = None
        if titled is not None and (_names_post(reading, titled) or names_moment(named) or names_period(named)):
            titled = None
        if titled is not None and kind is SectionKind.SUMMARY and not tells_behind(reading, block, titled):
            titled = None
        achievement = read_achievement(text, reading.vocabularies)
        # "Planning" is a noun in Dutch and German.
        may_be_gerund = block.kind is BlockKind.LIST_ITEM and style_of(reading).language == "en"
        if achievement is not None and achievement.verb.endswith("ing") and not may_be_gerund:
            achievement = None
        if achievement is not None and achievement.verb.endswith("ing") and _is_duty(reading, block, text, achievement):
            achievement = None
        if titled is None and is_bare_deed(reading, block, achievement):
            continue
        heads_outline = titled is not None and titled == above
        if (titled is None and achievement is None) or (len(text.split()) < 4 and not heads_outline):
            continue
        if (
            block.kind is BlockKind.LIST_ITEM
            and block.level > 0
            and stories
            and stories[-1].extent.end >= block.span.start
        ):
            continue
        if titled is None and (several := _deeds_in(reading, block)):
            stories += several
            continue
        end = block.span.end
        for following in blocks[place + 1 :]:
            if (
                following.kind is not BlockKind.LIST_ITEM
                or block.kind is not BlockKind.LIST_ITEM
                or following.level <= block.level
            ):
                break
            end = following.span.end
        start = block.span.start if titled is None else min(titled.start, block.span.start)
        if titled is not None:
            stories.append(Story(titled, reading.document.span(start, end), "titled-bullet", 0.85, sentence=block.span))
            continue
        assert achievement is not None
        title = title_span(reading, block, achievement)
        if len(title) >= 4:
            stories.append(
                Story(
                    title,
                    reading.document.span(start, end),
                    "achievement",
                    0.8,
                    soft=achievement.soft,
                    sentence=block.span,
                )
            )
    return sorted(
        stories + _shaped_alike(reading, stories, covered), key=lambda story: (story.extent.start, story.extent.end)
    )


def _is_duty(reading: Reading, block: Block, text: str, deed: Achievement) -> bool:
    """Return whether a gerund stands below or behind "Duties included:", or in a post's title: "2025: Teaching Assistant"."""
    if lists_duties(reading, block) or is_role_title(text[deed.verb_start :], reading.vocabularies):
        return True
    return ":" in text[: deed.verb_start] and heads_duties(text[: text.index(":")])


def _deeds_in(reading: Reading, block: Block) -> list[Story]:
    """Return the stories of a job's paragraph in which two sentences or more each tell a deed with a figure; else nothing."""
    section = reading.section_at(block.span.start)
    if block.kind is not BlockKind.PARAGRAPH or section is None or section.kind is not SectionKind.EXPERIENCE:
        return []
    sentences = reading.sentences_from(block.span)
    deeds: list[tuple[Span, Achievement]] = []
    for sentence in sentences:
        text = reading.quote(sentence)
        deed = read_achievement(text, reading.vocabularies)
        figures = find_quantities(text, reading.vocabularies.units)
        if (
            deed is not None
            and deed.verb_start == 0
            and not deed.soft
            and any(q.unit or q.before is not None for q in figures)
        ):
            deeds.append((sentence, deed))
    if len(deeds) < 2:
        return []
    found: list[Story] = []
    for number, (sentence, deed) in enumerate(deeds):
        end = deeds[number + 1][0].start if number + 1 < len(deeds) else block.span.end
        last = max(s.end for s in sentences if s.start < end)
        title = title_span(reading, Block(block.kind, sentence, block.level, block.key), deed)
        if len(title) >= 4:
            extent = reading.document.span(sentence.start, last)
            found.append(Story(title, extent, "achievement", 0.78, sentence=sentence))
    return found


_SHAPE = re.compile(
    r"(?P<t>[A-ZÀ-ÖØ-Þ][^.:;,()|\d]{2,48}?)(?P<end>[.:]|\s[–—-])\s+(?=[A-ZÀ-ÖØ-Þ\d£€$\w])(?P<rest>\S.{14,})", re.DOTALL
)


def _shaped_alike(reading: Reading, stories: Sequence[Story], covered: Covered) -> list[Story]:
    """Return a story for each bullet that opens like two or more titled ones of its list: "Contract bank. 212 templates …"."""
    told = {story.extent.start: story for story in stories}
    found: list[Story] = []
    for items in bullet_lists(reading):
        dated = [
            (b, m) for b in items if (m := _DATED.match(reading.quote(b.span))) is not None and find_periods(m["d"])
        ]
        if len(dated) >= 2 and 3 * len(dated) >= 2 * len(items):
            found += _dated_alike(reading, dated, set(told), covered)
            continue
        shapes = [(block, _SHAPE.match(reading.quote(block.span))) for block in items]
        known = [
            match["end"].strip()
            for block, match in shapes
            if match is not None and block.span.start in told and told[block.span.start].rule == "titled-bullet"
        ]
        for block, match in shapes if len(known) >= 2 and 2 * len(known) >= len(items) - 1 else ():
            if (
                match is None
                or block.span.start in told
                or covered.touches(block.span)
                or match["end"].strip() not in known
            ):
                continue
            name, start = match["t"].rstrip(), block.span.start
            first = name.split()[0]
            if len(name.split()) > 6 or name.casefold() in reading.vocabularies.work.plain_labels:
                continue
            if is_role_title(name, reading.vocabularies) or is_work_verb(first, reading.vocabularies):
                continue
            title = reading.document.span(start, start + len(name))
            if not _names_post(reading, title) and not names_moment(name):
                found.append(Story(title, block.span, "titled-bullet", 0.78, sentence=block.span))
    return found


_DATED = re.compile(
    r"(?:\*\*|__)?(?P<t>[A-ZÀ-ÖØ-Þ\d][^.:;()|*\n]{3,70}?)(?:\*\*|__)?\s(?P<d>\([^()\n]{4,30}\))\s?[:.–—-]\s+\S.{19,}",
    re.DOTALL,
)


def _dated_alike(
    reading: Reading, dated: Sequence[tuple[Block, re.Match[str]]], told: set[int], covered: Covered
) -> list[Story]:
    """Return a story for each bullet of a list whose bullets name something with its year: "Heat at school (2020): 210 …"."""
    found: list[Story] = []
    for block, match in dated:
        section = reading.section_at(block.span.start)
        if block.span.start in told or covered.touches(block.span) or (section is not None and section.kind in NO_WORK):
            continue
        start = block.span.start + match.start("t")
        title = reading.document.span(start, start + len(match["t"].rstrip()))
        name = match["t"]
        if _names_post(reading, title) or is_role_title(name, reading.vocabularies) or names_moment(name):
            continue
        known = (EntityKind.INSTITUTION, EntityKind.CREDENTIAL, EntityKind.PERSON)
        if any(m.kind in known for m in reading.mentions_near(block.span)):
            continue
        told_of = reading.document.span(title.end, block.span.end)
        tools = any(m.kind is EntityKind.TECHNOLOGY for m in reading.mentions_near(told_of))
        if tools or any(
            q.unit for q in find_quantities(reading.quote(told_of)[len(match["d"]) + 1 :], reading.vocabularies.units)
        ):
            found.append(Story(title, block.span, "titled-bullet", 0.78, sentence=block.span))
    return found


_AFTER_NAME = re.compile(r"\s*(?:[<(\[][^<>()\[\]]{0,24}[>)\]])?\s*:?\s*$")
_UNNAMED = re.compile(
    r"[.!?;,]|\d{3}|\d\s(?:hours?|days?|weeks?|months?|hrs)\b|[%$€£]|\b(?:I|we|me|my|our|is|was|were|are)\b"
)


def _title_above_bullets(reading: Reading, blocks: Sequence[Block], place: int) -> Span | None:
    """Return a bullet's few words where at least two deeper ones below tell of them, as in an outline: "- cost diet <2023>".

    Only below an employment: in a list, or on a bullet, that names an employer or a post.
    """
    block = blocks[place]
    text = reading.quote(block.span)
    if block.kind is not BlockKind.LIST_ITEM or len(text) > 70 or not _is_below_job(reading, blocks, place):
        return None
    below = []
    for following in blocks[place + 1 : place + 30]:
        if following.kind is not BlockKind.LIST_ITEM or following.level <= block.level:
            break
        below.append(following)
    told = sum(len(reading.quote(b.span).split()) for b in below)
    name = _AFTER_NAME.sub("", text).strip("*_` ")
    words = name.split()
    deed = read_achievement(text, reading.vocabularies)
    if deed is not None and is_routine(deed.verb, text[deed.verb_start + len(deed.verb) :]):
        return None  # "Merged 3 large PRs"
    if len(below) < 2 or told < 6 or not 2 <= len(words) <= 7 or _UNNAMED.search(name):
        return None
    if name.casefold() in reading.vocabularies.work.plain_labels or is_role_title(name, reading.vocabularies):
        return None
    if names_fields(name):
        return None
    at = block.span.start + text.index(name)
    span = reading.document.span(at, at + len(name))
    return None if _names_post(reading, span) else span


def _is_below_job(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether the nearest bullet of a lower level names an employer, or the list stands where work is listed."""
    return is_below_post(reading, blocks, place) or is_at_work(reading, blocks[place])


def _names_post(reading: Reading, title: Span) -> bool:
    """Return whether an employment's title or employer stands in words that would name a piece of work."""
    kinds = (EntityKind.ROLE, EntityKind.EMPLOYER)
    stated = [m for m in reading.mentions_near(title) if m.kind in kinds and m.rule != "prose"]
    if any(m.kind is EntityKind.ROLE and m.period is not None and m.span.start == title.start for m in stated):
        return True  # "**Research Assistant, Tarn Lab, University of Fenwick**, 2017 – 2019."
    return 2 * sum(len(m.span) for m in stated) > len(title)


def _may_achieve(reading: Reading, block: Block) -> bool:
    """Return whether a field may hold an achievement: one of a list of highlights, or, outside YAML, a long labelled line."""
    if reading.document.is_keyed:
        if _ACHIEVING_KEYS.search(block.key) is not None:
            return True
        listed = _LISTED_BELOW_JOB.fullmatch(without_wrappers(block.key))
        told = len(reading.quote(block.span).split()) >= 5
        return (
            listed is not None and told and listed["root"] in WORK_ROOTS and _NO_TELLING.match(listed["leaf"]) is None
        )
    return len(reading.quote(block.span)) >= 50


def title_span(reading: Reading, block: Block, achievement: Achievement) -> Span:
    """Return the words that name the work, with their verb where they would not say that it is work: "Reduced licensing costs"."""
    start, end = block.span.start + achievement.title_start, block.span.start + achievement.title_end
    title = reading.document.span(start, end)
    if names_work(reading.quote(title), reading.vocabularies):
        return title
    if (noun := opens_with_noun(reading.quote(title), reading.vocabularies)) is not None:
        return reading.document.span(start + noun[0], start + noun[1])
    return reading.document.span(block.span.start + achievement.verb_start, end)
