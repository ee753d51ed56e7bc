"""Readers that hang, crash or eat memory: each is one skipped file, and all others are built, the same in any order."""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import logging
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import content_folder, pipeline, readers
from graph.documents import Document
from graph.errors import CareerGraphError, UnreadableFileError
from graph.extraction.reading import Reading
from graph.model import Mention
from graph.pipeline import build_graph, read_document
from graph.readers import READERS, ReaderSpec
from graph.readers.plain_text import read_plain_text
from graph.storage import save
from graph.workers import Cause, Limits, Loss, call_apart
from index.generations import open_current
from webapp.commands import build_apart as apart
from webapp.commands.build_apart import BuildEndedError, build_apart

QUICK = Limits(workers=2, seconds=2)
NEIGHBOURS = {
    "a.md": "# Weir\n\nI moved 40 services to Kafka.\n",
    "m.txt": "Mill\n\nI cut the runtime by 30 % with Redis.\n",
    "z.md": "# Zoo\n\nI built the ticket shop with PostgreSQL for 2,000 visitors a day.\n",
}


def hang(data: bytes, document_id: str) -> Document:
    while True:
        time.sleep(1)


def spin(data: bytes, document_id: str) -> Document:
    while True:
        pass


def crash(data: bytes, document_id: str) -> Document:
    faulthandler.disable()  # pytest's; it would only fill the screen
    return Document(ctypes.string_at(8).decode(), "", "", "", ())  # reads where no memory is: SIGSEGV


def leave(data: bytes, document_id: str) -> Document:
    os._exit(3)


def be_killed(data: bytes, document_id: str) -> Document:
    os.kill(os.getpid(), signal.SIGKILL)  # as the system does when memory runs out
    raise AssertionError


def eat(data: bytes, document_id: str) -> Document:
    eaten = []
    while True:
        eaten.append(bytearray(50_000_000))  # promised by the system, but not yet touched, so that it takes no time


def gorge(data: bytes, document_id: str) -> Document:
    eaten = []
    while True:
        eaten.append(b"x" * 10_000_000)


def crash_beside_others(data: bytes, document_id: str) -> Document:
    """Die while another worker is at work, and read when alone: what shortage does."""
    mark = Path(data.decode().strip())
    if mark.exists():
        return read_plain_text(b"I kept the harbour open with Terraform.\n", document_id)
    mark.touch()
    os._exit(1)


BAD: dict[str, Callable[[bytes, str], Document]] = {
    "hang": hang, "spin": spin, "crash": crash, "leave": leave, "killed": be_killed, "eat": eat, "gorge": gorge,
    "beside": crash_beside_others,
}  # fmt: skip
OUTCOMES = {
    "hang": "not read within 2 seconds",
    "spin": "not read within 2 seconds",
    "crash": "ended the process that read it, by SIGSEGV",
    "leave": "ended the process that read it, with exit status 3",
    "killed": "ended the process that read it, by SIGKILL",
    "eat": "takes more than 768 MB of memory to read",
}


@pytest.fixture(autouse=True)
def bad_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format for each bad reader, in the one table of readers, for as long as the test runs."""
    more = {f".{name}": ReaderSpec((f".{name}",), name, read, 1_000, "") for name, read in BAD.items()}
    for module in (readers, content_folder):
        monkeypatch.setattr(module, "READERS", {**READERS, **more})


@pytest.fixture
def no_child_left() -> Iterator[None]:
    before = _children()  # a browser's, when its tests ran earlier
    yield
    assert multiprocessing.active_children() == []
    assert _children() <= before  # not even one that ended and was not asked how


def _children() -> set[int]:
    """Return the ids of this process's children, ended ones that nobody waited for among them; none where /proc is not there."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(status.read_text().rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(status.parent.name))
    return found


def content(folder: Path, *bad: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in NEIGHBOURS.items():
        (folder / name).write_text(text, encoding="utf-8")
    for kind in bad:
        (folder / f"{kind[0]}-file.{kind}").write_text("x\n")
    return folder


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
    with pytest.raises(UnreadableFileError, match=r"h-file\.hang: not read within 2 seconds; "):
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


def test_the_graph_is_the_same_with_any_number_of_workers(content_dir: Path, tmp_path: Path) -> None:
    saved = []
    for workers in (0, 1, 3):
        folder = tmp_path / str(workers)
        folder.mkdir()
        save(build_graph(content_dir, limits=Limits(workers=workers)), folder)
        saved.append({path.name: path.read_bytes() for path in folder.iterdir()})

    assert saved[0]
    assert saved[0] == saved[1] == saved[2]


@pytest.mark.usefixtures("no_child_left")
def test_results_keep_their_order_whoever_is_done_first() -> None:
    def slow_first(number: int) -> int:
        time.sleep(0.3 if number == 0 else 0.0)
        return number * number

    assert call_apart(slow_first, range(20), Limits(workers=3)) == [n * n for n in range(20)]


def test_one_worker_makes_many_calls_and_a_lost_one_is_replaced() -> None:
    def who(number: int) -> int:
        if number == 5:
            os._exit(1)
        return os.getpid()

    results = call_apart(who, range(10), Limits(workers=1))

    assert results[5] == Loss(Cause.DEATH, "with exit status 1")
    assert len(set(results[:5])) == len(set(results[6:])) == 1
    assert results[0] != results[6]
    assert os.getpid() not in results


def test_progress_tells_how_many_are_done() -> None:
    told: list[tuple[int, int]] = []

    call_apart(lambda n: n, [7, 8, 9], Limits(workers=1), lambda done, thing: told.append((done, thing)))

    assert told == [(0, 7), (1, 8), (2, 9)]


@pytest.mark.usefixtures("no_child_left")
def test_an_error_of_the_caller_ends_all_workers() -> None:
    def interrupted(done: int, thing: int) -> None:
        if thing == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call_apart(lambda n: time.sleep(60), [0, 1], Limits(workers=2), interrupted)


_HANGING = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's job in the background ignores it
from graph.workers import Limits, call_apart
def call(number):
    os.write(1, b"%d\\n" % os.getpid())  # at one go; both write
    time.sleep(600)
call_apart(call, [0, 1], Limits(workers=2, seconds=int(sys.argv[1])))
"""


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"  # a container without an init keeps what nobody asks for


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize(
    ("signal_", "seconds", "patience"), [(signal.SIGINT, 60, 5), (signal.SIGKILL, 1, 15)], ids=["Ctrl-C", "kill -9"]
)
def test_no_worker_outlives_an_ended_build(signal_: signal.Signals, seconds: int, patience: int) -> None:
    root = Path(__file__).resolve().parents[1]
    parent = subprocess.Popen(
        [sys.executable, "-c", _HANGING, str(seconds)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=root, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert parent.stdout is not None
    workers = [int(parent.stdout.readline()) for _ in range(2)]

    parent.send_signal(signal_)
    parent.wait(timeout=20)

    until = time.monotonic() + patience
    while any(map(is_alive, workers)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(is_alive, workers))
    parent.stdout.close()


# ---------------------------------------------------------------- a build beside the server


@pytest.mark.usefixtures("no_child_left")
def test_a_build_apart_publishes_and_tells_what_it_skipped(tmp_path: Path) -> None:
    lines = build_apart(content(tmp_path / "content", "leave"), tmp_path / "store", QUICK)

    assert lines[0].startswith("read 3 documents into ")
    assert lines[1].startswith("skipped l-file.leave: ended the process that read it, with exit status 3; ")
    assert sorted(open_current(tmp_path / "store").documents) == sorted(NEIGHBOURS)


@pytest.mark.usefixtures("no_child_left")
def test_a_build_that_breaks_down_leaves_the_store_and_its_caller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_apart(content(tmp_path / "content"), tmp_path / "store", QUICK)
    before = open_current(tmp_path / "store").id
    monkeypatch.setattr(apart, "build_store", lambda *_: os.kill(os.getpid(), signal.SIGSEGV))

    with pytest.raises(BuildEndedError, match="ended by SIGSEGV; the store is as it was"):
        build_apart(tmp_path / "content", tmp_path / "store", QUICK)

    assert open_current(tmp_path / "store").id == before


def test_a_build_apart_says_why_it_fails(tmp_path: Path) -> None:
    with pytest.raises(CareerGraphError, match="nowhere: no such folder"):
        build_apart(tmp_path / "nowhere", tmp_path / "store", QUICK)
