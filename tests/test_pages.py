"""The pages: what each shows and where its links lead."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

from graph.experience import experience_of, write_months
from graph.model import EntityKind, RelationKind
from graph.queries import others
from tests.page_words import get, story_with_parts, words
from webapp.release import version
from webapp.wording import write_date

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
