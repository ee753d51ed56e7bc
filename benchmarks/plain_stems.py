"""Porter's stems alone: what any search engine knows of words. The yardsticks use them, so that they stay as they are."""

from __future__ import annotations

from whoosh.lang.porter2 import stem as porter2_stem

from index.analyzers import words


def plain_stem(word: str) -> str:
    """Return the Porter 2 stem of a folded English word; names with marks or digits stay whole."""
    if len(word) < 3 or not (word.isalpha() and word.isascii()):
        return word
    return str(porter2_stem(word))


def plain_stems(text: str) -> list[str]:
    """Return the stems of a text's words, in order."""
    return [plain_stem(word) for word in words(text)]
