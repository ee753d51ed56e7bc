"""Finds the headings of a pasted page by the sign of their links: "Print latency #", "Memory ¶"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.readers.text_lines import Line

_ANCHORED = re.compile(r"[ \t]{0,8}(?P<words>[A-ZÀ-Þ0-9][^#¶\t\n|:]{1,78}?)[ \t](?:#|¶|🔗)[ \t]{0,4}")
_FEWEST = 2
"""Of such lines; one alone may be the label of a number ("Order #")."""


def anchored_headings(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Return line number → start and end in the line of a heading's words; empty for fewer than two such lines.

    >>> from graph.readers.text_lines import split_lines
    >>> anchored_headings(split_lines("Print latency #\\nIt fell.\\nMemory #\\nFlat."))
    {0: (0, 13), 2: (0, 6)}
    """
    matches = ((number, _ANCHORED.fullmatch(line.text)) for number, line in enumerate(lines) if len(line.text) < 90)
    found = {number: match.span("words") for number, match in matches if match is not None}
    return found if len(found) >= _FEWEST else {}
