"""Cutting documents into passages: short, never blank, none overlapping, each with its headings and its project."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.documents import Document
from graph.errors import UnreadableFileError
from graph.model import EntityKind, KnowledgeGraph
from graph.passages import MAX_CHARACTERS, Passage, cut_passages
from graph.pipeline import build_graph
from graph.readers import reader_for
from tests.graph_builder import graph_of

PAGE = """# Mara Quillfeather

I move parcels.

## Projects

### Parcel ledger migration

I moved the ledger to Kafka.

It saved $250,000.

### Ward dashboard rollout

I built it in Python.

## Hobbies

Otters.
"""


def built(folder: Path, text: str, name: str = "page.md") -> tuple[KnowledgeGraph, Document]:
    (folder / name).write_text(text, encoding="utf-8")
    kg = build_graph(folder).kg
    return kg, kg.documents[name]


def check(document: Document, passages: list[Passage]) -> None:
    for passage in passages:
        assert 0 < len(passage.span) <= MAX_CHARACTERS
        assert document.quote(passage.span).strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(passages))


def test_a_story_is_a_passage_with_its_headings_and_project(tmp_path: Path) -> None:
    kg, document = built(tmp_path, PAGE)

    (story,) = (p for p in cut_passages(kg, document) if p.title == "Parcel ledger migration")

    assert document.quote(story.span) == "Parcel ledger migration\n\nI moved the ledger to Kafka.\n\nIt saved $250,000."
    assert story.kind == "story"
    assert story.headings[-2:] == ("Projects", "Parcel ledger migration")
    assert story.project_id is not None and kg.entity(story.project_id).kind is EntityKind.PROJECT


def test_what_lies_between_stories_is_cut_by_section(tmp_path: Path) -> None:
    kg, document = built(tmp_path, PAGE)

    found = [p for p in cut_passages(kg, document) if p.project_id is None]

    assert {p.kind for p in found} == {"section"}
    assert "Hobbies\n\nOtters." in [document.quote(p.span) for p in found]


def test_a_story_in_one_bullet_is_a_bullet(tmp_path: Path) -> None:
    kg, document = built(
        tmp_path, "# Experience\n\n- Led the parcel ledger migration.\n- Built the ward dashboard in Python.\n"
    )

    assert [p.kind for p in cut_passages(kg, document) if p.project_id] == ["bullet", "bullet"]


def test_every_word_of_a_block_is_in_a_passage(tmp_path: Path) -> None:
    kg, document = built(tmp_path, PAGE)
    passages = cut_passages(kg, document)

    for block in document.blocks:
        words = document.quote(block.span).split()
        covering = " ".join(document.quote(p.span) for p in passages if p.span.overlaps(block.span)).split()
        assert set(words) <= set(covering)


def test_a_long_section_is_cut_at_sentences(tmp_path: Path) -> None:
    text = "# Weir\n\n" + "The weir held all winter and the otters returned. " * 80 + "\n"
    kg, document = built(tmp_path, text)

    passages = cut_passages(kg, document)

    check(document, passages)
    assert len(passages) > 3
    assert all(document.quote(p.span).rstrip().endswith(".") for p in passages)


@pytest.mark.parametrize(
    "text", ["x" * 5_000, "word " * 1_000, "слово " * 900], ids=["one-word", "no-sentence", "Cyrillic"]
)
def test_text_without_sentences_is_cut_too(text: str, tmp_path: Path) -> None:
    kg, document = built(tmp_path, text + "\n", "long.txt")

    passages = cut_passages(kg, document)

    check(document, passages)
    assert sum(len(p.span) for p in passages) >= len(text.strip()) - len(passages)


def test_a_document_without_words_has_no_passages() -> None:
    document = reader_for("empty.txt").read(b" \n\n", "empty.txt")

    assert cut_passages(graph_of([document], []), document) == []


def test_the_passages_of_the_corpus_keep_the_rules(kg: KnowledgeGraph) -> None:
    for document in kg.documents.values():
        passages = cut_passages(kg, document)
        assert passages
        check(document, passages)
        assert {p.kind for p in passages} <= {"story", "section", "bullet"}


def test_every_telling_has_a_passage(kg: KnowledgeGraph) -> None:
    told = {p.project_id for document in kg.documents.values() for p in cut_passages(kg, document)}

    # A telling whose every block lies in a smaller telling keeps none of its own words.
    assert len(told - {None}) >= 0.95 * len(kg.tellings)


@settings(max_examples=40)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=300), max_size=12).map("\n\n".join))
def test_any_text_is_cut_by_the_rules(text: str) -> None:
    try:
        document = reader_for("any.md").read(text.encode("utf-8"), "any.md")
    except UnreadableFileError:
        return  # The reader takes control characters for binary data.

    check(document, cut_passages(graph_of([document], []), document))
