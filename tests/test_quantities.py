"""The grammar of figures: what is an amount, where it starts and ends, and how two amounts become a range or a change."""

from __future__ import annotations

import itertools

import pytest

from graph.extraction.quantities.forms import FORMS
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.unit_nouns import is_plural, noun_after, plural
from graph.extraction.quantities.writing_styles import WritingStyle, style_of_text
from graph.units import Units
from graph.vocabulary import load_vocabularies


@pytest.fixture(scope="module")
def units() -> Units:
    return load_vocabularies().units


def only(text: str, units: Units) -> Quantity:
    found = find_quantities(text, units)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("60k", 60_000, ""),
        ("2.5 million", 2_500_000, ""),
        ("$64m", 64_000_000, "USD"),
        ("£1.2bn", 1_200_000_000, "GBP"),
        ("€300k", 300_000, "EUR"),
        ("1.200.000 €", 1_200_000, "EUR"),
        ("₹5 crore", 50_000_000, "INR"),
        ("3 lakh rupees", 300_000, "INR"),
        ("12\u00a0000 kr", 12_000, "SEK"),
        ("63.2%", 63.2, "percent"),
        ("99,95 %", 99.95, "percent"),
        ("9 percentage points", 9, "points"),
        ("25 bps", 25, "basis_points"),
        ("3x", 3, "ratio"),
        ("4×", 4, "ratio"),
        ("5-fold", 5, "ratio"),
        ("800 ms", 800, "milliseconds"),
        ("120GB", 120, "GB"),
        ("12k rps", 12_000, "requests/second"),
        ("CHF 2.4m", 2_400_000, "CHF"),
        ("1,4 M€", 1_400_000, "EUR"),
        ("18 km", 18, "kilometres"),
        ("2,400 m²", 2_400, "square_metres"),
        ("3.2 MW", 3.2, "megawatts"),
        ("9 out of 10", 90, "percent"),
        ("2 hours and 15 minutes", 135, "minutes"),
        ("twenty-five years", 25, "years"),
    ],
)  # fmt: skip
def test_an_amount_has_its_size_and_unit(written: str, value: float, unit: str, units: Units) -> None:
    found = only(f"It came to {written}.", units)

    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("words", "sign"),
    [("over", ">"), ("at least", ">="), ("~", "~"), ("about", "~"), ("under", "<"), ("up to", "<="), ("exactly", "=")],
)
def test_the_words_before_an_amount_compare(words: str, sign: str, units: Units) -> None:
    assert only(f"handled {words} 400 parcels", units).comparator == sign


def test_a_plus_sign_is_at_least(units: Units) -> None:
    assert only("60k+ customers", units).comparator == ">="


def test_a_plus_sign_outweighs_a_tilde(units: Units) -> None:
    assert only("~80M+ events", units).comparator == ">="


def test_the_offsets_hold_the_comparator_and_the_counted_noun(units: Units) -> None:
    text = "We host over 400 parish choirs here."

    found = only(text, units)

    assert text[found.start : found.end] == "over 400 parish choirs"
    assert text[found.number_start : found.number_end] == "400"


@pytest.mark.parametrize("period", ["/day", " per day", " a day", " daily", " every night"])
def test_a_period_is_read_in_each_wording(period: str, units: Units) -> None:
    assert only(f"moves 400 GB{period} now", units).period == "day"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("10-15x", 10, 15), ("10–15%", 10, 15), ("10–15k users", 10_000, 15_000), ("$5–7M", 5_000_000, 7_000_000)],
)
def test_two_amounts_with_a_dash_are_a_range(text: str, low: float, high: float, units: Units) -> None:
    found = only(text, units)

    assert (found.comparator, found.value, found.high) == ("range", low, high)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("from 61% to 88%", 61, 88),
        ("2.2M → 0.4M", 2_200_000, 400_000),
        ("48 min -> 9 min", 48, 9),
        ("from over a minute to a couple of seconds", 60, 2),
        ("from 2 weeks to 3 days", 14, 3),
        ("2 days, down from 9 days", 9, 2),
        ("15 minutes instead of 3 hours", 180, 15),
    ],
)
def test_two_amounts_may_be_a_change_in_the_unit_of_what_was_reached(
    text: str, before: float, after: float, units: Units
) -> None:
    found = only(text, units)

    assert (found.before, found.after, found.value) == (before, after, after)


def test_two_amounts_of_different_kinds_stay_two(units: Units) -> None:
    assert [q.unit for q in find_quantities("cut costs by 18% and saved $250K", units)] == ["percent", "USD"]


@pytest.mark.parametrize(
    "text",
    [
        "HTTP/2", "v2.4", "10.3.2", "S3 and EC2", "in 3D", "4/4", "/01", "#48213", "OPS-1182", "6:30 am", "15:00", "the 3rd prize",
        "+1 (555) 010-0199", "in 2019", "CAD 2024", "the 1890s", "192.168.4.20", "page 112", "aged 7", "Q3", "localhost:8080",
    ],
)  # fmt: skip
def test_digits_that_measure_nothing_are_no_amounts(text: str, units: Units) -> None:
    assert find_quantities(text, units) == []


def test_a_blocked_place_holds_no_amount(units: Units) -> None:
    assert find_quantities("90 beds", units, blocked=[(0, 2)]) == []


def test_a_score_belongs_to_the_figure_beside_it_alone(units: Units) -> None:
    found = find_quantities("Took NPS 40 to 62 in 3 branches", units)

    assert [(q.value, q.unit) for q in found] == [(62, "NPS"), (3, "branches")]


def test_a_five_is_a_score_only_where_something_is_rated(units: Units) -> None:
    assert only("rated 4.8/5 by visitors", units).unit == "of 5"
    assert find_quantities("slide 4/5 of the deck", units) == []


def test_amounts_never_overlap_and_stand_in_order(units: Units) -> None:
    text = "Cut half of 1,200 hours a year, 10-15x faster, from 40 to 62 points, doubled twice as much for $3M over a dozen."

    found = find_quantities(text, units)

    assert found
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_every_written_form_has_its_reader(units: Units) -> None:
    examples = {
        "digits": "40 beds", "fractions": "cut by a third.", "halvings": "halved", "model scores": "F1 of 0.81", "factors": "doubled", "words": "forty beds",
        "article": "from over a minute", "scores": "rated 4.6/5", "portions": "one in five", "parts": "7 of 12 posts",
        "ranks": "ranked 3rd of 48", "frequencies": "from ten times a day to once a week",
    }  # fmt: skip

    assert set(examples) == set(FORMS)
    assert all(form in {q.form for q in find_quantities(text, units)} for form, text in examples.items())


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("45.000 Teile", 45_000, "Teile"),
        ("12 Mitarbeitern", 12, "Mitarbeitern"),
        ("neun Monate", 9, "months"),
        ("1,8 s", 1.8, "seconds"),
    ],
)
def test_german_is_read_as_german_writes(text: str, value: float, unit: str, units: Units) -> None:
    [found] = find_quantities(f"Planung von {text}", units, style=WritingStyle("de", points_part_thousands=True))

    assert (found.value, found.unit) == (value, unit)


def test_number_words_of_other_languages_are_none_in_english(units: Units) -> None:
    assert find_quantities("Otto engines and elf figures", units) == []


@pytest.mark.parametrize(
    ("text", "language", "points"),
    [
        ("The team moved all of the stock to the new hall.", "en", False),
        ("Leitung der Küche und des Einkaufs für das Haus mit dem Team", "de", True),
        ("Responsable de la cuisine et des achats pour le groupe dans les Alpes", "fr", True),
        ("Jefe de cocina del hotel y responsable de las compras para el grupo", "es", True),
        ("Budget of the house: 1.250.000 with the rest to come", "en", True),
        ("Mahlzeiten", "en", False),
    ],
)
def test_a_text_shows_how_it_writes_numbers(text: str, language: str, points: bool) -> None:
    assert style_of_text(text) == WritingStyle(language, points)


def test_a_known_rating_makes_a_score_of_a_bare_fraction(units: Units) -> None:
    [found] = find_quantities("4.6/5", units, is_rating=True)

    assert (found.value, found.dimension) == (4.6, "score")


# ---------------------------------------------------------------- counted nouns


@pytest.mark.parametrize(
    ("behind", "unit"),
    [
        (" customers", "customers"), (" active users", "active users"), (" of them", None), ("-database plan", "databases"),
        (" global data centers", "data centers"), (" faster", None), (" and more", None), (" news", None),
    ],
)  # fmt: skip
def test_the_counted_noun_is_the_first_plural(behind: str, unit: str | None) -> None:
    found = noun_after(f"32{behind}", 2)

    assert (None if found is None else found.unit) == unit


@pytest.mark.parametrize("word", ["process", "status", "analysis", "AWS", "uses", "bus"])
def test_an_s_at_the_end_is_not_always_a_plural(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("one", "many"), [("branch", "branches"), ("query", "queries"), ("day", "days"), ("people", "people")]
)
def test_regular_plurals_are_built(one: str, many: str) -> None:
    assert plural(one) == many
