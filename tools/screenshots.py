"""Takes the pictures of docs/: builds the demonstration corpus into a temporary store, serves it, and photographs pages.

Run as `make screenshots`. Needs Chromium (CHROMIUM=... names one) and the developers' tools.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright
from waitress.server import create_server

from graph.pipeline import build_graph
from index.generations import publish
from webapp import create_app

ROOT = Path(__file__).resolve().parents[1]
PICTURES: tuple[tuple[str, str, str], ...] = (
    ("search.png", "/search?q=migrations+at+scale", ""),
    ("why.png", "/search?q=kafka+migrations+at+scale&person=person:ilse-varnquist", ".hit details.why"),
)
"""File below docs/, the page that it shows, and which of its details is opened first (a selector; empty: none)."""
SIZE = (1200, 900)
"""Width and height of the window, in CSS pixels."""


def main() -> int:
    """Write every picture; return the exit status."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium found; install it or name it in CHROMIUM", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="careergraph-pictures-") as folder:
        store = Path(folder) / "store"
        content = ROOT / "content"
        publish(store, build_graph(content), content)
        server = create_server(create_app(store), host="127.0.0.1", port=0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        try:
            photograph(f"http://127.0.0.1:{server.effective_port}", chromium)
        finally:
            server.close()
    return 0


def photograph(address: str, chromium: str) -> None:
    """Write docs/*.png from the pages at an address without a final slash."""
    (ROOT / "docs").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        for name, path, opened in PICTURES:
            page.goto(address + path, wait_until="load")
            if opened:
                page.locator(opened).first.evaluate("details => { details.open = true }")
            page.screenshot(path=ROOT / "docs" / name)
            print(f"wrote docs/{name}")
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
