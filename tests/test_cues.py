"""Words that speak for an experience without telling it: what they are worth, and what is found by them."""

from __future__ import annotations

import pytest

from graph.concept_patterns import Pattern
from graph.concept_vocabulary import load_concepts
from graph.cues import FIELD, Cues
from graph.errors import VocabularyError
from index.results import SearchRequest
from index.search import SearchIndex
from tests.small_graph import index_of_texts

TEXTS = {
    "ward.md": "# Ward\n\nPut barcodes on every vial, so that no wrong dose of insulin is given.\n",
    "garden.md": "# Garden\n\nPlanted two rows of beans along the wall.\n",
    "law.md": "# Law\n\nThe jury believed my witness and the landlord lost his appeal.\n",
    "lock.md": "# Lock\n\nAfter the breach I revoked every leaked password at once.\n",
}


@pytest.fixture(scope="module")
def ix(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return index_of_texts(TEXTS, tmp_path_factory.mktemp("buckets"))


def pattern(concept: str, *slots: str) -> Pattern:
    return Pattern(concept, tuple(frozenset((word,) for word in slot.split()) for slot in slots))


def test_a_word_of_few_experiences_is_a_better_cue_than_one_of_many() -> None:
    patterns = [pattern(f"c{number}", "cut", f"own{number}") for number in range(20)]
    patterns += [pattern("c0", "rota"), pattern("c1", "rota")]
    cues = Cues(patterns, {}).of("c0")

    assert cues[("own0",)] > 0
    assert ("cut",) not in cues
    assert cues[("rota",)] > 0


def test_what_is_listed_counts_though_no_pattern_has_it() -> None:
    cues = Cues([pattern("a", "one"), pattern("b", "two")], {"a": [("by", "hand")]})

    assert cues.of("a")[("by", "hand")] > 0
    assert ("by", "hand") not in cues.of("b")
    assert cues.of("nowhere") == {}


def test_a_products_name_speaks_for_no_experience_but_for_its_field() -> None:
    listed = {"migration": [("mysql",), ("cutover",)], f"{FIELD}databases": [("mysql",), ("table",)]}
    cues = Cues([pattern("migration", "moved", "mysql")], listed, frozenset({("mysql",)}))

    assert ("mysql",) not in cues.of("migration")
    assert ("cutover",) in cues.of("migration")
    assert ("mysql",) in cues.of(f"{FIELD}databases")


def test_which_words_are_products_is_told_by_the_vocabulary_of_technologies_but_for_ordinary_words() -> None:
    products = load_concepts().products

    assert {("mysql",), ("kubernet",)} <= products
    assert not {("table",), ("go",), ("access",), ("migrat",)} & products


def test_a_field_is_asked_for_by_each_of_its_words() -> None:
    cues = Cues([], {f"{FIELD}medicine": [("dose",), ("drug",)], f"{FIELD}law": [("jury",)]})

    assert [key for key, _ in cues.fields_of(["drug"])] == [f"{FIELD}medicine"]
    assert cues.fields_of(["hedgehog"]) == []


@pytest.mark.parametrize(
    ("query", "document"),
    [("wrong drug prescribed", "ward.md"), ("won a court case", "law.md")],
)
def test_a_passage_is_found_by_what_speaks_for_it(ix: SearchIndex, query: str, document: str) -> None:
    hits = ix.search(SearchRequest(query)).hits

    assert hits[0].span.document_id == document
    assert "garden.md" not in {hit.span.document_id for hit in hits}


def test_a_hit_names_the_cues_that_it_answers_by(ix: SearchIndex) -> None:
    hit = ix.search(SearchRequest("won a court case")).hits[0]

    assert any("jury" in row.matched_by for row in hit.why)
    assert sum(row.weight for row in hit.why) == pytest.approx(hit.score, abs=0.01)


def test_what_nobody_did_is_not_found(ix: SearchIndex) -> None:
    for query in ("beekeeping", "taxidermy", "falconry", "submarine sonar", "blockchain tokens"):
        assert ix.search(SearchRequest(query)).total == 0, query


@pytest.mark.parametrize(
    ("cues", "wrong"), [(["a"], "a mapping"), ({"nowhere": "x"}, "no concept"), ({"a": ["x"]}, "one text")], ids=str
)
def test_malformed_cues_are_an_error(monkeypatch: pytest.MonkeyPatch, cues: object, wrong: str) -> None:
    concepts = {"concepts": [{"id": "a", "name": "A", "says": ["x"], "__line__": 7}], "__line__": 1}
    monkeypatch.setattr(
        "graph.concept_vocabulary.read_vocabulary_file", lambda name: cues if name == "cues.yaml" else concepts
    )

    with pytest.raises(VocabularyError, match=rf"cues\.yaml.*{wrong}"):
        load_concepts.__wrapped__()  # what is loaded already stays as it is


def test_a_reason_names_the_experience_or_the_subject_by_which_a_word_answers(ix: SearchIndex) -> None:
    drug, court = (
        {row.matched_by for row in ix.search(SearchRequest(query)).hits[0].why}
        for query in ("wrong drug prescribed", "won a court case")
    )

    assert "same subject insulin (medicines)" in drug
    assert "in other words witness (Cases, contracts and law)" in court
