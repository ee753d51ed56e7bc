"""Says which headings stand below one such as "Selected projects", on a page of that title, or in a group there. Finds no stories."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.documents import BlockKind, Section, SectionKind
from graph.extraction.reading import Reading
from graph.extraction.titles.made_things import may_be_made_of_papers
from graph.extraction.titles.titles import is_about_writing
from graph.extraction.works.dividing_titles import names_group
from graph.extraction.works.group_headings import BOLD_LEVEL, holds_links_alone
from graph.extraction.works.own_work import names_own_part
from graph.extraction.works.project_titles import is_called_project, is_numbered_work
from graph.extraction.works.story import STAR
from graph.model import EntityKind
from graph.section_titles import kind_of_title

_OF_CAREERS = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.SUMMARY, SectionKind.CONTACT}
)
_Children = Mapping[str | None, Sequence[Section]]


def lists_works(section: Section) -> bool:
    """Return whether a section's title is that of a list of works, "Selected projects", and not of one: "Project: Claims gateway"."""
    return section.kind in (SectionKind.PROJECTS, SectionKind.OUTCOMES) and not is_called_project(section.title)


def is_listed_project(reading: Reading, section: Section, children: _Children) -> bool:
    """Return whether a heading stands where works are listed, by the heading above, the page's title or its group.

    Whatever it is called, it is one then.
    """
    if not _is_list(reading, section.parent_id, children) or names_group(section.title):
        return False
    if names_own_part(section.title):
        return False
    if section.level == BOLD_LEVEL and _OF_ONESELF.match(section.title):
        return False
    near = reading.mentions_near(section.span)
    roles = [m for m in near if m.kind is EntityKind.ROLE and section.span.contains(m.span)]
    # The line of a post stands below; one of an employer and the work's dates alone does not make it one.
    if any(m.period is not None and m.attributes.get("title") for m in roles):
        return False
    if holds_links_alone(reading, section):
        return False
    if not _tells_of_it(section):
        return False
    if not is_about_writing(section.title, reading.vocabularies):
        return True
    tools = any(m.kind is EntityKind.TECHNOLOGY and section.span.contains(m.span) for m in near)
    return tools and may_be_made_of_papers(section.title)


def _tells_of_it(section: Section) -> bool:
    """Return whether more than a line's end stands below a heading; characters that are words say it in a third of the length."""
    least = 10 if section.title[:1] > "\u3000" else 30
    return len(section.span) > len(section.title) + least


_OF_ONESELF = re.compile(r"(?:I|We)(?:[’'](?:ve|m|re|d)|\s(?:have|am|are|had|was|did|also|\w+ed))\b")
"""Opens a line in bold that leads to a list: "**I have hit all goals but one:**"."""
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")


def is_divided_in_bold(reading: Reading, section: Section, children: _Children) -> bool:
    """Return whether lines in bold below a heading divide one piece of work: it is numbered or listed as one beside others."""
    if section.level >= BOLD_LEVEL - 1 or not any(c.level == BOLD_LEVEL for c in children.get(section.id, ())):
        return False
    if is_numbered_work(section.title) or is_listed_project(reading, section, children):
        return True
    numbered = sum(_NUMBERED.match(s.title) is not None for s in children.get(section.parent_id, ()))
    return numbered >= 2 and _NUMBERED.match(section.title) is not None


def _is_list(reading: Reading, section_id: str | None, children: _Children) -> bool:
    memo: dict[str | None, bool] = reading.memo.setdefault("sections that list works", {})
    if section_id not in memo:
        memo[section_id] = False  # A section stands in no other that stands in it.
        memo[section_id] = _lists(reading, section_id, children)
    return memo[section_id]


def _lists(reading: Reading, section_id: str | None, children: _Children) -> bool:
    inner = children.get(section_id, ())
    if section_id is None:
        return _is_page_of_works(reading, inner)
    section = reading.section_of(section_id)
    if section is None or section.heading is None:
        return False
    if lists_works(section):
        return section.parent_id is not None or not _tells_career(reading, inner, children)
    if section.kind is not SectionKind.OTHER:
        return False
    if section.level == 1 and sum(s.heading is not None for s in children.get(section.parent_id, ())) == 1:
        return (_is_file_of_works(reading) or _is_titled_so(reading)) and _divides_works(inner, children)
    return _is_group(reading, section, children)


def _is_titled_so(reading: Reading) -> bool:
    """Return whether the title in a page's front matter is that of a list of works: "title: Projects"."""
    title = reading.document.metadata.get("title", "")
    return bool(title) and kind_of_title(title, reading.vocabularies.sections) is SectionKind.PROJECTS


def _is_file_of_works(reading: Reading) -> bool:
    """Return whether a document's file is called as a list of works is: "portfolio.md"."""
    stem = reading.document.id.rpartition("/")[2].rpartition(".")[0].replace("_", " ").replace("-", " ")
    return kind_of_title(stem, reading.vocabularies.sections) is SectionKind.PROJECTS


def _divides_works(inner: Sequence[Section], children: _Children) -> bool:
    """Return whether sections below a page's heading may be works: two or more, none of a career, none a part of one work."""
    known = [s for s in inner if s.kind is not SectionKind.OTHER]
    return len(inner) - len(known) > 1 and not any(
        s.kind in _OF_CAREERS or s.kind in STAR or _is_whole_list(s) or _PARTS.fullmatch(s.title) for s in inner
    )


def _is_whole_list(section: Section) -> bool:
    """Return whether a heading stands above all works of a page, and not those of one sort: "Projects", not "Machine learning projects"."""
    names_sort = section.kind is SectionKind.PROJECTS and len(section.title.split()) > 1
    return lists_works(section) and not names_sort


def _tells_career(reading: Reading, inner: Sequence[Section], children: _Children) -> bool:
    """Return whether sections are those of a person's whole page, which lists its works in one of them: "Portfolio"."""
    works = [section for section in inner if lists_works(section) and children.get(section.id)]
    return bool(works) and any(section.kind in _OF_CAREERS for section in inner)


_WORK = re.compile(r"(?i)\A\W*+(?:(?:my|our|recent|past)\s)?works?\W*+")
_SHOWN = re.compile(
    r"(?i)(?:>|\[)\s?(?:view|see|read|show)?\s?(?:the\s)?(?:source\s)?(?:code|demo|live\s\w+|repo(?:sitory)?|case\sstudy|project)\s?(?:<|\])"
)
"""A link to what was made: "View code", "Live demo"."""


def _shows_works(reading: Reading, inner: Sequence[Section]) -> bool:
    """Return whether a page of the title "Work" says that it shows projects, or links to code or demo from two sections or more."""
    if re.search(r"(?i)\b(?:projects|portfolio)\b", reading.document.metadata.get("description", "")):
        return True
    return sum(s.heading is not None and _SHOWN.search(reading.quote(s.span)) is not None for s in inner) > 1


def _is_page_of_works(reading: Reading, inner: Sequence[Section]) -> bool:
    """Return whether a whole page lists works: by the title in its front matter, or by its file's name."""
    title = reading.document.metadata.get("title", "")
    if reading.document.is_keyed:
        return False
    is_named = _is_titled_so(reading) or (_WORK.fullmatch(title) is not None and _shows_works(reading, inner))
    headed = sum(section.heading is not None for section in inner)
    if not is_named and (title or headed < 2 or not _is_file_of_works(reading)):
        return False
    return not any(_is_whole_list(section) or section.kind in _OF_CAREERS for section in inner if section.heading)


_PARTS = re.compile(
    r"(?i)\A\W*+(?:overview|features?|screenshots?|demo|usage|installation|tech(?:nolog\w+)?(?:\sstack)?|stack|tools|links?|goals?|role|team|process|design|research|"
    r"highlights|about|description|summary|descripción|características?\b.*+|arquitectura|estadísticas\b.*+|casos\sde\suso|fonctionnalités?|caractéristiques|beschreibung|funktionen|architektur|merkmale|funcionalidades|descrição|caratteristiche|descrizione|stack\s(?:técnico|technique|técnica)|background|approach|results?|outcomes?|details|setup|how\b.*+|what\b.*+|why\b.*+|key\s.*+|.*\b(?:used|learned))\W*"
)
"""Titles of parts of one project, not of several."""


def _holds_nothing(reading: Reading, section: Section, inner: Sequence[Section]) -> bool:
    """Return whether nothing stands between a heading and the first one below it."""
    start = section.span.start if section.heading is None else section.heading.end
    return not reading.blocks_from(start, inner[0].span.start)


def _is_group(reading: Reading, section: Section, children: _Children) -> bool:
    """Return whether a heading where works are listed, or one of "… projects", divides them: names stand below, and no words of its own."""
    inner = children.get(section.id, ())
    named = section.title.casefold().rstrip(" :").endswith(("projects", "projekte", "projets", "proyectos", "progetti"))
    if inner and not named and names_group(section.title) and _is_list(reading, section.parent_id, children):
        return True
    may_divide = len(inner) > 1 or (
        len(inner) == 1 and bool(children.get(inner[0].id)) and _holds_nothing(reading, section, inner)
    )
    if not inner or (not named and (not may_divide or not _is_list(reading, section.parent_id, children))):
        return False
    if any(child.kind is not SectionKind.OTHER or _PARTS.fullmatch(child.title) for child in inner if not named):
        return False
    if named:
        return True
    assert section.heading is not None  # by _lists
    own = reading.blocks_from(section.heading.end, inner[0].span.start)
    return not any(len(block.span) > 90 or block.kind is not BlockKind.PARAGRAPH for block in own)
