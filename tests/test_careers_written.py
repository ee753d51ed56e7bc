"""Posts are read with nearly all that people write around them; where not, `python -m benchmarks.careers --verbose` lists."""

from __future__ import annotations

import pytest

from benchmarks.careers import SUBJECTS, main, unread

EVERY = 9
"""One layout of so many is tried here; the benchmark tries all."""
LEAST = 0.75
"""The share that must be read wholly; raised by hand, never lowered."""


@pytest.mark.parametrize("subject", SUBJECTS)
def test_posts_are_read_with_all_that_surrounds_them(subject: str) -> None:
    results = list(unread(subject, EVERY if subject != "undated" else 1))
    lost = {name: found for name, _, found in results if found is not None}

    assert len(results) > 3
    assert 1 - len(lost) / len(results) >= LEAST, lost


def test_the_benchmark_prints_each_subject(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--every", "47", "--verbose"]) == 0

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines() if "layouts read wholly" in line] == list(
        SUBJECTS
    )
