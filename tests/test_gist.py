"""What texts are about as a whole: queries answered by words that only together speak for an experience, and strange things."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.concept_vocabulary import load_concepts
from graph.cues import Cues
from index.other_words.gist import Gists, likeness
from index.other_words.slots import stems_of
from index.results import Hit, SearchRequest
from index.search import SearchIndex
from tests.small_graph import index_of_texts

TEXTS = {
    "ward.md": "# Ward\n\nA son shouted at the nurses. I sat down with him beside the bed and went through her chart.\n",
    "bill.md": "# Bill\n\nShut idle servers at night; the invoice of the cloud fell by a third.\n",
    "reading.md": "# Library\n\nRead to the children on Fridays and paired each with a pensioner. Clear rules, no noise.\n",
}


@pytest.fixture(scope="module")
def ix(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return index_of_texts(TEXTS, tmp_path_factory.mktemp("buckets"))


@pytest.fixture(scope="module")
def gists() -> Gists:
    finder = load_concepts()
    cues = Cues(finder.patterns, finder.cues, finder.products)
    return Gists(cues, holding=lambda row: 1, rarity=lambda bits: 1.0, size=1)


def hits(ix: SearchIndex, query: str) -> list[Hit]:
    return list(ix.search(SearchRequest(query)).hits)


def test_a_text_is_as_much_like_itself_as_can_be(gists: Gists) -> None:
    gist = gists.of(stems_of("shut idle servers at night"))

    assert likeness(gist, gist) == pytest.approx(1.0)


def test_texts_of_one_experience_are_alike_without_a_common_word(gists: Gists) -> None:
    asked = gists.of(stems_of("relatives were furious at the hospital"))
    ward = gists.of(stems_of("A son shouted at the nurses beside the bed"))
    bill = gists.of(stems_of("Shut idle servers; the invoice of the cloud fell"))

    assert likeness(asked, ward) > 2 * likeness(asked, bill)


def test_what_only_its_words_together_tell_is_found_first(ix: SearchIndex) -> None:
    assert hits(ix, "upset relatives in hospital")[0].span.document_id == "ward.md"
    assert hits(ix, "hosting was too expensive")[0].span.document_id == "bill.md"


def test_each_hit_found_so_says_by_which_words(ix: SearchIndex) -> None:
    for hit in hits(ix, "upset relatives in hospital"):
        assert hit.why
        assert any(is_marked for _, is_marked in hit.pieces)


@pytest.mark.parametrize("query", ["zither children", "zither", "wedding zither"])
def test_a_strange_thing_is_not_answered_by_what_stands_beside_it(ix: SearchIndex, query: str) -> None:
    assert hits(ix, query) == []


@pytest.mark.parametrize("query", ["wedding", "repair"])
def test_a_word_that_the_vocabularies_know_is_no_slip(ix: SearchIndex, query: str) -> None:
    assert not ix.search(SearchRequest(query)).mended


@pytest.mark.parametrize("query", ["whale watching", "marine kite", "horses"])
def test_a_word_of_everyday_life_is_no_slip(tmp_path: Path, query: str) -> None:
    ix = index_of_texts(
        {"a.md": "While the main site slept, the night watch kept the house and its bikes going."}, tmp_path
    )

    assert not ix.search(SearchRequest(query)).mended
    assert ix.lexicon.mend("hosue") == "house"


def test_a_slip_at_the_first_letter_is_a_single_one(ix: SearchIndex) -> None:
    assert ix.lexicon.mend("erad") == "read"
    assert ix.lexicon.mend("zzvoice") is None


def test_words_that_stand_together_by_chance_do_not_hide_what_is_told_in_other_words(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = {
        "chance.md": "# Crane\n\nOn two evenings of the crane course, in spite of rain, other people and I watched how teams lift.\n",
        "quarrel.md": "# Desk\n\nThe people of backend and mobile blamed each other for crashes. I mediated and both agreed on one contract.\n",
    }
    ix = index_of_texts(texts, tmp_path_factory.mktemp("buckets"))

    assert hits(ix, "rain of accusations between people")[0].span.document_id == "quarrel.md"


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [("The crane stood still. In spite of rain the course went on.", True), ("The crane course went on.", False)],
)
def test_beside_a_word_for_size_words_that_stand_apart_are_asked_in_other_words_too(
    tmp_path: Path, text: str, is_asked: bool
) -> None:
    ix = index_of_texts({"yard.md": f"# Yard\n\n{text}\n"}, tmp_path)
    read = ix.reader.read("big crane course", SearchRequest(""))

    assert ix.other_words.applies(read.query) is is_asked


def test_an_excluded_word_is_not_told_in_other_words_either(ix: SearchIndex) -> None:
    assert hits(ix, "hosting was too expensive")
    assert not hits(ix, "hosting was too expensive -cloud")
