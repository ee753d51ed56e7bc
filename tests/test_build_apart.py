"""A build in a process of its own, beside the server: it publishes, or leaves all as it was and says why."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from graph.errors import CareerGraphError
from index.generations import open_current
from tests.bad_readers import NEIGHBOURS, QUICK, content
from webapp.commands import build_apart as apart
from webapp.commands.build_apart import BuildEndedError, build_apart

pytestmark = pytest.mark.usefixtures("bad_readers")


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
