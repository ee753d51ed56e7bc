"""The forms of a word come together, and words that only look alike stay apart."""

from __future__ import annotations

import pytest

from graph.roots import root
from graph.word_forms import APART, IRREGULAR, RESPELLED, SPELLINGS

TOGETHER = (
    "write writes wrote written writing", "modernise modernised modernising modernisation modernize modernization",
    "analyse analyze analysing analysis", "behaviour behaviors behavioural behavioral", "organisation organized organizers",
    "paediatric pediatrics", "centre centers", "programme programs", "licence licenses", "child children", "lead led leading",
    "teach taught teaching", "supervise supervised supervising", "promise promised promising", "exercise exercises",
)  # fmt: skip
APART_PAIRS = (
    "hospital hospitality", "engine engineer", "experiment experience", "custom customer", "object objective",
    "position positive", "response responsible", "internal international", "organ organization", "product production",
    "market marketing", "modern modernise", "author authority", "account accounting", "util utilise",
)  # fmt: skip


@pytest.mark.parametrize("words", TOGETHER, ids=lambda words: words.split()[0])
def test_forms_of_one_word_have_one_root(words: str) -> None:
    assert len({root(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", APART_PAIRS, ids=lambda words: words.replace(" ", "-"))
def test_words_that_only_look_alike_have_two(words: str) -> None:
    one, other = words.split()

    assert root(one) != root(other)


def test_what_no_english_word_is_stays_as_it_is() -> None:
    assert [root(word) for word in ("zürich", "c++", "k8s", "")] == ["zürich", "c++", "k8s", ""]


@pytest.mark.parametrize("table", [IRREGULAR, RESPELLED, APART], ids=["irregular", "respelled", "apart"])
def test_no_form_is_listed_twice(table: str) -> None:
    forms = [word for entry in table.split("|") for word in entry.replace(":", " ").split()]

    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_every_british_spelling_has_an_american_one() -> None:
    assert all(len(pair.split(":")) == 2 for pair in SPELLINGS.split())
