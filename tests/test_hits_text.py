"""Hits in other forms: Markdown with places, CSV without formulas, the reasons in a terminal."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from webapp import create_app
from webapp.cli import cli

NOTE = """# Refund checks

Employer: Veloquay

Cut refund checks from 40 minutes to 4 minutes with Kafka and saved $120k a year.
I said no to a second broker.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hits")
    (folder / "content").mkdir()
    (folder / "content" / "refunds.md").write_text(NOTE, encoding="utf-8")
    (folder / "content" / "formula.md").write_text("# Other\n\n=cmd() refund formula in Kafka\n", encoding="utf-8")
    built = CliRunner().invoke(cli, ["build", str(folder / "content"), "--store", str(folder / "store")])
    assert built.exit_code == 0, built.output
    return folder / "store"


def search(store: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, ["search", *arguments, "--store", str(store)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_markdown_quotes_the_words_and_names_file_and_line(store: Path) -> None:
    shown = search(store, "refund checks", "--format", "md")

    quotes = [line for line in NOTE.splitlines() if line]
    assert shown.startswith("# refund checks\n")
    assert re.search(r"^> — refunds\.md:\d+$", shown, re.MULTILINE)
    assert any(f"> {line}" in shown for line in quotes)


def test_csv_has_a_row_for_each_hit_and_no_formula(store: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(search(store, "kafka", "--format", "csv"))))

    assert {row["document"] for row in rows} == {"refunds.md", "formula.md"}
    assert [row["rank"] for row in rows] == [str(rank) for rank in range(1, len(rows) + 1)]
    assert not any(row["text"].startswith("=") for row in rows)


def test_explain_says_what_matched_and_with_which_weight(store: Path) -> None:
    shown = search(store, "pushed back", "--explain")

    assert re.search(r"\d+\.\d{3}  “pushed back” experience Saying no \(in experience\)", shown), shown


@pytest.mark.parametrize(("form", "media_type"), [("md", "text/markdown"), ("csv", "text/csv")])
def test_the_page_gives_the_same_forms(store: Path, form: str, media_type: str) -> None:
    answer = create_app(store).test_client().get(f"/search?q=kafka&format={form}")

    assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert "refunds.md" in answer.text


def test_an_unknown_form_is_refused_with_those_there_are(store: Path) -> None:
    answer = create_app(store).test_client().get("/search?q=kafka&format=docx")

    assert answer.status_code == 400
    assert "md, csv" in answer.text
