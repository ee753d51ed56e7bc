"""The drawn graph: what lies around a thing, what is hidden, what is not drawn; and the groups of the corpus."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.model import EntityKind, RelationKind
from graph.surroundings import MOST_DRAWN, communities, surroundings
from tests.explore_corpus import client_of, two_people
from tests.small_graph import SmallGraph
from webapp.pictures_net import NetLink, NetNode, draw_net

ROOT = Path(__file__).resolve().parents[1]


# ---------------------------------------------------------------- what lies around


def test_the_surroundings_grow_by_steps() -> None:
    kg = two_people().build().kg

    one = surroundings(kg, "person:bram-orsk", hops=1)
    two = surroundings(kg, "person:bram-orsk", hops=2)

    assert one.hops == {"person:bram-orsk": 0, "project:till-feed": 1}
    assert {key for key, hop in two.hops.items() if hop == 2} == {"technology:kafka", "employer:quillfeather-bank"}
    assert not any(key.startswith("document:") for key in two.hops)


def test_what_a_hidden_kind_stood_between_stays_joined() -> None:
    kg = two_people().build().kg

    found = surroundings(kg, "person:bram-orsk", hops=1, without_kinds=[EntityKind.PROJECT])

    assert set(found.hops) == {"person:bram-orsk", "technology:kafka", "employer:quillfeather-bank"}
    link = next(link for link in found.links if link.far_id == "technology:kafka")
    assert (link.near_id, link.via_id) == ("person:bram-orsk", "project:till-feed")
    assert [relation.kind for relation in link.relations] == [RelationKind.WORKED_ON, RelationKind.USES]


def test_a_relation_that_is_left_out_leads_nowhere() -> None:
    kg = two_people().build().kg

    found = surroundings(kg, "person:tamsin-vey", hops=2, without_relations=[RelationKind.USES])

    assert not any(key.startswith("technology:") for key in found.hops)
    assert "practice:blue-green" in found.hops


def test_a_hidden_kind_does_not_hide_the_centre() -> None:
    kg = two_people().build().kg

    found = surroundings(kg, "project:till-feed", hops=1, without_kinds=[EntityKind.PROJECT])

    assert found.hops["project:till-feed"] == 0 and len(found.hops) == 4


def test_around_a_document_is_what_it_mentions() -> None:
    kg = two_people().build().kg

    found = surroundings(kg, "document:orsk/notes.md", hops=1)

    assert {"person:bram-orsk", "technology:kafka"} <= set(found.hops)
    assert {relation.kind for link in found.links if link.near_id.startswith("document:") for relation in link.relations} == {
        RelationKind.MENTIONED_IN
    }  # fmt: skip


def test_what_falls_to_the_limit_is_named_nearest_first() -> None:
    kg = two_people().build().kg

    found = surroundings(kg, "person:tamsin-vey", hops=3, limit=3)
    whole = surroundings(kg, "person:tamsin-vey", hops=3)

    assert len(found.hops) == 3
    assert [*found.hops, *found.omitted] == list(whole.hops)
    assert all(link.near_id in found.hops and link.far_id in found.hops for link in found.links)


# ---------------------------------------------------------------- groups


def test_what_hangs_together_is_one_group() -> None:
    apart = SmallGraph()
    apart.document("a.md", "# Notes\nAda made Loom with Java. Ben made Till with Rust. Nobody used Perl.\n")
    for key, name in (("person:ada", "Ada"), ("project:loom", "Loom"), ("technology:java", "Java"), ("person:ben", "Ben"),
                      ("project:till", "Till"), ("technology:rust", "Rust"), ("technology:perl", "Perl")):  # fmt: skip
        apart.entity(key, name)
    apart.relation("person:ada", RelationKind.WORKED_ON, "project:loom", "Ada made")
    apart.relation("project:loom", RelationKind.USES, "technology:java", "Java")
    apart.relation("person:ben", RelationKind.WORKED_ON, "project:till", "Ben made")
    apart.relation("project:till", RelationKind.USES, "technology:rust", "Rust")

    assert communities(apart.build().kg) == (
        ("project:loom", "person:ada", "technology:java"),
        ("project:till", "person:ben", "technology:rust"),
    )


def test_a_graph_without_relations_has_no_groups() -> None:
    alone = SmallGraph()
    alone.document("a.md", "# Notes\nKafka.\n")
    alone.entity("technology:kafka", "Kafka")

    assert communities(alone.build().kg) == ()


def test_the_same_graph_gives_the_same_groups_in_another_process(kg: Any, store: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.generations import open_current;"
        "from graph.surroundings import communities; print(communities(open_current(Path(sys.argv[1])).kg))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code, str(store)], cwd=ROOT, check=True, capture_output=True, text=True, timeout=60,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip

    assert said == {f"{communities(kg)}\n"}


def test_the_build_keeps_the_groups(generation: Any, kg: Any) -> None:
    assert generation.communities == communities(kg)
    assert len(generation.communities) > 3


# ---------------------------------------------------------------- picture


def nodes_of(*hops: int) -> list[NetNode]:
    return [NetNode(f"n{n}", "project", "Project", f"Thing {n}", f"/n{n}", hop, n) for n, hop in enumerate(hops)]


def test_columns_stand_apart_and_rows_do_not_touch() -> None:
    nodes = nodes_of(0, *[1] * 20, *[2] * 39)
    links = [NetLink("n0", f"n{n}", "uses", "") for n in range(1, 21)]
    links += [NetLink(f"n{1 + n % 20}", f"n{n}", "uses", "") for n in range(21, 60)]
    net = draw_net(nodes, links, ("the centre", "one step", "two steps"))

    columns: dict[float, list[float]] = {}
    for node in net.nodes:
        columns.setdefault(node.x, []).append(node.y)
    assert len(columns) == 3 and len(net.links) == 59
    for ys in columns.values():
        assert all(b - a >= 24 for a, b in zip(sorted(ys), sorted(ys)[1:], strict=False))
    assert all(n.x > 0 and n.name_x + n.width < net.width + 60 and 0 < n.y < net.height for n in net.nodes)


def test_what_is_linked_more_is_larger() -> None:
    few, many = draw_net(nodes_of(0, 1), [], ("a", "b")).nodes

    assert few.size < many.size


def test_a_thing_with_two_parents_stands_between_them() -> None:
    nodes = nodes_of(0, 1, 1, 2, 2, 2)
    links = [NetLink("n1", "n3", "uses", ""), NetLink("n1", "n4", "uses", ""), NetLink("n2", "n4", "uses", ""),
             NetLink("n2", "n5", "uses", "")]  # fmt: skip
    drawn = {node.url: node.y for node in draw_net(nodes, links, ("a", "b", "c")).nodes}

    assert drawn["/n3"] < drawn["/n4"] < drawn["/n5"]


# ---------------------------------------------------------------- the pages


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The pages of two people who share Kafka."""
    return client_of(two_people(), tmp_path_factory.mktemp("graph"))


def test_picture_and_table_say_the_same(small: Any) -> None:
    page = html.unescape(small.get("/graph/person:tamsin-vey").text)
    drawn = re.findall(r'<a href="(/entity/[^"]+)" class="k-\w+" data-n="\d+"', page)
    told = re.findall(r'<tr><th scope="row">.*?<a href="(/entity/[^"]+)"', page)

    assert sorted(drawn) == sorted([*told, "/entity/person:tamsin-vey"])
    assert len(set(drawn)) == len(drawn) == 8


def test_each_tie_of_the_table_leads_to_its_words(small: Any) -> None:
    rows = small.get("/api/v1/graph/person:bram-orsk").json["rows"]
    kafka = next(row for row in rows if row["ref"]["id"] == "technology:kafka")

    assert [(tie["words"], tie["other"]["name"]) for tie in kafka["ties"]] == [("is used by", "Till feed")]
    assert small.get(kafka["ties"][0]["place"]["url"].partition("#")[0]).status_code == 200
    assert all(row["ties"] for row in rows)


def test_kinds_and_relations_are_switched_off_and_on_by_links(small: Any) -> None:
    address = "/graph/person:tamsin-vey"
    hide = {link["label"]: link["url"] for link in small.get(f"/api/v1{address}").json["hide"]}
    hidden = small.get(f"/api/v1{hide['projects']}").json
    back = {link["label"]: link["url"] for link in hidden["show"]}

    assert hide["projects"] == f"{address}?hide=project"
    assert not any(row["ref"]["kind"] == "project" for row in hidden["rows"])
    assert any(tie["via"]["kind"] == "project" for row in hidden["rows"] for tie in row["ties"] if tie["via"])
    assert back == {"projects": address}
    without = {link["label"]: link["url"] for link in hidden["without"]}
    assert without["uses"] == f"{address}?hide=project&without=uses"


@pytest.mark.parametrize(
    "tail", ["hops=0", "hops=4", "hops=x", "hide=cats", "hide=document", "without=likes", "page=0"]
)
def test_a_wrong_value_is_a_400_that_names_it(small: Any, tail: str) -> None:
    answer = small.get(f"/graph/technology:kafka?{tail}")

    assert answer.status_code == 400 and tail.partition("=")[0] in answer.text


def test_an_unknown_thing_is_a_404_with_ids_close_to_it(small: Any) -> None:
    answer = small.get("/graph/technology:kafak")

    assert answer.status_code == 404 and "technology:kafka" in answer.text


def test_nothing_left_says_so(small: Any) -> None:
    page = small.get("/graph/person:bram-orsk?without=worked_on").text

    assert "Nothing lies around it with what is left" in page and "Show everything" in page


def test_what_is_not_drawn_is_listed_in_pages(tmp_path: Path) -> None:
    large = SmallGraph()
    large.document("a.md", "# All\nHub.\n" + "".join(f"Tool{n:03} is used.\n" for n in range(150)))
    large.entity("project:hub", "Hub")
    for n in range(150):
        large.entity(f"technology:t{n:03}", f"Tool{n:03}")
        large.relation("project:hub", RelationKind.USES, f"technology:t{n:03}", f"Tool{n:03} is used")
    client = client_of(large, tmp_path)
    pages = [client.get(f"/api/v1/graph/project:hub?hops=1&page={n}").json for n in (1, 2, 3)]
    listed = [row["ref"]["id"] for page in pages for row in page["rest"]["items"]]
    drawn = [row["ref"]["id"] for row in pages[0]["rows"]]

    assert len(drawn) == MOST_DRAWN - 1
    assert sorted([*drawn, *listed]) == [f"technology:t{n:03}" for n in range(150)]


def test_an_id_with_odd_characters_has_its_picture(tmp_path: Path) -> None:
    odd = SmallGraph()
    odd.document("a {0} b.md", "# A\nLoom uses Java.\n")
    odd.entity("project:loom", "Loom")
    odd.entity("technology:java", "Java")
    odd.relation("project:loom", RelationKind.USES, "technology:java", "Java")
    client = client_of(odd, tmp_path)
    page = client.get("/graph/document:a%20%7B0%7D%20b.md?page=2")

    assert page.status_code == 200 and "Loom" in page.text


def test_the_corpus_in_groups_names_everything_once(client: Any, generation: Any) -> None:
    page = client.get("/api/v1/graph").json
    listed = []
    for group in page["groups"]:
        first = client.get(f"/api/v1{group['url']}").json
        assert first["members"]["total"] == group["total"]
        listed += [ref["id"] for ref in first["members"]["items"]]

    assert sorted(listed) == sorted(key for group in generation.communities for key in group)


def test_groups_name_their_bridges_from_both_sides(client: Any) -> None:
    groups = client.get("/api/v1/graph").json["groups"]
    found = {(g["number"], b["number"]): b["links"] for g in groups for b in g["bridges"]}

    assert found
    assert all(found.get((b, a), links) == links for (a, b), links in found.items())


@pytest.mark.parametrize("tail", ["group=0", "group=999", "group=x", "page=0"])
def test_a_wrong_group_is_a_400(client: Any, tail: str) -> None:
    assert client.get(f"/graph?{tail}").status_code == 400


def test_an_empty_graph_has_no_groups_and_says_so(tmp_path: Path) -> None:
    alone = SmallGraph()
    alone.document("a.md", "# Notes\nKafka.\n")
    alone.entity("technology:kafka", "Kafka")
    client = client_of(alone, tmp_path)

    assert "Nothing is joined to anything yet" in client.get("/graph").text
    assert "join it to nothing" in client.get("/graph/technology:kafka").text


def test_every_thing_of_the_corpus_has_its_surroundings(client: Any, kg: Any) -> None:
    for entity in kg.entities():
        answer = client.get(f"/graph/{entity.id}")
        assert answer.status_code == 200, entity.id
        assert answer.text.count("data-n=") <= MOST_DRAWN
