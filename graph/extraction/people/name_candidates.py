"""Finds what may be the name of a page's author. Judges none; name_signs.py says how each looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.named_pages import NamedPage
from graph.extraction.people.personal_names import FULL_NAME, bare_name
from graph.extraction.reading import Reading

_TOP, _FOOT = 8000, 3000
"""Characters from a text's start, and before its end, in which its author is looked for."""
_MOST = 200
"""Names; more are a list of names."""
_LONGEST = 4
"""Words."""
_IN_SMALL = re.compile(r"(?m)^[ \t#*_>-]{0,20}(?P<name>[a-zà-ÿ]{2,20}(?:\.[ ]|[. ])[a-zà-ÿ’'-]{2,20})[ \t*_]{0,20}$")
"""A line of two words in small letters, as some write their names at the top."""
_OF_TOP = 300
"""Characters in which a name in small letters is looked for."""


def page_of_names(reading: Reading) -> NamedPage:
    """Return a document with what may be its author's name."""
    return NamedPage(reading, _names(reading.document.text), _MOST)


def _names(text: str) -> Iterator[tuple[int, str]]:
    foot = max(_TOP, len(text) - _FOOT)
    for match in (*FULL_NAME.finditer(text, 0, _TOP), *FULL_NAME.finditer(text, foot)):
        name = bare_name(match.group())
        if len(name.split()) <= _LONGEST:
            yield match.end() - len(name) if match.group().endswith(name) else match.start(), name
    for match in _IN_SMALL.finditer(text, 0, _OF_TOP):
        yield match.start("name"), match["name"]
