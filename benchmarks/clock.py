"""Measures processor time: what work takes on a machine that does nothing else. Used by all that measures speed.

Nothing measured here waits for anything but the processor: files are in the system's cache, and the client is no socket.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from math import ceil


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the processor time of a call: what it takes on a machine that does nothing else."""
    began = time.process_time()
    work()
    return time.process_time() - began


def best_of_three(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Return the processor time, in seconds, of the quickest of three calls, each after a call of `before` that is not measured."""
    found = []
    for _ in range(3):
        before()
        began = time.thread_time()
        work()
        found.append(time.thread_time() - began)
    return min(found)


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value that `share` (0–1) of the values don't exceed.

    >>> percentile([4, 1, 3, 2], 0.5), percentile([4, 1, 3, 2], 0.95)
    (2, 4)
    """
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * share) - 1)]
