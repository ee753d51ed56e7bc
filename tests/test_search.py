"""Searching a small collection: what is found, what is said about it, and what never happens."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from index.errors import QueryBudgetError, UsageError
from index.results import SearchRequest, SearchResponse
from index.search import SearchIndex
from tests.small_graph import SmallGraph, career_graph


@pytest.fixture(scope="module")
def ix(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return career_graph().search_index(tmp_path_factory.mktemp("buckets"))


def texts(response: SearchResponse) -> list[str]:
    return [hit.text for hit in response.hits]


def complete(response: SearchResponse) -> list[str]:
    """Return the texts that meet every word, those left out that tell the same in other words."""
    return [
        hit.text for hit in response.hits
        if not hit.without and not all(row.field in ("experience", "has", "figure") for row in hit.why)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("c++", "C++"), ("c#", "C#"), (".net", ".NET"), ("node.js", "Node.js"), ("ci/cd", "CI/CD"), ("cd", "CI/CD"),
        ("63.2%", "63.2%"), ("63.2", "63.2%"), ("event driven", "event-driven"), ("event-driven", "event-driven"),
        ('"event driven"', "event-driven"), ("cafe", "café"), ("mentor", "Mentored"), ("rabb*", "RabbitMQ"),
    ],
)  # fmt: skip
def test_a_word_is_found_however_it_is_written(ix: SearchIndex, query: str, words: str) -> None:
    response = ix.search(SearchRequest(query))

    assert words in response.hits[0].text
    assert all(words in text for text in complete(response))


def test_what_is_told_in_other_words_follows_and_says_so(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("event driven"))

    in_words = ["event-driven" in hit.text for hit in response.hits if not hit.without]
    told = [hit for hit in response.hits if "event-driven" not in hit.text and not hit.without]
    assert in_words == sorted(in_words, reverse=True)
    assert told
    assert all(any(row.matched_by.startswith("experience ") for row in hit.why) for hit in told)


def test_c_finds_neither_c_plus_plus_nor_c_sharp(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("c"))

    assert response.total == 0
    assert response.unknown == ("c",)


def test_an_alias_finds_the_thing_and_says_so(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("k8s"))

    assert "Kubernetes" in response.hits[0].text
    assert [(ref.id, ref.alias) for ref in response.entities] == [("technology:kubernetes", "k8s")]
    assert any(row.matched_by == "alias k8s" for row in response.hits[0].why)
    assert ("Kubernetes", True) in response.hits[0].pieces


def test_the_longest_name_wins(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("apache kafka"))

    assert [ref.id for ref in response.entities] == ["technology:kafka"]
    assert response.interpretation[0].text == "apache kafka"
    assert "Kafka" in response.hits[0].text


def test_every_content_word_has_to_be_met_before_any_hit_that_lacks_one(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("postgres rows"))

    lacking = [len(hit.without) for hit in response.hits]
    assert "PostgreSQL" in response.hits[0].text
    assert (lacking[0], lacking[-1]) == (0, 1)
    assert lacking == sorted(lacking)
    assert {word for hit in response.hits for word in hit.without} <= {"postgres", "rows"}


def test_a_person_whom_only_the_document_names_is_met(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest('+"tamsin vey" kafka'))

    assert "Kafka" in response.hits[0].text


def test_a_required_part_is_never_dropped(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("+kafka migration"))

    assert texts(response)
    assert all("Kafka" in text for text in texts(response))


def test_an_excluded_word_is_nowhere(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("migration -badge"))

    assert texts(response)
    assert not any("badge" in text for text in texts(response))


def test_alternatives_find_either(ix: SearchIndex) -> None:
    assert len(complete(ix.search(SearchRequest("kafka OR rabbitmq")))) == 2


def test_a_category_finds_what_belongs_to_it(ix: SearchIndex) -> None:
    found = complete(ix.search(SearchRequest("message broker")))

    assert any("Kafka" in text for text in found)
    assert any("RabbitMQ" in text for text in found)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("tech:kafka", 1), ("technology:k8s", 1), ("tech:kafka tech:k8s", 2), ("+tech:kafka", 1),
        ("-tech:kafka kafka", 0),
        ('person:"Tamsin Vey" migration', 3), ("employer:quillfeather", 1), ("role:engineer", 1), ("doc:orsk", 4),
        ("has:star", 2), ("type:technology", 6), ("type:technologies kafka", 1), ("tech:cobol", 0),
    ],
)  # fmt: skip
def test_filters_narrow(ix: SearchIndex, query: str, count: int) -> None:
    assert ix.search(SearchRequest(query)).total == count


def test_a_filter_that_names_nothing_says_what_is_near(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("tech:kubernets"))

    assert response.total == 0
    assert "did you mean Kubernetes?" in response.notes[0]


def test_entities_are_hits_only_where_a_type_asks(ix: SearchIndex) -> None:
    plain, typed = ix.search(SearchRequest("kafka")), ix.search(SearchRequest("type:technology kafka"))

    assert {hit.type for hit in plain.hits} <= {"story", "section", "bullet"}
    assert [(hit.type, hit.id, hit.text) for hit in typed.hits] == [("technology", "technology:kafka", "Kafka")]


QUERIES = ["migrations at scale", "kafka", "migration postgres rows", "type:technology", "type:outcome", "the"]


@pytest.mark.parametrize("query", QUERIES)
def test_a_hit_is_the_documents_own_text_in_complete_pieces(ix: SearchIndex, query: str) -> None:
    response = ix.search(SearchRequest(query, limit=100))

    assert response.hits
    for hit in response.hits:
        assert hit.text == ix.kg.documents[hit.span.document_id].text[hit.span.start : hit.span.end]
        assert "".join(text for text, _ in hit.pieces) == hit.text


@pytest.mark.parametrize("query", [*QUERIES, "type:outcome type:story migration"])
def test_hits_never_overlap(ix: SearchIndex, query: str) -> None:
    spans = [hit.span for hit in ix.search(SearchRequest(query, limit=100)).hits]

    assert not any(one.overlaps(other) for one, other in combinations(spans, 2))


def test_the_same_words_told_elsewhere_are_folded(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("mentored"))

    assert response.total == len(response.hits) == 1
    assert len(response.hits[0].also) == 1
    assert response.hits[0].also[0].document_id != response.hits[0].span.document_id


FILTER_OF = {"technology": "tech:", "has": "has:"}


@pytest.mark.parametrize("query", ["migration", "kafka rows", "tech:kafka has:metric", "migration tech:postgres"])
def test_a_facets_counts_are_what_choosing_them_gives(ix: SearchIndex, query: str) -> None:
    counted, found = dict[tuple[str, str], int](), dict[tuple[str, str], int]()
    for facet in ix.search(SearchRequest(query)).facets:
        # The facet's own filter makes way for the value that is chosen instead.
        others = " ".join(part for part in query.split() if not part.startswith(FILTER_OF.get(facet.name, " ")))
        for value in facet.values:
            counted[facet.name, value.value] = value.count
            chosen = SearchRequest(others, {facet.name: (value.value,)})
            found[facet.name, value.value] = ix.search(chosen).total

    assert counted == found
    assert {("technology", "technology:kafka"), ("technology", "technology:postgresql")} & counted.keys()


def test_of_equally_frequent_values_those_first_by_name_are_kept(
    ix: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    def values() -> list[tuple[str, int]]:
        (facet,) = (f for f in ix.search(SearchRequest("type:outcome,project,person")).facets if f.name == "document")
        return [(value.label, value.count) for value in facet.values]

    everything = values()
    monkeypatch.setattr("index.facets.MAX_VALUES", 1)

    assert values() == everything[:1]
    assert everything == sorted(everything, key=lambda value: (-value[1], value[0].casefold()))


def test_a_facets_own_choice_leaves_its_counts_alone(ix: SearchIndex) -> None:
    def counts(response: SearchResponse) -> dict[str, int]:
        return {v.value: v.count for facet in response.facets if facet.name == "technology" for v in facet.values}

    free = ix.search(SearchRequest("wrote OR built"))
    chosen = ix.search(SearchRequest("wrote OR built", {"technology": ("technology:kafka",)}))

    assert counts(free) == counts(chosen)
    assert chosen.total < free.total


def test_a_misspelt_word_is_mended_at_once_where_nothing_is_found(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("kuberntes"))

    assert (response.suggestion, response.mended, response.unknown) == ("kubernetes", True, ("kuberntes",))
    assert "Kubernetes" in response.hits[0].text


def test_a_misspelt_word_beside_others_is_mended_where_then_a_hit_has_all(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("migraton ledger"))

    assert (response.suggestion, response.mended) == ("migration ledger", True)
    assert response.hits[0].without == ()
    assert any("no hit has every word" in note for note in response.notes)


def test_a_misspelt_word_beside_others_is_only_proposed_where_no_hit_has_all(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("migraton mentored"))

    assert (response.suggestion, response.mended) == ("migration mentored", False)
    assert response.total


def test_what_occurs_nowhere_finds_nothing_and_is_named(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("zxqv"))

    assert (response.total, response.hits, response.unknown) == (0, (), ("zxqv",))
    assert any("zxqv" in note for note in response.notes)


def test_a_page_past_the_end_is_empty(ix: SearchIndex) -> None:
    response = ix.search(SearchRequest("migration", page=9))

    assert response.hits == ()
    assert response.total > 0


def test_pages_follow_each_other_without_gap(ix: SearchIndex) -> None:
    whole = ix.search(SearchRequest("the", limit=100))
    pages = [ix.search(SearchRequest("the", page=page, limit=1)) for page in range(1, whole.total + 1)]

    assert [hit.id for page in pages for hit in page.hits] == [hit.id for hit in whole.hits]


@pytest.mark.parametrize(("page", "limit"), [(0, 10), (1, 0), (1, 101), (-1, 10)])
def test_a_page_or_limit_out_of_bounds_is_refused(ix: SearchIndex, page: int, limit: int) -> None:
    with pytest.raises(QueryBudgetError):
        ix.search(SearchRequest("kafka", page=page, limit=limit))


def test_an_unknown_filter_or_sort_is_wrong_usage(ix: SearchIndex) -> None:
    with pytest.raises(UsageError, match="filters are type, person"):
        ix.search(SearchRequest("kafka", {"colour": ("red",)}))
    with pytest.raises(UsageError, match="sorts are relevance"):
        ix.search(SearchRequest("kafka", sort="luck"))


def test_an_empty_query_finds_nothing_and_raises_nothing(ix: SearchIndex) -> None:
    assert ix.search(SearchRequest("")).total == 0
    assert ix.search(SearchRequest(' "" ( ) ')).total == 0


def test_completions_name_things_first_and_then_words(ix: SearchIndex) -> None:
    found = [(item.text, item.kind, item.alias) for item in ix.suggest("k")]

    assert found[:2] == [("Kubernetes", "technology", None), ("Apache Kafka", "technology", "Kafka")]
    assert ("kept", "word", None) in found[2:]


def test_a_name_is_completed_by_its_inner_words_too(ix: SearchIndex) -> None:
    assert ix.suggest("vey")[0].entity_id == "person:tamsin-vey"


def test_an_empty_graph_finds_nothing(tmp_path: Path) -> None:
    response = SmallGraph().search_index(tmp_path).search(SearchRequest("kafka tech:redis mi-gra*"))

    assert response.total == 0
