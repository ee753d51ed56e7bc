"""The list of documents: what was read from each, links to the words, and what was not read, with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from graph.pipeline import build_graph
from index.generations import publish
from webapp import create_app


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "mara.md").write_text(
        "# Mara Quillfeather\n\n## Experience\n\n### Engineer, Weirkeep Labs (2019 – 2021)\n\n"
        "- **Ward ledger.** Moved it to Kafka, which cut run time by 40%.\n",
        encoding="utf-8",
    )
    (folder / "list.txt").write_text("milk\nbread\n", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    store = tmp_path_factory.mktemp("published") / "store"
    publish(store, build_graph(folder), folder)
    return create_app(store).test_client()


def rows(pages: Any, address: str = "/documents") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pages.get(f"/api/v1{address}").json["rows"]
    return found


def test_each_document_has_its_counts_with_links_to_the_words(pages: Any) -> None:
    (row,) = [row for row in rows(pages) if row["place"]["document_id"] == "mara.md"]

    counts = {count["what"]: count for count in row["counts"]}
    assert (counts["person"]["number"], counts["role"]["number"], counts["outcome"]["number"]) == (1, 1, 1)
    assert (row["format"], row["lines"]) == ("Markdown", 7)
    shown = pages.get(counts["project"]["url"])
    assert shown.status_code == 200 and "k-project" in shown.text
    assert pages.get(counts["relations"]["url"]).status_code == 200


def test_a_document_of_which_nothing_was_recognised_says_so(pages: Any) -> None:
    assert "Nothing was recognised in it." in pages.get("/documents").text
    assert rows(pages, "/documents?sort=least")[0]["place"]["document_id"] == "list.txt"
    assert rows(pages, "/documents?sort=most")[0]["place"]["document_id"] == "mara.md"


def test_files_that_were_not_read_stand_below_with_reason_and_remedy(pages: Any) -> None:
    page = pages.get("/api/v1/documents").json

    assert page["skipped_total"] == 1
    (skipped,) = page["skipped"]
    assert skipped["path"] == "scan.pdf" and skipped["reason"] and skipped["remedy"]
    assert "scan.pdf" in pages.get("/documents").text


def test_the_list_is_narrowed_by_path_and_an_empty_one_leads_back(pages: Any) -> None:
    assert [row["place"]["document_id"] for row in rows(pages, "/documents?path=MARA")] == ["mara.md"]
    nothing = pages.get("/documents?path=nowhere").text
    assert "No document has “nowhere” in its path." in nothing and 'href="/documents"' in nothing
    assert "There is no such page." in pages.get("/documents?page=9").text


@pytest.mark.parametrize("query", ["sort=colour", "page=x", f"path={'x' * 81}"])
def test_what_can_not_be_used_is_refused_with_what_to_write(pages: Any, query: str) -> None:
    answer = pages.get(f"/documents?{query}")

    assert answer.status_code == 400 and "write" in answer.text


def test_the_start_page_leads_there(client: Any) -> None:
    assert 'href="/documents"' in client.get("/").text
