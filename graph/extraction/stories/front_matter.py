"""Says whether front matter makes a whole document one story, and makes it where no heading does. headings.py asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import BlockKind, Section, SectionKind
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.story import STAR, Story
from graph.extraction.works.story_limits import names_paper, names_somebody
from graph.section_titles import kind_of_title

_DOCUMENT_KEYS = frozenset(
    "employer company role project technologies tech stack client organisation organization tools team".split()
)


_FACTS_OF_WORK = frozenset(
    "client customer role project technologies tech stack tools team outcome result results".split()
)
_CASE = re.compile(r"case.?stud|\bcases?\b|star|project|story")


def _says_case(reading: Reading) -> bool:
    metadata = {key.casefold(): value.casefold() for key, value in reading.document.metadata.items()}
    return any(_CASE.search(metadata.get(key, "")) for key in ("type", "kind", "layout", "category", "categories"))


def declares_whole(reading: Reading) -> bool:
    """Return whether front matter says that the whole document tells one piece of work."""
    metadata = {key.casefold(): value.casefold() for key, value in reading.document.metadata.items()}
    kind = " ".join(metadata.get(key, "") for key in ("type", "kind", "layout", "category", "categories"))
    if _CASE.search(kind):
        return True
    if any(s.kind in (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS) for s in reading.sections):
        # Front matter of a résumé names a role and a company, too.
        return False
    return bool(_DOCUMENT_KEYS & metadata.keys()) and not re.search(
        r"r[ée]sum[ée]|cv\b|essay|brag|prep|interview",
        f"{kind} {metadata.get('title', '')} {reading.document.id.casefold()}",
    )


def story_in_parts(reading: Reading, tops: Sequence[Section]) -> list[Story]:
    """Return the whole document as the story of its front matter's title, where the headings name nothing but its parts.

    "Overview … Impact", "Challenge … Result", with others between, but none of a career, of works, or of the first level.
    """
    heads = [section for section in tops if section.heading is not None]
    told = sum(s.kind in STAR for s in heads)
    opens = bool(heads) and heads[0].kind in (*STAR, SectionKind.SUMMARY)
    if not opens or len(heads) < 2 or told < 1 + (heads[0].kind in STAR) or "title" not in reading.document.metadata:
        return []
    plain = (*STAR, SectionKind.SUMMARY, SectionKind.OTHER)
    if any(s.kind not in plain or s.level < 2 or (s is not heads[0] and s.kind is SectionKind.SUMMARY) for s in heads):
        return []
    return story_of_front_matter(reading, told_in_parts=True)


def story_of_front_matter(reading: Reading, *, told_in_parts: bool = False) -> list[Story]:
    """Return the whole document as the story that its front matter gives a title and facts, where no heading does."""
    block = next((b for b in reading.document.blocks[:12] if b.key.casefold() == "title"), None)
    if block is None or reading.document.is_keyed or len(reading.document.text) - block.span.end < 120:
        return []
    title = reading.quote(block.span).strip()
    keys = {key.casefold() for key in reading.document.metadata}
    # A company alone may be a newspaper's, of whose author's essays this is one.
    keys |= {b.key.casefold() for b in reading.document.blocks[:12] if b.kind is BlockKind.FIELD}
    if not told_in_parts and not keys & _FACTS_OF_WORK and not _says_case(reading):
        return []
    if kind_of_title(title, reading.vocabularies.sections) is not SectionKind.OTHER:
        return []
    if not 1 <= len(title.split()) <= 14 or is_about_writing(title, reading.vocabularies) or names_paper(title):
        return []
    if is_role_title(title, reading.vocabularies) or names_somebody(reading, block.span):
        return []
    return [Story(block.span, reading.document.span(0, len(reading.document.text.rstrip())), "heading", 0.85)]


_NAMES_PROJECT = frozenset(("project", "project_name", "projectname", "project-name"))


def story_named_in_front_matter(reading: Reading) -> list[Story]:
    """Return the whole document as the story of the project that its front matter names beside a company and a post."""
    keys = {key.casefold() for key in reading.document.metadata}
    if not keys & _NAMES_PROJECT or not keys & {"company", "employer", "client", "organisation", "organization"}:
        return []
    block = next((b for b in reading.document.blocks[:40] if b.key.casefold() in _NAMES_PROJECT), None)
    if block is None or reading.document.is_keyed or len(reading.document.text) - block.span.end < 120:
        return []
    title = reading.quote(block.span).strip()
    if not 1 <= len(title.split()) <= 8 or is_role_title(title, reading.vocabularies):
        return []
    return [Story(block.span, reading.document.span(0, len(reading.document.text.rstrip())), "heading", 0.88)]
