"""The page of a comparison: what two things share, what one has alone, and their figures of the same measure."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from graph.model import EntityKind, KnowledgeGraph, Measures, RelationKind
from graph.queries import others
from tests.small_graph import SmallGraph
from tests.test_path_page import client_of, words
from webapp.views.compare_figures import figures_beside
from webapp.views.compare_links import COMPARED, likely_others, ties_of


def two_benches() -> SmallGraph:
    """Return the notes of two invented engineers: both used Kafka, each something of their own, both cut a share."""
    small = SmallGraph()
    small.document(
        "ash.md",
        "# Ash Quillmoor\nAsh Quillmoor moved the tide tables to Kafka and Redis; reruns fell by 40%, in 3 weeks.\n",
    )
    small.document(
        "bo.md",
        "# Bo Farnley\nBo Farnley rebuilt the kiln queue on Kafka and Python; waste fell by 12%, for 900 kilns.\n",
    )
    small.entity("person:ash", "Ash Quillmoor")
    small.entity("person:bo", "Bo Farnley")
    tide = small.entity("project:tide", "Tide tables", "tide tables", years=(2019, 2020))
    kiln = small.entity("project:kiln", "Kiln queue", "kiln queue", years=(2021, 2023))
    for key, name in (("kafka", "Kafka"), ("redis", "Redis"), ("python", "Python")):
        small.entity(f"technology:{key}", name)
    small.relation("person:ash", RelationKind.WORKED_ON, tide, "Ash Quillmoor moved the tide tables")
    small.relation("person:bo", RelationKind.WORKED_ON, kiln, "Bo Farnley rebuilt the kiln queue")
    small.relation(tide, RelationKind.USES, "technology:kafka", "to Kafka and Redis")
    small.relation(tide, RelationKind.USES, "technology:redis", "Redis")
    small.relation(kiln, RelationKind.USES, "technology:kafka", "on Kafka and Python")
    small.relation(kiln, RelationKind.USES, "technology:python", "Python")
    small.outcome("fell by 40%", 40, "percent", "share", tide)
    small.outcome("fell by 12%", 12, "percent", "share", kiln)
    small.outcome("3 weeks", 3, "weeks", "time", tide, Measures.DURATION)
    small.outcome("900 kilns", 900, "kilns", "count", kiln, Measures.SCALE)
    return small


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A client over the two benches."""
    return client_of(two_benches(), tmp_path_factory.mktemp("benches"))


def names(listing: dict[str, Any]) -> list[str]:
    return [item["ref"]["name"] for item in listing["items"]]


def section(twin: dict[str, Any], key: str) -> dict[str, Any]:
    return next(part for part in twin["sections"] if part["key"] == key)


# ---------------------------------------------------------------- what it shows


def test_two_people_share_some_technologies_and_have_others_alone(small: Any) -> None:
    used = section(small.get("/api/v1/compare?a=person:ash&b=person:bo").json, "technologies")

    assert (names(used["both"]), names(used["only_a"]), names(used["only_b"])) == (["Kafka"], ["Redis"], ["Python"])


def test_each_thing_leads_to_the_words_of_its_side(small: Any) -> None:
    page = small.get("/compare?a=person:ash&b=person:bo").text
    kafka = section(small.get("/api/v1/compare?a=person:ash&b=person:bo").json, "technologies")["both"]["items"][0]

    assert (kafka["a"]["document_id"], kafka["b"]["document_id"]) == ("ash.md", "bo.md")
    for url in (kafka["a"]["url"], kafka["b"]["url"]):
        assert html.escape(url) in page
        assert "Kafka" in re.findall(r"<mark[^>]*>(.*?)</mark>", small.get(url).text, re.DOTALL)[0]


def test_years_stand_beside_one_another(small: Any) -> None:
    kafka = section(small.get("/api/v1/compare?a=person:ash&b=person:bo").json, "technologies")["both"]["items"][0]

    assert (kafka["a_note"], kafka["b_note"]) == ("1 year", "2 years")


def test_figures_of_the_same_measure_stand_in_one_row(small: Any) -> None:
    rows = small.get("/api/v1/compare?a=project:tide&b=project:kiln").json["figures"]["items"]

    assert [(row["what"], len(row["a"]), len(row["b"])) for row in rows] == [
        ("Share", 1, 1), ("Kilns", 0, 1), ("Time", 1, 0),
    ]  # fmt: skip


def test_figures_of_another_currency_or_direction_are_not_the_same_measure(tmp_path: Path) -> None:
    small = two_benches()
    small.document("c.md", "# More\nSaved $5 and €5 on it.\n")
    small.outcome("$5", 5, "USD", "money", "project:tide")
    small.outcome("€5", 5, "EUR", "money", "project:kiln")
    kg = small.build().kg
    rows = figures_beside(kg, kg.entity("project:tide"), kg.entity("project:kiln"))

    assert {row.what: (len(row.a), len(row.b)) for row in rows if "Money" in row.what} == {
        "Money (USD)": (1, 0),
        "Money (EUR)": (0, 1),
    }


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Ash Quillmoor", "Bo Farnley", "Two people side by side"),
        ("Tide tables", "Kiln queue", "Two projects side by side"),
        ("Kafka", "Redis", "Two technologies side by side"),
    ],
)
def test_people_projects_and_technologies_are_compared_by_name(small: Any, a: str, b: str, said: str) -> None:
    page = small.get("/compare", query_string={"a": a, "b": b})

    assert page.status_code == 200
    assert said in words(page.text)


def test_two_technologies_show_the_years_of_each_person(small: Any) -> None:
    said = words(small.get("/compare?a=Kafka&b=Redis").text)

    assert "Bo Farnley: 2 years, last in 2023" in said
    assert "Ash Quillmoor: 1 year, last in 2020" in said


def test_one_section_alone_is_shown_in_pages(tmp_path: Path) -> None:
    small = two_benches()
    small.document("tools.md", "# Tools\n" + "".join(f"Tool{n:03d} runs.\n" for n in range(90)))
    for n in range(90):
        small.entity(f"technology:tool{n:03d}", f"Tool{n:03d}")
        small.relation("project:tide", RelationKind.USES, f"technology:tool{n:03d}", f"Tool{n:03d} runs")
    asked = client_of(small, tmp_path)
    start = section(asked.get("/api/v1/compare?a=person:ash&b=person:bo").json, "technologies")
    pages = [
        section(asked.get(f"/api/v1/compare?a=person:ash&b=person:bo&show=technologies&page={n}").json, "technologies")
        for n in (1, 2, 3, 4)
    ]

    assert len(start["only_a"]["items"]) == 8 and start["only_a"]["total"] == 91
    assert start["more_url"] == "/compare?a=person:ash&b=person:bo&show=technologies"
    shown = [name for page in pages for name in names(page["only_a"])]
    assert len(shown) == len(set(shown)) == 91
    assert names(pages[3]["only_a"]) == []


# ---------------------------------------------------------------- what is asked badly


def test_with_one_side_alone_likely_partners_are_offered(small: Any) -> None:
    page = small.get("/compare?a=Kafka").text

    assert 'href="/compare?a=technology:kafka&amp;b=technology:redis"' in page
    assert '<option value="Redis">' in page and '<option value="Ash Quillmoor">' not in page


def test_without_sides_there_is_a_form(small: Any) -> None:
    page = small.get("/compare").text

    assert "Compare two things" in words(page)
    assert 'name="a"' in page and 'name="b"' in page


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("a=person:ash&b=technology:kafka", 400, "of two kinds"),
        ("a=Kafka&b=kafka", 400, "change one"),
        ("a=document:ash.md", 400, "can't be compared"),
        ("a=Kafka&b=Kafak", 404, "Nothing here is called Kafak"),
        ("a=Kafka&b=Redis&show=hobbies", 400, "no part of this page"),
        ("a=Kafka&b=Redis&show=projects&page=0", 400, "between 1"),
        ("a=Kafka&b=Redis&show=projects&page=x", 400, "whole number"),
        ("show=projects", 400, "both a and b"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_what_to_change(small: Any, query: str, status: int, said: str) -> None:
    page, twin = small.get(f"/compare?{query}"), small.get(f"/api/v1/compare?{query}")

    assert (page.status_code, twin.status_code) == (status, status)
    assert said in words(page.text)
    assert said in twin.json["error"]["message"]


def test_pages_of_what_can_be_compared_lead_there(small: Any) -> None:
    assert 'href="/compare?a=person:ash"' in small.get("/entity/person:ash").text
    assert "Compare with" not in small.get("/entity/document:ash.md").text


# ---------------------------------------------------------------- on the whole corpus


def test_what_both_have_is_what_the_graph_says(client: Any, kg: KnowledgeGraph) -> None:
    a, b = "person:ilse-varnquist", "person:tendai-orrinshaw"
    used = {
        person: {
            technology.id
            for project in others(kg, person, RelationKind.WORKED_ON, "out")
            for technology in others(kg, project.id, RelationKind.USES, "out")
        }
        for person in (a, b)
    }
    shown = section(client.get(f"/api/v1/compare?a={a}&b={b}&show=technologies").json, "technologies")

    assert {item["ref"]["id"] for item in shown["both"]["items"]} == used[a] & used[b] != set()
    assert {item["ref"]["id"] for item in shown["only_a"]["items"]} == used[a] - used[b]
    assert {item["ref"]["id"] for item in shown["only_b"]["items"]} == used[b] - used[a]


@pytest.mark.parametrize("kind", COMPARED)
def test_every_likely_pair_of_the_corpus_has_a_page(client: Any, generation: Any, kind: EntityKind) -> None:
    from webapp.corpus import read_corpus

    corpus = read_corpus(generation.id, generation.kg, generation.report)
    for entity in list(generation.kg.entities(kind))[:6]:
        for other in likely_others(corpus, entity)[:3]:
            assert client.get(f"/compare?a={entity.id}&b={other.id}").status_code == 200, (entity.id, other.id)


def test_every_link_of_a_comparison_leads_somewhere(client: Any) -> None:
    page = client.get("/compare?a=Ilse+Varnquist&b=Tendai+Orrinshaw").text
    targets = {html.unescape(url) for url in re.findall(r'href="(/[^"#]*)', page)}

    assert len(targets) > 60
    for target in sorted(targets):
        assert client.get(target).status_code == 200, target


def test_a_tie_counts_the_places_of_the_last_step(kg: KnowledgeGraph) -> None:
    ties = ties_of(kg, "person:ilse-varnquist", COMPARED[EntityKind.PERSON][0][2])

    assert ties.places
    for key, places in ties.places.items():
        evidence = ties.evidence(kg, key)
        assert 0 < len(evidence) <= places, key
        assert all(kg.documents[p.span.document_id].quote(p.span) == p.quote for p in evidence), key
    assert ties.evidence(kg, "technology:none") == ()
