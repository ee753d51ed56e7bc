"""Finds the name with which an item of a list of projects opens where commas set off what it is: "snowpit, a script that …".

Knows nothing of where the item stands; stories/entries.py asks.
"""

from __future__ import annotations

import re

_LINK = r"\[[^\]\[\n]{2,70}\](?:\([^()\s]{0,300}\)|\[[^\]\[\n]{0,60}\])?"
_MARKS = r"[*_~`]{0,5}"
_SUCH = re.compile(rf"{_MARKS}(?P<t>{_LINK}){_MARKS}\s(?:such\sas|like|which|that)\s(?P<rest>\S.{{13,}})", re.DOTALL)
"""A link and what follows it at once: "[Radio bots](…) such as …"."""
_APPOSED = re.compile(
    rf"{_MARKS}(?P<t>{_LINK}|[^\W_][^\s,;:()\[\]|*]{{0,30}}(?:[ ][^\s,;:()\[\]|*]{{1,30}}){{0,3}}){_MARKS}(?:\s?\([^()\n]{{2,80}}\)|\s?\({_LINK}\))?,\s{{1,3}}"
    r"(?:an?|the|my|our|one|eine?|mein|un[ea]?|mon|ma|mi|een|mijn)\s(?P<rest>[^\W\d_].{13,})",
    re.DOTALL,
)
_SMALL = frozenset("a an and de der des die du for la le of the und von".split())


def apposed_name(text: str) -> re.Match[str] | None:
    """Return a match whose group `t` is the name, as a link or in plain words, and `rest` what is told of it; else None.

    Several plain words are a name in title case alone.

    >>> [apposed_name(t)["t"] for t in ("potwatch, a bot for cold kilns", "[Tern][tern], our first map of nests", "**Sea Log**, an app for one-day sails")]
    ['potwatch', '[Tern][tern]', 'Sea Log']
    >>> apposed_name("Together with Ada, a friend from school, I built a kiln") is None
    True
    """
    match = _APPOSED.match(text)
    if match is None:
        return _SUCH.match(text)
    words = match["t"].split()
    is_name = match["t"].startswith("[") or len(words) == 1
    if not is_name and not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return None
    return match
