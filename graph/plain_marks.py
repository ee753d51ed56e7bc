"""Rewrites a text in plain marks without moving a character: spaces for hard spaces, "&" for "&amp;", ** for <strong>.

What is read from the rewritten text stands at the same offsets of the document's own. Knows no document and no format.
"""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,9});")
_BOLD = re.compile(
    r"(?im)^(?P<before>[ \t]{0,12}(?:[-*+•] |\d{1,2}[.)] )?)(?P<open><(?P<tag>b|strong)(?: [^<>\r\n]{0,200})?>[ \t]{0,9})"
    r"(?P<words>[^<>*\s][^<>*\r\n]{0,200})(?P<close></(?P=tag)>)"
)
"""Bold words at the beginning of a line, where no other tag stands before them: in a page's own elements they are read with these."""
_BREAK = re.compile(r"(?:\\|<br ?/?>)(?=[ \t]{0,3}\r?\n)")
"""What breaks a line at its end; the line ends there anyway."""
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))
_KEPT = frozenset("<>")
"""Signs that would become tags."""


def in_plain_signs(text: str) -> str:
    """Return a text of the same length: hard and thin spaces are spaces, an entity of HTML is its sign and spaces behind, and
    what breaks a line at its end is spaces.

    >>> in_plain_signs("Hult &amp; Sparre")
    'Hult &     Sparre'
    """
    if "\u00a0" in text or "\u202f" in text or "\u2009" in text or "\u2007" in text:
        text = text.translate(_SPACES)
    if "&" in text:
        text = _ENTITY.sub(_sign, text)
    if "\\\n" in text or "<br" in text or "\\\r" in text:
        text = _BREAK.sub(lambda mark: " " * len(mark.group()), text)
    return text


def in_plain_marks(text: str) -> str:
    """Return a text of the same length in plain signs, and tags of bold words with which a line begins as two asterisks beside
    the words, and spaces outside.

    >>> in_plain_marks("<b>Hult</b> 2019")
    ' **Hult**   2019'
    """
    text = in_plain_signs(text)
    if "</b>" in text or "</strong>" in text:
        text = _BOLD.sub(_in_asterisks, text)
    return text


def _in_asterisks(found: re.Match[str]) -> str:
    bare = found["words"].rstrip()
    bold = f"{'**':>{len(found['open'])}}{bare}**"
    return found["before"] + bold.ljust(found.end() - found.start("open"))


def _sign(entity: re.Match[str]) -> str:
    written = entity.group()
    sign = html.unescape(written)
    if len(sign) != 1 or sign in _KEPT or not (sign.isprintable() or sign == "\u00a0"):
        return written
    return sign.translate(_SPACES).ljust(len(written))
