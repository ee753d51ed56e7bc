"""Finds the words of a site's navigation above the text of a pasted page. Called by lines.py; page_words.py knows the words."""

from __future__ import annotations

from collections.abc import Sequence

from graph.page_words import is_page_link, is_sure_link
from graph.readers.text_lines import Line

_FEWEST_LINKS = 3
_TOP = 16
"""Lines at the top of a text within which the words of a site's navigation begin."""


def navigation(lines: Sequence[Line]) -> list[int]:
    """Return the places of a pasted page's words of navigation: three or more in a row near its top, one to a line.

    The last of them heads what follows if a blank line parts it from those before.

    >>> from graph.readers.text_lines import split_lines
    >>> navigation(split_lines("Ada Quill\\nAbout\\nWork\\nContact\\nHarbour tickets"))
    [1, 2, 3]
    """
    run: list[int] = []
    other = 0  # Lines of the run's end that are no known links: "How I Work" between "Experience" and "Contact".
    for place, line in enumerate(lines):
        if line.is_blank:
            continue
        if is_page_link(line.text):
            run.append(place)
            other = 0
        elif len(run) > 1 and other < 2 and len(line.text) < 20 and place - run[-1] == 1:
            run.append(place)
            other += 1
        elif len(run) - other >= _FEWEST_LINKS or place > _TOP:
            break
        else:
            run, other = [], 0
    run = run[: len(run) - other]
    if len(run) > _FEWEST_LINKS and run[-1] - run[-2] > 1 and run[1] - run[0] == 1:
        run.pop()
    return run if len(run) >= _FEWEST_LINKS and any(is_sure_link(lines[place].text) for place in run) else []
