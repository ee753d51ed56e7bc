"""Publishing is all or nothing, what is opened is what was published, and readers move on by themselves."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import subprocess
import threading
from pathlib import Path

import pytest

from graph.concept_vocabulary import load_concepts
from graph.synonyms import load_synonyms
from graph.technology_classes import load_technology_classes
from index.errors import BuildInProgressError, StoreDamagedError, StoreMissingError
from index.generations import GenerationHolder, open_current, publish
from index.results import SearchRequest
from tests.small_graph import SmallGraph, career_graph


def notes(text: str) -> SmallGraph:
    small = SmallGraph()
    small.document("a.md", f"# A\nWrote {text}.\n")
    small.document("b.md", "# B\nKept the gardens.\n")
    return small


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def generations(store: Path) -> list[str]:
    return sorted(path.name for path in (store / "generations").iterdir())


def test_what_is_published_can_be_searched(store: Path) -> None:
    published = publish(store, career_graph().build(), Path("content"))
    opened = open_current(store)

    assert opened.id == published.id
    assert opened.content_dir == Path("content").absolute()
    assert "PostgreSQL" in opened.search(SearchRequest("postgres")).hits[0].text
    assert set(opened.documents) == {"vey/stories.md", "orsk/notes.md"}


def test_git_leaves_a_store_alone_wherever_it_lies(tmp_path: Path) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    subprocess.run([git, "init", "--quiet", tmp_path], check=True)
    publish(tmp_path / "mine", career_graph().build())
    (tmp_path / "notes.md").write_text("# Notes\n")

    listed = subprocess.run([git, "-C", tmp_path, "status", "--porcelain", "-uall"], check=True, capture_output=True)

    assert listed.stdout.decode().split() == ["??", "notes.md"]


def test_a_store_answers_by_the_vocabularies_that_it_was_built_with(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(store, career_graph().build())

    def read_nothing(name: str) -> object:
        raise AssertionError(f"{name} is read though the store has its own")

    monkeypatch.setattr("graph.synonyms.read_vocabulary_file", read_nothing)
    monkeypatch.setattr("graph.concept_vocabulary.read_vocabulary_file", read_nothing)
    monkeypatch.setattr("graph.technology_classes.read_vocabulary_file", read_nothing)
    load_synonyms.cache_clear()
    load_concepts.cache_clear()
    load_technology_classes.cache_clear()

    assert open_current(store).search(SearchRequest("relocated the database")).hits
    assert open_current(store).search(SearchRequest("message queue")).hits


def test_a_store_is_its_owners_alone(store: Path) -> None:
    publish(store, notes("a loader").build())

    assert stat.S_IMODE(store.stat().st_mode) == 0o700


def test_the_same_input_gives_the_same_generation(store: Path) -> None:
    first = publish(store, career_graph().build())
    second = publish(store, career_graph().build())

    assert first.id == second.id
    assert generations(store) == [first.id]


def test_two_generations_are_kept(store: Path) -> None:
    ids = [publish(store, notes(text).build()).id for text in ("one", "two", "three")]

    assert generations(store) == sorted(ids[1:])
    assert open_current(store).id == ids[2]


def test_an_earlier_input_can_be_published_again(store: Path) -> None:
    first, second = publish(store, notes("one").build()), publish(store, notes("two").build())

    assert publish(store, notes("one").build()).id == first.id
    assert open_current(store).id == first.id
    assert generations(store) == sorted([first.id, second.id])


def test_buckets_that_did_not_change_are_linked(store: Path) -> None:
    first = publish(store, notes("one").build())
    second = publish(store, notes("two").build())

    def inodes(key: str) -> set[int]:
        buckets = store / "generations" / key / "buckets"
        return {path.stat().st_ino for path in buckets.rglob("*") if path.is_file()}

    assert inodes(first.id) & inodes(second.id)
    assert inodes(first.id) != inodes(second.id)
    assert second.search(SearchRequest("gardens")).total == 1


def test_a_rebuild_scores_as_a_full_build_does(store: Path, tmp_path: Path) -> None:
    publish(store, notes("one").build())
    rebuilt = publish(store, notes("gardens").build())
    fresh = publish(tmp_path / "other", notes("gardens").build())

    request = SearchRequest("gardens OR wrote OR kept")
    one, other = rebuilt.search(request).hits, fresh.search(request).hits
    assert [(hit.id, hit.score) for hit in one] == [(hit.id, hit.score) for hit in other]


def test_no_store_says_how_to_make_one(store: Path) -> None:
    with pytest.raises(StoreMissingError, match="careergraph build CONTENT_DIR"):
        open_current(store)


@pytest.mark.parametrize("name", ["graph.json", "records.json", "manifest.json", "buckets"])
@pytest.mark.parametrize("damage", ["changed", "missing"])
def test_damage_is_found_before_anything_is_opened(store: Path, name: str, damage: str) -> None:
    generation = publish(store, notes("one").build())
    folder = store / "generations" / generation.id
    path = next(iter(sorted((folder / name).rglob("*.toc")))) if name == "buckets" else folder / name
    content = path.read_bytes()
    path.unlink()
    if damage == "changed":
        path.write_bytes(content[:-3] + b"???")

    with pytest.raises(StoreDamagedError, match="careergraph build CONTENT_DIR"):
        open_current(store)


def test_a_file_that_nobody_published_is_damage(store: Path) -> None:
    generation = publish(store, notes("one").build())
    (store / "generations" / generation.id / "buckets" / "extra.pickle").write_bytes(b"x")

    with pytest.raises(StoreDamagedError, match=r"extra\.pickle"):
        open_current(store)


def test_a_pointer_that_is_no_id_leads_nowhere(store: Path) -> None:
    publish(store, notes("one").build())
    (store / "current").write_text("../../etc\n")

    with pytest.raises(StoreDamagedError):
        open_current(store)


def test_publishing_again_mends_a_damaged_generation(store: Path) -> None:
    generation = publish(store, notes("one").build())
    damaged = store / "generations" / generation.id / "records.json"
    damaged.unlink()

    assert publish(store, notes("one").build()).id == generation.id
    assert open_current(store).search(SearchRequest("gardens")).total == 1


def test_a_second_builder_is_told_who_builds(store: Path) -> None:
    publish(store, notes("one").build())
    with open(store / "lock", "r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BuildInProgressError, match=f"process {os.getpid()}") as caught:
            publish(store, notes("two").build())

    assert caught.value.pid == os.getpid()
    publish(store, notes("two").build())


def test_a_build_that_fails_leaves_the_store_as_it_was(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish(store, notes("one").build())

    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("index.publishing.write_bucket", fail)
    with pytest.raises(RuntimeError):
        publish(store, notes("two").build())

    assert generations(store) == [first.id]
    assert open_current(store).id == first.id


def test_a_holder_moves_on_by_itself_and_old_readers_go_on(store: Path) -> None:
    publish(store, notes("one").build())
    holder = GenerationHolder(store)
    old = holder.current()
    for text in ("two", "three"):
        newest = publish(store, notes(text).build())

    assert holder.current().id == newest.id
    assert holder.problem is None
    assert holder.current() is holder.current()
    assert old.search(SearchRequest("wrote one")).total >= 1


def test_a_holder_keeps_the_old_generation_where_the_new_one_will_not_open(store: Path) -> None:
    publish(store, notes("one").build())
    holder = GenerationHolder(store)
    old = holder.current()
    new = publish(store, notes("two").build())
    (store / "generations" / new.id / "graph.json").unlink()

    assert holder.current() is old
    assert holder.problem is not None
    assert "graph.json" in holder.problem
    publish(store, notes("two").build())
    assert holder.current().id == new.id
    assert holder.problem is None


def test_a_holder_without_a_store_says_so_until_there_is_one(store: Path) -> None:
    holder = GenerationHolder(store)
    with pytest.raises(StoreMissingError):
        holder.current()

    publish(store, notes("one").build())
    assert holder.current().search(SearchRequest("gardens")).total == 1


def test_many_threads_search_while_builds_are_published(store: Path) -> None:
    publish(store, notes("zero").build())
    holder, failures = GenerationHolder(store), list[BaseException]()

    def read() -> None:
        try:
            for _ in range(30):
                assert holder.current().search(SearchRequest('gardens "the gardens" gard*')).total == 1
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    for number in range(4):
        publish(store, notes(f"number {number}").build())
    for reader in readers:
        reader.join()

    assert failures == []
