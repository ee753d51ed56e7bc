"""The same pieces of work are read in nearly every layout; which are not, `python -m benchmarks.story_layouts --verbose` lists."""

from __future__ import annotations

import pytest

from benchmarks.story_forms import KINDS
from benchmarks.story_layouts import main, unread

EVERY = 9
"""One layout of so many is tried here; the benchmark tries all."""
LEAST = {"notes": 0.93, "studies": 0.95, "brag": 0.97, "portfolios": 0.95, "posts": 0.97, "no work": 0.8}
"""The share that must be read wholly; raised by hand, never lowered."""


@pytest.mark.parametrize("kind", KINDS)
def test_pieces_of_work_are_read_whatever_their_layout(kind: str) -> None:
    results = list(unread(kind, EVERY))
    lost = {layout.name: found for layout, found in results if found is not None}

    assert len(results) > 5
    assert 1 - len(lost) / len(results) >= LEAST[kind], lost


def test_the_benchmark_prints_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--every", "97", "--verbose"]) == 0

    lines = [line for line in capsys.readouterr().out.splitlines() if "layouts read wholly" in line]
    assert [line[:12].strip() for line in lines] == list(KINDS)
