"""The list to work through: by kind with counts, filtered, in pages, the same as the command line prints."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.findings import PROBLEMS
from graph.pipeline import build_graph
from index.generations import publish
from tests.test_path_page import words
from webapp import create_app
from webapp.commands.check import command
from webapp.views.check import KIND_TITLES, check_url


def client_over(folder: Path, store: Path) -> Any:
    publish(store, build_graph(folder), folder)
    return create_app(store).test_client()


def test_every_kind_of_finding_has_a_heading() -> None:
    assert list(KIND_TITLES) == list(PROBLEMS)


def test_findings_stand_in_groups_with_counts(client: Any) -> None:
    page, twin = client.get("/check").text, client.get("/api/v1/check").json

    for code, count in twin["counts"].items():
        assert f"{KIND_TITLES[code][0]} {count}" in words(page)
    assert f"What to mend {sum(twin['counts'].values())}" in words(page)


def test_the_pages_together_say_what_the_command_line_says(client: Any, store: Path) -> None:
    printed = json.loads(CliRunner().invoke(command, ["--store", str(store), "--json"]).stdout)
    listed: list[Any] = []
    for number in range(1, 20):
        found = client.get(f"/api/v1/check?page={number}").json
        if not found["findings"]:
            break
        assert len(found["findings"]) <= 25
        listed += found["findings"]

    assert listed == printed["findings"]
    assert found["counts"] == printed["counts"]


def test_the_claim_told_with_two_numbers_is_found_with_its_words_and_lines(client: Any) -> None:
    page = client.get("/check?code=claim-told-two-ways").text

    assert "“6 h to 40 min” here and “six hours to 55 minutes”" in words(page)
    assert "<mark>6 h to 40 min</mark>" in page
    assert "outcomes:\n  - document: &#34;fictional/ilse-varnquist/brag-document-2023-2024.md&#34;" in page


def test_each_finding_leads_to_its_words(client: Any) -> None:
    page = client.get("/check").text
    places = [html.unescape(url) for url in re.findall(r'<a class="locus" href="([^"]+)"', page)]

    assert len(places) == 25
    for url in places:
        path, _, anchor = url.partition("#")
        assert f'id="{anchor}"' in client.get(path).text


def test_one_kind_and_some_files_alone_can_be_asked_for(client: Any) -> None:
    kind = client.get("/api/v1/check?code=undated-role").json["findings"]
    files = client.get("/api/v1/check?document=Ilse").json
    both = client.get("/api/v1/check?document=ilse&code=claim-told-two-ways").json

    assert {finding["code"] for finding in kind} == {"undated-role"}
    assert all("ilse-varnquist" in finding["document"] for finding in files["findings"]) and files["total"]
    assert both["total"] == 1
    assert 'href="/check?document=ilse"' in client.get("/check?document=ilse&code=claim-told-two-ways").text


def test_nothing_left_says_how_to_see_the_rest(client: Any) -> None:
    assert "Nothing of this kind is left here." in words(client.get("/check?document=nowhere").text)
    assert "Nothing of this kind is left here." in words(client.get("/check?code=same-name").text)
    assert "Nothing of this kind is left here." in words(client.get("/check?page=900").text)


@pytest.mark.parametrize(
    ("query", "said"),
    [("code=fame", "no kind of finding"), ("page=0", "between 1"), ("page=two", "whole number")],
)
def test_what_cannot_be_asked_is_refused_with_what_to_change(client: Any, query: str, said: str) -> None:
    page, twin = client.get(f"/check?{query}"), client.get(f"/api/v1/check?{query}")

    assert (page.status_code, twin.status_code) == (400, 400)
    assert said in words(page.text)


def test_braces_in_a_path_stay_what_they_are(client: Any) -> None:
    assert client.get("/check?document=%7Bpage%7D").status_code == 200
    assert check_url("", "{x}", "{page}").format(page=2) == "/check?document=%7Bx%7D&page=2"


def test_skipped_files_and_corrections_stand_in_the_list_with_their_file(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.md").write_text("---\nauthor: Ada Example\n---\n\n# Notes\n\nPlain words.\n", encoding="utf-8")
    (folder / "broken.md").write_bytes(b"\x00\x01\x02\x00" * 50)
    (folder / "careergraph.yaml").write_text("hide: [technology:nothing]\n", encoding="utf-8")
    said = words(client_over(folder, tmp_path / "store").get("/check").text)

    assert "Files not read 1" in said and "broken.md" in said
    assert "Corrections that match nothing 1" in said and "careergraph.yaml:1" in said


def test_a_folder_without_doubts_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.md").write_text("---\nauthor: Ada Example\n---\n\n# Notes\n\nPlain words.\n", encoding="utf-8")
    client = client_over(folder, tmp_path / "store")

    assert "Nothing is doubtful." in words(client.get("/check").text)
    assert client.get("/api/v1/check").json == {"findings": [], "counts": {}, "total": 0}
