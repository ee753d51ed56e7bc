"""Annotated documents in other formats: how they are taken apart, written anew, and their quotes found again."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from benchmarks.accuracy import FLOORS, load_set
from benchmarks.annotations import HELD_BACK, spans_of
from benchmarks.formats import FormatScore, compare_formats, moved_to, score_layout
from benchmarks.pieces import Piece, pieces_of, plain
from benchmarks.renderings import LAYOUTS
from benchmarks.scoring import score_document
from benchmarks.tally import Counts
from graph.documents import BlockKind
from graph.model import EntityKind
from graph.pipeline import interpret
from graph.readers import reader_for

MARKDOWN = """---
title: CV
author: Ida Quill
---

## Work

### Baker, Thornbeck Bread Ltd

*2018 - 2023*

Ran the **early shift** of a bakery with 12 people, and moved the
books from paper to Excel.

- **Sourdough line.** Cut waste by 30 % → 5 kg
  - with two ovens
1. first
2. second

| Year | Loaves |
|---|---|
| 2021 | 40,000 |
"""
TEXT = """IDA QUILL

Thornbeck Bread Ltd                       2018 - 2023
 * Ran the early shift of a bakery with twelve people, and moved the books
   from paper to Excel.
Employer: Thornbeck
"""


def shape(pieces: list[Piece]) -> list[tuple[str, int, str]]:
    return [(piece.kind, piece.level, " / ".join(map(plain, piece.lines))) for piece in pieces]


def test_markdown_is_taken_apart_as_it_was_meant() -> None:
    assert shape(pieces_of(MARKDOWN, "cv.md")) == [
        ("heading", 1, "CV"),
        ("paragraph", 0, "Ida Quill"),
        ("heading", 2, "Work"),
        ("heading", 3, "Baker, Thornbeck Bread Ltd"),
        ("paragraph", 0, "2018 - 2023"),
        ("paragraph", 0, "Ran the early shift of a bakery with 12 people, and moved the books from paper to Excel."),
        ("item", 0, "Sourdough line. Cut waste by 30 % → 5 kg"),
        ("item", 1, "with two ovens"),
        ("paragraph", 0, "1. first"),
        ("paragraph", 0, "2. second"),
        ("table", 2, "Year / Loaves / 2021 / 40,000"),
    ]


def test_plain_text_is_taken_apart_with_its_gaps_and_labels() -> None:
    assert shape(pieces_of(TEXT, "cv.txt")) == [
        ("heading", 1, "IDA QUILL"),
        ("paragraph", 0, "Thornbeck Bread Ltd                       2018 - 2023"),
        ("item", 0, "Ran the early shift of a bakery with twelve people, and moved the books from paper to Excel."),
        ("paragraph", 0, "Employer: Thornbeck"),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_written_anew_has_all_words(layout: str) -> None:
    ending, write = LAYOUTS[layout]
    text = reader_for(f"cv{ending}").read(write(pieces_of(MARKDOWN, "cv.md")), f"cv{ending}").text

    (_, annotation) = load_set(HELD_BACK)[0]
    quotes = ("Baker, Thornbeck Bread Ltd", "with 12 people, and moved the\nbooks", "**Sourdough line.** Cut waste by 30 % → 5 kg",
              "with two ovens", "40,000", "2018 - 2023")  # fmt: skip
    bare = replace(annotation, employers=(), projects=(), technologies=(), figures=(), not_figures=quotes)
    moved, lost = moved_to(bare, text)

    assert lost == 0
    assert all(spans_of(quote, text, "cv") for quote in moved.not_figures)


def test_a_quote_is_found_in_all_its_places_and_a_lost_one_stays() -> None:
    _, annotation = load_set(HELD_BACK)[0]
    bare = replace(
        annotation, employers=(), projects=(), technologies=(), figures=(), not_figures=("five\n  ovens", "gone")
    )

    moved, lost = moved_to(bare, "We had five ovens.\nFive\novens, that is.")

    assert moved.not_figures == ("five ovens", "Five\novens", "gone")
    assert lost == 1


def test_what_hangs_on_a_lost_quote_counts_as_missed() -> None:
    document, annotation = next((d, a) for d, a in load_set(HELD_BACK) if a.figures)
    reading = interpret(reader_for("empty.txt").read(b"Nothing is left of it.\n", "empty.txt"))

    score = score_document(moved_to(annotation, reading.document.text)[0], reading)

    wanted = [figure for figure in annotation.figures if not figure.optional]
    assert document.text
    assert score.counts["outcomes"].missed == len(wanted) > 0


def test_every_layout_has_a_floor_of_at_least_nine_tenths() -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["formats"]

    assert set(floors) == set(LAYOUTS)
    assert min(floors.values()) >= 0.90


def test_a_layout_below_its_floor_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    base = FormatScore("as written", 1, {"outcomes": Counts(10, 0, 0)}, 0)
    poor = FormatScore("PDF", 1, {"outcomes": Counts(5, 0, 5)}, 0)

    assert compare_formats(base, [replace(base, layout="PDF")], FLOORS) == 0
    assert compare_formats(base, [poor], FLOORS) == 1
    assert "PDF: 0.667 of the text version's F1 is below the floor" in capsys.readouterr().out


def test_a_document_scores_alike_in_word_and_in_markdown() -> None:
    pairs = [(d, a) for d, a in load_set(HELD_BACK) if d.id == "cv-controle-de-gestion.md"]

    assert score_layout("Word, styles", pairs).macro >= 0.9 * score_layout("Markdown", pairs).macro > 0


# ---------------------------------------------------------------- what this taught the readers

HEADS = [
    Piece("heading", ((("Case study: The ovens", False),),), 1),
    Piece("heading", ((("1. Filling the winter", False),),), 2),
    Piece("paragraph", ((("We baked at night.", False),),)),
    Piece("heading", ((("2. What came of it", False),),), 2),
    Piece("table", tuple(((words, False),) for words in ("What", "Before", "After", "Waste", "16 %", "4 %")), 3),
]


@pytest.mark.parametrize("layout", ["Word, styles", "OpenDocument"])
def test_a_heading_by_style_is_one_even_with_a_number_or_a_label(layout: str) -> None:
    ending, write = LAYOUTS[layout]
    document = reader_for(f"a{ending}").read(write(HEADS), f"a{ending}")

    heads = [(b.level, document.quote(b.span)) for b in document.blocks if b.kind is BlockKind.HEADING]

    assert heads == [(1, "Case study: The ovens"), (2, "1. Filling the winter"), (2, "2. What came of it")]


@pytest.mark.parametrize("layout", ["Word, styles", "OpenDocument", "HTML"])
def test_a_table_s_bold_first_row_names_its_columns(layout: str) -> None:
    ending, write = LAYOUTS[layout]
    reading = interpret(reader_for(f"a{ending}").read(write(HEADS), f"a{ending}"))

    (measure,) = [m.measure for m in reading.mentions if m.measure is not None]
    assert (measure.before, measure.after) == (16, 4)


def test_a_first_row_with_figures_names_no_columns() -> None:
    rows = Piece("table", tuple(((words, True),) for words in ("2019", "Baker", "2021", "Miller")), 2)
    document = reader_for("a.docx").read(LAYOUTS["Word, styles"][1]([HEADS[2], rows]), "a.docx")

    assert [block.key for block in document.blocks if block.kind is BlockKind.TABLE_ROW] == ["", ""]


@pytest.mark.parametrize("layout", ["Word, styles", "Word, bold", "OpenDocument"])
def test_dates_and_places_behind_a_tab_are_no_table(layout: str) -> None:
    lines = ("Thornbeck Infirmary\tMar 2018 - Present", "Senior Charge Nurse\tBradford")
    ending, write = LAYOUTS[layout]
    document = reader_for(f"cv{ending}").read(
        write(
            [
                Piece("heading", ((("Ida Quill", False),),), 1),
                Piece("heading", ((("Experience", False),),), 2),
                *(Piece("paragraph", (((line, False),),)) for line in lines),
                Piece("item", ((("Cut falls with harm by 41 %.", False),),)),
                Piece("paragraph", ((("Registered with:\tNursing Board", False),),)),
            ]
        ),
        f"cv{ending}",
    )

    jobs = [m.attributes for m in interpret(document).of(EntityKind.ROLE)]

    assert [(job["title"], job["start"]) for job in jobs] == [("Senior Charge Nurse", "2018-03")]
    assert [m.name for m in interpret(document).of(EntityKind.EMPLOYER)] == ["Thornbeck Infirmary"]
    assert (BlockKind.FIELD, "registered with") in [(block.kind, block.key) for block in document.blocks]


def test_a_label_in_a_page_is_a_field() -> None:
    page = (
        b"<h2>Winter boats</h2><p>Situation: Ferries ran 37 % full.</p><p>A long sentence goes on: it is no label.</p>"
    )
    document = reader_for("a.html").read(page, "a.html")

    assert [(b.kind, b.key, document.quote(b.span)) for b in document.blocks[1:]] == [
        (BlockKind.FIELD, "situation", "Ferries ran 37 % full."),
        (BlockKind.PARAGRAPH, "", "A long sentence goes on: it is no label."),
    ]
