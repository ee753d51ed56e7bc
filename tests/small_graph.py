"""Builds small knowledge graphs by hand for tests of the index: documents as text, facts by the words that say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from graph.concept_vocabulary import load_concepts
from graph.documents import Block, BlockKind, Document, Span
from graph.model import (
    DateRange,
    Entity,
    EntityKind,
    Evidence,
    KnowledgeGraph,
    Measure,
    Measures,
    PartialDate,
    Relation,
    RelationKind,
    Telling,
)
from graph.passages import Passage
from graph.report import BuildReport, BuildResult
from graph.synonyms import load_synonyms
from index.collection import Collection
from index.publishing import bucket_of
from index.records import make_records
from index.search import SearchIndex
from index.whoosh_engine import WhooshEngine, write_bucket


class SmallGraph:
    """Collects documents and facts; `build` gives the graph, `search_index` a searchable index of it."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self._entities: dict[str, Entity] = {}
        self._relations: list[Relation] = []
        self._tellings: dict[str, list[Telling]] = {}

    def document(self, document_id: str, text: str) -> None:
        """Add a document; lines with `#` are headings, with `-` bullets, other lines paragraphs."""
        blocks, offset = [], 0
        for line in text.splitlines(keepends=True):
            words = line.strip().lstrip("#- ")
            start = offset + line.index(words) if words else offset
            mark = line.lstrip()[:1]
            kind = {"#": BlockKind.HEADING, "-": BlockKind.LIST_ITEM}.get(mark, BlockKind.PARAGRAPH)
            if words:
                blocks.append(Block(kind, Span(document_id, start, start + len(words)), 1 if mark == "#" else 0))
            offset += len(line)
        title = text.strip().splitlines()[0].lstrip("# ") if text.strip() else document_id
        self.documents[document_id] = Document(document_id, "text/markdown", title, text, tuple(blocks))

    def entity(
        self, entity_id: str, name: str, *quotes: str, aliases: Sequence[str] = (), measure: Measure | None = None,
        attributes: Mapping[str, Any] | None = None, years: tuple[int, int] | None = None,
    ) -> str:  # fmt: skip
        """Add an entity with every place of `quotes` (its name, where none is given) as evidence; return its id."""
        evidence = tuple(
            Evidence(Span(key, place, place + len(quote)), quote, "test")
            for key, document in self.documents.items()
            for quote in (quotes or (name,))
            for place in _places(document.text, quote)
        )
        period = None if years is None else DateRange(PartialDate(years[0]), PartialDate(years[1]))
        kind = EntityKind(entity_id.partition(":")[0])
        self._entities[entity_id] = Entity(
            entity_id, kind, name, evidence, tuple(aliases), attributes or {}, measure, period
        )
        return entity_id

    def outcome(
        self,
        quote: str,
        size: float,
        unit: str,
        dimension: str,
        project: str | None = None,
        measures: Measures = Measures.RESULT,
        **more: Any,
    ) -> str:
        """Add an outcome written as `quote`; return its id. `more`: further fields of its measure."""
        key = f"outcome:{'-'.join(quote.lower().split())}"
        self.entity(key, quote, quote, measure=Measure(quote, unit, dimension, value=size, measures=measures, **more))
        if project is not None:
            self.relation(project, RelationKind.ACHIEVED, key, quote)
        return key

    def relation(self, source: str, kind: RelationKind, target: str, quote: str) -> None:
        """Add a relation whose evidence is the first place of `quote`."""
        for key, document in self.documents.items():
            for place in _places(document.text, quote)[:1]:
                evidence = Evidence(Span(key, place, place + len(quote)), quote, "test")
                self._relations.append(Relation(source, target, kind, (evidence,)))
                return
        raise AssertionError(f"{quote!r} stands nowhere")

    def telling(self, project: str, first: str, last: str) -> None:
        """Say that a project is told from the words `first` to the words `last`, action and result apart."""
        for key, document in self.documents.items():
            start, end = document.text.find(first), document.text.find(last)
            if start >= 0 and end >= 0:
                span = Span(key, start, end + len(last))
                parts = {"action": (Span(key, start, end),), "result": (Span(key, end, end + len(last)),)}
                self._tellings.setdefault(project, []).append(Telling(project, span, parts))

    def build(self) -> BuildResult:
        """Return the graph with an empty report."""
        net = nx.MultiDiGraph()
        papers, mentioned = self._mentioned()
        for key, entity in (self._entities | papers).items():
            net.add_node(key, entity=entity)
        for relation in (*self._relations, *mentioned):
            net.add_edge(relation.source_id, relation.target_id, key=relation.kind, relation=relation)
        tellings = {key: tuple(found) for key, found in self._tellings.items()}
        kg = KnowledgeGraph(net, self.documents, tellings)
        return BuildResult(kg, BuildReport((), (), (), ()))

    def _mentioned(self) -> tuple[dict[str, Entity], list[Relation]]:
        """Return the documents as entities, and what each of them mentions."""
        papers, mentioned = dict[str, Entity](), list[Relation]()
        for key, document in self.documents.items():
            title = Evidence(document.blocks[0].span, document.quote(document.blocks[0].span), "test")
            paper = f"document:{key}"
            papers[paper] = Entity(paper, EntityKind.DOCUMENT, document.title, (title,))
            for entity in self._entities.values():
                inside = tuple(evidence for evidence in entity.evidence if evidence.span.document_id == key)
                if inside:
                    mentioned.append(Relation(entity.id, paper, RelationKind.MENTIONED_IN, inside))
        return papers, mentioned

    def search_index(self, folder: Path) -> SearchIndex:
        """Return an index of one passage a line, in eight buckets below `folder`."""
        kg = self.build().kg
        records = make_records(kg, cut=cut_lines)
        buckets = []
        for number in range(8):
            inside = [record for record in records if bucket_of(record) == number]
            if inside:
                bucket = folder / str(number)
                bucket.mkdir(parents=True)
                write_bucket(bucket, inside)
                buckets.append(bucket)
        collection = Collection(records)
        return SearchIndex(kg, collection, WhooshEngine(buckets, collection), load_concepts(), load_synonyms())


def index_of_texts(texts: Mapping[str, str], folder: Path) -> SearchIndex:
    """Return an index of documents without facts, given as name → text, in buckets below `folder`."""
    small = SmallGraph()
    for name, text in texts.items():
        small.document(name, text)
    return small.search_index(folder)


def cut_lines(kg: KnowledgeGraph, document: Document) -> list[Passage]:
    """Return each paragraph and bullet as a passage; a story where a telling covers it, titled by its project."""
    found, headings = [], list[str]()
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            headings = [document.quote(block.span)]
            continue
        told = [t for tellings in kg.tellings.values() for t in tellings if t.span.overlaps(block.span)]
        project = told[0].project_id if told else None
        kind = "story" if told else "bullet" if block.kind is BlockKind.LIST_ITEM else "section"
        title = kg.entity(project).name if project else (headings or [document.title])[-1]
        found.append(Passage(block.span, kind, title, tuple(headings), project))  # type: ignore[arg-type]
    return found


def _places(text: str, quote: str) -> list[int]:
    found, place = [], text.find(quote)
    while place >= 0:
        found.append(place)
        place = text.find(quote, place + 1)
    return found


def career_graph() -> SmallGraph:
    """Return the notes of two invented engineers: migrations large and small, brokers, languages, a repeated bullet."""
    small = SmallGraph()
    small.document(
        "vey/stories.md",
        "# Tamsin Vey\n"
        "Tamsin Vey, platform engineer at Halvorsen Freight.\n"
        "## Parcel ledger migration\n"
        "Led the migration of the parcel ledger to PostgreSQL while traffic went on, "
        "and moved 300 million rows without an outage.\n"
        "## Badge printer\n"
        "Did a small migration of the badge printer settings, 40 rows in all.\n"
        "## Event backbone\n"
        "Built an event-driven backbone on Kafka; nightly runs fell by 63.2%.\n"
        "- Wrote C++ services and a CI/CD pipeline on Kubernetes\n"
        "- Mentored six colleagues\n",
    )
    small.document(
        "orsk/notes.md",
        "# Bram Orsk\n"
        "Bram Orsk wrote C# and .NET tools, a little Node.js, for Quillfeather Bank.\n"
        "- Mentored six colleagues\n"
        "- Tuned RabbitMQ queues, latency went from 800 ms to 120 ms\n"
        "- Kept the café's booking service running\n",
    )
    small.entity("person:tamsin-vey", "Tamsin Vey")
    small.entity("person:bram-orsk", "Bram Orsk")
    small.entity("employer:halvorsen-freight", "Halvorsen Freight")
    small.entity("employer:quillfeather-bank", "Quillfeather Bank")
    broker = {"category": "message broker", "broader": []}
    small.entity("technology:kafka", "Apache Kafka", "Kafka", aliases=("Kafka",), attributes=broker)
    small.entity("technology:rabbitmq", "RabbitMQ", attributes=broker)
    small.entity("technology:kubernetes", "Kubernetes", aliases=("k8s",))
    small.entity("technology:postgresql", "PostgreSQL", aliases=("Postgres", "pg"), attributes={"category": "database"})
    small.entity("technology:cpp", "C++")
    small.entity("technology:csharp", "C#")
    small.entity("practice:migration", "migration")
    small.entity("role:platform-engineer", "platform engineer")
    ledger = small.entity("project:parcel-ledger-migration", "Parcel ledger migration", years=(2021, 2022))
    badge = small.entity("project:badge-printer", "Badge printer", years=(2023, 2024))
    small.telling(ledger, "Led the migration of the parcel", "300 million rows without an outage.")
    small.telling(badge, "Did a small migration", "40 rows in all.")
    small.outcome("300 million rows", 300e6, "rows", "count", ledger, Measures.SCALE)
    small.outcome("40 rows", 40, "rows", "count", badge, Measures.SCALE)
    small.outcome("fell by 63.2%", 63.2, "percent", "share")
    small.outcome("six colleagues", 6, "people", "count", measures=Measures.TEAM)
    small.relation(ledger, RelationKind.USES, "technology:postgresql", "PostgreSQL")
    small.relation("person:tamsin-vey", RelationKind.WORKED_ON, ledger, "Led the migration of the parcel ledger")
    small.relation("person:tamsin-vey", RelationKind.WORKED_ON, badge, "Did a small migration")
    small.relation(ledger, RelationKind.AT_EMPLOYER, "employer:halvorsen-freight", "Halvorsen Freight")
    return small
