"""The stems of English words, by which words are compared in whatever form they stand."""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer

WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_STEMMER = Stemmer.Stemmer("english", 0)  # stem() remembers


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Snowball (Porter 2) stem of an English word, lower-cased; words with other scripts' letters stay."""
    return str(_STEMMER.stemWord(word.lower()))


def stems(text: str) -> list[tuple[str, int, int]]:
    """Return (stem, start, end) of each word; hyphens and slashes separate words."""
    return [(stem(match.group()), *match.span()) for match in WORD.finditer(text)]
