"""The JSON of one file that other programs rely on: what `extract` found in it, with offsets, numbers and order."""

from __future__ import annotations

import json

import pytest

from graph.documents import Document, Span
from graph.model import EntityKind, Measure, Mention, MentionRelation, RelationKind
from graph.resolution.readings import DocumentReading
from tests.graph_builder import document_of
from webapp.json_shapes import extract_json


def mention(document: Document, kind: EntityKind, key: str, text: str, name: str = "", **facts: object) -> Mention:
    start = document.text.index(text)
    span = Span(document.id, start, start + len(text))
    confidence = float(str(facts.pop("confidence", 0.9)))
    return Mention(kind, key, name or text, text, span, "by-hand", confidence, **facts)


@pytest.fixture
def reading() -> DocumentReading:
    """A résumé with one employer, two holdings and a range."""
    text = (
        "Ada Quill\nQuillmoor Labs Ltd\nLead, 2019-2021\nEngineer, 2017-2019\nMade Kafka reads 10-15x faster, Quillmoor"
    )
    document = document_of("resume.txt", text)
    lead = {"title": "Lead", "employer": "quillmoor", "start": "2019", "end": "2021"}
    engineer = {"title": "Engineer", "employer": "quillmoor", "start": "2017", "end": "2019"}
    measure = Measure("10-15x", "ratio", "ratio", low=10.0, high=15.0, comparator="range", label="reads")
    found = [
        mention(document, EntityKind.OUTCOME, "reads", "10-15x", measure=measure),
        mention(document, EntityKind.TECHNOLOGY, "kafka", "Kafka", "Apache Kafka"),
        mention(document, EntityKind.EMPLOYER, "quillmoor", "Quillmoor Labs Ltd", "Quillmoor Labs"),
        Mention(
            EntityKind.EMPLOYER, "quillmoor", "Quillmoor", "Quillmoor", Span("resume.txt", 97, 106), "by-hand", 0.5
        ),
        mention(document, EntityKind.ROLE, "lead", "Lead", attributes=lead),
        mention(document, EntityKind.ROLE, "engineer", "Engineer", attributes=engineer),
        mention(document, EntityKind.PERSON, "author", "Ada Quill", attributes={"headline": "Engineer"}),
    ]
    author, employer = found[-1].identity, found[2].identity
    stated = [
        MentionRelation(author, RelationKind.WORKS_AT, employer, Span("resume.txt", 97, 106), "by-hand", 0.5),
        MentionRelation(author, RelationKind.WORKS_AT, employer, Span("resume.txt", 10, 28), "by-hand", 0.9),
    ]
    stated.sort(key=lambda relation: relation.span)
    return DocumentReading(document, (), tuple(found), tuple(stated))


def test_entities_are_numbered_by_their_first_mention(reading: DocumentReading) -> None:
    entities = extract_json(reading, "some/resume.txt")["entities"]

    assert [(e["id"], e["type"], e["name"]) for e in entities] == [
        ("e1", "person", "Ada Quill"),
        ("e2", "employer", "Quillmoor Labs"),
        ("e3", "role", "Lead"),
        ("e4", "role", "Engineer"),
        ("e5", "technology", "Apache Kafka"),
        ("e6", "outcome", "10-15x"),
    ]


def test_mentions_are_the_text_at_their_span(reading: DocumentReading) -> None:
    shape = extract_json(reading, "resume.txt", with_text=True)

    text = str(shape["text"])
    mentions = [m for entity in shape["entities"] for m in entity["mentions"]]
    assert len(mentions) == 7
    assert all(text[m["start"] : m["end"]] == m["text"] for m in mentions)


def test_an_employer_lists_the_roles_held_there(reading: DocumentReading) -> None:
    employer = extract_json(reading, "resume.txt")["entities"][1]

    assert employer["attributes"]["employments"] == [
        {"title": "Lead", "start": "2019", "end": "2021"},
        {"title": "Engineer", "start": "2017", "end": "2019"},
    ]


def test_a_role_names_its_employer(reading: DocumentReading) -> None:
    role = extract_json(reading, "resume.txt")["entities"][2]

    assert role["attributes"] == {"employer": "Quillmoor Labs", "end": "2021", "start": "2019", "title": "Lead"}


def test_a_range_is_a_pair_of_whole_numbers(reading: DocumentReading) -> None:
    outcome = extract_json(reading, "resume.txt")["entities"][5]

    assert json.dumps(outcome["attributes"]["value"]) == "[10, 15]"
    assert outcome["attributes"]["comparator"] == "range"


def test_a_relation_stated_twice_is_listed_once_with_its_first_place(reading: DocumentReading) -> None:
    assert extract_json(reading, "resume.txt")["relations"] == [
        {"source": "e1", "type": "works_at", "target": "e2", "evidence": {"start": 10, "end": 28}}
    ]


def test_the_text_comes_only_when_asked_for(reading: DocumentReading) -> None:
    plain, full = extract_json(reading, "a/resume.txt"), extract_json(reading, "a/resume.txt", with_text=True)

    assert list(plain) == ["document", "text_sha256", "entities", "relations"]
    assert plain["document"] == "a/resume.txt"
    assert full["text"] == reading.document.text
