"""What resolution starts from: one document with its mentions and relations."""

from __future__ import annotations

from dataclasses import dataclass

from graph.documents import Document, Section
from graph.model import EntityKind, Mention, MentionRelation


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """One document, read."""

    document: Document
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]
    """In order of place."""
    relations: tuple[MentionRelation, ...]
    left_out: tuple[str, ...] = ()
    """What was not judged, each as `path:line: ` and what it is."""

    def of(self, kind: EntityKind) -> list[Mention]:
        """Return the mentions of one kind, in order of place."""
        return [mention for mention in self.mentions if mention.kind is kind]

    @property
    def author(self) -> Mention | None:
        """The mention of the document's author, if there is one."""
        return next((m for m in self.mentions if m.kind is EntityKind.PERSON and m.key == "author"), None)
