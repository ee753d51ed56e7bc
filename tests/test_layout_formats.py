"""Entries are read in most layouts of text, LaTeX and HTML; which are not, `python -m benchmarks.layout_formats --verbose` lists."""

from __future__ import annotations

import pytest

from benchmarks.layout_formats import KINDS, main, unread

EVERY = 9
"""One layout of so many is tried here; the benchmark tries all. No number of a kind's pages, so that all of them come."""
LEAST = {
    "text posts": 0.9,
    "text studies": 0.9,
    "text works": 0.95,
    "latex posts": 0.85,
    "latex studies": 0.85,
    "latex works": 0.6,
    "html posts": 0.95,
    "html studies": 0.85,
    "html works": 0.9,
}
"""The share that must be read wholly; raised by hand, never lowered."""


@pytest.mark.parametrize("name", KINDS)
def test_entries_are_read_whatever_their_format(name: str) -> None:
    results = list(unread(KINDS[name], EVERY))
    lost = {layout: found for layout, found in results if found is not None}

    assert len(results) > 6
    assert 1 - len(lost) / len(results) >= LEAST[name], lost


def test_the_benchmark_prints_each_kind_of_each_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--every", "83", "--verbose"]) == 0

    counts = [line for line in capsys.readouterr().out.splitlines() if "layouts read wholly" in line]
    assert [" ".join(line.split()[:2]) for line in counts] == list(KINDS)
