"""The story bank: what each story has and shows, which interview questions it answers and why, and the sheet to print."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.corrections import parse_corrections
from graph.errors import CorrectionsError
from graph.model import EntityKind, KnowledgeGraph, RelationKind
from graph.pipeline import build_graph
from graph.questions import FIGURES, Question, load_questions
from graph.slugs import slug
from graph.vocabulary import load_vocabularies
from index.generations import publish
from tests.small_graph import SmallGraph
from tests.test_path_page import words
from webapp import create_app
from webapp.corpus import read_corpus
from webapp.story_bank import Bank, story_bank

MIGRATION = Question("Tell me about a migration.", "migration", ("data migration",), ("moved", "cut over"), ("count",))


def bank_of(small: SmallGraph, *questions: Question) -> Bank:
    """Return the bank of a small graph with these questions alone."""
    result = small.build()
    return story_bank(read_corpus("test", result.kg, replace(result.report, questions=questions)))


def one_story(text: str, *, applies: bool = False, rows: bool = False) -> SmallGraph:
    """Return a graph of one project told by `text`."""
    small = SmallGraph()
    small.document("a.md", f"# Tide tables\nIt was slow. {text}\nAll is calm now. Plain words follow here.\n")
    tide = small.entity("project:tide", "Tide tables")
    small.telling(tide, "It was slow.", "All is calm now.")
    if applies:
        small.entity("practice:data-migration", "data migration", "moved the tables")
        small.relation(tide, RelationKind.APPLIES, "practice:data-migration", "moved the tables")
    if rows:
        small.outcome("300 rows", 300, "rows", "count", tide)
    return small


# ---------------------------------------------------------------- the questions


def test_there_are_forty_questions_and_more_each_of_its_own() -> None:
    found = load_questions()

    assert len(found) >= 40
    assert len({question.text for question in found}) == len(found)
    assert all(question.competency and (question.practices or question.words) for question in found)


def test_every_practice_of_a_question_is_in_the_vocabulary() -> None:
    terms = load_vocabularies().terms
    strange = [name for q in load_questions() for name in q.practices if f"practice:{slug(name)}" not in terms]

    assert strange == []
    assert {figure for q in load_questions() for figure in q.figures} <= set(FIGURES)


def test_a_users_question_is_asked_beside_them_after_a_rebuild(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.md").write_text(
        "---\nauthor: Ada Example\n---\n\n# Weir ledger migration\n\nI moved 14 weirs to Kafka and the keepers sang.\n",
        encoding="utf-8",
    )
    (folder / "careergraph.yaml").write_text(
        "questions:\n  - question: Who sang at work?\n    competency: Singing\n    words: [sang, keepers]\n",
        encoding="utf-8",
    )
    publish(tmp_path / "store", build_graph(folder), folder)
    client = create_app(tmp_path / "store").test_client()
    asked = client.get("/api/v1/stories?shows=singing").json["questions"]["items"]

    assert [question["text"] for question in asked] == ["Who sang at work?"]
    (answer,) = asked[0]["answers"]
    assert answer["ref"]["name"] == "Weir ledger migration"
    assert [reason[0] for reason in answer["reasons"]] == ["says “keepers”", "says “sang”"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- words: [a]", "a question needs its words"),
        ("- question: Why?", "needs `practices`, `words` or `figures`"),
        ("- {question: Why, words: because}", "is a list of words"),
        ("- {question: Why, figures: [fame]}", "no dimension of figures"),
        ("- {question: Why, answer: so}", "unknown key 'answer'"),
        ("- Why?", "a question is a mapping"),
    ],
)
def test_a_question_that_is_not_understood_is_an_error_with_file_and_line(entry: str, said: str) -> None:
    with pytest.raises(CorrectionsError, match=said) as caught:
        parse_corrections(f"fictional: []\nquestions:\n  {entry}\n")

    assert caught.value.path == "careergraph.yaml"
    assert caught.value.line in (2, 3)


# ---------------------------------------------------------------- which story answers


def test_a_story_that_applies_the_practice_answers_and_says_why() -> None:
    bank = bank_of(one_story("I moved the tables.", applies=True), MIGRATION)

    (answer,) = bank.answers[0]
    assert [reason.text for reason in answer.reasons] == ["applies data migration", "says “moved”"]
    assert bank.shows == {"project:tide": ("migration",)}


def test_two_words_answer_and_one_alone_does_not() -> None:
    assert len(bank_of(one_story("We moved it and cut over at night."), MIGRATION).answers[0]) == 1
    assert bank_of(one_story("We moved it."), MIGRATION).answers[0] == ()


def test_a_word_with_a_figure_of_what_is_asked_answers() -> None:
    (answer,) = bank_of(one_story("We moved 300 rows.", rows=True), MIGRATION).answers[0]

    assert [reason.text for reason in answer.reasons] == ["says “moved”", "has a figure: 300 rows"]


def test_words_are_matched_by_their_stems_and_phrases_in_a_row() -> None:
    assert len(bank_of(one_story("We were moving and cutting over."), MIGRATION).answers[0]) == 1
    assert bank_of(one_story("We moved it, over a cut."), MIGRATION).answers[0] == ()


def test_words_outside_the_telling_do_not_answer() -> None:
    asks = Question("Plain?", "plain", (), ("plain", "follow"), ())

    assert bank_of(one_story("We moved it."), asks).answers[0] == ()


def test_each_reason_stands_at_its_words() -> None:
    small = one_story("I moved the tables.", applies=True)
    (answer,) = bank_of(small, MIGRATION).answers[0]

    assert [small.documents["a.md"].quote(reason.span) for reason in answer.reasons] == ["moved the tables", "moved"]


@pytest.mark.parametrize(("count", "minutes"), [(120, 1), (131, 2), (520, 4), (521, 5)])
def test_the_minutes_are_words_by_a_hundred_and_thirty(count: int, minutes: int) -> None:
    small = SmallGraph()
    small.document("a.md", f"# T\nBegin {'word ' * (count - 2)}end.\n")
    small.telling(small.entity("project:t", "T"), "Begin", "end.")
    story = bank_of(small).stories["project:t"]

    assert (story.words, story.minutes) == (count, minutes)


# ---------------------------------------------------------------- the page


def test_every_project_stands_in_the_bank_once(client: Any, kg: KnowledgeGraph) -> None:
    listed: list[str] = []
    for number in range(1, 9):
        items = client.get(f"/api/v1/stories?page={number}").json["stories"]["items"]
        assert len(items) <= 25
        listed += [item["ref"]["id"] for item in items]

    assert len(listed) == len(set(listed))
    assert set(listed) == {project.id for project in kg.entities(EntityKind.PROJECT)}


def test_a_row_tells_parts_figures_practices_and_minutes(client: Any, kg: KnowledgeGraph) -> None:
    row = client.get("/api/v1/stories").json["stories"]["items"][0]
    page = words(client.get("/stories").text)

    assert row["letters"] == "STAR" and row["minutes"] == -(-row["words"] // 130)
    assert row["figures"] == len([1 for _, _, key in kg.nx.out_edges(row["ref"]["id"], keys=True) if key == "achieved"])
    assert "at 130 a minute" in page and "Has situation, task, action, result" in page


def test_the_order_can_be_changed(client: Any) -> None:
    def of(sort: str, field: str) -> list[Any]:
        return [item[field] for item in client.get(f"/api/v1/stories?sort={sort}").json["stories"]["items"]]

    assert of("figures", "figures") == sorted(of("figures", "figures"), reverse=True)
    told = [count for count in of("short", "words") if count]
    assert told == sorted(told)


def test_a_competency_keeps_the_stories_and_questions_that_go_with_it(client: Any) -> None:
    found = client.get("/api/v1/stories?shows=migration").json

    assert found["stories"]["items"] and found["stories"]["total"] < found["total"]
    assert {question["competency"] for question in found["questions"]["items"]} == {"migration"}
    assert "Zero-downtime schema migration" in [item["ref"]["name"] for item in found["stories"]["items"]]


def test_all_questions_are_shown_in_pages(client: Any) -> None:
    shown: list[str] = []
    for number in range(1, 6):
        shown += [q["text"] for q in client.get(f"/api/v1/stories?questions={number}").json["questions"]["items"]]

    assert shown == [question.text for question in load_questions()]


def test_the_migration_question_is_answered_by_the_migration_with_its_reasons(client: Any) -> None:
    question = client.get("/api/v1/stories").json["questions"]["items"][0]
    best = question["answers"][0]

    assert question["text"] == "Tell me about a migration that you led."
    assert best["ref"]["name"] == "Zero-downtime schema migration"
    assert "applies zero-downtime migration" in [text for text, _ in best["reasons"]]


def test_every_reason_leads_to_its_words(client: Any, kg: KnowledgeGraph) -> None:
    checked = 0
    for number in range(1, 5):
        for question in client.get(f"/api/v1/stories?questions={number}").json["questions"]["items"]:
            for answer in question["answers"]:
                for text, place in answer["reasons"]:
                    assert place["document_id"] in kg.documents and place["url"].startswith("/document/"), text
                    checked += 1
    page = client.get("/stories").text
    url = html.unescape(re.findall(r'because"><a href="([^"]+)"', page)[0])

    assert checked > 100
    assert f'id="{url.partition("#")[2]}"' in client.get(url.partition("#")[0]).text


# ---------------------------------------------------------------- the sheet


def picks(client: Any, number: int) -> list[str]:
    return [item["ref"]["id"] for item in client.get("/api/v1/stories").json["stories"]["items"][:number]]


def test_picked_stories_make_a_sheet_in_their_order(client: Any, kg: KnowledgeGraph) -> None:
    two = picks(client, 2)[::-1]
    page = client.get("/stories", query_string={"pick": two}).text

    assert "2 chosen stories" in words(page)
    assert re.findall(r'<h2 id="s-\d+">.*?href="/entity/([^"]+)"', page) == two
    assert "Make a sheet" not in page
    assert all(f"<h3>{name}</h3>" in page for name in ("Situation", "Task", "Action", "Result", "Figures", "Answers"))


def test_the_choice_stays_in_every_address_of_the_bank(client: Any) -> None:
    (one,) = picks(client, 1)
    page = client.get(f"/stories?pick={one}&choose=1&page=2").text

    assert f'<input type="hidden" name="pick" value="{one}">' in page
    assert f"pick={one}&amp;choose=1&amp;page=1" in page
    assert f'value="{one}" checked' in client.get(f"/stories?pick={one}&choose=1").text


def test_a_project_leads_to_its_sheet(client: Any, kg: KnowledgeGraph) -> None:
    project = next(kg.entities(EntityKind.PROJECT)).id
    page = client.get(f"/entity/{project}").text
    url = html.unescape(re.findall(r'href="(/stories\?pick=[^"]+)"', page)[0])

    assert "1 chosen story" in words(client.get(url).text)


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("pick=project:nothing", 404, "Nothing here is called"),
        ("pick=technology:kafka", 404, "Nothing here is called"),
        ("shows=fame", 400, "no question asks after"),
        ("sort=size", 400, "is no order"),
        ("page=0", 400, "between 1"),
        ("questions=x", 400, "whole number"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_to_change(client: Any, query: str, status: int, said: str) -> None:
    page, twin = client.get(f"/stories?{query}"), client.get(f"/api/v1/stories?{query}")

    assert (page.status_code, twin.status_code) == (status, status)
    assert said in words(page.text)


def test_a_sheet_of_too_many_stories_is_refused(client: Any) -> None:
    answer = client.get("/stories", query_string={"pick": picks(client, 21)})

    assert answer.status_code == 400 and "at most 20" in words(answer.text)


def test_a_page_past_the_end_is_empty(client: Any) -> None:
    assert "No story is left here." in words(client.get("/stories?page=99").text)
    assert "No question is left here." in words(client.get("/stories?questions=99").text)


def test_a_graph_without_projects_says_how_to_begin(tmp_path: Path) -> None:
    small = SmallGraph()
    small.document("a.md", "# Plain\nNothing is told here.\n")
    publish(tmp_path / "store", small.build())

    assert "No story is told yet." in words(create_app(tmp_path / "store").test_client().get("/stories").text)
