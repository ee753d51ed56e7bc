"""Tells whether an editor broke a plain text's lines, at which column, and which lines run on on the next. Called by lines.py."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.readers.text_lines import Line, bullet_width, ends_sentence, ends_with_date

_WRAPPED_WIDTH = 125
"""Editors wrap at 72 to 120 columns; a text with longer lines has one paragraph on each."""
_WRAPPED_MIN = 50
"""A shorter line was ended by its author, not by an editor."""
_WRAPPED_MIN_RUNNING_ON = 35
"""In wrapped text: where the next line starts in lower case, a long word may have left this much."""
_RAGGED = 12
"""People who wrap by hand end lines up to a long word early."""


def wrap_width(lines: Sequence[Line]) -> int:
    """Return the column at which an editor wrapped the text, or 0 for a text with a paragraph on each line.

    Wrapped is a text that has lines which run on in lower case on the next, and hardly any that are too long for that.
    """
    filled = [line for line in lines if line.text]
    too_long = sum(1 for line in filled if line.indent + len(line.text) > _WRAPPED_WIDTH)
    if 20 * too_long > len(filled):
        return 0
    width = 0
    for line, below in pairwise(lines):
        if len(line.text) < _WRAPPED_MIN or line.text[-1] == ":" or ends_sentence(line.text):
            continue
        if below.text[:1].islower() and not bullet_width(below):
            width = max(width, min(line.indent + len(line.text), _WRAPPED_WIDTH))
    return width


def runs_on(line: Line, below: Line, width: int, *, continued: bool) -> bool:
    """Return whether a line of a text that is wrapped at `width` runs on on the next; say `continued` where it does so itself from above."""
    if below.text[0].islower() and not ends_sentence(line.text):
        # A line that itself continued one, or ends with a comma, goes on however short it is.
        return continued or line.text.endswith((",", ";")) or len(line.text) >= _WRAPPED_MIN_RUNNING_ON
    if len(line.text) < _WRAPPED_MIN or ends_with_date(line.text):
        return False
    # The editor broke the line exactly if the next word had no room on it.
    first_word = below.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(first_word) > width - _RAGGED
