"""What is known of one document while it is scored: what was read, what was asked, the counts and faults so far. Judges nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from benchmarks.annotations import Annotation, Place, spans_of
from benchmarks.tally import DocumentScore, Fault
from graph.documents import Span
from graph.model import EntityKind, Mention, MentionKey
from graph.resolution.readings import DocumentReading


class Scorecard:
    """The counts and faults of one document, and the things that earlier rows matched for later ones."""

    def __init__(self, annotation: Annotation, reading: DocumentReading) -> None:
        self.annotation, self.reading = annotation, reading
        self.groups: dict[MentionKey, list[Mention]] = {}
        for mention in sorted(reading.mentions, key=lambda m: (m.span, m.kind, m.key)):
            self.groups.setdefault(mention.identity, []).append(mention)
        self.score = DocumentScore(annotation.document, {})
        self.right: set[MentionKey] = set()
        self.projects: dict[str, MentionKey] = {}
        self.figures: dict[int, MentionKey] = {}

    def of(self, kind: EntityKind) -> list[MentionKey]:
        """Return the things of a kind that were read, in the order of the text."""
        return [key for key in self.groups if key[0] is kind]

    def is_unnamed(self, key: MentionKey) -> bool:
        """Whether this is the author without a name, of whom nothing can be right or wrong."""
        return all(not m.attributes.get("name") and m.name.casefold().startswith("author") for m in self.groups[key])

    def spans(self, quote: str) -> list[Span]:
        """Return the places where a quote stands."""
        return spans_of(quote, self.reading.document.text, self.reading.document.id)

    def first_place(self, place: Place) -> int:
        """Return where the first of a thing's quotes or names stands, 0 for nowhere."""
        texts = (*place.quotes, *place.names)
        return next((spans[0].start for text in texts if (spans := self.spans(text))), 0)

    def fault(self, row: str, is_missed: bool, text: str, offset: int) -> None:
        """Keep a fault, for the list of them."""
        self.score.faults.append(Fault(row, offset, is_missed, " ".join(text.split())))

    def count_wrong(
        self, row: str, tied: Iterable[tuple[MentionKey, MentionKey]], neutral: Collection[MentionKey]
    ) -> None:
        """Count each tie as wrong, but for those of a neutral thing."""
        for source, target in sorted(tied):
            if source not in neutral and target not in neutral:
                self.score.counts[row].wrong += 1
                names = [self.groups[end][0].name if end in self.groups else end[1] for end in (source, target)]
                offset = self.groups[target][0].span.start if target in self.groups else 0
                self.fault(row, False, " – ".join(names), offset)
