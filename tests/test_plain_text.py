"""Plain text: what its lines become, true offsets, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.documents import BlockKind, Document, line_number, line_starts
from graph.errors import UnreadableFileError
from graph.readers import read_file
from graph.readers.lines import blocks_of_text
from graph.readers.plain_text import read_plain_text
from tests.document_shapes import TEXTS, fields, levels, shown


def txt(text: str) -> Document:
    return read_plain_text(text.encode(), "a.txt")


# ---------------------------------------------------------------- bytes


def test_a_byte_order_mark_is_dropped_and_offsets_count_from_after_it() -> None:
    document = read_plain_text(b"\xef\xbb\xbfFirst line of it.\n", "a.txt")

    assert document.text == "First line of it.\n"
    assert document.blocks[0].span.start == 0


def test_crlf_newlines_stay_and_are_in_no_block() -> None:
    document = read_plain_text(b"- one\r\n- two\r\n\r\nA sentence.\r\n", "a.txt")

    assert document.text == "- one\r\n- two\r\n\r\nA sentence.\r\n"
    assert shown(document) == [("list_item", "one"), ("list_item", "two"), ("paragraph", "A sentence.")]


def test_utf_16_with_a_byte_order_mark_is_read() -> None:
    assert read_plain_text("Grüße aus Köln.".encode("utf-16"), "a.txt").text == "Grüße aus Köln."


def test_bytes_that_are_no_utf_8_are_read_as_windows_1252() -> None:
    assert read_plain_text("Résumé – 40 %".encode("cp1252"), "a.txt").text == "Résumé – 40 %"


@pytest.mark.parametrize(
    "data",
    [b"\x93\r\n\x1a\n\x00\x00\x00\rIHDR", b"abc\x00def", b"\x01\x02\x03\x04abc", b"\x8d\xe9 text"],
    ids=["nul and more", "nul", "control characters", "C1 in Windows-1252"],
)
def test_binary_data_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "picture.md"
    path.write_bytes(data)

    with pytest.raises(UnreadableFileError, match="not text"):
        read_file(path, "picture.md")


# ---------------------------------------------------------------- blocks


def test_bullets_of_all_kinds_are_list_items_without_their_bullet() -> None:
    document = txt("- a\n* b\n• c\n– d\n‣ e\n▪ f\n· g\n1. h\n2) i\na) j\n(3) k\no  l\n\uf0b7 m\n")

    assert [words for kind, words in shown(document) if kind == "list_item"] == list("abcdefghijklm")


def test_indentation_nests_list_items() -> None:
    document = txt("- one\n  - two\n    - three\n  - four\n- five\n")

    assert levels(document, BlockKind.LIST_ITEM) == [(0, "one"), (1, "two"), (2, "three"), (1, "four"), (0, "five")]


def test_an_indented_line_continues_its_list_item() -> None:
    document = txt("- Led the move of the ledger\n  to a new database\n- Next\n")

    assert shown(document) == [
        ("list_item", "Led the move of the ledger\n  to a new database"),
        ("list_item", "Next"),
    ]


def test_a_bullet_alone_on_its_line_belongs_to_the_next_line() -> None:
    assert shown(txt("•\nBuilt the importer\n•\nRan the cutover\n")) == [
        ("list_item", "Built the importer"),
        ("list_item", "Ran the cutover"),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Most of the work was to find out which readings were late, and why\n"
        "they were late at all. Then we wrote a small service that waits for\n"
        "them. It has run since.\n"
    )

    assert shown(txt(text)) == [("paragraph", text.rstrip())]


def test_lines_that_are_sentences_each_are_paragraphs_each() -> None:
    text = "Reduced the cost of the nightly run by a third.\nMoved 40 services to the new cluster in a quarter.\n"

    assert [kind for kind, _ in shown(txt(text))] == ["paragraph", "paragraph"]


def test_an_employment_line_with_dates_is_not_joined_to_the_text_below() -> None:
    text = (
        "Staff Engineer, Brinmoor Payments, Amsterdam     Apr 2022 – Present\n"
        "Led the move of the payments ledger to another database, with both\n"
        "sides kept in step.\n"
    )

    assert [words.split()[0] for _, words in shown(txt(text))] == ["Staff", "Led"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Ledger move\ntext", (2, "Ledger move")),
        ("Ledger move\n===========\ntext", (1, "Ledger move")),
        ("Ledger move\n-----------\ntext", (2, "Ledger move")),
        ("WORK HISTORY\ntext", (2, "WORK HISTORY")),
        ("selected outcomes\n\ntext", (2, "selected outcomes")),
        ("Meter Stream Platform\n\n- Replaced the nightly files\n", (3, "Meter Stream Platform")),
        ("Meter stream platform\n- Replaced the nightly files\n", (3, "Meter stream platform")),
        ("Situation:\nAll was slow.", (4, "Situation:")),
    ],
    ids=["marked", "underlined =", "underlined -", "capitals", "known title", "title case", "above bullets", "label"],
)
def test_headings_are_known_by_their_look(text: str, expected: tuple[int, str]) -> None:
    # A heading below more than a hundred characters of text is never taken for the title of the whole.
    intro = "A first paragraph of two sentences. " + "It goes on for a while, and then it ends. " * 2 + "\n\n"

    assert levels(txt(intro + text), BlockKind.HEADING) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "60k+",
        "$64m",
        "Seattle, WA",
        "Oracle • 2/2020 to 11/2024",
        "Acme Corp — Feb 2020 to Nov 2024",
        "Built it.",
        "3/12",
        "Page 2 of 3",
        "Java, Python, Scala, Go",
        "customers processed at peak",
    ],
)
def test_these_lines_are_no_headings(line: str) -> None:
    below = "A longer paragraph of text that stands below that line here."
    text = f"Some text that stands above it.\n\n{line}\n\n{below}\n"

    assert levels(txt(text), BlockKind.HEADING) == []


def test_a_page_number_above_a_heading_does_not_hide_it() -> None:
    text = (
        "A first text of two sentences, the last of which closes it. Below it stands how often it was liked.\n"
        "0\n9\nTurning Late Parcels into Useful Signals\n"
        "One system that I liked to design was about parcels that come late, and what they tell us.\n"
    )

    assert levels(txt(text), BlockKind.HEADING) == [(3, "Turning Late Parcels into Useful Signals")]


def test_a_key_and_value_are_a_field_whose_span_is_the_value() -> None:
    document = txt("Location: Utrecht, NL\nWhy this matters: teams shipped faster.\n")

    assert fields(document) == {"location": "Utrecht, NL", "why this matters": "teams shipped faster."}


def test_prose_with_a_colon_is_no_field() -> None:
    assert fields(txt("there was one thing left to do: wait for the audit.\nhttps://example.org/a")) == {}


def test_table_rows_know_the_heads_of_their_columns() -> None:
    document = txt("| Metric | Before |\n|---|---|\n| p95 | 900 ms |\n\nAcme\tFeb 2020\n")

    assert [(block.key, document.quote(block.span)) for block in document.blocks] == [
        ("", "Metric | Before"),
        ("Metric | Before", "p95 | 900 ms"),
        ("", "Acme\tFeb 2020"),
    ]


@given(TEXTS)
def test_blocks_of_any_text_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for block in blocks_of_text(text, "a.txt"):
        assert end <= block.span.start < block.span.end <= len(text)
        assert text[block.span.start : block.span.end].strip() == text[block.span.start : block.span.end]
        end = block.span.end


@given(st.text(alphabet="ab\n\r", max_size=40), st.booleans())
def test_a_line_near_the_start_is_counted_as_one_far_from_it(text: str, far: bool) -> None:
    text = f"{'x' * 20_000 if far else ''}{text}"
    starts = line_starts(text)

    for offset in range(max(0, len(text) - 40), len(text) + 1):
        assert line_number(text, offset) == sum(start <= offset for start in starts)


# ---------------------------------------------------------------- signs before items and titles


@pytest.mark.parametrize("sign", ["→", "»", ">"])
def test_arrows_and_angles_open_items_of_plain_text(sign: str) -> None:
    document = txt(f"{sign} Led the team\n{sign} Sold tea\n")

    assert [block.kind for block in document.blocks] == [BlockKind.LIST_ITEM, BlockKind.LIST_ITEM]


@pytest.mark.parametrize("line", ["II. EDUCATION", "■ EDUCATION", "---- EDUCATION -----------"])
def test_a_known_title_in_capitals_is_a_heading_behind_a_sign(line: str) -> None:
    document = txt(f"Ada Quill sold tea for years.\n\n{line}\n\nBSc, Tarn University, 2015\n")

    assert [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.HEADING] == ["EDUCATION"]


@pytest.mark.parametrize("line", ["• Roles: Designer", "■ Sold tea", "> 40% faster"])
def test_other_lines_behind_a_sign_are_no_headings(line: str) -> None:
    document = txt(f"Ada Quill sold tea for years.\n\n{line}\n\nShe sold more of it later.\n")

    assert not [block for block in document.blocks if block.kind is BlockKind.HEADING]


@pytest.mark.parametrize("name", ["V. Petrova", "V. PETROVA"])
def test_a_name_in_a_heading_keeps_its_initial(name: str) -> None:
    document = txt(f"Ada Quill sold tea for years.\n\n{name}\n\nShe sold more of it later.\n")

    assert name in [document.quote(block.span) for block in document.blocks]
