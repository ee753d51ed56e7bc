"""The judged queries are sound, and what `make relevance` counts is what it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.bm25 import Bm25
from benchmarks.judgements import Judgement, Place, QueryKind, common_stems, find_quote, load_judgements
from benchmarks.measures import Target, discounted, finds, gains, make_targets, score_hits
from benchmarks.relevance import (
    Asked,
    ask_all,
    compare_with_floors,
    mean_score,
    print_queries,
    print_table,
    with_places,
)
from graph.documents import Span
from graph.model import KnowledgeGraph
from index.generations import Generation

JUDGEMENTS = load_judgements()

# ---------------------------------------------------------------- the judgements


def test_every_quote_occurs_exactly_once_in_its_document(kg: KnowledgeGraph) -> None:
    places = {place for judgement in JUDGEMENTS for place in judgement.places}

    assert all(find_quote(place, kg.documents[place.document].text) for place in places)


def test_there_are_enough_queries_of_each_kind() -> None:
    kinds = Counter(judgement.kind for judgement in JUDGEMENTS)

    least = {"plain": 22, "thought": 40, "scale": 6, "number": 12, "typo": 8, "name": 10, "nothing": 10}
    assert {kind.value: count for kind, count in kinds.items() if count < least[kind.value]} == {}
    assert kinds.total() >= 100


def test_each_file_holds_one_kind() -> None:
    folder = Path(__file__).parent / "judgements"

    assert {path.stem for path in folder.iterdir()} == {kind.value for kind in QueryKind}
    assert all(f"# {path.stem}: " in path.read_text(encoding="utf-8") for path in folder.iterdir())


def test_a_third_of_the_queries_are_as_people_think() -> None:
    thought = [judgement for judgement in JUDGEMENTS if judgement.kind is QueryKind.THOUGHT]

    assert len(thought) * 3 >= len(JUDGEMENTS)


def test_a_thought_has_at_most_one_content_word_in_common_with_its_quotes() -> None:
    thoughts = [judgement for judgement in JUDGEMENTS if judgement.kind is QueryKind.THOUGHT]

    assert {each.query: common_stems(each) for each in thoughts if len(common_stems(each)) > 1} == {}


def test_words_in_common_are_counted_by_stem_and_without_function_words() -> None:
    judgement = Judgement("moved the ledgers", QueryKind.THOUGHT, (Place("a.md", "The ledger was moving", 3),))

    assert common_stems(judgement) == {"move", "ledger"}


def test_nothing_has_no_places_and_all_else_has() -> None:
    assert [j.query for j in JUDGEMENTS if bool(j.places) == (j.kind is QueryKind.NOTHING)] == []


def test_no_query_and_no_place_of_a_query_is_there_twice() -> None:
    queries = Counter(" ".join(judgement.query.lower().split()) for judgement in JUDGEMENTS)

    assert [query for query, count in queries.items() if count > 1] == []
    for judgement in JUDGEMENTS:
        assert len({(place.document, place.quote) for place in judgement.places}) == len(judgement.places)


def test_both_halves_are_populated_in_each_kind() -> None:
    halves = Counter((judgement.kind, judgement.is_shown) for judgement in JUDGEMENTS)

    assert all(halves[kind, is_shown] >= 4 for kind in QueryKind for is_shown in (True, False))
    shown = sum(judgement.is_shown for judgement in JUDGEMENTS)
    assert abs(2 * shown - len(JUDGEMENTS)) <= len(JUDGEMENTS) // 10


def test_the_half_depends_on_the_query_alone() -> None:
    # `printf %s "kafka migration" | sha256sum` ends with an even hex digit, "blockchain" with an odd one.
    assert Judgement("kafka migration", QueryKind.PLAIN, ()).is_shown
    assert not Judgement("blockchain", QueryKind.NOTHING, ()).is_shown


@pytest.mark.parametrize("text", ["no such words", "twice twice"], ids=["absent", "ambiguous"])
def test_a_quote_that_does_not_stand_exactly_once_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="quote what occurs once"):
        find_quote(Place("a.md", "twice", 3), text)


def test_any_white_space_of_a_quote_is_equal() -> None:
    assert find_quote(Place("a.md", "no downtime at all", 3), "So: no downtime\n  at all.") == Span("a.md", 4, 24)


@pytest.mark.parametrize(
    "entry",
    ["- {query: a, kind: odd, relevant: []}", "- {query: a, kind: plain}",
     "- {query: a, kind: plain, relevant: [{document: d, quote: q, grade: 4}]}", "- just words"],
    ids=["kind", "no places", "grade", "no mapping"],
)  # fmt: skip
def test_a_malformed_judgement_is_named(tmp_path: Path, entry: str) -> None:
    (tmp_path / "odd.yaml").write_text(entry, encoding="utf-8")

    with pytest.raises(ValueError, match=r"odd\.yaml: .*a judgement has query, kind and relevant"):
        load_judgements(tmp_path)


# ---------------------------------------------------------------- the measures


def at(start: int, end: int, document: str = "a.md") -> Span:
    """Return a span of a document."""
    return Span(document, start, end)


BEST, GOOD, TOUCHING = Target((at(0, 10),), 3), Target((at(20, 30),), 2), Target((at(40, 50),), 1)


def test_the_ideal_list_has_ndcg_1() -> None:
    score = score_hits([[at(0, 10)], [at(20, 30)], [at(40, 50)]], [BEST, GOOD, TOUCHING])

    assert (score.ndcg, score.recall, score.reciprocal_rank) == (1.0, 1.0, 1.0)


def test_ndcg_is_as_computed_by_hand() -> None:
    score = score_hits([[at(90, 99)], [at(20, 30)], [at(0, 10)]], [BEST, GOOD, TOUCHING])

    # (3 / log2(3) + 7 / log2(4)) / (7 / log2(2) + 3 / log2(3) + 1 / log2(4))
    assert score.ndcg == pytest.approx((1.892789 + 3.5) / (7 + 1.892789 + 0.5), abs=1e-6)
    assert score.recall == pytest.approx(2 / 3)
    assert score.reciprocal_rank == 0.5


def test_grades_count_exponentially_and_are_discounted_by_rank() -> None:
    assert discounted([1]) == 1
    assert discounted([2]) == 3
    assert discounted([0, 0, 3]) == 3.5


def test_hits_beyond_the_tenth_count_for_nothing() -> None:
    score = score_hits([[at(60, 70)]] * 10 + [[at(0, 10)]], [BEST])

    assert (score.ndcg, score.recall, score.reciprocal_rank) == (0.0, 0.0, 0.0)


def test_a_target_gives_its_gain_once() -> None:
    assert gains([[at(0, 10)], [at(0, 10)]], [BEST]) == ([3, 0], 1)


def test_a_hit_that_finds_several_gains_the_best_and_finds_all() -> None:
    assert gains([[at(0, 60)], [at(20, 30)]], [BEST, GOOD, TOUCHING]) == ([3, 0], 3)


def test_what_is_told_elsewhere_counts_as_the_hits_own() -> None:
    assert gains([[at(70, 80), at(20, 30)]], [BEST, GOOD]) == ([2], 1)


@pytest.mark.parametrize(
    ("span", "found"),
    [(at(0, 100), True), (at(15, 30), True), (at(10, 15), True), (at(16, 30), False), (at(10, 20, "b.md"), False)],
    ids=["contains", "half", "half before", "less than half", "another document"],
)
def test_a_hit_finds_a_quote_of_which_it_covers_half(span: Span, found: bool) -> None:
    assert finds(span, at(10, 20)) is found


def test_places_of_one_passage_are_one_target_with_the_best_grade() -> None:
    passages = [at(0, 100), at(100, 200)]

    targets = make_targets([(at(10, 20), 1), (at(30, 40), 3), (at(95, 120), 2)], passages)

    assert targets == [Target((at(10, 20), at(30, 40)), 3), Target((at(95, 120),), 2)]


def test_a_place_outside_all_passages_is_a_target_of_its_own() -> None:
    assert make_targets([(at(300, 310), 2)], [at(0, 100)]) == [Target((at(300, 310),), 2)]


def test_without_places_only_no_hits_are_right() -> None:
    assert score_hits([], []).ndcg == 1.0
    assert score_hits([[at(0, 10)]], []).ndcg == 0.0


# ---------------------------------------------------------------- the yardstick and the tables


def test_bm25_prefers_rare_words_and_short_texts() -> None:
    bm25 = Bm25(["the kafka cluster", "a cluster", "a cluster and many more words that say little", "parcels"])

    assert bm25.best("kafka clusters", 10) == [0, 1, 2]
    assert bm25.best("kafka clusters", 2) == [0, 1]


def test_bm25_finds_nothing_by_function_words_beside_others() -> None:
    assert Bm25(["the ledger", "a parcel"]).best("the blockchain", 10) == []


def test_bm25_is_as_computed_by_hand() -> None:
    bm25 = Bm25(["kafka", "redis"])

    # log(1 + 1.5 / 1.5) * 1 * 2.2 / (1 + 1.2)
    assert bm25._score(0, {"kafka"}) == pytest.approx(0.693147, abs=1e-6)


def asked(query: str, kind: QueryKind, targets: tuple[Target, ...], ours: list[tuple[Span, ...]]) -> Asked:
    """Return an answered query; BM25 found nothing."""
    places = tuple(Place("a.md", f"{target}", target.grade) for target in targets)
    return Asked(Judgement(query, kind, places), targets, {"careergraph": ours, "plain BM25": []})


def test_the_mean_leaves_out_queries_that_must_find_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    answers = [
        asked("ledger", QueryKind.PLAIN, (BEST,), [(at(0, 10),)]),
        asked("parcel", QueryKind.PLAIN, (BEST,), []),
        asked("blockchain", QueryKind.NOTHING, (), []),
    ]

    print_table(answers, "shown")

    assert mean_score(with_places(answers), "careergraph").ndcg == 0.5
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines() if line}
    assert rows["all"] == ["2", "0.500", "0.500", "0.500", "0.000", "0.000", "0.000"]
    assert rows["nothing"] == ["1", "1.000", "1.000"]


def test_what_was_not_found_is_listed_with_its_line(kg: KnowledgeGraph, capsys: pytest.CaptureFixture[str]) -> None:
    document = next(iter(kg.documents))
    answer = asked("ledger", QueryKind.PLAIN, (Target((at(0, 10, document),), 3),), [])

    print_queries([answer], kg)

    assert capsys.readouterr().out.splitlines()[:2] == [
        "0.000 (0.000)  plain: ledger  []",
        f"    3 {document}:1: {' '.join(kg.documents[document].text[:10].split())}",
    ]


def test_a_half_below_its_floor_fails_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[relevance]\nshown = 0.5\nkept = 0.4\n", encoding="utf-8")

    assert compare_with_floors({"shown": 0.5, "kept": 0.4}, floors) == 0
    assert compare_with_floors({"shown": 0.5, "kept": 0.39}, floors) == 1
    assert "kept: nDCG 0.390 is below its floor 0.400 (floors.toml)" in capsys.readouterr().out


def test_search_is_at_its_floors(generation: Generation) -> None:
    answers = with_places(ask_all(JUDGEMENTS, generation))
    halves = {
        "shown": [each for each in answers if each.judgement.is_shown],
        "kept": [each for each in answers if not each.judgement.is_shown],
    }

    assert compare_with_floors({name: mean_score(half, "careergraph").ndcg for name, half in halves.items()}) == 0
