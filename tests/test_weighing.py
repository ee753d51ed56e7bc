"""Which lines are likely titles of works: the learned trees, what they are asked, and what is made of their answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy import HIDDEN, SETS
from benchmarks.annotations import load_annotations
from graph.documents import Span
from graph.extraction.learned_trees import LEAVES, parse_forest, weights_of
from graph.extraction.stories import stories as all_stories
from graph.extraction.stories import weighed as judging
from graph.extraction.stories.stories import find_stories
from graph.extraction.weighing.lines import Line, lines_of
from graph.extraction.weighing.page import Page, Told
from graph.extraction.weighing.signs import SIGNS, signs_of
from graph.extraction.weighing.weighing import forest
from graph.extraction.works.story import Story
from graph.model import EntityKind
from graph.pipeline import interpret
from graph.readers import read_file
from tests.career_reading import reading_of
from tools.learn_titles import FIRST_SIGHT, read_by_rules

WORK_TITLES = json.loads(
    resources.files("graph.extraction.weighing").joinpath("work_titles.json").read_text(encoding="utf-8")
)
PAGE = """\
Marit Ostwick

Selected work

Tide tables on paper
Printed tables for 14 harbours from one PostgreSQL database.

Ticket gates
Rewrote the gates' firmware in Rust; queues fell from 9 minutes to 2.

What clients say
"The calmest person in the building."

Ferry bells
Cast 4 bells.
"""


# ---------------------------------------------------------------- trees


def walked(tree: Any, values: Sequence[float]) -> float:
    """Return the leaf that a tree leads to, node by node."""
    while isinstance(tree, list):
        tree = tree[2] if values[tree[0]] <= tree[1] else tree[3]
    return float(tree)


@given(st.lists(st.lists(st.floats(-3, 120), min_size=60, max_size=60), min_size=1, max_size=4))
def test_all_trees_asked_at_once_lead_where_each_leads_node_by_node(rows: list[list[float]]) -> None:
    rows = [row[: len(WORK_TITLES["signs"])] for row in rows]

    found = weights_of(forest(), np.array(rows))

    sums = np.array([sum(walked(tree, row) for tree in WORK_TITLES["trees"]) for row in rows])
    assert found == pytest.approx(1 / (1 + np.exp(-sums)), abs=1e-9)


def test_a_value_at_a_limit_goes_below_it() -> None:
    trees = parse_forest({"signs": ["words"], "trees": [[0, 3, -1.0, 2.0]]}, SIGNS)

    assert weights_of(trees, np.array([[3.0], [3.5]])) == pytest.approx([1 / (1 + np.e), 1 / (1 + np.exp(-2))])


def test_trees_that_ask_for_an_unknown_sign_are_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match="smell of the page"):
        parse_forest({"signs": ["words", "smell of the page"], "trees": [0.1]}, SIGNS)


def test_a_tree_of_too_many_leaves_is_refused() -> None:
    tree: Any = 0.0
    for limit in range(LEAVES):
        tree = [0, limit, 0.0, tree]

    with pytest.raises(ValueError, match=f"{LEAVES + 1} leaves"):
        parse_forest({"signs": ["words"], "trees": [tree]}, SIGNS)


def test_hardly_a_sign_is_never_asked_for() -> None:
    """A few may lose their places to like ones when the trees are learned anew; many would be dead weight."""
    assert len(set(SIGNS) - set(WORK_TITLES["signs"])) <= len(SIGNS) // 20


# ---------------------------------------------------------------- signs


def test_a_sign_says_one_thing_of_each_line() -> None:
    reading = reading_of(PAGE)
    lines = lines_of(reading)
    title = PAGE.index("Ticket gates")
    told = Told(title, title + 12, "short-title", title, PAGE.index("What clients") - 1)
    names = [
        "words",
        "figures",
        "words +1",
        "before a gap",
        "rules touch it",
        "lines into telling",
        "lines since a title",
    ]

    rows = signs_of(Page(lines, [told], reading.vocabularies), [SIGNS[name] for name in names])

    said = {line.text: dict(zip(names, row.tolist(), strict=True)) for line, row in zip(lines, rows, strict=True)}
    assert said["Ticket gates"] == {
        "words": 2, "figures": 0, "words +1": 13, "before a gap": 0, "rules touch it": 1, "lines into telling": 0, "lines since a title": 99,
    }  # fmt: skip
    assert said["Cast 4 bells."] == {
        "words": 3, "figures": 1, "words +1": -1, "before a gap": 1, "rules touch it": 0, "lines into telling": -1, "lines since a title": 5,
    }  # fmt: skip


# ---------------------------------------------------------------- judging


def judged(monkeypatch: pytest.MonkeyPatch, weights: dict[str, float], *told: str) -> list[str]:
    """Return the titles of PAGE's stories, told by rules under `told`, where its lines have these weights and all others none."""
    reading = reading_of(PAGE)
    stories = [_story(reading.document.id, title) for title in told]

    def weighed_lines(*_: object) -> list[tuple[Line, float]]:
        return [(line, weights.get(line.text, 0.0)) for line in lines_of(reading)]

    monkeypatch.setattr(judging, "weighed_lines", weighed_lines)
    return [reading.quote(story.title) for story in judging.weighed(reading, stories)]


def _story(document: str, title: str) -> Story:
    start = PAGE.index(title)
    end = PAGE.find("\n\n", start)
    return Story(Span(document, start, start + len(title)), Span(document, start, end), "short-title", 0.8)


def test_an_unlikely_story_is_dropped_and_a_likely_line_added(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"Ticket gates": 0.9, "Tide tables on paper": 0.6, "What clients say": 0.01}

    assert judged(monkeypatch, weights, "Ticket gates", "What clients say") == ["Tide tables on paper", "Ticket gates"]


def test_between_the_limits_the_rules_are_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    between = (judging.DROPPED_BELOW + judging.ADDED_ABOVE) / 2

    assert judged(monkeypatch, {"Ticket gates": between, "Ferry bells": between}, "Ticket gates") == ["Ticket gates"]


def test_a_likely_line_that_others_say_is_no_title(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"Ferry bells": 0.9, "What clients say": 0.9}

    assert judged(monkeypatch, weights) == ["Ferry bells"]


def test_an_added_story_ends_where_the_next_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = reading_of(PAGE)
    likely = {"Tide tables on paper": 0.9, "Ticket gates": 0.9}
    monkeypatch.setattr(
        judging, "weighed_lines", lambda *_: [(line, likely.get(line.text, 0)) for line in lines_of(reading)]
    )

    first, second = judging.weighed(reading, [])

    assert reading.quote(first.extent).strip().endswith("one PostgreSQL database.")
    assert second.extent.start == second.title.start >= first.extent.end
    assert first.rule == second.rule == "short-title"


def test_a_short_page_is_left_to_the_rules() -> None:
    reading = reading_of("Selected work\n\nTide tables on paper\nPrinted tables for 14 harbours.\n")
    story = Story(Span(reading.document.id, 0, 13), Span(reading.document.id, 0, 60), "heading", 0.8)

    assert judging.weighed(reading, [story]) == [story]


@pytest.mark.parametrize(
    ("document", "title"),
    [
        ("retold_3/nurse_resume.txt", "Super user for the Epic upgrade"),
        ("retold_3/work-experience.md", "Kisan Mandi"),
    ],
)
def test_works_that_no_rule_reads_are_read(document: str, title: str) -> None:
    path = Path(all_stories.__file__).parents[3] / "benchmarks" / document
    text = read_file(path, path.name)

    reading, by_rules = read_by_rules(text)

    assert reading is not None
    assert not any(reading.quote(story.title).startswith(title) for story in by_rules)
    assert any(story for story in find_stories(reading) if reading.quote(story.title).startswith(title))
    assert any(mention.name.startswith(title) for mention in interpret(text).of(EntityKind.PROJECT))


# ---------------------------------------------------------------- what is learned from


def test_first_sight_is_kept_of_each_document_that_is_learned_from_and_of_no_other() -> None:
    kept = json.loads(FIRST_SIGHT.read_text(encoding="utf-8"))
    learned = {
        f"{folder.name}/{annotation.document}"
        for name, folder in SETS.items() if name not in HIDDEN
        for annotation in load_annotations(folder)
    }  # fmt: skip

    assert set(kept) == learned
    for place, works in kept.items():
        text = read_file(FIRST_SIGHT.parent / place, place).text
        for start, end, rule, begins, ends in works:
            assert rule in ("heading", "keys", "short-title", "titled-bullet", "table-row", "answer", "achievement")
            assert 0 <= start < end <= len(text)
            assert 0 <= begins <= ends <= len(text)
