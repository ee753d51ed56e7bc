"""Building only what has changed: the fingerprint of a folder, `serve` that builds if needed, and `serve --watch`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from graph.inputs import fingerprint_of
from graph.pipeline import DEFAULT_LIMITS
from graph.workers import Limits
from webapp.commands.build import build_store, is_built

NOTE = "# Ward ledger\n\nI moved the ledger to Kafka, which cut run time by 40%.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    (content / "mara").mkdir(parents=True)
    (content / "mara" / "note.md").write_text(NOTE, encoding="utf-8")
    (content / "careergraph.yaml").write_text(
        "authors:\n  - {path: mara/, name: Mara Quillfeather}\n", encoding="utf-8"
    )
    return content


# ---------------------------------------------------------------- the fingerprint


def test_touching_a_file_changes_nothing(folder: Path) -> None:
    before = fingerprint_of(folder, DEFAULT_LIMITS)
    os.utime(folder / "mara" / "note.md", (1, 1))

    assert fingerprint_of(folder, DEFAULT_LIMITS) == before


@pytest.mark.parametrize("change", ["words", "name", "corrections", "new file", "gone", "limits", "folder"])
def test_whatever_a_build_reads_changes_it(folder: Path, change: str) -> None:
    before, limits = fingerprint_of(folder, DEFAULT_LIMITS), DEFAULT_LIMITS
    note = folder / "mara" / "note.md"
    match change:
        case "words":
            note.write_text(NOTE.replace("40%", "45%"), encoding="utf-8")
        case "name":
            note.rename(note.with_name("other.md"))
        case "corrections":
            (folder / "careergraph.yaml").write_text(
                "authors:\n  - {path: mara/, name: Ada Tarnholm}\n", encoding="utf-8"
            )
        case "new file":
            (folder / "more.txt").write_text("I use Redis.\n", encoding="utf-8")
        case "gone":
            note.unlink()
        case "limits":
            limits = Limits(DEFAULT_LIMITS.workers, DEFAULT_LIMITS.seconds + 1, DEFAULT_LIMITS.megabytes)
        case "folder":
            (folder / "mara").rename(folder / "maria")

    assert fingerprint_of(folder, limits) != before


def test_hidden_files_and_the_number_of_workers_make_no_difference(folder: Path) -> None:
    before = fingerprint_of(folder, DEFAULT_LIMITS)
    (folder / ".careergraph").mkdir()
    (folder / ".careergraph" / "current").write_text("x", encoding="utf-8")
    more = Limits(DEFAULT_LIMITS.workers + 1, DEFAULT_LIMITS.seconds, DEFAULT_LIMITS.megabytes)

    assert fingerprint_of(folder, more) == before


def test_what_can_not_be_read_counts_with_its_name(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    (folder / "broken.md").symlink_to("nowhere.md")
    before = fingerprint_of(folder, DEFAULT_LIMITS)

    (folder / "pipe.md").rename(folder / "pipes.md")

    assert fingerprint_of(folder, DEFAULT_LIMITS) != before


# ---------------------------------------------------------------- building if needed


def test_a_store_is_built_until_something_changes_or_breaks(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert not is_built(folder, store, DEFAULT_LIMITS)
    build_store(folder, store, DEFAULT_LIMITS)
    assert is_built(folder, store, DEFAULT_LIMITS)

    (folder / "mara" / "note.md").write_text(NOTE * 2, encoding="utf-8")
    assert not is_built(folder, store, DEFAULT_LIMITS)
    build_store(folder, store, DEFAULT_LIMITS)
    generation = (store / "current").read_text(encoding="ascii").strip()
    (store / "generations" / generation / "graph.json").write_bytes(b"{}")
    assert not is_built(folder, store, DEFAULT_LIMITS)


def test_another_folder_with_the_same_files_is_built_anew(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build_store(folder, store, DEFAULT_LIMITS)

    moved = folder.rename(tmp_path / "moved")

    assert not is_built(moved, store, DEFAULT_LIMITS)


# ---------------------------------------------------------------- serve


class Served:
    """`careergraph serve CONTENT_DIR …` as a process: its address, and what it has said on stderr so far."""

    def __init__(self, folder: Path, store: Path, *options: str) -> None:
        command = [
            *(sys.executable, "-m", "webapp", "serve", str(folder), "--store", str(store), "--port", "0"),
            *options,
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.said: list[str] = []
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()
        self.address = self.process.stdout.readline().split()[4]

    def _listen(self) -> None:
        assert self.process.stderr is not None
        self.said.extend(iter(self.process.stderr.readline, ""))

    def generation(self) -> str:
        found: str = json.load(urlopen(f"{self.address}/healthz", timeout=20))["generation"]
        return found

    def end(self) -> int:
        self.process.terminate()
        status = self.process.wait(timeout=30)
        self._listening.join(timeout=10)
        return status


@pytest.fixture
def served(folder: Path, tmp_path: Path) -> Iterator[list[Served]]:
    running: list[Served] = []
    yield running
    for one in running:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait(timeout=20)


def test_serve_builds_once_and_not_again_until_something_changes(
    folder: Path, tmp_path: Path, served: list[Served]
) -> None:
    told = []
    for _ in range(2):
        served.append(Served(folder, tmp_path / "store"))
        assert served[-1].end() == 0
        told.append("".join(served[-1].said))

    assert "read 1 document" in told[0]
    assert "read 1 document" not in told[1] and "is as it was built" in told[1]


def test_serve_watches_its_folder_and_moves_on(folder: Path, tmp_path: Path, served: list[Served]) -> None:
    served.append(Served(folder, folder / ".careergraph", "--watch"))
    (one,) = served
    before = one.generation()

    (folder / "mara" / "talk.md").write_text("# Talk\n\nI spoke about Rust and PostgreSQL.\n", encoding="utf-8")
    deadline = time.monotonic() + 90
    while one.generation() == before and time.monotonic() < deadline:
        time.sleep(0.2)

    assert one.generation() != before
    found = json.load(urlopen(f"{one.address}/api/v1/search?q=postgresql", timeout=20))
    assert [hit["document"] for hit in found["hits"]] == ["mara/talk.md"]
    while "read 2 documents" not in "".join(one.said) and time.monotonic() < deadline:
        time.sleep(0.2)  # the build tells what it read once it has published
    assert one.end() == 0
    said = "".join(one.said)
    assert said.count("building what has changed") == 1 and "read 2 documents" in said


def test_a_change_that_can_not_be_read_is_told_and_the_last_build_goes_on(
    folder: Path, tmp_path: Path, served: list[Served]
) -> None:
    served.append(Served(folder, tmp_path / "store", "--watch"))
    (one,) = served
    before = one.generation()

    (folder / "careergraph.yaml").write_text("authors: [\n", encoding="utf-8")
    deadline = time.monotonic() + 90
    while not any(line.startswith("error: ") for line in one.said) and time.monotonic() < deadline:
        time.sleep(0.2)

    assert any(line.startswith("error: ") and "careergraph.yaml" in line for line in one.said)
    assert one.generation() == before
    assert one.end() == 0


def test_there_must_be_a_folder_to_watch(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "webapp", "serve", "--watch"], capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 2 and "no folder to watch" in done.stderr
