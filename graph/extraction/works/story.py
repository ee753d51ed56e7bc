"""The shape of one telling of a piece of work, which all ways of finding stories share."""

from __future__ import annotations

from dataclasses import dataclass

from graph.documents import SectionKind, Span
from graph.section_titles import STAR_KINDS

STAR = STAR_KINDS
NO_WORK = frozenset(
    {
        SectionKind.EDUCATION,
        SectionKind.SKILLS,
        SectionKind.CREDENTIALS,
        SectionKind.CONTACT,
        SectionKind.WRITING,
        SectionKind.SUMMARY,
    }
)
"""Sections that name no work of their own."""


@dataclass(frozen=True, slots=True)
class Story:
    """One telling of a piece of work."""

    title: Span
    """The words that name it."""
    extent: Span
    """All that belongs to the telling."""
    rule: str
    """heading, keys, short-title, titled-bullet, table-row, answer or achievement."""
    confidence: float
    soft: bool = False
    """Opens no project by itself, but may be another telling of one."""
    sentence: Span | None = None
    """The sentence that tells it, where the title is a part of one or stands above one."""
    aliases: tuple[Span, ...] = ()
