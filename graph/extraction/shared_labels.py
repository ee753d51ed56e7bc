"""Says which sections are told below the same labels: "*Why:* …", "*Result:* …". Finds no stories; story_headings.py does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.documents import BlockKind, Section, SectionKind
from graph.extraction.card_facts import is_client_label
from graph.extraction.reading import Reading

_MARKED = re.compile(
    r"[*_]{1,3}(?P<k>[^*_:\n.]{2,24}?)(?::[*_]{1,3}|[*_]{1,3}\s?:|[.][*_]{1,3}|[*_]{1,3}\s[–—-])\s{1,3}(?=\S)"
)
"""A label set apart at the beginning of a line: "**Environment:** Heroku"."""
_FEWEST_WORDS = 5
"""Of what stands behind a shared label; less is a form's: "Role: Cook"."""


def labels_of(reading: Reading, section: Section) -> dict[str, bool]:
    """Return the labels right below a heading, in small letters, each with whether a clause of words stands behind it."""
    memo: dict[str, dict[str, bool]] = reading.memo.setdefault("labels of sections", {})
    if section.id not in memo:
        found: dict[str, bool] = {}
        for block in reading.blocks_in(section.span)[:24]:
            text = reading.quote(block.span)
            marked = _MARKED.match(text) if block.kind is not BlockKind.HEADING else None
            label = block.key if block.kind is BlockKind.FIELD else marked["k"] if marked is not None else ""
            if label:
                words = re.findall(r"[^\W\d_]{2,}", text[marked.end() if marked is not None else 0 :])
                key = label.strip().casefold()
                found[key] = found.get(key, False) or len(words) >= _FEWEST_WORDS
        memo[section.id] = found
    return memo[section.id]


def shares_labels(reading: Reading, section: Section, siblings: Iterable[Section]) -> bool:
    """Return whether another section beside this one has two of its labels or more, one of them before a clause of words."""
    if section.kind is not SectionKind.OTHER:
        return False
    own = labels_of(reading, section)
    clients = {label for label in own if is_client_label(label)}
    for sibling in siblings:
        if sibling.id != section.id and sibling.kind is SectionKind.OTHER:
            shared = own.keys() & labels_of(reading, sibling).keys()
            # "Opdrachtgever: Stad Aalst. 2021." below each says enough by itself.
            if shared & clients and len(section.span) - len(section.title) >= 80:
                return True
            if len(shared) >= 2 and any(own[label] for label in shared):
                return True
    return False
