"""Goes through the places of given words in a text. To compile a pattern for words that a document brings takes longer than to look."""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(text: str, words: str) -> Iterator[int]:
    """Yield where `words` begin in `text`, as they are written, in order; whoever asks looks at what stands around.

    Nothing for no words.

    >>> list(occurrences("Acme, then Acme again", "Acme"))
    [0, 11]
    """
    place = text.find(words) if words else -1
    while place >= 0:
        yield place
        place = text.find(words, place + 1)
