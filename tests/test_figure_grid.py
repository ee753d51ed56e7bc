"""Figures are read in nearly every phrase that people use; which are not, `python -m benchmarks.figure_phrases --verbose` lists."""

from __future__ import annotations

import pytest

from benchmarks.figure_phrases import KINDS, main, unread

EVERY = 5
"""One phrase of so many is tried here; the benchmark tries all."""
LEAST = {"results": 0.98, "moves": 0.95, "cards": 0.7, "sentences": 0.95, "abroad": 0.95, "no figures": 0.98}
"""The share that must be read rightly; raised by hand, never lowered."""


@pytest.mark.parametrize("name", KINDS)
def test_figures_are_read_whatever_their_phrase(name: str) -> None:
    told = list(unread(name, EVERY))
    lost = {phrase: found for phrase, found in told if found is not None}

    assert len(told) > 9
    assert 1 - len(lost) / len(told) >= LEAST[name], lost


def test_the_benchmark_prints_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--every", "97", "--verbose"]) == 0

    printed = [line for line in capsys.readouterr().out.splitlines() if "phrases read rightly" in line]
    assert [line[:12].strip() for line in printed] == list(KINDS)
