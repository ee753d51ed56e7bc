"""Saving and loading a graph: nothing is lost, equal graphs give equal bytes, and what is damaged is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import StorageError
from graph.model import EntityKind
from graph.pipeline import BuildResult, build_graph
from graph.storage import FILES, FORMAT, canonical, load, save

FILES_OF_CONTENT = {
    "mara/resume.md": "---\nauthor: Mara Quillfeather\n---\n\n# Experience\n\n### Tarnwick Freight — Data Engineer\n*2019 – present*\n\n- Led the parcel ledger migration, saving $250,000.\n",
    "mara/story.md": "---\nauthor: Mara Quillfeather\n---\n\n# Parcel ledger migration\n\nI moved the ledger to Kafka, 10-15x faster, which saved $250,000 with zero downtime.\n",
    "école.txt": "École\n\nDie Durchlaufzeit fiel von 35 Tagen auf 9 Tage 🎉.\n",
    "broken.pdf": "no PDF\n",
    "careergraph.yaml": 'fictional: ["mara/**"]\nhide: [technology:none]\n',
}


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    folder = tmp_path_factory.mktemp("content")
    for name, text in FILES_OF_CONTENT.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return build_graph(folder)


@pytest.fixture
def saved(result: BuildResult, tmp_path: Path) -> Path:
    save(result, tmp_path)
    return tmp_path


def test_entities_come_back_equal(result: BuildResult, saved: Path) -> None:
    assert list(load(saved).kg.entities()) == list(result.kg.entities())


def test_relations_come_back_equal(result: BuildResult, saved: Path) -> None:
    found = list(load(saved).kg.relations())

    assert found == list(result.kg.relations())
    assert any(relation.period is not None for relation in found)


def test_documents_and_tellings_come_back_equal(result: BuildResult, saved: Path) -> None:
    found = load(saved).kg

    assert found.documents == result.kg.documents
    assert found.tellings == result.kg.tellings


def test_the_report_comes_back_equal(result: BuildResult, saved: Path) -> None:
    found = load(saved).report

    assert found == result.report
    assert found.skipped and found.merges


def test_measures_keep_ranges_changes_and_zeros(result: BuildResult, saved: Path) -> None:
    measures = [e.measure for e in load(saved).kg.entities(EntityKind.OUTCOME) if e.measure is not None]

    assert {m.comparator for m in measures} >= {"range", "="}
    assert any(m.before == 35 and m.after == 9 for m in measures)
    assert any(m.size is None for m in measures)


def test_saving_what_was_loaded_gives_the_same_bytes(saved: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    again.mkdir()
    save(load(saved), again)

    assert [(again / name).read_bytes() for name in FILES] == [(saved / name).read_bytes() for name in FILES]


def test_the_whole_corpus_comes_back_equal(content_dir: Path, tmp_path: Path) -> None:
    built = build_graph(content_dir)
    save(built, tmp_path)

    found = load(tmp_path)

    assert list(found.kg.entities()) == list(built.kg.entities())
    assert list(found.kg.relations()) == list(built.kg.relations())
    assert found.kg.documents == built.kg.documents


def test_the_files_are_readable_json(saved: Path) -> None:
    graph = json.loads((saved / "graph.json").read_text(encoding="utf-8"))

    assert graph["format"] == FORMAT
    assert {"entities", "relations", "tellings"} <= graph.keys()


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(name: str, saved: Path) -> None:
    (saved / name).unlink()

    with pytest.raises(StorageError, match="run `careergraph build` again"):
        load(saved)


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": 1}'],
    ids=["empty", "cut", "list", "null", "binary", "hollow"],
)
def test_a_damaged_graph_is_named(damage: bytes, saved: Path) -> None:
    (saved / "graph.json").write_bytes(damage)

    with pytest.raises(StorageError, match="run `careergraph build` again") as caught:
        load(saved)

    assert caught.value.path == str(saved)


def test_evidence_of_a_document_that_is_gone_is_damage(saved: Path) -> None:
    (saved / "documents.json").write_text("[]", encoding="utf-8")

    with pytest.raises(StorageError):
        load(saved)


def test_another_format_says_so(saved: Path) -> None:
    graph = json.loads((saved / "graph.json").read_text(encoding="utf-8"))
    (saved / "graph.json").write_text(json.dumps(graph | {"format": FORMAT + 1}), encoding="utf-8")

    with pytest.raises(StorageError, match=f"format {FORMAT + 1}"):
        load(saved)


def test_canonical_json_has_one_spelling() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}\n'


def test_canonical_json_has_no_infinity() -> None:
    with pytest.raises(ValueError):
        canonical(float("inf"))
