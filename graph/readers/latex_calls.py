"""Says what a macro that nobody knows writes, by its arguments: an entry where one is a date, a labelled line, or its words.

Templates of résumés name their macros as they like (`\\job`, `\\twentyitem`, `\\uthree`); what they are given is alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from graph.readers.date_words import is_date, names_year, says_now

_SHORT_WORDS = 14
_TELLING_WORDS = 5
"""Words of an argument that tells what a work is, between its name and its tools."""
_LINK = re.compile(r"(?:https?://|www\.|mailto:)\S+$")
_DASHED = re.compile(r"[-–—]\s*$")
_CONTACT = re.compile(r"(?:e-?mail|mobile|phone|tel|web|website|github|linkedin)\b[^:]{0,9}:", re.IGNORECASE)
_TAGS = re.compile(r"#(?=\w)")
_DEFINED_WORDS = re.compile(
    r"\\(?:(?:re)?newcommand\*?\s*\{?|def\s*)\\(?P<name>[A-Za-z]{2,40})\}?\s?\{(?P<words>[^{}\\\n#]{1,120})\}"
)
_HEADED = re.compile(r"\\(?:re)?newcommand\*?\s*\{?\\(?P<name>[A-Za-z]{2,40})\}?\s?\[1\]\s?\{(?P<body>[^\n]{0,200})")
_MAKES_HEADING = re.compile(r"\\(?:hrule|rule|titlerule|hrulefill|(?:sub)?section)(?![A-Za-z])")
_AUTHOR_MACROS = frozenset({"name", "header", "namesection", "cvname", "fullname", "resumename", "makename"})
"""Macros whose first arguments are the author's name, in templates' classes that are not in the file."""

_SECTIONS = frozenset({"projects", "experience", "education", "skills", "programming", "interests", "certifications"})
"""Macros of which the one argument is a whole section."""


@dataclass(frozen=True, slots=True)
class Called:
    """What a call writes: lines in order, and which argument is a text of its own, whose lists are to be kept."""

    lines: tuple[str, ...]
    text: int | None = None
    is_entry: bool = False
    is_inline: bool = False
    """Whether it may stand within a line: `\\link{https://…}{Acme}`."""
    heading: int = 0


def words_defined(source: str) -> Mapping[str, str]:
    """Return the macros without arguments that stand for plain words, with these.

    >>> dict(words_defined(r"\\newcommand{\\myname}{Mara Quill} \\def\\town{Utrecht}"))
    {'myname': 'Mara Quill', 'town': 'Utrecht'}
    """
    if "newcommand" not in source and "\\def" not in source:
        return MappingProxyType({})
    return MappingProxyType({match["name"]: match["words"] for match in _DEFINED_WORDS.finditer(source)})


def headings_defined(source: str) -> frozenset[str]:
    """Return the macros of one argument that set it as a section's title: above a rule, or by `\\section`.

    >>> sorted(headings_defined(r"\\newcommand{\\head}[1]{\\textsc{#1}\\par\\hrule} \\newcommand{\\co}[1]{\\textbf{#1}}"))
    ['head']
    """
    if "newcommand" not in source:
        return frozenset()
    return frozenset(match["name"] for match in _HEADED.finditer(source) if _MAKES_HEADING.search(match["body"]))


def call_written(macro: str, arguments: Sequence[str], blocks: Sequence[bool]) -> Called:
    """Return what a call of an unknown macro writes; `blocks` says which of its arguments hold lists.

    >>> call_written("job", ["Miller, Acme", "Jun 2021 – Present", "Remote"], [False] * 3).lines
    ('Miller, Acme, Remote    Jun 2021 – Present',)
    >>> call_written("row", ["Languages:", "Go, Lua"], [False, False]).lines
    ('Languages: Go, Lua',)
    """
    if macro.casefold() in _AUTHOR_MACROS:
        return _author(arguments)
    if len(arguments) == 1:
        if macro.casefold() in _SECTIONS:
            return Called((macro.capitalize(),), 0, heading=2)
        return Called((), 0)
    text = next((place for place, holds in enumerate(blocks) if holds), None)
    if text is None and len(arguments) > 1 and _is_sentence(arguments[-1]):
        text = len(arguments) - 1
    short = [words for place, words in enumerate(arguments) if words and place != text and not _LINK.match(words)]
    dates = [words for words in short if is_date(words)]
    rest = [words for words in short if not is_date(words)]
    if dates and (rest or text is not None):
        head, when = ", ".join(rest), _joined(dates)
        return Called((f"{head}    {when}" if head else when,), text, is_entry=True)
    if len(short) == 2 and text is None and (short[0].endswith(":") or short[1].count(",") > 1):
        return Called((f"{short[0].rstrip(':')}: {_listed(short[1])}",))
    # A project with its link, sentence and tools.
    if text is None and len(rest) > 2 and (place := _sentence_among(arguments)) is not None:
        others = [words for words in rest if words != arguments[place]]
        return Called((others[0], arguments[place], *map(_listed, others[1:])), None, is_entry=True)
    if len(short) == 1 and len(arguments) == 2 and _LINK.match(arguments[1]):
        return Called((short[0],), heading=3)  # a project and its link
    words = (", ".join(map(_listed, short)),) if short else ()
    return Called(
        words, text, is_inline=bool(words) and text is None and len(arguments) == 2 and short != arguments[:1]
    )


def with_dates_joined(rows: Sequence[list[str]]) -> list[list[str]]:
    """Return the rows of a table, dates joined where the first cells of two have the end above the beginning.

    >>> with_dates_joined([["Current", "Cook at Acme"], ["Jan 2020", "Soups"]])
    [['Jan 2020 – Current', 'Cook at Acme'], ['', 'Soups']]
    """
    made = [list(row) for row in rows]
    for row, below in pairwise(made):
        is_pair = len(row) == len(below) == 2 and all((*row, *below)) and says_now(row[0])
        if is_pair and names_year(below[0]) and is_date(below[0]):
            row[0], below[0] = f"{below[0]} – {row[0]}", ""
    return made


def is_contact(words: str) -> bool:
    """Return whether a cell beside a name is a contact, which is a line of its own: "Email: mara@example.org"."""
    return "@" in words or "://" in words or _CONTACT.match(words) is not None


def _joined(dates: Sequence[str]) -> str:
    """Return "Sep 2019 – Dec 2020" for a beginning and an end that are arguments of their own."""
    if len(dates) == 1 or _DASHED.search(dates[0]):
        return " ".join(dates)
    return " – ".join(dates)


def _author(arguments: Sequence[str]) -> Called:
    named = 1 if len(arguments) == 1 or " " in arguments[0].strip() else 2
    name = " ".join(filter(None, arguments[:named]))
    return Called((name, *(words for words in arguments[named:] if words)), heading=1)


def _is_sentence(words: str) -> bool:
    return len(words.split()) > _SHORT_WORDS or (words.endswith(".") and len(words.split()) > 5)


def _sentence_among(arguments: Sequence[str]) -> int | None:
    ended = (place for place, words in enumerate(arguments) if words.endswith(".") and " " in words)
    told = (place for place, words in enumerate(arguments) if place and len(words.split()) >= _TELLING_WORDS)
    return next(ended, None) or next(told, None)


def _listed(words: str) -> str:
    """Return "Go, Lua" for "#Go #Lua"."""
    return ", ".join(filter(None, (word.strip() for word in _TAGS.split(words)))) if words.startswith("#") else words
