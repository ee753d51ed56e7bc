"""Finds the facts about a piece of work that a pasted page gives without colons: "Client Acme", "Role UX Designer", "Timeframe 6 weeks"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.case_labels import BEFORE_VALUE
from graph.readers.text_lines import Line

_LABELLED = re.compile(rf"[ \t]{{0,20}}(?P<label>{'|'.join(BEFORE_VALUE)})[ \t]{{1,4}}(?=[A-ZÀ-Þ0-9])")
_FIRST = 30
"""Lines of a page within which its facts stand."""
_LONGEST = 120
_FEWEST = 3


def case_facts(lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Return line number → label, casefolded, and where its value begins in the line; empty where fewer than three stand in a row.

    Empty lines may stand between them. A line that ends as a sentence does ends the row.
    """
    found: dict[int, tuple[str, int]] = {}
    for number, line in enumerate(lines[:_FIRST]):
        if line.is_blank:
            continue
        match = _LABELLED.match(line.text) if len(line.text) <= _LONGEST else None
        if match is None or line.text.rstrip().endswith((".", "!", "?")):
            if len(found) >= _FEWEST:
                return found
            found.clear()
            continue
        label = match["label"].casefold().replace("time frame", "timeframe")
        if any(label == other for other, _ in found.values()):
            return {}
        found[number] = (label, match.end())
    return found if len(found) >= _FEWEST else {}
