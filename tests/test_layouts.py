"""The same entries are read in nearly every layout that people use; which are not, `python -m benchmarks.layouts --verbose` lists."""

from __future__ import annotations

import pytest

from benchmarks.layouts import KINDS, main, unread

EVERY = 11
"""One layout of so many is tried here; the benchmark tries all."""
LEAST = {"posts": 0.95, "studies": 0.95, "works": 0.9}
"""The share that must be read wholly; raised by hand, never lowered."""


@pytest.mark.parametrize("name", KINDS)
def test_entries_are_read_whatever_their_layout(name: str) -> None:
    results = list(unread(KINDS[name], EVERY))
    lost = {layout: found for layout, found in results if found is not None}

    assert len(results) > 40
    assert 1 - len(lost) / len(results) >= LEAST[name], lost


def test_the_benchmark_prints_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--every", "97", "--verbose"]) == 0

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines() if "layouts read wholly" in line] == list(
        KINDS
    )
