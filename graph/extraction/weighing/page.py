"""A page as the signs see it: its lines, what they share, and the works that the rules read in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.extraction.weighing.columns import Column, Ends, column, ends_at, ends_at_like
from graph.extraction.weighing.lines import Line, lines_in
from graph.vocabulary import Vocabularies

_WORDS = re.compile(r"\w+")
_SMALL = frozenset(
    "the a an of for and to in on with at by from und der die das von für de la le les des et pour el los del y".split()
)
_TAKEN_UP = 5
"""Lines below a title in which its words are looked for."""
_SHORT = 12
"""Words of a short line, at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """A work as the rules read it; places are offsets in the document's text."""

    start: int
    """Where its title begins."""
    end: int
    """Where its title ends."""
    rule: str
    """As Story.rule."""
    begins: int
    """Where all that belongs to its telling begins."""
    ends: int
    """Where the telling ends."""


class Page:
    """The lines of a document, of which there is at least one, with what several signs need."""

    def __init__(self, lines: Sequence[Line], told: Sequence[Told], vocabularies: Vocabularies) -> None:
        self.lines, self.vocabularies = lines, vocabularies
        self.shapes = Counter(line.shape for line in lines)
        self.titles: dict[int, str] = {}
        """Number of the line that a told work's title begins in → its rule."""
        self.touched: set[int] = set()
        """Lines that such titles stand in."""
        self.tellings: dict[int, tuple[int, int]] = {}
        """Line → how far into the shortest telling around it, and how many lines that has."""
        self._columns: dict[Callable[[Line], float], Column] = {}
        for work in sorted(told, key=lambda work: work.begins - work.ends):
            self._mark(work)

    def _mark(self, work: Told) -> None:
        title = lines_in(self.lines, work.start, work.end)
        self.touched.update(title)
        if title.start < len(self.lines):
            self.titles[title.start] = work.rule
        telling = lines_in(self.lines, work.begins, work.ends)
        for number in telling:
            self.tellings[number] = (number - telling.start, len(telling))

    def column(self, of: Callable[[Line], float]) -> Column:
        """Return what `of` says of each line, asked once."""
        if of not in self._columns:
            self._columns[of] = column(self.lines, of)
        return self._columns[of]

    @cached_property
    def up_to_shape(self) -> Ends:
        """For each line the next one of its shape."""
        return ends_at_like([line.shape for line in self.lines])

    @cached_property
    def up_to_short(self) -> Ends:
        """For each line the next short one."""
        return ends_at([_is_short(line) for line in self.lines])

    @cached_property
    def bags(self) -> list[frozenset[str]]:
        """The different words of each line, in small letters."""
        return [frozenset(_WORDS.findall(line.core.casefold())) for line in self.lines]

    @cached_property
    def holding(self) -> Counter[str]:
        """Word → lines that hold it."""
        return Counter(word for bag in self.bags for word in bag)

    @cached_property
    def content_words(self) -> list[list[str]]:
        """The words of each line that say something."""
        return [[word for word in bag if len(word) > 3 and word not in _SMALL] for bag in self.bags]

    def words_below(self, number: int) -> frozenset[str]:
        """Return the words of the lines right below one."""
        return frozenset[str]().union(*self.bags[number + 1 : number + 1 + _TAKEN_UP])


def _is_short(line: Line) -> bool:
    return line.words <= _SHORT and line.core[-1:] not in (".", "!", ",", ";", ":") and not line.has_bullet
