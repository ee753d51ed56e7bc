"""Concepts of working life: the vocabulary is sound, texts tell them, queries ask for them, and each is used or named untested."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.concept_patterns import query_words
from graph.concept_vocabulary import concepts_from_json, load_concepts
from graph.concepts import ConceptFinder
from graph.errors import VocabularyError

GOLDEN = Path(__file__).parent / "golden" / "concepts.txt"
UNTESTED = Path(__file__).parent / "golden" / "concepts_untested.txt"
ASKED = {
    "pushed back on scope": "saying-no",
    "handled a sudden growth in traffic": "sudden-peak",
    "owned up to a mistake": "owning-mistakes",
    "taught newcomers": "onboarding-newcomers",
    "retired an old product": "decommissioning",
    "convinced sceptical colleagues": "persuading-sceptics",
    "reduced cpu": "went-down",
}


@pytest.fixture(scope="module")
def finder() -> ConceptFinder:
    return load_concepts()


def golden() -> list[tuple[str, list[str]]]:
    blocks = GOLDEN.read_text(encoding="utf-8").split("\n\n")[1:]
    return [(text.strip(), wanted.split()) for block in blocks for text, _, wanted in [block.partition("\n.\n")]]


@pytest.mark.parametrize(("text", "wanted"), golden(), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_a_text_tells_what_the_golden_file_says(finder: ConceptFinder, text: str, wanted: list[str]) -> None:
    told = {found.concept_id for found in finder.told(text)}

    assert {key for key in wanted if not key.startswith("!")} <= told
    assert not {key[1:] for key in wanted if key.startswith("!")} & told


@pytest.mark.parametrize(("query", "concept"), ASKED.items(), ids=lambda value: str(value))
def test_a_query_asks_for_an_experience(finder: ConceptFinder, query: str, concept: str) -> None:
    assert concept in {asked.concept_id for asked in finder.asked(query)[:2]}


def test_places_of_a_told_concept_stand_in_the_text(finder: ConceptFinder) -> None:
    text = "First we wrote.\nThen orders tripled overnight, and on call nobody slept.  Zürich 🎉 said no."

    found = finder.told(text)

    assert found
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert finder.told(text, ["saying-no"]) == [one for one in found if one.concept_id == "saying-no"]


def test_no_pattern_reaches_over_the_end_of_a_sentence(finder: ConceptFinder) -> None:
    joined = {one.concept_id for one in finder.told("I said no to the export")}
    apart = {one.concept_id for one in finder.told("I said. No export was made")}

    assert "saying-no" in joined
    assert "saying-no" not in apart


def test_a_finder_survives_its_json(finder: ConceptFinder) -> None:
    again = concepts_from_json(json.loads(json.dumps(finder.to_json())))
    text = GOLDEN.read_text(encoding="utf-8")

    assert again.told(text) == finder.told(text)
    assert again.asked("handled a sudden growth in traffic") == finder.asked("handled a sudden growth in traffic")
    assert again.with_wider(finder.concepts) == finder.with_wider(finder.concepts)
    assert [again.near(key) for key in again.concepts] == [finder.near(key) for key in finder.concepts]
    assert again.matters == finder.matters


def test_wider_concepts_come_along_and_no_circle_hangs(finder: ConceptFinder) -> None:
    for concept in finder.concepts.values():
        wider = finder.with_wider([concept.id])

        assert wider[0] == concept.id
        assert set(concept.broader) <= set(wider)
        assert len(wider) == len(set(wider))


def test_two_experiences_are_near_each_other_whichever_lists_the_other(finder: ConceptFinder) -> None:
    for concept in finder.concepts.values():
        assert concept.id not in finder.near(concept.id)
        assert not set(finder.near(concept.id)) & set(finder.with_wider([concept.id])), concept.id
        assert all(concept.id in finder.near(other) for other in concept.near)


def test_no_matter_is_listed_twice(finder: ConceptFinder) -> None:
    names = [name for matter in finder.matters for name in matter]

    assert len(names) == len(set(names)) > 150
    assert all(names)


def test_the_words_of_a_query_are_those_that_count() -> None:
    assert [("pushed back on scope")[start:end] for start, end in query_words("pushed back on scope")] == [
        "pushed", "back", "scope",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [("x <nowhere>", "no class <nowhere>"), ("asked why", "'why' in 'asked why' holds small words only")],
)
def test_a_malformed_vocabulary_is_an_error_with_its_line(
    monkeypatch: pytest.MonkeyPatch, pattern: str, wrong: str
) -> None:
    broken = {"concepts": [{"id": "a", "name": "A", "says": [pattern], "__line__": 7}], "__line__": 1}
    monkeypatch.setattr("graph.concept_vocabulary.read_vocabulary_file", lambda name: broken)

    with pytest.raises(VocabularyError, match=rf"concepts\.yaml:7: {wrong}"):
        load_concepts.__wrapped__()  # what is loaded already stays as it is


@pytest.mark.parametrize("relation", ["broader", "near"])
def test_a_relation_to_no_concept_is_an_error_with_its_line(monkeypatch: pytest.MonkeyPatch, relation: str) -> None:
    broken = {"concepts": [{"id": "a", "name": "A", relation: ["b"], "__line__": 7}], "__line__": 1}
    monkeypatch.setattr("graph.concept_vocabulary.read_vocabulary_file", lambda name: broken)

    with pytest.raises(VocabularyError, match=rf"concepts\.yaml:7: no concept 'b' to be {relation}"):
        load_concepts.__wrapped__()


def test_what_no_case_uses_is_listed_as_untested(finder: ConceptFinder) -> None:
    used = {key.lstrip("!") for _, wanted in golden() for key in wanted if not key.startswith("!")} | set(
        ASKED.values()
    )
    for path in (Path(__file__).parent / "judgements").glob("*.yaml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("- query: "):
                used |= {asked.concept_id for asked in finder.asked(line.removeprefix("- query: ").strip('"'))}
    listed = {line for line in UNTESTED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}

    assert listed == set(finder.concepts) - used


def test_a_question_of_small_words_asks_for_nothing(finder: ConceptFinder) -> None:
    assert finder.asked("why do we") == []
