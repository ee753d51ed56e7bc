"""Bombs, lies, truncations, locks, depth, encodings, odd names: each has its outcome, and the files beside it are read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile_files import FILES, GOOD, READ

MOST_BYTES = 1024**3
_BUILD = """
import json, resource, sys
from pathlib import Path
from graph.pipeline import build_graph
from graph.workers import Limits
result = build_graph(Path(sys.argv[1]), limits=Limits(seconds=20))
unit = 1 if sys.platform == "darwin" else 1024
print(json.dumps({
    "skipped": {s.path: f"{s.reason}; {s.remedy}" for s in result.report.skipped},
    "documents": sorted(result.kg.documents),
    "technologies": sorted(e.name for e in result.kg.entities() if e.kind == "technology"),
    "texts": [d.text for d in result.kg.documents.values()],
    "peak": max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) * unit,
}))
"""


def shown(name: str) -> str:
    """Return a name as the report shows it."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a build of all these files together says, in a process of its own so that its memory can be told."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in GOOD.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, hostile in FILES.items():
        hostile.write(folder / name)
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(folder)],
        capture_output=True,
        timeout=110,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


DOCUMENTED = Path(__file__).resolve().parents[1] / "docs" / "skipped-files.md"


def documentation() -> str:
    """Return docs/skipped-files.md as it ought to be."""
    rows = [f"| `{_in_table(name)}` | {hostile.outcome or 'read'} |" for name, hostile in FILES.items()]
    return (
        "# Files that lie, explode or break off\n\n"
        f"The tests build a folder with these {len(FILES)} files, written by `tests/hostile_files.py`, and sound ones beside "
        "them. The sound ones\nare read; of the others the reason for which each is skipped is said. "
        "No file takes long, and the build stays below 1 GiB of\nmemory.\n\n"
        "| file | skipped with |\n|---|---|\n" + "\n".join(rows) + "\n"
    )


def _in_table(name: str) -> str:
    plain = name.encode("ascii", "backslashreplace").decode().replace("\n", "\\n").replace("|", "/")
    return plain if len(plain) < 50 else f"{plain[:24]}…"


def test_the_outcomes_are_documented() -> None:
    if os.environ.get("CAREERGRAPH_WRITE_DOCS") == "1":
        DOCUMENTED.write_text(documentation(), encoding="utf-8")
    assert DOCUMENTED.read_text(encoding="utf-8") == documentation()


def test_there_are_many_hostile_files() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("name", FILES, ids=shown)
def test_a_hostile_file_has_its_outcome(name: str, built: dict[str, Any]) -> None:
    outcome = FILES[name].outcome

    if outcome == READ:
        assert shown(name) in built["documents"], built["skipped"].get(shown(name))
    else:
        assert outcome in built["skipped"].get(shown(name), "read, and not skipped")


def test_all_good_neighbours_are_read(built: dict[str, Any]) -> None:
    assert set(GOOD) <= set(built["documents"])
    assert {"Kafka", "Redis", "PostgreSQL"} <= set(built["technologies"])


def test_nothing_of_another_file_is_read(built: dict[str, Any]) -> None:
    assert not any("root:" in text for text in built["texts"])


def test_memory_stays_below_a_gibibyte(built: dict[str, Any]) -> None:
    assert built["peak"] < MOST_BYTES


def test_no_file_meets_the_limits_of_its_worker(built: dict[str, Any]) -> None:
    lost = ("not read within", "of memory to read", "ended the process")

    assert {name: reason for name, reason in built["skipped"].items() if any(words in reason for words in lost)} == {}
