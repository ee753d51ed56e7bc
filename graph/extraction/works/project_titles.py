"""Knows titles that say themselves that they name a piece of work: "Project: Quay board", "Case 2 — Kiln & Clover". Looks at nothing below them.

What may stand before and behind the word differs with what else speaks for a work where a title is asked.
"""

from __future__ import annotations

import re

_ABROAD = r"projekt|projet|proyecto|progetto|projeto"
_CASE = r"case(?: study)?|fallstudie|étude de cas|caso(?: de (?:éxito|estudio))?"
_IS_PROJECT = re.compile(rf"(?i)(?:project|{_ABROAD})\s?[:–—-]\s\S")
_IS_CASE_OR_PROJECT = re.compile(rf"(?i)(?:{_CASE}|project|{_ABROAD})\s?\d{{0,2}}\s?[:–—-]\s\S")
_LABELS_NAME = re.compile(
    r"(?i)(?:(?:key|main|major|selected|featured|notable|recent|flagship|side)\s)?(?:project|initiative)(?:\s\d{1,2})?\s?:\s[^\W\d]"
)
_HAS_PROJECT_AT_ONCE = re.compile(
    rf"(?i)\W{{0,4}}(?:(?:[\w-]+\s){{0,2}}project|{_ABROAD}|case study|product)\s?\d{{0,2}}\s?[:–—-]\s?\w"
)
_IS_OF_ONE_WORK = re.compile(r"(?i)\A\W*+(?:\w+\s){0,3}(?:project|case study|post[\s-]?mortem|capstone|thesis)\b")
_NUMBERED = re.compile(
    r"(?i)(?:star\s)?(?:story|project|case(?:\sstudy)?|example)\s(?:(?:no\.?\s?|#\s?)?\d{1,2}|(?-i:[A-H]))(?:\s?[:.·–—-]\s\S|\s?[:.]?$)"
)


def is_called_project(title: str) -> bool:
    """Return whether a title names one project and begins with the word, so that it heads no list of them.

    >>> is_called_project("Project: Claims gateway"), is_called_project("Projects: web"), is_called_project("Case: Kiln & Clover")
    (True, False, False)
    """
    return _IS_PROJECT.match(title) is not None


def is_called_work(title: str) -> bool:
    """Return whether a title begins with the word for a case or project, which may be numbered, and a sign behind it.

    >>> is_called_work("Case: Kiln & Clover"), is_called_work("Fallstudie 2 – Lager"), is_called_work("Side project: Kiln")
    (True, True, False)
    """
    return _IS_CASE_OR_PROJECT.match(title) is not None


def labels_name(title: str) -> bool:
    """Return whether a title is a label of a project or initiative, of whatever rank, and the name behind its colon.

    >>> labels_name("Key project: Claims triage"), labels_name("Initiative 2: Lager"), labels_name("Project – Lager")
    (True, True, False)
    """
    return _LABELS_NAME.match(title) is not None


def says_project(title: str) -> bool:
    """Return whether a title says within its first words that it names a project, case or product.

    >>> says_project("Green belt project – tray turnaround"), says_project("Product: Quay board"), says_project("Quay board")
    (True, True, False)
    """
    return _HAS_PROJECT_AT_ONCE.match(title) is not None


def is_of_one_work(title: str) -> bool:
    """Return whether a page's title has the word for one piece of work among its first four, with whatever behind it.

    >>> is_of_one_work("Green belt project"), is_of_one_work("Capstone report"), is_of_one_work("Projects")
    (True, True, False)
    """
    return _IS_OF_ONE_WORK.match(title) is not None


def is_numbered_work(title: str) -> bool:
    """Return whether a title counts what it names as work.

    >>> is_numbered_work("Story 2 — The night the gate stuck"), is_numbered_work("Story 2"), is_numbered_work("2. The night")
    (True, True, False)
    """
    return _NUMBERED.match(title) is not None
