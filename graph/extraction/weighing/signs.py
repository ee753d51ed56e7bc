"""What is asked of the lines of a page to tell how likely each names a work: SIGNS. The learned trees know them by name.

Kept are those of 174 that the trees found most telling; with fewer than fifty they read worse, with more no better.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from operator import attrgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.documents import SectionKind
from graph.extraction.titles.titles import names_work, read_achievement
from graph.extraction.weighing.columns import Column, added_up, moved
from graph.extraction.weighing.lines import Line
from graph.extraction.weighing.page import Page
from graph.vocabulary import fold_title

Sign: TypeAlias = Callable[[Page], Column]
"""Says one thing of each line of a page."""
OfLine: TypeAlias = Callable[[Line], float]

_FAR = 99
"""Lines; farther is as far."""
_LONG = 400
"""Characters; words of a vocabulary are not looked for in longer lines."""
_SAYS_PROJECT = re.compile(
    r"(?i)(?:project|case study|story|example|title|projekt|projet|proyecto|initiative|headline)\b"
)
_NUMBERS: Mapping[SectionKind, int] = {kind: number for number, kind in enumerate(SectionKind, 1)}
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_WORDS: OfLine = attrgetter("words")
_FIGURES: OfLine = attrgetter("figures")
_TECHNOLOGIES: OfLine = attrgetter("technologies")
_ROLES: OfLine = attrgetter("roles")


def _capitals(line: Line) -> float:
    words = [word for word in line.core.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / max(1, len(words))


_LOOKS: Mapping[str, OfLine] = {
    "is heading": lambda line: line.kind == "heading",
    "is list_item": lambda line: line.kind == "list_item",
    "level of heading": lambda line: line.block.level if line.block and line.kind == "heading" else 0,
    "depth of item": lambda line: line.block.level if line.block and line.kind == "list_item" else -1,
    "words": _WORDS,
    "characters": lambda line: len(line.core),
    "before a gap": attrgetter("before_gap"),
    "share of capitals": _capitals,
    "digits": lambda line: len(_DIGIT.findall(line.core)),
    "years": lambda line: len(_YEAR.findall(line.core)),
    "figures": _FIGURES,
    "has a bullet": attrgetter("has_bullet"),
    "says project": lambda line: _SAYS_PROJECT.match(line.core) is not None,
    "has a colon within": lambda line: ": " in line.core,
    "has brackets": lambda line: "(" in line.core,
    "has an address": lambda line: "http" in line.text or "www." in line.text,
    "technologies": _TECHNOLOGIES,
    "roles": _ROLES,
    "in projects": lambda line: line.section is not None and line.section.kind is SectionKind.PROJECTS,
    "in experience": lambda line: line.section is not None and line.section.kind is SectionKind.EXPERIENCE,
    "level of section": lambda line: -1 if line.section is None else line.section.level,
}
"""What one line says by itself."""


def _of_line(of: OfLine) -> Sign:
    return lambda page: page.column(of)


def _near(of: OfLine, offset: int) -> Sign:
    return lambda page: moved(page.column(of), offset)


def _numbers(found: Sequence[float]) -> Column:
    return np.array(found, dtype=np.float64)


def _names_work(page: Page) -> Column:
    return _numbers([len(line.core) <= _LONG and names_work(line.core, page.vocabularies) for line in page.lines])


def _tells_deed(page: Page) -> Column:
    deeds = (read_achievement(line.core[:_LONG], page.vocabularies) for line in page.lines)
    return _numbers([deed is not None and not deed.soft for deed in deeds])


def _section_named(page: Page) -> Column:
    """Return which kind of section each line would head, counted from 1; 0 for none."""
    known = page.vocabularies.sections
    kinds = (known.get(fold_title(line.core)) if line.words <= 6 else None for line in page.lines)
    return _numbers([0 if kind is None else _NUMBERS[kind] for kind in kinds])


def _lines_into_section(page: Page) -> Column:
    first: dict[str, int] = {}
    sections = (line.section for line in page.lines)
    return _numbers([0 if s is None else number - first.setdefault(s.id, number) for number, s in enumerate(sections)])


def _lines_of_shape(page: Page) -> Column:
    return _numbers([page.shapes[line.shape] for line in page.lines])


def _earlier_of_shape(page: Page) -> Column:
    seen: Counter[Hashable] = Counter()
    found = []
    for line in page.lines:
        found.append(seen[line.shape])
        seen[line.shape] += 1
    return _numbers(found)


def _repeated(page: Page) -> Column:
    cores = [line.core.casefold() for line in page.lines]
    times = Counter(cores)
    return _numbers([times[core] for core in cores])


def _words_recur(page: Page) -> Column:
    """Return in how many other lines the words of each line stand, on average."""
    held = page.holding
    return _numbers([sum(held[word] - 1 for word in words) / max(1, len(words)) for words in page.content_words])


def _recurring_words(page: Page) -> Column:
    held = page.holding
    return _numbers([sum(held[word] > 1 for word in words) for words in page.content_words])


def _words_taken_up(page: Page) -> Column:
    """Return which share of each line's words stands in the lines right below it."""
    found = []
    for number, words in enumerate(page.content_words):
        below = page.words_below(number) if words else frozenset()
        found.append(sum(word in below for word in words) / max(1, len(words)))
    return _numbers(found)


def _numbered(of: Callable[[Page, int], float]) -> Sign:
    return lambda page: _numbers([of(page, number) for number in range(len(page.lines))])


def _told_by(rule: str) -> Sign:
    return _numbered(lambda page, number: page.titles.get(number) == rule)


def _titles_of_shape(page: Page) -> Column:
    titled = Counter(page.lines[number].shape for number in page.titles)
    return _numbers([titled[line.shape] for line in page.lines])


def _of_telling(place: int) -> Sign:
    nowhere = (-1, 0)
    return _numbered(lambda page, number: page.tellings.get(number, nowhere)[place])


def _to_titles(*, below: bool) -> Sign:
    def sign(page: Page) -> Column:
        found, last = np.full(len(page.lines), float(_FAR)), None
        numbers = range(len(page.lines))
        for number in reversed(numbers) if below else numbers:
            if last is not None:
                found[number] = min(_FAR, abs(number - last))
            if number in page.titles:
                last = number
        return found

    return sign


def _number(page: Page) -> Column:
    return np.arange(len(page.lines), dtype=np.float64)


def _whole(of: Callable[[Page], float]) -> Sign:
    return lambda page: np.full(len(page.lines), float(of(page)))


def _total(of: OfLine) -> Sign:
    return _whole(lambda page: page.column(of).sum())


SIGNS: Mapping[str, Sign] = {
    **{name: _of_line(of) for name, of in _LOOKS.items()},
    "names work": _names_work,
    "tells a deed": _tells_deed,
    "section that it names": _section_named,
    "lines into section": _lines_into_section,
    "lines before": _number,
    "lines of page": _whole(lambda page: len(page.lines)),
    "share of page": lambda page: _number(page) / len(page.lines),
    "lines of its shape": _lines_of_shape,
    "share of its shape": lambda page: _lines_of_shape(page) / len(page.lines),
    "earlier of its shape": _earlier_of_shape,
    "repeated": _repeated,
    "words recur": _words_recur,
    "recurring words": _recurring_words,
    "words taken up": _words_taken_up,
    "roles of page": _total(_ROLES),
    "technologies of page": _total(_TECHNOLOGIES),
    "figures of page": _total(_FIGURES),
    **{f"words {offset:+}": _near(_WORDS, offset) for offset in (-2, -1, 1, 2, 3)},
    "figures -1": _near(_FIGURES, -1),
    "words up to its shape": lambda page: added_up(page.column(_WORDS), page.up_to_shape),
    "words up to a short line": lambda page: added_up(page.column(_WORDS), page.up_to_short),
    "figures up to a short line": lambda page: added_up(page.column(_FIGURES), page.up_to_short),
    "lines up to a short line": lambda page: page.up_to_short - _number(page) - 1,
    "rules begin a title": _numbered(lambda page, number: number in page.titles),
    "rules touch it": _numbered(lambda page, number: number in page.touched),
    "rules say heading": _told_by("heading"),
    "rules say titled-bullet": _told_by("titled-bullet"),
    "rules' titles": _whole(lambda page: len(page.titles)),
    "rules' titles a line": _whole(lambda page: len(page.titles) / len(page.lines)),
    "rules' titles of its shape": _titles_of_shape,
    "share of its shape that rules take": lambda page: _titles_of_shape(page) / _lines_of_shape(page),
    "lines into telling": _of_telling(0),
    "lines of telling": _of_telling(1),
    "lines since a title": _to_titles(below=False),
    "lines to a title": _to_titles(below=True),
}
"""Name → what it says of each line; the names stand in work_titles.json."""


def signs_of(page: Page, signs: Sequence[Sign]) -> NDArray[np.float64]:
    """Return a row for each line with the value of each sign, in their order."""
    return np.stack([sign(page) for sign in signs], axis=1)
