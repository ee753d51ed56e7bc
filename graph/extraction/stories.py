"""Candidates for a piece of work that a document tells: by heading, by achievement, by short title above a sentence, by keys.

Says where each telling begins and ends. projects.py makes mentions of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.cards import Card
from graph.extraction.reading import Reading
from graph.extraction.titles import Achievement, is_about_writing, is_role_title, names_work, read_achievement
from graph.model import EntityKind

STAR = (SectionKind.SITUATION, SectionKind.TASK, SectionKind.ACTION, SectionKind.RESULT)
_NO_WORK = frozenset({SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.CREDENTIALS, SectionKind.CONTACT, SectionKind.WRITING, SectionKind.SUMMARY})
_ACHIEVING_KEYS = re.compile(r"(?:^|\.)(?:highlights|achievements|accomplishments|bullets|responsibilities|results|contributions)(?:\[\d+\])?(?:\.text)?$")
_TITLE_KEYS = ("project", "title", "name", "headline")
_STORY_KEYS = frozenset(
    "description summary technologies technology tech stack tools situation task action actions result results outcome outcomes highlights keywords role roles employer company client period problem approach "
    "impact challenge solution context goal metrics achievements practices skills".split()
)
_NOT_PROJECT_LISTS = re.compile(r"^(?:work|experience|employment|positions?|jobs?|education|basics|skills?|certificates?|certifications?|awards?|languages|publications|interests|references|volunteer|person|profile|author|contact|cv\.sections\.(?:experience|education))(?:\[|\.|$)")
_DOCUMENT_KEYS = frozenset("employer company role project technologies tech stack client organisation organization tools team".split())


@dataclass(frozen=True, slots=True)
class Story:
    """One telling of a piece of work."""

    title: Span
    """The words that name it."""
    extent: Span
    """All that belongs to the telling."""
    rule: str
    """heading, achievement, short-title or keys."""
    confidence: float
    soft: bool = False
    """Opens no project by itself, but may be another telling of one."""
    sentence: Span | None = None
    """The sentence that tells it, where the title is a part of one or stands above one."""
    aliases: tuple[Span, ...] = ()


def find_stories(reading: Reading, cards: Sequence[Card]) -> list[Story]:
    """Return the tellings of a document in reading order; extents of one kind do not overlap."""
    keyed = _by_keys(reading)
    headed = [] if any(s.extent.start == 0 and s.rule == "keys" for s in keyed) else _by_headings(reading)
    covered = [story.extent for story in (*keyed, *headed)]
    labelled = _by_repeated_labels(reading, covered)
    covered += [story.extent for story in labelled]
    titled = _by_short_titles(reading, covered, cards)
    covered += [story.extent for story in titled]
    achieved = _by_achievements(reading, covered)
    return sorted((*keyed, *headed, *labelled, *titled, *achieved), key=lambda story: (story.title.start, story.title.end))


# ---------------------------------------------------------------- headings


def _by_headings(reading: Reading) -> list[Story]:
    children: dict[str | None, list[Section]] = {}
    for section in reading.sections:
        children.setdefault(section.parent_id, []).append(section)
    declared = _declared_whole(reading)
    found: list[Story] = []

    def visit(section: Section) -> bool:
        """Add the stories in `section`; return whether it or something in it is one."""
        inner = children.get(section.id, [])
        if section.heading is not None and section.kind in _NO_WORK:
            return False
        if _is_whole_page(reading, section):
            return any([visit(child) for child in inner])
        told_in_parts = any(child.kind in STAR for child in inner)
        own = section.heading is not None and section.kind not in STAR and not _is_employment(reading, section)
        is_top = section.level == 1 and section.parent_id is None and len(children.get(None, [])) == 1
        stories_inside = [child for child in inner if child.kind not in STAR and not _is_post(reading, child) and _looks_like_work(reading, child, children)]
        if own and section.heading is not None and (told_in_parts or (declared and is_top and len(stories_inside) < 2)):
            found.append(_story_of(reading, section, section.heading))
            return True
        if own and section.heading is not None and not stories_inside and _looks_like_work(reading, section, children):
            found.append(_story_of(reading, section, section.heading))
            return True
        return any([visit(child) for child in inner])

    for section in children.get(None, []):
        visit(section)
    return found


def _is_whole_page(reading: Reading, section: Section) -> bool:
    """Return whether a heading read off the look of plain text holds all of a long page: that page tells more than one work."""
    document = reading.document
    return document.media_type == "text/plain" and len(document.text) > 2_500 and len(reading.sections) == 1 and len(section.span) > 0.8 * len(document.text)


def _looks_like_work(reading: Reading, section: Section, children: dict[str | None, list[Section]]) -> bool:
    if section.heading is None or section.kind in _NO_WORK or section.kind in STAR or section.kind in (SectionKind.EXPERIENCE,) or _is_employment(reading, section):
        return False
    if any(child.kind in STAR for child in children.get(section.id, [])):
        return True
    if section.kind is not SectionKind.OTHER:
        return False
    return names_work(section.title, reading.vocabularies)


def _is_post(reading: Reading, section: Section) -> bool:
    return section.heading is not None and is_role_title(section.title, reading.vocabularies)


def _is_employment(reading: Reading, section: Section) -> bool:
    """Return whether a section's heading or the line below it names an employer or a post held there."""
    if section.heading is None:
        return False
    heading = section.heading
    return any(m.kind in (EntityKind.EMPLOYER, EntityKind.ROLE) and m.rule != "story-role" and heading.contains(m.span) and m.rule not in ("prose", "field", "front-matter", "at-employer") for m in reading.mentions) and not _has_case_parts(reading, section)


def _has_case_parts(reading: Reading, section: Section) -> bool:
    return any(child.parent_id == section.id and child.kind in STAR for child in reading.sections)


def _declared_whole(reading: Reading) -> bool:
    """Return whether front matter says that the whole document tells one piece of work."""
    metadata = {key.casefold(): value.casefold() for key, value in reading.document.metadata.items()}
    kind = " ".join(metadata.get(key, "") for key in ("type", "kind", "layout", "category"))
    if re.search(r"case.?study|star|project|story", kind):
        return True
    return bool(_DOCUMENT_KEYS & metadata.keys()) and not re.search(r"r[ée]sum[ée]|cv\b|essay|brag|prep|interview", f"{kind} {metadata.get('title', '')} {reading.document.id.casefold()}")


def _story_of(reading: Reading, section: Section, heading: Span) -> Story:
    end = section.span.end
    if section.level == 1 and len([s for s in reading.sections if s.parent_id is None and s.heading is not None]) == 1 and _declared_whole(reading):
        start = 0
    else:
        start = section.span.start
    below = [b for b in reading.document.blocks if heading.end <= b.span.start < end]
    # A line of an employment below the first paragraphs opens a résumé, not a part of the story.
    for place, block in enumerate(below):
        if place >= 3 and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and _opens_employment(reading, block):
            end = block.span.start
            break
    return Story(heading, reading.document.span(start, max(end, heading.end)), "heading", 0.9)


def _opens_employment(reading: Reading, block: Block) -> bool:
    if len(reading.quote(block.span)) > 120:
        return False
    return any(m.kind is EntityKind.EMPLOYER and m.rule not in ("prose", "at-employer") and block.span.contains(m.span) for m in reading.mentions)


# ---------------------------------------------------------------- keys


def _by_keys(reading: Reading) -> list[Story]:
    """Return the stories of YAML, JSON: a title with technologies, results … beside it under one parent key."""
    fields = [b for b in reading.document.blocks if b.kind is BlockKind.FIELD and b.key]
    if not fields or reading.document.media_type not in ("application/yaml", "application/json", "text/yaml"):
        return []
    groups: dict[str, list[Block]] = {}
    for block in fields:
        parent, _, _ = block.key.rpartition(".")
        groups.setdefault(parent, []).append(block)
    stories: list[Story] = []
    for parent, members in groups.items():
        if parent and _NOT_PROJECT_LISTS.match(parent) and not re.search(r"projects?(?:\[\d+\])?$", parent):
            continue
        prefix = f"{parent}." if parent else ""
        below = [b for b in fields if not parent or b.key.startswith((prefix, f"{parent}["))]
        keys = {re.split(r"[.\[]", b.key[len(prefix) :])[0].casefold() for b in below}
        title = next((b for key in _TITLE_KEYS for b in members if b.key == f"{prefix}{key}"), None)
        if title is None or not keys & _STORY_KEYS or is_about_writing(reading.quote(title.span), reading.vocabularies):
            continue
        if not parent and not keys & {"situation", "task", "action", "result", "results", "outcomes", "technologies", "tech", "stack", "problem", "approach", "employer", "project"}:
            continue
        if not parent and any(re.match(r"projects?\[", b.key) for b in fields):
            continue
        stories.append(Story(title.span, reading.document.span(0 if not parent else min(b.span.start for b in below), max(b.span.end for b in below)), "keys", 0.93))
    return stories


# ---------------------------------------------------------------- repeated labels


def _by_repeated_labels(reading: Reading, covered: Sequence[Span]) -> list[Story]:
    """Return stories that each begin with the same label ("Takeaway: Designed …"), running to the next of them."""
    blocks = reading.document.blocks
    labels: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.FIELD and not any(block.span.overlaps(extent) for extent in covered):
            achievement = read_achievement(reading.quote(block.span), reading.vocabularies)
            if achievement is not None and not achievement.soft:
                labels.setdefault(block.key, []).append(place)
    stories: list[Story] = []
    for places in labels.values():
        if len(places) < 2:
            continue
        longest = max(b - a for a, b in zip(places, places[1:], strict=False))
        for place, following in zip(places, [*places[1:], places[-1] + longest], strict=True):
            block = blocks[place]
            achievement = read_achievement(reading.quote(block.span), reading.vocabularies)
            assert achievement is not None
            last = blocks[min(following, len(blocks)) - 1]
            title = _title_span(reading, block, achievement)
            stories.append(Story(title, reading.document.span(block.span.start, max(last.span.end, block.span.end)), "achievement", 0.82, sentence=block.span))
    return stories


# ---------------------------------------------------------------- short titles above a sentence


def _by_short_titles(reading: Reading, covered: Sequence[Span], cards: Sequence[Card]) -> list[Story]:
    """Return stories of flattened pages: one to three short lines, then the sentence that tells the work, then its cards."""
    blocks = [b for b in reading.document.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    in_cards = {b.span for card in cards for b in (card.figure, card.label)}
    stories: list[Story] = []
    for place, block in enumerate(blocks):
        text = reading.quote(block.span)
        if len(text) < 40 or any(block.span.overlaps(extent) for extent in covered):
            continue
        achievement = read_achievement(text, reading.vocabularies)
        first = place
        while first > 0 and place - first < 3 and _is_short_title(reading, blocks[first - 1], in_cards):
            first -= 1
        if first == place or not _tells_work(reading, blocks[first:place], text, achievement is not None and not achievement.soft):
            continue
        end = block.span.end
        for card in cards:
            last = max(card.figure.span.end, card.label.span.end)
            begin = min(card.figure.span.start, card.label.span.start)
            if begin >= end and not reading.document.text[end:begin].strip():
                end = last
        for following in blocks[place + 1 :]:
            told = reading.quote(following.span).rstrip()
            if reading.document.text[end : following.span.start].strip() or not told.endswith(".") or len(told.split()) < 4 or any(following.span.overlaps(extent) for extent in covered):
                break
            end = following.span.end
        titles = [b.span for b in blocks[first:place]]
        named = next((t for t in titles if names_work(reading.quote(t), reading.vocabularies)), titles[0])
        stories.append(Story(named, reading.document.span(blocks[first].span.start, end), "short-title", 0.85, sentence=block.span, aliases=tuple(t for t in titles if t != named)))
    return stories


def _is_short_title(reading: Reading, block: Block, in_cards: set[Span]) -> bool:
    text = reading.quote(block.span).strip()
    if block.span in in_cards or not 1 <= len(text.split()) <= 9 or text.endswith((".", "!", "?", ":", ";", ",")) or not re.search(r"[A-Za-z]{3}", text):
        return False
    section = reading.section_at(block.span.start)
    known = section is not None and section.heading == block.span and section.kind is not SectionKind.OTHER
    return not known and not re.search(r"\d{2,}", text) and not is_role_title(text, reading.vocabularies) and not any(
        m.kind in (EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION) and block.span.contains(m.span) and m.confidence > 0.7 and m.rule != "prose" for m in reading.mentions
    )


def _tells_work(reading: Reading, titles: Sequence[Block], text: str, achieving: bool) -> bool:
    named = any(names_work(reading.quote(b.span), reading.vocabularies) for b in titles)
    # A description without a verb of work ("A platform that moved …") needs a title that surely names work.
    return achieving or (named and re.match(r"(?:An?|The)\s", text) is not None and len(text) > 60)


# ---------------------------------------------------------------- achievements


def _by_achievements(reading: Reading, covered: Sequence[Span]) -> list[Story]:
    """Return bullets and lines outside other stories that begin with a verb of achievement."""
    stories: list[Story] = []
    blocks = reading.document.blocks
    for place, block in enumerate(blocks):
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.FIELD) or any(block.span.overlaps(extent) for extent in covered):
            continue
        if block.kind is BlockKind.FIELD and not _may_achieve(reading, block):
            continue
        section = reading.section_at(block.span.start)
        if section is not None and section.kind in _NO_WORK - {SectionKind.SUMMARY}:
            continue
        text = reading.quote(block.span)
        titled = _bullet_title(reading, block, text)
        achievement = read_achievement(text, reading.vocabularies)
        if titled is None and achievement is None or len(text.split()) < 4:
            continue
        if block.kind is BlockKind.LIST_ITEM and block.level > 0 and stories and stories[-1].extent.end >= block.span.start:
            continue
        end = block.span.end
        for following in blocks[place + 1 :]:
            if following.kind is not BlockKind.LIST_ITEM or block.kind is not BlockKind.LIST_ITEM or following.level <= block.level:
                break
            end = following.span.end
        start = block.span.start
        if titled is not None:
            stories.append(Story(titled, reading.document.span(start, end), "titled-bullet", 0.85, sentence=block.span))
            continue
        assert achievement is not None
        title = _title_span(reading, block, achievement)
        if len(title) >= 4:
            stories.append(Story(title, reading.document.span(start, end), "achievement", 0.8, soft=achievement.soft, sentence=block.span))
    return stories


_BULLET_TITLE = re.compile(r"(?:\*\*|__)?(?P<t>[^.:;()|]{4,80}?)(?:\*\*|__)?\s*(?P<d>\([^)]{4,40}\))?(?P<end>\s*:|\s+[—–-]|\.)(?:\*\*|__)?\s+(?=\S)")


def _bullet_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the title with which a bullet begins: "Bounce classification: led the build of …", "Bed forecast (2024). A …"."""
    match = _BULLET_TITLE.match(text)
    if match is None or match["end"] == "." and not match["d"] or "\n\n" in match.group():
        return None
    title = match["t"].strip()
    if not names_work(title, reading.vocabularies) or read_achievement(title, reading.vocabularies) is not None and len(title.split()) > 7:
        return None
    return reading.document.span(block.span.start + match.start("t"), block.span.start + match.start("t") + len(match["t"].rstrip()))


def _may_achieve(reading: Reading, block: Block) -> bool:
    """Return whether a field may hold an achievement: one of a list of highlights, or, outside YAML, a long labelled line."""
    if reading.document.media_type in ("application/yaml", "application/json", "text/yaml"):
        return _ACHIEVING_KEYS.search(block.key) is not None
    return len(reading.quote(block.span)) >= 50


def _title_span(reading: Reading, block: Block, achievement: Achievement) -> Span:
    """Return the words that name the work, with their verb where they would not say that it is work: "Reduced licensing costs"."""
    start, end = block.span.start + achievement.title_start, block.span.start + achievement.title_end
    title = reading.document.span(start, end)
    if names_work(reading.quote(title), reading.vocabularies):
        return title
    return reading.document.span(block.span.start + achievement.verb_start, end)
