"""What pages need to know of one generation beyond the graph: links, places, fictional files, what stands where.

Made once for a generation, read by every view. Decides nothing about layout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.documents import Document, Span
from graph.model import Entity, EntityKind, Evidence, KnowledgeGraph
from webapp.figures import Figure, write_figure
from webapp.json_parts import entity_url, place_url
from webapp.proofs import best_of
from webapp.wording import kind_word

if TYPE_CHECKING:  # the pipeline brings every reader's library along
    from graph.report import BuildReport


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to an entity's page."""

    id: str
    kind: str
    kind_word: str
    name: str
    url: str
    fictional: bool
    """Whether every document that names it is fictional."""


@dataclass(frozen=True, slots=True)
class Place:
    """A link to words in their document."""

    document_id: str
    line: int
    last_line: int
    url: str
    fictional: bool
    page: int | None = None
    """From 1; None for formats without pages."""

    @property
    def text(self) -> str:
        """`notes.md:41`, or `notes.md:41–45`; `cv.pdf:41, page 2`."""
        lines = str(self.line) if self.last_line == self.line else f"{self.line}–{self.last_line}"
        return f"{self.document_id}:{lines}" + ("" if self.page is None else f", page {self.page}")

    @property
    def short(self) -> str:
        """`notes.md:41`, without its folders: for narrow columns."""
        return self.text.rpartition("/")[2]

    @property
    def page_url(self) -> str:
        """The document's page, with nothing highlighted."""
        return self.url.partition("?")[0]


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure that was achieved, with what it measures and the way to its words."""

    figure: Figure
    label: str
    outcome: Ref
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a document that name an entity."""

    span: Span
    entity_id: str
    kind: EntityKind


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """One generation, ready for pages."""

    generation_id: str
    kg: KnowledgeGraph
    report: BuildReport
    fictional: frozenset[str]
    """Ids of the documents whose people are invented."""
    invented: frozenset[str]
    """Ids of the entities of which only such documents speak."""
    counts: Mapping[EntityKind, int]
    document_entities: Mapping[str, str]
    """Document id → id of its entity."""
    marks: Mapping[str, tuple[Mark, ...]]
    """Document id → what its words name, in order of place."""

    def ref(self, entity: Entity) -> Ref:
        """Return the link to an entity."""
        return self._ref(entity, self._name(entity))

    def _ref(self, entity: Entity, name: str) -> Ref:
        kind = entity.kind.value
        return Ref(entity.id, kind, kind_word(kind), name, entity_url(entity.id), self.is_fictional(entity))

    def _name(self, entity: Entity) -> str:
        if entity.measure is not None:
            return _outcome_name(write_figure(entity.measure), entity.measure.label or entity.name)
        # A role whose title nobody states has its employer's name, which alone would be taken for the employer.
        untitled = entity.kind is EntityKind.ROLE and not entity.attributes.get("title", entity.name)
        return f"{entity.name}, title not stated" if untitled else entity.name

    def is_fictional(self, entity: Entity) -> bool:
        """Return whether all that is known of an entity comes from fictional documents."""
        return entity.id in self.invented

    def place(self, span: Span) -> Place:
        """Return the link to words; `span` lies in one of the graph's documents."""
        document = self.kg.documents[span.document_id]
        last = document.line_of(max(span.start, span.end - 1))
        return Place(
            span.document_id,
            document.line_of(span.start),
            last,
            place_url(span),
            span.document_id in self.fictional,
            document.page_of(span.start),
        )

    def proof(self, entity: Entity) -> Evidence:
        """Return the place that says most of an entity."""
        return best_of(self.kg.documents, entity.evidence)

    def metric(self, outcome: Entity) -> Metric | None:
        """Return an outcome's figure with its best place, or None for an entity without a figure."""
        if outcome.measure is None:
            return None
        figure, label = write_figure(outcome.measure), outcome.measure.label or outcome.name
        ref = self._ref(outcome, _outcome_name(figure, label))
        return Metric(figure, capitalized(label), ref, self.place(self.proof(outcome).span))

    def metrics(self, outcomes: Iterable[Entity]) -> list[Metric]:
        """Return the figures of outcomes, in their order."""
        return [metric for metric in map(self.metric, outcomes) if metric is not None]


def _outcome_name(figure: Figure, label: str) -> str:
    """Return an outcome in one line: its figure, then what it measures."""
    written = figure.text
    return written if label.casefold() == written.casefold() else f"{written}, {label}"


def capitalized(words: str) -> str:
    """Return words with a capital first letter; the rest stays as written."""
    return words[:1].upper() + words[1:]


def read_corpus(generation_id: str, kg: KnowledgeGraph, report: BuildReport) -> Corpus:
    """Return what pages need to know of a generation."""
    counts: dict[EntityKind, int] = defaultdict(int)
    document_entities: dict[str, str] = {}
    marks: dict[str, list[Mark]] = defaultdict(list)
    fictional: set[str] = {key for key, document in kg.documents.items() if _says_fictional(document)}
    for entity in kg.entities():
        counts[entity.kind] += 1
        if entity.kind is EntityKind.DOCUMENT:
            path = entity.evidence[0].span.document_id
            document_entities[path] = entity.id
            if entity.attributes.get("fictional") is True:
                fictional.add(path)
            continue
        for proof in entity.evidence:
            marks[proof.span.document_id].append(Mark(proof.span, entity.id, entity.kind))
    ordered = {key: tuple(sorted(found, key=lambda m: (m.span, m.kind, m.entity_id))) for key, found in marks.items()}
    invented = (e.id for e in kg.entities() if all(proof.span.document_id in fictional for proof in e.evidence))
    return Corpus(
        generation_id, kg, report, frozenset(fictional), frozenset(invented), counts, document_entities, ordered
    )


def _says_fictional(document: Document) -> bool:
    return document.metadata.get("fictional", "").casefold() == "true"
