"""The program as a process of its own: exit statuses, and how it serves, moves on to a new build and stops."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.command_line import run, write_content

pytestmark = pytest.mark.usefixtures("an_empty_folder_as_current")


def program(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "webapp", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=program_environment(), check=False)


def program_environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONIOENCODING": "utf-8"}


def test_the_program_exits_with_the_documented_status(small_store: Path, tmp_path: Path) -> None:
    found = program("search", "kafka", "--store", small_store, "--json")
    missing = program("build", tmp_path / "none")
    wrong = program("search", "kafka", "--limit", "0")

    assert (found.returncode, missing.returncode, wrong.returncode) == (0, 1, 2)
    assert json.loads(found.stdout)["hits"]
    assert found.stderr == ""
    assert missing.stdout == wrong.stdout == ""
    assert missing.stderr.startswith("error: ")


@pytest.fixture
def serving(small_content: Path) -> Iterator[subprocess.Popen[str]]:
    """`careergraph serve CONTENT_DIR --port 0` as a process, once it has said where; killed in the end."""
    command = [sys.executable, "-m", "webapp", "serve", str(small_content), "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=program_environment()
    )
    yield process
    process.kill()
    process.communicate(timeout=20)


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_serve_builds_says_where_answers_and_stops_cleanly(
    serving: subprocess.Popen[str], stop: signal.Signals
) -> None:
    assert serving.stdout is not None
    line = serving.stdout.readline()
    assert line.startswith("careergraph is serving at http://127.0.0.1:")
    assert line.endswith(" (Ctrl-C stops)\n")
    address = line.split()[4]

    with urlopen(f"{address}/healthz", timeout=20) as answer:
        health = json.load(answer)
    serving.send_signal(stop)

    assert health["status"] == "ok"
    assert serving.wait(timeout=20) == 0


def test_serve_moves_on_to_a_new_build(serving: subprocess.Popen[str], tmp_path: Path) -> None:
    assert serving.stdout is not None
    address = serving.stdout.readline().split()[4]
    before = json.load(urlopen(f"{address}/healthz", timeout=20))["generation"]
    content = write_content(tmp_path / "more")
    (content / "ada" / "talk.md").write_text("# Talk\n\nI spoke about Rust.\n")

    assert run("build", content).exit_code == 0
    for _ in range(50):
        after = json.load(urlopen(f"{address}/healthz", timeout=20))["generation"]
        if after != before:
            break
        time.sleep(0.1)

    assert after != before


def test_a_port_in_use_is_told_with_its_remedy(small_store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run("serve", "--store", small_store, "--port", str(port))

    assert done.exit_code == 1
    assert f"port {port} is in use" in done.stderr
    assert "--port" in done.stderr
    assert done.stdout == ""
