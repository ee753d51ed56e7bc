"""Ready things for tests: the repository's content built once into a store, the application, a server and a browser."""

from __future__ import annotations

import contextlib
import fcntl
import gc
import multiprocessing
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from graph.model import KnowledgeGraph

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")  # what is slow is measured by benchmarks


def pytest_collection_finish() -> None:
    """Let no look for garbage go through what stays to the end: thousands of tests, and what modules hold.

    A store that is opened looks for garbage once, and there are hundreds of them here.
    """
    gc.freeze()


@pytest.fixture(scope="session")
def content_dir() -> Path:
    """The demonstration corpus of the repository."""
    return Path(__file__).resolve().parents[1] / "content"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, content_dir: Path) -> Path:
    """A store with the whole corpus published in it. Read only: tests that publish make their own.

    Where several processes run the tests, the first that asks for it builds it, and the others wait for that.
    """
    from graph.pipeline import build_graph
    from index.generations import publish

    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = shared / "published" / "store"
    with (shared / "published.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "current").exists():
            publish(folder, build_graph(content_dir), content_dir)
    return folder


@pytest.fixture(scope="session")
def saved_corpus(store: Path) -> Path:
    """The folder with the published graph's files, as some build of the whole corpus saved them. Read only."""
    from index.store import current_id, generation_folder

    return generation_folder(store, current_id(store))


@pytest.fixture(scope="session")
def generation(store: Path) -> Any:
    """The published generation, opened."""
    from index.generations import open_current

    opened = open_current(store)
    gc.freeze()
    return opened


@pytest.fixture(scope="session")
def kg(generation: Any) -> KnowledgeGraph:
    """The corpus as a knowledge graph."""
    found: KnowledgeGraph = generation.kg
    return found


@pytest.fixture(scope="session")
def app(store: Path) -> Any:
    """The web application over the corpus."""
    from webapp import create_app

    return create_app(store)


@pytest.fixture
def client(app: Any) -> Any:
    """A client that calls the application without a network."""
    return app.test_client()


@pytest.fixture(scope="session")
def small_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with two documents. Read only."""
    from tests.command_line import write_content

    return write_content(tmp_path_factory.mktemp("cli") / "content")


@pytest.fixture(scope="session")
def small_store(small_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store built from it. Read only."""
    from tests.command_line import run

    store = tmp_path_factory.mktemp("cli-store") / "store"
    built = run("build", small_content, "--store", store)
    assert built.exit_code == 0, built.output
    return store


@pytest.fixture
def an_empty_folder_as_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test where no careergraph.toml and no store stand, without CAREERGRAPH_* variables."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for name in [name for name in os.environ if name.startswith("CAREERGRAPH_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def live_server(app: Any) -> Iterator[str]:
    """The application behind a real server on a free port of this machine; gives its address without a final slash."""
    from waitress.server import create_server

    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


_CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def _chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, driven by Playwright. Where there is none: skips, or fails if CAREERGRAPH_REQUIRE_BROWSER=1."""
    must = os.environ.get("CAREERGRAPH_REQUIRE_BROWSER") == "1"

    def give_up(reason: str) -> None:
        message = f"BROWSER TESTS NOT RUN: {reason}; install Chromium or name it in CHROMIUM"
        if must:
            pytest.fail(message)
        pytest.skip(message)

    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        give_up("playwright is not installed")
    executable = _chromium()
    if executable is None:
        give_up("no Chromium found")
    with sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(executable_path=executable, args=_CHROMIUM_FLAGS)
        except Error as error:
            give_up(f"{executable} does not start ({error.message.splitlines()[0]})")
        yield found
        found.close()


_MEANT = re.compile(r"status of (404|400)")


@pytest.fixture
def open_page(browser: Any, live_server: str) -> Iterator[Callable[..., Any]]:
    """Opens an address in a fresh context; afterwards nothing was asked of another machine and the console is empty.

    What else is given goes to the context (`viewport`, `color_scheme`, `java_script_enabled` …).
    """
    contexts: list[Any] = []
    strangers: list[str] = []
    complaints: list[str] = []

    def open_address(path: str, **options: Any) -> Any:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda asked: None if asked.url.startswith(live_server) else strangers.append(asked.url))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server + path)
        return page

    yield open_address
    for context in contexts:
        context.close()
    assert strangers == []
    assert [said for said in complaints if not _MEANT.search(said)] == []


@pytest.fixture
def bad_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format for each bad reader, in the one table of readers, for as long as the test runs."""
    from graph import content_folder, readers
    from graph.readers import READERS, ReaderSpec
    from tests.bad_readers import BAD

    more = {f".{name}": ReaderSpec((f".{name}",), name, read, 1_000, "") for name, read in BAD.items()}
    for module in (readers, content_folder):
        monkeypatch.setattr(module, "READERS", {**READERS, **more})


@pytest.fixture
def no_child_left() -> Iterator[None]:
    """A check behind the test that no process which it started is left."""
    before = _child_processes()  # a browser's, when its tests ran earlier
    yield
    assert multiprocessing.active_children() == []
    assert _child_processes() <= before  # not even one that ended and was not asked how


def _child_processes() -> set[int]:
    """Return the ids of this process's children, ended ones that nobody waited for among them; none where /proc is not there."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(status.read_text().rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(status.parent.name))
    return found
