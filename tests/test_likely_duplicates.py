"""The findings of `check` about two things that are probably one: what is named, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import KnowledgeGraph
from tests.found_problems import NOTHING, of_code
from tests.graph_builder import document_of, entity_of, graph_of, proof, relation_of


def pair_of(kind: str, one: str, other: str, *, of_one_person: bool = True) -> KnowledgeGraph:
    """Two things of a kind; projects are of one invented person, or of two."""
    document = document_of("notes.md", f"{one}\n{other}\nAda Quill\nBo Farnley")
    entities = [entity_of(f"{kind}:{n}", name, proof(document, name)) for n, name in enumerate((one, other))]
    relations = []
    if kind == "project":
        people = [entity_of(f"person:{n}", n, proof(document, n)) for n in ("Ada Quill", "Bo Farnley")]
        owners = (0, 0) if of_one_person else (0, 1)
        relations = [
            relation_of(people[owner].id, "worked_on", e.id, e.evidence[0])
            for owner, e in zip(owners, entities, strict=True)
        ]
        entities += people
    return graph_of([document], entities, relations)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        pytest.param("person", "Ada Quillmoor", "A. Quillmoor", id="an initial"),
        pytest.param("person", "Ada Quillmoor", "Ada Maria Quillmoor", id="a middle name"),
        pytest.param("person", "Ada Quillmoor", "Ada Quilmoor", id="a slip"),
        pytest.param("employer", "Weirkeep Ltd", "Weirkeep", id="the form of the firm"),
        pytest.param("employer", "Weir Keep Labs", "Weirkeep Labs", id="a space"),
        pytest.param("institution", "Noordrand College", "Nordrand College", id="an institution"),
        pytest.param("project", "Moving the parcel ledger", "The parcel ledger, moving on", id="a story's words"),
    ],
)
def test_what_is_probably_one_thing_is_found_with_both_ways_to_settle_it(kind: str, one: str, other: str) -> None:
    (finding,) = of_code(pair_of(kind, one, other), "likely-duplicate")

    assert one in finding.message and other in finding.message
    assert [paste.lines.partition(":")[0] for paste in finding.paste] == ["same_as", "keep_apart"]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        pytest.param("person", "Ada Quillmoor", "Bo Quillmoor", id="a family"),
        pytest.param("person", "Ada Quillmoor", "B. Quillmoor", id="another initial"),
        pytest.param("employer", "Weirkeep Labs", "Weirkeep Bank", id="another firm"),
        pytest.param("employer", "Team 11 Partners", "Team 12 Partners", id="numbers"),
        pytest.param("project", "Parcel ledger", "Parcel tracker", id="another story"),
        pytest.param("technology", "Weaver", "Weavers", id="the vocabulary's work"),
    ],
)
def test_what_is_probably_two_things_is_no_finding(kind: str, one: str, other: str) -> None:
    assert of_code(pair_of(kind, one, other), "likely-duplicate") == []


def test_stories_of_two_people_are_no_duplicates() -> None:
    alike = ("project", "Moving the parcel ledger", "The parcel ledger, moving on")

    assert of_code(pair_of(*alike, of_one_person=False), "likely-duplicate") == []


def test_a_pair_that_the_user_keeps_apart_is_no_finding() -> None:
    kept = replace(NOTHING, kept_apart=(("employer:0", "employer:1"),))

    assert of_code(pair_of("employer", "Weirkeep Ltd", "Weirkeep"), "likely-duplicate", kept) == []
