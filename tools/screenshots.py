"""Takes the pictures of docs/: builds the demonstration corpus into a temporary store, serves it, and photographs pages.

Run as `make screenshots`. Needs Chromium (CHROMIUM=... names one) and the developers' tools.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

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
GALLERY: tuple[tuple[str, str], ...] = (
    ("home", "/"),
    ("results", "/search?q=migrations+at+scale"),
    ("person", "/entity/person:ilse-varnquist"),
    ("employer", "/entity/employer:kesselmoor-payments"),
    ("project", "/entity/project:moving-payments-ledger-postgresql-ca87e0"),
    ("technology", "/entity/technology:kafka"),
    ("institution", "/entity/institution:university-of-oosterwolde"),
    ("credential", "/entity/credential:six-sigma-green-belt"),
    ("document", "/document/fictional/ilse-varnquist/resume.md"),
    ("documents", "/documents"),
    ("matrix", "/matrix"),
    ("outcomes", "/outcomes"),
    ("timeline", "/timeline"),
    ("graph", "/graph"),
    ("around", "/graph/technology:kafka"),
    ("path", "/path?from=person:ilse-varnquist&to=technology:kafka"),
    ("stories", "/stories"),
    ("compare", "/compare?a=technology:kafka&b=technology:redis"),
    ("check", "/check"),
    ("api", "/api"),
)
"""Page and address of docs/pages.md, each photographed in every one of LOOKS as docs/pages/PAGE-LOOK.jpg."""
LOOKS: Mapping[str, tuple[Literal["light", "dark"], int, int]] = {
    "light": ("light", 1200, 900),
    "dark": ("dark", 1200, 900),
    "phone": ("light", 360, 780),
}
"""Look → colours, width and height of the window, in CSS pixels."""
_QUALITY = 60
"""Of the gallery's pictures in JPEG: small, and words are still sharp."""
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
    (ROOT / "docs" / "pages").mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        for name, path, opened in PICTURES:
            page.goto(address + path, wait_until="load")
            if opened:
                page.locator(opened).first.evaluate("details => { details.open = true }")
            page.screenshot(path=ROOT / "docs" / name)
            print(f"wrote docs/{name}")
        for look, (colours, width, height) in LOOKS.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
            for name, path in GALLERY:
                answer = page.goto(address + path, wait_until="load")
                if answer is None or not answer.ok:
                    raise SystemExit(f"{path} does not answer; mend GALLERY in tools/screenshots.py")
                target = ROOT / "docs" / "pages" / f"{name}-{look}.jpg"
                page.screenshot(path=target, type="jpeg", quality=_QUALITY)
            page.close()
            print(f"wrote docs/pages/*-{look}.jpg")
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
