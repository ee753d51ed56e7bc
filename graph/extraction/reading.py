"""What an extraction stage may look at: one document with its sections, sentences, words to know and earlier findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from graph.documents import Block, Document, Section, Span
from graph.extraction.span_index import SpanIndex
from graph.model import Mention, MentionRelation
from graph.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as the stages see it; each stage gets the mentions of the stages before."""

    document: Document
    sections: Sequence[Section]
    sentences: Sequence[Span]
    vocabularies: Vocabularies
    mentions: Sequence[Mention] = ()
    author: str | None = None
    """The author's name by careergraph.yaml; None where it names none."""
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What stages have worked out from document, sections and vocabularies alone, by name; shared by all stages."""
    author_label: str | None = None
    """What careergraph.yaml calls an author whom nobody names."""

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost section that holds `offset`."""
        if "sections" not in self.memo:
            self.memo["sections"] = innermost_sections(self.sections)
        borders, holding = self.memo["sections"]
        place = bisect_right(borders, offset) - 1
        found: Section | None = holding[place] if place >= 0 else None
        return found

    def section_of(self, section_id: str) -> Section | None:
        """Return the section with an id, or None."""
        if "sections by id" not in self.memo:
            self.memo["sections by id"] = {known.id: known for known in reversed(self.sections)}
        found: Section | None = self.memo["sections by id"].get(section_id)
        return found

    def sections_by_parent(self) -> dict[str | None, list[Section]]:
        """Return the sections right below each, by its id, in reading order; at the top by None."""
        if "sections by parent" not in self.memo:
            below: dict[str | None, list[Section]] = {}
            for section in self.sections:
                below.setdefault(section.parent_id, []).append(section)
            self.memo["sections by parent"] = below
        found: dict[str | None, list[Section]] = self.memo["sections by parent"]
        return found

    def parent_of(self, section: Section) -> Section | None:
        """Return the section that holds `section`, or None at the top."""
        return None if section.parent_id is None else self.section_of(section.parent_id)

    def section_id_at(self, offset: int) -> str | None:
        """Return the id of the innermost section that holds `offset`."""
        section = self.section_at(offset)
        return None if section is None else section.id

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds `offset`, or None between sentences."""
        if "sentence starts" not in self.memo:
            self.memo["sentence starts"] = [sentence.start for sentence in self.sentences]
        place = bisect_right(self.memo["sentence starts"], offset) - 1
        if place >= 0 and offset < self.sentences[place].end:
            return self.sentences[place]
        return None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds `offset`, or None between blocks."""
        if "block starts" not in self.memo:
            self.memo["block starts"] = [block.span.start for block in self.document.blocks]
        blocks, place = self.document.blocks, bisect_right(self.memo["block starts"], offset) - 1
        if place >= 0 and offset < blocks[place].span.end:
            return blocks[place]
        return None

    def blocks_in(self, span: Span) -> list[Block]:
        """Return the blocks that lie wholly inside `span`, in reading order."""
        return _inside(self.document.blocks, span)

    def blocks_from(self, start: int, end: int) -> Sequence[Block]:
        """Return the blocks that begin at `start` or behind it and before `end`, in reading order."""
        blocks = self.document.blocks
        first = bisect_left(blocks, start, key=lambda block: block.span.start)
        return blocks[first : bisect_left(blocks, end, key=lambda block: block.span.start)]

    def sections_in(self, span: Span) -> list[Section]:
        """Return the sections that lie wholly inside `span`, in reading order."""
        first = bisect_left(self.sections, span.start, key=lambda section: section.span.start)
        last = bisect_right(self.sections, span.end, key=lambda section: section.span.start)
        return [section for section in self.sections[first:last] if span.contains(section.span)]

    def sections_headed_in(self, span: Span) -> list[Section]:
        """Return the sections whose heading lies wholly inside `span`, in reading order."""
        if "headed sections" not in self.memo:
            headed = [section for section in self.sections if section.heading is not None]
            headed.sort(key=lambda section: section.heading.start if section.heading is not None else 0)
            self.memo["headed sections"] = headed, [s.heading.start for s in headed if s.heading is not None]
        headed, starts = self.memo["headed sections"]
        found = headed[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return [section for section in found if section.heading is not None and span.contains(section.heading)]

    def sentences_from(self, span: Span) -> Sequence[Span]:
        """Return the sentences that begin inside `span`, in reading order."""
        first = bisect_left(self.sentences, span.start, key=lambda sentence: sentence.start)
        return self.sentences[first : bisect_left(self.sentences, span.end, key=lambda sentence: sentence.start)]

    def mentions_near(self, span: Span) -> list[Mention]:
        """Return the mentions that share a character with `span`, in the order of `mentions`."""
        known = self.memo.get("mentions")
        # The memo is shared with the stages before, whose mentions are others.
        if known is None or known[0] is not self.mentions:
            known = (self.mentions, SpanIndex((mention.span, mention) for mention in self.mentions))
            self.memo["mentions"] = known
        index: SpanIndex[Mention] = known[1]
        return index.overlapping(span)

    def quote(self, span: Span) -> str:
        """Return the document's text at `span`."""
        return self.document.text[span.start : span.end]


def _inside(blocks: Sequence[Block], span: Span) -> list[Block]:
    first = bisect_left(blocks, span.start, key=lambda block: block.span.start)
    last = bisect_right(blocks, span.end, key=lambda block: block.span.start)
    return [block for block in blocks[first:last] if span.contains(block.span)]


def innermost_sections(sections: Sequence[Section]) -> tuple[list[int], list[Section | None]]:
    """Return the offsets at which the innermost section changes, and that section from each of them on."""
    borders = sorted({edge for section in sections for edge in (section.span.start, section.span.end)})
    waiting = sorted(
        ((section.span.start, section.level, -number, section) for number, section in enumerate(sections)),
        key=lambda row: row[:3],
        reverse=True,
    )
    opened: list[Section] = []
    holding: list[Section | None] = []
    for border in borders:
        while waiting and waiting[-1][0] <= border:
            opened.append(waiting.pop()[3])
        # What is opened later lies further in; what has ended below it is dropped once it comes to light.
        while opened and opened[-1].span.end <= border:
            opened.pop()
        holding.append(opened[-1] if opened else None)
    return borders, holding


Recognizer: TypeAlias = Callable[[Reading], list[Mention]]
RelationRule: TypeAlias = Callable[[Reading], list[MentionRelation]]
