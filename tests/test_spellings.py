"""Words that the corpus spells otherwise: glued, apart, by initials or in full; and what few passages say in all the words."""

from __future__ import annotations

import pytest

from index.results import Hit, SearchRequest
from index.search import SearchIndex
from tests.small_graph import index_of_texts

TEXTS = {
    "shop.md": "# Shop\n\nMerged two microservices of the till. A front end of React, a back end of Go.\n",
    "board.md": "# Board\n\nPresented the plan to the CTO and to the board; she asked for a smaller one.\n",
    "uptime.md": "# Uptime\n\nWrote a Service Level Objective for every team, and an alarm for each.\n",
    "paint.md": "# Paint\n\nThe front of the house was painted in the end; the garden was not.\n",
    "tower.md": "# Tower\n\nA Kestrelmann crane on wheels lifted the bell of the tower.\n",
    "crane.md": "# Crane\n\nRented another crane, trained its drivers and taught them to lift loads on a building site.\n",
    "clinic.md": "# Clinic\n\nMissed appointments in clinics fell by a third, since patients move them.\n",
    "desk.md": "# Desk\n\nMissed appointments fell from 14% to 9%, for patients were called the day before.\n",
    "ward.md": "# Ward\n\nBathed and fed patients of a ward at night. Waiting times fell, and queues went.\n",
}


@pytest.fixture(scope="module")
def ix(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return index_of_texts(TEXTS, tmp_path_factory.mktemp("buckets"))


def hits(ix: SearchIndex, query: str) -> list[Hit]:
    return list(ix.search(SearchRequest(query)).hits)


@pytest.mark.parametrize(
    ("query", "document", "marked"),
    [
        ("micro services", "shop.md", "microservices"),
        ("micro service merge", "shop.md", "microservices"),
        ("frontend", "shop.md", "front end"),
        ("frontends", "shop.md", "front end"),
        ("backend", "shop.md", "back end"),
        ("chief technology officer", "board.md", "CTO"),
        ("presented to the Chief Technology Officer", "board.md", "CTO"),
        ("slo", "uptime.md", "Service Level Objective"),
    ],
)
def test_a_word_is_found_as_the_corpus_spells_it(ix: SearchIndex, query: str, document: str, marked: str) -> None:
    response = ix.search(SearchRequest(query))

    first = response.hits[0]
    assert first.span.document_id == document
    assert marked in " ".join(text for text, is_marked in first.pieces if is_marked)
    assert any("is read as" in note for note in response.notes)


@pytest.mark.parametrize(
    "query",
    ["front painted", "the end", '"micro services"', "-micro services", "tower crane", "nfp", "cat", "team alarm"],
)
def test_words_that_nobody_glues_or_shortens_stay_as_they_are(ix: SearchIndex, query: str) -> None:
    assert not any("is read as" in note for note in ix.search(SearchRequest(query)).notes)


def test_a_word_that_only_the_corpus_knows_is_meant_itself(ix: SearchIndex) -> None:
    assert hits(ix, "kestrelmann crane course")[0].span.document_id == "tower.md"


def test_most_of_the_words_stand_before_what_experiences_tell_of_all(ix: SearchIndex) -> None:
    found = [hit.span.document_id for hit in hits(ix, "missed appointments in clinics")]

    assert found[:2] == ["clinic.md", "desk.md"]


def test_scores_never_rise_and_pages_go_on_where_the_last_ended(ix: SearchIndex) -> None:
    scores = [hit.score for hit in hits(ix, "missed appointments in clinics")]
    pages = [
        [hit.id for hit in ix.search(SearchRequest("missed appointments in clinics", page=n, limit=2)).hits]
        for n in (1, 2)
    ]

    assert scores == sorted(scores, reverse=True)
    assert [hit.id for hit in hits(ix, "missed appointments in clinics")][: sum(map(len, pages))] == [
        *pages[0],
        *pages[1],
    ]
