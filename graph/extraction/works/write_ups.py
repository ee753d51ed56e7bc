"""Tells pages that tell one piece of work under its own name: "Chime Desk — an AI phone host". Finds no stories; stories/headings.py does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Section, SectionKind
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.named_things import names_thing
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.part_titles import names_part_of_telling
from graph.extraction.works.project_titles import is_of_one_work
from graph.extraction.works.story import STAR
from graph.extraction.works.story_limits import names_paper
from graph.section_titles import normalise_title

_NAMED = re.compile(r"\A\W{0,4}(?P<n>[^–—:|()]{3,40}?)\s?(?:[—–:|]|\s-)\s\W{0,3}(?P<rest>[^\W\d_].{9,110})")
"""A name and what it is: "Vellum: offline notes for field teams"."""
_PART = re.compile(
    r"(?i)\A\W*+(?:\d{1,2}[.)]\s)?(?:(?:the\s)?(?:\w+\s){0,3}(?:trade-?offs?|limits|limitations|problems?|challenges?|architecture|lessons|learnings|decisions|constraints|stack|testing|measurements?)"
    r"(?:\s(?:and|&|i|we|that|of|in)\s.{2,50})?|(?:how|why|what)\s.{2,60}\s(?:works?|worked|does|did|runs?|built|build|learn(?:ed|t)|changed|next|exists?|matters))\W*"
)
"""Titles of parts of a write-up: "Tradeoffs and current limits", "How Chime Desk works"."""
_REMARK = re.compile(r"\s?[,+(:–—]\s?|\s-\s")
"""Behind the words that name a part, what is said of it."""
_FEWEST = 3
"""Times that a write-up calls its thing by name, once in its title."""
_FEWEST_PARTS = 3
_CASES = r"(?:case[\s-]?study|fallstudie|étude\sde\scas|(?:caso\sde|estudio\sde)\s(?:éxito|estudio|caso)|estudo\sde\scaso|caso\sdi\sstudio|casestudy|post[\s-]?mortem|incident\s(?:report|review|write-?up))"
_HEADS_CASE = re.compile(
    rf"(?i)\A(?:\W*+{_CASES}(?:\s?[:–—-]\s|\s(?!(?:template|guide|format|examples?|questions?|interview|presentation|tips|how|why|what|ideas?)\b))\S|(?!\W*+(?:how|why|what|when|writ\w+|tips|guide|example|template)\b).{{2,160}}\s{_CASES}\W*$)"
)
"""Opens or ends the title of a page that tells one case."""
_OF_SEVERAL = re.compile(
    rf"(?i)\A\W*+(?:\d{{1,2}}[.)]\s)?(?:{_CASES}|case|story|project|projekt|projet|proyecto)\s?#?\d{{0,2}}\s?[:–—-]\s"
)
"""Opens the title of one of several works that a page tells: "Case 2 – Lager"."""


def heads_case(title: str, inner: Sequence[Section]) -> bool:
    """Return whether a page's only title says that one case is told below, in sections of which none opens another.

    >>> heads_case("Case Study: Moving a harbour's ledger", []), heads_case("Case-study of a harbour", [])
    (True, True)
    >>> heads_case("Postmortem: a harbour's ledger lost", []), heads_case("How to write a postmortem", [])
    (True, False)
    >>> heads_case("Case studies: three harbours", []), heads_case("Case study template", [])
    (False, False)
    """
    if _HEADS_CASE.match(title) is None:
        return False
    return not any(s.kind is SectionKind.PROJECTS or _OF_SEVERAL.match(s.title) for s in inner)


def heads_parts(reading: Reading, section: Section, inner: Sequence[Section]) -> bool:
    """Return whether most of the sections below a page's only title are named as parts of one telling, and none twice.

    One of them holds results, or the title says that it is a project's. None holds works, posts or studies.
    """
    if any(s.kind in (SectionKind.PROJECTS, SectionKind.EXPERIENCE, SectionKind.EDUCATION) for s in inner):
        return False
    known = reading.vocabularies.sections
    parts = [s for s in inner if names_part_of_telling(s.title, is_heading=True, sections=known)]
    titles = {normalise_title(s.title) for s in parts}
    if len(parts) < _FEWEST_PARTS or 2 * len(parts) <= len(inner) or len(titles) < len(parts):
        return False
    has_results = any(s.kind in (SectionKind.RESULT, SectionKind.OUTCOMES) for s in parts)
    return has_results or is_of_one_work(section.title)


def heads_write_up(reading: Reading, section: Section, inner: Sequence[Section]) -> bool:
    """Return whether a page's only title names a thing, says what it is, and the sections below are parts of what is told of it.

    The text calls the thing by its name again and again; none of the sections is one of a career, of works, or of the first person.
    """
    match = _NAMED.fullmatch(section.title.strip())
    if match is None or len(inner) < 2:
        return False
    parts = [section for section in inner if _is_part(reading, section)]
    if len(parts) < 2 or any(s.kind not in (*STAR, SectionKind.OTHER) and s not in parts for s in inner):
        return False
    name, vocabularies = match["n"].strip("*_ "), reading.vocabularies
    if (
        not any(map(str.isalpha, name))
        or not 1 <= len(name.split()) <= 5
        or names_paper(section.title)
        or is_about_writing(name, vocabularies)
    ):
        return False
    may_be_person = is_personal_name(name, vocabularies) or is_role_title(match["rest"], vocabularies)
    if is_role_title(name, vocabularies) or (
        may_be_person and not names_thing(reading.document.text, name, vocabularies)
    ):
        return False
    return reading.document.text.casefold().count(name.casefold()) >= _FEWEST


def _is_part(reading: Reading, section: Section) -> bool:
    """Return whether a title, or what stands in it before a comma or dash, names a part: "The architecture, on one page"."""
    known = reading.vocabularies.sections
    named = (section.title, _REMARK.split(section.title, maxsplit=1)[0])
    return _PART.fullmatch(section.title) is not None or any(
        names_part_of_telling(words, is_heading=True, sections=known) for words in named
    )
