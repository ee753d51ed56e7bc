"""Cuts text into the words that are indexed and searched: "C++", "CI/CD", "Node.js" and "63.2%" stay findable.

The same cutting serves documents, queries and highlighting. Knows nothing of records or ranking.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from whoosh.analysis import Analyzer, Token

from graph.roots import root

SEPARATOR = "\x1e"
"""Stands between the parts of a field (title, headings, body), so that no phrase reaches from one into the next."""
_SEPARATOR_GAP = 10

_MAX_PARTS = 4
"""A compound of more parts (a path, a URL) is indexed by its parts alone."""
_MAX_LETTERS = 64
_CACHED_TEXTS = 4096
"""Texts whose words are kept, at about 10 kB each: names and headings are asked for again and again."""
_LONGEST_SHORT = 0xFFFF
"""Places in texts up to this long are kept in 16 bits."""

_FIGURE = r"[$€£]?\d+(?:[.,]\d+)*(?:bn|[kmbtx×])?(?![^\W_])(?:[ \u00a0\u202f]?%|\+(?![+\w]))?"
# A dot belongs to the word only where a name begins with it (".NET"), never after a letter ("Node.js" is a compound).
_ATOM = r"(?:(?<![^\W_])\.(?=[^\W\d_]))?[^\W_]+(?:['’][^\W_]+)*(?:\+\+|\#(?![^\W_]))?"
_TOKEN = re.compile(
    rf"(?P<gap>{SEPARATOR})"
    rf"|(?P<figure>{_FIGURE}(?:\s?[-–—]\s?{_FIGURE})?)"
    rf"|(?P<compound>{_ATOM}(?:[-‐‑/&.@_]{_ATOM})*)",
    re.IGNORECASE,
)
_FIGURE_PART = re.compile(_FIGURE, re.IGNORECASE)
_ATOM_PART = re.compile(_ATOM)
_PLAIN_MARKS = str.maketrans(
    {"’": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "×": "x", "\u00a0": "", "\u202f": "", " ": ""}
)


class Part(NamedTuple):
    """One indivisible word, folded, with its offsets in the text. A tuple, since thousands are made for every search."""

    text: str
    start: int
    end: int


class Term(NamedTuple):
    """One word as written, compounds whole: "event-driven" with the parts "event" and "driven"."""

    text: str
    """Folded."""
    start: int
    end: int
    parts: tuple[Part, ...]
    """At least one; a simple word is its own only part."""
    position: int
    """Of the first part; the following parts take the following positions."""
    is_figure: bool = False


def fold(text: str) -> str:
    """Return `text` without case and accents; its length may differ.

    >>> fold("Straße Zürich")
    'strasse zurich'
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the English root of a folded word; names with marks or digits ("c++", "k8s", "63.2%") stay whole."""
    if len(word) < 3 or not (word.isalpha() and word.isascii()):
        return word
    return root(word)


def terms(text: str) -> Iterator[Term]:
    """Yield the words of `text` in order, compounds whole with their parts.

    >>> [(term.text, [part.text for part in term.parts]) for term in terms("CI/CD in C++, 10–15x")]
    [('ci/cd', ['ci', 'cd']), ('in', ['in']), ('c++', ['c++']), ('10-15x', ['10', '15x'])]
    """
    position = 0
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "gap":
            position += _SEPARATOR_GAP
            continue
        written, start, end = found.group(), found.start(), found.end()
        if written.isascii() and written.isalpha():
            # By far the most words: nothing to take apart.
            plain = written.lower()
            yield Term(plain[:_MAX_LETTERS], start, end, (Part(plain, start, end),), position)
            position += 1
            continue
        is_figure = found.lastgroup == "figure"
        parts = _parts(text, found)
        whole = parts[0].text if len(parts) == 1 else _plain(written, is_figure)
        yield Term(whole[:_MAX_LETTERS], start, end, parts, position, is_figure)
        position += len(parts)


def _parts(text: str, found: re.Match[str]) -> tuple[Part, ...]:
    is_figure = found.lastgroup == "figure"
    pattern = _FIGURE_PART if is_figure else _ATOM_PART
    return tuple(
        Part(_plain(match.group(), is_figure), match.start(), match.end())
        for match in pattern.finditer(text, found.start(), found.end())
    )


def forms(term: Term) -> list[tuple[str, int]]:
    """Return what a word is indexed as: (form, position), the whole of a compound first, then its parts.

    A figure is found without its marks too: "80M+" as "80m+" and "80m", "63.2%" as "63.2%" and "63.2".
    """
    found: list[tuple[str, int]] = []
    if 1 < len(term.parts) <= _MAX_PARTS:
        found.append((term.text, term.position))
    for place, part in enumerate(term.parts, start=term.position):
        found.append((part.text[:_MAX_LETTERS], place))
        if term.is_figure:
            rounded = part.text.rstrip("%+")
            bare = (form for form in dict.fromkeys((rounded, rounded.lstrip("$€£"))) if form != part.text)
            found.extend((form, place) for form in bare)
    return found


@dataclass(frozen=True, slots=True)
class CutText:
    """The indivisible words of a text, side by side; kept of every passage, since each search marks words in ten."""

    words: tuple[str, ...]
    """Folded, in order."""
    stems: tuple[str, ...]
    starts: array[int]
    """Of each word, its first character's place in the text."""
    ends: array[int]


def cut_text(text: str, known: dict[str, str]) -> CutText:
    """Return a text cut into words. Words and stems are those in `known`, and are added, so that each is kept once."""
    parts = parts_of(text)
    code = "H" if len(text) <= _LONGEST_SHORT else "I"
    found = tuple([known.setdefault(part.text, part.text) for part in parts])
    stemmed = [stem(word) for word in found]
    return CutText(
        found,
        tuple([known.setdefault(word, word) for word in stemmed]),
        array(code, [part.start for part in parts]),
        array(code, [part.end for part in parts]),
    )


@lru_cache(maxsize=64)
def parts_of(text: str) -> tuple[Part, ...]:
    """Return the indivisible words of a text with their places."""
    found: list[Part] = []
    for match in _TOKEN.finditer(text):
        written = match.group()
        if written.isascii() and written.isalpha():
            found.append(Part(written.lower(), match.start(), match.end()))
        elif match.lastgroup != "gap":
            found += _parts(text, match)
    return tuple(found)


@lru_cache(maxsize=_CACHED_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """Return the indivisible words of `text`, folded, in order."""
    return tuple(part.text for part in parts_of(text))


@lru_cache(maxsize=_CACHED_TEXTS)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the indivisible words of `text`, in order."""
    return tuple(stem(word) for word in words(text))


def _plain(text: str, is_figure: bool) -> str:
    folded = fold(text.translate(_PLAIN_MARKS))
    if is_figure:
        return folded.replace(",", "")
    return folded.removesuffix("'s").replace("'", "")


class TextAnalyzer(Analyzer):  # type: ignore[misc]
    """Feeds our words to Whoosh, as written or stemmed.

    Whoosh's own StemmingAnalyzer is not used: it splits "C++", and breaks with `cachesize=1`.
    """

    def __init__(self, stemmed: bool) -> None:
        self.stemmed = stemmed

    def __call__(self, value: str, positions: bool = False, **options: Any) -> Iterator[Token]:
        token = Token(positions=positions)
        for term in terms(value):
            for form, place in forms(term):
                token.text = stem(form) if self.stemmed else form
                token.boost, token.stopped = 1.0, False
                if positions:
                    token.pos = place
                yield token


class IdAnalyzer(Analyzer):  # type: ignore[misc]
    """Feeds ids to Whoosh unchanged; a field's ids are joined by SEPARATOR."""

    def __call__(self, value: str, positions: bool = False, **options: Any) -> Iterator[Token]:
        token = Token(positions=positions)
        for place, text in enumerate(filter(None, value.split(SEPARATOR))):
            token.text, token.boost, token.stopped = text, 1.0, False
            if positions:
                token.pos = place
            yield token
