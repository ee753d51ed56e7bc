"""Markdown: what its lines become, true offsets, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given

from graph.documents import BlockKind, Document
from graph.errors import UnreadableFileError
from graph.readers.markdown import read_markdown
from tests.document_shapes import TEXTS, fields, levels, shown


def md(text: str) -> Document:
    return read_markdown(text.encode(), "a.md")


@given(TEXTS)
def test_blocks_of_any_markdown_are_in_order_and_do_not_overlap(text: str) -> None:
    try:
        document = read_markdown(text.encode("utf-8", "replace"), "a.md")
    except UnreadableFileError:
        return
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end


def test_markdown_spans_are_the_files_own_text_without_marks() -> None:
    document = md("# Ledger\r\n\r\nFirst line\r\nand second.\r\n\r\n- one\r\n  more\r\n  - two\r\n\r\n1. 1\r\n")

    assert shown(document) == [
        ("heading", "Ledger"),
        ("paragraph", "First line\r\nand second."),
        ("list_item", "one\r\n  more"),
        ("list_item", "two"),
        ("list_item", "1"),
    ]
    assert [level for level, _ in levels(document, BlockKind.LIST_ITEM)] == [0, 1, 0]
    assert document.title == "Ledger"


def test_front_matter_becomes_metadata_and_fields() -> None:
    text = '---\ntitle: "Ledger move"\nperiod: {start: 2022-09}\ntags: [kafka, sql]\n---\n# Heading\n'
    document = md(text)

    assert document.metadata == {"title": "Ledger move", "period.start": "2022-09", "tags": "kafka, sql"}
    assert fields(document)["title"] == "Ledger move"
    assert fields(document)["tags[1]"] == "sql"
    assert document.title == "Ledger move"
    assert levels(document, BlockKind.HEADING) == [(1, "Heading")]


def test_malformed_front_matter_is_named_and_the_rest_is_read() -> None:
    document = md("---\ntitle: a: b\n---\n\nThe text.\n")

    assert document.metadata["front_matter_error"].startswith("a.md:2: ")
    assert shown(document) == [("paragraph", "The text.")]


def test_front_matter_in_toml_is_metadata_and_its_texts_are_fields() -> None:
    document = md(
        '+++\ntitle = "Ledger move"\ntags = ["kafka", "sql"]\ndate = 2022-09-01\n[extra]\nx = 1\n+++\n# Heading\n'
    )

    assert document.metadata == {"title": "Ledger move", "tags": "kafka, sql", "date": "2022-09-01"}
    assert document.title == "Ledger move"
    assert shown(document) == [
        ("field", "Ledger move"),
        ("field", "kafka"),
        ("field", "sql"),
        ("heading", "Heading"),
    ]
    assert "no TOML" in md("+++\ntitle = \n+++\nText.\n").metadata["front_matter_error"]


def test_the_boxes_of_tasks_are_no_words() -> None:
    assert shown(md("- [x] Moved 40 services\n- [ ] Plan the rest\n- [link](x)\n")) == [
        ("list_item", "Moved 40 services"),
        ("list_item", "Plan the rest"),
        ("list_item", "[link](x)"),
    ]


def test_a_bold_line_is_a_heading_and_a_bold_label_a_field() -> None:
    document = md("**Ledger move**\nIt was slow.\n\n**Result:** p95 fell to 120 ms.\n\n*Amsterdam · 2022*\n")

    assert shown(document) == [
        ("heading", "Ledger move"),
        ("paragraph", "It was slow."),
        ("field", "p95 fell to 120 ms."),
        ("paragraph", "Amsterdam · 2022"),
    ]
    assert document.blocks[0].level == 6
    assert document.blocks[2].key == "result"


def test_comments_are_no_content_and_code_is_code() -> None:
    document = md("<!-- cut costs by 90% -->\n\n```py\nx = 1\n```\n\n<div>\nshown\n</div>\n")

    assert shown(document) == [("code", "x = 1"), ("paragraph", "shown")]


def test_a_markdown_file_of_one_fence_is_read_as_plain_text_where_it_stands() -> None:
    paper = "Tove Lark\n\nEXPERIENCE\n\n2016-2020  Marrow Ltd, Cook --- Leeds\n" + "     Cooked for many.\n" * 40
    text = f"---\ntitle: Tove Lark\n---\n\n```text\n{paper}```\n"

    document = md(text)

    assert document.text == text
    assert BlockKind.CODE not in {block.kind for block in document.blocks}
    assert ("heading", "EXPERIENCE") in shown(document)


def test_words_set_in_from_the_edge_are_text_and_code_is_code() -> None:
    set_in = "## Wins\n\n    - Rebuilt the tide tables\n    - Moved the pilots' app\n\n2023\n\n    Wrote the mooring planner in Go.\n"
    code = "## Use\n\n    npm install tides\n    const ada = read(tide);\n"

    assert shown(md(set_in)) == [
        ("heading", "Wins"),
        ("list_item", "Rebuilt the tide tables"),
        ("list_item", "Moved the pilots' app"),
        ("paragraph", "2023"),
        ("paragraph", "Wrote the mooring planner in Go."),
    ]
    assert [kind for kind, _ in shown(md(code))] == ["heading", "code"]


def test_a_long_fence_in_a_note_is_code() -> None:
    note = "What we ran on the night of the move, and why each step was there. " * 4

    document = md(f"# The move\n\n{note}\n\n```text\n" + "EXPERIENCE of the runner\n" * 40 + "```\n")

    assert BlockKind.CODE in {block.kind for block in document.blocks}


def test_markdown_table_rows_are_in_the_text_as_written() -> None:
    document = md("| Metric | Before |\n|:--|--:|\n| p95 | 900 ms |\n")

    assert shown(document) == [("table_row", "Metric | Before"), ("table_row", "p95 | 900 ms")]
    assert document.blocks[1].key == "Metric | Before"


def test_several_headings_of_level_1_are_no_title() -> None:
    assert read_markdown(b"# One\n\n# Two\n", "notes/star-notes.md").title == "Star notes"


def test_a_line_of_more_than_20_000_characters_is_refused_with_its_line() -> None:
    with pytest.raises(UnreadableFileError, match=r"a\.md:2: a line of more than 20,000") as caught:
        md("ok\n" + "![[" * 10_000)

    assert caught.value.line == 2


# ---------------------------------------------------------------- bullets that authors type


def test_typed_bullets_of_one_markdown_list_nest_by_their_indentation() -> None:
    document = md("# Work\n\n– Led things\n    ◦ deep\n    ◦ deeper\n– Sold\n")

    items = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(block.level, document.quote(block.span)) for block in items] == [
        (0, "Led things"),
        (1, "deep"),
        (1, "deeper"),
        (0, "Sold"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Work\n\nWe moved the ledger\n– and it held\n", id="a dash in a wrapped sentence"),
        pytest.param("# Said\n\n“Fine work”\n– Ada Quill\n\n“Again”\n– Bo Hill\n", id="who said it"),
        pytest.param("# Work\n\n```\n– a\n– b\n```\n", id="code"),
    ],
)
def test_dashes_that_open_no_item_stay_running_text(text: str) -> None:
    assert not [block for block in md(text).blocks if block.kind is BlockKind.LIST_ITEM]
