"""Makes projects of the stories that a document tells: which tellings are the same work, its name, its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.documents import BlockKind, Span
from graph.extraction.dates.dates import find_periods, parse_period
from graph.extraction.heads.entry_facts import begins_with_degree
from graph.extraction.keyed.career_fields import field_records
from graph.extraction.quantities.cards import find_cards
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.stories.roles import roles_in
from graph.extraction.stories.stories import find_stories
from graph.extraction.titles.page_asides import names_page_aside
from graph.extraction.titles.titles import is_work_verb, names_work
from graph.extraction.works.story import Story
from graph.extraction.works.story_parts import parts_of
from graph.extraction.works.title_tails import without_tail
from graph.gazetteer import stems
from graph.model import DateRange, EntityKind, Json, Mention
from graph.slugs import digest, short_slug
from graph.union import Union

_RANK = {"keys": 0, "heading": 1, "short-title": 2, "table-row": 3, "titled-bullet": 4, "answer": 5, "achievement": 6}
_PLAIN = frozenset("a an and as at by for from in into of on or our the their to with new all its my per".split())


def find_projects(reading: Reading) -> list[Mention]:
    """Return a mention for each telling of each piece of work; tellings of the same work share their key."""
    stories = find_stories(reading, find_cards(reading))
    mentions: list[Mention] = []
    for group, reason in _same_work(reading, stories):
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
    """Return whether a title is a date ("Mai 2015" in the first column of certificates), a page's figure ("Top Langs") or a degree."""
    if names_page_aside(name):
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
    verbal = story.rule == "achievement" and _begins_with_verb(reading, story)
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


_NUMBERING = re.compile(
    r"(?i)^(?:\d{1,2}[.)]|0\d(?=\s[^\W\d_])|[#*_>\s-]+|(?:(?:(?:key|main|major|selected|featured|notable|recent|flagship|side)\s)?project|case[ -]study|case(?!-stud)|story|accomplishment|achievement|star(?:\s(?:method|story|stories|format|notes?))?)\s*+(?:\d*+|(?-i:[A-H]))\s*+[:·–—-])\s*"
)
_ORDINAL = re.compile(
    r"(?i)^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|finally|last(?:ly)?|erstens|zweitens|drittens)(?:,|\s+[–—-])\s*(?:(?:the|my|our|an?)\s+)?(?=\S)"
)
_PICTURES = re.compile(
    r"^(?:[\U0001F300-\U0001FAFF\u2190-\u21FF\u2300-\u23FF\u2600-\u27BF\u2B00-\u2BFF][\ufe0f\u200d\U0001F3FB-\U0001F3FF]?\s?){1,4}"
)
_NUMBER_BEFORE = re.compile(r"^\d{1,2}[.)]\s+(?=[^\W\d_]{3})")
"""What counts a name of one word: "2. RideAway"."""
_PICTURES_BEHIND = re.compile(
    r"(?<=\w)\s?(?:[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF][\ufe0f\u200d]{0,2}\s?){1,4}$"
)
_KIND_BEHIND = re.compile(
    r"(?i)(?:(?<!\s)\s++)?[:–—-]\s*(?:a\s+)?(?:star\s+)?(?:notes?|case study|story|star|retrospective|questions[\w ]*+|write-?up|post-?mortem)\s*$"
)
_DATES_BEFORE = re.compile(
    r"^(?:19|20)\d\d(?:\s*[-–—/.]\s*(?:(?:19|20)?\d\d|now|today|present))?(?:[-.]\d\d)?\s*[:·|–—-]\s*"
)
_YEAR_AHEAD = re.compile(r"[^\d\n]{0,10}(?:\d{1,2}[./-])?(?:19|20)\d\d(?!\d)")
_MARK_BEHIND_DATES = re.compile(r"\s{0,3}[:·|–—-]\s{1,3}(?=\S)")
_ASIDE_BEHIND = re.compile(
    r"(?i)(?:(?<!\s)\s++)?\((?:still|sold|closed|ongoing|current|since|until|with|confidential|freelance|side|(?:[a-z-]{3,14}\s){1,2}project(?=\)))\b[^)]{0,200}+\)\s*$"
)
_RESULT_BEHIND = re.compile(r"(?<!\s)\s++\((?=[^()]{0,80}(?:\d\s?%|→|⟶|->|\d[x×]))[^()]{3,120}\)\s*$")
"""What came of it: "Berth calendar (2 hours → 10 minutes)"."""
_DATES_BEHIND = re.compile(
    r"(?i)(?:(?<!\s)\s++)?(?:\([^)]{0,120}(?:19|20)\d\d[^)]{0,120}+\)|,[^,]{0,120}\b(?:19|20)\d\d[^,]{0,120}+$)\s*$"
)


_UNSPACED = re.compile(r"(?=[^\s]{4,})[\u3040-\u30ff\u4e00-\u9fff][^\s]*+")
"""A title of scripts that part no words, which is none of one word."""


_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,160})\]\([^()\s]{0,400}\)")


_PICTURED = re.compile(r"!\[(?P<words>[^\[\]\n]{1,160})\](?:\([^()\s]{0,400}\))?|\[(?=!\[[^\[\]\n]{1,160}\]$)")


def _unlinked(title: str) -> str:
    """Return a title with the words of its links alone: "[Gull](https://…)" is "Gull"."""
    if "![" in title:  # A picture's words stand for it: "[![Tide board](pin.svg)](https://…)".
        title = _PICTURED.sub(r"\g<words>", title)
    return _LINK.sub(r"\g<words>", title) if "](" in title else title


def shown_title(title: str, employers: Sequence[str] = ()) -> str:
    """Return a title as it is shown: without numbering, dates, the name of the employer behind it; first letter large.

    >>> shown_title("2. REFUND CHECKS, VELOQUAY, 2024", ["Veloquay"])
    'Refund checks'
    """
    title = _unlinked(title)
    if title.count("`") == 2 and title.startswith("`") and title.endswith("`"):
        title = title.strip("`")
    clean = _PICTURES.sub("", _NUMBERING.sub("", " ".join(title.replace("*", " ").split()))).strip(" _.:")
    clean = _ORDINAL.sub("", _PICTURES_BEHIND.sub("", clean))
    clean = _ASIDE_BEHIND.sub("", _without_dates_before(clean))
    clean = _KIND_BEHIND.sub("", _DATES_BEHIND.sub("", _RESULT_BEHIND.sub("", clean)))
    for employer in sorted(set(employers), key=len, reverse=True):
        words = employer.split()
        if not words or words[0].casefold() not in clean.casefold():
            continue
        for count in range(len(words), 0, -1):
            part = " ".join(words[:count])
            if (count == len(words) or len(part) > 6) and _may_end_in(clean, part):
                clean = re.sub(rf"(?i)(?:\s+(?:at|for)|\s*[,–—|·(@-])\s*{re.escape(part)}\)?$", "", clean)
    named = (
        clean.isalpha()
        and len(clean) > 3
        and title.strip().startswith(clean)
        and (_DATES_BEHIND.search(title) is not None or _KIND_BEHIND.search(title) is not None)
    )
    if not named and len(clean.split()) < 2 and _UNSPACED.fullmatch(clean) is None:
        clean = _PICTURES.sub("", " ".join(title.split())).strip("*_: ")
        clean = _NUMBER_BEFORE.sub("", clean)
    if clean.isupper() and len(clean) > 8:
        clean = clean.capitalize()
    return clean[:1].upper() + clean[1:]


def _without_dates_before(title: str) -> str:
    """Return a title without the dates that a mark parts from it: "2021-03 – 2022-12 | Ledger", "Mar 2021 – now: Ledger"."""
    found = find_periods(title[:60]) if _YEAR_AHEAD.match(title) else []
    if found and found[0].start == 0 and (mark := _MARK_BEHIND_DATES.match(title, found[0].end)) is not None:
        return title[mark.end() :]
    return _DATES_BEFORE.sub("", title)


def _may_end_in(title: str, name: str) -> bool:
    """Return False where a title surely does not end in a name, case and a bracket aside: to compile a pattern takes longer."""
    if not title.isascii():
        return True  # Patterns know more pairs of letters for one than `lower` does.
    return title.lower().endswith((name.lower(), f"{name.lower()})"))


# ---------------------------------------------------------------- the same work


_OF_PROJECT = re.compile(r"(?i)(?<=\w)\s(?:project|projekt)\W*\Z")
"""Behind a name, that it is one of a project: "Slot Finder project"."""
_COMPARED = 120
"""With so many stories before it each is compared; people tell fewer, and all pairs of thousands take minutes."""


def _same_work(reading: Reading, stories: Sequence[Story]) -> list[tuple[list[Story], str]]:
    """Return groups of stories that tell the same work, with the reason where there are several."""
    words = [_telling_stems(_OF_PROJECT.sub("", _unlinked(reading.quote(story.title)))) for story in stories]
    # Stories by heading or keys are never joined by their figures, so that reading these would be for nothing.
    all_named = len(stories) < 2 or all(story.rule in ("heading", "keys") for story in stories)
    figures = [frozenset() if all_named or story.rule == "keys" else _figures(reading, story) for story in stories]
    union: Union[int] = Union(range(len(stories)))
    # Lists in which the tellings of a work have a title of their own: what is listed side by side is not the same.
    named = {
        place: frozenset({reading.section_id_at(story.title.start)})
        for place, story in enumerate(stories)
        if story.rule == "titled-bullet"
    }
    for here, story in enumerate(stories):
        for before in range(max(0, here - _COMPARED), here):
            if union.find(before) == union.find(here):
                continue
            reason = _likeness(
                reading, (words[before], figures[before], stories[before]), (words[here], figures[here], story)
            )
            one, other = named.get(union.find(before), frozenset()), named.get(union.find(here), frozenset())
            if reason and not one & other:
                union.join(before, here, reason)
                named[union.find(here)] = one | other
    return [([stories[place] for place in group], "; ".join(union.reasons(group[0]))) for group in union.groups()]


def _likeness(reading: Reading, one: _Told, other: _Told) -> str:
    """Return why two stories tell the same work, or an empty string."""
    (a, figures_a, story_a), (b, figures_b, story_b) = one, other
    if min(len(a), len(b)) >= 2 and len(a & b) / min(len(a), len(b)) >= 0.8 and len(a & b) >= 2:
        return "the titles agree: " + ", ".join(sorted(a & b))
    rules = {story_a.rule, story_b.rule}
    if rules == {"heading"} or "keys" in rules:
        return ""
    shared = figures_a & figures_b
    # One shared figure is enough only where a telling names no work of its own, or both titles share a word.
    vague = any(s.soft or (s.rule == "achievement" and _begins_with_verb(reading, s)) for s in (story_a, story_b))
    if rules == {"achievement"} and _in_one_list(reading, story_a, story_b):
        return ""  # Bullets side by side share a figure where one refers to the other.
    if len(shared) >= 2 or (any(f.large for f in shared) and (vague or a & b)):
        return "the figures agree: " + ", ".join(sorted(f.text for f in shared))
    return ""


def _in_one_list(reading: Reading, one: Story, other: Story) -> bool:
    """Return whether nothing but bullets stand from one telling to the other."""
    between = reading.blocks_from(min(one.extent.start, other.extent.start), max(one.extent.end, other.extent.end))
    return len(between) <= _COMPARED and all(block.kind is BlockKind.LIST_ITEM for block in between)


@dataclass(frozen=True, slots=True)
class Figure:
    """What of a figure two tellings must share to be of the same work."""

    value: float
    unit: str
    text: str
    large: bool


def _begins_with_verb(reading: Reading, story: Story) -> bool:
    return is_work_verb(re.split(r"\W", reading.quote(story.title), maxsplit=1)[0], reading.vocabularies)


_Told: TypeAlias = tuple[frozenset[str], frozenset[Figure], Story]


def _figures(reading: Reading, story: Story) -> frozenset[Figure]:
    found = set[Figure]()
    for start, end in ((s.start, s.end) for s in reading.sentences_from(story.extent)):
        for q in find_quantities(reading.document.text[start:end], reading.vocabularies.units):
            if q.unit and q.form in ("digits", "words") and q.value > 1:
                unit = q.unit.split()[-1]
                found.add(Figure(q.value, unit, f"{q.value:,.10g} {unit}", q.scaled or q.dimension == "money"))
    return frozenset(found)


def _telling_stems(title: str) -> frozenset[str]:
    return frozenset(
        word for word, start, end in stems(title) if title[start:end].casefold() not in _PLAIN and len(word) > 1
    )
