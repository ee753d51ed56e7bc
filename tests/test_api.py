"""The JSON twins of the pages: shapes that other programs rely on, and errors as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from index.results import SearchRequest
from webapp.json_shapes import entity_json, search_json


def test_a_search_answers_with_the_command_lines_shape(client: Any, generation: Any) -> None:
    answer = client.get("/api/v1/search?q=migrations+at+scale&limit=5")

    expected = search_json(generation.search(SearchRequest("migrations at scale", limit=5)), generation.kg)
    found = answer.json
    assert answer.mimetype == "application/json"
    assert list(found) == list(expected)
    assert found["hits"] == json.loads(json.dumps(expected["hits"]))
    assert 1 <= len(found["hits"]) <= 5


def test_each_hits_text_is_what_stands_in_its_document(client: Any, kg: Any) -> None:
    hits = client.get("/api/v1/search?q=kafka&limit=50").json["hits"]

    assert hits
    for hit in hits:
        assert kg.documents[hit["document"]].text[hit["start"] : hit["end"]] == hit["text"]
        assert hit["story"] is None or hit["story"] in kg


def test_an_entity_answers_with_the_command_lines_shape(client: Any, kg: Any) -> None:
    found = client.get("/api/v1/entity/technology:kafka").json

    assert found == json.loads(json.dumps(entity_json(kg, "technology:kafka")))
    assert found["relations"] and all(relation["evidence"] for relation in found["relations"])


def test_every_page_names_its_twin_and_the_twin_is_json(client: Any, kg: Any) -> None:
    document = sorted(kg.documents)[0]
    search = "/search?q=kafka&technology=technology:kafka"
    for path in ("/", search, "/entity/technology:kafka", f"/document/{document}", "/help", "/about"):
        page = client.get(path).text
        start = page.index('<link rel="alternate" type="application/json" href="') + 52
        twin = page[start : page.index('"', start)].replace("&amp;", "&")

        assert twin.startswith("/api/v1/")
        assert client.get(twin).is_json, path


def test_a_facets_parameter_may_be_repeated(client: Any, kg: Any) -> None:
    address = "/api/v1/search?q=&technology=technology:kafka"
    one = client.get(address).json["total"]
    both = client.get(f"{address}&technology=technology:python").json["total"]

    assert 0 < one < both


@pytest.mark.parametrize("tail", ["limit=0", "limit=101", "page=0", "page=x", "limit=1e3", "sort=colour", "page=-1"])
def test_a_value_out_of_bounds_is_a_400_that_says_what_to_change(client: Any, tail: str) -> None:
    answer = client.get(f"/api/v1/search?q=kafka&{tail}")

    assert answer.status_code == 400
    assert answer.json["error"]["status"] == 400
    assert tail.partition("=")[0] in answer.json["error"]["message"]


@pytest.mark.parametrize(
    "query", ["a" * 513, "word " * 40, "(" * 20 + "kafka" + ")" * 20, "a*"], ids=["long", "words", "deep", "star"]
)
def test_a_query_over_budget_is_a_400(client: Any, query: str) -> None:
    answer = client.get("/api/v1/search", query_string={"q": query})

    assert answer.status_code == 400
    assert answer.json["error"]["message"]


def test_a_page_past_the_end_is_empty(client: Any) -> None:
    answer = client.get("/api/v1/search?q=kafka&page=900")

    assert answer.status_code == 200
    assert answer.json["hits"] == [] and answer.json["total"] > 0


def test_an_empty_query_is_no_error(client: Any) -> None:
    answer = client.get("/api/v1/search?q=")

    assert answer.status_code == 200
    assert answer.json["hits"] == [] and answer.json["total"] == 0


def test_an_unknown_entity_is_a_404_with_ids_close_to_it(client: Any) -> None:
    answer = client.get("/api/v1/entity/technology:kafak")

    assert answer.status_code == 404
    assert "technology:kafka" in [near["id"] for near in answer.json["error"]["near"]]


def test_a_document_answers_with_its_lines(client: Any, kg: Any) -> None:
    document = kg.documents[sorted(kg.documents)[0]]
    found = client.get(f"/api/v1/document/{document.id}").json

    assert found["id"] == document.id
    assert [line["number"] for line in found["lines"]][:3] == [1, 2, 3]


def test_health_names_the_generation(client: Any, generation: Any) -> None:
    assert client.get("/healthz").json == {"status": "ok", "generation": generation.id}


def test_without_a_store_health_is_503_and_says_what_to_run(tmp_path: Any) -> None:
    from webapp import create_app

    client = create_app(tmp_path / "none").test_client()
    health, page, twin = client.get("/healthz"), client.get("/"), client.get("/api/v1/")

    assert (health.status_code, page.status_code, twin.status_code) == (503, 503, 503)
    assert "careergraph build" in health.json["reason"]
    assert "careergraph build" in page.text and page.mimetype == "text/html"
    assert twin.json["error"]["status"] == 503


def test_robots_are_told_to_stay_out(client: Any) -> None:
    assert "Disallow: /" in client.get("/robots.txt").text
