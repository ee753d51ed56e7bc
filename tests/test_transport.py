"""How answers travel: tags by generation, what may be kept and for how long, packing."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from index.generations import publish
from webapp import create_app
from webapp.routes import ROUTES

TEXTS = ("/", "/search?q=kafka", "/api/v1/search?q=kafka", "/matrix", "/static/style.css", "/static/suggest.js")


def addresses(kg: Any) -> list[str]:
    """Return an address of every page and of its twin."""
    ids = {"entity": "technology:kafka", "ego": "technology:kafka", "document": sorted(kg.documents)[0]}
    rules = [(route.name, rule) for route in ROUTES for rule in (route.rule, route.twin)]
    return [*(re.sub(r"<[^>]+>", ids.get(name, ""), rule) for name, rule in rules), "/api/v1/suggest?q=ka"]


def test_every_page_and_twin_has_a_tag_and_is_not_made_again(client: Any, kg: Any) -> None:
    tags = []
    for path in addresses(kg):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

        assert (first.status_code, again.status_code, again.data) == (200, 304, b""), path
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"] == "private, no-cache"
        assert "Accept-Encoding" in first.headers["Vary"]
        tags.append(first.headers["ETag"])

    assert len(tags) == len(set(tags)) > 30


def test_a_page_that_did_not_change_is_not_worked_out(
    client: Any, monkeypatch: pytest.MonkeyPatch, generation: Any
) -> None:
    tag = client.get("/search?q=replay").headers["ETag"]
    monkeypatch.setattr(type(generation), "search", lambda *_: pytest.fail("searched"))

    assert client.get("/search?q=replay", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("other", ["/search?q=kafka&page=2", "/search?q=kafk", "/api/v1/search?q=kafka"])
def test_a_tag_is_of_one_address(client: Any, other: str) -> None:
    tag = client.get("/search?q=kafka").headers["ETag"]

    assert client.get(other, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("known", ["*", '"nothing"', 'W/"nothing"', "junk", ""])
def test_an_unknown_tag_gets_the_page(client: Any, known: str) -> None:
    assert client.get("/help", headers={"If-None-Match": known}).status_code == 200


@pytest.mark.parametrize("path", ["/entity/technology:nothing", "/search?q=x&limit=0", "/nothing-here"])
def test_errors_have_no_tag(client: Any, path: str) -> None:
    answer = client.get(path, headers={"If-None-Match": "*"})

    assert answer.status_code in (400, 404)
    assert "ETag" not in answer.headers


def test_head_has_the_tag_too(client: Any) -> None:
    tag = client.head("/help").headers["ETag"]

    assert tag == client.get("/help").headers["ETag"]
    assert client.head("/help", headers={"If-None-Match": tag}).status_code == 304


def test_a_new_build_changes_the_tag(tmp_path: Path) -> None:
    from graph.pipeline import build_graph

    content, store = tmp_path / "content", tmp_path / "store"
    content.mkdir()
    (content / "a.md").write_text("# Crane plan\n\nI cut idle time by 12% with Redis.\n", encoding="utf-8")
    publish(store, build_graph(content), content)
    client = create_app(store).test_client()
    tag = client.get("/help").headers["ETag"]
    (content / "b.md").write_text("# Pilot rota\n\nI saved 9 hours a week with Kafka.\n", encoding="utf-8")
    publish(store, build_graph(content), content)

    assert client.get("/help", headers={"If-None-Match": tag}).status_code == 200


def test_a_restart_changes_the_tag(client: Any, store: Path) -> None:
    tag = client.get("/help").headers["ETag"]

    assert create_app(store).test_client().get("/help", headers={"If-None-Match": tag}).status_code == 200


def test_static_files_are_kept_for_ever_under_the_name_of_their_content(client: Any) -> None:
    page = client.get("/search?q=kafka").text
    linked = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)

    assert len(linked) >= 4
    for address in linked:
        assert re.search(r"\?v=[0-9a-f]{12}$", address)
        assert "immutable" in client.get(address).headers["Cache-Control"]
    assert client.get("/static/style.css").headers["Cache-Control"] == "no-cache"
    assert client.get("/static/style.css?v=000000000000").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", TEXTS)
def test_long_texts_are_packed_for_those_who_accept_it(client: Any, path: str) -> None:
    plain = client.get(path)
    packed = client.get(path, headers={"Accept-Encoding": "br, gzip;q=0.8"})

    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in plain.headers["Vary"] and "Accept-Encoding" in packed.headers["Vary"]
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data) / 2
    assert without_time(gzip.decompress(packed.data)) == without_time(plain.data)
    assert packed.headers["ETag"].startswith("W/")


def without_time(body: bytes) -> bytes:
    """Return an answer with what a search took left out."""
    return re.sub(rb'"took_ms": [\d.]+|[\d.,]+ ms', b"", body)


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "br", "deflate", "junk;;q"])
def test_nobody_gets_packed_what_they_did_not_ask_for(client: Any, accepted: str) -> None:
    answer = client.get("/help", headers={"Accept-Encoding": accepted})

    assert "Content-Encoding" not in answer.headers
    assert answer.text.startswith("<!doctype html>") or answer.text.lstrip().startswith("<!doctype html>")


def test_short_answers_and_files_of_bytes_stay_as_they_are(client: Any, kg: Any) -> None:
    for path in ("/healthz", "/robots.txt"):
        assert "Content-Encoding" not in client.get(path, headers={"Accept-Encoding": "gzip"}).headers


def test_a_packed_static_file_is_not_sent_twice(client: Any) -> None:
    packed = client.get("/static/style.css", headers={"Accept-Encoding": "gzip"})
    asked = {"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]}

    assert client.get("/static/style.css", headers=asked).status_code == 304


def test_a_packed_error_keeps_its_status(client: Any) -> None:
    answer = client.get("/api/v1/entity/technology:kafak", headers={"Accept-Encoding": "gzip"})
    body = gzip.decompress(answer.data) if answer.headers.get("Content-Encoding") == "gzip" else answer.data

    assert answer.status_code == 404
    assert json.loads(body)["error"]["status"] == 404
