"""Builds in a child process, for a program that goes on: whatever a build does, it ends the child alone."""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import NoReturn

from graph.errors import CareerGraphError
from graph.workers import Limits
from webapp.commands.build import build_store, skipped_line, summary

_FORK = multiprocessing.get_context("fork")


class BuildEndedError(CareerGraphError):
    """The process that built ended before the build did; the store is as it was."""


def build_apart(content_dir: Path, store: Path, limits: Limits) -> list[str]:
    """Build and publish into `store` in a child process; return the lines that tell what was read and what not.

    Call it before there are threads. Raises CareerGraphError with what the build says where it fails, BuildEndedError where
    its process breaks down. Ends the child where it is interrupted itself.
    """
    ours, theirs = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_build, args=(content_dir, store, limits, theirs))
    child.start()
    theirs.close()
    try:
        lines, failure = ours.recv()
    except EOFError:
        child.join()
        code = child.exitcode or 0
        how = f"by {signal.Signals(-code).name}" if code < 0 else f"with exit status {code}"
        raise BuildEndedError(f"the build was ended {how}; the store is as it was") from None
    except BaseException:
        child.terminate()
        raise
    finally:
        child.join()
        ours.close()
    if failure is not None:
        raise CareerGraphError(failure)
    told: list[str] = lines
    return told


def _build(content_dir: Path, store: Path, limits: Limits, answer: Connection) -> None:
    signal.signal(signal.SIGTERM, _stop)
    try:
        result = build_store(content_dir, store, limits)
    except CareerGraphError as error:
        answer.send(([], str(error)))
    else:
        answer.send(([summary(result, store), *map(skipped_line, result.report.skipped)], None))


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(1)  # on the way out the workers are ended
