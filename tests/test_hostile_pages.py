"""Documents full of strings that want to run: every kind of page shows them in Chromium, and none runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from graph.model import EntityKind
from tests.hostile_strings import FILES, RUN, STRINGS
from webapp import create_app
from webapp.routes import ROUTES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    """The address of a server of such documents, and their graph."""
    from waitress.server import create_server

    from graph.pipeline import build_graph
    from index.generations import publish

    content = tmp_path_factory.mktemp("hostile")
    for name, write in FILES.items():
        (content / name).write_bytes(write())
    store = tmp_path_factory.mktemp("hostile-store") / "store"
    generation = publish(store, build_graph(content), content)
    server = create_server(create_app(store), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}", generation.kg
    server.close()
    thread.join(timeout=5)


def addresses(kg: Any) -> list[str]:
    """Return one address or more of each kind of page: each document, two things of each kind, each string asked for."""
    things = [e for kind in EntityKind for e in sorted(kg.entities(kind), key=lambda e: ("<" not in e.name, e.id))[:2]]
    paths = [route.rule for route in ROUTES if "<" not in route.rule]
    paths += [f"/entity/{quote(e.id)}" for e in things] + [f"/graph/{quote(things[0].id)}"]
    paths += [f"/document/{quote(key)}" for key in kg.documents]
    paths += [
        "/search?q=kafka&limit=100",
        "/search?q=%22run+time%22",
        "/outcomes?dimension=share",
        "/matrix?columns=both&row=x",
    ]
    stories = [e.id for e in kg.entities(EntityKind.PROJECT)][:3]
    paths.append("/stories?" + "&".join(f"pick={quote(key)}" for key in stories))
    for string in STRINGS:
        asked = quote(string, safe="")
        paths += [f"/search?q={asked}", f"/nothing/{asked}"]
    return paths + [
        f"/{page}={quote(STRINGS[7], safe='')}"
        for page in ("path?from", "compare?a", "matrix?row", "check?document", "stories?shows")
    ]


def test_forty_strings_in_a_document_of_each_format(hostile: tuple[str, Any]) -> None:
    _, kg = hostile

    assert len(STRINGS) == len(set(STRINGS)) == 40
    assert set(kg.documents) == set(FILES)
    for key, document in kg.documents.items():
        # LaTeX and front matter have marks of their own; all other text keeps its strings.
        kept = sum(
            string in document.text or string.replace('"', '""') in document.text or repr(string)[1:-1] in document.text
            for string in STRINGS
        )
        assert kept >= 20, (key, kept)


@pytest.mark.timeout(300)
def test_no_kind_of_page_runs_them(browser: Any, hostile: tuple[str, Any]) -> None:
    address, kg = hostile
    ran: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: (ran.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda asked: None if asked.url.startswith(f"{address}/") else ran.append(f"asked {asked.url}"))
    page.on("pageerror", lambda error: ran.append(f"error {error}"))
    # A word of Chromium on the policy means that something tried: escaping should have left nothing that could.
    page.on("console", lambda said: ran.append(said.text) if "Content Security Policy" in said.text else None)
    shown = 0
    for path in addresses(kg):
        page.goto(address + path)
        body = page.content()
        shown += RUN in page.locator("body").inner_text()
        if page.evaluate("'__ran' in window"):
            ran.append(f"ran on {path}")
        if page.locator("main img, main iframe, main object, main base, main style, main meta, main script").count():
            ran.append(f"markup on {path}")
        assert "</html>" in body and page.url.startswith(f"{address}/"), path
    context.close()

    assert ran == []
    assert shown > 40
    print(f"{len(addresses(kg))} pages, {shown} of them with the strings in sight")


def test_their_json_and_csv_are_no_pages_and_no_formulas(hostile: tuple[str, Any]) -> None:
    from urllib.request import urlopen

    address, _ = hostile
    for path in (
        "/api/v1/search?q=kafka&limit=100",
        "/outcomes?format=csv",
        "/matrix?format=csv",
        "/search?q=kafka&format=md",
    ):
        with urlopen(address + path, timeout=20) as answer:
            text = answer.read().decode()
            assert (
                "html" not in answer.headers["Content-Type"] and answer.headers["X-Content-Type-Options"] == "nosniff"
            )
        assert not [
            cell
            for line in text.splitlines()
            for cell in line.split(",")
            if "csv" in path and cell[:1] in "=+@\t" and cell
        ]


def test_files_are_handed_over_as_text_or_to_be_kept(hostile: tuple[str, Any]) -> None:
    from urllib.request import urlopen

    address, kg = hostile
    for key in kg.documents:
        with urlopen(f"{address}/original/{quote(key)}", timeout=20) as answer:
            kind, how = answer.headers["Content-Type"], answer.headers["Content-Disposition"]
        assert kind.startswith("text/plain") or how.startswith("attachment"), key
        assert Path(key).suffix != ".html" or how.startswith("attachment")
