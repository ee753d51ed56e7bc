"""Queries in other words than the text's: synonyms and experiences, sentence by sentence; and the synonyms themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.concept_patterns import sentence_ends
from graph.errors import VocabularyError
from graph.synonyms import Synonyms, load_synonyms, synonyms_from_json
from index.other_words.matters import Matters
from index.other_words.slots import NEAR, stems_of
from index.results import Hit, SearchRequest
from index.search import SearchIndex
from tests.small_graph import index_of_texts

TEXTS = {
    "rota.md": "# Ward 4\n\nNurses resigned every month. The rota was made by one person.\n\nI drew it up anew; nobody quit.\n",
    "depot.md": "# Depot\n\nSpent two nights in the depot to see how parcels are scanned. The scanners were old.\n",
    "till.md": "# Till\n\nEmployees count the till. The lorry leaves at nine. The shutters are green.\n",
    "loss.md": "# Meters\n\nThe list pointed at energy that was never billed. It was printed on Mondays.\n",
}


@pytest.fixture(scope="module")
def ix(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return index_of_texts(TEXTS, tmp_path_factory.mktemp("buckets"))


def hits(ix: SearchIndex, query: str) -> list[Hit]:
    return list(ix.search(SearchRequest(query)).hits)


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("stopped workers from quitting", "rota.md"),
        ("observed couriers in person", "depot.md"),
        ("uncovered lost income", "loss.md"),
    ],
)
def test_what_is_asked_in_other_words_is_found(ix: SearchIndex, query: str, document: str) -> None:
    assert hits(ix, query)[0].span.document_id == document


def test_a_hit_says_and_marks_by_which_other_words_it_answers(ix: SearchIndex) -> None:
    first = hits(ix, "uncovered lost income")[0]

    said = {(row.term, row.matched_by) for row in first.why if row.matched_by.startswith("in other words ")}
    assert ("uncovered", "in other words pointed") in said
    assert ("pointed", True) in first.pieces


def test_what_tells_little_beside_the_rest_is_neither_named_nor_marked_and_nothing_is_named_twice(
    ix: SearchIndex,
) -> None:
    for query in ("stopped workers from quitting", "uncovered lost income", "observed couriers in person"):
        for hit in hits(ix, query):
            told = [(row.term, row.matched_by) for row in hit.why if row.matched_by.startswith("in other words ")]
            weights = [row.weight for row in hit.why if row.matched_by.startswith("in other words ")]
            assert len(told) == len(set(told))
            assert not weights or min(weights) >= 0.2 * max(weights)


def test_a_technology_that_nobody_used_is_told_by_nothing_else(ix: SearchIndex) -> None:
    assert hits(ix, "kubernetes scanners") == []
    assert hits(ix, "elderly scanners")


def test_a_technology_named_as_an_ordinary_word_is_meant_where_it_is_no_everyday_one_or_written_so(
    ix: SearchIndex,
) -> None:
    assert hits(ix, "terraform scanners") == []
    assert hits(ix, "scanners in Unity") == []
    assert hits(ix, "scanners in unity")
    assert hits(ix, "slack scanners")


def test_a_matter_is_told_by_its_own_names_alone(ix: SearchIndex, tmp_path: Path) -> None:
    told = "# Evenings\n\nCoached the juniors of the pitch. Wrote the training plans.\n\n# Winter\n\nWelders needed training.\n"
    club = index_of_texts({"club.md": told}, tmp_path)

    assert hits(ix, "rugby scanners") == []
    assert club.search(SearchRequest("coached a rugby team")).total == 0
    assert "Winter" in {hit.title for hit in club.search(SearchRequest("welding training")).hits}
    assert club.search(SearchRequest("coached a team")).total


def test_a_matter_of_several_words_is_meant_where_they_stand_together(ix: SearchIndex) -> None:
    matters = Matters([("venture capital", "seed round"), ("patent",)], lambda row: 0)

    assert matters.absent(stems_of("raised venture capital"))
    assert matters.absent(stems_of("filed two patents"))
    assert not matters.absent(stems_of("capital of a venture"))


def test_what_is_near_an_experience_answers_but_is_not_asked_for(ix: SearchIndex) -> None:
    read = ix.reader.read("wore many hats", SearchRequest(""))
    slots = ix.other_words._reader.read(read.query)

    asked, near = (max(value for _, value in slots.concepts[key]) for key in ("many-roles", "single-handed"))
    assert near == pytest.approx(NEAR * asked)
    assert "many-roles" in slots.asked
    assert "single-handed" not in slots.asked


def test_words_for_a_size_alone_ask_for_what_they_tell(ix: SearchIndex, tmp_path: Path) -> None:
    told = "# Club\n\nWe had no funding, so the shed was built from donated planks.\n\n# Bridge\n\nThe bridge was inspected.\n"
    response = index_of_texts({"club.md": told}, tmp_path).search(SearchRequest("done on a shoestring"))

    assert [hit.title for hit in response.hits][:1] == ["Club"]


def test_reasons_add_up_to_the_score(ix: SearchIndex) -> None:
    for hit in hits(ix, "stopped workers from quitting"):
        assert sum(row.weight for row in hit.why) == pytest.approx(hit.score, abs=0.01)


def test_a_word_that_the_vocabulary_knows_is_no_slip_of_the_corpuss_own(tmp_path: Path) -> None:
    told = "# Letters\n\nWrote the letter of apology to both customers.\n\n# Ends\n\nSewed the ends of ropes for customers.\n"
    response = index_of_texts({"letters.md": told}, tmp_path).search(SearchRequest("made amends with customers"))

    assert response.suggestion is None
    assert "apology" in response.hits[0].text


def test_an_experience_answers_the_words_that_ask_for_it_and_no_others(ix: SearchIndex) -> None:
    read = ix.reader.read("owned up to mistakes and hired nurses", SearchRequest(""))
    slots = ix.other_words._reader.read(read.query)

    answered = {slots.sources[slot] for slot, value in slots.concepts["owning-mistakes"] if value}
    assert "mistakes" in answered
    assert answered.isdisjoint({"hired", "nurses"})


def test_words_in_one_sentence_come_before_the_same_words_apart(ix: SearchIndex) -> None:
    order = [hit.span.document_id for hit in hits(ix, "workers quitting")]

    assert order.index("rota.md") < order.index("till.md")


def test_a_trade_that_is_nowhere_finds_nothing(ix: SearchIndex) -> None:
    for query in ("photography", "illustrator wireframes", "archaeology"):
        assert ix.search(SearchRequest(query)).total == 0, query


def test_words_that_stand_together_are_met_as_words(ix: SearchIndex) -> None:
    assert [hit.span.document_id for hit in hits(ix, "green shutters")] == ["till.md"]


def test_a_facet_only_narrows_what_is_told_in_other_words(ix: SearchIndex) -> None:
    every = {hit.id for hit in hits(ix, "stopped workers from quitting")}
    chosen = ix.search(SearchRequest("stopped workers from quitting", filters={"document": ("rota.md",)})).hits

    assert {hit.id for hit in chosen} <= every
    assert chosen


def test_synonyms_are_those_of_all_groups_of_a_word() -> None:
    synonyms = Synonyms([[("quit",), ("leav",)], [("quit",), ("walk", "out")]])

    assert synonyms.of(("quit",)) == (("leav",), ("walk", "out"))
    assert synonyms.of(("walk", "out")) == (("quit",),)
    assert synonyms.of(("sing",)) == ()
    assert synonyms.longest == 2


def test_synonyms_are_the_same_after_a_round_trip_through_json() -> None:
    again = synonyms_from_json(json.loads(json.dumps(load_synonyms().to_json())))

    assert again.of(("resign",)) == load_synonyms().of(("resign",))
    assert again.to_json() == load_synonyms().to_json()


def test_every_packaged_word_stands_for_another() -> None:
    synonyms = load_synonyms()

    assert synonyms.of(("resign",))
    assert ("quit",) in synonyms.of(("resign",))


@pytest.mark.parametrize("data", [{"a": 1}, ["alone"], [["quit", "leave"]], ["quit --"]], ids=str)
def test_a_malformed_group_is_named(monkeypatch: pytest.MonkeyPatch, data: object) -> None:
    monkeypatch.setattr("graph.synonyms.read_vocabulary_file", lambda name: data)
    load_synonyms.cache_clear()
    try:
        with pytest.raises(VocabularyError, match=r"synonyms\.yaml"):
            load_synonyms()
    finally:
        load_synonyms.cache_clear()


def test_list_items_are_sentences() -> None:
    text = "- one thing\n- another thing"

    assert [text[:end].count("\n") for end in sentence_ends(text)] == [0, 1]


def test_words_for_haste_beside_others_ask_for_what_they_tell(tmp_path: Path) -> None:
    told = (
        "# Kiosk\n\nThe first version was live after one weekend, three weeks before the fair.\n\n"
        "# Depot\n\nShipped crates to nine shops. The record was kept on paper.\n"
    )
    response = index_of_texts({"work.md": told}, tmp_path).search(SearchRequest("shipped in record time"))

    assert [hit.title for hit in response.hits][:1] == ["Kiosk"]
