"""Divides a document into sections by its headings; section_titles.py says what each is about.

Files without headings but with keys (YAML, JSON) get their sections from the keys.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.documents import Document, Section, SectionKind, Span
from graph.section_heads import Head, heads_of
from graph.section_titles import CAREER_KINDS, STAR_KINDS, kind_of_title


def find_sections(document: Document, titles: Mapping[str, SectionKind]) -> list[Section]:
    """Return the sections of a document in reading order, each parent before its children.

    Text before the first heading is a section of level 0 with the id `top` and the document's title. A section
    ends after the last character that is no white space before the next heading of its level or above.
    """
    heads = heads_of(document, titles)
    text, ids = document.text, _Ids()
    sections: list[Section] = []
    top_end = heads[0].start if heads else len(text)
    if text[:top_end].strip():
        kind = _kind_of_top(document, titles)
        start = 0 if kind is SectionKind.OTHER else _behind_front_matter(text)
        span = _trimmed(document, min(start, top_end), top_end)
        sections.append(Section(ids.unique("top"), document.title, kind, span, None, 0, None))
    open_sections: list[Section] = []
    ends = _ends(heads, len(text))
    for head, end in zip(heads, ends, strict=True):
        while open_sections and open_sections[-1].level >= head.level:
            open_sections.pop()
        parent = open_sections[-1].id if open_sections else None
        kind = _kind_among(head.kind, parent, sections)
        start = head.heading.start if head.heading is not None else head.start
        span = _trimmed(document, start, end if head.until is None else min(end, head.until))
        section = Section(ids.unique(slug(head.title)), head.title, kind, span, head.heading, head.level, parent)
        sections.append(section)
        open_sections.append(section)
    return _without_lone_parts(sections)


def _kind_of_top(document: Document, titles: Mapping[str, SectionKind]) -> SectionKind:
    """Return the kind of what stands before the first heading: that of works below a front matter's `title: Projects`."""
    title = "" if document.is_keyed else document.metadata.get("title", "")
    is_list = bool(title) and kind_of_title(title, titles) is SectionKind.PROJECTS
    return SectionKind.PROJECTS if is_list else SectionKind.OTHER


def _behind_front_matter(text: str) -> int:
    """Return where the text below a front matter begins, in YAML or TOML."""
    fence = text[:3]
    closed = text.find(f"\n{fence}", 3) if fence in ("---", "+++") else -1
    return closed + 4 if closed >= 0 else 0


def _without_lone_parts(sections: list[Section]) -> list[Section]:
    """Return the sections with those made what they are in a career that would be parts of a story, but have no other beside.

    "Before" below "Selected work" lists earlier jobs; "Method" among jobs and degrees says how somebody works; "CHALLENGES" below the
    list "KEY ACHIEVEMENTS" of plain text is a list of its own.
    """
    lists = {section.id for section in sections if section.kind is SectionKind.OUTCOMES and section.title.isupper()}
    beside: dict[str | None, set[SectionKind]] = {}
    for section in sections:
        beside.setdefault(section.parent_id, set()).add(section.kind)
    settled = []
    for section in sections:
        kinds = beside[section.parent_id]
        if section.kind in STAR_KINDS and len(kinds & set(STAR_KINDS)) == 1 and section.heading is not None:
            if section.kind is SectionKind.SITUATION and _BEFORE.fullmatch(section.title) and kinds & CAREER_KINDS:
                section = replace(section, kind=SectionKind.EXPERIENCE)
            elif section.kind is SectionKind.ACTION and len(kinds & CAREER_KINDS) > 1:
                section = replace(section, kind=SectionKind.SUMMARY)
            elif section.parent_id in lists and section.title.isupper():
                section = replace(section, kind=SectionKind.OTHER)
        settled.append(section)
    return settled


_BEFORE = re.compile(r"(?i)before|background|career background")
_NOT_WORDS = re.compile(r"[\W_]+")


def slug(title: str) -> str:
    """Return a title as lower-case words joined by hyphens, without accents; `section` where nothing is left.

    >>> slug("Élan & Co: What I did")
    'elan-co-what-i-did'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(c))
    return "-".join(_NOT_WORDS.sub(" ", plain).split())[:80].strip("-") or "section"


class _Ids:
    """Hands out ids, with `-2`, `-3` … where one was given before."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        candidate, number = wanted, self._given.get(wanted, 1)
        while candidate in self._given:
            number += 1
            candidate = f"{wanted}-{number}"
        self._given[wanted] = number
        self._given.setdefault(candidate, 1)
        return candidate


def _ends(heads: Sequence[Head], length: int) -> list[int]:
    """Return where each section ends: at the next head of its level or above. One pass, from the end."""
    ends: list[int] = []
    later: list[Head] = []
    for head in reversed(heads):
        while later and later[-1].level > head.level:
            later.pop()
        ends.append(later[-1].start if later else length)
        later.append(head)
    return ends[::-1]


def _trimmed(document: Document, start: int, end: int) -> Span:
    piece = document.text[start:end]
    left = len(piece) - len(piece.lstrip())
    return document.span(start + left, max(start + left, start + len(piece.rstrip())))


def _kind_among(kind: SectionKind, parent: str | None, before: Sequence[Section]) -> SectionKind:
    """Return `result` for "Outcomes" that closes a story: after a situation, task or action beside it."""
    if kind is not SectionKind.OUTCOMES or parent is None:
        return kind
    told = any(section.parent_id == parent and section.kind in STAR_KINDS for section in before)
    return SectionKind.RESULT if told else kind
