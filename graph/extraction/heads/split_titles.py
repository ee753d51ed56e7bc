"""Joins the two parts of a post's title that a comma divides, before a dash and the company: "Managing editor, digital — Inkwell"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.heads.words import is_title
from graph.vocabulary import Vocabularies

_GOES_ON = re.compile(r",\s[a-zà-ÿ][^,\n]{2,40}\s[—–|-]\s[A-ZÀ-Þ][^,\n]{1,60}$")
_SMALL_BEHIND = re.compile(r",\s(?=[a-zà-ÿ])")


def joined_titles(text: str, pieces: list[tuple[int, int, str]]) -> Sequence[tuple[int, int, str]]:
    """Return the (start, end, joint) of a line's pieces, with the two parts of its post as one where the second is in small letters.

    >>> joined_titles("Cook, pastry — Inkwell", [(0, 4, ""), (6, 12, ","), (15, 22, "|")])
    [(0, 12, ''), (15, 22, '|')]
    """
    if "," not in text or _GOES_ON.search(text) is None:
        return pieces
    joined: list[tuple[int, int, str]] = []
    for start, end, joint in pieces:
        if joint == "," and len(joined) == 1 and text[start].islower():
            joined[0] = (joined[0][0], end, joined[0][2])
        else:
            joined.append((start, end, joint))
    return joined


def kind_words(piece: str, vocabularies: Vocabularies) -> str:
    """Return what of a piece says its kind: a title before a comma and words in small letters ("Managing editor, digital"), else all."""
    cut = _SMALL_BEHIND.search(piece) if "," in piece else None
    is_post = cut is not None and is_title(piece[: cut.start()], vocabularies.roles)
    return piece[: cut.start()] if cut is not None and is_post else piece
