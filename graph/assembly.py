"""Builds the knowledge graph from readings whose mentions have identities. Decides nothing about what is the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import networkx as nx
from rapidfuzz.distance import OSA

from graph.correction_rules import Corrections
from graph.documents import Document, Span
from graph.extraction.outcomes.labels import label_quality
from graph.gazetteer import Term
from graph.model import (
    RELATION_ENDS,
    DateRange,
    Entity,
    EntityKind,
    Evidence,
    Json,
    KnowledgeGraph,
    Measures,
    Mention,
    Relation,
    RelationKind,
    Telling,
)
from graph.resolution.identities import Identities
from graph.resolution.readings import DocumentReading
from graph.resolution.user_word import stated_projects
from graph.vocabulary import load_vocabularies


def assemble(readings: Sequence[DocumentReading], identities: Identities, corrections: Corrections) -> KnowledgeGraph:
    """Return the graph of all readings; nodes and edges are added in order of id, so that equal input gives equal graphs."""
    documents = {reading.document.id: reading.document for reading in sorted(readings, key=lambda r: r.document.id)}
    renamed = {old: new for old, new, _ in corrections.rename}
    retyped = {entity_id: kind for entity_id, kind, _ in corrections.retype}
    hidden = {rule.entity_id for rule in corrections.hide if rule.entity_id}
    terms = load_vocabularies(corrections.terms).terms
    places: dict[str, list[tuple[Mention, str]]] = {}
    for reading in readings:
        for mention in reading.mentions:
            entity_id = identities.ids.get((reading.document.id, mention.identity))
            if entity_id is not None and entity_id not in hidden:
                places.setdefault(entity_id, []).append((mention, reading.document.id))
    nxg: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity_id in sorted(places):
        mentions = [mention for mention, _ in places[entity_id]]
        entity = _entity(entity_id, mentions, identities, documents, renamed, retyped, terms.get(entity_id))
        nxg.add_node(entity_id, entity=entity)
    for document in documents.values():
        nxg.add_node(f"document:{document.id}", entity=_document_entity(document, corrections))
    for relation in _relations(
        readings, identities, documents, nxg, stated_projects(readings, identities.ids, corrections)
    ):
        nxg.add_edge(relation.source_id, relation.target_id, key=str(relation.kind), relation=relation)
    return KnowledgeGraph(nxg, documents, _tellings(readings, identities, nxg))


def _evidence(document: Document, span: Span, rule: str) -> Evidence:
    quote = document.quote(span)
    assert quote and len(quote) == len(span), f"{document.id}: no words at {span.start}-{span.end}"
    return Evidence(span, quote, rule)


# ---------------------------------------------------------------- entities


def _misspells(alias: str, name: str) -> bool:
    """Return whether `alias` is a slip of `name` that the reader understands but nobody calls it by: "Kubernets"."""
    written, meant = (re.sub(r"[\W_]", "", text).casefold() for text in (alias, name))
    alike = written != meant and abs(len(written) - len(meant)) < 2 and len(meant) > 5
    return alike and written.isalpha() and OSA.distance(written, meant) <= 2


def _entity(
    entity_id: str,
    mentions: Sequence[Mention],
    identities: Identities,
    documents: Mapping[str, Document],
    renamed: Mapping[str, str],
    retyped: Mapping[str, EntityKind],
    term: Term | None,
) -> Entity:
    ranked = sorted(mentions, key=lambda m: (-m.confidence, m.span))
    best = ranked[0]
    kind = retyped.get(entity_id, best.kind)
    name = renamed.get(entity_id) or identities.names.get(entity_id) or _common_name(ranked)
    seen: dict[Span, Evidence] = {}
    for mention in ranked:
        seen.setdefault(mention.span, _evidence(documents[mention.span.document_id], mention.span, mention.rule))
    measured = min((m for m in ranked if m.measure is not None), key=_telling_of_figure, default=None)
    if measured is not None and entity_id not in renamed:
        name = measured.name
    others = {m.name for m in mentions} | {
        _one_line(m.text)
        for m in mentions
        if kind in (EntityKind.TECHNOLOGY, EntityKind.EMPLOYER, EntityKind.INSTITUTION, EntityKind.PROJECT)
        and len(m.text) <= 90
    }
    if term is not None and kind in (EntityKind.TECHNOLOGY, EntityKind.PRACTICE):
        # By the vocabulary's other names too: "k8s" finds what every document calls Kubernetes.
        others |= {alias for alias in (*term.aliases, *term.plain) if not _misspells(alias, term.name)}
    distinct: dict[str, str] = {}
    for alias in sorted(others):
        if alias.casefold() != name.casefold():
            distinct.setdefault(alias.casefold(), alias)
    aliases = tuple(sorted(distinct.values()))
    return Entity(
        id=entity_id,
        kind=kind,
        name=name,
        evidence=tuple(seen.values()),
        aliases=aliases,
        attributes=_attributes(kind, ranked, mentions),
        measure=None if measured is None else measured.measure,
        period=next((m.period for m in ranked if m.period is not None), None),
        confidence=round(max(m.confidence for m in mentions), 3),
        merges=identities.merges.get(entity_id, ()),
    )


def _telling_of_figure(mention: Mention) -> tuple[bool, bool, float]:
    """Return how well a mention tells its figure, best first: with the value before, as a result, well labelled."""
    measure = mention.measure
    assert measure is not None
    return (measure.before is None, measure.measures is Measures.BASELINE, -label_quality(measure.label))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _common_name(ranked: Sequence[Mention]) -> str:
    """Return the spelling used most, the earliest of equals."""
    counts: dict[str, int] = {}
    for mention in ranked:
        counts[mention.name] = counts.get(mention.name, 0) + 1
    return max(counts, key=lambda name: (counts[name], -list(counts).index(name)))


def _attributes(kind: EntityKind, ranked: Sequence[Mention], mentions: Sequence[Mention]) -> dict[str, Json]:
    merged: dict[str, Json] = {}
    for mention in ranked:
        for key, value in mention.attributes.items():
            if value not in (None, "", []) and key != "joined":
                merged.setdefault(key, value)
    if kind is EntityKind.INSTITUTION:
        merged["degrees"] = _degrees(mentions)
    return dict(sorted(merged.items()))


def _degrees(mentions: Sequence[Mention]) -> list[Json]:
    """Return all degrees of an institution, each once, `said` telling every place that names it."""
    degrees: list[dict[str, Json]] = []
    for mention in sorted(mentions, key=lambda m: m.span):
        listed = mention.attributes.get("degrees")
        for degree in listed if isinstance(listed, list) else []:
            if not isinstance(degree, dict):
                continue
            same = next((other for other in degrees if _is_same_degree(degree, other)), None)
            if same is None:
                degrees.append(dict(degree))
            else:
                same["said"] = [*_listed(same.get("said")), *_listed(degree.get("said"))]
    return list(degrees)


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _is_same_degree(one: Mapping[str, Json], other: Mapping[str, Json]) -> bool:
    """Return whether two tellings are of one degree, whatever each calls it ("BSc"): qualification, field and dates agree."""
    keys = ("qualification", "field", "start", "end")
    return all(one.get(key) == other.get(key) for key in keys)


def _document_entity(document: Document, corrections: Corrections) -> Entity:
    block = next((b for b in document.blocks if len(b.span)), None)
    span = block.span if block is not None else document.span(0, min(len(document.text), 80))
    fictional = document.metadata.get("fictional", "").casefold() in ("true", "yes", "1") or corrections.is_fictional(
        document.id
    )
    facts: dict[str, Json] = {
        "fictional": fictional,
        "lines": document.line_of(max(0, len(document.text) - 1)),
        "media_type": document.media_type,
        "title": document.title,
    }
    return Entity(
        f"document:{document.id}",
        EntityKind.DOCUMENT,
        document.title or document.id,
        (_evidence(document, span, "document"),),
        (document.id,),
        facts,
    )


# ---------------------------------------------------------------- relations


def _relations(
    readings: Sequence[DocumentReading],
    identities: Identities,
    documents: Mapping[str, Document],
    nxg: nx.MultiDiGraph[str],
    stated: Mapping[str, tuple[str, Span]],
) -> list[Relation]:
    found: dict[tuple[str, str, str], dict[Span, Evidence]] = {}
    confidence: dict[tuple[str, str, str], float] = {}
    periods: dict[tuple[str, str, str], DateRange] = {}
    for reading in sorted(readings, key=lambda r: r.document.id):
        document_id = reading.document.id
        for relation in reading.relations:
            ends = [identities.ids.get((document_id, end)) for end in (relation.source, relation.target)]
            if None in ends or not _allowed(nxg, str(ends[0]), relation.kind, str(ends[1])):
                continue
            key = (str(ends[0]), str(relation.kind), str(ends[1]))
            found.setdefault(key, {}).setdefault(
                relation.span, _evidence(documents[document_id], relation.span, relation.rule)
            )
            confidence[key] = max(confidence.get(key, 0.0), relation.confidence)
            if relation.period is not None:
                periods.setdefault(key, relation.period)
        for mention in reading.mentions:
            entity_id = identities.ids.get((document_id, mention.identity))
            if entity_id is None or entity_id not in nxg:
                continue
            key = (entity_id, str(RelationKind.MENTIONED_IN), f"document:{document_id}")
            found.setdefault(key, {}).setdefault(
                mention.span, _evidence(documents[document_id], mention.span, mention.rule)
            )
            confidence[key] = max(confidence.get(key, 0.0), round(mention.confidence, 3))
    for outcome_id, (project_id, span) in stated.items():
        if not _allowed(nxg, project_id, RelationKind.ACHIEVED, outcome_id):
            continue
        for key in [key for key in found if key[1:] == (str(RelationKind.ACHIEVED), outcome_id)]:
            del found[key]
        key = (project_id, str(RelationKind.ACHIEVED), outcome_id)
        found[key] = {span: _evidence(documents[span.document_id], span, "user")}
        confidence[key] = 1.0
    return [
        Relation(
            source,
            target,
            RelationKind(kind),
            tuple(found[source, kind, target].values()),
            confidence[source, kind, target],
            periods.get((source, kind, target)),
        )
        for source, kind, target in sorted(found)
    ]


def _allowed(nxg: nx.MultiDiGraph[str], source: str, kind: RelationKind, target: str) -> bool:
    if source not in nxg or target not in nxg or source == target:
        return False
    sources, goal = RELATION_ENDS[kind]
    return nxg.nodes[source]["entity"].kind in sources and nxg.nodes[target]["entity"].kind is goal


def _tellings(
    readings: Sequence[DocumentReading], identities: Identities, nxg: nx.MultiDiGraph[str]
) -> dict[str, tuple[Telling, ...]]:
    found: dict[str, list[Telling]] = {}
    for reading in sorted(readings, key=lambda r: r.document.id):
        for mention in reading.of(EntityKind.PROJECT):
            entity_id = identities.ids.get((reading.document.id, mention.identity))
            if mention.extent is not None and entity_id is not None and entity_id in nxg:
                found.setdefault(entity_id, []).append(Telling(entity_id, mention.extent, dict(mention.parts)))
    return {key: tuple(sorted(tellings, key=lambda t: t.span)) for key, tellings in sorted(found.items())}
