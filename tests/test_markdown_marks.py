"""Quotations from Markdown are shown without its marks; what other formats and code say is shown as it is."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph.documents import Document
from webapp.markdown_marks import without_marks


def of(media_type: str) -> Document:
    return Document("a", media_type, "A", "", ())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Parcel ledger.** Moved *all* of it", "Parcel ledger. Moved all of it"),
        ("**Parcel", "Parcel"),
        ("__Tools__ `rg` and `jq`", "Tools rg and jq"),
        ("[the write-up](https://x.example/a_b) and ![a chart](c.png)", "the write-up and a chart"),
        ("2 * 3 = 6 and snake_case and a*b", "2 * 3 = 6 and snake_case and a*b"),
        ("cut by 40% [1] (see notes)", "cut by 40% [1] (see notes)"),
        ("*Ward desk*, *2019*", "Ward desk, 2019"),
    ],
)
def test_marks_are_left_out(written: str, shown: str) -> None:
    assert without_marks(of("text/markdown"), written) == shown
    assert without_marks(of("text/plain"), written) == written


def test_no_hit_or_quotation_of_a_markdown_file_shows_its_asterisks(client: Any) -> None:
    hits = client.get("/search?q=kafka").text
    quoted = re.findall(r'<div class="passage">.*?</div>|<blockquote.*?</blockquote>', hits, re.DOTALL)

    assert any("Live ride map" in words for words in quoted)
    assert not [words for words in quoted if "**" in words]
