"""The scorer behind `make accuracy`: what counts as found, what as wrong, and that its annotations are true."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.accuracy import SETS, calibration, compare_with_floors, load_set, main
from benchmarks.annotations import (
    Annotation,
    Degree,
    Employment,
    Figure,
    Place,
    dimension_of,
    load_annotations,
    problems_of,
)
from benchmarks.likeness import likeness, same_degree, same_employer, same_figure, words
from benchmarks.scoring import score_document
from benchmarks.tally import Counts, Judged, macro_f1, totals
from graph.documents import Document, Span
from graph.model import EntityKind, Json, Measure, Measures, Mention, MentionRelation, RelationKind
from graph.pipeline import interpret
from graph.readers import read_file
from graph.resolution.readings import DocumentReading

TEXT = "Baker at Crumb Ltd, 2019 - 2021. Sourdough line: waste fell by 40% with SAP, 3 ovens. Page 2 of 3."


def document(text: str = TEXT) -> Document:
    return Document("baker.txt", "text/plain", "Baker", text, ())


def annotation(**changes: object) -> Annotation:
    base = Annotation(
        path=Path("baker.yaml"),
        document="baker.txt",
        person=None,
        employers=(Place("Crumb Ltd"),),
        employments=(Employment("Crumb Ltd", "Baker", "2019", "2021"),),
        education=(),
        projects=(Place("Sourdough line", quotes=("Sourdough line",)),),
        technologies=(Place("SAP"),),
        figures=(figure("fell by 40%", 40, "percent", direction="decrease"),),
        not_figures=("Page 2 of 3",),
        uses=frozenset({("Sourdough line", "SAP")}),
        at_employer=frozenset({("Sourdough line", "Crumb Ltd")}),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def figure(quote: str, value: float | tuple[float, float], unit: str, **more: object) -> Figure:
    base = Figure(quote, value, unit, dimension_of(unit), "none", None, None, Measures.RESULT, "Sourdough line")
    return replace(base, **more)  # type: ignore[arg-type]


def mention(kind: EntityKind, text: str, key: str = "", name: str = "", **facts: Json) -> Mention:
    start = TEXT.index(text)
    span = Span("baker.txt", start, start + len(text))
    return Mention(kind, key or text, name or text, text, span, "test", 0.9, attributes=facts)


def outcome(text: str, value: float, unit: str = "percent", dimension: str = "share", **more: object) -> Mention:
    measure = Measure(text, unit, dimension, value=value)
    return replace(mention(EntityKind.OUTCOME, text), measure=replace(measure, **more))  # type: ignore[arg-type]


def tie(source: Mention, kind: RelationKind, target: Mention) -> MentionRelation:
    return MentionRelation(source.identity, kind, target.identity, target.span, "test", 0.9)


def reading(*mentions: Mention, relations: tuple[MentionRelation, ...] = ()) -> DocumentReading:
    return DocumentReading(document(), (), mentions, relations)


PROJECT = mention(EntityKind.PROJECT, "Sourdough line")
EMPLOYER = mention(EntityKind.EMPLOYER, "Crumb Ltd", key="crumb", name="Crumb")
ROLE = mention(EntityKind.ROLE, "Baker", employer="crumb", title="Baker", start="2019", end="2021")
SAP = mention(EntityKind.TECHNOLOGY, "SAP")
WASTE = outcome("40%", 40, direction="decrease")


def test_a_reading_that_finds_all_has_no_faults() -> None:
    ties = (
        tie(PROJECT, RelationKind.ACHIEVED, WASTE),
        tie(PROJECT, RelationKind.USES, SAP),
        tie(PROJECT, RelationKind.AT_EMPLOYER, EMPLOYER),
    )

    score = score_document(annotation(), reading(PROJECT, EMPLOYER, ROLE, SAP, WASTE, relations=ties))

    assert score.faults == []
    assert macro_f1(score.counts) == 1.0
    assert all(judged.is_right for judged in score.judged)
    assert len(score.judged) == 5


def test_a_reading_that_finds_nothing_misses_each_fact_and_is_wrong_in_none() -> None:
    score = score_document(annotation(), reading())

    missed = {row: counts.missed for row, counts in score.counts.items() if counts.missed}
    assert missed == {
        "employers": 1,
        "employments": 1,
        "projects": 1,
        "technologies": 1,
        "outcomes": 1,
        "outcome-project links": 1,
        "uses": 1,
        "project-employer links": 1,
    }
    assert sum(counts.wrong for counts in score.counts.values()) == 0


def test_a_second_thing_for_one_fact_is_wrong() -> None:
    again = mention(EntityKind.PROJECT, "Sourdough line: waste", key="again", name="Sourdough line waste")

    counts = score_document(annotation(), reading(PROJECT, again)).counts["projects"]

    assert (counts.right, counts.wrong, counts.missed) == (1, 1, 0)


def test_two_mentions_of_one_thing_are_one_thing() -> None:
    again = mention(EntityKind.PROJECT, "Sourdough", key="Sourdough line")

    counts = score_document(annotation(), reading(PROJECT, again)).counts["projects"]

    assert (counts.right, counts.wrong) == (1, 0)


def test_a_project_with_another_name_counts_where_it_stands_on_its_quote() -> None:
    other = mention(EntityKind.PROJECT, "Sourdough line", name="Bread")
    elsewhere = mention(EntityKind.PROJECT, "Page", name="Bread")

    assert score_document(annotation(), reading(other)).counts["projects"].right == 1
    assert score_document(annotation(), reading(elsewhere)).counts["projects"].right == 0


def test_what_is_optional_is_right_when_found_and_no_fault_when_missed() -> None:
    optional = annotation(technologies=(Place("SAP", optional=True),), uses=frozenset())

    assert score_document(optional, reading(SAP)).counts["technologies"] == Counts(1, 0, 0)
    assert score_document(optional, reading()).counts["technologies"] == Counts(0, 0, 0)


@pytest.mark.parametrize(
    ("changes", "is_right"),
    [
        ({}, True),
        ({"title": "Head Baker"}, False),
        ({"start": "2018"}, False),
        ({"start": "2019-01"}, False),
        ({"end": "present"}, False),
    ],
    ids=["same", "another title", "another year", "more precise than written", "another end"],
)
def test_an_employment_is_right_with_title_and_both_dates_only(changes: dict[str, Json], is_right: bool) -> None:
    role = replace(ROLE, attributes={**ROLE.attributes, **changes})

    counts = score_document(annotation(), reading(EMPLOYER, role)).counts["employments"]

    assert counts == (Counts(1, 0, 0) if is_right else Counts(0, 1, 1))


def test_an_outcome_needs_value_dimension_and_place() -> None:
    wrong = {
        "value": outcome("40%", 41),
        "dimension": outcome("40%", 40, "customers", "count"),
        "place": outcome("2019", 40),
    }

    for what, found in wrong.items():
        assert score_document(annotation(), reading(found)).counts["outcomes"] == Counts(0, 1, 1), what
    assert score_document(annotation(), reading(WASTE)).counts["outcomes"] == Counts(1, 0, 0)


def test_an_outcome_on_what_measures_nothing_is_a_false_outcome() -> None:
    page = outcome("2 of 3", 2, "pages", "count")

    score = score_document(annotation(), reading(page))

    assert score.counts["non-outcomes left alone"] == Counts(0, 0, 1)
    assert score.counts["outcomes"].wrong == 1
    assert score_document(annotation(), reading()).counts["non-outcomes left alone"] == Counts(1, 0, 0)


def test_a_false_outcome_is_seen_where_its_other_mention_is_right() -> None:
    again = replace(outcome("2 of 3", 40), key=WASTE.key)

    counts = score_document(annotation(), reading(WASTE, again)).counts

    assert counts["outcomes"] == Counts(1, 0, 0)
    assert counts["non-outcomes left alone"] == Counts(0, 0, 1)


def test_a_link_to_the_wrong_project_is_wrong_and_the_right_one_missed() -> None:
    other = mention(EntityKind.PROJECT, "Page")

    counts = score_document(
        annotation(), reading(PROJECT, other, WASTE, relations=(tie(other, RelationKind.ACHIEVED, WASTE),))
    ).counts["outcome-project links"]

    assert (counts.right, counts.wrong, counts.missed) == (0, 1, 1)


def test_a_figure_of_no_project_is_tied_to_none() -> None:
    untied = annotation(figures=(figure("fell by 40%", 40, "percent", project=None),))
    ties = (tie(PROJECT, RelationKind.ACHIEVED, WASTE),)

    assert score_document(untied, reading(PROJECT, WASTE, relations=ties)).counts["outcome-project links"] == Counts(
        0, 1, 0
    )
    assert score_document(untied, reading(PROJECT, WASTE)).counts["outcome-project links"] == Counts(0, 0, 0)


def test_direction_is_judged_on_outcomes_that_were_found() -> None:
    score = score_document(annotation(), reading(outcome("40%", 40, direction="increase")))

    assert score.counts["outcomes"].right == 1
    assert score.counts["directions"] == Counts(0, 1, 1)


# ---------------------------------------------------------------- names and values


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Verimont Medical B.V.", "verimont medical", True),
        ("Brackwater Foods plc", "Brackwater Foods", True),
        ("Werrametall AG", "Werrametall", True),
        ("Rutas del Ebro S.L.", "Rutas del Ebro", True),
        ("AG", "Co", False),
        ("Corvid Telecom", "Corvid Tele", False),
    ],
)
def test_employers_are_compared_without_case_and_legal_suffix(one: str, other: str, same: bool) -> None:
    assert same_employer(one, other) is same


def test_likeness_is_dice_of_words_that_say_something() -> None:
    assert likeness(words("The churn model"), words("churn model at Vivo")) == pytest.approx(0.8)
    assert likeness(words("Data logger"), words("Bread oven")) == 0.0


@pytest.mark.parametrize(
    ("institution", "degree", "studied", "same"),
    [
        ("University of the Broads", "BSc", "Mathematics", True),
        ("Broads University", "Bachelor of Science", "Mathematics", True),
        ("University of the Broads", "BSc (Hons)", "Mathematics", True),
        ("University of the Broads", "MSc", "Mathematics", False),
        ("University of the Broads", "BSc", "History", False),
        ("University of the Broads", None, None, False),
        ("Fjordheim College", "BSc", "Mathematics", False),
    ],
)
def test_a_degree_has_institution_degree_and_field(
    institution: str, degree: str | None, studied: str | None, same: bool
) -> None:
    assert same_degree(Degree("University of the Broads", "BSc", "Mathematics"), institution, degree, studied) is same


@pytest.mark.parametrize(
    ("wanted", "measure", "same"),
    [
        (figure("q", 90, "seconds"), Measure("1.5 min", "minutes", "time", value=1.5), True),
        (figure("q", 4, "days"), Measure("4 working days", "working days", "count", value=4), True),
        (figure("q", 4, "days"), Measure("4 working days", "days", "count", value=4), True),
        (figure("q", 640, "kB"), Measure("640 kB", "KB", "data", value=640), True),
        (figure("q", 66.67, "percent"), Measure("two thirds", "percent", "share", value=66.7), True),
        (figure("q", 5, "EUR"), Measure("$5", "USD", "money", value=5), False),
        (figure("q", 5, "EUR/year"), Measure("€5", "EUR", "money", value=5), True),
        (figure("q", (6, 8), "patients"), Measure("6 to 8", "patients", "count", low=6, high=8), True),
        (figure("q", (6, 8), "patients"), Measure("8", "patients", "count", value=8), False),
        (figure("q", 0, "outages"), Measure("no outage", "outages", "count"), True),
        (figure("q", 0, "seconds"), Measure("3 s", "seconds", "time", value=3), False),
        (figure("q", 4.7, "score"), Measure("4.7 stars", "stars", "count", value=4.7), True),
        (figure("q", 9, "windows", other_values=(1.0,)), Measure("9 → 1", "windows", "count", value=1), True),
    ],
)
def test_figures_agree_in_value_and_dimension(wanted: Figure, measure: Measure, same: bool) -> None:
    assert same_figure(wanted, measure) is same


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


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        (["--verbose"], ["held_back.txt", "kept.txt", "opened.txt"]),
        (["--verbose", "--blind"], ["held_back.txt", "kept.txt", "opened.txt", "blind.txt"]),
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
