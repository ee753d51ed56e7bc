"""What is asked of a candidate to tell how likely it is the author's name: NAME_SIGNS. The learned trees know them by name.

No sign looks at how long or how rare a name is: the names in the documents from which the trees were learned are invented.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from graph.documents import BlockKind, SectionKind
from graph.extraction.heads.words import is_companylike, is_title
from graph.extraction.named_pages import Candidate, NamedPage
from graph.extraction.people.known_names import is_given_name, is_surname
from graph.extraction.people.personal_names import is_of_plain_words, is_personal_name

NameSign: TypeAlias = Callable[[NamedPage, Candidate], float]
"""Says one thing of a candidate."""

_FAR = 60
"""Lines; farther is as far."""
_NEAR = 3
"""Lines above and below in which contacts are looked for."""
_BY = re.compile(
    r"(?i)\b(?:by|von|par|por|av|af|door|di|de|przez|od|authored|author|autora?|auteur|from):?[\s*_\[]{0,4}$"
)
_LEADS_ON = re.compile(r"(?i)(?:,|&|\b(?:and|und|et|y|with|to|thanks|for|at|mit|of|in))\s{0,3}$")
_CONTACT = re.compile(
    r"(?i)@|e-?mail\b|linkedin|github|\+?\d[\d ()-]{7,20}|www\.|http|\bphone\b|\btel\b|telefon|\br[eé]sum[eé]\b|\bcv\b|instagram|twitter"
)
_OF_OTHERS = re.compile(
    r"(?i)\b(?:referees?|references?|referenz\w*|managers?|supervis\w*|photos?|fotos?|photograph\w*|illustrat\w+|testimonials?|clients?|kunde|cliente|"
    r"recommend\w*|mentor\w*|betreuer\w*|c/o|dear|teams?|thanks?|merci|danke|gracias|advis\w+|review\w*|approved|edit\w+|teacher|"
    r"interviewer|sponsors?|stakeholders?|owner|co-authors?|collaborat\w+|together|nominated|persona|users?|patient|named|talk|book|speaker|template|theme|music|cc|attn)\b"
)
"""Words before, in its line, by which a name is another's."""
_AGE = re.compile(r",\s\d\d\b")
_RIGHTS = re.compile(r"©|(?i:copyright)")
_OWN_ACCOUNT = re.compile(r"(?i)\b(?:about|author|über|kontakt|contact|om mig|autora?)\b|moi\b|mí\b")
_PIECES = re.compile(r"[,|(–—]|\s-\s")
_INITIAL = re.compile(r"[A-Z]\.?")


def _is_role(text: str, page: NamedPage) -> bool:
    bare = text.strip(" *_,|()-–—#>:")[:60]
    return bool(bare) and is_title(bare, page.reading.vocabularies.roles)


def _role_behind(page: NamedPage, candidate: Candidate) -> float:
    return any(_is_role(piece, page) for piece in _PIECES.split(candidate.behind[:200])[:3])


def _role_below(page: NamedPage, candidate: Candidate) -> float:
    return _is_role(_PIECES.split(page.line_at(candidate.line + 1)[:200])[0], page)


def _contacts(page: NamedPage, first: int, last: int) -> float:
    return sum(len(_CONTACT.findall(page.line_at(number)[:400])) for number in range(first, last))


def _is_in(*kinds: SectionKind) -> NameSign:
    return lambda _, candidate: candidate.section is not None and candidate.section.kind in kinds


def _is_block(kind: BlockKind) -> NameSign:
    return lambda _, candidate: candidate.block is not None and candidate.block.kind is kind


def _begins(marks: str) -> NameSign:
    return lambda _, it: it.stands_before(marks)


def _ends(marks: str) -> NameSign:
    return lambda _, it: it.stands_behind(marks)


def _heads_own_account(page: NamedPage, candidate: Candidate) -> float:
    heading = None if candidate.section is None else candidate.section.heading
    return heading is not None and _OWN_ACCOUNT.search(page.reading.quote(heading)[:200]) is not None


def _is_quoted(_: NamedPage, candidate: Candidate) -> float:
    before = candidate.before
    return before.lstrip().startswith(">") or before.count('"') % 2 == 1 or "“" in before


NAME_SIGNS: Mapping[str, NameSign] = {
    "is a personal name": lambda page, it: is_personal_name(it.name, page.reading.vocabularies),
    "is like a house": lambda _, it: is_companylike(it.name),
    "of plain words": lambda page, it: is_of_plain_words(it.name, page.text),
    "last word in small letters": lambda page, it: page.words[it.words[-1].lower()] > 0,
    "given name": lambda _, it: is_given_name(it.words[0]),
    "surname": lambda _, it: is_surname(it.words[-1]),
    "words": lambda _, it: len(it.words),
    "words in capitals": lambda _, it: sum(len(word) > 1 and word.isupper() for word in it.words),
    "has an initial": lambda _, it: any(_INITIAL.fullmatch(word) for word in it.words),
    "line": lambda _, it: min(it.line, _FAR),
    "line from the end": lambda page, it: min(len(page.lines) - it.line, _FAR),
    "place": lambda page, it: it.start / len(page.text),
    "earlier names": lambda _, it: it.number,
    "times": lambda page, it: page.times[it.name.casefold()],
    "said before": lambda page, it: page.is_said_before(it),
    "times its first word": lambda page, it: page.words[re.split(r"\W", it.words[0])[0]],
    "in addresses": lambda page, it: page.parts_in_addresses(it),
    "characters before": lambda _, it: len(it.before),
    "characters behind": lambda _, it: len(it.behind),
    "nothing before": lambda _, it: it.opens_line,
    "nothing behind": lambda _, it: it.closes_line,
    "comma behind": _begins(","),
    "bracket or dash behind": _begins("(|–—·:"),
    "possessive": lambda _, it: it.behind[:1] in ("'", "’"),
    "colon before": _ends(":"),
    "quote or dash before": _ends('"“”–—-'),
    "by": lambda _, it: _BY.search(it.before[-40:]) is not None,
    "leads on": lambda _, it: _LEADS_ON.search(it.before[-40:]) is not None,
    "of others": lambda _, it: _OF_OTHERS.search(it.before[-80:]) is not None,
    "other's role above": lambda page, it: _OF_OTHERS.search(page.line_at(it.line - 1)[:80]) is not None,
    "age behind": lambda _, it: _AGE.match(it.behind) is not None,
    "names in its line": lambda page, it: page.by_line[it.line],
    "names in the lines beside": lambda page, it: page.by_line[it.line - 1] + page.by_line[it.line + 1],
    "names of the page": lambda page, _: len(page.candidates),
    "rights": lambda _, it: _RIGHTS.search(it.before) is not None,
    "quoted": _is_quoted,
    "role before": lambda page, it: _is_role(it.before[-120:], page),
    "role behind": _role_behind,
    "role below": _role_below,
    "role above": lambda page, it: _is_role(page.line_at(it.line - 1), page),
    "contacts here": lambda page, it: _contacts(page, it.line, it.line + 1),
    "contacts above": lambda page, it: _contacts(page, it.line - _NEAR, it.line),
    "contacts below": lambda page, it: _contacts(page, it.line + 1, it.line + 1 + _NEAR),
    "bullet": lambda _, it: it.is_bulleted,
    "is heading": _is_block(BlockKind.HEADING),
    "is list item": _is_block(BlockKind.LIST_ITEM),
    "is field": _is_block(BlockKind.FIELD),
    "of own account": _heads_own_account,
    "in contact": _is_in(SectionKind.CONTACT),
    "in summary": _is_in(SectionKind.SUMMARY),
    "in work": _is_in(SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.OUTCOMES),
    "in a section": lambda _, it: it.section is not None and it.section.level > 0,
}
"""Name → what it says; numbers, 1 and 0 for yes and no."""
