"""Measures processor time and how it grows with size, so that a busy machine is not taken for a slow program.

Time that other programs use doesn't count, but they slow caches and cores too, by half and more. So whatever looks slow is
measured again, the shortest of several runs counts, and seconds are those of the machine on which the limits were set: beside
each measurement some work of known length is measured.
"""

from __future__ import annotations

import math
import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

PATIENCE_SECONDS = 30.0
"""Whatever takes longer is broken off. Processor time, like all seconds here."""
SHORTEST_SECONDS = 0.005
"""Times below say nothing of growth."""
REFERENCE_SECONDS = 0.015
"""What the known work took, at its shortest, on the machine on which the limits were set."""
_REFERENCE_TEXT = "Reduced nightly run time by 40% with Kafka, from 6 h to 4 h. " * 5_000


class OutOfPatienceError(Exception):
    """Something was broken off."""


@contextmanager
def broken_off_after(seconds: float) -> Iterator[None]:
    """Raise inside the block once it has used so much processor time; the main thread of a POSIX system only."""
    started = time.process_time()

    def stop(*_: object) -> None:
        left = seconds - (time.process_time() - started)
        if left <= 0:
            raise OutOfPatienceError
        signal.setitimer(signal.ITIMER_REAL, left + 0.001)

    before = signal.signal(signal.SIGALRM, stop)
    # A timer of processor time (ITIMER_PROF) would make the clock of processor time tick in steps of 4 ms.
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds_of(action: Callable[[], object], repeats: int = 1, patience: float = PATIENCE_SECONDS) -> float:
    """Return the shortest processor time of some runs; infinity where one is broken off."""
    best = math.inf
    for _ in range(repeats):
        started = time.process_time()
        try:
            with broken_off_after(patience):
                action()
        except OutOfPatienceError:
            return math.inf
        best = min(best, time.process_time() - started)
    return best


def slowness() -> float:
    """Return how many times as long as on the machine of the limits work takes here and now."""
    return seconds_of(_known_work) / REFERENCE_SECONDS


def settled_seconds_of(action: Callable[[], object], repeats: int = 3) -> float:
    """Return the shortest of some runs as seconds of the machine of the limits, each divided by the slowness around it."""
    best = math.inf
    for _ in range(repeats):
        before = slowness()
        seconds = seconds_of(action)
        if math.isinf(seconds):
            return seconds
        best = min(best, seconds / ((before + slowness()) / 2))
    return best


def _known_work() -> int:
    return len([word.casefold() for word in re.findall(r"\w+", _REFERENCE_TEXT)])


def growth(times: Sequence[tuple[int, float]], shortest: float = SHORTEST_SECONDS) -> float | None:
    """Return the exponent between the two largest sizes that took at least `shortest` seconds; None without two.

    >>> round(growth([(1_000, 0.25), (2_000, 1.0)]), 2)
    2.0
    """
    telling = [(size, seconds) for size, seconds in times if seconds >= shortest][-2:]
    if len(telling) < 2:
        return None
    (small, before), (large, after) = telling
    return math.inf if math.isinf(after) else math.log(after / before) / math.log(large / small)
