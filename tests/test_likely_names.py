"""Whose name a page bears where no rule states it: candidates, what is asked of them, the learned trees, and what is made of it."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction.people.known_names import FILE, folded, is_given_name, is_surname
from graph.extraction.people.likely_names import _is_known, forest, likely_name, weighed_names
from graph.extraction.people.name_candidates import page_of_names
from graph.extraction.people.name_signs import NAME_SIGNS
from graph.extraction.people.people import find_people
from tests.career_reading import reading_of
from tools.others_named import with_others

TALE = """\
# Returns desk

The shop lost a third of its parcels between the counter and the van.

## Situation

Labels were written by hand, and the queue stood to the quay on Fridays.

## Action

I drew a new label and taught the clerks.

## Result

The time at the desk fell from nine minutes to two.

"""
FOOT = TALE + "Previous project\n\nAll projects\n\nDesigned & built by Marta Ellwood · Last updated 04/2025\n"
MENU = "Simon Kolkman\nWork\nAbout\nContact\n\n" + TALE
ABOUT = TALE + "## About me\n\nJulia Bergmann, former chemistry teacher (7 years). Diploma from a data academy, 2024.\n"
OTHERS = (
    "Client: Helen Marsh",
    "Photos by Helen Marsh",
    "Thanks to Helen Marsh and Peter Olsson for their patience.",
    "Team: Helen Marsh, Peter Olsson, Simon Kolkman",
    "I reported to Helen Marsh, head of operations.",
    '"The calmest person in the building."\n- Helen Marsh, Head of Operations, Quillmark Retail',
    "Supervisor: Helen Marsh",
    "North Pier\n\nOpen from nine to five.",
)


# ---------------------------------------------------------------- names that are known


def test_the_lists_are_folded_sorted_and_say_their_source() -> None:
    remark, *lines = FILE.read_text(encoding="utf-8").splitlines()

    assert "MIT licence" in remark
    assert "tools/learn_names.py" in remark
    for kind, fewest in (("given", 10_000), ("surname", 10_000), ("ordinary", 500)):
        names = [name for line in lines if line.startswith(f"{kind} ") for name in line.split()[1:]]
        assert names == sorted(set(names))
        assert all(folded(name) == name for name in names)
        assert len(names) > fewest
    assert {line.split()[0] for line in lines} == {"given", "surname", "ordinary"}


@pytest.mark.parametrize("word", ["Inês", "MARTA", "Jean-Luc", "Łukasz", "Ольга"])
def test_a_given_name_is_known_in_any_case_with_or_without_accents(word: str) -> None:
    assert is_given_name(word)


def test_other_words_are_no_given_names_and_a_part_of_a_double_surname_will_do() -> None:
    assert not any(map(is_given_name, ["Kubernetes", "Portfolio", "Project", "Next"]))
    assert is_surname("Okonkwo-Smith")


# ---------------------------------------------------------------- candidates and signs


@given(st.lists(st.sampled_from(["Marta Ellwood", "by", "\n", "Kafka", "J. R. Doe,", "©", "anna. weir", "> ", "## "])))
def test_a_candidate_stands_where_it_says_in_a_line_of_its_page(words: list[str]) -> None:
    page = page_of_names(reading_of(" ".join(words)))

    for number, candidate in enumerate(page.candidates):
        assert page.text[candidate.start : candidate.end] == candidate.name
        assert candidate.number == number
        start, _ = page.lines[candidate.line]
        assert page.text.startswith(f"{candidate.before}{candidate.name}{candidate.behind}", start)
        assert all(np.isfinite(float(sign(page, candidate))) for sign in NAME_SIGNS.values())


def test_of_a_long_list_of_names_the_first_are_asked() -> None:
    assert len(page_of_names(reading_of("Marta Ellwood met Simon Kolkman.\n" * 1000)).candidates) == 200


def values_of(text: str, name: str) -> dict[str, float]:
    page = page_of_names(reading_of(text))
    candidate = next(candidate for candidate in page.candidates if candidate.name == name)
    return {sign: float(of(page, candidate)) for sign, of in NAME_SIGNS.items()}


def test_signs_say_how_a_name_stands() -> None:
    signs = values_of(FOOT, "Marta Ellwood")
    assert {"by", "given name", "bracket or dash behind", "is a personal name"} <= {
        name for name in signs if signs[name]
    }
    assert (signs["line from the end"], signs["words"], signs["times"], signs["leads on"]) == (1, 2, 1, 0)
    signs = values_of(MENU, "Simon Kolkman")
    assert (signs["line"], signs["nothing before"], signs["nothing behind"]) == (0, 1, 1)
    signs = values_of(ABOUT, "Julia Bergmann")
    assert signs["of own account"] == signs["comma behind"] == 1
    signs = values_of(TALE + OTHERS[5], "Helen Marsh")
    assert signs["bullet"] == signs["role behind"] == 1
    assert values_of(TALE + OTHERS[3], "Peter Olsson")["names in its line"] == 3
    assert values_of(TALE + OTHERS[0], "Helen Marsh")["of others"] == 1
    assert values_of("Hi, marta@ellwood.example\n\nMarta Ellwood\n", "Marta Ellwood")["in addresses"] == 2


# ---------------------------------------------------------------- trees and what is made of them


def test_trees_ask_signs_that_there_are_and_nearly_all_of_them() -> None:
    assert set(forest().signs) <= set(NAME_SIGNS)
    assert len(forest().signs) > 0.85 * len(NAME_SIGNS)


@pytest.mark.parametrize(
    ("text", "name"),
    [(FOOT, "Marta Ellwood"), (MENU, "Simon Kolkman"), (f"{TALE}\nJulia Bergmann\nNext project\n", "Julia Bergmann")],
)
def test_the_likeliest_name_is_the_authors(text: str, name: str) -> None:
    reading = reading_of(text, "page.md")

    found = likely_name(reading)

    assert found is not None
    assert (found.name, text[found.span.start : found.span.end]) == (name, name)
    (person,) = find_people(reading)
    assert (person.name, person.attributes["named"]) == (name, True)


@pytest.mark.parametrize("others", OTHERS)
def test_names_of_others_are_not_the_authors(others: str) -> None:
    assert likely_name(reading_of(f"{TALE}{others}\n", "page.md")) is None


def test_a_name_of_one_word_beside_a_degree_is_weighed_too() -> None:
    page = page_of_names(reading_of(f"Marta PhD\n\n{TALE}Marta PhD\n", "page.md"))

    assert [name.name for name, _ in weighed_names(page)] == ["Marta", "Marta"]
    assert all(_is_known(page, name) for name in page.candidates)


def test_a_short_page_and_a_file_of_keys_and_values_are_left_to_the_rules() -> None:
    assert likely_name(reading_of("Returns desk\n\nDesigned & built by Marta Ellwood · Last updated 04/2025\n")) is None
    assert (
        likely_name(reading_of("\n".join(f"note {n}: Built by Marta Ellwood" for n in range(9)), "work.yaml")) is None
    )


def test_the_name_in_careergraph_yaml_comes_before_a_likely_one() -> None:
    (person,) = find_people(reading_of(FOOT, "page.md"), name="Alma Weir")

    assert person.name == "Alma Weir"


def test_lines_about_others_are_drawn_alike_for_one_seed_and_change_nothing_else() -> None:
    drawn = [with_others(TALE, ["marta"], ["ellwood"], random.Random(seed)) for seed in (7, 7, 8)]

    assert drawn[0] == drawn[1] != drawn[2]
    assert all(part in drawn[0].split("\n\n") for part in TALE.split("\n\n"))
    assert "{" not in "".join(drawn)
