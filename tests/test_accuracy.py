"""What `make accuracy` sums up and compares with its floors, and that its annotations are true."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import SETS, calibration, compare_with_floors, load_set, main
from benchmarks.annotations import Annotation, load_annotations, problems_of
from benchmarks.scoring import score_document
from benchmarks.side_by_side import side_by_side
from benchmarks.tally import Counts, Judged, macro_f1, totals
from graph.model import EntityKind
from graph.pipeline import interpret
from graph.readers import read_file
from tests.annotated_baker import TEXT, annotation

# ---------------------------------------------------------------- sums


def test_precision_recall_and_f1() -> None:
    counts = Counts(3, 1, 2)

    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 / 3)
    assert Counts().f1 == 0.0


def test_the_macro_mean_leaves_out_rows_of_nothing() -> None:
    assert macro_f1({"people": Counts(1, 0, 1), "uses": Counts()}) == pytest.approx(2 / 3)
    assert macro_f1({"directions": Counts(1, 0, 0)}) == 0.0


def test_calibration_bins_have_enough_facts_and_part_no_equal_confidences() -> None:
    facts = [Judged(EntityKind.PROJECT, confidence, confidence > 0.5) for confidence in (0.4, 0.4, 0.4, 0.6, 0.7, 0.9)]

    bins = calibration(facts, smallest=2)

    assert [(b.low, b.high, b.facts) for b in bins] == [(0.4, 0.4, 3), (0.6, 0.9, 3)]
    assert [b.right for b in bins] == [0.0, 1.0]
    assert bins[1].stated == pytest.approx(2.2 / 3)


def test_a_row_below_its_floor_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[held_back]\npeople = 0.9\nuses = 0.5\n", encoding="utf-8")

    status = compare_with_floors({"people": Counts(1, 1, 0), "uses": Counts(1, 0, 0)}, floors)

    assert status == 1
    assert "people: 0.667 is below its floor 0.900" in capsys.readouterr().out


def test_each_set_has_floors_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[held_back]\npeople = 0.9\n[kept]\npeople = 0.6\n", encoding="utf-8")

    status = compare_with_floors({"people": Counts(1, 1, 0)}, floors, of="kept")

    assert status == 0
    assert "kept: all 1 rows" in capsys.readouterr().out


OPEN_SETS = [
    "held_back.txt", "kept.txt", "opened.txt", "retold_1.txt", "retold_2.txt", "retold_3.txt", "retold_4.txt", "retold_5.txt", "retold_6.txt", "retold_7.txt", "retold_8.txt",
]  # fmt: skip
"""The lists of all sets but the unseen and the blind one."""


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        (
            ["--verbose"],
            OPEN_SETS,
        ),
        (
            ["--verbose", "--blind"],
            [*OPEN_SETS, "retold_unseen.txt", "stories_unseen.txt", "blind.txt"],
        ),
        (["--blind"], []),
        (["--verbose", "--only", "b"], ["held_back.txt"]),
        (["--verbose", "--only", "b", "--blind"], ["held_back.txt", "blind.txt"]),
    ],
    ids=" ".join,
)
def test_mistakes_of_the_blind_set_are_listed_only_when_asked_for(
    asked: list[str],
    listed: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in SETS:
        (tmp_path / name / "annotations").mkdir(parents=True)
        (tmp_path / name / f"{name}.txt").write_text("Three ovens.", encoding="utf-8")
        (tmp_path / name / "annotations" / "a.yaml").write_text(
            f"{{document: {name}.txt, person: Ada Crumb, employers: [], education: [], projects: [], "
            "technologies: [], outcomes: [], not_outcomes: []}",
            encoding="utf-8",
        )
    monkeypatch.setattr("benchmarks.accuracy.SETS", {name: tmp_path / name for name in SETS})
    monkeypatch.setattr("benchmarks.accuracy.shared_folder", lambda: None)

    assert main(asked) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines if "missed in people: Ada Crumb" in line] == listed


def test_a_floor_of_no_row_is_an_error(tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[held_back]\npeeple = 0.9\n", encoding="utf-8")

    with pytest.raises(KeyError, match="no row 'peeple'"):
        compare_with_floors({}, floors)


# ---------------------------------------------------------------- the annotations


@pytest.mark.parametrize(
    "annotated",
    [annotated for folder in SETS.values() for annotated in load_annotations(folder)],
    ids=lambda a: a.document,
)
def test_every_quote_of_an_annotation_stands_in_its_document(annotated: Annotation) -> None:
    read = read_file(annotated.path.parents[1] / annotated.document, annotated.document)

    assert problems_of(annotated, read.text) == []


def test_a_quote_that_is_not_there_and_a_name_that_nothing_has_are_problems() -> None:
    wrong = annotation(not_figures=("Page 4",), uses=frozenset({("Rye line", "SAP")}))

    assert problems_of(wrong, TEXT) == ["not in the document: 'Page 4'", "unknown in uses: ('Rye line', 'SAP')"]


@pytest.mark.parametrize("folder", SETS.values(), ids=SETS)
def test_each_document_of_a_set_has_one_annotation(folder: Path) -> None:
    documents = {path.name for path in folder.iterdir() if path.is_file()}

    assert sorted(a.document for a in load_annotations(folder)) == sorted(documents)


@pytest.mark.parametrize("name", SETS)
def test_documents_of_a_set_are_read_as_well_as_the_floors_ask(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    scores = [score_document(a, interpret(document)) for document, a in load_set(SETS[name])]

    status = compare_with_floors(totals(scores), of=name)

    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("fewest", [2, 1000], ids=["in processes of their own", "here"])
def test_what_is_worked_on_side_by_side_comes_in_order(fewest: int) -> None:
    words = ["quay", "a", "harbour", "tide"] * 5

    assert side_by_side(len, words, fewest=fewest, together=3) == [4, 1, 7, 4] * 5


def test_what_fails_side_by_side_is_raised() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        side_by_side(int, ["1", "two", "3"], fewest=2)
