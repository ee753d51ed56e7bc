"""When the scorer takes two names, degrees or figures for the same."""

from __future__ import annotations

import pytest

from benchmarks.annotations import Degree, Figure
from benchmarks.likeness import likeness, same_degree, same_employer, same_figure, words
from graph.model import Measure
from tests.annotated_baker import figure


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
