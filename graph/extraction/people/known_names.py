"""Knows the given names and surnames of many countries, by personal_names.txt. Says of no text whether it is a name."""

from __future__ import annotations

import unicodedata
from functools import cache

from graph.vocabulary_files import FOLDER

FILE = FOLDER / "personal_names.txt"
"""Lines of `given NAME …`, `surname NAME …` and `ordinary NAME …`, names that are words of English, too; all folded as `folded` does."""


def folded(word: str) -> str:
    """Return a word of a name as the lists hold it: in small letters, without accents and points.

    >>> folded("Inês"), folded("J.")
    ('ines', 'j')
    """
    parts = unicodedata.normalize("NFD", word.casefold().strip("."))
    return "".join(char for char in parts if not unicodedata.combining(char))


def is_given_name(word: str) -> bool:
    """Return whether a word is a given name somewhere, or a double one's first part."""
    low = folded(word)
    return low in names_of("given") or low.partition("-")[0] in names_of("given")


def is_surname(word: str) -> bool:
    """Return whether a word is a surname somewhere, or a part of a double one is."""
    low = folded(word)
    return low in names_of("surname") or any(part in names_of("surname") for part in low.split("-"))


def is_ordinary(word: str) -> bool:
    """Return whether a name is an ordinary word of English, too: "River", "Mark"."""
    return folded(word) in names_of("ordinary")


@cache
def names_of(kind: str) -> frozenset[str]:
    """Return all names of a kind, `given`, `surname` or `ordinary`, folded."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if line.startswith(f"{kind} ") for name in line.split()[1:])
