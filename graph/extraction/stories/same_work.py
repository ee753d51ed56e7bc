"""Tells which stories of a document tell the same work, by their titles and their figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.documents import BlockKind
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.stories.shown_titles import unlinked
from graph.extraction.titles.titles import is_work_verb
from graph.extraction.works.story import Story
from graph.stems import stems
from graph.union import Union

_PLAIN = frozenset("a an and as at by for from in into of on or our the their to with new all its my per".split())


_OF_PROJECT = re.compile(r"(?i)(?<=\w)\s(?:project|projekt)\W*\Z")
"""Behind a name, that it is one of a project: "Slot Finder project"."""
_COMPARED = 120
"""With so many stories before it each is compared; people tell fewer, and all pairs of thousands take minutes."""


def same_work(reading: Reading, stories: Sequence[Story]) -> list[tuple[list[Story], str]]:
    """Return groups of stories that tell the same work, with the reason where there are several."""
    words = [_telling_stems(_OF_PROJECT.sub("", unlinked(reading.quote(story.title)))) for story in stories]
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
    if story_a.extent.contains(story_b.extent) or story_b.extent.contains(story_a.extent):
        return ""  # What a part tells, the whole tells too.
    shared = figures_a & figures_b
    if not shared:
        return ""
    # One shared figure is enough only where a telling names no work of its own, or both titles share a word.
    vague = any(s.soft or (s.rule == "achievement" and begins_with_verb(reading, s)) for s in (story_a, story_b))
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


def begins_with_verb(reading: Reading, story: Story) -> bool:
    """Return whether a story's title tells a deed, as "Cut refunds by half" does, and names no work."""
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
