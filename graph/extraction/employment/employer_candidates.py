"""Finds what may be the name of an employer on a page. Judges none; employer_signs.py says how each looks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property

from graph.extraction.heads.words import is_title
from graph.extraction.named_pages import Candidate, NamedPage
from graph.extraction.reading import Reading
from graph.model import EntityKind

_LETTERS = r"(?:[\w&’'/-]|\.(?=\w)){0,40}"
_RUN = re.compile(
    rf"(?<!\w)[A-ZÀ-ÖØ-ÞĀ-ŽА-Я]{_LETTERS}"
    rf"(?:[ ](?:(?:of|de|the|and|&|für|del|der|du|la|do|da|e|y|et|und|for|von|di)[ ])?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я0-9]{_LETTERS}){{0,5}}"
)
"""Words with capitals, one after the other, small words between them."""
_TAIL = re.compile(r"['’]s$|['’/-]{1,5}$")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PIECES = re.compile(r"[,|(–—·•@]|\s-\s|\bat\b")
"""Between the parts of a line."""
_OUR_HOUSE = re.compile(r"(?i)\b(?:our|my|the) (?:company|team|employer|client|customers?)\b")
_MOST_TEXT = 60_000
_MOST = 1500
"""Names; a page of more lists them."""


class EmployerPage(NamedPage):
    """A document with what may be employers on it, and those that the rules read."""

    def __init__(self, reading: Reading, told: Collection[str]) -> None:
        """Take the names of the employers that the rules read."""
        places = [m.span for m in reading.mentions if m.kind is EntityKind.EMPLOYER]
        stated = [(span.start, reading.quote(span)) for span in places if "\n" not in reading.quote(span)]
        super().__init__(reading, [*stated, *_names(reading.document.text[:_MOST_TEXT])], _MOST)
        self.told = frozenset(name.casefold() for name in told)
        self._roles: dict[int, bool] = {}
        self._kinds: dict[int, set[EntityKind]] = {}

    @cached_property
    def people(self) -> frozenset[str]:
        """The names of people, in small letters."""
        return frozenset(m.name.casefold() for m in self.reading.mentions if m.kind is EntityKind.PERSON)

    @cached_property
    def technologies(self) -> frozenset[tuple[int, int]]:
        """Where technologies are named, as (start, end)."""
        found = (m.span for m in self.reading.mentions if m.kind is EntityKind.TECHNOLOGY)
        return frozenset((span.start, span.end) for span in found)

    @cached_property
    def school_words(self) -> frozenset[str]:
        """Words by which a name is a school's, in small letters."""
        return frozenset(word.casefold() for word in self.reading.vocabularies.degrees.institution_words)

    @cached_property
    def years(self) -> int:
        """How many years the text names."""
        return len(YEAR.findall(self.text[:_MOST_TEXT]))

    @cached_property
    def says_our_house(self) -> int:
        """How often the text speaks of "our company" or "the client"."""
        return len(_OUR_HOUSE.findall(self.text[:_MOST_TEXT]))

    def has_role(self, line: int) -> bool:
        """Return whether a line begins with a job title."""
        if line not in self._roles:
            self._roles[line] = self.is_role(PIECES.split(self.line_at(line)[:120])[0])
        return self._roles[line]

    def is_role(self, text: str) -> bool:
        """Return whether words are a job title, marks around them aside."""
        bare = text.strip(" *_,|()-–—#>:·•")[:70]
        return bool(bare) and is_title(bare, self.reading.vocabularies.roles)

    def kinds_at(self, candidate: Candidate) -> set[EntityKind]:
        """Return what a name is read as, whole or in part."""
        if candidate.number not in self._kinds:
            near = self.reading.mentions_near(self.reading.document.span(candidate.start, candidate.end))
            self._kinds[candidate.number] = {m.kind for m in near if m.attributes.get("named") is not False}
        return self._kinds[candidate.number]


def page_of_employers(reading: Reading, told: Collection[str]) -> EmployerPage:
    """Return a document with what may be an employer's name; `told` are the names that the rules read."""
    return EmployerPage(reading, told)


def _names(text: str) -> Iterator[tuple[int, str]]:
    for match in _RUN.finditer(text):
        name = _TAIL.sub("", _TAIL.sub("", match.group()))
        if len(name) > 1:
            yield match.start(), name
