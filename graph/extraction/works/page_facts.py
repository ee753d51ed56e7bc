"""Counts the facts that a page states of its work in lines of their own: "Role: designer", "Product designer · 4 months"."""

from __future__ import annotations

import re

from graph.case_labels import FACTS
from graph.documents import Block, BlockKind
from graph.extraction.dates.dates import find_periods
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title

_MORE_FACTS = re.compile(
    r"(?i)[/|·•]\s?(?:tools?|engine|duration|timeline|team(?:\ssize)?|genre|platforms?|client|stack|(?:my|primary\s)?role)\s?:\s"
)
"""Further labels in a line of facts: "Tools: Godot / Duration: 8 months / Team size: 4"."""


def count_facts(reading: Reading, block: Block) -> int:
    """Return how many facts a line states: a post with its time are two."""
    if block.kind is BlockKind.PARAGRAPH and _states_post_and_time(reading, block):
        return 2
    if not is_fact(reading, block):
        return 0
    return 1 + len(_MORE_FACTS.findall(reading.quote(block.span))) if block.kind is BlockKind.FIELD else 1


_BETWEEN_FACTS = re.compile(r"\s?[·|•]\s|,\s|\s[–—-]\s")
_LASTED = re.compile(
    r"(?i)(?:about |ca\.? )?(?:\d{1,2}|two|three|four|five|six|eight|ten|twelve)[\s-](?:weeks?|months?|years?|sprints?|wochen|monate|mois|semaines|meses|semanas)\W?"
)


def _states_post_and_time(reading: Reading, block: Block) -> bool:
    """Return whether a short line says as what and how long or when: "Product designer · 4 months"."""
    words = reading.quote(block.span).strip(" *_")
    if len(words) > 120 or not any(map(str.isdigit, words)):
        return False
    items = _BETWEEN_FACTS.split(words)
    if not any(is_role_title(item, reading.vocabularies) for item in items[:2]):
        return False
    return any(_LASTED.fullmatch(item) or find_periods(item) for item in items[1:])


def is_fact(reading: Reading, block: Block) -> bool:
    """Return whether a block says for whom, as what or when: "Role: designer", or "Industry" above its value."""
    if block.kind is BlockKind.FIELD:
        return block.key in FACTS
    words = reading.quote(block.span)
    if block.kind is BlockKind.LIST_ITEM:
        return words.partition(":")[0].casefold().strip(" *_") in FACTS
    return len(words) < 24 and words.casefold().strip(" :") in FACTS
