"""Calls a function in worker processes, with limits of memory and time for each call. Knows nothing of files.

Workers are forked from this process: they begin at once, and with every vocabulary that it has loaded. They live as long
as the work, unless a call ends or overruns them. A worker guards against crashes and hangs; it is no jail for hostile code.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

MEGABYTE = 1024 * 1024
_GRACE = 5.0
"""Seconds after which an overrunning worker ends itself, should nobody be left who does it."""
_FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Limits:
    """How many workers there are, and what one call may take."""

    workers: int = 2
    """0: no worker; calls are made in this process, and nothing limits them."""
    seconds: int = 120
    """Of wall clock. The largest text that is read, 5 MB, takes up to 100 on a slow machine."""
    megabytes: int = 768
    """Of address space beyond what the worker has when it begins, about 160; kept where the system can (Linux)."""


class Cause(Enum):
    """What became of a worker."""

    TIME = auto()
    MEMORY = auto()
    DEATH = auto()


@dataclass(frozen=True, slots=True)
class Loss:
    """A call that gave no result, and why."""

    cause: Cause
    detail: str = ""
    """Of a death: by which signal, or with which exit status."""


def call_apart(
    function: Callable[[Thing], Result],
    things: Sequence[Thing],
    limits: Limits,
    progress: Callable[[int, Thing], None] = lambda done, thing: None,
) -> list[Result | Loss]:
    """Return function(thing) for each thing, in their order; a Loss where a worker was lost over it twice.

    The second try comes last and alone. Results have to be picklable, things and function not. `progress` is called as
    each first try begins, with the number of things done. The function should raise nothing but MemoryError.
    """
    if not limits.workers or not things:
        return [_told(function, thing, done, progress) for done, thing in enumerate(things)]
    results: dict[int, Result | Loss] = {}
    with _Pool(function, things, limits) as pool:
        pool.call(range(len(things)), limits.workers, results, lambda place: progress(len(results), things[place]))
        lost = [place for place, result in sorted(results.items(), key=lambda r: r[0]) if isinstance(result, Loss)]
        for place in lost:
            pool.call([place], 1, results, lambda place: None)
    return [results[place] for place in range(len(things))]


def _told(
    function: Callable[[Thing], Result], thing: Thing, done: int, progress: Callable[[int, Thing], None]
) -> Result:
    progress(done, thing)
    return function(thing)


# ---------------------------------------------------------------- this process


class _Worker:
    """One worker process and the way to it."""

    def __init__(self, serve: Callable[[Connection], None]) -> None:
        self.connection, theirs = _FORK.Pipe()
        self.process = _FORK.Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()  # only the worker holds it now: its end is the end of the connection
        self.place = -1
        self.deadline = 0.0

    def begin(self, place: int, seconds: float) -> None:
        """Have the worker make a call, that of things[place]."""
        self.place, self.deadline = place, time.monotonic() + seconds
        with suppress(OSError):  # it died idle: told when its answer is asked for
            self.connection.send(place)

    def loss(self) -> Loss:
        """Return how a worker ended that closed its connection."""
        self.process.join(_GRACE)
        code = self.process.exitcode
        if code is not None and code < 0:
            return Loss(Cause.DEATH, f"by {signal.Signals(-code).name}")
        return Loss(Cause.DEATH, f"with exit status {code}")

    def end(self) -> None:
        """End the process, whatever it does, and leave nothing of it."""
        self.connection.close()
        self.process.kill()
        self.process.join()
        self.process.close()


class _Pool(Generic[Thing, Result]):
    """Workers that are made when needed and ended with the block."""

    def __init__(self, function: Callable[[Thing], Result], things: Sequence[Thing], limits: Limits) -> None:
        self._function, self._things, self._limits = function, things, limits
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []

    def __enter__(self) -> _Pool[Thing, Result]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in (*self._idle, *self._busy):
            worker.end()

    def call(
        self, places: Iterable[int], most: int, results: dict[int, Result | Loss], begun: Callable[[int], None]
    ) -> None:
        """Make the calls of these places with at most so many workers at once, and put what they give into `results`."""
        waiting = deque(places)
        while waiting or self._busy:
            while waiting and len(self._busy) < most:
                begun(waiting[0])
                worker = self._idle.pop() if self._idle else _Worker(self._serve)
                self._busy.append(worker)
                worker.begin(waiting.popleft(), self._limits.seconds)
            patience = min(worker.deadline for worker in self._busy) - time.monotonic()
            answered = wait([worker.connection for worker in self._busy], max(0.0, patience))
            for worker in list(self._busy):
                if worker.connection in answered:
                    result = self._answer(worker)
                elif time.monotonic() >= worker.deadline:
                    result = Loss(Cause.TIME)
                else:
                    continue
                results[worker.place] = result
                self._busy.remove(worker)
                if isinstance(result, Loss):
                    worker.end()
                else:
                    self._idle.append(worker)

    def _answer(self, worker: _Worker) -> Result | Loss:
        try:
            result: Result | Loss = worker.connection.recv()
        except (EOFError, OSError):
            return worker.loss()
        return result

    # ------------------------------------------------------------ the worker's process

    def _serve(self, connection: Connection) -> None:
        """Make calls until the connection ends."""
        for other in (*self._idle, *self._busy):
            other.connection.close()  # inherited; held open here, it would keep the others from noticing our parent's end
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: our parent ends us
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        spare_collector()
        _limit_memory(self._limits.megabytes)
        with suppress(EOFError, OSError):
            while True:
                place = connection.recv()
                signal.setitimer(signal.ITIMER_REAL, self._limits.seconds + _GRACE)
                try:
                    connection.send(self._function(self._things[place]))
                except MemoryError:
                    connection.send(Loss(Cause.MEMORY))
                signal.setitimer(signal.ITIMER_REAL, 0)


def spare_collector() -> None:
    """Let the collector of garbage look through less: not what was loaded before, and new objects rarely.

    To look through what was loaded would copy its memory. Reading makes many objects and next to no garbage in cycles: a look
    after each 10,000 new ones instead of 700 makes it 8 % faster; after 50,000 or 300,000 it gets no faster than that.
    """
    gc.freeze()
    gc.set_threshold(10_000, *gc.get_threshold()[1:])


def _limit_memory(megabytes: int) -> None:
    """Let this process take so much more memory than it has; nothing where the system doesn't tell or keep it."""
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * os.sysconf("SC_PAGE_SIZE") + megabytes * MEGABYTE
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
