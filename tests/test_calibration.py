"""Stated confidence: what it is made of, and that `make accuracy` compares it with what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import compare_gaps, facts_together
from benchmarks.gold import annotation_of
from benchmarks.tally import Judged
from graph.extraction.outcomes.sureness import MEASURED, stated_confidence
from graph.model import EntityKind

GOLD = """
document: fictional.txt
person: {name: null, headline: null}
employers:
  - {name: Veloquay, title: null, start: "2019-02", end: present, at: "Veloquay, since 2019"}
education: []
projects:
  - {name: Refund checks, aliases: [Refunds], at: [Refund checks], roles: [Lead]}
  - {name: Checks of refunds, at: Checks, same_as: Refund checks}
technologies: [{name: Kafka, at: {text: kafka, within: kafka streams}}]
outcomes:
  - {label: faster, value: 3, unit: ratio, direction: increase, project: Refund checks, at: 3x faster}
  - {label: downtime, value: null, unit: null, direction: none, project: null, at: no downtime}
noise: [HTTP/2]
relations: [{source: Refund checks, type: uses, target: Kafka}]
"""


def floors(folder: Path, gap: float) -> Path:
    path = folder / "floors.toml"
    path.write_text(f"[confidence]\ngap = {gap}\n", encoding="utf-8")
    return path


def judged(confidence: float, right: int, wrong: int) -> list[Judged]:
    return [Judged(EntityKind.PROJECT, confidence, number < right) for number in range(right + wrong)]


def test_a_bin_that_promises_too_much_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_gaps(judged(0.95, 40, 20), floors(tmp_path, 0.1)) == 1
    assert "0.950 stated, 0.667 right" in capsys.readouterr().out


def test_a_bin_that_promises_too_little_fails(tmp_path: Path) -> None:
    assert compare_gaps(judged(0.5, 50, 10), floors(tmp_path, 0.1)) == 1


def test_bins_that_keep_what_they_promise_pass(tmp_path: Path) -> None:
    assert compare_gaps([*judged(0.95, 57, 3), *judged(0.8, 48, 12)], floors(tmp_path, 0.1)) == 0


def test_held_back_documents_are_judged_together_with_copies_of_the_samples() -> None:
    held_back, kept, copies = judged(0.9, 3, 0), judged(0.8, 2, 0), judged(0.7, 1, 0)

    together = facts_together({"held_back": held_back, "kept": kept}, copies)

    assert list(together.values()) == [[*held_back, *copies], [*copies, *held_back, *kept]]


def test_without_copies_only_all_documents_are_judged_together() -> None:
    held_back = judged(0.9, 3, 0)

    assert facts_together({"held_back": held_back}, []) == {"all annotated documents together": held_back}


def test_a_bin_that_differs_is_told_with_its_heading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_gaps(judged(0.95, 40, 20), floors(tmp_path, 0.1), of="held-back and copies") == 1
    assert capsys.readouterr().out.startswith("held-back and copies, confidence 0.95")


def test_stated_confidence_rises_with_the_estimate_and_stays_a_share() -> None:
    stated = [stated_confidence(number / 1000) for number in range(1001)]

    assert stated == sorted(stated)
    assert (stated[0], stated[-1]) == (0.0, 1.0)
    assert [point for point, _ in MEASURED] == sorted({point for point, _ in MEASURED})


def test_no_confidence_above_one_is_taken() -> None:
    with pytest.raises(ValueError, match=r"not 1\.2"):
        stated_confidence(1.2)


def test_a_samples_annotation_is_read_as_one_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "fictional.yaml"
    path.write_text(GOLD, encoding="utf-8")

    annotation = annotation_of(path)

    assert annotation.person is None
    assert [(job.employer, job.start, job.title_optional) for job in annotation.employments] == [
        ("Veloquay", "2019-02", True)
    ]
    assert [(place.name, place.optional) for place in annotation.projects] == [
        ("Refund checks", False), ("Checks of refunds", True)
    ]  # fmt: skip
    assert annotation.technologies[0].quotes == ("kafka streams",)
    assert [(figure.value, figure.dimension) for figure in annotation.figures] == [(3.0, "ratio")]
    assert annotation.uses == {("Refund checks", "Kafka")}
