"""The pages: what each shows and where its links lead."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from graph.experience import experience_of, write_months
from graph.model import EntityKind, Measure, Measures, RelationKind
from graph.queries import neighbours, others
from webapp.figures import write_figure, write_number
from webapp.pages import page_of, pager_links
from webapp.pictures import draw_before_after
from webapp.release import version
from webapp.wording import write_date


def get(client: Any, path: str) -> str:
    """Return a page's HTML; it must be there."""
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    text: str = answer.text
    return text


def words(page: str) -> str:
    """Return what a page says, without markup, white space squeezed."""
    body = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())


def story_with_parts(kg: Any) -> str:
    """Return the id of a project whose text has situation, action and result."""
    return next(
        project_id
        for project_id, tellings in sorted(kg.tellings.items())
        if any({"situation", "action", "result"} <= set(telling.parts) for telling in tellings)
    )


# ---------------------------------------------------------------- every page


def test_every_entity_has_a_page_and_every_document_too(client: Any, kg: Any) -> None:
    for entity in kg.entities():
        assert client.get(f"/entity/{entity.id}").status_code == 200, entity.id
    for document_id in kg.documents:
        assert client.get(f"/document/{document_id}").status_code == 200, document_id


def test_links_within_pages_lead_somewhere(client: Any, kg: Any) -> None:
    one_of_each = {entity.kind: entity.id for entity in kg.entities()}
    start = ["/", "/search?q=migrations+at+scale", "/help", "/about"]
    start += [f"/entity/{key}" for key in one_of_each.values()]
    targets = {html.unescape(link) for path in start for link in re.findall(r'href="(/[^"#]*)', get(client, path))}

    assert len(targets) > 100
    for target in sorted(targets):
        assert client.get(target).status_code == 200, target


def test_a_page_has_one_main_heading_and_no_id_twice(client: Any, kg: Any) -> None:
    one_of_each = {entity.kind: entity.id for entity in kg.entities()}
    paths = ["/", "/search?q=kafka", "/search", "/help", "/about", "/nothing", f"/document/{sorted(kg.documents)[0]}"]
    paths += ["/stories", "/path", "/path?from=Kafka&to=Python", "/compare", "/compare?a=Kafka&b=Redis", "/check"]
    for path in [*paths, *(f"/entity/{key}" for key in one_of_each.values())]:
        page = client.get(path).text
        ids = re.findall(r'\bid="([^"]+)"', page)
        assert len(re.findall(r"<h1\b", page)) == 1, path
        assert len(ids) == len(set(ids)), (path, [one for one in ids if ids.count(one) > 1])


# ---------------------------------------------------------------- home


def test_home_shows_the_search_field_figures_and_what_was_read(client: Any, kg: Any) -> None:
    page = get(client, "/")

    assert '<form class="find large" action="/search" method="get">' in page
    assert "Strongest outcomes" in page and 'class="fig l"' in page
    assert f"{len(kg.documents)} documents" in page


def test_searches_to_try_on_home_find_something(client: Any) -> None:
    tries = client.get("/api/v1/").json["tries"]

    assert tries
    for tried in tries:
        assert client.get(f"/api/v1{tried['url']}").json["total"] > 0, tried["query"]


def test_home_of_an_empty_graph_says_how_to_begin(tmp_path: Path) -> None:
    import networkx as nx

    from graph.model import KnowledgeGraph
    from graph.report import BuildReport, BuildResult
    from index.generations import publish
    from webapp import create_app

    publish(tmp_path / "store", BuildResult(KnowledgeGraph(nx.MultiDiGraph(), {}, {}), BuildReport((), (), (), ())))
    page = get(create_app(tmp_path / "store").test_client(), "/")

    assert "There is nothing to search yet" in page
    assert "Strongest outcomes" not in page


def test_home_names_skipped_files_with_the_reason(tmp_path: Path) -> None:
    from graph.pipeline import build_graph
    from index.generations import publish
    from webapp import create_app

    content = tmp_path / "content"
    content.mkdir()
    (content / "notes.md").write_text("# Notes\n\nCut run time by 40% with Kafka.\n", encoding="utf-8")
    (content / "broken.md").write_bytes(b"\x00\x01\x02\x00" * 50)
    publish(tmp_path / "store", build_graph(content), content)
    said = words(get(create_app(tmp_path / "store").test_client(), "/"))

    assert "Files skipped 1" in said and "broken.md" in said


# ---------------------------------------------------------------- results


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


# ---------------------------------------------------------------- fictional


def test_pages_of_invented_people_say_so(client: Any, kg: Any) -> None:
    invented = [d.id for d in kg.documents.values() if d.id.startswith("fictional/")]
    people = [e for e in kg.entities(EntityKind.PERSON) if all(p.span.document_id in invented for p in e.evidence)]
    assert invented and people

    for path in [f"/document/{invented[0]}", f"/entity/{people[0].id}"]:
        assert "The people and companies on this page are invented." in get(client, path), path
    assert "Some of the people and companies are invented" in get(client, "/help")


def test_pages_of_real_work_do_not_claim_to_be_invented(client: Any, kg: Any) -> None:
    page = get(client, "/entity/person:oliver-harper")

    assert "on this page are invented" not in page and 'class="notice"' not in page


# ---------------------------------------------------------------- figures and pictures


@pytest.mark.parametrize(
    ("measure", "written"),
    [
        (Measure("63.2%", "percent", "share", 63.2, direction="decrease"), "−63.2 %"),
        (Measure("38%", "percent", "share", 38, direction="increase"), "+38 %"),
        (Measure("95%", "percent", "share", 95), "95 %"),
        (Measure("$64 million", "USD", "money", 64e6), "$64M"),
        (Measure("$708k a year", "USD/year", "money", 708e3), "$708k a year"),
        (Measure("10 to 15 times", "ratio", "ratio", low=10, high=15, comparator="range"), "10–15 ×"),
        (Measure("80M+ events per day", "events/day", "rate", 80e6, comparator=">="), "≥ 80M events a day"),
        (Measure("a minute to 2 s", "seconds", "time", 2, comparator="~", before=60, after=2), "60 → ≈ 2 s"),
        (Measure("6 h to 55 min", "minutes", "time", 55, before=360, after=55), "6 hours → 55 min"),
        (Measure("one outage", "outages", "count", 1), "1 outage"),
        (Measure("zero downtime", "", "count"), "zero downtime"),
        (Measure("1,250 users", "users", "count", 1250), "1,250 users"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_figure_is_written_one_way(measure: Measure, written: str) -> None:
    assert write_figure(measure).text.replace("\u202f", " ").replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (9999, "9,999"), (10_000, "10k"), (12_345, "12,345"), (2.5e9, "2.5B"), (-3, "−3"), (0.125, "0.125")],
)
def test_a_number_is_never_rounded(value: float, written: str) -> None:
    assert write_number(value) == written


def test_before_and_after_are_drawn_from_zero() -> None:
    bars = draw_before_after(Measure("60 s to 2 s", "seconds", "time", 2, before=60, after=2))

    assert bars is not None and not bars.calculated
    assert float(bars.after_width[:-1]) / float(bars.before_width[:-1]) == pytest.approx(2 / 60, rel=0.01)


def test_a_bare_share_of_change_is_drawn_and_said_to_be_calculated() -> None:
    bars = draw_before_after(Measure("97%", "percent", "share", 97, direction="decrease", measures=Measures.RESULT))

    assert bars is not None and bars.calculated
    assert bars.after_text.replace("\u202f", " ") == "3 %"


def test_a_level_is_not_drawn() -> None:
    assert draw_before_after(Measure("99.95%", "percent", "share", 99.95)) is None


def test_pages_of_a_list_cover_it_once() -> None:
    items = list(range(53))
    shown = [item for number in (1, 2, 3) for item in page_of(items, number, 25, "/x?page={page}").items]

    assert shown == items
    assert page_of(items, 9, 25, "/x?page={page}").items == ()
    assert [link.label for link in pager_links(1, 3, "/x?page={page}")] == ["1", "2", "3", "Next"]


# ---------------------------------------------------------------- what a person looks for on each page


def test_the_start_page_lists_the_latest_projects_first(client: Any, kg: Any) -> None:
    latest = client.get("/api/v1/").json["latest"]

    assert len(latest) == 5
    assert "present" in latest[0]["when"]
    assert all(kg.entity(row["project"]["id"]).kind is EntityKind.PROJECT for row in latest)
    assert all(f'href="{html.escape(row["project"]["url"])}"' in get(client, "/") for row in latest)


def test_a_persons_technologies_say_how_long_and_how_lately(client: Any, kg: Any) -> None:
    page = words(get(client, "/entity/person:ilse-varnquist"))

    (experience,) = (e for e in experience_of(kg, "technology:kafka") if e.person_id == "person:ilse-varnquist")
    assert f"Kafka{write_months(experience.months)}, last in {write_date(experience.last_used)}" in page.replace(
        "Technology: ", ""
    )


def test_an_employers_page_says_who_held_which_job_and_what_came_of_it(client: Any, kg: Any) -> None:
    page = get(client, "/entity/employer:kesselmoor-payments")
    projects = [
        e for e in others(kg, "employer:kesselmoor-payments", RelationKind.AT_EMPLOYER, "in") if e.kind == "project"
    ]
    said = words(page)

    assert "Ilse VarnquistStaff Platform EngineerApr 2022 – present" in said
    assert len(projects) > 3 and all(project.name in said for project in projects)
    assert "Strongest results" in said and "/outcomes?employer=employer%3Akesselmoor-payments" in page
    assert client.get("/outcomes?employer=employer%3Akesselmoor-payments").status_code == 200


def test_an_employers_roles_and_projects_are_there_with_their_words(client: Any) -> None:
    assert "<blockquote" in get(client, "/entity/employer:kesselmoor-payments?group=at_employer-in")


def test_a_story_can_be_copied_with_its_parts_figures_and_place(client: Any, kg: Any) -> None:
    project = kg.entity(story_with_parts(kg))
    page = get(client, f"/entity/{project.id}")
    copied = html.unescape(page[page.index("Copy this story</summary><pre>") + 30 : page.index("</pre></details>")])

    assert copied.startswith(f"# {project.name}\n")
    assert "\n## Situation\n" in copied and "\n## Action\n" in copied and "\n## Result\n" in copied
    telling = max(kg.tellings[project.id], key=lambda told: len(told.parts))
    assert f"\n\n— {telling.span.document_id}:" in copied
    first = kg.documents[telling.span.document_id].quote(telling.parts["result"][0])
    assert first.split()[-1] in copied


def test_a_citation_holds_quote_place_and_link(client: Any, kg: Any) -> None:
    span = kg.entity("technology:kafka").evidence[0].span
    page = get(client, f"/document/{span.document_id}?at={span.start}-{span.end}")
    cite = html.unescape(page.partition('<p class="cite">')[2].partition("</p>")[0])

    assert cite.startswith(f"“{kg.documents[span.document_id].quote(span)}” ({span.document_id}:")
    assert cite.endswith(
        f", http://localhost/document/{span.document_id}?at={span.start}-{span.end}#c{span.start}-{span.end})"
    )


def test_the_page_about_names_version_and_licence(client: Any) -> None:
    assert f"careergraph {version()}, Apache License 2.0" in words(get(client, "/about"))
