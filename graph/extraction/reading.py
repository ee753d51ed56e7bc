"""What an extraction stage may look at: one document with its sections, sentences, words to know and earlier findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from graph.documents import Block, Document, Section, Span
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
        holding = [section for section in self.sections if section.span.start <= offset < section.span.end]
        return max(holding, key=lambda section: (section.span.start, section.level), default=None)

    def section_id_at(self, offset: int) -> str | None:
        """Return the id of the innermost section that holds `offset`."""
        section = self.section_at(offset)
        return None if section is None else section.id

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds `offset`, or None between sentences."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if place >= 0 and offset < self.sentences[place].end:
            return self.sentences[place]
        return None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds `offset`, or None between blocks."""
        blocks = self.document.blocks
        place = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
        if place >= 0 and offset < blocks[place].span.end:
            return blocks[place]
        return None

    def quote(self, span: Span) -> str:
        """Return the document's text at `span`."""
        return self.document.quote(span)


Recognizer: TypeAlias = Callable[[Reading], list[Mention]]
RelationRule: TypeAlias = Callable[[Reading], list[MentionRelation]]
