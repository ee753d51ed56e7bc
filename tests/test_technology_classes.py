"""A tool found by what kind of tool it is, though the text says only its name: "message queue" finds RabbitMQ."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.errors import VocabularyError
from graph.slugs import slug
from graph.technology_classes import TechnologyClasses, load_technology_classes
from graph.vocabulary import load_vocabularies
from index.analyzers import SEPARATOR, stems
from index.records import make_records
from index.results import Hit, SearchRequest
from index.search import SearchIndex
from tests.small_graph import SmallGraph, cut_lines

LINES = {
    "RabbitMQ": "Tuned RabbitMQ until the orders of Saturday went through.",
    "Lambda": "Resized pictures with Lambda for a few cents a day.",
    "MongoDB": "Kept the invoices in MongoDB.",
    "Redis": "Put Redis before the price list.",
    "UiPath": "Let UiPath type the delivery notes.",
    "Kubernetes": "Moved the depot's programs to Kubernetes.",
    "S3": "Laid the scans down in S3.",
    "Okta": "Gave all depots one door with Okta.",
    "Stripe": "Took the deposits with Stripe.",
    "Tableau": "Drew the lateness of lorries with Tableau.",
    "Jira": "Wrote down each complaint in Jira.",
    "SPSS": "Evaluated the questionnaires in SPSS.",
    "Terraform": "Described the depot's machines with Terraform.",
    "Unity": "Made the forklift trainer with Unity.",
    "Epic": "Entered the doses in Epic.",
}
"""Technology → the one line that names it, in words of which none is the class's."""

QUERIES = {
    "serverless": ("Lambda", "serverless computing"),
    "FaaS": ("Lambda", "serverless computing"),
    "message queue": ("RabbitMQ", "message queue"),
    "message queues": ("RabbitMQ", "message queue"),
    "NoSQL": ("MongoDB", "NoSQL database"),
    "in-memory cache": ("Redis", "in-memory cache"),
    "RPA": ("UiPath", "robotic process automation"),
    "robotic process automation": ("UiPath", "robotic process automation"),
    "container orchestration": ("Kubernetes", "container orchestration"),
    "object storage": ("S3", "object storage"),
    "SSO": ("Okta", "identity provider"),
    "identity provider": ("Okta", "identity provider"),
    "payment gateway": ("Stripe", "payment gateway"),
    "dashboard tool": ("Tableau", "BI tool"),
    "issue tracker": ("Jira", "issue tracker"),
    "statistics software": ("SPSS", "statistics software"),
    "IaC": ("Terraform", "infrastructure as code"),
    "game engine": ("Unity", "game engine"),
    "electronic health records": ("Epic", "electronic health record"),
    "EHR": ("Epic", "electronic health record"),
}
"""Query → the technology whose line it finds first, and the class that the result names."""


def depot() -> SmallGraph:
    """Return the notes of one invented depot, a technology in each line."""
    small = SmallGraph()
    small.document("depot/notes.md", "# The depot\n" + "".join(f"- {line}\n" for line in LINES.values()))
    terms = load_vocabularies().terms
    for name in LINES:
        term = terms[f"technology:{slug(name)}"]
        small.entity(f"technology:{term.id}", name, attributes={"category": term.category})
    return small


@pytest.fixture(scope="module")
def ix(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return depot().search_index(tmp_path_factory.mktemp("buckets"))


@pytest.fixture(scope="module")
def classes() -> TechnologyClasses:
    return load_technology_classes()


def passages(ix: SearchIndex, query: str) -> list[Hit]:
    return [hit for hit in ix.search(SearchRequest(query)).hits if hit.type == "bullet"]


@pytest.mark.parametrize("query", QUERIES)
def test_a_class_finds_the_passage_that_names_a_member(ix: SearchIndex, query: str) -> None:
    technology, named = QUERIES[query]

    first = passages(ix, query)[0]

    assert first.text == LINES[technology]
    assert first.without == ()
    assert f"concept {named}" in {row.matched_by for row in first.why}


@pytest.mark.parametrize("query", ["vector store", "mainframe", "load balancer", "PLC"])
def test_a_class_finds_none_but_its_members(ix: SearchIndex, query: str) -> None:
    assert [hit.text for hit in passages(ix, query) if not hit.without] == []


def test_the_very_words_come_before_a_member_of_the_class(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document(
        "queues.md",
        "# Notes\n"
        "- Ran RabbitMQ and Kafka at the depot.\n"
        "- Ran RabbitMQ at the depot.\n"
        "- Wrote, over one winter and with the help of two colleagues of the other depot, a message queue of our own "
        "that held the orders of a day and lost none of them when the lights went out.\n",
    )
    for name, category in (("RabbitMQ", "message broker"), ("Kafka", "message broker")):
        small.entity(f"technology:{name.lower()}", name, attributes={"category": category})

    found = [hit.text for hit in passages(small.search_index(tmp_path), "message queue")]

    assert found[0].startswith("Wrote, over one winter")
    assert sorted(found[1:]) == ["Ran RabbitMQ and Kafka at the depot.", "Ran RabbitMQ at the depot."]


def test_a_kind_counts_once_and_only_where_the_word_is_not_said(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document(
        "queues.md",
        "# Notes\n- Ran RabbitMQ at the depot.\n- Ran RabbitMQ, Kafka, ActiveMQ at it.\n- Ran a queue, RabbitMQ, by it.\n"
        "- Ran a queue at the depot.\n",
    )
    for name in ("RabbitMQ", "Kafka", "ActiveMQ"):
        small.entity(f"technology:{name.lower()}", name, attributes={"category": "message broker"})

    found = {hit.text: hit for hit in passages(small.search_index(tmp_path), "queue")}

    assert found["Ran RabbitMQ at the depot."].score == found["Ran RabbitMQ, Kafka, ActiveMQ at it."].score
    assert found["Ran a queue, RabbitMQ, by it."].score == found["Ran a queue at the depot."].score
    assert [row.matched_by for row in found["Ran a queue, RabbitMQ, by it."].why] == ["word"]
    assert set(list(found)[:2]) == {"Ran a queue, RabbitMQ, by it.", "Ran a queue at the depot."}


def test_a_class_of_a_category_holds_for_a_users_own_technology(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document("a.md", "# A\n- Kept the invoices in DepotDocs.\n")
    small.entity("technology:depotdocs", "DepotDocs", attributes={"category": "document database"})

    assert [hit.text for hit in passages(small.search_index(tmp_path), "NoSQL")] == ["Kept the invoices in DepotDocs."]


def test_a_practice_is_in_no_class_of_technologies() -> None:
    small = SmallGraph()
    small.document("a.md", "# A\n- Kept to Scrum.\n")
    small.entity("practice:scrum", "Scrum", attributes={"domain": "engineering"})

    records = {record.kind: record for record in make_records(small.build().kg, cut=cut_lines)}

    assert records["bullet"].concepts == records["practice"].concepts == ("engineering",)


def test_the_graph_knows_nothing_of_classes() -> None:
    kg = depot().build().kg
    before = {entity.id: dict(entity.attributes) for entity in kg.entities()}

    records = {record.id: record for record in make_records(kg, cut=cut_lines)}

    assert {entity.id: dict(entity.attributes) for entity in kg.entities()} == before
    stripe = records["technology:stripe"]
    assert any(text.split(SEPARATOR)[0] == "payment gateway" for text in stripe.concepts)
    assert "payment gateway" not in SEPARATOR.join((*stripe.names, stripe.body, *stripe.technology))


# ---------------------------------------------------------------- the vocabulary


def test_a_technology_may_be_in_several_classes(classes: TechnologyClasses) -> None:
    names = {each.name for each in classes.of("technology:redis")}

    assert {"in-memory cache", "NoSQL database"} <= names
    assert classes.of("technology:never-heard-of") == ()


def test_each_member_is_a_technology_and_named_once(classes: TechnologyClasses) -> None:
    known = {term.name for term in load_vocabularies().technologies.terms}

    assert [(each.name, name) for each in classes.classes for name in each.members if name not in known] == []
    assert [each.name for each in classes.classes if len(set(each.members)) != len(each.members)] == []


def test_each_alias_adds_a_word_to_the_name(classes: TechnologyClasses) -> None:
    """Else it would only make the same words count twice."""
    idle = []
    for each in classes.classes:
        known = set(stems(each.name))
        for alias in each.aliases:
            if known.issuperset(stems(alias)):
                idle.append((each.name, alias))
            known.update(stems(alias))

    assert idle == []


GOOD = {"name": "message queue", "members": ["RabbitMQ"], "__line__": 4}


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ({"name": "bus", "members": ["RabbitMQ", "Rabbit MQ Nine"]}, "no technology 'Rabbit MQ Nine' to be in 'bus'"),
        ({"name": "bus", "categories": ["queueing"]}, "no category 'queueing' to be in 'bus'"),
        ({"name": "bus"}, "'bus' has no members"),
        ({"name": "Message queue", "members": ["Kafka"]}, "a second class 'Message queue'"),
        ({"name": "bus", "members": ["Kafka"], "broader": ["x"]}, "unknown key 'broader'"),
        ({"name": "bus", "members": "Kafka"}, "'members' is a list of words"),
        ({"members": ["Kafka"]}, "each class is a mapping with a `name`"),
    ],
    ids=["member", "category", "empty", "twice", "key", "list", "nameless"],
)
def test_a_malformed_class_is_an_error_with_its_line(
    monkeypatch: pytest.MonkeyPatch, entry: dict[str, Any], wrong: str
) -> None:
    broken = [GOOD, entry | {"__line__": 9}]
    monkeypatch.setattr("graph.technology_classes.read_vocabulary_file", lambda name: broken)

    with pytest.raises(VocabularyError, match=rf"technology_classes\.yaml:9: {wrong}"):
        load_technology_classes.__wrapped__()  # what is loaded already stays as it is
