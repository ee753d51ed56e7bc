"""The scorer behind `make accuracy`: what counts as found, and what as wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.annotations import Place
from benchmarks.scoring import score_document
from benchmarks.tally import Counts, macro_f1
from graph.model import EntityKind, Json, RelationKind
from tests.annotated_baker import (
    EMPLOYER,
    PROJECT,
    ROLE,
    SAP,
    WASTE,
    annotation,
    figure,
    mention,
    outcome,
    reading,
    tie,
)


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


@pytest.mark.parametrize(
    ("said", "is_right"), [("waste of the line", True), ("bread waste", True), ("flour", False), ("reduction", False)]
)
def test_a_label_is_right_that_shares_words_with_one_that_is_allowed(said: str, is_right: bool) -> None:
    assert WASTE.measure is not None
    labelled = annotation(figures=(figure("40%", 40, "percent", labels=("line waste", "waste")),))
    found = replace(WASTE, measure=replace(WASTE.measure, label=said))

    score = score_document(labelled, reading(found))

    assert score.counts["labels"] == (Counts(1, 0, 0) if is_right else Counts(0, 1, 1))
    assert score_document(annotation(), reading(found)).counts["labels"].is_empty


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


def test_a_practice_is_right_on_words_that_say_one_and_missed_where_words_name_it() -> None:
    said = annotation(
        practices=(Place("waste reduction", quotes=("waste fell",)), Place("planning", quotes=("2019",), optional=True))
    )
    right = mention(EntityKind.PRACTICE, "waste")
    wrong = mention(EntityKind.PRACTICE, "SAP")

    assert score_document(said, reading(right)).counts["practices"] == Counts(1, 0, 0)
    assert score_document(said, reading(wrong)).counts["practices"] == Counts(0, 1, 1)
    assert score_document(annotation(), reading(wrong)).counts["practices"].is_empty
