"""Gives the words of a line, worked out once for all the rules that ask whether it can hold what they look for.

Most lines hold none of a rule's words; to see that in a set is ten times as quick as to try the rule's pattern.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8192)  # the lines and sentences of one document; each is asked about by many rules
def words_in(text: str) -> frozenset[str]:
    """Return the different words of a line, casefolded; signs part them, so that "I've" is two.

    >>> sorted(words_in("Self-employed, I've sold HATS"))
    ['employed', 'hats', 'i', 'self', 'sold', 've']
    """
    return frozenset(_WORD.findall(text.casefold()))
