"""Finds stories in bullets and lines: those with a title of their own, and those that begin with a verb of achievement."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.career_keys import WORK_ROOTS, without_wrappers
from graph.extraction.headlines import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex
from graph.extraction.story import NO_WORK, Story
from graph.extraction.story_limits import counts_several, names_moment, names_period
from graph.extraction.titles import (
    Achievement,
    is_role_title,
    is_work_verb,
    may_name_tool,
    names_work,
    opens_with_noun,
    read_achievement,
)
from graph.extraction.titles_abroad import work_done
from graph.extraction.writing_styles import style_of
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


def stories_by_achievements(reading: Reading, covered: Sequence[Span]) -> list[Story]:
    """Return bullets and lines outside other stories that begin with a verb of achievement."""
    taken = SpanIndex((extent, extent) for extent in covered)
    stories: list[Story] = []
    blocks = reading.document.blocks
    for place, block in enumerate(blocks):
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.FIELD) or taken.touches(block.span):
            continue
        if block.kind is BlockKind.FIELD and not _may_achieve(reading, block):
            continue
        section = reading.section_at(block.span.start)
        if section is not None and section.kind in NO_WORK - {SectionKind.SUMMARY}:
            continue
        text = reading.quote(block.span)
        above = _title_above_bullets(reading, blocks, place)
        titled = (
            above
            or _bold_title(reading, block, text)
            or _quoted_title(reading, block, text)
            or _bullet_title(reading, block, text)
            or _opening(reading, block, text)
        )
        if titled is not None and (_names_post(reading, titled) or names_moment(reading.quote(titled))):
            titled = None
        achievement = read_achievement(text, reading.vocabularies)
        # "Planning" is a noun in Dutch and German.
        may_be_gerund = block.kind is BlockKind.LIST_ITEM and style_of(reading).language == "en"
        if achievement is not None and achievement.verb.endswith("ing") and not may_be_gerund:
            achievement = None
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
    return stories


_AFTER_NAME = re.compile(r"\s*(?:[<(\[][^<>()\[\]]{0,24}[>)\]])?\s*:?\s*$")
_UNNAMED = re.compile(r"[.!?;,]|\d{3}|[%$€£]|\b(?:I|we|me|my|our|is|was|were|are)\b")


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
    if len(below) < 2 or told < 6 or not 2 <= len(words) <= 7 or _UNNAMED.search(name):
        return None
    if name.casefold() in reading.vocabularies.work.plain_labels or is_role_title(name, reading.vocabularies):
        return None
    at = block.span.start + text.index(name)
    span = reading.document.span(at, at + len(name))
    return None if _names_post(reading, span) else span


def _is_below_job(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether the nearest bullet of a lower level names an employer, or the list stands where work is listed."""
    return _is_below_post(reading, blocks, place) or _is_at_work(reading, blocks[place])


def _is_below_post(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether the nearest bullet of a lower level names an employer or a post."""
    level = blocks[place].level
    for above in reversed(blocks[max(0, place - 60) : place]):
        if above.kind is not BlockKind.LIST_ITEM:
            break
        if above.level < level:
            kinds = {m.kind for m in reading.mentions_near(above.span) if above.span.contains(m.span)}
            if kinds & {EntityKind.EMPLOYER, EntityKind.ROLE}:
                return True
            level = above.level
    return False


_BRAG = re.compile(
    r"(?i)\b(?:brag|self[- ]?(?:appraisal|review|assessment|evaluation)|wins|highlights|achievements|accomplishments|successes|erfolge|ergebnisse|réussites|réalisations|logros|resultados|risultati|successi|resultaten|successen|conquistas|what i did (?:in|at)|went well)\b"
)


def _is_at_work(reading: Reading, block: Block) -> bool:
    """Return whether a bullet stands where work is listed: in employments, projects or results, in a log by dates, or in a list of successes."""
    kind = section_kind_at(reading, block.span.start)
    if kind in (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OUTCOMES):
        return True
    first = reading.document.blocks[0].span
    section = reading.section_at(block.span.start)
    if kind is SectionKind.OTHER and section is not None and section.heading is not None:
        heading = section.heading
        near = reading.mentions_near(heading)
        is_post = any(m.kind is EntityKind.ROLE and m.period is not None and heading.contains(m.span) for m in near)
        if is_post or names_period(section.title):
            return True
    if block.level > 0 and block.kind is BlockKind.LIST_ITEM:
        blocks = reading.document.blocks
        place = bisect_left(blocks, block.span.start, key=lambda b: b.span.start)
        if place < len(blocks) and blocks[place] is block and _is_below_post(reading, blocks, place):
            return True
    return kind is SectionKind.OTHER and _BRAG.search(f"{reading.document.title} {reading.quote(first)}") is not None


def _names_post(reading: Reading, title: Span) -> bool:
    """Return whether an employment's title or employer stands in words that would name a piece of work."""
    kinds = (EntityKind.ROLE, EntityKind.EMPLOYER)
    covered = sum(len(m.span) for m in reading.mentions_near(title) if m.kind in kinds and m.rule != "prose")
    return 2 * covered > len(title)


_QUOTED_TITLE = re.compile(
    r"[\"“„«‘'](?P<t>[^\"“”„«»‘’'\n]{3,50})[\"”“»’']\s*(?:\([^)]{4,40}\)\s*)?(?::|[—–-])\s+(?=\S)"
)


def _quoted_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the name in quotation marks with which a bullet begins: "“Tide Lab” – virtual workshops …"."""
    match = _QUOTED_TITLE.match(text)
    if match is None or block.kind is not BlockKind.LIST_ITEM or not _is_at_work(reading, block):
        return None
    if len(text[match.end() :].split()) < 2 or match["t"][0].islower():
        return None
    return reading.document.span(block.span.start + match.start("t"), block.span.start + match.end("t"))


_BULLET_TITLE = re.compile(
    r"\A(?:\*\*|__)?(?P<t>[^.:;()|]{4,80}?)(?:\*\*|__)?(?:\s*(?P<d>\([^)]{4,40}\)))?\s*(?P<end>:|(?<=\s)[—–-]|\.)(?:\*\*|__)?\s+(?=\S)"
)


_BEHIND_TITLE = re.compile(r"(?:,\s[A-ZÀ-ÖØ-Þ][^,(]{2,40}|(?<!\s)\s++)?\([^()]{0,12}(?:19|20)\d\d[^()]{0,14}\)[.:]?$")
_BOLD_TITLE = re.compile(
    r"(?:(?:\*\*|__)(?P<t>[^*_\n]{4,80}?)[.:]?(?:\*\*|__)|[*_](?P<i>[^*_\n]{4,80}?)\.[*_])[.:]?\s*(?P<d>\([^)]{4,40}\))?[.:]?\s*(?:[—–-]\s+)?(?=\S)"
)

_MONTH_BEFORE = re.compile(r"(?:\*{1,2}|_{1,2})[^\W\d_]{3,9}\.?(?:\s\d{4})?[.:]?(?:\*{1,2}|_{1,2})[.:]?\s+(?=[*_])")
"""A month set apart before a bold title: "*May.* **Forklift-free zone.** …"."""


def _bold_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the bold or slanted words with which a bullet begins, if a sentence follows: "**Shipment backbone.** First cluster …"."""
    month = _MONTH_BEFORE.match(text)
    match = _BOLD_TITLE.match(text, month.end() if month else 0)
    if match is None or len(text[match.end() :].split()) < 5:
        return None
    # In running text bold words are titles only where work is listed.
    if block.kind is not BlockKind.LIST_ITEM and (block.kind is BlockKind.FIELD or not _is_at_work(reading, block)):
        return None
    # "**Market hall, City of Tarn (2019–2021).** Site management …": the client and the years name no work.
    group = "t" if match["t"] is not None else "i"
    title = _BEHIND_TITLE.sub("", match[group].strip())
    at_work = _is_at_work(reading, block)
    told = len(text[match.end() :].split()) >= 8 and re.search(r"\d", text[match.end() :]) is not None
    if counts_several(title) or names_period(title) or text[match.end()] in "|,·•":
        return None
    if title.casefold() in reading.vocabularies.work.plain_labels:
        return None
    if is_role_title(title, reading.vocabularies) and not (at_work and may_name_tool(title, reading.vocabularies)):
        return None
    if not (names_work(title, reading.vocabularies) or ((at_work or told) and 2 <= len(title.split()) <= 8)):
        return None
    start = block.span.start + match.start(group) + len(match[group]) - len(match[group].lstrip())
    return reading.document.span(start, start + len(title))


_NAMED_PROJECT = re.compile(
    r"(?i)(?:project|projekt|projet|proyecto|progetto|projeto|programme?|initiative)\s++[\"'“„«‘]?(?P<t>[^\"'”“»’:–—]{3,50})[\"'”“»’]?\s*(?::|\s[–—-]\s)"
)
_LABELLED = re.compile(r"(?P<t>[A-ZÀ-ÖØ-ÞΑ-Ω][^.:;()|]{2,60}?)\s*(?:\([^)]{2,40}\)\s*)?:\s+(?P<rest>\S.*)", re.DOTALL)


def _opening(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the words with which a bullet names its work without a listed noun: by "Project X:", by "Einführung von …", by a label.

    A label counts in an employment only, and where a clause of words follows it, not just a figure.
    """
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.FIELD):
        return None
    start = block.span.start
    if match := _NAMED_PROJECT.match(text):
        return reading.document.span(start + match.start("t"), start + len(text[: match.end("t")].rstrip()))
    found = opens_with_noun(text, reading.vocabularies)
    if not found and _is_at_work(reading, block) and style_of(reading).language == "de":
        found = work_done(text)
    if found:
        return reading.document.span(start + found[0], start + found[1])
    if block.kind is BlockKind.FIELD:
        return _label_of_field(reading, block, text)
    match = _LABELLED.match(text)
    if match is None:
        return _noun_phrase(reading, block, text)
    label = match["t"].strip()
    worded = re.findall(r"[^\W\d_]{3,}", match["rest"])
    if label.casefold() in reading.vocabularies.work.plain_labels or len(label.split()) > 7 or len(worded) < 4:
        return None
    if not _is_at_work(reading, block) or is_role_title(label, reading.vocabularies):
        return None
    return reading.document.span(start + match.start("t"), start + match.start("t") + len(match["t"].rstrip()))


def _label_of_field(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the label of a line ("Dual-sourcing program: second suppliers for …") if it names work.

    In an employment any label may; elsewhere it must be a bullet's or bold, and hold a noun of work.
    """
    if block.key in reading.vocabularies.work.plain_labels or len(block.key.split()) > 7:
        return None
    if reading.document.is_keyed:
        return None
    verbal = block.key.split()[0] in reading.vocabularies.work.verbs - reading.vocabularies.work.soft_verbs
    if not verbal and len(re.findall(r"[^\W\d_]{3,}", text)) < 4:
        return None
    whole = reading.document.text
    at = whole.casefold().rfind(block.key, 0, block.span.start)
    if at < 0 or not re.fullmatch(r"[*_\s:]{1,8}", whole[at + len(block.key) : block.span.start]):
        return None
    if not _is_at_work(reading, block):
        opening = whole[whole.rfind("\n", 0, at) + 1 : at]
        is_marked = re.fullmatch(r"\A\s*(?:(?:[-*+•–▪◦‣]|\d{1,2}[.)])\s+)?(?:\*\*|__)?", opening) and opening.strip()
        if not is_marked or not names_work(block.key, reading.vocabularies, may_be_post=True):
            return None
    return reading.document.span(at, at + len(block.key))


_PHRASE = re.compile(
    r"(?P<t>[A-ZÀ-ÖØ-Þ][^,;.:()–—]{5,80}?)(?=\s*[,;.:(–—]|\s+(?:with|in|using|used|built|written|live|serving|running|that|which|for|mit|für|con|avec|pour|para|com|per|met|en)\b|$)"
)


def _noun_phrase(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the noun phrase with which a bullet of an employment opens, if it names work: "Data logger in C for …"."""
    match = _PHRASE.match(text)
    if match is None or not _is_at_work(reading, block):
        return None
    words = match["t"].split()
    if not 2 <= len(words) <= 7 or len(text.split()) < 5 or is_work_verb(words[0], reading.vocabularies):
        return None
    work = reading.vocabularies.work
    # "Onboarding time cut from 9 weeks to 4" measures, it names nothing.
    if not names_work(match["t"], reading.vocabularies) or words[-1].casefold() in work.decrease | work.increase:
        return None
    return reading.document.span(block.span.start, block.span.start + match.end("t"))


def _bullet_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the title with which a bullet begins: "Bounce classification: led the build of …", "Bed forecast (2024). A …"."""
    match = _BULLET_TITLE.match(text)
    if match is None or (match["end"] == "." and not match["d"]) or "\n\n" in match.group():
        return None
    # Outside lists a dash joins two halves of a sentence more often than a title and its text.
    if (
        block.kind is BlockKind.PARAGRAPH
        and not match["d"]
        and not match["end"].strip().startswith(":")
        and not match.group().startswith(("**", "__"))
    ):
        return None
    title = match["t"].strip()
    if not names_work(title, reading.vocabularies, may_be_post=True) or (
        read_achievement(title, reading.vocabularies) is not None and len(title.split()) > 7
    ):
        return None
    return reading.document.span(
        block.span.start + match.start("t"), block.span.start + match.start("t") + len(match["t"].rstrip())
    )


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
    return reading.document.span(block.span.start + achievement.verb_start, end)
