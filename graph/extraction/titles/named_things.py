"""Tells the names of things from those of people that look alike: "Paper Harbour", "Ina Marsh"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import BlockKind
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.words import is_title
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title, names_work
from graph.vocabulary import Vocabularies

_IS = r"\s(?:is|was)\s(?:an?|the|my|our)\s(?P<what>[^.,;:\n]{3,60})"
_AT_WORK = r"(?i:\b(?:how|why|what)\s(?:the\s)?)%s\s(?:works?|runs?|does|exists?)\b"


def names_thing(text: str, name: str, vocabularies: Vocabularies) -> bool:
    """Return whether a text says of what has a person's look that it works or is an app: "How Chime Desk works".

    >>> from graph.vocabulary import load_vocabularies
    >>> told = "Paper Harbour is a booking platform. Ina Marsh is a designer."
    >>> [names_thing(told, name, load_vocabularies()) for name in ("Paper Harbour", "Ina Marsh")]
    [True, False]
    """
    escaped = re.escape(name)
    if re.search(_AT_WORK % escaped, text, re.IGNORECASE) is not None:
        return True
    told = re.search(escaped + _IS, text)
    if told is None:
        return False
    what = re.split(r"\s(?:that|which|for|who|with|in|on|to|built|of)\s", told["what"])[0]
    return names_work(f"a {what}", vocabularies) and not is_role_title(what, vocabularies)


def heads_no_person(reading: Reading, line: HeadLine, following: Sequence[HeadLine], name: str, rest: str) -> bool:
    """Return whether a heading with a person's look names a thing, or, of the second level or below, who employs the post headed below."""
    if rest and names_thing(reading.document.text, name, reading.vocabularies):
        return True
    return line.block.level > 1 and any(
        other.block.kind is BlockKind.HEADING
        and other.block.level > line.block.level
        and is_title(re.sub(r"\s\([^()]*\)$", "", other.text.strip("*_ ")), reading.vocabularies.roles)
        for other in following
    )
