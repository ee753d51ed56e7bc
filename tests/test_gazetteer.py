"""Looking up terms: by their written form for technologies, by the stems of their words for practices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.gazetteer import Term, fold
from graph.model import EntityKind
from graph.stem_gazetteer import StemGazetteer
from graph.stems import stem, stems
from graph.surface_gazetteer import SurfaceGazetteer


def tech(name: str, *aliases: str, **guards: object) -> Term:
    return Term(name.casefold(), EntityKind.TECHNOLOGY, name, aliases, **guards)  # type: ignore[arg-type]


def names(gazetteer: SurfaceGazetteer | StemGazetteer, text: str) -> list[str]:
    return [found.term.name for found in gazetteer.find(text)]


def test_names_and_aliases_are_found_whatever_their_case() -> None:
    gazetteer = SurfaceGazetteer([tech("Kubernetes", "K8s")])

    assert [(f.start, f.end) for f in gazetteer.find("KUBERNETES or k8s")] == [(0, 10), (14, 17)]


def test_the_longest_name_wins() -> None:
    gazetteer = SurfaceGazetteer([tech("Google Cloud"), tech("Google Cloud Run")])

    assert names(gazetteer, "on Google Cloud Run") == ["Google Cloud Run"]


def test_a_part_of_a_word_is_no_name() -> None:
    assert names(SurfaceGazetteer([tech("Java"), tech("Redis")]), "javanese, reddish, redistribute") == []


@pytest.mark.parametrize("text", ["C++", "(C++)", "C++, C", "in C++."])
def test_signs_belong_to_a_name(text: str) -> None:
    assert names(SurfaceGazetteer([tech("C++")]), text) == ["C++"]


def test_a_leading_dot_belongs_to_a_name() -> None:
    gazetteer = SurfaceGazetteer([tech(".NET")])

    assert names(gazetteer, "on .NET") == [".NET"]
    assert names(gazetteer, "see example.net") == []


def test_a_version_may_follow_without_a_space() -> None:
    assert names(SurfaceGazetteer([tech("Python")]), "in Python3") == ["Python"]


@pytest.mark.parametrize("text", ["Elastic-search", "Elastic Search", "ElasticSearch"])
def test_space_and_hyphen_and_neither_are_one_spelling(text: str) -> None:
    assert names(SurfaceGazetteer([tech("Elastic Search")]), text) == ["Elastic Search"]


@pytest.mark.parametrize("text", ["https://kafka.example/kafka", "kafka@example.org", "www.kafka.org"])
def test_links_and_addresses_hold_no_names(text: str) -> None:
    assert names(SurfaceGazetteer([tech("Kafka")]), text) == []


def test_an_unless_phrase_takes_its_word() -> None:
    gazetteer = SurfaceGazetteer([tech("Jersey", unless=("New Jersey",))])

    assert names(gazetteer, "in New Jersey") == []
    assert names(gazetteer, "with Jersey") == ["Jersey"]


def test_a_guarded_name_says_that_its_context_must_confirm_it() -> None:
    gazetteer = SurfaceGazetteer([tech("Go", context=("code",), plain=("Golang",))])

    assert [(f.term.name, f.guarded) for f in gazetteer.find("Go or Golang")] == [("Go", True), ("Go", False)]


def test_an_exact_name_in_another_case_is_marked() -> None:
    gazetteer = SurfaceGazetteer([tech("Excel", case_exact=True)])

    assert [f.other_case for f in gazetteer.find("Excel, excel")] == [False, True]


def test_a_word_of_the_list_may_be_glued_behind_a_name() -> None:
    gazetteer = SurfaceGazetteer([tech("Cosmos DB")], glued_words=["migration"])

    assert [(f.start, f.end, f.glued) for f in gazetteer.find("cosmos dbmigration, cosmos dbase")] == [(0, 9, True)]


def test_an_empty_gazetteer_finds_nothing() -> None:
    assert SurfaceGazetteer([]).find("Kafka") == StemGazetteer([]).find("Kafka") == []


# ---------------------------------------------------------------- by stems


def practice(name: str, *aliases: str) -> Term:
    return Term(name, EntityKind.PRACTICE, name, aliases)


@pytest.mark.parametrize("text", ["roll back", "rolled back", "rolling-back", "rolls\nback"])
def test_inflected_words_are_found(text: str) -> None:
    assert names(StemGazetteer([practice("roll back")]), text) == ["roll back"]


@pytest.mark.parametrize("text", ["roll. Back", "roll, back", "roll\n\nback", "roll the back"])
def test_words_must_follow_one_another(text: str) -> None:
    assert names(StemGazetteer([practice("roll back")]), text) == []


def test_a_lone_word_needs_more_than_its_stem() -> None:
    gazetteer = StemGazetteer([practice("production")])

    assert names(gazetteer, "a product") == []
    assert names(gazetteer, "productions") == ["production"]


def test_the_longest_practice_wins() -> None:
    gazetteer = StemGazetteer([practice("load testing"), practice("load testing strategy")])

    assert names(gazetteer, "a load-testing strategy") == ["load testing strategy"]


def test_stems_keep_their_places() -> None:
    assert stems("Rolled back") == [("roll", 0, 6), ("back", 7, 11)]


def test_words_of_other_scripts_keep_their_letters() -> None:
    assert stem("разработка") == "разработка"


# ---------------------------------------------------------------- folding


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=80))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    gazetteer = SurfaceGazetteer([tech("Kafka"), tech("C++"), tech(".NET"), tech("Go")])

    found = gazetteer.find(f"{text} Kafka {text}")

    assert all(fold(f"{text} Kafka {text}")[f.start : f.end] == fold(f.term.name) for f in found)


def test_stems_are_found_in_their_case_and_outside_of_phrases_where_a_term_says_so() -> None:
    scaled = Term("safe", EntityKind.PRACTICE, "SAFe", ("Scaled Agile Framework",), case_exact=True)
    kits = Term("design-systems", EntityKind.PRACTICE, "design systems", unless=("I design systems",))
    gazetteer = StemGazetteer([scaled, kits])

    assert [item.term.name for item in gazetteer.find("SAFe, and the scaled agile frameworks")] == ["SAFe", "SAFe"]
    assert [item.term.name for item in gazetteer.find("Two design systems. How I\ndesign systems")] == [
        "design systems"
    ]
    assert gazetteer.find("Planned a safe change.") == []
