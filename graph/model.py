"""The shapes that everything shares: kinds, mentions, measures, periods, evidence, entities, relations, the graph.

Mentions are what one document says; entities are what the mentions of all documents come to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias
from weakref import WeakKeyDictionary

import networkx as nx

from graph.documents import Document, Span
from graph.json_values import Json as Json
from graph.periods import DateRange as DateRange
from graph.periods import PartialDate as PartialDate


class EntityKind(StrEnum):
    """The kinds of entity."""

    PERSON = "person"
    EMPLOYER = "employer"
    ROLE = "role"
    PROJECT = "project"
    TECHNOLOGY = "technology"
    PRACTICE = "practice"
    OUTCOME = "outcome"
    INSTITUTION = "institution"
    CREDENTIAL = "credential"
    DOCUMENT = "document"


class RelationKind(StrEnum):
    """The kinds of relation; DESIGN.md-style direction: source → target as in RELATION_ENDS."""

    WORKS_AT = "works_at"
    HELD_ROLE = "held_role"
    AT_EMPLOYER = "at_employer"
    WORKED_ON = "worked_on"
    PART_OF = "part_of"
    USES = "uses"
    APPLIES = "applies"
    ACHIEVED = "achieved"
    STUDIED_AT = "studied_at"
    HOLDS = "holds"
    MENTIONED_IN = "mentioned_in"


_ANY = tuple(kind for kind in EntityKind if kind is not EntityKind.DOCUMENT)
RELATION_ENDS: Mapping[RelationKind, tuple[tuple[EntityKind, ...], EntityKind]] = {
    RelationKind.WORKS_AT: ((EntityKind.PERSON,), EntityKind.EMPLOYER),
    RelationKind.HELD_ROLE: ((EntityKind.PERSON,), EntityKind.ROLE),
    RelationKind.AT_EMPLOYER: ((EntityKind.ROLE, EntityKind.PROJECT), EntityKind.EMPLOYER),
    RelationKind.WORKED_ON: ((EntityKind.PERSON,), EntityKind.PROJECT),
    RelationKind.PART_OF: ((EntityKind.PROJECT,), EntityKind.PROJECT),
    RelationKind.USES: ((EntityKind.PROJECT,), EntityKind.TECHNOLOGY),
    RelationKind.APPLIES: ((EntityKind.PROJECT,), EntityKind.PRACTICE),
    RelationKind.ACHIEVED: ((EntityKind.PROJECT,), EntityKind.OUTCOME),
    RelationKind.STUDIED_AT: ((EntityKind.PERSON,), EntityKind.INSTITUTION),
    RelationKind.HOLDS: ((EntityKind.PERSON,), EntityKind.CREDENTIAL),
    RelationKind.MENTIONED_IN: (_ANY, EntityKind.DOCUMENT),
}
"""Which kinds each relation joins; assembly refuses any other."""


# ---------------------------------------------------------------- figures


class Measures(StrEnum):
    """What a figure says of the work."""

    RESULT = "result"
    SCALE = "scale"
    DURATION = "duration"
    TEAM = "team"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: `value`, or `low` and `high` for a range; none of them where zero is claimed in words."""

    text: str
    """The figure as written."""
    unit: str
    """Canonical, e.g. `percent`, `USD`, `USD/year`, `ratio`, `seconds`, `events/day`, `customers`."""
    dimension: str
    """money, time, share, ratio, data, count, rate or score; see vocabularies/units.yaml."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    comparator: str = "="
    """`=`, `>=`, `>`, `<=`, `<`, `~` or `range`."""
    direction: str = "none"
    """Of the measured thing: `decrease`, `increase` or `none`."""
    before: float | None = None
    after: float | None = None
    period: str | None = None
    measures: Measures = Measures.RESULT
    label: str = ""
    """What is measured, in the text's own words."""

    @property
    def size(self) -> float | None:
        """The one number by which figures of a unit are compared: the value, or the middle of a range."""
        if self.value is not None:
            return self.value
        return None if self.low is None or self.high is None else (self.low + self.high) / 2


# ---------------------------------------------------------------- what one document says


MentionKey: TypeAlias = tuple[EntityKind, str]
"""(kind, key): mentions of a document that share it are the same thing."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document speaks of a thing; `text == document.text[span.start:span.end]`."""

    kind: EntityKind
    key: str
    """Identity within the document: a technology's term id, a project's slug, an employer's folded name …"""
    name: str
    """The thing's name as it should be shown: the vocabulary's spelling, else the text's own."""
    text: str
    span: Span
    rule: str
    """Name of the stage that found it."""
    confidence: float
    """0 to 1: the share of such findings that are right."""
    section_id: str | None = None
    term_id: str | None = None
    """Id of the vocabulary's term, e.g. `kafka`; None for things that no vocabulary lists."""
    attributes: Mapping[str, Json] = field(default_factory=dict)
    measure: Measure | None = None
    period: DateRange | None = None
    parts: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """Of a project's telling: situation, task, action, result → spans."""
    extent: Span | None = None
    """Of a project's telling: all the text that tells it; `span` is its name or main sentence."""

    @property
    def identity(self) -> MentionKey:
        """The (kind, key) pair."""
        return (self.kind, self.key)


@dataclass(frozen=True, slots=True)
class MentionRelation:
    """A relation that one document states between two of its mentions, and the words that state it."""

    source: MentionKey
    kind: RelationKind
    target: MentionKey
    span: Span
    rule: str
    confidence: float
    period: DateRange | None = None


# ---------------------------------------------------------------- what all documents come to


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words that a fact was read from."""

    span: Span
    quote: str
    """Document.text[start:end]."""
    rule: str
    """The stage that read it, or `user` for careergraph.yaml."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a project's work is told."""

    project_id: str
    span: Span
    parts: Mapping[str, tuple[Span, ...]]
    """situation, task, action, result → the spans that tell it, in reading order; absent where the text has none."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two names are one thing (or stay apart)."""

    entity_id: str
    names: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, employer, project … with everything that the documents say of it. Raises ValueError without evidence."""

    id: str
    """`technology:kafka`; see resolution/ids.py."""
    kind: EntityKind
    name: str
    evidence: tuple[Evidence, ...]
    aliases: tuple[str, ...] = ()
    """Other names that the documents or the vocabulary use, sorted."""
    attributes: Mapping[str, Json] = field(default_factory=dict)
    """Kind-specific facts. technology: category, broader. role: title, start, end. institution: degrees. outcome: see measure."""
    measure: Measure | None = None
    period: DateRange | None = None
    confidence: float = 1.0
    merges: tuple[Merge, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{self.id}: no evidence")


@dataclass(frozen=True, slots=True)
class Relation:
    """An edge, with the words that state it. Raises ValueError without evidence."""

    source_id: str
    target_id: str
    kind: RelationKind
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0
    period: DateRange | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{self.source_id} {self.kind} {self.target_id}: no evidence")


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Entities and relations as a networkx MultiDiGraph, with the documents and tellings behind them.

    Node: entity id, attribute `entity`. Edge: key = the relation's kind, attribute `relation`.
    """

    nx: nx.MultiDiGraph[str]
    documents: Mapping[str, Document]
    tellings: Mapping[str, tuple[Telling, ...]]
    """Project id → its tellings, in order of document and place."""

    def entity(self, entity_id: str) -> Entity:
        """Return the entity of this id. Raises KeyError where there is none."""
        found: Entity = self.nx._node[entity_id]["entity"]  # type: ignore[attr-defined]  # its view takes ten times as long
        return found

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self.nx

    def entities(self, kind: EntityKind | None = None) -> Iterator[Entity]:
        """Yield entities in order of id, of one kind or all."""
        yield from _listed(self.nx).get(kind, ())

    def outward(self, entity_id: str) -> Mapping[str, Mapping[str, Mapping[str, Relation]]]:
        """Return target id → kind → {"relation": …} of what leaves an entity. Raises KeyError where there is none.

        As networkx keeps it: its views give the same and take ten times as long, and pages ask this of thousands of things.
        """
        found: Mapping[str, Mapping[str, Mapping[str, Relation]]] = self.nx._succ[entity_id]  # type: ignore[attr-defined]
        return found

    def inward(self, entity_id: str) -> Mapping[str, Mapping[str, Mapping[str, Relation]]]:
        """Return source id → kind → {"relation": …} of what leads to an entity. Raises KeyError where there is none."""
        found: Mapping[str, Mapping[str, Mapping[str, Relation]]] = self.nx._pred[entity_id]  # type: ignore[attr-defined]
        return found

    def relations(self) -> Iterator[Relation]:
        """Yield relations in order of source, kind, target."""
        edges = ((source, key, target, data) for source, target, key, data in self.nx.edges(keys=True, data=True))
        for _, _, _, data in sorted(edges, key=lambda edge: edge[:3]):
            relation: Relation = data["relation"]
            yield relation


_lists: WeakKeyDictionary[nx.MultiDiGraph[str], dict[EntityKind | None, list[Entity]]] = WeakKeyDictionary()
"""Graph → kind → its entities by id; a graph never changes, and every page asks for all of some kind."""


def _listed(nxg: nx.MultiDiGraph[str]) -> dict[EntityKind | None, list[Entity]]:
    if (found := _lists.get(nxg)) is None:
        found = {None: [nxg.nodes[node]["entity"] for node in sorted(nxg.nodes)]}
        for entity in found[None]:
            found.setdefault(entity.kind, []).append(entity)
        _lists[nxg] = found
    return found
