"""Mends what PDF files do to text: running heads and feet, letter-spaced words, words cut at the end of a line, ligatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200b-\u200d]")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " ", "\u2002": " "}
)
_SPACED = re.compile(r"(?<!\S)\w(?: \w)+(?: {2,}\w(?: \w)+)+(?!\S)|(?<!\S)\w(?: \w){3,}(?!\S)")
_MIN_SPACED_SHARE = 0.7
_EDGE = 2
"""Lines at the top and the bottom of a page that may be running heads and feet."""
_COUNTER = re.compile(
    r"(?:(?:page|seite|página|pagina|p\.)\s{0,9})?\d{1,3}\s{0,9}(?:(?:/|of|von|de|sur|di)\s*\d{1,3})?", re.IGNORECASE
)
_CUT = re.compile(
    r"(?<![^\W\d_])(?P<head>[^\W\d_]{2,}+)(?P<mark>[-\u00ad\u2010])[ \t]{0,40}\n(?P<gap>[ \t]{0,200})(?P<tail>[^\W\d_]+)(?P<end>[^\s\w]*)[ \t]*"
)
_COMPOUNDS = frozenset(
    """
    zero self cross non pre post multi real high low long short end on event data time cost two three four five six well
    open full front back in off up down first second third large small co ex all anti inter sub over under third micro
    cloud test domain customer user server client state world double single half quarter year month week day hour
    """.split()
)
"""First parts after which a hyphen at the end of a line is most often one that was written."""


def clean(page: str) -> str:
    """Return a page's text with its ligatures as letters, and without what can't be printed."""
    return _UNPRINTABLE.sub(" ", page.translate(_LIGATURES).replace("\r\n", "\n").replace("\r", "\n"))


def without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return pages without the lines that stand at the top or bottom of all (of long files: most) pages, and counters.

    The first page keeps its head: it may be the title or the name. A page's own number counts as equal: "Page 2 of 9".
    """
    kept = [list(page) for page in pages]
    if len(kept) < 2:
        return kept
    edges = [_edges(page) for page in kept]
    alike: Counter[str] = Counter()
    for number, (page, places) in enumerate(zip(kept, edges, strict=True), start=1):
        alike.update({_alike(page[place], number) for place in places})
    wanted = len(kept) if len(kept) < 4 else 0.6 * len(kept)
    for number, (page, places) in enumerate(zip(kept, edges, strict=True), start=1):
        top = set(places[:_EDGE])
        for place in sorted(places, reverse=True):
            words = page[place]
            is_counter = _COUNTER.fullmatch(words.strip()) is not None
            if is_counter or (alike[_alike(words, number)] >= wanted and not (number == 1 and place in top)):
                page[place] = ""
    return kept


def _edges(page: Sequence[str]) -> list[int]:
    filled = [place for place, line in enumerate(page) if line.strip()]
    # A page of a few lines has no middle that would tell its edges apart.
    if len(filled) <= 2 * _EDGE:
        return filled[:1] + filled[-1:] if len(filled) > 1 else filled
    return filled[:_EDGE] + filled[-_EDGE:]


def _alike(line: str, number: int) -> str:
    """Return a line as it is compared: the number of its page is the same on all."""
    return re.sub(rf"(?<!\d){number}(?!\d)", "#", " ".join(line.split()).casefold())


def without_letter_spacing(line: str) -> str:
    """Return a line whose words are spaced out letter by letter as words.

    >>> without_letter_spacing("W O R K   H I S T O R Y"), without_letter_spacing("Plan A B C and D")
    ('WORK HISTORY', 'Plan A B C and D')
    """
    found = [match for match in _SPACED.finditer(line)]
    spaced = sum(len(match.group()) for match in found)
    if not found or spaced < _MIN_SPACED_SHARE * len(line.strip()):
        return line
    return _SPACED.sub(
        lambda match: " ".join(word.replace(" ", "") for word in re.split(r" {2,}", match.group())), line
    )


def without_cut_words(text: str) -> str:
    """Return text with the words joined that are cut at the end of a line: "plan-" and "ning" below it.

    A hyphen stays where the word stands with it elsewhere, or its first part mostly has one ("zero-" and "downtime").
    """
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}

    def joined(match: re.Match[str]) -> str:
        head, tail = match["head"], match["tail"]
        whole, compound = f"{head}{tail}".casefold(), f"{head}-{tail}".casefold()
        if not tail[0].islower():
            return match.group()
        keeps = (
            match["mark"] != "\u00ad" and whole not in words and (compound in words or head.casefold() in _COMPOUNDS)
        )
        return f"{head}{'-' if keeps else ''}{tail}{match['end']}\n{match['gap']}"

    return _CUT.sub(joined, text)
