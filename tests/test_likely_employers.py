"""Which names on a page are employers': candidates, what is asked of them, and which are added to those that the rules read."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy import HIDDEN, SETS
from benchmarks.annotations import load_annotations
from graph.documents import Document
from graph.extraction.employment.employer_candidates import page_of_employers
from graph.extraction.employment.employer_signs import EMPLOYER_SIGNS
from graph.extraction.employment.likely_employers import forest
from graph.model import EntityKind, RelationKind
from graph.pipeline import interpret
from graph.readers import reader_for
from tests.career_reading import reading_of
from tools.learn_employers import FIRST_SIGHT

HIGHLIGHTS = """\
# Career highlights

Figures from eight years of nursing management.

## Flow

* Boarding at Wendelmoor Health: 3.9 hours in 2023, 2.1 hours in 2024.
* Supply rooms, Wendelmoor Health, 2020: expired stock fell from 9% to 2%.

## People

* Hired 41 nurses for Wendelmoor Health and kept 38 of them.
* Wrote the roster with Helen Marsh in Excel.
* Diploma in Nursing, Saltbrook University, 2012.
"""


def document_of(text: str, name: str = "page.md") -> Document:
    return reader_for(name).read(text.encode("utf-8"), name)


def likely(text: str, name: str = "page.md") -> list[str]:
    mentions = interpret(document_of(text, name)).of(EntityKind.EMPLOYER)
    return sorted({mention.name for mention in mentions if mention.rule == "likely employer"})


@given(
    st.lists(st.sampled_from(["Wendelmoor Health", "at", "\n", "St. Mary.", "Kafka", "- ", "Tarn & Co", "’s", "2021"]))
)
def test_a_candidate_stands_where_it_says_and_every_sign_tells_a_number(words: list[str]) -> None:
    page = page_of_employers(reading_of(" ".join(words)), [])

    for candidate in page.candidates:
        assert page.text[candidate.start : candidate.end] == candidate.name
        assert not candidate.name.endswith((".", "’s", " "))
        assert all(np.isfinite(float(sign(page, candidate))) for sign in EMPLOYER_SIGNS.values())


def test_names_end_with_their_sentence() -> None:
    page = page_of_employers(reading_of("She left Tarn Hospital. Hospital beds were few."), [])

    assert [candidate.name for candidate in page.candidates] == ["She", "Tarn Hospital", "Hospital"]


def test_signs_say_how_a_name_stands() -> None:
    page = page_of_employers(reading_of(HIGHLIGHTS, "page.md"), ["Wendelmoor Health"])
    first = next(candidate for candidate in page.candidates if candidate.name == "Wendelmoor Health")
    signs = {name: float(sign(page, first)) for name, sign in EMPLOYER_SIGNS.items()}

    assert signs["rules took it"] == signs["behind at"] == signs["is list item"] == signs["rules' employers"] == 1
    assert (signs["times"], signs["said before"], signs["words"], signs["years here"]) == (3, 0, 2, 2)
    assert (signs["bullet"], signs["years of page"]) == (1, 4)


def test_trees_ask_signs_that_there_are_and_nearly_all_of_them() -> None:
    assert set(forest().signs) <= set(EMPLOYER_SIGNS)
    assert len(forest().signs) > 0.85 * len(EMPLOYER_SIGNS)


def test_a_house_that_no_post_names_is_an_employer_with_its_words() -> None:
    reading = interpret(document_of(HIGHLIGHTS))
    found = [m for m in reading.of(EntityKind.EMPLOYER) if m.rule == "likely employer"]

    assert {m.name for m in found} == {"Wendelmoor Health"}
    assert all(reading.document.quote(m.span) == m.text == "Wendelmoor Health" and m.confidence < 0.8 for m in found)
    assert any(r.kind is RelationKind.WORKS_AT and r.target == found[0].identity for r in reading.relations)


def test_a_house_of_a_post_is_not_added_once_more() -> None:
    text = (
        HIGHLIGHTS + "\n## Experience\n\n### Nurse Manager, Wendelmoor Health Group, 2016 – 2024\n\n- Ran two wards\n"
    )

    assert likely(text) == []


@pytest.mark.parametrize("other", ["Helen Marsh", "Saltbrook University", "Excel", "Career", "Figures"])
def test_people_schools_tools_and_ordinary_words_are_no_employers(other: str) -> None:
    assert all(other not in name for name in likely(HIGHLIGHTS))


def test_a_short_page_and_a_file_of_keys_and_values_are_left_to_the_rules() -> None:
    assert likely("Boarding at Wendelmoor Health: 3.9 hours in 2023.\n") == []
    assert likely("\n".join(f"note {n}: Boarding at Wendelmoor Health" for n in range(9)), "work.yaml") == []


def test_first_sight_is_kept_of_each_document_that_is_learned_from_and_of_no_other() -> None:
    kept = json.loads(FIRST_SIGHT.read_text(encoding="utf-8"))
    learned = {
        f"{SETS[name].name}/{annotation.document}"
        for name in SETS
        if name not in HIDDEN
        for annotation in load_annotations(SETS[name])
    }

    assert set(kept) == learned
    assert sum(map(len, kept.values())) > 800
