"""What the web application refuses, and what every answer carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

PAGES = ["/", "/search?q=kafka", "/entity/technology:kafka", "/help", "/about", "/healthz", "/robots.txt",
         "/favicon.svg", "/static/style.css", "/api/v1/search?q=kafka"]  # fmt: skip
ERRORS = ["/nothing-here", "/entity/technology:nothing", "/search?q=x&limit=0", "/api/v1/entity/nothing:at-all"]


@pytest.mark.parametrize("path", PAGES + ERRORS)
def test_every_answer_carries_the_protecting_headers(client: Any, path: str) -> None:
    headers = client.get(path).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy and "form-action 'self'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8000"])
def test_this_machines_own_names_are_served(client: Any, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "127.0.0.1:80@evil.example",
        "",
        "a b",
        "127.0.0.1, evil.example",
        "[::1",
        "2130706433",
        "127.0.0.1:99999999",
    ],
)
def test_a_foreign_host_name_is_refused_with_all_headers(client: Any, host: str) -> None:
    answer = client.get("/", headers={"Host": host})

    assert answer.status_code == 400
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert host == "" or host not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/search", "/static/style.css", "/api/v1/search"])
def test_nothing_but_reading_is_answered(client: Any, method: str, path: str) -> None:
    answer = client.open(path, method=method)

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", PAGES)
def test_head_answers_like_get_without_a_body(client: Any, path: str) -> None:
    answer = client.head(path)

    assert answer.status_code == 200
    assert answer.data == b""


@pytest.mark.parametrize(
    "path",
    [
        "/static/../application.py", "/static/%2e%2e/application.py", "/static//etc/passwd", "/static/style.css%00",
        "/document/../../etc/passwd", "/document/%2e%2e/%2e%2e/etc/passwd", "/document/careergraph.yaml",
    ],
)  # fmt: skip
def test_no_address_leads_to_a_file_that_was_not_read(client: Any, path: str) -> None:
    answer = client.get(path, follow_redirects=True)

    assert answer.status_code == 404
    assert "make_app" not in answer.text and "root:" not in answer.text


class _Active(HTMLParser):
    """Collects what could run or look otherwise than the stylesheet says."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("style", "iframe", "object", "embed", "base") or (tag == "script" and "src" not in given):
            self.found.append(tag)
        for name, value in given.items():
            if name.startswith("on") or name == "style" or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}")
            if name in ("src", "href", "action", "cite") and not re.match(r"[/#]", value or ""):
                self.found.append(f"{tag} {name}={value}")


def test_pages_hold_no_inline_script_or_style_and_load_nothing_from_elsewhere(client: Any, kg: Any) -> None:
    one_of_each = {entity.kind: entity.id for entity in kg.entities()}
    paths = [*PAGES[:5], *ERRORS[:3], *(f"/entity/{key}" for key in one_of_each.values())]
    paths += [f"/document/{key}" for key in list(kg.documents)[:5]]

    for path in paths:
        page = _Active()
        page.feed(client.get(path).text)
        assert page.found == [], path


def test_a_fault_of_our_own_is_a_500_with_all_headers_that_tells_nothing(
    client: Any, monkeypatch: pytest.MonkeyPatch, generation: Any
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the machine")

    monkeypatch.setattr(type(generation), "search", fail)
    for path, media_type in (("/search?q=kafka", "text/html"), ("/api/v1/search?q=kafka", "application/json")):
        answer = client.get(path)

        assert (answer.status_code, answer.mimetype) == (500, media_type)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "secret" not in answer.text and "Traceback" not in answer.text


_NASTY = '<script>alert(1)</script> "><img src=x onerror=alert(2)> {{ 7*7 }} javascript:alert(3) \u202e'


@pytest.fixture(scope="module")
def nasty_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """An application over a folder whose names and words try to break out."""
    from graph.pipeline import build_graph
    from index.generations import publish
    from webapp import create_app

    content = tmp_path_factory.mktemp("nasty")
    (content / 'a"b<c>&d.md').write_text(
        f"---\ntitle: '{_NASTY.replace(chr(39), '')}'\nauthor: Mallory <b>Vane</b>\n---\n\n# Billing {_NASTY}\n\n"
        f"At Zorvane Works I cut run time by 63% with Kafka. {_NASTY}\n",
        encoding="utf-8",
    )
    store = tmp_path_factory.mktemp("nasty-store") / "store"
    publish(store, build_graph(content), content)
    yield create_app(store).test_client()


def test_words_of_documents_never_become_markup(nasty_client: Any) -> None:
    home = nasty_client.get("/api/v1/").json
    addresses = ["/", "/search?q=kafka", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E"]
    addresses += [re.sub(r"\?.*", "", row["place"]["url"]) for row in home["documents"]]
    page = nasty_client.get("/api/v1/search?q=kafka").json
    addresses += [hit["url"].partition("#")[0] for hit in page["hits"]]
    addresses += [f"/entity/{entity['id']}" for hit in page["hits"] for entity in hit["entities"]]
    assert len(addresses) > 5

    for address in addresses:
        answer = nasty_client.get(address)
        assert answer.status_code == 200, address
        assert "<script>alert" not in answer.text and "<img" not in answer.text and "<b>Vane" not in answer.text
        found = _Active()
        found.feed(answer.text)
        assert found.found == [], address


def test_templates_never_switch_escaping_off() -> None:
    folder = Path(__file__).resolve().parents[1] / "webapp" / "templates"
    for template in folder.glob("**/*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup|style=", text), template.name
