"""Tells a line's words from its marks, and running text from lines that head something."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction.career_words import SMALL
from graph.extraction.dates.dates import FoundPeriod, find_periods
from graph.extraction.heads.words import LEGAL_SUFFIX

_MARKUP = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]{1,80})\](?:\((?:https?:|mailto:|\.{0,2}/|#)[^()\s]{0,300}\)|\[[^\[\]\n]{0,40}\])|!\[[^\[\]\n]{0,80}\]\([^()\s]{0,300}\)|</?[a-zA-Z]{1,8}(?:\s[^<>\n]{0,200})?/?>"
    r"|\[\[(?:[^\[\]|\n]{1,80}\|)?(?P<page>[^\[\]|\n]{1,80})\]\]"
)
"""Links and pictures, tags, and the links of note apps between pages: "[[Acme]]", "[[acme|Acme]]"."""


_ESCAPE = re.compile(r"\\(?=[-().&+#!~=>])")
"""Before a sign that converters to Markdown guard from being a mark: "2021 \\- 2024\\)"."""


def without_markup(text: str) -> str:
    """Return a line with pictures and the marks of links and tags blanked out, as long as before.

    >>> without_markup("**Cook**, [Acme](https://acme.example) <br/>").split()
    ['**Cook**,', 'Acme']
    """
    if "__" in text:
        text = text.replace("__", "**")  # An underscore is a letter to patterns of names.
    if "\\" in text:
        text = _ESCAPE.sub(" ", text)
    if "](" not in text and "][" not in text and "<" not in text and "[[" not in text:
        return text
    return _MARKUP.sub(_blanked, text)


def _blanked(match: re.Match[str]) -> str:
    words = match["words"] or match["page"] or ""
    return (" " + words if words else "").ljust(len(match.group()))


_DATED_FIRST = re.compile(r"[^\d:]{0,20}\d(?:[^:|\n]{0,40}\d)?[^:|\n]{0,12}[:|]\s")


def _ends_dated(line: str, last: FoundPeriod) -> bool:
    """Return whether a line ends in a period, as heads of entries do."""
    is_span = last.range.is_current or last.range.start != last.range.end
    return is_span and len(line) < 120 and not line[last.end :].strip(" *_)].|")


def is_wrapped(text: str) -> bool:
    """Return whether a block of several lines is running text that was broken at a width."""
    first, _, rest = without_markup(text).partition("\n")
    if len(" ".join(first.split())) < 50 or not rest.strip():
        return False
    if (dated := find_periods(first)) and (_DATED_FIRST.match(first) or _ends_dated(first, dated[-1])):
        return False  # "From 3/2015 to 5/2018: cook at Acme" above a line about it.
    lower = re.findall(r"(?<!\w)[a-z]\w+", first)
    return len(lower) >= 4 and looks_like_prose(" ".join(text.split()))


_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?]$")


@lru_cache(maxsize=4096)  # several stages ask about the same words
def looks_like_prose(text: str) -> bool:
    """Return whether a line reads as a sentence: it ends as one, or holds many words in lower case."""
    words = _LETTERS.findall(text)
    lower = [word for word in words if word[0].islower() and word not in SMALL]
    ends = _SENTENCE_END.search(text[-4:]) is not None and LEGAL_SUFFIX.search(text) is None
    says_i = len(words) > 4 and words[0] == "I" and words[1].islower() and text.endswith(".")
    return says_i or (ends and len(lower) >= 3) or len(lower) > 7 or len(words) > 24
