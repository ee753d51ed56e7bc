"""Brings the forms of an English word together: "wrote" and "written", "organised" and "organization", "children".

One function for texts, queries and the vocabularies that both are read by. The tables stand in word_forms.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

from graph.word_forms import APART, IRREGULAR, NOT_IZE, RESPELLED, SPELLINGS

_STEMMER = Stemmer.Stemmer("english", 0)  # root() remembers
_IZE = re.compile(r"\A([a-z]{4,40})i[sz](?:e|ed|es|er|ers|ing|ation|ations|able)")
_SHORT_IFY = 5
"""Letters; what is shorter is no verb in "-ify"."""
_MADE_OF_IZE = frozenset(word.removesuffix("e").removesuffix("ing").removesuffix("is") for word in NOT_IZE)


def _entries(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (word, its forms)."""
    for entry in table.split("|"):
        head, _, forms = entry.partition(":")
        yield head.strip(), forms.split()


_BASES = {form: base for table in (IRREGULAR, RESPELLED) for base, forms in _entries(table) for form in forms}
_APART = {form: word for word, forms in _entries(APART) for form in (word, *forms)}
_AMERICAN = dict(pair.split(":") for pair in SPELLINGS.split())
_BRITISH = re.compile("|".join(_AMERICAN))


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """Return what a word shares with its other forms; not always a word itself.

    `word` is folded. Raises nothing; what has other scripts' letters, digits or marks comes back as the stemmer leaves it.

    >>> [root(word) for word in ("wrote", "written", "writing", "organised", "organization", "hospitality")]
    ['write', 'write', 'write', 'organiz', 'organiz', 'hospitality']
    >>> [root(word) for word in ("certified", "certification", "specify", "specific")]
    ['certif', 'certif', 'specifi', 'specif']
    """
    word = _BASES.get(word, word)
    if (british := _BRITISH.match(word)) is not None:
        word = _AMERICAN[british.group()] + word[british.end() :]
    if (apart := _APART.get(word)) is not None:
        return apart
    if (made := _IZE.fullmatch(word)) is not None and made[1] not in _MADE_OF_IZE:
        return f"{made[1]}iz"
    stem = str(_STEMMER.stemWord(word))
    # The stemmer parts "certified" from "certification"; "specific" isn't specified.
    return stem[:-1] if stem.endswith("ifi") and len(stem) > _SHORT_IFY and stem != "specifi" else stem
