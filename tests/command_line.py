"""Two small documents of one invented person, and careergraph's commands run on them within this process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from webapp.cli import cli

RESUME = """\
# Ada Quillfeather

Staff Engineer

## Experience

### Staff Engineer, Quillmoor Labs

Mar 2019 – Present

- Migrated 40M billing records from MySQL to PostgreSQL without downtime.
- Cut invoice latency by 63.2% with Redis.
"""
STAR = """\
# Kafka order stream

## Situation

Orders were polled from a database every minute and arrived late.

## Task

I had to bring delays below five seconds.

## Action

I rebuilt the order stream with Kafka and Go at Quillmoor Labs.

## Result

Order delay fell by 97%, and the stream now carries 80M events a day.
"""


def write_content(folder: Path) -> Path:
    """Write two small documents of one invented person."""
    (folder / "ada").mkdir(parents=True)
    (folder / "ada" / "resume.md").write_text(RESUME, encoding="utf-8")
    (folder / "ada" / "order-stream.md").write_text(STAR, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    """Run a command; give its status and what it printed."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def run_json(*arguments: str | Path) -> Any:
    """Run a command that has to succeed; give its JSON."""
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)
