"""Calls in processes of their own: the same results in any order and number, a lost worker replaced, none left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.pipeline import build_graph
from graph.storage import FILES, save
from graph.workers import Cause, Limits, Loss, call_apart


@pytest.mark.parametrize("workers", [0, 3])
def test_the_graph_is_the_same_with_any_number_of_workers(
    workers: int, content_dir: Path, saved_corpus: Path, tmp_path: Path
) -> None:
    save(build_graph(content_dir, limits=Limits(workers=workers)), tmp_path)

    assert {name: (tmp_path / name).read_bytes() for name in FILES} == {
        name: (saved_corpus / name).read_bytes() for name in FILES
    }


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
