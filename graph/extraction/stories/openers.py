"""Finds stories whose names open paragraphs, one below the other: "Spring campaign. I planned …", "Newsletter relaunch. Open rate …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title, is_work_verb, names_work, read_achievement
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import NO_WORK, Story
from graph.extraction.works.story_limits import counts_several, names_aside, names_moment, names_period
from graph.model import EntityKind

_OPENER = re.compile(
    r"(?P<t>[A-ZÀ-ÖØ-Þ][^.:;!?()|\n–—]{3,60}?)(?P<d>\s?\([^()\n]{2,40}\))?(?:\.\s+(?=[A-ZÀ-ÖØ-Þ\d£€$])|\s[–—-]\s+|:\s+)(?P<rest>\S[^\n]{30,})"
)
_SET_APART = re.compile(
    r"(?P<m>\*\*|__|\*|_)(?P<t>[A-ZÀ-ÖØ-Þ][^*_\n(]{3,70}?)(?:\s?\([^()*_\n]{2,40}\))?[.:!?]?(?P=m)[.:]?\s+(?:[*_]{0,2}\([^()\n]{2,50}\)[*_]{0,2}[.:]?\s+)?(?=[A-ZÀ-ÖØ-Þ\d£€$\"“])(?P<rest>\S[^\n]{30,})"
)
"""Bold or slanted words with which a paragraph opens: "*Meter readings, finally on time.* I moved …"."""
_DATED = re.compile(
    r"(?P<t>[A-ZÀ-ÖØ-Þ][^.:;!?()|\n–—,]{2,50}?)\s\((?P<d>(?:since\s)?(?:19|20)\d\d[^()\n]{0,20}|ongoing|in progress)\)\s(?P<rest>(?:is|was|are|were|has|[a-z]{2,14}(?:s|ed|ew|ook|ept|ade|uilt))\s[^\n]{20,})"
)
"""A name, its years, and what it did: "Slipstream (2014–2018) followed nine rowers. …"."""
_NO_NAME = re.compile(
    r"(?i)\b(?:I|we|you|he|she|they|it|is|was|are|were|has|had|have|can|will|would|did|do|ich|wir|ist|war|je|nous|est|dear|hello|hi|thanks?|yes|no|"
    r"born|native|fluent|available|currently|today|overall|finally|still|also|but|and then|please)\b|[\d%$€£]"
)
_ADVICE = re.compile(
    r"(?:Begin|Start|Name|Say|Put|Ask|Use|Keep|Write|Make|Avoid|Never|Always|Do|Read|Tell|Show|Give|Find|Take|Think|Learn|Remember|Let|Try|Know|Choose|Pick|Expect|Count|Measure|Stop|Leave|Look|Be|Get|Go)\s"
    r"(?:with|by|the|your|an?|it|them|what|how|to|once|no|not|every|each|from|before|after|only|for|when|up|out)\b"
)
"""Tells the reader what to do: "Begin with the figure. A case study …"."""
_KNOWN = (
    EntityKind.EMPLOYER,
    EntityKind.ROLE,
    EntityKind.PERSON,
    EntityKind.INSTITUTION,
    EntityKind.CREDENTIAL,
    EntityKind.TECHNOLOGY,
)


def stories_by_openers(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more neighbouring paragraphs that a short name without a verb opens.

    At least half of a run must name work or tell of it in figures: "Fluent in Dutch. I …" opens no story.
    """
    if reading.document.is_keyed:
        return []
    stories: list[Story] = []
    for run in _runs(reading, covered):
        sure = [
            names_work(reading.quote(title), reading.vocabularies)
            or _is_dated(reading, block, title)
            or _SET_APART.match(reading.quote(block.span)) is not None
            for block, title, _ in run
        ]
        told = [_tells(reading, block, title) for block, title, _ in run]
        if len(run) < 2 or 2 * sum(sure) < len(run) or 2 * sum(told) < len(run):
            continue
        stories += [
            Story(title, reading.document.span(block.span.start, end), "titled-bullet", 0.8, sentence=block.span)
            for block, title, end in run
        ]
    return stories


def opens_several(reading: Reading, span: Span) -> bool:
    """Return whether two paragraphs or more in `span` open with a name and its dates: then no one story is told there."""
    dated = 0
    for block in reading.blocks_in(span):
        if block.kind is BlockKind.PARAGRAPH and (title := _name_of(reading, block)) is not None:
            dated += _is_dated(reading, block, title)
    return dated > 1


def _is_dated(reading: Reading, block: Block, title: Span) -> bool:
    """Return whether dates stand in brackets behind a name: "Repair café (2019-today). Started …"."""
    aside = re.match(r"\s?\([^()\n]{2,40}\)", reading.document.text[title.end : block.span.end])
    return aside is not None and (
        bool(find_periods(aside.group())) or _DATED.match(reading.quote(block.span)) is not None
    )


def _runs(reading: Reading, covered: Covered) -> Iterator[list[tuple[Block, Span, int]]]:
    """Yield runs of paragraphs with openers, each with its name and the end of the list that may stand below it."""
    run: list[tuple[Block, Span, int]] = []
    for block in reading.document.blocks:
        if block.kind is BlockKind.LIST_ITEM and run:
            run[-1] = (*run[-1][:2], block.span.end)
            continue
        title = None if covered.touches(block.span) else _name_of(reading, block)
        if title is not None:
            run.append((block, title, block.span.end))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _name_of(reading: Reading, block: Block) -> Span | None:
    if block.kind is not BlockKind.PARAGRAPH or len(block.span) < 50:
        return None
    kind = section_kind_at(reading, block.span.start)
    if kind in NO_WORK or (kind is SectionKind.EXPERIENCE and _is_below_experience(reading, block)):
        return None
    apart = _SET_APART.match(reading.quote(block.span))
    match = apart or _OPENER.match(reading.quote(block.span)) or _DATED.match(reading.quote(block.span))
    if (
        match is None
        or not 1 <= len(match["t"].split()) <= 7
        or _NO_NAME.search(match["t"])
        or _ADVICE.match(match["t"])
    ):
        return None
    name, vocabularies = match["t"].rstrip(), reading.vocabularies
    if (
        names_aside(name)
        or names_moment(name)
        or names_period(name)
        or counts_several(name)
        or is_role_title(name, vocabularies)
    ):
        return None
    if is_about_writing(name, vocabularies) or name.casefold() in vocabularies.work.plain_labels:
        return None
    deed = read_achievement(name, vocabularies)
    if deed is not None and deed.verb_start == 0 and is_work_verb(name.split()[0], vocabularies):
        return None
    start = block.span.start + match.start("t")
    span = reading.document.span(start, start + len(name))
    known = (m for m in reading.mentions_near(span) if m.kind in _KNOWN and m.attributes.get("named") is not False)
    return None if any(2 * len(m.span) > len(span) for m in known) else span


def _is_below_experience(reading: Reading, block: Block) -> bool:
    """Return whether a paragraph stands below a heading of paid work; "Volunteering" may list what was done for nothing."""
    section = reading.section_at(block.span.start)
    return section is None or re.search(r"(?i)volunt|volont|ehrenamt|bénévol|vrijwillig", section.title) is None


def _tells(reading: Reading, block: Block, title: Span) -> bool:
    """Return whether figures or deeds stand behind a name."""
    text = reading.document.text[title.end : block.span.end]
    if any(q.unit or q.before is not None for q in find_quantities(text, reading.vocabularies.units)):
        return True
    words = re.findall(r"[^\W\d_]+", text)[:12]
    return any(is_work_verb(word, reading.vocabularies) for word in words)
