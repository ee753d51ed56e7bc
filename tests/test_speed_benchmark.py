"""The benchmark of speed measures what docs/speed.md tells of, and opens every page."""

from __future__ import annotations

import re
from pathlib import Path

from index.generations import Generation
from tests.readme import ROOT
from webapp.routes import ROUTES


def test_the_benchmark_measures_everything_that_docs_speed_tells_of(tmp_path: Path) -> None:
    from benchmarks.speed import measure

    size, lines, pages = measure(tmp_path, passages=40, each=2, seed=7)

    assert size.passages > 20
    assert all(line.value > 0 and line.yardstick_value > 0 for line in lines)
    assert all(0 < page.p50 <= page.p95 for page in pages)
    told = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    names = [line.what for line in lines] + [page.page for page in pages]
    assert [name for name in names if not re.search(rf"^{re.escape(name)}  ", told, re.MULTILINE)] == []


def test_the_benchmark_opens_every_page(generation: Generation) -> None:
    from benchmarks.pages import PAGES, Chosen

    chosen = Chosen(generation, ["kafka"], 2)
    opened = {address.partition("?")[0] for make in PAGES.values() for address in make(chosen)}

    missing = [
        route.rule
        for route in ROUTES
        if not any(re.fullmatch(re.sub(r"<.*>", ".+", route.rule), address) for address in opened)
    ]
    assert missing == []
