"""Text with character offsets: Span, Block, Section, Document. Nothing here knows what a career is.

All offsets are half-open and count Unicode code points of `Document.text`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text."""

    document_id: str
    start: int
    """Offset of the first character, in code points of Document.text."""
    end: int
    """Offset after the last character."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def part(self, start: int, end: int) -> Span:
        """Return the stretch between two offsets that are counted from this one's start."""
        return Span(self.document_id, self.start + start, self.start + end)

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside, in the same document."""
        return self.document_id == other.document_id and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether both share at least one character."""
        return self.document_id == other.document_id and self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block of text is, by its look."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CODE = "code"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, bullet, table row, code block or `key: value` field."""

    kind: BlockKind
    span: Span
    """The block's words, without bullet, `#` or quotes."""
    level: int = 0
    """Heading: 1 (top) to 6. List item: depth of nesting from 0. Field: depth of nesting from 0."""
    key: str = ""
    """Field: dotted path of keys with list positions, e.g. `work[0].position`; table row: the heads, joined by " | "."""


class SectionKind(StrEnum):
    """What a section is about, by its heading; see vocabularies/sections.yaml."""

    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    OUTCOMES = "outcomes"
    CREDENTIALS = "credentials"
    SUMMARY = "summary"
    WRITING = "writing"
    CONTACT = "contact"
    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands below it, up to the next heading of its level or above; or text before any heading."""

    id: str
    """Unique in its document: the slug of its title, with `-2` … where titles repeat."""
    title: str
    kind: SectionKind
    span: Span
    """Heading and body, sub-sections included."""
    heading: Span | None
    level: int
    """1 to 6 as the heading's; 0 for text before any heading."""
    parent_id: str | None


KEYED_MEDIA = frozenset({"application/yaml", "application/json", "text/csv", "application/x-linkedin-export"})
"""Formats whose content is values with keys, not lines of text."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as text. Raises ValueError if a block lies outside the text."""

    id: str
    """POSIX path below the content folder."""
    media_type: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    """Front matter and the like: lower-case key → value as text. `fictional: "true"` marks invented people."""
    sha256: str = ""
    """Of the file's bytes, hexadecimal."""
    pages: tuple[int, ...] = ()
    """Offsets at which the pages of a paged format start; empty for others."""

    def __post_init__(self) -> None:
        for block in self.blocks:
            if block.span.end > len(self.text):
                raise ValueError(f"{self.id}: block outside the text: {block}")

    @property
    def is_keyed(self) -> bool:
        """Whether its content is values with keys, whose sections and stories the keys tell."""
        return self.media_type in KEYED_MEDIA

    def span(self, start: int, end: int) -> Span:
        """Return the span from `start` to `end` of this document."""
        return Span(self.id, start, end)

    def quote(self, span: Span) -> str:
        """Return the text of `span`."""
        return self.text[span.start : span.end]

    def line_of(self, offset: int) -> int:
        """Return the line of `offset`, counted from 1; lines end at LF, CR LF or CR."""
        return line_number(self.text, offset)

    def page_of(self, offset: int) -> int | None:
        """Return the page of `offset`, counted from 1; None for a format without pages."""
        return bisect_right(self.pages, offset) if self.pages else None


_LINE_END = re.compile(r"\r\n|\n|\r")
_NEAR = 10_000
"""Characters: up to here counting takes less than finding all lines, and pages ask for one line of many documents."""


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _LINE_END.finditer(text)))


def line_starts(text: str) -> Sequence[int]:
    """Return the offset at which each line starts; the first is 0."""
    return _line_starts(text)


def line_number(text: str, offset: int) -> int:
    """Return the line of `offset` in `text`, from 1."""
    if offset <= _NEAR and text.find("\r", 0, offset) < 0:
        return text.count("\n", 0, offset) + 1
    return bisect_right(_line_starts(text), offset)
