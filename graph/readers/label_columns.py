"""Finds a column of labels beside their values in plain lines, without colons: "Period    2019 - 2021", "Company    Acme", for each entry anew.

Only labels that come again tell of it; what stands once beside another thing may be a house and its dates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.readers.text_lines import Line, is_pipe_row

_GAP = re.compile(r"\t[ \t]*| {3,60}")
_FEWEST = 2
"""Times that a label comes, and labels that do."""
_LONGEST_LABEL = 72


def label_columns(lines: Sequence[Line]) -> dict[int, tuple[str, int, int]]:
    """Return line number → label, in small letters, and where its value begins and ends in the line; empty where there is no such column.

    >>> from graph.readers.text_lines import split_lines
    >>> label_columns(split_lines("Period\\t2019\\nCompany\\tAcme\\n\\nPeriod\\t2015\\nCompany\\tOda\\n"))[1]
    ('company', 8, 12)
    """
    cut = {number: parts for number, line in enumerate(lines) if (parts := _cut(line.text)) is not None}
    times = Counter(label for label, _, _ in cut.values())
    labels = {label for label, count in times.items() if count >= _FEWEST}
    values = {lines[number].text[start:end] for number, (label, start, end) in cut.items() if label in labels}
    if len(labels) < _FEWEST or labels & {value.lower() for value in values} or not _alternate(cut, labels):
        return {}
    return {number: parts for number, parts in cut.items() if parts[0] in labels}


def _cut(text: str) -> tuple[str, int, int] | None:
    """Return the label of a line of two cells, in small letters, and where its value begins and ends."""
    if is_pipe_row(text):
        bars = text.split("|")
        if len(bars) != 4 or bars[3].strip() or not bars[2].strip():
            return None
        label, start = bars[1].strip(), text.index(bars[2].strip(), len(bars[1]) + 2)
        end = start + len(bars[2].strip())
    else:
        gap = _GAP.search(text)
        if gap is None or _GAP.search(text, gap.end()) is not None:
            return None
        label, start, end = text[: gap.start()].strip(" :"), gap.end(), len(text)
    if (
        not label
        or len(label) > _LONGEST_LABEL
        or not label[0].isupper()
        or any(c.isdigit() or c in "|•*" for c in label)
    ):
        return None
    return label.lower(), start, end


def _alternate(cut: dict[int, tuple[str, int, int]], labels: set[str]) -> bool:
    """Return whether another label stands right above or below each: a list of one house's posts has only its name."""
    return all(
        any(
            number + step in cut and cut[number + step][0] != label and cut[number + step][0] in labels
            for step in (-1, 1)
        )
        for number, (label, _, _) in cut.items()
        if label in labels
    )
