"""The page of results: what it shows of a query, its hits and facets, and where its links lead."""

from __future__ import annotations

import html
import re
from typing import Any

from tests.page_words import get, words


def test_a_search_shows_how_it_was_read_and_marks_the_words(client: Any) -> None:
    page = get(client, "/search?q=migrations+at+scale")

    assert "at scale: large figures first" in page
    assert re.search(r"<mark>[^<]*migrat", page, re.IGNORECASE)
    assert "Why this is here" in page


def test_each_part_of_the_query_can_be_taken_off(client: Any) -> None:
    page = client.get("/search?q=migrations+at+scale").text
    off = [html.unescape(url) for url in re.findall(r'<a class="chip[^"]*" href="(/search[^"]*)"', page)]

    assert "/search?q=migrations" in off and "/search?q=at%20scale" in off


def test_hits_of_one_story_stand_together(client: Any) -> None:
    answer = client.get("/api/v1/search?q=migration&limit=50").json
    stories = [hit["story"] for hit in answer["hits"] if hit["story"]]
    page = get(client, "/search?q=migration&limit=50")

    assert len(set(stories)) < len(stories)
    assert page.count('<li class="hit">') == len({hit["story"] or hit["id"] for hit in answer["hits"]})


def test_a_facets_link_narrows_and_a_second_one_takes_it_off(client: Any) -> None:
    wide = get(client, "/search?q=migration")
    url = next(html.unescape(u) for u in re.findall(r'href="(/search\?q=migration&amp;technology=[^"]+)"', wide))
    narrow = get(client, url)
    total = [int(re.search(r"<b>([\d,]+) passage", page)[1]) for page in (wide, narrow)]  # type: ignore[index]

    assert total[1] < total[0]
    assert re.search(r'<a href="/search\?q=migration" aria-current="true">', narrow)


def test_figures_of_a_hit_lead_to_their_words(client: Any, kg: Any) -> None:
    page = get(client, "/search?q=migration")
    links = [html.unescape(url) for url in re.findall(r'<a class="fig" href="([^"]+)"', page)]

    assert links
    for link in links[:5]:
        path, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in get(client, path)


def test_a_search_that_finds_nothing_says_which_words_are_unknown(client: Any) -> None:
    page = get(client, "/search?q=xyzzyplugh")

    assert "No passage for" in page and "xyzzyplugh" in words(page)


def test_a_word_that_asks_for_an_experience_is_one_chip(client: Any) -> None:
    page = get(client, "/search?q=kafka+migrations")
    chips = re.findall(r'<a class="chip[^"]*" href="([^"]+)">(.*?)</a>', page[page.index("readas") :], re.DOTALL)
    said = [
        (html.unescape(url), " ".join(re.sub(r"<[^>]+>", " ", text).split()))
        for url, text in chips
        if "take off" in text
    ]

    assert [text for _, text in said] == [
        "Technology: Kafka × take off",
        "Experience: migrations: migration × take off",
    ]
    assert [url for url, _ in said] == ["/search?q=migrations", "/search?q=kafka"]


def test_hits_sorted_by_last_use_say_when(client: Any) -> None:
    assert re.search(r"Kafka (last used \d{4}-\d\d|still used) by \w+", words(get(client, "/search?q=kafka&sort=used")))


def test_a_misspelt_word_is_mended_and_said(client: Any) -> None:
    page = words(get(client, "/search?q=kubernetse"))

    assert "kubernetes" in page.lower()
    assert "Showing passages for" in page or "Did you mean" in page


def test_search_without_a_query_shows_the_field(client: Any) -> None:
    page = get(client, "/search")

    assert 'name="q"' in page and "How to ask" in page


def test_a_query_over_budget_is_a_page_with_status_400(client: Any) -> None:
    answer = client.get("/search?q=" + "a" * 600)

    assert answer.status_code == 400
    assert "512" in words(answer.text)
