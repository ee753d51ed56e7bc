"""A page with the names on it that may be something's, each with its line and surroundings. Judges none; the rooms' signs say how each looks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from graph.documents import Block, Section
from graph.extraction.learned_trees import Forest, weights_of
from graph.extraction.reading import Reading

FEWEST_LINES = 8
"""A page of fewer lines is left to the rules: the documents from which weights were learned are longer."""
_WORD = re.compile(r"\w+")
_LEADS_AWAY = ("@", "://", "www.", "linkedin", "github")
_ADDRESSES = 20
_BESIDE = 500
"""Characters before and behind a name, in its line, that are looked at: a page may be one line."""
_LONGEST_LINE = 2000
"""Characters; of a longer line no more is looked at."""
_BULLET = re.compile(r"\s{0,20}[-*•]\s")
_LETTERS = re.compile(r"[^\W_]")
_PARTS = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a name, at one place."""

    start: int
    """Offset in the document's text."""
    end: int
    name: str
    before: str
    """What stands before it in its line, at most 500 characters."""
    behind: str
    number: int
    """Among the candidates of its page, from 0."""
    line: int
    """Number of its line among those that hold anything, from 0."""
    block: Block | None
    section: Section | None

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.name.split()

    @property
    def opens_line(self) -> bool:
        """Whether nothing but marks stands before it in its line."""
        return _LETTERS.search(self.before) is None

    @property
    def closes_line(self) -> bool:
        """Whether nothing but marks stands behind it in its line."""
        return _LETTERS.search(self.behind) is None

    @property
    def is_bulleted(self) -> bool:
        """Whether its line begins with a bullet."""
        return _BULLET.match(self.before) is not None

    def stands_before(self, marks: str) -> bool:
        """Return whether one of these marks follows, blanks and emphasis aside."""
        return self.behind.lstrip(" *_")[:1] in tuple(marks)

    def stands_behind(self, marks: str) -> bool:
        """Return whether one of these marks comes before, blanks and emphasis aside."""
        return self.before.rstrip(" *_")[-1:] in tuple(marks)


class NamedPage:
    """A document as the signs of names see it."""

    def __init__(self, reading: Reading, names: Iterable[tuple[int, str]], most: int) -> None:
        """Take names as (offset, name), `most` of them from the start."""
        self.reading = reading
        self.text = reading.document.text
        self.lines = list(_written_lines(self.text))
        starts = [start for start, _ in self.lines]
        self.candidates = [
            self._candidate(number, start, name, bisect_right(starts, start) - 1)
            for number, (start, name) in enumerate(sorted(set(names))[:most])
        ]

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the text, as it is written."""
        return Counter(_WORD.findall(self.text))

    @cached_property
    def times(self) -> Counter[str]:
        """How often each name was found, whatever its case."""
        return Counter(candidate.name.casefold() for candidate in self.candidates)

    @cached_property
    def by_line(self) -> Counter[int]:
        """How many candidates each line holds, by its number."""
        return Counter(candidate.line for candidate in self.candidates)

    @cached_property
    def addresses(self) -> str:
        """The first addresses of the text, in small letters, a line each."""
        low = (word.casefold() for word in self.text.split() if any(mark in word for mark in _LEADS_AWAY))
        return "\n".join(word for _, word in zip(range(_ADDRESSES), low, strict=False))

    def line_at(self, number: int) -> str:
        """Return a line's words, of a long one the first; nothing beyond the first and the last line."""
        if not 0 <= number < len(self.lines):
            return ""
        start, end = self.lines[number]
        return self.text[start : min(end, start + _LONGEST_LINE)].strip()

    def has_gap_above(self, number: int) -> bool:
        """Return whether an empty line, or nothing, stands above a line."""
        return number == 0 or self.text.count("\n", self.lines[number - 1][1], self.lines[number][0]) > 1

    def is_said_before(self, candidate: Candidate) -> bool:
        """Return whether the same name stands farther up, too."""
        return self._first[candidate.name.casefold()] < candidate.start

    def parts_in_addresses(self, candidate: Candidate) -> int:
        """Return how many times words of a name, of four letters or more, stand in an address."""
        return sum(self.addresses.count(part.casefold()) for part in _PARTS.findall(candidate.name))

    @cached_property
    def _first(self) -> dict[str, int]:
        first: dict[str, int] = {}
        for candidate in self.candidates:
            first.setdefault(candidate.name.casefold(), candidate.start)
        return first

    def _candidate(self, number: int, start: int, name: str, line: int) -> Candidate:
        end, (first, last) = start + len(name), self.lines[line]
        block, section = self.reading.block_at(start), self.reading.section_at(start)
        before = self.text[max(first, start - _BESIDE) : start]
        behind = self.text[end : min(max(end, last), end + _BESIDE)]
        return Candidate(start, end, name, before, behind, number, line, block, section)


PageT = TypeVar("PageT", bound=NamedPage)


def weighed_by(
    trees: Forest, signs: Mapping[str, Callable[[PageT, Candidate], float]], page: PageT, names: Sequence[Candidate]
) -> list[tuple[Candidate, float]]:
    """Return names of a page, each with the likelihood, from 0 to 1, that it is what the trees were taught to find."""
    if not names:
        return []
    asked = [signs[name] for name in trees.signs]
    values = np.array([[sign(page, candidate) for sign in asked] for candidate in names], dtype=np.float64)
    return list(zip(names, weights_of(trees, values).tolist(), strict=True))


def _written_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each line that holds anything."""
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            yield start, start + len(line)
        start += len(line) + 1
