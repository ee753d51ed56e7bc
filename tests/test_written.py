"""What is written in many layouts and phrases is read in nearly all; which it is not, `python -m benchmarks.written --verbose` lists."""

from __future__ import annotations

import pytest

from benchmarks.written.__main__ import GRIDS, main

EVERY = {
    "layouts": 11,
    "formats": 9,
    "careers": 9,
    "stories": 9,
    "mixes": 9,
    "resumes": 17,
    "exports": 9,
    "portfolios": 9,
    "tellers": 17,
    "figures": 5,
}
"""One layout of so many is tried here; the benchmark tries all. No number of a page's layouts, so that all pages come."""
LEAST = {
    "layouts": {"posts": 0.95, "studies": 0.95, "works": 0.9},
    "formats": {
        "text posts": 0.9, "text studies": 0.9, "text works": 0.95, "latex posts": 0.85, "latex studies": 0.85, "latex works": 0.6,
        "html posts": 0.95, "html studies": 0.85, "html works": 0.9,
    },
    "careers": {
        "promotions": 0.75, "clients": 0.8, "lists": 0.85, "sayings": 0.75, "remarks": 0.9, "houses": 0.9, "titles": 0.9,
        "periods": 0.9, "abroad": 0.8, "undated": 0.5,
    },
    "stories": {"notes": 0.93, "studies": 0.95, "brag": 0.97, "portfolios": 0.95, "posts": 0.97, "no work": 0.8},
    "mixes": {"notes": 0.86, "cases": 0.9, "pages": 0.74},
    "exports": {
        "text": 0.4, "profiles": 0.45, "forms": 0.55, "latex": 0.45, "html": 0.5, "marked": 0.7, "data": 0.85,
    },
    "tellers": {"notes": 0.15, "papers": 0.2, "cases": 0.25},
    "resumes": {"markdown": 0.3, "plain": 0.25, "wrapped": 0.15, "ruled": 0.25},
    "portfolios": {"pasted": 0.4, "marked": 0.75, "lists": 0.65, "tables": 0.8, "sites": 0.55},
    "figures": {"results": 0.98, "moves": 0.95, "cards": 0.7, "sentences": 0.95, "abroad": 0.95, "no figures": 0.98},
}  # fmt: skip
"""The share of each kind that must be read wholly; raised by hand, never lowered."""


@pytest.mark.parametrize(("grid", "kind"), [(grid, kind) for grid, kinds in GRIDS.items() for kind in kinds])
def test_what_is_written_is_read_whatever_its_layout(grid: str, kind: str) -> None:
    results = list(GRIDS[grid][kind](EVERY[grid]))
    lost = {name: found for name, found in results if found is not None}

    assert results
    assert 1 - len(lost) / len(results) >= LEAST[grid][kind], lost


def test_every_kind_has_its_least_share() -> None:
    assert {grid: list(kinds) for grid, kinds in GRIDS.items()} == {grid: list(kinds) for grid, kinds in LEAST.items()}


def test_the_benchmark_prints_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--every", "97", "--verbose", "layouts", "figures"]) == 0

    printed = [line for line in capsys.readouterr().out.splitlines() if "read wholly" in line]
    assert [line[:23].strip().split(maxsplit=1) for line in printed] == [
        [grid, kind] for grid in ("layouts", "figures") for kind in GRIDS[grid]
    ]
