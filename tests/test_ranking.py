"""The order of hits, judged on a few queries, and the reasons given for it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from whoosh.query import Phrase
from whoosh.reading import MultiReader
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from graph.model import RelationKind
from index.analyzers import words
from index.figures import Figure, FigureScale
from index.number_sets import numbers_in
from index.postings import POSTINGS_FILE, read_postings
from index.ranking import shortest_window
from index.results import Hit, SearchRequest
from index.schema import FIELDS
from index.search import SearchIndex
from index.whoosh_engine import Leaf
from tests.small_graph import SmallGraph, career_graph


@pytest.fixture(scope="module")
def ix(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return career_graph().search_index(tmp_path_factory.mktemp("buckets"))


def test_at_scale_lifts_the_story_with_the_large_figure(ix: SearchIndex) -> None:
    hits = ix.search(SearchRequest("migrations at scale")).hits

    assert [hit.story for hit in hits[:2]] == ["project:parcel-ledger-migration", "project:badge-printer"]
    assert any("300 million rows" in row.matched_by for row in hits[0].why)
    assert ("300 million rows", True) in hits[0].pieces


def test_the_large_figure_alone_decides_where_all_else_is_equal(tmp_path_factory: pytest.TempPathFactory) -> None:
    small = SmallGraph()
    small.document("a.md", "# A\nMigrated 20 servers overnight.\nMigrated 9000 servers overnight.\n")
    small.outcome("20 servers", 20, "servers", "count")
    small.outcome("9000 servers", 9000, "servers", "count")
    ix = small.search_index(tmp_path_factory.mktemp("plain"))

    plain = ix.search(SearchRequest("migrated servers")).hits
    scaled = ix.search(SearchRequest("migrated servers at scale")).hits

    assert plain[0].score == plain[1].score
    assert [hit.text[:10] for hit in scaled] == ["Migrated 9", "Migrated 2"]


def test_at_scale_is_not_a_word_that_has_to_be_written(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("migration large-scale"))

    assert response.hits[0].without == ()
    assert not any("large-scale" in hit.without for hit in response.hits)
    assert response.interpretation[-1].text == "large-scale"
    assert response.interpretation[-1].kind == "modifier"


def test_a_story_with_its_result_stands_above_a_mention(tmp_path_factory: pytest.TempPathFactory) -> None:
    small = SmallGraph()
    small.document("a.md", "# A\nCaching was used here too.\nCaching cut costs by 40% here.\n")
    small.outcome("cut costs by 40%", 40, "percent", "share")
    ix = small.search_index(tmp_path_factory.mktemp("plain"))

    assert ix.search(SearchRequest("caching")).hits[0].text == "Caching cut costs by 40% here."


def test_words_side_by_side_stand_above_words_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    small = SmallGraph()
    small.document(
        "a.md",
        "# A\nQueue one of the many things that we then had to drain slowly.\n"
        "We had to drain queue after queue, slowly, of many things.\n",
    )
    ix = small.search_index(tmp_path_factory.mktemp("plain"))

    assert ix.search(SearchRequest("drain queue")).hits[0].text.startswith("We had")


def test_the_reasons_add_up_to_the_score(ix: SearchIndex) -> None:
    for hit in ix.search(SearchRequest("postgres migration ledger at scale")).hits:
        assert sum(row.weight for row in hit.why) == pytest.approx(hit.score, abs=0.02)


def test_hits_that_lack_a_word_score_below_all_that_have_every_word(ix: SearchIndex) -> None:
    hits = ix.search(SearchRequest("tamsin kafka")).hits
    whole, lacking = [h.score for h in hits if not h.without], [h.score for h in hits if h.without]

    assert whole
    assert lacking
    assert min(whole) > max(lacking)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_the_same_question_gives_the_same_order(ix: SearchIndex) -> None:
    one, two = (ix.search(SearchRequest("migration OR wrote OR kept")) for _ in range(2))

    assert [(hit.id, hit.score) for hit in one.hits] == [(hit.id, hit.score) for hit in two.hits]


def test_hits_can_be_sorted_by_date_and_by_size(ix: SearchIndex) -> None:
    by_date = ix.search(SearchRequest("migration has:star", sort="date"))
    by_size = ix.search(SearchRequest("migration has:star", sort="figure"))

    assert [hit.story for hit in by_date.hits] == ["project:badge-printer", "project:parcel-ledger-migration"]
    assert [hit.story for hit in by_size.hits] == ["project:parcel-ledger-migration", "project:badge-printer"]


def test_sorting_by_last_use_asks_when_its_people_last_used_what_the_query_names(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    small = SmallGraph()
    small.document(
        "a.md",
        "# Ada\nAda Brisk put Kafka behind the till.\nAda Brisk put Kafka and Redis behind the depot.\n"
        "# Odo\nOdo Kern put Kafka behind the kiosk.\nOdo Kern wired a lamp.\nKafka was read about.\n",
    )
    for key, name in (("person:ada", "Ada Brisk"), ("person:odo", "Odo Kern")):
        small.entity(key, name)
    small.entity("technology:kafka", "Kafka")
    small.entity("technology:redis", "Redis")
    used = (
        ("till", 2015, 2016, "ada"),
        ("depot", 2018, 2022, "ada"),
        ("kiosk", 2019, 2020, "odo"),
        ("lamp", 2024, 2024, "odo"),
    )
    for name, first, last, person in used:
        project = small.entity(f"project:{name}", name, years=(first, last))
        small.relation(f"person:{person}", RelationKind.WORKED_ON, project, name)
        if name != "lamp":
            small.relation(project, RelationKind.USES, "technology:kafka", name)
    small.relation("project:depot", RelationKind.USES, "technology:redis", "Redis")
    ix = small.search_index(tmp_path_factory.mktemp("used"))

    by_use = ix.search(SearchRequest("kafka", sort="used")).hits
    by_date = ix.search(SearchRequest("kafka", sort="date")).hits
    of_filter = ix.search(SearchRequest("behind tech:kafka", sort="used")).hits

    # Ada's till is older work than Odo's kiosk, but she went on with Kafka until 2022.
    assert [last_word(hit) for hit in by_use] == ["till.", "depot.", "kiosk.", "about."]
    assert [last_word(hit) for hit in by_date] == ["depot.", "kiosk.", "till.", "about."]
    assert [last_word(hit) for hit in of_filter] == ["till.", "depot.", "kiosk."]
    assert [hit.sorted_by for hit in by_use] == [
        "Kafka last used 2022-12 by Ada Brisk", "Kafka last used 2022-12 by Ada Brisk",
        "Kafka last used 2020-12 by Odo Kern", None,
    ]  # fmt: skip
    assert {hit.sorted_by for hit in ix.search(SearchRequest("kafka")).hits} == {None}


def last_word(hit: Hit) -> str:
    return hit.text.split()[-1]


def test_a_percentile_compares_within_a_dimension_only() -> None:
    scale = FigureScale([
        Figure("outcome:a", "count", 10, 1.0, "10"), Figure("outcome:b", "count", 1000, 1.0, "1000"),
        Figure("outcome:c", "money", 5, 1.0, "$5"),
    ])  # fmt: skip

    assert [scale.percentile(f"outcome:{name}") for name in "abc"] == [0.25, 0.75, 0.5]
    assert scale.percentile("outcome:none") is None


def test_the_shortest_stretch_counts_its_words() -> None:
    assert shortest_window(["a", "x", "b", "a"], ["a", "b"]) == 2
    assert shortest_window(["a", "x"], ["a", "b"]) is None


def test_scores_are_those_of_whoosh_itself(ix: SearchIndex) -> None:
    engine = ix.engine
    lengths = {f"{spec.name}_B": spec.length_penalty for spec in FIELDS}
    searcher = Searcher(MultiReader(engine._readers), weighting=BM25F(**lengths))
    numbers = [number for known in engine._numbers for number in known]
    compared = 0
    for field in ("text", "title", "exact", "entity", "experience"):
        for term in list(searcher.reader().lexicon(field))[:60]:
            matcher, own = searcher.postings(field, term), {}
            while matcher.is_active():
                own[numbers[matcher.id()]] = matcher.score()
                matcher.next()
            scores = np.zeros(ix.collection.size)
            engine.add_scores(Leaf(field, term.decode(), 1.0), scores == 0, scores)
            assert {int(number): scores[number] for number in np.flatnonzero(scores)} == pytest.approx(own)
            compared += len(own)
    assert compared > 100


def test_only_a_figure_of_the_kind_asked_for_meets_a_comparison(tmp_path_factory: pytest.TempPathFactory) -> None:
    small = SmallGraph()
    small.document("a.md", "# A\nMoved 900 GB and 300 rows overnight.\n")
    small.outcome("900 GB", 900, "gigabytes", "data")
    small.outcome("300 rows", 300, "rows", "count")
    ix = small.search_index(tmp_path_factory.mktemp("plain"))

    (hit,) = ix.search(SearchRequest("moved count:>200")).hits

    assert [row.matched_by for row in hit.why if row.field == "figure"] == ["300 rows meets count:>200"]
    assert [text for text, is_marked in hit.pieces if is_marked] == ["Moved", "300 rows"]


def test_a_phrase_reaches_over_marks_and_a_possessive(tmp_path_factory: pytest.TempPathFactory) -> None:
    small = SmallGraph()
    small.document(
        "a.md", "# A\nThe team\u2019s goal.\nA team, (goal) first.\nIt isn't café time.\nA team has a goal.\n"
    )
    ix = small.search_index(tmp_path_factory.mktemp("plain"))

    found = {
        query: {hit.text[:6] for hit in ix.search(SearchRequest(query)).hits}
        for query in ('"team goal"', '"isnt cafe"')
    }

    assert found == {'"team goal"': {"The te", "A team"}, '"isnt cafe"': {"It isn"}}
    assert ix.search(SearchRequest('"team goal"')).total == 2


def test_a_record_is_known_to_hold_a_term_without_going_through_all(ix: SearchIndex) -> None:
    engine = ix.engine

    for field, word in (("text", "migrat"), ("title", "migrat"), ("exact", "kafka"), ("text", "nowhere")):
        holding = [number for number in range(ix.collection.size) if engine.holds(field, word, number)]
        assert holding == numbers_in(engine.term_bits(field, word))
        assert engine.has(field, word) == bool(holding)


def test_phrases_are_found_where_whoosh_itself_finds_them(ix: SearchIndex) -> None:
    engine = ix.engine
    searcher = Searcher(MultiReader(engine._readers))
    numbers = [number for known in engine._numbers for number in known]
    rows = {row for record in ix.collection.records for row in pairwise(words(record.body))}
    found = 0
    for one, other in sorted(rows)[:200]:
        for phrase in ((one, other), (other, one)):
            own = {numbers[place] for place in searcher.docs_for_query(Phrase("exact", list(phrase)))}
            assert set(numbers_in(engine.phrase_bits(phrase))) == own
            found += len(own)
    assert found > 100


def test_postings_that_are_cut_short_are_refused(tmp_path: Path) -> None:
    career_graph().search_index(tmp_path)
    bucket = min(tmp_path.iterdir())
    postings = bucket / POSTINGS_FILE
    postings.write_bytes(postings.read_bytes()[:-8])

    with pytest.raises(ValueError, match="postings"):
        read_postings(bucket)


def test_a_passage_keeps_the_places_of_what_it_tells(ix: SearchIndex) -> None:
    told = [(record, place) for record in ix.collection.records for place in record.told]

    assert told
    for record, (key, start, end) in told:
        assert key in record.experience
        assert (start, end) in [(found.start, found.end) for found in ix.finder.told(record.body, [key])]
