"""The JSON that other programs rely on, of searches, the graph and what `check` finds: keys, offsets, numbers, order."""

from __future__ import annotations

import json

import pytest

from graph.documents import Span
from graph.finding import Finding, Paste
from graph.model import DateRange, KnowledgeGraph, Measure, PartialDate, Telling
from graph.queries import paths
from index.results import EntityRef, Facet, FacetValue, Hit, Interpretation, SearchResponse, Why
from tests.graph_builder import document_of, entity_of, graph_of, proof, relation_of
from webapp.commands.terminal import json_text
from webapp.json_shapes import check_json, entity_json, graph_json, path_json, search_json

TEXT = "Ada Quill\n\nQueue rewrite\nMoved billing to Kafka and cut delays by 97%."


@pytest.fixture
def kg() -> KnowledgeGraph:
    """Ada's queue rewrite: a person, a project, a technology, an outcome."""
    document = document_of("notes/ada quill.md", TEXT)
    ada = entity_of("person:ada-quill", "Ada Quill", proof(document, "Ada Quill"), attributes={"named": True})
    project = entity_of("project:queue", "Queue rewrite", proof(document, "Queue rewrite"))
    kafka = entity_of("technology:kafka", "Apache Kafka", proof(document, "Kafka"), aliases=("Kafka",))
    measure = Measure("97%", "percent", "share", 97.0, direction="decrease", label="delays")
    outcome = entity_of("outcome:delays", "delays", proof(document, "97%"), measure=measure)
    period = DateRange(PartialDate(2019, 3), is_current=True)
    sentence = proof(document, "Moved billing to Kafka")
    relations = [
        relation_of(ada.id, "worked_on", project.id, proof(document, "Ada Quill"), period=period),
        relation_of(project.id, "uses", kafka.id, sentence, confidence=0.9),
        relation_of(project.id, "achieved", outcome.id, proof(document, "97%")),
    ]
    span = Span(document.id, 11, len(TEXT))
    parts = {"result": (Span(document.id, 50, 70),), "action": (Span(document.id, 25, 47),)}
    telling = Telling(project.id, span, parts)
    return graph_of([document], [ada, project, kafka, outcome], relations, {project.id: (telling,)})


# ---------------------------------------------------------------- search


def test_a_search_has_exactly_the_keys_that_programs_rely_on(kg: KnowledgeGraph) -> None:
    span = Span("notes/ada quill.md", 11, 24)
    hit = Hit(
        id="p1",
        type="story",
        title="Queue rewrite",
        score=2.5,
        span=span,
        text="Queue rewrite",
        pieces=(("Queue", True), (" rewrite", False)),
        story="project:queue",
        also=(Span("b.md", 0, 5),),
        entities=(EntityRef("technology:kafka", "technology", "Apache Kafka", "Kafka"),),
        why=(Why("title", "queue", "word", 3.0),),
    )
    response = SearchResponse(
        query="queue k8s",
        interpretation=(Interpretation("queue", "word", "text", "queue"),),
        total=1,
        took_ms=1.23456,
        suggestion=None,
        hits=(hit,),
        entities=(EntityRef("technology:kafka", "technology", "Apache Kafka", "Kafka"),),
        facets=(Facet("type", "Kind", (FacetValue("story", "Stories", 1, True),)),),
    )

    assert search_json(response, kg) == {
        "query": "queue k8s",
        "interpretation": [
            {"text": "queue", "as": "word", "field": "text", "value": "queue", "alias": None, "weight": 1.0}
        ],
        "total": 1,
        "took_ms": 1.235,
        "suggestion": None,
        "hits": [
            {
                "id": "p1",
                "type": "story",
                "title": "Queue rewrite",
                "score": 2.5,
                "document": "notes/ada quill.md",
                "start": 11,
                "end": 24,
                "text": "Queue rewrite",
                "url": "/document/notes/ada%20quill.md?at=11-24#c11-24",
                "story": "project:queue",
                "also": [{"document": "b.md", "start": 0, "end": 5}],
                "entities": [{"id": "technology:kafka", "type": "technology", "name": "Apache Kafka"}],
                "why": [{"field": "title", "term": "queue", "matched_by": "word", "weight": 3.0}],
            }
        ],
        "entities": [
            {
                "id": "technology:kafka",
                "type": "technology",
                "name": "Apache Kafka",
                "alias": "Kafka",
                "url": "/entity/technology:kafka",
            }
        ],
        "facets": {"type": [{"value": "story", "label": "Stories", "count": 1}]},
    }


# ---------------------------------------------------------------- entity, path


def test_an_entity_has_its_evidence_with_line_and_quote(kg: KnowledgeGraph) -> None:
    shape = entity_json(kg, "technology:kafka")

    assert list(shape) == ["id", "type", "name", "aliases", "attributes", "evidence", "relations"]
    assert shape["aliases"] == ["Kafka"]
    assert shape["evidence"] == [
        {"document": "notes/ada quill.md", "line": 4, "start": 42, "end": 47, "quote": "Kafka", "rule": "by-hand"}
    ]


def test_an_entity_has_its_relations_in_both_directions(kg: KnowledgeGraph) -> None:
    relations = entity_json(kg, "project:queue")["relations"]

    assert [(r["type"], r["direction"], r["other"]["name"]) for r in relations] == [
        ("achieved", "out", "delays"),
        ("uses", "out", "Apache Kafka"),
        ("worked_on", "in", "Ada Quill"),
    ]
    assert relations[2] == {
        "type": "worked_on",
        "direction": "in",
        "other": {"id": "person:ada-quill", "type": "person", "name": "Ada Quill"},
        "period": {"start": "2019-03", "end": "present"},
        "confidence": 1.0,
        "evidence": [
            {
                "document": "notes/ada quill.md",
                "line": 1,
                "start": 0,
                "end": 9,
                "quote": "Ada Quill",
                "rule": "by-hand",
            }
        ],
    }


def test_an_outcome_has_its_figure_among_its_attributes(kg: KnowledgeGraph) -> None:
    assert entity_json(kg, "outcome:delays")["attributes"] == {
        "label": "delays",
        "value": 97,
        "unit": "percent",
        "comparator": "=",
        "direction": "decrease",
        "before": None,
        "after": None,
        "period": None,
        "measures": "result",
    }


def test_an_unknown_entity_is_a_key_error(kg: KnowledgeGraph) -> None:
    with pytest.raises(KeyError):
        entity_json(kg, "technology:none")


def test_evidence_outside_the_documents_has_no_line() -> None:
    settings = document_of("careergraph.yaml", "authors: Ada")
    kg = graph_of([], [entity_of("person:ada", "Ada", proof(settings, "Ada", "user"))])

    (proved,) = entity_json(kg, "person:ada")["evidence"]

    assert proved["line"] is None


def test_a_path_lists_hops_as_the_relations_point(kg: KnowledgeGraph) -> None:
    shape = path_json(kg, paths(kg, "technology:kafka", "person:ada-quill"))

    (path,) = shape["paths"]
    assert [(hop["source"], hop["type"], hop["target"]) for hop in path] == [
        ("project:queue", "uses", "technology:kafka"),
        ("person:ada-quill", "worked_on", "project:queue"),
    ]
    assert path[0]["evidence"][0]["quote"] == "Moved billing to Kafka"


# ---------------------------------------------------------------- check


def test_findings_are_listed_and_counted_by_code() -> None:
    found = [
        Finding("same-name", "two", "a.md", 1, 0, 3, "say so", (Paste("if it is so", "hide: []"),)),
        Finding("skipped-file", "one", "b.bin"),
    ]

    assert check_json(found) == {
        "findings": [
            {
                "code": "same-name",
                "message": "two",
                "document": "a.md",
                "line": 1,
                "start": 0,
                "end": 3,
                "remedy": "say so",
                "paste": [{"when": "if it is so", "lines": "hide: []"}],
            },
            {
                "code": "skipped-file",
                "message": "one",
                "document": "b.bin",
                "line": None,
                "start": None,
                "end": None,
                "remedy": "",
                "paste": [],
            },
        ],
        "counts": {"same-name": 1, "skipped-file": 1},
    }


# ---------------------------------------------------------------- export


def test_an_export_holds_documents_entities_relations_and_stories(kg: KnowledgeGraph) -> None:
    shape = graph_json(kg)

    assert list(shape) == ["format", "version", "documents", "entities", "relations", "stories"]
    assert [e["id"] for e in shape["entities"]] == sorted(kg.nx.nodes)
    assert len(shape["relations"]) == 3
    (told,) = shape["stories"]
    assert list(told["parts"]) == ["action", "result"]


def test_json_text_writes_all_languages_and_survives_lone_surrogates() -> None:
    assert json_text({"name": "Żółć"}) == '{\n  "name": "Żółć"\n}\n'
    assert json.loads(json_text({"name": "\ud800"})) == {"name": "\ud800"}
