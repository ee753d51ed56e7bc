"""Readers that hang, crash or eat memory, and rules that stumble: each is one skipped file, and all others are built."""

from __future__ import annotations

import logging
import resource
import sys
from pathlib import Path

import pytest

from graph import pipeline
from graph.errors import UnreadableFileError
from graph.extraction.reading import Reading
from graph.model import Mention
from graph.pipeline import build_graph, read_document
from graph.workers import Limits
from tests.bad_readers import NEIGHBOURS, OUTCOMES, QUICK, content

pytestmark = pytest.mark.usefixtures("bad_readers")


@pytest.mark.parametrize("kind", OUTCOMES)
@pytest.mark.usefixtures("no_child_left")
def test_a_bad_file_is_skipped_with_its_reason_and_all_others_are_built(kind: str, tmp_path: Path) -> None:
    result = build_graph(content(tmp_path, kind), limits=QUICK)

    (skipped,) = result.report.skipped
    assert (skipped.path, skipped.reason) == (f"{kind[0]}-file.{kind}", OUTCOMES[kind])
    assert "save it anew in its program or split it" in skipped.remedy
    assert list(result.kg.documents) == sorted(NEIGHBOURS)
    assert {"technology:kafka", "technology:redis", "technology:postgresql"} <= {e.id for e in result.kg.entities()}


@pytest.mark.parametrize(("kind", "setting"), [("hang", "`seconds`"), ("eat", "`memory`")])
def test_the_remedy_names_the_setting_of_the_limit(kind: str, setting: str, tmp_path: Path) -> None:
    (skipped,) = build_graph(content(tmp_path, kind), limits=QUICK).report.skipped

    assert f"raise the setting {setting}" in skipped.remedy


@pytest.mark.usefixtures("no_child_left")
def test_many_bad_files_at_once_cost_no_good_one(tmp_path: Path) -> None:
    result = build_graph(content(tmp_path, *OUTCOMES), limits=QUICK)

    assert {s.path: s.reason for s in result.report.skipped} == {f"{k[0]}-file.{k}": OUTCOMES[k] for k in OUTCOMES}
    assert list(result.kg.documents) == sorted(NEIGHBOURS)


def test_memory_stays_below_a_gibibyte_beside_a_reader_that_eats_it(tmp_path: Path) -> None:
    (skipped,) = build_graph(content(tmp_path, "gorge"), limits=Limits(seconds=60)).report.skipped

    assert skipped.reason == OUTCOMES["eat"]
    unit = 1 if sys.platform == "darwin" else 1024
    # A worker begins with what this process holds by now, all tests before it included.
    most, inherited = (resource.getrusage(of).ru_maxrss for of in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    assert (most - inherited) * unit < 1024**3


def test_a_file_is_tried_once_more_and_then_read(tmp_path: Path) -> None:
    folder = content(tmp_path / "content")
    (folder / "b.beside").write_text(str(tmp_path / "mark"))

    result = build_graph(folder, limits=QUICK)

    assert result.report.skipped == ()
    assert "b.beside" in result.kg.documents
    assert "technology:terraform" in {entity.id for entity in result.kg.entities()}


def test_a_single_file_is_read_within_the_limits_too(tmp_path: Path) -> None:
    content(tmp_path, "hang", "crash")

    assert "Kafka" in {mention.name for mention in read_document(tmp_path / "a.md", "a.md", QUICK).mentions}
    with pytest.raises(UnreadableFileError, match=r"h-file\.hang: not read within 5 seconds; "):
        read_document(tmp_path / "h-file.hang", "h-file.hang", QUICK)
    with pytest.raises(UnreadableFileError, match="by SIGSEGV; "):
        read_document(tmp_path / "c-file.crash", "c-file.crash", QUICK)


@pytest.mark.parametrize("workers", [0, 2])
def test_a_file_on_which_a_rule_stumbles_is_skipped(
    workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = pipeline.recognize

    def stumble(reading: Reading) -> tuple[Mention, ...]:
        if reading.document.id == "m.txt":
            raise KeyError("a rule's mistake")
        return sound(reading)

    monkeypatch.setattr(pipeline, "recognize", stumble)
    logging.disable()
    result = build_graph(content(tmp_path), limits=Limits(workers=workers))
    logging.disable(logging.NOTSET)

    (skipped,) = result.report.skipped
    assert (skipped.path, skipped.reason) == ("m.txt", 'reading it failed (KeyError "a rule\'s mistake")')
    assert "please report it" in skipped.remedy
    assert list(result.kg.documents) == ["a.md", "z.md"]
