"""Knows bullets that authors of Markdown type themselves, which it takes for running text: "• Led …", "– Sold …".

The parser is given them as its own, so that lists nest and run on as they look; places stay, for no length changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_SURE = "•‣▪▫●○◦■□◆◇➢➤►▸▶▹▷❖✓✔✅☑∙⁃\uf0b7\uf0a7\uf076\uf0d8"
"""Signs that open nothing but items."""
_UNSURE = "–—−‐·→⇒»›o"
"""Signs that may open running text: where two lines of one follow each other, items are what it opens."""
_ANY = re.compile(rf"^[ \t>]{{0,24}}(?:[{_SURE}{_UNSURE}]|[-*+]\t)", re.MULTILINE)
_OPENER = re.compile(
    rf"^[ \t>]{{0,24}}(?:(?P<sure>[{_SURE}]\ufe0f?|[-*+](?=\t))|(?P<unsure>[{_UNSURE}]))(?=[ \t]{{1,9}}[^\s|](?P<rest>[^\r\n]*))",
    re.MULTILINE,
)
_RAISED = re.compile(r"[ \t]{1,9}(?:[*_`\[(\"“„«]{1,4})?[^\W_a-zß-öø-ÿ]|[ \t]\[[ xX]\]")
"""How an item begins behind an unsure sign that stands alone: with a capital or a number."""
_PARTED = re.compile(r"\n[ \t\r]*\n")
_SAID = re.compile(r"(?:\A|\n)[ \t]*>[^\n]*\Z|[\"”»“][*_]{0,3}\Z")
"""Ends words that somebody said, whose name the line below has: "– Ada Quill"."""
_NAME_LENGTH = 60


def with_own_bullets(text: str) -> str:
    """Return a text of the same length in which "-" stands for every typed bullet.

    >>> with_own_bullets("• Led\\n    ◦ Sold")
    '- Led\\n    - Sold'
    >>> with_own_bullets("– Led\\n– Sold"), with_own_bullets("He led\\n– and sold")
    ('- Led\\n- Sold', 'He led\\n– and sold')
    """
    if _ANY.search(text) is None:
        return text
    pieces, at = list[str](), 0
    for start, end in _bullets(text):
        pieces += [text[at:start], "-".ljust(end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _bullets(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each bullet stands, with a tab behind it: that would set its words too far in for others to nest below."""
    found = [one for one in _OPENER.finditer(text) if one["sure"] or not _names_speaker(text, one)]
    alike = (group for sign in {one["unsure"] for one in found} - {None} for group in pairwise(_of_sign(found, sign)))
    pairs = [pair for pair in alike if _follow(text, *pair)]
    listed = {one["unsure"] for one, _ in pairs}
    in_list = {one.start() for pair in pairs for one in pair}
    for one in found:
        sign = "sure" if one["sure"] else "unsure"
        alone = sign == "unsure" and one.start() not in in_list
        if alone and (one["unsure"] not in listed or _RAISED.match(text, one.end()) is None):
            continue
        yield one.start(sign), one.end(sign) + (text[one.end(sign)] == "\t")


def _of_sign(found: Sequence[re.Match[str]], sign: str) -> list[re.Match[str]]:
    return [one for one in found if one["unsure"] == sign]


def _follow(text: str, one: re.Match[str], below: re.Match[str]) -> bool:
    """Return whether no blank line stands between two lines but right above the second."""
    return _PARTED.search(text[one.end() : below.start()].rstrip()) is None


def _names_speaker(text: str, one: re.Match[str]) -> bool:
    """Return whether a short line below words in quotes names who said them."""
    return (
        len(one["rest"]) < _NAME_LENGTH
        and _SAID.search(text[max(0, one.start() - 400) : one.start()].rstrip()) is not None
    )
