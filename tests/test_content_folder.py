"""The content folder: which files are read, in which order, and why the rest is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.content_folder import find_content
from graph.errors import ContentFolderError


def test_a_content_folder_is_listed_in_order_with_reasons_for_the_rest(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for name in [
        "b/a.md",
        "a.txt",
        "careergraph.yaml",
        "b/careergraph.yaml",
        ".git/x.md",
        "node_modules/x.md",
        "picture.png",
        ".hidden.md",
    ]:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("text")
    (tmp_path / "outside.md").write_text("text")
    (content / "link.md").symlink_to(tmp_path / "outside.md")
    (content / "inside.md").symlink_to(content / "a.txt")
    (content / "loop").symlink_to(content)
    os.mkfifo(content / "pipe.md")

    listing = find_content(content)

    assert [path.relative_to(content).as_posix() for path in listing.files] == [
        "a.txt",
        "b/a.md",
        "b/careergraph.yaml",
        "inside.md",
    ]
    assert [(path.name, reason) for path, reason in listing.skipped] == [
        ("link.md", "a link that leaves the folder"),
        ("loop", "a link to a folder"),
        ("picture.png", "unsupported format"),
        ("pipe.md", "no regular file"),
    ]


def test_a_missing_content_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentFolderError, match="no such folder"):
        find_content(tmp_path / "none")
