"""What is asked of a candidate to tell how likely it is an employer: EMPLOYER_SIGNS. The learned trees know them by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from graph.documents import BlockKind, SectionKind
from graph.extraction.employment.employer_candidates import PIECES, YEAR, EmployerPage
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import LEGAL_SUFFIX, is_companylike
from graph.extraction.named_pages import Candidate
from graph.extraction.people.known_names import is_given_name, is_surname
from graph.model import EntityKind

EmployerSign: TypeAlias = Callable[[EmployerPage, Candidate], float]
"""Says one thing of a candidate."""

_FAR = 99
"""Lines; farther is as far."""
_AT = re.compile(
    r"(?i)(?:\b(?:at|for|with|bei|chez|en|em|in|presso|bij|hos|w|from|joined|left|by)|@)\s{0,3}[*_\[]{0,4}$"
)
_LABEL = re.compile(
    r"(?i)\b(?:company|employer|client|organi[sz]ation|where|firma|unternehmen|empresa|entreprise|arbeitgeber|workplace|customer|kunde|"
    r"cliente|azienda|arbetsgivare)[\s:|*_]{0,9}$"
)
_PRESENT = re.compile(r"(?i)\b(?:present|current|now|heute|aujourd|actual|presente)\b")
_ENDS_SENTENCE = frozenset(("", ".", "!", "?", ":"))


def _role_in_line(page: EmployerPage, it: Candidate) -> float:
    return page.has_role(it.line) or any(
        page.is_role(piece) for piece in PIECES.split(page.line_at(it.line)[:200])[1:5]
    )


def _role_beside(offset: int) -> EmployerSign:
    return lambda page, it: page.has_role(it.line + offset)


def _years(offset: int) -> EmployerSign:
    return lambda page, it: len(YEAR.findall(page.line_at(it.line + offset)[:300]))


def _is_in(kind: SectionKind) -> EmployerSign:
    return lambda _, it: it.section is not None and it.section.kind is kind


def _is_read_as(kind: EntityKind) -> EmployerSign:
    return lambda page, it: kind in page.kinds_at(it)


def _begins(marks: str) -> EmployerSign:
    return lambda _, it: it.stands_before(marks)


def _ends(marks: str) -> EmployerSign:
    return lambda _, it: it.stands_behind(marks)


def _heads_section(_: EmployerPage, it: Candidate) -> float:
    heading = None if it.section is None else it.section.heading
    return heading is not None and heading.start <= it.start < heading.end


def _present_near(page: EmployerPage, it: Candidate) -> float:
    return any(_PRESENT.search(page.line_at(it.line + offset)[:200]) is not None for offset in (-1, 0, 1))


EMPLOYER_SIGNS: Mapping[str, EmployerSign] = {
    "rules took it": lambda page, it: it.name.casefold() in page.told,
    "rules' employers": lambda page, _: len(page.told),
    "is like a house": lambda _, it: is_companylike(it.name),
    "has a legal form": lambda _, it: LEGAL_SUFFIX.search(it.name + it.behind[:8]) is not None,
    "is a title": lambda page, it: page.is_role(it.name),
    "is a place": lambda _, it: is_place(it.name),
    "given name": lambda _, it: is_given_name(it.words[0]),
    "surname": lambda _, it: is_surname(it.words[-1]),
    "is a technology": _is_read_as(EntityKind.TECHNOLOGY),
    "is an institution": _is_read_as(EntityKind.INSTITUTION),
    "is a person": _is_read_as(EntityKind.PERSON),
    "is a role": _is_read_as(EntityKind.ROLE),
    "words": lambda _, it: len(it.words),
    "in capitals": lambda _, it: it.name.isupper(),
    "words in small letters": lambda page, it: sum(page.words[word.lower()] > 0 for word in it.words),
    "times": lambda page, it: page.times[it.name.casefold()],
    "said before": lambda page, it: page.is_said_before(it),
    "place": lambda page, it: it.start / len(page.text),
    "line": lambda _, it: min(it.line, _FAR),
    "lines of page": lambda page, _: len(page.lines),
    "behind at": lambda _, it: _AT.search(it.before[-30:]) is not None,
    "behind a label": lambda _, it: _LABEL.search(it.before[-40:]) is not None,
    "below a label": lambda page, it: _LABEL.search(page.line_at(it.line - 1)[-40:]) is not None,
    "characters before": lambda _, it: len(it.before),
    "characters behind": lambda _, it: len(it.behind),
    "nothing before": lambda _, it: it.opens_line,
    "nothing behind": lambda _, it: it.closes_line,
    "opens a sentence": lambda _, it: it.before.rstrip()[-1:] in _ENDS_SENTENCE,
    "comma behind": _begins(","),
    "comma before": _ends(","),
    "dash behind": _begins("|–—·:(•"),
    "dash before": _ends("|–—·:(•"),
    "bullet": lambda _, it: it.is_bulleted,
    "years here": _years(0),
    "years above": _years(-1),
    "years below": _years(1),
    "years of page": lambda page, _: page.years,
    "present near": _present_near,
    "role here": _role_in_line,
    "role above": _role_beside(-1),
    "role below": _role_beside(1),
    "gap above": lambda page, it: page.has_gap_above(it.line),
    "gap below": lambda page, it: it.line + 1 >= len(page.lines) or page.has_gap_above(it.line + 1),
    "is heading": lambda _, it: it.block is not None and it.block.kind is BlockKind.HEADING,
    "is list item": lambda _, it: it.block is not None and it.block.kind is BlockKind.LIST_ITEM,
    "level": lambda _, it: -1 if it.block is None else it.block.level,
    "heads its section": _heads_section,
    "level of section": lambda _, it: -1 if it.section is None else it.section.level,
    **{f"in {kind.value}": _is_in(kind) for kind in (
        SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.SKILLS, SectionKind.SUMMARY, SectionKind.OTHER,
    )},
    "says our house": lambda page, _: page.says_our_house,
}  # fmt: skip
"""Name → what it says; numbers, 1 and 0 for yes and no."""
