"""Exports read back by parsers that others wrote: everything that the graph holds is there, with the words behind it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner

from graph.model import EntityKind, KnowledgeGraph, RelationKind
from graph.pipeline import interpret
from graph.queries import others
from graph.readers import reader_for
from tests.small_graph import SmallGraph
from webapp.cli import cli
from webapp.commands.export import FORMATS, PERSON_FORMATS
from webapp.exports.facts_csv import HEAD
from webapp.exports.graphml import write_graphml
from webapp.exports.json_ld import CONTEXT, iri

ILSE = "person:ilse-varnquist"


def export(store: Path, *arguments: str) -> str:
    done = CliRunner().invoke(cli, ["export", *arguments, "--store", str(store)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_graphml_read_by_networkx_is_the_graph_with_its_evidence(store: Path, kg: KnowledgeGraph) -> None:
    net = nx.parse_graphml(export(store, "--format", "graphml"), force_multigraph=True)

    assert set(net.nodes) == {entity.id for entity in kg.entities()}
    assert {(s, t, k) for s, t, k in net.edges(keys=True)} == {
        (r.source_id, r.target_id, r.kind.value) for r in kg.relations()
    }
    for entity in kg.entities():
        node = net.nodes[entity.id]
        assert (node["name"], node["type"]) == (entity.name, entity.kind.value)
        assert [e["quote"] for e in json.loads(node["evidence"])] == [e.quote for e in entity.evidence]
    for relation in kg.relations():
        edge = net.edges[relation.source_id, relation.target_id, relation.kind.value]
        assert [e["start"] for e in json.loads(edge["evidence"])] == [e.span.start for e in relation.evidence]


def test_graphml_holds_no_character_that_xml_can_not() -> None:
    small = SmallGraph()
    small.document("a.md", "# A\nWrote \x0bKafka\x00 notes.\n")
    small.entity("technology:kafka", "\x0bKafka\x00", "\x0bKafka\x00")

    net = nx.parse_graphml(write_graphml(small.build().kg))

    assert net.nodes["technology:kafka"]["name"] == "\ufffdKafka\ufffd"


def test_csv_has_a_row_for_each_place_of_each_fact(store: Path, kg: KnowledgeGraph) -> None:
    rows = list(csv.DictReader(io.StringIO(export(store, "--format", "csv"))))
    named = [row for row in rows if not row["relation"]]
    tied = [row for row in rows if row["relation"]]

    assert tuple(rows[0]) == HEAD
    assert len(named) == sum(len(entity.evidence) for entity in kg.entities())
    assert len(tied) == sum(len(relation.evidence) for relation in kg.relations())
    assert {row["relation"] for row in tied} <= set(RelationKind)
    for row in rows:
        text = kg.documents[row["document"]].text[int(row["start"]) : int(row["end"])]
        assert row["quote"].removeprefix("'").replace("\r\n", "\n") == text.replace("\r\n", "\n")
        assert not row["quote"].startswith(("=", "+", "@", "-"))
    money = next(row for row in named if row["unit"].startswith("USD"))
    assert float(money["value"]) > 0


def test_json_ld_points_to_nothing_that_is_not_there(store: Path, kg: KnowledgeGraph) -> None:
    found = json.loads(export(store, "--format", "jsonld"))
    nodes = {node["@id"]: node for node in found["@graph"] if "@id" in node}
    statements = [node for node in found["@graph"] if node.get("@type") == "rdf:Statement"]

    assert set(nodes) == {iri(entity.id) for entity in kg.entities()}
    assert len(statements) == sum(1 for _ in kg.relations())
    for statement in statements:
        subject, thing = statement["rdf:subject"]["@id"], statement["rdf:object"]
        assert thing["@id"] in nodes
        assert thing in nodes[subject][statement["rdf:predicate"]["@id"]]
        place, words = statement["evidence"][0]["oa:hasSelector"]
        text = kg.documents[statement["evidence"][0]["oa:hasSource"]].text
        assert text[place["oa:start"] : place["oa:end"]] == words["oa:exact"]
    for word in {word for node in found["@graph"] for word in node if not word.startswith("@")}:
        assert word.partition(":")[0] in CONTEXT, word


def test_a_json_resume_tells_a_career_with_the_words_behind_it(store: Path, kg: KnowledgeGraph) -> None:
    found = json.loads(export(store, "--format", "jsonresume", "--person", "Ilse Varnquist"))
    employers = {
        e.name for role in others(kg, ILSE, RelationKind.HELD_ROLE, "out")
        for e in others(kg, role.id, RelationKind.AT_EMPLOYER, "out")
    }  # fmt: skip

    assert found["basics"]["name"] == "Ilse Varnquist"
    assert {job["name"] for job in found["work"] if "name" in job} == employers
    assert [p["name"] for p in found["projects"]] and all(p["evidence"] for p in found["projects"])
    assert any("310" in told for project in found["projects"] for told in project["highlights"])
    starts = [job["startDate"] for job in found["work"] if "startDate" in job]
    assert starts == sorted(starts, reverse=True)
    for proof in (
        proof for part in ("work", "education", "projects") for item in found[part] for proof in item["evidence"]
    ):
        assert kg.documents[proof["document"]].text[proof["start"] : proof["end"]] == proof["quote"]


def test_an_exported_json_resume_is_read_back_as_the_same_career(store: Path, kg: KnowledgeGraph) -> None:
    text = export(store, "--format", "jsonresume", "--person", ILSE)
    reading = interpret(reader_for("resume.json").read(text.encode(), "resume.json"))
    found = {(mention.kind, mention.name) for mention in reading.mentions}

    assert (EntityKind.PERSON, "Ilse Varnquist") in found
    for job in json.loads(text)["work"]:
        assert (EntityKind.EMPLOYER, job["name"]) in found


def test_a_resume_of_nobody_in_particular_says_whom_there_is(store: Path) -> None:
    for arguments, said in (
        ([], ILSE), (["--person", "Kafka"], "Kafka is a technology"), (["--person", "Nobody Atall"], "nothing is called"),
    ):  # fmt: skip
        done = CliRunner().invoke(cli, ["export", "--format", "jsonresume", *arguments, "--store", str(store)])
        assert done.exit_code == 1
        assert said in done.output
    done = CliRunner().invoke(cli, ["export", "--format", "csv", "--person", ILSE, "--store", str(store)])
    assert done.exit_code == 2


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_the_same_each_time(kg: KnowledgeGraph, form: str) -> None:
    assert FORMATS[form](kg) == FORMATS[form](kg)


def test_every_person_has_a_resume(kg: KnowledgeGraph) -> None:
    for person in kg.entities(EntityKind.PERSON):
        found: dict[str, Any] = json.loads(PERSON_FORMATS["jsonresume"](kg, person.id))
        assert found["basics"]["name"] == person.name
