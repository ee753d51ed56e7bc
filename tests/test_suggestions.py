"""Completions over HTTP, the browser's search engine, and stories like a story."""

from __future__ import annotations

from xml.etree import ElementTree

from flask.testing import FlaskClient

from index.generations import Generation


def test_completions_name_things_before_words(client: FlaskClient) -> None:
    answer = client.get("/api/v1/suggest?q=kaf").get_json()

    assert answer["query"] == "kaf"
    assert answer["suggestions"][0] == {
        "text": "Kafka", "kind": "technology", "id": "technology:kafka", "alias": None, "url": "/entity/technology%3Akafka",
    }  # fmt: skip
    assert client.get(answer["suggestions"][0]["url"]).status_code == 200


def test_nothing_typed_completes_nothing(client: FlaskClient) -> None:
    assert client.get("/api/v1/suggest").get_json() == {"query": "", "suggestions": []}


def test_a_limit_out_of_bounds_is_refused(client: FlaskClient) -> None:
    assert client.get("/api/v1/suggest?q=k&limit=21").status_code == 400


def test_browsers_get_their_own_form(client: FlaskClient) -> None:
    answer = client.get("/api/v1/suggest?q=kaf&format=browser")
    query, texts, told, urls = answer.get_json(force=True)

    assert answer.mimetype == "application/x-suggestions+json"
    assert (query, texts[0]) == ("kaf", "Kafka")
    assert len(texts) == len(told) == len(urls)
    assert all(client.get(url).status_code == 200 for url in urls)


def test_the_description_names_addresses_that_answer(client: FlaskClient) -> None:
    answer = client.get("/opensearch.xml")
    urls = {
        url.get("type"): url.get("template") or "" for url in ElementTree.fromstring(answer.text) if url.get("template")
    }

    assert answer.mimetype == "application/opensearchdescription+xml"
    assert set(urls) == {"text/html", "application/x-suggestions+json"}
    for template in urls.values():
        assert (
            client.get(template.replace("{searchTerms}", "kafka").removeprefix("http://localhost")).status_code == 200
        )
    assert 'href="/opensearch.xml"' in client.get("/").text


def test_similar_stories_share_what_they_say_they_share(generation: Generation) -> None:
    stories = [entity.id for entity in generation.kg.entities() if entity.kind == "project"]
    compared = 0
    for story in stories:
        for similar in generation.similar(story):
            assert similar.story != story
            assert len(similar.shared) >= 2
            told = {target for each in (story, similar.story) for target in generation.kg.nx.successors(each)}
            assert {each.value for each in similar.shared if each.kind == "entity"} <= told
            compared += 1
    assert compared > len(stories)


def test_the_most_alike_comes_first_and_the_same_question_gives_the_same_answer(generation: Generation) -> None:
    for entity in generation.kg.entities():
        if entity.kind == "project":
            found = generation.similar(entity.id, 10)
            assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
            assert found == generation.similar(entity.id, 10)


def test_a_project_page_shows_them_with_the_reason(client: FlaskClient, generation: Generation) -> None:
    story = next(e.id for e in generation.kg.entities() if e.kind == "project" and generation.similar(e.id))
    page = client.get(f"/entity/{story}").text

    assert "Similar stories" in page
    assert generation.kg.entity(generation.similar(story)[0].story).name[:20].replace("&", "&amp;") in page
