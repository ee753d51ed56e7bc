"""The token: what is answered without it, how it is given, and what is let in from where."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from webapp import create_app
from webapp.commands.serve import allowed_hosts
from webapp.gate import Gate

TOKEN = "correct horse & battery/ställe"
OPEN_SESAME = "/search?q=kafka&token=correct+horse+%26+battery/st%C3%A4lle&technology=technology:kafka"
EVERYTHING = (
    "/", "/search?q=kafka", "/entity/technology:kafka", "/help", "/static/style.css", "/favicon.svg", "/robots.txt",
    "/healthz", "/opensearch.xml", "/api/v1/", "/api/v1/search?q=kafka", "/api/v1/suggest?q=ka", "/nothing-here",
    "/original/retold/oliver-harper/portfolio.txt",
)  # fmt: skip


@pytest.fixture
def guarded(store: Path) -> Any:
    """A client of an application that asks for TOKEN."""
    return create_app(store, token=TOKEN).test_client()


@pytest.mark.parametrize("path", EVERYTHING)
def test_nothing_is_answered_without_the_token(guarded: Any, path: str) -> None:
    answer = guarded.get(path)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer ")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers
    said = answer.text.casefold()
    assert "token" in said
    assert "kafka" not in said.replace("q=kafka", "").replace('value="kafka"', "")
    assert "generation" not in said and "documents" not in said and str(TOKEN) not in answer.text


def test_a_refusal_is_json_below_api_and_a_page_elsewhere(guarded: Any) -> None:
    assert guarded.get("/api/v1/").json["error"]["status"] == 401
    page = guarded.get("/help").text
    assert '<html lang="en">' in page and page.count("<h1>") == 1 and 'name="token"' in page


@pytest.mark.parametrize("method", ["HEAD", "POST", "OPTIONS", "TRACE"])
def test_no_other_method_gets_around_the_token(guarded: Any, method: str) -> None:
    assert guarded.open("/", method=method).status_code == 401


def test_the_token_in_an_address_becomes_a_cookie_and_leaves_the_address(guarded: Any) -> None:
    answer = guarded.get(OPEN_SESAME)

    assert answer.status_code == 303
    assert answer.headers["Location"] == "/search?q=kafka&technology=technology:kafka"
    assert answer.headers["Cache-Control"] == "no-store"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Path=/" in cookie
    assert "horse" not in cookie
    assert guarded.get("/search?q=kafka").status_code == 200
    assert guarded.get("/static/style.css").status_code == 200
    assert "Cookie" in guarded.get("/").headers["Vary"]


def test_who_is_in_already_is_led_to_the_address_without_the_token(guarded: Any) -> None:
    guarded.get(OPEN_SESAME)

    assert guarded.get("/help?token=whatever").headers["Location"] == "/help"


@pytest.mark.parametrize("path", ["//evil.example/?token=", "///evil.example?token=", "/%5C%5Cevil.example/?token="])
def test_the_way_back_never_leads_to_another_host(store: Path, path: str) -> None:
    found = create_app(store, token="plain").test_client().get(f"{path}plain", base_url="http://localhost")

    location = found.headers["Location"]
    assert found.status_code == 303
    assert re.match(r"/(?![/\\])", location)


@pytest.mark.parametrize("given", ["", "x", TOKEN[:-1], f"{TOKEN} ", TOKEN.upper(), "%FF%FE"])
def test_a_wrong_token_opens_nothing(guarded: Any, given: str) -> None:
    assert guarded.get("/", query_string={"token": given}).status_code == 401
    assert guarded.get(f"/?token={given.replace(' ', '+').replace('&', '%26')}").status_code == 401


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (f"Bearer {TOKEN}", 200), (f"bearer  {TOKEN}", 200), ("Bearer", 401), ("Bearer wrong", 401),
        (f"Basic {TOKEN}", 401), (TOKEN, 401),
    ],
)  # fmt: skip
def test_programs_send_it_as_a_header(guarded: Any, header: str, status: int) -> None:
    # What stands in a header reaches an application as the Latin-1 reading of its bytes.
    environ = {"HTTP_AUTHORIZATION": header.encode().decode("latin-1")}

    answer = guarded.get("/api/v1/search?q=kafka", environ_overrides=environ)

    assert answer.status_code == status
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "kept", ["", TOKEN.encode().decode("latin-1"), Gate("another").cookie, Gate(TOKEN).cookie[:-1]]
)
def test_a_cookie_that_was_not_given_out_opens_nothing(guarded: Any, kept: str) -> None:
    assert guarded.get("/", headers={"Cookie": f"careergraph-80={kept}"}).status_code == 401


def test_a_pass_opens_once() -> None:
    gate = Gate("the token")
    made = gate.one_time_pass()

    assert [gate.opens(made), gate.opens(made), gate.opens("the token"), gate.opens("the token")] == [
        True, False, True, True,
    ]  # fmt: skip
    assert gate.one_time_pass() != made


def test_a_foreign_host_is_refused_before_the_token_is_looked_at(guarded: Any) -> None:
    assert guarded.get(OPEN_SESAME, headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("listened_on", "called", "status"),
    [
        ("0.0.0.0", "192.168.1.7:8000", 200), ("0.0.0.0", "localhost", 200), ("0.0.0.0", "[fe80::1]", 200),
        ("::", "10.0.0.1", 200), ("0.0.0.0", "evil.example", 400), ("0.0.0.0", "box.example:8000", 200),
        ("192.168.1.7", "192.168.1.7", 200), ("192.168.1.7", "192.168.1.8", 400), ("192.168.1.7", "BOX.example", 200),
        ("fe80::1", "[fe80::1]:8000", 200), ("fe80::1", "[fe80::2]", 400),
    ],
)  # fmt: skip
def test_pages_are_called_by_the_address_listened_on_and_by_names_allowed(
    store: Path, listened_on: str, called: str, status: int
) -> None:
    client = create_app(store, allowed_hosts(listened_on, ("box.example",)), token="plain").test_client()

    answer = client.get("/healthz", headers={"Host": called, "Authorization": "Bearer plain"})

    assert answer.status_code == status


# ---------------------------------------------------------------- served

_FAKE_BROWSER = """\
import sys, http.cookiejar, urllib.request
jar = http.cookiejar.CookieJar()
page = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)).open(sys.argv[1], timeout=20)
open(sys.argv[2], "w").write("\\n".join([sys.argv[1], page.url, page.read().decode()]))
"""


def _environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAREERGRAPH_")}
    return kept | {"PYTHONPATH": str(Path(__file__).resolve().parents[1]), "NO_COLOR": "1"} | more


def _served(folder: Path, store: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "webapp", "serve", "--store", str(store), "--port", "0", *arguments]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment(**environment)
    )


@pytest.mark.parametrize("token", ["", "a-long-and-private-word"])
def test_open_sends_the_browser_to_the_start_page(tmp_path: Path, store: Path, token: str) -> None:
    script, seen = tmp_path / "browser.py", tmp_path / "seen.txt"
    script.write_text(_FAKE_BROWSER, encoding="utf-8")
    variables = {"BROWSER": shlex.join([sys.executable, str(script), "%s", str(seen)])} | (
        {"CAREERGRAPH_TOKEN": token} if token else {}
    )
    process = _served(tmp_path, store, "--open", **variables)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[4]
        for _ in range(200):
            if seen.exists() and seen.read_text(encoding="utf-8").endswith("</html>"):
                break
            try:
                process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
    finally:
        process.terminate()
        process.communicate(timeout=20)

    asked, reached, page = seen.read_text(encoding="utf-8").split("\n", 2)
    assert asked.startswith(f"{address}/?token=" if token else address)
    assert token == "" or token not in asked
    assert reached.rstrip("/") == address
    assert "<h1>Search an experience</h1>" in page


def test_a_served_token_is_asked_for_and_hosts_beyond_this_computer_are_listened_on(
    tmp_path: Path, store: Path
) -> None:
    process = _served(tmp_path, store, "--host", "0.0.0.0", CAREERGRAPH_TOKEN="short")
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        port = line.split()[4].rpartition(":")[2]
        with pytest.raises(HTTPError) as refused:
            urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20)
        allowed = Request(f"http://127.0.0.1:{port}/healthz", headers={"Authorization": "Bearer short"})
        with urlopen(allowed, timeout=20) as answer:
            health = json.load(answer)
    finally:
        process.terminate()
        _, remarks = process.communicate(timeout=20)

    assert refused.value.code == 401
    assert health["status"] == "ok"
    assert "short" not in line and "fewer than 16 characters" in remarks
