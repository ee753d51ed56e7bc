"""Scores the annotated samples beside the repository with their own scorer. Without such a folder there is no score."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROW_NAMES: Mapping[str, str] = {"outcomes strict": "outcomes", "outcome labels": "labels"}
"""The samples' rows that have another name here."""


@dataclass(frozen=True, slots=True)
class SampleScores:
    """Macro F1 of the samples and the mean of their altered copies, in all and by row."""

    originals: float
    copies: float | None
    seeds: int
    rows: Mapping[str, tuple[float | None, float | None]]
    """Row → (samples, copies); None where there is nothing of it."""
    problems: tuple[str, ...] = ()


def shared_folder() -> Path | None:
    """Return the folder of annotated samples, or None: CAREERGRAPH_SHARED, else `shared` beside the repository."""
    named = os.environ.get("CAREERGRAPH_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    return folder if (folder / "gold" / "evaluate.py").is_file() else None


def score_samples(shared: Path, seeds: int) -> SampleScores:
    """Return the samples' scores. Raises RuntimeError where their scorer can't be run."""
    with tempfile.TemporaryDirectory(prefix="careergraph-accuracy-") as folder:
        for sample in sorted((shared / "samples").iterdir()):
            found = subprocess.run(
                [*_careergraph(), "extract", str(sample), "--json"], capture_output=True, check=False
            )
            if found.returncode == 0:
                (Path(folder) / f"{sample.stem}.json").write_bytes(found.stdout)
        scored = _run(shared / "gold" / "evaluate.py", "--extract-json", folder, "--json")
    originals = json.loads(scored)
    problems = [f"samples: {line}" for line in originals["broken"]]
    copies, by_row = None, dict[str, float]()
    if seeds > 0:
        printed = _run(shared / "gold" / "perturb.py", "--score", shlex.join(_careergraph()), "--seeds", str(seeds))
        copies = float(_only(r"mean of \d+ copies ([\d.]+)", printed))
        by_row = {
            name.strip(): float(value)
            for name, value in re.findall(r"^(.{24}) +[\d.]+ +([\d.]+) +-?[\d.]+$", printed, re.M)
        }
        problems += re.findall(r"^! (.*)$", printed, re.M)
    rows = {ROW_NAMES.get(row, row): (value, by_row.get(row)) for row, value in originals["macro"].items()}
    return SampleScores(originals["macro_f1"], copies, seeds, rows, tuple(problems))


def _careergraph() -> list[str]:
    """Return the command, of this environment before any other."""
    beside = Path(sys.executable).with_name("careergraph")
    found = str(beside) if beside.is_file() else shutil.which("careergraph")
    if found is None:
        raise RuntimeError("no command careergraph; run `make install` first")
    return [found]


def _run(script: Path, *arguments: str) -> str:
    done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, check=False)
    if not done.stdout:
        raise RuntimeError(f"{script.name} printed nothing: {done.stderr.strip()[-300:]}")
    return done.stdout  # Exit status 1 only says that something was found wanting; it is printed, too.


def _only(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise RuntimeError(f"not understood, no {pattern!r} in: {text[-300:]}")
    return found[1]
