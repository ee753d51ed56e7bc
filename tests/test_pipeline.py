"""The whole flow: a folder becomes a graph and a report; the same folder always the same bytes; one bad file stops nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import ContentFolderError
from graph.model import EntityKind
from graph.pipeline import build_graph, interpret
from graph.readers import reader_for
from graph.storage import FILES, save
from graph.workers import Limits

ROOT = Path(__file__).resolve().parents[1]
STORY = "# Parcel ledger migration\n\nI moved the ledger to PostgreSQL and Kafka, which cut runtime by 63.2%.\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def bytes_in(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def saved_bytes(content: Path, folder: Path) -> list[bytes]:
    folder.mkdir()
    save(build_graph(content), folder)
    return bytes_in(folder)


# ---------------------------------------------------------------- the same input, the same graph


def test_two_builds_save_the_same_bytes(content_dir: Path, saved_corpus: Path, tmp_path: Path) -> None:
    assert saved_bytes(content_dir, tmp_path / "again") == bytes_in(saved_corpus)


def test_the_order_in_which_files_were_written_changes_nothing(tmp_path: Path) -> None:
    files = {
        "b.md": STORY,
        "a.md": "# Ward dashboard rollout\n\nI built it in Python.\n",
        "c/d.txt": "Notes\n\nUsed Redis.\n",
    }
    one = write(tmp_path / "one", files)
    two = write(tmp_path / "two", dict(reversed(files.items())))

    assert saved_bytes(one, tmp_path / "saved-one") == saved_bytes(two, tmp_path / "saved-two")


def test_the_hash_seed_changes_nothing(content_dir: Path, saved_corpus: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from graph.pipeline import build_graph; from graph.storage import save;"
        "save(build_graph(Path(sys.argv[1])), Path(sys.argv[2]))"
    )
    other_seed = "1" if os.environ.get("PYTHONHASHSEED") == "4242" else "4242"
    command = [sys.executable, "-c", script, str(content_dir), str(tmp_path)]

    built = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": other_seed}, timeout=100)

    assert built.returncode == 0
    assert bytes_in(tmp_path) == bytes_in(saved_corpus)


# ---------------------------------------------------------------- the report


def test_every_document_is_summed_up(tmp_path: Path) -> None:
    (summary,) = build_graph(write(tmp_path, {"a.md": STORY})).report.documents

    assert (summary.document_id, summary.title) == ("a.md", "Parcel ledger migration")
    assert summary.counts["technology"] == 2
    assert summary.counts["project"] == summary.counts["outcome"] == summary.counts["person"] == 1
    assert summary.counts["relations"] >= 4


def test_a_bad_file_is_named_with_a_remedy_and_skipped(tmp_path: Path) -> None:
    result = build_graph(write(tmp_path, {"a.md": STORY, "sub/b.pdf": b"no PDF", "c.xyz": b"?"}))

    assert [s.path for s in result.report.skipped] == ["c.xyz", "sub/b.pdf"]
    assert all(s.reason for s in result.report.skipped)
    assert list(result.kg.documents) == ["a.md"]


def test_front_matter_that_is_not_understood_is_a_finding(tmp_path: Path) -> None:
    result = build_graph(write(tmp_path, {"a.md": "---\ntitle: [\n---\n\n# Weir notes\n\nThe weir held.\n"}))

    assert len(result.report.findings) == 1
    assert result.report.findings[0].startswith("a.md")


def test_progress_is_told_before_each_file(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []

    build_graph(
        write(tmp_path, {"b.md": STORY, "a.md": STORY}),
        lambda done, of, path: told.append((done, of, path)),
        Limits(workers=1),
    )

    assert told == [(0, 2, "a.md"), (1, 2, "b.md")]


def test_the_merges_of_the_report_are_those_of_the_entities(tmp_path: Path) -> None:
    named = f"---\nauthor: Mara Quillfeather\n---\n\n{STORY}"
    result = build_graph(write(tmp_path, {"m/a.md": named, "m/b.md": named}))

    assert result.report.merges == tuple(merge for entity in result.kg.entities() for merge in entity.merges)
    assert len(result.report.merges) >= 3


# ---------------------------------------------------------------- nothing to read


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentFolderError, match="none"):
        build_graph(tmp_path / "none")


def test_an_empty_folder_says_what_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(ContentFolderError, match=r"nothing to read; put .*\.md"):
        build_graph(tmp_path)


def test_a_folder_of_unreadable_files_names_them(tmp_path: Path) -> None:
    with pytest.raises(ContentFolderError, match=r"a\.pdf"):
        build_graph(write(tmp_path, {"a.pdf": b"no PDF"}))


def test_hidden_files_and_installed_packages_are_not_read(tmp_path: Path) -> None:
    files = {
        "a.md": STORY,
        ".draft.md": STORY,
        ".git/x.md": STORY,
        "node_modules/p/README.md": STORY,
        "__pycache__/y.md": STORY,
    }

    assert list(build_graph(write(tmp_path, files)).kg.documents) == ["a.md"]


# ---------------------------------------------------------------- one document


def test_reading_a_document_needs_no_folder() -> None:
    reading = interpret(reader_for("a.md").read(STORY.encode(), "a.md"))

    assert [m.name for m in reading.of(EntityKind.TECHNOLOGY)] == ["PostgreSQL", "Kafka"]
    assert reading.author is not None


def test_relations_tie_only_what_was_found() -> None:
    reading = interpret(reader_for("a.md").read(STORY.encode(), "a.md"))
    known = {mention.identity for mention in reading.mentions}

    assert reading.relations
    assert all({relation.source, relation.target} <= known for relation in reading.relations)


def test_mentions_stand_in_order_of_place() -> None:
    reading = interpret(reader_for("a.md").read(STORY.encode(), "a.md"))

    assert [m.span.start for m in reading.mentions] == sorted(m.span.start for m in reading.mentions)


def test_a_dated_sentence_that_tells_no_work_is_no_story() -> None:
    text = "# Ida Quill\n\n## Experience\n\n### Baker, Thornbeck Bread Ltd\n2018 - 2023\n\nThe ovens were old. In 2021 I was away.\n"

    reading = interpret(reader_for("cv.md").read(text.encode(), "cv.md"))

    assert reading.of(EntityKind.PROJECT) == []
    assert [mention.name for mention in reading.of(EntityKind.EMPLOYER)] == ["Thornbeck Bread Ltd"]


def test_of_a_series_of_figures_the_first_are_read_and_the_rest_is_told(tmp_path: Path) -> None:
    series = " ".join(f"{number}%" for number in range(101, 201))
    result = build_graph(write(tmp_path, {"a.md": f"{STORY}\n\nAvailability by hour: {series}\n"}))

    read = [m for outcome in result.kg.entities(EntityKind.OUTCOME) for m in outcome.evidence if m.quote.endswith("%")]
    assert {"101%", "140%"} <= {evidence.quote for evidence in read}
    assert "141%" not in {evidence.quote for evidence in read}
    (told,) = result.report.findings
    assert told.startswith("a.md:")
    assert told.endswith("100 figures in one sentence; the first 40 are read, the other 60 are left out")
