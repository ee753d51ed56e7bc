"""The findings of `check` about words that look like technologies and stand in no vocabulary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.documents import Block, BlockKind, Document, Span
from graph.model import KnowledgeGraph
from tests.found_problems import NOTHING, of_code
from tests.graph_builder import entity_of, graph_of, proof


def list_graph(text: str, *tools: str) -> KnowledgeGraph:
    """A document of one paragraph that names some technologies."""
    whole = Document(
        "notes.md", "text/plain", "notes", text, (Block(BlockKind.PARAGRAPH, Span("notes.md", 0, len(text))),)
    )
    return graph_of([whole], [entity_of(f"technology:{t.lower()}", t, proof(whole, t)) for t in tools])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Tools: Kafka, Weirbase, Redis", "Weirbase", id="between others in a list"),
        pytest.param("Kafka, Redis and Weirbase.", "Weirbase", id="at the end of a list"),
        pytest.param("Kafka | Redis | Weir Base 2", "Weir Base 2", id="of several words"),
        pytest.param("We kept the levels in WeirDB for years.", "WeirDB", id="spelt like a database"),
        pytest.param("We kept the levels with WeirKeeper.", "WeirKeeper", id="in camel case"),
        pytest.param("The pages were drawn by Weaver.js then.", "Weaver.js", id="with an ending"),
    ],
)
def test_a_word_that_looks_like_a_technology_is_found_with_the_line_that_adds_it(text: str, word: str) -> None:
    known = [tool for tool in ("Kafka", "Redis") if tool in text]
    (finding,) = of_code(list_graph(text, *known), "unknown-term")

    assert text[finding.start : finding.end] == word
    assert finding.paste[0].lines == f'vocabularies:\n  technologies:\n    - {{name: "{word}"}}'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kafka, Redis", id="all known"),
        pytest.param("Kafka was slow, Redis was not, Ada was glad", id="clauses"),
        pytest.param("Kafka, Redis, 2019, March", id="dates"),
        pytest.param("Ada Quill, Bo Farnley, Kafka", id="one tool among people"),
        pytest.param("Kafka, Redis, and a lot of patience with everybody around", id="a clause at the end"),
        pytest.param("Ask Ms McAllister at weir.io about https://WeirKeeper.example", id="names and addresses"),
    ],
)
def test_words_that_do_not_look_like_technologies_are_no_finding(text: str) -> None:
    known = [tool for tool in ("Kafka", "Redis") if tool in text]

    assert of_code(list_graph(text, *known), "unknown-term") == []


def test_a_word_in_several_places_is_found_once() -> None:
    (finding,) = of_code(list_graph("WeirDB was new. Then WeirDB was old. WeirDB went."), "unknown-term")

    assert finding.message.endswith("here and in 2 more places")


def test_a_word_that_the_user_hides_is_no_finding() -> None:
    hidden = replace(NOTHING, hidden=(("notes.md", "WeirDB"),))

    assert of_code(list_graph("We kept the levels in WeirDB."), "unknown-term", hidden) == []
