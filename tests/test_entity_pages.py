"""The pages of entities and documents: what each shows, and where its links lead."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from graph.model import EntityKind, RelationKind
from graph.queries import neighbours, others
from tests.page_words import get, story_with_parts, words
from webapp.figures import write_figure

# ---------------------------------------------------------------- entities


def test_a_project_tells_its_story_in_star_order(client: Any, kg: Any) -> None:
    project_id = story_with_parts(kg)
    page = get(client, f"/entity/{project_id}")
    letters = re.findall(r'<b aria-hidden="true">([STAR])</b>', page)

    assert letters == [letter for letter in "STAR" if letter in letters]
    assert {"S", "A", "R"} <= set(letters)


def test_a_project_shows_its_outcomes_technologies_and_people(client: Any, kg: Any) -> None:
    project = next(
        e for e in kg.entities(EntityKind.PROJECT)
        if others(kg, e.id, RelationKind.ACHIEVED, "out") and others(kg, e.id, RelationKind.USES, "out")
    )  # fmt: skip
    page = words(get(client, f"/entity/{project.id}"))

    assert "Technologies used" in page
    for technology in others(kg, project.id, RelationKind.USES, "out")[:3]:
        assert technology.name in page
    assert f"Outcomes {len(others(kg, project.id, RelationKind.ACHIEVED, 'out'))}" in page


def test_a_technology_lists_the_projects_that_used_it(client: Any, kg: Any) -> None:
    projects = others(kg, "technology:kafka", RelationKind.USES, "in")
    page = get(client, "/entity/technology:kafka")

    assert projects
    for project in projects[:10]:
        assert f'href="/entity/{project.id}"' in page


def test_a_long_group_is_cut_and_pages_on(client: Any, kg: Any) -> None:
    person = max(kg.entities(EntityKind.DOCUMENT), key=lambda e: len(neighbours(kg, e.id)))
    total = len([n for n in neighbours(kg, person.id, RelationKind.MENTIONED_IN) if n.direction == "in"])
    assert total > 25
    first = get(client, f"/entity/{person.id}")
    seen = set()
    for number in range(1, -(-total // 25) + 1):
        page = get(client, f"/entity/{person.id}?group=mentioned_in-in&page={number}")
        relations = page[page.index('<ul class="relations">') :]
        seen |= set(re.findall(r'</span><a href="(/entity/[^"]+)"', relations))

    assert "?group=mentioned_in-in" in first
    assert len(seen) == total


def test_an_outcome_shows_its_figure_and_its_sentence(client: Any, kg: Any) -> None:
    outcome = next(e for e in kg.entities(EntityKind.OUTCOME) if e.measure and e.measure.unit == "percent")
    page = get(client, f"/entity/{outcome.id}")

    assert 'class="fig xl"' in page
    assert write_figure(outcome.measure).number in page
    assert re.search(r"<mark>[^<]+</mark>", page)
    assert re.search(r'<a class="read-it" href="/document/[^"]+\?at=\d+-\d+#c\d+-\d+"', page)


def test_a_person_shows_employments_with_dates(client: Any, kg: Any) -> None:
    person = max(kg.entities(EntityKind.PERSON), key=lambda e: len(others(kg, e.id, RelationKind.HELD_ROLE, "out")))
    page = words(get(client, f"/entity/{person.id}"))

    assert "Employments" in page
    assert re.search(r"\b(19|20)\d\d\b", page[page.index("Employments") : page.index("Projects")])


def test_merged_names_say_why(client: Any, kg: Any) -> None:
    merged = next(entity for entity in kg.entities() if entity.merges)

    page = words(get(client, f"/entity/{merged.id}"))
    assert "Why these are one" in page and " ".join(merged.merges[0].reason.split()) in page


def test_an_unknown_id_is_a_404_with_links_to_ids_close_to_it(client: Any) -> None:
    answer = client.get("/entity/technology:kafak")

    assert answer.status_code == 404
    assert 'href="/entity/technology:kafka"' in answer.text


# ---------------------------------------------------------------- documents


def test_a_document_shows_every_line_with_its_number(client: Any, kg: Any) -> None:
    document = min(kg.documents.values(), key=lambda d: (len(d.text), d.id))
    page = get(client, f"/document/{document.id}")

    assert re.findall(r'<li id="L(\d+)"', page) == [str(n) for n in range(1, document.line_of(len(document.text)) + 1)]


def test_the_words_one_comes_for_are_marked_exactly(client: Any, kg: Any) -> None:
    checked = 0
    for outcome in list(kg.entities(EntityKind.OUTCOME))[:60]:
        span = outcome.evidence[0].span
        page = get(client, f"/document/{span.document_id}?at={span.start}-{span.end}")
        marks = re.findall(r"<mark\b[^>]*>(.*?)</mark>", page, re.DOTALL)
        shown = "".join("".join(html.unescape(re.sub(r"<[^>]+>", "", mark)).split()) for mark in marks)
        if "\n" not in outcome.evidence[0].quote:
            assert shown == "".join(outcome.evidence[0].quote.split()), outcome.id
            checked += 1
        assert f'<mark id="c{span.start}-{span.end}">' in page

    assert checked > 20


def test_marks_can_be_filtered_by_kind(client: Any, kg: Any) -> None:
    document_id = kg.entity("technology:kafka").evidence[0].span.document_id
    kinds = {
        choice: set(re.findall(r'class="m k-(\w+)', get(client, f"/document/{document_id}?marks={choice}")))
        for choice in ("all", "technology", "none")
    }

    assert kinds["technology"] == {"technology"}
    assert len(kinds["all"]) > 1
    assert kinds["none"] == set()


@pytest.mark.parametrize("at", ["5", "9-3", "0-99999999", "a-b", "-1-4", "3-3"])
def test_a_place_outside_the_text_is_a_400(client: Any, kg: Any, at: str) -> None:
    assert client.get(f"/document/{sorted(kg.documents)[0]}?at={at}").status_code == 400


def test_text_survives_the_marking_of_overlapping_things(client: Any, kg: Any) -> None:
    for document in list(kg.documents.values())[:12]:
        page = get(client, f"/document/{document.id}")
        lines = re.findall(r'<li id="L\d+"[^>]*>.*?<div class="text">(.*?)</div></li>', page, re.DOTALL)
        shown = "".join("".join(html.unescape(re.sub(r"<[^>]+>", "", line)).split()) for line in lines)
        assert shown == "".join(document.text.split()), document.id
