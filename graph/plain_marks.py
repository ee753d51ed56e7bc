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
_UNDERLINED = re.compile(
    r"(?<![\\\w])__(?!(?:init|main|name|file|all|doc|version|call|str|repr|new|dict|slots|pycache|tests|mocks)__)(?=[^\s_])(?P<bold>[^_\n]{1,200})(?<=\S)__(?!\w)"
    r"|(?<![\\\w*])_(?=[^\s_])(?P<italic>[^_\n]{1,200})(?<=\S)_(?![\w*])"
)
"""Words in bold or italics by underscores, as Markdown has them beside asterisks; "__init__" is a name."""
_BREAK = re.compile(r"(?:\\|<br ?/?>)(?=[ \t]{0,3}\r?\n)")
"""What breaks a line at its end; the line ends there anyway."""
_HARD_SPACES = "\u00a0\u2007\u2009\u202f"
_SPACES = str.maketrans(dict.fromkeys(_HARD_SPACES, " "))
_HYPHENS = "\u2010\u2011"
_UNSEEN = "\u200b\u2060\ufeff\u200e\u200f"
_PLAIN = str.maketrans(dict.fromkeys(_HARD_SPACES, " ") | dict.fromkeys(_HYPHENS, "-"))
_ODD = re.compile(f"[{_HARD_SPACES}{_HYPHENS}]")
_UNSEEN_APART = re.compile(rf"(?:(?<=\s)|^)[{_UNSEEN}]{{1,9}}|[{_UNSEEN}]{{1,9}}(?=\s|$)")
"""Signs without width beside a space or at a line's end; inside a word they stay, since nothing says whether they part it."""
_KEPT = frozenset("<>")
"""Signs that would become tags."""


def in_plain_lines(text: str) -> str:
    """Return a text of the same length in which a space and a line feed stand for what ends a line on Windows."""
    return text.replace("\r\n", " \n") if "\r" in text else text


def in_plain_signs(text: str) -> str:
    """Return a text of the same length: hard and thin spaces are spaces and so are signs without width beside them, hard
    hyphens are hyphens, an entity of HTML is its sign and spaces behind, what breaks a line at its end is spaces, and each
    line ends in a line feed.

    >>> in_plain_signs("Hult &amp; Sparre")
    'Hult &     Sparre'
    """
    if not text.isascii():
        if _ODD.search(text) is not None:
            text = text.translate(_PLAIN)
        if any(sign in text for sign in _UNSEEN):
            text = _UNSEEN_APART.sub(lambda signs: " " * len(signs.group()), text)
    if "&" in text:
        text = _ENTITY.sub(_sign, text)
    if "\\\n" in text or "<br" in text or "\\\r" in text:
        text = _BREAK.sub(lambda mark: " " * len(mark.group()), text)
    return in_plain_lines(text)


def in_plain_marks(text: str) -> str:
    """Return a text of the same length in plain signs, and tags of bold words with which a line begins as two asterisks beside
    the words, and spaces outside; underscores that emphasise words as asterisks.

    >>> in_plain_marks("<b>Hult</b> 2019")
    ' **Hult**   2019'
    >>> in_plain_marks("__Hult__, _Sparre_ and snake_case")
    '**Hult**, *Sparre* and snake_case'
    """
    text = in_plain_signs(text)
    if "</b>" in text or "</strong>" in text:
        text = _BOLD.sub(_in_asterisks, text)
    if "_" in text:
        text = _UNDERLINED.sub(_by_asterisks, text)
    return text


def _by_asterisks(found: re.Match[str]) -> str:
    return f"**{found['bold']}**" if found["bold"] else f"*{found['italic']}*"


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
