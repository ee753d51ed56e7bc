"""The page of a path: how two things are connected, each hop in words with its quote, and what to do where it is unclear."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.model import EntityKind, KnowledgeGraph, RelationKind
from graph.queries import paths
from index.generations import publish
from tests.small_graph import SmallGraph, career_graph
from webapp import create_app
from webapp.commands.path import command
from webapp.wording import RELATION_TITLES, RELATION_VERBS


def client_of(small: SmallGraph, folder: Path) -> Any:
    """Return a client of an application over a small graph, published below `folder`."""
    publish(folder / "store", small.build())
    return create_app(folder / "store").test_client()


def words(page: str) -> str:
    """Return what a page's main part says, white space squeezed."""
    body = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the store of `small`."""
    return tmp_path_factory.mktemp("paths")


@pytest.fixture(scope="module")
def small(published: Path) -> Any:
    """A client over the notes of two invented engineers."""
    return client_of(career_graph(), published)


# ---------------------------------------------------------------- what it shows


def test_a_path_tells_each_hop_in_words_with_its_quote(small: Any) -> None:
    page = small.get("/path?from=Tamsin+Vey&to=Postgres")

    assert page.status_code == 200
    said = words(page.text)
    assert "From Tamsin Vey to PostgreSQL" in said
    assert "Through Parcel ledger migration 2 hops" in said
    assert re.search(r"Tamsin Vey worked on .*Parcel ledger migration", said)
    assert re.search(r"Parcel ledger migration used .*PostgreSQL", said)
    assert page.text.count('<figure class="evidence">') == 2


def test_a_hop_is_read_in_the_direction_in_which_one_goes(small: Any) -> None:
    said = words(small.get("/path?from=Postgres&to=Tamsin+Vey").text)

    assert re.search(r"PostgreSQL was used by .*Parcel ledger migration is the work of .*Tamsin Vey", said)


def test_each_quote_leads_to_its_words(small: Any) -> None:
    page = small.get("/path?from=person:tamsin-vey&to=employer:halvorsen-freight").text
    places = [html.unescape(url) for url in re.findall(r'<a class="locus" href="([^"]+)"', page)]

    assert places
    for url in places:
        path, _, anchor = url.partition("#")
        assert f'id="{anchor}"' in small.get(path).text


def test_every_relation_has_words_in_both_directions() -> None:
    assert set(RELATION_VERBS) == set(RELATION_TITLES) == {(k, d) for k in RelationKind for d in ("in", "out")}


def test_the_twin_has_what_the_command_line_prints(small: Any, published: Path) -> None:
    found = small.get("/api/v1/path?from=Tamsin+Vey&to=Postgres").json
    done = CliRunner().invoke(command, ["Tamsin Vey", "Postgres", "--json", "--store", str(published / "store")])

    assert done.exit_code == 0
    assert found["paths"] == json.loads(done.stdout)["paths"]
    assert found["from"] == {"id": "person:tamsin-vey", "type": "person", "name": "Tamsin Vey"}
    assert found["to"]["id"] == "technology:postgresql"


def test_there_are_at_most_three_paths_of_at_most_four_hops(client: Any) -> None:
    found = client.get("/api/v1/path?from=technology:kafka&to=technology:python").json["paths"]

    assert 1 <= len(found) <= 3
    assert all(1 <= len(route) <= 4 for route in found)


# ---------------------------------------------------------------- what is asked badly


def test_without_ends_there_is_a_form_with_names_to_choose(small: Any) -> None:
    page = small.get("/path").text

    assert 'name="from"' in page and 'name="to"' in page
    assert '<option value="Tamsin Vey">' in page
    assert "How are two things connected?" in words(page)


def test_one_end_alone_keeps_its_place_in_the_form(small: Any) -> None:
    assert 'value="Tamsin Vey"' in small.get("/path?from=Tamsin+Vey").text


def test_a_name_of_several_things_lists_them(tmp_path: Path) -> None:
    graph = SmallGraph()
    graph.document("a.md", "# Notes\nNoor Vessel wrote Go.\n")
    graph.document("b.md", "# Other notes\nNoor Vessel painted walls.\n")
    for key in ("person:noor-vessel-a", "person:noor-vessel-b"):
        graph.entity(key, "Noor Vessel")
    graph.entity("technology:go", "Go")
    asked = client_of(graph, tmp_path)
    page = asked.get("/path?from=noor+vessel&to=Go")

    assert page.status_code == 200
    assert "2 things are called “noor vessel”." in words(page.text)
    for key in ("person:noor-vessel-a", "person:noor-vessel-b"):
        assert f'href="/path?from={key}&amp;to=Go"' in page.text
    twin = asked.get("/api/v1/path?from=noor+vessel&to=Go").json
    assert twin["from"] is None and twin["paths"] == []
    assert [one["id"] for one in twin["candidates"]["from"]] == ["person:noor-vessel-a", "person:noor-vessel-b"]


def test_things_that_nothing_joins_say_so(small: Any) -> None:
    page = small.get("/path?from=Tamsin+Vey&to=Quillfeather+Bank")

    assert page.status_code == 200
    assert "No path of up to 4 hops joins them." in words(page.text)


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("from=Tamsin+Vay&to=Postgres", 404, "Nothing here is called Tamsin Vay"),
        ("from=Postgres&to=pg", 400, "change one"),
        ("from=" + "x" * 301 + "&to=pg", 400, "at most 300"),
        ("from=%00%ED%A0%80&to=pg", 404, "Nothing here is called"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_to_change(small: Any, query: str, status: int, said: str) -> None:
    page, twin = small.get(f"/path?{query}"), small.get(f"/api/v1/path?{query}")

    assert (page.status_code, twin.status_code) == (status, status)
    assert said in words(page.text)
    assert said in twin.json["error"]["message"]


def test_an_entitys_page_leads_to_its_paths(small: Any) -> None:
    assert 'href="/path?from=person:tamsin-vey"' in small.get("/entity/person:tamsin-vey").text


# ---------------------------------------------------------------- on the whole corpus


def test_a_technology_that_a_person_never_names_is_reached_through_a_project(client: Any, kg: KnowledgeGraph) -> None:
    person, technology = "person:oliver-harper", "technology:kafka"
    own = {proof.span.document_id for proof in kg.entity(person).evidence}
    assert not own & {proof.span.document_id for proof in kg.entity(technology).evidence}

    found = client.get(f"/api/v1/path?from={person}&to={technology}").json["paths"]

    assert found
    for route in found:
        between = [hop[end] for hop in route for end in ("source", "target")]
        assert any(kg.entity(key).kind is EntityKind.PROJECT for key in between)
        assert not any(kg.entity(key).kind is EntityKind.DOCUMENT for key in between)
        for hop in route:
            assert hop["evidence"]
            for proof in hop["evidence"]:
                text = kg.documents[proof["document"]].text
                assert text[proof["start"] : proof["end"]] == proof["quote"]


def test_a_document_may_be_an_end_but_no_step(kg: KnowledgeGraph) -> None:
    document = next(kg.entities(EntityKind.DOCUMENT)).id
    named = next(iter(sorted(kg.nx.predecessors(document))))

    assert [len(route) for route in paths(kg, document, named)][:1] == [1]
    assert [len(route) for route in paths(kg, named, document)][:1] == [1]
