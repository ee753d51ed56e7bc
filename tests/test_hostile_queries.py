"""Hostile queries through the real server's threads: each is answered, or refused with what to change, and soon."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import quote

import pytest
from waitress.server import create_server

from benchmarks.corpus import write_corpus
from graph.pipeline import build_graph
from index.generations import publish
from tests.hostile_queries import HOSTILE
from webapp import create_app

LONGEST_S = 5.0
"""Ten times what the slowest took here: a limit against hanging, no measure of speed."""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "content").mkdir()
    write_corpus(folder / "content", 300, 1)
    publish(folder / "store", build_graph(folder / "content"), folder / "content")
    server = create_server(create_app(folder / "store"), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield int(server.effective_port)
    server.close()


def test_there_are_at_least_sixty() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("page", ["/search", "/api/v1/search", "/api/v1/suggest"])
@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: repr(query[:24]))
def test_a_hostile_query_is_answered_or_refused(port: int, query: str, page: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST_S)
    began = time.perf_counter()
    connection.request("GET", f"{page}?q={quote(query.encode('utf-8', 'replace'))}")
    answer = connection.getresponse()
    text = answer.read().decode()

    assert answer.status in (200, 400), text[:300]
    assert time.perf_counter() - began < LONGEST_S
    assert "Traceback" not in text
    assert "<script>alert" not in text or page.startswith("/api/")
    if answer.status == 400 and page == "/api/v1/search":
        assert any(word in text for word in ("shorten", "leave at most", "flatten", "write at least")), text
