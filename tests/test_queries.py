"""Questions to the graph: neighbours, projects, co-occurrence, matrix, surroundings, paths, names."""

from __future__ import annotations

import pytest

from graph.model import EntityKind, KnowledgeGraph, RelationKind
from graph.queries import cooccurring, find_by_name, neighbours, others, paths, projects_of, relations_there
from graph.steps import name_order, steps_of
from tests.graph_builder import document_of, entity_of, graph_of, proof, relation_of

TEXT = "Mara and Jonas built the ledger and the tracker with Kafka, Python and Redis; the kiln with Python. Saved 40%."


@pytest.fixture
def small() -> KnowledgeGraph:
    """Two people, three projects: ledger (Kafka, Python), tracker (Kafka, Python, Redis), kiln (Python)."""
    document = document_of("a.md", TEXT)

    def one(entity_id: str, name: str, quote: str | None = None, **facts: object) -> object:
        return entity_of(entity_id, name, proof(document, quote or name), **facts)

    entities = [
        one("person:mara", "Mara"), one("person:jonas", "Jonas"),
        one("project:ledger", "ledger"), one("project:tracker", "tracker"), one("project:kiln", "kiln"),
        one("technology:kafka", "Kafka", aliases=("Apache Kafka",)), one("technology:python", "Python"), one("technology:redis", "Redis"),
        one("outcome:saved", "Saved", "40%"), one("employer:lone", "Lone", "Saved"),
        one("document:a.md", "a.md", "Mara"),
    ]  # fmt: skip
    edges = [
        ("person:mara", "worked_on", "project:ledger"), ("person:jonas", "worked_on", "project:tracker"),
        ("person:jonas", "worked_on", "project:kiln"),
        ("project:ledger", "uses", "technology:kafka"), ("project:ledger", "uses", "technology:python"),
        ("project:tracker", "uses", "technology:kafka"), ("project:tracker", "uses", "technology:python"),
        ("project:tracker", "uses", "technology:redis"), ("project:kiln", "uses", "technology:python"),
        ("project:ledger", "achieved", "outcome:saved"),
        ("person:mara", "mentioned_in", "document:a.md"), ("person:jonas", "mentioned_in", "document:a.md"),
    ]  # fmt: skip
    return graph_of([document], entities, [relation_of(*edge, proof(document, "built")) for edge in edges])  # type: ignore[arg-type]


def routes(found: list[list[object]]) -> list[list[tuple[str, str]]]:
    return [[(r.source_id, r.target_id) for r in route] for route in found]  # type: ignore[attr-defined]


def test_neighbours_are_seen_from_both_ends(small: KnowledgeGraph) -> None:
    assert [(n.relation.kind, n.direction, n.other.id) for n in neighbours(small, "project:ledger")] == [
        ("achieved", "out", "outcome:saved"),
        ("uses", "out", "technology:kafka"),
        ("uses", "out", "technology:python"),
        ("worked_on", "in", "person:mara"),
    ]


def test_neighbours_may_be_of_one_kind(small: KnowledgeGraph) -> None:
    assert [n.other.id for n in neighbours(small, "project:ledger", RelationKind.ACHIEVED)] == ["outcome:saved"]


def test_the_relations_there_are_those_that_neighbours_finds(small: KnowledgeGraph) -> None:
    for entity in small.entities():
        found = {(n.relation.kind, n.direction) for n in neighbours(small, entity.id)}
        assert relations_there(small, entity.id) == found, entity.id


def test_steps_lead_where_others_are_with_the_number_of_places(small: KnowledgeGraph) -> None:
    for entity in small.entities():
        for kind in RelationKind:
            for direction in ("out", "in"):
                steps = steps_of(small, kind, direction).get(entity.id, ())
                assert {key for key, _ in steps} == {e.id for e in others(small, entity.id, kind, direction)}
                assert all(places == 1 for _, places in steps)


def test_names_are_ordered_case_aside(small: KnowledgeGraph) -> None:
    order = name_order(small)

    assert order["technology:kafka"] < order["project:kiln"] < order["project:ledger"] < order["technology:redis"]
    assert sorted(order.values()) == list(range(len(order)))


def test_others_are_those_at_the_asked_end_by_name(small: KnowledgeGraph) -> None:
    assert [e.name for e in others(small, "technology:python", RelationKind.USES, "in")] == [
        "kiln",
        "ledger",
        "tracker",
    ]
    assert others(small, "technology:python", RelationKind.USES, "out") == []


def test_an_unknown_id_is_a_key_error(small: KnowledgeGraph) -> None:
    for ask in (neighbours, projects_of):
        with pytest.raises(KeyError):
            ask(small, "project:none")


def test_the_projects_of_a_project_are_itself(small: KnowledgeGraph) -> None:
    assert [e.id for e in projects_of(small, "project:kiln")] == ["project:kiln"]
    assert [e.id for e in projects_of(small, "technology:kafka")] == ["project:ledger", "project:tracker"]


def test_what_shares_projects_is_counted_most_first(small: KnowledgeGraph) -> None:
    found = cooccurring(small, "technology:kafka", EntityKind.TECHNOLOGY)

    assert [(e.id, count) for e, count in found] == [("technology:python", 2), ("technology:redis", 1)]


def test_a_path_goes_through_the_telling_thing_first(small: KnowledgeGraph) -> None:
    found = paths(small, "project:ledger", "project:tracker")

    # Kafka ties two projects, Python three.
    assert routes(found)[0] == [("project:ledger", "technology:kafka"), ("project:tracker", "technology:kafka")]  # type: ignore[arg-type]
    assert routes(found)[1] == [("project:ledger", "technology:python"), ("project:tracker", "technology:python")]  # type: ignore[arg-type]


def test_documents_are_no_stepping_stones(small: KnowledgeGraph) -> None:
    for route in paths(small, "person:mara", "person:jonas"):
        assert not any(r.kind is RelationKind.MENTIONED_IN for r in route)


def test_paths_keep_to_their_limits(small: KnowledgeGraph) -> None:
    assert len(paths(small, "project:ledger", "project:tracker", limit=1)) == 1
    assert paths(small, "person:mara", "person:jonas", max_hops=3) == []


def test_there_is_no_path_to_oneself_or_to_what_nothing_ties(small: KnowledgeGraph) -> None:
    assert paths(small, "person:mara", "person:mara") == []
    assert paths(small, "person:mara", "employer:lone") == []


def test_a_path_from_nowhere_is_a_key_error(small: KnowledgeGraph) -> None:
    with pytest.raises(KeyError):
        paths(small, "person:mara", "person:none")


@pytest.mark.parametrize("words", ["technology:kafka", "kafka", "KAFKA", " apache kafka "])
def test_a_thing_is_found_by_id_name_or_alias(words: str, small: KnowledgeGraph) -> None:
    assert [e.id for e in find_by_name(small, words)] == ["technology:kafka"]


def test_a_part_of_a_name_is_no_name(small: KnowledgeGraph) -> None:
    assert find_by_name(small, "kaf") == []


# ---------------------------------------------------------------- on the whole corpus


def test_every_path_joins_its_ends(kg: KnowledgeGraph) -> None:
    technologies = [e.id for e in kg.entities(EntityKind.TECHNOLOGY)][:6]

    found = [(a, b, route) for a in technologies for b in technologies if a < b for route in paths(kg, a, b)]

    assert found
    for start, goal, route in found:
        here = start
        for relation in route:
            assert here in (relation.source_id, relation.target_id)
            here = relation.target_id if here == relation.source_id else relation.source_id
        assert here == goal
